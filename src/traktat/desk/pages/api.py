"""The page that describes the API: made from its OpenAPI description, without any script."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from fastapi import APIRouter, Request, Response

from traktat.desk.pages.failures import page_router
from traktat.desk.pages.rendering import answer
from traktat.desk.words import Words

Description = Mapping[str, Any]


def router(described: Callable[[], Description]) -> APIRouter:
    """Give the page."""
    out = page_router()

    @out.get("/api/docs")
    def docs(request: Request) -> Response:
        def make(words: Words) -> dict[str, Any]:
            found = described()
            return {
                "about": found["info"]["description"].strip().split("\n\n"),
                "version": found["info"]["version"],
                "groups": _groups(found),
                "forms": sorted(found["components"]["schemas"].items()),
                "in_words": in_words,
            }

        return answer(request, "api.html", make)

    return out


def _groups(found: Description) -> dict[str, list[dict[str, Any]]]:
    """Give the operations by what they are about, in the order of the description."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for path, methods in found["paths"].items():
        for method, operation in methods.items():
            told = {
                "method": method.upper(),
                "path": path,
                "about": operation.get("description", ""),
                "parameters": operation.get("parameters", ()),
                "body": _body(operation),
                "answers": [
                    (status, answered["description"], _form(answered))
                    for status, answered in sorted(operation["responses"].items())
                ],
            }
            groups.setdefault(operation.get("tags", ["desk"])[0], []).append(told)
    return groups


def _body(operation: Description) -> str:
    content = operation.get("requestBody", {}).get("content", {})
    return ", ".join(
        f"{media} ({in_words(one.get('schema', {}))})" for media, one in content.items()
    )


def _form(answered: Description) -> str:
    content = answered.get("content", {})
    return ", ".join(in_words(one.get("schema", {})) for one in content.values())


def in_words(schema: Description) -> str:
    """Say what a schema asks for.

    >>> in_words({"anyOf": [{"type": "array", "items": {"type": "string"}}, {"type": "null"}]})
    'list of string, or null'
    """
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "const" in schema:
        return f"“{schema['const']}”"
    if "anyOf" in schema:
        return ", or ".join(dict.fromkeys(in_words(one) for one in schema["anyOf"]))
    if "enum" in schema:
        return " | ".join(map(str, schema["enum"]))
    if schema.get("type") == "array":
        return f"list of {in_words(schema.get('items', {}))}"
    if schema.get("type") == "object" and "properties" in schema:
        return f"object: {', '.join(schema['properties'])}"
    return str(schema.get("format") or schema.get("type") or "anything")

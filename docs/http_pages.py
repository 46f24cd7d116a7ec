"""The page of HTTP operations, made from the OpenAPI description of the desk."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from traktat.desk.api.openapi import describe
from traktat.desk.app import create_app
from traktat.desk.pages.api import in_words
from traktat.desk.settings import DeskSettings

HEAD = """\
# HTTP operations

Everything that can be asked of a desk and done with it over HTTP. Made by `python docs/build.py`.

[The HTTP API](http-api.md) shows how to use them. Paths stand under `/api/v1`; what is in
*italics* must be given.
"""


def operations_page() -> str:
    """Give the page: a table of operations for each group of them."""
    groups: dict[str, list[str]] = {}
    for path, methods in _described()["paths"].items():
        for method, operation in methods.items():
            name = f"`{method.upper()} {path.removeprefix('/api/v1') or '/'}`"
            row = f"| {name} | {operation['description']} | {', '.join(_asked(operation))} |"
            groups.setdefault(operation["tags"][0], []).append(row)
    head = "| operation | does | takes |\n|---|---|---|"
    parts = [f"## {group.capitalize()}\n\n{head}\n" + "\n".join(groups[group]) for group in groups]
    return "\n\n".join([HEAD.rstrip(), *parts]) + "\n"


def _described() -> Mapping[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(DeskSettings(store=Path(folder) / "empty.db"))
        found = describe(app)
        app.state.shelf.close()
    return found


def _asked(operation: Mapping[str, Any]) -> Iterator[str]:
    for parameter in operation.get("parameters", ()):
        if parameter["in"] == "query":
            needed = "*" if parameter["required"] else ""
            yield f"{needed}`{parameter['name']}`{needed}"
    for media, content in operation.get("requestBody", {}).get("content", {}).items():
        schema = content.get("schema", {})
        yield f"a body of `{media}`" + (f" ({in_words(schema)})" if "$ref" in schema else "")

"""The language packs: their entries, each with the sentences that must and must not be read."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from fastapi import APIRouter, Request, Response

from traktat.desk.pages.failures import page_router
from traktat.desk.pages.paging import page_of
from traktat.desk.pages.rendering import answer
from traktat.desk.shelf import Shelf
from traktat.desk.words import Words
from traktat.errors import NotFound
from traktat.lang import Pack, Packs
from traktat.lang.schema import FILES
from traktat.sentences import sentence

SENTENCES = ("yes", "no")
LINES = 60  # entries on a page


def router(shelf: Shelf) -> APIRouter:
    """Give the pages of the packs."""
    out = page_router()

    @out.get("/packs")
    def packs(request: Request) -> Response:
        def make(words: Words) -> dict[str, Any]:
            return {"packs": [_described(pack) for pack in _packs(shelf.settings.packs)]}

        return answer(request, "packs.html", make)

    @out.get("/packs/{code}")
    def pack(
        request: Request, code: str, file: str = "acts", q: str = "", page: int = 1
    ) -> Response:
        def make(words: Words) -> dict[str, Any]:
            found = _packs(shelf.settings.packs).get(code)
            if file not in found.entries:
                raise NotFound(
                    sentence(
                        "the pack {code:quoted} has no file {file:quoted}", code=code, file=file
                    ),
                    hint=sentence("It has {known}.", known=tuple(sorted(found.entries))),
                )
            entries = [
                (key, _entry(entry))
                for key, entry in found.entries[file].items()
                if q.casefold() in f"{key} {entry}".casefold()
            ]
            return {
                "pack": found,
                "file": file,
                "files": sorted(found.entries),
                "about": FILES[file].about if file in FILES else "",
                "entries": page_of(entries, page, LINES),
                "q": q,
            }

        return answer(request, "pack.html", make)

    return out


@cache
def _packs(directories: tuple[str, ...]) -> Packs:
    from traktat.pipeline.readers import installed

    return installed(directories)


def _described(pack: Pack) -> dict[str, Any]:
    entries = [entry for table in pack.entries.values() for entry in table.values()]
    return {
        "pack": pack,
        "entries": len(entries),
        "sentences": sum(len(entry.get(name, ())) for entry in entries for name in SENTENCES),
        "files": len(pack.entries),
    }


def _entry(entry: Any) -> Mapping[str, Any]:
    """Split an entry into what it says of itself, its lists of words, and its sentences."""
    if not isinstance(entry, Mapping):
        return {"fields": {"": entry}, "lists": {}, "yes": (), "no": ()}
    rest = {key: value for key, value in entry.items() if key not in SENTENCES}
    return {
        "fields": {
            key: value for key, value in rest.items() if not isinstance(value, list | tuple)
        },
        "lists": {key: value for key, value in rest.items() if isinstance(value, list | tuple)},
        "yes": [_sentence(one) for one in entry.get("yes", ())],
        "no": [_sentence(one) for one in entry.get("no", ())],
    }


def _sentence(one: Any) -> Mapping[str, Any]:
    told = one if isinstance(one, Mapping) else {"text": one}
    return {"text": told.get("text", ""), "why": told.get("why", "")}

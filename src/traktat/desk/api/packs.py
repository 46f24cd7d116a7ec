"""The language packs: which there are, and their entries with the sentences that hold them."""

from __future__ import annotations

from functools import cache
from typing import Any

from fastapi import APIRouter, Response

from traktat.desk.api.answers import documented, told
from traktat.desk.api.values import Identity
from traktat.desk.shelf import Shelf
from traktat.errors import NotFound
from traktat.lang import Pack, Packs
from traktat.sentences import sentence


def router(shelf: Shelf) -> APIRouter:
    """Give the questions about packs."""
    out = APIRouter(tags=["packs"])

    @out.get("/packs", responses=documented("Packs"))
    def listing() -> Response:
        """List the languages that can be read."""
        return told({"items": [described(pack) for pack in _packs(shelf.settings.packs)]})

    @out.get("/packs/{code}", responses=documented("Pack"))
    def show(code: Identity) -> Response:
        """Give one language pack."""
        return told(described(_pack(shelf, code)))

    @out.get("/packs/{code}/{file}", responses=documented("PackFile"))
    def entries(code: Identity, file: Identity) -> Response:
        """Give the entries of one file of a pack, with words and sentences."""
        found = _pack(shelf, code).entries
        if file not in found:
            raise NotFound(
                sentence("the pack {code:quoted} has no file {file:quoted}", code=code, file=file),
                hint=sentence("It has {known}.", known=tuple(sorted(found))),
            )
        return told({"pack": code, "file": file, "entries": found[file]})

    return out


def _pack(shelf: Shelf, code: str) -> Pack:
    known = {pack.code: pack for pack in _packs(shelf.settings.packs)}
    if code not in known:
        raise NotFound(
            sentence("no language pack for {code:quoted}", code=code),
            hint=sentence("There are {known}.", known=tuple(sorted(known))),
        )
    return known[code]


@cache
def _packs(directories: tuple[str, ...]) -> Packs:
    from traktat.pipeline.readers import installed

    return installed(directories)


def described(pack: Pack) -> dict[str, Any]:
    """Give the line of `traktat packs list`, without the folder, and the pack's files."""
    entries = [entry for table in pack.entries.values() for entry in table.values()]
    lists = [value for entry in entries for value in entry.values() if isinstance(value, list)]
    return {
        "code": pack.code,
        "name": pack.name,
        "entries": len(entries),
        "phrases": sum(sum(isinstance(one, str) for one in value) for value in lists),
        "sentences": sum(len(entry.get(name, ())) for entry in entries for name in ("yes", "no")),
        "digest": pack.digest,
        "files": sorted(pack.entries),
    }

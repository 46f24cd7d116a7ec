"""Short texts about fictional states, read by the real reader."""

from __future__ import annotations

from functools import lru_cache
from typing import TypeVar

from traktat.facts import phrases
from traktat.lang import Packs, packs
from traktat.model.documents import Document
from traktat.model.findings import Finding, Reading
from traktat.pipeline.pack_checks import FICTIONAL
from traktat.press import prepare
from traktat.reading import read_report

F = TypeVar("F", bound=Finding)


@lru_cache(maxsize=1)
def known() -> Packs:
    return packs(names=[*phrases(), *FICTIONAL])


def told(text: str, lang: str = "en", published: str | None = "2025-04-02") -> Reading:
    document = Document(path="told.txt", text=text, lang=lang, published=published)
    return read_report(prepare(document, known()), known().get(lang))


def all_of(kind: type[F], text: str, lang: str = "en") -> list[F]:
    return [found for found in told(text, lang).findings if isinstance(found, kind)]

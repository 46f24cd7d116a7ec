"""Every sentence of every pack's dates.toml: what is found in it, and what is not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.dated import date_page
from traktat.lang import Packs, packs
from traktat.model.findings import DateFinding, TimeFinding
from traktat.reading.dates import read_dates
from traktat.reading.quotations import read_quotations

PACKS: Packs = packs()


def _sentences(kind: str) -> list[Any]:
    return list(_each(kind))


def _each(kind: str) -> Iterator[Any]:
    for pack in PACKS:
        for key, entry in pack.entries.get("dates", {}).items():
            for number, case in enumerate(entry.get(kind, ())):
                yield pytest.param(pack.code, case, id=f"{pack.code}-{key}-{number}")


def _read(code: str, case: dict[str, str]) -> list[DateFinding | TimeFinding]:
    page = date_page(case["text"], PACKS.get(code), published=case.get("reference"))
    dates, _ = read_dates(page, read_quotations(page))
    return [mention.finding for mention in dates.items]


@pytest.mark.parametrize(("code", "case"), _sentences("yes"))
def test_a_yes_sentence_gives_its_value(code: str, case: dict[str, str]) -> None:
    found = _read(code, case)
    if "sense" in case:
        found = [f for f in found if isinstance(f, TimeFinding) and f.sense == case["sense"]]
    else:
        found = [f for f in found if isinstance(f, DateFinding)]
    assert found, "nothing was found"
    if "edtf" in case:
        assert case["edtf"] in [f.when and f.when.edtf for f in found]


@pytest.mark.parametrize(("code", "case"), _sentences("no"))
def test_a_no_sentence_gives_no_date_or_not_that_one(code: str, case: dict[str, str]) -> None:
    values = [f.when and f.when.edtf for f in _read(code, case) if isinstance(f, DateFinding)]
    if "edtf" in case:
        assert case["edtf"] not in values
    else:
        assert not values


@pytest.mark.parametrize("pack", list(PACKS), ids=lambda pack: pack.code)
def test_every_entry_says_what_it_is_and_brings_sentences(pack: Any) -> None:
    for key, entry in pack.entries.get("dates", {}).items():
        assert entry.get("gloss"), key
        assert len(entry.get("yes", ())) >= 2, key
        assert len(entry.get("no", ())) >= 1, key
        assert all("why" in case for case in entry["no"]), key

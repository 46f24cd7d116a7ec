"""Values of the model come back from the store as they went in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.shared import SHARED, needs_shared
from tests.store.samples import document, judgement, reading, record
from traktat.model.dates import When
from traktat.model.findings import DateFinding, Finding
from traktat.model.judgements import Judgement
from traktat.model.records import Record
from traktat.model.spans import Span
from traktat.pipeline import read
from traktat.store.codec import FINDINGS, from_text, from_tree, is_storable, to_text, to_tree
from traktat.store.rows import reading_of, rows_of

ALL = reading(document())


def test_every_kind_of_finding_is_known_by_its_kind() -> None:
    assert {type(finding) for finding in ALL.findings} == set(FINDINGS.values())
    assert all(kind == cls.kind for kind, cls in FINDINGS.items())


@pytest.mark.parametrize("finding", ALL.findings, ids=lambda finding: finding.kind)
def test_a_finding_comes_back_to_the_last_field(finding: Finding) -> None:
    assert from_text(type(finding), to_text(finding)) == finding


def test_what_equals_its_default_takes_no_room() -> None:
    finding = DateFinding(span=Span(0, 4), quote="2021", when=When("2021", *[date(2021, 1, 1)] * 2))
    assert set(to_tree(finding)) == {"span", "quote", "when"}


def test_a_record_comes_back() -> None:
    assert from_text(Record, to_text(record())) == record()


def test_a_judgement_comes_back_with_its_instant() -> None:
    assert from_text(Judgement, to_text(judgement())) == judgement()


def test_a_date_in_a_notation_of_its_own_keeps_its_bounds() -> None:
    odd = When("early 2021", date(2021, 1, 1), date(2021, 4, 30))
    assert from_tree(When, to_tree(odd)) == odd


def test_a_date_whose_bounds_are_narrower_than_its_edtf_keeps_them() -> None:
    narrow = When("2021", date(2021, 3, 1), date(2021, 4, 30))
    assert from_tree(When, to_tree(narrow)) == narrow


@given(st.text(st.characters(), min_size=1))
def test_any_characters_come_back_even_lone_surrogates(quote: str) -> None:
    finding = DateFinding(span=Span(0, len(quote)), quote=quote, when=When("2021", *[date.min] * 2))
    text = to_text(finding)
    assert is_storable(text)
    assert from_text(DateFinding, text) == finding


def test_a_reading_comes_back_from_its_rows() -> None:
    rows = rows_of(ALL)
    body = rows.head[-1]
    findings = [row[1:] for row in rows.findings]
    assert reading_of((body, "a.txt", ALL.report.text), findings, rows.issues) == ALL


def test_a_reading_that_differs_anywhere_has_another_digest() -> None:
    plain = rows_of(ALL).digest
    assert rows_of(reading(document())).digest == plain
    other = reading(document(outlet="Strelsau Post"))
    assert rows_of(other).digest != plain


@needs_shared
@pytest.mark.shared
def test_real_readings_come_back() -> None:
    paths = sorted(str(path) for path in Path(SHARED / "seeds").glob("*.txt"))
    for found in read(paths):
        rows = rows_of(found)
        head = (rows.head[-1], found.report.path, found.report.text)
        assert reading_of(head, [row[1:] for row in rows.findings], rows.issues) == found

"""Quotations: every kind of mark, marks that are missing, and text that is hostile."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.spoken import page_of, quotations
from traktat.reading.quotations import read_quotations


def quoted(text: str, language: str = "en") -> list[str]:
    return [text[item.span.start : item.span.end] for item in quotations(text, language)]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('"We will sign," she said.', ["We will sign,"]),
        ("“We will sign,” she said.", ["We will sign,"]),
        ("«Nous signerons», she said.", ["Nous signerons"]),
        ("„Wir unterschreiben“, she said.", ["Wir unterschreiben"]),
        ("She said ''we will sign'' twice.", ["we will sign"]),
        ("'We will sign,' she said.", ["We will sign,"]),
        ("‘We will sign,’ she said.", ["We will sign,"]),
        ('"We sign," she said. "Then we go."', ["We sign,", "Then we go."]),
        ('The "deal of the year" is dead.', ["deal of the year"]),
        ('("a wise step") and no more', ["a wise step"]),
        ('said:"We sign"', ["We sign"]),
    ],
)
def test_marks_of_every_kind_are_paired(text: str, inside: list[str]) -> None:
    assert quoted(text) == inside


@pytest.mark.parametrize(
    "text",
    [
        "The allies' plan and the ministers' fears are no secret.",
        "It's the country's pact, isn't it?",
        "They met in '98 and in '04.",
        'A pipe of 12" and a board of 6" were sold.',
        'An empty "" is nothing.',
        "",
    ],
)
def test_apostrophes_and_inches_are_no_quotations(text: str) -> None:
    assert quoted(text) == []


def test_a_plural_apostrophe_does_not_close_a_single_quotation() -> None:
    assert quoted("He called it 'the allies' plan for peace', and left.") == [
        "the allies' plan for peace"
    ]


def test_an_inner_quotation_follows_the_outer_one_and_is_deeper() -> None:
    outer, inner = quotations("“He told me ‘we will sign’ and left,” she said.")
    assert (outer.depth, inner.depth) == (0, 1)
    assert outer.first < inner.first
    assert inner.end < outer.end


def test_a_quotation_that_is_never_closed_ends_at_its_attribution() -> None:
    text = '"Kami siap berunding kapan saja, tambahnya.'
    [found] = quotations(text, "id")
    assert text[found.span.start : found.span.end] == "Kami siap berunding kapan saja"
    assert not found.closed


def test_a_quotation_that_is_never_closed_ends_with_its_paragraph() -> None:
    text = '"We are ready to talk.\nThe talks begin on Monday.'
    [found] = quotations(text)
    assert text[found.span.start : found.span.end] == "We are ready to talk."
    assert not found.closed


def test_a_quotation_over_paragraphs_is_opened_again_in_each() -> None:
    text = "“We are ready to talk.\n“We have been ready for years.”"
    assert quoted(text) == ["We are ready to talk.", "We have been ready for years."]


def test_a_new_opening_mark_shows_that_the_quotation_before_was_not_closed() -> None:
    text = '"Kami siap, kata menteri itu. "Kami menunggu," katanya.'
    assert quoted(text, "id") == ["Kami siap", "Kami menunggu,"]


def test_speech_that_lost_its_opening_mark_begins_with_its_sentence() -> None:
    text = 'Ia pulang. Kami siap berunding," kata menteri itu.'
    [found] = quotations(text, "id")
    assert text[found.span.start : found.span.end] == "Kami siap berunding,"
    assert not found.closed


def test_words_are_counted_without_marks() -> None:
    [found] = quotations('"Yes, we will: now!"')
    assert found.words == 4


HOSTILE = st.text(alphabet="ab AS.,\n\"“”'‘’«»„-", max_size=200)


@given(HOSTILE)
def test_any_mix_of_marks_gives_quotations_in_order_within_the_text(text: str) -> None:
    page = page_of(text)
    found = read_quotations(page).items
    assert [(q.first, -q.end) for q in found] == sorted((q.first, -q.end) for q in found)
    for item in found:
        assert 0 <= item.span.start <= item.span.end <= len(text)
        assert item.span == page.tokens.span(item.first, item.end)


@pytest.mark.parametrize("unit", ["'as ", '" ', "“a ", "' ' ", "'a' ", '"a" \'b '])
def test_time_grows_with_the_text_only(unit: str) -> None:
    page = page_of(unit * 20_000)
    start = process_time()
    read_quotations(page)
    assert process_time() - start < 3

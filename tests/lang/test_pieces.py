"""What each token can be in a date."""

from __future__ import annotations

from traktat.lang import packs, tokenize
from traktat.lang.calendar import calendar_of
from traktat.lang.pieces import Pieces

PACKS = packs()


def pieces_of(text: str, code: str = "id") -> Pieces:
    tokens = tokenize(text)
    return Pieces(text, tokens, calendar_of(PACKS.get(code)), 0, len(tokens))


def kinds(text: str, at: int = 0, code: str = "id") -> list[tuple[str, object]]:
    return [(atom.kind, atom.value) for atom in pieces_of(text, code).at(at)]


def test_a_number_is_a_count_and_perhaps_a_day_or_a_year() -> None:
    assert kinds("19 ") == [("number", 19), ("day", 19)]
    assert kinds("75 ") == [("number", 75)]
    assert kinds("2024 ") == [("year", 2024)]
    assert kinds("1234 ") == []
    assert kinds("0 ") == []


def test_endings_make_ordinals_and_decades() -> None:
    assert kinds("19th", code="en") == [("ordinal", 19), ("day", 19)]
    assert kinds("1970s", code="en") == [("decade", 1970)]
    assert kinds("80s", code="en") == [("decade", 1980)]
    assert ("decade", 1970) in kinds("1970-an")
    assert kinds("1975s", code="en") == []


def test_a_capital_is_asked_for_where_a_small_letter_means_something_else() -> None:
    assert ("weekday", 6) in kinds("Minggu")
    assert ("weekday", 6) not in kinds("minggu")
    assert kinds("may", code="en") == [("ahead", "")]


def test_a_full_stop_belongs_to_an_abbreviation_only_where_a_date_goes_on() -> None:
    ends = [atom.end for atom in pieces_of("Dec. 4", "en").at(0)]
    assert ends == [1, 2]
    assert [atom.end for atom in pieces_of("Dec. They", "en").at(0)] == [1]


def test_a_possessive_is_trimmed() -> None:
    (piece,) = (a for a in pieces_of("Sunday's", "en").at(0) if a.kind == "weekday")
    assert piece.trim == 2


def test_two_hyphens_are_one_dash() -> None:
    (dash,) = pieces_of("5 -- 7").at(1)
    assert (dash.kind, dash.end) == ("dash", 3)


def test_what_cannot_go_on_does_not_begin() -> None:
    assert not pieces_of("dua pihak").may_begin(0)
    assert pieces_of("dua tahun").may_begin(0)
    assert not pieces_of("5 orang").may_begin(0)
    assert pieces_of("2024 orang").may_begin(0)
    assert pieces_of("Juni").may_begin(0)

"""The pieces that pages are made of: escaped, isolated, each link where it belongs."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from tests.factories import when
from traktat.export.html.pieces import Pieces
from traktat.model.records import ReportEntry, Support
from traktat.model.spans import Span

EVIL = "<b onclick='x'>\"&"


def pieces(**more: Any) -> Pieces:
    known: dict[str, Any] = {
        "say": lambda group, key: f"{group} {key}",
        "word": lambda group, key, language: f"{key} in {language}",
        "state": lambda code: f"State {code}",
        "when": str,
        "value": str,
        "at": lambda item: f"/r/{item.report}?{item.span.start}&x",
        "party_at": lambda code: None if code == "MULTI" else f"/s/{code}",
        "person_at": lambda name: None,
        "languages": ("en", "id"),
        "entries": {
            "r1": ReportEntry(
                report="r1",
                path="p",
                outlet=EVIL,
                title=None,
                published=when("2024-05"),
                language="en",
            )
        },
    }
    return Pieces(**{**known, **more})


def support(report: str = "r1", start: int = 0, **more: Any) -> Support:
    return Support(report, Span(start, start + 5), more.pop("quote", "words"), "f", **more)


def test_what_strangers_wrote_is_escaped() -> None:
    told = pieces().supports([support(quote=EVIL, value=EVIL)]) + pieces().person_list([EVIL])
    assert isinstance(told, Markup)
    assert "<b " not in told
    assert "onclick='" not in told
    assert "&lt;b" in told
    assert 'href="/r/r1?0&amp;x"' in told


def test_names_stand_apart_and_lead_to_their_pages() -> None:
    assert pieces().party_list(["IDN", "MULTI"]) == (
        '<a href="/s/IDN"><bdi>State IDN</bdi></a>, <bdi>State MULTI</bdi>'
    )


def test_an_unknown_outlet_is_told_as_such() -> None:
    assert pieces().outlet("r2") == "ui unknown-outlet"
    assert "<time>2024-05</time>" in pieces().outlet("r1")


def test_the_same_words_are_quoted_once_and_long_lists_are_cut() -> None:
    many = [support(start=n % 4) for n in range(8)]
    assert pieces().supports(many).count("<li>") == 4
    cut = pieces(most=3).supports(many)
    assert cut.count("<li>") == 3
    assert "+ 1 ui more" in cut
    assert pieces().supports([]) == ""


def test_a_long_quotation_is_cut_behind_a_word() -> None:
    told = pieces().supports([support(quote="word " * 100)])
    assert "word…" in told
    assert len(told) < 500


def test_what_was_printed_after_the_day_says_so() -> None:
    told = pieces(later=lambda report: report == "r2").supports([support(), support("r2")])
    assert told.count("later-badge") == 1


def test_words_of_a_picture_are_cut_to_their_room_in_every_language() -> None:
    told = pieces().tspans("act", "signature", 40)
    assert told.count("<tspan") == 2
    assert "signature in" not in told
    assert "…" in told
    assert "signature in id" in pieces().tspans("act", "signature")

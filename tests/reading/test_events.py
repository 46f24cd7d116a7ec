"""Wars under their names, sanctions, and what was done amid what."""

from __future__ import annotations

import pytest

from tests.told import all_of
from traktat.model.findings import EventFinding, TimeFinding


@pytest.mark.parametrize(
    ("text", "lang", "framing", "states"),
    [
        ("Perang yang dilancarkan Norland di Valdoria berlanjut.", "id", "war", ("XNO", "XVA")),
        ("Invasi Norland ke Valdoria dikecam.", "id", "invasion", ("XNO", "XVA")),
        ("Norland's invasion of Valdoria was condemned.", "en", "invasion", ("XNO", "XVA")),
        ("They spoke of the conflict in Valdoria.", "en", "conflict", ("XVA",)),
    ],
)
def test_a_war_has_a_light_and_states(
    text: str, lang: str, framing: str, states: tuple[str, ...]
) -> None:
    found = all_of(EventFinding, text, lang)
    assert [(one.event, one.framing, one.states) for one in found] == [
        ("armed-conflict", framing, states)
    ]


def test_wars_that_are_none_are_left_out() -> None:
    assert all_of(EventFinding, "The trade war between Valdoria and Norland went on.") == []
    assert all_of(EventFinding, "Kapal perang Norland berlabuh di Valdoria.", "id") == []


def test_who_is_under_whose_sanctions() -> None:
    found = all_of(EventFinding, "Norland berada di bawah serangkaian sanksi PBB.", "id")
    assert [(one.event, one.states, one.by) for one in found] == [("sanctions", ("XNO",), ("UN",))]


def test_who_opposes_sanctions_is_not_under_them() -> None:
    found = all_of(EventFinding, "Norland opposes UN sanctions.")
    assert found == []


def test_what_was_done_amid_something() -> None:
    found = all_of(TimeFinding, "Pakta itu diumumkan di tengah laporan tentang Norland.", "id")
    assert [(one.sense, one.quote) for one in found] == [("amid", "di tengah")]

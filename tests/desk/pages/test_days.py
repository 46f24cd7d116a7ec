"""What of a record lies after a day."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import when
from traktat.desk.pages.days import TURNS, AsOf, bound_by, turns_to
from traktat.model.kinds import ActKind, AgreementStatus, PartyStatus, Status
from traktat.model.records import Record, ReportEntry, Standing, Support, TimelineAct
from traktat.model.spans import Span


def entry(report: str, published: str | None) -> ReportEntry:
    return ReportEntry(
        report=report,
        path=report,
        outlet=None,
        title=None,
        published=when(published),
        language="en",
    )


def support(report: str) -> Support:
    return Support(report, Span(0, 1), "x", "f")


def act(key: str, day: str | None, *reports: str) -> TimelineAct:
    return TimelineAct(
        id=key,
        act=ActKind.SIGNATURE,
        status=Status.OCCURRED,
        date=when(day),
        support=tuple(map(support, reports)),
    )


RECORD = Record(
    id="a",
    parties=("AAA", "BBB"),
    names=(),
    timeline=(
        act("late", "2025-06-01", "r2"),
        act("vague", "2025-05", "r1"),
        act("undated, told early", None, "r1", "r2"),
        act("undated, told late", None, "r2"),
        act("undated, day of report unknown", None, "r3"),
    ),
    reports=(entry("r1", "2025-05-10"), entry("r2", "2025-06-02"), entry("r3", None)),
)


def test_an_act_lies_after_a_day_when_it_cannot_have_happened_by_then() -> None:
    as_of = AsOf(RECORD, date(2025, 5, 15))
    assert [one.id for one in as_of.timeline] == [
        "vague",
        "undated, told early",
        "undated, day of report unknown",
        "late",
        "undated, told late",
    ]
    assert as_of.first_later == 3
    assert AsOf(RECORD, date(2025, 7, 1)).first_later == -1


def standing(day: str, status: AgreementStatus, **parties: PartyStatus) -> Standing:
    return Standing(date=date.fromisoformat(day), status=status, certain=True, parties=parties)


def test_who_gave_notice_is_still_bound() -> None:
    found = standing(
        "2025-01-01",
        AgreementStatus.IN_FORCE,
        BBB=PartyStatus.BOUND,
        AAA=PartyStatus.NOTICE_GIVEN,
        CCC=PartyStatus.SIGNED,
    )
    assert bound_by(found) == ("AAA", "BBB")


@pytest.mark.parametrize(
    ("day", "here", "previous", "following"),
    [
        ("2024-12-31", [], [], ["2025-01-01"]),
        ("2025-01-01", ["2025-01-01"], [], ["2025-03-01"]),
        ("2025-02-01", ["2025-01-01"], ["2025-01-01"], ["2025-03-01"]),
        ("2025-03-01", ["2025-03-01"], ["2025-01-01"], []),
    ],
)
def test_turns_lead_back_and_forth(day, here, previous, following) -> None:
    turns = [
        standing("2025-01-01", AgreementStatus.SIGNED),
        standing("2025-02-15", AgreementStatus.SIGNED),  # nothing changes here
        standing("2025-03-01", AgreementStatus.IN_FORCE),
    ]
    found = turns_to(turns, date.fromisoformat(day))
    assert [str(one.date) for one in found if one.here] == here
    assert [str(one.date) for one in found if one.is_previous] == previous
    assert [str(one.date) for one in found if one.is_next] == following


def test_of_a_long_life_the_turns_around_the_day_are_shown() -> None:
    states = (AgreementStatus.SIGNED, AgreementStatus.IN_FORCE)
    turns = [standing(f"{1950 + n}-01-01", states[n % 2]) for n in range(60)]
    found = turns_to(turns, date(1990, 6, 1))
    assert len(found) == TURNS
    assert any(one.here for one in found)
    assert found[0].date.year > 1950

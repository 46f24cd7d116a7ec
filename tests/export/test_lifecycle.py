"""The picture of the life cycle: days, plans, words and what lies after the day."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

from tests.factories import when
from traktat.export.html.lifecycle import ABOVE, LEFT, WIDTH, life_cycle, turns_of
from traktat.model.kinds import ActKind, Status
from traktat.model.records import Record, TimelineAct


def act(kind: ActKind, day: str, status: Status = Status.OCCURRED, **more: Any) -> TimelineAct:
    return TimelineAct(
        id=f"act-{kind.value}-{day}-{status.value}", act=kind, status=status, date=when(day), **more
    )


RECORD = Record(
    id="aaa-bbb-2024",
    parties=("IDN", "SGP"),
    names=(),
    kind="treaty",
    timeline=(
        act(ActKind.SIGNATURE, "2022-01-25"),
        act(ActKind.RATIFICATION, "2023-01", states=("IDN",)),
        act(ActKind.ENTRY_INTO_FORCE, "2023-06-01", Status.PLANNED),
        act(ActKind.ENTRY_INTO_FORCE, "2024-03-21"),
    ),
)


def marks(on: date):
    return [mark for lane in life_cycle(RECORD, on).lanes for mark in lane.marks]


def test_what_lies_after_the_day_is_later_and_the_rest_is_not() -> None:
    later = {mark.kind for mark in marks(date(2023, 3, 1)) if mark.later}
    assert later == {"entry-into-force"}
    assert not any(mark.later for mark in marks(date(2024, 3, 21)))


def test_the_drawing_stays_where_it_is_when_the_day_moves() -> None:
    today = date(2026, 1, 1)
    early = life_cycle(RECORD, date(2022, 2, 1), until=today)
    late = life_cycle(RECORD, date(2024, 4, 1), until=today)
    assert [tick.x for tick in early.ticks] == [tick.x for tick in late.ticks]
    assert LEFT <= early.today < late.today <= WIDTH


def test_a_month_is_a_bar_and_a_day_a_mark() -> None:
    [month] = [mark for mark in marks(date(2026, 1, 1)) if mark.kind == "ratification"]
    [signed, _] = [mark for mark in marks(date(2026, 1, 1)) if mark.kind == "signature"]
    assert month.x2 > month.x
    assert signed.x2 == signed.x


def test_plans_are_drawn_smaller_above_the_line_and_before_what_was_done() -> None:
    picture = life_cycle(RECORD, date(2026, 1, 1))
    lane = picture.lanes[0]
    planned = [mark for mark in lane.marks if mark.status == "planned"]
    done = [mark for mark in lane.marks if mark.status == "occurred"]
    assert lane.marks == (*planned, *done)
    assert {mark.y for mark in planned} == {lane.line - ABOVE}
    assert {mark.y for mark in done} == {lane.line}
    assert planned[0].half < done[0].half
    assert planned[0].room == 0


def test_words_have_the_room_up_to_their_neighbors() -> None:
    lane = life_cycle(RECORD, date(2026, 1, 1)).lanes[0]
    done = sorted((mark for mark in lane.marks if mark.room), key=lambda mark: mark.middle)
    for one, other in pairwise(done):
        assert (one.room + other.room) / 2 <= other.middle - one.middle + 0.2


def test_turns_that_are_known_are_not_worked_out_again() -> None:
    known = turns_of(RECORD)
    assert life_cycle(RECORD, date(2026, 1, 1), turns=known) == life_cycle(RECORD, date(2026, 1, 1))
    assert life_cycle(RECORD, date(2026, 1, 1), turns=()).stretches == ()

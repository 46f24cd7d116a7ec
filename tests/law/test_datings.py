from __future__ import annotations

from datetime import date

from tests.factories import make_act
from traktat.law.circles import circle_of
from traktat.law.datings import datings
from traktat.law.steps import Step, steps_by
from traktat.model.records import TimelineAct

PAIR = circle_of(("AAA", "BBB"))


def courses(day: date, *acts: TimelineAct) -> list[list[str]]:
    steps: list[Step] = steps_by(day, acts, PAIR)
    return [[step.act.id for _, step in course] for course in datings(day, steps)]


def test_sharp_dates_leave_one_course() -> None:
    acts = [make_act("signature", "2020-01-01", id="s"), make_act("exchange", "2020-02-01", id="x")]
    assert courses(date(2020, 3, 1), *acts) == [["s", "x"]]
    assert courses(date(2020, 1, 1), *acts) == [["s"]]


def test_the_first_course_holds_only_what_is_sure() -> None:
    acts = [make_act("signature", "2020-01-01", id="s"), make_act("exchange", "2020-02", id="x")]
    assert courses(date(2020, 2, 15), *acts) == [["s"], ["s", "x"]]
    assert courses(date(2020, 2, 29), *acts) == [["s", "x"]]


def test_vague_acts_that_undo_each_other_are_tried_in_both_orders() -> None:
    acts = [
        make_act("entry-into-force", "2019-01-01", id="e"),
        make_act("suspension", "2020-03", "AAA", id="s"),
        make_act("resumption", "2020-03", "AAA", id="r"),
    ]
    assert {tuple(course) for course in courses(date(2020, 12, 31), *acts)} == {
        ("e", "s", "r"),
        ("e", "r", "s"),
    }


def test_vague_acts_of_the_past_that_undo_nothing_are_not_tried() -> None:
    acts = [
        make_act("approval", "2020-03", "AAA", chamber="lower", id="l"),
        make_act("approval", "2020-03", "AAA", chamber="upper", id="u"),
    ]
    assert len(courses(date(2020, 12, 31), *acts)) == 1


def test_no_course_puts_a_ratification_before_the_text_it_rests_on() -> None:
    acts = [
        make_act("signature", "2020-03", "AAA BBB", id="s"),
        make_act("ratification", None, "AAA", reported_on="2020-12-31", id="r"),
    ]
    for course in courses(date(2020, 3, 15), *acts):
        assert course in ([], ["s"], ["s", "r"])


def test_many_vague_acts_give_a_number_of_courses_that_grows_no_faster_than_they() -> None:
    acts = [
        make_act("approval", "2020", f"A{index:02d}", id=f"a{index:02d}") for index in range(40)
    ]
    day = date(2020, 6, 1)
    circle = circle_of(("MULTI",))
    found = list(datings(day, steps_by(day, acts, circle)))
    assert len(found) <= 3 * 40 + 1
    assert [] in [list(course) for course in found]
    assert max(len(course) for course in found) == 40


def test_a_vague_suspension_also_waits_for_something_to_suspend() -> None:
    acts = [
        make_act("ratification", "2020-01-01", id="r"),
        make_act("suspension", "[2020-01-03..2020-01-05]", id="p"),
        make_act("exchange", "[2020-01-04..2020-01-05]", id="x"),
    ]
    assert ["r", "x", "p"] in courses(date(2020, 1, 4), *acts)

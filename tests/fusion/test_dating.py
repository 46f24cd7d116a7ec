"""Two dates of one act that exclude each other."""

from __future__ import annotations

import pytest

from tests.stories import Story
from traktat.fusion import fuse
from traktat.model.records import Disagreement, Record


def signed(name: str, day: str | None, published: str = "2024-12-01", **more: object) -> Story:
    story = Story(name, published, outlet=f"outlet {name}", names=("example accord of peace",))
    story.act("signature", day, **more)  # type: ignore[arg-type]
    return story


def record_of(*stories: Story) -> Record:
    (record,) = fuse(story.reading() for story in stories)
    return record


def differing(record: Record) -> list[Disagreement]:
    return [one for one in record.disagreements if one.rule != "sharper-date"]


def test_more_independent_origins_hold() -> None:
    record = record_of(
        signed("a", "2024-06-19"), signed("b", "2024-06-19"), signed("c", "2024-06-21")
    )
    (one,) = differing(record)
    assert (one.sort, one.prefer, one.rule) == ("contradiction", "2024-06-19", "more-origins")
    assert [value.value for value in one.values] == ["2024-06-19", "2024-06-21"]
    assert [len(value.origins) for value in one.values] == [2, 1]
    assert str(record.timeline[0].date) == "2024-06-19"
    assert len(record.timeline[0].support) == 2


def test_as_many_on_both_sides_stay_open_and_the_date_is_a_stretch() -> None:
    record = record_of(signed("a", "2024-06-19"), signed("b", "2024-06-21"))
    (one,) = differing(record)
    assert (one.prefer, one.rule) == (None, "as-many-origins")
    assert str(record.timeline[0].date) == "[2024-06-19..2024-06-21]"
    assert len(record.timeline[0].support) == 2


def test_more_reports_of_one_agency_do_not_outvote_another() -> None:
    stories = [signed(name, "2024-06-21") for name in "abc"]
    for story in stories:
        story.credit("AFP")
    record = record_of(*stories, signed("d", "2024-06-19"))
    assert differing(record)[0].prefer is None


@pytest.mark.parametrize("wrong", ["2024-09-11"])
def test_a_day_and_month_exchanged_are_a_misprint(wrong: str) -> None:
    story = signed("c", wrong)
    words = story.day(wrong, text="Saturday (11 September)")
    story.doubt("weekday-mismatch", words)
    record = record_of(signed("a", "2024-11-09"), story)
    (one,) = differing(record)
    assert (one.sort, one.prefer, one.rule) == ("garbled-copy", "2024-11-09", "day-month-swap")
    assert str(record.timeline[0].date) == "2024-11-09"


def test_a_swapped_day_that_lies_after_a_report_is_the_wrong_one() -> None:
    record = record_of(signed("a", "2024-07-03", "2024-07-04"), signed("b", "2024-03-07"))
    assert differing(record)[0].prefer is None
    late = record_of(signed("a", "2024-03-07", "2024-03-08"), signed("b", "2024-07-03"))
    assert differing(late)[0].prefer == "2024-03-07"


def test_a_wrong_weekday_gives_a_misprint_away() -> None:
    story = signed("b", "2024-06-20")
    words = story.day("2024-06-20", text="Wednesday (20/6/2024)")
    story.doubt("weekday-mismatch", words)
    record = record_of(signed("a", "2024-06-19"), story)
    (one,) = differing(record)
    assert (one.prefer, one.rule) == ("2024-06-19", "weekday-mismatch")
    assert "weekday-mismatch" in {issue.code for issue in record.issues}


def test_the_day_of_the_report_is_not_the_day_of_the_act() -> None:
    record = record_of(
        signed("a", "2024-06-19"), signed("b", "2024-06-20", reported_on="2024-06-20")
    )
    (one,) = differing(record)
    assert (one.sort, one.prefer, one.rule) == (
        "different-propositions",
        "2024-06-19",
        "report-day",
    )


def test_what_was_reported_before_a_day_did_not_happen_on_it() -> None:
    record = record_of(
        signed("a", "2024-06-19", "2024-06-20"), signed("b", "2024-06-25", "2024-07-01")
    )
    (one,) = differing(record)
    assert (one.prefer, one.rule) == ("2024-06-19", "reported-before")


def test_this_week_in_an_old_paragraph_dates_nothing() -> None:
    story = signed("b", "2024-10-28/2024-11-03", "2024-11-02")
    story.day("2024-10-28/2024-11-03", text="this week", anchor="published")
    record = record_of(signed("a", "2024-06-19"), story)
    (one,) = differing(record)
    assert (one.sort, one.prefer) == ("recycled-text", "2024-06-19")
    assert str(record.timeline[0].date) == "2024-06-19"


def test_a_copy_is_wrong_where_it_differs_from_its_parent() -> None:
    parent = signed("one", "2024-06-19", "2024-06-20")
    child = Story("one", "2024-06-21", outlet="Weekly", names=("example accord of peace",))
    child.act("signature", "2024-06-18")
    for story in (parent, child):
        for place in range(12):
            story.line(f"{place} one long line of words stands in both of these reports {place}")
    child.line("18 June")
    (one,) = differing(record_of(parent, child))
    assert (one.sort, one.prefer, one.rule) == ("garbled-copy", "2024-06-19", "slip-of-a-copy")


def test_a_month_and_its_days_do_not_disagree() -> None:
    record = record_of(signed("a", "2024-06"), signed("b", "2024-06-19"))
    assert [one.sort for one in record.disagreements] == ["imprecision"]
    assert record.disagreements[0].prefer == "2024-06-19"


def test_a_report_that_gives_two_dates_means_the_one_it_gives_more_often() -> None:
    story = Story("a", "2024-12-01")
    for day in ("2024-11-09", "2024-06", "2024-11-09"):
        story.act("ratification", day, states="RUS")
    record = record_of(story)
    (one,) = differing(record)
    assert (one.prefer, one.rule) == ("2024-11-09", "told-both-ways")
    assert [str(act.date) for act in record.timeline] == ["2024-11-09"]

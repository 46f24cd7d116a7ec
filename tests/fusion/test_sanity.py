"""Doubts that a person should look at."""

from __future__ import annotations

from tests.stories import Story
from traktat.fusion import fuse
from traktat.model.records import Record


def record_of(*stories: Story) -> Record:
    (record,) = fuse(story.reading() for story in stories)
    return record


def codes(*stories: Story) -> list[str]:
    return [one.code for one in record_of(*stories).issues]


def told(
    *acts: tuple[str, str, str], published: str | None = "2024-12-20", parties: str = "PRK RUS"
) -> Story:
    story = Story("one", published, parties=parties)
    for kind, date, states in acts:
        story.act(kind, date, states=states)
    return story


def test_acts_in_order_raise_nothing() -> None:
    assert codes(told(("signature", "2024-06-19", ""), ("ratification", "2024-11-09", "RUS"))) == []


def test_a_ratification_before_the_signature_is_doubtful() -> None:
    story = told(("signature", "2024-06-19", ""), ("ratification", "2024-05-09", "RUS"))
    record = record_of(story)
    assert [one.code for one in record.issues] == ["acts-out-of-order"]
    assert (
        "with day and month exchanged ratification would be 2024-09-05" in record.issues[0].message
    )
    assert len(record.issues[0].support) == 2


def test_a_day_that_may_fit_is_not_out_of_order() -> None:
    assert codes(told(("signature", "2024-06-19", ""), ("ratification", "2024", "RUS"))) == []


def test_the_steps_of_two_sides_have_no_order_between_them() -> None:
    acts = (("approval", "2024-11-06", "RUS"), ("ratification", "2024-05-01", "PRK"))
    assert codes(told(*acts)) == []


def test_one_of_many_may_ratify_after_entry_into_force() -> None:
    acts = (("entry-into-force", "2022-01-01", ""), ("ratification", "2022-12-01", "IDN"))
    story = told(*acts, parties="AUS IDN MYS")
    assert codes(story) == []
    two = told(*acts, parties="AUS IDN")
    assert codes(two) == ["acts-out-of-order"]


def test_what_is_told_as_done_cannot_lie_ahead() -> None:
    story = told(("signature", "2024-12-24", ""), published="2024-12-20")
    assert codes(story) == ["dated-after-its-reports"]
    assert codes(told(("signature", "2024-12-24", ""), published=None)) == []


def test_a_wrong_weekday_is_shown_with_a_guess() -> None:
    story = told(("ratification", "2024-09-11", "RUS"))
    story.doubt("weekday-mismatch", story.day("2024-09-11", text="Saturday (11 September)"))
    record = record_of(story)
    assert [one.code for one in record.issues] == ["weekday-mismatch"]
    assert "2024-11-09" in record.issues[0].message


def test_an_end_without_a_beginning_lacks_a_report() -> None:
    assert codes(told(("termination", "2024-06-19", ""))) == ["ended-without-beginning"]


def test_a_text_ready_years_before_may_be_another_agreement_s() -> None:
    assert codes(told(("text-agreed", "2000-02-09", ""), ("signature", "2024-06-19", ""))) == [
        "acts-far-apart"
    ]
    assert codes(told(("text-agreed", "2024-02-09", ""), ("signature", "2024-06-19", ""))) == []

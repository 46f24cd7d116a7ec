"""Acts merged over reports."""

from __future__ import annotations

import pytest

from tests.stories import Story
from traktat.fusion import fuse
from traktat.model.records import Record, TimelineAct


def record_of(*stories: Story) -> Record:
    (record,) = fuse(story.reading() for story in stories)
    return record


def told(name: str, *acts: tuple[object, ...], published: str = "2024-12-20", **more: str) -> Story:
    """Tell acts, each (kind, date, fields)."""
    story = Story(name, published, outlet=f"outlet {name}", **more)  # type: ignore[arg-type]
    for kind, date, fields in acts:
        story.act(kind, date, **fields)  # type: ignore[arg-type]
    return story


def days(record: Record, kind: str) -> list[str]:
    return [str(one.date) for one in record.timeline if one.act == kind]


def only(record: Record, kind: str) -> TimelineAct:
    (act,) = [one for one in record.timeline if one.act == kind]
    return act


def test_a_vague_and_a_sharp_date_are_one_act() -> None:
    record = record_of(
        told("one", ("approval", "2024-10", {"states": "RUS", "chamber": "lower"})),
        told("two", ("approval", "2024-10-24", {"states": "RUS", "chamber": "lower"})),
    )
    assert days(record, "approval") == ["2024-10-24"]


def test_two_stretches_that_overlap_leave_what_both_allow() -> None:
    record = record_of(
        told("one", ("signature", "2024-06-17/2024-06-23", {})),
        told("two", ("signature", "[2024-06-20..2024-06-30]", {})),
    )
    assert days(record, "signature") == ["[2024-06-20..2024-06-23]"]


def test_the_signature_of_a_treaty_and_of_its_law_are_two_kinds() -> None:
    record = record_of(
        told(
            "one",
            ("signature", "2024-06-19", {}),
            ("ratification", "2024-11-09", {"states": "RUS"}),
            ("exchange", "2024-12-04", {}),
        )
    )
    assert [one.act.value for one in record.timeline] == ["signature", "ratification", "exchange"]


def test_each_side_ratifies_for_itself() -> None:
    record = record_of(
        told("one", ("ratification", "2024-11-09", {"states": "RUS"})),
        told("two", ("ratification", "2024-11-11", {"states": "PRK"})),
    )
    assert [(one.states, str(one.date)) for one in record.timeline] == [
        (("RUS",), "2024-11-09"),
        (("PRK",), "2024-11-11"),
    ]


def test_the_named_actor_says_whose_step_it_is() -> None:
    story = told(
        "one", ("ratification", "2024-11-09", {"by": ("Ann Example",), "states": "PRK RUS"})
    )
    story.person("Ann Example", "RUS")
    assert only(record_of(story), "ratification").states == ("RUS",)


def test_an_act_of_an_unknown_side_joins_the_one_it_fits() -> None:
    record = record_of(
        told("one", ("ratification", "2024-11-09", {"states": "RUS"})),
        told("two", ("ratification", "2024-11-09", {"by": ("the president",)})),
        told("three", ("ratification", "2024-12-01", {"states": "PRK"})),
    )
    assert [len(one.support) for one in record.timeline] == [2, 1]


def test_both_sides_together_are_not_one_side() -> None:
    record = record_of(
        told("one", ("ratification", "2024-11-09", {"states": "RUS"})),
        told("two", ("ratification", None, {"states": "PRK RUS"})),
    )
    assert sorted(one.states for one in record.timeline) == [("PRK", "RUS"), ("RUS",)]


def test_parliament_is_the_chamber_whose_day_it_fits() -> None:
    record = record_of(
        told("one", ("approval", "2024-10-24", {"states": "RUS", "chamber": "lower"})),
        told("two", ("approval", "2024-11-06", {"states": "RUS", "chamber": "upper"})),
        told("three", ("approval", "2024-11", {"states": "RUS"})),
        told("four", ("approval", None, {"states": "RUS"})),
    )
    supports = [(one.chamber, len(one.support)) for one in record.timeline if one.date]
    assert ("lower", 1) in supports
    assert ("upper", 2) in supports
    assert len(record.timeline) == 3  # an undated "parliament approved" is more than one chamber


def test_an_undated_act_lies_between_its_neighbors() -> None:
    record = record_of(
        told("one", ("signature", "2024-06-19", {}), ("exchange", "2024-12-04", {})),
        told("two", ("ratification", None, {"states": "PRK"}), published="2024-12-05"),
    )
    act = only(record, "ratification")
    assert str(act.date) == "[2024-06-19..2024-12-04]"
    assert act.because[0].startswith("told by ")
    assert act.because[1:] == ("before the exchange", "after the signature")


def test_an_undated_act_was_done_when_its_first_report_came_out() -> None:
    record = record_of(
        told("one", ("signature", None, {}), published="2024-06-20"),
        told("two", ("signature", None, {}), published="2024-06-25"),
    )
    assert days(record, "signature") == ["[..2024-06-20]"]


def test_an_undated_act_without_any_bound_stays_undated() -> None:
    story = Story("one")
    story.act("signature")
    assert only(record_of(story), "signature").date is None


def test_what_can_be_done_again_is_done_again_on_another_day() -> None:
    record = record_of(
        told("one", ("suspension", "2009-01-01", {"states": "RUS"}), published="2016-12-01"),
        told("two", ("suspension", "2016-10-03", {"states": "RUS"}), published="2016-12-01"),
        told("three", ("suspension", None, {"states": "RUS"}), published="2010-01-01"),
    )
    assert [(str(one.date), len(one.support)) for one in record.timeline] == [
        ("2009-01-01", 2),
        ("2016-10-03", 1),
    ]


def test_planned_denied_and_done_are_kept_apart() -> None:
    record = record_of(
        told("one", ("ratification", "2024-12", {"status": "planned", "states": "RUS"})),
        told("two", ("ratification", None, {"status": "denied", "states": "RUS"})),
        told("three", ("ratification", "2024-11-09", {"states": "RUS"})),
    )
    assert {one.status.value: one.certainty for one in record.timeline} == {
        "occurred": "fact",
        "planned": "possible",
        "denied": "denied",
    }


def test_states_of_many_sign_each_for_itself() -> None:
    first = Story("one", "2020-11-20", parties="AUS CHN IDN MULTI", known="rcep")
    first.act("signature", "2020-11-15")
    second = Story("two", "2022-01-20", parties="IDN MULTI", known="rcep")
    second.act("signature", "2020-11-15", states="IDN")
    second.act("entry-into-force", "2023-01-02", states="IDN")
    second.act("entry-into-force", "2022-01-01", states="AUS CHN")
    record = record_of(first, second)
    assert [(one.act.value, one.states) for one in record.timeline] == [
        ("signature", ()),
        ("signature", ("IDN",)),
        ("entry-into-force", ("AUS", "CHN")),
        ("entry-into-force", ("IDN",)),
    ]


@pytest.mark.parametrize(
    ("values", "expected"),
    [(("397-0", "unanimous"), "397-0"), (("unanimous", None), "unanimous"), ((None, None), None)],
)
def test_a_count_is_better_than_a_word(
    values: tuple[str | None, ...], expected: str | None
) -> None:
    stories = [
        told(str(n), ("approval", "2024-10-24", {"states": "RUS", "vote": vote}))
        for n, vote in enumerate(values)
    ]
    assert record_of(*stories).timeline[0].vote == expected


def test_the_sharpest_effect_and_all_report_days_are_kept() -> None:
    vague = {"effective_on": "2024-12", "reported_on": "2024-12-05"}
    record = record_of(
        told("one", ("entry-into-force", "2024-12-04", vague)),
        told("two", ("entry-into-force", "2024-12-04", {"effective_on": "2024-12-04"})),
    )
    act = only(record, "entry-into-force")
    assert str(act.effective_on) == "2024-12-04"
    assert [str(one) for one in act.reported_on] == ["2024-12-05"]


def test_an_act_keeps_its_id_when_its_date_gets_sharper() -> None:
    vague = told("one", ("signature", "2024-06", {}))
    sharp = told("two", ("signature", "2024-06-19", {}))
    assert only(record_of(vague), "signature").id == only(record_of(vague, sharp), "signature").id


def test_an_agreement_of_many_enters_into_force_for_each_on_its_own_day() -> None:
    first = Story("one", "2022-08-30", parties="IDN MULTI", known="rcep")
    first.act("entry-into-force", "2022-01-01", states="IDN MULTI")
    second = Story("two", "2023-01-02", parties="MULTI", known="rcep")
    second.act("entry-into-force", "2023-01-02", states="IDN")
    second.act("entry-into-force", "2022-02-01", states="KOR")
    third = Story("three", "2023-06-02", parties="MULTI", known="rcep")
    third.act("entry-into-force", "2023-06-02", states="PHL")
    record = record_of(first, second, third)
    assert [(str(one.date), one.states) for one in record.timeline] == [
        ("2022-01-01", ("MULTI",)),
        ("2022-02-01", ("KOR",)),
        ("2023-01-02", ("IDN",)),
        ("2023-06-02", ("PHL",)),
    ]
    assert not record.disagreements


def test_states_named_among_others_have_an_entry_of_their_own() -> None:
    story = Story("one", "2022-08-30", parties="IDN MULTI", known="rcep")
    story.act("entry-into-force", "2022-01-01", states="AUS CHN MULTI")
    record = record_of(story)
    assert {one.states for one in record.timeline} == {("MULTI",), ("AUS", "CHN")}


def test_one_telling_of_two_parties_meets_another_of_one_of_them() -> None:
    first = Story("one", "2023-03-01", parties="FIN NOR MULTI", known="rcep")
    first.act("deposit", "2023-02-01", states="FIN NOR")
    second = Story("two", "2023-03-02", parties="FIN MULTI", known="rcep")
    second.act("deposit", "2023-02-03", states="FIN")
    record = record_of(first, second)
    assert {one.states: len(one.support) for one in record.timeline} == {("FIN",): 2, ("NOR",): 1}
    assert [one.about for one in record.disagreements] == ["act:deposit:FIN:date"]


def test_a_ratification_without_a_day_is_not_before_the_entry_for_others() -> None:
    story = Story("one", "2022-08-30", parties="IDN MULTI", known="rcep")
    story.act("entry-into-force", "2022-01-01", states="MULTI")
    story.act("ratification", None, states="IDN")
    (ratified,) = (one for one in record_of(story).timeline if one.act.value == "ratification")
    assert str(ratified.date) == "[..2022-08-30]"


def test_a_report_from_before_a_withdrawal_does_not_tell_of_it() -> None:
    record = record_of(
        told("one", ("withdrawal", None, {"states": "RUS"}), published="2024-07-18"),
        told("two", ("withdrawal", "2025-03-06", {"states": "RUS"}), published="2025-03-06"),
        told("three", ("withdrawal", None, {"states": "RUS"}), published="2025-04-01"),
    )
    assert [(str(one.date), len(one.support)) for one in record.timeline] == [
        ("[..2024-07-18]", 1),
        ("2025-03-06", 2),
    ]


def test_some_party_of_many_is_not_the_one_that_is_named_elsewhere() -> None:
    first = Story("one", "2010-08-01", parties="LTU NOR MULTI", known="rcep")
    first.act("ratification", None)
    second = Story("two", "2024-07-18", parties="LTU MULTI", known="rcep")
    second.act("ratification", "2011-03", states="LTU")
    second.act("ratification", None)
    record = record_of(first, second)
    assert {one.states: len(one.support) for one in record.timeline} == {(): 1, ("LTU",): 2}

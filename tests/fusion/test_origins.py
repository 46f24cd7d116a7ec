"""Who stands behind a fact, and how many of them are independent."""

from __future__ import annotations

from tests.stories import Story
from traktat.fusion import fuse
from traktat.model.records import Record, TimelineAct
from traktat.model.spans import Span


def signature(*stories: Story) -> TimelineAct:
    (record,) = fuse(story.reading() for story in stories)
    (act,) = [one for one in record.timeline if one.act == "signature"]
    return act


def told(name: str, outlet: str | None = None, agency: str | None = None, **more: object) -> Story:
    story = Story(name, "2024-06-20", outlet=outlet)
    story.act("signature", "2024-06-19", **more)  # type: ignore[arg-type]
    if agency:
        story.credit(agency)
    return story


def test_two_outlets_with_one_agency_are_one_origin() -> None:
    act = signature(told("one", "Daily", "AFP"), told("two", "Weekly", "AFP"))
    assert (act.independent_origins, act.origins) == (1, ("AFP",))
    assert act.credibility == 2


def test_two_agencies_confirm_each_other() -> None:
    act = signature(told("one", "Daily", "AFP"), told("two", "Daily", "TASS"))
    assert (act.independent_origins, act.origins, act.credibility) == (2, ("AFP", "TASS"), 1)


def test_a_report_without_a_credit_answers_for_itself() -> None:
    act = signature(told("one", "Daily"), told("two", "Weekly"))
    assert (act.independent_origins, act.origins) == (2, ("Daily", "Weekly"))


def test_two_own_reports_of_one_outlet_are_one_origin() -> None:
    assert signature(told("one", "Daily"), told("two", "Daily")).independent_origins == 1


def test_who_is_quoted_in_a_passage_is_deeper_than_who_is_credited_for_all() -> None:
    story = Story("chain", "2024-06-20", outlet="Daily")
    span = story.act("signature", "2024-06-19")
    story.credit("KCNA", scope=span, organ_of="PRK").credit("AFP")
    act = signature(story, told("two", "Weekly", "KCNA"))
    assert act.origins == ("AFP", "KCNA")
    assert act.independent_origins == 1
    assert act.party_organ


def test_a_credit_covers_only_its_scope() -> None:
    story = Story("scoped", "2024-06-20", outlet="Daily")
    other = story.line()
    story.act("signature", "2024-06-19")
    story.credit("KCNA", scope=other, organ_of="PRK")
    act = signature(story)
    assert act.origins == ("Daily",)
    assert not act.party_organ


def test_an_organ_that_cites_itself_through_another_agency_is_the_origin() -> None:
    story = Story("organ", "2024-06-20", outlet="Daily")
    span = story.act("signature", "2024-06-19")
    story.credit("Yonhap", scope=span).credit("KCNA", scope=span, organ_of="PRK")
    assert {one.origin for one in signature(story).support} == {"KCNA"}


def test_who_credits_two_agencies_adds_nothing_to_what_both_say() -> None:
    both = told("both", "Daily", "AFP")
    both.credit("TASS")
    act = signature(both, told("two", "Weekly", "AFP"), told("three", "Monthly", "TASS"))
    assert act.independent_origins == 2
    assert signature(both).independent_origins == 1


def test_a_party_that_says_so_itself_is_an_origin_with_a_flag() -> None:
    act = signature(told("one", "Daily", via="PRK"))
    assert act.origins == ("PRK",)
    assert act.party_organ


def test_a_person_who_says_so_speaks_for_a_state() -> None:
    story = Story("said", "2024-06-20", outlet="Daily")
    story.person("Vladimir Putin", "RUS")
    story.act("signature", "2024-06-19", via="Vladimir Putin")
    act = signature(story)
    assert act.party_organ
    assert act.independent_origins == 1


def test_nobody_knows_where_a_text_without_outlet_and_credit_comes_from() -> None:
    act = signature(told("one"))
    assert act.origins == (f"report {told('one').id}",)
    assert act.credibility == 6


def test_a_copy_in_another_outlet_adds_no_origin() -> None:
    parent = told("one", "Daily")
    for _ in range(12):
        parent.line()
    child = Story("one", "2024-06-21", outlet="Weekly")
    child.act("signature", "2024-06-19")
    for _ in range(12):
        child.line()
    child.line("A line that only the copy has")
    act = signature(parent, child)
    assert act.independent_origins == 1
    assert len(act.support) == 2


def test_old_text_used_again_goes_back_to_the_old_report() -> None:
    old = Story("old", "2024-06-20", outlet="Daily")
    row = "On Wednesday in the capital both heads of state put their names to the accord at noon"
    span = old.line(row)
    old.act("signature", "2024-06-19", at=span)
    old.line()
    new = Story("new", "2024-11-02", outlet="Weekly")
    for _ in range(6):
        new.line()
    again = new.line(row)
    new.act("signature", "2024-06-19", at=again)
    (record,) = fuse([old.reading(), new.reading()])
    ties = [(one.sort, one.report, one.of) for one in record.lineage]
    assert ties == [("recycled", new.id, old.id)]
    assert record.timeline[0].independent_origins == 1


def test_stacked_versions_are_credited_each_for_its_own_part() -> None:
    story = Story("stacked", "2024-06-20", outlet="Daily")
    first = story.act("signature", "2024-06-19")
    from traktat.model.reports import Segment

    middle = len(story.text)
    story.act("entry-into-force", "2024-06-19")
    story.credit("AFP").credit("AP")
    story.segments = [
        Segment(Span(0, middle), "AFP"),
        Segment(Span(middle, len(story.text)), "AP"),
    ]
    (record,) = fuse([story.reading()])
    origins = {one.act.value: one.origins for one in record.timeline}
    assert origins == {"signature": ("AFP",), "entry-into-force": ("AP",)}
    assert first.start < middle
    assert [one.sort for one in record.lineage].count("stacked") == 2


def test_a_value_with_fewer_origins_is_doubtful() -> None:
    stories = [told(name, name, name) for name in ("AFP", "TASS", "AP", "DPA")]
    wrong = Story("wrong", "2024-06-20", outlet="Weekly")
    wrong.act("signature", "2024-06-18")
    (record,) = fuse(story.reading() for story in (*stories, wrong))
    act = record.timeline[0]
    assert str(act.date) == "2024-06-19"
    assert (act.independent_origins, act.credibility) == (4, 2)


def lineage(record: Record) -> set[tuple[str, str]]:
    return {(one.sort, one.of) for one in record.lineage}


def test_credits_stand_in_the_lineage_with_their_basis() -> None:
    story = told("one", "Daily", "AFP")
    (record,) = fuse([story.reading()])
    assert lineage(record) == {("credited", "AFP")}

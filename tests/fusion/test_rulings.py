"""Judgements applied to findings, and what becomes of them when the evidence changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from tests.stories import Story
from traktat.fusion import fuse
from traktat.fusion.corrections import corrected
from traktat.fusion.evidence import gather
from traktat.fusion.rulings import evidence_digest, in_force
from traktat.model.findings import ActFinding, finding_id
from traktat.model.judgements import Judgement, Verdict
from traktat.model.kinds import ActKind, Chamber
from traktat.model.records import Record


def judged(
    about: str, verdict: Verdict, *, number: int = 1, by: str = "ann", **more: object
) -> Judgement:
    at = datetime(2025, 1, 1, tzinfo=UTC) + timedelta(minutes=number)
    return Judgement(id=f"j{number}", about=about, verdict=verdict, by=by, at=at, **more)  # type: ignore[arg-type]


def told() -> tuple[Story, ActFinding, str]:
    story = Story("one", "2024-11-12", outlet="Daily")
    story.act("signature", "2024-06-19")
    story.act("approval", "2024-10", states="RUS")
    finding = next(one for one in story.findings if getattr(one, "act", None) is ActKind.APPROVAL)
    assert isinstance(finding, ActFinding)
    return story, finding, f"{story.id}:{finding_id(finding)}"


def record_of(story: Story, *judgements: Judgement) -> Record:
    (record,) = fuse([story.reading()], judgements)
    return record


def test_a_rejected_finding_is_gone() -> None:
    story, _, about = told()
    record = record_of(story, judged(about, Verdict.REJECT))
    assert [one.act for one in record.timeline] == [ActKind.SIGNATURE]


def test_the_bare_id_of_a_finding_is_enough() -> None:
    story, finding, _ = told()
    record = record_of(story, judged(finding_id(finding), Verdict.REJECT))
    assert len(record.timeline) == 1


def test_an_accepted_finding_is_sure() -> None:
    story, finding, about = told()
    story.findings[story.findings.index(finding)] = doubtful = replace(finding, confidence=0.4)
    record = record_of(story, judged(about, Verdict.ACCEPT))
    assert record.timeline[1].confidence == 1.0
    assert finding_id(doubtful) == finding_id(finding)


def test_a_correction_changes_the_record_and_keeps_the_finding_s_id() -> None:
    story, finding, about = told()
    changes = (("date", "2024-10-24"), ("chamber", "lower"), ("by", "State Duma"))
    record = record_of(story, judged(about, Verdict.CORRECT, changes=changes))
    act = record.timeline[1]
    assert (str(act.date), act.chamber, act.by) == ("2024-10-24", Chamber.LOWER, ("State Duma",))
    assert act.support[0].finding == finding_id(finding)


def test_the_latest_decision_counts_in_whatever_order_they_come() -> None:
    story, _, about = told()
    first = judged(about, Verdict.REJECT)
    second = judged(about, Verdict.ACCEPT, number=2)
    assert record_of(story, second, first) == record_of(story, first, second)
    assert len(record_of(story, first, second).timeline) == 2


def test_an_undone_decision_does_not_count() -> None:
    story, _, about = told()
    first = judged(about, Verdict.REJECT)
    assert record_of(story, first, replace(first, undone=True)) == record_of(story)


def test_two_people_who_decide_differently_raise_an_issue() -> None:
    story, _, about = told()
    record = record_of(
        story,
        judged(about, Verdict.REJECT),
        judged(about, Verdict.ACCEPT, number=2, by="bob"),
    )
    assert [one.code for one in record.issues] == ["conflicting-judgement"]
    assert "ann, bob" in record.issues[0].message


def test_a_decision_follows_its_evidence_to_a_better_reading() -> None:
    story, finding, about = told()
    digest = evidence_digest(story.reading().report, finding)
    better = replace(finding, chamber=Chamber.LOWER)
    story.findings[story.findings.index(finding)] = better
    ruling = judged(about, Verdict.REJECT, evidence=digest)
    assert len(record_of(story, ruling).timeline) == 1


def test_a_decision_whose_evidence_is_gone_is_reported() -> None:
    story, finding, about = told()
    story.findings.remove(finding)
    record = record_of(story, judged(about, Verdict.REJECT, evidence="0" * 16))
    assert [one.code for one in record.issues] == ["stale-judgement"]
    assert record.issues[0].support[0].report == story.id


def test_a_decision_on_other_words_than_these_is_stale() -> None:
    story, _, about = told()
    record = record_of(story, judged(about, Verdict.REJECT, evidence="0" * 16))
    assert len(record.timeline) == 2
    assert [one.code for one in record.issues] == ["stale-judgement"]


@pytest.mark.parametrize(
    "changes",
    [(("date", "soon"),), (("act", "wedding"),), (("span", "[0, 1]"),), (("color", "red"),)],
)
def test_a_correction_that_cannot_be_applied_is_an_issue(
    changes: tuple[tuple[str, str], ...],
) -> None:
    story, _, about = told()
    record = record_of(story, judged(about, Verdict.CORRECT, changes=changes))
    assert [one.code for one in record.issues] == ["bad-judgement"]
    assert len(record.timeline) == 2


def test_a_rejected_report_is_left_out() -> None:
    story, _, _ = told()
    other = Story("two", "2024-11-12", outlet="Weekly")
    other.act("signature", "2024-06-19")
    ruling = judged(story.id, Verdict.REJECT)
    (record,) = fuse([story.reading(), other.reading()], [ruling])
    assert [one.report for one in record.reports] == [other.id]


def test_moments_are_compared_across_time_zones() -> None:
    story, _, about = told()
    late = judged(about, Verdict.ACCEPT, number=2)
    early = replace(
        judged(about, Verdict.REJECT, number=1),
        at=datetime(2025, 1, 1, 7, 1, tzinfo=timezone(timedelta(hours=7))),
    )
    naive = replace(judged(about, Verdict.REJECT, number=0), at=datetime(2025, 1, 1))
    assert len(record_of(story, late, early, naive).timeline) == 2


def test_values_are_given_in_their_printed_form() -> None:
    _, finding, about = told()
    changes = (("by", '["Ann", "Bob, Jr."]'), ("place", ""), ("status", "planned"))
    made = corrected(finding, judged(about, Verdict.CORRECT, changes=changes))
    assert isinstance(made, ActFinding)
    assert (made.by, made.place, made.status.value) == (("Ann", "Bob, Jr."), None, "planned")
    assert made.because[-1].rule == "judgement"


def test_parties_can_be_corrected() -> None:
    story, _, _ = told()
    agreement = next(one for one in story.findings if one.kind == "agreement")
    ruling = judged(
        f"{story.id}:{finding_id(agreement)}", Verdict.CORRECT, changes=(("parties", "CHN,PRK"),)
    )
    (record,) = fuse([story.reading()], [ruling])
    assert record.parties == ("CHN", "PRK")


def test_persons_are_merged_and_split_by_people() -> None:
    story = Story("one", "2024-11-12")
    story.statement("Ann Example", "A first remark that is long enough to be told from others here")
    story.statement("A. E. Sample", "Another remark altogether, with words that no other one has")
    merge = judged("person:Ann Example", Verdict.MERGE, other="person:A. E. Sample")
    assert len({one.speaker for one in record_of(story, merge).statements}) == 1
    spelled = Story("two", "2024-11-12")
    spelled.statement("Andrei Rudenko", "A first remark that is long enough to be told from others")
    spelled.statement("Andrey Rudenko", "Another remark altogether, with words that no other has")
    assert len({one.speaker for one in record_of(spelled).statements}) == 1
    split = judged("person:Andrei Rudenko", Verdict.SPLIT, other="person:Andrey Rudenko")
    assert len({one.speaker for one in record_of(spelled, split).statements}) == 2


def test_of_two_readings_of_one_text_the_first_printed_speaks() -> None:
    story, _, _ = told()
    early = story.reading(outlet="Daily")
    late = replace(early, report=replace(early.report, outlet="Weekly", published=None))
    evidence = gather([late, early], in_force(()))[story.id]
    assert evidence.report.outlet == "Daily"
    assert [one.outlet for one in evidence.entries] == ["Daily", "Weekly"]

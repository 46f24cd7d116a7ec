"""Every verdict changes the record at once, says what it changed, and can be taken back."""

from __future__ import annotations

from datetime import date

import pytest

from tests.pipeline.reviewing.conftest import EXAMPLES, Decide, printed
from traktat.errors import ConflictingJudgement, JudgementError, NotFound, TraktatError
from traktat.fusion import fuse
from traktat.model.findings import finding_id
from traktat.model.judgements import Verdict
from traktat.model.kinds import ActKind, Status
from traktat.model.records import TimelineAct
from traktat.pipeline import Agreements, Settings, builds, fusing, open_store
from traktat.pipeline.explanations import explained
from traktat.pipeline.reviewing import Decision, Effect, Reviewed, Reviewing

IRAN = "irn-rus-2025"


def act_of(agreements: Agreements, kind: ActKind, status: Status = Status.OCCURRED) -> TimelineAct:
    acts = agreements[IRAN].timeline
    return next(one for one in acts if one.act is kind and one.status is status)


def effect_on(done: Reviewed, agreement: str = IRAN) -> Effect:
    return next(one for one in done.effects if one.agreement == agreement)


def finding_of(agreements: Agreements, report: str, kind: str) -> str:
    reading = agreements.reading(report)
    assert reading is not None
    return f"{report}:{next(finding_id(one) for one in reading.findings if one.kind == kind)}"


def test_a_rejected_act_leaves_the_record_and_the_standing_changes(
    agreements: Agreements, decide: Decide
) -> None:
    force = act_of(agreements, ActKind.ENTRY_INTO_FORCE)
    done = decide(force.id, "reject", why="only planned")
    effect = effect_on(done)
    assert effect.standing is not None
    assert (effect.standing.before, effect.standing.after) == ("in-force", "signed")
    assert [
        one.id for one in effect.items if (one.part, one.change) == ("timeline", "removed")
    ] == [force.id]
    assert len(done.judgements) == len(force.support)
    assert {one.why for one in done.judgements} == {"only planned"}


@pytest.mark.parametrize(
    ("field", "value", "read"),
    [
        ("date", "2025-06-01", lambda act: str(act.date)),
        ("by", "Ann Example, Bob Example", lambda act: ", ".join(act.by)),
        ("status", "planned", lambda act: act.status.value),
        ("act", "acceptance", None),
        ("act", "publication", lambda act: act.act.value),
        ("states", "irn", lambda act: ",".join(act.states).lower()),
        ("place", "Sochi", lambda act: act.place),
    ],
)
def test_each_field_of_an_act_can_be_corrected(
    agreements: Agreements, decide: Decide, field: str, value: str, read: object
) -> None:
    act = act_of(agreements, ActKind.RATIFICATION)
    if read is None:
        with pytest.raises(JudgementError, match="act is one of"):
            decide(act.id, "correct", changes={field: value})
        return
    decide(act.id, "correct", changes={field: value})
    wanted = {(one.report, one.finding) for one in act.support}
    found = next(
        one
        for one in agreements[IRAN].timeline
        if wanted <= {(item.report, item.finding) for item in one.support}
    )
    assert read(found) == value  # type: ignore[operator]


def test_what_changed_is_told_field_by_field(agreements: Agreements, decide: Decide) -> None:
    done = decide(
        act_of(agreements, ActKind.RATIFICATION).id, "correct", changes={"date": "2025-04-22"}
    )
    (item,) = [one for one in effect_on(done).items if one.part == "timeline"]
    assert item.change == "changed"
    assert ("date", "2025-04-21", "2025-04-22") in [
        (one.field, one.before, one.after) for one in item.fields
    ]
    told = done.to_json()
    assert told["schema"] == "traktat.review/1"
    assert told["agreements"][0]["agreement"] == IRAN


def test_the_speaker_of_a_statement_can_be_corrected(
    agreements: Agreements, decide: Decide
) -> None:
    said = agreements[IRAN].statements[0]
    decide(said.id, "correct", changes={"speaker": "Ann Example"})
    assert "Ann Example" in {one.speaker for one in agreements[IRAN].statements}


def test_parties_of_a_report_s_agreement_can_be_corrected(
    agreements: Agreements, decide: Decide
) -> None:
    report = agreements[IRAN].reports[0].report
    done = decide(
        finding_of(agreements, report, "agreement"), "correct", changes={"parties": "IRN,CHN"}
    )
    assert "chn-irn-2025" in [one.agreement for one in done.effects if one.change == "new"]
    assert agreements["chn-irn-2025"].parties == ("CHN", "IRN")


def test_a_rejected_report_counts_no_more(agreements: Agreements, decide: Decide) -> None:
    report = agreements[IRAN].reports[0].report
    done = decide(report, "reject")
    assert report not in {one.report for one in agreements[IRAN].reports}
    assert ("reports", "removed") in [(one.part, one.change) for one in effect_on(done).items]


def test_two_agreements_are_merged_and_the_one_named_first_leads(
    agreements: Agreements, decide: Decide
) -> None:
    done = decide(IRAN, "merge", other="irn-rus-2001")
    assert [one.agreement for one in done.effects if one.change == "gone"] == ["irn-rus-2001"]
    (judgement,) = done.judgements
    assert "#" in judgement.about
    assert len(judgement.evidence.split("+")) == 2
    assert ("agreement", IRAN) in judgement.said


def test_a_report_s_agreement_is_taken_out_and_the_rest_keeps_its_id(
    agreements: Agreements, decide: Decide
) -> None:
    link = agreements[IRAN].links[0]
    before = len(agreements[IRAN].reports)
    done = decide(f"{link.report}#{link.key}", "split")
    assert len(agreements[IRAN].reports) == before - 1
    (new,) = [one.agreement for one in done.effects if one.change == "new"]
    assert [one.report for one in agreements[new].reports] == [link.report]


def test_a_report_s_agreement_is_moved_to_another(agreements: Agreements, decide: Decide) -> None:
    link = agreements[IRAN].links[0]
    decide(f"{link.report}#{link.key}", "split", other="rcep")
    assert link.report in {one.report for one in agreements["rcep"].reports}


def test_two_names_become_one_person_and_two_again(agreements: Agreements, decide: Decide) -> None:
    one, other = sorted({one.speaker for one in agreements[IRAN].statements})[:2]
    decide(f"person:{one}", "merge", other=f"person:{other}")
    assert len({one, other} & {item.speaker for item in agreements[IRAN].statements}) == 1
    decide(f"person:{one}", "split", other=f"person:{other}")
    assert {one, other} <= {item.speaker for item in agreements[IRAN].statements}


def test_a_name_that_only_a_correction_gave_is_a_person_too(
    agreements: Agreements, reviewing: Reviewing, decide: Decide
) -> None:
    said = agreements[IRAN].statements[0]
    decide(said.id, "correct", changes={"speaker": "Ann Example"})
    other = next(one.speaker for one in agreements[IRAN].statements if one.speaker != "Ann Example")
    decide("person:Ann Example", "merge", other=f"person:{other}")
    speakers = {one.speaker for one in agreements[IRAN].statements}
    assert len({"Ann Example", other} & speakers) == 1
    assert "stale-judgement" not in {one.sort for one in reviewing.queue()}


def test_a_copy_takes_independence_away_and_a_denied_copy_gives_it(
    agreements: Agreements, decide: Decide
) -> None:
    signed = act_of(agreements, ActKind.SIGNATURE)
    tie = next(one for one in agreements[IRAN].lineage if one.sort == "copy")
    decide(f"tie:{tie.report}:{tie.of}", "reject")
    more = act_of(agreements, ActKind.SIGNATURE).independent_origins
    assert more == signed.independent_origins + 1
    decide(tie.report, "copy", other=tie.of)
    assert act_of(agreements, ActKind.SIGNATURE).independent_origins == signed.independent_origins
    judged = next(one for one in agreements[IRAN].lineage if one.basis == "judged")
    assert "judged by ana" in judged.why


def test_of_copy_and_no_copy_the_later_counts(agreements: Agreements, decide: Decide) -> None:
    one, other = (entry.report for entry in agreements[IRAN].reports[:2])
    before = printed(agreements)
    decide(one, "copy", other=other)
    assert printed(agreements) != before
    decide(f"tie:{other}:{one}", "reject")
    assert printed(agreements) == before


VERDICTS = ["reject", "accept", "correct", "merge", "split", "copy"]


@pytest.mark.parametrize("verdict", VERDICTS)
def test_what_is_taken_back_leaves_no_trace_in_any_record(
    agreements: Agreements, reviewing: Reviewing, decide: Decide, verdict: str
) -> None:
    record = agreements[IRAN]
    link, reports = record.links[0], [one.report for one in record.reports]
    about, more = {
        "merge": (IRAN, {"other": "rcep"}),
        "split": (f"{link.report}#{link.key}", {}),
        "copy": (reports[0], {"other": reports[1]}),
        "correct": (record.timeline[0].id, {"changes": {"date": "2025-02-02"}}),
    }.get(verdict, (record.timeline[0].id, {}))
    before = printed(agreements)
    done = decide(about, verdict, **more)
    assert done.judgements
    for one in done.judgements:
        taken_back = reviewing.undo(one.id, by="budi", why="a slip")
        assert taken_back.judgements[0].by == "budi"
    assert printed(agreements) == before
    log = reviewing.judgements()
    assert len(log) == 2 * len(done.judgements)
    assert {(one.by, one.why) for one in log if one.undone} == {("budi", "a slip")}


def test_taking_back_twice_is_taking_back_once(
    agreements: Agreements, reviewing: Reviewing, decide: Decide
) -> None:
    (one, *_) = decide(agreements[IRAN].timeline[0].id, "accept").judgements
    reviewing.undo(one.id, by="ana")
    assert reviewing.undo(one.id, by="ana").already
    with pytest.raises(NotFound, match="no judgement"):
        reviewing.undo("j-none", by="ana")


def test_the_same_decision_can_be_made_again_after_it_was_taken_back(
    agreements: Agreements, reviewing: Reviewing, decide: Decide
) -> None:
    force = act_of(agreements, ActKind.ENTRY_INTO_FORCE)
    for one in decide(force.id, "reject").judgements:
        reviewing.undo(one.id, by="ana")
    assert effect_on(decide(force.id, "reject")).standing


def test_corrections_of_different_fields_by_two_people_add_up(
    agreements: Agreements, decide: Decide
) -> None:
    act = act_of(agreements, ActKind.RATIFICATION)
    decide(act.id, "correct", changes={"date": "2025-04-22"})
    new = act_of(agreements, ActKind.RATIFICATION)
    decide(new.id, "correct", by="budi", changes={"place": "Sochi"})
    last = act_of(agreements, ActKind.RATIFICATION)
    assert (str(last.date), last.place) == ("2025-04-22", "Sochi")
    assert not [one for one in agreements[IRAN].issues if one.code == "conflicting-judgement"]


def test_who_decides_otherwise_is_told_and_both_can_stand(
    agreements: Agreements, decide: Decide
) -> None:
    about = finding_of(agreements, agreements[IRAN].reports[0].report, "act")
    decide(about, "reject")
    with pytest.raises(ConflictingJudgement, match="ana decided otherwise"):
        decide(about, "accept", by="budi")
    decide(about, "accept", by="budi", against_others=True)
    (issue,) = [one for one in agreements[IRAN].issues if one.code == "conflicting-judgement"]
    assert "ana, budi decided differently" in issue.message


def test_conflicts_about_ties_persons_and_mentions_stand_on_the_record(
    agreements: Agreements, decide: Decide
) -> None:
    record = agreements[IRAN]
    one, other = (entry.report for entry in record.reports[:2])
    first, second = sorted({item.speaker for item in record.statements})[:2]
    link = next(item for item in record.links if item.report not in (one, other))
    mention = f"{link.report}#{link.key}"
    for about, verdict, against, to in (
        (one, "copy", f"tie:{one}:{other}", other),
        (f"person:{first}", "merge", f"person:{first}", f"person:{second}"),
    ):
        decide(about, verdict, other=to)
        opposite = "reject" if verdict == "copy" else "split"
        decide(
            against,
            opposite,
            by="budi",
            other=None if verdict == "copy" else to,
            against_others=True,
        )
    decide(mention, "split")
    decide(mention, "split", by="budi", other="rcep", against_others=True)
    told = [
        issue.message
        for agreement in agreements
        for issue in agreement.issues
        if issue.code == "conflicting-judgement"
    ]
    assert any(message.startswith("tie:") for message in told)
    assert any(message.startswith("person:") for message in told)
    assert any(message.startswith(mention) for message in told)


@pytest.mark.parametrize(
    ("about", "verdict", "more", "error", "message"),
    [
        ("act-none", "accept", {}, NotFound, "no finding, act"),
        ("none", "merge", {"other": IRAN}, NotFound, "no agreement"),
        (IRAN, "merge", {"other": IRAN}, JudgementError, "one already"),
        (IRAN, "merge", {}, JudgementError, "two things"),
        (IRAN, "split", {}, JudgementError, "whole agreement"),
        ("person:Nobody At All", "merge", {"other": "person:X"}, NotFound, "no report names"),
        ("person:Vladimir Putin", "split", {}, JudgementError, "two names"),
        ("000000000000", "copy", {"other": "111111111111"}, NotFound, "no report"),
        ("000000000000", "copy", {}, JudgementError, "two reports"),
        ("000000000000#Z", "split", {}, NotFound, "no report speaks"),
        ("x", "correct", {}, JudgementError, "names the fields"),
        ("x", "accept", {"changes": {"date": "2024"}}, JudgementError, "names the fields"),
        ("x", "accept", {"why": "a" * 3000}, JudgementError, "at most"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(
    agreements: Agreements,
    decide: Decide,
    about: str,
    verdict: str,
    more: dict[str, object],
    error: type[TraktatError],
    message: str,
) -> None:
    before = printed(agreements)
    with pytest.raises(error, match=message) as raised:
        decide(about, verdict, **more)
    assert raised.value.hint
    assert printed(agreements) == before
    assert agreements.store.judgements() == ()


@pytest.mark.parametrize(
    "changes",
    [
        {"date": "soon"},
        {"color": "red"},
        {"span": "[0, 1]"},
        {"states": "North Korea, RUS"},
        {"agreement": "Z"},
        {"status": ""},
        {"act": "wedding"},
        {"place": "x" * 1001},
    ],
)
def test_a_correction_that_cannot_be_is_refused(
    agreements: Agreements, decide: Decide, changes: dict[str, str]
) -> None:
    with pytest.raises(JudgementError):
        decide(agreements[IRAN].timeline[0].id, "correct", changes=changes)
    assert agreements.store.judgements() == ()


def test_somebody_has_to_judge(agreements: Agreements, decide: Decide) -> None:
    with pytest.raises(JudgementError, match="who judges"):
        decide(agreements[IRAN].timeline[0].id, "accept", by="  ")


def test_the_records_are_those_made_at_once_from_readings_and_judgements(
    agreements: Agreements, decide: Decide
) -> None:
    link = agreements[IRAN].links[0]
    decide(act_of(agreements, ActKind.RATIFICATION).id, "correct", changes={"date": "2025-04-22"})
    decide(IRAN, "merge", other="irn-rus-2001")
    decide(f"{link.report}#{link.key}", "split")
    decide(agreements["rcep"].reports[0].report, "reject")
    store = agreements.store
    assert store.records() == fuse(tuple(store.readings()), store.judgements())


def test_a_review_in_another_process_is_seen(agreements: Agreements, decide: Decide) -> None:
    reviewing = Reviewing(agreements)
    assert reviewing.queue(on=date(2026, 1, 1))
    with open_store(agreements.store.path) as others:  # type: ignore[attr-defined]
        other = Reviewing(others)
        task = other.queue()[0]
        for choice in task.choices:
            other.judge(Decision(about=choice.about, verdict=Verdict.ACCEPT, by="budi"))
    assert task.id not in {one.id for one in reviewing.queue(on=date(2026, 1, 1))}


def test_why_tells_who_decided_what_when_and_why(agreements: Agreements, decide: Decide) -> None:
    act = act_of(agreements, ActKind.RATIFICATION)
    decide(act.id, "correct", changes={"place": "Zenda"}, why="on the stamp")
    act = act_of(agreements, ActKind.RATIFICATION)
    support = act.support[0]
    for identity in (f"{support.report}:{support.finding}", act.id):
        told = explained(identity, agreements)
        judged = [step.reason for step in told.steps if step.reason.step == "judgement"]
        assert judged
        assert "ana, 20" in judged[0].says
        assert "correct place=Zenda" in judged[0].says
        assert judged[0].says.endswith("on the stamp")


def test_judgements_survive_reading_again_with_another_program(
    agreements: Agreements, decide: Decide, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program reads every report anew; what was corrected stays corrected."""
    force = act_of(agreements, ActKind.ENTRY_INTO_FORCE)
    decide(force.id, "correct", changes={"date": "2025-10-05"})
    decide(agreements["rcep"].timeline[0].id, "reject")
    decide(IRAN, "merge", other="irn-rus-2001")
    before = printed(agreements)
    monkeypatch.setattr(builds, "reading_stamp", lambda settings: "another program")
    monkeypatch.setattr(fusing, "fusing_stamp", lambda: "another program")
    done = builds.build_store([str(EXAMPLES)], agreements.store, settings=Settings(jobs=1))
    assert done.failed == 0
    assert printed(agreements) == before
    assert str(act_of(agreements, ActKind.ENTRY_INTO_FORCE).date) == "2025-10-05"

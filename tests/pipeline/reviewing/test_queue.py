"""The queue names what a person should look at, with its reason, in a stable order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.pipeline.reviewing.conftest import Decide
from tests.stories import Story
from traktat.fusion import fuse
from traktat.fusion.rulings import in_force
from traktat.model.kinds import DisagreementClass
from traktat.model.records import Disagreement, RecordIssue, Support, Value
from traktat.model.spans import Span
from traktat.pipeline import Agreements
from traktat.pipeline.reviewing import SORTS, Reviewing, Task
from traktat.pipeline.reviewing.queue import of_readings, of_record, unsettled
from traktat.store.base import Doubt

DAY = date(2026, 1, 1)


def sorts(tasks: tuple[Task, ...]) -> list[str]:
    return [one.sort for one in tasks]


def test_every_task_has_a_reason_and_something_to_judge(reviewing: Reviewing) -> None:
    tasks = reviewing.queue(on=DAY)
    assert len(tasks) >= 5
    for one in tasks:
        assert one.why
        assert one.sort in SORTS
        assert one.choices
        told = one.to_json()
        assert told["reason"] == SORTS[one.sort]
        assert told["choices"][0]["about"]


def test_the_order_is_that_of_the_reasons_and_stable(reviewing: Reviewing) -> None:
    tasks = reviewing.queue(on=DAY)
    places = [list(SORTS).index(one.sort) for one in tasks]
    assert places == sorted(places)
    assert tasks == Reviewing(reviewing._agreements).queue(on=DAY)
    assert len({one.id for one in tasks}) == len(tasks)


def test_what_was_judged_leaves_the_queue_and_comes_back_when_taken_back(
    reviewing: Reviewing, decide: Decide
) -> None:
    task = reviewing.queue(on=DAY)[0]
    made = [one for choice in task.choices for one in decide(choice.about, "accept").judgements]
    assert task.id not in {one.id for one in reviewing.queue(on=DAY)}
    for one in made:
        reviewing.undo(one.id, by="ana")
    assert task.id in {one.id for one in reviewing.queue(on=DAY)}


def test_conflicts_come_first(agreements: Agreements, reviewing: Reviewing, decide: Decide) -> None:
    support = agreements["rcep"].timeline[0].support[0]
    about = f"{support.report}:{support.finding}"
    decide(about, "accept")
    decide(about, "reject", by="budi", against_others=True)
    one, other = (entry.report for entry in agreements["irn-rus-2025"].reports[:2])
    decide(one, "copy", other=other)
    decide(f"tie:{one}:{other}", "reject", by="budi", against_others=True)
    first, second, *_ = reviewing.queue(on=DAY)
    assert sorts((first, second)) == ["conflicting-judgement"] * 2
    assert {first.about, second.about} == {about, f"tie:{min(one, other)}:{max(one, other)}"}
    assert [one.by for one in first.decisions] == ["ana", "budi"]
    assert {first.agreement, second.agreement} == {"rcep", "irn-rus-2025"}


def test_judgements_whose_words_are_gone_are_shown(
    agreements: Agreements, reviewing: Reviewing, decide: Decide
) -> None:
    record = agreements["irn-rus-2025"]
    support = record.timeline[0].support[0]
    link = record.links[0]
    one, other = (entry.report for entry in record.reports[:2])
    names = sorted({item.speaker for item in record.statements})[:2]
    decide(f"{support.report}:{support.finding}", "accept", why="looks right")
    decide(f"{link.report}#{link.key}", "split")
    decide(one, "copy", other=other)
    decide(f"person:{names[0]}", "merge", other=f"person:{names[1]}")
    agreements.store.drop(agreements.store.held())
    stale = [one for one in reviewing.queue(on=DAY) if one.sort == "stale-judgement"]
    assert len(stale) == 4
    assert {item.by for one in stale for item in one.decisions} == {"ana"}
    assert any("looks right" in item.why for one in stale for item in one.decisions)
    assert all(one.why for one in stale)


def test_an_open_contradiction_lets_each_value_be_judged() -> None:
    support = Support("r1" * 6, Span(0, 4), "3 May", "f1", "2021-05-03", "Wire")
    story = Story("one", "2024-11-12")
    story.act("signature", "2024-06-19")
    (record,) = fuse([story.reading()])
    values = tuple(
        Value(value=day, support=(support._replace(report=report),))
        for day, report in (("2021-05-03", "r1" * 6), ("2021-05-04", "r2" * 6))
    )
    contradiction = Disagreement(
        id="differ-1",
        about="act:signature:date",
        sort=DisagreementClass.CONTRADICTION,
        values=values,
    )
    tasks = of_record(replace(record, disagreements=(contradiction,)), DAY)
    (task,) = [one for one in tasks if one.sort == "contradiction"]
    assert [one.value for one in task.choices] == ["2021-05-03"] * 2
    assert "2021-05-03 ≠ 2021-05-04" in task.says
    settled = replace(contradiction, prefer="2021-05-03")
    assert "settled-contradiction" in sorts(
        of_record(replace(record, disagreements=(settled,)), DAY)
    )
    claims = replace(contradiction, about="claim:RUR lamps in GRA:stance")
    assert "contradicting-claims" in sorts(of_record(replace(record, disagreements=(claims,)), DAY))


def test_a_doubtful_link_names_the_mention_and_what_it_may_belong_to() -> None:
    story = Story("one", "2024-11-12")
    story.act("signature", "2024-06-19")
    (record,) = fuse([story.reading()])
    support = Support(story.id, Span(0, 4), "pact", "f1")
    issue = RecordIssue(
        code="doubtful-link",
        message=f"the pact ({story.id}#B) fits prk-rus-2000 and prk-rus-2024: same parties",
        support=(support,),
    )
    tasks = of_record(replace(record, issues=(issue,)), DAY)
    (task,) = [one for one in tasks if one.sort == "doubtful-link"]
    assert task.about == f"{story.id}#B"
    assert task.near == ("prk-rus-2000", "prk-rus-2024")


def test_an_act_the_reading_is_not_sure_of_is_looked_at() -> None:
    story = Story("one", "2024-11-12")
    story.act("signature", "2024-06-19")
    act = next(one for one in story.findings if one.kind == "act")
    story.findings[story.findings.index(act)] = replace(act, confidence=0.4)
    (record,) = fuse([story.reading()])
    assert "unsure-reading" in sorts(of_record(record, DAY))
    assert "decides-alone" in sorts(of_record(record, DAY))


def doubt(**more: object) -> Doubt:
    given = Doubt(
        "r1", "a.txt", "no-such-day", Span(3, 9), "there is no 31 June", None, None, None, None
    )
    return given._replace(**more)


def test_doubts_of_readings_point_to_the_best_finding_on_their_characters() -> None:
    doubts = [
        doubt(finding="f1", kind="date", quote="31 June", agreement="a-b"),
        doubt(finding="f2", kind="act", quote="signed on 31 June", agreement="a-b"),
        doubt(code="encoding-guessed", span=Span(0, 0)),
    ]
    first, second = sorted(of_readings(doubts, {}), key=lambda one: one.about)
    assert (first.about, first.choices[0].about) == ("r1:encoding-guessed", "r1")
    assert (second.choices[0].about, second.choices[0].quote) == ("r1:f2", "signed on 31 June")
    assert second.agreement == "a-b"
    assert list(of_readings(doubts[:1], {"r1": frozenset({"no-such-day"})})) == []


def test_a_task_is_settled_only_when_all_of_it_is_judged(
    agreements: Agreements, decide: Decide
) -> None:
    record = agreements["irn-rus-2025"]
    task = next(one for one in of_record(record, DAY) if len(one.choices) > 1)
    decide(task.choices[0].about, "accept")
    assert list(unsettled([task], in_force(agreements.store.judgements()))) == [task]
    for choice in task.choices[1:]:
        decide(choice.about, "accept")
    assert list(unsettled([task], in_force(agreements.store.judgements()))) == []


def test_a_correction_that_no_longer_fits_is_in_the_queue(
    agreements: Agreements, reviewing: Reviewing, decide: Decide
) -> None:
    support = agreements["rcep"].timeline[0].support[0]
    (made,) = decide(
        f"{support.report}:{support.finding}", "correct", changes={"place": "Zenda"}
    ).judgements
    agreements.store.judge(replace(made, id="j-bad", changes=(("date", "soon"),)))
    (task,) = [one for one in reviewing.queue(on=DAY) if one.sort == "bad-judgement"]
    assert "soon" in task.why
    assert [one.id for one in task.decisions] == ["j-bad"]

"""Laws of review: time orders judgements; undoing leaves nothing; reading again keeps them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.synthetic import World, world
from traktat.fusion import Fuser, fuse
from traktat.fusion.corrections import stated
from traktat.fusion.evidence import gather
from traktat.fusion.mentions import mentions_of
from traktat.fusion.rulings import digest_of, evidence_digest, in_force
from traktat.model.findings import ActFinding, Finding, Reading, Step, finding_id
from traktat.model.judgements import Judgement, Verdict, judgement_id
from traktat.model.records import Record, record_json

WORLDS = st.builds(
    world,
    st.integers(1, 4),
    st.integers(2, 16),
    seed=st.integers(0, 10_000),
    noise=st.sampled_from((0.0, 0.2)),
)
few = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
PEOPLE = ("ann", "bob", "cem")
BEGUN = datetime(2026, 1, 1, tzinfo=UTC)


def printed(records: tuple[Record, ...]) -> str:
    return json.dumps([record_json(one) for one in records], ensure_ascii=False)


def made(about: str, verdict: Verdict, number: int, by: str, **more: object) -> Judgement:
    at = BEGUN + timedelta(minutes=number)
    one = Judgement(id="", about=about, verdict=verdict, by=by, at=at, **more)  # type: ignore[arg-type]
    return replace(one, id=judgement_id(one))


def on_finding(draw: st.DrawFn, reading: Reading, number: int) -> Judgement:
    finding = draw(st.sampled_from(reading.findings))
    verdict = draw(st.sampled_from((Verdict.ACCEPT, Verdict.REJECT, Verdict.CORRECT)))
    changes: tuple[tuple[str, str], ...] = ()
    if verdict is Verdict.CORRECT:
        fields = {
            "act": ("place", "Zenda"),
            "statement": ("speaker", "Ann"),
            "claim": ("by", "XXX"),
        }
        changes = (fields.get(finding.kind, ("anchor", "explicit")),)
        if finding.kind == "act" and draw(st.booleans()):
            changes = (("date", draw(st.sampled_from(("2024-01-01", "2024-02")))),)
    return made(
        f"{reading.report.id}:{finding_id(finding)}",
        verdict,
        number,
        draw(st.sampled_from(PEOPLE)),
        changes=changes,
        evidence=evidence_digest(reading.report, finding),
        said=stated(finding),
    )


def on_others(draw: st.DrawFn, found: World, number: int) -> Judgement:
    one, other = (draw(st.sampled_from(found.readings)).report.id for _ in range(2))
    evidence = gather(found.readings, in_force(()))
    mentions = [item for voice in evidence.values() for item in mentions_of(voice)]
    left, right = (draw(st.sampled_from(mentions)) for _ in range(2))
    digests = [digest_of(item.report, "agreement", item.support.span) for item in (left, right)]
    by = draw(st.sampled_from(PEOPLE))
    return draw(
        st.sampled_from(
            [
                made(one, Verdict.COPY, number, by, other=other),
                made(f"tie:{one}:{other}", Verdict.REJECT, number, by),
                made(one, Verdict.REJECT, number, by),
                made(left.id, Verdict.SPLIT, number, by, evidence=digests[0]),
                made(
                    left.id, Verdict.SPLIT, number, by, other=right.id, evidence="+".join(digests)
                ),
                made(
                    left.id, Verdict.MERGE, number, by, other=right.id, evidence="+".join(digests)
                ),
            ]
        )
    )


@st.composite
def reviews(draw: st.DrawFn) -> tuple[World, list[Judgement]]:
    """Draw a world and decisions of several people about it, each at a moment of its own."""
    found = draw(WORLDS)
    decisions = [
        on_finding(draw, draw(st.sampled_from(found.readings)), number)
        if draw(st.booleans())
        else on_others(draw, found, number)
        for number in range(draw(st.integers(1, 8)))
    ]
    return found, decisions


@few
@given(reviews(), st.randoms(use_true_random=False))
def test_judgements_count_by_their_moment_not_by_their_arrival(
    review: tuple[World, list[Judgement]], rng: object
) -> None:
    found, decisions = review
    shuffled = [*decisions, *decisions[:2]]
    rng.shuffle(shuffled)  # type: ignore[attr-defined]
    assert printed(fuse(found.readings, shuffled)) == printed(fuse(found.readings, decisions))


@few
@given(reviews(), st.data())
def test_what_is_taken_back_was_never_there(
    review: tuple[World, list[Judgement]], data: st.DataObject
) -> None:
    found, decisions = review
    gone = data.draw(st.sets(st.sampled_from(decisions)))
    taken_back = [replace(one, undone=True, by="zoe", at=BEGUN) for one in sorted(gone, key=repr)]
    left = [one for one in decisions if one.id not in {item.id for item in gone}]
    assert printed(fuse(found.readings, [*taken_back, *decisions])) == printed(
        fuse(found.readings, left)
    )


@few
@given(reviews())
def test_reading_again_for_better_reasons_changes_no_judgement(
    review: tuple[World, list[Judgement]],
) -> None:
    found, decisions = review
    again = [
        replace(
            reading,
            findings=tuple(
                replace(one, because=(Step("another", "rule"),), confidence=0.9)
                for one in reading.findings
            ),
        )
        for reading in found.readings
    ]
    before = [_unsure(one) for one in fuse(found.readings, decisions)]
    assert [_unsure(one) for one in fuse(again, decisions)] == before


def _unsure(record: Record) -> Record:
    """Leave out how sure the reading is: that is what another program may see otherwise."""
    return replace(record, timeline=tuple(replace(one, confidence=1.0) for one in record.timeline))


@few
@given(WORLDS, st.data())
def test_a_correction_stays_when_the_same_characters_are_read_otherwise(
    found: World, data: st.DataObject
) -> None:
    """Another program reads another place from the words of an act; the correction goes on."""
    reading, act = data.draw(
        st.sampled_from(
            [
                (one, finding)
                for one in found.readings
                for finding in one.findings
                if isinstance(finding, ActFinding)
            ]
        )
    )
    decision = made(
        f"{reading.report.id}:{finding_id(act)}",
        Verdict.CORRECT,
        1,
        "ann",
        changes=(("place", "Zenda"),),
        evidence=evidence_digest(reading.report, act),
        said=stated(act),
    )
    otherwise = replace(act, place="Strelsau", vote="397-0")
    again = replace(reading, findings=_with(reading.findings, act, otherwise))
    readings = [again if one is reading else one for one in found.readings]
    places = {
        item.finding: one.place
        for record in fuse(readings, [decision])
        for one in record.timeline
        for item in one.support
        if item.report == reading.report.id
    }
    if finding_id(otherwise) in places and _is_alone(reading, act):
        assert places[finding_id(otherwise)] != "Strelsau"
    assert "stale-judgement" not in {
        issue.code for record in fuse(readings, [decision]) for issue in record.issues
    }


def _with(findings: tuple[Finding, ...], old: Finding, new: Finding) -> tuple[Finding, ...]:
    return tuple(new if one is old else one for one in findings)


def _is_alone(reading: Reading, act: ActFinding) -> bool:
    return sum(one.span == act.span for one in reading.findings) == 1


@few
@given(reviews())
def test_judging_one_by_one_gives_what_all_at_once_gives(
    review: tuple[World, list[Judgement]],
) -> None:
    found, decisions = review
    by_report = {one.report.id: one for one in found.readings}
    fuser = Fuser()
    fuser.take(found.readings)
    records: dict[str, Record] = {}
    for number in range(len(decisions) + 1):
        fuser.judge(decisions[:number])
        touched = [
            one for one in by_report.values() if number and _named(one, decisions[number - 1])
        ]
        for reading in touched:
            fuser.drop(reading.report.id)
        fuser.take(touched)
        concerned = fuser.concerned()
        for gone in concerned.gone:
            records.pop(gone, None)
        for agreement in concerned.anew:
            own = [by_report[report] for report in agreement.reports]
            records[agreement.id] = fuser.record(agreement, own)
        kept = tuple(records[key] for key in sorted(records))
        assert kept == fuse(found.readings, decisions[:number])


def _named(reading: Reading, decision: Judgement) -> bool:
    return reading.report.id in f"{decision.about} {decision.other or ''}"

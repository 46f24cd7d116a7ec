"""Laws of fusion: what may change a record, and what may not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.stories import Story, filler
from tests.synthetic import World, world
from traktat.fusion import Fuser, fuse
from traktat.model.dates import on
from traktat.model.findings import AgreementFinding, Reading, finding_id
from traktat.model.judgements import Judgement, Verdict
from traktat.model.records import Record, record_json

ROOT = Path(__file__).resolve().parents[2]
WORLDS = st.builds(
    world,
    st.integers(1, 5),
    st.integers(1, 30),
    seed=st.integers(0, 10_000),
    noise=st.sampled_from((0.0, 0.1, 0.5)),
)
few = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def printed(records: tuple[Record, ...]) -> str:
    return json.dumps([record_json(one) for one in records], ensure_ascii=False)


def origins(records: tuple[Record, ...]) -> dict[tuple[str, str], int]:
    acts = {(one.id, act.id): act.independent_origins for one in records for act in one.timeline}
    return acts | {
        (one.id, part.id): part.independent_origins for one in records for part in one.provisions
    }


@few
@given(WORLDS, st.randoms(use_true_random=False))
def test_order_never_changes_a_byte(found: World, rng: object) -> None:
    shuffled = list(found.readings)
    rng.shuffle(shuffled)  # type: ignore[attr-defined]
    assert printed(fuse(shuffled)) == printed(fuse(found.readings))


@few
@given(WORLDS)
def test_reading_a_report_twice_changes_nothing(found: World) -> None:
    assert printed(fuse([*found.readings, *found.readings[::-1]])) == printed(fuse(found.readings))


def copied(reading: Reading, number: int) -> Reading:
    """Give a later copy of a report in another outlet, with a line of its own at the end."""
    report = reading.report
    published = report.published
    day = on(published.last + timedelta(days=1)) if published else None
    text = report.text + f"{filler(f'copy {number}')}\n"
    return Reading(
        replace(
            report,
            text=text,
            sha256=sha256(text.encode()).hexdigest(),
            path=f"copy-{number}.txt",
            outlet=f"copier {number}",
            published=day,
        ),
        reading.findings,
        reading.issues,
    )


@few
@given(WORLDS, st.data())
def test_a_copy_never_raises_corroboration(found: World, data: st.DataObject) -> None:
    reading = data.draw(st.sampled_from(found.readings))
    before = origins(fuse(found.readings))
    after = origins(fuse([*found.readings, copied(reading, 1), copied(reading, 2)]))
    assert {key: after.get(key, 0) <= count for key, count in before.items()} == dict.fromkeys(
        before, True
    )


@few
@given(WORLDS, st.data())
def test_another_outlet_with_the_same_origin_adds_none(found: World, data: st.DataObject) -> None:
    reading = data.draw(st.sampled_from(found.readings))
    agreement = next(one for one in reading.findings if isinstance(one, AgreementFinding))
    acts = [one for one in reading.findings if one.kind == "act"]
    credited = [origin.name for origin in reading.report.origins] or [reading.report.outlet or ""]
    story = Story("another", None, outlet="another outlet", parties="")
    story.agreement(
        parties=" ".join(agreement.parties),
        names=agreement.names,
        form=agreement.form,
        topics=agreement.topics,
    )
    for act in acts:
        span = story.line()
        story.findings.append(replace(act, span=span, quote=span.of(story.text)))
    for name in credited:
        story.credit(name)
    before, after = fuse(found.readings), fuse([*found.readings, story.reading()])
    raised = {
        key: count for key, count in origins(after).items() if count > origins(before).get(key, 0)
    }
    assert raised == {}


@few
@given(WORLDS)
def test_quotes_stand_where_their_spans_say(found: World) -> None:
    texts = {one.report.id: one.report.text for one in found.readings}
    for record in fuse(found.readings):
        supports = [one for act in record.timeline for one in act.support]
        supports += [one for part in record.statements for one in part.support]
        supports += [
            one for part in record.disagreements for value in part.values for one in value.support
        ]
        assert all(one.span.of(texts[one.report]) == one.quote for one in supports)


@few
@given(WORLDS)
def test_each_support_counts_under_one_of_the_independent_origins(found: World) -> None:
    for record in fuse(found.readings):
        for act in record.timeline:
            assert len({one.origin for one in act.support}) == act.independent_origins


@few
@given(WORLDS, st.integers(0, 100))
def test_reports_on_other_agreements_change_nothing(found: World, seed: int) -> None:
    story = Story(f"elsewhere {seed}", "2001-01-01", parties="XZY XZZ")
    story.act("signature", "2000-12-31")
    before = printed(fuse(found.readings))
    after = tuple(
        one for one in fuse([*found.readings, story.reading()]) if one.parties != ("XZY", "XZZ")
    )
    assert printed(after) == before


@few
@given(WORLDS, st.randoms(use_true_random=False), st.integers(0, 10))
def test_one_by_one_in_any_order_gives_what_all_at_once_gives(
    found: World, rng: object, dropped: int
) -> None:
    readings = list(found.readings)
    rng.shuffle(readings)  # type: ignore[attr-defined]
    by_report = {one.report.id: one for one in readings}
    fuser, records = Fuser(), {}
    steps: list[tuple[str, Reading]] = [("take", one) for one in readings]
    steps += [("drop", one) for one in readings[:dropped]]
    for step, reading in steps:
        fuser.take([reading]) if step == "take" else fuser.drop(reading.report.id)
        concerned = fuser.concerned()
        for gone in concerned.gone:
            records.pop(gone, None)
        for agreement in concerned.anew:
            own = [by_report[report] for report in agreement.reports]
            records[agreement.id] = fuser.record(agreement, own)
    assert tuple(records[key] for key in sorted(records)) == fuse(readings[dropped:])


@few
@given(WORLDS, st.data())
def test_judgements_count_in_any_order(found: World, data: st.DataObject) -> None:
    acts = [
        (one.report.id, finding)
        for one in found.readings
        for finding in one.findings
        if finding.kind == "act"
    ]
    picked = data.draw(st.lists(st.sampled_from(acts), max_size=6))
    made = [
        Judgement(
            id=f"j{number}",
            about=f"{report}:{finding_id(finding)}",
            verdict=data.draw(st.sampled_from((Verdict.ACCEPT, Verdict.REJECT))),
            by=data.draw(st.sampled_from(("ann", "bob"))),
            at=datetime(2025, 1, 1, tzinfo=UTC) + timedelta(hours=data.draw(st.integers(0, 3))),
        )
        for number, (report, finding) in enumerate(picked)
    ]
    assert printed(fuse(found.readings, made)) == printed(fuse(found.readings, made[::-1]))


def test_two_hash_seeds_give_the_same_bytes() -> None:
    script = (
        "from tests.properties.test_fusion_laws import printed, world, fuse\n"
        "from tests.fusion.partnership import five\n"
        "from hashlib import sha256\n"
        "readings = [*world(8, 160, seed=4, noise=0.2).readings, *(s.reading() for s in five())]\n"
        "print(sha256(printed(fuse(readings)).encode()).hexdigest())\n"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4242")
    }
    assert len(digests) == 1

"""Every id a record prints is explained and replays: the examples, and synthetic dossiers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from tests.synthetic import world
from traktat.fusion import fuse
from traktat.fusion.explain import replayed_date, why
from traktat.fusion.outliers import INVERTED
from traktat.law import changes, standing_on
from traktat.model.dates import OPEN_END, OPEN_START
from traktat.model.findings import Reading
from traktat.model.kinds import DisagreementClass
from traktat.model.records import Record, Standing, as_json, record_json
from traktat.pipeline import read
from traktat.store.codec import from_text, to_text

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "reports"
GROUNDS = ("examples", "synthetic")


@cache
def readings_of(ground: str) -> tuple[Reading, ...]:
    if ground == "synthetic":
        return tuple(world(6, 60, seed=7).readings)
    return tuple(read(sorted(EXAMPLES.iterdir())))


@cache
def records_of(ground: str) -> tuple[Record, ...]:
    return fuse(readings_of(ground))


def printed_ids(record: Record) -> Iterator[str]:
    """Give every id that `show --json` prints, and those of links and ties."""
    printed = record_json(record, standing_of(record, date(2026, 1, 1)))
    yield from _ids_in(printed)
    yield from (f"{one['report']}#{one['key']}" for one in printed["links"])
    yield from (f"tie:{one['report']}:{one['of']}" for one in printed["lineage"])


def _ids_in(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, item in value.items():
            if key in ("id", "report", "changed_from") and item:
                yield str(item)
            yield from _ids_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from _ids_in(item)


def standing_of(record: Record, day: date) -> Standing:
    return standing_on(
        day,
        record.timeline,
        parties=record.parties,
        provisions=record.provisions,
        kind=record.kind,
        agreement=record.id,
    )


@pytest.mark.parametrize("ground", GROUNDS)
def test_every_printed_id_is_explained_down_to_the_characters(ground: str) -> None:
    texts = {one.report.id: one.report.text for one in readings_of(ground)}
    for record in records_of(ground):
        ids = set(printed_ids(record))
        assert len(ids) > len(record.timeline) + len(record.links)
        for about in sorted(ids):
            reasons = why(record, about)
            assert reasons, about
            for reason in reasons:
                if reason.quote:
                    assert reason.span is not None
                    assert reason.span.of(texts[reason.report]) == reason.quote


@pytest.mark.parametrize("ground", GROUNDS)
def test_dates_replay_from_their_supports(ground: str) -> None:
    for act in (act for record in records_of(ground) for act in record.timeline):
        again = replayed_date(act)
        if not act.because:
            assert again == act.date, act.id
            continue
        first, last = (again.first, again.last) if again else (OPEN_START, OPEN_END)
        assert act.date is None or (first <= act.date.first and act.date.last <= last), act.id


@pytest.mark.parametrize("ground", GROUNDS)
def test_origins_replay_from_the_supports_they_are_counted_under(ground: str) -> None:
    for record in records_of(ground):
        for act in record.timeline:
            assert len({one.origin for one in act.support}) == act.independent_origins
        for clause in record.provisions:
            sound = [one for one in clause.renditions if INVERTED not in one.flags]
            origins = {one.origin for one in sound or clause.renditions}
            assert len(origins) == clause.independent_origins


@pytest.mark.parametrize("ground", GROUNDS)
def test_a_preference_replays_from_the_values(ground: str) -> None:
    """A value preferred for its origins has more of them; one left open has no more."""
    for one in (one for record in records_of(ground) for one in record.disagreements):
        count = {value.value: len(value.origins) for value in one.values}
        if one.rule == "more-origins":
            assert one.prefer is not None
            assert all(count[one.prefer] > count[other] for other in count if other != one.prefer)
        if one.rule == "as-many-origins":
            assert (one.prefer, len(set(count.values()))) == (None, 1)
        if one.sort is DisagreementClass.IMPRECISION:
            assert one.prefer is not None


@pytest.mark.parametrize("ground", GROUNDS)
def test_every_standing_of_a_life_is_explained_and_replays(ground: str) -> None:
    for record in records_of(ground):
        kept = from_text(Record, to_text(record, Record))
        for standing in changes(
            record.timeline,
            parties=record.parties,
            provisions=record.provisions,
            kind=record.kind,
            agreement=record.id,
        ):
            assert as_json(standing_of(kept, standing.date)) == as_json(standing)
            told = why(record, "standing", standing)
            ends = [one for one in told if one.step in ("act", "clause")]
            assert len(ends) == len({proof.act for proof in standing.proof})

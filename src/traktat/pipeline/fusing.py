"""Records brought up to date: only those that new, changed or forgotten reports concern."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from traktat.errors import StoreLocked, StoreReadOnly
from traktat.model.findings import Reading
from traktat.model.judgements import Judgement
from traktat.model.records import Record
from traktat.pipeline.outlines import outline_of
from traktat.pipeline.stamps import fusing_stamp
from traktat.store.base import EVERYTHING, Fused, Pending, Store

if TYPE_CHECKING:
    from traktat.fusion import Concerned, Fuser
    from traktat.fusion.mentions import Mention


class Refreshed(NamedTuple):
    """The records that were worked out anew, as they were and as they are.

    `saved` is false where the store could not be written; the answers are the same.
    """

    before: tuple[Record, ...] = ()
    after: tuple[Record, ...] = ()
    saved: bool = True


def is_fresh(store: Store) -> bool:
    """Tell whether the records kept are those of the present evidence and program."""
    return store.pending().is_nothing(fusing_stamp())


def records(store: Store) -> tuple[Record, ...]:
    """Give all records of the present evidence, sorted by id."""
    fresh = refresh(store)
    if fresh.saved:
        return store.records()
    kept = {record.id: record for record in store.records()}
    for record in fresh.before:
        del kept[record.id]
    kept |= {record.id: record for record in fresh.after}
    return tuple(kept[key] for key in sorted(kept))


def refresh(store: Store) -> Refreshed:
    """Work out the records that are out of date, and save them.

    Whoever saves first wins; the other looks again at what is left to do.
    """
    while True:
        pending = store.pending()
        if pending.is_nothing(fusing_stamp()):
            return Refreshed()
        fused = _fused(store, pending)
        touched = {*fused.gone, *(record.id for record in fused.records)}
        before = (store.record(record_id) for record_id in sorted(touched))
        known = tuple(record for record in before if record is not None)
        try:
            if store.save_records(fused, pending, fusing_stamp()):
                return Refreshed(known, fused.records)
        except (StoreReadOnly, StoreLocked):
            return Refreshed(known, fused.records, saved=False)


def _fused(store: Store, pending: Pending) -> Fused:
    if pending.stamp != fusing_stamp() or EVERYTHING in pending.reports:
        return _all(store)
    with store.snapshot():  # what is loaded bit by bit must fit together
        return _part(store, pending)


def _all(store: Store) -> Fused:
    """Work out every record, whatever is known."""
    from traktat.fusion import Fuser  # here, because most questions find the records fresh

    judgements = store.judgements()
    fuser = Fuser(judgements)
    for _, editions in groupby(store.readings(), key=_report):
        fuser.take(editions)
    concerned = fuser.concerned()
    records = tuple(fuser.record(one, store.readings(one.reports)) for one in concerned.anew)
    return Fused(
        records,
        tuple(sorted(set(store.record_ids()).difference(record.id for record in records))),
        fuser.mentions,
        whole=True,
        judged=len(judgements),
        outlines=tuple(map(outline_of, records)),
        traces=fuser.traces,
        placed=fuser.linkage.homes,
    )


def _part(store: Store, pending: Pending) -> Fused:
    """Work out the records that the pending reports concern; load nothing else."""
    judgements = store.judgements()
    part = _Part(store, judgements[: pending.judged], judgements, sorted(pending.reports))
    fuser, concerned = part.settled()
    records = tuple(
        fuser.record(one, store.readings(one.reports), part.reach.elsewhere(one.reports))
        for one in concerned.anew
    )
    traces = fuser.traces
    spoken = {one.id: fuser.linkage.homes.get(one.id) for own in part.given.values() for one in own}
    return Fused(
        records,
        tuple(sorted(set(concerned.gone).difference(record.id for record in records))),
        part.given,
        judged=len(judgements),
        outlines=tuple(map(outline_of, records)),
        traces={home: traces.get(home, ()) for home in part.reach.homes},
        placed={**concerned.moved, **spoken},
    )


class _Part:
    """The part of a store that some reports concern, settled without the rest."""

    def __init__(
        self,
        store: Store,
        before: tuple[Judgement, ...],
        now: tuple[Judgement, ...],
        reports: list[str],
    ) -> None:
        from traktat.fusion.fusers import spoken_of
        from traktat.fusion.reach import Reach
        from traktat.fusion.rulings import in_force

        rulings = in_force(now)
        self.given: dict[str, tuple[Mention, ...]] = dict.fromkeys(reports, ())
        for _, editions in groupby(store.readings(reports), key=_report):
            self.given.update(spoken_of(editions, rulings))
        self.reach = Reach(store, self.given, in_force(before), rulings)
        self._before, self._now = before, now

    def settled(self) -> tuple[Fuser, Concerned]:
        """Settle all homes that the reports concern, from as they were to as they are."""
        from traktat.fusion import Fuser

        while True:
            fuser = Fuser(self._before, self.reach.mentions(), self.reach.others)
            fuser.judge(self._now)
            for report, mentions in self.given.items():
                fuser.put(report, mentions)
            concerned = fuser.concerned()
            if not self.reach.widen(fuser.traces, concerned.moved):
                return fuser, concerned


def _report(reading: Reading) -> str:
    return reading.report.id

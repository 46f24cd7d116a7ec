"""Records brought up to date: only those that new, changed or forgotten reports concern."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
    from traktat.fusion import Fuser
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
    pending = store.pending()
    return not pending.reports and pending.stamp == fusing_stamp()


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


class Keeper:
    """Brings records up to date again and again, and keeps in memory what that begins from.

    What is kept counts only while nobody else has saved records meanwhile; one writer at a time.
    """

    def __init__(self) -> None:
        self._fuser: Fuser | None = None
        self._round = -1

    def refresh(self, store: Store) -> Refreshed:
        """Work out the records that are out of date, and save them.

        Whoever saves first wins; the other looks again at what is left to do.
        """
        while True:
            pending = store.pending()
            if not pending.reports and pending.stamp == fusing_stamp():
                return Refreshed()
            fused = self._fused(store, pending)
            touched = {*fused.gone, *(record.id for record in fused.records)}
            before = (store.record(record_id) for record_id in sorted(touched))
            known = tuple(record for record in before if record is not None)
            try:
                if store.save_records(fused, pending, fusing_stamp()):
                    self._round = pending.round + 1
                    return Refreshed(known, fused.records)
            except (StoreReadOnly, StoreLocked):
                self._fuser = None
                return Refreshed(known, fused.records, saved=False)

    def prepare(self, store: Store) -> None:
        """Have in memory what the next change begins from, if the records are up to date."""
        pending = store.pending()
        if self._fuser is None and not pending.reports and pending.stamp == fusing_stamp():
            judgements = store.judgements()[: pending.judged]
            self._fuser = self._fuser_for(store, pending, judgements, whole=False)
            self._round = pending.round

    def _fused(self, store: Store, pending: Pending) -> Fused:
        judgements = store.judgements()
        whole = pending.stamp != fusing_stamp() or EVERYTHING in pending.reports
        fuser = self._fuser_for(store, pending, judgements, whole=whole)
        wanted = None if whole else set(pending.reports)
        for report in sorted(wanted or ()):
            fuser.drop(report)
        for _, editions in groupby(store.readings(wanted), key=_report):
            fuser.take(editions)
        concerned = fuser.concerned()
        anew = tuple(fuser.record(one, store.readings(one.reports)) for one in concerned.anew)
        ids = {record.id for record in anew}
        gone = (set(store.record_ids()) - ids) if whole else (set(concerned.gone) - ids)
        mentions = _mentions(fuser, wanted)
        self._fuser = fuser
        outlines = tuple(map(outline_of, anew))
        return Fused(anew, tuple(sorted(gone)), mentions, whole, len(judgements), outlines)

    def _fuser_for(
        self, store: Store, pending: Pending, judgements: tuple[Judgement, ...], *, whole: bool
    ) -> Fuser:
        """Give a fuser that knows the agreements as they were saved, and the judgements of now."""
        from traktat.fusion import Fuser  # here, because most questions find the records fresh

        kept, self._fuser = self._fuser, None
        if whole:
            return Fuser(judgements)
        if kept is None or self._round != pending.round:
            kept = Fuser(judgements[: pending.judged], store.mentions())
        kept.judge(judgements)
        return kept


def refresh(store: Store) -> Refreshed:
    """Work out the records that are out of date, and save them."""
    return Keeper().refresh(store)


def _mentions(fuser: Fuser, wanted: Iterable[str] | None) -> Mapping[str, tuple[Mention, ...]]:
    known = fuser.mentions
    return known if wanted is None else {report: known.get(report, ()) for report in wanted}


def _report(reading: Reading) -> str:
    return reading.report.id

"""Reviewing a store: judge, take back, see what changed, and what to look at next."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import groupby
from typing import Any

from traktat.errors import NotFound
from traktat.fusion.evidence import first_printed
from traktat.fusion.rulings import TIE, Rulings, in_force
from traktat.model.judgements import Judgement
from traktat.model.records import Record
from traktat.pipeline.agreements import Agreements
from traktat.pipeline.fusing import Refreshed, refresh
from traktat.pipeline.judging import check, concerned
from traktat.pipeline.reviewing.deciding import Decision, judgements_of
from traktat.pipeline.reviewing.effects import Effect, effects
from traktat.pipeline.reviewing.exchange import judgement_json, new_ones, read_back, written
from traktat.pipeline.reviewing.queue import (
    of_others,
    of_readings,
    of_record,
    of_report,
    unsettled,
)
from traktat.pipeline.reviewing.tasks import Task
from traktat.sentences import sentence
from traktat.store.base import Store

UNSEEN = ("statements", "claims", "links", "lineage")
"""Parts of a record that no task is about: reading them back takes longer than all the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """What was decided, and what that changed in the records; `already` if it stood before."""

    judgements: tuple[Judgement, ...] = ()
    effects: tuple[Effect, ...] = ()
    already: bool = False

    def to_json(self) -> dict[str, Any]:
        """Give the printed form `traktat.review/1`."""
        return {
            "schema": "traktat.review/1",
            "judgements": [judgement_json(one) for one in self.judgements],
            "agreements": [one.to_json() for one in self.effects],
            "already": self.already,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """How many judgements came in, how many were there already, and what that changed."""

    new: int = 0
    same: int = 0
    effects: tuple[Effect, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Give the printed form `traktat.review-import/1`."""
        return {
            "schema": "traktat.review-import/1",
            "new": self.new,
            "same": self.same,
            "agreements": [one.to_json() for one in self.effects],
        }


class Board:
    """The tasks of every record, kept while the records are: only what changed is looked at.

    Whoever reads the queue waits for nobody who writes, but for whoever is working it out.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._tasks: dict[str, tuple[Task, ...]] = {}
        self._codes: dict[str, tuple[tuple[str, ...], frozenset[str]]] = {}
        self._seen: tuple[int, date] | None = None
        self._judged: dict[str, tuple[int, tuple[Task, ...]]] = {}
        self._queue: tuple[str, date, tuple[Task, ...]] | None = None

    def follow(self, store: Store, known: int, fresh: Refreshed) -> None:
        """Look at the records that were worked out anew since the round that is known."""
        with self._lock:
            if self._seen is None or self._seen[0] != known or not fresh.saved:
                return
            for record in fresh.before:
                self._tasks.pop(record.id, None)
                self._codes.pop(record.id, None)
            for record in fresh.after:
                self._look_at(record, self._seen[1])
            self._seen = store.pending().round, self._seen[1]

    def queue(self, store: Store, day: date) -> tuple[Task, ...]:
        """Give all tasks in their order; worked out once for each state of the store."""
        with self._lock:
            version = store.version()
            if self._queue is None or self._queue[:2] != (version, day):
                self._queue = version, day, self._worked_out(store, day)
            return self._queue[2]

    def _worked_out(self, store: Store, day: date) -> tuple[Task, ...]:
        found, told = self.look(store, day)
        rulings = in_force(store.judgements())
        found += of_readings(store.doubts(), told)
        tasks = {one.id: one for one in unsettled(found, rulings)}
        tasks |= {one.id: one for one in self.judged(store, rulings)}
        homes = self.homes()
        placed = (_at_home(one, homes) for one in tasks.values())
        return tuple(sorted(placed, key=lambda one: one.place))

    def look(self, store: Store, day: date) -> tuple[list[Task], dict[str, frozenset[str]]]:
        """Give all tasks of records, and by report the codes of doubts they tell of already."""
        known = store.pending().round
        if self._seen != (known, day):
            self._tasks, self._codes = {}, {}
            for record in store.records(without=UNSEEN):
                self._look_at(record, day)
            self._seen = known, day
        told: dict[str, frozenset[str]] = {}
        for reports, codes in self._codes.values():
            told.update({one: codes | told.get(one, frozenset()) for one in reports if codes})
        return [one for tasks in self._tasks.values() for one in tasks], told

    def homes(self) -> dict[str, str]:
        """Give, by report, the first record that rests on it."""
        found: dict[str, str] = {}
        for record in sorted(self._codes, reverse=True):
            found.update(dict.fromkeys(self._codes[record][0], record))
        return found

    def judged(self, store: Store, rulings: Rulings) -> Iterator[Task]:
        """Go through the tasks that judgements themselves give."""
        clocks = store.report_clocks()
        yield from of_others(store, rulings, clocks)
        wanted = [one for one in rulings.reports if one in clocks]
        known = {one: self._judged.get(one, (-1, ())) for one in wanted}
        anew = [one for one in wanted if known[one][0] != clocks[one]]
        for report, editions in groupby(store.readings(anew), key=lambda one: one.report.id):
            spoken = min(editions, key=first_printed)  # the one that speaks in the record
            known[report] = clocks[report], of_report(spoken, rulings)
        self._judged = known
        for _, tasks in known.values():
            yield from tasks

    def _look_at(self, record: Record, day: date) -> None:
        self._tasks[record.id] = of_record(record, day)
        reports = tuple({entry.report: None for entry in record.reports})
        self._codes[record.id] = reports, frozenset(one.code for one in record.issues)


class Reviewing:
    """A store under review. One writer at a time.

    Whoever reviews again and again gives the `board` of the last time.
    """

    def __init__(self, agreements: Agreements, board: Board | None = None) -> None:
        self._agreements = agreements
        self._board = board or Board()

    def judge(self, decision: Decision, *, on: date | None = None) -> Reviewed:
        """Take a decision down and bring the records up to date; tell what changed.

        `on` is the day of the standing, today if not given. Raises `NotFound`,
        `StaleJudgement`, `ConflictingJudgement` or `BadJudgement`; then nothing was taken.
        """
        self._refresh()
        made = judgements_of(decision, self._agreements)
        for one in made:
            check(one, self._agreements.store, against_others=decision.against_others)
        return self._take(made, on)

    def undo(
        self, judgement_id: str, *, by: str, why: str = "", on: date | None = None
    ) -> Reviewed:
        """Take a judgement back; it stays on record, with who took it back, when and why."""
        found = [one for one in self._agreements.store.judgements() if one.id == judgement_id]
        if not found:
            raise NotFound(
                sentence(
                    "there is no judgement {judgement_id:quoted} to undo", judgement_id=judgement_id
                ),
                hint=sentence("`traktat review export` lists the judgements of a store."),
            )
        if any(one.undone for one in found):
            return Reviewed(judgements=tuple(one for one in found if one.undone), already=True)
        taken_back = replace(found[0], by=by, why=why, at=datetime.now(UTC), undone=True)
        self._refresh()
        return self._take((taken_back,), on)

    def judgements(self, about: str | None = None) -> tuple[Judgement, ...]:
        """List the judgements, those taken back too, with the lines that do so, oldest first.

        With `about`, only those about that thing, or with it on their other side.
        """
        made = self._agreements.store.judgements()
        return tuple(one for one in made if about is None or about in (one.about, one.other))

    def queue(self, *, on: date | None = None) -> tuple[Task, ...]:
        """List what a person should look at, the most pressing first, in a stable order."""
        store = self._agreements.store
        self._refresh()
        return self._board.queue(store, on or date.today())

    def exported(self) -> str:
        """Give all judgements as sorted lines of JSON."""
        return written(self._agreements.store.judgements())

    def take_in(self, text: str, *, on: date | None = None) -> Imported:
        """Take in judgements from lines of JSON: all of them, or none if a line is wrong."""
        given = read_back(text)
        self._refresh()
        new = tuple(new_ones(given, self._agreements.store.judgements()))
        done = self._take(new, on)
        return Imported(new=len(new), same=len(given) - len(new), effects=done.effects)

    def _take(self, judgements: tuple[Judgement, ...], on: date | None) -> Reviewed:
        store = self._agreements.store
        added = [store.judge(one, concerned(one, store)) for one in judgements]
        fresh = self._refresh()
        found = effects(fresh.before, fresh.after, on or date.today())
        return Reviewed(judgements=judgements, effects=found, already=not any(added))

    def _refresh(self) -> Refreshed:
        """Bring the records up to date, and the tasks of those that were worked out anew."""
        store = self._agreements.store
        known = store.pending().round
        fresh = refresh(store)
        self._board.follow(store, known, fresh)
        return fresh


def _at_home(task: Task, homes: Mapping[str, str]) -> Task:
    """Name the agreement of a task about a report, where it has none of its own."""
    if task.agreement is not None:
        return task
    named = task.about.removeprefix(TIE).replace("#", ":").partition(":")[0]
    return replace(task, agreement=homes.get(named))

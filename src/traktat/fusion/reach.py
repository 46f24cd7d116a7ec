"""How far a change reaches: the homes that have to be settled anew because others change.

It grows from the homes of the reports that changed along everything by which homes influence
one another: traces (`traces`), an agreement that took the place of another, what people decided
of two agreements. What it does not reach need not even be loaded.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from traktat.fusion.homes import home_of
from traktat.fusion.mentions import Mention, in_order, report_of
from traktat.fusion.rulings import Rulings
from traktat.fusion.traces import ID, Trace, led_to
from traktat.fusion.unions import CROWDED, Bearer
from traktat.model.judgements import Judgement


class Placed(NamedTuple):
    """Where a mention was put: its id, its home, and its record, if it is in one."""

    mention: str
    home: str
    record: str | None


class Known(Protocol):
    """What was settled before, wherever it is kept."""

    def mentions_in(self, home: str) -> Sequence[Mention]:
        """Give the mentions of a home."""

    def traces_in(self, home: str) -> Sequence[Trace]:
        """Give the traces of a home."""

    def traces_of(self, key: str, most: int | None = None) -> Sequence[Trace]:
        """Give the traces with a key: all of them, or so many at most."""

    def heirs_of(self, home: str) -> Iterable[str]:
        """Give the homes of agreements that took the place of one of these, and the reverse."""

    def placed(self, report: str) -> Sequence[Placed]:
        """Tell where the mentions of a report were put."""


class _Decided(NamedTuple):
    """The homes that one decision ties together, by name or through ids that they may have."""

    homes: frozenset[str]
    keys: frozenset[str]


class Reach:
    """The homes that reports concern, in the place of what was known of these reports.

    `given` is what each of them mentions now. `homes` are those reached so far; `widen` must be
    called with what came out of settling them until it finds no more.
    """

    def __init__(
        self,
        known: Known,
        given: Mapping[str, Sequence[Mention]],
        before: Rulings,
        now: Rulings,
    ) -> None:
        self.homes: set[str] = set()
        self._known = known
        self._was: dict[str, list[Trace]] = {}
        self._now: dict[str, list[Trace]] = {}
        self._given = given
        moves = {one.id: one for one in (*before.moves, *now.moves)}
        kept = {one.id for one in before.moves} & {one.id for one in now.moves}
        decided = {key: self._decided(move) for key, move in moves.items()}
        self._decisions = tuple(decided.values())
        for report in given:
            self._take_in(self._homes_of(report))
        for key in decided.keys() - kept:
            self._take_in(self._all_of(decided[key]))

    def mentions(self) -> dict[str, tuple[Mention, ...]]:
        """Give, by report, the mentions of the homes that were reached, as they were."""
        found: dict[str, list[Mention]] = {}
        for home in sorted(self.homes):
            for one in self._known.mentions_in(home):
                found.setdefault(one.report, []).append(one)
        return {report: in_order(mentions) for report, mentions in found.items()}

    def others(self, key: str) -> list[Bearer]:
        """Give the bearers of a key in homes that were not reached."""
        return [one.bearer for one in self._outside(key) if one.bearer]

    def elsewhere(self, reports: Iterable[str]) -> dict[str, str]:
        """Give the records of mentions of these reports in homes that were not reached."""
        placed = (one for report in reports for one in self._known.placed(report))
        return {one.mention: one.record for one in placed if one.record and self._is_far(one.home)}

    def widen(self, now: Mapping[str, Sequence[Trace]], moved: Iterable[str]) -> bool:
        """Go on from what settling gave: traces by home, and the mentions that changed records.

        Tell whether more homes were reached, so that all of them must be settled again.
        """
        before = len(self.homes)
        self._now = _by_key(trace for traces in now.values() for trace in traces)
        for key in sorted({*self._was, *self._now}):
            self._take_in(self._led_to(key))
        for report in sorted(set(map(report_of, moved))):
            self._take_in(self._homes_of(report))
        return len(self.homes) > before

    def _is_far(self, home: str) -> bool:
        return home not in self.homes

    def _take_in(self, homes: Iterable[str]) -> None:
        """Take homes in, with all that they reach as they were."""
        waiting = sorted(homes)
        while waiting:
            home = waiting.pop()
            if home not in self.homes:
                self.homes.add(home)
                waiting += sorted(self._beside(home) - self.homes)

    def _beside(self, home: str) -> set[str]:
        traces = self._known.traces_in(home)
        for one in traces:
            self._was.setdefault(one.key, []).append(one)
            self._now.setdefault(one.key, []).append(one)
        found = set(self._known.heirs_of(home))
        for key in dict.fromkeys(one.key for one in traces):
            found |= self._led_to(key)
        for decided in self._decisions:
            if home in decided.homes:
                found |= self._all_of(decided)
        return found

    def _led_to(self, key: str) -> set[str]:
        found = set(led_to(key, self._was.get(key, ()), self._now.get(key, ()), self._outside(key)))
        if key.startswith(ID):
            for decided in self._decisions:
                if key in decided.keys:
                    found |= self._all_of(decided)
        return found

    def _outside(self, key: str) -> list[Trace]:
        """Give the traces with a key in other homes; where it is crowded, enough to tell so."""
        inside = len(self._was.get(key, ()))
        most = None if key.startswith(ID) else CROWDED + 1 + inside
        return [one for one in self._known.traces_of(key, most) if self._is_far(one.home)]

    def _homes_of(self, report: str) -> set[str]:
        """Give the homes of what a report mentions, and of what it mentioned before."""
        was = {one.home for one in self._known.placed(report)}
        return was | {home_of(one) for one in self._given.get(report, ())}

    def _decided(self, decision: Judgement) -> _Decided:
        named = [one for one in (decision.about, decision.other) if one]
        homes = {home for one in named if "#" in one for home in self._homes_of(report_of(one))}
        keys = frozenset(f"{ID}{one}" for one in named if "#" not in one)
        return _Decided(frozenset(homes), keys)

    def _all_of(self, decided: _Decided) -> set[str]:
        traces = (one for key in decided.keys for one in self._known.traces_of(key))
        now = (one for key in decided.keys for one in self._now.get(key, ()))
        return {*decided.homes, *(one.home for one in traces), *(one.home for one in now)}


def _by_key(traces: Iterable[Trace]) -> dict[str, list[Trace]]:
    found: dict[str, list[Trace]] = {}
    for one in traces:
        found.setdefault(one.key, []).append(one)
    return found

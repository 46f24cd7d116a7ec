"""Fusing one report at a time: which records a new report concerns, and these records anew.

What a `Fuser` gives is always what `fuse` would give for all readings together; it only looks
at less. It keeps mentions, not readings: ten thousand reports fit in a few megabytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from traktat.fusion.dossiers import dossier_of
from traktat.fusion.evidence import gather
from traktat.fusion.linking import Agreement, Linkage, Linker
from traktat.fusion.mentions import Mention, mentions_of
from traktat.fusion.records import record_of
from traktat.fusion.rulings import Rulings, in_force
from traktat.fusion.traces import Trace
from traktat.fusion.unions import Others, nobody
from traktat.model.findings import Reading
from traktat.model.judgements import Judgement
from traktat.model.records import Record

NOTHING: Mapping[str, str] = MappingProxyType({})


class Concerned(NamedTuple):
    """The agreements whose records have to be worked out anew, and the records that are gone.

    `moved` gives the record of every mention that was in another, None where it is in none now.
    """

    anew: tuple[Agreement, ...] = ()
    gone: tuple[str, ...] = ()
    moved: Mapping[str, str | None] = MappingProxyType({})


def spoken_of(
    readings: Iterable[Reading], rulings: Rulings
) -> Iterable[tuple[str, tuple[Mention, ...]]]:
    """Give, by report, what readings mention; all readings of one text must come together."""
    for report, evidence in gather(readings, rulings).items():
        yield report, mentions_of(evidence)


class Fuser:
    """Knows which report speaks of which agreement, and works out the records asked for.

    It may know only a part of all reports, as far as a `Reach` reaches; `others` gives the
    bearers of a key in the rest.
    """

    def __init__(
        self,
        judgements: Iterable[Judgement] = (),
        mentions: Mapping[str, Iterable[Mention]] | None = None,
        others: Others = nobody,
    ) -> None:
        """Begin with what is known: mentions by report id, from `mentions` of an earlier one."""
        self._rulings = in_force(judgements)
        self._linker = Linker(self._rulings, others)
        for report, given in sorted((mentions or {}).items()):
            self._linker.add(report, given)
        self._touched: set[str] = set()
        self._linkage = self._linker.settle() if mentions else Linkage()

    @property
    def linkage(self) -> Linkage:
        """Give the agreements as of the last call of `concerned`."""
        return self._linkage

    @property
    def mentions(self) -> Mapping[str, tuple[Mention, ...]]:
        """Give what every report mentions, to begin with another time."""
        return self._linker.reports

    @property
    def traces(self) -> Mapping[str, tuple[Trace, ...]]:
        """Give, by home, what the agreements as of the last call of `concerned` are found by."""
        return self._linker.traces

    def judge(self, judgements: Iterable[Judgement]) -> None:
        """Put other judgements in the place of those known; take the reports they concern again."""
        self._rulings = in_force(judgements)
        self._linker.judge(self._rulings)

    def take(self, readings: Iterable[Reading]) -> None:
        """Take readings in; all readings of one text, wherever it was printed, come together."""
        for report, mentions in spoken_of(readings, self._rulings):
            self.put(report, mentions)

    def put(self, report: str, mentions: Iterable[Mention]) -> None:
        """Take in what a report, new or read again, mentions."""
        self._linker.add(report, mentions)
        self._touched.add(report)

    def drop(self, report: str) -> None:
        """Forget a report."""
        self._linker.drop(report)

    def concerned(self) -> Concerned:
        """Tell which records the reports taken in or forgotten since the last call concern."""
        before, self._linkage = self._linkage, self._linker.settle()
        changes = self._linkage.since(before)
        touched, self._touched = self._touched, set()
        wanted = self._linkage.telling(touched) | changes.anew
        anew = [one for one in self._linkage.agreements if one.id in wanted]
        return Concerned(tuple(anew), changes.gone, changes.moved)

    def record(
        self,
        agreement: Agreement,
        readings: Iterable[Reading],
        elsewhere: Mapping[str, str] = NOTHING,
    ) -> Record:
        """Work out one record; readings of other reports than the agreement's are not looked at.

        `elsewhere` gives the records of mentions of these reports that the fuser does not know.
        """
        reports = set(agreement.reports)
        own = (reading for reading in readings if reading.report.id in reports)
        evidence = gather(own, self._rulings)
        homes = {**elsewhere, **self._linkage.homes} if elsewhere else self._linkage.homes
        return record_of(dossier_of(agreement, evidence, homes, self._rulings))

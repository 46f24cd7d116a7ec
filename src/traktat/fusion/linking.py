"""Which reports speak of which agreement: linking, with a reason and a score for every link.

A `Linker` takes mentions in and gives back agreements. Adding a report moves only the home of
its mentions; what comes out depends on the mentions and judgements alone, never on their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from typing import NamedTuple

from traktat.fusion.clusters import Bond, Cluster
from traktat.fusion.homes import Home, doubtful, home_of
from traktat.fusion.identities import base_id, ids_of
from traktat.fusion.mentions import Mention, report_of
from traktat.fusion.regrouping import regrouped
from traktat.fusion.rulings import Rulings
from traktat.fusion.traces import Trace, traces_of
from traktat.fusion.unions import Others, Unsettled, groups_of, nobody
from traktat.model.dates import When
from traktat.model.kinds import ActKind
from traktat.model.records import Link, RecordIssue
from traktat.sentences import Sentence

_ENTRY = ActKind.ENTRY_INTO_FORCE


@dataclass(frozen=True)
class Group:
    """Mentions of many reports that are one agreement, before it has an id."""

    mentions: tuple[Mention, ...]
    bonds: Mapping[str, Bond]
    parties: tuple[str, ...]
    many: bool
    known: str | None
    birth: When | None
    since: date | None
    form: str | None
    topics: tuple[str, ...]
    called: str
    older: bool
    apart: bool = False  # taken out of another agreement by a person

    @property
    def first_mention(self) -> str:
        """Give the id of the mention that sorts first."""
        return self.mentions[0].id

    @cached_property
    def base_id(self) -> str:
        """Give the id it would have if there were no other like it."""
        return base_id(self)

    @cached_property
    def reports(self) -> frozenset[str]:
        """Give the ids of its reports."""
        return frozenset(one.report for one in self.mentions)

    @cached_property
    def entered(self) -> date | None:
        """Give the day most of its reports give for its entry into force, the earliest of those."""
        days = [day for one in self.mentions for kind, day in one.marks if kind is _ENTRY]
        return min(days, key=lambda day: (-days.count(day), day), default=None)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Give the ids of its mentions."""
        return tuple(one.id for one in self.mentions)

    @cached_property
    def has_heirs(self) -> bool:
        """Tell whether any report says that another took its place."""
        return any(one.heir for one in self.mentions)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Give the link of every mention, with its reason."""
        return tuple(
            Link(
                report=one.report,
                key=one.key,
                reason=self.bonds[one.id].reason,
                score=round(self.bonds[one.id].score, 2),
            )
            for one in self.mentions
        )


class Heir(NamedTuple):
    """An agreement that took the place of another: when it was signed and entered into force."""

    id: str
    birth: When | None
    entered: date | None


@dataclass(frozen=True, eq=False, slots=True)
class Agreement:
    """An agreement with its id: what a record is made of.

    `heirs` are the agreements that reports say replace it.
    """

    id: str
    group: Group
    doubts: tuple[RecordIssue, ...] = ()
    heirs: tuple[Heir, ...] = ()

    @property
    def reports(self) -> tuple[str, ...]:
        """Give the ids of the reports that speak of it, sorted."""
        return tuple(sorted(self.group.reports))

    @property
    def keys(self) -> dict[str, tuple[str, ...]]:
        """Give, by report, the keys under which it speaks of this agreement."""
        out: dict[str, tuple[str, ...]] = {}
        for one in self.group.mentions:
            out[one.report] = (*out.get(one.report, ()), one.key)
        return out


class Changes(NamedTuple):
    """The ids of records to work out anew, of those that are gone, and which mentions moved.

    `moved` gives the record that a mention is in now, None where it is in none any more.
    """

    anew: frozenset[str]
    gone: tuple[str, ...]
    moved: Mapping[str, str | None]


@dataclass(frozen=True)
class Linkage:
    """All agreements, sorted by id."""

    agreements: tuple[Agreement, ...] = ()

    @cached_property
    def homes(self) -> Mapping[str, str]:
        """Give the record of every mention."""
        return {mention: one.id for one in self.agreements for mention in one.group.ids}

    def since(self, earlier: Linkage) -> Changes:
        """Tell what has to be worked out anew where an earlier linkage was worked out."""
        before = {one.id: one for one in earlier.agreements}
        now = {one.id: one for one in self.agreements}
        fresh = [one for one in self.agreements if not _same(before.get(one.id), one)]
        left = [one for one in earlier.agreements if not _same(now.get(one.id), one)]
        was = {mention: one.id for one in left for mention in one.group.ids}
        stands = {mention: one.id for one in fresh for mention in one.group.ids}
        moved = {
            mention: stands.get(mention)
            for mention in sorted({*was, *stands})
            if was.get(mention) != stands.get(mention)
        }
        anew = {one.id for one in fresh} | self.telling(set(map(report_of, moved)))
        return Changes(frozenset(anew), tuple(sorted(set(before) - set(now))), moved)

    def telling(self, reports: set[str]) -> set[str]:
        """Give the ids of the records that rest on any of these reports."""
        if not reports:
            return set()
        return {one.id for one in self.agreements if not reports.isdisjoint(one.group.reports)}


def _same(before: Agreement | None, now: Agreement) -> bool:
    if before is None or before.heirs != now.heirs:
        return False
    return before.group == now.group and before.doubts == now.doubts


class Linker:
    """Mentions of all reports, by home, and the agreements they make.

    Where not all homes are at hand, `others` gives the bearers of a key in the rest.
    """

    def __init__(self, rulings: Rulings | None = None, others: Others = nobody) -> None:
        self._rulings = rulings or Rulings()
        self._others = others
        self._mentions: dict[str, dict[str, Mention]] = {}
        self._reports: dict[str, tuple[Mention, ...]] = {}
        self._homes: dict[str, Home] = {}
        self._groups: dict[tuple[Cluster, ...], Group] = {}
        self._judged_groups: list[Group] = []

    @property
    def traces(self) -> dict[str, tuple[Trace, ...]]:
        """Give, by home, what the agreements settled last leave for others to find them by."""
        named = (list(self._groups.values()), self._judged_groups)
        return traces_of(self._homes, named if self._rulings.moves else named[1:])

    @property
    def reports(self) -> Mapping[str, tuple[Mention, ...]]:
        """Give what every report mentions."""
        return self._reports

    def judge(self, rulings: Rulings) -> None:
        """Put other decisions in the place of those known."""
        self._rulings = rulings

    def add(self, report: str, mentions: Iterable[Mention]) -> None:
        """Take in what a report mentions, in the place of what was known of it before."""
        given = tuple(mentions)
        if self._reports.get(report) == given:
            return
        self.drop(report)
        self._reports[report] = given
        for mention in given:
            home = home_of(mention)
            self._mentions.setdefault(home, {})[mention.id] = mention
            self._homes.pop(home, None)

    def drop(self, report: str) -> None:
        """Forget a report."""
        for mention in self._reports.pop(report, ()):
            home = home_of(mention)
            self._mentions[home].pop(mention.id, None)
            self._homes.pop(home, None)
            if not self._mentions[home]:
                del self._mentions[home]

    def settle(self) -> Linkage:
        """Give the agreements that all mentions make."""
        for key in self._mentions.keys() - self._homes.keys():
            self._homes[key] = Home(key, self._mentions[key].values())
        homes = [self._homes[key] for key in sorted(self._mentions)]
        clusters = [cluster for home in homes for cluster in home.clusters]
        united, doubts = groups_of(clusters, self._others)
        self._groups = {key: self._group(key) for key in map(tuple, united)}
        self._judged_groups, settled = self._judged()
        return _linkage(self._judged_groups, _open_links(homes, doubts, settled))

    def _judged(self) -> tuple[list[Group], frozenset[str]]:
        """Apply what people decided; give the groups, and the mentions that are settled."""
        groups = list(self._groups.values())
        made = regrouped(
            self._groups,
            self._rulings,
            self._reports,
            cache(lambda: {record: number for number, record in ids_of(groups).items()}),
        )
        kept = [one for number, one in enumerate(groups) if number not in made.changed]
        changed = [
            replace(_group_of(members), apart=number >= len(groups))
            for number, members in made.changed.items()
            if members
        ]
        return [*kept, *changed], made.settled

    def _group(self, members: tuple[Cluster, ...]) -> Group:
        return self._groups.get(members) or _group_of(members)


def _group_of(members: tuple[Cluster, ...]) -> Group:
    """Take clusters together; the first of them says who the parties are."""
    lead = members[0]
    bonds = {key: tie for cluster in members for key, tie in cluster.bonds.items()}
    found = {one.id: one for cluster in members for one in cluster.mentions}
    mentions = tuple(found[key] for key in sorted(found))
    births = [birth for cluster in members if (birth := cluster.birth)]
    begun = [cluster.begun for cluster in members if cluster.begun]
    birth = births[0] if births else None
    parties = {party for one in members for party in one.parties} if lead.many else lead.parties
    return Group(
        mentions=mentions,
        bonds=bonds,
        parties=tuple(sorted(parties)),
        many=lead.many,
        known=next((one.known for one in members if one.known), None),
        birth=birth,
        since=birth.first if birth else min(begun, default=None),
        form=_commonest(form for one in mentions if (form := one.form)),
        topics=tuple(sorted({topic for one in members for topic in one.topics})),
        called=_called(mentions),
        older=all(one.older for one in members),
    )


def _commonest(values: Iterable[str]) -> str | None:
    counts: dict[str, int] = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    return min(counts, key=lambda value: (-counts[value], value), default=None)


def _called(mentions: Iterable[Mention]) -> str:
    names: dict[str, int] = {}
    for one in mentions:
        for name in one.acronyms or one.names[:1]:
            names[name] = names.get(name, 0) + 1
    return min(names, key=lambda name: (-names[name], len(name), name), default="")


OpenLink = tuple[Mention, tuple[Cluster, ...], Sentence]


def _open_links(
    homes: list[Home], unsettled: list[Unsettled], settled: frozenset[str]
) -> list[OpenLink]:
    """List the mentions that fit several agreements, and were not placed by a person."""
    found = [item for home in homes for item in home.doubts if item[0].id not in settled]
    return found + [
        (one.cluster.mentions[0], one.near, one.reason)
        for one in unsettled
        if not any(mention.id in settled for mention in one.cluster.mentions)
    ]


def _linkage(groups: list[Group], open_links: list[OpenLink]) -> Linkage:
    ids = ids_of(groups)
    by_id = {ids[number]: group for number, group in enumerate(groups)}
    doubts: dict[str, list[RecordIssue]] = {}
    told = open_links or any(group.has_heirs for group in groups)
    records = _records_of(groups, ids) if told else {}
    for mention, near, reason in open_links:
        ids_near = sorted({records[cluster.mentions[0].id] for cluster in near})
        if mention.weight and len(ids_near) > 1:
            issue = doubtful(mention, ids_near, reason)
            for record in ids_near:
                doubts.setdefault(record, []).append(issue)
    agreements = sorted(
        (
            Agreement(
                ids[number],
                one,
                _sorted(doubts.get(ids[number], [])),
                _heirs(one, records, by_id),
            )
            for number, one in enumerate(groups)
        ),
        key=lambda one: one.id,
    )
    return Linkage(tuple(agreements))


def _heirs(
    group: Group, records: Mapping[str, str], by_id: Mapping[str, Group]
) -> tuple[Heir, ...]:
    """Give the agreements that reports of this one say took its place."""
    if not group.has_heirs:
        return ()
    named = {f"{one.report}#{one.heir}" for one in group.mentions if one.heir}
    ids = sorted({records[mention] for mention in named if mention in records})
    found = [(key, by_id[key]) for key in ids if by_id[key] is not group]
    return tuple(Heir(key, heir.birth, heir.entered) for key, heir in found)


def _records_of(groups: list[Group], ids: Mapping[int, str]) -> dict[str, str]:
    return {one: ids[number] for number, group in enumerate(groups) for one in group.ids}


def _sorted(issues: Iterable[RecordIssue]) -> tuple[RecordIssue, ...]:
    return tuple(sorted(set(issues), key=lambda issue: (issue.code, issue.message)))

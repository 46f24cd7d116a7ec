"""Agreements as people see them: merged, or with a report's agreement taken out.

A judgement names a record by its id or, better, a mention `report#key` with the digest of its
characters: ids of records shift when reports come in, a mention stays where it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from traktat.fusion.clusters import Bond, Cluster
from traktat.fusion.mentions import Mention
from traktat.fusion.rulings import Rulings, digest_of
from traktat.model.findings import AgreementFinding, Reading
from traktat.model.judgements import Judgement, Verdict
from traktat.sentences import sentence

Members = dict[str, tuple[Mention, Bond]]
Part = list[Members]  # an agreement: its clusters, the one that says who the parties are first


class Regrouped(NamedTuple):
    """The clusters of agreements that people changed, by number; new ones come last.

    `changed` gives nothing for an agreement that was merged into another; `settled` are the
    mentions people placed, so that no doubt about them is left.
    """

    changed: Mapping[int, tuple[Cluster, ...]]
    settled: frozenset[str]


def digest_of_mention(mention: Mention) -> str:
    """Give the digest that a judgement on a mention rests on."""
    return digest_of(mention.report, "agreement", mention.support.span)


def found_in(reading: Reading, anchor: str, digest: str) -> bool:
    """Tell whether a reading still has the mention that a judgement rests on."""
    report = reading.report.id
    return any(
        digest == digest_of(report, one.kind, one.span)
        or (not digest and f"{report}#{one.key}" == anchor)
        for one in reading.findings
        if isinstance(one, AgreementFinding)
    )


def regrouped(
    groups: Iterable[tuple[Cluster, ...]],
    rulings: Rulings,
    mentions: Mapping[str, tuple[Mention, ...]],
    names: Callable[[], Mapping[str, int]],
) -> Regrouped:
    """Carry out what people decided, in the order of time.

    `mentions` are those of every report, whether in a group or in doubt; `names` gives the
    number of a group by its record id.
    """
    if not rulings.moves:
        return Regrouped({}, frozenset())
    moving = _Moving([_part(clusters) for clusters in groups], mentions, names)
    for decision in rulings.moves:
        moving.carry_out(decision)
    changed = {
        number: tuple(_cluster_of(members) for members in moving.parts[number] if members)
        for number in sorted(moving.touched)
    }
    return Regrouped(changed, frozenset(moving.settled))


def _part(clusters: tuple[Cluster, ...]) -> Part:
    return [{one.id: (one, group.bonds[one.id]) for one in group.mentions} for group in clusters]


def _cluster_of(members: Members) -> Cluster:
    cluster = Cluster()
    for _, (mention, bond) in sorted(members.items()):
        cluster.add(mention, bond)
    return cluster


class _Moving:
    """Agreements while decisions are carried out on them."""

    def __init__(
        self,
        parts: list[Part],
        mentions: Mapping[str, tuple[Mention, ...]],
        names: Callable[[], Mapping[str, int]],
    ) -> None:
        self.parts = parts
        self._settled_parts = len(parts)  # those that come after were taken out, or in doubt
        self.touched: set[int] = set()
        self.settled: set[str] = set()
        self._mentions = mentions
        self._names = names
        self._home = {
            key: number for number, part in enumerate(parts) for members in part for key in members
        }

    def carry_out(self, decision: Judgement) -> None:
        """Carry one decision out; one whose mentions are gone changes nothing."""
        digest, _, other_digest = decision.evidence.partition("+")
        bond = Bond(
            1.0, sentence("judged by {by} ({judgement})", by=decision.by, judgement=decision.id)
        )
        source = self._place(decision.about, digest, bond)
        target = self._place(decision.other, other_digest, bond) if decision.other else None
        if source is None or (decision.other and target is None):
            return
        self._settle(decision.about, digest)
        self._settle(decision.other or "", other_digest)
        if decision.verdict is Verdict.SPLIT:
            self._split(self._found(decision.about, digest), source, target, bond)
        elif target is not None and source != target:
            loose = source >= self._settled_parts > target
            self._merge(*((target, source) if loose else (source, target)), bond)

    def _found(self, about: str, digest: str) -> Mention | None:
        """Find a mention: by its id, or by its characters if the report now numbers it anew."""
        report, _, _ = about.partition("#")
        known = {one.id: one for one in self._mentions.get(report, ())}
        named = known.get(about)
        if named and digest in ("", digest_of_mention(named)):
            return named
        return next((one for one in known.values() if digest_of_mention(one) == digest), None)

    def _place(self, about: str, digest: str, bond: Bond) -> int | None:
        if "#" not in about:
            return self._names().get(about)
        mention = self._found(about, digest)
        if mention is None:
            return None
        if mention.id not in self._home:  # it was in doubt, and is in no agreement yet
            self._add([{mention.id: (mention, bond)}])
        return self._home[mention.id]

    def _settle(self, about: str, digest: str) -> None:
        mention = self._found(about, digest) if "#" in about else None
        if mention:
            self.settled.add(mention.id)

    def _add(self, part: Part) -> int:
        number = len(self.parts)
        self.parts.append(part)
        self.touched.add(number)
        self._home.update({key: number for members in part for key in members})
        return number

    def _split(self, mention: Mention | None, source: int, target: int | None, bond: Bond) -> None:
        if mention is None or source == target:
            return
        for members in self.parts[source]:
            members.pop(mention.id, None)
        self.touched.add(source)
        if target is None:
            self._add([{mention.id: (mention, bond)}])
            return
        self.parts[target].append({mention.id: (mention, bond)})
        self.touched.add(target)
        self._home[mention.id] = target

    def _merge(self, source: int, target: int, bond: Bond) -> None:
        for members in self.parts[target]:
            self.parts[source].append({key: (one, bond) for key, (one, _) in members.items()})
            self._home.update(dict.fromkeys(members, source))
        self.parts[target] = []
        self.touched |= {source, target}

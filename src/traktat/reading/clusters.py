"""Mentions united: which noun phrases of a report mean one instrument."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from traktat.facts.tables import table
from traktat.reading.agreement_nouns import Phrase
from traktat.reading.parties import Evidence

MULTI = "MULTI"
_TRUCES = frozenset({"ceasefire", "armistice"})
_LOOSE = frozenset(
    {"document", "agreement", "treaty", "pact", "framework", "cooperation", "letters"}
)


@dataclass(slots=True)
class Cluster:
    """Mentions of one instrument, in text order."""

    members: list[tuple[Phrase, Evidence]] = field(default_factory=list)
    known: str | None = None

    def add(self, phrase: Phrase, evidence: Evidence) -> None:
        """Take one more mention."""
        self.members.append((phrase, evidence))
        self.known = self.known or phrase.known

    @property
    def topics(self) -> set[str]:
        """Give what its mentions say it is about."""
        return {topic for phrase, _ in self.members for topic in phrase.topics}

    @property
    def acronyms(self) -> set[str]:
        """Give its short names."""
        return {phrase.acronym for phrase, _ in self.members if phrase.acronym}

    @property
    def years(self) -> set[str]:
        """Give the years its mentions name it by."""
        return {phrase.year for phrase, _ in self.members if phrase.year}

    @property
    def truce(self) -> bool:
        """Tell whether it is a ceasefire or armistice."""
        return any(phrase.form in _TRUCES for phrase, _ in self.members)

    @property
    def closed(self) -> list[tuple[str, ...]]:
        """List the full sets of parties its mentions give."""
        return [evidence.closed for _, evidence in self.members if evidence.closed]

    @property
    def codes(self) -> set[str]:
        """Give every party its mentions tell of."""
        return {code for _, evidence in self.members for code in evidence.codes}

    @property
    def last(self) -> int:
        """Give the token of its last mention."""
        return self.members[-1][0].first


def united(items: list[tuple[Phrase, Evidence]]) -> list[Cluster]:
    """Unite mentions in text order, each with the nearest earlier one it can mean."""
    clusters: list[Cluster] = []
    for phrase, evidence in items:
        home = _home(clusters, phrase, evidence)
        if home is None:
            home = Cluster()
            clusters.append(home)
        home.add(phrase, evidence)
    return clusters


def _home(clusters: list[Cluster], phrase: Phrase, evidence: Evidence) -> Cluster | None:
    nearest = sorted(clusters, key=lambda cluster: -cluster.last)
    for rule in (_same_name, _apposed, _same_parties, _referred):
        for cluster in nearest:
            if rule(cluster, phrase, evidence):
                return cluster
    return None


def _same_name(cluster: Cluster, phrase: Phrase, evidence: Evidence) -> bool:
    """One known agreement, or one acronym."""
    if phrase.known:
        return cluster.known == phrase.known
    if phrase.acronym and not _at_odds(cluster, evidence):
        return any(_same_acronym(phrase.acronym, other) for other in cluster.acronyms)
    return False


def _same_acronym(one: str, other: str) -> bool:
    a, b = one.replace(" ", "-").split("-"), other.replace(" ", "-").split("-")
    return a[-len(b) :] == b or b[-len(a) :] == a


def _apposed(cluster: Cluster, phrase: Phrase, evidence: Evidence) -> bool:
    """A second name right behind the first."""
    before = cluster.members[-1][0]
    gap = phrase.first - before.end
    return (
        0 <= gap <= 1
        and before.sentence is phrase.sentence
        and not _at_odds(cluster, evidence)
        and not (cluster.known and phrase.known)
    )


def _same_parties(cluster: Cluster, phrase: Phrase, evidence: Evidence) -> bool:
    """The same full set of parties, and nothing that speaks against it."""
    if len(evidence.codes) < 2 or not _fits(cluster, phrase):
        return False
    return set(evidence.codes) == cluster.codes


def _referred(cluster: Cluster, phrase: Phrase, evidence: Evidence) -> bool:
    """A mention that names less than the cluster does."""
    if phrase.known or not _fits(cluster, phrase) or _at_odds(cluster, evidence):
        return False
    if phrase.flags & {"new", "older"} and phrase.determiner != "definite":
        return False
    if phrase.determiner in ("any", "indefinite") and phrase.bare:
        return False
    if cluster.known and not phrase.bare and phrase.topics:
        return False
    return True


def _fits(cluster: Cluster, phrase: Phrase) -> bool:
    """Tell whether form, topics, year and acronym allow one instrument."""
    if (
        phrase.acronym
        and cluster.acronyms
        and not any(_same_acronym(phrase.acronym, other) for other in cluster.acronyms)
    ):
        return False
    if phrase.year and cluster.years and phrase.year not in cluster.years:
        return False
    if (phrase.form in _TRUCES) != cluster.truce and not (phrase.bare and phrase.form in _LOOSE):
        return False
    topics = set(phrase.topics)
    return not topics or not cluster.topics or bool(topics & cluster.topics)


def _at_odds(cluster: Cluster, evidence: Evidence) -> bool:
    """Tell whether the parties of a mention contradict those of a cluster."""
    if cluster.known and MULTI in table("treaties")[cluster.known].get("parties", ()):
        return False
    told = set(evidence.closed)
    if told and any(told != set(closed) for closed in cluster.closed):
        return not any(told <= set(closed) or set(closed) <= told for closed in cluster.closed)
    if told and not cluster.closed:
        return bool(cluster.codes - told)
    if evidence.some and cluster.closed:
        return not any(set(evidence.some) & set(closed) for closed in cluster.closed)
    return False


def parties_of(cluster: Cluster, named: frozenset[str]) -> tuple[str, ...]:
    """Give the parties of a cluster; empty while fewer than two sides are known.

    `named` are all codes the report names: a known agreement's parties count when named.
    """
    many = any(evidence.many for _, evidence in cluster.members)
    if cluster.known:
        return _known_parties(cluster, named)
    votes = Counter(tuple(sorted(closed)) for closed in cluster.closed)
    if votes:
        best = max(votes, key=lambda codes: (votes[codes], len(codes)))
        out = {code for codes in votes for code in codes if set(best) <= set(codes)} | set(best)
        return tuple(sorted(out | ({MULTI} if many and len(out) > 2 else set())))
    codes = cluster.codes
    if many:
        return tuple(sorted(codes | {MULTI}))
    return tuple(sorted(codes)) if len(codes) >= 2 else ()


def _known_parties(cluster: Cluster, named: frozenset[str]) -> tuple[str, ...]:
    fixed = frozenset(table("treaties")[cluster.known or ""].get("parties", ()))
    if MULTI in fixed:
        return tuple(sorted(cluster.codes | {MULTI} | fixed))
    if len(fixed) <= 2:
        return tuple(sorted(fixed))
    here = fixed & named
    return tuple(sorted(here if here == fixed else here | {MULTI}))

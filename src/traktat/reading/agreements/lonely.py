"""Agreements of which a report tells one side only: whose else they are."""

from __future__ import annotations

from traktat.model.kinds import MANY
from traktat.reading.agreements.company import Company
from traktat.reading.agreements.evidence import Evidence
from traktat.reading.agreements.instruments import Cluster
from traktat.reading.agreements.nouns import Phrase
from traktat.reading.agreements.settled import Settled, is_loose, is_wide

_LEADING = 3  # states a report names most: it is about one of them
_PAIR = 2  # sides
_FIRM = frozenset({"treaty", "pact", "ceasefire", "armistice", "memorandum", "protocol"})


def of_home(sure: list[Settled], kept: list[Settled], company: Company) -> list[Settled]:
    """Give the other side of agreements that only say whom they are with: that of the others.

    It is the one state that all agreements of a report share, or the one at home.
    """
    pairs = {item.parties for item in kept if len(item.parties) == _PAIR}
    shared = set.intersection(*map(set, pairs)) if len(pairs) > 1 else _with_many(sure)
    leading = [code for code, _ in company.named.most_common(_LEADING)]
    home = company.home if company.home in leading else ""
    ours = min(shared) if len(shared) == 1 else home
    placed = {id(phrase) for item in kept for phrase, _ in item.cluster.members}
    found: dict[tuple[str, ...], Settled] = {}
    for item in sure if ours else ():
        partners = item.cluster.partners or _inside(item.cluster)
        alone = len(partners) == 1 and item.cluster.codes == partners and ours not in partners
        if not alone or item.parties or is_loose(item.cluster):
            continue
        if id(item.cluster.members[0][0]) in placed:
            continue
        parties = tuple(sorted({ours, *partners}))
        if parties in found:
            found[parties].cluster.absorb(item.cluster)
            continue
        item.parties = parties
        found[parties] = item
    return list(found.values())


def _with_many(sure: list[Settled]) -> set[str]:
    """Give who deals with several agreements whose partners are told later, or only counted.

    "Norland approved agreements with four states. … A deal on police training with Sarvia …"
    """
    return {
        code
        for item in sure
        for phrase, evidence in item.cluster.members
        if "several" in phrase.flags and evidence.dealt and not evidence.partners
        for code in (evidence.codes if len(evidence.codes) == 1 else ())
    }


def by_name(sure: list[Settled], kept: list[Settled]) -> list[Settled]:
    """Take a pact known by name, or the only one spoken of, as that of many not named.

    Of its parties no more than one is told, who deals with it; a convention needs none.
    """
    placed = {id(phrase) for item in kept for phrase, _ in item.cluster.members}
    found = []
    for item in sure:
        members = item.cluster.members
        named = any(_is_named_pact(p, e) for p, e in members)
        told = not kept and any(_is_the_pact(p, e) for p, e in members)
        wide = any(p.title and is_wide(p) for p, _ in members)
        alone = not item.parties and len(item.cluster.codes) <= 1
        alone = alone and (wide or bool(item.cluster.codes))
        if (
            (named or told)
            and alone
            and id(members[0][0]) not in placed
            and not is_loose(item.cluster)
        ):
            item.parties = tuple(sorted({*item.cluster.codes, MANY}))
            found.append(item)
    return found


def of_those_who_met(sure: list[Settled]) -> list[Settled]:
    """Take the agreement of a report that names none as that of who met in the sentence before.

    "The ministers of Norland and Sarvia met on Monday. The border treaty was not discussed."
    """
    found = []
    for item in sure:
        cluster = item.cluster
        met = next((e.met for _, e in cluster.members if e.met), ())
        spoken_of = any(
            p.form in _FIRM or e.dealt or p.described or p.determiner == "any"
            for p, e in cluster.members
        )
        plain = not any(p.title or "several" in p.flags for p, _ in cluster.members)
        alone = not (item.parties or cluster.many or cluster.wide or cluster.known)
        if met and spoken_of and plain and alone and cluster.codes <= set(met):
            item.parties = tuple(sorted(met))
            found.append(item)
    return found


def _is_named_pact(phrase: Phrase, evidence: Evidence) -> bool:
    return phrase.title and phrase.described and (evidence.dealt or is_wide(phrase))


def _is_the_pact(phrase: Phrase, evidence: Evidence) -> bool:
    """Tell whether somebody deals with one that is described: "is quitting the tuna protocol"."""
    return phrase.determiner == "definite" and phrase.described and evidence.dealt


def _inside(cluster: Cluster) -> set[str]:
    """Give the one side that stands inside its phrases: "the trade deal of the Union"."""
    own = {code for p, e in cluster.members if p.described and p.named for code in e.own}
    return own if len(own) == 1 else set()

"""The parties of a cluster: what its mentions tell together, and what is known of its name."""

from __future__ import annotations

from traktat.facts.tables import table
from traktat.model.kinds import MANY
from traktat.reading.agreements.clusters import Cluster
from traktat.reading.agreements.evidence import GUESSED, SIGNED

_BLOC_FORMS = frozenset(
    {"consensus", "charter", "declaration", "protocol", "convention"}
)  # what a bloc makes alone


def parties_of(cluster: Cluster, named: frozenset[str]) -> tuple[str, ...]:
    """Give the parties of a cluster; empty while fewer than two sides are known.

    `named` are all codes the report names: a known agreement's parties count when named.
    """
    if cluster.known and not _is_namesake(cluster, named):
        return _known_parties(cluster, named)
    weights: dict[frozenset[str], int] = {}
    for (codes, weight), times in cluster.closed.items():
        weights[codes] = weights.get(codes, 0) + weight * times
    best = max(weights, key=lambda c: (weights[c], len(c), sorted(c)), default=frozenset())
    if weights and not (weights[best] == GUESSED and _dealers(cluster) - best):
        wider = [codes for codes in weights if codes > best and weights[codes] >= SIGNED]
        out = set(best).union(*wider)
        many = cluster.many or (cluster.wide and weights[best] < SIGNED)
        return tuple(sorted(out | ({MANY} if many else set())))
    if best:
        cluster.forget_guesses()  # who signs is not among the two that were guessed
    if cluster.many or cluster.wide:
        return tuple(sorted(cluster.codes | {MANY}))
    if cluster.sided or _of_one_bloc(cluster):
        return tuple(sorted(cluster.codes))
    return ()


def _dealers(cluster: Cluster) -> set[str]:
    """Give those who sign or conclude it, where that is told of one side at a time."""
    told = (e for p, e in cluster.members if e.signed and not (e.closed or e.refused))
    return {code for evidence in told for code in evidence.some}


def _is_namesake(cluster: Cluster, named: frozenset[str]) -> bool:
    """Tell whether a name is borrowed: none of those who sign is party to the known agreement.

    "Norland and Sarvia signed a Comprehensive Economic and Trade Agreement (CETA)".
    """
    listed = table("treaties")[cluster.known or ""].get("parties", ())
    if not listed:
        return True
    fixed = {_in_its_day(code, named) for code in listed}
    if MANY in fixed:
        return False
    bodies = table("organisations")
    fixed.update(code for body in listed for code in bodies.get(body, {}).get("members", ()))
    told = [codes for codes, weight in cluster.closed if weight >= SIGNED]
    return bool(told) and not any(codes & fixed for codes in told)


def _of_one_bloc(cluster: Cluster) -> bool:
    """Tell whether an organization declares something on its own: ASEAN's consensus."""
    blocs = table("organisations")
    forms = {phrase.form for phrase, _ in cluster.members}
    dealt = any(evidence.dealt and not evidence.partners for _, evidence in cluster.members)
    alone = len(cluster.codes) == 1 and all(code in blocs for code in cluster.codes)
    return alone and dealt and bool(forms) and forms <= _BLOC_FORMS


def _known_parties(cluster: Cluster, named: frozenset[str]) -> tuple[str, ...]:
    listed = table("treaties")[cluster.known or ""].get("parties", ())
    fixed = frozenset(_in_its_day(code, named) for code in listed)
    if MANY in fixed:
        told = (e for _, e in cluster.members if e.dealt and not e.refused)
        codes = {code for evidence in told for code in evidence.codes if _may_be_bound(code)}
        return tuple(sorted(codes | fixed))
    if len(fixed) == 1 and fixed <= table("states").keys():
        sure = {code for codes, weight in cluster.closed if weight >= SIGNED for code in codes}
        return tuple(sorted(fixed | ((sure or cluster.codes) - fixed or {MANY})))
    if len(fixed) <= 2:
        return tuple(sorted(fixed))
    here = fixed & named
    if here != fixed:
        return tuple(sorted(here | {MANY}))
    also = cluster.codes & set(table("treaties")[cluster.known or ""].get("also", ()))
    return tuple(sorted(fixed | also))


def _may_be_bound(code: str) -> bool:
    """Tell whether a treaty of many can have this party: no secretariat, no court."""
    bodies = table("organisations")
    return code not in bodies or bool(bodies[code].get("members"))


def _in_its_day(code: str, named: frozenset[str]) -> str:
    """Give the former state a report names in place of its successor: the Soviet Union's INF."""
    if code in named:
        return code
    formers = (
        former
        for former in sorted(named)
        if code in table("states").get(former, {}).get("successors", ())
    )
    return next(formers, code)

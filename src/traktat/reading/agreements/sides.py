"""The parties of a cluster: what its mentions tell together, and what is known of its name."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from traktat.facts.tables import table
from traktat.model.kinds import MANY
from traktat.reading.agreements.clusters import akin
from traktat.reading.agreements.evidence import GUESSED, SIGNED
from traktat.reading.agreements.instruments import Cluster

_PAIR = 2  # parties of most agreements
_LESS = 2  # times as much must speak for a pair alone as for it with others
_FEW = 8  # parties up to which any that a report names is meant as one
_BLOC_FORMS = frozenset(
    {"consensus", "charter", "declaration", "protocol", "convention"}
)  # what a bloc makes alone


def parties_of(cluster: Cluster, named: frozenset[str]) -> tuple[str, ...]:
    """Give the parties of a cluster; empty while fewer than two sides are known.

    `named` are all codes the report names: a known agreement's parties count when named.
    """
    if cluster.known and not _is_namesake(cluster, named):
        return _known_parties(cluster.known, cluster, named)
    many = cluster.many or (cluster.multilateral and cluster.topics)
    if many and (meant := _meant(cluster)):
        lacking = set(table("treaties")[meant]["parties"]) - cluster.codes
        others = lacking if len(lacking) == 1 and lacking <= named else set()
        return _known_parties(meant, cluster, frozenset(cluster.codes | others))
    weights: dict[frozenset[str], int] = {}
    for (codes, weight), times in cluster.closed.items():
        weights[codes] = weights.get(codes, 0) + weight * times
    best = max(weights, key=lambda c: (weights[c], len(c), sorted(c)), default=frozenset())
    if weights and not (weights[best] == GUESSED and _dealers(cluster) - best):
        wider = [
            codes
            for codes in weights
            if codes > best
            and weights[codes] >= SIGNED
            and (len(best) > _PAIR or weights[codes] * _LESS > weights[best])
        ]
        out = set(best).union(*wider)
        if len(best) > _PAIR:
            out |= _dealt_besides(cluster)
        open_ended = cluster.many or (cluster.wide and weights[best] < SIGNED)
        return tuple(sorted(out | ({MANY} if open_ended else set())))
    if best:
        cluster.forget_guesses()  # who signs is not among the two that were guessed
    if cluster.many or cluster.wide:
        return tuple(sorted(cluster.codes | {MANY}))
    if whole := _all_but_one(cluster, named):
        return whole
    if cluster.sided or _of_one_bloc(cluster):
        return tuple(sorted(cluster.codes))
    return ()


def _all_but_one(cluster: Cluster, named: frozenset[str]) -> tuple[str, ...]:
    """Give all parties where only the others are told: "the president's deal with A and B"."""
    partners = frozenset(cluster.partners)
    if len(partners) < _PAIR or cluster.codes != partners:
        return ()
    for fixed in sorted(_few_known(), key=sorted):
        ours = fixed - partners
        if partners < fixed and len(ours) == 1 and ours <= named:
            return tuple(sorted(fixed))
    return ()


def _meant(cluster: Cluster) -> str:
    """Give the known agreement that "Tehran's nuclear deal with world powers" means, or nothing."""
    for name, one, fixed, topics in _of_powers():
        if one in cluster.codes and cluster.codes <= fixed and akin(cluster.topics, set(topics)):
            return name
    return ""


@cache
def _of_powers() -> tuple[tuple[str, str, frozenset[str], tuple[str, ...]], ...]:
    """List the known agreements of one state with "world powers"."""
    return tuple(
        (name, entry["one"], frozenset(entry["parties"]), tuple(entry.get("topics", ())))
        for name, entry in table("treaties").items()
        if "one" in entry
    )


def are_few_known(codes: Iterable[str]) -> bool:
    """Tell whether these are all parties of a known agreement: Canada, Mexico and the US."""
    return frozenset(codes) in _few_known()


@cache
def _few_known() -> frozenset[frozenset[str]]:
    entries = table("treaties").values()
    return frozenset(frozenset(entry["parties"]) for entry in entries)


def _dealt_besides(cluster: Cluster) -> set[str]:
    """Give the single states that keep, leave or break what several others concluded."""
    told = (e for p, e in cluster.members if e.dealt and not (e.refused or e.closed or e.partners))
    states = table("states")
    return {evidence.some[0] for evidence in told if len(evidence.some) == 1} & states.keys()


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
    if len(fixed) == _PAIR and told:
        return not any(_today(codes) <= _today(fixed) or len(codes) > _PAIR for codes in told)
    return bool(told) and not any(codes & fixed for codes in told)


def _today(codes: Iterable[str]) -> set[str]:
    """Give states with the successors of former ones in their place."""
    states = table("states")
    return {new for code in codes for new in states.get(code, {}).get("successors", (code,))}


def _of_one_bloc(cluster: Cluster) -> bool:
    """Tell whether an organization declares something on its own: ASEAN's consensus."""
    blocs = table("organisations")
    forms = {phrase.form for phrase, _ in cluster.members}
    dealt = any(evidence.dealt and not evidence.partners for _, evidence in cluster.members)
    alone = len(cluster.codes) == 1 and all(code in blocs for code in cluster.codes)
    return alone and dealt and bool(forms) and forms <= _BLOC_FORMS


def _known_parties(known: str, cluster: Cluster, named: frozenset[str]) -> tuple[str, ...]:
    listed = table("treaties")[known].get("parties", ())
    fixed = frozenset(_in_its_day(code, named) for code in listed)
    if MANY in fixed:
        bound = _bound(cluster)
        body = table("treaties")[known].get("alone")
        return (body,) if body and bound <= {body} else tuple(sorted(bound | fixed))
    if len(fixed) == 1 and fixed <= table("states").keys():
        sure = {code for codes, weight in cluster.closed if weight >= SIGNED for code in codes}
        return tuple(sorted(fixed | ((sure or cluster.codes) - fixed or {MANY})))
    if len(fixed) <= 2:
        return tuple(sorted(fixed))
    here = fixed & (_beside(cluster) if len(fixed) > _FEW else named)
    if table("treaties")[known].get("open"):
        here |= _bound(cluster)
    one = table("treaties")[known].get("one")
    two = one is not None and here == {one, table("treaties")[known].get("lead")}
    if two and not (cluster.many or cluster.multilateral):
        return tuple(sorted(here))  # a report that speaks of no others
    if here != fixed:
        return tuple(sorted(here | {MANY}))
    also = cluster.codes & set(table("treaties")[known].get("also", ()))
    return tuple(sorted(fixed | also))


def _bound(cluster: Cluster) -> set[str]:
    """Give those who do to an agreement what parties do, or want to."""
    told = (e for _, e in cluster.members if e.dealt and not e.refused)
    return {code for evidence in told for code in evidence.codes if _may_be_bound(code)}


def _beside(cluster: Cluster) -> set[str]:
    """Give whom a cluster's mentions tell of, and who stands where it is called by its name."""
    told = {code for _, evidence in cluster.members for code in evidence.codes}
    return told | {code for p, e in cluster.members if p.known for code in e.beside}


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

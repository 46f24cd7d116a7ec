"""Clusters made sure of: which are agreements of states, whose mentions belong elsewhere.

A cluster without two sides is no agreement yet. Its mentions go to the agreement they can mean,
it takes over the parties of the agreement it precedes, or it is left out: a party is never
guessed from which states a report names most.
"""

from __future__ import annotations

from collections import Counter

from traktat.facts.tables import table
from traktat.model.kinds import MANY
from traktat.reading.agreements.armed import ARMED
from traktat.reading.agreements.clusters import (
    akin,
    is_of_others,
    leads_to,
    named_otherwise,
    of_other_sort,
    points_back,
)
from traktat.reading.agreements.companions import other_side, two_beside
from traktat.reading.agreements.company import Company
from traktat.reading.agreements.evidence import FRAMED, NAMED, SIGNED, Evidence
from traktat.reading.agreements.homelands import with_government
from traktat.reading.agreements.instruments import ACCESSION, Cluster
from traktat.reading.agreements.lonely import by_name, of_home, of_those_who_met
from traktat.reading.agreements.nouns import Phrase
from traktat.reading.agreements.settled import Settled, is_loose, is_wide
from traktat.reading.agreements.sides import parties_of
from traktat.reading.agreements.talks import Talks
from traktat.reading.agreements.truces import guessed_sides, sides_told

_FIRM_FORMS = frozenset({"treaty", "pact", "memorandum", "ceasefire", "armistice", "protocol"})

_MORE = 2  # times as often as the next: the group that a report's truce is with
_FAR_MORE = 4  # times a group is named as often as the next, if "the rebels" can only mean it
_COMPANY = 2  # sentences with a mention in which the other side must be named


def settled(clusters: list[Cluster], talks: Talks, company: Company) -> list[Settled]:
    """Give the agreements among clusters, in the order of their first mention.

    `talks` are those of several states that a report speaks of, `company` whom it names.
    """
    named = company.named
    if talks.rounds:
        clusters = _of_rounds(clusters, talks)
    sure = [Settled(c, parties_of(c, company.present)) for c in clusters]
    _complete(sure, talks, company)
    kept = _without_weak([item for item in sure if _stands(item)])
    for item in sure:
        if item not in kept:
            _place(item, kept)
    kept += _beside(sure, kept)
    kept += of_home(sure, kept, company)
    kept += by_name(sure, kept)
    if all(_is_background(item) for item in kept):
        left = _not_in(sure, kept)
        kept += [item for item in left if _hinted(item) or _paired(item) or _between_two(item)]
    if all(_is_background(item) for item in kept):
        kept += of_those_who_met(_not_in(sure, kept))
    for item in kept:
        sides = guessed_sides(item.cluster, item.parties, named)
        item.parties = sides or _named_groups(item.parties, named, company.unnamed)
        whole = talks.all_named and not item.cluster.known
        if whole and {MANY, *talks.sides} <= set(item.parties):
            item.parties = tuple(code for code in item.parties if code != MANY)
    kept = _merged(kept)
    return sorted(kept, key=lambda item: item.cluster.members[0][0].first)


def _named_groups(parties: tuple[str, ...], named: Counter[str], unnamed: str) -> tuple[str, ...]:
    """Give "rebels" the name of the armed group a report speaks of above all, else of many.

    Where no group has a name, the words of the report are its name.
    """
    if ARMED not in parties:
        return parties
    groups = sorted(
        (-count, code) for code, count in named.items() if code.startswith(ARMED) and code != ARMED
    )
    alone = groups and (len(groups) == 1 or groups[0][0] <= _FAR_MORE * groups[1][0])
    if groups and groups[0][0] == -1 and named[ARMED] > _MORE:
        groups, alone = [], False  # named once in passing: "the rebels" are others
    name = groups[0][1] if alone else MANY
    if not groups and unnamed:
        name = ARMED + unnamed
    return tuple(sorted({name if code == ARMED else code for code in parties}))


def _complete(sure: list[Settled], talks: Talks, company: Company) -> None:
    """Give truces and declarations of a summit whose sides nothing tells those of the report."""
    for item in sure:
        item.parties = sides_told(item.cluster, item.parties, company)
    with_government(sure, company)
    told = {topic for item in sure if item.parties for topic in item.cluster.topics}
    for item in sure if talks.summit else ():
        if not item.cluster.topics & told:
            _of_summit(item)


def _of_rounds(clusters: list[Cluster], talks: Talks) -> list[Cluster]:
    """Take what talks of several states bring forth as one agreement of all of them.

    Known agreements and those with parties of their own stay apart.
    """
    first = None
    out: list[Cluster] = []
    for cluster in clusters:
        own = any(weight >= SIGNED for _, weight in cluster.closed)
        if own or cluster.known or is_loose(cluster):
            out.append(cluster)
        elif first is None:
            first = cluster
            cluster.forget_guesses()
            cluster.of_rounds = not talks.all_named
            cluster.codes.update(talks.sides)
            out.append(cluster)
        else:
            cluster.forget_guesses()
            first.absorb(cluster)
    return out


def _of_summit(item: Settled) -> None:
    """Take a declaration of a summit whose sides are not known as that of all who take part."""
    phrases = [phrase for phrase, _ in item.cluster.members]
    told = any(phrase.described or e.dealt for phrase, e in item.cluster.members)
    declared = all(phrase.form == "declaration" for phrase in phrases)
    if not item.parties and declared and told and not item.cluster.known:
        item.parties = tuple(sorted({*item.cluster.codes, MANY}))


def _stands(item: Settled) -> bool:
    """Tell whether a cluster has two sides or is one of many states."""
    if item.cluster.known or not item.parties:
        return bool(item.parties)
    if is_loose(item.cluster):
        sure = any(weight >= SIGNED for _, weight in item.cluster.closed)
        each = any(
            e.dealt and e.codes and (e.many or "bill" in phrase.flags)
            for phrase, e in item.cluster.members
        )
        if not (sure or each) or _of_a_sort(item.cluster):
            return False
    if item.parties != (MANY,):
        return True
    if item.cluster.of_rounds:
        return True
    return any(
        (is_wide(phrase) or (evidence.dealt and phrase.key != "cooperation"))
        and (phrase.described or evidence.dealt)
        and "several" not in phrase.flags
        for phrase, evidence in item.cluster.members
    )


def _without_weak(kept: list[Settled]) -> list[Settled]:
    """Give clusters whose parties are only guessed to a firm agreement they overlap with."""
    firm = [item for item in kept if _is_firm(item)]
    out = list(firm)
    for item in kept:
        if item in firm:
            continue
        hosts = [
            other
            for other in firm
            if not _is_body(other.cluster)
            and _overlap(item, other)
            and _joins(other.cluster) == _joins(item.cluster)
            and _partners(item) <= set(other.parties) | _sides(other)
            and akin(item.cluster.topics, other.cluster.topics)
            and item.cluster.truce == other.cluster.truce
            and not _foreign(item.cluster, other.cluster)
            and not is_of_others(other.cluster, other.parties, *item.cluster.members[0])
        ]
        here = item.cluster.members[0][0].first
        host = min(hosts, key=lambda other: _distance(here, other.cluster), default=None)
        if host is None or _named_apart(item.cluster):
            out.append(item)
        else:
            host.cluster.absorb(item.cluster)
            if MANY in item.parties and MANY in host.parties:
                host.parties = tuple(sorted({*host.parties, *item.parties}))
    return out


def _overlap(item: Settled, other: Settled) -> bool:
    """Tell whether two share a party told, or one says no more than that many made it."""
    wide = MANY in other.parties
    if item.parties == (MANY,) and all(_says_nothing(phrase) for phrase, _ in item.cluster.members):
        return wide
    if MANY in item.parties and item.cluster.multilateral and other.cluster.known and wide:
        return True
    if item.cluster.many and not wide and not other.cluster.known:
        return False  # "Norland's accord with the creditors" is not the one with Aruna
    return bool((set(item.parties) - {MANY}) & (set(other.parties) | _sides(other)))


def _says_nothing(phrase: Phrase) -> bool:
    """Tell whether a mention tells no more than "a deal"."""
    return phrase.determiner != "any" and not (phrase.described or phrase.title or phrase.proper)


def _joins(cluster: Cluster) -> bool:
    """Tell whether a cluster is the accession of a state to an organization."""
    return cluster.members[0][0].form == ACCESSION


def _partners(item: Settled) -> set[str]:
    """Give whom an agreement is with; both sides where its own subject is plain."""
    partners = item.cluster.partners
    return partners | set(item.parties) if partners and _dealt(item.cluster) else partners


def _dealt(cluster: Cluster) -> bool:
    return any(evidence.dealt for _, evidence in cluster.members if evidence.partners)


def _is_firm(item: Settled) -> bool:
    """Tell whether a cluster is known, or names its parties in so many words."""
    return item.cluster.known is not None or any(
        weight >= SIGNED for _, weight in item.cluster.closed
    )


def _named_apart(cluster: Cluster) -> bool:
    """Tell whether a name, year or former state sets a cluster apart."""
    members = cluster.members[:1] if cluster.of_rounds else cluster.members
    return bool(cluster.acronyms or cluster.years or cluster.eras or cluster.proper) or any(
        phrase.form == ACCESSION or phrase.flags & {"new", "fresh", "older"}
        for phrase, _ in members
    )


def _place(item: Settled, kept: list[Settled]) -> None:
    """Give a cluster's mentions to the agreement they mean, or let it follow that one."""
    host = _host(item, kept)
    if host is None:
        return
    if _follows(item.cluster, host.cluster) or named_otherwise(item.cluster, host.cluster):
        item.parties = host.parties
        kept.append(item)
    elif _older(item.cluster) or _aged(item.cluster, host.cluster):
        item.parties, item.relation, item.of = _heirs(item, host), "predecessor", host.cluster
        kept.append(item)
    elif of_other_sort(host.cluster, item.cluster):
        return
    elif not is_loose(item.cluster) or _takes_up(item.cluster):
        host.cluster.absorb(item.cluster)


def _is_background(item: Settled) -> bool:
    """Tell whether it is one of many states known by name, which any report may speak of."""
    return item.cluster.known is not None and MANY in item.parties


def _not_in(sure: list[Settled], kept: list[Settled]) -> list[Settled]:
    """List the clusters that are neither kept nor taken in by one that is."""
    placed = {id(phrase) for item in kept for phrase, _ in item.cluster.members}
    return [item for item in sure if id(item.cluster.members[0][0]) not in placed]


def _beside(sure: list[Settled], kept: list[Settled]) -> list[Settled]:
    """Give the other side of agreements with one whose sentences name one other state."""
    found = []
    for item in _not_in(sure, kept):
        if not item.parties:
            item.parties = () if is_loose(item.cluster) else other_side(item.cluster)
            found += [item] if item.parties else []
    return found


def _between_two(item: Settled) -> bool:
    """Take the only two states that the sentences of an agreement name, if it is dealt with."""
    firm = any(
        _firm("", evidence)
        or (phrase.determiner == "definite" and (phrase.described or phrase.title))
        for phrase, evidence in item.cluster.members
    )
    item.parties = two_beside(item.cluster) if firm else ()
    return bool(item.parties)


def _host(item: Settled, kept: list[Settled]) -> Settled | None:
    """Give the nearest agreement whose parties and topics a cluster does not contradict."""
    here = item.cluster.members[0][0].first
    fits = [
        other
        for other in kept
        if other.relation is None
        and not _named_after(other.cluster, here)
        and not _is_body(other.cluster)
        and not _foreign(item.cluster, other.cluster)
        and item.cluster.codes <= set(other.parties) | _sides(other)
        and akin(item.cluster.topics, other.cluster.topics)
        and _same_sort(item.cluster, other.cluster)
    ]
    return min(fits, key=lambda other: _distance(here, other.cluster), default=None)


def _same_sort(cluster: Cluster, host: Cluster) -> bool:
    """Tell whether both are ceasefires or none is; a peace deal may be called a ceasefire."""
    peace = not host.topics or bool(host.topics & {"peace", "hostages"})
    return cluster.truce == host.truce or (cluster.truce and peace)


def _foreign(cluster: Cluster, host: Cluster) -> bool:
    """Tell whether a described agreement shares nothing with a host known by name."""
    described = any(phrase.described for phrase, _ in cluster.members)
    fresh = all(phrase.determiner == "indefinite" for phrase, _ in cluster.members)
    return host.known is not None and (described or fresh) and not cluster.topics & host.topics


def _is_body(cluster: Cluster) -> bool:
    """Tell whether an agreement is spoken of as a body: only its name means the GATT."""
    return bool(cluster.known and table("treaties")[cluster.known].get("body"))


def _named_after(cluster: Cluster, token: int) -> bool:
    """Tell whether a cluster is only told apart from the agreement spoken of before it."""
    first = cluster.members[0][0]
    return first.first > token and bool(first.flags & {"several", "new"})


def _sides(item: Settled) -> set[str]:
    """Give all codes where an agreement has parties that are not named."""
    return item.cluster.codes if MANY in item.parties else set()


def _distance(token: int, cluster: Cluster) -> int:
    """Give how far the nearest mention is; one that follows counts double."""
    return min(
        token - phrase.first if phrase.first <= token else 2 * (phrase.first - token)
        for phrase, _ in cluster.members
    )


def _older(cluster: Cluster) -> bool:
    return bool(cluster.eras) or any(
        "replaced" in phrase.flags
        or ("older" in phrase.flags and (phrase.determiner or phrase.described or _alone(phrase)))
        for phrase, _ in cluster.members
    )


def _alone(phrase: Phrase) -> bool:
    """Tell whether no more than "earlier" is said of it: "Perjanjian sebelumnya berakhir"."""
    return phrase.end - phrase.first > 1 and "several" not in phrase.flags


def _aged(cluster: Cluster, host: Cluster) -> bool:
    """Tell whether a cluster is named by a year that its host is not named by."""
    return bool(cluster.years and not cluster.years & host.years)


def _heirs(item: Settled, host: Settled) -> tuple[str, ...]:
    """Give an older agreement the parties of its successor, former states in their place."""
    parties = set(host.parties)
    for former in sorted(item.cluster.eras):
        successors = set(table("states").get(former, {}).get("successors", ()))
        parties = {former if code in successors else code for code in parties}
    return tuple(sorted(parties))


def _follows(cluster: Cluster, host: Cluster) -> bool:
    """Tell whether an agreement is to come after its host, or in its place.

    "A deal that paves the way for a broader pact", "a new treaty to replace New START".
    """
    first = cluster.members[0][0]
    replaced = (p for p, _ in host.members if "replaced" in p.flags and p.first > first.first)
    if "coming" in first.flags or leads_to(host, first):
        return True
    return any(p.sentence is first.sentence for p in replaced)


def _takes_up(cluster: Cluster) -> bool:
    """Tell whether a plural means what was named before: "the Agreements were signed in"."""
    return all(phrase.determiner == "definite" for phrase, _ in cluster.members) and any(
        evidence.signed for _, evidence in cluster.members
    )


def _of_a_sort(cluster: Cluster) -> bool:
    """Tell whether a cluster speaks of all agreements of a sort, and of none that is made."""
    return all(
        (phrase.determiner == "any" and e.weight < FRAMED and not e.partners)
        or (phrase.bare and phrase.determiner != "definite" and not e.dealt and e.weight < NAMED)
        for phrase, e in cluster.members
    )


def _hinted(item: Settled) -> bool:
    """Take the pair that a cluster's sentences speak of, where the noun itself is firm."""
    hints: Counter[tuple[str, ...]] = Counter(
        evidence.hint for _, evidence in item.cluster.members if evidence.hint
    )
    if not any(_firm(phrase.form, evidence) for phrase, evidence in item.cluster.members):
        return False
    fits = [hint for hint in hints if item.cluster.codes <= set(hint)]
    if fits:
        item.parties = tuple(sorted(max((hints[pair], pair) for pair in fits)[1]))
    return bool(fits)


def _paired(item: Settled) -> bool:
    """Add the other side where one is sure and the mentions keep company with one other only."""
    cluster = item.cluster
    if len(cluster.codes) != 1 or cluster.many or cluster.wide:
        return False
    company = Counter(
        code
        for _, evidence in cluster.members
        for code in evidence.nearby
        if code not in cluster.codes
    )
    others = company.most_common(2)
    if not others or others[0][1] < _COMPANY or (len(others) > 1 and others[1][1] == others[0][1]):
        return False
    item.parties = tuple(sorted({*cluster.codes, others[0][0]}))
    return True


def _firm(form: str, evidence: Evidence) -> bool:
    return form in _FIRM_FORMS or evidence.dealt or evidence.signed


def _merged(kept: list[Settled]) -> list[Settled]:
    """Unite agreements of the same parties that nothing tells apart."""
    out: list[Settled] = []
    for item in kept:
        twin = next((other for other in out if _twins(other, item)), None)
        if twin is None:
            out.append(item)
        else:
            twin.cluster.absorb(item.cluster)
    return out


def _twins(one: Settled, other: Settled) -> bool:
    a, b = one.cluster, other.cluster
    if a.known and a.known == b.known:
        return True
    if one.parties != other.parties or one.relation or other.relation:
        return False
    apart = bool(a.years and b.years and not a.years & b.years)
    if apart or (a.known and b.known) or (a.truce != b.truce and not _only_back(b)):
        return False
    if named_otherwise(a, b) or leads_to(a, b.members[0][0]):
        return False
    if MANY in one.parties or _apart(a) or _apart(b) or of_other_sort(a, b) or of_other_sort(b, a):
        return False
    return akin(a.topics, b.topics) and not (a.acronyms and b.acronyms)


def _only_back(cluster: Cluster) -> bool:
    """Tell whether it is never called anything but "the accord": what was told before."""
    return all(points_back(phrase) for phrase, _ in cluster.members)


def _apart(cluster: Cluster) -> bool:
    apart = {"new", "older", "several", "coming", "replaced", "beside"}
    return any(phrase.flags & apart for phrase, _ in cluster.members)

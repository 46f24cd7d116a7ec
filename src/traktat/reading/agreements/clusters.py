"""Which noun phrases of a report mean one instrument: the rules by which mentions are united."""

from __future__ import annotations

from collections.abc import Callable, Collection

from traktat.facts.tables import table
from traktat.model.kinds import MANY
from traktat.reading.agreements.evidence import FRAMED, GUESSED, NAMED, Evidence
from traktat.reading.agreements.instruments import ACCESSION, Cluster
from traktat.reading.agreements.nouns import TRUCES, Phrase

_PAIR = 2
_SOON = 3  # sentences from a description to the name of what it describes
MOST_OPEN = 100  # agreements a mention is compared with: no report of ours speaks of half as many
_SPOKEN = frozenset({"declaration", "memorandum", "consensus"})  # never said of a treaty
_DECLARED = frozenset({"declaration", "consensus"})
_SOLEMN = frozenset({"treaty", "pact", "convention"})  # never said of a declaration
_TREATIES = frozenset({"treaty", "convention"})  # a memorandum on the same is never called one
_LOOSE = frozenset({"document", "agreement", "treaty", "pact", "framework", "letters"})
_KIN = (
    frozenset(
        {"defense", "security", "access", "partnership", "friendship", "cooperation", "status"}
    ),
    frozenset({"arms", "nuclear", "security", "peace"}),
    frozenset({"peace", "hostages", "status", "security", "border", "movement"}),
    frozenset({"trade", "economy", "partnership", "cooperation", "energy", "tax", "science"}),
    frozenset({"border", "maritime", "energy", "status", "transport"}),
    frozenset({"climate", "energy", "maritime"}),
    frozenset({"extradition", "hostages", "movement"}),
    frozenset({"intelligence", "security", "defense", "science"}),
)
"""Topics under which reporters speak of one agreement: "security pact", "troop deal"."""


def home(clusters: dict[int, Cluster], phrase: Phrase, evidence: Evidence) -> int | None:
    """Give the number of the cluster a mention belongs to."""
    likely = list(clusters.items())
    if "replaced" in phrase.flags:
        likely = [item for item in likely if item[1].replaced or _is_former(item, likely, phrase)]
    solemn = phrase.form in _SOLEMN and points_back(phrase)
    nearest = sorted(
        likely,
        key=lambda item: (
            phrase.bare and item[1].bygone,
            _is_ground(item[1], phrase),
            solemn and item[1].members[0][0].form in _SPOKEN,
            -item[1].last,
            item[0],
        ),
    )
    if not nearest:
        return None
    for rule in _RULES if not evidence.era or evidence.codes else _RULES[:2]:
        if rule in _OF_NAMED and not phrase.known:
            continue
        for number, cluster in nearest:
            if rule(cluster, phrase, evidence):
                return number
    return None


def _is_ground(cluster: Cluster, phrase: Phrase) -> bool:
    """Tell whether an agreement was made under one just named: "Adopted under B, the treaty"."""
    last = cluster.members[-1][0]
    return phrase.bare and last.sentence is phrase.sentence and "ground" in last.flags


def _is_former(
    item: tuple[int, Cluster], likely: list[tuple[int, Cluster]], phrase: Phrase
) -> bool:
    """Tell whether "replaces the memorandum" means one told of before what replaces it."""
    earlier = any(other.last > item[1].last for _, other in likely)
    return earlier and points_back(phrase) and item[1].members[0][0].form == phrase.form


def _same_era(cluster: Cluster, phrase: Phrase, evidence: Evidence) -> bool:
    """An agreement from the days of one former state."""
    return evidence.era is not None and evidence.era in cluster.eras


def _same_known(cluster: Cluster, phrase: Phrase, evidence: Evidence) -> bool:
    """One agreement known by name."""
    return phrase.known is not None and cluster.known == phrase.known


def _same_short(cluster: Cluster, phrase: Phrase, evidence: Evidence) -> bool:
    """One short name, or one proper name: "the Tripoli agreement"."""
    if (phrase.known and cluster.known) or at_odds(cluster, phrase, evidence):
        return False
    if phrase.proper and phrase.proper in cluster.proper:
        return True
    return phrase.acronym is not None and any(
        _same_acronym(phrase.acronym, other) for other in cluster.acronyms
    )


def _same_form(cluster: Cluster, phrase: Phrase, evidence: Evidence) -> bool:
    """A title after a description: "an international convention ..., the Convention on ..."."""
    if not phrase.known or cluster.known or phrase.topics:
        return False
    if any("fresh" in other.flags for other, _ in cluster.members):
        return False
    first = cluster.members[0][0]
    far = phrase.sentence.index - first.sentence.index > _SOON
    if far and first.determiner != "definite" and phrase.year:
        return False  # "a deal on prisoners": not "the 2015 nuclear deal" told of later
    if not (cluster.codes or cluster.many or cluster.wide):
        return False
    entry = table("treaties")[phrase.known]
    fixed = set(entry.get("parties", ()))
    if _is_of_two(cluster, phrase.known):
        return False
    if cluster.members[0][0].form != entry.get("form"):
        return False
    if not akin(cluster.topics, set(entry.get("topics", ()))):
        return False
    return cluster.codes <= fixed or (MANY in fixed and (cluster.many or cluster.wide))


def _named_later(cluster: Cluster, phrase: Phrase, evidence: Evidence) -> bool:
    """A known name soon after a description whose parties are among its own."""
    if not phrase.known or cluster.known or cluster.acronyms or cluster.truce:
        return False
    first = cluster.members[0][0]
    fixed = frozenset(table("treaties")[phrase.known].get("parties", ()))
    if _is_of_two(cluster, phrase.known):
        return False
    if phrase.sentence.index - first.sentence.index > _SOON:
        return False
    if MANY in fixed:
        akin_to = cluster.topics & set(table("treaties")[phrase.known].get("topics", ()))
        return bool(cluster.many and akin_to and not cluster.proper)
    told = first.determiner and not first.flags & {"fresh", "new", "several"}
    return bool(told and cluster.codes and cluster.codes <= fixed and not cluster.proper)


def _is_of_two(cluster: Cluster, known: str) -> bool:
    """Tell whether two deal with each other, and a known agreement is of more than two.

    Of one that a state has with all others, reporters often name but two.
    """
    entry = table("treaties")[known]
    fixed = entry.get("parties", ())
    if "one" in entry:
        return False
    pair = any(len(codes) == _PAIR and weight >= FRAMED for codes, weight in cluster.closed)
    return pair and not cluster.many and (len(fixed) > _PAIR or MANY in fixed)


def _same_acronym(one: str, other: str) -> bool:
    """Tell whether one short name is the other, or its end: "CEPA" of "IEU-CEPA"."""
    a, b = one.replace(" ", "-").split("-"), other.replace(" ", "-").split("-")
    return a[-len(b) :] == b or b[-len(a) :] == a


def _apposed(cluster: Cluster, phrase: Phrase, evidence: Evidence) -> bool:
    """A second name right behind the first: in brackets, after "or", as an apposition."""
    before = cluster.members[-1][0]
    gap = phrase.first - before.end
    if before.sentence is not phrase.sentence or gap < 0 or at_odds(cluster, phrase, evidence):
        return False
    if phrase.alias:
        return gap <= phrase.alias + 2
    named = before.title or before.known or (before.determiner == "definite" and not phrase.known)
    return phrase.aside and gap <= 2 and phrase.determiner == "indefinite" and bool(named)


def _same_parties(cluster: Cluster, phrase: Phrase, evidence: Evidence) -> bool:
    """The same full set of parties, and nothing that speaks against it."""
    if len(evidence.closed) < 2 or not _fits(cluster, phrase) or _apart(phrase):
        return False
    if (cluster.replaced or cluster.known) and _renewed(cluster, phrase):
        return False
    told = frozenset(evidence.closed)
    return told == _fixed(cluster) or told in {codes for codes, _ in cluster.closed}


def _same_side(cluster: Cluster, phrase: Phrase, evidence: Evidence) -> bool:
    """One of the parties of a cluster: "the pact with Japan"."""
    told = set(evidence.codes)
    if not told or phrase.known or _apart(phrase) or _renewed(cluster, phrase):
        return False
    if _is_of_fewer(cluster, phrase, evidence):
        return False
    if _of_others(cluster, phrase, evidence) or _is_other_deal(cluster, phrase):
        return False
    if cluster.known and at_odds(cluster, phrase, evidence):
        return False
    if not _fits(cluster, phrase) or cluster.eras:
        return False
    full = [codes for codes, _ in cluster.closed]
    if full and all(_of_two_among(phrase, evidence, codes, ()) for codes in full):
        return False
    return any(told <= codes for codes in full) or (len(told) > 1 and told <= _fixed(cluster))


def _is_other_deal(cluster: Cluster, phrase: Phrase) -> bool:
    """Tell whether a mention brings up something else than a truce: "a unity deal with Hamas"."""
    fresh = phrase.determiner == "indefinite" and phrase.form not in TRUCES
    return cluster.truce and fresh and phrase.described


def _fixed(cluster: Cluster) -> frozenset[str]:
    """Give all parties of a known agreement that are few and listed, else nothing."""
    codes = frozenset(table("treaties")[cluster.known].get("parties", ()) if cluster.known else ())
    return frozenset() if MANY in codes else codes


def _same_topic(cluster: Cluster, phrase: Phrase, evidence: Evidence) -> bool:
    """The same topic, with parties that fit."""
    if phrase.known or _apart(phrase) or not cluster.topics & set(phrase.topics):
        return False
    if _renewed(cluster, phrase):
        return False
    return _fits(cluster, phrase) and not at_odds(cluster, phrase, evidence)


def _referred(cluster: Cluster, phrase: Phrase, evidence: Evidence) -> bool:
    """A mention that names less than the cluster does."""
    if phrase.known or not _fits(cluster, phrase) or _apart(phrase) or cluster.eras:
        return False
    if _is_of_fewer(cluster, phrase, evidence) or _is_with_others(cluster, phrase, evidence):
        return False
    back = phrase.bare and phrase.determiner not in ("any", "indefinite")
    back = back and set(evidence.partners) <= cluster.codes
    if _declared_by_more(cluster, phrase, evidence):
        return False
    if at_odds(cluster, phrase, evidence) and not (back and evidence.weight < FRAMED):
        return False
    if phrase.determiner in ("any", "indefinite") and (phrase.bare or cluster.known):
        return False
    if _renewed(cluster, phrase) or (cluster.known and evidence.partners):
        return False
    return not (cluster.known and phrase.topics)


_RULES: tuple[Callable[[Cluster, Phrase, Evidence], bool], ...] = (
    _same_era,
    _same_known,
    _same_short,
    _same_form,
    _named_later,
    _apposed,
    _same_parties,
    _same_side,
    _same_topic,
    _referred,
)


_OF_NAMED = (_same_known, _same_form, _named_later)
"""Rules for mentions by a known name only."""


def _apart(phrase: Phrase) -> bool:
    """Tell whether a mention says that it is not the agreement spoken of before."""
    if "several" in phrase.flags and phrase.determiner != "definite":
        return True
    apart = {"new", "older", "coming", "beside"}
    return bool(phrase.flags & apart) and phrase.determiner != "definite"


def _renewed(cluster: Cluster, phrase: Phrase) -> bool:
    """Tell whether "a new treaty" cannot be the one at hand: known, named by a year, replaced."""
    old = bool(cluster.known or cluster.years or cluster.replaced)
    return old and "fresh" in phrase.flags and phrase.determiner != "definite"


def _fits(cluster: Cluster, phrase: Phrase) -> bool:
    """Tell whether form, topics, year and acronym allow one instrument."""
    joins = cluster.members[0][0].form == ACCESSION
    if (phrase.form == ACCESSION) != joins:
        return False
    short = phrase.acronym
    if short and cluster.acronyms and not any(_same_acronym(short, o) for o in cluster.acronyms):
        return False
    if phrase.year and cluster.years and phrase.year not in cluster.years:
        return False
    if phrase.goods and cluster.goods and phrase.goods not in cluster.goods:
        return False
    if any(differs(cluster, phrase) for differs in _DIFFER):
        return False
    truce = phrase.form in TRUCES
    loose = phrase.form in _LOOSE and (phrase.bare or not truce)
    if truce != cluster.truce and not loose:
        return False
    return akin(set(phrase.topics), cluster.topics)


def leads_to(cluster: Cluster, phrase: Phrase) -> bool:
    """Tell whether "a final deal" is said behind a declaration or framework that leads to it."""
    first = cluster.members[0][0]
    fresh = phrase.determiner == "indefinite" or (not phrase.determiner and phrase.described)
    return (
        "final" in phrase.flags and fresh and first.form in _LEADING and "final" not in first.flags
    )


_LEADING = frozenset({"declaration", "framework", "memorandum"})
"""Forms of what is agreed before the agreement itself."""


def _is_of_other_breadth(cluster: Cluster, phrase: Phrase) -> bool:
    """Tell whether "a bilateral deal" is said after one of many, or "a multilateral" one of two."""
    if phrase.determiner != "indefinite":
        return False
    if "bilateral" in phrase.flags and cluster.many:
        return True
    two = bool(cluster.partners) and not (cluster.many or cluster.wide or cluster.known)
    return "multilateral" in phrase.flags and two


def is_of_others(
    cluster: Cluster, parties: Collection[str], phrase: Phrase, evidence: Evidence
) -> bool:
    """Tell whether a new one is with a party of one at hand: "Aruna wants a deal with Norland"."""
    stranger = not set(evidence.closed) <= set(parties) and MANY not in parties
    fresh = phrase.determiner == "indefinite" and bool(evidence.partners)
    return (fresh and stranger) or _is_of_fewer(cluster, phrase, evidence)


def _is_of_fewer(cluster: Cluster, phrase: Phrase, evidence: Evidence) -> bool:
    """Tell whether some of several parties have one besides: "A and B have a treaty on spies"."""
    told = set(evidence.closed)
    fewer = told and cluster.closed and all(told < codes for codes, _ in cluster.closed)
    if not fewer or cluster.known or phrase.determiner != "indefinite":
        return False
    if phrase.topics:
        return not cluster.topics.intersection(phrase.topics)
    forms = {phrase.form, cluster.members[0][0].form}
    return len(forms) > 1 and forms <= _SOLEMN


def _is_with_others(cluster: Cluster, phrase: Phrase, evidence: Evidence) -> bool:
    """Tell whether it is on something else, with a side that is not told of the one at hand."""
    with_others = bool(evidence.partners) and not cluster.codes.intersection(evidence.partners)
    apart = bool(phrase.topics) and not cluster.topics.intersection(phrase.topics)
    return with_others and apart and bool(cluster.topics)


def _is_of_other_form(cluster: Cluster, phrase: Phrase) -> bool:
    """Tell whether no reporter says the one for the other: "declaration" for "treaty"."""
    first = cluster.members[0][0].form
    if first in _DECLARED and phrase.form in _SOLEMN:
        return True
    if first == "memorandum" and phrase.form in _TREATIES:
        other = bool(phrase.topics) and not cluster.topics.intersection(phrase.topics)
        return other or phrase.determiner == "indefinite"
    if phrase.form not in _SPOKEN:
        return False
    other = first != phrase.form and first in _SOLEMN | _SPOKEN
    return _is_text(cluster, phrase) or (other and not points_back(phrase))


def _is_of_other_title(cluster: Cluster, phrase: Phrase) -> bool:
    """Tell whether it bears another title: "the Framework for Peace", "the Trade Agreement"."""
    if not phrase.core or not cluster.cores or cluster.known:
        return False
    return not same_title({phrase.core}, cluster.cores)


def _is_one_before(cluster: Cluster, phrase: Phrase) -> bool:
    """Tell whether it came before one spoken of as today's: "the earlier treaty lapsed"."""
    earlier = "older" in phrase.flags and phrase.determiner == "definite"
    return earlier and cluster.current and not (cluster.years or cluster.known)


def _is_of_other_name(cluster: Cluster, phrase: Phrase) -> bool:
    """Tell whether it bears another proper name: "the Jeddah accord", "the Tripoli accord"."""
    if not phrase.proper or not cluster.proper:
        return False
    return not same_proper({phrase.proper}, _short_and_proper(cluster))


_DIFFER = (
    leads_to,
    _is_of_other_form,
    _is_of_other_title,
    _is_of_other_name,
    _is_of_other_breadth,
    _is_one_before,
)
"""Ways in which a mention can show that it is not the agreement of a cluster."""


def same_title(some: set[frozenset[str]], others: set[frozenset[str]]) -> bool:
    """Tell whether a title is one of others, or part of it: "the Partnership Treaty"."""
    return any(one <= other or other <= one for one in some for other in others)


def same_proper(some: set[str], others: set[str]) -> bool:
    """Tell whether a proper name is one of others, or part of it: "Tripoli", "Jeddah"."""
    return any(one in other or other in one for one in some for other in others)


def named_otherwise(one: Cluster, other: Cluster) -> bool:
    """Tell whether two bear other titles or proper names."""
    if one.cores and other.cores and not same_title(one.cores, other.cores):
        return True
    some, others = _short_and_proper(one), _short_and_proper(other)
    return bool(one.proper and other.proper) and not same_proper(some, others)


def _short_and_proper(cluster: Cluster) -> set[str]:
    return {*cluster.proper, *(short.casefold() for short in cluster.acronyms)}


def points_back(phrase: Phrase) -> bool:
    """Tell whether a mention only points back: "the treaty"."""
    return phrase.bare and phrase.determiner == "definite"


def of_other_sort(one: Cluster, other: Cluster) -> bool:
    """Tell whether one is a declaration or memorandum and the other called something solemner."""
    first, form = one.members[0][0].form, other.members[0][0].form
    return form in _SPOKEN and form != first and first in _SOLEMN | _SPOKEN


def _is_text(cluster: Cluster, phrase: Phrase) -> bool:
    """Tell whether a cluster is known as a treaty or the like, and the mention is no name."""
    if not cluster.known or phrase.known:
        return False
    return table("treaties")[cluster.known].get("form") not in _SPOKEN


def akin(one: set[str], other: set[str]) -> bool:
    """Tell whether two sets of topics may be said of one agreement."""
    if not one or not other or one & other:
        return True
    return any(one & kin and other & kin for kin in _KIN)


def at_odds(cluster: Cluster, phrase: Phrase, evidence: Evidence) -> bool:
    """Tell whether the parties of a mention contradict those of a cluster."""
    if cluster.known:
        fixed = set(table("treaties")[cluster.known].get("parties", ()))
        if MANY in fixed:
            return evidence.weight >= FRAMED and len(evidence.closed) == 2
        told = {*evidence.closed, *evidence.partners}
        topics = tuple(table("treaties")[cluster.known].get("topics", ()))
        apart = bool(told - fixed) or _of_two_among(phrase, evidence, fixed, topics)
        return bool(fixed) and apart
    told = set(evidence.closed)
    if _of_others(cluster, phrase, evidence) or _declared_by_more(cluster, phrase, evidence):
        return True
    full = [codes for codes, _ in cluster.closed]
    if told and full and evidence.many and not evidence.partners:
        return not any(told & codes for codes in full)  # "Norland and the five other powers"
    if told and full:
        return not any(told <= codes or codes <= told for codes in full)
    if told:
        return bool(cluster.codes - told)
    if evidence.some and full:
        return not any(set(evidence.some) & codes for codes in full)
    return False


def _of_two_among(
    phrase: Phrase, evidence: Evidence, fixed: Collection[str], topics: tuple[str, ...]
) -> bool:
    """Tell whether two of the parties are named for it: "the US-Mexico deal", "a deal with X"."""
    if len(evidence.closed) != _PAIR or len(fixed) <= _PAIR:
        return False
    bilateral = "bilateral" in phrase.flags
    inside = len(phrase.named) == _PAIR and "trade" in phrase.topics
    named = (inside or bilateral) and evidence.weight == NAMED
    another = phrase.determiner == "indefinite" and len(evidence.partners) == 1
    return named or (another and evidence.dealt and "nuclear" not in topics)


def _declared_by_more(cluster: Cluster, phrase: Phrase, evidence: Evidence) -> bool:
    """Tell whether a statement is made by all parties of a treaty and others: witnesses, hosts."""
    spoken = phrase.form in _SPOKEN and cluster.members[0][0].form not in _SPOKEN
    told = frozenset(evidence.closed)
    return spoken and any(codes < told for codes, weight in cluster.closed if weight >= NAMED)


def _is_several(cluster: Cluster) -> bool:
    """Tell whether a cluster stands for agreements with a partner each."""
    if cluster.partners:
        return True
    return all("several" in phrase.flags for phrase, _ in cluster.members)


def _of_others(cluster: Cluster, phrase: Phrase, evidence: Evidence) -> bool:
    """Tell whether one is what many have with a partner each, and the other is of two sides."""
    if cluster.many and not cluster.closed and _is_several(cluster):
        return len(evidence.closed) == _PAIR and not evidence.many
    fresh = phrase.determiner == "indefinite" and not cluster.known
    sure = GUESSED if evidence.partners or fresh else FRAMED
    full = any(weight >= sure for _, weight in cluster.closed)
    return evidence.many and not cluster.many and full

"""The agreements a report speaks of, each with all its mentions and its parties."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from traktat.facts.tables import table
from traktat.lang import Mark, Pack
from traktat.model.findings import AgreementFinding, Step
from traktat.model.issues import Issue
from traktat.reading.agreements.combats import combatants
from traktat.reading.agreements.company import Company
from traktat.reading.agreements.enumerations import enumerations
from traktat.reading.agreements.evidence import FRAMED, NAMED, SIGNED, Evidence
from traktat.reading.agreements.groups import Groups
from traktat.reading.agreements.lookalikes import documents, stands_for
from traktat.reading.agreements.mediators import leave_out_mediators
from traktat.reading.agreements.memberships import Memberships
from traktat.reading.agreements.noun_phrases import phrases
from traktat.reading.agreements.nouns import Phrase, Words
from traktat.reading.agreements.parties import Frames
from traktat.reading.agreements.settled import Settled
from traktat.reading.agreements.settling import settled
from traktat.reading.agreements.successors import Successors
from traktat.reading.agreements.talks import read_talks
from traktat.reading.agreements.undertakings import are_told, undertakings
from traktat.reading.agreements.uniting import united
from traktat.reading.mentions import UNDERTAKING, AgreementMention, Agreements, Dates, Names, Row
from traktat.reading.scan import Scan
from traktat.sentences import sentence

_UNDER_REACH = 2  # tokens of "under the" before an agreement
_NOT_REACH = 2  # tokens between a negation and what an agreement is not: "is not a pact"
_FIRM = frozenset({"treaty", "pact", "ceasefire", "armistice", "protocol", "convention"})
_LEADS = 20  # lists of topics that a mention is looked up in, at most
_IT_REACH = 1  # sentences from an agreement to the "it" that stands for it
_AGENT_REACH = 2  # tokens of "by a" before a phrase
_JOINED = (1, 2)  # tokens of "and", "and a" between two agreements
_PAIR = 2  # sides
_REPLACED_REACH = 3  # tokens between a verb of replacing and what it replaces


def read_agreements(page: Scan, names: Names, dates: Dates) -> Agreements:
    """Find mentions of agreements and unite those that mean one instrument."""
    if not _speaks_of_any(page):
        return Agreements()
    words = Words(page, names, dates)
    names = words.parties(names)
    groups = Groups(page, names, words.roles)
    found = phrases(words)
    found = sorted([*found, *undertakings(words, found)], key=_place)
    items, others = _told(page, found, groups, words, dates)
    heads = frozenset(phrase.head_end - 1 for phrase in found)
    items += Memberships(page, names, groups, words.roles, heads).items()
    items.sort(key=lambda item: (item[0].first, item[0].end))
    talks = read_talks(page, names, groups, words.roles)
    company = _company(page, names, groups, words)
    company = replace(company, combat=combatants(page, groups, words.roles, found))
    kept = _found(page, settled(united(items, enumerations(page, items)), talks, company))
    doubts = () if kept.findings else tuple(_unsettled(page, items))
    return replace(kept, documents=documents(page, kept, others), doubts=doubts)


def _company(page: Scan, names: Names, groups: Groups, words: Words) -> Company:
    """Count whom a report names, and whom it means without a name."""
    own = (item for item in names.items if not groups.backs(item))
    named = Counter(code for item in own for code in groups.codes(item))
    present = frozenset(c for i in names.items if not i.attributive for c in groups.codes(i))
    present |= frozenset(code for mark in words.treaties for code in _named_in(page, mark))
    home = str(page.pack.settings.get("home", ""))
    return Company(named, present, groups.unnamed(), home)


def _place(phrase: Phrase) -> tuple[int, int]:
    return phrase.first, phrase.end


def _unsettled(page: Scan, items: list[tuple[Phrase, Evidence]]) -> Iterator[Issue]:
    """Note the first treaty that somebody signs who is no state the tables know."""
    for phrase, evidence in items:
        stranger = evidence.codes or evidence.outside or phrase.determiner == "any"
        if phrase.form in _FIRM and evidence.signed and not stranger:
            span = page.tokens.span(phrase.first, phrase.end)
            message = sentence(
                "an agreement is signed, and no known state is told to be party to it"
            )
            yield Issue("parties-unknown", span, message)
            return


def _speaks_of_any(page: Scan) -> bool:
    """Tell whether a report holds a noun for agreements, a known name, or an accession."""
    if page.marks.of("treaties"):
        return True
    keys = frozenset(mark.key for mark in page.marks.of("agreements"))
    return not keys.isdisjoint(_heads(page.pack)) or are_told(keys)


@lru_cache(maxsize=16)  # packs in use
def _heads(pack: Pack) -> frozenset[str]:
    """Give the entries of words without which no agreement is spoken of."""
    entries = pack.entries.get("agreements", {})
    forms = frozenset(key for key, entry in entries.items() if "form" in entry)
    return forms | {"joining", "leaving"}


def _named_in(page: Scan, treaty: Mark) -> list[str]:
    """List the states a known name holds: "the Iran deal"; not where: "the Paris accord"."""
    marks = page.marks.within("states", treaty.first, treaty.end)
    return [mark.key for mark in marks if mark.field != "capitals"]


def _told(
    page: Scan, found: list[Phrase], groups: Groups, words: Words, dates: Dates
) -> tuple[list[tuple[Phrase, Evidence]], list[tuple[Phrase, str]]]:
    """Part noun phrases into agreements with their evidence and other documents."""
    frames = Frames(page, groups, words.roles, found)
    successors = Successors(page, groups, words.roles, dates)
    items: list[tuple[Phrase, Evidence]] = []
    others: list[tuple[Phrase, str]] = []
    for number, phrase in enumerate(found):
        evidence = frames.evidence(phrase)
        successors.read(phrase, evidence)
        if _is_replaced(page, phrase):
            phrase.flags.update(("older", "replaced"))
        if any(page.marks.keyed("clauses", "under", phrase.first - _UNDER_REACH, phrase.first)):
            phrase.flags.add("ground")
        later = (p for p in found[number + 1 :] if p.sentence is phrase.sentence)
        other = stands_for(phrase, evidence, later)
        if other is not None:
            others.append((phrase, other))
        elif not evidence.outside and _is_instrument(phrase, evidence):
            items.append((phrase, evidence))
    _share_sides(page, items)
    _share_topics(words, items)
    _add_pronouns(page, frames, items)
    leave_out_mediators(page, groups, words.roles, items)
    return items, others


def _share_sides(page: Scan, items: list[tuple[Phrase, Evidence]]) -> None:
    """Give one of two joined agreements the sides told of the other.

    "A tax treaty and a fishing agreement with Norland" are both with Norland, "Norland and
    Sarvia have a tax treaty and a fishing agreement" gives both the same sides.
    """
    for (phrase, evidence), (other, told) in pairwise(items):
        between = range(phrase.end, other.first)
        joined = phrase.sentence is other.sentence and len(between) in _JOINED
        if not (joined and any(page.marks.keyed("grammar", "and", phrase.end, other.first))):
            continue
        if phrase.described and other.described and other.determiner == "indefinite":
            other.flags.add("beside")  # "a border treaty and a fishing accord" are two
        if phrase.known or other.known or bool(evidence.closed) == bool(told.closed):
            continue
        if evidence.closed and evidence.weight == SIGNED and other.determiner == "indefinite":
            _take_sides(told, evidence)
        elif told.partners or (told.weight == NAMED and _are_titles(page, phrase, other)):
            _take_sides(evidence, told)


def _are_titles(page: Scan, phrase: Phrase, other: Phrase) -> bool:
    """Tell whether two titles share the names at the end: "Perjanjian A dan Perjanjian B X-Y"."""
    words, after = page.tokens.words, page.pack.settings.get("modifiers") == "after"
    named = (phrase, other) if phrase.form == other.form else ()
    return after and bool(named) and all(words[item.head][0].isupper() for item in named)


def _take_sides(evidence: Evidence, told: Evidence) -> None:
    if set(evidence.codes) <= set(told.closed):
        evidence.close(told.closed, told.weight)
        evidence.each = evidence.each or told.each


def _share_topics(words: Words, items: list[tuple[Phrase, Evidence]]) -> None:
    """Give the sides of several agreements to one named by a topic of their list.

    "Norland and Sarvia signed three treaties: on extradition, … The extradition treaty …".
    """
    leads = [lead for lead in items if "several" in lead[0].flags and len(lead[1].closed) >= _PAIR]
    for phrase, evidence in items if leads else ():
        if evidence.codes or phrase.known or "several" in phrase.flags or not phrase.topics:
            continue
        for lead, told in leads[:_LEADS]:
            listed = words.page.marks.within("agreements", lead.end, lead.sentence.end)
            topics = {words.topics[mark.key] for mark in listed if mark.key in words.topics}
            if lead.end <= phrase.first and topics.intersection(phrase.topics):
                evidence.close(told.closed, FRAMED)
                break


def _add_pronouns(page: Scan, frames: Frames, items: list[tuple[Phrase, Evidence]]) -> None:
    """Note who deals with "it" beside the mention it stands for, the last one before."""
    starts = [phrase.first for phrase, _ in items]
    for place in page.sentences:
        if not items or place.end <= starts[0]:
            continue
        for token, codes in frames.of_pronouns(place):
            at = bisect_left(starts, token) - 1
            if at < 0 or place.index - items[at][0].sentence.index > _IT_REACH:
                continue
            evidence = items[at][1]
            evidence.dealt = True
            evidence.close(codes, SIGNED)


def _is_replaced(page: Scan, phrase: Phrase) -> bool:
    """Tell whether another agreement takes its place: "replaces the 1961 treaty"."""
    verbs = page.marks.keyed("acts", "replacement", phrase.first - _REPLACED_REACH, phrase.first)
    if not any(mark.end <= phrase.first and "passive" not in mark.forms for mark in verbs):
        return False
    agents = page.marks.keyed("grammar", "agent", phrase.first - _AGENT_REACH, phrase.first)
    return not any(agents) and not _is_put_in_its_place(page, phrase)


def _is_put_in_its_place(page: Scan, phrase: Phrase) -> bool:
    """Tell whether it is what an older one is replaced with: "replace the pact with a treaty"."""
    led = page.marks.keyed("grammar", "with", phrase.first - _AGENT_REACH, phrase.first)
    return phrase.determiner == "indefinite" and any(led)


def _is_said_not_to_be(page: Scan, phrase: Phrase) -> bool:
    """Tell whether it is what an agreement is said not to be: "not a defense pact"."""
    first = max(phrase.sentence.first, phrase.first - _NOT_REACH)
    return any(page.marks.keyed("grammar", "negation", first, phrase.first))


def _is_instrument(phrase: Phrase, evidence: Evidence) -> bool:
    """Tell whether a noun that seldom means an agreement does so here."""
    if phrase.key == UNDERTAKING:
        return evidence.weight >= SIGNED and len(evidence.codes) > 1
    if phrase.form == "agreement" and _is_loan(evidence):
        return False
    if phrase.form == "cooperation":
        named = phrase.acronym is not None or phrase.known is not None
        return named or evidence.signed or "bill" in phrase.flags
    if phrase.form == "document":
        fresh = "fresh" in phrase.flags and bool(evidence.hint)
        told = phrase.described or phrase.determiner == "definite" or evidence.signed
        return told or fresh or evidence.era is not None
    return True


def _is_loan(evidence: Evidence) -> bool:
    """Tell whether it is between one state and a bank of states: "Norland's deal with the IMF"."""
    bodies = table("organisations")
    lenders = [code for code in evidence.closed if bodies.get(code, {}).get("lends")]
    return len(lenders) == 1 and len(evidence.closed) == _PAIR


def _found(page: Scan, kept: list[Settled]) -> Agreements:
    findings, mentions = [], []
    keys = {id(item.cluster): _key(number) for number, item in enumerate(kept)}
    for item in kept:
        cluster, parties = item.cluster, item.parties
        key = keys[id(cluster)]
        row = []
        for phrase, _ in cluster.members:
            row.append(
                AgreementMention(
                    first=phrase.first,
                    end=phrase.end,
                    span=page.tokens.span(phrase.first, phrase.end),
                    key=key,
                    form=phrase.form,
                    anaphoric=phrase.bare,
                )
            )
        mentions += row
        fullest = max(cluster.members, key=lambda m: (not m[0].bare, m[0].end - m[0].first))[0]
        span = page.tokens.span(fullest.first, fullest.end)
        names = dict.fromkeys(
            page.words(p.first, p.end)
            for p, _ in cluster.members
            if not p.bare and not _is_said_not_to_be(page, p)
        )
        findings.append(
            AgreementFinding(
                span=span,
                quote=page.quote(span),
                key=key,
                parties=parties,
                names=tuple(names) or (page.quote(span),),
                form=fullest.form,
                topics=tuple(sorted(cluster.topics)),
                mentions=tuple(mention.span for mention in row),
                known=cluster.known,
                relation=item.relation,
                of=keys.get(id(item.of)) if item.of else None,
                because=(Step("agreement noun", f"agreements#{fullest.key}", span),),
            )
        )
    return Agreements(tuple(findings), Row(tuple(sorted(mentions, key=lambda m: (m.first, m.end)))))


def _key(number: int) -> str:
    """Give the key of the n-th agreement of a report, counted as A, B … Z, A2, B2."""
    letter, turn = chr(ord("A") + number % 26), number // 26
    return letter if not turn else f"{letter}{turn + 1}"


__all__ = ["Evidence", "read_agreements"]

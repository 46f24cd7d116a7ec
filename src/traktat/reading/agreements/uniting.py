"""The agreements of a report, each with its mentions: in text order, one mention after another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from traktat.reading.agreements.clusters import MOST_OPEN, home
from traktat.reading.agreements.enumerations import Enumeration
from traktat.reading.agreements.evidence import Evidence
from traktat.reading.agreements.instruments import Cluster
from traktat.reading.agreements.nouns import Phrase

_BACK = 4  # sentences from the agreements told to "both agreements"


def united(
    items: list[tuple[Phrase, Evidence]], lists: Sequence[Enumeration] = ()
) -> list[Cluster]:
    """Unite mentions in text order, each with the nearest earlier one it can mean.

    What is told one by one in `lists` is an agreement each, and so is what leads to a list.
    """
    leads = {id(told.lead[0]) for told in lists}
    listed = {id(item[0]): told.lead for told in lists for item in told.items}
    clusters: list[Cluster] = []
    recent: dict[int, Cluster] = {}  # by number, the one spoken of last at the end
    for phrase, evidence in _apiece(items):
        if id(phrase) in leads:
            continue
        lead = listed.get(id(phrase))
        if lead is not None:
            places: list[int | None] = [None]
        else:
            places = _together(recent, phrase, evidence) or [home(recent, phrase, evidence)]
        for at in places:
            number = len(clusters) if at is None else at
            if at is None:
                clusters.append(Cluster())
            recent.pop(number, None)
            recent[number] = clusters[number]
            if len(recent) > MOST_OPEN:
                recent.pop(next(iter(recent)))
            if lead is not None:
                clusters[number].add(*lead)
            clusters[number].add(phrase, evidence)
    return clusters


def _apiece(items: list[tuple[Phrase, Evidence]]) -> Iterator[tuple[Phrase, Evidence]]:
    """Part "a series of deals with China and South Korea" into one mention for each partner."""
    for phrase, evidence in items:
        if not evidence.each:
            yield phrase, evidence
            continue
        sides = [code for code in evidence.closed if code not in evidence.each]
        for partner in evidence.each:
            closed = (*sides, partner)
            yield phrase, replace(evidence, closed=closed, some=[], each=(), many=False)
        if evidence.many:  # "with Aruna, Veland and seven other countries"
            yield phrase, replace(evidence, closed=(), weight=0, some=sides, partners=(), each=())


def _together(clusters: dict[int, Cluster], phrase: Phrase, evidence: Evidence) -> list[int | None]:
    """List the agreements that "both treaties" means: those just told that share a party."""
    back = phrase.bare and "several" in phrase.flags and phrase.determiner == "definite"
    if not back:
        return []
    told: dict[int, list[int]] = {}
    for number, cluster in clusters.items():
        last = cluster.members[-1][0].sentence.index
        if phrase.sentence.index - last <= _BACK and not cluster.known:
            told.setdefault(last, []).append(number)
    for _, numbers in sorted(told.items(), reverse=True):
        shared = set.intersection(*(clusters[number].codes for number in numbers))
        if len(numbers) > 1 and shared and shared.issuperset(evidence.codes):
            return list(numbers)
    return []

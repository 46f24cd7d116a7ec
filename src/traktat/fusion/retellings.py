"""Retellings: translations and paraphrases, found by what survives them.

No word need be shared: names, dates, numbers, acts and quotations in the same order are enough,
if there are enough of them. Reports come in from the oldest on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise

from traktat.fusion.copies import hashes, index
from traktat.fusion.evidence import Evidence
from traktat.fusion.persons import words_of
from traktat.fusion.sketches import Sketch
from traktat.model.kinds import Basis
from traktat.model.records import Tie
from traktat.sentences import sentence

ANCHOR_BANDS = 64  # anchors are few and readers err: pairs that share a fifth must be looked at
LOOKED_AT = 24  # candidates compared for one report, the latest first
SAME_OUTLET = 3  # reports of a credited outlet that are compared besides

SAME_ORDER = 0.7  # weighted share of anchors in the same order: a translation
SAME_ORDER_ONE_LANGUAGE = 0.8  # a paraphrase: two papers on one event agree more by chance
CREDITED_ORDER = 0.4  # what is asked when the child credits the parent's outlet
ENOUGH_ANCHORS = 6.0  # weight of common anchors below which order shows nothing
NEAR_DAYS = 10  # days within which a text is translated or rewritten

_WEIGHTS = {
    "name": 0.3,  # every report on an agreement names its parties
    "person": 0.6,
    "date": 1.0,
    "number": 1.2,
    "act": 0.8,
    "clause": 0.8,
    "claim": 0.8,
    "quote": 1.0,
}


def retold(
    ordered: Sequence[Evidence],
    sketches: Sequence[Sketch],
    days: Mapping[str, date | None],
    family: Mapping[str, str],
) -> list[Tie]:
    """Tie every report to the older one that it tells again."""
    ties: list[Tie] = []
    seen = index(ANCHOR_BANDS)
    outlets: dict[tuple[str, ...], list[int]] = {}
    for place, hashed in enumerate(hashes([_pairs(one.anchors) for one in sketches])):
        one = sketches[place]
        near = set(sorted(seen.query(hashed))[-LOOKED_AT:])
        named = {words_of(origin.name) for origin in ordered[place].report.origins}
        credited = {other for name in named for other in outlets.get(name, [])[-SAME_OUTLET:]}
        best = _best_parent(one, sorted(near | credited), sketches, days, family)
        if best:
            score, older = best
            tie = _retelling(one, sketches[older], score, credited=older in credited)
            ties += [tie] if tie else []
        seen.insert(place, hashed)
        outlet = words_of(ordered[place].report.outlet or "")
        outlets.setdefault(outlet, []).append(place)
    return ties


def _pairs(anchors: Sequence[str]) -> list[str]:
    """Give neighboring anchors as pairs; a report without any gets a set nobody shares."""
    telling = [one for one in anchors if not one.startswith("name ")]
    return [*telling, *(f"{a}|{b}" for a, b in pairwise(telling))]


def _best_parent(
    one: Sketch,
    near: Iterable[int],
    sketches: Sequence[Sketch],
    days: Mapping[str, date | None],
    family: Mapping[str, str],
) -> tuple[float, int] | None:
    best: tuple[float, int] | None = None
    for older in near:
        other = sketches[older]
        if family[one.report] == family[other.report] or _far(days, one.report, other.report):
            continue
        if _likeness_at_most(one.anchors, other.anchors) < CREDITED_ORDER:
            continue
        score, weight = in_same_order(one.anchors, other.anchors)
        if weight >= ENOUGH_ANCHORS and (best is None or score > best[0]):
            best = score, older
    return best


def _likeness_at_most(one: Sequence[str], other: Sequence[str]) -> float:
    """Give the score that two lists of anchors would have if only order were right."""
    common = (Counter(one) & Counter(other)).elements()
    whole = _weight(one) + _weight(other)
    return 2 * _weight(common) / whole if whole else 0.0


def _far(days: Mapping[str, date | None], one: str, other: str) -> bool:
    day, before = days[one], days[other]
    return day is not None and before is not None and abs((day - before).days) > NEAR_DAYS


def in_same_order(one: Sequence[str], other: Sequence[str]) -> tuple[float, float]:
    """Give the share of anchors that follow in the same order, and their weight.

    >>> in_same_order(["date 2024-06-19", "number 12"], ["date 2024-06-19", "number 12"])
    (1.0, 2.2)
    """
    rows = [0.0] * (len(other) + 1)
    for left in one:
        above = 0.0
        weight = _WEIGHTS[left.partition(" ")[0]]
        for place, right in enumerate(other, 1):
            kept = rows[place]
            rows[place] = above + weight if left == right else max(kept, rows[place - 1])
            above = kept
    whole = _weight(one) + _weight(other)
    return (2 * rows[-1] / whole if whole else 0.0), rows[-1]


def _weight(anchors: Iterable[str]) -> float:
    return sum(_WEIGHTS[one.partition(" ")[0]] for one in anchors)


def _retelling(one: Sketch, older: Sketch, score: float, *, credited: bool) -> Tie | None:
    translated = one.language != older.language
    needed = SAME_ORDER if translated else SAME_ORDER_ONE_LANGUAGE
    if score < (CREDITED_ORDER if credited else needed):
        return None
    return Tie(
        report=one.report,
        of=older.report,
        sort="translation" if translated else "paraphrase",
        basis=Basis.CREDITED if credited else Basis.INFERRED,
        confidence=round(score, 2),
        why=sentence(
            "{share:percent} of names, dates, numbers and quotations come in the same order",
            share=score,
        ),
    )

"""Who fights whom: the sides of a truce that says nothing of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from traktat.reading.agreements.groups import Group, Groups
from traktat.reading.agreements.nouns import TRUCES, Phrase
from traktat.reading.scan import Scan
from traktat.reading.wordplaces import WordPlaces

_PAIR = 2  # sides
_BETWEEN = 10  # tokens of "fighting broke out again on Sunday" before "between"


def combatants(
    page: Scan, groups: Groups, roles: WordPlaces, found: Iterable[Phrase]
) -> tuple[str, ...]:
    """Give the pair that a report most often says fights, if it speaks of a truce."""
    if not any(phrase.form in TRUCES for phrase in found):
        return ()
    pairs: Counter[tuple[str, ...]] = Counter()
    for sentence in page.sentences:
        if any(page.marks.keyed("agreements", "combat", sentence.first, sentence.end)):
            roles.load(sentence)
            told = groups.of(sentence)
            pairs.update(g.codes for g in told if len(g.codes) == _PAIR and _fights(roles, g))
    best = pairs.most_common(_PAIR)
    alone = best and (len(best) == 1 or best[0][1] > best[1][1])
    return best[0][0] if alone else ()


def _fights(roles: WordPlaces, group: Group) -> bool:
    """Tell whether two are said to fight: "clashes between X and Y", "the X-Y war"."""
    if roles.end(group.end, "combat") or roles.start(group.first, "combat") >= 0:
        return True
    lead = next((at for at in range(group.first, group.first - 4, -1) if _leads(roles, at)), -1)
    return lead >= 0 and roles.has(lead - _BETWEEN, lead, "combat")


def _leads(roles: WordPlaces, at: int) -> bool:
    return roles.start(at, "between") >= 0

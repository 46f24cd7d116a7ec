"""Who brings a truce about, and is no side of it wherever else the report names them."""

from __future__ import annotations

from collections.abc import Iterable

from traktat.reading.agreements.evidence import FRAMED, Evidence
from traktat.reading.agreements.groups import Group, Groups
from traktat.reading.agreements.nouns import TRUCES, Phrase
from traktat.reading.scan import Scan
from traktat.reading.wordplaces import WordPlaces

_TRUCES = frozenset({*TRUCES, "declaration"})  # what others than its sides bring about


def leave_out_mediators(
    page: Scan, groups: Groups, roles: WordPlaces, items: Iterable[tuple[Phrase, Evidence]]
) -> None:
    """Take mediators out of what mentions of truces tell of their sides.

    Where a mention says that the truce is between them, they are sides all the same.
    """
    truces = [told for phrase, told in items if phrase.form in _TRUCES]
    codes = _mediators(page, groups, roles) if truces else frozenset[str]()
    codes -= {code for told in truces if told.weight >= FRAMED for code in told.closed}
    for told in truces if codes else ():
        told.without(codes)


def _mediators(page: Scan, groups: Groups, roles: WordPlaces) -> frozenset[str]:
    """Give those a report calls mediators: "mediators Norland and Aruna said"."""
    found: set[str] = set()
    for sentence in page.sentences:
        if any(page.marks.keyed("agreements", "mediator", sentence.first, sentence.end)):
            roles.load(sentence)
            found.update(c for g in groups.of(sentence) if is_called(roles, g) for c in g.codes)
    return frozenset(found)


def is_called(roles: WordPlaces, group: Group) -> bool:
    """Tell whether the word stands right before names, or opens them."""
    opens = roles.end(group.first, "mediator")
    if opens and group.names[0].end > opens:
        return True  # "mediator Norland"
    if opens and len(group.names) > 1:
        return group.names[1].first == opens  # not "by mediators, and Norland followed"
    return roles.start(group.first, "mediator") >= 0

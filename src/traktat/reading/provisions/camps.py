"""Camps: "the government" and "the rebels", where a state and an armed group are the parties.

Reports on such agreements call both by what they are; here each noun is given its party.
"""

from __future__ import annotations

from dataclasses import replace

from traktat.model.findings import AgreementFinding
from traktat.model.kinds import NameKind
from traktat.reading.mentions import Agreements, NameMention, Names, Row
from traktat.reading.scan import Scan

GROUP = "NSA:"
STATE = 3  # letters of a state's code
BESIDE = 1  # tokens between a noun and the state that tells whose it is


def with_camps(page: Scan, names: Names, agreements: Agreements) -> Names:
    """Give the names of a report with the nouns for the two camps of a war among them."""
    state, group = _camps(agreements.findings)
    if state is None:
        return names
    homes = page.pack.words("statements", "camps", "single")
    bands = page.pack.words("statements", "bands", "single") if group else ()
    found: list[NameMention] = []
    lower = page.tokens.lower
    for at in range(len(lower)):
        word = lower[at]
        if word in homes and _is_camp(page, names, at, homes):
            found.append(_mention(page, at, state, NameKind.STATE))
        elif group and word in bands and _is_camp(page, names, at, bands):
            found.append(_mention(page, at, group, NameKind.GROUP))
    items = tuple([_as_party(page, names, name, group) for name in names.items])
    return Row(_merged(items, found))


def _as_party(page: Scan, names: Names, name: NameMention, group: str | None) -> NameMention:
    """Give a name that is a noun for an armed group ("the rebels") as the group that is a party."""
    if group is None or name.sort is not NameKind.GROUP or name.end - name.first > 1:
        return name
    bands = page.pack.words("statements", "bands", "single")
    if page.tokens.words[name.first] not in bands or _is_anothers(page, names, name.first):
        return name
    return replace(name, key=group, name=group)


def _is_anothers(page: Scan, names: Names, at: int) -> bool:
    """Tell whether another name stands right beside a noun: "Kurdish rebels", "milisi Syiah"."""
    near = names.within(max(0, at - BESIDE), at + BESIDE + 1)
    return any(name.first != at and (name.end == at or name.first == at + 1) for name in near)


def _merged(names: tuple[NameMention, ...], found: list[NameMention]) -> tuple[NameMention, ...]:
    """Give all mentions in the order of their tokens."""
    out: list[NameMention] = []
    at = 0
    for name in names:
        while at < len(found) and found[at].first < name.first:
            out.append(found[at])
            at += 1
        out.append(name)
    return (*out, *found[at:])


def _camps(findings: tuple[AgreementFinding, ...]) -> tuple[str | None, str | None]:
    """Give the one state and the one group that are parties to such an agreement."""
    states: list[str] = []
    groups: list[str] = []
    for finding in findings:
        bands = [code for code in finding.parties if code.startswith(GROUP)]
        if bands:
            groups.extend(bands)
            states.extend(code for code in finding.parties if len(code) == STATE)
    state = states[0] if states and len(set(states)) == 1 else None
    return state, groups[0] if groups and len(set(groups)) == 1 else None


def _is_camp(page: Scan, names: Names, at: int, nouns: frozenset[str] | tuple[str, ...]) -> bool:
    """Tell whether a noun stands for a camp: no name, nobody else's, no part of another noun."""
    lower = page.tokens.lower
    near = names.within(max(0, at - BESIDE), at + BESIDE + 1)
    if any(name.first <= at + BESIDE and name.end > at - BESIDE for name in near):
        return False
    if page.pack.settings.get("modifiers") == "after":
        return not at or lower[at - 1] not in nouns
    marks = page.marks.within("grammar", max(0, at - 1), at)
    if not any(mark.key in ("definite", "article") for mark in marks):
        return False
    return at + 1 >= len(lower) or not _is_compound(page, at + 1)


def _is_compound(page: Scan, at: int) -> bool:
    """Tell whether a noun goes on: "the government troops", "the rebel leader"."""
    word = page.tokens.lower[at]
    return word in page.pack.words("statements", "speakers", "single")


def _mention(page: Scan, at: int, code: str, sort: NameKind) -> NameMention:
    first = at - 1 if page.pack.settings.get("modifiers") != "after" else at  # with its article
    span = page.tokens.span(first, at + 1)
    return NameMention(
        first=first,
        end=at + 1,
        span=span,
        bare=span,
        name=code,
        sort=sort,
        key=code,
        state=code if sort is NameKind.STATE else None,
    )

"""Parliaments among the actors: whether an assembly acts, and which of its chambers."""

from __future__ import annotations

from collections.abc import Iterable

from traktat.facts.tables import table
from traktat.lang import Mark
from traktat.model.kinds import Chamber, NameKind
from traktat.reading.acts.outlines import Outline
from traktat.reading.mentions import NameMention

ASSEMBLY = "parliament"
DECIDING = frozenset({ASSEMBLY, "assembly"})  # parliaments, and councils of elders
CABINET = "cabinet"
GOVERNING = frozenset({"government", "organisation"})
COUNT_REACH = 2  # words between a count and its "votes"
MEMBERS = 4  # words of "members of both chambers"
_SIDES = ("in-favor", "opposed")
HEADS = frozenset({"president", "king", "queen", "monarch", "emperor", "sultan", "emir"})
"""Offices that complete a ratification by their signature (VCLT Art. 7(2)(a))."""


PUBLIC = frozenset(
    {
        *("head", "deputy-head", "royal", "government", "minister", "deputy", "envoy"),
        *("spokesperson", "organisation", "armed", "military", "counterpart"),
    }
)
"""Sorts of offices, by facts/offices, whose holders speak for a state or a side."""

PRIVATE = frozenset(
    {"law", "expert", "business", "society", "sport", "culture", "private", "family"}
)
"""Sorts of offices whose holders do nothing on behalf of a state."""


def office_sort(name: NameMention) -> str | None:
    """Give what sort of office a name holds, by facts/offices."""
    if name.office is None:
        return None
    return str(table("offices").get(name.office, {}).get("sort"))


def is_private(name: NameMention) -> bool:
    """Tell whether a name is a person who acts for no state: a lawyer, an expert."""
    return name.sort is not NameKind.STATE and office_sort(name) in PRIVATE


def is_public(name: NameMention) -> bool:
    """Tell whether what a name does is done for a state or a side."""
    return name.sort is not NameKind.PERSON or office_sort(name) in PUBLIC


def body_sort(line: Outline, name: NameMention) -> str | None:
    """Give what sort of organ a name stands for, by facts/bodies."""
    known = table("bodies")
    for mark in line.sources.page.marks.within("bodies", name.first, name.end):
        sort = known.get(mark.key, {}).get("sort")
        if sort is not None:
            return str(sort)
    return None


def is_house(mark: Mark) -> bool:
    """Tell whether a mark of a body is a parliament or one of its chambers."""
    return table("bodies").get(mark.key, {}).get("sort") in DECIDING


def behind_house(line: Outline, first: int, end: int) -> int | None:
    """Give where the first organ or assembly within tokens [first, end) ends."""
    names = (line.names[token] for token in range(first, end) if token in line.names)
    organ = next((name.end for name in names if name.sort is NameKind.ORGAN), None)
    if organ is not None:
        return organ
    marks = line.sources.page.marks.within("bodies", first, end)
    return next((mark.end for mark in marks if is_house(mark)), None)


def is_assembly(line: Outline, name: NameMention) -> bool:
    """Tell whether a name is a parliament, a chamber, or those who sit in it."""
    if name.sort is NameKind.PERSON:
        return False
    if name.chamber is not None or body_sort(line, name) in DECIDING:
        return True
    return members_within(line, name.first, name.end)


def is_governing(line: Outline, name: NameMention) -> bool:
    """Tell whether a name is a government or the council of an organisation."""
    if name.sort is NameKind.ORGANISATION or is_cabinet(line, name):
        return True
    return name.sort is NameKind.ORGAN and body_sort(line, name) in GOVERNING


def is_cabinet(line: Outline, name: NameMention) -> bool:
    """Tell whether a state is named by its cabinet, which votes on what ministers agreed."""
    marks = line.sources.page.marks.within("bodies", name.first, name.end)
    return name.sort is NameKind.STATE and any(mark.key == CABINET for mark in marks)


def assemblies(line: Outline, names: Iterable[NameMention]) -> list[NameMention]:
    """List those of some names that are assemblies."""
    return [name for name in names if is_assembly(line, name)]


def chamber_of(names: Iterable[NameMention]) -> Chamber | None:
    """Give the chamber that acts, if one is named."""
    return next((name.chamber for name in names if name.chamber is not None), None)


def _members(line: Outline, first: int, end: int) -> list[int]:
    marks = line.sources.page.marks.within("acts", first, end)
    return [mark.first for mark in marks if mark.field in ("actors", "houses")]


def is_done_in(line: Outline, first: int) -> bool:
    """Tell whether something is done in a sitting: "dilakukan dalam rapat paripurna"."""
    sittings = line.sources.page.marks.within("acts", first, line.end)
    held = [m.first for m in sittings if m.field == "houses" and line.has(m.first - 1, "in")]
    return bool(held) and line.any_tag(first, held[0], "holding")


def members_within(line: Outline, first: int, end: int, *, persons: bool = False) -> bool:
    """Tell whether "lawmakers" or the like stand within tokens [first, end)."""
    if persons:
        marks = line.sources.page.marks.within("acts", first, end)
        return any(mark.field == "actors" for mark in marks)
    return bool(_members(line, first, end))


def members_ending(line: Outline, end: int) -> list[int]:
    """Give where "lawmakers" or the like begin that end right before a token."""
    marks = line.sources.page.marks.within("acts", max(line.first, end - MEMBERS), end)
    return [m.first for m in marks if m.field in ("actors", "houses") and m.end == end]


def counts_votes(line: Outline, first: int, end: int) -> bool:
    """Tell whether votes are counted within tokens [first, end): "passed by 104 votes to 17"."""
    for ballot in line.sources.page.marks.keyed("quantities", "ballot", first, end):
        near = range(max(first, ballot.first - COUNT_REACH), min(line.end, ballot.end + 1))
        if any(line.words[token].isdigit() and token not in line.dates for token in near):
            return True
    return False


def counts_side(line: Outline, first: int, end: int) -> bool:
    """Tell whether a verb only says how many were for or against: "71 suara, 26 menolak"."""
    marks = line.sources.page.marks
    sides = [mark for key in _SIDES for mark in marks.keyed("quantities", key, first - 1, end)]
    return any(
        mark.end >= end
        and line.words[mark.first - 1].isdigit()
        and mark.first - 1 not in line.dates
        for mark in sides
    )


def is_head_of_state(name: NameMention) -> bool:
    """Tell whether a name is a head of state."""
    return name.sort is NameKind.PERSON and name.office in HEADS

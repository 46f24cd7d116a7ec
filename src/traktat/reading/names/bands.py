"""Names of armed groups that no list has: by their words, or by what is said beside them.

"Northern Salvation Front", "the separatist Aruna Council", "Tiro Brigade, a rebel group".
"""

from __future__ import annotations

from collections.abc import Iterator

from traktat.reading.names.drafts import Draft
from traktat.reading.names.ground import Ground

MOST_WORDS = 5  # capitalized words before or behind "Liberation Front"
APPOSED = 4  # words of "a small dissident" before "guerrilla faction"
PLAIN = 2  # words of "Red Army", which are too few to tell a group from other armies
ACRONYM = 3  # letters of initials that may name a group
LED = 2  # words of "the paramilitary" before a name
QUALITIES = 2  # words of "utama" behind "kelompok pemberontak"


def band_openings(ground: Ground) -> Iterator[int]:
    """Give the tokens at which such names may begin."""
    small = ground.units.small
    yield from ground.movements
    yield from small.get("band_opening", ())
    for token in small.get("band_closing", ()):
        yield _run_before(ground, token)
    for token in small.get("band_army", ()):
        yield _run_before(ground, token)
    for sort in small.get("band_sort", {}).values():
        if _may_name(ground, sort):
            yield sort
    for unit in ground.units.items:
        if unit.key == "armed":
            yield _run_before(ground, unit.first)
            yield _run_before(ground, _apposed_to(ground, unit.first))
            yield from _named_behind(ground, unit.end)


def _apposed_to(ground: Ground, armed: int) -> int:
    """Give where what an apposition explains ends: "Tiro Brigade, a small rebel group"."""
    for token in range(armed - 1, max(0, armed - 1 - APPOSED), -1):
        if ground.word(token) in (",", "("):
            return token
        if not ground.word(token).isalpha():
            return armed
    return armed


def _named_behind(ground: Ground, armed: int) -> Iterator[int]:
    """Give where the name behind a comma may begin: "a rebel group, the Lake Front"."""
    at = armed
    while at < armed + QUALITIES and ground.word(at).islower():
        at += 1  # "kelompok pemberontak utama"
    if ground.word(at) == ",":
        yield at + 2 if ground.is_function_word(at + 1) else at + 1


def _run_before(ground: Ground, end: int) -> int:
    first = end
    while first > 0 and end - first < MOST_WORDS and _may_name(ground, first - 1):
        first -= 1
    return first


def band_at(ground: Ground, here: int, stop: int) -> Draft | None:
    """Read the name of an armed group that begins at a token."""
    end = ground.movements.get(here, 0) or _behind_head(ground, here, stop)
    end = told = end or _up_to_head(ground, here, stop) or _apposed(ground, here, stop)
    if not end:
        end, told = _explained(ground, here, stop)
    if not end:
        return None
    return Draft(first=here, end=told, sort="group", bare=(here, end), via="armed_names")


def _apposed(ground: Ground, here: int, stop: int) -> int:
    """Give the end of a name that tells which: "the main rebel group, the Convention of X (CX)"."""
    at = here - 1 - ground.is_function_word(here - 1)
    if ground.word(at) != "," or not ground.is_capital(here):
        return 0
    back = at
    while back > at - QUALITIES and ground.word(back - 1).islower() and not _is_armed(ground, back):
        back -= 1
    if not _is_armed(ground, back):
        return 0
    end = here
    while end < min(stop, here + 2 * MOST_WORDS) and (
        ground.is_capital(end) or (ground.is_link(end) and ground.is_capital(end + 1))
    ):
        end += 1
    short = ground.word(end) == "(" and ground.word(end + 1).isupper()
    initials = end - here == 1 and len(ground.word(here)) >= ACRONYM and ground.word(here).isupper()
    heads = ("institution", "movement_closing", "movement_opening")
    told = any(ground.reach(key, token) for key in heads for token in (here, end - 1))
    return end if initials or (end - here > 1 and (short or told)) else 0


def _is_armed(ground: Ground, end: int) -> bool:
    """Tell whether a word for an armed group ends before a token."""
    unit = ground.units.over(end - 1)
    return unit is not None and unit.key == "armed" and unit.end == end


def _explained(ground: Ground, here: int, stop: int) -> tuple[int, int]:
    """Give the ends of a name that words beside it explain, and of these words."""
    end = here
    while end < min(stop, here + MOST_WORDS) and _may_name(ground, end):
        end += 1
    long = end - here > 1
    initials = end - here == 1 and len(ground.word(here)) >= ACRONYM and ground.word(here).isupper()
    if not (long or initials):
        return 0, 0
    stateless = all(_is_strange(ground, token) for token in range(here, end))
    if end - here > PLAIN and ground.reach("band_army", end - 1) and stateless:
        return end, end
    if (
        ground.follows("band_sort", here)
        and ground.word(here - 1).islower()
        and (initials or ground.reach("institution", end - 1) or _is_told_of(ground, here, end))
    ):
        return end, end
    if not stateless:
        return 0, 0
    behind = end + 3 * (ground.word(end) == "(" and ground.word(end + 2) == ")")
    armed = ground.unit(behind)  # "Lake Movement (LM) rebel group"
    if long and armed is not None and armed.key == "armed":
        return end, armed.end
    behind = _apposition(ground, end, stop)
    return (end, behind) if behind else (0, 0)


def _is_told_of(ground: Ground, here: int, end: int) -> bool:
    """Tell whether article or initials set a strange name apart: "the paramilitary Lake Guard"."""
    if end - here < PLAIN or not all(_is_strange(ground, token) for token in range(here, end)):
        return False
    short = ground.word(end) == "(" and ground.word(end + 1).isupper()
    return short or (ground.qualifies_before and ground.is_function_word(here - LED))


def _is_strange(ground: Ground, token: int) -> bool:
    """Tell whether a word names neither a state nor anybody known; it may name a place."""
    unit = ground.units.over(token)
    return unit is None or unit.sort == "place" or ground.reach("band_army", token) > 0


def _apposition(ground: Ground, end: int, stop: int) -> int:
    """Give the end of an apposition that tells of an armed group: ", a small rebel group"."""
    if ground.word(end) not in (",", "("):
        return 0
    for token in range(end + 1, min(stop, end + 2 + APPOSED)):
        unit = ground.unit(token)
        if unit is not None and unit.key == "armed":
            behind = ground.unit(unit.end)
            return unit.end if behind is None or behind.sort != "office" else 0
        if not ground.word(token).isalpha():
            return 0
    return 0


def _may_name(ground: Ground, token: int) -> bool:
    """Tell whether a word may be part of such a name: no article, no army of a state."""
    unit = ground.units.over(token)
    of_state = unit is not None and unit.sort in ("body", "lookalike")
    of_state = of_state and not ground.reach("band_army", token)  # "the Tiro Army"
    return ground.is_capital(token) and not of_state and not ground.is_function_word(token)


def _behind_head(ground: Ground, here: int, stop: int) -> int:
    """Give the end of a name that opens with what the group is: "Front Pembebasan Meruva"."""
    head = ground.reach("band_opening", here)
    if not head or not _may_name(ground, here):
        return 0
    end = head
    while end < min(stop, head + MOST_WORDS) and ground.is_capital(end):
        unit = ground.unit(end)
        end = unit.end if unit is not None else end + 1
    return end if end > head else 0


def _up_to_head(ground: Ground, here: int, stop: int) -> int:
    """Give the end of a name that closes with what the group is."""
    for at in range(here, min(stop, here + MOST_WORDS)):
        if not _may_name(ground, at):
            return 0
        head = ground.reach("band_closing", at)
        if head:
            return head if at > here else 0
    return 0

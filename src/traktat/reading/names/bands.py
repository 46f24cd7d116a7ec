"""Names of armed groups that no list has, by their words: "Northern Salvation Front"."""

from __future__ import annotations

from collections.abc import Iterator

from traktat.reading.names.drafts import Draft
from traktat.reading.names.ground import Ground

MOST_WORDS = 5  # capitalized words before or behind "Liberation Front"


def band_openings(ground: Ground) -> Iterator[int]:
    """Give the tokens at which such names may begin."""
    small = ground.units.small
    yield from small.get("band_opening", ())
    for token in small.get("band_closing", ()):
        first = token
        while first > 0 and token - first < MOST_WORDS and _may_name(ground, first - 1):
            first -= 1
        yield first


def band_at(ground: Ground, here: int, stop: int) -> Draft | None:
    """Read the name of an armed group that begins at a token."""
    end = _behind_head(ground, here, stop) or _up_to_head(ground, here, stop)
    if not end:
        return None
    return Draft(first=here, end=end, sort="group", bare=(here, end), via="armed_names")


def _may_name(ground: Ground, token: int) -> bool:
    """Tell whether a word may be part of such a name: no article, no army of a state."""
    unit = ground.units.over(token)
    of_state = unit is not None and unit.sort in ("body", "lookalike")
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

"""Organs of states and organisations in a text, and governments that stand for their state."""

from __future__ import annotations

from traktat.reading.names.drafts import Draft
from traktat.reading.names.ground import Ground
from traktat.reading.names.units import Unit

MOST_BETWEEN = 3  # words between a state and its organ: "the Dutch upper and lower houses"
MOST_FIELD = 10  # tokens of a ministry's field: "Perdagangan, Industri, dan Koperasi"

_OF_STATE = frozenset(("government", "side"))
"""Sorts of bodies that mean the state itself, once it is named."""


def organ_at(ground: Ground, at: int, stop: int) -> Draft | None:
    """Read an organ that begins at a token, with the state whose it is."""
    holder, here = _holder_before(ground, at, stop)
    body = ground.unit(here)
    if body is None or body.sort != "body" or body.end > stop:
        return None
    members = ground.unit(body.end)
    if members is not None and members.key == "group" and ground.is_capital(body.end):
        return None  # "House Republicans"
    end, after = _past_body(ground, body, stop)
    if holder is None and after is None and body.entry["sort"] == "government":
        end, after = _past_seat(ground, end, stop)
    holder = holder or after or body.entry.get("state")  # "Congress" is Peru's in "Peru's Congress"
    draft = Draft(first=at, end=end, sort="organ", bare=(at, end), holder=holder, body=body)
    draft.metonym = bool(body.entry.get("metonym"))
    if body.key == "armed-forces" and not (holder and _speaks(ground, draft)):
        return None
    if body.entry["sort"] in _OF_STATE and not body.entry.get("state"):
        if holder is None and not _is_bare_government(ground, body):
            return None
        draft.sort, draft.via = "state", "government"
    return draft


def _speaks(ground: Ground, draft: Draft) -> bool:
    """Tell whether an army is an organ that says something, not only troops of a state."""
    return draft.end in ground.saying


def _is_bare_government(ground: Ground, body: Unit) -> bool:
    """Tell whether a noun by itself can mean a state: "the government", not "a regime"."""
    words = ground.page.pack.words("bodies", "government")[:1]
    if body.key == "cabinet":
        return body.end - body.first == 1
    return body.key == "government" and ground.lower(body.first) in words


def _holder_before(ground: Ground, at: int, stop: int) -> tuple[str | None, int]:
    """Give the state that stands before an organ, and where the organ's own words begin."""
    unit = ground.unit(at)
    if unit is None or not unit.is_holder or not ground.qualifies_before:
        return None, at
    here = ground.after_possessive(unit.end)
    for _ in range(MOST_BETWEEN):
        inner = ground.unit(here)
        if inner is not None or here >= stop:
            break
        word = ground.word(here)
        if not word[:1].isalpha() or ground.is_function_word(here) or ground.is_verb(here):
            break
        here += 1
    return unit.key, here


def _past_body(ground: Ground, body: Unit, stop: int) -> tuple[int, str | None]:
    """Give where an organ's words end, and the state named within them after the noun."""
    here = body.end
    if body.entry["sort"] == "ministry" and "state" not in body.entry:
        here = _past_field(ground, body, here, stop)
    if ground.qualifies_before:
        return _past_of(ground, here, stop)
    if ground.word(here) == "(":
        closing = next((t for t in range(here + 2, here + 6) if ground.word(t) == ")"), here)
        follows = ground.unit(closing + 1)
        if closing > here and follows is not None and follows.is_holder:
            here = closing + 1
    unit = ground.unit(here)
    if unit is not None and unit.is_holder and unit.end <= stop:
        return unit.end, unit.key
    if unit is not None and unit.sort == "body" and unit.end <= stop:
        return _past_body(ground, unit, stop)
    return here, None


def _past_seat(ground: Ground, here: int, stop: int) -> tuple[int, str | None]:
    """Read the capital that tells whose a government is: "the junta in Niamey"."""
    after = ground.reach("place", here)
    unit = ground.unit(after) if after else None
    if unit is None or unit.sort != "capital" or unit.end > stop:
        return here, None
    return unit.end, unit.key


def _past_field(ground: Ground, body: Unit, here: int, stop: int) -> int:
    """Pass over what a ministry is for."""
    last, limit = here, min(stop, here + MOST_FIELD)
    if ground.qualifies_before:
        here = ground.reach("owning", here) or here + ground.joins(here)
        if here == last:
            return last
    while here < limit:
        end = ground.reach("field", here)
        if ground.is_date(here):
            break
        if not end and ground.is_capital(here) and ground.unit(here) is None:
            end = here + 1 if ground.is_plain(here) or body.key == "ministry" else 0
        if end:
            here = last = end
        elif ground.joins(here) or ground.reach("of", here) or _is_listing(ground, here):
            here += 1
        else:
            break
    return last


def _is_listing(ground: Ground, here: int) -> bool:
    """Tell whether a comma parts the fields of one ministry: an "and" follows soon."""
    return ground.word(here) == "," and any(ground.joins(t) for t in range(here + 1, here + 5))


def _past_of(ground: Ground, here: int, stop: int) -> tuple[int, str | None]:
    """Read "of Japan", "of the Dutch parliament" after an organ."""
    if not ground.reach("owning", here):
        return here, None
    after = ground.skip(ground.reach("owning", here), "this")
    unit = ground.unit(after)
    if unit is None or unit.end > stop:
        return here, None
    if unit.is_holder and unit.sort != "capital":
        end = ground.after_possessive(unit.end)
        inner = ground.unit(end)
        return (inner.end if inner is not None and inner.sort == "body" else end), unit.key
    if unit.sort == "body":
        return unit.end, unit.entry.get("state")
    return here, None

"""Persons with their offices: "Presiden Rusia Vladimir Putin", "Japan's minister, Taro Aso"."""

from __future__ import annotations

from traktat.facts.tables import spellings
from traktat.reading.drafts import Draft
from traktat.reading.ground import Ground
from traktat.reading.offices import Office, office_at
from traktat.reading.runs import run_end

WEAK_RANK = 3  # offices up to this rank do not point to one person by themselves
FIRM_RANK = 5  # from this rank one word after the office is a name without further proof

_SHOUTED = frozenset(("head", "deputy-head", "government", "minister", "candidate"))
"""Sorts of offices whose holders go by initials ("Presiden SBY")."""

_LOCAL = frozenset(("local", "law", "sport", "military"))
"""Sorts of offices after which one word is as often a place as a name."""


def role_at(ground: Ground, at: int, stop: int) -> Draft | None:
    """Read an office that begins at a token, with the name that goes with it."""
    office = office_at(ground, at, stop)
    if office is None:
        return None
    return _with_name(ground, office, stop)


def _with_name(ground: Ground, office: Office, stop: int) -> Draft:
    """Make a draft of an office; a person if a name follows it."""
    assert office.unit is not None
    draft = Draft(
        first=office.first,
        end=office.end,
        sort="role",
        bare=(office.end, office.end),
        office=office.key,
        holder=office.holder,
        body=office.body,
        unit=office.unit,
        plural=office.plural,
        one=office.one,
        former=office.former,
        via="both" if office.both else "",
    )
    name = _name_after(ground, office, stop)
    if name is not None:
        draft.sort, draft.bare, draft.end = "person", name, name[1]
        draft.via = "both" if office.both else ""
    return draft


def _name_after(ground: Ground, office: Office, stop: int) -> tuple[int, int] | None:
    here = office.end
    assert office.unit is not None
    weak = office.unit.entry["rank"] <= WEAK_RANK and office.unit.entry["sort"] != "title"
    title = ground.unit(here)
    if title is not None and title.sort == "office" and ground.is_capital(here):
        if title.entry["sort"] in ("title", "military", "expert"):
            here = title.end
    if not (office.institution and weak):
        end = run_end(ground, here, stop, shouted=not weak)
        if end > here:
            return here, end
    if ground.word(here) in (",", "("):
        end = run_end(ground, here + 1, stop)
        words = sum(ground.word(token)[0].isalpha() for token in range(here + 1, end))
        if words >= 2 and _closes(ground, end, stop):
            return here + 1, end
    return None


def _closes(ground: Ground, here: int, stop: int) -> bool:
    """Tell whether a name set off by a comma ends there: a mark, a verb, the sentence's end."""
    return here >= stop or not ground.is_capital(here)

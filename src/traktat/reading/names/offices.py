"""Offices in a text, with what stands before them: "Japan's former deputy foreign minister"."""

from __future__ import annotations

from traktat.reading.names.ground import Ground
from traktat.reading.names.missions import Office, read_mission
from traktat.reading.names.units import Unit

MOST_BEFORE = 6  # words that may stand between a state and the office: "South Korean nuclear envoy"

_QUALIFIERS = ("former", "acting", "deputy", "plural", "one")

_DEPENDENT = frozenset(("adviser", "spokesperson", "official", "private", "law", "envoy", "deputy"))
"""Sorts of offices held under another: "penasihat Presiden" is no president."""


def office_at(ground: Ground, at: int, stop: int, *, apposed: bool = False) -> Office | None:
    """Read an office and what it is for, without a name."""
    office = Office(at, at, apposed=apposed)
    here = _before_office(ground, office, at, stop)
    unit = ground.unit(here)
    if unit is None or unit.sort != "office" or unit.end > stop:
        return None
    _take_office(ground, office, unit)
    _more_offices(ground, office, stop)
    read_mission(ground, office, stop)
    return office


def _before_office(ground: Ground, office: Office, at: int, stop: int) -> int:
    """Pass over what stands before an office: number, "former", and in English its state."""
    here = at
    for _ in range(MOST_BEFORE):
        after = _one_before(ground, office, here)
        if after == here or after >= stop:
            break
        here = after
    return here


def _one_before(ground: Ground, office: Office, here: int) -> int:
    unit = ground.unit(here)
    if unit is not None and unit.sort == "office":
        return _past_deputy(ground, unit)
    if unit is not None:
        return _holder_before(ground, office, unit) if ground.qualifies_before else here
    if ground.begins(here, _QUALIFIERS):
        key = next(key for key in _QUALIFIERS if ground.reach(key, here))
        _note(office, key)
        return ground.reach(key, here)
    if ground.is_dash(here) and ground.is_joined(here) and here > office.first:
        return here + 1
    if ground.qualifies_before and _qualifies(ground, office, here):
        return max(ground.reach("field", here), here + 1)
    return here


def _past_deputy(ground: Ground, unit: Unit) -> int:
    """Read a word as "deputy" where an office follows it, though it is one by itself."""
    follows = ground.unit(unit.end)
    deputy = ground.reach("deputy", unit.first) == unit.end
    return unit.end if deputy and follows is not None and follows.sort == "office" else unit.first


def _note(office: Office, key: str) -> None:
    office.former |= key == "former"
    office.plural |= key == "plural"
    office.one |= key == "one"


def _holder_before(ground: Ground, office: Office, unit: Unit) -> int:
    if unit.is_holder:
        office.holders.append(unit.key)
        office.holder = office.holder or unit.key
        return ground.after_possessive(unit.end)
    if unit.sort == "body":
        office.body = unit
        office.holder = office.holder or unit.entry.get("state")
        return ground.after_possessive(unit.end)
    return unit.first


def _qualifies(ground: Ground, office: Office, here: int) -> bool:
    """Tell whether a word may stand between a state or article and the office."""
    if ground.reach("field", here):
        return True
    word = ground.word(here)
    if not word[:1].isalpha() or ground.is_function_word(here) or ground.is_verb(here):
        return False
    if office.apposed:
        return True
    if office.loose or (office.holder is None and office.body is None):
        return False
    office.loose = True
    return word[0].islower() or ground.is_plain(here)


def _take_office(ground: Ground, office: Office, unit: Unit) -> None:
    office.key, office.unit, office.end = unit.key, unit, unit.end
    office.holder = office.holder or unit.entry.get("state")
    office.plural |= unit.plural
    seat = office.body is not None and office.body.entry.get("sort") == "presidency"
    if seat and unit.entry.get("sort") in ("head-of-body", "head"):
        office.key = "president"


def _more_offices(ground: Ground, office: Office, stop: int) -> None:
    """Read offices in a row as one: "Supreme Leader Ayatollah", "Jenderal", "Pak Menteri"."""
    while office.end < stop:
        unit = ground.unit(office.end)
        if unit is None or unit.sort != "office" or unit.end > stop:
            return
        if not ground.is_capital(unit.first) and office.unit and office.unit.entry["rank"] > 0:
            return
        if office.unit and _yields_to(office.unit, unit):
            office.key, office.unit = unit.key, unit
        office.end = unit.end


def _yields_to(one: Unit, other: Unit) -> bool:
    """Tell whether the second of two offices in a row is the person's own."""
    return one.entry["sort"] not in _DEPENDENT and one.entry["rank"] < other.entry["rank"]

"""Persons with their offices: "Presiden Rusia Vladimir Putin", "Japan's minister, Taro Aso"."""

from __future__ import annotations

from traktat.facts.tables import spellings
from traktat.reading.names.drafts import Draft
from traktat.reading.names.ground import Ground
from traktat.reading.names.missions import Office
from traktat.reading.names.offices import office_at
from traktat.reading.names.runs import run_end
from traktat.reading.names.units import Unit

WEAK_RANK = 3  # offices up to this rank do not point to one person by themselves
FIRM_RANK = 5  # from this rank one word after the office is a name without further proof

_INITIALS = 2  # letters of initials without full stops
MOST_ADJECTIVES = 3  # words between an expert and a name
MOST_INSTITUTION = 8  # capitalised words between an office and a name set off by commas

_SHOUTED = frozenset(("head", "deputy-head", "government", "minister", "candidate"))
"""Sorts of offices whose holders go by initials ("Presiden SBY")."""

_STATELESS = frozenset(("expert", "society", "culture", "sport", "business", "private"))
"""Sorts of offices whose holders do not act for the state named beside: "an Iran analyst"."""

_TITLES = frozenset(("title", "military", "expert", "royal"))
"""Sorts of offices that stand between another office and its holder: "Menlu, Pangeran …"."""

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
        holders=tuple(dict.fromkeys(office.holders)),
        body=office.body,
        unit=office.unit,
        plural=office.plural,
        one=office.one,
        former=office.former,
        via="both" if office.both else "",
    )
    past = ground.reach("at_the_time", office.end)
    draft.former |= past > 0
    owns = ground.owns(office.end - 1)  # "the president's adviser Salim Wanuri"
    name = _apposed(ground, past, stop) if past else None
    name = name if past or owns else _name_after(ground, office, stop)
    if office.unit.entry["sort"] in _STATELESS:
        draft.holder = None if name is not None else draft.holder
    if name is not None:
        draft.sort, draft.bare, draft.end = "person", name, name[1]
        draft.weak = _is_weak(ground, office.unit, name)
    return draft


def _name_after(ground: Ground, office: Office, stop: int) -> tuple[int, int] | None:
    """Give the tokens of the name that goes with an office."""
    assert office.unit is not None
    entry = office.unit.entry
    here = _past_title(ground, _past_adjectives(ground, office))
    if entry["rank"] < FIRM_RANK and not ground.qualifies_before:
        set_off = _set_off(ground, office.end, stop)
        if set_off is not None:
            return set_off
    if not office.institution or entry["rank"] > WEAK_RANK or entry["sort"] == "title":
        shouted = entry["sort"] in _SHOUTED or _has_initials(ground, here)
        end = run_end(ground, here, stop, shouted=shouted)
        if end > here:
            firm = entry["rank"] >= FIRM_RANK
            return here if firm else _from_given_name(ground, here, end), end
    if ground.word(here) in (",", "("):
        first = _past_title(ground, here + 1)
        end = run_end(ground, first, stop)
        if word_count(ground, first, end) >= 2 and _closes(ground, end, stop):
            return first, end
    return None


def _has_initials(ground: Ground, here: int) -> bool:
    """Tell whether two letters without full stops begin or end a name: "HR Odembe", "Amin AK"."""
    one, other = ground.word(here), ground.word(here + 1)
    if not other.isalpha() or ground.unit(here) is not None or ground.unit(here + 1) is not None:
        return False
    pair = {len(one), len(other)} if one.isupper() != other.isupper() else set()
    return _INITIALS in pair and one[:1].isupper() and other[:1].isupper() and len(pair) > 1


def _apposed(ground: Ground, here: int, stop: int) -> tuple[int, int] | None:
    """Give the name of who held an office then: "Iran's president at the time, Salim Wanuri"."""
    first = here + (ground.word(here) == ",")
    end = run_end(ground, first, stop)
    known = word_count(ground, first, end) >= 2 or first == here
    return (first, end) if end > first and known else None


def _past_adjectives(ground: Ground, office: Office) -> int:
    """Pass over a few words between an expert and a name: "ilmuwan politik terkemuka Odembe"."""
    here = office.end
    assert office.unit is not None
    if ground.qualifies_before or office.unit.entry["sort"] != "expert":
        return here
    for _ in range(MOST_ADJECTIVES):
        word = ground.word(here)
        if not word[:1].islower() or ground.is_function_word(here) or ground.is_verb(here):
            break
        here += 1
    return here if word_count(ground, here, run_end(ground, here, here + 8)) > 1 else office.end


def _set_off(ground: Ground, here: int, stop: int) -> tuple[int, int] | None:
    """Find the name set off behind the institution: "Ketua Forum Nelayan Suva, Wanuri Odembe,"."""
    begun = here
    while here < min(stop, begun + MOST_INSTITUTION) and _is_of_institution(ground, here):
        here += 1
    if here == begun or ground.word(here) != ",":
        return None
    end = run_end(ground, here + 1, stop)
    if word_count(ground, here + 1, end) < 2 or ground.lower(begun) in spellings("given_names"):
        return None
    return (here + 1, end) if ground.word(end) == "," or ground.is_doing(end) else None


def _is_of_institution(ground: Ground, here: int) -> bool:
    return ground.word(here).isdigit() or (
        ground.is_capital(here) and not ground.is_date(here) and ground.unit(here) is None
    )


def _past_title(ground: Ground, here: int) -> int:
    title = ground.unit(here)
    if title is None or title.sort != "office" or not ground.is_capital(here):
        return here
    if title.entry["sort"] not in _TITLES:
        return here
    return title.end + (ground.word(title.end) == "." and ground.is_capital(title.end + 1))


def _from_given_name(ground: Ground, here: int, end: int) -> int:
    """Leave out the place between an office and a name: "Wakil Ketua DPRD Odembe Budi Wanuri"."""
    given = spellings("given_names")
    if ground.qualifies_before or end - here < 3 or ground.lower(here) in given:
        return here
    return next((t for t in range(here + 1, end - 1) if ground.lower(t) in given), here)


def _is_weak(ground: Ground, unit: Unit, name: tuple[int, int]) -> bool:
    """Tell whether an office alone does not prove its one word to be a name."""
    sort, rank = unit.entry["sort"], unit.entry["rank"]
    if word_count(ground, *name) > 1 or sort in ("title", "counterpart"):
        return False
    if ground.lower(name[0]) in spellings("given_names"):
        return False
    return rank < FIRM_RANK or sort in _LOCAL


def word_count(ground: Ground, first: int, end: int) -> int:
    """Count the words, not the marks, of a stretch of tokens."""
    return sum(ground.word(token)[0].isalpha() for token in range(first, end))


def _closes(ground: Ground, here: int, stop: int) -> bool:
    """Tell whether a name set off by a comma ends there: a mark, a verb, the sentence's end."""
    return here >= stop or not ground.is_capital(here)

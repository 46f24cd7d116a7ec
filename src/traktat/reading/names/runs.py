"""Runs of capitalised words that may be the name of a person."""

from __future__ import annotations

from traktat.facts.tables import spellings
from traktat.reading.names.ground import Ground

MOST_WORDS = 8  # tokens; longer runs are titles and headlines, not names

_FAMILY = frozenset(("private", "title", "head"))
"""Sorts of offices whose words are also parts of names (Indonesian "Putra", "Raja")."""


def run_end(ground: Ground, at: int, stop: int, *, shouted: bool = False) -> int:
    """Give where the run of name words that begins at a token ends; the token itself if none.

    With `shouted`, words all in capitals count too (an acronym after an office, a headline).
    """
    if at >= stop or not _may_begin(ground, at, stop, shouted):
        return at
    here = _past_word(ground, at)
    if here == at + 1 < stop and _is_common_surname(ground, at):
        here += 1
    while here < stop and here - at < MOST_WORDS:
        after = _next(ground, here, stop, shouted)
        if after == here:
            break
        here = after
    return here


def _may_begin(ground: Ground, at: int, stop: int, shouted: bool) -> bool:
    unit = ground.unit(at)
    if unit is not None:
        return _is_first_name(ground, at, stop)
    return is_name_word(ground, at, shouted=shouted)


def _is_first_name(ground: Ground, at: int, stop: int) -> bool:
    """Tell whether a state's name begins a person's: "Chad Odembe", but not "Chad's"."""
    end = ground.reach("homonym", at)
    unit = ground.unit(at)
    return bool(
        end
        and unit
        and unit.sort in ("state", "capital", "people")
        and end == unit.end < stop
        and not ground.has_possessive(unit)
        and is_name_word(ground, end)
        and not ground.reach("institution", end)
    )


def _past_word(ground: Ground, at: int) -> int:
    """Pass over a word and the full stop of an initial."""
    here = at + 1
    short = len(ground.word(at)) <= 2 and ground.word(here) == "." and ground.is_joined(here)
    goes_on = ground.is_capital(here + 1) and not ground.is_plain(here + 1)
    return here + 1 if short and goes_on else here


def _is_common_surname(ground: Ground, at: int) -> bool:
    """Tell whether a plain word after a given name is a surname: "Phil Levy"."""
    after = at + 1
    return (
        ground.lower(at) in spellings("given_names")
        and ground.is_capital(after)
        and ground.is_plain(after)
        and ground.unit(after) is None
        and not ground.is_function_word(after)
        and not ground.is_date(after)
        and not ground.is_doing(after)
        and not ground.reach("institution", after)
    )


def _next(ground: Ground, here: int, stop: int, shouted: bool) -> int:
    """Pass over what follows in the run: a word, a joined half, a particle, a suffix."""
    if ground.owns(here - 1):
        return here  # "Labour's | Wanuri Odembe"
    if ground.is_dash(here) and ground.is_joined(here) and ground.is_joined(here + 1):
        other = here + 1
        return other + 1 if _is_half(ground, other) and other < stop else here
    suffix = ground.reach("suffix", here)
    if suffix:
        return suffix + (ground.word(suffix) == "." and ground.is_joined(suffix))
    if ground.word(here) == "," and here + 1 < stop:
        after = ground.reach("suffix", here + 1)
        if after and not ground.word(here + 1).isupper():
            return after + (ground.word(after) == "." and ground.is_joined(after))
    after = ground.skip(here, "particle")
    if after > here and after < stop and not ground.is_capital(here):
        if ground.is_dash(after) and ground.is_joined(after):
            after += 1
        return _past_word(ground, after) if is_name_word(ground, after) else here
    if is_name_word(ground, here, shouted=shouted) or _ends_a_name(ground, here):
        return _past_word(ground, here)
    return here


def _is_half(ground: Ground, token: int) -> bool:
    """Tell whether a token may be the second half of a joined name ("Jong-un")."""
    return (
        ground.word(token)[:1].isalpha()
        and ground.unit(token) is None
        and ground.lower(token) not in ground.clitics
    )


def _ends_a_name(ground: Ground, token: int) -> bool:
    """Tell whether a unit is the end of a person's name: "Michael Jordan", "Dwi Putra"."""
    unit = ground.unit(token)
    if unit is None or not ground.is_capital(token) or unit.end != token + 1:
        return False
    if unit.sort == "office":
        family = unit.entry.get("sort") in _FAMILY and unit.entry.get("rank", 0) <= 1
        return family or _follows_given_name(ground, token)
    return bool(ground.reach("homonym", token)) and unit.sort in ("state", "capital", "people")


def _follows_given_name(ground: Ground, token: int) -> bool:
    """Tell whether an office is a surname here: "Angus King", but not "King Odembe"."""
    given = ground.lower(token - 1) in spellings("given_names")
    return given and not is_name_word(ground, token + 1) and ground.unit(token + 1) is None


def _goes_on(ground: Ground, after: int) -> bool:
    """Tell whether one letter is followed by a full stop or by more of a name."""
    return (ground.word(after) == "." and ground.is_joined(after)) or ground.is_capital(after)


def is_initial(ground: Ground, token: int) -> bool:
    """Tell whether a token is one letter of a name, even one that is a word too ("A.")."""
    return (
        len(ground.word(token)) == 1
        and ground.word(token + 1) == "."
        and ground.is_joined(token + 1)
        and ground.is_capital(token + 2)
        and ground.is_capital(token - 1)
    )


def is_name_word(ground: Ground, token: int, *, shouted: bool = False) -> bool:
    """Tell whether a token may be part of a person's name."""
    word = ground.word(token)
    if not word[:1].isalpha() or not word[0].isupper() or ground.units.over(token) is not None:
        return False
    if is_initial(ground, token):
        return True
    if ground.is_plain(token) or ground.is_institution(token) or ground.is_function_word(token):
        return False
    if len(word) == 1 and not _goes_on(ground, token + 1):
        return False
    acronym = len(word) > 1 and word.isupper() and "." not in word
    return shouted or not acronym

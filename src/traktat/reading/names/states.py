"""States and organisations in a text: as actors, as capitals, or only describing a noun."""

from __future__ import annotations

from traktat.reading.names.drafts import Draft
from traktat.reading.names.ground import Ground
from traktat.reading.names.units import Unit

DATELINE = 16  # tokens of a sentence's beginning in which a dateline ends


def state_at(ground: Ground, at: int, stop: int) -> Draft | None:
    """Read a state, a capital that stands for one, or an organisation."""
    unit = ground.unit(at)
    if unit is None or not unit.is_holder or unit.end > stop:
        return None
    if unit.sort == "capital" and _is_place(ground, unit):
        return None
    sort = "organisation" if unit.sort == "organisation" else "state"
    return Draft(
        first=at,
        end=unit.end,
        sort=sort,
        bare=(at, unit.end),
        holder=unit.key,
        unit=unit,
        attributive=_describes(ground, unit),
        metonym=unit.sort == "capital",
    )


def _is_place(ground: Ground, unit: Unit) -> bool:
    """Tell whether a capital is only where something happens."""
    if _sends(ground, unit.first):
        return False
    if ground.follows("place", unit.first, within=2):
        return True
    after = unit.end
    if ground.names_agreement(unit.first, after) and not ground.has_possessive(unit):
        return True
    if ground.word(after) == ",":
        follows = ground.unit(after + 1)
        if follows is not None and follows.sort == "state":
            return True
    return ground.is_capital(after) and ground.unit(after) is None and not ground.qualifies_before


def _sends(ground: Ground, first: int) -> bool:
    """Tell whether a capital is where officials come from: "negotiators from Suva"."""
    if not ground.follows("sending", first):
        return False
    sent = ground.units.over(first - 2)
    return sent is not None and (sent.sort == "office" or sent.entry.get("sort") == "side")


def _describes(ground: Ground, unit: Unit) -> bool:
    """Tell whether a state only describes the noun beside it."""
    if ground.has_possessive(unit) or ground.is_currency(unit.end):
        return True
    if ground.qualifies_before:
        paired = ground.is_dash(unit.first - 1) and ground.is_joined(unit.first)
        return _describes_next(ground, unit) or (paired and ground.is_noun(unit.end))
    return _describes_previous(ground, unit.first)


def _describes_next(ground: Ground, unit: Unit) -> bool:
    after = unit.end
    if ground.is_dash(after) and ground.is_joined(after):
        other = ground.unit(after + 1)
        if other is None or not other.is_holder:
            return True
        return ground.is_noun(other.end)
    if ground.joins(after):
        other = ground.unit(ground.skip(after + 1, "this"))
        return bool(
            unit.sort == "people"
            and other
            and other.sort == "people"
            and _describes_next(ground, other)
        )
    if not ground.is_noun(after):
        return False
    if unit.sort == "people":
        return True
    short = ground.word(unit.first).isupper() and unit.end == unit.first + 1
    return short and ground.word(after)[0].islower() and ground.word(after)[-2:] != "ed"


def _describes_previous(ground: Ground, first: int) -> bool:
    word = ground.word(first - 1)
    if first == 0 or not word[:1].isalpha():
        if ground.is_dash(first - 1) and ground.is_joined(first - 1):
            other = ground.units.over(first - 2)
            return other is not None and _describes_previous(ground, other.first)
        return False
    if ground.joins(first - 1):
        other = ground.units.over(first - 2)
        return other is not None and other.is_holder and _describes_previous(ground, other.first)
    if ground.sentence_starts(first) or ground.is_function_word(first - 1):
        return False
    if ground.is_link(first - 1) or ground.is_verb(first - 1):
        return False
    over = ground.units.over(first - 1)
    if over is not None and over.sort not in ("body", "office", "name"):
        return False
    if over is not None and over.entry.get("sort") in ("government", "side"):
        return False
    return not ground.is_doing(first - 1)


def dateline_end(ground: Ground, first: int, stop: int) -> int:
    """Give where the dateline that opens a sentence ends; `first` if there is none.

    A dateline is a place and perhaps an outlet, a day or an agency, up to a dash: all words
    have capitals, and no sentence could stand there.
    """
    for token in range(first, min(stop, first + DATELINE)):
        if ground.is_dash(token) and not (ground.is_joined(token) and ground.is_joined(token + 1)):
            return token + 1 if token > first else first
        word = ground.word(token)
        if word[:1].isalpha() and word[0].islower() and not _is_domain(ground, token):
            return first
    return first


def _is_domain(ground: Ground, token: int) -> bool:
    return ground.word(token - 1) == "." and ground.is_joined(token)

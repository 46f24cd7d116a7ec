"""What an office is for and whose it is: "of the Republic of Fiji", "Luar Negeri Korea Utara"."""

from __future__ import annotations

from dataclasses import dataclass, field

from traktat.reading.names.ground import Ground
from traktat.reading.names.runs import is_name_word, run_end
from traktat.reading.names.units import Unit

HIGH_RANK = 6  # offices from this rank are held by persons known by their initials
MOST_AFTER = 16  # tokens an office's field and body may take after it


@dataclass(slots=True)
class Office:
    """An office as it is being read: what it is, whose, and where its words end."""

    first: int
    end: int
    key: str = ""
    unit: Unit | None = None
    holder: str | None = None
    holders: list[str] = field(default_factory=list)
    body: Unit | None = None
    institution: bool = False
    both: bool = False
    plural: bool = False
    one: bool = False
    former: bool = False
    loose: bool = False  # a word that is in no list stands between state and office
    apposed: bool = False  # the office follows a name: more words may stand before it


def read_mission(ground: Ground, office: Office, stop: int) -> None:
    """Read what follows an office and belongs to it, in the order of the language."""
    if ground.qualifies_before:
        _complement_of(ground, office, stop)
    else:
        _complement(ground, office, stop)
    assert office.unit is not None
    if office.institution and office.unit.entry["sort"] == "head":
        office.key = "chairman"  # "president of the Coal Association" heads no state


def _complement_of(ground: Ground, office: Office, stop: int) -> None:
    """Read "of the Republic of Fiji", "for foreign trade", "to the United Nations"."""
    link = office.end
    here = ground.reach("of", link)
    if not here:
        return
    placed = ground.reach("based", link) and _holder_sits_there(office)
    owns = bool(ground.reach("owning", link) or placed)
    if not owns and not _is_sent(office):
        return
    here = ground.skip(here, "this")
    limit = min(stop, here + MOST_AFTER)
    begun, named = here, False
    while here < limit and not named:
        after = _one_after(ground, office, here, owns=owns)
        if after == here:
            break
        here = after
        named = _is_holder_named(ground, begun, here, stop)
    if here > begun:
        office.end = here
        bodiless = office.body is None and ground.units.over(here - 1) is None
        office.institution = bodiless and not named


def _is_holder_named(ground: Ground, begun: int, here: int, stop: int) -> bool:
    """Tell whether a name follows plain words: "Secretary of Agriculture Wanuri Odembe"."""
    if not ground.is_capital(here) or ground.unit(here) is not None:
        return False
    if not all(_is_known(ground, token) for token in range(begun, here)):
        return False
    end = run_end(ground, here, stop)
    institution = any(ground.reach("institution", token) for token in range(here, end + 1))
    return end - here > 1 and not institution and not ground.is_capital(end)


def _is_known(ground: Ground, token: int) -> bool:
    """Tell whether a word is no part of a person's name."""
    field = bool(ground.reach("field", token))
    return field or ground.is_plain(token) or ground.units.over(token) is not None


def _is_sent(office: Office) -> bool:
    """Tell whether an office is one that goes to somebody: "ambassador to Fiji"."""
    assert office.unit is not None
    return office.unit.entry["sort"] in ("envoy", "adviser", "organisation")


def _holder_sits_there(office: Office) -> bool:
    """Tell whether an office is of the place it is in: "officials in Suva", no "diplomat in"."""
    assert office.unit is not None
    return bool(office.unit.entry["sort"] != "envoy")


def _one_after(ground: Ground, office: Office, here: int, *, owns: bool) -> int:
    unit = ground.unit(here)
    if unit is not None:
        if unit.sort == "office":
            return here
        if unit.is_holder and owns and unit.sort != "people":
            office.holders.append(unit.key)
            office.holder = office.holder or unit.key
        if unit.sort == "body":
            office.body = office.body or unit
            office.holder = office.holder or unit.entry.get("state")
        if unit.sort == "name" and unit.key == "both_states":
            office.both = True
        return ground.after_possessive(unit.end) if unit.sort != "lookalike" else unit.end
    if ground.reach("field", here):
        return ground.reach("field", here)
    if ground.joins(here):
        return here + 1 if _continues(ground, here + 1) else here
    return here + 1 if _continues(ground, here) else here


def _continues(ground: Ground, here: int) -> bool:
    if ground.unit(here) is not None:
        return ground.unit(here).sort != "office"  # type: ignore[union-attr]  # tested above
    return bool(ground.reach("field", here)) or ground.is_capital(here)


def _complement(ground: Ground, office: Office, stop: int) -> None:
    """Read what follows an office in languages that qualify after the noun."""
    here, limit = office.end, min(stop, office.end + MOST_AFTER)
    while here < limit:
        after = _one_following(ground, office, here, limit)
        if after == here:
            break
        here = after
    office.end = here


def _one_following(ground: Ground, office: Office, here: int, limit: int) -> int:
    unit = ground.unit(here)
    if unit is not None:
        return _unit_following(ground, office, unit)
    if ground.word(here) == "(":
        return _past_bracket(ground, here, limit)
    if _is_ordinal(ground, here):
        return here + 3
    after = _past_field(ground, office, here)
    if after > here:
        return after
    place_end = run_end(ground, here, limit)
    if here < place_end < here + 4 and _ends_a_place(ground, office, place_end):
        return place_end
    if _is_title_word(ground, office, here):
        office.institution |= bool(ground.reach("institution", here))
        return here + 1
    return here


def _past_field(ground: Ground, office: Office, here: int) -> int:
    """Pass over a field of government, or a word or mark that leads on to one."""
    field_end = ground.reach("field", here)
    if field_end:
        return field_end
    of = ground.reach("of", here)
    if of and _leads_on(ground, office, of):
        return of
    if ground.is_dash(here) and ground.is_joined(here):
        return here + _is_title_word(ground, office, here + 1)
    if ground.word(here) in (",", "/") and (ground.is_capital(here + 1) or ground.joins(here + 1)):
        return here + _is_listed(ground, office, here + 1)
    return here


def _ends_a_place(ground: Ground, office: Office, here: int) -> bool:
    """Tell whether capitals before a token name the place of an office: "Gubernur Texas AS …"."""
    unit = ground.unit(here)
    state = unit is not None and unit.is_holder and _is_local(office)
    return state or _is_second_office(ground, here)


def _is_local(office: Office) -> bool:
    return office.unit is not None and office.unit.entry["sort"] == "local"


def _is_second_office(ground: Ground, here: int) -> bool:
    """Tell whether a further title follows: "Kapolres Odembe Kompol Wanuri"."""
    unit = ground.unit(here)
    return (
        unit is not None
        and unit.sort == "office"
        and ground.is_capital(here)
        and unit.entry["sort"] in ("local", "military", "title", "expert")
        and unit.entry["rank"] != 1
    )


def _is_ordinal(ground: Ground, here: int) -> bool:
    """Tell whether a number in order stands here: "ke-7", "Ke-45"."""
    return (
        ground.reach("ordinal", here) > 0
        and ground.is_dash(here + 1)
        and ground.word(here + 2)[:1].isdigit()
    )


def _unit_following(ground: Ground, office: Office, unit: Unit) -> int:
    if unit.sort == "place" or (unit.sort == "lookalike" and _is_local(office)):
        return unit.end
    if unit.is_holder:
        sent = bool(ground.reach("of", unit.first - 1))
        if office.holder is not None and not sent:
            return unit.first if unit.sort != "state" else unit.end
        if office.key == "ambassador" and sent and unit.sort == "organisation":
            office.key = "permanent-representative"
        office.holders.append(unit.key)
        office.holder = office.holder or unit.key
        return unit.end
    if unit.sort == "body":
        office.body = office.body or unit
        office.holder = office.holder or unit.entry.get("state")
        if unit.entry.get("sort") == "presidency" and office.key == "head":
            office.key = "president"
        return unit.end
    if unit.sort == "name" and unit.key == "both_states":
        office.both = True
        return unit.end
    if unit.sort == "office" and ground.is_capital(unit.first) and unit.entry["rank"] > 1:
        return unit.end
    return unit.first


def _past_bracket(ground: Ground, here: int, limit: int) -> int:
    """Pass over a short form in brackets: "(Menko)", "(Kemlu) RI"."""
    for end in range(here + 2, min(here + 7, limit)):
        if ground.word(end) == ")":
            return end + 1
    return here


def _leads_on(ground: Ground, office: Office, here: int) -> bool:
    unit = ground.unit(here)
    if unit is not None:
        return unit.is_holder or unit.sort == "body" or unit.key == "both_states"
    return bool(ground.reach("field", here)) or _is_title_word(ground, office, here)


def _is_title_word(ground: Ground, office: Office, here: int) -> bool:
    """Tell whether a capitalised word still belongs to the office, not to the name."""
    if not ground.is_capital(here) or ground.is_date(here):
        return False
    word = ground.word(here)
    if ground.is_plain(here) or ground.reach("institution", here) or ground.reach("field", here):
        return True
    if word.isupper() and len(word) > 1 and "." not in word:
        assert office.unit is not None
        named = is_name_word(ground, here + 1) or ground.unit(here + 1) is not None
        return named or office.unit.entry["rank"] < HIGH_RANK
    return False


def _is_listed(ground: Ground, office: Office, here: int) -> bool:
    """Tell whether a comma only parts the fields of one office ("Hukum, HAM, dan Imigrasi")."""
    for token in range(here, here + 6):
        if ground.joins(token):
            return True
        if ground.unit(token) is not None or not (
            ground.word(token) == "," or _is_title_word(ground, office, token)
        ):
            return False
    return False

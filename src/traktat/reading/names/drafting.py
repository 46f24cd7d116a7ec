"""One pass over the sentences of a report: phrases that name somebody, still unresolved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from traktat.facts.tables import spellings
from traktat.lang.places import first_from
from traktat.reading.names.bands import band_at, band_openings
from traktat.reading.names.drafts import Draft
from traktat.reading.names.ground import Ground, bare
from traktat.reading.names.missions import Office
from traktat.reading.names.offices import MOST_BEFORE, office_at
from traktat.reading.names.organs import organ_at
from traktat.reading.names.roles import FIRM_RANK, role_at, word_count
from traktat.reading.names.runs import run_end
from traktat.reading.names.states import dateline_end, state_at
from traktat.reading.names.units import Unit, is_heading
from traktat.reading.sentences import Sentence

OPENING = 8  # sentences of a report that may begin with a dateline

_GROUPS = frozenset(("group", "states", "armed", "armed_names"))
_PLURALS = frozenset(
    (
        *("both_persons", "both_states", "both_of_them", "many_states"),
        *("that_state", "own_state", "other_state", "that_bloc", "that_agency"),
    )
)
_UNOFFICIAL = frozenset(
    (
        *("private", "sport", "culture", "business", "expert", "society", "title", "family"),
        "counterpart",
    )
)
"""Sorts of offices whose holders do not act for a state."""

_PARTICLE = 3  # letters of "al" in a name, at most
_BEFORE_OFFICE = ("former", "acting", "deputy", "plural", "one", "field")


def drafts_of(ground: Ground) -> list[Draft]:
    """Read every sentence of a report into drafts, in text order."""
    out: list[Draft] = []
    places = _beginnings(ground)
    for sentence in ground.page.sentences:
        for draft in _read(ground, sentence, places):
            draft.sentence = sentence.index
            out.append(_sharing_office(ground, out[-1], draft) if out else draft)
    return out


def _sharing_office(ground: Ground, before: Draft, draft: Draft) -> Draft:
    """Give the second of two persons the office both have: "Presidents Putin and Lukashenko"."""
    beside = before.end == draft.first - 1 and ground.joins(before.end)
    if draft.sort != "run" or before.sort != "person" or not (before.plural and beside):
        return draft
    return replace(draft, sort="person", office=before.office, unit=before.unit, plural=True)


def _beginnings(ground: Ground) -> list[int]:
    """List the tokens at which somebody can begin to be named."""
    units = ground.units
    places = set(units.starting) | set(ground.pronouns)
    for unit in units.items:
        if unit.sort == "office":
            for token in range(max(0, unit.first - MOST_BEFORE), unit.first):
                if ground.begins(token, _BEFORE_OFFICE):
                    places.add(token)
    plain = ground.plain
    covering = units.covering
    places.update(
        [
            token
            for word, stands in ground.page.capitals.items()
            if bare(word) not in plain
            for token in stands
            if token not in covering
        ]
    )
    places.update(token for token in ground.borne if token not in covering)
    places.update(band_openings(ground))
    return sorted(places)


def _read(ground: Ground, sentence: Sentence, places: list[int]) -> Iterator[Draft]:
    here, stop = sentence.first, sentence.end
    if sentence.index < OPENING and _opens_paragraph(ground, sentence):
        here = dateline_end(ground, here, stop)
    heading = is_heading(ground.page.tokens.words[here:stop])
    for place in places[first_from(places, here) : first_from(places, stop)]:
        if place < here:
            continue
        draft = _draft_at(ground, place, stop, heading=heading)
        if draft is not None:
            yield draft
            here = max(draft.end, place + 1)
        else:
            unit = ground.unit(place)
            here = unit.end if unit is not None else place + 1


def _opens_paragraph(ground: Ground, sentence: Sentence) -> bool:
    before = ground.page.sentences[sentence.index - 1] if sentence.index else None
    return before is None or before.paragraph != sentence.paragraph


def _draft_at(ground: Ground, here: int, stop: int, *, heading: bool) -> Draft | None:
    unit = ground.unit(here)
    if unit is None and not ground.word(here)[0].isalpha():
        return None
    if not heading and (band := _band_at(ground, here, stop)) is not None:
        return band
    if unit is not None and unit.sort == "name":
        return _standing(ground, unit, stop)
    if unit is not None and unit.sort == "lookalike":
        return None
    if unit is not None or ground.begins(here, _BEFORE_OFFICE):
        draft = _person_at(ground, here, stop) or role_at(ground, here, stop)
        draft = draft or organ_at(ground, here, stop) or _state(ground, here, stop)
        if draft is not None:
            draft.heading = heading
            band = _of_band(ground, draft)
            return band or _with_apposition(ground, _without_state(draft), stop)
    if unit is not None and unit.sort == "agency":
        return Draft(first=here, end=unit.end, sort="agency", bare=(here, unit.end), unit=unit)
    if unit is not None:
        return None
    return _pronoun(ground, here) or _run(ground, here, stop, heading=heading)


def _band_at(ground: Ground, here: int, stop: int) -> Draft | None:
    """Read an armed group, also behind an office: "pemimpin Front Pembebasan Aruna"."""
    office = ground.unit(here)
    if office is None or office.sort != "office" or office.end >= stop:
        return band_at(ground, here, stop)
    band = band_at(ground, office.end, stop)
    if band is not None:
        band.first = office.first
    return band


def _of_band(ground: Ground, draft: Draft) -> Draft | None:
    """Read who holds an office of an armed group as the group: "a spokesman for the Taliban"."""
    if draft.sort != "role" or draft.holder is not None or draft.body is not None:
        return None
    for token in range(draft.first + 1, draft.end):
        unit = ground.unit(token)
        if unit is not None and unit.key == "armed_names":
            draft.sort, draft.via, draft.bare = "group", unit.key, (unit.first, unit.end)
            return draft
    return None


def _without_state(draft: Draft) -> Draft:
    """Leave the state to itself where nobody acts for it: "an American student"."""
    unit = draft.unit
    if draft.sort != "role" or unit is None or unit.end >= draft.end:
        return draft
    if unit.entry["sort"] in _UNOFFICIAL:
        draft.end = unit.end
        draft.holder = draft.body = None
    return draft


def _state(ground: Ground, here: int, stop: int) -> Draft | None:
    return state_at(ground, here, stop)


def _person_at(ground: Ground, here: int, stop: int) -> Draft | None:
    """Read a name that begins with the name of a state ("Chad Odembe")."""
    unit = ground.unit(here)
    if unit is None or not ground.reach("homonym", here) or unit.sort == "office":
        return None
    end = run_end(ground, here, stop)
    return Draft(first=here, end=end, sort="run", bare=(here, end)) if end > here else None


def _run(ground: Ground, here: int, stop: int, *, heading: bool) -> Draft | None:
    end = run_end(ground, here, stop, shouted=heading)
    if end == here:
        return None
    draft = Draft(first=here, end=end, sort="run", bare=(here, end))
    draft.heading = heading
    return draft if heading else _with_apposition(ground, draft, stop)


def _with_apposition(ground: Ground, draft: Draft, stop: int) -> Draft:
    """Add the office that follows a name: ", Russia's deputy foreign minister,"."""
    if draft.sort not in ("run", "person") or word_count(ground, draft.bare[0], draft.bare[1]) < 2:
        return draft
    office = _office_after(ground, draft, stop)
    if office is None:
        return draft
    if draft.office is not None and draft.unit is not None and draft.unit.entry["rank"] > 1:
        return draft
    assert office.unit is not None
    stateless = office.unit.entry["sort"] in _UNOFFICIAL
    return replace(
        draft,
        sort="person",
        end=office.end,
        office=office.key,
        unit=office.unit,
        holder=draft.holder if stateless else office.holder or draft.holder,
        body=office.body,
        former=office.former or ground.reach("at_the_time", office.end) > 0,
    )


def _office_after(ground: Ground, draft: Draft, stop: int) -> Office | None:
    here = draft.end
    linked = ground.reach("as", here)
    if not linked and ground.word(here) in (",", "("):
        linked = ground.reach("as", here + 1) or here + 1
    if not linked:
        return None
    office = office_at(ground, ground.skip(linked, "this"), stop, apposed=True)
    if office is None or office.plural or office.end >= stop + 1:
        return None
    assert office.unit is not None
    firm = office.unit.entry["rank"] >= FIRM_RANK and not office.institution
    given = ground.lower(office.end) in spellings("given_names")
    named = run_end(ground, office.end, stop) > office.end
    return None if named and (firm or given) else office


def _standing(ground: Ground, unit: Unit, stop: int) -> Draft | None:
    """Read what stands for somebody: a vague group, an armed group, "both countries"."""
    draft = Draft(
        first=unit.first, end=unit.end, sort="group", bare=(unit.first, unit.end), unit=unit
    )
    draft.via = unit.key
    if unit.key in _PLURALS or "+" in unit.key:
        draft.sort = "plural"
        return draft
    if unit.key == "armed":
        return _armed(ground, draft, stop)
    if unit.key == "states" and _is_named(ground, unit):
        return None  # "negara tetangga Norland"
    return draft if unit.key in _GROUPS else None


def _is_named(ground: Ground, unit: Unit) -> bool:
    """Tell whether the one state meant stands right behind, in languages that name it there."""
    behind = ground.unit(unit.end + (ground.word(unit.end) == ","))
    named = behind is not None and behind.sort == "state"
    return named and not ground.qualifies_before and not ground.is_joined(unit.first + 1)


def _armed(ground: Ground, draft: Draft, stop: int) -> Draft:
    """Take the group's own name or its state with the noun: "Tamil rebels", "milisi Odembe"."""
    if ground.qualifies_before:
        people = draft.first - 1
        if _is_strange_people(ground, people):
            draft.first, draft.bare = people, (people, draft.end)
        return draft
    end = draft.end
    while end < stop and ground.is_capital(end) and ground.unit(end) is None:
        end = _past_particle(ground, end + 1, stop)
    unit = ground.unit(draft.end)
    if end > draft.end:
        acronym = ground.word(draft.end).isupper() and len(ground.word(draft.end)) > 1
        end = draft.end + 1 if acronym else end  # "kelompok FLT Tom Kodji": its leader follows
        draft.bare = (draft.end, end)
        draft.end = end
    elif unit is not None and (unit.sort == "state" or unit.key == "armed_names"):
        draft.bare = (draft.end, unit.end) if unit.key == "armed_names" else draft.bare
        draft.end = unit.end
        if unit.sort == "state":
            draft.bare = (draft.first, unit.end)
    return draft


def _past_particle(ground: Ground, at: int, stop: int) -> int:
    """Step over what ties two words of a name: "Harakat-i-Meruva", "Jabhat al-Meruva"."""
    first = at + 1 if ground.is_dash(at) and ground.is_joined(at + 1) else at
    small = ground.word(first)
    tied = small.islower() and len(small) <= _PARTICLE and first + 2 < stop
    tied = tied and ground.is_dash(first + 1) and ground.is_capital(first + 2)
    joined = tied and ground.is_joined(first + 1) and ground.is_joined(first + 2)
    return first + 3 if joined else at


def _is_strange_people(ground: Ground, at: int) -> bool:
    """Tell whether a word with a capital that nothing explains names a people: "Tuareg rebels"."""
    word = ground.word(at) if at >= 0 else ""
    if not (word.istitle() or (word.isupper() and len(word) > 1)) or not ground.is_capital(at):
        return False
    known = ground.units.over(at) is not None or ground.is_function_word(at)
    return not known and not ground.sentence_starts(at) and not ground.is_date(at)


def _pronoun(ground: Ground, here: int) -> Draft | None:
    found = ground.pronouns.get(here)
    if found is None:
        return None
    key, end = found
    draft = Draft(first=here, end=end, sort=key, bare=(here, end))
    joined = ground.joins(end)  # "that himself and the king": half of a subject
    draft.attributive = bool(ground.reach("possessive", here)) and not joined
    draft.via = "reflexive" if ground.reach("reflexive", here) else ""
    return draft

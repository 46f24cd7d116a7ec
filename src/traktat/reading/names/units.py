"""Which pack words of a report stand for states, organs, offices and groups.

A unit is one such word or phrase; units never overlap. Names of persons are not units: they
are the capitalised words between them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from traktat.facts.tables import table
from traktat.lang import Mark
from traktat.lang.initials import other_initials
from traktat.reading.scan import Scan

HEADING = 4  # words with a capital that make a headline, when few others stand among them

_SORT_OF_FIELD = {"people": "people", "capitals": "capital", "compounds": "people"}
_RANK = ("lookalike", "organisation", "body", "office", "state", "agency", "place", "name")
"""Of two units on the same words the earlier sort counts; other sorts count as states."""

_RANKS = {sort: rank for rank, sort in enumerate(_RANK)}
_OF_STATE = _RANKS["state"]

_TITLE = 7  # tokens of "Minister of Trade and Economic Development"
_SMALL = 3  # letters of "of", "and", "dan"
_OTHER_OFFICE = {"sort": "official", "rank": 3}
"""What holds of an office only a pack knows."""

_STANDING = frozenset(
    (
        "group",
        "states",
        "armed",
        "armed_names",
        "both_persons",
        "both_states",
        "both_of_them",
        "many_states",
        "that_state",
        "own_state",
        "other_state",
        "that_bloc",
        "that_agency",
    )
)
"""Entries of names.toml that stand for somebody; the others only help to read names."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Words that stand for one thing: tokens [first, end), a sort, and the key of a table.

    Sorts: state, people, capital, organisation, body, office, agency, place, lookalike, and `name`
    for the entries of names.toml. `plural` marks an office said of several persons.
    """

    first: int
    end: int
    sort: str
    key: str
    plural: bool = False
    entry: Mapping[str, Any] = field(default_factory=dict, compare=False)

    @property
    def is_holder(self) -> bool:
        """Tell whether the unit names a state or organisation that can have offices."""
        return self.sort in ("state", "people", "capital", "organisation")


@dataclass(slots=True)
class Units:
    """The units of a report, by the token they begin at and by the tokens they cover.

    `small` gives, for an entry of the helping words of names.toml, where each of its words ends
    by the token it begins at.
    """

    items: list[Unit]
    starting: dict[int, Unit]
    covering: dict[int, Unit]
    small: dict[str, dict[int, int]]

    def over(self, token: int) -> Unit | None:
        """Give the unit a token belongs to."""
        return self.covering.get(token)


def units_of(page: Scan, plain: frozenset[str]) -> Units:
    """Cut the report's marks into units: leftmost first, then longest, then by rank."""
    candidates = sorted(
        _candidates(page, plain), key=lambda u: (u.first, -u.end, _RANKS.get(u.sort, _OF_STATE))
    )
    items: list[Unit] = []
    starting: dict[int, Unit] = {}
    covering: dict[int, Unit] = {}
    reach = 0
    for unit in candidates:
        if unit.first < reach:
            continue
        reach = unit.end
        items.append(unit)
        starting[unit.first] = unit
        for token in range(unit.first, unit.end):
            covering[token] = unit
    return Units(items, starting, covering, _small_words(page))


def _small_words(page: Scan) -> dict[str, dict[int, int]]:
    out: dict[str, dict[int, int]] = {}
    for mark in page.marks.of("names"):
        known = out.get(mark.key)
        if known is None:
            known = out[mark.key] = {}
        known[mark.first] = mark.end
    return out


def _candidates(page: Scan, plain: frozenset[str]) -> Iterator[Unit]:
    yield from _states(page)
    yield from _organisations(page)
    yield from _bodies(page)
    yield from _offices(page)
    yield from _agencies(page, plain)
    for mark in page.marks.of("names"):
        if mark.key in _STANDING or "+" in mark.key:
            if mark.key != "armed_names" or _is_capital(page, mark):
                yield Unit(mark.first, mark.end, "name", mark.key)
        elif mark.key == "city" and _is_capital(page, mark):
            yield Unit(mark.first, mark.end, "place", mark.key)
        elif mark.key == "lookalike":
            yield Unit(mark.first, mark.end, "lookalike", mark.key)


def _states(page: Scan) -> Iterator[Unit]:
    for mark in page.marks.of("states"):
        half = mark.field == "compounds"
        if half and not any(page.marks.within("states", mark.end, mark.end + 1)):
            continue  # "Indo-Pacific"
        if _is_capital(page, mark) and not _is_given_name(page, mark):
            end = mark.end - half  # without the hyphen of "Franco-German"
            yield Unit(mark.first, end, _SORT_OF_FIELD.get(mark.field, "state"), mark.key)


def _is_given_name(page: Scan, mark: Mark) -> bool:
    """Tell whether a people's name between an office and a surname is a given name: "German Gref".

    "Economy Minister German Gref" holds an office of a state, which stands before the office.
    """
    if _SORT_OF_FIELD.get(mark.field) != "people" or mark.end - mark.first > 1:
        return False
    if mark.end >= len(page.tokens) or not page.tokens.words[mark.end][0].isupper():
        return False
    if any(page.marks.within(file, mark.end, mark.end + 1) for file in ("offices", "bodies")):
        return False
    floor = max(0, mark.first - _TITLE)
    before = page.marks.within("offices", floor, mark.first)
    return any(_is_title(page, office, mark.first) for office in before)


def _is_title(page: Scan, office: Mark, end: int) -> bool:
    """Tell whether an office, with the field it is for, ends at a token: "Minister of Trade"."""
    field = page.tokens.words[office.end : end]
    small = all(word[0].isupper() or (word.isalpha() and len(word) <= _SMALL) for word in field)
    return office.end <= end and small and not (field and field[-1][0].islower())


def _organisations(page: Scan) -> Iterator[Unit]:
    for mark in page.marks.of("organisations"):
        sort = "capital" if mark.field == "capitals" else "organisation"
        if sort == "organisation" or _is_capital(page, mark):
            yield Unit(mark.first, mark.end, sort, mark.key)
    yield from _initials(page)


def _initials(page: Scan) -> Iterator[Unit]:
    """Give initials that mean an organization only where the report names it in full: "the EC"."""
    named = {mark.key for mark in page.marks.of("organisations")}
    facts = table("organisations")
    short = {letters: key for key in sorted(named) for letters in facts[key].get("initials", ())}
    for at, word in enumerate(page.tokens.words) if short else ():
        if word in short:
            yield Unit(at, at + 1, "organisation", short[word])


def _bodies(page: Scan) -> Iterator[Unit]:
    facts = table("bodies")
    for mark in page.marks.of("bodies"):
        entry = facts.get(mark.key) or page.pack.entry(mark.file, mark.key)
        if "sort" not in entry:
            continue
        if _is_capital(page, mark) or not ("state" in entry or entry["sort"] == "presidency"):
            yield Unit(mark.first, mark.end, "body", mark.key, entry=entry)


def _offices(page: Scan) -> Iterator[Unit]:
    facts = table("offices")
    for mark in page.marks.of("offices"):
        yield Unit(
            mark.first,
            mark.end,
            "office",
            mark.key,
            plural=mark.field == "plural",
            entry=facts.get(mark.key, _OTHER_OFFICE),
        )


def _agencies(page: Scan, plain: frozenset[str]) -> Iterator[Unit]:
    """Give agencies and outlets; a name that is also a plain word must not open a sentence."""
    opening = {sentence.first for sentence in page.sentences}
    others = other_initials(page.tokens, page.marks.of("agencies"))
    for file in ("agencies", "outlets"):
        for mark in page.marks.of(file):
            named = _is_capital(page, mark) and page.tokens.words[mark.first] not in others
            if not named or _cuts_body(page, mark):
                continue
            word = page.tokens.words[mark.first]
            if mark.end == mark.first + 1 and page.tokens.lower[mark.first] in plain:
                before = page.tokens.words[mark.first - 1] if mark.first else ""
                if not word.isupper() and (
                    mark.first in opening or not before[:1].isalpha() or _in_heading(page, mark)
                ):
                    continue
            yield Unit(mark.first, mark.end, "agency", mark.key, entry=table(file)[mark.key])


def _cuts_body(page: Scan, mark: Mark) -> bool:
    """Tell whether the end of a name begins that of a body: "The National Assembly"."""
    bodies = page.marks.within("bodies", mark.first + 1, mark.end)
    return any(body.end > mark.end for body in bodies)


def _in_heading(page: Scan, mark: Mark) -> bool:
    sentence = page.sentence_at(page.tokens.starts[mark.first])
    return sentence is not None and is_heading(page.tokens.words[sentence.first : sentence.end])


def is_heading(words: list[str]) -> bool:
    """Tell whether a line is a headline: nearly all words with a capital, no full stop."""
    if "." in words[-2:]:
        return False
    allowed = len(words) // 4
    capitals = 0
    for word in words:
        if word[0].islower():
            allowed -= 1
            if allowed < 0:
                return False
        elif word[0].isalpha():
            capitals += 1
    return capitals >= HEADING


def _is_capital(page: Scan, mark: Mark) -> bool:
    """Tell whether the words are written as a name; scripts without case always are."""
    return not page.tokens.words[mark.first][0].islower()

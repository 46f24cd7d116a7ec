"""Who is who in a report: full names, surnames, variants of spelling, offices united."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from traktat.facts.tables import table
from traktat.reading.names.ground import folded

MOST_NAMESAKES = 50  # persons of one name or office kept apart; no report has so many
HIGH_RANK = 6  # offices from this rank are known without an introduction
LEAST_OF_BLEND = 2  # letters of each name in a word that blends them
LONG_NAME = 5  # letters from which two spellings may differ ("Andrei", "Andrey")

_TWINS = (
    frozenset(("foreign-minister", "secretary-of-state")),
    frozenset(("president", "leader", "king", "emir", "sultan", "queen", "emperor")),
    frozenset(("prime-minister", "chancellor", "leader")),
    frozenset(("economy-minister", "coordinating-minister")),
    frozenset(("ambassador", "permanent-representative", "envoy", "negotiator")),
)
"""Offices a report uses of the same person."""


@dataclass(slots=True, eq=False)
class Person:
    """A person of this report: the first full form of the name, and what is known of the office."""

    name: str
    parts: tuple[str, ...]
    first: int
    office: str | None = None
    state: str | None = None
    offices: set[tuple[str, str | None]] = field(default_factory=set)
    aliases: set[tuple[str, ...]] = field(default_factory=set)
    shares: str | None = None  # the key of the person named with this one for "both countries"
    governs: bool = False  # a government goes by the name: "the Odembe administration"

    @property
    def key(self) -> str:
        """Give the key of the person within the report."""
        return "person:" + "-".join(self.parts)

    @property
    def rank(self) -> int:
        """Give the rank of the office, 0 if unknown."""
        return int(table("offices")[self.office]["rank"]) if self.office else 0

    def has_office(self, office: str, state: str | None) -> bool:
        """Tell whether the person holds an office of this sort, for this state if one is named."""
        return any(
            are_one_office(own, office)
            and (state is None or whose == state or (whose is None and own == office))
            for own, whose in self.offices
        )


def are_one_office(a: str, b: str) -> bool:
    """Tell whether two offices may be said of one person."""
    if a == b or any(a in twins and b in twins for twins in _TWINS):
        return True
    one, other = table("offices")[a], table("offices")[b]
    plain = {"minister", "deputy-minister"}
    return bool(one["sort"] == other["sort"] and (a in plain or b in plain))


@dataclass(slots=True)
class Register:
    """The persons of a report, by name; `near` keeps who was near a name, while nobody is added."""

    persons: list[Person] = field(default_factory=list)
    by_part: dict[str, list[Person]] = field(default_factory=dict)
    by_shape: dict[str, list[str]] = field(default_factory=dict)
    by_office: dict[tuple[str, str | None], list[Person]] = field(default_factory=dict)
    near: dict[tuple[str, ...], list[Person]] = field(default_factory=dict)
    by_front: dict[str, list[Person]] = field(default_factory=dict)

    def add(
        self,
        name: str,
        first: int,
        office: str | None = None,
        state: str | None = None,
        *,
        former: bool = False,
    ) -> Person:
        """Enter a person, or what is new about one who is known."""
        name = " ".join(name.split())  # a line may break within it
        parts = parts_of(name)
        person = self.find(parts) or self._short_of(parts, office, state) or self._blended(parts)
        if person is None:
            person = self._new(name, parts, first)
        elif len(parts) > 1 and len(person.parts) == 1:
            self.call(person, person.parts)
            person.name, person.parts = name, parts
            self._index(person, parts)
        elif parts != person.parts:
            self.call(person, parts)
        self._note_office(person, office, state, former=former)
        return person

    def call(self, person: Person, parts: tuple[str, ...]) -> None:
        """Enter another name of a person."""
        person.aliases.add(parts)
        self._index(person, parts)

    def _short_of(
        self, parts: tuple[str, ...], office: str | None, state: str | None
    ) -> Person | None:
        """Give the known person of whom this is the short form, or the full form at last."""
        for person in self._near(parts):
            if None not in (state, person.state) and state != person.state:
                continue
            if _is_kin(office) != _is_kin(person.office):
                continue
            short, full = sorted((parts, person.parts), key=len)
            if len(short) == 1 < len(full) and is_short_for(short, full):
                return person
        return None

    def _blended(self, parts: tuple[str, ...]) -> Person | None:
        """Give the known person whom a word blends together ("Jokowi"), or is blended from."""
        for person in self.by_front.get(parts[0][:LEAST_OF_BLEND], ()) if parts else ():
            short, full = sorted((parts, person.parts), key=len)
            if len(short) == 1 < len(full) and is_blend(short[0], full):
                return person
        return None

    def _new(self, name: str, parts: tuple[str, ...], first: int) -> Person:
        person = Person(name, parts, first)
        self.persons.append(person)
        alike = self.by_front.setdefault(parts[0][:LEAST_OF_BLEND], []) if parts else []
        if len(alike) < MOST_NAMESAKES:
            alike.append(person)
        self._index(person, parts)
        return person

    def _index(self, person: Person, parts: Iterable[str]) -> None:
        self.near.clear()
        for part in parts:
            if part not in self.by_part:
                for shape in _shapes(part):
                    alike = self.by_shape.setdefault(shape, [])
                    if len(alike) < MOST_NAMESAKES:
                        alike.append(part)
            known = self.by_part.setdefault(part, [])
            if person not in known and len(known) < MOST_NAMESAKES:
                known.append(person)

    def _note_office(
        self, person: Person, office: str | None, state: str | None, *, former: bool
    ) -> None:
        if office is not None and table("offices")[office]["rank"]:
            if not former:
                person.offices.add((office, state))
            if person.office is None:
                person.office = office
        if person.state is None:
            person.state = state

    def find(self, parts: Sequence[str]) -> Person | None:
        """Give the person whose full name these parts are, in any of its spellings."""
        called = tuple(parts)
        for person in self._near(called):
            if is_same_name(called, person.parts):
                return person
        return None

    def all_called(self, parts: Sequence[str]) -> list[Person]:
        """List the persons a short or full form can mean."""
        called = tuple(parts)
        near = self._near(called)
        exact = [p for p in near if called == p.parts or called in p.aliases]
        short = exact or [p for p in near if is_short_for(called, p.parts)]
        blended = None if short else self._blended(called)
        return short if blended is None else [blended]

    def _near(self, parts: tuple[str, ...]) -> list[Person]:
        """List the persons who share a part, or one spelled nearly like the last."""
        found = self.near.get(parts)
        if found is None:
            found = self.near[parts] = []
            for part in (*parts, *self._spelled_like(parts[-1])):
                for person in self.by_part.get(part, ()):
                    if person not in found:
                        found.append(person)
        return found

    def _spelled_like(self, part: str) -> list[str]:
        """List the known words one letter apart: they share the part without some letter."""
        by_shape = self.by_shape
        alike = [other for shape in _shapes(part) if shape in by_shape for other in by_shape[shape]]
        return [other for other in dict.fromkeys(alike) if are_spellings(part, other)]

    def _all_in_office(self, office: str, state: str | None) -> list[Person]:
        """List the holders of an office, once all persons are entered."""
        if (office, state) not in self.by_office:
            fits = (p for p in self.persons if p.has_office(office, state))
            self.by_office[office, state] = list(islice(fits, MOST_NAMESAKES))
        return self.by_office[office, state]

    def holders_of(
        self, office: str, state: str | None, before: int, home: str | None = None
    ) -> list[Person]:
        """List the persons who hold an office and were introduced before a token.

        High offices may also be introduced later, as headlines do. Without a state, the
        holder at home comes before others.
        """
        fits = self._all_in_office(office, state)
        known = [p for p in fits if p.first <= before]
        if not known and table("offices")[office]["rank"] >= HIGH_RANK:
            known = fits
        exact = [p for p in known if any(own == office for own, _ in p.offices)] or known
        if state is not None:
            return [p for p in exact if p.state == state] or exact
        if home is not None:
            exact = [p for p in exact if p.state in (None, home)] or exact
        return exact

    def former_holders_of(self, office: str, state: str | None, before: int) -> list[Person]:
        """List the persons introduced before a token as having held an office, and left it."""
        fits = (
            person
            for person in self.persons
            if person.office == office
            and person.first <= before
            and (None in (state, person.state) or person.state == state)
            and not person.has_office(office, state)
        )
        return list(islice(fits, MOST_NAMESAKES))


@lru_cache(maxsize=1024)  # the names of a few reports: each is asked for at every mention
def _shapes(part: str) -> tuple[str, ...]:
    """List a word, and the word without each of its letters; a short one has no variants."""
    if len(part) < LONG_NAME - 1:
        return ()
    return (part, *[part[:at] + part[at + 1 :] for at in range(len(part))])


def _is_kin(office: str | None) -> bool:
    return office is not None and table("offices")[office]["sort"] in ("private", "family")


def parts_of(name: str) -> tuple[str, ...]:
    """Give the folded words of a name; a hyphen parts, an initial's full stop goes."""
    words = name.replace("-", " ").replace(".", " ").replace(",", " ").split()
    return tuple(part for part in map(folded, words) if part)


def is_same_name(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Tell whether two full names are one: spelling, hyphens and middle names aside.

    >>> is_same_name(("kim", "jong", "un"), ("kim", "jongun"))
    True
    >>> is_same_name(("sergei", "viktorovich", "lavrov"), ("sergey", "lavrov"))
    True
    >>> is_same_name(("kim", "jong", "un"), ("kim", "yo", "jong"))
    False
    """
    if a == b or "".join(a) == "".join(b):
        return True
    if len(a) < 2 or len(b) < 2:
        return False
    short, long = sorted((a, b), key=len)
    if len(short) == len(long):
        return all(map(are_spellings, short, long)) and sum(map(_equal, short, long)) >= 1
    return are_spellings(short[0], long[0]) and _follow(short, long) and len(short) >= 2


def is_blend(word: str, full: tuple[str, ...]) -> bool:
    """Tell whether a word blends the beginnings of a name's first parts together.

    >>> is_blend("jokowi", ("joko", "widodo"))
    True
    >>> is_blend("joko", ("joko", "widodo"))
    False
    """
    if len(word) < LONG_NAME or word in full:
        return False
    ends = {0}  # where the parts taken so far may end within the word
    for taken, part in enumerate(full):
        if taken > 1 and len(word) in ends:
            return True
        ends = {
            end + size
            for end in ends
            for size in range(LEAST_OF_BLEND, len(part) + 1)
            if word.startswith(part[:size], end) and end + size <= len(word)
        }
    return len(full) > 1 and len(word) in ends


def _equal(a: str, b: str) -> bool:
    return a == b


def _follow(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell whether the parts of one name stand in the other in the same order."""
    rest = iter(long)
    return all(any(are_spellings(part, other) for other in rest) for part in short)


def is_short_for(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether a form can stand for a full name: a part or some parts in order."""
    if is_same_name(short, full):
        return True
    if len(short) == 1:
        return any(are_spellings(short[0], part) for part in full if len(part) > 1)
    return len(short) < len(full) and _follow(short, full)


def are_spellings(a: str, b: str) -> bool:
    """Tell whether two words are one name in two spellings: one letter apart, if long enough."""
    if a == b:
        return True
    if a[0] != b[0] or min(len(a), len(b)) < LONG_NAME or abs(len(a) - len(b)) > 1:
        return False
    return _one_apart(a, b)


def _one_apart(a: str, b: str) -> bool:
    at = next(
        (i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b))
    )
    return a[at + 1 :] == b[at + 1 :] or a[at:] == b[at + 1 :] or a[at + 1 :] == b[at:]

"""Persons over many reports: spellings of one name united, offices and states remembered."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from traktat.fusion.evidence import Evidence
from traktat.fusion.rulings import Rulings
from traktat.model.findings import NameFinding
from traktat.model.judgements import Verdict, moment
from traktat.model.kinds import NameKind

LONG_WORD = 5  # letters from which one wrong letter is a spelling ("Andrei", "Andrey")
VERY_LONG_WORD = 8  # letters from which two are


@lru_cache(maxsize=65536)
def words_of(name: str) -> tuple[str, ...]:
    """Split a name into comparable words: no case, accents, hyphens or full stops.

    >>> words_of("Choe Son-hui"), words_of("José Ramos-Horta")
    (('choe', 'son', 'hui'), ('jose', 'ramos', 'horta'))
    """
    return split_words(name)


def split_words(text: str) -> tuple[str, ...]:
    """Split any text as `words_of` splits a name; for texts too long to be remembered."""
    if not text.isascii():
        plain = unicodedata.normalize("NFKD", text)
        text = "".join(char for char in plain if unicodedata.combining(char) == 0)
    return tuple(_WORD.findall(text.translate(_APOSTROPHES).casefold()))


_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = str.maketrans("", "", "'’ʼ`")


@lru_cache(maxsize=65536)
def spelled_alike(one: str, other: str) -> bool:
    """Tell whether two words are one word in two transliterations.

    >>> spelled_alike("andrey", "andrei"), spelled_alike("un", "gyu")
    (True, False)
    """
    if one == other:
        return True
    shorter = min(len(one), len(other))
    if shorter < LONG_WORD or one[0] != other[0]:
        return False
    return edits(one, other) <= (2 if shorter >= VERY_LONG_WORD else 1)


def edits(one: str, other: str) -> int:
    """Count the letters to insert, drop or exchange to turn one word into the other."""
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        above, row[0] = row[0], i
        for j, right in enumerate(other, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (left != right))
    return row[-1]


def same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether all words of the shorter name stand in the longer, at least two of them."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < 2:
        return shorter == longer
    return all(any(spelled_alike(word, far) for far in longer) for word in shorter)


@dataclass(frozen=True, slots=True)
class People:
    """Who is who in a record: name to canonical name, canonical name to state and office."""

    canonical: dict[str, str] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    offices: dict[str, str] = field(default_factory=dict)

    def name(self, written: str) -> str:
        """Give the one form of a name that the record uses."""
        return self.canonical.get(written, written)

    def names(self, written: Iterable[str]) -> tuple[str, ...]:
        """Give names in the record's form, each once, in the order given."""
        return tuple(dict.fromkeys(self.name(one) for one in written))

    def state(self, written: str) -> str | None:
        """Give the state a person or organ acts for, if any report says so."""
        return self.states.get(self.name(written))

    def states_of(self, written: Iterable[str]) -> tuple[str, ...]:
        """Give the states that named actors act for, sorted."""
        return tuple(sorted({state for one in written if (state := self.state(one))}))


def people_of(evidence: Iterable[Evidence], rulings: Rulings) -> People:
    """Unite the persons and organs that a record's reports name."""
    seen = _seen_in(evidence)
    canonical = _canonical(seen, rulings)
    return People(
        canonical,
        _commonest(seen.states, canonical),
        _commonest(seen.offices, canonical),
    )


def names_in(evidence: Iterable[Evidence]) -> frozenset[str]:
    """Give every name of a person or organ as the reports have it."""
    return frozenset(_seen_in(evidence).counts)


def _seen_in(evidence: Iterable[Evidence]) -> _Seen:
    seen = _Seen()
    for one in evidence:
        for found in one.names:
            if found.sort in (NameKind.PERSON, NameKind.ORGAN):
                seen.name(found)
        for voice in one.statements:
            seen.speaker(voice.finding.speaker, voice.finding.state, voice.finding.office)
        for act in one.acts:
            seen.counts.update(act.finding.by)
    return seen


class _Seen:
    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.states: Counter[tuple[str, str]] = Counter()
        self.offices: Counter[tuple[str, str]] = Counter()

    def name(self, found: NameFinding) -> None:
        self.speaker(found.name, found.state, found.office)

    def speaker(self, name: str, state: str | None, office: str | None) -> None:
        self.counts[name] += 1
        if state:
            self.states[name, state] += 1
        if office:
            self.offices[name, office] += 1


def _commonest(counts: Counter[tuple[str, str]], canonical: dict[str, str]) -> dict[str, str]:
    totals: Counter[tuple[str, str]] = Counter()
    for (name, value), count in counts.items():
        totals[canonical.get(name, name), value] += count
    ranked = sorted(totals.items(), key=lambda item: (item[0][0], -item[1], item[0][1]))
    out: dict[str, str] = {}
    for (name, value), _ in ranked:
        out.setdefault(name, value)
    return out


def _canonical(seen: _Seen, rulings: Rulings) -> dict[str, str]:
    groups = _groups(seen, rulings)
    out: dict[str, str] = {}
    for members in groups:
        best = min(members, key=lambda name: (-len(words_of(name)), -seen.counts[name], name))
        most = min(members, key=lambda name: (-seen.counts[name], -len(name), name))
        chosen = most if len(words_of(most)) >= 2 else best
        out.update({name: chosen for name in members if name != chosen})
    return out


def _groups(seen: _Seen, rulings: Rulings) -> list[list[str]]:
    names = sorted(seen.counts, key=lambda name: (-len(words_of(name)), name))
    state = _commonest(seen.states, {})
    apart = {
        frozenset(pair)
        for pair, decisions in rulings.persons.items()
        if decisions[-1].verdict is Verdict.SPLIT
    }
    groups: list[list[str]] = []
    index: dict[str, list[int]] = {}
    for name in names:
        home = _home(name, groups, index, state, apart)
        if home is None:
            home = len(groups)
            groups.append([])
        groups[home].append(name)
        for word in words_of(name):
            index.setdefault(word[:4], []).append(home)
    return _merged_by_people(groups, rulings, apart)


def _home(
    name: str,
    groups: list[list[str]],
    index: dict[str, list[int]],
    state: dict[str, str],
    apart: set[frozenset[str]],
) -> int | None:
    words = words_of(name)
    near = sorted({home for word in words for home in index.get(word[:4], ())})
    fits = [
        home
        for home in near
        if _united(name, groups[home][0], state)
        and not any(frozenset((name, other)) in apart for other in groups[home])
    ]
    return fits[0] if len(fits) == 1 or (fits and len(words) > 1) else None


def _united(name: str, other: str, state: dict[str, str]) -> bool:
    if state.get(name, state.get(other)) != state.get(other, state.get(name)):
        return False
    one, far = words_of(name), words_of(other)
    if len(one) == 1 and len(far) > 1:
        return any(spelled_alike(one[0], word) for word in (far[0], far[-1]))
    return same_name(one, far)


def _merged_by_people(
    groups: list[list[str]], rulings: Rulings, apart: set[frozenset[str]]
) -> list[list[str]]:
    """Unite the names people united, unless that brings two together that they set apart."""
    home = {name: number for number, group in enumerate(groups) for name in group}
    for pair, decisions in sorted(rulings.persons.items(), key=lambda one: moment(one[1][-1])):
        left, right = (home.get(name) for name in pair)
        if left is None or right is None or left == right:
            continue
        if decisions[-1].verdict is Verdict.SPLIT or any(
            frozenset((one, other)) in apart for one in groups[left] for other in groups[right]
        ):
            continue
        groups[left] += groups[right]
        home.update(dict.fromkeys(groups[right], left))
        groups[right] = []
    return [group for group in groups if group]

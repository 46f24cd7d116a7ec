"""Talks of several states: whether a report speaks of them, and who takes part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from traktat.reading.agreements.groups import Groups
from traktat.reading.mentions import Names
from traktat.reading.scan import Scan
from traktat.reading.wordplaces import WordPlaces

_TALKERS = frozenset({"negotiator", "envoy"})  # offices whose holders sit at the table
_AGREED_REACH = 3  # tokens between a name and "agreed"
_TALKS_REACH = 7  # tokens of "agreed in the latest round of" before "six-party talks"
_MANY = 4  # names that make a list of participants, where talks of several are spoken of


@dataclass(frozen=True, slots=True)
class Talks:
    """Talks of several states: `all_named` if the participants are listed.

    `summit` says that the report tells of a gathering whose declarations bind all who take part.
    """

    summit: bool = False
    rounds: bool = False
    sides: tuple[str, ...] = ()
    all_named: bool = False


def read_talks(page: Scan, names: Names, groups: Groups, roles: WordPlaces) -> Talks:
    """Tell whether a report speaks of talks of several states, and who takes part."""
    keys = {mark.entry.key for mark in page.marks.of("agreements")}
    summit = "summit" in keys
    if "rounds" not in keys:
        return Talks(summit)
    for sentence in page.sentences:
        for group in groups.of(sentence):
            if len(group.codes) >= _MANY and group.link in ("", "between", "agent", "including"):
                return Talks(summit, True, group.codes, all_named=group.link != "including")
    sides = dict.fromkeys(
        code
        for item in names.items
        if item.office in _TALKERS
        for code in groups.codes(item)
        if len(code) == 3
    )
    sides.update(dict.fromkeys(_agreed(page, groups, roles)))
    return Talks(summit, True, tuple(sides))


def _agreed(page: Scan, groups: Groups, roles: WordPlaces) -> Iterator[str]:
    """Give who is said to have agreed at the talks: "At six-party talks, Norland agreed to"."""
    for sentence in page.sentences:
        if not roles.has(sentence.first, sentence.end, "rounds"):
            continue
        for group in groups.of(sentence):
            if not roles.has(sentence.first, group.end + _TALKS_REACH, "rounds"):
                continue  # "Norland and Aruna agreed to save the deal with world powers"
            if group.acts and roles.has(group.end, group.end + _AGREED_REACH, "agreeing"):
                yield from (code for code in group.codes if len(code) == 3)

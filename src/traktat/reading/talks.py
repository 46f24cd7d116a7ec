"""Talks of several states: whether a report speaks of them, and who takes part."""

from __future__ import annotations

from dataclasses import dataclass

from traktat.reading.groups import Groups
from traktat.reading.mentions import Names
from traktat.reading.scan import Scan

_TALKERS = frozenset({"negotiator", "envoy"})  # offices whose holders sit at the table
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


def read_talks(page: Scan, names: Names, groups: Groups) -> Talks:
    """Tell whether a report speaks of talks of several states, and who takes part."""
    keys = {mark.entry.key for mark in page.marks.of("agreements")}
    summit = "summit" in keys
    if "rounds" not in keys:
        return Talks(summit)
    for sentence in page.sentences:
        for group in groups.of(sentence):
            if len(group.codes) >= _MANY and group.link in ("", "between", "agent", "including"):
                return Talks(summit, True, group.codes, all_named=True)
    sides = dict.fromkeys(
        code
        for item in names.items
        if item.office in _TALKERS
        for code in groups.codes(item)
        if len(code) == 3
    )
    return Talks(summit, True, tuple(sides))

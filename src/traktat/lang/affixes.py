"""Word formation as data: a stem and a pack's affix rules give the forms of a verb.

A stem may carry its suffix behind a hyphen ("tandatangan-i"): rules change the stem, then
keep or replace that suffix. Several words inflect in the first one ("take effect"), or in the
one that "~" marks ("formally ~inform").
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Rule:
    """One change: applies to stems with these edges, drops letters there, and adds others.

    `suffix` replaces the stem's own suffix; None keeps it.
    """

    starts: tuple[str, ...]
    ends: tuple[str, ...]
    drop_start: int
    drop_end: int
    prepend: str
    append: str
    suffix: str | None
    double: bool

    def fits(self, stem: str) -> bool:
        """Tell whether the rule speaks of this stem."""
        return (not self.starts or stem.startswith(self.starts)) and (
            not self.ends or stem.endswith(self.ends)
        )

    def apply(self, stem: str, suffix: str) -> str:
        """Give the form of a stem."""
        body = stem[self.drop_start : len(stem) - self.drop_end]
        if self.double:
            body += body[-1]
        kept = suffix if self.suffix is None else self.suffix
        return self.prepend + body + self.append + kept


@dataclass(frozen=True, slots=True)
class Paradigm:
    """The forms of a word class: for each form its rules, of which the first that fits counts."""

    forms: Mapping[str, tuple[Rule, ...]]
    irregular: Mapping[str, Mapping[str, tuple[str, ...]]]

    def expand(self, stem: str) -> list[tuple[str, str]]:
        """List the (spelling, form) pairs of a stem, in the order of the rules."""
        lead, _, stem = stem.rpartition("~")
        first, space, rest = stem.partition(" ")
        body, _, suffix = first.partition("-")
        known = self.irregular.get(first, {})
        out = []
        for form, rules in self.forms.items():
            if form in known:
                spellings: Iterable[str] = known[form]
            else:
                rule = next((rule for rule in rules if rule.fits(body)), None)
                spellings = () if rule is None else (rule.apply(body, suffix),)
            out += [(lead + spelling + space + rest, form) for spelling in spellings]
        return out


def paradigm(table: Mapping[str, Any]) -> Paradigm:
    """Read a paradigm from `affixes.toml`."""
    forms = {
        form: tuple(_rule(item) for item in rules) for form, rules in table.get("forms", {}).items()
    }
    irregular = {
        stem: {form: tuple(words) for form, words in changes.items()}
        for stem, changes in table.get("irregular", {}).items()
    }
    return Paradigm(forms, irregular)


def _rule(item: Mapping[str, Any]) -> Rule:
    return Rule(
        tuple(item.get("starts", ())),
        tuple(item.get("ends", ())),
        item.get("drop_start", 0),
        item.get("drop_end", 0),
        item.get("prepend", ""),
        item.get("append", ""),
        item.get("suffix"),
        item.get("double", False),
    )

"""Names of an agreement: all that reports call it, those most used first."""

from __future__ import annotations

from collections.abc import Iterable

from traktat.fusion.dossiers import Dossier
from traktat.fusion.persons import words_of
from traktat.model.records import Name


def names_of(dossier: Dossier) -> tuple[Name, ...]:
    """Give the names by how many reports use them; spellings of one name are one."""
    written: dict[tuple[str, tuple[str, ...]], dict[str, set[str]]] = {}
    for voice in dossier.mentions():
        for name in voice.finding.names:
            key = voice.report.language, words_of(name)
            spellings = written.setdefault(key, {})
            spellings.setdefault(" ".join(name.split()), set()).add(voice.report.id)
    names = [
        Name(text=_best(given), language=language, reports=len(set().union(*given.values())))
        for (language, _), given in written.items()
    ]
    return tuple(sorted(names, key=_most_used_first))


def _best(spellings: dict[str, set[str]]) -> str:
    """Give the spelling with most capitals among those most used: titles are capitalized."""
    return min(spellings, key=lambda text: (-_capitals(text), -len(spellings[text]), text))


def _capitals(text: str) -> int:
    return sum(word[:1].isupper() for word in text.split())


def _most_used_first(name: Name) -> tuple[int, int, str, str]:
    return -name.reports, -len(name.text), name.text, name.language


def form_of(forms: Iterable[str | None]) -> str | None:
    """Give the form most reports give, a clear one rather than a word for any instrument."""
    counts: dict[str, int] = {}
    for form in forms:
        if form:
            counts[form] = counts.get(form, 0) + 1
    return min(counts, key=lambda form: (form in VAGUE, -counts[form], form), default=None)


VAGUE = frozenset({"agreement", "document", "deal", "pact", "framework", "consensus"})
"""Forms that a report gives to any instrument."""

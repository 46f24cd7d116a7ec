"""Which renditions are renditions of one clause, over reports and languages."""

from __future__ import annotations

from collections.abc import Iterable

from traktat.fusion.dossiers import Dossier
from traktat.fusion.evidence import Voice
from traktat.fusion.persons import split_words
from traktat.fusion.sketches import shingles_of
from traktat.model.findings import ProvisionFinding
from traktat.model.kinds import Force, ProvisionKind

Rule = Voice[ProvisionFinding]

BROAD = frozenset({ProvisionKind.TRADE, ProvisionKind.ARMS_LIMITATION, ProvisionKind.ENVIRONMENT})
"""Kinds with one clause for each side, unless what they say is plainly something else."""

MOTLEY = frozenset(
    {ProvisionKind.ACCESS, ProvisionKind.FINANCE, ProvisionKind.RIGHTS, ProvisionKind.OTHER}
)
"""Kinds under which anything may stand: two renditions are one clause only if they say so."""

SAME_WORDING = 0.3  # share of common words from which two wordings in one language are one clause
STEM = 6  # letters that two forms of one word have in common, near enough in most languages
SHORT_WORD = 3  # letters up to which a word of a wording tells nothing

AGAINST = frozenset({Force.SHALL_NOT})


def clauses_of(dossier: Dossier) -> list[tuple[ProvisionKind, list[Rule]]]:
    """Put the renditions of one clause together, in a stable order."""
    kinds: dict[ProvisionKind, list[Rule]] = {}
    for voice in sorted(dossier.provisions(), key=lambda one: one.place):
        kinds.setdefault(voice.finding.provision, []).append(voice)
    order = {kind: place for place, kind in enumerate(ProvisionKind)}
    return [
        (kind, rules)
        for kind in sorted(kinds, key=lambda one: order[one])
        for rules in _parted(kind, kinds[kind])
    ]


def _parted(kind: ProvisionKind, voices: list[Rule]) -> list[list[Rule]]:
    if kind not in BROAD and kind not in MOTLEY:
        return [voices]
    clauses: list[list[Rule]] = []
    for voice in sorted(voices, key=_fullest_first):
        home = next((one for one in clauses if _one_clause(kind, voice, one)), None)
        if home is None:
            clauses.append([voice])
        else:
            home.append(voice)
    return clauses


def _fullest_first(voice: Rule) -> tuple[int, int, tuple[str, int, int, str]]:
    return -len(subject_of(voice.finding)), -len(voice.finding.bearers), voice.place


LOOKED_AT = 12  # renditions of a clause that a further one is compared with


def _one_clause(kind: ProvisionKind, voice: Rule, clause: list[Rule]) -> bool:
    return any(_same_clause(kind, voice.finding, one) for one in _samples(clause))


def _samples(clause: list[Rule]) -> Iterable[ProvisionFinding]:
    return [voice.finding for voice in clause[:LOOKED_AT]]


def _same_clause(kind: ProvisionKind, one: ProvisionFinding, other: ProvisionFinding) -> bool:
    if (one.force in AGAINST) != (other.force in AGAINST):
        return False
    same_bearers = not one.bearers or not other.bearers or set(one.bearers) == set(other.bearers)
    if not same_bearers and not turned_round(one, other):
        return False
    subject, far = subject_of(one), subject_of(other)
    if subject and far:
        return bool(subject & far)
    return kind in BROAD or _worded_alike(one.quote, other.quote)


def subject_of(finding: ProvisionFinding) -> frozenset[str]:
    """Give the language-neutral words that say what a rendition is about."""
    given = (finding.trigger, finding.scope, finding.content, *finding.fields)
    return frozenset(
        part for value in given if value and is_key(value) for part in value.split("-")
    )


def is_key(value: str) -> bool:
    """Tell whether a value is a hyphenated key rather than words of some language."""
    return value.isascii() and " " not in value and value == value.lower()


def turned_round(one: ProvisionFinding, other: ProvisionFinding) -> bool:
    """Tell whether who owes and who is owed have changed places."""
    if not one.beneficiary or not other.beneficiary:
        return False
    return one.bearers == (other.beneficiary,) and other.bearers == (one.beneficiary,)


def _worded_alike(one: str, other: str) -> bool:
    left, right = _words(one), _words(other)
    if not left or not right:
        return False
    return len(left & right) >= SAME_WORDING * min(len(left), len(right)) and len(left & right) > 1


def _words(text: str) -> frozenset[str]:
    words = [word[:STEM] for word in split_words(text) if len(word) > SHORT_WORD or word.isdigit()]
    return frozenset(words) if len(words) > 1 else shingles_of(list(split_words(text)))

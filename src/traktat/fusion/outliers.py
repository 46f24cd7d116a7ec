"""Outliers: renditions of a clause that turn it round, drop a qualifier or garble its scope."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from traktat.fusion.clauses import Rule, is_key
from traktat.fusion.dossiers import Dossier
from traktat.fusion.persons import words_of

INVERTED, DROPPED, GARBLED = "roles-inverted", "qualifier-dropped", "scope-garbled"
"""The flags of an outlier."""

AGGRESSOR = frozenset({"aggressor", "same-party", "attacker"})
"""Words for a side that, as debtor or creditor of assistance, turns the clause round."""

TELLING = 3  # letters a word of a scope must have more than

Place = tuple[str, int, int, str]
Places = set[Place]
Roles = tuple[tuple[str, ...], str | None]


def covers(wide: str, narrow: str) -> bool:
    """Tell whether a qualifier is held by a narrower one.

    >>> covers("un-charter", "un-charter-51"), covers("un-charter-51", "national-law")
    (True, False)
    """
    return narrow == wide or narrow.startswith(f"{wide}-")


def roles_inverted(dossier: Dossier, voices: Sequence[Rule]) -> Places:
    """Makes the attacker or the protected side the debtor, against most other renditions."""
    roles: dict[Roles, list[Rule]] = {}
    flagged: Places = set()
    for voice in voices:
        finding = voice.finding
        roles.setdefault((finding.bearers, finding.beneficiary), []).append(voice)
        said = {finding.beneficiary or "", *finding.bearers, *(finding.trigger or "").split("-")}
        if AGGRESSOR & said:
            flagged.add(voice.place)
    for (bearers, beneficiary), members in roles.items():
        turned = roles.get(((beneficiary,), bearers[0]), []) if beneficiary and bearers else []
        if len(bearers) == 1 and _outnumbered(dossier, members, turned):
            flagged |= {voice.place for voice in members}
    return flagged


def _outnumbered(dossier: Dossier, few: Sequence[Rule], many: Sequence[Rule]) -> bool:
    if not many:
        return False
    count = dossier.origins.corroboration
    return count(many).independent > count(few).independent


def qualifier_dropped(dossier: Dossier, voices: Sequence[Rule]) -> Places:
    """Quotes the clause word for word but lacks a qualifier that other reports have."""
    del dossier
    bearers: dict[str, set[str]] = {}
    for voice in voices:
        for item in voice.finding.qualifiers:
            bearers.setdefault(item, set()).add(voice.report.id)
    has_trigger = any(voice.finding.trigger for voice in voices)
    return {
        voice.place
        for voice in voices
        if voice.finding.verbatim
        and (voice.finding.trigger or not has_trigger)  # or else only a part is quoted
        and _lacks(voice, bearers)
    }


def _lacks(voice: Rule, bearers: dict[str, set[str]]) -> bool:
    own = voice.finding.qualifiers
    return any(
        reports - {voice.report.id}
        and not any(covers(item, mine) or covers(mine, item) for mine in own)
        for item, reports in bearers.items()
    )


def scope_garbled(dossier: Dossier, voices: Sequence[Rule]) -> Places:
    """Gives the clause a scope that shares nothing with the scope most reports give."""
    flagged: Places = set()
    for comparable in _comparable(voices):
        camps = _camps(comparable)
        counts = [dossier.origins.corroboration(camp).independent for camp in camps]
        most = max(counts, default=0)
        if counts.count(most) == 1:
            for camp, count in zip(camps, counts, strict=True):
                flagged |= {voice.place for voice in camp if count < most}
    return flagged


def _comparable(voices: Sequence[Rule]) -> list[list[Rule]]:
    """Put scopes together that can be compared: keys with keys, words with their language's."""
    found: dict[str, list[Rule]] = {}
    for voice in voices:
        scope = voice.finding.scope
        if scope:
            found.setdefault("" if is_key(scope) else voice.report.language, []).append(voice)
    return [found[key] for key in sorted(found)]


def _camps(voices: Sequence[Rule]) -> list[list[Rule]]:
    """Put renditions together whose scopes have a word in common."""
    camps: list[tuple[set[str], list[Rule]]] = []
    for voice in sorted(voices, key=lambda one: (one.finding.scope or "", one.place)):
        words = scope_words(voice.finding.scope or "")
        meeting = [camp for camp in camps if camp[0] & words]
        merged = set(words).union(*(known for known, _ in meeting))
        members = [one for _, camp in meeting for one in camp]
        camps = [camp for camp in camps if not camp[0] & words]
        camps.append((merged, [*members, voice]))
    return [members for _, members in camps]


def scope_words(scope: str) -> set[str]:
    """Give the words of a scope that tell something.

    >>> sorted(scope_words("infringing-core-interests"))
    ['core', 'infringing', 'interests']
    """
    return {word for word in words_of(scope) if len(word) > TELLING}


OUTLIERS: tuple[tuple[str, Callable[[Dossier, Sequence[Rule]], Places]], ...] = (
    (INVERTED, roles_inverted),
    (DROPPED, qualifier_dropped),
    (GARBLED, scope_garbled),
)
"""The rules by the flag they give."""


def flags_of(dossier: Dossier, voices: Sequence[Rule]) -> dict[Place, tuple[str, ...]]:
    """Give each rendition its own doubts and those that the other renditions raise."""
    found = {flag: rule(dossier, voices) for flag, rule in OUTLIERS}
    return {
        voice.place: tuple(
            sorted(
                {
                    *voice.finding.flags,
                    *(flag for flag, _ in OUTLIERS if voice.place in found[flag]),
                }
            )
        )
        for voice in voices
    }

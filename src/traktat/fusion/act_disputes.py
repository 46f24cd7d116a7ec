"""Rules for acts whose place, hands, vote or effect is told differently, and for the parties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from traktat.fusion.disputes import (
    Collected,
    about_act,
    against_the_first,
    by_value,
    dispute,
    edtf,
    preferred_of,
)
from traktat.fusion.evidence import Voice
from traktat.fusion.happenings import Happening
from traktat.fusion.persons import edits, words_of
from traktat.model.dates import compatible
from traktat.model.findings import ActFinding
from traktat.model.kinds import MANY, ActKind, DisagreementClass
from traktat.model.records import Disagreement
from traktat.sentences import Sentence, sentence

HANDS = (ActKind.SIGNATURE, ActKind.INITIALLING, ActKind.EXCHANGE)

CODE = 3  # letters of a code or short form of a state, given as the place of an act

Telling = Voice[ActFinding]


def places_that_differ(found: Collected) -> Iterator[Disagreement]:
    """Two places of one act: two spellings and a country are no contradiction."""
    for happening in found.occurred():
        voices = happening.voices
        places = by_value(voices, (voice.finding.place for voice in voices))
        for one, other in against_the_first(found.dossier, places):
            if not _same_place(found, one, other) and _one_language(places[one], places[other]):
                why = sentence("one act cannot have two places")
                yield _two_values(
                    found, happening, "place", (one, other), places, why=why, rule="two-places"
                )


def _two_values(
    found: Collected,
    happening: Happening,
    what: str,
    pair: tuple[str, str],
    told: dict[str, list[Telling]],
    *,
    why: Sentence,
    rule: str,
) -> Disagreement:
    """Say that two values of one act exclude each other; the one with more origins holds."""
    one, other = pair
    return dispute(
        about_act(happening, what),
        DisagreementClass.CONTRADICTION,
        [(one, told[one]), (other, told[other])],
        dossier=found.dossier,
        prefer=preferred_of(found.dossier, told, one, other),
        why=why,
        rule=rule,
    )


def _same_place(found: Collected, one: str, other: str) -> bool:
    codes = {*found.dossier.parties}
    if {one, other} & codes or any(each.isupper() and len(each) <= CODE for each in (one, other)):
        return True  # a country, not a town
    left, right = words_of(one), words_of(other)
    if set(left) <= set(right) or set(right) <= set(left):
        return True
    return edits(" ".join(left), " ".join(right)) <= max(2, len(one) // 4)


def _one_language(one: Sequence[Telling], other: Sequence[Telling]) -> bool:
    languages = {voice.report.language for voice in one}
    return bool(languages & {voice.report.language for voice in other})


def hands_that_differ(found: Collected) -> Iterator[Disagreement]:
    """Two persons of one state, each the only signatory in its reports, exclude each other."""
    for happening in found.occurred(*HANDS):
        for state in found.dossier.parties:
            yield from _two_hands(found, happening, state)


def _two_hands(found: Collected, happening: Happening, state: str) -> Iterator[Disagreement]:
    people = found.dossier.people
    named: dict[str, list[Telling]] = {}
    for voice in happening.voices:
        persons = [
            name
            for name in people.names(voice.finding.by)
            if people.states.get(name) == state and name != state
        ]
        if len(persons) == 1:
            named.setdefault(persons[0], []).append(voice)
        elif len(persons) > 1:
            return
    why = sentence("two persons are named for {state:state}", state=state)
    for pair in against_the_first(found.dossier, named):
        yield _two_values(found, happening, f"by:{state}", pair, named, why=why, rule="two-hands")


def votes_that_differ(found: Collected) -> Iterator[Disagreement]:
    """Two counts of one vote exclude each other; "unanimous" fits a count without a no."""
    for happening in found.occurred():
        voices = happening.voices
        votes = by_value(voices, (voice.finding.vote for voice in voices))
        for one, other in against_the_first(found.dossier, votes):
            counted = [vote for vote in (one, other) if any(map(str.isdigit, vote))]
            fits = len(counted) == 1 and _no_votes(counted[0]) in (0, None)
            prefer = preferred_of(found.dossier, votes, one, other)
            exact = counted[0] if len(counted) == 1 else None
            yield dispute(
                about_act(happening, "vote"),
                DisagreementClass.IMPRECISION if fits else DisagreementClass.CONTRADICTION,
                [(one, votes[one]), (other, votes[other])],
                dossier=found.dossier,
                prefer=exact if fits else prefer,
                why=sentence("the count says the same more exactly")
                if fits
                else sentence("one vote has one count"),
                rule="votes",
            )


def _no_votes(vote: str) -> int | None:
    """Give the second number of a count such as 397-0."""
    numbers = "".join(char if char.isdigit() else " " for char in vote).split()
    return int(numbers[1]) if len(numbers) > 1 else None


def effects_that_differ(found: Collected) -> Iterator[Disagreement]:
    """Two days from which an act takes effect exclude each other."""
    why = sentence("an act takes effect on one day")
    for happening in found.happenings:
        voices = [voice for voice in happening.voices if voice.finding.effective_on]
        days = by_value(voices, (edtf(voice.finding.effective_on) for voice in voices))
        for pair in against_the_first(found.dossier, days):
            left, right = (days[day][0].finding.effective_on for day in pair)
            if not compatible(left, right):
                yield _two_values(
                    found, happening, "effective_on", pair, days, why=why, rule="two-effects"
                )


def parties_that_differ(found: Collected) -> Iterator[Disagreement]:
    """A report that names fewer parties is less precise; one that names others contradicts."""
    dossier = found.dossier
    if dossier.agreement.group.many:
        return
    own = "+".join(dossier.parties)
    voices = list(dossier.mentions())
    named = by_value(voices, ("+".join(sorted(voice.finding.parties)) for voice in voices))
    for parties, told in named.items():
        if parties == own or own not in named:
            continue
        fewer = set(parties.split("+")) - {MANY} < set(dossier.parties)
        sort = DisagreementClass.IMPRECISION if fewer else DisagreementClass.CONTRADICTION
        yield dispute(
            "parties",
            sort,
            [(own, named[own]), (parties, told)],
            dossier=dossier,
            prefer=own,
            why=sentence("some parties are left unnamed")
            if fewer
            else sentence("most reports name other parties"),
            rule="parties",
        )

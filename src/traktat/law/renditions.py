"""Renditions: one clause in the wordings of several reports, and whether they agree on a duty."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from traktat.law.rulings import Effect, Ruling, Scene, ruling_on
from traktat.model.records import Provision, Rendition, Support
from traktat.sentences import Sentence, sentence

# A wording so flagged is followed to the letter: the side that attacks is the one helped.
_INVERTED = "roles-inverted"
_BY_THE_LETTER = "party-becomes-aggressor"

# Flags that leave the duty itself as it is worded.
_HARMLESS = frozenset({"qualifier-dropped"})


@dataclass(frozen=True, slots=True)
class Reading:
    """One report's wording of a clause, and what it says to the event."""

    rendition: Rendition
    ruling: Ruling

    @property
    def origin(self) -> str:
        """Give the independent origin the wording counts under; its report where none is told."""
        return self.rendition.origin or self.rendition.report

    @property
    def is_doubtful(self) -> bool:
        """Tell whether the wording is flagged as garbled in what it makes whose duty."""
        return is_garbled(self.rendition)

    @property
    def engages(self) -> bool:
        """Tell whether by this wording the event calls up or breaks a duty."""
        return self.ruling.effect is not Effect.UNTOUCHED


def readings_of(clause: Provision, scene: Scene) -> list[Reading]:
    """Put each wording of a clause to the event; what a wording leaves out is as in the others.

    Silence is not denial: a report that names no trigger does not say there is none, and one
    that speaks only of what the attacked party would owe the other says nothing of the other.
    """
    whole = ruling_on(clause, scene)
    return [
        Reading(one, ruling_on(_as_worded(clause, one), scene))
        for one in clause.renditions
        if not _is_silent(one, whole)
    ]


def _is_silent(one: Rendition, whole: Ruling) -> bool:
    """Tell whether a wording names as bearers only others than those whose duty is asked for."""
    debtors = {debtor for debtor, _ in whole.pairs}
    return bool(one.bearers and debtors) and debtors.isdisjoint(one.bearers)


def is_garbled(one: Rendition) -> bool:
    """Tell whether a wording is in doubt as to who owes what to whom."""
    return not _HARMLESS.issuperset(one.flags)


def _as_worded(clause: Provision, one: Rendition) -> Provision:
    inverted = _INVERTED in one.flags
    return replace(
        clause,
        trigger=_BY_THE_LETTER if inverted else one.trigger or clause.trigger,
        bearers=one.bearers or clause.bearers,
        beneficiary=one.beneficiary or clause.beneficiary,
        force=one.force or clause.force,
    )


def is_contested(readings: list[Reading]) -> bool:
    """Tell whether independent origins, none of them garbled, disagree on whether duty arises."""
    yes = {reading.origin for reading in readings if reading.engages and not reading.is_doubtful}
    no = {reading.origin for reading in readings if not (reading.engages or reading.is_doubtful)}
    return bool(yes - no) and bool(no - yes)


def doubts_on(clause: Provision, ruling: Ruling, readings: list[Reading]) -> Iterator[Sentence]:
    """Say what speaks against trusting a clause: garbled wordings, and a single origin."""
    for reading in readings:
        if reading.rendition.flags:
            yield _doubt(clause, _flagged(ruling, reading))
    if _count_origins(clause, readings) == 1:
        yield _doubt(clause, sentence("only one independent origin tells of this clause"))
    if readings and all(reading.is_doubtful for reading in readings):
        yield _doubt(clause, sentence("no report gives a wording that is free of doubt"))


def _doubt(clause: Provision, doubt: Sentence) -> Sentence:
    return sentence("{clause}: {doubt}", clause=clause.id, doubt=doubt)


def _flagged(ruling: Ruling, reading: Reading) -> Sentence:
    text = sentence(
        "the wording in report {report} is flagged {flags:flag}",
        report=reading.rendition.report,
        flags=reading.rendition.flags,
    )
    if reading.engages != (ruling.effect is not Effect.UNTOUCHED):
        text = sentence(
            "{flagged}; taken by the letter it says otherwise: {why}",
            flagged=text,
            why=reading.ruling.why,
        )
    return text


def _count_origins(clause: Provision, readings: list[Reading]) -> int:
    return clause.independent_origins or len({reading.origin for reading in readings})


def qualifiers_of(clause: Provision) -> tuple[str, ...]:
    """Give the legal limits that any report names; one that is silent does not lift them."""
    named = [*clause.qualifiers, *(item for one in clause.renditions for item in one.qualifiers)]
    return tuple(dict.fromkeys(named))


def timing_of(clause: Provision) -> str | None:
    """Give when the duty is to be performed, as the clause or the first report that says so."""
    told = [one.timing for one in clause.renditions if one.timing and not is_garbled(one)]
    return clause.timing or (told[0] if told else None)


def support_of(clause: Provision) -> tuple[Support, ...]:
    """Give where the clause stands in the reports, without the wordings that are in doubt."""
    return tuple(
        Support(one.report, one.span, one.quote, one.finding, one.trigger or "", one.origin)
        for one in clause.renditions
        if not is_garbled(one)
    )

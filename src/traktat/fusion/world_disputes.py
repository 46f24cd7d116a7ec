"""Rules that hold what reports say against reference tables; these never add a fact."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from traktat.facts.tables import table
from traktat.fusion.disputes import Collected, dispute
from traktat.fusion.evidence import Voice
from traktat.model.dates import OPEN_END, parse
from traktat.model.findings import EventFinding
from traktat.model.kinds import DisagreementClass
from traktat.model.records import Disagreement
from traktat.sentences import sentence

SANCTIONS = "sanctions"  # the key of the event
UNITED_NATIONS = "UN"


def sanctions_that_are_not(found: Collected) -> Iterator[Disagreement]:
    """A state said to be under sanctions of the Security Council that it never was under."""
    for evidence in found.dossier.evidence.values():
        for voice in evidence.events:
            if voice.finding.event == SANCTIONS and UNITED_NATIONS in voice.finding.by:
                yield from _unknown_regimes(found, voice)


def _unknown_regimes(found: Collected, voice: Voice[EventFinding]) -> Iterator[Disagreement]:
    day = voice.finding.date.last if voice.finding.date else voice.published
    for state in voice.finding.states:
        if _under_sanctions(state, day or OPEN_END):
            continue
        yield dispute(
            f"event:sanctions:{state}",
            DisagreementClass.WORLD_KNOWLEDGE,
            [
                (sentence("{state:state} under sanctions of the UN", state=state), [voice]),
                (sentence("no such sanctions known"), []),
            ],
            dossier=found.dossier,
            prefer=None,
            why=sentence(
                "the table of Security Council sanctions has none against {state:state}"
                " at that time",
                state=state,
            ),
            rule="sanctions-unknown",
        )


def _under_sanctions(state: str, day: date) -> bool:
    entry = table("un_sanctions").get(state)
    if entry is None:
        return False
    spans = [parse(value) for value in entry["in_force"]]
    return any(span.first <= day <= span.last for span in spans)

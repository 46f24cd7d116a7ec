"""Successions: on which day an agreement takes the place of an older one.

A treaty that is signed does not end the one before it: only its entry into force does
(VCLT 59, 24). Reports tell of the replacement when they tell of the signature.
"""

from __future__ import annotations

from typing import NamedTuple

from traktat.fusion.dossiers import Dossier
from traktat.fusion.happenings import Happening
from traktat.fusion.linking import Heir
from traktat.model.dates import When, compatible, on
from traktat.model.kinds import ActKind, Status
from traktat.sentences import Sentence, sentence


class TakesOver(NamedTuple):
    """The day a replacement takes effect, why, and whether it is in doubt that it has."""

    when: When | None = None
    because: tuple[Sentence, ...] = ()
    doubtful: bool = False


def takes_over_on(dossier: Dossier, happening: Happening) -> TakesOver:
    """Give the day on which a replacement takes effect: that of the later one's entry into force.

    A report that dates the replacement apart from the signature of the later one is believed.
    Where no report tells of its entry into force, it is in doubt whether it has taken over.
    """
    if happening.act is not ActKind.REPLACEMENT or happening.status is not Status.OCCURRED:
        return TakesOver()
    heir = _heir_of(dossier, happening)
    when = happening.when
    if when is not None and when.is_day and not _is_signed_on(heir, when):
        return TakesOver()
    if heir.entered is None:
        why = sentence("no report tells of the entry into force of {heir}", heir=heir.id)
        return TakesOver(because=(why,), doubtful=True)
    why = sentence("takes effect with the entry into force of {heir}", heir=heir.id)
    return TakesOver(on(heir.entered), (why,))


def _is_signed_on(heir: Heir, when: When) -> bool:
    return heir.birth is not None and compatible(heir.birth, when)


def _heir_of(dossier: Dossier, happening: Happening) -> Heir:
    """Give the agreement that takes over: this one, or the one told to replace it."""
    own = dossier.agreement
    told = {
        dossier.homes.get(f"{voice.report.id}#{voice.finding.agreement}")
        for voice in happening.voices
    }
    heirs = [heir for heir in own.heirs if heir.id in told]
    return heirs[0] if heirs else Heir(own.id, own.group.birth, own.group.entered)

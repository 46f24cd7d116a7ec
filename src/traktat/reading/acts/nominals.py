"""Acts that a noun names: how far they have come, where it does not tell and the verbs do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from traktat.model.kinds import ActKind, Status
from traktat.reading.acts.drafts import LEAVING, Draft
from traktat.reading.acts.reaches import Phase
from traktat.reading.acts.triggers import Voice

_DONE = ("after", "while")  # openers of clauses that tell what has happened


def as_verbs_tell(drafts: Sequence[Draft]) -> list[Draft]:
    """Take an exit that only a noun names for planned, if every verb tells it as planned.

    "Norland will leave the treaty. … Sarvia regretted Norland's departure from the treaty."
    """
    told: dict[tuple[str, ActKind], set[Status]] = {}
    for draft in drafts:
        if draft.voice is not Voice.NOUN:
            told.setdefault((draft.link.key, draft.kind), set()).add(draft.status)
    return [
        _planned(draft)
        if _is_open(draft) and told.get((draft.link.key, draft.kind)) == {Status.PLANNED}
        else draft
        for draft in drafts
    ]


def _is_open(draft: Draft) -> bool:
    """Tell whether nothing beside a noun says that what it names has happened."""
    if draft.kind not in LEAVING or draft.voice is not Voice.NOUN:
        return False
    undated = draft.status is Status.OCCURRED and draft.when is None
    return undated and draft.phase.opener not in _DONE


def _planned(draft: Draft) -> Draft:
    phase = Phase(Status.PLANNED, "as the verbs tell", opener=draft.phase.opener)
    return replace(draft, phase=phase)

"""Acts done along with another: "Besides the treaty, the two governments signed a memorandum"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from traktat.model.kinds import Status
from traktat.reading.acts.drafts import Draft

OPENING = 4  # words of "Besides the trade" before the agreement a sentence opens with
BACK = 12  # sentences back the other act was told


def besides(drafts: Sequence[Draft]) -> list[Draft]:
    """Date what was done along with another act of its kind by the day of that one."""
    out: list[Draft] = []
    for draft in drafts:
        model = _model(draft, out)
        out.append(
            draft if model is None else replace(draft, when=model.when).noting("date: shared")
        )
    return out


def _model(draft: Draft, earlier: Sequence[Draft]) -> Draft | None:
    """Give the last act of the same kind on the agreement that a sentence opens with."""
    line = draft.line
    if draft.when is not None or draft.status is not Status.OCCURRED:
        return None
    if not line.has(line.first, "besides"):
        return None
    named = [line.agreements.get(token) for token in range(line.first, line.first + OPENING)]
    keys = {mention.key for mention in named if mention is not None}
    for other in reversed(earlier):
        near = 0 < line.sentence.index - other.line.sentence.index <= BACK
        same = other.kind is draft.kind and other.status is draft.status
        if near and same and other.when is not None and other.link.key in keys:
            return other
    return None

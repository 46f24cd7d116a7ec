"""Judgements: what people decided about findings and matches. Append-only."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256


class Verdict(StrEnum):
    """What was decided."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    MERGE = "merge"  # two agreements or persons are one
    SPLIT = "split"  # two persons, or a report's agreement that is another
    COPY = "copy"  # one report copies another


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision: about what (a finding, agreement, person or report id), by whom and why.

    `changes` are the corrected fields in their printed form; `evidence` is the digest of what
    was judged, so that a later reading of the same evidence keeps the decision; `said` is what
    had been read there, so that the decision can be understood where the reading is gone.
    With `undone` the line takes back the judgement of the same id: `by`, `at` and `why` then
    tell who took it back.
    """

    id: str
    about: str
    verdict: Verdict
    by: str
    at: datetime
    why: str = ""
    changes: tuple[tuple[str, str], ...] = ()
    other: str | None = None
    evidence: str = ""
    undone: bool = False
    said: tuple[tuple[str, str], ...] = ()


def instant(judgement: Judgement) -> datetime:
    """Give the moment of a judgement in universal time; one without a zone is taken as that."""
    at = judgement.at if judgement.at.tzinfo else judgement.at.replace(tzinfo=UTC)
    return at.astimezone(UTC)


def moment(judgement: Judgement) -> tuple[str, str, bool, str]:
    """Give the key that puts judgements in the order they were made, wherever they were made."""
    at = instant(judgement).isoformat(timespec="microseconds")
    return at, judgement.id, judgement.undone, repr(judgement)


def judgement_id(judgement: Judgement) -> str:
    """Give the id of a judgement: a digest of who decided what about what, when and why."""
    stated = [
        judgement.about,
        judgement.verdict.value,
        judgement.by,
        instant(judgement).isoformat(timespec="microseconds"),
        judgement.why,
        sorted(judgement.changes),
        judgement.other,
        judgement.evidence,
        sorted(judgement.said),
    ]
    key = json.dumps(stated, ensure_ascii=True)
    return f"j-{sha256(key.encode('ascii')).hexdigest()[:12]}"

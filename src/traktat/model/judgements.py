"""Judgements: what people decided about findings and matches. Append-only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Verdict(StrEnum):
    """What was decided."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    MERGE = "merge"  # two agreements, persons or reports are one
    SPLIT = "split"
    COPY = "copy"  # one report copies another


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision: about what (a finding, agreement, person or report id), by whom and why.

    `changes` are the corrected fields in their printed form; `evidence` is the digest of what
    was judged, so that a later reading of the same evidence keeps the decision.
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

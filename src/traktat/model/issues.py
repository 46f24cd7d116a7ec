"""Doubts about a text, kept as data."""

from __future__ import annotations

from dataclasses import dataclass

from traktat.model.spans import Span
from traktat.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Issue:
    """Something that could not be settled: a stable code, where it stands, and why in words."""

    code: str
    span: Span
    message: Sentence

"""A report's text cut where findings begin and end, so that each can be shown and linked to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from traktat.model.findings import Finding, Reading
from traktat.model.spans import Span

SHOWN = ("act", "provision", "claim", "statement", "agreement", "date", "name")
"""Kinds that are highlighted, the most telling first: it gives a piece its color."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch that the same findings cover; `start` and `end` are its code points."""

    start: int
    end: int
    text: str
    kinds: tuple[str, ...] = ()
    masked: str | None = None


@dataclass(frozen=True, slots=True)
class MarkedReport:
    """A report's paragraphs as pieces."""

    id: str
    paragraphs: tuple[tuple[Piece, ...], ...]


def marked(reading: Reading, linked: Iterable[Span]) -> MarkedReport:
    """Cut a report at every finding, furniture and linked span."""
    text = reading.report.text
    findings = [finding for finding in reading.findings if finding.kind in SHOWN]
    edges = {0, len(text)}
    edges.update(at for finding in findings for at in finding.span)
    edges.update(at for item in reading.report.mask for at in item.span)
    edges.update(at for span in linked for at in span)
    edges.update(at for at, char in enumerate(text) if char == "\n")
    edges.update(at + 1 for at, char in enumerate(text) if char == "\n")
    cuts = sorted(edge for edge in edges if 0 <= edge <= len(text))
    pieces = _pieces(text, cuts, findings, reading)
    return MarkedReport(reading.report.id, _paragraphs(pieces))


def _pieces(text: str, cuts: list[int], findings: list[Finding], reading: Reading) -> list[Piece]:
    """Sweep over the cuts with the findings that are open at each."""
    starts = sorted(findings, key=lambda finding: finding.span.start)
    masks = sorted(reading.report.mask)
    open_now: list[Finding] = []
    out: list[Piece] = []
    at = mask_at = 0
    for start, end in pairwise(cuts):
        open_now = [finding for finding in open_now if finding.span.end > start]
        while at < len(starts) and starts[at].span.start <= start:
            if starts[at].span.end > start:
                open_now.append(starts[at])
            at += 1
        while mask_at < len(masks) and masks[mask_at].span.end <= start:
            mask_at += 1
        label = None
        if mask_at < len(masks) and masks[mask_at].span.start <= start:
            label = masks[mask_at].label
        kinds = {finding.kind for finding in open_now}
        out.append(Piece(start, end, text[start:end], tuple(k for k in SHOWN if k in kinds), label))
    return out


def _paragraphs(pieces: list[Piece]) -> tuple[tuple[Piece, ...], ...]:
    out: list[tuple[Piece, ...]] = []
    line: list[Piece] = []
    for piece in pieces:
        if piece.text == "\n":
            out.append(tuple(line))
            line = []
        else:
            line.append(piece)
    out.append(tuple(line))
    return tuple(paragraph for paragraph in out if any(piece.text.strip() for piece in paragraph))

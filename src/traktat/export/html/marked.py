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
    """A stretch that the same findings cover; `start` and `end` are its code points.

    `findings` are the places of these findings in the reading, the widest first.
    """

    start: int
    end: int
    text: str
    kinds: tuple[str, ...] = ()
    masked: str | None = None
    findings: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkedReport:
    """A report's paragraphs as pieces."""

    id: str
    paragraphs: tuple[tuple[Piece, ...], ...]


def marked(reading: Reading, linked: Iterable[Span]) -> MarkedReport:
    """Cut a report at every finding, furniture and linked span."""
    text = reading.report.text
    findings = [item for item in enumerate(reading.findings) if item[1].kind in SHOWN]
    edges = {0, len(text)}
    edges.update(at for _, finding in findings for at in finding.span)
    edges.update(at for item in reading.report.mask for at in item.span)
    edges.update(at for span in linked for at in span)
    edges.update(at for at, char in enumerate(text) if char == "\n")
    edges.update(at + 1 for at, char in enumerate(text) if char == "\n")
    cuts = sorted(edge for edge in edges if 0 <= edge <= len(text))
    pieces = _pieces(text, cuts, findings, reading)
    return MarkedReport(reading.report.id, _paragraphs(pieces))


def _pieces(
    text: str, cuts: list[int], findings: list[tuple[int, Finding]], reading: Reading
) -> list[Piece]:
    """Sweep over the cuts with the findings that are open at each."""
    starts = sorted(findings, key=lambda item: (item[1].span.start, -item[1].span.end))
    masks = sorted(reading.report.mask)
    open_now: list[tuple[int, Finding]] = []
    out: list[Piece] = []
    at = mask_at = 0
    for start, end in pairwise(cuts):
        open_now = [item for item in open_now if item[1].span.end > start]
        while at < len(starts) and starts[at][1].span.start <= start:
            if starts[at][1].span.end > start:
                open_now.append(starts[at])
            at += 1
        while mask_at < len(masks) and masks[mask_at].span.end <= start:
            mask_at += 1
        label = None
        if mask_at < len(masks) and masks[mask_at].span.start <= start:
            label = masks[mask_at].label
        out.append(_piece(start, text[start:end], open_now, label))
    return out


def _piece(start: int, text: str, covering: list[tuple[int, Finding]], label: str | None) -> Piece:
    kinds = {finding.kind for _, finding in covering}
    places = tuple(place for place, _ in covering)
    told = tuple(kind for kind in SHOWN if kind in kinds)
    return Piece(start, start + len(text), text, told, label, places)


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

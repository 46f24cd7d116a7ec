"""Labelled reports read and scored, layer by layer, in each language and in all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from traktat.errors import InputError, TraktatError
from traktat.intake import documents
from traktat.model.documents import Document
from traktat.model.findings import Reading
from traktat.pipeline.evaluation.acts import acts
from traktat.pipeline.evaluation.figures import Figures, Layer, Mistake, Outcome
from traktat.pipeline.evaluation.gold import Labelled, labelled_reports, parts_of
from traktat.pipeline.evaluation.layers import (
    Case,
    agreements,
    claims,
    dates,
    direct,
    indirect,
    mask,
    origins,
    outlet,
    provisions,
    published,
)
from traktat.pipeline.jobs import readings
from traktat.pipeline.settings import Settings
from traktat.sentences import as_sentence

ALL = "all"
UNKNOWN = "?"  # the language of a text that does not tell it

LAYERS: tuple[Callable[[Case], Outcome | None], ...] = (
    *(dates, agreements, direct, indirect, provisions, claims),
    *(origins, mask, outlet, published),
)


@dataclass(slots=True)
class Scores:
    """The figures of one part of a split in one language, by layer."""

    part: str
    language: str
    reports: int = 0
    figures: dict[Layer, Figures] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All scores, and every mistake behind them in the order of reports and layers."""

    scores: tuple[Scores, ...]
    mistakes: tuple[Mistake, ...]

    def of(self, layer: Layer, language: str = ALL, part: str = ALL) -> Figures:
        """Give the figures of one layer."""
        for scores in self.scores:
            if (scores.part, scores.language) == (part, language):
                return scores.figures.get(layer, Figures())
        return Figures()


def evaluate_gold(
    gold: Path,
    *,
    split: Path | None = None,
    part: str | None = None,
    settings: Settings,
    on_error: Callable[[TraktatError], None] | None = None,
    on_progress: Callable[[int], None] | None = None,
) -> Evaluation:
    """Read the labelled reports of a folder and score them, in each part of a split if given."""
    known = labelled_reports(gold)
    parts = _parts(known, split, part)
    wanted = [item for item in known if any(item.id in ids for ids in parts.values())]
    table = _Table(parts)
    for item, document, outcome in _read(wanted, settings):
        if isinstance(outcome, TraktatError):
            if on_error is None:
                raise outcome
            on_error(outcome)
        reading = outcome if isinstance(outcome, Reading) else None
        table.add(Case(item.id, document.text, item.labels, reading), document.lang or UNKNOWN)
        if on_progress is not None:
            on_progress(1)
    return table.evaluation()


def _parts(
    known: list[Labelled], split: Path | None, part: str | None
) -> Mapping[str, frozenset[str]]:
    ids = frozenset(item.id for item in known)
    parts = parts_of(split, ids) if split else {ALL: ids}
    if part is None:
        return parts
    if split is None or part not in parts:
        named = ", ".join(parts) if split else "none: give the file with --split"
        raise InputError(
            as_sentence(f"no part {part!r} to score"),
            hint=as_sentence(f"The parts of the split: {named}."),
        )
    return {part: parts[part]}


def _read(
    wanted: list[Labelled], settings: Settings
) -> Iterator[tuple[Labelled, Document, Reading | TraktatError]]:
    texts = [_document(item) for item in wanted]
    yield from zip(wanted, texts, readings(texts, settings), strict=True)


def _document(item: Labelled) -> Document:
    found = list(documents([str(item.text)]))
    if len(found) != 1:
        raise InputError(as_sentence(f"{item.text}: holds {len(found)} texts, labels speak of one"))
    return found[0]


class _Table:
    """Figures added up report by report."""

    def __init__(self, parts: Mapping[str, frozenset[str]]) -> None:
        self._parts = parts
        self._scores: dict[tuple[str, str], Scores] = {}
        self._mistakes: list[Mistake] = []

    def add(self, case: Case, language: str) -> None:
        """Score a report and add it to its parts, in its language and in all."""
        outcomes = [*acts(case), *(found for layer in LAYERS if (found := layer(case)))]
        for outcome in outcomes:
            self._mistakes += outcome.mistakes
        for part in (name for name, ids in self._parts.items() if case.id in ids):
            for key in ((part, ALL), (part, language)):
                scores = self._scores.setdefault(key, Scores(*key))
                scores.reports += 1
                for layer, figures, _ in outcomes:
                    scores.figures[layer] = scores.figures.get(layer, Figures()) + figures

    def evaluation(self) -> Evaluation:
        """Give everything in order: parts as the split has them, all languages first."""
        parts, layers = list(self._parts), list(Layer)
        rows = sorted(
            self._scores.values(),
            key=lambda s: (parts.index(s.part), s.language != ALL, s.language),
        )
        mistakes = sorted(self._mistakes, key=lambda m: (m.report, layers.index(m.layer)))
        return Evaluation(tuple(rows), tuple(mistakes))

"""Scores of the reader, and what they were lost on."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from traktat.cli.options import TABLE
from traktat.cli.printing import print_json, print_table
from traktat.cli.views.phrases import counted, grid, listed, text
from traktat.model.findings import plain
from traktat.pipeline.evaluation import Evaluation, Figures, Layer, Mistake, Scores

WORDS = 80  # characters of a label or finding in a line


def print_evaluation(
    found: Evaluation, layers: Collection[str], form: str, *, errors: bool
) -> None:
    """Print the scores of these layers, and with `errors` the mistakes behind them."""
    mistakes = [item for item in found.mistakes if item.layer in layers] if errors else []
    if form != TABLE:
        value: dict[str, Any] = {
            "schema": "traktat.evaluation/1",
            "scores": [_scores(scores, layers) for scores in found.scores],
        }
        if errors:
            value["errors"] = [_mistake(item) for item in mistakes]
        print_json(value, form)
        return
    for scores in found.scores:
        print_table(*_table(scores, layers))
    if mistakes:
        print_table(_errors(mistakes))


def _shown(scores: Scores, layers: Collection[str]) -> Iterator[tuple[str, Figures]]:
    return (
        (layer.value, scores.figures[layer])
        for layer in Layer
        if layer in layers and layer in scores.figures
    )


def _scores(scores: Scores, layers: Collection[str]) -> dict[str, Any]:
    return {
        "part": scores.part,
        "language": scores.language,
        "reports": scores.reports,
        "layers": {
            name: {
                "precision": round(figures.precision, 3),
                "recall": round(figures.recall, 3),
                "f1": round(figures.f1, 3),
                "right": figures.right,
                "found": figures.found,
                "labelled": figures.labelled,
            }
            for name, figures in _shown(scores, layers)
        },
    }


def _mistake(item: Mistake) -> dict[str, Any]:
    return {name: plain(value) for name, value in item._asdict().items()}


def _table(scores: Scores, layers: Collection[str]) -> Iterator[RenderableType]:
    part = scores.part if scores.part != scores.language else ""
    language = "all languages" if scores.language == "all" else scores.language
    yield text(listed((part, language, counted(scores.reports, "report")), " · "), "bold")
    table = grid("layer", "precision", "recall", "F1", "right", "found", "labelled")
    for column in table.columns[1:]:
        column.justify = "right"
    for name, figures in _shown(scores, layers):
        shares = (figures.precision, figures.recall, figures.f1)
        counts = (figures.right, figures.found, figures.labelled)
        table.add_row(name, *(f"{share:.2f}" for share in shares), *map(str, counts))
    yield table
    yield Text()


def _errors(mistakes: list[Mistake]) -> RenderableType:
    table = grid("report", "layer", "", "at", "labelled", "found")
    for item in mistakes:
        at = f"{item.span.start}-{item.span.end}" if item.span else ""
        told = (text(" ".join(words.split())[:WORDS]) for words in (item.labelled, item.found))
        table.add_row(text(item.report), item.layer.value, item.what, Text(at, "dim"), *told)
    return table

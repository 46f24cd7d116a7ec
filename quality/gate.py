"""Hold the reader to its floors, which only rise.

    python quality/gate.py                 fail (exit 3) where a score is below its floor
    python quality/gate.py --pin           raise floors to today's scores
    python quality/gate.py --page FILE     write the page of figures, both halves side by side

A floor is lowered only with ALLOW_REGRESSION=1 and a decision record that says why.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import scores
import second
import unread

FLOORS = scores.HERE / "floors.json"
SWAP = scores.HERE / "before-swap.json"  # the figures of both halves when they were swapped
SLACK = 0.0005  # floors are stored with three digits

Figures = dict[str, dict[str, dict[str, float]]]


def measured() -> Figures:
    """Give today's F1 of every layer: half to language to layer."""
    out: Figures = {}
    for half, names in scores.split().items():
        tables = scores.table(names)
        out[half] = {
            language: {
                layer: tables[language][layer]["f1"]
                for layer in scores.LAYERS
                if layer in tables[language]
            }
            for language in scores.LANGUAGES
        }
    return out


def pinned() -> dict[str, object]:
    """Give the floors as they are stored; empty before the first pin."""
    return json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.is_file() else {}


def rows(figures: Figures) -> list[tuple[str, str, str, float]]:
    """List half, language, layer and figure."""
    return [
        (half, language, layer, value)
        for half, languages in figures.items()
        for language, layers in languages.items()
        for layer, value in layers.items()
    ]


def below(figures: Figures, floors: Figures) -> list[str]:
    """Say which figures are below their floors."""
    return [
        f"{half} {language} {layer}: {value:.3f} < {floor:.3f}"
        for half, language, layer, value in rows(figures)
        if value < (floor := floors.get(half, {}).get(language, {}).get(layer, 0.0)) - SLACK
    ]


def pin(figures: Figures) -> None:
    """Write the higher of floor and figure for each layer; all figures where the gold changed."""
    known = pinned()
    floors = known.get("floors", {})
    if known.get("gold") == scores.digest() and os.environ.get("ALLOW_REGRESSION") != "1":
        for half, language, layer, value in rows(figures):
            floor = floors.get(half, {}).get(language, {}).get(layer, 0.0)  # type: ignore[union-attr]
            figures[half][language][layer] = max(value, floor)
    body = {"gold": scores.digest(), "floors": figures}
    FLOORS.write_text(json.dumps(body, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"pinned {len(rows(figures))} floors in {FLOORS.name}", file=sys.stderr)


def page(figures: Figures) -> str:
    """Give the page of figures in Markdown."""
    swap = json.loads(SWAP.read_text(encoding="utf-8"))
    before: Figures = swap["figures"]
    lines = [
        "# How well the reader reads",
        "",
        (
            "Every figure on this page is an F1 on labelled reports that stay beside the project,"
            " written by `make quality`."
        ),
        "",
        (
            "The labelled reports are split by agreement and outlet into two halves"
            " (`quality/split.toml`). At first only the half *look* was read while rules were"
            " written, and the half *blind* was only scored. At commit"
            f" `{swap['commit']}` the halves were swapped: from then on the errors of the second"
            " half were read too. So the column *blind, before the swap* is the honest measure of"
            " reports nobody had read, and the two columns of today are not."
        ),
        "",
        f"Digest of the labelled reports: `{scores.digest()}`. The scorer comes with the labels.",
    ]
    names = {"id": "Indonesian", "en": "English"}
    for language in scores.LANGUAGES:
        lines += [
            "",
            f"## {names[language]}",
            "",
            (
                "| layer | look, before | blind, before the swap | gap | first half, today"
                " | second half, today |"
            ),
            "|---|---:|---:|---:|---:|---:|",
        ]
        lines += list(_lines(before, figures, language))
    lines += [*unread.section(unread.parts())] if unread.is_there() else []
    lines += [*second.section()] if second.is_there() else []
    lines += [
        "",
        (
            "Floors are pinned in `quality/floors.json`; `make gate` fails when a figure falls"
            " below its floor."
        ),
        "",
    ]
    return "\n".join(lines)


def _lines(before: Figures, today: Figures, language: str) -> Iterator[str]:
    for layer in scores.LAYERS:
        values = [
            part[half][language].get(layer) for part in (before, today) for half in scores.HALVES
        ]
        if None not in values:
            seen, unseen, first, second = (float(value or 0.0) for value in values)
            yield (
                f"| {layer} | {seen:.2f} | {unseen:.2f} | {seen - unseen:+.2f} | {first:.2f}"
                f" | {second:.2f} |"
            )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pin", action="store_true")
    parser.add_argument("--page", type=Path)
    args = parser.parse_args()
    if not scores.is_there():
        print("gate: skipped, the labelled reports of ../shared are not beside this checkout")
        return 0
    figures = measured()
    if args.page:
        args.page.write_text(page(figures), encoding="utf-8")
        return 0
    if args.pin:
        pin(figures)
        return 0
    known = pinned()
    if known.get("gold") != scores.digest():
        print("gate: the labelled reports changed; pin floors anew with `make gate-pin`")
        return 3
    fallen = below(figures, known["floors"])  # type: ignore[arg-type]
    for line in fallen:
        print(f"gate: {line}")
    if not fallen:
        print(f"gate: {len(rows(figures))} figures, none below its floor")
    return 3 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())

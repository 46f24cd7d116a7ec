"""`traktat evaluate`: the reader held against labels that people made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from traktat.cli.options import examples, form_option, how_to_read

if TYPE_CHECKING:
    from traktat.pipeline import Settings

LAYERS = (
    *("dates", "agreements", "acts", "acts-strict", "direct-statements", "indirect-statements"),
    *("provisions", "claims", "origins", "mask", "outlet", "published"),
)


@click.command(
    epilog=examples(
        "traktat evaluate gold/",
        "traktat evaluate gold/ --layer acts --layer acts-strict --errors",
        "traktat evaluate gold/ --split split.toml --part look --json",
    ),
    short_help="Score the reader on labelled reports.",
)
@click.argument("gold", metavar="GOLD", type=click.Path())
@click.option("--split", metavar="FILE", help="A TOML file of lists of ids, scored apart.")
@click.option("--part", metavar="NAME", help="Only this part of the split.")
@click.option(
    "--layer",
    "layers",
    type=click.Choice(LAYERS),
    multiple=True,
    help="Only this layer; may be given again.",
)
@click.option("--errors", is_flag=True, help="Also what was missed, found in excess, or wrong.")
@how_to_read
@form_option()
@click.pass_context
def evaluate(
    ctx: click.Context,
    gold: str,
    split: str | None,
    part: str | None,
    layers: tuple[str, ...],
    errors: bool,
    settings: Settings,
    form: str,
) -> None:
    """Score the reader on labelled reports: precision, recall and F1 by layer and language.

    GOLD is a folder with text/<id>.json and labels/<id>.json; docs/reference/evaluation.md
    tells the form of the labels and when a finding counts as right.
    """
    from traktat.cli.program import Failures
    from traktat.cli.views.evaluations import print_evaluation
    from traktat.pipeline import evaluate as evaluated

    failures = Failures()
    found = evaluated(gold, split=split, part=part, settings=settings, on_error=failures)
    print_evaluation(found, layers or LAYERS, form, errors=errors)
    failures.end(ctx)

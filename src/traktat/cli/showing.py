"""`traktat show`: everything known of one agreement."""

from __future__ import annotations

from datetime import date

import click

from traktat.cli.options import DAY, agreement_argument, examples, form_option, store_option

PARTS = (
    "timeline",
    "provisions",
    "statements",
    "claims",
    "disagreements",
    "predecessors",
    "reports",
    "lineage",
)


@click.command(
    epilog=examples(
        "traktat show prk-rus-2024",
        'traktat show "rus prk" timeline disagreements',
        "traktat show prk-rus-2024 --on 2024-11-09 --json",
    ),
    short_help="Show everything known of one agreement.",
)
@agreement_argument
@click.argument("parts", nargs=-1, type=click.Choice(PARTS), metavar="[PART]…")
@store_option
@click.option("--on", type=DAY, default="today", metavar="DAY", help="The day of the standing.")
@form_option()
def show(agreement: str, parts: tuple[str, ...], store: str, on: date, form: str) -> None:
    """Show the dossier of an agreement, or only some PARTs of it.

    AGREEMENT is its id, the start of it, its parties, or words of one of its names. The parts
    are timeline, provisions, statements, claims, disagreements, predecessors, reports, lineage.
    """
    from traktat.cli.views.dossiers import print_dossier
    from traktat.pipeline import show as dossier_of

    print_dossier(dossier_of(agreement, store), on, parts, form)

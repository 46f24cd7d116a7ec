"""`traktat list`: the agreements of a store."""

from __future__ import annotations

from datetime import date

import click

from traktat.cli.options import DAY, examples, form_option, store_option


@click.command(
    "list",
    epilog=examples(
        "traktat list",
        "traktat list --party IDN --party AUS",
        "traktat list --status in-force --on 2024-12-04",
        "traktat list --matching '\"coast guard\" patrol' --json",
    ),
    short_help="List the agreements with their standing.",
)
@store_option
@click.option("--on", type=DAY, default="today", metavar="DAY", help="The day of the standing.")
@click.option("--party", "parties", multiple=True, metavar="CODE", help="Only with this party.")
@click.option("--status", metavar="STATUS", help="Only with this standing, such as in-force.")
@click.option("--matching", metavar="WORDS", help='Only if a report has WORDS; "…" for a phrase.')
@form_option()
def listing(
    store: str,
    on: date,
    parties: tuple[str, ...],
    status: str | None,
    matching: str | None,
    form: str,
) -> None:
    """List the agreements: parties, standing on a day, last act, number of reports."""
    from traktat.cli.views.agreements import print_agreements
    from traktat.pipeline import open_store

    with open_store(store) as agreements:
        found = agreements.matching(words=matching, parties=parties, status=status, on=on)
        print_agreements(found, on, form)

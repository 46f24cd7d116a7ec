"""`traktat export`: records in the forms of other tools."""

from __future__ import annotations

from datetime import date

import click

from traktat.cli.options import AGREEMENT, DAY, examples, store_option


@click.command(
    epilog=examples(
        "traktat export prk-rus-2024 --to html --out dossier.html",
        "traktat export prk-rus-2024 --to csv > timeline.csv",
        "traktat export prk-rus-2024 --to csv --only claims",
        "traktat export --all --to csv --out tables/",
    ),
    short_help="Write agreements in the form of another tool.",
)
@click.argument("agreements", nargs=-1, type=AGREEMENT, metavar="AGREEMENT…")
@click.option("--to", required=True, metavar="FORM", help="The form: csv, html …")
@click.option("--all", "everything", is_flag=True, help="Every agreement of the store.")
@click.option("--only", metavar="NAME", help="Only this one of several files, such as claims.")
@click.option("--out", metavar="PATH", help="A file, or a folder for several [default: print].")
@click.option(
    "--language", default="en", metavar="CODE", help="That the dossier opens in [default: en]."
)
@click.option("--on", type=DAY, default="today", metavar="DAY", help="The day of the standing.")
@store_option
def export(
    agreements: tuple[str, ...],
    to: str,
    everything: bool,
    only: str | None,
    out: str | None,
    language: str,
    on: date,
    store: str,
) -> None:
    """Write agreements in the form of another tool.

    csv gives a table for each part: timeline, agreements, provisions, renditions, statements,
    claims, disagreements, predecessors, reports, lineage, support. Without --out the first is
    printed, or the one that --only names; with --out FOLDER/ each becomes a file in it.
    """
    from traktat.cli.writing import chosen, write
    from traktat.pipeline import export as exported
    from traktat.pipeline import open_store

    if bool(agreements) is everything:
        raise click.UsageError("Name the agreements, or give --all.")
    with open_store(store) as known:
        records = list(known) if everything else [known[name] for name in agreements]
        files = exported(records, to, on=on, agreements=known, language=language)
    write(chosen(files, only), out)

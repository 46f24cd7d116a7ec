"""`traktat read`: what reports say, one by one."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from traktat.cli.options import JSON_LINES, examples, form_option, how_to_read

if TYPE_CHECKING:
    from traktat.pipeline import Settings

KINDS = ("date", "time", "name", "agreement", "act", "provision", "statement", "claim", "event")


@click.command(
    epilog=examples(
        "traktat read report.txt",
        "traktat read reports/ --kind act --kind provision",
        "traktat read reports/ --json > findings.jsonl",
        "curl -s https://example.org/report.html | traktat read -",
    ),
    short_help="Show what reports say, one by one.",
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option(
    "--kind",
    "kinds",
    type=click.Choice(KINDS),
    multiple=True,
    help="Only findings of this kind; may be given again.",
)
@how_to_read
@form_option(piped=JSON_LINES, json_means=JSON_LINES)
@click.pass_context
def read(
    ctx: click.Context,
    paths: tuple[str, ...],
    kinds: tuple[str, ...],
    settings: Settings,
    form: str,
) -> None:
    """Read reports and show what they say: dates, agreements, acts, clauses, statements, claims.

    PATH is a text, HTML, .json or .jsonl file, a folder of them, a pattern in quotes, or - for
    standard input. A report that cannot be read is told on standard error and passed over.
    """
    from traktat.cli.program import Failures
    from traktat.cli.progress import progress
    from traktat.cli.views.readings import print_readings
    from traktat.pipeline import read as read_reports

    failures = Failures()
    stdin = sys.stdin.buffer
    with progress("Reading", paths, beside_output=True) as advance:
        readings = read_reports(paths, settings=settings, stdin=stdin, on_error=failures)
        print_readings(readings, kinds, form, advance)
    failures.end(ctx)

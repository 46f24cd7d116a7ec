"""`traktat build`: reports into the store, records up to date."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from traktat.cli.options import examples, form_option, how_to_read, store_option

if TYPE_CHECKING:
    from traktat.pipeline import Settings


@click.command(
    epilog=examples(
        "traktat build reports/",
        "traktat build archive.jsonl --store treaties.db --jobs 4",
        "traktat build reports/ --replace     after files were corrected or removed",
    ),
    short_help="Take reports into the store and bring its records up to date.",
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@store_option
@click.option(
    "--replace",
    is_flag=True,
    help="Forget reports stored from the same PATHs that are no longer there.",
)
@how_to_read
@form_option()
@click.pass_context
def build(
    ctx: click.Context,
    paths: tuple[str, ...],
    store: str,
    replace: bool,
    settings: Settings,
    form: str,
) -> None:
    """Read reports into the store and fuse them into one record for each agreement.

    Run it again whenever there are more reports: what is stored already is not read again, and
    nothing is counted twice. It can be stopped at any moment; the next run goes on from there.
    """
    from traktat.cli.program import Failures
    from traktat.cli.progress import progress
    from traktat.cli.views.builds import print_build
    from traktat.pipeline import build as build_store

    failures = Failures()
    with progress("Reading", paths, beside_output=False) as advance:
        done = build_store(
            paths,
            store,
            settings=settings,
            stdin=sys.stdin.buffer,
            replace=replace,
            on_error=failures,
            on_progress=advance,
        )
    print_build(done, form)
    failures.end(ctx)

"""`traktat packs`: the languages that are installed, and whether their packs are in order."""

from __future__ import annotations

import click

from traktat.cli.options import examples, form_option

PACK_DIRECTORY = click.option(
    "--pack", "directories", multiple=True, metavar="DIR", help="A pack beside the installed ones."
)


@click.group(
    epilog=examples("traktat packs list", "traktat packs check id"),
    short_help="Look at the language packs.",
)
def packs() -> None:
    """Look at the language packs: what is installed, and whether it is in order."""


@packs.command("list", short_help="List the languages that can be read.")
@PACK_DIRECTORY
@form_option()
def list_packs(directories: tuple[str, ...], form: str) -> None:
    """List the languages that can be read, with the number of entries and words of each pack."""
    from traktat.cli.views.packs import print_packs
    from traktat.pipeline.readers import installed

    print_packs(installed(directories), form)

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


@packs.command("check", short_help="Hold packs to their own sentences.")
@click.argument("languages", nargs=-1, required=True, metavar="LANG…")
@PACK_DIRECTORY
@form_option()
def check_packs(languages: tuple[str, ...], directories: tuple[str, ...], form: str) -> None:
    """Read every sentence of the packs with the real reader; exit 3 if one is read wrongly.

    Also told: entries that lack sentences, and kinds for which a pack has no words yet.
    """
    from traktat.cli.views.pack_checks import print_checks
    from traktat.pipeline.pack_checks import check_pack

    found = [check_pack(language, directories) for language in languages]
    print_checks(found, form)
    if any(check.faults for check in found):
        raise click.exceptions.Exit(3)

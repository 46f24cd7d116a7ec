"""`traktat packs`: the languages installed, whether their packs are in order, what they lack."""

from __future__ import annotations

import sys

import click

from traktat.cli.options import examples, form_option

PACK_DIRECTORY = click.option(
    "--pack", "directories", multiple=True, metavar="DIR", help="A pack beside the installed ones."
)


@click.group(
    epilog=examples(
        "traktat packs list", "traktat packs check id", "traktat packs harvest reports/ --top 20"
    ),
    short_help="Look at the language packs.",
)
def packs() -> None:
    """Look at the language packs: what is installed, is it in order, where should it grow."""


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


@packs.command("harvest", short_help="List words beside agreements that the packs lack.")
@click.argument("paths", nargs=-1, required=True, metavar="TEXTS…")
@click.option("--language", metavar="CODE", help="Only reports in this language.")
@click.option(
    "--top", type=click.IntRange(min=1), default=50, show_default=True, help="How many words."
)
@PACK_DIRECTORY
@form_option()
@click.pass_context
def harvest_words(
    ctx: click.Context,
    paths: tuple[str, ...],
    language: str | None,
    top: int,
    directories: tuple[str, ...],
    form: str,
) -> None:
    """List verbs and nouns beside agreements and states that no file of the pack has.

    TEXTS are reports as `traktat read` takes them; they need no labels.
    """
    from traktat.cli.program import Failures
    from traktat.cli.progress import progress
    from traktat.cli.views.harvests import print_harvest
    from traktat.pipeline import Settings, harvest

    failures, stdin, settings = Failures(), sys.stdin.buffer, Settings(packs=directories)
    with progress("Reading", paths, beside_output=False) as advance:
        found = harvest(
            paths,
            language=language,
            top=top,
            settings=settings,
            stdin=stdin,
            on_error=failures,
            on_progress=advance,
        )
    print_harvest(found, form)
    failures.end(ctx)

"""`traktat search`: words of reports, statements and clauses."""

from __future__ import annotations

import click

from traktat.cli.options import examples, form_option, page_options, store_option

MATTERS = ("report", "statement", "provision")


@click.command(
    epilog=examples(
        "traktat search kemitraan strategis",
        "traktat search '\"coast guard\"' --matter provision",
        "traktat search will never ratify --matter statement --json",
    ),
    short_help="Search reports, statements or clauses by their words.",
)
@click.argument("words", nargs=-1, required=True, metavar="WORDS…")
@click.option(
    "--matter",
    type=click.Choice(MATTERS),
    default=MATTERS[0],
    show_default=True,
    help="What is searched.",
)
@page_options
@store_option
@form_option()
def search(
    words: tuple[str, ...], matter: str, page: int, per_page: int, store: str, form: str
) -> None:
    """Search reports, or only what somebody said or what a clause says, best matches first.

    All the WORDS must be there, whatever their case and accents; words in double quotes must
    stand together. Reports of all languages are searched. `traktat why ID` leads from a
    statement or clause that was found to its characters.
    """
    from traktat.cli.views.searches import print_hits
    from traktat.pipeline import search as hits

    found = hits(" ".join(words), store, matter=matter, page=page, per_page=per_page)
    print_hits(found, page, per_page, form)

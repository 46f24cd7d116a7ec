"""`traktat people` and `traktat states`: who acts and speaks, and what each did and said."""

from __future__ import annotations

import click

from traktat.cli.options import (
    PresenceName,
    examples,
    form_option,
    one_of,
    page_options,
    store_option,
)


@click.command(
    epilog=examples(
        "traktat people",
        "traktat people --matching minister --per-page 20",
        'traktat people "Vladimir Putin"',
        "traktat people putin --json",
    ),
    short_help="List persons, or what one of them did and said.",
)
@click.argument("person", required=False, type=PresenceName("person"), metavar="[NAME]")
@click.option("--matching", default="", metavar="TEXT", help="Only names with TEXT in them.")
@page_options
@store_option
@form_option()
def people(
    person: str | None, matching: str, page: int, per_page: int, store: str, form: str
) -> None:
    """List the persons who act or speak in any record, those who do most first.

    With a NAME, or a part of it that fits nobody else, tell what this person signed and did,
    said, and took a stance on, agreement by agreement.
    """
    from traktat.cli.views.presences import print_deeds, print_presences
    from traktat.pipeline import people as listed
    from traktat.pipeline import person as deeds

    one_of(name=person, matching=matching)
    if person is None:
        found = listed(store, matching=matching, page=page, per_page=per_page)
        print_presences(found, "person", page, per_page, form)
    else:
        print_deeds(deeds(person, store), form)


@click.command(
    epilog=examples(
        "traktat states",
        "traktat states IDN",
        "traktat states RUS --json",
    ),
    short_help="List states, or what one of them did and said.",
)
@click.argument("state", required=False, type=PresenceName("state"), metavar="[CODE]")
@click.option("--matching", default="", metavar="TEXT", help="Only codes with TEXT in them.")
@page_options
@store_option
@form_option()
def states(
    state: str | None, matching: str, page: int, per_page: int, store: str, form: str
) -> None:
    """List the states, organizations and groups that act or speak, those that do most first.

    With a CODE, tell what this state signed and did, what was said in its name, and what it
    asserts or denies, agreement by agreement. Codes are those of `traktat list`.
    """
    from traktat.cli.views.presences import print_deeds, print_presences
    from traktat.pipeline import state as deeds
    from traktat.pipeline import states as listed

    one_of(code=state, matching=matching)
    if state is None:
        found = listed(store, matching=matching, page=page, per_page=per_page)
        print_presences(found, "state", page, per_page, form)
    else:
        print_deeds(deeds(state, store), form)

"""`traktat status` and `traktat drill`: questions of law."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from traktat.cli.options import DAY, TIME, agreement_argument, examples, form_option, store_option

if TYPE_CHECKING:
    from traktat.model.dates import When


@click.command(
    epilog=examples(
        "traktat status prk-rus-2024 --on 2024-12-04",
        "traktat status prk-rus-2024 --during 2024-06/2024-12",
        'traktat status "rus prk" --json',
    ),
    short_help="Tell where an agreement stands in law on a day, with proof.",
)
@agreement_argument
@click.option("--on", type=DAY, default="today", metavar="DAY", help="The day asked about.")
@click.option("--during", type=TIME, metavar="WHEN", help="Was it in force then? An EDTF value.")
@store_option
@form_option()
def status(agreement: str, on: date, during: When | None, store: str, form: str) -> None:
    """Tell where an agreement stands in law on a day, for each party, and which acts prove it.

    Vague dates may leave more than one status possible on a day; all of them are told. With
    --during, tell whether it was in force throughout a stretch of days (2024-06/2024-12), or on
    a day that is not known exactly (2024-06).
    """
    from traktat.cli.views.standings import print_in_force, print_standing
    from traktat.pipeline import show

    dossier = show(agreement, store)
    if during is not None:
        print_in_force(dossier, dossier.in_force_when(during), form)
    else:
        print_standing(dossier, dossier.status_on(on), form)


@click.command(
    epilog=examples(
        "traktat drill prk-rus-2024 --event armed-attack --by X --on RUS --date 2024-12-10",
        "traktat drill prk-rus-2024 --event sanctions --by RUS --on PRK --json",
    ),
    short_help="Tell what an event would oblige whom to do.",
)
@agreement_argument
@click.option("--event", required=True, metavar="EVENT", help="What happens; see above.")
@click.option("--by", required=True, metavar="STATE", help="Who does it.")
@click.option("--on", metavar="STATE", help="To whom it is done.")
@click.option("--date", "day", type=DAY, default="today", metavar="DAY", help="When it happens.")
@store_option
@form_option()
def drill(
    agreement: str, event: str, by: str, on: str | None, day: date, store: str, form: str
) -> None:
    """Tell what an event would oblige whom to do: who owes what to whom, within which limits.

    EVENT is armed-attack, war-declared, sanctions, adverse-treaty, consultation-request,
    withdrawal-notice or joint-exercise. States are codes such as PRK; one that is no party may
    have any name.
    """
    from traktat.cli.views.drills import print_drill
    from traktat.pipeline import show

    dossier = show(agreement, store)
    print_drill(dossier, dossier.drill(event=event, by=by, on=on, day=day), form)

"""`traktat why`: an answer traced back to the characters it rests on."""

from __future__ import annotations

from datetime import date

import click

from traktat.cli.options import DAY, examples, form_option, store_option


@click.command(
    epilog=examples(
        "traktat why prk-rus-2024 --on 2024-12-04",
        "traktat why act-5f0c2ab41d",
        "traktat why prk-rus-2024 --json",
    ),
    short_help="Explain a finding, an act, a clause or a record.",
)
@click.argument("identity", metavar="ID")
@click.option("--on", type=DAY, metavar="DAY", help="Explain the standing on that day.")
@store_option
@form_option()
def why(identity: str, on: date | None, store: str, form: str) -> None:
    """Explain why the record says what it says, step by step, back to the characters.

    ID is that of a finding, act, clause, statement, claim, disagreement or agreement, as
    `traktat show` and `traktat read --json` print it.
    """
    from traktat.cli.views.explanations import print_explanation
    from traktat.pipeline import why as explained

    print_explanation(explained(identity, store, on=on), form)

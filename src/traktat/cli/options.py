"""Options that several commands share."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any

import click
from click.shell_completion import CompletionItem

from traktat.errors import BadDate, TraktatError

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

TABLE, JSON, JSON_LINES = "table", "json", "jsonl"
FARTHEST, MOST = 100_000, 1000  # pages of a list, and lines on one of them


class Day(click.ParamType):  # type: ignore[type-arg]  # generic only from click 8.4 on
    """One day: `2024-06-19` or `today`."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read a day; anything else is a mistake in usage."""
        from traktat.pipeline.dossiers import day_of

        if value == "today":
            return date.today()
        try:
            return day_of(value)
        except BadDate as error:
            self.fail(f"{error.message}; a day is written as 2024-06-19, or today.", param, ctx)


class Time(click.ParamType):  # type: ignore[type-arg]  # the same
    """A day, a month, a year or a stretch of days, as EDTF writes them."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read an EDTF value; anything else is a mistake in usage."""
        from traktat.model.dates import parse

        try:
            return parse(value)
        except BadDate as error:
            self.fail(f"{error.message}; write 2024-06-19, 2024-06 or 2024-06/2024-12.", param, ctx)


class AgreementName(click.ParamType):  # type: ignore[type-arg]  # the same
    """An agreement by its id, by the start of it, by parties, or by words of its names."""

    name = "agreement"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Offer the ids in the store."""
        from traktat.pipeline import open_store

        try:
            with open_store(ctx.params.get("store") or "traktat.db") as agreements:
                ids = [agreement.id for agreement in agreements]
        except TraktatError:
            return []  # no store, nothing to offer
        return [CompletionItem(item) for item in ids if item.startswith(incomplete)]


class PresenceName(click.ParamType):  # type: ignore[type-arg]  # the same
    """A person by name, or a state by its code, or a part of either."""

    def __init__(self, name: str) -> None:
        self.name = name  # `person` or `state`

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Offer those in the store who act and speak most."""
        from traktat.pipeline import people, states

        listed = people if self.name == "person" else states
        try:
            found = listed(ctx.params.get("store") or "traktat.db", matching=incomplete)
        except TraktatError:
            return []  # no store, nobody to offer
        start = incomplete.casefold()
        names = (one.name for one in found.lines)
        return [CompletionItem(name) for name in names if name.casefold().startswith(start)]


def examples(*lines: str) -> str:
    """Give the examples that close a command's help."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


DAY = Day()
TIME = Time()
AGREEMENT = AgreementName()

store_option: Decorator = click.option(
    "--store",
    metavar="FILE",
    envvar="TRAKTAT_STORE",
    default="traktat.db",
    show_default=True,
    show_envvar=True,
    help="The store: one SQLite file.",
)
agreement_argument: Decorator = click.argument("agreement", type=AGREEMENT)


def how_to_read(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of reading, given to the command as `settings`."""

    @click.option(
        "--jobs",
        "-j",
        type=click.IntRange(min=1),
        metavar="N",
        help="Read on N processors [default: all of them where that pays].",
    )
    @click.option(
        "--reference",
        type=DAY,
        metavar="DAY",
        help="The day of printing of reports that tell none.",
    )
    @click.option(
        "--pack",
        "packs",
        multiple=True,
        metavar="DIR",
        help="A language pack beside the installed ones; may be given again.",
    )
    @wraps(command)
    def run(
        *args: Any, jobs: int | None, reference: date | None, packs: tuple[str, ...], **rest: Any
    ) -> Any:
        from traktat.pipeline import Settings

        settings = Settings(packs=packs, reference=reference, jobs=jobs)
        return command(*args, settings=settings, **rest)

    return run


def one_of(**given: str | None) -> None:
    """Refuse two ways of choosing the same thing at once."""
    named = [name for name, value in given.items() if value]
    if len(named) > 1:
        raise click.UsageError(f"Give {named[0].upper()} or --{named[1]}, not both.")


def page_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--page` and `--per-page`, given to the command under these names."""
    pages = click.option(
        "--page",
        type=click.IntRange(min=1, max=FARTHEST),
        default=1,
        show_default=True,
        metavar="N",
        help="Which page of the list.",
    )
    lines = click.option(
        "--per-page",
        type=click.IntRange(min=1, max=MOST),
        default=50,
        show_default=True,
        metavar="N",
        help="Lines on a page.",
    )
    return pages(lines(command))


def form_option(*, piped: str = TABLE, json_means: str = JSON) -> Decorator:
    """Add `--format` and `--json`, given to the command as `form`.

    `piped` is the form where standard output is no terminal.
    """
    default = f" [default: table on a terminal, else {piped}]." if piped != TABLE else "."

    def add(command: Callable[..., Any]) -> Callable[..., Any]:
        @click.option(
            "--format", "form", type=click.Choice([TABLE, JSON, JSON_LINES]), help=f"Form{default}"
        )
        @click.option("--json", "as_json", is_flag=True, help=f"Short for --format {json_means}.")
        @wraps(command)
        def run(*args: Any, form: str | None, as_json: bool, **rest: Any) -> Any:
            usual = TABLE if sys.stdout.isatty() else piped
            return command(*args, form=form or (json_means if as_json else usual), **rest)

        return run

    return add

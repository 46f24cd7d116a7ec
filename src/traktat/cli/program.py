"""The program `traktat`: its commands, found by name, and how it ends."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib import import_module
from traceback import format_exception
from typing import Any

import click

from traktat import __version__
from traktat.cli.interrupting import INTERRUPTED
from traktat.cli.options import examples
from traktat.cli.printing import printable
from traktat.errors import TraktatError

FAILED = 1  # an error the user can mend
VERBOSE = ("--verbose", "-v")

COMMANDS: Mapping[str, str] = {
    "read": "traktat.cli.reading:read",
    "build": "traktat.cli.building:build",
    "list": "traktat.cli.listing:listing",
    "show": "traktat.cli.showing:show",
    "status": "traktat.cli.asking:status",
    "drill": "traktat.cli.asking:drill",
    "why": "traktat.cli.explaining:why",
    "search": "traktat.cli.searching:search",
    "people": "traktat.cli.presences:people",
    "states": "traktat.cli.presences:states",
    "review": "traktat.cli.reviewing:review",
    "export": "traktat.cli.exporting:export",
    "serve": "traktat.desk.command:serve",
    "evaluate": "traktat.cli.evaluating:evaluate",
    "packs": "traktat.cli.packs:packs",
    "completion": "traktat.cli.completion:completion",
}


class Program(click.Group):
    """The commands, each imported when it is called, and the words in which errors are told."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands in the order of the work: read, build, ask, hand on."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        place = COMMANDS.get(cmd_name)
        if place is None:
            return None
        module, _, name = place.partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take `--verbose` wherever it stands: it is added to a command that has just failed."""
        end = args.index("--") if "--" in args else len(args)
        options, rest = args[:end], args[end:]
        verbose = [word for word in options if word in VERBOSE]
        words = [word for word in options if word not in VERBOSE]
        return super().parse_args(ctx, [*verbose[:1], *words, *rest])

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; tell what went wrong as message and hint."""
        _write_anything()
        try:
            return super().invoke(ctx)
        except TraktatError as error:
            tell(error)
            ctx.exit(FAILED)
        except KeyboardInterrupt:
            click.echo("stopped; what was stored before is kept", err=True)
            ctx.exit(INTERRUPTED)


def tell(error: TraktatError) -> None:
    """Tell on standard error what went wrong, and what to do about it."""
    if click.get_current_context().find_root().params.get("verbose"):
        click.echo("".join(format_exception(error)), err=True)
    click.echo(f"error: {printable(error.message)}", err=True)
    if error.hint:
        click.echo(f"\nhint: {printable(error.hint)}", err=True)


class Failures:
    """Counts what could not be read while the work goes on."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, error: TraktatError) -> None:
        """Tell an error and go on."""
        self.count += 1
        tell(error)

    def end(self, ctx: click.Context) -> None:
        """End the program: with an error if anything could not be read."""
        if self.count:
            reports = "report" if self.count == 1 else "reports"
            click.echo(f"{self.count} {reports} could not be read", err=True)
            ctx.exit(FAILED)


def _write_anything() -> None:
    """Let characters that the terminal or a file name cannot hold be written as escapes."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


@click.group(
    cls=Program,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=examples(
        "traktat build reports/",
        "traktat list",
        "traktat show prk-rus-2024",
        "traktat status prk-rus-2024 --on 2024-12-04",
        "traktat build --help",
    ),
)
@click.version_option(__version__, "--version", "-V", message="traktat %(version)s")
@click.option(*VERBOSE, is_flag=True, help="Show where an error came from.")
def program(verbose: bool) -> None:
    """Read news about agreements between states; keep one sourced, dated record of each."""

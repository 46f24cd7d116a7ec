"""`traktat review`: what a person should look at, and what people decided."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import wraps
from pathlib import Path
from typing import Any

import click

from traktat.cli.options import Decorator, examples, form_option, store_option
from traktat.errors import BadJudgement, UnreadableDocument
from traktat.sentences import as_sentence

LONGEST_FILE = 50_000_000  # characters of a file of judgements: some fifty thousand of them

by_option: Decorator = click.option(
    "--by",
    metavar="NAME",
    envvar="TRAKTAT_REVIEWER",
    show_envvar=True,
    help="Who judges [default: your login name].",
)


def _login(name: str | None) -> str:
    from getpass import getuser

    if name:
        return name
    try:
        return getuser()
    except (KeyError, OSError):
        raise BadJudgement(
            as_sentence("nobody knows who judges"),
            hint=as_sentence("Give your name with --by NAME."),
        ) from None


def _judges(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add who judges, given to the command as `by`."""

    @by_option
    @wraps(command)
    def run(*args: Any, by: str | None, **rest: Any) -> Any:
        return command(*args, by=_login(by), **rest)

    return run


@click.group(
    invoke_without_command=True,
    epilog=examples(
        "traktat review                       one after the other, with the keyboard",
        "traktat review --list",
        "traktat review judge act-5f0c2ab41d --correct date=2024-06-19 --why 'a slip of the pen'",
        "traktat review undo j-0a1b2c3d4e5f",
        "traktat review export judgements.jsonl",
    ),
    short_help="Judge what was read; see what to look at first.",
)
@store_option
@_judges
@click.option("--agreement", metavar="ID", help="Only what is of this agreement.")
@click.option("--list", "listing", is_flag=True, help="List the queue and end.")
@form_option()
@click.pass_context
def review(
    ctx: click.Context, store: str, by: str, agreement: str | None, listing: bool, form: str
) -> None:
    """Go through what a person should look at, one after the other.

    Keys: a accept, r reject, c correct, m it belongs to another agreement, n it is an agreement
    of its own, d take a decision back, s skip, u undo, w why, ? help, q quit. Every judgement is
    kept with who made it, when and why; the records change at once. On a pipe, give one key or
    answer a line.
    """
    if ctx.invoked_subcommand is not None:
        return
    from traktat.cli.options import TABLE
    from traktat.cli.sessions import Session
    from traktat.cli.views.reviews import print_queue
    from traktat.pipeline import open_store
    from traktat.pipeline.reviewing import Reviewing

    with open_store(store) as agreements:
        wanted = agreements[agreement].id if agreement else None
        reviewing = Reviewing(agreements)
        if listing or form != TABLE:
            tasks = reviewing.queue()
            print_queue((one for one in tasks if wanted in (None, one.agreement)), form)
        else:
            Session(agreements, reviewing, by, wanted).run()


@review.command(
    epilog=examples(
        "traktat review judge act-5f0c2ab41d --accept",
        "traktat review judge 145cf74ab49d:ab20f2284fab --correct status=planned --why 'a plan'",
        "traktat review judge prk-rus-2024 --merge prk-rus-2024-memorandum",
        "traktat review judge 145cf74ab49d#B --split --into prk-rus-2000",
        "traktat review judge 'person:Andrey Rudenko' --merge 'person:Andrei Rudenko'",
        "traktat review judge 145cf74ab49d --copy-of 5e51bd5886e2",
    ),
    short_help="Judge one thing.",
)
@click.argument("identity", metavar="ID")
@click.option("--accept", "verdict", flag_value="accept", help="It was read rightly.")
@click.option("--reject", "verdict", flag_value="reject", help="It should not have been read.")
@click.option("--correct", multiple=True, metavar="FIELD=VALUE", help="A field is otherwise.")
@click.option("--merge", metavar="OTHER", help="The agreement, or person, takes OTHER in.")
@click.option("--split", "verdict", flag_value="split", help="It is an agreement of its own.")
@click.option("--into", metavar="OTHER", help="With --split: it belongs to OTHER.")
@click.option("--split-from", metavar="PERSON", help="The two names are two persons.")
@click.option("--copy-of", metavar="REPORT", help="The report copies this one.")
@click.option("--not-copy-of", metavar="REPORT", help="Neither report copies the other.")
@click.option("--why", default="", metavar="TEXT", help="The reason, kept with the judgement.")
@click.option("--anyway", is_flag=True, help="Even where somebody else decided otherwise.")
@store_option
@_judges
@form_option()
def judge(
    identity: str, why: str, anyway: bool, store: str, by: str, form: str, **chosen: Any
) -> None:
    """Judge a finding, an item of a record, a report, an agreement or a person.

    ID is what `traktat show --json`, `traktat review --list` and `traktat why` print; an item of
    a record stands for all the findings behind it. Fields are those of `traktat read --json`.
    """
    from traktat.cli.views.reviews import print_reviewed
    from traktat.pipeline import open_store
    from traktat.pipeline.reviewing import Decision, Reviewing

    about, said = _said(identity, chosen)
    decision = Decision(about=about, by=by, why=why, against_others=anyway, **said)
    with open_store(store) as agreements:
        print_reviewed(Reviewing(agreements).judge(decision), form)


def _said(identity: str, chosen: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """Turn the options into what a decision is about, and what was decided."""
    from traktat.model.judgements import Verdict

    verdict, into = chosen["verdict"], chosen["into"]
    found: list[tuple[str, dict[str, Any]]] = []
    if verdict:
        other = into if verdict == "split" else None
        found.append((identity, {"verdict": Verdict(verdict), "other": other}))
    if chosen["correct"]:
        changes = dict(map(_change, chosen["correct"]))
        found.append((identity, {"verdict": Verdict.CORRECT, "changes": changes}))
    if chosen["merge"]:
        found.append((identity, {"verdict": Verdict.MERGE, "other": chosen["merge"]}))
    if chosen["split_from"]:
        found.append((identity, {"verdict": Verdict.SPLIT, "other": chosen["split_from"]}))
    if chosen["copy_of"]:
        found.append((identity, {"verdict": Verdict.COPY, "other": chosen["copy_of"]}))
    if chosen["not_copy_of"]:
        tie = f"tie:{identity}:{chosen['not_copy_of']}"
        found.append((tie, {"verdict": Verdict.REJECT}))
    if len(found) != 1 or (into and verdict != "split"):
        raise click.UsageError(
            "Give one verdict: --accept, --reject, --correct, --merge, --split, --split-from, "
            "--copy-of or --not-copy-of."
        )
    return found[0]


def _change(given: str) -> tuple[str, str]:
    name, equals, value = given.partition("=")
    if not equals:
        raise click.UsageError(f"{given!r} is not FIELD=VALUE, such as date=2024-06-19.")
    return name.strip(), value.strip()


@review.command(short_help="Take a judgement back.")
@click.argument("judgement", metavar="ID")
@click.option("--why", default="", metavar="TEXT", help="The reason, kept beside it.")
@store_option
@_judges
@form_option()
def undo(judgement: str, why: str, store: str, by: str, form: str) -> None:
    """Take a judgement back. It stays on record, with who took it back, when and why."""
    from traktat.cli.views.reviews import print_reviewed
    from traktat.pipeline import open_store
    from traktat.pipeline.reviewing import Reviewing

    with open_store(store) as agreements:
        print_reviewed(Reviewing(agreements).undo(judgement, by=by, why=why), form)


@review.command(short_help="Tell who judged what, when and why.")
@click.argument("identity", metavar="[ID]", required=False)
@store_option
@form_option()
def log(identity: str | None, store: str, form: str) -> None:
    """List all judgements, or those about ID, with those that were taken back."""
    from traktat.cli.views.reviews import print_log
    from traktat.pipeline import open_store
    from traktat.pipeline.reviewing import Reviewing

    with open_store(store) as agreements:
        print_log(Reviewing(agreements).judgements(identity), form)


@review.command("export", short_help="Write all judgements as sorted lines of JSON.")
@click.argument("file", metavar="[FILE]", default="-")
@store_option
def export_lines(file: str, store: str) -> None:
    """Write all judgements, one a line, to FILE or to standard output (-).

    The lines are sorted, and the same judgements always give the same file: it can live in git.
    """
    from traktat.cli.writing import write
    from traktat.pipeline import open_store
    from traktat.pipeline.reviewing import Reviewing

    with open_store(store) as agreements:
        lines = Reviewing(agreements).exported()
    if file == "-":
        click.echo(lines, nl=False)
    else:
        write({Path(file).name: lines}, file)


@review.command("import", short_help="Take in judgements from lines of JSON.")
@click.argument("file", metavar="FILE")
@store_option
@form_option()
def import_lines(file: str, store: str, form: str) -> None:
    """Take in the judgements of FILE (- for standard input): all of them, or none.

    What is known already is passed over, so a file can be taken in again and again.
    """
    from traktat.cli.views.reviews import print_imported
    from traktat.pipeline import open_store
    from traktat.pipeline.reviewing import Reviewing

    with open_store(store) as agreements:
        print_imported(Reviewing(agreements).take_in(_text_of(file)), form)


def _text_of(file: str) -> str:
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        if len(data) > LONGEST_FILE:
            raise UnreadableDocument(as_sentence(f"{file} is too long for a file of judgements"))
        return data.decode("utf-8")
    except OSError as error:
        raise UnreadableDocument(as_sentence(f"{file}: {error.strerror or error}")) from None
    except UnicodeDecodeError as error:
        raise UnreadableDocument(
            as_sentence(f"{file} is not UTF-8: byte {error.start} cannot be read"),
            hint=as_sentence("Write the file with `traktat review export`."),
        ) from None

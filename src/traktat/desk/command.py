"""`traktat serve`: the desk opened."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import click

from traktat.errors import DeskError
from traktat.pipeline import STORE
from traktat.sentences import as_sentence

NEEDED = ("fastapi", "uvicorn", "python_multipart", "babel")  # of the extra `desk`


EXAMPLES = """\b
Examples:
  traktat serve
  traktat serve --store treaties.db --port 9000
  TRAKTAT_TOKEN=… traktat serve --host 0.0.0.0 --allow-host desk.example.org
"""


@click.command(epilog=EXAMPLES, short_help="Open the desk in the browser, and the HTTP API.")
@click.option(
    "--store",
    metavar="FILE",
    envvar="TRAKTAT_STORE",
    default=STORE,
    show_default=True,
    show_envvar=True,
    help="The store: one SQLite file.",
)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8765,
    show_default=True,
    help="The port to listen on; 0 for any free one.",
)
@click.option(
    "--token",
    envvar="TRAKTAT_TOKEN",
    show_envvar=True,
    metavar="WORDS",
    help="What whoever changes something must know; needed beyond loopback.",
)
@click.option(
    "--reviewer",
    envvar="TRAKTAT_REVIEWER",
    show_envvar=True,
    metavar="NAME",
    help="Who judges, unless a judgement says [default: the user's name].",
)
@click.option(
    "--allow-host",
    "names",
    multiple=True,
    metavar="NAME",
    help="A host name the desk answers to; may be given again.",
)
@click.option(
    "--pack", "packs", multiple=True, metavar="DIR", help="A pack beside the installed ones."
)
def serve(
    store: str,
    host: str,
    port: int,
    token: str | None,
    reviewer: str | None,
    names: tuple[str, ...],
    packs: tuple[str, ...],
) -> None:
    """Open the desk on a store: pages for people, /api/v1 for programs, nothing from the network.

    Only this machine can reach it unless --host says otherwise; then --token is needed, and
    whoever has it may add reports and judge.
    """
    _must_be_installed()
    from traktat.desk.serving import run, user_name
    from traktat.desk.settings import DeskSettings

    run(
        DeskSettings(
            store=Path(store),
            host=host,
            port=port,
            token=token or None,
            reviewer=reviewer or user_name(),
            names=names,
            packs=packs,
        )
    )


def _must_be_installed() -> None:
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        raise DeskError(
            as_sentence(f"the desk needs {', '.join(missing)}, not installed here"),
            hint=as_sentence("Install it with: pip install 'traktat[desk]'"),
        )

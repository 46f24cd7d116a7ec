"""All rooms put together: read, build, and ask.

This is the only part of the program that knows every room. Its functions are the Python API
(`traktat.read`, `traktat.build`, `traktat.open` …) and what each command calls. Rooms are
imported when they are needed: a question to a store does not wait for the readers to load.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from traktat.model.outlines import Role
from traktat.pipeline.agreements import Agreements, open_store
from traktat.pipeline.dossiers import Dossier, day_of
from traktat.pipeline.settings import DEFAULT, Settings
from traktat.store.lists import cut_of

if TYPE_CHECKING:
    from traktat.errors import TraktatError
    from traktat.model.findings import Reading
    from traktat.model.outlines import Presence
    from traktat.model.records import Drill, Record, Standing
    from traktat.pipeline.changes import Build
    from traktat.pipeline.evaluation import Evaluation
    from traktat.pipeline.explanations import Explanation
    from traktat.pipeline.presences import Deeds
    from traktat.reading.harvest import Candidate
    from traktat.store.base import Hit
    from traktat.store.lists import Found

__all__ = [
    "Agreements",
    "Dossier",
    "Settings",
    "build",
    "drill",
    "evaluate",
    "export",
    "harvest",
    "open_store",
    "people",
    "person",
    "read",
    "search",
    "show",
    "state",
    "states",
    "status",
    "why",
]

STORE = "traktat.db"
PER_PAGE = 50  # lines of a list given at once
Paths = str | Path | Iterable[str | Path]


def read(
    paths: Paths,
    *,
    settings: Settings = DEFAULT,
    stdin: BinaryIO | None = None,
    on_error: Callable[[TraktatError], None] | None = None,
) -> Iterator[Reading]:
    """Read reports and give what each says, in the order of the paths.

    `paths` are files, folders, patterns, or `-` for `stdin`. A document that cannot be read
    is told to `on_error` and passed over; without it the error is raised.
    """
    from traktat.pipeline.findings import read_paths

    return read_paths(_listed(paths), settings=settings, stdin=stdin, on_error=on_error)


def build(
    paths: Paths,
    store: str | Path = STORE,
    *,
    settings: Settings = DEFAULT,
    stdin: BinaryIO | None = None,
    replace: bool = False,
    on_error: Callable[[TraktatError], None] | None = None,
    on_progress: Callable[[int], None] | None = None,
) -> Build:
    """Read reports into a store, made where there is none, and bring its records up to date.

    What the store holds already is not read again. `replace` forgets documents stored from
    the same files and folders that are no longer there. `on_progress` is told how many more
    documents are done.
    """
    from traktat.pipeline.builds import build_store

    with open_store(store, create=True) as agreements:
        return build_store(
            _listed(paths),
            agreements.store,
            settings=settings,
            stdin=stdin,
            replace=replace,
            on_error=on_error,
            on_progress=on_progress,
        )


def show(agreement: str, store: str | Path = STORE) -> Dossier:
    """Give the record of an agreement, by id, by parties or by words of its names."""
    with open_store(store) as agreements:
        return agreements[agreement]


def status(agreement: str, on: date | str, store: str | Path = STORE) -> Standing:
    """Tell where an agreement stands in law on a day, with the acts that prove it."""
    return show(agreement, store).status_on(on)


def drill(
    agreement: str,
    *,
    event: str,
    by: str,
    on: str | None = None,
    day: date | str,
    store: str | Path = STORE,
) -> Drill:
    """Tell what an event, done by one state to another on a day, would oblige whom to do."""
    return show(agreement, store).drill(event=event, by=by, on=on, day=day)


def why(identity: str, store: str | Path = STORE, *, on: date | str | None = None) -> Explanation:
    """Explain a finding, an act, a clause or an agreement, back to the characters.

    With a day, the standing of the agreement on that day is explained.
    """
    from traktat.pipeline.explanations import explained

    with open_store(store) as agreements:
        return explained(identity, agreements, on=None if on is None else day_of(on))


def search(
    words: str,
    store: str | Path = STORE,
    *,
    matter: str = "report",
    page: int = 1,
    per_page: int = PER_PAGE,
) -> Found[Hit]:
    """Find reports, statements or clauses by their words, best first, a page of them at a time.

    All the words must be there; words in double quotes must stand together. `matter` is what is
    searched: `report`, `statement` or `provision`. `lines` are the matches, `total` counts all.
    """
    with open_store(store) as agreements:
        return agreements.found(words, matter, cut_of(page, per_page))


def people(
    store: str | Path = STORE, *, matching: str = "", page: int = 1, per_page: int = PER_PAGE
) -> Found[Presence]:
    """List the persons who act or speak in all records, those that do most first."""
    with open_store(store) as agreements:
        return agreements.presences(Role.PERSON, matching, cut_of(page, per_page))


def person(name: str, store: str | Path = STORE) -> Deeds:
    """Give what a person did, said and took a stance on, in all records."""
    with open_store(store) as agreements:
        return agreements.deeds(Role.PERSON, name)


def states(
    store: str | Path = STORE, *, matching: str = "", page: int = 1, per_page: int = PER_PAGE
) -> Found[Presence]:
    """List the states, organizations and groups that act or speak, those that do most first."""
    with open_store(store) as agreements:
        return agreements.presences(Role.STATE, matching, cut_of(page, per_page))


def state(code: str, store: str | Path = STORE) -> Deeds:
    """Give what a state, by its code, did, said and took a stance on, in all records."""
    with open_store(store) as agreements:
        return agreements.deeds(Role.STATE, code)


def export(
    records: Sequence[Record],
    to: str,
    *,
    on: date | str | None = None,
    agreements: Agreements | None = None,
    language: str = "en",
) -> Mapping[str, str]:
    """Give records in another form, as texts by file name; `on` is the day of the standing.

    With the `agreements` they come from, forms that show the reports can show their texts.
    """
    from traktat.export.exporters import exporter

    return exporter(to)(
        records,
        on=day_of(on or date.today()),
        readings=agreements.reading if agreements else lambda report: None,
        language=language,
    )


def harvest(
    paths: Paths,
    *,
    language: str | None = None,
    top: int | None = None,
    settings: Settings = DEFAULT,
    stdin: BinaryIO | None = None,
    on_error: Callable[[TraktatError], None] | None = None,
    on_progress: Callable[[int], None] | None = None,
) -> list[Candidate]:
    """List the words beside agreements and states that the packs lack, most telling first."""
    from traktat.pipeline.harvests import harvest_paths

    return harvest_paths(
        _listed(paths),
        language=language,
        top=top,
        settings=settings,
        stdin=stdin,
        on_error=on_error,
        on_progress=on_progress,
    )


def evaluate(
    gold: str | Path,
    *,
    split: str | Path | None = None,
    part: str | None = None,
    settings: Settings = DEFAULT,
    on_error: Callable[[TraktatError], None] | None = None,
    on_progress: Callable[[int], None] | None = None,
) -> Evaluation:
    """Score the reader on labelled reports: `gold` holds text/<id>.json and labels/<id>.json.

    `split` is a TOML file of lists of ids, each scored apart; `part` scores one of them only.
    A report the reader fails on counts as all missed, and is told to `on_error`.
    """
    from traktat.pipeline.evaluation import evaluate_gold

    return evaluate_gold(
        Path(gold),
        split=None if split is None else Path(split),
        part=part,
        settings=settings,
        on_error=on_error,
        on_progress=on_progress,
    )


def _listed(paths: Paths) -> list[str]:
    given = [paths] if isinstance(paths, str | Path) else paths
    return [str(path) for path in given]

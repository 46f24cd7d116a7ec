"""What others leave in the store is not left there."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from tests.cli.reports import REPORTS
from traktat.desk.lookout import Lookout
from traktat.desk.settings import DeskSettings
from traktat.desk.shelf import Shelf
from traktat.model.documents import Document
from traktat.model.findings import Reading
from traktat.pipeline import fusing
from traktat.pipeline.jobs import readings
from traktat.pipeline.settings import Settings
from traktat.store.base import location
from traktat.store.sqlite import SqliteStore

PATIENCE = 120.0  # seconds within which a thread that looks every hundredth must have looked


@pytest.fixture
def shelf(settings: DeskSettings) -> Iterator[Shelf]:
    opened = Shelf(settings)
    yield opened
    opened.close()


@pytest.fixture
def lookout(shelf: Shelf) -> Lookout:
    opened = Lookout(shelf)
    opened.look()
    return opened


def leave(shelf: Shelf, number: int = 0, *, finish: bool = False) -> str:
    """Be another process that takes a report in, and may be ended before it fuses."""
    text = f"{next(iter(REPORTS.values()))}\nEdition {number}.\n"
    document = Document(path=f"late {number}.txt", text=text)
    (found,) = readings([document], Settings())
    assert isinstance(found, Reading)
    with SqliteStore(shelf.settings.store) as other:
        other.keep(document, found, "state", source=location(document.path))
        if finish:
            fusing.refresh(other)
    return found.report.id


def shown(shelf: Shelf, report: str) -> bool:
    return any(report == item.report for one in shelf.agreements for item in one.reports)


def test_what_a_finished_build_saved_is_seen_at_once(shelf: Shelf, lookout: Lookout) -> None:
    report = leave(shelf, finish=True)
    assert shown(shelf, report)
    assert not lookout.look()
    assert not lookout.look()


def test_what_an_ended_build_left_is_worked_out_when_nothing_more_comes(
    shelf: Shelf, lookout: Lookout
) -> None:
    report = leave(shelf)
    assert not lookout.look()
    assert not shown(shelf, report)
    assert lookout.look()
    assert shown(shelf, report)
    assert not lookout.look()


def test_a_build_that_goes_on_is_left_alone(shelf: Shelf, lookout: Lookout) -> None:
    for number in range(3):
        report = leave(shelf, number)
        assert not lookout.look()
        assert not shown(shelf, report)


def test_records_of_another_program_are_left_as_they_are(
    shelf: Shelf, lookout: Lookout, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch, SqliteStore(shelf.settings.store) as other:
        patch.setattr(fusing, "fusing_stamp", lambda: "another program")
        fusing.refresh(other)
    assert not lookout.look()
    assert not lookout.look()


def test_what_cannot_be_saved_is_not_tried_again_and_again(
    shelf: Shelf, lookout: Lookout, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave(shelf)
    lookout.look()
    monkeypatch.setattr(Shelf, "refresh", lambda self: ())
    assert lookout.look()
    assert not lookout.look()


def test_it_looks_by_itself_until_it_is_closed(shelf: Shelf) -> None:
    lookout = Lookout(shelf, pause=0.01)
    lookout.start()
    report = leave(shelf)
    end = time.monotonic() + PATIENCE
    while not shown(shelf, report):
        assert time.monotonic() < end
        time.sleep(0.01)
    lookout.close()
    before = shelf.version
    leave(shelf, 1)
    time.sleep(0.05)
    assert shelf.has_waiting()
    assert shelf.version != before

"""Many read while one writes, and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from traktat.desk.settings import DeskSettings
from traktat.desk.shelf import KEPT, Shelf
from traktat.errors import NotFound
from traktat.fusion import fuse
from traktat.model.findings import finding_id
from traktat.model.judgements import Judgement, Verdict
from traktat.pipeline.reviewing import Decision

START = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def shelf(settings: DeskSettings) -> Iterator[Shelf]:
    opened = Shelf(settings)
    yield opened
    opened.close()


def judgements(shelf: Shelf) -> list[Judgement]:
    """Make one judgement for each finding of the store."""
    abouts = [
        f"{reading.report.id}:{finding_id(finding)}"
        for reading in shelf.store.readings()
        for finding in reading.findings
        if finding.kind in ("act", "statement")
    ]
    return [
        Judgement(
            id=f"j-{number}",
            about=about,
            verdict=Verdict.ACCEPT,
            by="ana",
            at=START + timedelta(minutes=number),
        )
        for number, about in enumerate(abouts)
    ]


def test_many_judge_and_read_at_once_and_nothing_is_lost(shelf: Shelf) -> None:
    made = judgements(shelf)
    assert len(made) > 5

    def write(mine: list[Judgement]) -> None:
        for one in mine:
            shelf.judge(one)

    def read() -> None:
        for _ in range(30):
            assert all(dossier.timeline for dossier in shelf.agreements)
            assert shelf.dossier("idn-sgp-2022").timeline

    with ThreadPoolExecutor(7) as threads:
        at_work = [threads.submit(write, made[n::3]) for n in range(3)]
        at_work += [threads.submit(read) for _ in range(4)]
    for one in at_work:
        one.result()
    assert {one.id for one in shelf.store.judgements()} == {one.id for one in made}
    assert shelf.store.records() == fuse(shelf.store.readings(), shelf.store.judgements())


def test_the_queue_is_read_while_somebody_writes(shelf: Shelf) -> None:
    with shelf.reviewing() as reviewing:
        before, about = shelf.queue(), judgements(shelf)[0].about
        assert before == reviewing.queue()
        reviewing.judge(Decision(about=about, verdict=Verdict.ACCEPT, by="ana"))
        other = Decision(about=about, verdict=Verdict.REJECT, by="budi", against_others=True)
        reviewing.judge(other)
        assert shelf.queue() == reviewing.queue() != before


def test_a_judgement_tells_what_it_changed(shelf: Shelf) -> None:
    report = shelf.dossier("lombok").reports[0].report
    rejected = Judgement(id="j-1", about=report, verdict=Verdict.REJECT, by="ana", at=START)
    assert [(one.id, one.change) for one in shelf.judge(rejected)] == [("lombok", "gone")]
    assert [one.id for one in shelf.agreements] == ["idn-sgp-2022"]
    undone = shelf.judge(replace(rejected, undone=True))
    assert [(one.id, one.change) for one in undone] == [("lombok", "new")]


def test_what_was_made_is_given_again_until_its_stamp_changes(shelf: Shelf) -> None:
    made: list[int] = []

    def make() -> int:
        made.append(len(made))
        return made[-1]

    assert [shelf.kept(("sort", "a"), make, stamp) for stamp in ("1", "1", "2")] == [0, 0, 1]
    for number in range(KEPT + 1):
        shelf.kept(("sort", number), make, "1")
    assert shelf.kept(("sort", "a"), make, "2") == len(made) - 1  # it had to make room


def test_a_report_that_is_not_there_is_told(shelf: Shelf) -> None:
    with pytest.raises(NotFound, match="no report"):
        shelf.reading("000000000000")


def test_a_shelf_that_was_closed_opens_again(shelf: Shelf) -> None:
    shelf.close()
    assert shelf.dossier("idn-sgp-2022").id == "idn-sgp-2022"

"""Fusing one report at a time."""

from __future__ import annotations

from tests.stories import Story
from tests.synthetic import world
from traktat.fusion import Concerned, Fuser, fuse


def test_one_by_one_gives_what_all_at_once_gives() -> None:
    readings = world(6, 90, seed=5).readings
    by_report = {one.report.id: one for one in readings}
    fuser, records = Fuser(), {}
    for reading in readings:
        fuser.take([reading])
        concerned = fuser.concerned()
        for gone in concerned.gone:
            records.pop(gone, None)
        for agreement in concerned.anew:
            own = [by_report[report] for report in agreement.reports]
            records[agreement.id] = fuser.record(agreement, own)
    assert tuple(records[key] for key in sorted(records)) == fuse(readings)


def test_a_report_concerns_only_its_own_agreement() -> None:
    readings = world(10, 100, seed=7).readings
    fuser = Fuser()
    fuser.take(readings[:-1])
    fuser.concerned()
    fuser.take(readings[-1:])
    assert len(fuser.concerned().anew) == 1


def test_the_same_report_again_concerns_its_record_only_if_it_was_read_again() -> None:
    readings = world(4, 20, seed=7).readings
    fuser = Fuser()
    fuser.take(readings)
    fuser.concerned()
    assert fuser.concerned() == Concerned()
    fuser.take(readings[:1])
    assert len(fuser.concerned().anew) == 1


def test_a_dropped_report_is_as_if_it_had_never_been() -> None:
    readings = world(4, 40, seed=9).readings
    fuser = Fuser()
    fuser.take(readings)
    fuser.concerned()
    fuser.drop(readings[0].report.id)
    concerned = fuser.concerned()
    own = {one.id: one for one in fuse(readings[1:])}
    for agreement in concerned.anew:
        assert fuser.record(agreement, readings[1:]) == own[agreement.id]


def test_a_record_whose_last_report_is_dropped_is_gone() -> None:
    story = Story("one", "2024-06-20")
    story.act("signature", "2024-06-19")
    fuser = Fuser()
    fuser.take([story.reading()])
    assert [one.id for one in fuser.concerned().anew] == ["prk-rus-2024"]
    fuser.drop(story.id)
    assert fuser.concerned()[:2] == ((), ("prk-rus-2024",))


def test_a_new_agreement_that_takes_an_id_renames_the_other() -> None:
    late = Story("late", "2024-12-20", form="memorandum")
    late.act("signature", "2024-10-01")
    early = Story("early", "2024-12-20", form="memorandum", names=("on energy",))
    early.act("signature", "2024-02-01")
    fuser = Fuser()
    fuser.take([late.reading()])
    fuser.concerned()
    fuser.take([early.reading()])
    assert [one.id for one in fuser.concerned().anew] == ["prk-rus-2024", "prk-rus-2024-2"]


def test_a_fuser_can_begin_where_another_ended() -> None:
    readings = world(4, 40, seed=3).readings
    first = Fuser()
    first.take(readings[:-1])
    first.concerned()
    second = Fuser(mentions=first.mentions)
    for fuser in (first, second):
        fuser.take(readings[-1:])
    assert [one.id for one in first.concerned().anew] == [one.id for one in second.concerned().anew]
    assert first.linkage.homes == second.linkage.homes

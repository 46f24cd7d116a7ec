"""Settling only what a change concerns gives what settling everything gives."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.crowds import Crowd
from traktat.fusion import fuse, reach, unions
from traktat.pipeline import fusing, open_store
from traktat.store.connections import Database


def run(
    place: Path, seed: int, *, steps: int, people: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Let things happen to a store, opened anew each time, and fuse all of it beside."""
    rng = Random(seed)
    crowded = rng.choice((2, 4, 30))
    monkeypatch.setattr(unions, "CROWDED", crowded)
    monkeypatch.setattr(reach, "CROWDED", crowded)
    crowd = Crowd(rng, people=people)
    for _ in range(steps):
        with open_store(place, create=True) as agreements:
            for _ in range(rng.choice((1, 1, 1, 3))):
                crowd.change(agreements)
            fusing.refresh(agreements.store)
        with open_store(place, as_saved=True) as agreements:
            store = agreements.store
            assert store.records() == fuse(tuple(store.readings()), store.judgements())


COURSES = [*range(2), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(2, 12))]


@pytest.mark.parametrize("seed", COURSES)
@pytest.mark.parametrize("people", [False, True])
def test_any_course_of_things_ends_where_one_fusion_ends(
    tmp_path: Path, seed: int, people: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(tmp_path / "s.db", seed, steps=25, people=people, monkeypatch=monkeypatch)


class Ended(BaseException):
    """The process is no more."""


@pytest.mark.parametrize("seed", range(4))
def test_a_process_that_ends_while_it_saves_leaves_the_rest_to_the_next(
    tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    rng, ended = Random(seed), 0
    crowd = Crowd(rng, people=True)
    for _ in range(15):
        with open_store(tmp_path / "s.db", create=True) as agreements:
            crowd.change(agreements)
            with monkeypatch.context() as patch, suppress(Ended):
                end_after(rng.randrange(40), patch)
                ended += 1
                fusing.refresh(agreements.store)
                ended -= 1
        with open_store(tmp_path / "s.db") as agreements:
            together = fuse(tuple(agreements.store.readings()), agreements.store.judgements())
            assert tuple(fusing.records(agreements.store)) == together
    assert ended > 3


def end_after(writes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """End the process at its write of that number."""
    real, left = Database.run, [writes]

    def run(self: Database, sql: str, *values: Any) -> int:
        if not left[0]:
            raise Ended
        left[0] -= 1
        return real(self, sql, *values)

    monkeypatch.setattr(Database, "run", run)

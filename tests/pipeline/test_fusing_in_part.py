"""Settling only what a change concerns gives what settling everything gives."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.crowds import Crowd
from traktat.fusion import fuse, reach, unions
from traktat.pipeline import fusing, open_store


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


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("people", [False, True])
def test_any_course_of_things_ends_where_one_fusion_ends(
    tmp_path: Path, seed: int, people: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(tmp_path / "s.db", seed, steps=25, people=people, monkeypatch=monkeypatch)

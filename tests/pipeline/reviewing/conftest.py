"""A store of the example reports, built once and copied for each test."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from traktat.model.judgements import Verdict
from traktat.pipeline import Agreements, build, open_store
from traktat.pipeline.reviewing import Decision, Reviewed, Reviewing

EXAMPLES = Path(__file__).resolve().parents[3] / "examples" / "reports"
DAY = "2026-01-01"

Decide = Callable[..., Reviewed]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the store of the example reports, not to be changed."""
    place = tmp_path_factory.mktemp("examples") / "traktat.db"
    build([EXAMPLES], place)
    return place


@pytest.fixture
def agreements(built: Path, tmp_path: Path) -> Iterator[Agreements]:
    """Give a store of the example reports that may be changed."""
    shutil.copy(built, tmp_path / "traktat.db")
    with open_store(tmp_path / "traktat.db") as opened:
        yield opened


@pytest.fixture
def reviewing(agreements: Agreements) -> Reviewing:
    return Reviewing(agreements)


@pytest.fixture
def decide(reviewing: Reviewing) -> Decide:
    """Give a function that judges as ana does."""

    def call(about: str, verdict: str, /, by: str = "ana", **more: object) -> Reviewed:
        return reviewing.judge(
            Decision(about=about, verdict=Verdict(verdict), by=by, **more)  # type: ignore[arg-type]
        )

    return call


def printed(agreements: Agreements) -> str:
    """Give every record as it is printed."""
    return json.dumps([one.to_json(on=DAY) for one in agreements], sort_keys=True)

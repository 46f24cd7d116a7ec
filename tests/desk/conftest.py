"""A desk opened on a store of a few reports."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile

import pytest

from tests.cli.reports import write_reports
from tests.desk.client import TestClient
from traktat.desk.app import create_app
from traktat.desk.settings import DeskSettings
from traktat.pipeline import build

ORIGIN = "http://127.0.0.1:8765"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a store that nobody changes."""
    folder = tmp_path_factory.mktemp("desk")
    write_reports(folder / "reports")
    build(folder / "reports", folder / "desk.db")
    return folder / "desk.db"


@pytest.fixture
def store(built: Path, tmp_path: Path) -> Path:
    """Give a store that the test may change."""
    copyfile(built, tmp_path / "desk.db")
    return tmp_path / "desk.db"


@pytest.fixture
def settings(store: Path) -> DeskSettings:
    """Give the settings of a desk on loopback."""
    return DeskSettings(store=store, reviewer="Test Reviewer")


@pytest.fixture
def client(settings: DeskSettings) -> Iterator[TestClient]:
    """Give a browser, so to speak, at the desk."""
    with TestClient(create_app(settings), base_url=ORIGIN) as browser:
        yield browser

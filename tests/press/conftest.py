"""The installed packs, loaded once for the press room."""

from __future__ import annotations

import pytest

from traktat.facts.tables import phrases
from traktat.lang import Packs, packs


@pytest.fixture(scope="session")
def known() -> Packs:
    return packs(names=phrases())

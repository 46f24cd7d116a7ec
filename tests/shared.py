"""The reports beside the project: where they are, and the mark for tests that need them."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"

needs_shared = pytest.mark.skipif(
    not (SHARED / "gold").is_dir(),
    reason="the labelled reports of ../shared are not beside this checkout",
)

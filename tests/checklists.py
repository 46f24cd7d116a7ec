"""The checks of `quality/` for tests: reports of ours and the seeds go through the same ones."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
QUALITY = ROOT / "quality"
REPORTS = ROOT / "examples" / "reports"
CHECKLISTS = ROOT / "tests" / "reports"

if str(QUALITY) not in sys.path:  # the scripts of quality/ are no package
    sys.path.append(str(QUALITY))

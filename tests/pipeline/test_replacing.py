"""Replaced files: whatever was built before, only the version that is there now remains."""

from __future__ import annotations

from pathlib import Path

from traktat.pipeline import build, open_store

FIRST = "OSLO - Norwegia dan Swedia menandatangani perjanjian perdagangan, Senin (3/3/2025).\n"
SECOND = "OSLO - Norwegia dan Swedia menandatangani perjanjian perdagangan, Selasa (4/3/2025).\n"


def test_a_stale_version_can_be_removed_later(tmp_path: Path) -> None:
    reports, store = tmp_path / "reports", tmp_path / "store.db"
    reports.mkdir()
    for text in (FIRST, SECOND):
        (reports / "1.txt").write_text(text, encoding="utf-8")
        build([reports], store)
    done = build([reports], store, replace=True)
    assert done.dropped == 1
    with open_store(store) as known:
        [record] = list(known)
    assert len(record.reports) == 1
    assert str(record.timeline[0].date) == "2025-03-04"

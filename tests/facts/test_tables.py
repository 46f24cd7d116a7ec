"""A table that is not there, or is no TOML, is told by its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from traktat.errors import TableError
from traktat.facts import tables


def test_a_table_that_is_not_there_is_told() -> None:
    with pytest.raises(TableError, match=r"nowhere\.toml") as raised:
        tables.table("nowhere")
    assert raised.value.hint


def test_a_table_that_is_no_toml_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "torn.toml").write_text("[entry\n", encoding="utf-8")
    monkeypatch.setattr(tables, "__file__", str(tmp_path / "tables.py"))
    with pytest.raises(TableError, match=r"torn\.toml"):
        tables.table("torn")

"""`traktat packs`: what is installed, and whether it is in order."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Run
from traktat.pipeline import pack_checks
from traktat.pipeline.pack_checks import Fault, PackCheck


def test_the_installed_packs_are_listed(run: Run) -> None:
    listed = json.loads(run("packs", "list", "--json").stdout)
    assert [pack["code"] for pack in listed] == ["en", "id"]
    assert all(pack["entries"] and pack["phrases"] and pack["digest"] for pack in listed)
    assert "Bahasa Indonesia" in run("packs", "list").stdout


def test_a_language_without_a_pack_is_told(run: Run) -> None:
    result = run("packs", "check", "xx")
    assert result.exit_code == 1
    assert "error: no language pack for 'xx'" in result.stderr
    assert "hint: `traktat packs list` shows the languages" in result.stderr


@pytest.mark.parametrize(("faults", "status"), [(0, 0), (2, 3)])
def test_a_pack_that_reads_wrongly_fails_the_check(
    run: Run, monkeypatch: pytest.MonkeyPatch, faults: int, status: int
) -> None:
    fault = Fault("id", "acts", "signature", "not found", "Dua menteri meneken naskah.")
    found = PackCheck("id", 7, (fault,) * faults, ())
    monkeypatch.setattr(pack_checks, "check_pack", lambda *_: found)
    result = run("packs", "check", "id")
    assert result.exit_code == status
    assert ("Dua menteri meneken naskah." in result.output) is bool(faults)

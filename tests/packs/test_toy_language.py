"""A language is only data: a toy pack reads a toy report, and no code knows of it."""

from __future__ import annotations

from pathlib import Path

from traktat.model.findings import ActFinding, AgreementFinding
from traktat.pipeline import Settings, read

PACK = Path(__file__).parent / "xx"
REPORT = (
    "Norvegio kaj Svedio subskribis traktaton inter Norvegio kaj Svedio.\n"
    "La traktato estis longa.\n"
)


def test_a_toy_pack_reads_a_toy_report(tmp_path: Path) -> None:
    file = tmp_path / "toy.txt"
    file.write_text(REPORT, encoding="utf-8")
    [reading] = read([file], settings=Settings(packs=(str(PACK),)))
    assert reading.report.language == "xx"
    [agreement] = [f for f in reading.findings if isinstance(f, AgreementFinding)]
    assert agreement.parties == ("NOR", "SWE")
    [act] = [f for f in reading.findings if isinstance(f, ActFinding)]
    assert (act.act, act.agreement) == ("signature", agreement.key)

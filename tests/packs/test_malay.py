"""Malay, a language that is only data: the pack in examples/ is sound and reads its reports."""

from __future__ import annotations

from pathlib import Path

import pytest

from traktat.model.findings import ActFinding, AgreementFinding, Finding, Reading, StatementFinding
from traktat.pipeline import Settings, build, read, show
from traktat.pipeline.pack_checks import check_pack

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
PACK = EXAMPLES / "packs" / "ms"
REPORTS = EXAMPLES / "packs" / "ms-reports"
SETTINGS = Settings(packs=(str(PACK),))


def reading_of(path: Path) -> Reading:
    [reading] = read([path], settings=SETTINGS)
    return reading


@pytest.fixture(scope="module")
def rcep() -> Reading:
    return reading_of(REPORTS / "rcep-malaysia.txt")


@pytest.fixture(scope="module")
def rail() -> Reading:
    return reading_of(REPORTS / "rel-laju.txt")


def acts_of(reading: Reading) -> set[tuple[str, str, str]]:
    """Give kind, status and date of every act of a reading that has a date."""
    acts = (finding for finding in reading.findings if isinstance(finding, ActFinding))
    return {(act.act, act.status, act.date.edtf) for act in acts if act.date}


def of_kind(reading: Reading, kind: type[Finding]) -> list[Finding]:
    return [finding for finding in reading.findings if isinstance(finding, kind)]


def test_the_pack_reads_its_own_sentences() -> None:
    check = check_pack("ms", (str(PACK),))
    assert check.sentences > 200
    assert [f"{f.file}#{f.entry}: {f.message}: {f.text}" for f in check.faults] == []


def test_the_language_is_found_and_the_words_stand_where_they_are_said_to(
    rcep: Reading, rail: Reading
) -> None:
    for reading in (rcep, rail):
        assert reading.report.language == "ms"
        for finding in reading.findings:
            assert reading.report.text[slice(*finding.span)] == finding.quote


@pytest.mark.parametrize(
    ("name", "language"), [("rcep-1-signed", "en"), ("rcep-2-dpr", "id"), ("rcep-3-berlaku", "id")]
)
def test_the_other_languages_are_still_told_apart(name: str, language: str) -> None:
    """Malay and Indonesian share most function words."""
    assert reading_of(EXAMPLES / "reports" / f"{name}.txt").report.language == language


def test_a_report_on_a_known_agreement_is_read(rcep: Reading) -> None:
    [agreement] = of_kind(rcep, AgreementFinding)
    assert isinstance(agreement, AgreementFinding)
    assert agreement.known == "rcep"
    assert acts_of(rcep) >= {
        ("signature", "occurred", "2020-11-15"),
        ("deposit", "occurred", "2022-01-17"),
        ("entry-into-force", "occurred", "2022-03-18"),
    }
    assert rcep.report.published is not None
    assert rcep.report.published.edtf == "2022-03-18"


def test_a_line_that_points_to_another_report_is_masked(rcep: Reading) -> None:
    assert [item.label for item in rcep.report.mask] == ["related-link"]


def test_a_ministry_speaks(rcep: Reading) -> None:
    [statement] = of_kind(rcep, StatementFinding)
    assert isinstance(statement, StatementFinding)
    assert statement.form == "indirect"
    assert statement.speaker.startswith("Kementerian Perdagangan Antarabangsa")


def test_a_report_on_an_agreement_of_two_states_is_read(rail: Reading) -> None:
    [agreement] = of_kind(rail, AgreementFinding)
    assert isinstance(agreement, AgreementFinding)
    assert agreement.parties == ("MYS", "SGP")
    assert acts_of(rail) == {
        ("signature", "occurred", "2016-12-13"),
        ("termination", "occurred", "2020-12-31"),
    }


def test_two_heads_of_government_speak_together(rail: Reading) -> None:
    [statement] = of_kind(rail, StatementFinding)
    assert isinstance(statement, StatementFinding)
    assert "Muhyiddin Yassin" in statement.speaker
    assert "Lee Hsien Loong" in statement.speaker
    assert statement.office == "prime-minister"
    assert statement.uttered is not None
    assert statement.uttered.edtf == "2021-01-01"


def test_reports_in_three_languages_meet_in_one_record(tmp_path: Path) -> None:
    reports = [*sorted((EXAMPLES / "reports").glob("rcep-*")), REPORTS / "rcep-malaysia.txt"]
    build(reports, tmp_path / "store.db", settings=SETTINGS)
    record = show("rcep", tmp_path / "store.db")
    assert {report.language for report in record.reports} == {"en", "id", "ms"}
    assert any(act.act == "deposit" and act.states == ("MYS",) for act in record.timeline)

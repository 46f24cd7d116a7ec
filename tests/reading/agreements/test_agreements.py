"""Agreements of short reports: their parties, names, keys and mentions."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.agreed import read

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "reports.toml").read_text(encoding="utf-8")
)["report"]


@pytest.mark.parametrize("case", CASES, ids=[f"{c['lang']}-{c['about']}" for c in CASES])
def test_a_report_gives_the_parties_it_tells_of(case: dict[str, Any]) -> None:
    found = read(case["text"].strip(), case["lang"])
    assert found.parties == {tuple(sorted(parties)) for parties in case["parties"]}


@pytest.mark.parametrize("case", CASES, ids=[f"{c['lang']}-{c['about']}" for c in CASES])
def test_every_span_is_its_quote_and_every_mention_has_an_agreement(case: dict[str, Any]) -> None:
    report = read(case["text"].strip(), case["lang"])
    keys = {finding.key for finding in report.found.findings}
    for finding in report.found.findings:
        assert report.page.quote(finding.span) == finding.quote
        assert finding.span in finding.mentions
        assert finding.because
        assert finding.of is None or finding.of in keys
    assert {mention.key for mention in report.found.mentions.items} == keys
    for document in report.found.documents:
        assert report.page.quote(document.span) == document.quote


def test_keys_follow_the_order_of_first_mentions() -> None:
    report = read("Norland signed a tax treaty with Sarvia. Aruna and Veland signed a truce.")
    assert [f.key for f in report.found.findings] == ["A", "B"]
    assert [f.parties for f in report.found.findings] == [("XNO", "XSA"), ("XAR", "XVE")]


def test_a_mention_that_names_nothing_is_anaphoric() -> None:
    report = read("Norland and Sarvia signed a border treaty. The treaty has five articles.")
    assert [mention.anaphoric for mention in report.found.mentions.items] == [False, True]


def test_a_short_name_in_brackets_is_found_where_it_stands_alone() -> None:
    report = read(
        "Norland and Sarvia signed the Lake Fisheries Agreement (LFA) on Monday. "
        "Parliament approved the LFA in May."
    )
    quotes = [report.page.quote(m.span) for m in report.found.mentions.items]
    assert quotes == ["Lake Fisheries Agreement (LFA)", "LFA"]


def test_a_predecessor_takes_the_parties_of_its_successor() -> None:
    report = read(
        "Norland and Sarvia signed a defense pact in Geneva. "
        "The pact replaces an earlier friendship treaty."
    )
    older = [f for f in report.found.findings if f.relation == "predecessor"]
    assert [(f.parties, f.of) for f in older] == [(("XNO", "XSA"), "A")]


def test_a_report_without_a_noun_for_agreements_is_left_at_once() -> None:
    assert read("It rained in Norland on Monday.").found.findings == ()


def test_a_state_that_only_comments_is_no_party() -> None:
    report = read("Norland and Sarvia signed a pact. Aruna condemned the pact.")
    assert report.parties == {("XNO", "XSA")}


def test_without_a_second_side_nothing_is_guessed() -> None:
    assert read("Norland ratified the treaty. Sarvia held elections.").parties == set()


def test_a_treaty_of_unknown_states_is_a_doubt() -> None:
    report = read("Bellavia and Ostania signed a border treaty on Friday.")
    assert report.found.findings == ()
    assert [issue.code for issue in report.found.doubts] == ["parties-unknown"]


def test_a_contract_of_nobody_in_particular_is_no_doubt() -> None:
    assert read("The singer signed a deal with her manager on Friday.").found.doubts == ()


def test_a_report_may_end_with_an_agreement() -> None:
    """A headline has no full stop behind its last word."""
    found = read("DPR sahkan perjanjian ekstradisi Indonesia-Kenya", "id").found.findings
    assert [item.parties for item in found] == [("IDN", "KEN")]

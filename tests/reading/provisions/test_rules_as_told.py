"""How journalists tell the rules of an agreement: each text and what it tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.told import all_of
from traktat.model.findings import ProvisionFinding

LINES = Path(__file__).with_name("rules_as_told.txt").read_text(encoding="utf-8").splitlines()
ROWS = [tuple(map(str.strip, line.split("|"))) for line in LINES if not line.startswith("#")]
GOES_ON = "…"
OPENINGS = {
    "en": "Kenya and Uganda signed an agreement in Nairobi on Monday. ",
    "id": "Kenya dan Uganda menandatangani perjanjian di Nairobi pada Senin (13/3/2017). ",
}
NONE = {"-"}


def rules_of(text: str, language: str) -> set[str]:
    """List the rules of a report as kind, force and bearers; a line break is written "\\n"."""
    text = text.replace("\\n", "\n")
    if text.startswith(GOES_ON):
        text = OPENINGS[language] + text.removeprefix(GOES_ON).lstrip()
    return {
        f"{rule.provision.value}:{rule.force.value}:{'+'.join(rule.bearers)}"
        for rule in all_of(ProvisionFinding, text, language)
    } or NONE


@pytest.mark.parametrize(("language", "text", "rules"), ROWS)
def test_a_rule_is_read_as_it_is_told(language: str, text: str, rules: str) -> None:
    found = rules_of(text, language)
    assert set(rules.split()) <= found
    assert (found == NONE) is (rules == "-")

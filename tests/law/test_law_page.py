"""The page that explains the machine says what the machine does."""

from __future__ import annotations

from pathlib import Path

import pytest

from traktat.law.openings import OPENINGS
from traktat.law.orders import ORDERS
from traktat.law.rules import RULES
from traktat.law.rulings import JUDGES
from traktat.model.kinds import AgreementStatus, PartyStatus

PAGE = (Path(__file__).parents[2] / "docs" / "explanation" / "law.md").read_text(encoding="utf-8")

ROWS = [
    *(f"| {rule.sentence} | {rule.article} |" for rule in RULES),
    *(f"| {opening.sentence} | {opening.article} |" for opening in OPENINGS),
    *(f"| {order.why} | {order.article} |" for order in ORDERS),
    *(
        f"| `{event.value}` | `{kind.value}` | {(judge.__doc__ or '').splitlines()[0]} |"
        for (kind, event), judge in JUDGES.items()
    ),
]


@pytest.mark.parametrize("row", ROWS)
def test_the_page_has_every_rule_with_its_article(row: str) -> None:
    assert row in PAGE


@pytest.mark.parametrize(
    "status", [*AgreementStatus, *PartyStatus], ids=lambda status: status.value
)
def test_the_page_names_every_status(status: AgreementStatus | PartyStatus) -> None:
    assert f"`{status.value}`" in PAGE


def test_the_page_has_no_rule_the_machine_does_not_have() -> None:
    cells = [line.split(" | ")[-1] for line in PAGE.splitlines() if line.startswith("| ")]
    told = [cell for cell in cells if cell.startswith("VCLT ")]
    assert len(told) == len(RULES) + len(OPENINGS) + len(ORDERS)

"""The picture of claims over time."""

from __future__ import annotations

from datetime import date

from tests.factories import when
from traktat.export.html.positions import moment_of, positions_of
from traktat.model.kinds import Stance
from traktat.model.records import Claim, Record, ReportEntry, Support
from traktat.model.spans import Span


def claim(
    key: str,
    by: str,
    stance: Stance,
    day: str | None = None,
    *,
    report: str = "r1",
    topic: str = "troops",
    changed_from: str | None = None,
) -> Claim:
    return Claim(
        id=key,
        topic=topic,
        by=by,
        stance=stance,
        date=when(day),
        support=(Support(report, Span(0, 1), "x", "f"),),
        changed_from=changed_from,
    )


def record(*claims: Claim) -> Record:
    reports = tuple(
        ReportEntry(
            report=name, path=name, outlet=None, title=None, published=when(day), language="en"
        )
        for name, day in (("r1", "2024-11-05"), ("r2", None))
    )
    return Record(id="a", parties=(), names=(), claims=claims, reports=reports)


def test_a_claim_without_a_day_is_as_old_as_its_report() -> None:
    published = {"r1": when("2024-11-05")}
    assert moment_of(claim("a", "X", Stance.ASSERTS, "2024-10"), published) == (
        when("2024-10"),
        False,
    )
    assert moment_of(claim("a", "X", Stance.ASSERTS), published) == (when("2024-11-05"), True)
    assert moment_of(claim("a", "X", Stance.ASSERTS, report="r2"), published) is None


def test_each_claimant_has_a_line_and_changes_of_line_are_marked() -> None:
    picture = positions_of(
        record(
            claim("a", "X", Stance.ASSERTS, "2024-10-01"),
            claim("b", "Y", Stance.DENIES, "2024-10-02"),
            claim("c", "Y", Stance.ASSERTS, "2024-11-01", changed_from="b"),
            claim("d", "Z", Stance.NEITHER, "2024-10-05", topic="alone"),
        ),
        date(2024, 10, 15),
    )
    both, alone = picture.propositions
    assert (both.topic, alone.topic) == ("troops", "alone")
    assert [line.by for line in both.lines] == ["X", "Y"]
    denied, asserted = both.lines[1].stances
    assert denied.x < asserted.x
    assert (denied.later, asserted.later) == (False, True)
    assert both.lines[1].turns == (asserted.x,)
    assert denied.x < picture.today < asserted.x


def test_where_no_claim_has_a_day_there_is_no_picture() -> None:
    nowhere = record(claim("a", "X", Stance.ASSERTS, report="r2"))
    assert positions_of(nowhere, date(2025, 1, 1)) is None

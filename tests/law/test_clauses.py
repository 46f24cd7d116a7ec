from __future__ import annotations

from datetime import date

import pytest

from tests.factories import make_act, make_provision
from traktat.law.clauses import Period, entry_terms, period_in, timing_set_by
from traktat.model.dates import OPEN_END
from traktat.model.kinds import ActKind, PartyStatus, ProvisionKind


@pytest.mark.parametrize(
    ("trigger", "steps", "needed", "count", "delay"),
    [
        ("signature", "signature", "signed", None, None),
        ("exchange-of-ratification-instruments", "ratification exchange", "consented", None, None),
        ("approval-and-exchange-of-notes", "approval exchange", "consented", None, None),
        ("20-ratifications", "ratification", "ratified", 20, None),
        ("30-days-after-20th-deposit", "deposit", "consented", 20, Period(30, "day")),
        ("2-months-after-notification", "notification", "consented", None, Period(2, "month")),
        ("1st-accession", "accession", "consented", 1, None),
        ("22nd-ratification", "ratification", "ratified", 22, None),
        ("43rd-ratification", "ratification", "ratified", 43, None),
    ],
)
def test_entry_clauses_are_read_from_their_trigger(
    trigger: str, steps: str, needed: str, count: int | None, delay: Period | None
) -> None:
    terms = entry_terms([make_provision("entry-into-force", trigger=trigger)])
    assert terms is not None
    assert terms.steps == tuple(ActKind(kind) for kind in steps.split())
    assert terms.needed is PartyStatus(needed)
    assert (terms.count, terms.delay) == (count, delay)


@pytest.mark.parametrize("trigger", [None, "", "completion", "60-days"])
def test_a_clause_that_names_no_step_sets_no_terms(trigger: str | None) -> None:
    assert entry_terms([make_provision("entry-into-force", trigger=trigger)]) is None


def test_the_delay_may_stand_in_the_timing() -> None:
    terms = entry_terms([make_provision("entry-into-force", trigger="exchange", timing="15-days")])
    assert terms is not None
    assert terms.due_on(date(2024, 12, 4)) == date(2024, 12, 19)


def test_the_clause_with_most_origins_counts() -> None:
    terms = entry_terms(
        [
            make_provision("entry-into-force", id="a", trigger="signature", independent_origins=1),
            make_provision("entry-into-force", id="b", trigger="exchange", independent_origins=2),
        ]
    )
    assert terms is not None
    assert terms.clause == "b"


def test_the_condition_of_a_planned_entry_stands_in_for_a_clause() -> None:
    plan = make_act("entry-into-force", status="planned", condition="exchange", id="plan")
    terms = entry_terms([], [plan])
    assert terms is not None
    assert terms.clause == "plan"


@pytest.mark.parametrize(
    ("period", "day", "after"),
    [
        (Period(90, "day"), date(2020, 10, 24), date(2021, 1, 22)),
        (Period(2, "week"), date(2024, 2, 20), date(2024, 3, 5)),
        (Period(6, "month"), date(2019, 2, 2), date(2019, 8, 2)),
        (Period(1, "month"), date(2023, 1, 31), date(2023, 2, 28)),
        (Period(10, "year"), date(2012, 2, 29), date(2022, 2, 28)),
        (Period(9999, "year"), date(2024, 1, 1), OPEN_END),
        (Period(9999, "week"), date(9999, 1, 1), OPEN_END),
    ],
)
def test_a_period_is_counted_in_calendar_days(period: Period, day: date, after: date) -> None:
    assert period.after(day) == after


@pytest.mark.parametrize("phrase", ["", "soon", "days", "²-days", "9" * 5000 + "-days", None])
def test_what_is_no_number_is_no_period(phrase: str | None) -> None:
    assert period_in(phrase) is None


def test_a_period_is_read_from_the_clause_of_its_kind_only() -> None:
    clauses = [
        make_provision("duration", trigger="10-years"),
        make_provision("withdrawal", trigger="notice", timing="6-months"),
    ]
    term = timing_set_by(ProvisionKind.DURATION, clauses)
    notice = timing_set_by(ProvisionKind.WITHDRAWAL, clauses)
    assert term is not None
    assert notice is not None
    assert (term.period, notice.period) == (Period(10, "year"), Period(6, "month"))
    assert timing_set_by(ProvisionKind.DISPUTE, clauses) is None

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from tests.factories import make_act, make_provision
from tests.law.histories import EXCHANGE_CLAUSE, PRK_RUS, inf_treaty, partnership_of_2024
from traktat.law import changes, in_force_when, standing_on
from traktat.law.history import Answer, turning_days
from traktat.model.dates import parse


def test_each_change_of_the_partnership_is_one_standing() -> None:
    found = changes(partnership_of_2024(), parties=PRK_RUS, provisions=[EXCHANGE_CLAUSE])
    assert [(item.date.isoformat(), item.status.value) for item in found] == [
        ("2024-06-19", "signed"),
        ("2024-10-01", "signed"),
        ("2024-10-31", "signed"),
        ("2024-11-01", "signed"),
        ("2024-11-06", "signed"),
        ("2024-11-09", "signed"),
        ("2024-12-04", "in-force"),
    ]


def test_between_two_changes_nothing_changes() -> None:
    acts = inf_treaty()
    found = changes(acts, parties=("RUS", "USA"))
    for before, after in pairwise(found):
        last = date.fromordinal(after.date.toordinal() - 1)
        same = standing_on(last, acts, parties=("RUS", "USA"))
        assert (same.status, same.parties) == (before.status, before.parties)


def test_nothing_known_makes_no_history() -> None:
    assert changes([], parties=PRK_RUS) == ()
    assert changes([make_act("joint-exercise", "2024-01-01")], parties=PRK_RUS) == ()


def test_the_day_a_delay_is_over_is_a_turning_day() -> None:
    acts = [
        make_act("signature", "2020-03-03", "AAA BBB"),
        make_act("exchange", "2020-12-01", "AAA BBB"),
    ]
    clause = make_provision("entry-into-force", trigger="30-days-after-exchange")
    assert date(2020, 12, 31) in turning_days(acts, [clause])
    last = changes(acts, parties=("AAA", "BBB"), provisions=[clause])[-1]
    assert last.date == date(2020, 12, 31)
    assert not last.certain


def test_the_day_after_a_denial_was_last_told_is_a_turning_day() -> None:
    acts = [
        make_act("signature", "2024-03-01", "AAA BBB"),
        make_act("entry-into-force", "2025-01-01", status="planned", reported_on="2024-04-01"),
        make_act("entry-into-force", None, status="denied", reported_on="2025-03-01"),
    ]
    last = changes(acts, parties=("AAA", "BBB"))[-1]
    assert (last.date, last.alternatives) == (date(2025, 3, 2), ("in-force",))


def test_open_dates_make_no_turning_days() -> None:
    assert turning_days([make_act("signature", "2020-03-03/..", "AAA BBB")], []) == [
        date(2020, 3, 3)
    ]


@pytest.mark.parametrize(
    ("when", "answer"),
    [
        ("2024-10/2024-11-08", Answer.NO),  # the alleged deployment: only signed then
        ("2024-12-04", Answer.YES),
        ("2024-12-03", Answer.NO),
        ("2024-12", Answer.POSSIBLE),  # one unknown day of December
        ("2024-12-01/2024-12-31", Answer.PARTLY),
        ("2024-12-05/..", Answer.YES),
        ("../2024-12-03", Answer.NO),
    ],
)
def test_was_the_partnership_in_force_then(when: str, answer: Answer) -> None:
    found = in_force_when(parse(when), partnership_of_2024(), parties=PRK_RUS)
    assert found.answer is answer


def test_before_force_only_the_interim_duty_held() -> None:
    found = in_force_when(parse("2024-10/2024-11-08"), partnership_of_2024(), parties=PRK_RUS)
    assert found.interim_duty
    assert all(item.because[0] == "signed" for item in found.standings)


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        (date(2019, 2, 10), Answer.YES),  # a notice changes no duty
        (date(2019, 4, 1), Answer.SUSPENDED),
        (date(2019, 8, 2), Answer.NO),
    ],
)
def test_a_notice_leaves_it_in_force_and_a_suspension_does_not(day: date, answer: Answer) -> None:
    assert in_force_when(day, inf_treaty(), parties=("RUS", "USA")).answer is answer


def test_provisional_application_is_told_apart_from_force() -> None:
    acts = [make_act("provisional-application", "2017-09-21")]
    found = in_force_when(date(2018, 1, 1), acts, parties=("CAN", "EU"))
    assert found.answer is Answer.PROVISIONALLY


def test_vague_dates_leave_the_answer_possible() -> None:
    acts = [make_act("entry-into-force", "2020-12")]
    found = in_force_when(date(2020, 12, 15), acts, parties=("AAA", "BBB"))
    assert found.answer is Answer.POSSIBLE

"""Dates shared out among acts and verbs of saying."""

from __future__ import annotations

import pytest

from tests.acted import acts, told
from traktat.reading.acts.costs import Slot, cost
from traktat.reading.acts.dates import assign, dated, dates_of, names_agreement


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Norland signed the border treaty with Sarvia on 3 March 2017, officials said.",
            ["signature occurred XNO 2017-03-03"],
        ),
        (
            "id",
            "Norland menandatangani perjanjian perbatasan dengan Sarvia pada 3 Maret 2017.",
            ["signature occurred XNO 2017-03-03"],
        ),
        (
            "en",
            "The treaty between Norland and Sarvia was signed in 2014 and took effect in 2016.",
            ["signature occurred 2014", "entry-into-force occurred 2016"],
        ),
        (
            "id",
            "Perjanjian antara Norland dan Sarvia diteken pada 2014 dan mulai berlaku pada 2016.",
            ["signature occurred 2014", "entry-into-force occurred 2016"],
        ),
        (
            "id",
            "Gencatan senjata yang diteken Norland dan Sarvia di Porta pada 2014 gagal pada 2016.",
            ["signature occurred XNO+XSA 2014 Porta", "termination occurred 2016"],
        ),
        (
            "en",
            "The truce that Norland and Sarvia signed in Porta on May 9, 2014 failed in 2016.",
            ["signature occurred XNO+XSA 2014-05-09 Porta", "termination occurred 2016"],
        ),
    ],
)
def test_each_act_takes_its_own_day(language: str, text: str, expected: list[str]) -> None:
    assert acts(text, language) == expected


def test_a_year_in_the_name_of_an_agreement_dates_nothing() -> None:
    line = told("Norland left the 1987 border treaty with Sarvia.").line
    assert dates_of(line) == []


def test_a_date_up_to_which_something_holds_dates_nothing() -> None:
    line = told("Norland and Sarvia extended the border treaty until 3 May 2018.").line
    assert dates_of(line) == []


def test_a_plain_date_is_kept() -> None:
    line = told("Norland and Sarvia signed a border treaty on 3 March 2017.").line
    (date,) = dates_of(line)
    assert not names_agreement(line, date)


def test_a_date_goes_to_the_cheapest_place() -> None:
    line = told("Norland and Sarvia signed a border treaty on 3 March 2017.").line
    (date,) = dates_of(line)
    near = Slot(date.first - 2, date.first - 1, act=0)
    far = Slot(line.first, line.first + 1, act=1)
    assert cost(line, near, date, ()) < cost(line, far, date, ())
    given, said = assign(line, [far, near])
    assert set(given) == {0}
    assert said == []


def test_a_date_at_a_verb_of_saying_belongs_to_the_saying() -> None:
    line = told("Norland and Sarvia signed a border treaty on 3 March 2017.").line
    (date,) = dates_of(line)
    given, said = assign(line, [Slot(date.first - 1, date.first)])
    assert given == {}
    assert said == [date]


def test_a_planned_act_lies_ahead_by_its_date() -> None:
    report = told("The border treaty between Norland and Sarvia takes effect on 3 May 2017.")
    (draft,) = dated(report.line, report.drafts)
    assert draft.status.value == "planned"


def test_a_deadline_opens_the_interval() -> None:
    found = acts("Norland and Sarvia hope to sign a border treaty by 3 May 2017.")
    assert found == ["signature planned XNO+XSA ../2017-05-03"]


def test_the_day_of_saying_is_kept_apart() -> None:
    report = told("Norland said on 3 March 2017 that it would leave the border treaty with Sarvia.")
    (act,) = report.acts
    assert act.date is None
    assert act.reported_on is not None
    assert act.reported_on.edtf == "2017-03-03"

from __future__ import annotations

import pytest

from tests.reading.pages import quoted
from traktat.reading.names.leaders import is_called, is_leader, state_of


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        (("angela", "merkel"), "DEU"),
        (("kim", "jong", "un"), "PRK"),
        (("wanuri", "odembe"), None),
        (("merkel",), None),
    ],
)
def test_a_full_name_tells_the_state(name, wanted) -> None:
    assert state_of(name, in_office=False) == wanted
    assert is_leader(name) is (wanted is not None)


def test_one_word_tells_the_state_only_of_a_high_office_and_if_there_is_one_such() -> None:
    assert state_of(("merkel",), in_office=True) == "DEU"
    assert state_of(("kim",), in_office=True) is None
    assert is_called("merkel")
    assert not is_called("odembe")


def test_a_report_need_not_say_whose_president_it_means() -> None:
    [(_, item)] = quoted("It was signed in Bonn by Chancellor Merkel.")
    assert (item.name, item.state) == ("Merkel", "DEU")


def test_a_mark_of_generation_is_no_surname() -> None:
    assert state_of(("walter", "q", "odembe", "jr"), in_office=True) is None
    assert state_of(("joseph", "r", "biden", "jr"), in_office=True) == "USA"

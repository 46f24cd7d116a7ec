"""What agreements of different homes find one another by."""

from __future__ import annotations

import pytest

from tests.stories import Story
from traktat.fusion.evidence import gather
from traktat.fusion.linking import Linker
from traktat.fusion.mentions import mentions_of
from traktat.fusion.rulings import Rulings
from traktat.fusion.traces import Trace, led_to
from traktat.fusion.unions import CROWDED, Bearer

NAME = "title treaty of lasting peace"
ACT = "act signature 2020-01-05"


def trace(home: str, parties: str = "AAA BBB", key: str = NAME) -> Trace:
    return Trace(key, home, Bearer(tuple(parties.split()), False, None))


def crowd(size: int, parties: str = "AAA BBB") -> list[Trace]:
    return [trace(f"home {number}", parties, ACT) for number in range(size)]


def test_an_agreement_is_found_by_its_names_its_dated_acts_and_its_id() -> None:
    story = Story("one", "2020-02-01", parties="AAA BBB", names=("Treaty of Lasting Peace", "TLP"))
    story.act("signature", "2020-01-05")
    linker = Linker()
    for report, evidence in gather([story.reading()], Rulings()).items():
        linker.add(report, mentions_of(evidence))
    linker.settle()
    (home,) = linker.traces
    keys = [one.key for one in linker.traces[home]]
    assert keys == ["acronym tlp", NAME, ACT, "id aaa-bbb-2020"]


@pytest.mark.parametrize(
    ("inside", "outside", "found"),
    [
        ("AAA BBB", "AAA BBB", True),
        ("AAA", "AAA BBB", True),
        ("AAA BBB", "AAA", True),
        ("AAA BBB", "AAA CCC", False),
        ("AAA BBB", "CCC DDD", False),
    ],
)
def test_a_dated_act_leads_to_those_who_may_have_done_it_together(
    inside: str, outside: str, found: bool
) -> None:
    own, other = [trace("own", inside, ACT)], [trace("other", outside, ACT)]
    assert set(led_to(ACT, own, own, other)) == ({"other"} if found else set())


def test_a_name_of_agreements_of_different_parties_leads_nowhere() -> None:
    own, others = [trace("own")], [trace("other"), trace("third", "CCC DDD")]
    assert set(led_to(NAME, own, own, others)) == set()


def test_a_name_that_begins_to_mean_nothing_does_so_for_all() -> None:
    others = [trace("one"), trace("other", "AAA")]
    assert set(led_to(NAME, [], [trace("own", "CCC DDD")], others)) == {"one", "other"}


def test_a_crowded_act_leads_nowhere() -> None:
    own = [trace("own", key=ACT)]
    assert set(led_to(ACT, own, own, crowd(CROWDED))) == set()


def test_an_act_that_is_no_more_crowded_counts_again_for_all() -> None:
    others = crowd(CROWDED)
    assert set(led_to(ACT, [trace("own", key=ACT)], [], others)) == {one.home for one in others}


def test_an_id_leads_to_all_that_would_have_it() -> None:
    assert set(led_to("id aaa-2020", [], [], [Trace("id aaa-2020", "other")])) == {"other"}

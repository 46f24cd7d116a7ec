"""How far a change reaches."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from tests.stories import Story
from traktat.fusion import Fuser
from traktat.fusion.evidence import gather
from traktat.fusion.homes import home_of
from traktat.fusion.mentions import Mention, mentions_of, report_of
from traktat.fusion.reach import Placed, Reach
from traktat.fusion.rulings import Rulings, in_force
from traktat.fusion.traces import Trace
from traktat.model.judgements import Judgement, Verdict


class Settled:
    """What is known, in memory."""

    def __init__(self, *stories: Story) -> None:
        self._fuser = Fuser()
        self._fuser.take([one.reading() for one in stories])
        self._fuser.concerned()

    def _mentions(self) -> list[Mention]:
        return [one for own in self._fuser.mentions.values() for one in own]

    def mentions_in(self, home: str) -> Sequence[Mention]:
        return [one for one in self._mentions() if home_of(one) == home]

    def traces_in(self, home: str) -> Sequence[Trace]:
        return self._fuser.traces.get(home, ())

    def traces_of(self, key: str, most: int | None = None) -> Sequence[Trace]:
        found = [one for own in self._fuser.traces.values() for one in own if one.key == key]
        return found[:most]

    def heirs_of(self, home: str) -> list[str]:
        pairs = [
            (home_of(one), home_of(other))
            for one in self._mentions()
            for other in self._mentions()
            if other.id == f"{one.report}#{one.heir}"
        ]
        return [one if other == home else other for one, other in pairs if home in (one, other)]

    def placed(self, report: str) -> Sequence[Placed]:
        homes = self._fuser.linkage.homes
        own = self._fuser.mentions.get(report, ())
        return [Placed(one.id, home_of(one), homes.get(one.id)) for one in own]


def told(name: str, parties: str, day: str | None = None, *names: str) -> Story:
    story = Story(name, "2020-02-01", parties=parties, names=names)
    if day:
        story.act("signature", day)
    return story


def reached(
    known: Settled, *new: Story, before: Sequence[Judgement] = (), now: Sequence[Judgement] = ()
) -> set[str]:
    """Settle what new reports concern, as a store does; give the homes that were looked at."""
    given = {
        report: mentions_of(evidence)
        for report, evidence in gather([one.reading() for one in new], Rulings()).items()
    }
    reach = Reach(known, given, in_force(before), in_force(now))
    while True:
        fuser = Fuser(before, reach.mentions(), reach.others)
        fuser.judge(now)
        for report, mentions in given.items():
            fuser.put(report, mentions)
        moved = fuser.concerned().moved
        if not reach.widen(fuser.traces, moved):
            return reach.homes


PEACE = "Treaty of Lasting Peace"


def test_a_report_on_other_parties_reaches_nothing_else() -> None:
    known = Settled(told("one", "AAA BBB", "2020-01-05"), told("two", "CCC DDD", "2020-01-05"))
    assert reached(known, told("new", "EEE FFF", "2020-01-05")) == {"parties:EEE|FFF"}


def test_a_report_that_names_fewer_parties_reaches_the_agreement_signed_that_day() -> None:
    known = Settled(told("one", "AAA BBB", "2020-01-05"), told("two", "AAA CCC", "2021-01-05"))
    new = told("new", "AAA BBB EEE", "2020-01-05")
    assert reached(known, new) == {"parties:AAA|BBB", "parties:AAA|BBB|EEE"}


def test_what_is_reached_reaches_on() -> None:
    known = Settled(
        told("one", "AAA BBB", "2020-01-05", PEACE),
        told("two", "AAA BBB CCC", None, PEACE, "NEWPACT"),
        told("three", "AAA BBB CCC DDD", None, "NEWPACT"),
        told("four", "DDD EEE", None, "OTHERPACT"),
    )
    assert reached(known, told("new", "AAA", "2020-01-05")) == {
        *(f"parties:{one}" for one in ("AAA|BBB", "AAA|BBB|CCC", "AAA|BBB|CCC|DDD")),
        "some:AAA:2020-01-05",
    }


def test_the_heir_of_an_agreement_is_reached() -> None:
    story = Story("one", "2020-02-01", parties="AAA BBB")
    story.agreement("B", parties="AAA BBB CCC")
    story.act("replacement", None, key="B", replaces="A")
    known = Settled(story)
    new = told("new", "AAA BBB", "2001-01-05")
    assert reached(known, new) == {"parties:AAA|BBB", "parties:AAA|BBB|CCC"}


def test_a_decision_reaches_both_agreements_it_is_about() -> None:
    one, other = told("one", "AAA BBB", "2020-01-05"), told("two", "CCC DDD", "2020-01-05")
    merged = Judgement(
        id="j1",
        about="aaa-bbb-2020",
        verdict=Verdict.MERGE,
        by="ana",
        at=datetime(2026, 1, 1, tzinfo=UTC),
        other=f"{other.id}#A",
    )
    both = {"parties:AAA|BBB", "parties:CCC|DDD"}
    assert reached(Settled(one, other), now=[merged]) == both
    assert (
        reached(Settled(one, other), told("new", "AAA BBB"), before=[merged], now=[merged]) == both
    )
    assert report_of(merged.other or "") == other.id

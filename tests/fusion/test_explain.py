"""Every part of a record explained down to the characters."""

from __future__ import annotations

from datetime import date

import pytest

from tests.fusion.partnership import five
from traktat.errors import NotFound
from traktat.fusion import fuse
from traktat.fusion.explain import replayed_date, why
from traktat.law import standing_on
from traktat.model.records import Record

TEXTS = {story.id: story.text for story in five()}


@pytest.fixture(scope="module")
def treaty() -> Record:
    return next(one for one in fuse(s.reading() for s in five()) if one.id == "prk-rus-2024")


def every_id(record: Record) -> list[str]:
    ids = [one.id for part in (record.timeline, record.provisions, record.claims) for one in part]
    ids += [one.id for part in (record.statements, record.disagreements) for one in part]
    ids += [f"{one.report}#{one.key}" for one in record.links]
    return [*ids, *(f"tie:{one.report}:{one.of}" for one in record.lineage), record.id]


def test_everything_is_explained_and_quotes_stand_where_they_should(treaty: Record) -> None:
    for about in every_id(treaty):
        reasons = why(treaty, about)
        assert reasons, about
        for reason in reasons:
            if reason.quote:
                assert reason.span is not None
                assert reason.span.of(TEXTS[reason.report]) == reason.quote


def test_dates_replay_from_the_explanation(treaty: Record) -> None:
    for act in treaty.timeline:
        if not act.because:
            assert replayed_date(act) == act.date, act.id


def test_an_open_date_replays_as_a_stretch() -> None:
    from tests.stories import Story

    stories = []
    for name, day in (("a", "2024-06-19"), ("b", "2024-06-21")):
        story = Story(name, "2024-07-01", outlet=name)
        story.act("signature", day)
        stories.append(story)
    (record,) = fuse(story.reading() for story in stories)
    assert replayed_date(record.timeline[0]) == record.timeline[0].date
    steps = [one.step for one in why(record, record.timeline[0].id)]
    assert steps == ["act", "report says", "report says", "difference", "origins"]


def test_a_rule_is_explained_by_its_sentence(treaty: Record) -> None:
    chambers = next(one for one in treaty.disagreements if one.rule == "two-chambers")
    rule = next(one for one in why(treaty, chambers.id) if one.step == "rule")
    assert rule.says.startswith("two-chambers: Two chambers vote on two days")


def test_a_changed_line_shows_the_line_before(treaty: Record) -> None:
    claim = next(one for one in treaty.claims if one.changed_from)
    assert "earlier line" in [one.step for one in why(treaty, claim.id)]


def test_a_standing_is_explained_by_rules_and_acts(treaty: Record) -> None:
    standing = standing_on(
        date(2024, 12, 4), treaty.timeline, parties=treaty.parties, provisions=treaty.provisions
    )
    reasons = why(treaty, "standing", standing)
    assert reasons[0].says == "in-force on 2024-12-04, certain"
    assert {"rule", "act", "report says"} <= {one.step for one in reasons}


def test_an_unknown_id_is_not_found(treaty: Record) -> None:
    with pytest.raises(NotFound) as caught:
        why(treaty, "act-nothing")
    assert "prk-rus-2024" in caught.value.hint
    with pytest.raises(NotFound):
        why(treaty, "standing")

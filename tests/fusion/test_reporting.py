"""When a plan was reported, and under whom a wording counts."""

from __future__ import annotations

from tests.stories import Story
from traktat.fusion import fuse
from traktat.model.kinds import Status
from traktat.model.records import Record


def record(*stories: Story) -> Record:
    (found,) = fuse(story.reading() for story in stories)
    return found


def test_a_plan_was_reported_on_the_day_its_report_came_out() -> None:
    one = Story("a", "2025-04-02", names=("pact",))
    one.act("signature", "2025-03-01")
    one.act("entry-into-force", status="planned")
    found = {act.status: act for act in record(one).timeline}
    assert [str(when) for when in found[Status.PLANNED].reported_on] == ["2025-04-02"]
    assert found[Status.OCCURRED].reported_on == ()


def test_a_wording_counts_under_the_origin_its_report_credits() -> None:
    one = Story("a", "2025-04-02", names=("pact",)).credit("KCNA")
    one.provision("mutual-assistance", bearers="PRK RUS", trigger="armed-attack")
    (clause,) = record(one).provisions
    assert [rendition.origin for rendition in clause.renditions] == ["KCNA"]

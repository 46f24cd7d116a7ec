"""Older agreements, kept apart."""

from __future__ import annotations

from tests.stories import Story
from traktat.fusion import fuse
from traktat.model.records import Record


def records(*stories: Story) -> dict[str, Record]:
    return {one.id: one for one in fuse(story.reading() for story in stories)}


def looking_back(name: str, **more: object) -> Story:
    story = Story(name, "2024-06-20", outlet=name)
    story.act("signature", "2024-06-19")
    story.agreement(key="B", parties="PRK SUN", of="A", **more)  # type: ignore[arg-type]
    return story


def test_the_end_of_the_older_agreement_is_not_the_end_of_this_one() -> None:
    story = looking_back("a", relation="replaced", names=("1961 treaty",))
    story.act("signature", "1961-07-06", key="B")
    story.act("termination", "1996-09-10", key="B", via="Ann Example")
    found = records(story)
    (older,) = found["prk-rus-2024"].predecessors
    assert (older.agreement, older.status, older.asserted_by, str(older.date)) == (
        "prk-sun-1961",
        "terminated",
        "Ann Example",
        "1961-07-06",
    )
    assert [one.act.value for one in found["prk-rus-2024"].timeline] == ["signature"]


def test_one_older_agreement_in_two_reports_is_one() -> None:
    stories = []
    for name in ("a", "b"):
        story = looking_back(name, relation="replaced", names=(f"name {name}",))
        story.act("signature", "1961-07-06", key="B")
        stories.append(story)
    (older,) = records(*stories)["prk-rus-2024"].predecessors
    assert older.names == ("name a", "name b")
    assert len(older.support) == 2


def test_a_bare_mention_of_an_older_agreement_makes_no_record() -> None:
    found = records(looking_back("a", relation="predecessor"))
    assert list(found) == ["prk-rus-2024"]
    (older,) = found["prk-rus-2024"].predecessors
    assert (older.agreement, older.parties) == (None, ("PRK", "SUN"))


def test_an_annex_is_no_predecessor() -> None:
    story = looking_back("a", relation="annex", names=("annex on rail",), form="protocol")
    found = records(story)
    assert found["prk-rus-2024"].predecessors == ()
    assert "prk-sun" in found

"""Rules of disagreement: the table, and the rules that no other test looks at."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import traktat.fusion
from tests.stories import Story
from traktat.fusion import fuse
from traktat.fusion.disagreements import RULES, STATED_BY, sentence_of
from traktat.model.kinds import DisagreementClass
from traktat.model.records import Disagreement, Record
from traktat.model.spans import Span

SOURCES = sorted(Path(traktat.fusion.__file__).parent.glob("*.py"))


def story(name: str, published: str = "2024-12-20", **more: object) -> Story:
    return Story(name, published, outlet=f"outlet {name}", **more)  # type: ignore[arg-type]


def record_of(*stories: Story) -> Record:
    (record,) = fuse(one.reading() for one in stories)
    return record


def differing(*stories: Story) -> list[Disagreement]:
    return [one for one in record_of(*stories).disagreements if one.rule != "sharper-date"]


def short(*stories: Story) -> list[tuple[str, str, str | None]]:
    return [(one.rule, one.sort.value, one.prefer) for one in differing(*stories)]


def act(name: str, kind: str, date: str | None = None, **more: object) -> Story:
    one = story(name, str(more.pop("published", "2024-12-20")))
    one.act(kind, date, **more)  # type: ignore[arg-type]
    return one


def test_every_rule_states_itself_in_a_sentence() -> None:
    for rule in (*RULES, *STATED_BY.values()):
        sentence = (rule.__doc__ or "").strip().partition("\n")[0]
        assert sentence.endswith("."), rule.__name__


def test_every_rule_that_a_disagreement_names_is_stated() -> None:
    named = re.compile(r'rule=\(?\s*"([a-z-]+)"(?: if \w+ else "([a-z-]+)")?')
    preferred = re.compile(r'Preference\([^)]*"([a-z-]+)"\)')
    found = set()
    for path in SOURCES:
        text = path.read_text(encoding="utf-8")
        for pattern in (named, preferred):
            found |= {code for match in pattern.findall(text) for code in _tuple(match) if code}
    assert found == set(STATED_BY)
    assert all(map(sentence_of, found))
    assert sentence_of("no such rule") == ""


def _tuple(match: str | tuple[str, ...]) -> tuple[str, ...]:
    return (match,) if isinstance(match, str) else match


def test_not_yet_and_then_done_is_progress() -> None:
    early = act("a", "ratification", status="denied", states="RUS", published="2024-10-01")
    done = act("b", "ratification", "2024-11-09", states="RUS")
    assert short(early, done) == [("not-yet-then-done", "progression", "occurred 2024-11-09")]


def test_a_denial_after_the_day_is_a_contradiction() -> None:
    late = act("a", "ratification", status="denied", states="RUS", published="2024-12-19")
    done = act("b", "ratification", "2024-11-09", states="RUS")
    assert short(late, done) == [("denied-and-done", "contradiction", None)]
    more = act("c", "ratification", "2024-11-09", states="RUS")
    assert short(late, done, more)[0][2] == "occurred 2024-11-09"


def test_a_plan_that_moved() -> None:
    first = act("a", "signature", "2025-09", status="planned", published="2025-07-14")
    later = act("b", "signature", "2026-03", status="planned", published="2025-10-01")
    assert short(later, first) == [("plan-moved", "progression", "2026-03")]


def test_a_plan_for_the_next_time_is_no_progress() -> None:
    done = act("a", "extension", "2021-02-03", published="2021-02-04")
    plan = act("b", "extension", "2026", status="planned", published="2025-09-01")
    assert short(done, plan) == []


def test_a_plan_from_after_the_day_contradicts_what_was_done() -> None:
    done = act("a", "ratification", "2024-11-09", states="RUS", published="2024-11-10")
    late = act("b", "ratification", None, states="RUS", status="planned", published="2024-12-01")
    assert short(done, late) == [("planned-after-done", "contradiction", None)]
    dated = act(
        "c", "ratification", "2024-12-20", states="RUS", status="planned", published="2024-12-01"
    )
    more = act("d", "ratification", "2024-11-09", states="RUS", published="2024-11-11")
    assert short(done, more, dated) == [
        ("planned-after-done", "contradiction", "occurred 2024-11-09")
    ]


def test_a_report_that_tells_both_plan_and_deed_does_not_contradict_itself() -> None:
    story = act("a", "ratification", "2024-11-09", states="RUS", published="2024-12-01")
    story.act("ratification", None, states="RUS", status="planned")
    assert short(story) == []


def test_another_chamber_has_another_plan() -> None:
    done = act("a", "approval", "2024-10-24", states="RUS", chamber="lower")
    plan = act("b", "approval", "2024-11-06", states="RUS", chamber="upper", status="planned")
    assert short(done, plan) == []


@pytest.mark.parametrize(
    ("one", "other", "rules"),
    [
        ("Moscow", "Pyongyang", ["two-places"]),
        ("Brussels", "Brussel", []),
        ("Pyongyang", "PRK", []),
        ("Kumsusan Palace Pyongyang", "Pyongyang", []),
    ],
)
def test_places(one: str, other: str, rules: list[str]) -> None:
    stories = [
        act("a", "signature", "2024-06-19", place=one),
        act("b", "signature", "2024-06-19", place=other),
    ]
    assert [rule for rule, _, _ in short(*stories)] == rules


def test_places_in_two_languages_are_not_compared() -> None:
    other = Story("b", "2024-12-20", language="id")
    other.act("signature", "2024-06-19", place="Wina")
    assert short(act("a", "signature", "2024-06-19", place="Vienna"), other) == []


def test_two_persons_of_one_state_exclude_each_other() -> None:
    stories = []
    for name, person in (("a", "Ann Example"), ("b", "Bob Sample"), ("c", "Ann Example")):
        one = act(name, "signature", "2024-06-19", by=(person,))
        one.person("Ann Example", "RUS")
        one.person("Bob Sample", "RUS")
        stories.append(one)
    assert short(*stories) == [("two-hands", "contradiction", "Ann Example")]


def test_two_persons_of_one_state_in_one_report_signed_together() -> None:
    one = act("a", "exchange", "2024-06-19", by=("Ann Example", "Bob Sample"))
    one.person("Ann Example", "RUS")
    one.person("Bob Sample", "RUS")
    assert short(one, act("b", "exchange", "2024-06-19", by=("Ann Example",))) == []


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("397-0", "unanimous", [("votes", "imprecision", "397-0")]),
        ("397-0", "395-2", [("votes", "contradiction", None)]),
        ("397-2", "unanimous", [("votes", "contradiction", None)]),
    ],
)
def test_votes(one: str, other: str, expected: list[tuple[str, str, str | None]]) -> None:
    stories = [
        act(name, "approval", "2024-10-24", states="RUS", chamber="lower", vote=vote)
        for name, vote in (("a", one), ("b", other))
    ]
    assert short(*stories) == expected


def test_two_days_of_effect() -> None:
    stories = [
        act(name, "entry-into-force", "2024-12-04", effective_on=day)
        for name, day in (("a", "2024-12-04"), ("b", "2025-01-01"), ("c", "2024-12"))
    ]
    assert [rule for rule, _, _ in short(*stories)] == ["two-effects"]


def test_parties_left_unnamed_and_parties_that_differ() -> None:
    full = Story("a", "2024-12-20", parties="AUS GBR USA", names=("AUKUS",))
    full.act("signature", "2024-08-05")
    few = Story("b", "2024-12-20", parties="AUS USA", names=("AUKUS",))
    few.act("signature", "2024-08-05")
    more = Story("c", "2024-12-20", parties="AUS GBR USA", names=("AUKUS",))
    more.act("signature", "2024-08-05")
    assert [one for one in short(full, few, more) if one[0] == "parties"] == [
        ("parties", "imprecision", "AUS+GBR+USA")
    ]


def test_vague_recency_needs_the_word_beside_the_act() -> None:
    one = story("a", "2024-11-08")
    row = one.line("The accord just signed in June")
    one.act("signature", "2024-06-19", at=row)
    one.time("recent", at=Span(row.start + 11, row.start + 15))
    assert short(one) == [("vague-recency", "imprecision", "2024-06-19")]
    far = story("b", "2024-11-08")
    far.act("signature", "2024-06-19")
    far.time("recent", text="lately something else happened")
    assert short(far) == []


def test_recency_within_a_month_is_right() -> None:
    one = story("a", "2024-07-01")
    row = one.line("The accord just signed in June")
    one.act("signature", "2024-06-19", at=row)
    one.time("recent", at=Span(row.start + 11, row.start + 15))
    assert short(one) == []


def test_an_act_amid_what_had_begun_is_right() -> None:
    one = story("a", "2024-12-05")
    row = one.line("It took effect amid claims of troops")
    one.act("entry-into-force", "2024-12-04", at=Span(row.start, row.start + 14))
    one.time("amid", at=Span(row.start + 15, row.start + 19))
    one.claim("KOR", "asserts", "troops", "2024-10-18", at=Span(row.start + 20, row.end))
    assert short(one) == []


def test_an_act_amid_a_later_event_is_misplaced() -> None:
    one = story("a", "2025-12-05")
    row = one.line("It was signed amid the exercise")
    one.act("signature", "2024-06-19", at=Span(row.start, row.start + 13))
    one.time("amid", at=Span(row.start + 14, row.start + 18))
    one.event("exercise", date="2025-03-01", at=Span(row.start + 19, row.end))
    assert short(one) == [("amid-later-events", "anachronism", "2024-06-19")]


def test_framings_of_one_event_and_of_two() -> None:
    one = story("a")
    one.event("armed-conflict", framing="war", states="AAA BBB")
    one.event("armed-conflict", framing="operation", states="AAA")
    one.event("armed-conflict", framing="conflict", states="CCC DDD")
    assert short(one) == [("framing", "framing", None)]


def test_sanctions_that_the_table_knows_raise_nothing() -> None:
    one = story("a", "2024-12-05")
    one.event("sanctions", states="PRK", by=("UN",))
    one.event("sanctions", states="RUS", by=("EU",))
    assert short(one) == []
    one.event("sanctions", states="IRN", by=("UN",), date="2018")
    assert short(one) == [("sanctions-unknown", "world-knowledge", None)]


def test_names_that_share_a_subject_are_names_of_one_side() -> None:
    stories = [
        story("a", names=("defense pact",), topics=("defense",)),
        story("b", names=("defense partnership",), topics=("defense", "partnership")),
    ]
    for one in stories:
        one.act("signature", "2024-06-19")
    assert short(*stories) == []


def test_values_carry_their_supports_and_origins() -> None:
    (one,) = differing(
        act("a", "signature", "2024-06-19", place="Moscow"),
        act("b", "signature", "2024-06-19", place="Pyongyang"),
    )
    assert [value.origins for value in one.values] == [("outlet a",), ("outlet b",)]
    assert all(len(value.support) == 1 for value in one.values)
    assert one.sort is DisagreementClass.CONTRADICTION
    assert one.id.startswith("differ-")


DOCS = Path(__file__).resolve().parents[2] / "docs" / "explanation"


def test_the_page_on_disagreements_names_every_rule_and_class_and_issue() -> None:
    page = (DOCS / "disagreements.md").read_text(encoding="utf-8")
    for code in STATED_BY:
        assert f"`{code}`" in page, code
        assert sentence_of(code) in page, code
    for sort in DisagreementClass:
        assert f"`{sort}`" in page
    issues = re.compile(r'code=\(?"([a-z-]+)"')
    named = {code for path in SOURCES for code in issues.findall(path.read_text(encoding="utf-8"))}
    assert {code for code in named if f"`{code}`" not in page} == set()


def test_the_page_on_origins_names_every_tie() -> None:
    page = (DOCS / "origins-and-corroboration.md").read_text(encoding="utf-8")
    for sort in ("copy", "translation", "paraphrase", "recycled", "stacked", "credited"):
        assert f"`{sort}`" in page


def test_the_plan_for_one_of_many_is_not_fulfilled_by_another() -> None:
    first = Story("one", "2023-08-04", parties="SSD MULTI", known="rcep")
    first.act("entry-into-force", "2024-02-01", status="planned", states="SSD")
    first.act("ratification", None, status="planned")
    second = Story("two", "2024-07-18", parties="LTU MULTI", known="rcep")
    second.act("entry-into-force", "2010-08-01", states="MULTI")
    second.act("ratification", "2011-03", states="LTU")
    third = Story("three", "2024-02-02", parties="SSD MULTI", known="rcep")
    third.act("entry-into-force", "2024-02-01", states="SSD")
    (record,) = fuse(story.reading() for story in (first, second, third))
    assert [(one.about, one.rule) for one in record.disagreements] == [
        ("act:entry-into-force:SSD:status", "planned-then-done")
    ]


@pytest.mark.parametrize(
    ("one", "other", "sort"),
    [
        ("exchange-of-instruments", "30-days-after-exchange", "imprecision"),
        ("30-days-after-exchange", "60-days-after-exchange", "contradiction"),
        ("6-months-after-30th-ratification", "6-months-after-notification", "contradiction"),
        ("armed-attack", "invasion", "imprecision"),
        ("3rd-ratification", "ratifications", "imprecision"),
    ],
)
def test_triggers_are_one_where_they_count_and_name_alike(one: str, other: str, sort: str) -> None:
    stories = [Story(name, outlet=name) for name in ("one", "two")]
    for story, trigger in zip(stories, (one, other), strict=True):
        story.provision("entry-into-force", trigger=trigger)
    (record,) = fuse(story.reading() for story in stories)
    assert [one.sort.value for one in record.disagreements] == [sort]

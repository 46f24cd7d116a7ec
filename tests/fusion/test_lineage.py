"""Which report copies, translates, paraphrases, stacks or recycles which."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random

import pytest

from tests.stories import Story
from traktat.fusion.copies import alike
from traktat.fusion.evidence import gather
from traktat.fusion.lineage import Lineage, lineage_of
from traktat.fusion.retellings import in_same_order
from traktat.fusion.rulings import in_force
from traktat.fusion.sketches import number_value, shingles_of, sketch
from traktat.model.judgements import Judgement, Verdict
from traktat.model.reports import Furniture


def article(
    name: str, published: str = "2024-06-20", *, words: str | None = None, language: str = "en"
) -> Story:
    """Write a report whose words come from `words`, and whose facts are always the same."""
    story = Story(words or name, published, language=language, outlet=f"outlet {name}")
    for place in range(4):
        story.line()
        story.person(f"Person {place} Example{place}", text=f"Person {place} {story.name}")
        story.day(f"2024-06-1{place}", text=f"{place} June {story.name}")
        story.line(f"{place}{place}{place}7 tons {story.name} {story.line}"[:20])
        story.statement(f"Speaker{place} Person{place}", uttered=f"2024-06-1{place}")
    return story


def lineage(*stories: Story, judgements: tuple[Judgement, ...] = ()) -> Lineage:
    rulings = in_force(judgements)
    evidence = gather((story.reading() for story in stories), rulings)
    return lineage_of(list(evidence.values()), rulings)


def ties(found: Lineage) -> list[tuple[str, str, str]]:
    return [(one.sort, one.report, one.of) for one in found.ties]


def test_a_copy_with_another_end_is_a_copy_of_the_older_report() -> None:
    parent, child = article("one"), article("copy", "2024-06-21", words="one")
    child.line("Some words that only stand at the end of the copy")
    found = lineage(child, parent)
    assert ties(found) == [("copy", child.id, parent.id)]
    assert found.related(parent.id, child.id)
    assert found.ties[0].confidence > 0.9


def test_a_chain_of_copies_goes_back_to_one_root() -> None:
    reports = [article("one")]
    for number in range(1, 30):
        copy = article(f"copy {number}", f"2024-06-{21 + number % 9}", words="one")
        copy.line(f"Words {number} of the {number}th outlet")
        reports.append(copy)
    found = lineage(*reports)
    assert {found.root[one.id] for one in reports} == {reports[0].id}
    assert len(found.ties) == 29


def test_an_abridged_copy_is_a_copy() -> None:
    parent = article("one")
    child = Story("short", "2024-06-21")
    for line in parent.text.splitlines()[:14]:
        child.line(line)
    assert ties(lineage(parent, child)) == [("copy", child.id, parent.id)]


def test_a_translation_is_known_by_the_order_of_what_survives() -> None:
    parent = article("one")
    child = article("two", "2024-06-21", language="id")
    found = lineage(parent, child)
    assert [(one.sort, one.basis.value) for one in found.ties] == [("translation", "inferred")]


def test_the_same_facts_in_another_order_are_another_report() -> None:
    parent, other = article("one"), article("two", language="id")
    place = Random(3)
    spans = [one.span for one in other.findings]
    place.shuffle(spans)
    mixed = Story("three", "2024-06-21", language="id")
    for finding in sorted(other.findings, key=lambda one: spans.index(one.span)):
        from dataclasses import replace

        span = mixed.line()
        mixed.findings.append(replace(finding, span=span, quote=span.of(mixed.text)))
    assert lineage(parent, mixed).ties == ()


def test_a_paraphrase_keeps_the_order_in_its_own_language() -> None:
    found = lineage(article("one"), article("two", "2024-06-21"))
    assert [one.sort for one in found.ties] == ["paraphrase"]


def test_a_translation_is_made_within_days() -> None:
    assert lineage(article("one"), article("two", "2024-09-21", language="id")).ties == ()


def test_crediting_the_outlet_makes_a_looser_likeness_enough() -> None:
    parent, child = article("one"), article("two", "2024-06-21")
    child.findings = child.findings[:-6]
    child.credit("outlet one")
    found = lineage(parent, child)
    assert [(one.sort, one.basis.value) for one in found.ties] == [
        ("credited", "credited"),
        ("paraphrase", "credited"),
    ]


def test_an_old_paragraph_in_a_new_report_is_recycled() -> None:
    old, new = article("old"), article("new", "2024-11-02")
    row = "twelve words and more stand in this line so that it is telling enough for all"
    old.line(row)
    span = new.line(row)
    found = lineage(old, new)
    assert ties(found) == [("recycled", new.id, old.id)]
    assert found.ties[0].span is not None
    assert found.ties[0].span.start == span.start
    assert found.source(new.id, span) == old.id
    assert found.root[new.id] == new.id


def test_furniture_makes_no_copy() -> None:
    one, other = article("one"), article("two", "2024-11-02")
    rows = [story.line(" ".join(["advert"] * 200)) for story in (one, other)]
    readings = [
        story.reading(mask=(Furniture(row, "advert"),))
        for story, row in zip((one, other), rows, strict=True)
    ]
    evidence = gather(readings, in_force(()))
    assert lineage_of(list(evidence.values()), in_force(())).ties == ()


def test_the_same_text_in_two_outlets_is_one_report_with_two_entries() -> None:
    story = article("one")
    readings = [
        story.reading(outlet="Weekly", path="b.txt"),
        story.reading(outlet="Daily", path="a.txt"),
    ]
    evidence = gather(readings, in_force(()))
    assert [one.outlet for one in evidence[story.id].entries] == ["Daily", "Weekly"]
    (tie,) = lineage_of(list(evidence.values()), in_force(())).ties
    assert (tie.report, tie.of, tie.sort) == (story.id, story.id, "copy")


def judgement(about: str, verdict: Verdict, other: str | None = None) -> Judgement:
    at = datetime(2025, 1, 1, tzinfo=UTC)
    return Judgement(id="j1", about=about, verdict=verdict, by="editor", at=at, other=other)


def test_people_mark_copies_and_deny_them() -> None:
    one, other = article("one"), article("two", "2024-06-21", language="id")
    marked = judgement(one.id, Verdict.COPY, other.id)
    assert ("copy", one.id, other.id) in ties(lineage(one, other, judgements=(marked,)))
    denied = judgement(f"tie:{other.id}:{one.id}", Verdict.REJECT)
    assert lineage(one, other, judgements=(denied,)).ties == ()


def test_runs_of_words_and_of_characters() -> None:
    assert shingles_of(["a", "b"]) == {"a b"}
    assert len(shingles_of(["条約は二〇二四年六月十九日に署名された"])) > 5
    assert alike(frozenset("ab"), frozenset("bc")) == (1 / 3, 0.5)
    assert alike(frozenset(), frozenset("a")) == (0.0, 0.0)


@pytest.mark.parametrize(
    ("written", "value"),
    [("10.000", "10000"), ("1,234,567", "1234567"), ("3.5", "3.5"), ("7,", "7"), ("2024", "2024")],
)
def test_numbers_are_one_in_all_languages(written: str, value: str) -> None:
    assert number_value(written) == value


def test_the_same_neighbors_in_a_row_count_once() -> None:
    story = Story("one")
    story.person("Ann Example", "IDN")
    story.person("Ann Example", "IDN")
    (evidence,) = gather([story.reading()], in_force(())).values()
    assert sketch(evidence).anchors == ("person example",)


def test_order_is_what_counts() -> None:
    row = ["date 2024-06-19", "person ann", "number 12"]
    assert in_same_order(row, row)[0] == 1.0
    assert in_same_order(row, row[::-1])[0] < 0.5
    assert in_same_order([], []) == (0.0, 0.0)

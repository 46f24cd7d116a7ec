"""One remark, however many reports carry it."""

from __future__ import annotations

from tests.stories import Story
from traktat.fusion import fuse
from traktat.model.records import Statement

LONG = "We will keep every promise of this accord for as long as the other side keeps its own"


def said(name: str, text: str, day: str | None = "2024-06-19", **more: object) -> Story:
    language = str(more.pop("language", "en"))
    story = Story(name, "2024-06-20", outlet=f"outlet {name}", language=language)
    story.statement(str(more.pop("speaker", "Ann Example")), text, uttered=day, **more)  # type: ignore[arg-type]
    return story


def remarks(*stories: Story) -> list[Statement]:
    (record,) = fuse(story.reading() for story in stories)
    return list(record.statements)


def counts(*stories: Story) -> list[int]:
    return sorted(len(one.support) for one in remarks(*stories))


def test_the_same_words_are_one_remark() -> None:
    assert counts(said("a", LONG), said("b", LONG, None)) == [2]


def test_a_part_of_a_remark_is_that_remark() -> None:
    part = "keep every promise of this accord for as long as the other"
    (one,) = remarks(said("a", LONG, form="indirect"), said("b", part, mixed=True))
    assert one.form == "direct"
    assert len(one.support) == 2


def test_other_words_are_another_remark() -> None:
    other = "Nobody has asked us whether the border crossing will open again before the winter"
    assert counts(said("a", LONG), said("b", other)) == [1, 1]


def test_the_same_words_on_two_days_are_two_remarks() -> None:
    assert counts(said("a", LONG), said("b", LONG, "2024-09-01")) == [1, 1]


def test_another_speaker_is_another_remark() -> None:
    assert counts(said("a", LONG), said("b", LONG, speaker="Bea Other")) == [1, 1]


def test_two_translations_of_a_short_remark_are_one() -> None:
    assert counts(said("a", "breakthrough document"), said("b", "a truly new document")) == [2]
    undated = said("b", "a truly new document", None)
    assert counts(said("a", "breakthrough document"), undated) == [1, 1]


def test_two_short_remarks_of_one_report_stay_two() -> None:
    story = said("a", "breakthrough document")
    story.statement("Ann Example", "important document", uttered="2024-06-19")
    assert counts(story) == [1, 1]


def test_names_make_a_remark_known_in_another_language() -> None:
    stories = []
    for name, text, language in (
        ("a", "Ann Other and Bob Third will meet in the spring of that year, we hope", "en"),
        ("b", "Ann Other dan Bob Third akan bertemu pada musim semi tahun itu, semoga", "id"),
    ):
        story = said(name, text, language=language)
        start = story.text.index("Ann Other")
        from traktat.model.spans import Span

        story.person("Ann Other", at=Span(start, start + 9))
        start = story.text.index("Bob Third")
        story.person("Bob Third", at=Span(start, start + 9))
        stories.append(story)
    assert counts(*stories) == [2]


def test_the_n_th_remark_of_a_translation_is_the_n_th_of_its_parent() -> None:
    stories = []
    for name, language in (("a", "en"), ("b", "id")):
        story = Story(name, "2024-06-20", outlet=f"outlet {name}", language=language)
        for place in range(5):
            story.person(f"Person Example{place}", text=f"{place} {name}")
            story.day(f"2024-06-1{place}", text=f"{place} {name} June")
            story.statement("Ann Example", uttered="2024-06-19")
        stories.append(story)
    assert counts(*stories) == [2, 2, 2, 2, 2]


def test_office_state_and_sharpest_day_come_from_all_voices() -> None:
    (one,) = remarks(
        said("a", LONG, "2024-06", office="president"), said("b", LONG, state="IDN", via="Antara")
    )
    assert (one.office, one.state, str(one.uttered), one.via) == (
        "president",
        "IDN",
        "2024-06-19",
        ("Antara",),
    )


def test_spellings_of_a_speaker_are_one_speaker() -> None:
    found = remarks(
        said("a", LONG, speaker="Andrei Rudenko"), said("b", LONG, speaker="Andrey Rudenko")
    )
    assert [one.speaker for one in found] == ["Andrei Rudenko"]


def evaluated(name: str, text: str, stance: str = "asserts", **more: object) -> Story:
    """Give a report of a brief remark that holds one claim."""
    story = said(name, text, None, **more)
    span = story.findings[-1].span
    story.claim("Ann Example", stance, "the agreement is new", at=span)
    return story


def test_two_wordings_of_one_claim_are_one_remark() -> None:
    one, other = evaluated("a", "a breakthrough document"), evaluated("b", "truly a new document")
    assert counts(one, other) == [2]
    told = evaluated("b", "the agreement as a groundbreaking document", form="remark")
    assert counts(one, told) == [2]


def test_claims_that_differ_or_share_no_word_are_two_remarks() -> None:
    one = evaluated("a", "a breakthrough document")
    assert counts(one, evaluated("b", "no new document", "denies")) == [1, 1]
    assert counts(one, evaluated("b", "this is truly new")) == [1, 1]
    assert counts(one, evaluated("b", "ini sungguh baru", language="id")) == [2]
    assert counts(one, evaluated("b", "a document unlike any", form="indirect")) == [1, 1]


def test_a_long_remark_with_the_same_claim_is_another() -> None:
    one = evaluated("a", "a breakthrough document")
    assert counts(one, evaluated("b", f"{LONG}, and it is a new document")) == [1, 1]

"""Renditions of a clause side by side, their majority and their outliers."""

from __future__ import annotations

from tests.stories import Story
from traktat.fusion import fuse
from traktat.model.records import Provision, Record


def told(name: str, kind: str = "mutual-assistance", **more: object) -> Story:
    story = Story(
        name, "2024-06-20", outlet=f"outlet {name}", language=str(more.pop("language", "en"))
    )
    text = more.pop("text", None)
    story.provision(kind, text, **{"bearers": "PRK RUS", **more})  # type: ignore[arg-type]
    return story


def record_of(*stories: Story) -> Record:
    (record,) = fuse(story.reading() for story in stories)
    return record


def clause(*stories: Story) -> Provision:
    (found,) = record_of(*stories).provisions
    return found


def flags(found: Provision, story: Story) -> tuple[str, ...]:
    return next(one.flags for one in found.renditions if one.report == story.id)


def differing(*stories: Story) -> list[tuple[str, str, str | None]]:
    return [(one.rule, one.sort.value, one.prefer) for one in record_of(*stories).disagreements]


def test_each_column_takes_what_most_origins_have() -> None:
    found = clause(
        told("a", trigger="armed-attack", timing="without-delay"),
        told("b", trigger="armed-attack", language="id"),
        told("c", trigger="aggression", beneficiary="attacked-party"),
    )
    assert found.trigger == "armed-attack"
    assert found.timing == "without-delay"
    assert found.beneficiary == "attacked-party"
    assert found.independent_origins == 3
    assert [one.language for one in found.renditions].count("id") == 1


def test_copies_have_one_vote_together() -> None:
    few = [told(name, trigger="armed-attack") for name in "ab"]
    many = [told(name, trigger="consultation") for name in "cdef"]
    for story in many:
        story.credit("AFP")
    assert clause(*few, *many).trigger == "armed-attack"


def test_all_qualifiers_are_kept_and_the_narrower_holds_the_wider() -> None:
    stories = [
        told("a", qualifiers=("un-charter-51", "national-law")),
        told("b", qualifiers=("un-charter",)),
        told("c"),
    ]
    assert clause(*stories).qualifiers == ("national-law", "un-charter-51")
    assert ("silence-is-not-denial", "imprecision", "national-law+un-charter-51") in differing(
        *stories
    )
    assert all(not one.flags for one in clause(*stories).renditions)


def test_only_a_quotation_can_drop_a_qualifier() -> None:
    full = told("a", trigger="armed-attack", qualifiers=("un-charter-51",))
    quoted = told("b", trigger="armed-attack", verbatim=True)
    wide = told("c", trigger="armed-attack", verbatim=True, qualifiers=("un-charter",))
    found = clause(full, quoted, wide)
    assert flags(found, quoted) == ("qualifier-dropped",)
    assert flags(found, wide) == ()
    assert flags(found, full) == ()
    assert ("qualifier-dropped", "garbled-copy", "un-charter-51") in differing(full, quoted, wide)


def test_a_quotation_of_another_part_has_dropped_nothing() -> None:
    full = told("a", trigger="armed-attack", qualifiers=("un-charter-51",))
    part = told("b", verbatim=True)
    assert flags(clause(full, part), part) == ()


def test_the_aggressor_as_debtor_is_turned_round() -> None:
    stories = [told(name, beneficiary="attacked-party", trigger="armed-attack") for name in "ab"]
    wrong = told("c", beneficiary="same-party", trigger="party-becomes-aggressor")
    found = clause(*stories, wrong)
    assert flags(found, wrong) == ("roles-inverted",)
    assert found.trigger == "armed-attack"
    assert found.independent_origins == 2
    assert ("roles-inverted", "garbled-copy") in [one[:2] for one in differing(*stories, wrong)]


def test_debtor_and_creditor_exchanged_against_the_majority() -> None:
    right = [told(name, "trade", bearers="IDN", beneficiary="EU", scope="tariffs") for name in "ab"]
    wrong = told("c", "trade", bearers="EU", beneficiary="IDN", scope="tariffs")
    found = clause(*right, wrong)
    assert flags(found, wrong) == ("roles-inverted",)
    assert (found.bearers, found.beneficiary) == (("IDN",), "EU")
    tied = clause(right[0], wrong)
    assert [one.flags for one in tied.renditions] == [(), ()]


def test_a_scope_that_shares_nothing_is_garbled() -> None:
    stories = [
        told("a", "no-adverse-treaty", scope="infringing-sovereignty"),
        told("b", "no-adverse-treaty", scope="infringing-core-interests"),
    ]
    wrong = told("c", "no-adverse-treaty", scope="on-culture")
    found = clause(*stories, wrong)
    assert flags(found, wrong) == ("scope-garbled",)
    assert found.scope in ("infringing-sovereignty", "infringing-core-interests")
    rules = [one[0] for one in differing(*stories, wrong)]
    assert rules == ["scope-garbled", "scopes-meet"]


def test_two_scopes_with_as_many_origins_stay_open() -> None:
    stories = [
        told("a", "no-adverse-treaty", scope="infringing-sovereignty"),
        told("b", "no-adverse-treaty", scope="on-culture"),
    ]
    assert differing(*stories) == [("scopes-differ", "contradiction", None)]


def test_words_of_two_languages_are_not_compared() -> None:
    stories = [
        told("a", "no-adverse-treaty", scope="harming the other side"),
        told("b", "no-adverse-treaty", scope="yang merugikan pihak lain", language="id"),
    ]
    assert differing(*stories) == []


def test_shall_and_will_are_one_duty_and_shall_not_is_none() -> None:
    assert differing(told("a", force="shall"), told("b", force="will")) == []
    stories = [told("a", force="shall"), told("b", force="shall"), told("c", force="shall-not")]
    assert differing(*stories) == [("force", "contradiction", "shall")]


def test_discretion_stands_against_the_clause_and_stays_open() -> None:
    story = told("a", force="shall")
    story.act("implementation-decision", status="planned", states="RUS", via="Vladimir Putin")
    assert differing(story) == [("discretion-claimed", "contradiction", None)]


def test_triggers_and_times() -> None:
    assert differing(told("a", trigger="armed-attack"), told("b", trigger="aggression")) == [
        ("trigger-wording", "imprecision", "aggression")
    ] or differing(told("a", trigger="armed-attack"), told("b", trigger="aggression")) == [
        ("trigger-wording", "imprecision", "armed-attack")
    ]
    two = [told("a", trigger="armed-attack"), told("b", trigger="request")]
    assert differing(*two) == [("two-triggers", "contradiction", None)]
    assert differing(told("a", timing="without-delay"), told("b", timing="immediately")) == []
    assert differing(told("a", timing="30-days"), told("b", timing="60-days")) == [
        ("timing", "contradiction", None)
    ]


def test_who_is_bound() -> None:
    assert differing(told("a", bearers="PRK RUS"), told("b", bearers="PRK"), told("c")) == [
        ("bearers", "imprecision", "PRK+RUS")
    ]


def test_motley_clauses_meet_only_by_what_they_say() -> None:
    stories = [
        told("a", "other", content="prisoner-exchange"),
        told("b", "other", content="prisoner-release", language="id"),
        told("c", "other", content="troop-withdrawal"),
        told("d", "other", text="Both sides shall exchange all prisoners of war at once"),
        told("e", "other", text="All prisoners of war to be exchanged, the accord says"),
        told("f", "other", text="Semua tawanan ditukar", language="id"),
    ]
    found = record_of(*stories).provisions
    assert sorted(len(one.renditions) for one in found) == [1, 1, 2, 2]


def test_each_side_has_its_own_clause_on_trade() -> None:
    stories = [
        told("a", "trade", bearers="EU"),
        told("b", "trade", bearers="IDN"),
        told("c", "trade", bearers="EU"),
        told("d", "trade", bearers="EU", force="shall-not"),
    ]
    assert sorted(len(one.renditions) for one in record_of(*stories).provisions) == [1, 1, 2]


def test_flags_of_the_reading_are_kept() -> None:
    story = told("a", flags=("scope-garbled",), scope="on-culture")
    assert flags(clause(story), story) == ("scope-garbled",)

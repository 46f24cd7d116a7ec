from __future__ import annotations

from datetime import date

from tests.factories import make_provision, make_rendition
from traktat.law.events import question
from traktat.law.renditions import (
    doubts_on,
    is_contested,
    qualifiers_of,
    readings_of,
    support_of,
    timing_of,
)
from traktat.law.rulings import Scene, Tie, ruling_on
from traktat.model.kinds import Force

SCENE = Scene(
    question("armed-attack", "XXX", "AAA", date(2024, 1, 1)),
    (("AAA", Tie.BOUND), ("BBB", Tie.BOUND)),
)


def test_silence_is_not_denial() -> None:
    clause = make_provision(
        "mutual-assistance",
        trigger="armed-attack",
        qualifiers=("un-charter",),
        renditions=(
            make_rendition("r1"),
            make_rendition("r2", qualifiers=("national-law", "un-charter"), timing="at-once"),
        ),
    )
    assert all(reading.engages for reading in readings_of(clause, SCENE))
    assert not is_contested(readings_of(clause, SCENE))
    assert qualifiers_of(clause) == ("un-charter", "national-law")
    assert timing_of(clause) == "at-once"


def test_garbled_wordings_support_nothing_and_contest_nothing() -> None:
    clause = make_provision(
        "mutual-assistance",
        trigger="armed-attack",
        renditions=(
            make_rendition("r1", origin="KCNA"),
            make_rendition("r2", origin="RT", force=Force.MAY, flags=("force-dropped",)),
        ),
    )
    readings = readings_of(clause, SCENE)
    assert not is_contested(readings)
    assert [item.report for item in support_of(clause)] == ["r1"]
    (doubt,) = doubts_on(clause, ruling_on(clause, SCENE), readings[1:] + readings[:1])
    assert "r2" in doubt
    assert "says otherwise" in doubt


def test_a_dropped_qualifier_leaves_the_duty_as_worded() -> None:
    clause = make_provision(
        "mutual-assistance",
        trigger="armed-attack",
        renditions=(make_rendition("r1", flags=("qualifier-dropped",)), make_rendition("r2")),
    )
    readings = readings_of(clause, SCENE)
    assert [item.report for item in support_of(clause)] == ["r1", "r2"]
    (doubt,) = doubts_on(clause, ruling_on(clause, SCENE), readings)
    assert doubt.endswith("flagged qualifier-dropped")


def test_a_wording_flagged_as_inverted_is_read_by_its_letter() -> None:
    clause = make_provision(
        "mutual-assistance",
        trigger="armed-attack",
        renditions=(
            make_rendition("r1"),
            make_rendition("r2", trigger="armed-attack", flags=("roles-inverted",)),
        ),
    )
    attack = Scene(question("armed-attack", "AAA", "XXX", date(2024, 1, 1)), SCENE.ties)
    assert [reading.engages for reading in readings_of(clause, attack)] == [False, True]
    assert [reading.engages for reading in readings_of(clause, SCENE)] == [True, False]


def test_what_the_attacked_party_would_owe_says_nothing_of_the_other() -> None:
    clause = make_provision(
        "mutual-assistance",
        trigger="armed-attack",
        bearers=("AAA", "BBB"),
        renditions=(make_rendition("r1", bearers=("AAA",)), make_rendition("r2")),
    )
    assert [reading.rendition.report for reading in readings_of(clause, SCENE)] == ["r2"]


def test_without_a_told_origin_each_report_counts_for_itself() -> None:
    clause = make_provision(
        "mutual-assistance",
        trigger="armed-attack",
        renditions=(
            make_rendition("r1", force=Force.SHALL),
            make_rendition("r2", force=Force.MAY),
        ),
    )
    assert is_contested(readings_of(clause, SCENE))


def test_a_clause_without_wordings_is_judged_as_it_stands() -> None:
    clause = make_provision("mutual-assistance", trigger="armed-attack", independent_origins=2)
    assert readings_of(clause, SCENE) == []
    assert list(doubts_on(clause, ruling_on(clause, SCENE), [])) == []

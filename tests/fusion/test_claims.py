"""The ledger of claims."""

from __future__ import annotations

import pytest

from tests.stories import Story
from traktat.fusion import fuse
from traktat.fusion.quantities import agree, bounds, printed, same_unit
from traktat.model.records import Record

TROOPS = "PRK troops in RUS"


def told(name: str, *claims: tuple[str, str, str | None], **more: object) -> Story:
    story = Story(name, "2024-11-08", outlet=f"outlet {name}")
    for by, stance, day in claims:
        story.claim(by, stance, TROOPS, day, **more)  # type: ignore[arg-type]
    return story


def record_of(*stories: Story) -> Record:
    (record,) = fuse(story.reading() for story in stories)
    return record


def differing(record: Record) -> list[tuple[str, str]]:
    return [(one.rule, one.sort.value) for one in record.disagreements]


def test_one_claim_in_two_reports_is_one() -> None:
    record = record_of(told("a", ("KOR", "asserts", None)), told("b", ("KOR", "asserts", None)))
    assert [(one.by, len(one.support)) for one in record.claims] == [("KOR", 2)]
    assert record.disagreements == ()


def test_the_words_of_a_proposition_may_come_in_any_order() -> None:
    one, other = Story("a", "2024-11-08"), Story("b", "2024-11-08")
    one.claim("KOR", "asserts", TROOPS)
    other.claim("KOR", "asserts", "in RUS PRK troops")
    assert len(record_of(one, other).claims) == 1


def test_assertion_and_denial_stay_open() -> None:
    record = record_of(told("a", ("KOR", "asserts", None), ("PRK", "denies", None)))
    assert differing(record) == [("stances-opposed", "contradiction")]
    assert record.disagreements[0].prefer is None
    assert [one.value for one in record.disagreements[0].values] == ["asserts: KOR", "denies: PRK"]


def test_who_neither_confirms_nor_denies_contradicts_nobody() -> None:
    record = record_of(told("a", ("KOR", "asserts", None), ("RUS", "neither", None)))
    assert record.disagreements == ()


def test_a_line_that_changed_points_to_the_line_before() -> None:
    record = record_of(
        told("a", ("PRK", "denies", "2024-10-21")), told("b", ("PRK", "neither", "2024-10-25"))
    )
    first, second = record.claims
    assert (first.stance.value, second.stance.value) == ("denies", "neither")
    assert second.changed_from == first.id
    assert first.changed_from is None
    assert differing(record) == [("change-of-line", "change-of-line")]
    assert record.disagreements[0].why.endswith("one after the other")


def test_without_days_the_order_is_not_known() -> None:
    record = record_of(told("a", ("PRK", "denies", None)), told("b", ("PRK", "neither", None)))
    assert [one.changed_from for one in record.claims] == [None, None]
    assert record.disagreements[0].why.endswith("in an order the reports do not give")


def test_to_assert_and_deny_on_one_day_is_a_contradiction() -> None:
    record = record_of(
        told("a", ("PRK", "denies", "2024-10-21")), told("b", ("PRK", "asserts", "2024-10-21"))
    )
    assert ("two-stances-at-once", "contradiction") in differing(record)
    assert ("stances-opposed", "contradiction") not in differing(record)


def test_claims_of_different_days_are_different_claims() -> None:
    record = record_of(
        told("a", ("KOR", "asserts", "2024-10-18")), told("b", ("KOR", "asserts", "2024-11-05"))
    )
    assert [str(one.date) for one in record.claims] == ["2024-10-18", "2024-11-05"]


def test_a_hypothesis_is_kept_apart() -> None:
    story = told("a", ("PRK", "neither", None))
    story.claim("PRK", "neither", TROOPS, manner="hypothetical")
    assert [one.manner for one in record_of(story).claims] in (
        [None, "hypothetical"],
        ["hypothetical", None],
    )


def test_a_denial_of_something_near_is_no_change_of_line() -> None:
    story = told("a")
    story.claim("Vladimir Putin", "neither", TROOPS, state="RUS")
    story.claim("ambassador", "denies", "PRK troops at front", state="RUS")
    assert differing(record_of(story)) == [("different-propositions", "different-propositions")]


def test_two_voices_of_one_side_make_one_line() -> None:
    story = told("a")
    story.claim("Ann Example", "asserts", TROOPS, "2024-10-18", state="KOR")
    story.claim("Bea Example", "denies", TROOPS, "2024-10-20", state="KOR")
    assert ("change-of-line", "change-of-line") in differing(record_of(story))


def numbered(name: str, by: str, quantity: tuple[str, str, str]) -> Story:
    story = Story(name, "2024-11-08", outlet=f"outlet {name}")
    story.claim(by, "asserts", TROOPS, quantity=quantity)
    return story


def test_numbers_that_one_number_satisfies_agree() -> None:
    record = record_of(
        numbered("a", "USA", (">", "10000", "soldiers")),
        numbered("b", "reports", ("~", "thousands", "troops")),
    )
    assert differing(record) == [("numbers-agree", "imprecision")]


def test_numbers_that_exclude_each_other() -> None:
    record = record_of(
        numbered("a", "USA", (">", "10000", "soldiers")), numbered("b", "UKR", ("<", "9000", ""))
    )
    assert differing(record) == [("numbers-differ", "contradiction")]
    own = record_of(
        numbered("a", "USA", (">", "10000", "soldiers")), numbered("b", "USA", ("<", "9000", ""))
    )
    assert differing(own) == [("numbers-differ", "change-of-line")]
    assert len(own.claims) == 2


@pytest.mark.parametrize(
    ("one", "other", "fits"),
    [
        (("=", "12000", ""), (">", "10000", ""), True),
        (("=", "12000", ""), ("=", "11000", ""), False),
        (("~", "12000", ""), ("=", "11000", ""), True),
        (("<=", "5", ""), (">=", "5", ""), True),
        (("=", "dozens", ""), ("=", "60", ""), True),
        (("=", "many", ""), ("=", "many", ""), True),
        (("=", "many", ""), ("=", "3", ""), True),
        (("", "tens-of-thousands", ""), ("=", "900", ""), False),
    ],
)
def test_quantities(one: tuple[str, str, str], other: tuple[str, str, str], fits: bool) -> None:
    assert agree(one, other) is fits
    assert agree(other, one) is fits


def test_units_and_print() -> None:
    assert same_unit("soldiers", "troops")
    assert not same_unit("soldiers", "missiles")
    assert same_unit("", "missiles")
    assert printed(("=", "12", "missiles")) == "12 missiles"
    assert bounds(("=", "no", "")) is None


def test_a_claim_about_another_agreement_is_not_in_this_record() -> None:
    story = Story("a", "2024-11-08")
    story.agreement(key="B", parties="PRK CHN")
    story.act("signature", "1961-07-11", key="B")
    story.claim("KOR", "asserts", TROOPS, about="B")
    records = {one.id: one for one in fuse([story.reading()])}
    assert [len(records[key].claims) for key in sorted(records)] == [1, 0]


def test_numbers_of_different_things_do_not_differ() -> None:
    record = record_of(
        numbered("a", "USA", ("=", "12000", "soldiers")),
        numbered("b", "USA", ("=", "200", "missiles")),
    )
    assert record.disagreements == ()
    assert len(record.claims) == 2


def test_what_another_side_says_of_a_stance_is_no_change_of_line() -> None:
    own = told("a", ("PRK", "denies", "2024-10-21"))
    nested = told("b", ("PRK", "asserts", "2024-10-25"), via="RUS")
    record = record_of(own, nested)
    assert [(one.stance.value, one.via) for one in record.claims] == [
        ("denies", ()),
        ("asserts", ("RUS",)),
    ]
    assert differing(record) == []
    by_an_agency = told("b", ("PRK", "asserts", "2024-10-25"), via="Reuters")
    assert ("change-of-line", "change-of-line") in differing(record_of(own, by_an_agency))


@pytest.mark.parametrize("manner", ["presuppose", "decline", "suspect", "accuse"])
def test_the_manner_of_a_claim_is_kept(manner: str) -> None:
    (claim,) = record_of(told("a", ("KOR", "asserts", None), manner=manner)).claims
    assert claim.manner == manner

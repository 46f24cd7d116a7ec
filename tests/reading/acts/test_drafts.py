"""Acts as they are put together, before they are findings."""

from __future__ import annotations

import pytest

from tests.acted import told
from traktat.model.kinds import ActKind
from traktat.reading.acts.drafts import drafts_in, is_of_many, is_provision, undirected


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Norland signed a border treaty with Sarvia.", [ActKind.SIGNATURE]),
        ("Norland pulled Sarvia out of the border treaty with Aruna.", [ActKind.WITHDRAWAL]),
        ("Norland declared the border treaty with Sarvia void.", [ActKind.TERMINATION]),
        ("Norland made the text of the treaty with Sarvia public.", [ActKind.PUBLICATION]),
        ("Norland agreed to a truce with Sarvia offered by Aruna.", [ActKind.TEXT_AGREED]),
        ("Norland's peace plan for the border with Sarvia failed.", []),
    ],
)
def test_a_trigger_with_its_agreement_makes_a_draft(text: str, kinds: list[ActKind]) -> None:
    assert [draft.kind for draft in told(text).drafts] == kinds


def test_a_verb_in_the_name_of_an_agreement_tells_of_no_act() -> None:
    report = told("Norland praised the revised border treaty with Sarvia.")
    assert report.drafts == []


def test_a_duty_not_to_act_is_a_provision() -> None:
    report = told(
        "Norland and Sarvia signed a border treaty. "
        "Norland pledged not to sign a treaty with Aruna."
    )
    assert all(not is_provision(draft) for draft in drafts_in(report.line))
    assert [act.act for act in report.acts] == [ActKind.SIGNATURE]


def test_a_newer_agreement_replaces_an_older_one() -> None:
    report = told(
        "Norland and Sarvia signed a border treaty in 1961. "
        "The new border treaty between Norland and Aruna replaces the 1961 treaty."
    )
    assert ActKind.REPLACEMENT in {draft.kind for draft in report.drafts}


def test_two_parties_are_not_many() -> None:
    (draft,) = told("Norland signed a border treaty with Sarvia.").drafts
    assert not is_of_many(draft)


def test_three_parties_are_many() -> None:
    (draft,) = told("Norland, Sarvia and Aruna signed a border treaty.").drafts
    assert is_of_many(draft)


def test_a_noun_names_an_act_of_the_agreement_in_focus() -> None:
    report = told("Norland and Sarvia signed a border treaty. The signing was quick.")
    draft = undirected(report.line, report.triggers[-1])
    assert draft is not None
    assert draft.kind is ActKind.SIGNATURE


def test_every_draft_says_why() -> None:
    (draft,) = told("Norland signed a border treaty with Sarvia.").drafts
    assert [step.rule.split(":")[0] for step in draft.rules] == ["trigger", "agreement", "phase"]

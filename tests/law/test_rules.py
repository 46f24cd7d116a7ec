from __future__ import annotations

import re
from datetime import date

import pytest

from tests.factories import make_act
from traktat.law import standing_on
from traktat.law.rules import RULES, Rule
from traktat.model.kinds import ActKind, PartyStatus

SILENT = {
    ActKind.SUBMISSION,
    ActKind.PUBLICATION,
    ActKind.RESERVATION,
    ActKind.AMENDMENT,
    ActKind.EXTENSION,
    ActKind.REAFFIRMATION,
    ActKind.IMPLEMENTATION_DECISION,
    ActKind.JOINT_EXERCISE,
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_is_a_sentence_with_an_article(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z].+\.", rule.sentence)
    assert re.fullmatch(r"VCLT [\d(), a-c]+", rule.article)
    assert len(rule.sentence) < 110


def test_every_kind_of_act_has_a_rule_or_changes_no_standing() -> None:
    ruled = {kind for rule in RULES for kind in rule.kinds}
    assert ruled | SILENT == set(ActKind)
    assert not ruled & SILENT


def test_a_rule_without_condition_comes_last_for_its_kind() -> None:
    for kind in ActKind:
        rows = [rule for rule in RULES if kind in rule.kinds]
        assert all(rule.applies is not None for rule in rows[:-1])


def party(day: str, *acts: object, code: str = "AAA") -> PartyStatus:
    found = standing_on(
        date.fromisoformat(day),
        acts,  # type: ignore[arg-type]
        parties=("AAA", "BBB"),
    )
    return found.parties[code]


SIGNED = make_act("signature", "2020-01-01", "AAA BBB")
LOWER = make_act("approval", "2020-02-01", "AAA", chamber="lower")
UPPER = make_act("approval", "2020-03-01", "AAA", chamber="upper")
WHOLE = make_act("approval", "2020-03-01", "AAA")
RATIFIED = make_act("ratification", "2020-04-01", "AAA")
REFUSED = make_act("rejection", "2020-05-01", "AAA")


@pytest.mark.parametrize(
    ("acts", "status"),
    [
        ([], "signed"),
        ([LOWER], "partly-approved"),
        ([UPPER], "partly-approved"),
        ([LOWER, UPPER], "approved"),
        ([WHOLE], "approved"),
        ([RATIFIED], "ratified"),
        ([RATIFIED, LOWER, UPPER], "ratified"),
        ([LOWER, REFUSED], "signed"),
        ([LOWER, UPPER, RATIFIED, REFUSED], "signed"),
    ],
)
def test_the_way_of_a_party_at_home(acts: list[object], status: str) -> None:
    assert party("2020-12-31", SIGNED, *acts) == status
    assert party("2020-12-31", SIGNED, *acts, code="BBB") == "signed"


def test_a_second_vote_after_a_refusal_starts_anew() -> None:
    again = make_act("approval", "2020-06-01", "AAA", chamber="upper")
    assert party("2020-12-31", SIGNED, LOWER, REFUSED, again) == "partly-approved"


def test_a_refusal_does_not_undo_consent_already_given_abroad() -> None:
    deposited = make_act("deposit", "2020-04-15", "AAA")
    assert party("2020-12-31", SIGNED, deposited, REFUSED) == "consented"


def test_a_party_that_left_may_come_back() -> None:
    entered = make_act("entry-into-force", "2020-02-01", "AAA BBB CCC")
    acts = [
        entered,
        make_act("withdrawal", "2021-01-01", "AAA"),
        make_act("accession", "2022-01-01", "AAA"),
    ]
    days = ("2020-12-31", "2021-01-01", "2022-01-01")
    found = [
        standing_on(date.fromisoformat(day), acts, parties=("AAA", "BBB", "CCC")).parties["AAA"]
        for day in days
    ]
    assert found == ["bound", "withdrawn", "bound"]


def test_an_agreement_that_all_named_parties_left_is_at_an_end() -> None:
    acts = [
        make_act("entry-into-force", "2020-02-01", "AAA BBB CCC"),
        *(make_act("withdrawal", "2021-01-01", code) for code in ("AAA", "BBB", "CCC")),
    ]
    found = standing_on(date(2021, 1, 1), acts, parties=("AAA", "BBB", "CCC"))
    assert found.status == "terminated"


def test_a_termination_by_all_named_parties_ends_it_for_all() -> None:
    acts = [
        make_act("entry-into-force", "2020-02-01", "AAA BBB CCC"),
        make_act("termination", "2021-01-01", "AAA BBB CCC"),
    ]
    found = standing_on(date(2021, 1, 1), acts, parties=("AAA", "BBB", "CCC"))
    assert found.status == "terminated"
    one = make_act("termination", "2021-01-01", "AAA")
    left = standing_on(date(2021, 1, 1), [acts[0], one], parties=("AAA", "BBB", "CCC"))
    assert (left.status, left.parties["AAA"]) == ("in-force", "withdrawn")


def test_suspension_among_many_is_of_the_party_and_ends_with_resumption() -> None:
    acts = [
        make_act("entry-into-force", "2020-02-01", "AAA BBB CCC"),
        make_act("suspension", "2021-01-01", "AAA"),
        make_act("resumption", "2022-01-01", "AAA"),
    ]
    parties = ("AAA", "BBB", "CCC")
    during = standing_on(date(2021, 6, 1), acts, parties=parties)
    after = standing_on(date(2022, 1, 1), acts, parties=parties)
    assert (during.status, during.parties["AAA"]) == ("in-force", "suspended")
    assert (after.status, after.parties["AAA"]) == ("in-force", "bound")
    assert [proof.article for proof in after.proof if proof.act.startswith("res")] == [
        "VCLT 26, 72(1)"
    ]


def test_what_is_only_negotiated_cannot_be_suspended() -> None:
    acts = [make_act("text-agreed", "2020-12-30"), make_act("suspension", "2021-05-20", "AAA")]
    found = standing_on(date(2021, 6, 1), acts, parties=("AAA", "BBB"))
    assert found.status == "negotiated"


def test_an_entry_after_the_end_brings_it_back() -> None:
    acts = [
        make_act("entry-into-force", "2020-01-01"),
        make_act("termination", "2021-01-01"),
        make_act("entry-into-force", "2022-01-01"),
    ]
    found = standing_on(date(2022, 1, 1), acts, parties=("AAA", "BBB"))
    assert (found.status, found.because) == ("in-force", (acts[2].id,))

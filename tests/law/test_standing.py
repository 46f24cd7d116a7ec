"""Where the treaty of North Korea and Russia stands, day by day, as five reports tell it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import make_act, make_provision
from tests.law.histories import EXCHANGE_CLAUSE, PRK_RUS, partnership_of_2024
from traktat.law import standing_on
from traktat.model.kinds import AgreementStatus, PartyStatus
from traktat.model.records import Standing, TimelineAct


def standing(day: str, *, clause: bool = True) -> Standing:
    return standing_on(
        date.fromisoformat(day),
        partnership_of_2024(),
        parties=PRK_RUS,
        provisions=[EXCHANGE_CLAUSE] if clause else [],
        kind="treaty",
    )


def test_before_any_act_nothing_is_known() -> None:
    found = standing("2024-06-18")
    assert found.status is AgreementStatus.UNKNOWN
    assert found.certain
    assert found.parties == {"PRK": PartyStatus.NONE, "RUS": PartyStatus.NONE}
    assert found.because == ()
    assert not found.interim_duty


@pytest.mark.parametrize("clause", [True, False], ids=["clause-told", "plan-told"])
def test_signed_subject_to_ratification_is_not_in_force(clause: bool) -> None:
    found = standing("2024-06-19", clause=clause)
    assert found.status is AgreementStatus.SIGNED
    assert found.certain
    assert "exchange" in found.subject_to
    assert ("ratification" in found.subject_to) is clause
    assert found.interim_duty
    assert found.because == ("signed",)


def test_a_month_leaves_the_lower_house_possible_until_it_is_over() -> None:
    middle, last = standing("2024-10-15"), standing("2024-10-31")
    assert middle.parties["RUS"] is PartyStatus.SIGNED
    assert middle.possible_parties is not None
    assert middle.possible_parties["RUS"] == (PartyStatus.SIGNED, PartyStatus.PARTLY_APPROVED)
    assert last.parties["RUS"] is PartyStatus.PARTLY_APPROVED
    assert last.status is AgreementStatus.SIGNED


def test_both_houses_approved() -> None:
    found = standing("2024-11-06")
    assert found.parties["RUS"] is PartyStatus.APPROVED
    assert found.because == ("signed", "duma", "council")


def test_ratified_at_home_by_one_side_only() -> None:
    found = standing("2024-11-09")
    assert found.status is AgreementStatus.SIGNED
    assert found.parties == {"PRK": PartyStatus.SIGNED, "RUS": PartyStatus.RATIFIED}
    assert found.possible_parties == {"PRK": (PartyStatus.SIGNED, PartyStatus.RATIFIED)}
    assert found.subject_to == ("ratification", "exchange")


def test_the_day_before_the_exchange_it_is_surely_not_in_force() -> None:
    found = standing("2024-12-03")
    assert found.status is AgreementStatus.SIGNED
    assert found.certain
    assert found.possible_parties == {"PRK": (PartyStatus.SIGNED, PartyStatus.RATIFIED)}


def test_in_force_on_the_day_of_the_exchange() -> None:
    found = standing("2024-12-04")
    assert found.status is AgreementStatus.IN_FORCE
    assert found.certain
    assert found.parties == {"PRK": PartyStatus.BOUND, "RUS": PartyStatus.BOUND}
    assert found.because == ("entered",)
    assert found.subject_to == ()
    assert not found.interim_duty


def test_every_proof_names_an_act_a_rule_and_an_article() -> None:
    for proof in standing("2024-11-09").proof:
        assert proof.act in {"signed", "law"}
        assert proof.rule.endswith(".")
        assert proof.article.startswith("VCLT ")


ROME = ("AAA", "BBB")


def on(day: str, *acts: TimelineAct, **more: object) -> Standing:
    return standing_on(date.fromisoformat(day), acts, parties=ROME, **more)  # type: ignore[arg-type]


SIGNED = make_act("signature", "2020-03-03", "AAA BBB")


def test_an_exchange_alone_leaves_entry_into_force_only_possible() -> None:
    found = on("2021-01-01", SIGNED, make_act("exchange", "2020-12-01", "AAA BBB"))
    assert found.status is AgreementStatus.CONSENTED_BY_ALL
    assert found.alternatives == (AgreementStatus.IN_FORCE,)
    assert not found.certain
    assert found.possible_parties is not None
    assert found.possible_parties["AAA"] == (PartyStatus.CONSENTED, PartyStatus.BOUND)


def test_a_clause_with_a_delay_keeps_it_out_of_force_until_the_delay_is_over() -> None:
    clause = make_provision("entry-into-force", trigger="30-days-after-exchange")
    exchange = make_act("exchange", "2020-12-01", "AAA BBB")
    before = on("2020-12-30", SIGNED, exchange, provisions=[clause])
    after = on("2020-12-31", SIGNED, exchange, provisions=[clause])
    assert before.certain
    assert before.status is AgreementStatus.CONSENTED_BY_ALL
    assert after.alternatives == (AgreementStatus.IN_FORCE,)


def test_two_reports_a_day_apart_leave_the_first_day_in_doubt() -> None:
    entry = make_act("entry-into-force", "[2020-12-04..2020-12-05]")
    first, second = on("2020-12-04", SIGNED, entry), on("2020-12-05", SIGNED, entry)
    assert first.status is AgreementStatus.SIGNED
    assert first.alternatives == (AgreementStatus.IN_FORCE,)
    assert not first.certain
    assert second.status is AgreementStatus.IN_FORCE
    assert second.certain


def test_an_effect_may_reach_back_before_signature() -> None:
    entry = make_act("entry-into-force", "2020-03-03", effective_on="2020-01-01")
    found = on("2020-02-01", SIGNED, entry)
    assert found.status is AgreementStatus.IN_FORCE
    assert [proof.article for proof in found.proof] == ["VCLT 24, 28"]
    assert on("2019-12-31", SIGNED, entry).status is AgreementStatus.UNKNOWN


def test_a_signature_that_takes_effect_later_binds_from_then() -> None:
    signed = make_act("signature", "2020-03-03", "AAA BBB", effective_on="2020-04-01")
    assert on("2020-03-31", signed).status is AgreementStatus.SIGNED
    assert on("2020-04-01", signed).status is AgreementStatus.IN_FORCE


def test_deposits_are_counted_party_by_party() -> None:
    first, second = (
        make_act("deposit", "2020-05-01", "AAA"),
        make_act("deposit", "2020-06-01", "BBB"),
    )
    assert on("2020-05-01", SIGNED, first, second).status is AgreementStatus.PARTLY_CONSENTED
    assert on("2020-06-01", SIGNED, first, second).status is AgreementStatus.CONSENTED_BY_ALL


def test_provisional_application_is_neither_force_nor_mere_signature() -> None:
    begun = make_act("provisional-application", "2020-06-01")
    found = on("2020-06-01", SIGNED, begun)
    assert found.status is AgreementStatus.PROVISIONALLY_APPLIED
    assert found.interim_duty
    entered = on("2021-01-01", SIGNED, begun, make_act("entry-into-force", "2021-01-01"))
    assert entered.status is AgreementStatus.IN_FORCE


def test_a_withdrawal_with_a_day_of_effect_is_a_notice_until_then() -> None:
    entered = make_act("entry-into-force", "2020-04-01")
    leaving = make_act("withdrawal", "2021-01-01", "AAA", effective_on="2021-07-01")
    notice = on("2021-03-01", SIGNED, entered, leaving)
    assert notice.status is AgreementStatus.NOTICE_GIVEN
    assert notice.parties["AAA"] is PartyStatus.NOTICE_GIVEN
    assert notice.parties["BBB"] is PartyStatus.BOUND
    assert on("2021-07-01", SIGNED, entered, leaving).status is AgreementStatus.TERMINATED


def test_one_side_that_gives_up_what_is_still_awaited_ends_it_before_force() -> None:
    awaited = make_act("ratification", None, "BBB", status="planned", reported_on="2020-04-01")
    entry = make_act("entry-into-force", None, status="planned", reported_on="2020-04-01")
    left = make_act("withdrawal", "2020-09-01", "BBB")
    found = on("2020-09-01", SIGNED, awaited, entry, left)
    assert found.status is AgreementStatus.NEVER_ENTERED
    assert found.parties == {"AAA": PartyStatus.NONE, "BBB": PartyStatus.WITHDRAWN}
    assert not found.interim_duty


def test_revoking_a_ratification_before_force_leaves_the_signature() -> None:
    acts = [
        SIGNED,
        make_act("ratification", "2020-05-01", "AAA"),
        make_act("entry-into-force", None, status="denied", reported_on="2020-09-02"),
        make_act("withdrawal", "2020-09-01", "AAA"),
    ]
    found = on("2020-09-01", *acts)
    assert found.status is AgreementStatus.SIGNED
    assert found.parties["AAA"] is PartyStatus.SIGNED


def test_an_approval_by_an_outsider_is_no_step_between_two() -> None:
    found = on("2020-06-01", SIGNED, make_act("approval", "2020-05-01", "CCC"))
    assert set(found.parties) == {"AAA", "BBB"}
    assert found.parties["AAA"] is PartyStatus.SIGNED


def test_a_signature_of_one_side_leaves_the_other_possible() -> None:
    found = on("2020-06-01", make_act("signature", "2020-03-03", "AAA"))
    assert found.parties == {"AAA": PartyStatus.SIGNED, "BBB": PartyStatus.NONE}
    assert found.possible_parties == {"BBB": (PartyStatus.NONE, PartyStatus.SIGNED)}


def test_a_ratification_by_nobody_named_is_possible_for_each() -> None:
    found = on("2020-06-01", SIGNED, make_act("ratification", "2020-05-01"))
    assert found.parties["AAA"] is PartyStatus.SIGNED
    assert found.possible_parties is not None
    assert found.possible_parties["BBB"] == (PartyStatus.SIGNED, PartyStatus.RATIFIED)


def test_what_a_source_calls_only_possible_is_never_sure() -> None:
    found = on(
        "2021-01-01", SIGNED, make_act("entry-into-force", "2020-05-01", certainty="possible")
    )
    assert found.status is AgreementStatus.SIGNED
    assert found.alternatives == (AgreementStatus.IN_FORCE,)


@pytest.mark.parametrize(
    "kind", ["submission", "publication", "reservation", "reaffirmation", "joint-exercise"]
)
def test_acts_without_effect_in_law_change_nothing(kind: str) -> None:
    assert on("2021-01-01", SIGNED, make_act(kind, "2020-05-01", "AAA")) == on("2021-01-01", SIGNED)


def test_a_replacement_ends_the_agreement_it_names_and_no_other() -> None:
    entered = make_act("entry-into-force", "2020-04-01")
    later = make_act("replacement", "2022-01-01", "AAA BBB", replaces="aaa-bbb-2020")
    old = on("2022-01-01", SIGNED, entered, later, agreement="aaa-bbb-2020")
    new = on("2022-01-01", SIGNED, entered, later, agreement="aaa-bbb-2022")
    assert old.status is AgreementStatus.SUPERSEDED
    assert new.status is AgreementStatus.IN_FORCE


def test_an_undated_act_lies_between_what_law_puts_before_it_and_its_report() -> None:
    undated = make_act("termination", None, reported_on="2021-06-15")
    assert on("2020-03-02", SIGNED, undated).certain
    between = on("2020-08-01", SIGNED, undated)
    assert between.status is AgreementStatus.SIGNED
    assert between.alternatives == (AgreementStatus.TERMINATED,)
    assert on("2021-06-15", SIGNED, undated).status is AgreementStatus.TERMINATED


def test_an_undated_act_nobody_dates_the_report_of_is_never_sure() -> None:
    found = on("2029-01-01", SIGNED, make_act("termination"))
    assert found.status is AgreementStatus.SIGNED
    assert found.alternatives == (AgreementStatus.TERMINATED,)


def test_no_acts_and_no_parties_give_an_unknown_standing() -> None:
    found = standing_on(date(2024, 1, 1), [], parties=())
    assert found.status is AgreementStatus.UNKNOWN
    assert found.parties == {}


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_are_days_like_others(day: date) -> None:
    assert standing_on(day, partnership_of_2024(), parties=PRK_RUS).date == day

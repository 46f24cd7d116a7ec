"""Agreements of the world on days of their history."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import make_act, make_provision
from tests.law import histories
from traktat.law import standing_on
from traktat.model.kinds import AgreementStatus, PartyStatus
from traktat.model.records import Standing, TimelineAct

BOTH = ("RUS", "USA")


def at(day: str, acts: list[TimelineAct], parties: tuple[str, ...]) -> Standing:
    return standing_on(date.fromisoformat(day), acts, parties=parties)


@pytest.mark.parametrize(
    ("day", "status"),
    [
        ("1987-12-07", "unknown"),
        ("1987-12-08", "signed"),
        ("1988-06-01", "in-force"),
        ("2019-02-01", "in-force"),
        ("2019-02-02", "notice-given"),
        ("2019-03-04", "suspended"),
        ("2019-08-01", "suspended"),
        ("2019-08-02", "terminated"),
    ],
)
def test_the_inf_treaty_ends_six_months_after_the_notice(day: str, status: str) -> None:
    found = at(day, histories.inf_treaty(), BOTH)
    assert found.status == status
    assert found.certain


def test_who_left_has_withdrawn_and_the_other_is_free() -> None:
    found = at("2019-08-02", histories.inf_treaty(), BOTH)
    assert found.parties == {"RUS": PartyStatus.NONE, "USA": PartyStatus.WITHDRAWN}
    assert found.because == ("left",)


def test_without_word_of_the_withdrawal_its_day_only_makes_the_end_possible() -> None:
    acts = [act for act in histories.inf_treaty() if act.id not in {"left", "suspended"}]
    found = at("2019-08-02", acts, BOTH)
    assert found.status is AgreementStatus.NOTICE_GIVEN
    assert found.alternatives == (AgreementStatus.TERMINATED,)
    assert found.possible_parties == {"USA": (PartyStatus.NOTICE_GIVEN, PartyStatus.WITHDRAWN)}


def test_a_notice_is_known_as_one_from_the_plan_even_if_nobody_tells_of_the_entry() -> None:
    acts = [act for act in histories.inf_treaty() if act.id in {"signed", "notice", "plan"}]
    assert at("2019-05-01", acts, BOTH).status is AgreementStatus.NOTICE_GIVEN


def test_a_lone_notification_may_be_consent_or_notice() -> None:
    acts = [act for act in histories.inf_treaty() if act.id in {"signed", "notice"}]
    found = at("2019-05-01", acts, BOTH)
    assert found.status is AgreementStatus.SIGNED
    assert found.alternatives == (AgreementStatus.PARTLY_CONSENTED, AgreementStatus.NOTICE_GIVEN)
    assert found.possible_parties == {
        "USA": (PartyStatus.SIGNED, PartyStatus.CONSENTED, PartyStatus.NOTICE_GIVEN)
    }


@pytest.mark.parametrize(
    ("day", "status", "alternatives"),
    [
        ("2021-02-05", "in-force", []),
        ("2023-01-31", "in-force", []),
        ("2023-02-15", "in-force", ["suspended"]),
        ("2023-02-28", "suspended", []),
        ("2026-02-05", "suspended", ["terminated"]),
    ],
)
def test_new_start_is_suspended_and_then_runs_out(
    day: str, status: str, alternatives: list[str]
) -> None:
    found = at(day, histories.new_start(), BOTH)
    assert found.status == status
    assert list(found.alternatives) == alternatives


def test_an_extension_told_after_the_plan_sets_the_end_aside() -> None:
    acts = [
        make_act("entry-into-force", "2011-02-05", id="entered"),
        make_act("termination", "2021-02-05", status="planned", reported_on="2020-12-01", id="end"),
        make_act("extension", "2021-02-03", "RUS USA", id="extended"),
    ]
    assert at("2021-02-05", acts, BOTH).certain
    assert not at("2021-02-05", acts[:2], BOTH).certain


@pytest.mark.parametrize(
    ("day", "bound"),
    [
        ("2021-12-31", 0),
        ("2022-01-01", 10),
        ("2022-02-01", 11),
        ("2022-03-18", 12),
        ("2023-01-01", 12),
        ("2023-01-02", 13),
        ("2023-06-02", 14),
    ],
)
def test_rcep_binds_its_parties_one_after_another(day: str, bound: int) -> None:
    found = at(day, histories.rcep(), tuple(histories.RCEP_PARTIES.split()))
    assert list(found.parties.values()).count(PartyStatus.BOUND) == bound


def test_rcep_binds_indonesia_a_year_after_the_first() -> None:
    parties = tuple(histories.RCEP_PARTIES.split())
    before, after = (at(day, histories.rcep(), parties) for day in ("2023-01-01", "2023-01-02"))
    assert before.status is AgreementStatus.IN_FORCE
    assert before.parties["IDN"] is PartyStatus.SIGNED
    assert after.parties["IDN"] is PartyStatus.BOUND


def test_revoking_the_ratification_of_the_test_ban_leaves_the_signature() -> None:
    parties = ("CHN", "MULTI", "RUS", "USA")
    before = at("2023-11-01", histories.nuclear_test_ban(), parties)
    after = at("2023-11-02", histories.nuclear_test_ban(), parties)
    assert before.parties["RUS"] is PartyStatus.RATIFIED
    assert after.parties["RUS"] is PartyStatus.SIGNED
    assert after.status is AgreementStatus.SIGNED
    assert after.interim_duty


def test_a_rejected_ratification_leaves_the_signature_and_the_agreement() -> None:
    found = at("1999-10-13", histories.nuclear_test_ban(), ("CHN", "MULTI", "RUS", "USA"))
    assert found.parties["USA"] is PartyStatus.SIGNED
    assert found.status is AgreementStatus.SIGNED


def test_where_no_report_says_it_is_not_in_force_leaving_may_be_more_than_revoking() -> None:
    acts = [act for act in histories.nuclear_test_ban() if act.id != "not-yet"]
    found = at("2023-11-02", acts, ("CHN", "MULTI", "RUS", "USA"))
    assert found.parties["RUS"] is PartyStatus.WITHDRAWN
    assert found.possible_parties is not None
    assert found.possible_parties["RUS"] == (PartyStatus.SIGNED, PartyStatus.WITHDRAWN)


@pytest.mark.parametrize(
    ("day", "party", "agreement"),
    [
        ("2016-09-03", "ratified", "signed"),
        ("2016-11-04", "bound", "in-force"),
        ("2019-11-04", "notice-given", "in-force"),
        ("2020-11-04", "withdrawn", "in-force"),
        ("2021-01-20", "consented", "in-force"),
        ("2021-02-19", "bound", "in-force"),
    ],
)
def test_the_united_states_join_leave_and_join_the_paris_agreement(
    day: str, party: str, agreement: str
) -> None:
    found = at(day, histories.paris_agreement(), ("CHN", "MULTI", "USA"))
    assert (found.parties["USA"], found.status) == (party, agreement)


def test_a_notice_taken_back_leaves_the_agreement_in_force() -> None:
    acts = histories.visiting_forces()
    noticed = at("2020-02-11", acts, ("PHL", "USA"))
    recalled = at("2021-07-30", acts, ("PHL", "USA"))
    assert noticed.status is AgreementStatus.NOTICE_GIVEN
    assert recalled.status is AgreementStatus.IN_FORCE
    assert [proof.article for proof in recalled.proof] == ["VCLT 24", "VCLT 68"]


def test_the_period_of_a_clause_says_when_a_notice_may_have_run_out() -> None:
    acts = histories.visiting_forces()[:3]
    clause = make_provision("withdrawal", trigger="180-days-notice")
    standings = [
        standing_on(day, acts, parties=("PHL", "USA"), provisions=[clause])
        for day in (date(2020, 8, 8), date(2020, 8, 9))
    ]
    assert [found.alternatives for found in standings] == [(), (AgreementStatus.TERMINATED,)]


def test_ceta_is_applied_provisionally_between_two() -> None:
    acts = [
        make_act("signature", "2016-10-30", "CAN EU"),
        make_act("provisional-application", "2017-09-21"),
    ]
    found = at("2017-09-21", acts, ("CAN", "EU"))
    assert found.status is AgreementStatus.PROVISIONALLY_APPLIED
    assert found.parties["CAN"] is PartyStatus.SIGNED


def test_nafta_is_superseded_on_the_day_its_successor_takes_over() -> None:
    acts = [
        make_act("entry-into-force", "1994-01-01", "CAN MEX USA"),
        make_act("replacement", "2020-07-01", "CAN MEX USA", replaces="nafta"),
    ]
    parties = ("CAN", "MEX", "USA")
    last, first = (
        standing_on(day, acts, parties=parties, agreement="nafta")
        for day in (date(2020, 6, 30), date(2020, 7, 1))
    )
    assert last.status is AgreementStatus.IN_FORCE
    assert first.status is AgreementStatus.SUPERSEDED


def test_accession_alone_leaves_open_whether_the_treaty_is_in_force() -> None:
    acts = [make_act("accession", "2023-04-04", "FIN")]
    found = at("2023-04-04", acts, ("MULTI",))
    assert found.status is AgreementStatus.PARTLY_CONSENTED
    assert found.alternatives == (AgreementStatus.IN_FORCE,)
    assert found.parties == {"FIN": PartyStatus.CONSENTED}


def test_acceding_to_what_is_in_force_binds_unless_it_provides_otherwise() -> None:
    entered = make_act("entry-into-force", "1949-08-24")
    joined = make_act("accession", "2023-04-04", "AAA")
    found = at("2023-04-04", [entered, joined], ("MULTI",))
    assert found.parties["AAA"] is PartyStatus.BOUND
    delayed = standing_on(
        date(2023, 4, 4),
        [entered, joined],
        parties=("MULTI",),
        provisions=[make_provision("entry-into-force", trigger="30-days-after-deposit")],
    )
    assert delayed.parties["AAA"] is PartyStatus.CONSENTED


@pytest.mark.parametrize(("count", "possible"), [(2, True), (3, False)])
def test_the_nth_instrument_may_bring_it_into_force(count: int, possible: bool) -> None:
    acts = [
        make_act("signature", "2017-09-20", "AAA BBB CCC"),
        make_act("ratification", "2018-01-16", "CCC"),
        make_act("ratification", "2018-05-08", "AAA"),
    ]
    clause = make_provision("entry-into-force", trigger=f"90-days-after-{count}th-ratification")
    parties = ("AAA", "BBB", "CCC", "MULTI")
    early, due = (
        standing_on(day, acts, parties=parties, provisions=[clause])
        for day in (date(2018, 8, 5), date(2018, 8, 6))
    )
    assert early.certain
    assert (due.alternatives == (AgreementStatus.IN_FORCE,)) is possible
    assert due.status is AgreementStatus.SIGNED
    assert due.subject_to == (() if possible else ("ratification",))


def test_leaving_before_force_frees_the_one_that_leaves() -> None:
    acts = [
        make_act("signature", "2016-02-04", "AUS JPN USA"),
        make_act("withdrawal", "2017-01-23", "USA"),
    ]
    found = at("2017-01-23", acts, ("AUS", "JPN", "MULTI", "USA"))
    assert found.status is AgreementStatus.SIGNED
    assert found.parties["USA"] is PartyStatus.WITHDRAWN
    assert found.parties["JPN"] is PartyStatus.SIGNED


def test_the_treaty_of_1961_lapses_in_1996_whatever_else_is_signed_later() -> None:
    acts = [
        make_act("signature", "1961-07-06", "PRK SUN"),
        make_act("termination", "1996-09-10"),
    ]
    found = at("1996-09-10", acts, ("PRK", "SUN"))
    assert found.status is AgreementStatus.TERMINATED
    assert at("1996-09-09", acts, ("PRK", "SUN")).status is AgreementStatus.SIGNED


def test_a_duration_clause_makes_the_end_possible_when_the_term_is_over() -> None:
    acts = [make_act("entry-into-force", "2011-02-05")]
    clause = make_provision("duration", trigger="10-years")
    last, first = (
        standing_on(day, acts, parties=BOTH, provisions=[clause])
        for day in (date(2021, 2, 4), date(2021, 2, 5))
    )
    assert last.certain
    assert first.alternatives == (AgreementStatus.TERMINATED,)


def test_members_of_an_organisation_act_for_themselves() -> None:
    acts = [
        make_act("signature", "2022-07-05", "FIN NATO"),
        make_act("approval", "2023-03-27", "HUN"),
        make_act("approval", "2023-03-30", "TUR"),
        make_act("deposit", "2023-04-04", "TUR"),
        make_act("withdrawal", "2023-04-05", "HUN"),
    ]
    found = at("2023-04-05", acts, ("FIN", "NATO"))
    assert found.parties["HUN"] is PartyStatus.APPROVED
    assert found.parties["TUR"] is PartyStatus.CONSENTED
    assert found.parties["FIN"] is PartyStatus.SIGNED
    assert found.status is AgreementStatus.PARTLY_CONSENTED


def test_an_entry_for_parties_not_all_named_binds_those_that_have_consented() -> None:
    acts = [
        make_act("deposit", "2021-04-09", "SGP"),
        make_act("entry-into-force", "2022-01-01", "IDN MULTI"),
        make_act("approval", "2022-08-30", "IDN"),
        make_act("entry-into-force", "2023-01-02", "IDN"),
    ]
    parties = ("IDN", "JPN", "MULTI", "SGP")
    first, approved, last = (
        at(day, acts, parties) for day in ("2022-01-01", "2022-08-30", "2023-01-02")
    )
    assert first.status is AgreementStatus.IN_FORCE
    assert first.parties["SGP"] is PartyStatus.BOUND
    assert first.parties["IDN"] is first.parties["JPN"] is PartyStatus.NONE
    assert first.possible_parties == {
        "IDN": (PartyStatus.NONE, PartyStatus.BOUND),
        "JPN": (PartyStatus.NONE, PartyStatus.BOUND),
    }
    assert approved.parties["IDN"] is PartyStatus.APPROVED
    assert "IDN" not in (approved.possible_parties or {})
    assert last.parties["IDN"] is PartyStatus.BOUND


@pytest.mark.parametrize("status", ["planned", "denied"])
def test_who_is_still_to_ratify_is_not_bound_by_an_entry_for_others(status: str) -> None:
    acts = [
        make_act("entry-into-force", "2022-01-01", "MULTI"),
        make_act("ratification", None, "PHL", status=status, reported_on="2023-01-02"),
    ]
    found = at("2022-06-01", acts, ("MULTI", "PHL"))
    assert found.parties == {"PHL": PartyStatus.NONE}
    assert found.possible_parties is None

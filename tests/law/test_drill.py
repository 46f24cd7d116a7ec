"""What an attack, sanctions or another treaty would oblige North Korea and Russia to."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import (
    make_act,
    make_provision,
    make_record,
    make_rendition,
    make_statement,
    make_support,
)
from tests.law.histories import EXCHANGE_CLAUSE, inf_treaty, new_start, partnership_of_2024
from traktat.errors import InputError
from traktat.law import drill
from traktat.model.kinds import AgreementStatus, Force
from traktat.model.records import Drill, Provision, Record

ASSIST = make_provision(
    "mutual-assistance",
    id="assist",
    bearers=("PRK", "RUS"),
    force=Force.SHALL,
    trigger="armed-attack",
    timing="without-delay",
    independent_origins=3,
    renditions=(
        make_rendition(
            "r0",
            force=Force.SHALL,
            trigger="party-becomes-aggressor",
            origin="portal",
            qualifiers=("un-charter-51", "national-law"),
            flags=("roles-inverted",),
        ),
        make_rendition("r1", force=Force.SHALL, trigger="armed-attack", origin="KCNA"),
        make_rendition("r2", force=Force.SHALL, trigger="aggression", origin="TASS"),
    ),
)
NO_TREATY = make_provision(
    "no-adverse-treaty", id="no-treaty", bearers=("PRK", "RUS"), independent_origins=3
)
NO_SANCTIONS = make_provision(
    "no-sanctions",
    id="no-sanctions",
    bearers=("PRK", "RUS"),
    independent_origins=1,
    renditions=(make_rendition("r0", origin="portal"),),
)
OPPOSE = make_provision(
    "oppose-sanctions", id="oppose", bearers=("PRK", "RUS"), independent_origins=2
)
DISCRETION = make_act(
    "implementation-decision",
    None,
    "PRK RUS",
    status="planned",
    id="decide",
    reported_on="2024-11-08",
    support=(make_support("r2", 100, 220),),
)
REMARK = make_statement(
    "Vladimir Putin", state="RUS", uttered="2024-10", support=(make_support("r2", 90, 230),)
)
OTHER_REMARK = make_statement(
    "Andrei Rudenko", state="RUS", uttered="2024-11-07", support=(make_support("r2", 300, 330),)
)


def partnership(**more: Any) -> Record:
    values: dict[str, Any] = {
        "timeline": (*partnership_of_2024(), DISCRETION),
        "provisions": (ASSIST, NO_TREATY, NO_SANCTIONS, OPPOSE, EXCHANGE_CLAUSE),
        "statements": (REMARK, OTHER_REMARK),
    }
    return make_record("PRK RUS", **{**values, **more})


def ask(event: str, by: str, on: str | None, day: str = "2024-12-10", **more: Any) -> Drill:
    return drill(partnership(**more), event=event, by=by, on=on, day=date.fromisoformat(day))


def owed(found: Drill) -> list[tuple[str, str, str]]:
    return [(duty.debtor, duty.creditor, duty.provision) for duty in found.duties]


def untouched(found: Drill) -> dict[str, str]:
    return {item.provision: item.why for item in found.not_triggered}


def test_an_attack_on_one_obliges_the_other_under_its_qualifiers() -> None:
    found = ask("armed-attack", "UKR", "RUS")
    assert found.verdict == "triggered"
    assert owed(found) == [("PRK", "RUS", "assist")]
    (duty,) = found.duties
    assert duty.qualifiers == ("un-charter-51", "national-law")
    assert duty.timing == "without-delay"
    assert [item.report for item in duty.support] == ["r1", "r2"]


def test_who_claims_discretion_is_shown_beside_the_duty() -> None:
    assert ask("armed-attack", "UKR", "RUS").discretion == (REMARK,)


def test_a_claim_of_discretion_without_a_statement_speaks_for_its_actor() -> None:
    act = make_act("implementation-decision", "2024-10", "RUS", by=("Vladimir Putin",), id="decide")
    found = ask("armed-attack", "UKR", "RUS", timeline=(*partnership_of_2024(), act), statements=())
    assert [(one.speaker, one.state, str(one.uttered)) for one in found.discretion] == [
        ("Vladimir Putin", "RUS", "2024-10")
    ]


def test_a_remark_made_after_the_day_is_not_shown() -> None:
    late = make_statement("X", uttered="2025-01-01", support=(make_support("r2", 90, 230),))
    assert ask("armed-attack", "UKR", "RUS", statements=(late,)).discretion == ()


def test_an_attack_by_a_party_triggers_nothing_and_the_garbled_wording_is_told() -> None:
    found = ask("armed-attack", "RUS", "UKR")
    assert found.verdict == "not-triggered"
    assert found.duties == ()
    assert "protects a party that is attacked" in untouched(found)["assist"]
    assert any("r0" in doubt and "roles-inverted" in doubt for doubt in found.doubts)
    assert any("says otherwise" in doubt for doubt in found.doubts)


def test_an_attack_between_the_two_leaves_nobody_to_assist() -> None:
    found = ask("armed-attack", "RUS", "PRK")
    assert found.verdict == "not-triggered"
    assert "only other party is RUS" in untouched(found)["assist"]


def test_an_attack_among_outsiders_concerns_no_party() -> None:
    assert ask("armed-attack", "USA", "KOR").verdict == "not-triggered"


def test_before_entry_into_force_there_is_only_the_interim_duty() -> None:
    found = ask("armed-attack", "UKR", "RUS", day="2024-08-06")
    assert found.verdict == "not-triggered"
    assert found.standing.status is AgreementStatus.SIGNED
    assert found.standing.interim_duty
    assert "VCLT 18" in untouched(found)["assist"]
    assert found.discretion == ()


def test_a_treaty_against_the_other_party_is_a_breach() -> None:
    found = ask("adverse-treaty", "PRK", "RUS")
    assert found.verdict == "triggered"
    assert [(one.debtor, one.creditor, one.provision) for one in found.breaches] == [
        ("PRK", "RUS", "no-treaty")
    ]
    assert ask("adverse-treaty", "PRK", "KOR").verdict == "not-triggered"
    assert ask("adverse-treaty", "KOR", "RUS").verdict == "not-triggered"
    assert ask("adverse-treaty", "PRK", None).breaches[0].creditor == "RUS"


def test_sanctions_on_the_other_party_are_a_breach_one_origin_tells_of() -> None:
    found = ask("sanctions", "RUS", "PRK")
    assert found.verdict == "triggered"
    assert [one.provision for one in found.breaches] == ["no-sanctions"]
    assert any("only one independent origin" in doubt for doubt in found.doubts)


def test_sanctions_by_a_third_state_are_to_be_opposed() -> None:
    found = ask("sanctions", "USA", "PRK")
    assert owed(found) == [("RUS", "PRK", "oppose")]
    assert "not bound" in untouched(found)["no-sanctions"]


@pytest.mark.parametrize("council", ["UN", "UNSC"])
def test_sanctions_of_the_security_council_are_not_unilateral(council: str) -> None:
    found = ask("sanctions", council, "PRK")
    assert found.verdict == "not-triggered"
    for clause in ("oppose", "no-sanctions"):
        assert "UN Charter 25, 103" in untouched(found)[clause]


def test_sanctions_by_a_party_on_a_third_state_concern_nobody() -> None:
    assert ask("sanctions", "RUS", "USA").verdict == "not-triggered"


def test_a_clause_on_something_else_stays_untouched_and_says_so() -> None:
    found = ask("sanctions", "USA", "PRK")
    assert "does not speak of sanctions" in untouched(found)["assist"]


def test_clauses_that_speak_of_the_event_are_answered_for_first() -> None:
    kinds = [item.provision for item in ask("sanctions", "UN", "PRK").not_triggered]
    assert set(kinds[:2]) == {"no-sanctions", "oppose"}


def test_independent_origins_that_disagree_make_it_contested() -> None:
    may = make_rendition("r3", force=Force.MAY, origin="AFP")
    clause = Provision(
        id="assist",
        kind=ASSIST.kind,
        bearers=ASSIST.bearers,
        force=Force.SHALL,
        trigger="armed-attack",
        renditions=(*ASSIST.renditions, may),
    )
    found = ask("armed-attack", "UKR", "RUS", provisions=(clause,))
    assert found.verdict == "contested"
    assert owed(found) == [("PRK", "RUS", "assist")]


def test_two_wordings_of_one_origin_are_no_contest() -> None:
    may = make_rendition("r3", force=Force.MAY, origin="KCNA")
    clause = Provision(
        id="assist",
        kind=ASSIST.kind,
        bearers=ASSIST.bearers,
        force=Force.SHALL,
        trigger="armed-attack",
        renditions=(make_rendition("r1", origin="KCNA"), may),
    )
    assert ask("armed-attack", "UKR", "RUS", provisions=(clause,)).verdict == "triggered"


def test_a_contested_clause_shows_the_duty_even_if_most_deny_it() -> None:
    clause = Provision(
        id="assist",
        kind=ASSIST.kind,
        force=Force.MAY,
        trigger="armed-attack",
        renditions=(
            make_rendition("r1", force=Force.MAY, origin="KCNA"),
            make_rendition("r2", force=Force.SHALL, origin="TASS"),
        ),
    )
    found = ask("armed-attack", "UKR", "RUS", provisions=(clause,))
    assert found.verdict == "contested"
    assert owed(found) == [("PRK", "RUS", "assist")]


def test_a_clause_that_only_allows_help_obliges_nobody() -> None:
    clause = make_provision("mutual-assistance", force=Force.MAY, trigger="armed-attack")
    found = ask("armed-attack", "UKR", "RUS", provisions=(clause,))
    assert found.verdict == "not-triggered"
    assert "does not require" in untouched(found)["mutual-assistance"]


def test_a_garbled_wording_that_stands_alone_is_never_sure() -> None:
    clause = make_provision(
        "mutual-assistance",
        trigger="party-becomes-aggressor",
        independent_origins=1,
        renditions=(make_rendition("r0", flags=("roles-inverted",)),),
    )
    found = ask("armed-attack", "RUS", "UKR", provisions=(clause,))
    assert found.verdict == "possible"
    assert any("free of doubt" in doubt for doubt in found.doubts)
    assert ask("armed-attack", "UKR", "RUS", provisions=(clause,)).verdict == "not-triggered"


def test_a_trigger_nobody_tells_leaves_the_duty_possible() -> None:
    clause = make_provision("mutual-assistance", force=Force.SHALL)
    found = ask("armed-attack", "UKR", "RUS", provisions=(clause,))
    assert found.verdict == "possible"
    assert "no report tells when" in found.duties[0].why


def test_a_declared_war_only_may_meet_a_clause_on_attack() -> None:
    assert ask("war-declared", "UKR", "RUS").verdict == "possible"
    clause = make_provision("mutual-assistance", trigger="state-of-war", force=Force.SHALL)
    assert ask("war-declared", "UKR", "RUS", provisions=(clause,)).verdict == "triggered"


def test_only_the_bearers_owe_and_only_the_beneficiary_is_owed() -> None:
    one_sided = make_provision(
        "mutual-assistance", bearers=("RUS",), beneficiary="PRK", trigger="armed-attack"
    )
    on_prk = ask("armed-attack", "KOR", "PRK", provisions=(one_sided,))
    on_rus = ask("armed-attack", "UKR", "RUS", provisions=(one_sided,))
    assert owed(on_prk) == [("RUS", "PRK", "mutual-assistance")]
    assert on_rus.verdict == "not-triggered"


def test_an_uncertain_standing_leaves_the_duty_possible() -> None:
    acts = tuple(act for act in partnership_of_2024() if act.id != "entered")
    found = ask("armed-attack", "UKR", "RUS", timeline=acts)
    assert found.verdict == "possible"
    assert owed(found) == [("PRK", "RUS", "assist")]
    assert any("not certain" in doubt for doubt in found.doubts)


def test_non_aggression_and_ceasefire_are_broken_between_parties_only() -> None:
    for kind in ("non-aggression", "ceasefire"):
        clauses = (make_provision(kind),)
        assert ask("armed-attack", "RUS", "PRK", provisions=clauses).breaches
        assert not ask("armed-attack", "RUS", "UKR", provisions=clauses).breaches
        assert not ask("armed-attack", "UKR", "RUS", provisions=clauses).breaches


def test_neutrality_is_owed_when_a_third_state_strikes() -> None:
    clauses = (make_provision("neutrality", trigger="armed-attack"),)
    assert owed(ask("armed-attack", "UKR", "RUS", provisions=clauses)) == [
        ("PRK", "RUS", "neutrality")
    ]
    assert ask("armed-attack", "RUS", "UKR", provisions=clauses).verdict == "not-triggered"
    assert ask("armed-attack", "RUS", "PRK", provisions=clauses).verdict == "not-triggered"


def test_consultation_is_owed_in_danger_and_on_request() -> None:
    clauses = (make_provision("consultation", trigger="threat"),)
    assert ask("armed-attack", "UKR", "RUS", provisions=clauses).verdict == "triggered"
    assert ask("consultation-request", "RUS", None, provisions=clauses).verdict == "possible"
    open_clause = (make_provision("consultation"),)
    found = ask("consultation-request", "RUS", None, provisions=open_clause)
    assert (found.verdict, owed(found)) == ("triggered", [("PRK", "RUS", "consultation")])
    assert ask("consultation-request", "UKR", None, provisions=open_clause).duties == ()


def test_a_notice_of_leaving_keeps_everything_owed_until_it_runs_out() -> None:
    clause = make_provision("withdrawal", timing="1-years")
    (duty,) = ask("withdrawal-notice", "RUS", None, provisions=(clause,)).duties
    assert (duty.debtor, duty.creditor, duty.timing) == ("RUS", "PRK", "1-years")
    found = ask("withdrawal-notice", "RUS", None, provisions=())
    assert (found.duties[0].provision, found.duties[0].timing) == ("VCLT 56(2)", "12-months")
    assert any("twelve months" in doubt for doubt in found.doubts)


def test_a_joint_exercise_is_allowed_and_owed_by_nobody() -> None:
    clauses = (make_provision("cooperation"), make_provision("access"))
    found = ask("joint-exercise", "RUS", "PRK", provisions=clauses)
    assert found.verdict == "not-triggered"
    assert all("obliges nobody" in why for why in untouched(found).values())


@pytest.mark.parametrize(
    ("record", "day", "words"),
    [
        (make_record("RUS USA", timeline=tuple(new_start())), "2023-03-01", "suspended"),
        (make_record("RUS USA", timeline=tuple(inf_treaty())), "2019-08-02", "VCLT 70"),
        (make_record("RUS USA"), "2019-08-02", "no report shows"),
    ],
)
def test_what_does_not_operate_obliges_nobody(record: Record, day: str, words: str) -> None:
    clause = make_provision("mutual-assistance", trigger="armed-attack")
    asked = Record(
        id=record.id,
        parties=record.parties,
        names=(),
        timeline=record.timeline,
        provisions=(clause,),
    )
    found = drill(asked, event="armed-attack", by="UKR", on="RUS", day=date.fromisoformat(day))
    assert found.verdict == "not-triggered"
    assert words in untouched(found)["mutual-assistance"]


def test_a_notice_changes_no_duty() -> None:
    clause = make_provision("mutual-assistance", trigger="armed-attack")
    record = make_record("RUS USA", timeline=tuple(inf_treaty()), provisions=(clause,))
    found = drill(record, event="armed-attack", by="UKR", on="RUS", day=date(2019, 2, 10))
    assert found.verdict == "triggered"


def alliance(*acts: str) -> Record:
    clause = make_provision("mutual-assistance", trigger="armed-attack", force=Force.SHALL)
    return make_record(
        "AAA BBB CCC DDD",
        provisions=(clause,),
        timeline=(
            make_act("signature", "2000-01-01", "AAA BBB CCC DDD"),
            make_act("entry-into-force", "2001-01-01", "AAA BBB CCC"),
            *(make_act("withdrawal", "2010-01-01", code) for code in acts),
        ),
    )


def test_among_many_each_bound_party_owes_the_one_attacked() -> None:
    found = drill(alliance(), event="armed-attack", by="XXX", on="AAA", day=date(2005, 1, 1))
    assert [(duty.debtor, duty.creditor) for duty in found.duties] == [
        ("BBB", "AAA"),
        ("CCC", "AAA"),
    ]
    assert found.verdict == "triggered"


def test_among_many_the_others_owe_even_against_a_party() -> None:
    found = drill(alliance(), event="armed-attack", by="BBB", on="AAA", day=date(2005, 1, 1))
    assert [duty.debtor for duty in found.duties] == ["CCC"]


def test_who_left_neither_owes_nor_is_owed() -> None:
    day = date(2011, 1, 1)
    found = drill(alliance("BBB"), event="armed-attack", by="XXX", on="AAA", day=day)
    assert [duty.debtor for duty in found.duties] == ["CCC"]
    left = drill(alliance("BBB"), event="armed-attack", by="XXX", on="BBB", day=day)
    assert left.verdict == "not-triggered"


def test_a_signatory_that_is_not_bound_is_owed_nothing() -> None:
    found = drill(alliance(), event="armed-attack", by="XXX", on="DDD", day=date(2005, 1, 1))
    assert found.verdict == "not-triggered"


def test_parties_that_no_report_names_leave_the_duty_possible() -> None:
    clause = make_provision("mutual-assistance", trigger="armed-attack", bearers=("MULTI",))
    record = make_record(
        "AAA MULTI",
        provisions=(clause,),
        timeline=(make_act("entry-into-force", "2001-01-01", "AAA"),),
    )
    found = drill(record, event="armed-attack", by="XXX", on="BBB", day=date(2005, 1, 1))
    assert found.verdict == "possible"
    assert [duty.debtor for duty in found.duties] == ["AAA", "MULTI"]


def test_while_applied_provisionally_the_duties_hold() -> None:
    clause = make_provision("mutual-assistance", trigger="armed-attack")
    record = make_record(
        "AAA BBB",
        provisions=(clause,),
        timeline=(
            make_act("signature", "2020-01-01", "AAA BBB"),
            make_act("provisional-application", "2020-02-01"),
        ),
    )
    found = drill(record, event="armed-attack", by="XXX", on="AAA", day=date(2020, 3, 1))
    assert found.verdict == "triggered"


@pytest.mark.parametrize(
    ("event", "by", "on"),
    [
        ("earthquake", "RUS", "PRK"),
        ("armed-attack", "RUS", None),
        ("armed-attack", "", "RUS"),
        ("sanctions", "RUS", "RUS"),
    ],
)
def test_a_question_that_cannot_be_answered_says_what_to_do(
    event: str, by: str, on: str | None
) -> None:
    with pytest.raises(InputError) as raised:
        ask(event, by, on)
    assert raised.value.hint


def test_the_question_is_given_back_with_the_answer() -> None:
    assert ask("armed-attack", "UKR", "RUS").question == {
        "event": "armed-attack",
        "by": "UKR",
        "on": "RUS",
        "date": "2024-12-10",
    }

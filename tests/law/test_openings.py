from __future__ import annotations

import re
from datetime import date

import pytest

from tests.factories import make_act, make_provision
from traktat.law import standing_on
from traktat.law.openings import OPENINGS, Opening
from traktat.model.records import Standing, TimelineAct

SIGNED = make_act("signature", "2020-01-01", "AAA BBB")


def on(day: str, *acts: TimelineAct, **more: object) -> Standing:
    return standing_on(
        date.fromisoformat(day),
        acts,
        parties=("AAA", "BBB"),
        **more,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize("opening", OPENINGS, ids=lambda opening: opening.find.__name__)
def test_every_opening_is_a_sentence_with_an_article(opening: Opening) -> None:
    assert re.fullmatch(r"[A-Z].+\.", opening.sentence)
    assert re.fullmatch(r"VCLT [\d(), a-c]+", opening.article)


def test_an_opening_is_proved_by_its_rule_but_proves_no_status() -> None:
    exchange = make_act("exchange", "2020-06-01", id="exchanged")
    found = on("2020-06-01", SIGNED, exchange)
    assert [(proof.act, proof.article) for proof in found.proof] == [
        ("exchanged", "VCLT 16(a)"),
        ("exchanged", "VCLT 24(2)"),
    ]
    assert found.because == ("exchanged",)


@pytest.mark.parametrize("form", ["memorandum", "ceasefire"])
def test_a_simple_form_may_bind_by_signature(form: str) -> None:
    assert on("2020-01-01", SIGNED, kind=form).alternatives == ("in-force",)
    assert on("2020-01-01", SIGNED, kind="treaty").alternatives == ()


def test_a_simple_form_that_awaits_ratification_does_not() -> None:
    plan = make_act("ratification", None, "AAA", status="planned")
    assert on("2020-01-01", SIGNED, plan, kind="memorandum").alternatives == ()


def test_a_clause_on_signature_opens_entry_into_force() -> None:
    clause = make_provision("entry-into-force", trigger="signature")
    assert on("2020-01-01", SIGNED, provisions=[clause]).alternatives == ("in-force",)


def test_a_suspension_without_a_told_entry_may_be_one_of_its_making() -> None:
    found = on("2020-06-01", SIGNED, make_act("suspension", "2020-05-01", "AAA"))
    assert found.status == "suspended"
    assert found.alternatives == ("signed",)


def test_a_refusal_by_one_of_two_may_be_final() -> None:
    found = on("2020-06-01", SIGNED, make_act("rejection", "2020-05-01", "AAA"))
    assert (found.status, found.alternatives) == ("signed", ("never-entered",))


def test_a_step_at_home_without_a_told_signature_leaves_it_possible() -> None:
    found = on("2020-06-01", make_act("approval", "2020-05-01", "AAA"))
    assert (found.status, found.alternatives) == ("negotiated", ("signed",))


def test_a_notification_after_steps_at_home_is_consent() -> None:
    acts = [
        SIGNED,
        make_act("ratification", "2020-04-01", "AAA"),
        make_act("notification", "2020-05-01", "AAA"),
    ]
    found = on("2020-06-01", *acts)
    assert (found.status, found.alternatives) == ("partly-consented", ())


def test_a_notification_by_both_is_consent() -> None:
    both = make_act("notification", "2020-05-01", "AAA BBB")
    assert on("2020-06-01", SIGNED, both).status == "consented-by-all"


def test_a_notification_a_clause_asks_for_is_consent() -> None:
    clause = make_provision("entry-into-force", trigger="notification")
    one = make_act("notification", "2020-05-01", "AAA")
    assert on("2020-06-01", SIGNED, one, provisions=[clause]).status == "partly-consented"


def test_a_planned_provisional_application_may_have_begun() -> None:
    plan = make_act(
        "provisional-application", "2020-05-01", status="planned", reported_on="2020-02-01"
    )
    assert on("2020-04-30", SIGNED, plan).certain
    assert on("2020-05-01", SIGNED, plan).alternatives == ("provisionally-applied",)


def test_a_planned_entry_opens_nothing_for_what_nobody_has_signed() -> None:
    plan = make_act("entry-into-force", "2020-05-01", status="planned", reported_on="2020-02-01")
    text = make_act("text-agreed", "2020-01-01")
    assert on("2020-06-01", text, plan).certain


def test_a_threat_to_leave_without_notice_opens_nothing() -> None:
    entered = make_act("entry-into-force", "2020-02-01")
    threat = make_act("withdrawal", "2021-01-01", "AAA", status="planned", reported_on="2020-06-01")
    assert on("2021-06-01", entered, threat).certain


def test_consent_after_entry_may_bind_only_later() -> None:
    acts = [
        make_act("entry-into-force", "2020-01-01", "AAA"),
        make_act("deposit", "2021-01-01", "BBB"),
    ]
    found = standing_on(date(2021, 1, 1), acts, parties=("AAA", "BBB", "MULTI"))
    assert found.parties["BBB"] == "bound"
    assert found.possible_parties == {"BBB": ("consented", "bound")}

from __future__ import annotations

from tests.factories import make_act
from tests.law.histories import PRK_RUS, partnership_of_2024
from traktat.law import party_steps
from traktat.law.steps import Plane
from traktat.model.kinds import ActKind, Chamber, Status


def test_steps_at_home_are_apart_from_steps_abroad() -> None:
    steps = party_steps(partnership_of_2024(), PRK_RUS)
    russian = [step for step in steps if step.party == "RUS" and step.status is Status.OCCURRED]
    at_home = [(step.kind, step.chamber) for step in russian if step.plane is Plane.DOMESTIC]
    abroad = [step.kind for step in russian if step.plane is Plane.INTERNATIONAL]
    assert at_home == [
        (ActKind.APPROVAL, Chamber.LOWER),
        (ActKind.APPROVAL, None),
        (ActKind.APPROVAL, Chamber.UPPER),
        (ActKind.RATIFICATION, None),
    ]
    assert abroad == [
        ActKind.TEXT_AGREED,
        ActKind.SIGNATURE,
        ActKind.REAFFIRMATION,
        ActKind.EXCHANGE,
        ActKind.ENTRY_INTO_FORCE,
    ]


def test_an_undated_ratification_lies_between_signature_and_exchange() -> None:
    steps = party_steps(partnership_of_2024(), PRK_RUS)
    (ratified,) = (s for s in steps if s.party == "PRK" and s.kind is ActKind.RATIFICATION)
    assert str(ratified.when) == "[2024-06-19..2024-12-04]"
    assert ratified.sure


def test_a_plan_lies_ahead_of_its_report_and_a_denial_behind() -> None:
    acts = [
        make_act("signature", "2024-06-19", "AAA BBB"),
        make_act("ratification", None, "AAA", status="planned", reported_on="2024-11-12"),
        make_act("ratification", None, "BBB", status="denied", reported_on="2024-11-12"),
    ]
    found = {
        s.party: s for s in party_steps(acts, ("AAA", "BBB")) if s.status is not Status.OCCURRED
    }
    assert str(found["AAA"].when) == "[2024-11-12..]"
    assert str(found["BBB"].when) == "[..2024-11-12]"


def test_a_step_no_report_gives_a_doer_is_listed_as_unsure() -> None:
    steps = party_steps([make_act("deposit", "2024-05")], ("AAA", "BBB"))
    assert [(step.party, step.sure, str(step.when)) for step in steps] == [
        ("AAA", False, "[2024-05-01..2024-05-31]"),
        ("BBB", False, "[2024-05-01..2024-05-31]"),
    ]


def test_a_withdrawal_with_a_later_effect_is_a_notice_and_a_leaving() -> None:
    acts = [make_act("withdrawal", "2021-01-01", "AAA", effective_on="2021-07-01")]
    steps = party_steps(acts, ("AAA", "BBB"))
    assert [(step.notice, str(step.when)) for step in steps] == [
        (True, "2021-01-01"),
        (False, "2021-07-01"),
    ]


def test_an_outsiders_act_is_no_step() -> None:
    assert party_steps([make_act("approval", "2023-03-30", "CHN")], ("PRK", "RUS")) == ()


def test_the_order_of_acts_does_not_matter() -> None:
    acts = partnership_of_2024()
    assert party_steps(acts, PRK_RUS) == party_steps(reversed(acts), reversed(PRK_RUS))

"""Disagreements: every pair of values that differ, classed by a table of small rules.

A rule looks at all that was put together for a record and says which values differ, why, and
which of them the record prefers; `None` leaves it open. Nothing is settled silently.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from traktat.fusion import (
    act_disputes,
    claim_disputes,
    clause_disputes,
    date_disputes,
    time_disputes,
    wording_disputes,
    world_disputes,
)
from traktat.fusion.disputes import Collected
from traktat.model.records import Disagreement

Rule = Callable[[Collected], Iterator[Disagreement]]

RULES: tuple[Rule, ...] = (
    date_disputes.dates_that_exclude_each_other,
    date_disputes.dates_of_unequal_sharpness,
    date_disputes.planned_then_done,
    date_disputes.denied_and_done,
    date_disputes.plans_that_moved,
    date_disputes.two_chambers,
    date_disputes.day_of_report_and_day_of_act,
    date_disputes.signed_and_prepared,
    act_disputes.places_that_differ,
    act_disputes.hands_that_differ,
    act_disputes.votes_that_differ,
    act_disputes.effects_that_differ,
    act_disputes.parties_that_differ,
    time_disputes.stale_text,
    time_disputes.vague_recency,
    time_disputes.amid_later_events,
    time_disputes.older_than_its_era,
    clause_disputes.roles_turned_round,
    clause_disputes.qualifiers_left_out,
    clause_disputes.qualifier_dropped_from_a_quotation,
    clause_disputes.scopes_that_differ,
    clause_disputes.forces_that_differ,
    clause_disputes.discretion_claimed,
    clause_disputes.triggers_that_differ,
    clause_disputes.timings_that_differ,
    clause_disputes.bearers_that_differ,
    claim_disputes.stances_opposed,
    claim_disputes.lines_that_changed,
    claim_disputes.neighboring_propositions,
    claim_disputes.numbers_that_differ,
    wording_disputes.two_agreements_in_one_remark,
    wording_disputes.framings,
    wording_disputes.names_of_one_instrument,
    world_disputes.sanctions_that_are_not,
)


def disagreements_of(found: Collected) -> tuple[Disagreement, ...]:
    """Apply every rule; each disagreement is given once, in a stable order."""
    seen: dict[str, Disagreement] = {}
    for rule in RULES:
        for one in rule(found):
            seen.setdefault(one.id, one)
    return tuple(sorted(seen.values(), key=lambda one: (one.about, one.sort, one.rule, one.id)))


def rule_in_words(rule: str) -> str:
    """Give the sentence that a rule function states, by the function's name.

    >>> rule_in_words("two_chambers").split(":")[0]
    'Two chambers vote on two days'
    """
    found = next((one for one in RULES if one.__name__ == rule), None)
    return (found.__doc__ or "").strip().partition("\n")[0] if found else ""

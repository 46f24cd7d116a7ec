"""Disagreements: every pair of values that differ, classed by a table of small rules.

A rule looks at all that was put together for a record and says which values differ, why, and
which of them the record prefers; `None` leaves it open. Nothing is settled silently.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from traktat.fusion import (
    act_disputes,
    claim_disputes,
    clause_disputes,
    date_disputes,
    dating,
    time_disputes,
    wording_disputes,
    world_disputes,
)
from traktat.fusion.disputes import Collected
from traktat.model.records import Disagreement
from traktat.sentences import SILENT, Sentence, stated_by

Rule = Callable[[Collected], Iterator[Disagreement]]

RULES: tuple[Rule, ...] = (
    date_disputes.dates_that_exclude_each_other,
    date_disputes.dates_of_unequal_sharpness,
    date_disputes.planned_then_done,
    date_disputes.planned_after_done,
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


STATED_BY: Mapping[str, Callable[..., object]] = {
    "recycled-text": dating.recycled_text,
    "day-month-swap": dating.swapped_day_and_month,
    "weekday-mismatch": dating.weekday_wrong,
    "report-day": dating.day_of_the_report,
    "slip-of-a-copy": dating.slip_of_a_copy,
    "reported-before": dating.already_reported,
    "told-both-ways": dating.told_both_ways,
    "more-origins": dating.more_origins,
    "as-many-origins": dating.more_origins,
    "sharper-date": date_disputes.dates_of_unequal_sharpness,
    "planned-then-done": date_disputes.planned_then_done,
    "planned-after-done": date_disputes.planned_after_done,
    "not-yet-then-done": date_disputes.denied_and_done,
    "denied-and-done": date_disputes.denied_and_done,
    "plan-moved": date_disputes.plans_that_moved,
    "two-chambers": date_disputes.two_chambers,
    "report-day-and-event-day": date_disputes.day_of_report_and_day_of_act,
    "signed-and-prepared": date_disputes.signed_and_prepared,
    "two-places": act_disputes.places_that_differ,
    "two-hands": act_disputes.hands_that_differ,
    "votes": act_disputes.votes_that_differ,
    "two-effects": act_disputes.effects_that_differ,
    "parties": act_disputes.parties_that_differ,
    "stale-text": time_disputes.stale_text,
    "vague-recency": time_disputes.vague_recency,
    "amid-later-events": time_disputes.amid_later_events,
    "older-than-its-era": time_disputes.older_than_its_era,
    "roles-inverted": clause_disputes.roles_turned_round,
    "silence-is-not-denial": clause_disputes.qualifiers_left_out,
    "qualifier-dropped": clause_disputes.qualifier_dropped_from_a_quotation,
    "scope-garbled": clause_disputes.scopes_that_differ,
    "scopes-meet": clause_disputes.scopes_that_differ,
    "scopes-differ": clause_disputes.scopes_that_differ,
    "force": clause_disputes.forces_that_differ,
    "discretion-claimed": clause_disputes.discretion_claimed,
    "trigger-wording": clause_disputes.triggers_that_differ,
    "two-triggers": clause_disputes.triggers_that_differ,
    "timing": clause_disputes.timings_that_differ,
    "bearers": clause_disputes.bearers_that_differ,
    "stances-opposed": claim_disputes.stances_opposed,
    "change-of-line": claim_disputes.lines_that_changed,
    "two-stances-at-once": claim_disputes.lines_that_changed,
    "different-propositions": claim_disputes.neighboring_propositions,
    "numbers-agree": claim_disputes.numbers_that_differ,
    "numbers-differ": claim_disputes.numbers_that_differ,
    "two-agreements-in-one-remark": wording_disputes.two_agreements_in_one_remark,
    "framing": wording_disputes.framings,
    "names-of-one-instrument": wording_disputes.names_of_one_instrument,
    "sanctions-unknown": world_disputes.sanctions_that_are_not,
}
"""The function whose docstring states the rule that a disagreement names."""


def sentence_of(rule: str) -> Sentence:
    """Give the sentence that states a rule, by the name a disagreement gives it.

    >>> sentence_of("two-chambers").partition(":")[0]
    'Two chambers vote on two days'
    """
    stated = STATED_BY.get(rule)
    return stated_by(stated) if stated else SILENT

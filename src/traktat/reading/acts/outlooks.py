"""Words that only say whether an agreement is to be: "prospects for a deal", "there is no pact"."""

from __future__ import annotations

from traktat.model.kinds import Status
from traktat.reading.acts.outlines import Outline
from traktat.reading.acts.reaches import AHEAD, UNSURE, Phase, Reach
from traktat.reading.acts.triggers import NOBODYS, Trigger
from traktat.reading.mentions import AgreementMention


def by_outlook(
    line: Outline, trigger: Trigger, mention: AgreementMention | None, reach: Reach
) -> Phase | None:
    """Tell what is only in prospect, and what is said not to be."""
    fields = {sense.field for sense in trigger.senses}
    if not fields <= NOBODYS:
        return None
    if "being_words" in fields:
        return _by_being(line, trigger, mention, reach)
    denied = line.any_tag(reach.first, trigger.end, "negation")
    verb = "outlook_verbs" in fields
    other = verb and line.has(trigger.end, "purpose", "future")  # "is expected to grow"
    rule = UNSURE if denied or other else "in prospect"
    return Phase(Status.DENIED if denied else Status.PLANNED, rule, opener=reach.opener)


def _by_being(
    line: Outline, trigger: Trigger, mention: AgreementMention | None, reach: Reach
) -> Phase:
    """Tell what there is not from what there will be; what there is was made before."""
    end = trigger.end if mention is None else mention.first
    opener = reach.opener
    if line.any_tag(trigger.first, end, "negation", "not_yet", "none"):
        supposed = opener == "condition"
        return Phase(Status.DENIED, UNSURE if supposed else "there is none", opener=opener)
    if line.any_tag(trigger.first, end, *AHEAD):
        return Phase(Status.PLANNED, "in prospect", opener=opener)
    return Phase(Status.OCCURRED, UNSURE, opener=opener)

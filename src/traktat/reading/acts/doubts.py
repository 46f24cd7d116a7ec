"""Drafts that a careful reader would not report: shadows of acts told elsewhere, mere words."""

from __future__ import annotations

from collections.abc import Sequence

from traktat.model.kinds import ActKind, Status
from traktat.reading.acts.drafts import ONE_SIDED, Draft, is_of_many
from traktat.reading.acts.mistaken import MISTAKEN
from traktat.reading.acts.objects import is_tensed
from traktat.reading.acts.reaches import TAKES_EFFECT, UNSURE
from traktat.reading.acts.triggers import TAKING_EFFECT, Tie, Voice, antecedent, verb_group

COUNTED_REACH = 3  # tokens of "ke-60"
TOLD_REACH = 3  # words of "announced the early end"
FURTHER = 3  # words of "a more comprehensive" before an agreement
CROWD = 20  # words of "governments holding 80 percent of exports and 75 percent of imports have"
NOT_REACH = 5  # words of "will not remain" before "party to"


def credible(drafts: Sequence[Draft]) -> list[Draft]:
    """Leave out the drafts that no rule of doubt lets pass."""
    told = [draft for draft in drafts if not any(doubt(draft) for doubt in DOUBTS)]
    denied = never_begun(told)
    told = [draft for draft in told if not is_unfounded(draft, denied)]
    told = [draft for draft in told if not _is_echo(draft, told) and not _is_mention(draft, told)]
    told = [draft for draft in told if not _is_approved(draft, told)]
    done: dict[tuple[str, ActKind], dict[tuple[object, ...], Draft]] = {}
    for draft in told:
        if draft.status is Status.OCCURRED:  # one of those that would shadow the same
            alike = done.setdefault((draft.link.key, draft.kind), {})
            alike.setdefault((draft.chamber, *draft.actors.states), draft)
    return [draft for draft in told if not _is_shadow(draft, done)]


def _is_shadow(
    draft: Draft, done: dict[tuple[str, ActKind], dict[tuple[object, ...], Draft]]
) -> bool:
    same = done.get((draft.link.key, draft.kind), {})
    return any(shadows(other, draft) for other in same.values())


def _is_mention(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """An agreement that was signed is spoken of as "the deal reached" without a further act."""
    if draft.kind is not ActKind.TEXT_AGREED or draft.status is not Status.OCCURRED:
        return False
    mention, line = draft.link.mention, draft.line
    before = draft.trigger.first - 1
    if draft.when is not None or mention is None:
        return False
    if draft.link.rule == "antecedent":  # "the deal Norland has reached"
        same = (d for d in drafts if d.kind is draft.kind and d.link.key == draft.link.key)
        return any(d.status is Status.OCCURRED and d.when is not None for d in same)
    if not mention.anaphoric or not line.has(before, "relative"):
        return False
    signed = (d for d in drafts if d.kind is ActKind.SIGNATURE and d.link.key == draft.link.key)
    return any(d.status is Status.OCCURRED for d in signed)


def _is_approved(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """What was passed by nobody named is what an assembly approved: "naskah yang disahkan"."""
    done = draft.voice is Voice.PASSIVE and draft.status is Status.OCCURRED
    if draft.kind is not ActKind.RATIFICATION or not done:
        return False
    if draft.when is not None or draft.actors.mentions or is_of_many(draft):
        return False
    if not any(sense.kind is ActKind.APPROVAL for sense in draft.trigger.senses):
        return False
    return any(
        d.kind is ActKind.APPROVAL and d.status is draft.status and d.link.key == draft.link.key
        for d in drafts
    )


def _is_echo(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """A noun that points back ("penyerahan tersebut") tells of no act beside the one told."""
    line, trigger = draft.line, draft.trigger
    if draft.voice is not Voice.NOUN or draft.when is not None or draft.actors.mentions:
        return False
    after = line.sources.page.pack.settings.get("modifiers") == "after"
    pointer = trigger.end if after else trigger.first - 1
    if not line.first <= pointer < line.end or not line.has(pointer, "definite"):
        return False
    if not after and line.has(trigger.end, "of"):
        return False
    before = (d for d in drafts if d.kind is draft.kind and d.trigger.first < trigger.first)
    return any(d.status is not draft.status for d in before)


def never_begun(drafts: Sequence[Draft]) -> frozenset[str]:
    """Give the agreements that talks are said not to have brought."""
    begun = [draft for draft in drafts if draft.kind in _FIRST]
    real = {draft.link.key for draft in begun if draft.status is not Status.DENIED}
    return frozenset(draft.link.key for draft in begun) - real


def is_unfounded(draft: Draft, denied: frozenset[str]) -> bool:
    """Nobody leaves, joins or ends an agreement that talks are said not to have brought."""
    return draft.kind in _LATER and draft.when is None and draft.link.key in denied


_FIRST = frozenset({ActKind.TEXT_AGREED, ActKind.SIGNATURE})
_LATER = frozenset({ActKind.WITHDRAWAL, ActKind.TERMINATION, ActKind.SUSPENSION, ActKind.ACCESSION})


def is_mere_word(draft: Draft) -> bool:
    """An end without a day is talk: "the treaty's collapse", "if the pact ends"."""
    if draft.when is not None:
        return False
    if draft.kind is ActKind.WITHDRAWAL:  # "it stays until the parties withdraw"
        supposed = draft.phase.rule == "condition" and draft.phase.opener == "condition"
        return supposed and not draft.actors.mentions
    if draft.kind is not ActKind.TERMINATION:
        return False
    noun = draft.voice is Voice.NOUN and not _is_told(draft)
    going = draft.voice is Voice.SUBJECT and "gerund" in draft.sense.forms  # "is falling apart"
    return noun or going or draft.phase.rule in ("condition", "gerund")


def _is_told(draft: Draft) -> bool:
    """Tell whether a noun's act is announced, asked for, or said to take effect."""
    if any(step.rule == TAKES_EFFECT for step in draft.rules):
        return True
    at, line = draft.trigger.first, draft.line
    near = max(line.first, at - TOLD_REACH), at
    asked = draft.phase.rule == "governed: wish" and line.any_tag(*near, "wish")
    return bool(draft.actors.mentions) and (asked or line.any_tag(*near, "announced"))


def is_supposed(draft: Draft) -> bool:
    """What is only supposed not to be ("if they fail to sign"), or past without a day."""
    if draft.phase.rule == UNSURE:
        return draft.when is None or draft.status is Status.DENIED
    return draft.phase.rule == "named" and draft.when is None


def is_rule(draft: Draft) -> bool:
    """What "can" be done by nobody in particular is a rule: "it may be extended"."""
    if draft.kind not in _PERMITTED or draft.when is not None:
        return False
    if draft.phase.rule == "governed: possibility" and _is_by_either(draft):
        return True
    if draft.actors.mentions:
        return False
    ends = draft.kind in (ActKind.SUSPENSION, ActKind.TERMINATION)
    if ends and draft.phase.rule == "negation" and draft.voice is Voice.PASSIVE:
        low = verb_group(draft.line, draft.trigger.first)
        return draft.line.any_tag(low, draft.trigger.first, "possibility")  # "cannot be ended"
    voices = (Voice.PASSIVE, Voice.ACTIVE)  # "either party may end it"
    return draft.phase.rule == "governed: possibility" and draft.voice in voices


def is_maxim(draft: Draft) -> bool:
    """What "can only" be done is said of all such: "a truce can only be made by both sides"."""
    if draft.kind not in _FIRST or draft.when is not None or draft.voice is not Voice.PASSIVE:
        return False
    if draft.phase.rule != "governed: possibility":
        return False
    line, at = draft.line, draft.trigger.first
    return line.any_tag(max(line.first, verb_group(line, at) - 1), at, "only_then")


_PERMITTED = TAKING_EFFECT
"""Acts that agreements themselves permit."""


def _is_by_either(draft: Draft) -> bool:
    """Tell whether what a party may do is a rule: "either side may withdraw"."""
    line, at = draft.line, draft.trigger.first
    return line.any_tag(max(line.first, at - NOT_REACH), at, "both")


def is_ballot(draft: Draft) -> bool:
    """A vote that is over tells of no act unless it says which way it went."""
    return draft.sense.ballot and draft.status is not Status.PLANNED


def is_undated(draft: Draft) -> bool:
    """What a treaty is in force for is a rule unless a day says since when."""
    if draft.sense.tie is not Tie.DATED or draft.when is not None:
        return False
    one = draft.trigger.end - draft.trigger.first == 1  # "will be effective once notified"
    return not one or draft.phase.rule != "governed: future"


def is_membership(draft: Draft) -> bool:
    """To be a party is no act; not to be one says that a state never joined."""
    if draft.sense.tie is not Tie.LACKING:
        return False
    line, at = draft.line, draft.trigger.first
    ahead = line.any_tag(max(line.first, at - NOT_REACH), at, "future", "possibility")
    return ahead or draft.status is not Status.DENIED


def is_term(draft: Draft) -> bool:
    """What is counted from the entry into force is a rule: "ten years after its entry into"."""
    line, at = draft.line, draft.trigger.first
    if draft.kind is not ActKind.ENTRY_INTO_FORCE or draft.when:
        return False
    mention = draft.link.mention
    gerund = "gerund" in draft.sense.forms and draft.voice is Voice.SUBJECT
    if mention is not None and (gerund or mention.end == at):
        at = mention.first  # "within three years of the agreement entering into force"
    elif draft.voice is not Voice.NOUN:
        return False
    token = at - 1
    while token > line.first and line.has(token, "article") and token not in line.dates:
        token -= 1
    before = line.dates.get(token - 1)
    counted = before is not None and getattr(before.finding, "sense", "") == "duration"
    counted = counted or line.has(token - 2, "ordinal", "rank")  # "the sixth year of"
    return counted and line.has(token, "after", "of", "in", "ahead", "preposition")


def is_comparison(draft: Draft) -> bool:
    """Who goes back to an agreement is named; its text "goes back to" an older one too."""
    if draft.kind is not ActKind.RESUMPTION or draft.sense.field != "direct_words":
        return False
    line, at = draft.line, draft.trigger.first
    agreement = line.sources.agreements.by_key(draft.link.key)
    if agreement is not None and agreement.relation == "predecessor":
        return True
    willing = at > line.first and line.has(at - 1, "wish")
    return verb_group(line, at) == at and line.names.get(at - 1) is None and not willing


def is_under_talks(draft: Draft) -> bool:
    """What is only said to be negotiated is not agreed: "perjanjian yang masih dirundingkan"."""
    if draft.sense.field != "passive_verbs" or draft.status is not Status.OCCURRED:
        return False
    line, group = draft.line, verb_group(draft.line, draft.trigger.first)
    if line.any_tag(max(line.first, group - 1), draft.trigger.first, "progressive", "starting"):
        return True
    since = draft.trigger.end < line.end and line.has(draft.trigger.end, "since")
    if since and draft.voice is not Voice.ACTIVE:
        return True  # "being negotiated since 2013", not "the largest it has negotiated since"
    done = line.any_tag(group, draft.trigger.first, "perfect")
    return not (done or draft.when or draft.actors.mentions or is_tensed(line))


def is_count(draft: Draft) -> bool:
    """One of many consents, counted, is no one's: "after the 60th", "setelah ratifikasi ke-60"."""
    if draft.kind not in _COUNTED or draft.voice is not Voice.NOUN or draft.actors.mentions:
        return False
    words, end = draft.line.words, min(draft.line.end, draft.trigger.end + COUNTED_REACH)
    behind = range(draft.trigger.end + 1, end)
    if any(words[t].isdigit() and words[t - 1] == "-" for t in behind):
        return True
    at = draft.trigger.first
    if words[at - 1][0].isdigit() and words[at - 1][-1].isalpha():
        return True
    several = draft.line.sources.page.marks.keyed("agreements", "several", at - 1, at)
    counted = words[at - 1].isdigit() or any(several)  # "needs eight ratifications"
    return counted and draft.status is not Status.OCCURRED


_COUNTED = frozenset({ActKind.RATIFICATION, ActKind.DEPOSIT, ActKind.ACCESSION, ActKind.SIGNATURE})


def is_whose(draft: Draft) -> bool:
    """Those "whose ratification is needed" have not ratified: "negara yang ratifikasinya …"."""
    line, before = draft.line, draft.trigger.first - 1
    if draft.voice is not Voice.NOUN or before <= line.first or not line.has(before, "relative"):
        return False
    endings = tuple(line.sources.page.pack.words("grammar", "it", "endings"))
    owned = endings and line.lower[draft.trigger.end - 1].endswith(endings)
    return bool(owned) and antecedent(line, before) is None


def is_of_crowd(draft: Draft) -> bool:
    """What a number of states must do before an agreement takes effect is its rule."""
    if draft.kind not in _COUNTED or draft.voice is Voice.NOUN or draft.actors.mentions:
        return False
    if draft.when is not None or draft.phase.opener not in ("condition", "while", "after"):
        return False
    line, trigger = draft.line, draft.trigger
    if draft.voice is Voice.PASSIVE and not line.has(trigger.end, "agent"):
        return False
    near = range(max(line.first, trigger.first - CROWD), trigger.first)
    if draft.voice is Voice.PASSIVE:
        near = range(trigger.end, min(line.end, trigger.end + CROWD))
    if not any(line.words[t].isdecimal() and t not in line.dates for t in near):
        return False
    marks = line.sources.page.marks.of("acts", line.sentence)
    return any(mark.key == ActKind.ENTRY_INTO_FORCE for mark in marks)


DOUBTS = (
    is_of_crowd,
    is_whose,
    is_comparison,
    is_count,
    is_under_talks,
    is_term,
    is_mere_word,
    is_supposed,
    is_rule,
    is_maxim,
    is_ballot,
    is_undated,
    is_membership,
    *MISTAKEN,
)


def _is_of_further(draft: Draft) -> bool:
    """Tell whether another agreement is to follow: "six months to reach a final accord"."""
    mention, line = draft.link.mention, draft.line
    if mention is None or draft.kind is not ActKind.TEXT_AGREED:
        return False
    if not line.first <= mention.first < line.end:
        return False
    low, high = mention.first, mention.end
    if line.sources.page.pack.settings.get("modifiers") == "after":
        high += 1 + (high < line.end and line.has(high, "relative"))  # "kesepakatan yang lebih"
    while low > line.first and mention.first - low < FURTHER and not line.has(low, "article"):
        low -= 1  # "a longer-term accord"
    told = line.sources.page.pack.settings.get("further", ())
    near = range(low, min(high, line.end))
    definite = line.any_tag(low, min(line.end, high + 1), "definite")
    return not definite and any(line.lower[t] in told for t in near)


def shadows(done: Draft, draft: Draft) -> bool:
    """A plan without a day, which the report tells as done, is no act of its own."""
    if draft.status is not Status.PLANNED or draft.when is not None:
        return False
    if (done.link.key, done.kind) != (draft.link.key, draft.kind) or _is_of_further(draft):
        return False
    if None not in (draft.chamber, done.chamber) and draft.chamber is not done.chamber:
        return False  # "approved by the lower house and awaits a vote in the Senate"
    sides, other = draft.actors.states, done.actors.states
    if sides:
        return bool(set(sides) & set(other))
    return draft.kind not in ONE_SIDED or not is_of_many(draft)

"""What a rule is about: the kinds that the words of a frame name, and who bears each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from traktat.lang import Mark
from traktat.model.kinds import NameKind, ProvisionKind
from traktat.reading.frames import Desk, Frame, code_of, codes_of
from traktat.reading.mentions import NameMention
from traktat.reading.provisions.deeds import is_gerund
from traktat.reading.provisions.doubts import is_led_away

NEIGHBOR = 3  # tokens between a state and the tariff or aid that is its own
CONTENT_REACH = 10  # tokens between a topic and the verb that makes a rule of it
BROUGHT = 7  # tokens between "increase" and what is increased, with what is joined to it
TRIGGER_REACH = 40  # tokens between an attack and the help owed
RECEIVED = 12  # tokens behind "receive" in which what is received begins
SUBJECT_LOOSE = 2  # tokens between a party and its modal verb
JOINED = 2  # tokens between two actors that act jointly
MOST_OTHERS = 3  # unlike matters of one frame that no kind covers
DUTIES = (ProvisionKind.TRADE, ProvisionKind.FINANCE, ProvisionKind.ARMS_LIMITATION)
BENEFITS = (
    *(ProvisionKind.TRADE, ProvisionKind.FINANCE),
    *(ProvisionKind.COOPERATION, ProvisionKind.CONSULTATION),
)
PAID = (ProvisionKind.FINANCE, ProvisionKind.TRADE, ProvisionKind.ACCESS)
UNBORNE = (ProvisionKind.ENTRY_INTO_FORCE, ProvisionKind.DURATION)
SEPARATE = (*DUTIES, ProvisionKind.OTHER)
"""Kinds of which each party may have one of its own."""

WORDED = ("words", "verbs", "nouns", "exact", "deeds", "predicates")
"""Lists whose words name a kind of rule by themselves."""


_KINDS = {kind.value: kind for kind in ProvisionKind}  # quicker than to ask the enumeration


@dataclass(frozen=True, slots=True)
class Matter:
    """A kind of rule and the pack word that names it."""

    kind: ProvisionKind
    mark: Mark


def matters_in(desk: Desk, first: int, end: int, *, own: bool = False) -> Iterator[Matter]:
    """Give the kinds of rule that the words of a stretch name, in text order.

    What each party gives is told apart later; other kinds stand once. Words inside the name
    of an agreement only name it. With `own` what the agreement brings about is left out.
    """
    marks = [
        mark
        for mark in desk.page.marks.within("provisions", first, end)
        if mark.end <= end and not _in_name(desk, mark) and not _is_needy(mark)
    ]
    seen: set[str] = set()
    others: list[Mark] = []
    told: set[tuple[int, int]] = set()
    for mark in marks:
        if mark.key in seen and mark.key not in SEPARATE:
            continue
        if not (mark.field in WORDED or _is_ruled(marks, mark)) or _is_past(desk, mark):
            continue
        if (own and _is_brought(desk, mark, first)) or _is_part(marks, mark):
            continue
        if mark.field.startswith("topic"):
            if (mark.first, mark.end) in told:
                continue  # one word tells one kind: arms banned are not traded
            told.add((mark.first, mark.end))
        if mark.key == ProvisionKind.OTHER:
            if not _is_other(desk, marks, others, mark):
                continue
            others.append(mark)
        seen.add(mark.key)
        yield Matter(_KINDS[mark.key], mark)


def aimed_at(desk: Desk, matters: list[Matter]) -> list[Matter]:
    """Give what parties work together to do: "work together to lift the barriers to trade"."""
    first = matters[0].mark
    if not any(desk.page.marks.keyed("grammar", "purpose", first.end, first.end + 1)):
        return []
    aims = [one for one in matters[1:] if one.kind in DUTIES and one.mark.first > first.end]
    return aims[:1] if aims and aims[0].mark.first - first.end <= CONTENT_REACH else []


def _is_needy(mark: Mark) -> bool:
    """Tell whether a word tells a term only with its period behind it: "runs 16 years"."""
    return mark.field == "exact" and mark.key in UNBORNE


def _is_past(desk: Desk, mark: Mark) -> bool:
    """Tell whether help is what a verb is led away to, or a war is one of history."""
    if mark.key == ProvisionKind.MUTUAL_ASSISTANCE:
        return is_led_away(desk, mark)  # "measures to support …"
    return mark.key == ProvisionKind.CEASEFIRE and _is_past_war(desk, mark)


def _is_other(desk: Desk, marks: list[Mark], others: list[Mark], mark: Mark) -> bool:
    """Tell whether a word tells a matter of its own that no kind covers."""
    apart = _stands_apart(desk, others, mark) and not _acts_on(marks, mark)
    return apart and not _is_covered(marks, mark)


def _is_past_war(desk: Desk, mark: Mark) -> bool:
    """Tell whether a war is written as a name: one of history, whose end is no rule told now."""
    words = desk.page.tokens.words
    last = mark.end - 1
    return last > 0 and words[last - 1][0].isalnum() and words[last][0].isupper()


def _stands_apart(desk: Desk, others: list[Mark], mark: Mark) -> bool:
    """Tell whether a matter that no kind covers is one of a list, not one more word of the last."""
    if not others:
        return True
    first, end = others[-1].end, mark.first
    joined = any(desk.page.marks.keyed("grammar", "and", first, end))
    return len(others) < MOST_OTHERS and (joined or "," in desk.page.tokens.words[first:end])


def _is_part(marks: list[Mark], mark: Mark) -> bool:
    """Tell whether a word is part of a longer one of another kind: "refugee" of "refugee camps"."""
    return any(
        other.first <= mark.first
        and mark.end <= other.end
        and other.end - other.first > mark.end - mark.first
        and other.key != mark.key
        and not other.field.startswith("content")
        for other in marks
    )


def _is_covered(marks: list[Mark], mark: Mark) -> bool:
    """Tell whether the same words name a kind: "joint commission" is one for consultation."""
    return any(
        other.key != mark.key
        and other.first < mark.end
        and mark.first < other.end
        and other.field in WORDED
        for other in marks
    )


def _acts_on(marks: list[Mark], mark: Mark) -> bool:
    """Tell whether a deed has an object that a kind covers: "the transfer of warheads"."""
    return mark.field == "deeds" and any(
        other.key != mark.key and 0 <= other.first - mark.end < NEIGHBOR
        for other in marks
        if not other.field.startswith("content")
    )


def start_of(desk: Desk, frame: Frame) -> int:
    """Give where the matter of a frame may begin: "bans" is half of "bans missiles".

    So is "akan" of "tidak akan menyerang".
    """
    cue = frame.cue
    if cue is None or cue.end != frame.first:
        return frame.first
    marks = desk.page.marks.within("provisions", cue.first - 1, cue.first)
    return min([mark.first for mark in marks if mark.end > cue.end], default=cue.first)


def _is_brought(desk: Desk, mark: Mark, first: int) -> bool:
    """Tell whether trade, money or cooperation is what an agreement increases."""
    if mark.key not in BENEFITS:
        return False
    start = max(first, mark.first - BROUGHT)
    if any(name.attributive and code_of(name) for name in desk.names.within(start, mark.first)):
        return False  # "increase Peru's purchases": what a party does more of
    effects = desk.page.marks.keyed("clauses", "brings", start, mark.first)
    return any("participle" not in effect.forms for effect in effects)


def _is_ruled(marks: list[Mark], mark: Mark) -> bool:
    return mark.field.startswith("topic") and _has_content(marks, mark)


def _has_content(marks: list[Mark], topic: Mark) -> bool:
    """Tell whether a verb or noun near a topic makes a rule of it: "bans" of "bans missiles".

    The attack that sets off a duty to help may stand further off.
    """
    reach = TRIGGER_REACH if topic.key == ProvisionKind.MUTUAL_ASSISTANCE else CONTENT_REACH
    return any(
        mark.key == topic.key
        and mark.field.startswith("content")
        and mark.first - topic.end <= reach
        and topic.first - mark.end <= reach
        for mark in marks
    )


def _in_name(desk: Desk, mark: Mark) -> bool:
    near = desk.agreements.mentions.before(mark.first + 1)
    if not near or near[-1].end <= mark.first:
        return False
    return near[-1].end - near[-1].first > mark.end - mark.first


def bearers_of(desk: Desk, frame: Frame, matter: Matter, start: int) -> tuple[str, ...]:
    """Tell who is bound: who the duty is said to be of, else whom the frame names, else all.

    `start` is the first token of the sentence: what is paid for may stand before the frame.
    """
    if matter.kind in UNBORNE:
        return ()
    parties = frame.agreement.parties
    if matter.kind in DUTIES and not frame.bearers:
        own = None if "active" in matter.mark.forms else _owner(desk, frame, matter.mark)
        if own:  # "tarif Peru", no "memasok Peru"
            return (own,)
    price = _price(desk, start, matter.mark)
    if price is not None:
        given = _giver(desk, frame, price)
        given = given or _nearest_actor(desk, frame, price.end, matter.mark.first)
        gets = _recipients(desk, frame, matter)
        before = frame.bearers or _nearest_actor(desk, frame, start, price.first)
        before = _others(frame, gets) or before
        return given or _others(frame, before) or parties
    near = _nearest_actor(desk, frame, frame.first, matter.mark.first)
    if near and _is_subject(desk, frame, near, matter):
        return near
    gets = _recipients(desk, frame, matter) if matter.kind in BENEFITS else ()
    bound = tuple(code for code in frame.bearers if code not in gets)
    return bound or near or _others(frame, gets) or parties


def _recipients(desk: Desk, frame: Frame, matter: Matter) -> tuple[str, ...]:
    """Give the parties named right behind a verb of giving: "gives Peru loans"."""
    first = frame.cue.end if frame.cue else frame.first
    names = [
        name
        for name in desk.names.within(first, matter.mark.first)
        if not name.attributive and _is_given(desk, name)
    ]
    given = {code for name in names for code in codes_of(name)}
    return tuple(code for code in frame.agreement.parties if code in given)


def _is_given(desk: Desk, name: NameMention) -> bool:
    """Tell whether a name stands right behind a verb of giving."""
    verbs = desk.page.marks.keyed("clauses", "gives", max(0, name.first - 3), name.first)
    return any(0 <= name.first - verb.end <= 1 for verb in verbs)


def _is_subject(desk: Desk, frame: Frame, near: tuple[str, ...], matter: Matter) -> bool:
    """Tell whether another party than the one bound acts: "… , while the other will pay"."""
    if not frame.bearers or set(near) == set(frame.bearers):
        return False
    names = [
        name
        for name in desk.names.within(frame.first, matter.mark.first)
        if set(near) & set(codes_of(name)) and not name.attributive
    ]
    return any(
        desk.has_force(name.end, name.end + SUBJECT_LOOSE) or _is_opposed(desk, name)
        for name in names[-1:]
    )


def _is_opposed(desk: Desk, name: NameMention) -> bool:
    """Tell whether a name opens a clause beside another: "while Peru …", "sedangkan Peru …"."""
    marks = desk.page.marks.within("grammar", max(0, name.first - 3), name.first)
    return any(mark.key in ("while", "contrast") for mark in marks)


def _others(frame: Frame, these: tuple[str, ...]) -> tuple[str, ...]:
    """Give the parties beside these, where any are left."""
    return tuple(code for code in frame.agreement.parties if code not in these) if these else ()


def _price(desk: Desk, start: int, mark: Mark) -> Mark | None:
    """Give the words behind which stands what others give: "in return for", "receives"."""
    found = None
    for one in desk.page.marks.within("clauses", start, mark.first):
        received = one.key == "receives" and mark.first - one.end <= RECEIVED
        given = one.key == "in-return" and not _is_turn(desk, one)
        if given or (received and mark.key in PAID):
            found = one
    return found


def _giver(desk: Desk, frame: Frame, price: Mark) -> tuple[str, ...]:
    """Give who is named right behind "in exchange for": "… for Peru accepting limits"."""
    named = [
        one
        for one in desk.names.within(price.end, price.end + 1)
        if not one.attributive or is_gerund(desk.page, one.end)
    ]
    codes = [code for one in named for code in codes_of(one)]
    return tuple([code for code in frame.agreement.parties if code in codes])


def _is_turn(desk: Desk, price: Mark) -> bool:
    """Tell whether who gives stands right before the words: "Peru in turn will …"."""
    near = desk.names.within(max(0, price.first - NEIGHBOR), price.first)
    return any(
        name.end == price.first and not name.attributive and not _hangs(desk, name) for name in near
    )


def _owner(desk: Desk, frame: Frame, mark: Mark) -> str | None:
    """Give the party whose own tariff, aid or reactor it is ("tarif AS", "Chinese purchases")."""
    for name in desk.names.within(mark.first - NEIGHBOR, mark.end + NEIGHBOR):
        code = code_of(name)
        if not name.attributive or code not in frame.agreement.parties:
            continue
        behind = desk.page.pack.settings.get("modifiers") == "after"
        if (behind and name.first >= mark.end and not _is_led(desk, mark.end, name.first)) or (
            name.end <= mark.first and _is_beside(desk, name, mark)
        ):
            return code
    return None


def _is_led(desk: Desk, first: int, end: int) -> bool:
    """Tell whether a preposition leads on between two tokens: "70 miliar yuan bagi Peru"."""
    return any(desk.page.marks.keyed("grammar", "preposition", first, end))


def _is_beside(desk: Desk, name: NameMention, mark: Mark) -> bool:
    """Tell whether a name describes what follows it: no preposition leads on to something else."""
    marks = desk.page.marks
    return not _is_led(desk, name.end, mark.first) and not any(
        marks.keyed("clauses", "in-return", name.end, mark.first)
    )


def _hangs(desk: Desk, name: NameMention) -> bool:
    """Tell whether a name hangs on a preposition that makes it no actor: "return to Peru"."""
    before = desk.page.marks.within("grammar", max(0, name.first - 2), name.first)
    ended = {mark.key for mark in before if mark.end == name.first}
    return "preposition" in ended and not ended & {"agent", "between", "with"}


def _nearest_actor(desk: Desk, frame: Frame, first: int, end: int) -> tuple[str, ...]:
    """Give the party that acts last in a stretch before the subject matter, alone or jointly."""
    actors: tuple[str, ...] = ()
    last = hung = -1
    for name in desk.names.within(first, end):
        joined = hung >= 0 and desk.page.marks.keyed("grammar", "and", hung, name.first)
        if _hangs(desk, name) or (joined and name.first - hung <= JOINED):
            hung = name.end  # "the armies of Peru and Chile"
            continue
        if name.attributive or name.sort is NameKind.AGENCY:
            continue
        if _is_given(desk, name):
            continue
        known = tuple(code for code in frame.agreement.parties if code in codes_of(name))
        if known:
            again = set(known) <= set(actors)  # "between Peru and Chile, Peru must …"
            beside = last >= 0 and name.first - last <= JOINED and not again
            actors = tuple(dict.fromkeys((*actors, *known))) if beside else known
            last = name.end
    return actors

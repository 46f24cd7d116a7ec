"""Which persons a report speaks of: proof that a run of capitals is a person's name."""

from __future__ import annotations

from collections import Counter

from traktat.facts.tables import spellings
from traktat.reading.names.drafts import Draft
from traktat.reading.names.ground import Ground, folded
from traktat.reading.names.leaders import is_called, is_leader, state_of
from traktat.reading.names.persons import HIGH_RANK, Person, Register, parts_of

NEAR = 2  # small words that may stand between a name and its verb: "Odembe kemudian juga berkata"


def register_of(ground: Ground, drafts: list[Draft]) -> Register:
    """Enter every person who is proven by office, title, apposition, speech or company."""
    register = Register()
    _enter_officials(ground, register, drafts)
    singles = _singles(ground, drafts)
    for draft in drafts:
        if draft.sort == "person" and _is_unsure(ground, draft):
            _settle(ground, register, draft, singles)
    for at, draft in enumerate(drafts):
        open_run = draft.sort == "run" and not draft.heading
        if open_run and _is_proven(ground, drafts, at, singles, register):
            draft.sort = "person"
            _enter(ground, register, draft, None).governs = _governs(ground, draft)
    for person in register.persons:
        if person.state is None:
            person.state = _known_state(ground, person)
    return register


def _known_state(ground: Ground, person: Person) -> str | None:
    """Give the state a person the world knows speaks for.

    A surname alone is enough for who holds a high office, by whose name a government goes, or
    where the report names that state.
    """
    if person.rank >= HIGH_RANK or person.governs:
        return state_of(person.parts, in_office=True)
    if len(person.parts) > 1:
        return state_of(person.parts, in_office=False)
    code = state_of(person.parts, in_office=True) if is_called(person.parts[0]) else None
    named = code and any(unit.is_holder and unit.key == code for unit in ground.units.items)
    return code if named else None


def _enter_officials(ground: Ground, register: Register, drafts: list[Draft]) -> None:
    previous: Person | None = None
    for at, draft in enumerate(drafts):
        if draft.sort == "person" and not _is_unsure(ground, draft):
            previous = _enter(ground, register, draft, previous)
            if draft.via == "both":
                _pair(ground, register, drafts, at, previous)


def _is_unsure(ground: Ground, draft: Draft) -> bool:
    """Tell whether an office does not prove the words after it to be a name."""
    first = ground.lower(draft.bare[0])
    return draft.weak or (draft.heading and first not in spellings("given_names"))


def _settle(ground: Ground, register: Register, draft: Draft, singles: Counter[str]) -> None:
    """Keep a name its office does not prove if the report proves it elsewhere."""
    word = folded(ground.name(draft.bare[0], draft.bare[1]))
    known = register.all_called(parts_of(ground.name(draft.bare[0], draft.bare[1])))
    if known or (not draft.heading and (singles["does " + word] or speaks(ground, draft))):
        _enter(ground, register, draft, None)
        return
    if draft.heading:
        draft.sort = "run"
        return
    draft.sort, draft.end = "role", draft.bare[0]
    if not ground.word(draft.end - 1)[0].isalpha():
        draft.end -= 1


def _enter(ground: Ground, register: Register, draft: Draft, previous: Person | None) -> Person:
    office = draft.office
    if office == "counterpart":
        office = previous.office if previous else None
    person = register.add(
        ground.name(draft.bare[0], draft.bare[1]),
        draft.first,
        office,
        draft.holder,
        former=draft.former,
    )
    alias = _in_brackets(ground, draft.bare[1])
    if alias:
        register.call(person, parts_of(alias))
    return person


def _in_brackets(ground: Ground, here: int) -> str:
    """Give the other name a person is said to have: "Wanuri Odembe (Wano)"."""
    if ground.word(here) != "(" or ground.word(here + 2) != ")":
        return ""
    known = ground.units.over(here + 1) is not None or ground.is_plain(here + 1)
    alias = ground.word(here + 1)
    return alias if len(alias) > 2 and ground.is_capital(here + 1) and not known else ""


def _pair(ground: Ground, register: Register, drafts: list[Draft], at: int, person: Person) -> None:
    """Give the second of two persons the office both hold: "ministers of both, A and B"."""
    other = drafts[at + 1] if at + 1 < len(drafts) else None
    if other is None or other.sort != "run" or other.first != drafts[at].end + 1:
        return
    if ground.joins(drafts[at].end):
        other.sort, other.office, other.unit = "person", drafts[at].office, drafts[at].unit
        other.via = "both"
        second = register.add(ground.name(*other.bare), other.first, other.office)
        person.shares, second.shares = second.key, person.key


def _singles(ground: Ground, drafts: list[Draft]) -> Counter[str]:
    """Count the runs of one word, and those that speak."""
    out: Counter[str] = Counter()
    for draft in drafts:
        if draft.sort == "run" and draft.bare[1] - draft.bare[0] == 1 and not draft.heading:
            word = folded(ground.name(draft.bare[0], draft.bare[1]))
            out[word] += 1
            if speaks(ground, draft):
                out["says " + word] += 1
            if draft.end in ground.verbs and not _is_place(ground, draft):
                out["acts " + word] += 1
            if ground.is_doing(_past_small(ground, draft.end)):
                out["does " + word] += 1
    return out


def _governs(ground: Ground, draft: Draft) -> bool:
    """Tell whether a government goes by a name: "the Odembe administration"."""
    if ground.qualifies_before:
        return ground.reach("regime", ground.after_possessive(draft.end)) > 0
    return ground.follows("regime", draft.first)


def _is_proven(
    ground: Ground, drafts: list[Draft], at: int, singles: Counter[str], register: Register
) -> bool:
    draft = drafts[at]
    words = [
        folded(ground.word(t))
        for t in range(draft.bare[0], draft.bare[1])
        if ground.word(t)[0].isalpha()
    ]
    if len(words) == 1:
        word = folded(ground.name(draft.bare[0], draft.bare[1]))
        named = register.all_called((word,)) or ground.reach("institution", draft.first)
        if named or _is_place(ground, draft):
            return False
        if is_called(word) and (singles[word] > 1 or singles["does " + word] > 0):
            return True
        if is_called(word) and _governs(ground, draft):
            return True
        return singles["acts " + word] > 0 or (singles["says " + word] > 0 and singles[word] > 1)
    if _is_institution(ground, draft) or _halves(ground, register, draft):
        return False
    given = words[0] in spellings("given_names") or draft.bare[0] in ground.borne
    if given or is_leader(parts_of(ground.name(draft.bare[0], draft.bare[1]))):
        return True
    return not _is_place(ground, draft) and (
        speaks(ground, draft)
        or _acts(ground, draft)
        or _keeps_company(ground, drafts, at)
        or _has_age(ground, draft)
        or any(singles["does " + word] for word in (words[0], words[-1]))
    )


def _is_institution(ground: Ground, draft: Draft) -> bool:
    tokens = range(draft.bare[0], draft.bare[1])
    if any(ground.reach("institution", t) or t in ground.agreements for t in tokens):
        return True
    before = draft.first - 1
    if ground.sentence_starts(draft.first):
        return False  # the word before ends another sentence, or a headline: "… in Europe"
    return bool(ground.reach("institution", before)) or (
        ground.is_capital(before)
        and ground.is_plain(before)
        and not ground.sentence_starts(before)
        and not ground.is_function_word(before)
        and not ground.owns(before)
    )


def _is_place(ground: Ground, draft: Draft) -> bool:
    return not ground.sentence_starts(draft.first) and ground.follows(
        "place", draft.first, within=2
    )


def speaks(ground: Ground, draft: Draft) -> bool:
    """Tell whether a verb of saying stands next to a phrase."""
    if draft.first in ground.said:
        return True
    return _past_small(ground, draft.end) in ground.saying


def _past_small(ground: Ground, here: int) -> int:
    """Pass over a few small words before a verb: "Odembe kemudian juga berkata"."""
    for _ in range(NEAR):
        if here in ground.saying or not (ground.is_function_word(here) or ground.is_link(here)):
            break
        if ground.word(here).islower() and ground.reach("this", here):
            break  # "Pengesahan tersebut ditanggapi": a noun, nobody's name
        here += 1
    return here


def _acts(ground: Ground, draft: Draft) -> bool:
    """Tell whether a verb such as "signed" stands next to a phrase that does it."""
    return draft.end in ground.verbs or draft.first in ground.done or ground.is_agent(draft.first)


def _keeps_company(ground: Ground, drafts: list[Draft], at: int) -> bool:
    """Tell whether "and" ties a name to a person named just before."""
    before = drafts[at - 1] if at else None
    return bool(
        before
        and before.sort == "person"
        and before.end == drafts[at].first - 1
        and ground.joins(before.end)
    )


def _has_age(ground: Ground, draft: Draft) -> bool:
    here = draft.end
    return (
        ground.word(here) == "("
        and ground.word(here + 1).isdigit()
        and len(ground.word(here + 1)) == 2
        and ground.word(here + 2) == ")"
    )


def _halves(ground: Ground, register: Register, draft: Draft) -> bool:
    """Tell whether a joined name is two persons: "Odembe-Wanuri"."""
    return any(ground.is_dash(token) for token in range(draft.bare[0], draft.bare[1])) and all(
        register.all_called((part,)) for part in parts_of(ground.name(draft.bare[0], draft.bare[1]))
    )

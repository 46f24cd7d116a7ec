"""Roles in a duty to help: who is attacked, who helps, and renditions that turn them round."""

from __future__ import annotations

from traktat.lang import Mark
from traktat.reading.frames import Desk

OBJECT_REACH = 6  # tokens behind an attack in which its victim stands
SUBJECT_GAP = 3  # tokens between who attacks and the word for it ("one party itself commits …")
PRONOUNS = ("it", "he", "they")


def beneficiary_of(desk: Desk, first: int, end: int) -> str | None:
    """Give to whom a duty is owed: the attacked party, or each to the other."""
    attacks = _attacks(desk, first, end)
    roles = tuple(desk.page.marks.keyed("clauses", "attacked-party", first, end))
    if any(attacks is None or not _is_attacker(role, attacks) for role in roles):
        return "attacked-party"
    if any(desk.page.marks.keyed("grammar", "each_other", first, end)):
        return "each-other"
    return None


def are_inverted(desk: Desk, first: int, end: int) -> bool:
    """Tell whether a party is said to attack, and to help or be helped for it.

    An attack by a party sets off no duty to help, whoever then helps; nor does the one that
    attacks owe it where the text calls that one a party only then ("that party must …").
    """
    attacks = _attacks(desk, first, end)
    if attacks is None or _says_attacked(desk, first, attacks.first):
        return False
    roles = tuple(desk.page.marks.keyed("clauses", "attacked-party", first, end))
    if any(_is_attacker(role, attacks) for role in roles):
        return True
    if any(attacks.end <= role.first <= attacks.end + OBJECT_REACH for role in roles):
        return False  # "attacks one of the parties": a third state does
    return _next_is_the_same(desk, attacks, end)


def attacks_on_a_party(desk: Desk, first: int, end: int) -> list[Mark]:
    """List the word for an attack by somebody else: a third state launches it on a party."""
    attacks = _attacks(desk, first, end)
    return [attacks] if attacks and not are_inverted(desk, first, end) else []


def _says_attacked(desk: Desk, first: int, end: int) -> bool:
    """Tell whether an attack on a party was told of before the one by a party."""
    marks = desk.page.marks.within("clauses", first, end)
    return any(desk.group(mark) == "trigger" for mark in marks)


def _attacks(desk: Desk, first: int, end: int) -> Mark | None:
    return next(iter(desk.page.marks.keyed("clauses", "aggressor", first, end)), None)


def _is_attacker(role: Mark, attacks: Mark) -> bool:
    return 0 <= attacks.first - role.end < SUBJECT_GAP


def _next_is_the_same(desk: Desk, attacks: Mark, end: int) -> bool:
    """Tell whether the first role behind an attack is that of the party that attacks."""
    roles = [
        (mark.first, mark.key == "same-party")
        for mark in desk.page.marks.within("clauses", attacks.end, end)
        if mark.key in ("same-party", "other-party")
        and not _names_the_attacked(desk, attacks, mark)
    ]
    roles += [(mark.first, True) for mark in _subjects(desk, attacks.end, end)]
    return bool(roles) and min(roles)[1]


def _subjects(desk: Desk, first: int, end: int) -> list[Mark]:
    """List the pronouns that open a clause and stand before a modal verb: ", it must"."""
    words = desk.page.tokens.words
    return [
        mark
        for key in PRONOUNS
        for mark in desk.page.marks.keyed("grammar", key, first, end)
        if (mark.first == first or not words[mark.first - 1][0].isalnum())
        and desk.has_force(mark.end, mark.end + 1)
    ]


def _names_the_attacked(desk: Desk, attacks: Mark, role: Mark) -> bool:
    """Tell whether a role only says whom the attack is on: "against another state"."""
    near = role.first - attacks.end <= OBJECT_REACH
    return near and not desk.has_force(role.end, role.end + OBJECT_REACH)

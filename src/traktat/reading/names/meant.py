"""Who is meant among mentions: states, those who act, several."""

from __future__ import annotations

from dataclasses import replace

from traktat.facts.tables import table
from traktat.model.kinds import NameKind
from traktat.reading.mentions import NameMention

ACTORS = (NameKind.PERSON, NameKind.STATE, NameKind.ORGAN, NameKind.ORGANISATION, NameKind.GROUP)


def only_describe(found: list[NameMention]) -> bool:
    """Tell whether none of several states does anything: "the Rome accord", "a Norland colony"."""
    return all(mention.attributive for mention in found)


def can_own(mention: NameMention) -> bool:
    """Tell whether something can be said to be theirs: no agency, and nobody told of as several."""
    return mention.sort is not NameKind.AGENCY and not mention.members


def is_state(mention: NameMention) -> bool:
    """Tell whether one state or organization is named."""
    return mention.sort in (NameKind.STATE, NameKind.ORGANISATION) and not mention.members


def by_state(mentions: list[NameMention]) -> list[NameMention]:
    """List one mention for each state, also for states only named through their persons."""
    out: dict[str, NameMention] = {}
    for mention in mentions:
        if mention.key.startswith("NSA:"):
            out.setdefault(mention.key, mention)
        elif mention.state and can_own(mention) and (mention.state not in out or is_state(mention)):
            out[mention.state] = as_state(mention)
    return list(out.values())


def one_state(found: list[NameMention]) -> NameMention:
    """Give the state a sentence is about: the first that acts in it."""
    return next((m for m in found if not m.attributive), found[0])


def as_state(mention: NameMention) -> NameMention:
    """Give a mention of the state somebody acts for."""
    if is_state(mention):
        return mention
    assert mention.state is not None
    return replace(mention, name=mention.state, key=mention.state, sort=NameKind.STATE, office=None)


def as_bloc(mention: NameMention) -> NameMention:
    """Give a mention of the organization somebody acts for."""
    code = mention.state or mention.key
    return replace(
        mention, name=code, key=code, state=code, sort=NameKind.ORGANISATION, office=None
    )


def lends(mention: NameMention) -> bool:
    """Tell whether a bank of states is named: none of "the two countries"."""
    return bool(table("organisations").get(mention.state or mention.key, {}).get("lends"))


def is_many(mention: NameMention) -> bool:
    """Tell whether one mention stands for many: a group, or persons told of together."""
    return mention.sort is NameKind.GROUP or (
        bool(mention.members) and mention.sort is NameKind.PERSON
    )


def plural_among(mentions: list[NameMention]) -> list[NameMention]:
    """Give the several actors of one sentence, or the one that can be many."""
    actors = [m for m in mentions if m.sort in ACTORS and not m.attributive]
    for mention in actors:
        if mention.sort is NameKind.GROUP or mention.members:
            return [mention]
    persons = distinct([m for m in actors if m.sort is NameKind.PERSON])
    states = nations(actors)
    if len(persons) >= 2:
        return persons[:2]
    if len(states) >= 2:
        return states
    return [m for m in actors if m.sort is not NameKind.PERSON][:1]


def nations(mentions: list[NameMention]) -> list[NameMention]:
    """List the states and organisations that act in a sentence."""
    acting = [m for m in mentions if is_state(m) and not (m.attributive or m.pronoun)]
    return distinct(acting)


def distinct(mentions: list[NameMention]) -> list[NameMention]:
    """List mentions, those of one only once."""
    return list({mention.key: mention for mention in mentions}.values())

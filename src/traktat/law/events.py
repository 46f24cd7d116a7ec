"""Events: what a drill can suppose to happen, and which triggers of a clause each one meets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from traktat.errors import InputError
from traktat.sentences import sentence


class Event(StrEnum):
    """Something that may call a clause into play."""

    ARMED_ATTACK = "armed-attack"
    WAR_DECLARED = "war-declared"
    SANCTIONS = "sanctions"
    ADVERSE_TREATY = "adverse-treaty"
    CONSULTATION_REQUEST = "consultation-request"
    WITHDRAWAL_NOTICE = "withdrawal-notice"
    JOINT_EXERCISE = "joint-exercise"


class Match(StrEnum):
    """How well an event meets what a clause makes its trigger."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


# The words of trigger keys that an event surely meets, and those it only may meet.
_MEETS: dict[Event, frozenset[str]] = {
    Event.ARMED_ATTACK: frozenset({"attack", "aggression", "invasion", "war", "threat"}),
    Event.WAR_DECLARED: frozenset({"war", "threat"}),
    Event.CONSULTATION_REQUEST: frozenset({"request"}),
}
_MAY_MEET: dict[Event, frozenset[str]] = {
    Event.WAR_DECLARED: frozenset({"attack", "aggression", "invasion"}),
    Event.CONSULTATION_REQUEST: frozenset({"attack", "aggression", "invasion", "war", "threat"}),
}
# Trigger keys of a clause that, by its letter, serves the attacker instead of the attacked.
_INVERTED = frozenset({"aggressor", "attacker"})

_NEED_TARGET = frozenset({Event.ARMED_ATTACK, Event.WAR_DECLARED, Event.SANCTIONS})

SECURITY_COUNCIL = frozenset({"UN", "UNSC"})  # who can adopt measures that bind all (Charter 25)


@dataclass(frozen=True, slots=True)
class Question:
    """What is supposed to happen: the event, who does it, to whom, and on which day.

    For an adverse treaty `on` is the party whose interests that treaty infringes.
    """

    event: Event
    by: str
    on: str | None
    day: date

    def shown(self) -> Mapping[str, str]:
        """Give the question as it is printed beside its answer."""
        asked = {"event": self.event.value, "by": self.by, "on": self.on or ""}
        return {**asked, "date": self.day.isoformat()}


def question(event: str, by: str, on: str | None, day: date) -> Question:
    """Check what a caller asks, and raise `InputError` for what cannot be answered."""
    try:
        kind = Event(event)
    except ValueError:
        raise InputError(
            sentence("no such event: {event:quoted}", event=event),
            hint=sentence("Choose one of: {events:event}.", events=tuple(Event)),
        ) from None
    if not by:
        raise InputError(
            sentence("nobody is said to act"), hint=sentence("Name who acts with --by CODE.")
        )
    if kind in _NEED_TARGET and not on:
        raise InputError(
            sentence("{event:event} needs a target", event=event),
            hint=sentence("Name whom it strikes with --on CODE."),
        )
    if by == on:
        raise InputError(
            sentence("{by} cannot act against itself", by=by),
            hint=sentence("Give --by and --on two codes."),
        )
    return Question(kind, by, on or None, day)


def meets(event: Event, trigger: str | None) -> Match:
    """Tell whether an event meets a trigger; a trigger nobody tells may be met.

    >>> meets(Event.ARMED_ATTACK, "armed-invasion").value
    'yes'
    >>> meets(Event.WAR_DECLARED, "armed-attack").value
    'maybe'
    """
    words = _words(trigger)
    if not words or words & _MAY_MEET.get(event, frozenset()):
        return Match.MAYBE if not words & _MEETS.get(event, frozenset()) else Match.YES
    return Match.YES if words & _MEETS.get(event, frozenset()) else Match.NO


def is_inverted(trigger: str | None) -> bool:
    """Tell whether a trigger, by its letter, makes an attacking party the one to be helped."""
    return bool(_words(trigger) & _INVERTED)


def _words(trigger: str | None) -> frozenset[str]:
    return frozenset((trigger or "").lower().split("-")) - {""}

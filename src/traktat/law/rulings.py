"""Rulings: what one clause says to one event, as a table of small functions.

Each ruling knows the side: a clause of assistance serves a party that is attacked, never one
that attacks, and a clause binds only those who are bound by the agreement.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from traktat.law.events import SECURITY_COUNCIL, Event, Match, Question, is_inverted, meets
from traktat.model.kinds import MANY, Force, ProvisionKind
from traktat.model.records import Provision
from traktat.sentences import Sentence, beside, sentence


class Tie(StrEnum):
    """Whether a state is bound by the agreement on the day."""

    BOUND = "bound"
    MAYBE = "maybe"
    NOT = "not"


class Effect(StrEnum):
    """What an event does to a clause."""

    OWED = "owed"  # it calls up a duty
    BREACHED = "breached"  # it breaks a duty
    UNTOUCHED = "untouched"


@dataclass(frozen=True, slots=True)
class Ruling:
    """The answer of one clause: its effect, who owes whom, whether it is sure, and why."""

    effect: Effect
    why: Sentence
    pairs: tuple[tuple[str, str], ...] = ()
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Scene:
    """A question set among the parties: who is bound, and who may be, on the day."""

    question: Question
    ties: tuple[tuple[str, Tie], ...]
    others: bool = False  # whether there are parties that no report names

    @property
    def members(self) -> tuple[str, ...]:
        """Give the states that are bound, or may be."""
        return tuple(code for code, tie in self.ties if tie is not Tie.NOT)

    def tie_of(self, code: str | None) -> Tie:
        """Tell whether a state is bound; an unnamed one may be, where not all are named."""
        for member, tie in self.ties:
            if member == code:
                return tie
        return Tie.MAYBE if self.others and code is not None else Tie.NOT

    def is_member(self, code: str | None) -> bool:
        """Tell whether a state is bound or may be, as far as parties are named."""
        return code in self.members

    def sure_of(self, *codes: str | None) -> bool:
        """Tell whether all of these are surely bound."""
        return all(self.tie_of(code) is Tie.BOUND for code in codes)

    def others_than(self, code: str) -> tuple[str, ...]:
        """Give the other parties, those no report names as `MULTI`."""
        named = tuple(member for member in self.members if member != code)
        return (*named, MANY) if self.others else named

    def bearers_of(self, clause: Provision, *, but: tuple[str | None, ...]) -> tuple[str, ...]:
        """Give who has to act under a clause: its bearers, or every party, but for some."""
        named = [code for code in clause.bearers if code in self.members]
        codes = named if named and MANY not in clause.bearers else [*self.members]
        left = [code for code in codes if code not in but]
        if self.others and not named:
            left.append(MANY)
        return tuple(left)


Judge = Callable[[Provision, Scene], Ruling]


def _untouched(why: Sentence) -> Ruling:
    return Ruling(Effect.UNTOUCHED, why)


def assistance(clause: Provision, scene: Scene) -> Ruling:
    """Each other party has to assist the party that is attacked."""
    asked = scene.question
    if is_inverted(clause.trigger):
        return _assistance_by_the_letter(clause, scene)
    if scene.is_member(asked.by) and not _can_be_party(scene, asked.on):
        return _untouched(
            sentence(
                "{by:state} attacks; the clause protects a party that is attacked, and no party is",
                by=asked.by,
            )
        )
    if not _can_be_party(scene, asked.on):
        return _untouched(
            sentence(
                "{on:state} is not bound by the agreement, so no party is attacked", on=asked.on
            )
        )
    owed = _owed_to_target(clause, scene, sentence("attacked"))
    if clause.force is Force.SHALL_NOT and owed.effect is Effect.OWED:
        why = sentence(
            "{why}; the clause forbids helping {by:state}, no more", why=owed.why, by=asked.by
        )
        return replace(owed, why=why)
    return owed


def _assistance_by_the_letter(clause: Provision, scene: Scene) -> Ruling:
    """A wording that helps the attacker is followed to the letter, and never as sure."""
    asked = scene.question
    if not scene.is_member(asked.by):
        return _untouched(
            sentence(
                "by this wording the clause speaks of a party that attacks, not {by:state}",
                by=asked.by,
            )
        )
    pairs = tuple((code, asked.by) for code in scene.bearers_of(clause, but=(asked.by, asked.on)))
    why = sentence(
        "by the letter of this wording {by:state}, which attacks, would be helped", by=asked.by
    )
    return Ruling(Effect.OWED if pairs else Effect.UNTOUCHED, why, pairs, sure=False)


def neutrality(clause: Provision, scene: Scene) -> Ruling:
    """Each other party has to keep out of a war that strikes one of them."""
    asked = scene.question
    if not _can_be_party(scene, asked.on):
        return _untouched(sentence("no party is attacked"))
    if scene.is_member(asked.by):
        return _untouched(
            sentence(
                "{by:state} is a party itself; neutrality is owed towards third states", by=asked.by
            )
        )
    return _owed_to_target(clause, scene, sentence("struck"))


def consultation_in_danger(clause: Provision, scene: Scene) -> Ruling:
    """The parties have to consult when one of them is attacked or threatened."""
    if not _can_be_party(scene, scene.question.on):
        return _untouched(sentence("no party is attacked or threatened"))
    return _owed_to_target(clause, scene, sentence("in danger"))


def consultation_on_request(clause: Provision, scene: Scene) -> Ruling:
    """The other parties have to consult with the party that asks for it."""
    asked = scene.question
    if not _can_be_party(scene, asked.by):
        return _untouched(
            sentence("{by:state} is not bound by the agreement and cannot call for it", by=asked.by)
        )
    match = meets(asked.event, clause.trigger) if clause.trigger else Match.YES
    debtors = scene.bearers_of(clause, but=(asked.by,))
    why = sentence("{by:state} asks for consultation", by=asked.by)
    return _owed(scene, debtors, asked.by, why, sure=match is Match.YES)


def _owed_to_target(clause: Provision, scene: Scene, how: Sentence) -> Ruling:
    asked = scene.question
    match = meets(asked.event, clause.trigger)
    if match is Match.NO:
        return _untouched(
            sentence(
                "the clause speaks of {trigger:key}, which this event is not",
                trigger=clause.trigger or "",
            )
        )
    if clause.beneficiary in scene.members and clause.beneficiary != asked.on:
        return _untouched(
            sentence(
                "the clause serves {served:state}, not {on:state}",
                served=clause.beneficiary or "",
                on=asked.on,
            )
        )
    debtors = scene.bearers_of(clause, but=(asked.by, asked.on))
    if not debtors:
        return _untouched(
            sentence(
                "{on:state} is {how}, but the only other party is {by:state} itself",
                on=asked.on,
                how=how,
                by=asked.by,
            )
        )
    why = sentence(
        "{on:state} is a party and is {how} by {by:state}", on=asked.on, how=how, by=asked.by
    )
    if not clause.trigger:
        why = beside([why, sentence("no report tells when the clause applies")], "; ")
    return _owed(scene, debtors, str(asked.on), why, sure=match is Match.YES)


def _owed(
    scene: Scene, debtors: tuple[str, ...], creditor: str, why: Sentence, *, sure: bool = True
) -> Ruling:
    """Give a duty that is sure only if its creditor and some debtor are surely bound."""
    if not debtors:
        return _untouched(_NOBODY_ELSE)
    firm = sure and scene.sure_of(creditor) and any(scene.sure_of(code) for code in debtors)
    return Ruling(Effect.OWED, why, tuple((code, creditor) for code in debtors), firm)


def _can_be_party(scene: Scene, code: str | None) -> bool:
    return scene.tie_of(code) is not Tie.NOT


Deed = Callable[[str, tuple[str, ...]], Sentence]


def _attacks(by: str, on: tuple[str, ...]) -> Sentence:
    return sentence("{by:state} turns its arms on {on:states}, and both are bound", by=by, on=on)


def _allies_against(by: str, on: tuple[str, ...]) -> Sentence:
    return sentence(
        "{by:state} makes a treaty that infringes the interests of {on:states}, and both are bound",
        by=by,
        on=on,
    )


def _sanctions(by: str, on: tuple[str, ...]) -> Sentence:
    return sentence("{by:state} puts sanctions on {on:states}, and both are bound", by=by, on=on)


def peace_among_parties(_clause: Provision, scene: Scene) -> Ruling:
    """A party that attacks another party breaks the clause."""
    return _between_parties(scene, _attacks)


def adverse_treaty(_clause: Provision, scene: Scene) -> Ruling:
    """A party that makes a treaty with a third state against another party breaks the clause."""
    return _between_parties(scene, _allies_against)


def sanctions_among_parties(_clause: Provision, scene: Scene) -> Ruling:
    """A party that puts sanctions on another party breaks the clause."""
    if scene.question.by in SECURITY_COUNCIL:
        return _untouched(_COUNCIL)
    return _between_parties(scene, _sanctions)


def _between_parties(scene: Scene, does: Deed) -> Ruling:
    """Judge a clause that forbids a party to do something to another party, and nothing else."""
    asked = scene.question
    if not _can_be_party(scene, asked.by):
        return _untouched(sentence("{by:state} is not bound by the agreement", by=asked.by))
    if asked.on is not None and not _can_be_party(scene, asked.on):
        return _untouched(
            sentence(
                "{on:state} is not a party; the clause protects parties from each other",
                on=asked.on,
            )
        )
    victims = (asked.on,) if asked.on else scene.others_than(asked.by)
    if not victims:
        return _untouched(_NOBODY_ELSE)
    why = does(asked.by, victims)
    pairs = tuple((asked.by, code) for code in victims)
    return Ruling(Effect.BREACHED, why, pairs, sure=scene.sure_of(asked.by, *victims))


def sanctions_by_others(clause: Provision, scene: Scene) -> Ruling:
    """The parties have to oppose sanctions that a third state puts on one of them."""
    asked = scene.question
    if asked.by in SECURITY_COUNCIL:
        return _untouched(_COUNCIL)
    if scene.is_member(asked.by):
        return _untouched(
            sentence("{by:state} is a party; the clause speaks of sanctions by others", by=asked.by)
        )
    if not _can_be_party(scene, asked.on):
        return _untouched(sentence("{on:state} is not a party", on=asked.on))
    debtors = scene.bearers_of(clause, but=(asked.on,))
    why = sentence(
        "{by:state}, a third state, puts sanctions on {on:state}", by=asked.by, on=asked.on
    )
    return _owed(scene, debtors, str(asked.on), why)


_NOBODY_ELSE = sentence("no other party is bound by the agreement")
_COUNCIL = sentence(
    "measures of the Security Council are not unilateral, and duties under the UN Charter prevail"
    " (UN Charter 25, 103)"
)


def notice_period(_clause: Provision, scene: Scene) -> Ruling:
    """A party that gives notice goes on owing everything until the notice has run out."""
    asked = scene.question
    if not _can_be_party(scene, asked.by):
        return _untouched(
            sentence("{by:state} is not bound by the agreement and cannot leave it", by=asked.by)
        )
    pairs = tuple((asked.by, code) for code in scene.others_than(asked.by))
    if not pairs:
        return _untouched(_NOBODY_ELSE)
    why = sentence("{by:state} stays bound until its notice has run out (VCLT 54, 70)", by=asked.by)
    return Ruling(Effect.OWED, why, pairs, sure=scene.sure_of(asked.by))


def only_allowed(clause: Provision, _scene: Scene) -> Ruling:
    """A clause of cooperation lets the parties act together; it obliges nobody on its own."""
    return _untouched(
        sentence(
            "a clause on {kind:provision} allows it, and obliges nobody to do it", kind=clause.kind
        )
    )


_ARMED = (Event.ARMED_ATTACK, Event.WAR_DECLARED)

_ROWS: tuple[tuple[ProvisionKind, tuple[Event, ...], Judge], ...] = (
    (ProvisionKind.MUTUAL_ASSISTANCE, _ARMED, assistance),
    (ProvisionKind.CONSULTATION, _ARMED, consultation_in_danger),
    (ProvisionKind.CONSULTATION, (Event.CONSULTATION_REQUEST,), consultation_on_request),
    (ProvisionKind.NON_AGGRESSION, _ARMED, peace_among_parties),
    (ProvisionKind.CEASEFIRE, _ARMED, peace_among_parties),
    (ProvisionKind.NEUTRALITY, _ARMED, neutrality),
    (ProvisionKind.NO_ADVERSE_TREATY, (Event.ADVERSE_TREATY,), adverse_treaty),
    (ProvisionKind.NO_SANCTIONS, (Event.SANCTIONS,), sanctions_among_parties),
    (ProvisionKind.OPPOSE_SANCTIONS, (Event.SANCTIONS,), sanctions_by_others),
    (ProvisionKind.WITHDRAWAL, (Event.WITHDRAWAL_NOTICE,), notice_period),
    (ProvisionKind.COOPERATION, (Event.JOINT_EXERCISE,), only_allowed),
    (ProvisionKind.ACCESS, (Event.JOINT_EXERCISE,), only_allowed),
)
JUDGES: dict[tuple[ProvisionKind, Event], Judge] = {
    (kind, event): judge for kind, events, judge in _ROWS for event in events
}


def speaks_of(clause: Provision, asked: Question) -> bool:
    """Tell whether a clause is of a kind that has something to say to an event."""
    return (clause.kind, asked.event) in JUDGES


def ruling_on(clause: Provision, scene: Scene) -> Ruling:
    """Tell what a clause says to the event, as it is worded and among those who are bound."""
    judge = JUDGES.get((clause.kind, scene.question.event))
    if judge is None:
        return _untouched(
            sentence(
                "a clause on {kind:provision} does not speak of {event:event}",
                kind=clause.kind,
                event=scene.question.event,
            )
        )
    ruling = judge(clause, scene)
    if ruling.effect is Effect.OWED and clause.force is Force.MAY:
        return _untouched(sentence("the clause allows it and does not require it"))
    return ruling

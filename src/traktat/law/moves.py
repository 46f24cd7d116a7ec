"""Moves: what one step does to the course of an agreement.

Each is a small function of course, step and setting; the first sentence of its docstring is
the reason that users are shown. `law.rules` says which move fits which step.
"""

from __future__ import annotations

from dataclasses import replace

from traktat.law.courses import Course, Place, rung_of
from traktat.law.settings import Setting
from traktat.law.steps import Step
from traktat.model.kinds import ActKind, AgreementStatus, PartyStatus


def text_is_fixed(course: Course, _step: Step, _setting: Setting) -> Course:
    """Adopting or initialling fixes the text; it binds nobody yet."""
    return replace(course, text=True)


def signature(course: Course, step: Step, _setting: Setting) -> Course:
    """A signature fixes the text and forbids defeating it; it does not bring it into force."""
    signed = replace(course, text=True, signed=True)
    return signed.moving(
        step.doers, lambda place: replace(place.raised(PartyStatus.SIGNED), signed=True)
    )


def one_chamber_approves(course: Course, step: Step, _setting: Setting) -> Course:
    """One chamber of two has approved; it is a step at home, and the other is still missing."""

    def approved(place: Place) -> Place:
        chamber = step.act.chamber
        both = place.chambers | ({chamber} if chamber else frozenset())
        rung = PartyStatus.APPROVED if len(both) > 1 else PartyStatus.PARTLY_APPROVED
        return replace(place.raised(rung), chambers=both)

    return replace(course, text=True).moving(step.doers, approved)


def parliament_approves(course: Course, step: Step, _setting: Setting) -> Course:
    """Parliament has approved; it is a step at home and binds nobody abroad."""
    return replace(course, text=True).moving(
        step.doers, lambda place: place.raised(PartyStatus.APPROVED)
    )


def refusal_at_home(course: Course, step: Step, _setting: Setting) -> Course:
    """A refusal at home undoes the approval, not the signature."""

    def refused(place: Place) -> Place:
        if rung_of(place.rung) >= rung_of(PartyStatus.CONSENTED) or place.bound:
            return place
        return replace(place, rung=_foot(place), perhaps_bound=False, chambers=frozenset())

    return replace(course.moving(step.doers, refused), refused=course.circle.is_pair)


def ratification_at_home(course: Course, step: Step, _setting: Setting) -> Course:
    """A ratification completed at home is no consent to be bound until it is made known abroad."""
    return replace(course, text=True).moving(
        step.doers, lambda place: place.raised(PartyStatus.RATIFIED)
    )


def exchange_of_instruments(course: Course, step: Step, setting: Setting) -> Course:
    """Exchanging the instruments establishes the consent of both sides."""
    return _consent(course, step, setting)


def deposit_of_instrument(course: Course, step: Step, setting: Setting) -> Course:
    """Depositing its instrument establishes the consent of a party."""
    return _consent(course, step, setting)


def notification_of_consent(course: Course, step: Step, setting: Setting) -> Course:
    """Notifying that its steps at home are complete establishes the consent of a party."""
    return _consent(course, step, setting)


def accession(course: Course, step: Step, setting: Setting) -> Course:
    """Acceding establishes the consent of a party that did not sign."""
    return _consent(course, step, setting)


def entry_that_reaches_back(course: Course, step: Step, setting: Setting) -> Course:
    """It applies from a day before the act, because the parties are told to have set that day."""
    return entry_into_force(course, step, setting)


def entry_into_force(course: Course, step: Step, _setting: Setting) -> Course:
    """A report tells that it entered into force, which binds every party that has consented."""
    entered = replace(course, text=True, entered=True, ended=None)
    if step.doers:
        return entered.moving(step.doers, _bound)
    return entered.moving(entered.members, _taken_in)


def provisional_application(course: Course, _step: Step, _setting: Setting) -> Course:
    """It is applied provisionally until it enters into force."""
    return replace(course, text=True, provisional=True)


def suspension(course: Course, step: Step, _setting: Setting) -> Course:
    """A suspension frees from performance while it lasts; the agreement itself goes on."""
    if not step.doers:
        return replace(course, suspended=True)
    return course.moving(step.doers, lambda place: replace(place, suspended=True))


def notice_taken_back(course: Course, step: Step, _setting: Setting) -> Course:
    """A notice may be revoked at any time before it takes effect."""
    return _resumed(course, step)


def resumption(course: Course, step: Step, _setting: Setting) -> Course:
    """With the end of the suspension the agreement is to be performed again."""
    return _resumed(course, step)


def notice_of_leaving(course: Course, step: Step, _setting: Setting) -> Course:
    """A notice of leaving changes no duty before it takes effect."""
    if not step.doers:
        return replace(course, notice=True)
    return course.moving(step.doers, lambda place: replace(place, notice=True))


def consent_taken_back(course: Course, step: Step, _setting: Setting) -> Course:
    """Before entry into force a party may revoke its ratification; its signature remains."""

    def revoked(place: Place) -> Place:
        return replace(place, rung=_foot(place), chambers=frozenset(), notice=False)

    return course.moving(step.doers, revoked)


def party_leaves(course: Course, step: Step, _setting: Setting) -> Course:
    """A party that leaves is freed; among the others the agreement goes on."""

    def left(place: Place) -> Place:
        return Place(left=True, revocable=not course.entered and _has_ratified(place))

    return course.moving(step.doers, left)


def one_of_two_leaves(course: Course, step: Step, setting: Setting) -> Course:
    """Where one of two parties leaves, the agreement is at an end."""
    return replace(party_leaves(course, step, setting), ended=AgreementStatus.TERMINATED)


def end(course: Course, _step: Step, _setting: Setting) -> Course:
    """A terminated or expired agreement frees its parties from performing it further."""
    return replace(course, ended=AgreementStatus.TERMINATED)


def end_before_force(course: Course, step: Step, setting: Setting) -> Course:
    """It was given up while reports still told of it as not in force."""
    left = party_leaves(course, step, setting) if step.kind is ActKind.WITHDRAWAL else course
    return replace(left, ended=AgreementStatus.NEVER_ENTERED)


def replaced_by_later(course: Course, _step: Step, _setting: Setting) -> Course:
    """A later agreement of the same parties on the same subject ends the earlier one."""
    return replace(course, ended=AgreementStatus.SUPERSEDED)


def _consent(course: Course, step: Step, setting: Setting) -> Course:
    """Raise the parties to consent, which binds them at once where nothing else is told."""
    consented = replace(course, text=True).moving(
        step.doers, lambda place: place.raised(PartyStatus.CONSENTED)
    )
    if not course.entered or _binds_later(step, setting):
        return consented
    return consented.moving(step.doers, _presumed)


def _binds_later(step: Step, setting: Setting) -> bool:
    """Tell whether a report gives a day of effect, a delay, or a plan for a party joining late."""
    ahead = setting.plans.ahead(ActKind.ENTRY_INTO_FORCE)
    return (
        step.act.effective_on is not None
        or (setting.terms is not None and setting.terms.delay is not None)
        or any(code in plan.states for plan in ahead for code in step.doers)
    )


def _presumed(place: Place) -> Place:
    return place if place.bound else replace(place, bound=True, presumed=True)


def _bound(place: Place) -> Place:
    return replace(place.raised(PartyStatus.CONSENTED), bound=True, presumed=False)


def _taken_in(place: Place) -> Place:
    """Bind a party at an entry into force that names nobody; surely only if it has consented."""
    if place.rung is PartyStatus.CONSENTED:
        return _bound(place)
    if _has_ratified(place):
        return _presumed(place)
    return place if place.bound or place.left else replace(place, perhaps_bound=True)


def _resumed(course: Course, step: Step) -> Course:
    again = replace(course, suspended=False, notice=False)
    codes = step.doers or course.members
    return again.moving(codes, lambda place: replace(place, suspended=False, notice=False))


def _foot(place: Place) -> PartyStatus:
    return PartyStatus.SIGNED if place.signed else PartyStatus.NONE


def _has_ratified(place: Place) -> bool:
    """Tell whether a party ratified, be it that no report tells of its instrument abroad."""
    return rung_of(place.rung) >= rung_of(PartyStatus.RATIFIED) and not place.left

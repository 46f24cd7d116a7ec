"""Openings: what else may hold on a day although no report says that it came about.

A standing never rests on an opening; it only shows as an alternative, with its reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from traktat.law.courses import ENDED, PENDING, Course, Place, rung_of
from traktat.law.settings import Setting
from traktat.law.steps import CONSENT, Plane, plane_of
from traktat.model.dates import OPEN_START
from traktat.model.kinds import ActKind, AgreementStatus, PartyStatus
from traktat.model.records import Proof, TimelineAct
from traktat.sentences import Sentence, stated_by

# Sorts of instrument that states often mean to bind by signature alone (VCLT 11, 12).
_SIMPLIFIED_FORMS = frozenset(
    {"memorandum", "ceasefire", "truce", "armistice", "exchange-of-notes", "arrangement"}
)


class Possible(NamedTuple):
    """A status that may hold, and the ids of the acts or clauses that leave it open."""

    status: AgreementStatus
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Opening:
    """One row of the table: when a status may hold untold, and the article."""

    find: Callable[[Course, Setting], Possible | None]
    article: str

    @property
    def sentence(self) -> Sentence:
        """Give the reason in words: the first sentence of its function."""
        return stated_by(self.find)


def clause_fulfilled(course: Course, setting: Setting) -> Possible | None:
    """What the entry clause asks for is complete, but no report says that it is in force."""
    if setting.terms is None or course.met_on is None or not _may_have_entered(course, setting):
        return None
    if setting.terms.due_on(course.met_on) > setting.day:
        return None
    return Possible(AgreementStatus.IN_FORCE, (setting.terms.clause,))


def all_consented(course: Course, setting: Setting) -> Possible | None:
    """All parties have consented and no entry clause is told: consent alone may have sufficed."""
    if setting.terms is not None or not _may_have_entered(course, setting):
        return None
    if course.before_force is not AgreementStatus.CONSENTED_BY_ALL:
        return None
    return Possible(AgreementStatus.IN_FORCE, _acts(setting, *CONSENT))


def joined_by_accession(course: Course, setting: Setting) -> Possible | None:
    """A party acceded, which most agreements allow only once they are in force."""
    acceded = _acts(setting, ActKind.ACCESSION)
    if not acceded or not _may_have_entered(course, setting):
        return None
    return Possible(AgreementStatus.IN_FORCE, acceded)


def bound_by_signature(course: Course, setting: Setting) -> Possible | None:
    """An instrument of this simple form often binds by signature alone."""
    if setting.form not in _SIMPLIFIED_FORMS or setting.terms is not None:
        return None
    if not course.signed or setting.awaits_consent() or not _may_have_entered(course, setting):
        return None
    return Possible(AgreementStatus.IN_FORCE, _acts(setting, ActKind.SIGNATURE))


def planned_entry_has_come(course: Course, setting: Setting) -> Possible | None:
    """The day planned for its entry into force has come, but no report says that it happened."""
    due = setting.plans.due(ActKind.ENTRY_INTO_FORCE)
    if not due or course.status not in PENDING or not _may_have_entered(course, setting):
        return None
    return Possible(AgreementStatus.IN_FORCE, tuple(plan.id for plan in due))


def planned_application_has_come(course: Course, setting: Setting) -> Possible | None:
    """The day planned for provisional application has come, but no report says that it began."""
    kind = ActKind.PROVISIONAL_APPLICATION
    due = setting.plans.due(kind)
    if not due or course.status not in PENDING or setting.plans.denies(kind):
        return None
    if course.status is AgreementStatus.PROVISIONALLY_APPLIED:
        return None
    return Possible(AgreementStatus.PROVISIONALLY_APPLIED, tuple(plan.id for plan in due))


def notice_has_run_out(course: Course, setting: Setting) -> Possible | None:
    """Notice was given, and the time it has to run, or the day told for leaving, has come."""
    if course.status is not AgreementStatus.NOTICE_GIVEN:
        return None
    over = _notices_over(course, setting)
    return Possible(AgreementStatus.TERMINATED, over) if over else None


def planned_end_has_come(course: Course, setting: Setting) -> Possible | None:
    """The day on which it was to end has come, and no later report tells that it goes on."""
    due = [plan for plan in setting.plans.due(ActKind.TERMINATION) if not _goes_on(plan, setting)]
    if not due or not _is_running(course):
        return None
    return Possible(AgreementStatus.TERMINATED, tuple(plan.id for plan in due))


def term_has_run_out(course: Course, setting: Setting) -> Possible | None:
    """The time for which it was made has run out, and no report tells of an extension."""
    if setting.term is None or not _is_running(course) or _acts(setting, ActKind.EXTENSION):
        return None
    period, clause = setting.term
    entries = [step.last for step in setting.steps if step.kind is ActKind.ENTRY_INTO_FORCE]
    if not entries or period.after(min(entries)) > setting.day:
        return None
    return Possible(AgreementStatus.TERMINATED, (clause,))


def only_its_making_is_suspended(course: Course, setting: Setting) -> Possible | None:
    """No report says that it was in force, so only the way there may be suspended."""
    if course.status is not AgreementStatus.SUSPENDED or course.entered or course.provisional:
        return None
    return Possible(course.before_force, _acts(setting, ActKind.SUSPENSION))


def notification_may_be_consent(course: Course, setting: Setting) -> Possible | None:
    """A party notified something; it may be that its steps at home are complete."""
    told = _unclear_notifications(course, setting)
    return Possible(AgreementStatus.PARTLY_CONSENTED, told) if told else None


def notification_may_be_notice(course: Course, setting: Setting) -> Possible | None:
    """A party notified something; it may be that it means to leave."""
    told = _unclear_notifications(course, setting)
    return Possible(AgreementStatus.NOTICE_GIVEN, told) if told else None


def refusal_may_be_final(course: Course, setting: Setting) -> Possible | None:
    """One of two refused it at home, which may have been the end of it."""
    if not course.refused or course.status not in PENDING | {AgreementStatus.NEGOTIATED}:
        return None
    if course.before_force is AgreementStatus.CONSENTED_BY_ALL:
        return None
    return Possible(AgreementStatus.NEVER_ENTERED, _acts(setting, ActKind.REJECTION))


def signature_untold(course: Course, setting: Setting) -> Possible | None:
    """A party already takes its steps at home, so it may be signed, though no report says so."""
    if course.status is not AgreementStatus.NEGOTIATED:
        return None
    at_home = [
        code for code in course.members if course.place_of(code).rung is not PartyStatus.NONE
    ]
    if not at_home:
        return None
    ids = tuple(step.act.id for step in setting.steps if plane_of(step.kind) is Plane.DOMESTIC)
    return Possible(AgreementStatus.SIGNED, ids)


OPENINGS: tuple[Opening, ...] = (
    Opening(clause_fulfilled, "VCLT 24(1)"),
    Opening(all_consented, "VCLT 24(2)"),
    Opening(joined_by_accession, "VCLT 15, 24(3)"),
    Opening(bound_by_signature, "VCLT 12, 24(2)"),
    Opening(planned_entry_has_come, "VCLT 24(1)"),
    Opening(planned_application_has_come, "VCLT 25(1)"),
    Opening(notice_has_run_out, "VCLT 54, 65"),
    Opening(planned_end_has_come, "VCLT 54"),
    Opening(term_has_run_out, "VCLT 54(a)"),
    Opening(only_its_making_is_suspended, "VCLT 57"),
    Opening(notification_may_be_consent, "VCLT 16(c)"),
    Opening(notification_may_be_notice, "VCLT 56(2), 65(1)"),
    Opening(refusal_may_be_final, "VCLT 18(a)"),
    Opening(signature_untold, "VCLT 14(1)"),
)


def openings_of(course: Course, setting: Setting) -> Iterator[tuple[AgreementStatus, Proof]]:
    """Give each status that may hold untold, with the act or clause and the rule behind it."""
    for opening in OPENINGS:
        found = opening.find(course, setting)
        if found is None or found.status is course.status:
            continue
        for act in found.because:
            yield found.status, Proof(act, opening.sentence, opening.article)


def party_openings(
    course: Course, code: str, setting: Setting, statuses: set[AgreementStatus]
) -> set[PartyStatus]:
    """Give what else a party's status may be, where its consent, entry or leaving is untold."""
    place = course.place_of(code)
    if course.ended is not None:
        return set()
    if place.left:
        return {PartyStatus.SIGNED} if place.revocable else set()
    if place.notice:
        return {PartyStatus.WITHDRAWN} if _notices_over(course, setting, code) else set()
    if place.bound:
        return {place.rung} if place.presumed else set()
    if _unclear_notifications(course, setting, code):
        return {PartyStatus.CONSENTED, PartyStatus.NOTICE_GIVEN}
    may_be_bound = AgreementStatus.IN_FORCE in statuses and not course.entered
    consented = place.rung is PartyStatus.CONSENTED
    of_pair = course.circle.is_pair and code in course.circle.named
    if may_be_bound and (of_pair or consented):
        return {PartyStatus.BOUND}
    if course.entered and _may_be_bound(code, place, setting):
        return {PartyStatus.BOUND}
    return set()


def _may_be_bound(code: str, place: Place, setting: Setting) -> bool:
    """Tell whether a party may be bound by an agreement in force that no report says binds it."""
    if place.rung is PartyStatus.CONSENTED:
        return setting.terms is not None and setting.terms.delay is not None
    if place.perhaps_bound:
        return not setting.plans.still_to_consent(code)
    return place.rung is PartyStatus.RATIFIED


def _notices_over(course: Course, setting: Setting, code: str | None = None) -> tuple[str, ...]:
    """Give the plan or the clause by which a notice has run out; of one party, or of any."""
    due = [
        plan.id
        for plan in setting.plans.due(ActKind.WITHDRAWAL, ActKind.TERMINATION)
        if (code is None or not plan.states or code in plan.states) and not _goes_on(plan, setting)
    ]
    if due or setting.notice is None:
        return tuple(due)
    given = [
        step.last
        for step in setting.steps
        if (step.notice or step.kind is ActKind.NOTIFICATION)
        and (code is None or code in step.doers)
    ]
    period, clause = setting.notice
    return (clause,) if given and period.after(max(given)) <= setting.day else ()


def _goes_on(plan: TimelineAct, setting: Setting) -> bool:
    """Tell whether an extension, or a notice taken back, came after a planned end was told."""
    told = max((when.last for when in plan.reported_on), default=OPEN_START)
    kinds = (ActKind.EXTENSION, ActKind.RESUMPTION)
    return any(step.kind in kinds and step.last > told for step in setting.steps)


def _may_have_entered(course: Course, setting: Setting) -> bool:
    """Tell whether nothing speaks against its being in force: no entry told, denied or ahead."""
    if course.entered or course.status in ENDED:
        return False
    kind = ActKind.ENTRY_INTO_FORCE
    ahead = setting.plans.ahead(kind) and not setting.plans.due(kind)
    return not (ahead or setting.plans.denies(kind))


def _unclear_notifications(
    course: Course, setting: Setting, code: str | None = None
) -> tuple[str, ...]:
    """Give the notifications, of one party or any, that nothing shows to be consent or notice."""
    if course.entered or course.is_over or course.notice or course.suspended:
        return ()
    return tuple(
        step.act.id
        for step in setting.steps
        if step.kind is ActKind.NOTIFICATION
        and not step.notice
        and (code is None or code in step.doers)
        and all(_is_unmoved(course.place_of(doer)) for doer in step.doers)
    )


def _is_unmoved(place: Place) -> bool:
    higher = rung_of(place.rung) >= rung_of(PartyStatus.APPROVED)
    return not (higher or place.notice or place.suspended or place.left or place.bound)


def _is_running(course: Course) -> bool:
    return course.status not in ENDED and (course.entered or course.provisional)


def _acts(setting: Setting, *kinds: ActKind) -> tuple[str, ...]:
    found = [step.act.id for step in setting.steps if step.kind in kinds]
    return tuple(dict.fromkeys(found))

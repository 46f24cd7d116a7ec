"""Rules: which move fits which step, under which condition and article, as one table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from traktat.law import moves
from traktat.law.courses import Course, rung_of
from traktat.law.settings import Setting
from traktat.law.steps import LEAVING, Step
from traktat.model.kinds import ActKind, AgreementStatus, PartyStatus
from traktat.sentences import Sentence, stated_by

Move = Callable[[Course, Step, Setting], Course]
Test = Callable[[Course, Step, Setting], bool]


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table: for which acts, under which condition, what it does, and the article.

    `adds` tells that the act joins the proof of a party's status instead of replacing it.
    """

    kinds: frozenset[ActKind]
    move: Move
    article: str
    applies: Test | None = None
    adds: bool = False

    @property
    def name(self) -> str:
        """Give the name of the rule, hyphenated."""
        return self.move.__name__.strip("_").replace("_", "-")

    @property
    def sentence(self) -> Sentence:
        """Give the rule in words: the first sentence of its function."""
        return stated_by(self.move)


def _names_a_chamber(_course: Course, step: Step, _setting: Setting) -> bool:
    return step.act.chamber is not None


def _reaches_back(_course: Course, step: Step, _setting: Setting) -> bool:
    return step.reaches_back


def _announces_leaving(course: Course, step: Step, setting: Setting) -> bool:
    """Tell whether a notification is one of leaving: nobody consents to what already binds it."""
    places = [course.place_of(code) for code in step.doers]
    if course.suspended or any(place.bound or place.suspended for place in places):
        return True
    return any(setting.means_to_leave(code, step.first) for code in step.doers)


def _completes_steps(course: Course, step: Step, setting: Setting) -> bool:
    """Tell whether a notification is one of consent: steps at home or a clause lead up to it."""
    if course.circle.is_pair and len(step.doers) > 1:
        return True
    if course.entered and not course.circle.is_pair:
        awaited = setting.awaits_consent_of(step.doers)  # that others are to join says nothing
    else:
        awaited = setting.awaits_consent()
    if awaited or (setting.terms and ActKind.NOTIFICATION in setting.terms.steps):
        return True
    rungs = [rung_of(course.place_of(code).rung) for code in step.doers]
    return any(rung >= rung_of(PartyStatus.APPROVED) for rung in rungs)


def _is_notice(_course: Course, step: Step, _setting: Setting) -> bool:
    return step.notice


def _notice_runs(course: Course, step: Step, _setting: Setting) -> bool:
    noticed = course.notice or any(course.place_of(c).notice for c in step.doers or course.members)
    halted = course.suspended or any(
        course.place_of(code).suspended for code in step.doers or course.members
    )
    return noticed and not halted


def _is_under_way(course: Course, _step: Step, _setting: Setting) -> bool:
    """Tell whether there is something to suspend: signed, in force, or consented to by a party."""
    return course.entered or course.signed or course.before_force is not AgreementStatus.NEGOTIATED


def _was_awaited(course: Course, setting: Setting) -> bool:
    """Tell whether the agreement was told of as not in force, and nothing says it has been."""
    if course.entered or course.provisional or course.suspended:
        return False
    unmet = setting.terms is not None and course.met_on is None
    return course.refused or unmet or setting.plans.told_not_in_force()


def _revokes(course: Course, step: Step, setting: Setting) -> bool:
    if not step.doers or not _was_awaited(course, setting):
        return False
    rungs = [rung_of(course.place_of(code).rung) for code in step.doers]
    return min(rungs) >= rung_of(PartyStatus.RATIFIED)


def _ends_it(course: Course, step: Step, _setting: Setting) -> bool:
    """Tell whether nobody is left among whom the agreement could go on."""
    if course.circle.is_pair:
        return True
    if not step.doers:
        return step.kind is ActKind.TERMINATION
    return course.circle.is_complete and set(course.members) <= set(step.doers)


def _gives_up(course: Course, step: Step, setting: Setting) -> bool:
    return _ends_it(course, step, setting) and _was_awaited(course, setting)


def _is_of_a_party(_course: Course, step: Step, _setting: Setting) -> bool:
    return bool(step.doers)


def _replaces_this(course: Course, step: Step, setting: Setting) -> bool:
    """Tell whether a step replaces this agreement, and it had not ended before."""
    named = setting.agreement is not None and step.act.replaces == setting.agreement
    return named and not course.is_over


def _only(*kinds: ActKind) -> frozenset[ActKind]:
    return frozenset(kinds)


# Read from the top: the first row that fits a step is the rule that moves the course.
RULES: tuple[Rule, ...] = (
    Rule(_only(ActKind.TEXT_AGREED, ActKind.INITIALLING), moves.text_is_fixed, "VCLT 9, 10"),
    Rule(_only(ActKind.SIGNATURE), moves.signature, "VCLT 10, 14(1), 18(a)"),
    Rule(
        _only(ActKind.APPROVAL),
        moves.one_chamber_approves,
        "VCLT 27, 46",
        _names_a_chamber,
        adds=True,
    ),
    Rule(_only(ActKind.APPROVAL), moves.parliament_approves, "VCLT 27, 46", adds=True),
    Rule(_only(ActKind.REJECTION), moves.refusal_at_home, "VCLT 14, 18(a)"),
    Rule(_only(ActKind.RATIFICATION), moves.ratification_at_home, "VCLT 2(1)(b), 14, 16"),
    Rule(_only(ActKind.EXCHANGE), moves.exchange_of_instruments, "VCLT 16(a)"),
    Rule(_only(ActKind.DEPOSIT), moves.deposit_of_instrument, "VCLT 16(b)"),
    Rule(_only(ActKind.ACCESSION), moves.accession, "VCLT 15"),
    Rule(
        _only(ActKind.NOTIFICATION),
        moves.notice_of_leaving,
        "VCLT 56(2), 65(1), 67",
        _announces_leaving,
        adds=True,
    ),
    Rule(
        _only(ActKind.NOTIFICATION), moves.notification_of_consent, "VCLT 16(c)", _completes_steps
    ),
    Rule(
        _only(ActKind.ENTRY_INTO_FORCE), moves.entry_that_reaches_back, "VCLT 24, 28", _reaches_back
    ),
    Rule(_only(ActKind.ENTRY_INTO_FORCE), moves.entry_into_force, "VCLT 24"),
    Rule(_only(ActKind.PROVISIONAL_APPLICATION), moves.provisional_application, "VCLT 25"),
    Rule(_only(ActKind.SUSPENSION), moves.suspension, "VCLT 57, 65, 72", _is_under_way, adds=True),
    Rule(_only(ActKind.RESUMPTION), moves.notice_taken_back, "VCLT 68", _notice_runs),
    Rule(_only(ActKind.RESUMPTION), moves.resumption, "VCLT 26, 72(1)"),
    Rule(LEAVING, moves.notice_of_leaving, "VCLT 56(2), 65(1), 67", _is_notice, adds=True),
    Rule(LEAVING, moves.consent_taken_back, "VCLT 14, 18", _revokes),
    Rule(LEAVING, moves.end_before_force, "VCLT 18, 25(2)", _gives_up),
    Rule(_only(ActKind.WITHDRAWAL), moves.one_of_two_leaves, "VCLT 54, 56, 70(1)", _ends_it),
    Rule(_only(ActKind.TERMINATION), moves.end, "VCLT 54, 70(1)", _ends_it),
    Rule(LEAVING, moves.party_leaves, "VCLT 54, 55, 70(2)", _is_of_a_party),
    Rule(_only(ActKind.REPLACEMENT), moves.replaced_by_later, "VCLT 59", _replaces_this),
)


_BY_KIND: dict[ActKind, tuple[Rule, ...]] = {
    kind: tuple(rule for rule in RULES if kind in rule.kinds) for kind in ActKind
}


def rule_for(course: Course, step: Step, setting: Setting) -> Rule | None:
    """Give the first rule of the table that fits a step; none where it changes no standing."""
    for rule in _BY_KIND[step.kind]:
        if rule.applies is None or rule.applies(course, step, setting):
            return rule
    return None

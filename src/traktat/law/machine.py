"""The machine: steps in the order they were done, through the rules, to a course and its proof."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from traktat.law.clauses import EntryTerms
from traktat.law.courses import Course
from traktat.law.datings import Dated
from traktat.law.rules import Rule, rule_for
from traktat.law.settings import Setting
from traktat.law.steps import Step
from traktat.model.records import Proof

_WHOLE = ""  # the key under which the agreement's own proof is kept


@dataclass(frozen=True, slots=True)
class Outcome:
    """A course that may have been taken, and the acts that prove where it has led."""

    course: Course
    proofs: dict[str, tuple[Proof, ...]] = field(default_factory=dict)


def run(dated: Iterable[tuple[date, Step]], setting: Setting, start: Outcome) -> Outcome:
    """Take the steps one by one, and note which act and rule changed which status."""
    course, proofs = start.course, dict(start.proofs)
    for day, step in dated:
        rule = rule_for(course, step, setting)
        if rule is None:
            continue
        after = _with_terms(rule.move(course, step, setting), day, setting.terms)
        _note(proofs, course, after, step, rule)
        course = after
    return Outcome(course, proofs)


def outcomes(courses: Sequence[Dated], setting: Setting) -> list[Outcome]:
    """Run every possible course; the first is the one that holds what is sure.

    What all of them begin with is run only once.
    """
    shared = _shared_start(courses)
    start = run(courses[0][:shared], setting, Outcome(Course(setting.circle)))
    return [run(dated[shared:], setting, start) for dated in courses]


def _shared_start(courses: Sequence[Dated]) -> int:
    """Count the steps with which all courses begin."""
    shared = min(len(dated) for dated in courses)
    for dated in courses[1:]:
        pairs = zip(courses[0][:shared], dated[:shared], strict=True)
        shared = next(
            (at for at, (one, other) in enumerate(pairs) if not _is_same(one, other)), shared
        )
    return shared


def _is_same(one: tuple[date, Step], other: tuple[date, Step]) -> bool:
    return one[0] == other[0] and one[1] is other[1]


def proof_of(outcome: Outcome, dated: Dated) -> tuple[Proof, ...]:
    """Give each proof once, in the order in which the acts were done."""
    place: dict[str, int] = {}
    for index, (_, step) in enumerate(dated):
        place.setdefault(step.act.id, index)
    unique = dict.fromkeys(proof for kept in outcome.proofs.values() for proof in kept)
    return tuple(sorted(unique, key=lambda proof: (place[proof.act], proof)))


def _note(
    proofs: dict[str, tuple[Proof, ...]], before: Course, after: Course, step: Step, rule: Rule
) -> None:
    proof = Proof(step.act.id, rule.sentence, rule.article)
    for key in _changed(before, after, step):
        kept = proofs.get(key, ()) if rule.adds and key != _WHOLE else ()
        proofs[key] = (*kept, proof)


def _changed(before: Course, after: Course, step: Step) -> list[str]:
    """Name the parties that a step moved, and the agreement if its own status changed."""
    over = before.is_over != after.is_over
    codes = step.doers if step.doers and not over else tuple(after.codes)
    changed = [code for code in codes if _stands(before, code) != _stands(after, code)]
    if before.status != after.status:
        changed.append(_WHOLE)
    return changed


def _stands(course: Course, code: str) -> tuple[object, ...]:
    return course.place_of(code), course.party_status(code)


def _with_terms(course: Course, day: date, terms: EntryTerms | None) -> Course:
    """Note the day on which what the entry clause asks for was complete."""
    if terms is None or course.met_on is not None or not _are_met(course, terms):
        return course
    return replace(course, met_on=day)


def _are_met(course: Course, terms: EntryTerms) -> bool:
    codes = tuple(course.codes) if terms.count is not None else course.circle.named
    reached = [course.has_reached(code, terms.needed) for code in codes]
    if terms.count is not None:
        return sum(reached) >= terms.count
    return course.circle.is_complete and all(reached)

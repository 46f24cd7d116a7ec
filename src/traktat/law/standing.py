"""Where an agreement stands in law on a given day.

A standing is worked out each time, never stored, so that correcting one date corrects every
answer that rested on it. The status is what the acts that surely happened by the end of the
day make it; the alternatives are what vague dates, or what reports leave untold, make possible.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from traktat.law.circles import circle_of
from traktat.law.clauses import entry_terms, timing_set_by
from traktat.law.courses import PENDING
from traktat.law.datings import datings
from traktat.law.machine import Outcome, outcomes, proof_of
from traktat.law.missing import missing_on
from traktat.law.openings import openings_of, party_openings
from traktat.law.orders import narrowed_by_law
from traktat.law.plans import plans_by
from traktat.law.settings import Setting
from traktat.law.steps import steps_by
from traktat.model.kinds import AgreementStatus, PartyStatus, ProvisionKind
from traktat.model.records import Proof, Provision, Standing, TimelineAct

_LIFE = {status: place for place, status in enumerate(AgreementStatus)}
_WAY = {status: place for place, status in enumerate(PartyStatus)}


def standing_on(
    day: date,
    acts: Iterable[TimelineAct],
    *,
    parties: tuple[str, ...],
    provisions: Iterable[Provision] = (),
    kind: str | None = None,
    agreement: str | None = None,
) -> Standing:
    """Tell where an agreement stands at the end of a day, and which acts put it there.

    Acts that are not known by the day are left out, so a later act never changes the answer;
    an act whose effect was set to reach back is known from that day. `kind` is the sort of
    instrument, `agreement` the id under which an act names this agreement as replaced.
    """
    setting = _setting(day, list(acts), parties, list(provisions), (kind, agreement))
    courses = list(datings(day, list(setting.steps)))
    found = outcomes(courses, setting)
    return _standing(found, proof_of(found[0], courses[0]), setting)


def _setting(
    day: date,
    acts: list[TimelineAct],
    parties: tuple[str, ...],
    provisions: list[Provision],
    sort: tuple[str | None, str | None],
) -> Setting:
    circle = circle_of(parties)
    plans = plans_by(day, acts)
    return Setting(
        day,
        circle,
        tuple(narrowed_by_law(steps_by(day, acts, circle), circle)),
        plans,
        entry_terms(provisions, plans.planned + plans.denied),
        term=timing_set_by(ProvisionKind.DURATION, provisions),
        notice=timing_set_by(ProvisionKind.WITHDRAWAL, provisions),
        form=sort[0],
        agreement=sort[1],
    )


def _standing(found: list[Outcome], proof: tuple[Proof, ...], setting: Setting) -> Standing:
    sure = found[0].course
    status = sure.status
    others, reasons = _alternatives(found, setting)
    open_statuses = sorted(others - {status}, key=lambda other: _LIFE[other])
    return Standing(
        date=setting.day,
        status=status,
        certain=not open_statuses,
        alternatives=tuple(open_statuses),
        parties={code: sure.party_status(code) for code in sure.members},
        possible_parties=_possible_parties(found, setting, others),
        because=tuple(dict.fromkeys(item.act for item in proof)),
        proof=tuple(dict.fromkeys((*proof, *reasons))),
        subject_to=missing_on(sure, setting),
        interim_duty=status in PENDING,
    )


def _alternatives(
    found: list[Outcome], setting: Setting
) -> tuple[set[AgreementStatus], list[Proof]]:
    """Give every status some course or opening makes possible, with the reasons of the openings."""
    statuses = {outcome.course.status for outcome in found}
    reasons: list[Proof] = []
    for outcome in found:
        for status, reason in openings_of(outcome.course, setting):
            statuses.add(status)
            reasons.append(reason)
    return statuses, list(dict.fromkeys(reasons))


def _possible_parties(
    found: list[Outcome], setting: Setting, statuses: set[AgreementStatus]
) -> dict[str, tuple[PartyStatus, ...]] | None:
    """Give all places of each party that may stand at several; None where there are none."""
    codes = sorted({code for outcome in found for code in outcome.course.members})
    possible: dict[str, tuple[PartyStatus, ...]] = {}
    for code in codes:
        places = {outcome.course.party_status(code) for outcome in found}
        for outcome in found:
            places |= party_openings(outcome.course, code, setting, statuses)
        if len(places) > 1:
            possible[code] = tuple(sorted(places, key=lambda place: _WAY[place]))
    return possible or None

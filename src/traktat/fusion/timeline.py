"""The timeline: acts merged over reports, each with the sharpest date they allow together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from traktat.fusion.dossiers import Dossier, fact_id
from traktat.fusion.evidence import Voice
from traktat.fusion.happenings import FOR_EACH, OWN_STEPS, Happening, happenings_of
from traktat.fusion.origins import credibility
from traktat.fusion.successions import takes_over_on
from traktat.model.dates import OPEN_END, OPEN_START, When, narrowed, once_in, one_of
from traktat.model.findings import ActFinding
from traktat.model.kinds import MANY, ActKind, DisagreementClass, Status
from traktat.model.records import TimelineAct
from traktat.sentences import Sentence, sentence

BEFORE: tuple[tuple[ActKind, ActKind], ...] = (
    (ActKind.TEXT_AGREED, ActKind.INITIALLING),
    (ActKind.TEXT_AGREED, ActKind.SIGNATURE),
    (ActKind.INITIALLING, ActKind.SIGNATURE),
    (ActKind.SIGNATURE, ActKind.SUBMISSION),
    (ActKind.SIGNATURE, ActKind.APPROVAL),
    (ActKind.SIGNATURE, ActKind.RATIFICATION),
    (ActKind.SIGNATURE, ActKind.EXCHANGE),
    (ActKind.SIGNATURE, ActKind.DEPOSIT),
    (ActKind.SUBMISSION, ActKind.APPROVAL),
    (ActKind.APPROVAL, ActKind.RATIFICATION),
    (ActKind.RATIFICATION, ActKind.EXCHANGE),
    (ActKind.RATIFICATION, ActKind.DEPOSIT),
    (ActKind.EXCHANGE, ActKind.ENTRY_INTO_FORCE),
    (ActKind.ENTRY_INTO_FORCE, ActKind.TERMINATION),
)
"""Steps that come in this order. It bounds acts without a day, and questions those out of order."""

CERTAINTY = {Status.OCCURRED: "fact", Status.PLANNED: "possible", Status.DENIED: "denied"}


def timeline_of(dossier: Dossier) -> tuple[tuple[TimelineAct, ...], list[Happening]]:
    """Give the acts of an agreement in the order of time, and how each was put together."""
    happenings = happenings_of(dossier)
    for happening in happenings:
        _bound_by_reports(happening)
    _bound_by_order(dossier, happenings)
    _named(dossier, happenings)
    acts = sorted((act_of(dossier, one) for one in happenings), key=_time_order)
    return tuple(acts), happenings


_ORDER = {kind: place for place, kind in enumerate(ActKind)}  # the order of a treaty's life


def _time_order(act: TimelineAct) -> tuple[date, date, bool, int, str]:
    when = act.date
    first = when.first if when and when.first != OPEN_START else when.last if when else OPEN_END
    last = when.last if when else OPEN_END
    return first, last, act.status is not Status.OCCURRED, _ORDER[act.act], act.id


# Acts without a day


def _is_loose(happening: Happening) -> bool:
    when = happening.when
    return happening.status is Status.OCCURRED and (when is None or when.is_open)


def _bound_by_reports(happening: Happening) -> None:
    """What a report says has happened had happened when it came out."""
    if not _is_loose(happening):
        return
    known = [(voice.published, voice) for voice in happening.voices if voice.published]
    if known:
        day, voice = min(known, key=lambda item: (item[0], item[1].place))
        told = sentence("told by {report} of {day:day}", report=voice.report.id, day=day)
        _narrow(happening, one_of(OPEN_START, day), told)


def _bound_by_order(dossier: Dossier, happenings: Sequence[Happening]) -> None:
    """Steps without a day lie between those they follow and those they lead to."""
    steady = [one for one in happenings if one.status is Status.OCCURRED and not _is_loose(one)]
    for happening in happenings:
        if not _is_loose(happening):
            continue
        for other in steady:
            if other.when is None or not _same_hands(dossier, happening, other):
                continue
            if (other.act, happening.act) in BEFORE_ALL:
                after = sentence("after the {act:deed}", act=other.act)
                _narrow(happening, one_of(other.when.first, OPEN_END), after)
            if (happening.act, other.act) in BEFORE_ALL:
                before = sentence("before the {act:deed}", act=other.act)
                _narrow(happening, one_of(OPEN_START, other.when.last), before)


def _closure(pairs: Iterable[tuple[ActKind, ActKind]]) -> frozenset[tuple[ActKind, ActKind]]:
    """Give the pairs that follow from others: signed before approved before ratified."""
    known = set(pairs)
    while True:
        further = {(a, d) for a, b in known for c, d in known if b is c} - known
        if not further:
            return frozenset(known)
        known |= further


BEFORE_ALL = _closure(BEFORE)


def _same_hands(dossier: Dossier, one: Happening, other: Happening) -> bool:
    """Tell whether two steps bind each other: of the same side, or one of them taken together.

    Among many, a party takes its own steps before or after the agreement enters into force.
    """
    if not dossier.bilateral and {one.act, other.act} & FOR_EACH:
        return one.side == other.side
    return not one.side or not other.side or bool(set(one.side) & set(other.side))


def _narrow(happening: Happening, bound: When, reason: Sentence) -> None:
    when = happening.when or one_of(OPEN_START, OPEN_END)
    first, last = max(when.first, bound.first), min(when.last, bound.last)
    if first > last or (first, last) == (when.first, when.last):
        return
    happening.when = narrowed(when, bound) if not when.lasts else when
    happening.bounds.append(reason)


# Assembly


def _named(dossier: Dossier, happenings: Iterable[Happening]) -> None:
    """Give every act its id: what it is, whose, and the how-manieth of its kind."""
    alike: dict[tuple[str, ...], list[Happening]] = {}
    for one in happenings:
        chamber = one.chamber.value if one.chamber else ""
        key: tuple[str, ...] = (one.act.value, one.status.value, chamber, "+".join(one.side))
        alike.setdefault(key, []).append(one)
    for key, found in alike.items():
        found.sort(key=_first_day)
        for number, one in enumerate(found):
            one.id = fact_id("act-", dossier.id, *key, number)


def _first_day(happening: Happening) -> tuple[date, str]:
    first = happening.when.first if happening.when else OPEN_END
    return first, min(str(voice.place) for voice in happening.voices)


def act_of(dossier: Dossier, happening: Happening) -> TimelineAct:
    """Turn a happening into an act of the record."""
    voices = happening.voices
    found = dossier.origins.corroboration(voices)
    against = [
        voice
        for one, why in happening.rivals
        if why.sort is DisagreementClass.CONTRADICTION and why.prefer is not None
        for voice in one.voices
    ]
    opposed = dossier.origins.corroboration(against).independent
    findings = [voice.finding for voice in voices]
    dates = {voice.id: voice.finding.date.edtf for voice in voices if voice.finding.date}
    effective = [one.effective_on for one in findings if one.effective_on]
    takes_over = takes_over_on(dossier, happening)
    return TimelineAct(
        id=happening.id,
        act=happening.act,
        status=happening.status,
        chamber=happening.chamber,
        by=_actors(dossier, findings),
        states=_states(dossier, happening, findings),
        date=once_in(happening.when) if happening.when else None,
        effective_on=_sharpest(effective) or takes_over.when,
        reported_on=_reported_on(happening),
        place=commonest(one.place for one in findings),
        condition=commonest(one.condition for one in findings),
        vote=_vote(findings),
        replaces=_replaced(dossier, voices),
        because=(*happening.bounds, *takes_over.because),
        support=dossier.supports(voices, found, dates),
        origins=found.names,
        independent_origins=found.independent,
        credibility=credibility(found, opposed),
        party_organ=found.organ,
        certainty="possible" if takes_over.doubtful else CERTAINTY[happening.status],
        confidence=max(one.confidence for one in findings),
    )


def _actors(dossier: Dossier, findings: Iterable[ActFinding]) -> tuple[str, ...]:
    """Give the actors by how many reports name them; a state that acts itself is told once.

    It stands among the states of the act.
    """
    counts = Counter(name for one in findings for name in dossier.people.names(one.by))
    ranked = sorted(counts, key=lambda name: (-counts[name], name))
    codes = {*dossier.parties, *(state for one in findings for state in one.states)}
    return tuple(name for name in ranked if name not in codes)


def _states(
    dossier: Dossier, happening: Happening, findings: Sequence[ActFinding]
) -> tuple[str, ...]:
    if happening.side:
        return happening.side
    named = {state for one in findings for state in one.states}
    if happening.act in OWN_STEPS:
        return () if any(one.by for one in findings) else tuple(sorted(named))
    if happening.act in FOR_EACH and MANY in named and not dossier.bilateral:
        return (MANY,)  # who is named is there as a party, or has an act of its own
    return dossier.parties if dossier.bilateral else tuple(sorted(named))


def _reported_on(happening: Happening) -> tuple[When, ...]:
    """Give the days on which it was reported.

    What is planned or denied is so on the day its report came out: the law asks for that day.
    """
    told = {voice.finding.reported_on for voice in happening.voices}
    if happening.status is not Status.OCCURRED:
        told |= {voice.report.published for voice in happening.voices}
    return tuple(sorted((when for when in told if when), key=lambda when: when.edtf))


def _sharpest(values: Iterable[When]) -> When | None:
    ranked = sorted(set(values), key=lambda when: (when.days, when.edtf))
    return ranked[0] if ranked else None


def commonest(values: Iterable[str | None]) -> str | None:
    """Give the value most findings give; the longer, then the first by its letters among equals."""
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], -len(value), value), default=None)


def _vote(findings: Iterable[ActFinding]) -> str | None:
    votes = sorted({one.vote for one in findings if one.vote})
    counted = [vote for vote in votes if any(map(str.isdigit, vote))]
    return next(iter(counted or votes), None)


def _replaced(dossier: Dossier, voices: Iterable[Voice[ActFinding]]) -> str | None:
    """Give the record of the agreement that is replaced, or the name it has where it has none."""
    found: list[str | None] = []
    for voice in voices:
        key = voice.finding.replaces
        if not key:
            continue
        names = [
            name
            for other in dossier.evidence[voice.report.id].agreements
            if other.finding.key == key
            for name in other.finding.names[:1]
        ]
        found.append(dossier.homes.get(f"{voice.report.id}#{key}", names[0] if names else None))
    return commonest(found)

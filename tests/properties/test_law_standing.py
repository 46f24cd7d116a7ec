"""Laws of the standing: what no act, copy or order of acts may ever change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import make_provision
from traktat.law import changes, party_steps, standing_on
from traktat.model.dates import When, from_to, on, one_of
from traktat.model.kinds import ActKind, Chamber, PartyStatus, Status
from traktat.model.records import Provision, Standing, TimelineAct

START = date(2020, 1, 1)
SPAN = 40  # days; short, so that acts crowd and overlap
CIRCLES = (("AAA", "BBB"), ("AAA", "BBB", "CCC"), ("AAA", "BBB", "MULTI"), ("MULTI",), ())
EARLIER_OR_LATER = ("date", "effective_on")

days = st.integers(0, SPAN).map(lambda offset: START + timedelta(days=offset))


@st.composite
def whens(draw: st.DrawFn) -> When:
    first, last = sorted((draw(days), draw(days)))
    return draw(st.sampled_from([on(first), one_of(first, last), from_to(first, last)]))


@st.composite
def acts(draw: st.DrawFn, statuses: tuple[Status, ...] = tuple(Status)) -> TimelineAct:
    return TimelineAct(
        id=f"{draw(st.integers(0, 10**9)):09d}",
        act=draw(st.sampled_from(list(ActKind))),
        status=draw(st.sampled_from(statuses)),
        chamber=draw(st.sampled_from([None, None, *Chamber])),
        states=draw(
            st.sampled_from(
                [(), ("AAA",), ("BBB",), ("AAA", "BBB"), ("CCC",), ("MULTI",), ("AAA", "MULTI")]
            )
        ),
        date=draw(st.none() | whens()),
        effective_on=draw(st.none() | st.none() | whens()),
        reported_on=draw(st.lists(whens(), max_size=2).map(tuple)),
        replaces=draw(st.sampled_from([None, "this"])),
        certainty=draw(st.sampled_from(["fact", "fact", "fact", "possible"])),
        condition=draw(st.sampled_from([None, "exchange", "2-ratifications"])),
    )


timelines = st.lists(acts(), max_size=7, unique_by=lambda act: act.id)
clauses = st.lists(
    st.sampled_from(
        [
            make_provision("entry-into-force", id="e", trigger="exchange"),
            make_provision("entry-into-force", id="n", trigger="5-days-after-2nd-ratification"),
            make_provision("duration", trigger="10-days"),
            make_provision("withdrawal", trigger="7-days-notice"),
        ]
    ),
    max_size=2,
    unique_by=lambda clause: clause.id,
)
circles = st.sampled_from(CIRCLES)
forms = st.sampled_from([None, "treaty", "memorandum"])


def standing(
    day: date, known: list[TimelineAct], parties: tuple[str, ...], rest: list[Provision]
) -> Standing:
    return standing_on(day, known, parties=parties, provisions=rest, agreement="this")


def is_later(act: TimelineAct, day: date) -> bool:
    """Tell whether an act, its effect, and for plans and denials its reports, follow the day."""
    begins = [when.first for when in (act.date, act.effective_on) if when is not None]
    if act.status is not Status.OCCURRED:
        begins += [when.first for when in act.reported_on]
    return act.date is not None and min(begins) > day


@settings(max_examples=300, deadline=None)
@given(days, timelines, acts(), circles, clauses)
def test_a_later_act_never_changes_an_earlier_day(
    day: date,
    known: list[TimelineAct],
    later: TimelineAct,
    parties: tuple[str, ...],
    rest: list[Provision],
) -> None:
    begins = day + timedelta(days=1)
    shifted = replace(
        later,
        date=on(begins),
        effective_on=None if later.effective_on is None else on(begins + timedelta(days=3)),
        reported_on=tuple(on(max(begins, when.last)) for when in later.reported_on),
    )
    assert is_later(shifted, day)
    assert standing(day, [*known, shifted], parties, rest) == standing(day, known, parties, rest)


@given(days, timelines, st.randoms(use_true_random=False), circles, clauses)
def test_neither_order_nor_repetition_of_acts_matters(
    day: date,
    known: list[TimelineAct],
    random: object,
    parties: tuple[str, ...],
    rest: list[Provision],
) -> None:
    shuffled = [*known, *known[:3]]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    first = standing(day, known, parties, rest)
    assert standing(day, shuffled, tuple(reversed(parties)), rest[::-1]) == first
    assert party_steps(shuffled, parties) == party_steps(known, parties)


@given(days, timelines, circles, clauses)
def test_a_copy_under_another_name_changes_no_status(
    day: date, known: list[TimelineAct], parties: tuple[str, ...], rest: list[Provision]
) -> None:
    copies = [replace(act, id=f"copy-{act.id}", place="Rome") for act in known]
    one = standing(day, known, parties, rest)
    two = standing(day, [*copies, *known], parties, rest)
    assert (two.status, two.alternatives, two.parties) == (
        one.status,
        one.alternatives,
        one.parties,
    )
    assert (two.possible_parties, two.subject_to) == (one.possible_parties, one.subject_to)
    assert two.because == one.because


@given(days, timelines, circles, clauses)
def test_certain_means_that_nothing_else_is_possible(
    day: date, known: list[TimelineAct], parties: tuple[str, ...], rest: list[Provision]
) -> None:
    found = standing(day, known, parties, rest)
    assert found.certain is (found.alternatives == ())
    assert found.status not in found.alternatives
    assert len(set(found.alternatives)) == len(found.alternatives)
    for code, possible in (found.possible_parties or {}).items():
        assert len(possible) > 1
        assert found.parties.get(code, PartyStatus.NONE) in possible


@given(days, timelines, circles, clauses)
def test_what_is_told_is_proved_by_acts_that_happened(
    day: date, known: list[TimelineAct], parties: tuple[str, ...], rest: list[Provision]
) -> None:
    found = standing(day, known, parties, rest)
    happened = {act.id for act in known if act.status is Status.OCCURRED}
    assert set(found.because) <= happened
    assert {proof.act for proof in found.proof} <= {act.id for act in known} | {c.id for c in rest}
    assert (found.status != "unknown") <= bool(found.because)


# A plan can tell what an act that happened meant: a notification was one of leaving, a
# withdrawal one from an agreement not in force. Apart from these, it moves nothing.
_READ_WITH_PLANS = {ActKind.NOTIFICATION, ActKind.WITHDRAWAL, ActKind.TERMINATION}


@given(
    days,
    st.lists(acts((Status.OCCURRED,)), max_size=5, unique_by=lambda act: act.id),
    st.lists(acts((Status.PLANNED, Status.DENIED)), max_size=4, unique_by=lambda act: act.id),
    circles,
)
def test_plans_and_denials_never_change_a_status(
    day: date, done: list[TimelineAct], told: list[TimelineAct], parties: tuple[str, ...]
) -> None:
    late = [act for act in done if act.effective_on is None and act.act not in _READ_WITH_PLANS]
    joined = [replace(act, act=ActKind.RATIFICATION) if _joins(act) else act for act in late]
    one = standing(day, joined, parties, [])
    two = standing(day, [*joined, *told], parties, [])
    assert (two.status, two.parties, two.because) == (one.status, one.parties, one.because)


def _joins(act: TimelineAct) -> bool:
    """Tell whether a plan may say that an act binds only later (VCLT 24(3))."""
    return act.act in {ActKind.DEPOSIT, ActKind.ACCESSION, ActKind.EXCHANGE}


@settings(deadline=None)
@given(days, timelines, circles, clauses)
def test_the_history_has_every_change(
    day: date, known: list[TimelineAct], parties: tuple[str, ...], rest: list[Provision]
) -> None:
    found = changes(known, parties=parties, provisions=rest, agreement="this")
    now = standing(day, known, parties, rest)
    past = [item for item in found if item.date <= day]
    if not past:
        assert now.status == "unknown"
        return
    last = past[-1]
    assert (last.status, last.alternatives, last.parties, last.possible_parties) == (
        now.status,
        now.alternatives,
        now.parties,
        now.possible_parties,
    )
    assert last.subject_to == now.subject_to


_SURE_KINDS = (
    ActKind.SIGNATURE,
    ActKind.RATIFICATION,
    ActKind.EXCHANGE,
    ActKind.ENTRY_INTO_FORCE,
    ActKind.SUSPENSION,
    ActKind.RESUMPTION,
    ActKind.TERMINATION,
)


@st.composite
def vague_acts(draw: st.DrawFn) -> TimelineAct:
    kind = draw(st.sampled_from(_SURE_KINDS))
    first = START + timedelta(days=draw(st.integers(0, 4)))
    return TimelineAct(
        id=f"{draw(st.integers(0, 10**9)):09d}",
        act=kind,
        status=Status.OCCURRED,
        states=("AAA", "BBB") if kind is not ActKind.RATIFICATION else ("AAA",),
        date=one_of(first, first + timedelta(days=draw(st.integers(0, 2)))),
    )


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 6), st.lists(vague_acts(), max_size=4, unique_by=lambda act: act.act))
def test_knowing_the_days_never_leads_outside_what_was_possible(
    offset: int, vague: list[TimelineAct]
) -> None:
    """Of each sort of act one: a record keeps what may be one act of two days as one."""
    day = START + timedelta(days=offset)
    whole = standing(day, vague, ("AAA", "BBB"), [])
    possible = {whole.status, *whole.alternatives}
    for sharp in sharpened(vague):
        if keeps_the_order(sharp):
            assert standing(day, sharp, ("AAA", "BBB"), []).status in possible


def sharpened(vague: list[TimelineAct]) -> list[list[TimelineAct]]:
    """Give every way in which each act may fall on one known day."""
    choices = []
    for act in vague:
        assert act.date is not None
        count = (act.date.last - act.date.first).days + 1
        choices.append(
            [
                replace(act, date=on(act.date.first + timedelta(days=offset)))
                for offset in range(count)
            ]
        )
    return [list(world) for world in product(*choices)]


def keeps_the_order(world: list[TimelineAct]) -> bool:
    """Tell whether acts follow each other as the law has it, so far as they are told."""
    first: dict[ActKind, date] = {}
    for act in world:
        assert act.date is not None
        first[act.act] = min(first.get(act.act, act.date.first), act.date.first)
    chain = [first[kind] for kind in _SURE_KINDS if kind in first]
    return chain == sorted(chain)

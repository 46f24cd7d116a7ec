"""Laws of the drill: sides, standing and doubt, whatever the record holds."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import make_provision, make_rendition
from tests.properties.test_law_standing import START, days, timelines
from traktat.law import drill
from traktat.law.courses import OPERATIVE
from traktat.law.events import Event
from traktat.model.kinds import Force, ProvisionKind
from traktat.model.records import Drill, Provision, Record

CODES = ("AAA", "BBB", "CCC", "UN", "XXX")
TRIGGERS = (None, "armed-attack", "state-of-war", "party-becomes-aggressor", "threat")
BEARERS = ((), ("AAA",), ("AAA", "BBB"), ("MULTI",), ("ZZZ",))


@st.composite
def renditions(draw: st.DrawFn) -> object:
    return make_rendition(
        draw(st.sampled_from(["r1", "r2", "r3"])),
        trigger=draw(st.sampled_from(TRIGGERS)),
        bearers=draw(st.sampled_from(BEARERS)),
        force=draw(st.sampled_from([None, *Force])),
        flags=draw(st.sampled_from([(), (), ("roles-inverted",)])),
        origin=draw(st.sampled_from(["", "KCNA", "TASS"])),
    )


@st.composite
def provisions(draw: st.DrawFn) -> Provision:
    kind = draw(st.sampled_from(list(ProvisionKind)))
    return make_provision(
        kind.value,
        id=f"{kind.value}-{draw(st.integers(0, 99))}",
        trigger=draw(st.sampled_from(TRIGGERS)),
        bearers=draw(st.sampled_from(BEARERS)),
        force=draw(st.sampled_from([None, *Force])),
        independent_origins=draw(st.integers(0, 3)),
        renditions=tuple(draw(st.lists(renditions(), max_size=3))),
    )


@st.composite
def records(draw: st.DrawFn) -> Record:
    return Record(
        id="this",
        parties=draw(st.sampled_from([("AAA", "BBB"), ("AAA", "BBB", "CCC"), ("AAA", "MULTI")])),
        names=(),
        timeline=tuple(draw(timelines)),
        provisions=tuple(draw(st.lists(provisions(), max_size=4, unique_by=lambda one: one.id))),
    )


@st.composite
def drills(draw: st.DrawFn) -> tuple[Record, Drill]:
    record = draw(records())
    by, on = draw(st.permutations(CODES))[:2]
    event = draw(st.sampled_from(list(Event)))
    return record, drill(record, event=event.value, by=by, on=on, day=draw(days))


@settings(max_examples=120, deadline=None)
@given(drills())
def test_a_verdict_says_what_the_duties_say(answered: tuple[Record, Drill]) -> None:
    _, found = answered
    engaged = bool(found.duties or found.breaches)
    assert found.verdict in {"triggered", "not-triggered", "possible", "contested"}
    if found.verdict == "triggered":
        assert engaged
    if found.verdict == "not-triggered":
        assert not found.duties
        assert not found.breaches


@settings(max_examples=120, deadline=None)
@given(drills())
def test_what_cannot_be_in_force_obliges_nobody(answered: tuple[Record, Drill]) -> None:
    _, found = answered
    statuses = {found.standing.status, *found.standing.alternatives}
    if not statuses & OPERATIVE:
        assert found.verdict == "not-triggered"
        assert not found.duties
    if not statuses <= OPERATIVE:
        assert found.verdict != "triggered"


@settings(max_examples=120, deadline=None)
@given(drills())
def test_nobody_owes_itself_and_no_attacker_owes_its_victim(answered: tuple[Record, Drill]) -> None:
    _, found = answered
    for duty in (*found.duties, *found.breaches):
        assert duty.debtor != duty.creditor
        assert duty.why
    if found.question["event"] in {"armed-attack", "war-declared"}:
        assert all(duty.debtor != found.question["by"] for duty in found.duties)
        assert all(duty.debtor == found.question["by"] for duty in found.breaches)


@settings(max_examples=120, deadline=None)
@given(drills())
def test_every_clause_is_answered_for_once(answered: tuple[Record, Drill]) -> None:
    record, found = answered
    engaged = {duty.provision for duty in (*found.duties, *found.breaches)} - {"VCLT 56(2)"}
    untouched = [item.provision for item in found.not_triggered]
    assert len(untouched) == len(set(untouched))
    assert not engaged & set(untouched)
    clauses = {clause.id for clause in record.provisions}
    assert engaged <= clauses
    assert set(untouched) - {"VCLT 56(2)"} <= clauses


@settings(max_examples=100, deadline=None)
@given(records(), st.integers(0, 40))
def test_an_attacker_is_never_surely_helped(record: Record, offset: int) -> None:
    day = START + timedelta(days=offset)
    found = drill(record, event="armed-attack", by="AAA", on="XXX", day=day)
    if "MULTI" not in record.parties:
        assert found.verdict != "triggered"
        assert all(duty.creditor == "AAA" for duty in found.duties)


@settings(max_examples=60, deadline=None)
@given(records(), st.randoms(use_true_random=False))
def test_the_order_of_a_record_does_not_matter(record: Record, random: object) -> None:
    mixed = {}
    for part in ("timeline", "provisions"):
        values = list(getattr(record, part))
        random.shuffle(values)  # type: ignore[attr-defined]
        mixed[part] = tuple(values)
    other = Record(id=record.id, parties=record.parties, names=(), **mixed)
    asked = {"event": "armed-attack", "by": "XXX", "on": "AAA", "day": date(2020, 1, 20)}
    assert drill(other, **asked) == drill(record, **asked)  # type: ignore[arg-type]

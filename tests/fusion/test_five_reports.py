"""Five reports of one treaty: every relation between them classed, every question answered."""

from __future__ import annotations

import pytest

from tests.fusion.partnership import KIM, PUTIN, TROOPS, five
from traktat.fusion import fuse
from traktat.model.kinds import ActKind, Chamber, DisagreementClass, Status
from traktat.model.records import Disagreement, Record, TimelineAct

BY_NAME = {story.name: story.id for story in five()}


@pytest.fixture(scope="module")
def records() -> dict[str, Record]:
    return {record.id: record for record in fuse(story.reading() for story in five())}


@pytest.fixture(scope="module")
def treaty(records: dict[str, Record]) -> Record:
    return records["prk-rus-2024"]


def act(
    record: Record, kind: ActKind, status: Status = Status.OCCURRED, **more: object
) -> TimelineAct:
    found = [
        one
        for one in record.timeline
        if one.act is kind
        and one.status is status
        and all(getattr(one, name) == value for name, value in more.items())
    ]
    assert len(found) == 1, [one.id for one in found]
    return found[0]


def reports_of(disagreement: Disagreement) -> list[set[str]]:
    names = {report: name for name, report in BY_NAME.items()}
    return [{names[one.report] for one in value.support} for value in disagreement.values]


RELATIONS = [
    (
        "X01 another judgment",
        "claim:the treaty is new:stance:RUS",
        "change-of-line",
        "change-of-line",
    ),
    ("X03 force", "provision:mutual-assistance:force", "contradiction", "discretion-claimed"),
    ("X04 roles", "provision:mutual-assistance:roles", "garbled-copy", "roles-inverted"),
    (
        "X05 coverage",
        "provision:mutual-assistance:qualifiers",
        "imprecision",
        "silence-is-not-denial",
    ),
    ("X05 dropped", "provision:mutual-assistance:qualifiers", "garbled-copy", "qualifier-dropped"),
    ("X06 its line", f"claim:{TROOPS}:stance:PRK", "change-of-line", "change-of-line"),
    (
        "X07 two matters",
        "claim:RUS:propositions",
        "different-propositions",
        "different-propositions",
    ),
    ("X08 contested", f"claim:{TROOPS}:stance", "contradiction", "stances-opposed"),
    ("X09 numbers", f"claim:{TROOPS}:quantity", "imprecision", "numbers-agree"),
    ("X10 last month", "act:approval:RUS:date", "different-propositions", "two-chambers"),
    ("X11 scope", "provision:no-adverse-treaty:scope", "garbled-copy", "scope-garbled"),
    ("X12 amid", "act:text-agreed:date", "anachronism", "amid-later-events"),
    ("X13 before the war", "act:signature:date", "anachronism", "older-than-its-era"),
    ("X14 this week", "act:signature:date", "recycled-text", "stale-text"),
    ("X15 just", "act:signature:date", "imprecision", "vague-recency"),
    ("X16 exchange", "act:exchange:status", "progression", "planned-then-done"),
    ("X16 in force", "act:entry-into-force:status", "progression", "planned-then-done"),
    ("X17 sanctions", "event:sanctions:RUS", "world-knowledge", "sanctions-unknown"),
    ("X18 war, operation", "event:armed-conflict:RUS+UKR", "framing", "framing"),
    ("X19 names", "name", "naming", "names-of-one-instrument"),
    (
        "X20 inside a remark",
        "statement:reference",
        "different-propositions",
        "two-agreements-in-one-remark",
    ),
    (
        "X21 report's day",
        "act:reaffirmation:date",
        "different-propositions",
        "report-day-and-event-day",
    ),
    ("X22 prepared", "act:signature:status", "different-propositions", "signed-and-prepared"),
]


@pytest.mark.parametrize(
    ("name", "about", "sort", "rule"), RELATIONS, ids=[r[0] for r in RELATIONS]
)
def test_a_relation_is_in_its_class(
    treaty: Record, name: str, about: str, sort: str, rule: str
) -> None:
    found = [one for one in treaty.disagreements if (one.about, one.rule) == (about, rule)]
    assert [one.sort for one in found] == [DisagreementClass(sort)], name
    assert found[0].why


def test_one_remark_in_two_wordings_is_one(treaty: Record) -> None:  # X02
    remarks = [one for one in treaty.statements if one.speaker == PUTIN and len(one.support) > 1]
    assert len(remarks) == 1
    assert remarks[0].uttered is not None
    assert remarks[0].uttered.edtf == "2024-06-19"


def test_the_garbled_clause_does_not_become_the_clause(treaty: Record) -> None:  # Z09, Z10
    clause = next(one for one in treaty.provisions if one.kind == "mutual-assistance")
    assert clause.bearers == ("PRK", "RUS")
    assert clause.beneficiary == "attacked-party"
    assert clause.trigger == "armed-attack"
    assert clause.timing == "without-delay"
    assert clause.qualifiers == (
        "national-law",
        "un-charter-51",
    )  # Z18: the charter holds article 51
    flags = {flag: one.report for one in clause.renditions for flag in one.flags}
    assert flags == {
        "roles-inverted": BY_NAME["ratified"],
        "qualifier-dropped": BY_NAME["reaffirmed"],
    }


def test_numbers_and_stances_stay_open(treaty: Record) -> None:
    contested = [one for one in treaty.disagreements if one.rule == "stances-opposed"]
    assert contested[0].prefer is None
    assert reports_of(contested[0]) == [
        {"ratified", "in force", "nothing new", "reaffirmed"},
        {"ratified"},
    ]


def test_steps_at_home_and_between_states_are_kept_apart(treaty: Record) -> None:  # Z03 to Z06
    lower = act(treaty, ActKind.APPROVAL, chamber=Chamber.LOWER)
    upper = act(treaty, ActKind.APPROVAL, chamber=Chamber.UPPER)
    assert [str(one.date) for one in (lower, upper)] == ["2024-10", "2024-11-06"]
    assert len(upper.support) == 2  # "parliament, last month" in the report of December
    ratified = act(treaty, ActKind.RATIFICATION, states=("RUS",))
    assert str(ratified.date) == "2024-11-09"
    assert len(ratified.support) == 3  # the law told twice, and "then signed"
    pyongyang = act(treaty, ActKind.RATIFICATION, states=("PRK",))
    assert str(pyongyang.date) == "[2024-06-19..2024-12-04]"
    assert pyongyang.because
    assert pyongyang.by == (KIM,)


def test_planned_and_done_are_both_kept(treaty: Record) -> None:
    act(treaty, ActKind.EXCHANGE, Status.PLANNED)
    act(treaty, ActKind.EXCHANGE)


def test_entry_into_force_has_one_origin_behind_four_names(treaty: Record) -> None:  # Z15
    entry = act(treaty, ActKind.ENTRY_INTO_FORCE)
    assert str(entry.date) == "2024-12-04"
    assert entry.reports == (BY_NAME["in force"],)
    outlet = next(one.outlet for one in treaty.reports if one.report in entry.reports)
    exchange = act(treaty, ActKind.EXCHANGE)
    assert {outlet, *entry.origins, *exchange.origins} == {
        "Tribunnews",
        "Asharq Al-Awsat",
        "AFP",
        "KCNA",
    }
    assert entry.independent_origins == 1
    assert entry.party_organ
    assert {one.origin for one in entry.support} == {"KCNA"}


def test_the_signature_has_at_least_four_origins(treaty: Record) -> None:  # Z16
    signed = act(treaty, ActKind.SIGNATURE)
    assert len(signed.reports) == 5
    assert signed.independent_origins >= 4
    assert signed.credibility == 1
    assert signed.place == "Pyongyang"


def test_the_clause_on_third_parties_stands_in_three_reports(treaty: Record) -> None:  # Z17
    clause = next(one for one in treaty.provisions if one.kind == "no-adverse-treaty")
    assert len({one.report for one in clause.renditions}) == 3


def test_a_vote_without_a_source_cannot_be_judged(treaty: Record) -> None:  # Z19
    lower = act(treaty, ActKind.APPROVAL, chamber=Chamber.LOWER)
    assert lower.credibility == 6


def test_who_claims_what(treaty: Record) -> None:  # Z20
    stances: dict[str, set[str]] = {}
    for claim in treaty.claims:
        if claim.topic == TROOPS:
            stances.setdefault(claim.stance, set()).add(f"{claim.by} {claim.manner or ''}".strip())
    assert stances["denies"] == {"PRK"}
    assert stances["neither"] == {"PRK hypothetical", f"{PUTIN} decline"}
    assert {"KOR confirm", "NATO confirm", "analysts presuppose", "reports report"} <= stances[
        "asserts"
    ]


def test_the_treaty_no_longer_in_force_is_the_older_one(
    treaty: Record, records: dict[str, Record]
) -> None:  # Z21
    ended = [one for one in treaty.predecessors if one.status == "terminated"]
    assert [one.parties for one in ended] == [("PRK", "SUN")]
    assert ended[0].asserted_by == PUTIN
    assert ended[0].agreement == "prk-sun"
    assert [one.act for one in records["prk-sun"].timeline] == [ActKind.TERMINATION]
    assert not [one for one in treaty.timeline if one.act is ActKind.TERMINATION]


def test_the_oldest_agreement_is_another_one(records: dict[str, Record]) -> None:
    assert sorted(records) == ["prk-rus-2024", "prk-sun", "prk-sun-1949"]


def test_nothing_is_left_to_doubt_in_linking(treaty: Record) -> None:
    assert [one for one in treaty.issues if one.code == "doubtful-link"] == []
    assert {one.report for one in treaty.links} == set(BY_NAME.values())
    assert all(one.reason and one.score > 0.5 for one in treaty.links)

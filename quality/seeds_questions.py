"""Acceptance questions, answered from the record alone and compared with the checklist's answer.

Each question of the seeds has a small function whose docstring is the answer it looks for. A
question that says `how` (a checklist of our own) is answered by the function of that name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any

from seeds_checklist import Outcome, Run
from seeds_items import STANCES, is_by  # the same mapping of stances must hold here
from seeds_matching import same_person

from traktat.model.kinds import (
    ActKind,
    AgreementStatus,
    Chamber,
    Form,
    PartyStatus,
    ProvisionKind,
    Stance,
    Status,
)
from traktat.model.records import Drill, Provision, Standing, TimelineAct
from traktat.model.spans import Span

NOT_IN_FORCE = (AgreementStatus.SIGNED, AgreementStatus.PARTLY_CONSENTED)
OTHER = "XZZ"  # the state X of a what-if: no party


def act(
    run: Run, kind: ActKind, status: Status = Status.OCCURRED, **more: object
) -> TimelineAct | None:
    """Give the main record's only act of a kind with these fields, else nothing."""
    found = [
        one
        for one in run.main.timeline
        if (one.act, one.status) == (kind, status)
        and all(getattr(one, name) == value for name, value in more.items())
    ]
    return found[0] if len(found) == 1 else None


def clauses(run: Run, kind: ProvisionKind) -> list[Provision]:
    """Give the main record's clauses of a kind."""
    return [one for one in run.main.provisions if one.kind is kind]


def documents(run: Run, reports: Iterable[str]) -> set[str]:
    """Give the documents of report ids."""
    return {run.document_of(one) for one in reports}


def proves(run: Run, standing: Standing, kind: ActKind) -> bool:
    """Tell whether an act of a kind is among those that prove a standing."""
    kinds = {one.id: one.act for one in run.main.timeline}
    return any(kinds.get(one) is kind for one in standing.because)


def may_be(standing: Standing, party: str) -> set[PartyStatus]:
    """Give all statuses a party may have on the day of a standing."""
    possible = (standing.possible_parties or {}).get(party, ())
    return {standing.parties[party], *possible}


def debtors(answer: Drill) -> set[tuple[str, str]]:
    """Give debtor and creditor of each duty of an answer."""
    return {(one.debtor, one.creditor) for one in answer.duties}


def z01(run: Run) -> tuple[bool, str]:
    """No act is known the day before the signature."""
    standing = run.main.status_on("2024-06-18")
    return standing.status is AgreementStatus.UNKNOWN, f"{standing.status} {standing.alternatives}"


def z02(run: Run) -> tuple[bool, str]:
    """Signed, subject to ratification or the exchange of its instruments, not in force."""
    standing = run.main.status_on("2024-06-19")
    subject = {"ratification", "exchange"} & set(standing.subject_to)
    right = standing.status is AgreementStatus.SIGNED and proves(run, standing, ActKind.SIGNATURE)
    return right and bool(subject), f"{standing.status} subject to {standing.subject_to}"


def z03(run: Run) -> tuple[bool, str]:
    """Signed; a Russian chamber may have approved in October and surely has by November."""
    partly = PartyStatus.PARTLY_APPROVED
    days = ("2024-09-30", "2024-10-01", "2024-11-01")
    before, may, sure = (run.main.status_on(day) for day in days)
    right = (
        partly not in may_be(before, "RUS")
        and partly in may_be(may, "RUS")
        and may_be(may, "RUS") != {partly}
        and may_be(sure, "RUS") == {partly}
        and run.main.status_on("2024-10-31").status is AgreementStatus.SIGNED
    )
    return right, f"RUS {may.parties['RUS']} → {sure.parties['RUS']}, {sure.status}"


def z04(run: Run) -> tuple[bool, str]:
    """Both Russian chambers have approved."""
    standing = run.main.status_on("2024-11-06")
    return may_be(standing, "RUS") == {PartyStatus.APPROVED}, f"RUS {standing.parties['RUS']}"


def z05(run: Run) -> tuple[bool, str]:
    """Russia has ratified at home, North Korea may or may not have; not in force."""
    standing = run.main.status_on("2024-11-09")
    right = (
        may_be(standing, "RUS") == {PartyStatus.RATIFIED}
        and PartyStatus.SIGNED in may_be(standing, "PRK")
        and standing.status in NOT_IN_FORCE
    )
    return right, f"{standing.status} {dict(standing.parties)} {standing.possible_parties}"


def z06(run: Run) -> tuple[bool, str]:
    """Not in force; North Korea ratified on some day up to the exchange."""
    standing = run.main.status_on("2024-12-03")
    ratified = act(run, ActKind.RATIFICATION, states=("PRK",))
    last = ratified.date.last if ratified and ratified.date else None
    in_force = AgreementStatus.IN_FORCE in (standing.status, *standing.alternatives)
    told = f"{standing.status} {standing.alternatives}, PRK ratified by {last}"
    return not in_force and last == date(2024, 12, 4), told


def z07(run: Run) -> tuple[bool, str]:
    """In force by the exchange of instruments in Moscow."""
    standing = run.main.status_on("2024-12-04")
    exchange = act(run, ActKind.EXCHANGE)
    right = standing.status is AgreementStatus.IN_FORCE and standing.certain
    where = exchange.place if exchange else None
    return right and where in ("Moskow", "Moscow"), f"{standing.status}, exchange in {where}"


def z08(run: Run) -> tuple[bool, str]:
    """On no day from October to 8 November was it in force; the interim duty held on all."""
    first, last = date(2024, 10, 1), date(2024, 11, 8)
    days = [first + timedelta(n) for n in range((last - first).days + 1)]
    standings = [run.main.status_on(day) for day in days]
    right = all(one.interim_duty and one.status in NOT_IN_FORCE for one in standings)
    return right, " ".join(sorted({one.status.value for one in standings}))


def z09(run: Run) -> tuple[bool, str]:
    """North Korea owes Russia help without delay under both qualifiers; Putin's word beside it."""
    answer = run.main.drill(event="armed-attack", by=OTHER, on="RUS", day="2024-12-10")
    owed = [one for one in answer.duties if (one.debtor, one.creditor) == ("PRK", "RUS")]
    right = any(
        one.timing in ("without-delay", "immediately")
        and {"un-charter-51", "national-law"} <= set(one.qualifiers)
        for one in owed
    )
    claimed = any(same_person("Vladimir Putin", one.speaker) for one in answer.discretion)
    told = f"{answer.verdict} {[(one.timing, one.qualifiers) for one in owed]} {claimed}"
    return right and claimed and answer.verdict == "triggered", told


def z10(run: Run) -> tuple[bool, str]:
    """Not triggered when Russia attacks; the wording that says otherwise is told as doubtful."""
    answer = run.main.drill(event="armed-attack", by="RUS", on=OTHER, day="2024-12-10")
    inverted = any("roles" in one or "garbled" in one or "inverted" in one for one in answer.doubts)
    right = answer.verdict == "not-triggered" and not answer.duties
    return right and inverted, f"{answer.verdict} {sorted(debtors(answer))} {answer.doubts}"


def z11(run: Run) -> tuple[bool, str]:
    """North Korea breaks the clause on third parties towards Russia."""
    answer = run.main.drill(event="adverse-treaty", by="PRK", on="RUS", day="2024-12-10")
    return _breaks(run, answer, ProvisionKind.NO_ADVERSE_TREATY, ("PRK", "RUS"))


def z12(run: Run) -> tuple[bool, str]:
    """Russia breaks the clause on mutual sanctions, which one document alone tells."""
    answer = run.main.drill(event="sanctions", by="RUS", on="PRK", day="2024-12-10")
    right, told = _breaks(run, answer, ProvisionKind.NO_SANCTIONS, ("RUS", "PRK"))
    reports = {
        one.report
        for clause in clauses(run, ProvisionKind.NO_SANCTIONS)
        for one in clause.renditions
    }
    return right and len(reports) == 1, f"{told} in {len(reports)} document"


def _breaks(
    run: Run, answer: Drill, kind: ProvisionKind, pair: tuple[str, str]
) -> tuple[bool, str]:
    known = {one.id: one.kind for one in run.main.provisions}
    broken = {(known.get(one.provision), one.debtor, one.creditor) for one in answer.breaches}
    return (kind, *pair) in broken, f"{answer.verdict} {sorted(broken, key=str)}"


def z13(run: Run) -> tuple[bool, str]:
    """Measures of the Security Council are no unilateral ones: no clause is touched."""
    answer = run.main.drill(event="sanctions", by="UN", on="PRK", day="2024-12-10")
    known = {one.id: one.kind for one in run.main.provisions}
    idle = {known.get(one.provision) for one in answer.not_triggered}
    both = {ProvisionKind.NO_SANCTIONS, ProvisionKind.OPPOSE_SANCTIONS}
    right = not answer.duties and not answer.breaches and both <= idle
    return right, f"{answer.verdict}, idle {sorted(str(one) for one in idle)}"


def z14(run: Run) -> tuple[bool, str]:
    """Signed and not in force in August: no obligation."""
    answer = run.main.drill(event="armed-attack", by="UKR", on="RUS", day="2024-08-06")
    right = answer.verdict == "not-triggered" and not answer.duties
    standing = answer.standing.status
    return right and standing is AgreementStatus.SIGNED, f"{answer.verdict} {standing}"


def z15(run: Run) -> tuple[bool, str]:
    """One document, four names, one independent origin that is an organ of a party."""
    entry = act(run, ActKind.ENTRY_INTO_FORCE)
    if entry is None:
        return False, "no single entry into force"
    outlets = {one.outlet for one in run.main.reports if one.report in entry.reports}
    names = {*outlets, *entry.origins} - {None}
    right = (len(entry.reports), len(names), entry.independent_origins) == (1, 4, 1)
    told = f"{len(entry.reports)} document, {len(names)} names, {entry.independent_origins} origin"
    return right and entry.party_organ and "KCNA" in names, told


def z16(run: Run) -> tuple[bool, str]:
    """Five documents and at least four independent groups."""
    signed = act(run, ActKind.SIGNATURE)
    if signed is None:
        return False, "no single signature"
    told = f"{len(signed.reports)} documents, {signed.independent_origins} origins"
    return len(signed.reports) == 5 and signed.independent_origins >= 4, told


def z17(run: Run) -> tuple[bool, str]:
    """Three documents tell the clause on third parties."""
    found = clauses(run, ProvisionKind.NO_ADVERSE_TREATY)
    told = documents(run, (one.report for clause in found for one in clause.renditions))
    return len(found) == 1 and told == {"000", "002", "004"}, " ".join(sorted(told))


def z18(run: Run) -> tuple[bool, str]:
    """One document has article 51, another the charter; the clause takes the sharper."""
    found = [
        (run.document_of(one.report), one.qualifiers, clause.qualifiers)
        for clause in clauses(run, ProvisionKind.MUTUAL_ASSISTANCE)
        for one in clause.renditions
    ]
    sharp = any(d == "000" and "un-charter-51" in q and "un-charter-51" in c for d, q, c in found)
    blunt = any(d == "002" and "un-charter" in q for d, q, _ in found)
    return sharp and blunt, str(sorted({(d, q) for d, q, _ in found if q}))


def z19(run: Run) -> tuple[bool, str]:
    """One document tells of the vote of the lower house, and names no origin for it.

    Where nobody is credited the record lists the report itself, by its id.
    """
    vote = act(run, ActKind.APPROVAL, chamber=Chamber.LOWER)
    if vote is None:
        return False, "no single vote"
    unstated = all(name == f"report {one}" for name in vote.origins for one in vote.reports)
    told = f"{len(vote.reports)} document, origins {vote.origins}, {vote.credibility}"
    return len(vote.reports) == 1 and unstated and vote.credibility == 6, told


def z20(run: Run) -> tuple[bool, str]:
    """Every cited claimant stands on the one proposition with its stance."""
    cited = next(one["cites"] for one in run.checklist.acceptance if one["id"] == "Z20")
    items = [run.checklist.item(one) for one in cited]
    topics = [one.topic for one in run.main.claims]
    topic = max(sorted(set(topics)), key=topics.count, default="")
    there = [one for one in run.main.claims if one.topic == topic]
    missing = [
        f"{item.id} {claimant}"
        for item in items
        for claimant in item.get("claimant")
        if not any(
            is_by(claimant, one)
            and one.stance is STANCES[item.get("stance").split(" (")[0]][0]
            and run.touches(item, one.support)
            for one in there
        )
        and item.id not in ("C08",)
    ]
    analysts = any(one.manner == "presuppose" and one.state is None for one in there)
    denied = {one.by for one in there if one.stance is Stance.DENIES}
    told = f"{topic}: missing {missing}, denied by {sorted(denied)}, analysts {analysts}"
    return not missing and analysts and denied == {"PRK"}, told


def z21(run: Run) -> tuple[bool, str]:
    """The one that ended is an older treaty, on Putin's word; the main one never ends."""
    ended = [one for one in run.main.predecessors if one.status == "terminated"]
    right = any(
        "SUN" in one.parties and same_person("Vladimir Putin", one.asserted_by or "")
        for one in ended
    )
    stays = not any(one.act is ActKind.TERMINATION for one in run.main.timeline)
    named = any("Strategis Komprehensif" in name for one in ended for name in one.names)
    told = "; ".join(f"{one.names} {one.parties} {one.asserted_by}" for one in ended)
    return right and stays and not named, told or "-"


SPEAKERS = {
    "000": {},
    "001": {"KCNA": 1, "Kim Jong Un": 1, "Vladimir Putin": 1},
    "002": {"Vladimir Putin": 3, "Andrei Rudenko": 2},
    "003": {"Vladimir Putin": 6},
    "004": {"Vladimir Putin": 1, "Kim Jong Un": 2},
}


def z22(run: Run) -> tuple[bool, str]:
    """The record's direct statements by document: whom it quotes and how often."""
    counts = {doc: speakers_quoted(run, doc) for doc in run.readings}
    right = all(
        len(counts[doc]) == len(wanted)
        and all(
            any(number == times and _is(name, one) for one, number in counts[doc].items())
            for name, times in wanted.items()
        )
        for doc, wanted in SPEAKERS.items()
    )
    return right, str(counts)


def _is(name: str, speaker: str) -> bool:
    return speaker == name or same_person(name, speaker)


def speakers_quoted(run: Run, doc: str) -> dict[str, int]:
    """Count the quotations of each speaker in a document; documents do not speak here."""
    report = run.readings[doc].report.id
    counts: dict[str, int] = {}
    for one in run.main.statements:
        if one.form is Form.DIRECT and one.speaker != "DOC":
            spans = [support.span for support in one.support if support.report == report]
            there = sum(not any(_lies_in(span, other) for other in spans) for span in spans)
            if there:
                counts[one.speaker] = counts.get(one.speaker, 0) + there
    return dict(sorted(counts.items()))


def _lies_in(span: Span, other: Span) -> bool:
    """Tell whether words are but a part of others: a fragment within what holds it."""
    return span != other and other.start <= span.start and span.end <= other.end


SEEDS: dict[str, Callable[[Run], tuple[bool, str]]] = {
    f"Z{number:02d}": globals()[f"z{number:02d}"] for number in range(1, 23)
}


def status(run: Run, question: dict[str, Any]) -> tuple[bool, str]:
    """Where it stands on a day: status, and the status of parties where the answer gives them."""
    standing = run.main.status_on(question["on"])
    parties = question.get("parties", {})
    right = standing.status == question["expect"] and all(
        may_be(standing, code) == {PartyStatus(value)} for code, value in parties.items()
    )
    return right, f"{standing.status} {dict(standing.parties)}"


def what_if(run: Run, question: dict[str, Any]) -> tuple[bool, str]:
    """What an event would oblige whom to do: verdict, kind of clause, debtor and creditor."""
    answer = run.main.drill(
        event=question["event"], by=question["by"], on=question["target"], day=question["on"]
    )
    known = {one.id: one.kind.value for one in run.main.provisions}
    owed = sorted(
        {(known.get(one.provision, ""), one.debtor, one.creditor) for one in answer.duties}
    )
    broken = sorted({(known.get(one.provision, ""), one.debtor) for one in answer.breaches})
    right = answer.verdict == question["expect"]
    right &= all(tuple(one) in owed for one in question.get("duties", ()))
    right &= all(tuple(one) in broken for one in question.get("breaches", ()))
    return right, f"{answer.verdict} duties {owed} breaches {broken}"


def corroboration(run: Run, question: dict[str, Any]) -> tuple[bool, str]:
    """How many documents and independent origins stand behind an act."""
    more = {name: question[name] for name in ("chamber",) if name in question}
    if "states" in question:
        more["states"] = tuple(question["states"])
    found = act(run, ActKind(question["act"]), **more)
    if found is None:
        return False, "no such single act"
    told = (len(found.reports), found.independent_origins)
    return told == tuple(question["expect"]), f"{told[0]} documents, {told[1]} origins"


HOW = {"status": status, "what-if": what_if, "corroboration": corroboration}


def outcomes(run: Run) -> list[Outcome]:
    """Ask every question of the checklist."""
    out = []
    for one in run.checklist.acceptance:
        if "how" in one:
            right, told = HOW[one["how"]](run, one)
        else:
            right, told = SEEDS[one["id"]](run)
        out.append(Outcome(one["id"], right, str(one.get("answer", one.get("expect"))), told))
    return out

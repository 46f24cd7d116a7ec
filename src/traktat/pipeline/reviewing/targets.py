"""What a person can judge: findings, reports, ties, agreements and persons, by their ids."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from traktat.errors import BadJudgement, NotFound
from traktat.fusion.corrections import listed, stated
from traktat.fusion.rulings import PERSON, TIE, digest_of, evidence_digest
from traktat.model.findings import AgreementFinding, Finding, Reading, finding_id
from traktat.model.records import Link, Record, Support
from traktat.pipeline.agreements import Agreements
from traktat.sentences import sentence
from traktat.store.base import Store

PARTS = ("timeline", "provisions", "statements", "claims", "disagreements")


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One thing a judgement can be about.

    `evidence` is the digest of the characters it rests on, `said` what was read there;
    `finding` the finding itself, where it is one, in the report of that reading.
    """

    about: str
    evidence: str = ""
    said: tuple[tuple[str, str], ...] = ()
    finding: Finding | None = None
    reading: Reading | None = None


def findings_named(identity: str, agreements: Agreements) -> tuple[Target, ...]:
    """Give the findings an id names: one of them, or all that stand behind an item of a record."""
    found = tuple(_findings(identity, agreements)) or tuple(_of_item(identity, agreements))
    if not found:
        raise NotFound(
            sentence(
                "no finding, act, clause, statement or claim {identity:quoted} in the store",
                identity=identity,
            ),
            hint=sentence("`traktat show --json` and `traktat review --list` print the ids."),
        )
    return found


def _findings(identity: str, agreements: Agreements) -> Iterator[Target]:
    report, _, key = identity.rpartition(":")
    reports = [report] if report else agreements.store.reports_of(key)
    seen: set[str] = set()
    for reading in agreements.store.readings(reports):
        for finding in reading.findings:
            about = f"{reading.report.id}:{key}"
            if finding_id(finding) == key and about not in seen:
                seen.add(about)
                yield target_of(reading, finding)


def target_of(reading: Reading, finding: Finding) -> Target:
    """Give what a judgement on a finding rests on."""
    return Target(
        about=f"{reading.report.id}:{finding_id(finding)}",
        evidence=evidence_digest(reading.report, finding),
        said=stated(finding),
        finding=finding,
        reading=reading,
    )


def _of_item(identity: str, agreements: Agreements) -> Iterator[Target]:
    for record_id in agreements.store.records_holding(identity):
        record = agreements.store.record(record_id)
        if record is not None:
            for report, key in supports_of(record, identity):
                yield from _findings(f"{report}:{key}", agreements)


def supports_of(record: Record, item: str) -> tuple[tuple[str, str], ...]:
    """Give report and finding of all that stands behind an item of a record."""
    found: dict[tuple[str, str], None] = {}
    for part in PARTS:
        for one in getattr(record, part):
            if one.id == item:
                found.update(dict.fromkeys(anchors(one)))
    return tuple(found)


def anchors(item: object) -> Iterator[tuple[str, str]]:
    """Go through the findings an item of a record rests on, as report and finding."""
    for value in (item, *getattr(item, "values", ())):
        supports: tuple[Support, ...] = getattr(value, "support", ())
        for one in (*supports, *getattr(value, "renditions", ())):
            yield one.report, one.finding


def report_named(identity: str, agreements: Agreements) -> Target:
    """Give a report by its id."""
    if agreements.reading(identity) is None:
        raise NotFound(
            sentence("no report {identity:quoted} in the store", identity=identity),
            hint=sentence("`traktat show AGREEMENT reports` prints the ids of the reports."),
        )
    return Target(about=identity)


def is_report(identity: str, agreements: Agreements) -> bool:
    """Tell whether an id is that of a report."""
    return ":" not in identity and agreements.reading(identity) is not None


def agreement_named(identity: str, agreements: Agreements) -> Target:
    """Give an agreement as one report has it: by `report#key`, or by the record it stands for.

    Ids of records shift when reports come in; the characters of a report do not.
    """
    if "#" not in identity:
        record = agreements[identity]
        anchor = _anchor(record)
        found = _mention(f"{anchor.report}#{anchor.key}", agreements)
        said = (("agreement", record.id),)
    else:
        found = _mention(identity, agreements)
        said = (("agreement", identity),)
    reading, finding = found
    return Target(
        about=f"{reading.report.id}#{finding.key}",
        evidence=digest_of(reading.report.id, finding.kind, finding.span),
        said=(*said, ("quote", finding.quote)),
    )


def _anchor(record: Record) -> Link:
    if not record.links:
        raise BadJudgement(sentence("nothing links {id} to a report", id=record.id))
    return min(record.links, key=lambda one: (-one.score, one.report, one.key))


def _mention(identity: str, agreements: Agreements) -> tuple[Reading, AgreementFinding]:
    report, _, key = identity.partition("#")
    reading = agreements.reading(report)
    for finding in reading.findings if reading else ():
        if isinstance(finding, AgreementFinding) and finding.key == key and reading:
            return reading, finding
    raise NotFound(
        sentence("no report speaks of an agreement as {identity:quoted}", identity=identity),
        hint=sentence(
            "Write it as REPORT#KEY, such as the `links` of `traktat show AGREEMENT --json` give."
        ),
    )


def person_named(identity: str, agreements: Agreements) -> Target:
    """Give a person by a name that some report has."""
    name = identity.removeprefix(PERSON)
    if not is_named(name, agreements.store):
        raise NotFound(
            sentence("no report names {name:quoted}", name=name),
            hint=sentence("Write the name as `traktat show` does."),
        )
    return Target(about=f"{PERSON}{name}")


def is_named(name: str, store: Store) -> bool:
    """Tell whether a report has a name, or a correction gave it."""
    return bool(store.reports_naming(name)) or any(
        name in listed(value)
        for one in store.judgements()
        for field, value in one.changes
        if field in ("by", "speaker", "name")
    )


def tie_between(one: str, other: str, agreements: Agreements) -> Target:
    """Give the tie between two reports, whether the program found one or not."""
    for identity in (one, other):
        report_named(identity, agreements)
    if one == other:
        raise BadJudgement(sentence("a report cannot be judged against itself"))
    return Target(about=f"{TIE}{one}:{other}")

"""What each report brings to a record: its findings as voices, with judgements applied."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from traktat.fusion.rulings import Rulings
from traktat.fusion.verdicts import judged
from traktat.model.dates import OPEN_END, OPEN_START
from traktat.model.findings import (
    ActFinding,
    AgreementFinding,
    ClaimFinding,
    DateFinding,
    EventFinding,
    Finding,
    NameFinding,
    ProvisionFinding,
    Reading,
    StatementFinding,
    TimeFinding,
    finding_id,
    order,
)
from traktat.model.issues import Issue
from traktat.model.judgements import Verdict
from traktat.model.records import RecordIssue, ReportEntry, Support
from traktat.model.reports import Report

F_co = TypeVar("F_co", bound=Finding, covariant=True)


@dataclass(frozen=True, slots=True, eq=False)
class Voice(Generic[F_co]):
    """One finding of one report. `id` is the finding's id before any correction."""

    report: Report
    finding: F_co
    id: str

    @property
    def place(self) -> tuple[str, int, int, str]:
        """Give the key that sorts voices: report, then place in the text."""
        span = self.finding.span
        return self.report.id, span.start, span.end, self.id

    @property
    def published(self) -> date | None:
        """Give the last day the report can have come out."""
        return out_by(self.report)

    def support(self, value: str = "", origin: str = "") -> Support:
        """Give the anchor of this voice in its report."""
        finding = self.finding
        return Support(self.report.id, finding.span, finding.quote, self.id, value, origin)


def out_by(report: Report) -> date | None:
    """Give the last day a report can have come out; None where nothing bounds it."""
    if report.published is None or report.published.last == OPEN_END:
        return None
    return report.published.last


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Evidence:
    """One report's findings by kind. `entries` has one line for each place it was printed."""

    report: Report
    entries: tuple[ReportEntry, ...] = ()
    agreements: tuple[Voice[AgreementFinding], ...] = ()
    acts: tuple[Voice[ActFinding], ...] = ()
    provisions: tuple[Voice[ProvisionFinding], ...] = ()
    statements: tuple[Voice[StatementFinding], ...] = ()
    claims: tuple[Voice[ClaimFinding], ...] = ()
    events: tuple[Voice[EventFinding], ...] = ()
    dates: tuple[DateFinding, ...] = ()
    times: tuple[TimeFinding, ...] = ()
    names: tuple[NameFinding, ...] = ()
    issues: tuple[Issue, ...] = ()
    doubts: tuple[RecordIssue, ...] = ()
    findings: tuple[Finding, ...] = field(default=(), repr=False)


def gather(readings: Iterable[Reading], rulings: Rulings) -> dict[str, Evidence]:
    """Turn readings into evidence by report id, sorted; the same text is one report."""
    editions: dict[str, list[Reading]] = {}
    for reading in readings:
        editions.setdefault(reading.report.id, []).append(reading)
    kept = sorted(key for key in editions if not _left_out(key, rulings))
    return {key: evidence_of(editions[key], rulings) for key in kept}


def _left_out(report: str, rulings: Rulings) -> bool:
    last = rulings.last(report, (Verdict.ACCEPT, Verdict.REJECT))
    return last is not None and last.verdict is Verdict.REJECT


def evidence_of(editions: list[Reading], rulings: Rulings) -> Evidence:
    """Turn the readings of one text, wherever it was printed, into its evidence.

    The earliest printing speaks for all: relative dates count from the day a text first came out.
    """
    reading = min(editions, key=first_printed) if len(editions) > 1 else editions[0]
    voices, doubts = judged(reading.report, sorted(reading.findings, key=order), rulings)
    report = reading.report
    return Evidence(
        report=report,
        entries=_entries(editions),
        agreements=_voices(report, voices, AgreementFinding),
        acts=_voices(report, voices, ActFinding),
        provisions=_voices(report, voices, ProvisionFinding),
        statements=_voices(report, voices, StatementFinding),
        claims=_voices(report, voices, ClaimFinding),
        events=_voices(report, voices, EventFinding),
        dates=tuple(one for one, _ in voices if isinstance(one, DateFinding)),
        times=tuple(one for one, _ in voices if isinstance(one, TimeFinding)),
        names=tuple(one for one, _ in voices if isinstance(one, NameFinding)),
        issues=(*report.issues, *reading.issues),
        doubts=doubts,
        findings=tuple(one for one, _ in voices),
    )


def first_printed(reading: Reading) -> tuple[date, date, str, str, int, str]:
    """Give the key by which, of the readings of one text, the earliest printing comes first."""
    report = reading.report
    published = report.published
    first = published.first if published and published.first != OPEN_START else OPEN_END
    last = published.last if published else OPEN_END
    findings = "".join(finding_id(one) for one in reading.findings)
    return first, last, report.outlet or "\uffff", report.path, -len(reading.findings), findings


def _entries(editions: list[Reading]) -> tuple[ReportEntry, ...]:
    entries = {
        ReportEntry(
            report=one.report.id,
            path=one.report.path,
            outlet=one.report.outlet,
            title=one.report.title,
            published=one.report.published,
            language=one.report.language,
            origins=tuple(dict.fromkeys(origin.name for origin in one.report.origins)),
        )
        for one in editions
    }
    return tuple(sorted(entries, key=_entry_order))


def _entry_order(entry: ReportEntry) -> tuple[str, str, str, str]:
    published = entry.published.edtf if entry.published else "\uffff"
    return published, entry.outlet or "", entry.path, repr(entry)


S = TypeVar("S", bound=Finding)


def _voices(
    report: Report, found: list[tuple[Finding, str]], sort: type[S]
) -> tuple[Voice[S], ...]:
    voices: dict[str, Voice[S]] = {}
    for one, finding in found:
        if isinstance(one, sort):
            key = finding or finding_id(one)
            voices.setdefault(key, Voice(report, one, key))
    return tuple(voices.values())

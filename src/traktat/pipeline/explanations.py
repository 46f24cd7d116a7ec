"""Why the program says what it says: from an answer down to rules, pack entries and characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from traktat.errors import NotFound
from traktat.fusion.conflicts import Decisions
from traktat.fusion.explain import Reason, why
from traktat.fusion.rulings import in_force
from traktat.fusion.verdicts import matches
from traktat.model.findings import Finding, Reading, finding_id
from traktat.model.records import Record
from traktat.model.spans import Span
from traktat.pipeline.agreements import Agreements
from traktat.sentences import beside, sentence


@dataclass(frozen=True, slots=True)
class Ground:
    """One step of a reading: its rule, what it took from the pack, and the words it met."""

    rule: str
    entry: str
    span: Span | None
    words: str


@dataclass(frozen=True, slots=True)
class Step:
    """One reason with the path of its report and the grounds of its finding."""

    reason: Reason
    path: str = ""
    grounds: tuple[Ground, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """An answer traced back; `agreement` is the record it belongs to, if it is of one."""

    about: str
    agreement: str | None
    steps: tuple[Step, ...]

    def to_json(self) -> dict[str, Any]:
        """Give the printed form `traktat.why/1`."""
        return {
            "schema": "traktat.why/1",
            "about": self.about,
            "agreement": self.agreement,
            "steps": [_json(step) for step in self.steps],
        }


def explained(identity: str, agreements: Agreements, *, on: date | None = None) -> Explanation:
    """Explain a finding (its id or `REPORT:FINDING`), an item of a record, or a record.

    With a day, the standing of an agreement on that day is explained.
    """
    if on is not None:
        dossier = agreements[identity]
        reasons = why(dossier, "standing", dossier.status_on(on))
        return grounded(identity, dossier, reasons, agreements)
    return (
        _of_finding(identity, agreements)
        or _of_item(identity, agreements)
        or _of_record(identity, agreements)
    )


def _of_finding(identity: str, agreements: Agreements) -> Explanation | None:
    report, _, finding = identity.rpartition(":")
    reports = agreements.store.reports_of(finding)
    wanted = [one for one in reports if report in ("", one)]
    steps = []
    for reading in agreements.store.readings(wanted):
        decided = _decisions(reading, agreements)
        for item in reading.findings:
            if finding_id(item) == finding:
                place = reading.report.id, item.span, item.quote, finding
                told = grounds(reading, item)
                reason = Reason(
                    sentence("finding"), sentence("{kind:finding}", kind=item.kind), *place
                )
                steps.append(Step(reason, reading.report.path, told))
                steps += _judged(decided.get(finding, ()), reading, item)
    return Explanation(identity, None, tuple(steps)) if steps else None


def _decisions(reading: Reading, agreements: Agreements) -> Mapping[str, Decisions]:
    """Give what people decided about the findings of a reading, by finding id."""
    judgements = agreements.store.judgements()
    if not judgements:
        return {}
    return matches(reading.report, reading.findings, in_force(judgements)).of


def _judged(decisions: Decisions, reading: Reading, finding: Finding) -> Iterator[Step]:
    """Tell who decided what about a finding, when and why."""
    for one in decisions:
        changed = " ".join(f"{name}={value}" for name, value in one.changes)
        says = sentence(
            "{by}, {day:day}: {verdict} ({judgement})",
            by=one.by,
            day=one.at.date(),
            verdict=beside(
                filter(None, (sentence("{verdict:verdict}", verdict=one.verdict), changed)), " "
            ),
            judgement=one.id,
        )
        reason = Reason(
            sentence("judgement"),
            beside([says, one.why], ": ") if one.why else says,
            reading.report.id,
            finding.span,
            finding.quote,
            finding_id(finding),
        )
        yield Step(reason, reading.report.path)


def _of_item(identity: str, agreements: Agreements) -> Explanation | None:
    for record in agreements.holding(identity):
        try:
            reasons = why(record, identity)
        except NotFound:
            continue
        return grounded(identity, record, reasons, agreements)
    return None


def _of_record(identity: str, agreements: Agreements) -> Explanation:
    try:
        record = agreements[identity]
    except NotFound as error:
        raise NotFound(
            sentence("nothing with the id {identity:quoted} in the store", identity=identity),
            hint=error.hint
            if "Did you mean" in error.hint
            else sentence("`traktat show` prints the ids."),
        ) from None
    return grounded(identity, record, why(record, record.id), agreements)


def grounded(
    about: str, record: Record, reasons: Iterable[Reason], agreements: Agreements
) -> Explanation:
    """Give reasons from a record with the paths of their reports and the rules that read them."""
    known = tuple(reasons)
    wanted = {reason.report for reason in known if reason.report}
    readings = {reading.report.id: reading for reading in agreements.store.readings(wanted)}
    decided = {key: _decisions(one, agreements) for key, one in readings.items()}
    return Explanation(about, record.id, tuple(_steps(known, readings, decided)))


def _steps(
    reasons: Iterable[Reason],
    readings: Mapping[str, Reading],
    decided: Mapping[str, Mapping[str, Decisions]],
) -> Iterator[Step]:
    told_of: set[tuple[str, str]] = set()
    for reason in reasons:
        reading = readings.get(reason.report)
        if reading is None:
            yield Step(reason)
            continue
        found = (item for item in reading.findings if finding_id(item) == reason.finding)
        finding = next(found, None) if reason.finding else None
        told = grounds(reading, finding) if finding else ()
        yield Step(reason, reading.report.path, told)
        key = reason.report, reason.finding
        if finding is not None and key not in told_of:
            told_of.add(key)
            yield from _judged(decided[reason.report].get(reason.finding, ()), reading, finding)


def grounds(reading: Reading, finding: Finding) -> tuple[Ground, ...]:
    """Give the rules that led to a finding, with the words each met."""
    text = reading.report.text
    return tuple(
        Ground(step.rule, step.entry, step.span, step.span.of(text) if step.span else "")
        for step in finding.because
    )


def _json(step: Step) -> dict[str, Any]:
    reason = step.reason
    return {
        "step": reason.step,
        "says": reason.says,
        "report": reason.report or None,
        "path": step.path or None,
        "span": list(reason.span) if reason.span else None,
        "quote": reason.quote or None,
        "finding": reason.finding or None,
        "grounds": [
            {
                "rule": ground.rule,
                "entry": ground.entry,
                "span": list(ground.span) if ground.span else None,
                "words": ground.words,
            }
            for ground in step.grounds
        ],
    }

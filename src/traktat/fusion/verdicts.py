"""Verdicts on findings: which judgement meets which finding, and what it makes of it.

A judgement names the finding it is about. Where a later reading of the same characters says
something else, the judgement goes on to the finding that took its place; where there is none
it is stale, and the record says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from traktat.errors import told_of
from traktat.fusion.conflicts import Decisions, at_odds, message_of
from traktat.fusion.corrections import BAD_CORRECTION, accepted, corrected, stated
from traktat.fusion.rulings import ON_FINDINGS, Rulings, evidence_digest
from traktat.model.findings import ActFinding, AgreementFinding, Finding, finding_id
from traktat.model.judgements import Judgement, Verdict, moment
from traktat.model.records import RecordIssue, Support
from traktat.model.reports import Report
from traktat.model.spans import Span
from traktat.sentences import Sentence, sentence

_SAME = {"act": "act", "provision": "provision", "name": "sort", "claim": "topic"}
"""By kind, the field that makes two findings on the same characters different matters."""


@dataclass(slots=True)
class Matches:
    """The decisions on each finding of a report, by finding id, and those that met none."""

    of: dict[str, Decisions] = field(default_factory=dict)
    stale: Decisions = ()


def matches(report: Report, findings: Iterable[Finding], rulings: Rulings) -> Matches:
    """Find the finding that each judgement about this report's findings meets."""
    own = rulings.reports.get(report.id, ())
    bare = rulings.reports.get("", ())
    if not own and not bare:
        return Matches()
    known = {finding_id(one): one for one in findings}
    found: dict[str, list[Judgement]] = {}
    left: list[Judgement] = []
    for about in (*own, *(key for key in bare if key in known)):
        for one in rulings.about[about]:
            if one.verdict in ON_FINDINGS:
                key = _met(one, report, known)
                found.setdefault(key, []).append(one) if key else left.append(one)
    decisions = {key: tuple(sorted(made, key=moment)) for key, made in found.items()}
    return Matches(decisions, tuple(sorted(left, key=moment)))


def _met(judgement: Judgement, report: Report, known: Mapping[str, Finding]) -> str | None:
    key = judgement.about.rpartition(":")[2]
    finding = known.get(key)
    if finding is not None and judgement.evidence in ("", evidence_digest(report, finding)):
        return key
    if not judgement.evidence:
        return None
    near = [
        (other, one)
        for other, one in known.items()
        if evidence_digest(report, one) == judgement.evidence and _may_be(one, judgement)
    ]
    return _nearest(near, dict(judgement.said))


def _may_be(finding: Finding, judgement: Judgement) -> bool:
    """Tell whether a finding can be what was judged, read better: not another act, say."""
    name = _SAME.get(finding.kind)
    said = dict(judgement.said).get(name or "")
    if name is None or said is None:
        return True
    value = str(getattr(finding, name))
    return value in (said, dict(judgement.changes).get(name))


def _nearest(near: Sequence[tuple[str, Finding]], said: Mapping[str, str]) -> str | None:
    """Give the finding that says most of what was judged; None where several may be meant."""
    if len(near) < 2 or not said:
        return near[0][0] if len(near) == 1 else None
    ranked = sorted((-len(said.items() & dict(stated(one)).items()), key) for key, one in near)
    return ranked[0][1] if ranked[0][0] < ranked[1][0] else None


def judged(
    report: Report, findings: Sequence[Finding], rulings: Rulings
) -> tuple[list[tuple[Finding, str]], tuple[RecordIssue, ...]]:
    """Give the findings that stand, each with its id before any correction, and the doubts.

    The id is left empty where nobody judged anything: it need not be worked out then.
    """
    found = matches(report, findings, rulings)
    if not found.of and not found.stale:
        return [(one, "") for one in findings], ()
    keys = frozenset(one.key for one in findings if isinstance(one, AgreementFinding))
    kept: list[tuple[Finding, str]] = []
    doubts: list[RecordIssue] = [stale_issue(report, one) for one in found.stale]
    for one in findings:
        key = finding_id(one)
        decisions = found.of.get(key, ())
        doubts += _doubts(report, one, key, decisions, keys)
        made = applied(one, decisions, keys)
        if made is not None:
            kept.append((made, key))
    return kept, tuple(doubts)


def applied(
    finding: Finding, decisions: Iterable[Judgement], keys: frozenset[str] | None = None
) -> Finding | None:
    """Give what decisions make of a finding; None where it is rejected.

    The latest acceptance or rejection counts, and every correction since. A correction that
    cannot be applied is passed over. `keys` are the agreements of the report.
    """
    made: Finding | None = finding
    for one in decisions:
        if one.verdict is Verdict.REJECT:
            made = None
        elif one.verdict is Verdict.ACCEPT:
            made = accepted(finding, one)
        elif not problem_of(finding, one, keys):
            made = corrected(made or finding, one)
    return made


def problem_of(
    finding: Finding, judgement: Judgement, keys: frozenset[str] | None = None
) -> Sentence | None:
    """Say why a correction cannot be applied to a finding; None where it can."""
    try:
        made = corrected(finding, judgement)
    except BAD_CORRECTION as error:
        return told_of(error)
    if isinstance(made, ActFinding) and keys is not None and made.agreement not in keys:
        return sentence(
            "its report has no agreement {key:quoted}, only {known}",
            key=made.agreement,
            known=tuple(sorted(keys)),
        )
    return None


def _doubts(
    report: Report, finding: Finding, key: str, decisions: Decisions, keys: frozenset[str]
) -> Iterator[RecordIssue]:
    support = Support(report.id, finding.span, finding.quote, key)
    differing = at_odds(decisions)
    if differing:
        yield RecordIssue(
            code="conflicting-judgement", message=message_of(differing), support=(support,)
        )
    for one in decisions:
        problem = one.verdict is Verdict.CORRECT and problem_of(finding, one, keys)
        if problem:
            message = sentence(
                "judgement {judgement} cannot be applied: {problem}",
                judgement=one.id,
                problem=problem,
            )
            yield RecordIssue(code="bad-judgement", message=message, support=(support,))


def stale_issue(report: Report, judgement: Judgement) -> RecordIssue:
    """Say that a decision was on a finding that is gone."""
    said = dict(judgement.said)
    told = {"by": judgement.by, "verdict": judgement.verdict, "judgement": judgement.id}
    return RecordIssue(
        code="stale-judgement",
        message=sentence(
            "{by} decided ({verdict:verdict}, {judgement}) on a finding that is gone (“{quote}”):"
            " the words it rested on are read differently now",
            quote=said["quote"][:60],
            **told,
        )
        if said.get("quote")
        else sentence(
            "{by} decided ({verdict:verdict}, {judgement}) on a finding that is gone:"
            " the words it rested on are read differently now",
            **told,
        ),
        support=(Support(report.id, Span(0, 0), "", judgement.about.rpartition(":")[2]),),
    )

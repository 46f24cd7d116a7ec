"""Lineage: which report copies, translates, paraphrases, stacks or recycles which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from traktat.fusion.copies import copies, shared_paragraphs
from traktat.fusion.evidence import Evidence, out_by
from traktat.fusion.retellings import retold
from traktat.fusion.rulings import TIE, Pair, Rulings
from traktat.fusion.sketches import Sketch, sketch
from traktat.model.judgements import Judgement, Verdict
from traktat.model.kinds import Basis
from traktat.model.records import Tie
from traktat.model.spans import Span
from traktat.sentences import Sentence, beside, sentence


@dataclass(frozen=True, slots=True)
class Lineage:
    """The ties between a record's reports, and what they mean for counting origins.

    `root` gives the oldest report of a report's family of copies, `age` its place in time;
    `reused` the stretches of a report that stand in an older one.
    """

    ties: tuple[Tie, ...] = ()
    root: Mapping[str, str] = field(default_factory=dict)
    age: Mapping[str, int] = field(default_factory=dict)
    reused: Mapping[str, tuple[tuple[Span, str], ...]] = field(default_factory=dict)

    def source(self, report: str, span: Span) -> str:
        """Give the oldest report that these characters go back to."""
        for stretch, older in self.reused.get(report, ()):
            if stretch.holds(span):
                return self.root.get(older, older)
        return self.root.get(report, report)

    def related(self, one: str, other: str) -> bool:
        """Tell whether one report is a copy of the other, or both of a third."""
        return self.root.get(one, one) == self.root.get(other, other)


def lineage_of(evidence: Sequence[Evidence], rulings: Rulings) -> Lineage:
    """Work out how a record's reports depend on one another."""
    ordered = sorted(evidence, key=_age)
    if len(ordered) == 1:  # nothing to compare with
        only = ordered[0].report.id
        stated = tuple(sorted(set(_stated(ordered)), key=_tie_order))
        return Lineage(ties=stated, root={only: only}, age={only: 0})
    sketches = [sketch(one) for one in ordered]
    days = {one.report.id: out_by(one.report) for one in ordered}
    ties = _denied(copies(sketches), rulings)
    ties += _denied(shared_paragraphs(sketches, days, _family(sketches, ties)), rulings)
    family = _family(sketches, ties)
    ties += _denied(retold(ordered, sketches, days, family), rulings)
    ties = _judged(ties, rulings, {one.report for one in sketches})
    ties += _stated(ordered)
    age = {one.report.id: place for place, one in enumerate(ordered)}
    return Lineage(
        ties=tuple(sorted(set(ties), key=_tie_order)),
        root=_family(sketches, ties),
        age=age,
        reused=_reused(ties),
    )


def _age(evidence: Evidence) -> tuple[date, date, int, str]:
    report = evidence.report
    published = report.published
    first = published.first if published and published.first != date.min else date.max
    return first, published.last if published else date.max, -len(report.text), report.id


def _tie_order(tie: Tie) -> tuple[str, str, str, tuple[int, int], str]:
    return tie.report, tie.sort, tie.of, tie.span or Span(-1, -1), tie.why


def _stated(ordered: Iterable[Evidence]) -> list[Tie]:
    ties: list[Tie] = []
    for one in ordered:
        report = one.report
        ties += [
            Tie(
                report=report.id,
                of=origin.name,
                sort="credited",
                basis=origin.basis,
                span=origin.span,
            )
            for origin in report.origins
        ]
        if len(report.segments) > 1:
            ties += [
                Tie(
                    report=report.id,
                    of=segment.origin or report.id,
                    sort="stacked",
                    basis=Basis.CREDITED if segment.origin else Basis.INFERRED,
                    span=segment.span,
                    why=sentence("one of several versions that stand one below the other"),
                )
                for segment in report.segments
            ]
        ties += [
            Tie(
                report=report.id,
                of=report.id,
                sort="copy",
                basis=Basis.MATCHED,
                why=sentence(
                    "the same text, letter by letter, in {place}", place=entry.outlet or entry.path
                ),
            )
            for entry in one.entries[1:]
        ]
    return ties


def _judged(ties: list[Tie], rulings: Rulings, reports: set[str]) -> list[Tie]:
    """Add the copies that people found, and note which ties they confirmed."""
    found = list(ties)
    for pair, decisions in rulings.ties.items():
        last = decisions[-1]
        if last.verdict is Verdict.REJECT or not reports.issuperset(pair):
            continue
        says = sentence("judged by {by} ({judgement})", by=last.by, judgement=last.id)
        held = [one for one in found if one.span is None and _between(one) == pair]
        known = held if last.verdict is Verdict.ACCEPT else []
        for one in known:
            found.remove(one)
            found.append(
                replace(one, confidence=1.0, why=beside(filter(None, (one.why, says)), "; "))
            )
        if not known:
            found.append(_copy(last, says))
    return found


def _copy(judgement: Judgement, why: Sentence) -> Tie:
    report, of = judgement.about, judgement.other
    if judgement.about.startswith(TIE):
        report, _, of = judgement.about.removeprefix(TIE).partition(":")
    return Tie(report=report, of=of or "", sort="copy", basis=Basis.JUDGED, why=why)


def _denied(ties: Iterable[Tie], rulings: Rulings) -> list[Tie]:
    """Leave out what people hold to be no copy."""
    return [
        tie
        for tie in ties
        if (decisions := rulings.ties.get(_between(tie))) is None
        or decisions[-1].verdict is not Verdict.REJECT
    ]


def _between(tie: Tie) -> Pair:
    return (tie.report, tie.of) if tie.report <= tie.of else (tie.of, tie.report)


def _family(sketches: Sequence[Sketch], ties: Iterable[Tie]) -> dict[str, str]:
    """Give the oldest report of each family of copies, for every report."""
    place = {one.report: number for number, one in enumerate(sketches)}
    parent = {one.report: one.report for one in sketches}
    for tie in ties:
        if tie.span is not None or tie.of not in place or tie.sort in ("credited", "stacked"):
            continue
        one, other = _top(parent, tie.report), _top(parent, tie.of)
        older, younger = sorted((one, other), key=lambda report: place[report])
        parent[younger] = older
    return {report: _top(parent, report) for report in parent}


def _top(parent: dict[str, str], report: str) -> str:
    while parent[report] != report:
        parent[report] = parent[parent[report]]
        report = parent[report]
    return report


def _reused(ties: Iterable[Tie]) -> dict[str, tuple[tuple[Span, str], ...]]:
    out: dict[str, tuple[tuple[Span, str], ...]] = {}
    for tie in sorted(set(ties), key=_tie_order):
        if tie.span is not None and tie.sort in ("recycled", "copy"):
            out[tie.report] = (*out.get(tie.report, ()), (tie.span, tie.of))
    return out

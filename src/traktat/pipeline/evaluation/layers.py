"""The layers of a report, each held against its labels by rules of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from traktat.model.findings import (
    AgreementFinding,
    ClaimFinding,
    DateFinding,
    Finding,
    ProvisionFinding,
    Reading,
    StatementFinding,
)
from traktat.model.kinds import MANY, Manner, ProvisionKind
from traktat.model.spans import Span
from traktat.pipeline.evaluation.figures import Figures, Layer, Mistake, Outcome
from traktat.pipeline.evaluation.gold import Labels
from traktat.pipeline.evaluation.matching import (
    common,
    pair,
    paragraph_around,
    place_of,
    places_in_order,
    plain,
    same_date,
    same_name,
    same_stretch,
)

Row = dict[str, Any]
K = TypeVar("K", bound=Finding)

UNLABELLED_MANNERS = frozenset(Manner) - {Manner.ACCUSE, Manner.CONFIRM}
"""Manners finer than what is labelled: counted where they fit a label, never as false."""

ANY_PROVISION = ProvisionKind.OTHER.value


@dataclass(frozen=True, slots=True)
class Case:
    """One report: its id and text, its labels, and what was read; None where reading failed."""

    id: str
    text: str
    labels: Labels
    reading: Reading | None

    def rows(self, name: str) -> list[Row]:
        """Give the labels of one sort."""
        return list(self.labels.get(name, ()))

    def of(self, kind: type[K]) -> list[K]:
        """Give the findings of one kind."""
        findings = self.reading.findings if self.reading else ()
        return [finding for finding in findings if isinstance(finding, kind)]

    def missed(self, layer: Layer, labels: Iterable[tuple[Span | None, str]]) -> list[Mistake]:
        """Note labels that nothing was found for."""
        return [Mistake(self.id, layer, "missed", span, told, "") for span, told in labels]

    def surplus(self, layer: Layer, found: Iterable[tuple[Span | None, str]]) -> list[Mistake]:
        """Note findings that no label speaks of."""
        return [Mistake(self.id, layer, "extra", span, "", told) for span, told in found]


def dates(case: Case) -> Outcome:
    """Dates: the expressions overlap and the values are the same."""
    pairs = case.labels.get("dates", ())
    spans = places_in_order(case.text, (words for words, _ in pairs))
    labels = [(span, value) for span, (_, value) in zip(spans, pairs, strict=True) if span]
    found = case.of(DateFinding)
    paired = pair(
        labels,
        found,
        lambda label, finding: label[0].overlaps(finding.span),
        lambda label, finding: (
            same_date(label[1], finding.when.edtf),
            common(label[0], finding.span),
        ),
    )
    wrong = [(g, f) for g, f in paired.pairs if not same_date(g[1], f.when.edtf)]
    mistakes = [Mistake(case.id, Layer.DATES, "wrong", g[0], g[1], f.when.edtf) for g, f in wrong]
    mistakes += case.missed(Layer.DATES, paired.missed)
    mistakes += case.surplus(Layer.DATES, ((f.span, f.when.edtf) for f in paired.extra))
    figures = Figures(len(paired.pairs) - len(wrong), len(found), len(labels))
    return Outcome(Layer.DATES, figures, tuple(mistakes))


def agreements(case: Case) -> Outcome:
    """Agreements: the set of parties is the same; two of the same parties are one."""
    labels = {tuple(sorted(set(row.get("parties", ())))) for row in case.rows("agreements")}
    found = {tuple(sorted(set(f.parties))): f.span for f in case.of(AgreementFinding)}
    missed = [(None, " ".join(item)) for item in sorted(labels - set(found))]
    extra = [(found[item], " ".join(item)) for item in sorted(set(found) - labels)]
    mistakes = case.missed(Layer.AGREEMENTS, missed) + case.surplus(Layer.AGREEMENTS, extra)
    figures = Figures(len(labels & set(found)), len(found), len(labels))
    return Outcome(Layer.AGREEMENTS, figures, tuple(mistakes))


def statements(case: Case, layer: Layer, form: str) -> Outcome:
    """Statements of one form: mostly the same stretch of text, and the same speaker."""
    labels = [
        (span, row["speaker"])
        for row in case.rows("statements")
        if row["form"] == form and (span := place_of(case.text, row["first"], row["last"]))
    ]
    found = [finding for finding in case.of(StatementFinding) if finding.form.value == form]
    paired = pair(
        labels,
        found,
        lambda label, finding: same_stretch(label[0], finding.span),
        lambda label, finding: (common(label[0], finding.span),),
    )
    wrong = [(g, f) for g, f in paired.pairs if not _is_actor(g[1], f.speaker, f.state)]
    mistakes = [Mistake(case.id, layer, "wrong", g[0], g[1], f.speaker) for g, f in wrong]
    mistakes += case.missed(layer, paired.missed)
    mistakes += case.surplus(layer, ((f.span, f.speaker) for f in paired.extra))
    figures = Figures(len(paired.pairs) - len(wrong), len(found), len(labels))
    return Outcome(layer, figures, tuple(mistakes))


def direct(case: Case) -> Outcome:
    """Direct statements."""
    return statements(case, Layer.DIRECT, "direct")


def indirect(case: Case) -> Outcome:
    """Indirect statements."""
    return statements(case, Layer.INDIRECT, "indirect")


def claims(case: Case) -> Outcome:
    """Claims: the same stance of the same claimant in the same paragraph."""
    labels = _placed(case, "claims")
    paired = pair(
        labels,
        case.of(ClaimFinding),
        lambda label, f: (
            label[0]["stance"] == f.stance.value
            and _is_actor(label[0]["by"], f.by, f.state)
            and _stands_in(label[1], f)
        ),
    )
    extra = [f for f in paired.extra if f.manner not in UNLABELLED_MANNERS]
    return _outcome(
        case,
        Layer.CLAIMS,
        len(paired.pairs),
        [(span, f"{row['by']} {row['stance']}") for row, span in paired.missed],
        [(f.span, f"{f.by} {f.stance.value}: {f.topic}") for f in extra],
    )


def provisions(case: Case) -> Outcome:
    """Provisions: the same kind in the same paragraph, with a bearer in common."""
    labels = _placed(case, "provisions")
    paired = pair(
        labels,
        case.of(ProvisionFinding),
        lambda label, f: _is_kind(label[0], f) and _stands_in(label[1], f) and _binds(label[0], f),
    )
    extra = [f for f in paired.extra if not any(_repeats(f, row) for row, _ in labels)]
    return _outcome(
        case,
        Layer.PROVISIONS,
        len(paired.pairs),
        [(span, _rule(row["kind"], row.get("bearers", ()))) for row, span in paired.missed],
        [(f.span, _rule(f.provision.value, f.bearers)) for f in extra],
    )


def _outcome(
    case: Case,
    layer: Layer,
    right: int,
    missed: Sequence[tuple[Span | None, str]],
    extra: Sequence[tuple[Span | None, str]],
) -> Outcome:
    figures = Figures(right, right + len(extra), right + len(missed))
    mistakes = case.missed(layer, missed) + case.surplus(layer, extra)
    return Outcome(layer, figures, tuple(mistakes))


def _placed(case: Case, name: str) -> list[tuple[Row, Span | None]]:
    """Give rows with the paragraph that holds the words they are near."""
    out: list[tuple[Row, Span | None]] = []
    for row in case.rows(name):
        span = place_of(case.text, row["near"])
        out.append((row, paragraph_around(case.text, span) if span else None))
    return out


def _stands_in(paragraph: Span | None, finding: Finding) -> bool:
    return paragraph is not None and paragraph.overlaps(finding.span)


def _is_actor(label: str, name: str, state: str | None) -> bool:
    return same_name(label, name) or label == state


def _is_kind(row: Row, finding: ProvisionFinding) -> bool:
    kinds = (row["kind"], finding.provision.value)
    return kinds[0] == kinds[1] or ANY_PROVISION in kinds


def _binds(row: Row, finding: ProvisionFinding) -> bool:
    bearers = row.get("bearers", ())
    return not bearers or MANY in bearers or not set(bearers).isdisjoint(finding.bearers)


def _repeats(finding: ProvisionFinding, row: Row) -> bool:
    """Tell whether a provision tells a labelled one once more, elsewhere in the report."""
    bearers = set(row.get("bearers", ()))
    return finding.provision.value == row["kind"] and not bearers.isdisjoint(finding.bearers)


def _rule(kind: str, bearers: Iterable[str]) -> str:
    return f"{kind} {' '.join(bearers)}".strip()


def origins(case: Case) -> Outcome:
    """Origins: the same name, once for each report."""
    report = case.reading.report if case.reading else None
    labels = {plain(name) for name in case.labels.get("origins", ())}
    found = {plain(item.name): item.span for item in (report.origins if report else ())}
    return _outcome(
        case,
        Layer.ORIGINS,
        len(labels & set(found)),
        [(None, name) for name in sorted(labels - set(found))],
        [(found[name], name) for name in sorted(set(found) - labels)],
    )


def mask(case: Case) -> Outcome:
    """Furniture: the first words of a line are covered; one stretch may cover several lines."""
    spans = [place_of(case.text, words) for words in case.labels.get("mask", ())]
    labels = [span for span in spans if span]
    found = [item.span for item in case.reading.report.mask] if case.reading else []
    hit = [s for s in labels if any(common(s, m) > (s.end - s.start) / 2 for m in found)]
    used = [m for m in found if any(m.overlaps(s) for s in labels)]
    figures = Figures(min(len(hit), len(used)), len(found), len(labels))
    mistakes = case.missed(Layer.MASK, ((s, s.of(case.text)) for s in labels if s not in hit))
    mistakes += case.surplus(Layer.MASK, ((m, m.of(case.text)) for m in found if m not in used))
    return Outcome(Layer.MASK, figures, tuple(mistakes))


def outlet(case: Case) -> Outcome | None:
    """Outlet: the same name, with or without the end of its address."""
    label = case.labels.get("outlet")
    found = case.reading.report.outlet if case.reading else None
    return _head(case, Layer.OUTLET, label, found, lambda a, b: same_name(_bare(a), _bare(b)))


def published(case: Case) -> Outcome | None:
    """Day of publication: the same day."""
    label = case.labels.get("published")
    when = case.reading.report.published if case.reading else None
    found = when.edtf if when else None
    return _head(case, Layer.PUBLISHED, label, found, lambda a, b: a[:10] == b[:10])


def _head(
    case: Case, layer: Layer, label: str | None, found: str | None, same: Callable[[str, str], bool]
) -> Outcome | None:
    if not label:
        return None
    right = same(label, found or "")
    wrong = Mistake(case.id, layer, "wrong" if found else "missed", None, label, found or "")
    return Outcome(layer, Figures(int(right), 1, 1), () if right else (wrong,))


def _bare(outlet: str) -> str:
    return outlet.replace(".com", "").replace(".co", "")

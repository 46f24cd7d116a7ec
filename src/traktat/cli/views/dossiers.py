"""A dossier: everything known of one agreement, part by part."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from traktat.cli.options import TABLE
from traktat.cli.printing import print_json, print_table
from traktat.cli.views.phrases import (
    act_words,
    counted,
    day,
    entries,
    grid,
    listed,
    origins_words,
    quoted,
    report_names,
    section,
    spaced,
    text,
)
from traktat.cli.views.standings import heading, standing_lines
from traktat.model.records import (
    Claim,
    Disagreement,
    Predecessor,
    Provision,
    Rendition,
    ReportEntry,
    Statement,
    Tie,
    TimelineAct,
)
from traktat.pipeline import Dossier

ALWAYS = ("schema", "id", "parties", "names", "kind", "standing")


def print_dossier(dossier: Dossier, on: date, parts: tuple[str, ...], form: str) -> None:
    """Print a dossier, or the parts of it that are named."""
    if form != TABLE:
        whole = dossier.to_json(on=on)
        chosen = (*ALWAYS, *parts) if parts else whole
        print_json({key: whole[key] for key in whole if key in chosen}, form)
        return
    print_table(heading(dossier), Text(), *standing_lines(dossier.status_on(on)))
    for part, lines in PARTS.items():
        if getattr(dossier, part) and (part in parts or not parts):
            print_table(section(part.capitalize(), *lines(dossier)))
        elif part in parts:
            print_table(section(part.capitalize(), Text("none", "dim")))


def _timeline(dossier: Dossier) -> Iterator[RenderableType]:
    yield entries((day(act.date), tuple(act_lines(act))) for act in dossier.timeline)


def act_lines(act: TimelineAct) -> Iterator[RenderableType]:
    """Tell an act: what, who, where, and on how many origins it rests."""
    condition = f"if {act.condition}" if act.condition else ""
    about = (" ".join(act.states), listed(act.by), act.place or "", act.vote or "", condition)
    yield Text.assemble(act_words(act), "  ", text(listed(about, " · ")))
    told = origins_words(act.independent_origins, len(act.reports), act.credibility)
    organ = "an organ of a party" if act.party_organ else ""
    yield Text(listed((told, organ, act.id), " · "), "dim")


def _provisions(dossier: Dossier) -> Iterator[RenderableType]:
    names = report_names(dossier.reports)
    return spaced(_collated(provision, names) for provision in dossier.provisions)


def _collated(provision: Provision, names: Mapping[str, str]) -> Iterator[RenderableType]:
    yield from _clause(provision)
    table = grid("told by", "words", "differs in")
    for rendition in provision.renditions:
        table.add_row(
            text(names.get(rendition.report, rendition.report), "dim"),
            quoted(rendition.quote),
            text(listed((*rendition.flags, *_other(provision, rendition))), "yellow"),
        )
    yield table


def _clause(provision: Provision) -> Iterator[RenderableType]:
    duty = listed((" ".join(provision.bearers), _word(provision.force)), " ")
    facts = (
        duty,
        f"to {provision.beneficiary}" if provision.beneficiary else "",
        f"on {provision.trigger}" if provision.trigger else "",
        provision.timing or "",
        listed(provision.fields),
        f"within {listed(provision.qualifiers)}" if provision.qualifiers else "",
        provision.scope or "",
    )
    told = origins_words(
        provision.independent_origins,
        len({rendition.report for rendition in provision.renditions}),
        provision.credibility,
    )
    yield Text.assemble((provision.kind.value, "bold"), "  ", text(listed(facts, " · ")))
    yield Text(f"{told} · {provision.id}", "dim")


def _other(provision: Provision, rendition: Rendition) -> Iterator[str]:
    """Name what this wording gives otherwise than the clause; silence is no difference."""
    for name in ("trigger", "beneficiary", "timing", "force"):
        given, settled = getattr(rendition, name), getattr(provision, name)
        if given is not None and given != settled:
            yield f"{name}: {_word(given)}"
    if rendition.bearers and rendition.bearers != provision.bearers:
        yield f"bearers: {' '.join(rendition.bearers)}"


def _statements(dossier: Dossier) -> Iterator[RenderableType]:
    yield entries((day(item.uttered), tuple(remark_lines(item))) for item in dossier.statements)


def remark_lines(item: Statement) -> Iterator[RenderableType]:
    """Tell a remark: who, on which occasion, and its words."""
    yield text(listed((item.speaker, item.state or "", item.occasion or ""), " · "))
    yield from (quoted(support.quote) for support in item.support[:1])
    reports = counted(len({support.report for support in item.support}), "report")
    stance = item.stance.value if item.stance else ""
    yield Text(listed((stance, item.form.value, reports, item.id), " · "), "dim")


def _claims(dossier: Dossier) -> Iterator[RenderableType]:
    topics = sorted({claim.topic for claim in dossier.claims})
    return spaced(_on_topic(topic, dossier.claims) for topic in topics)


def _on_topic(topic: str, claims: Iterable[Claim]) -> Iterator[RenderableType]:
    yield text(topic, "bold")
    told = (claim for claim in claims if claim.topic == topic)
    yield entries((day(claim.date), tuple(claim_lines(claim))) for claim in told)


def claim_lines(claim: Claim) -> Iterator[RenderableType]:
    """Tell a stance on a contested fact: who takes which, and in which words."""
    who = text(listed((claim.by, claim.state or ""), " · "))
    manner = f" ({claim.manner.value})" if claim.manner else ""
    changed = (" · changed its line", "yellow") if claim.changed_from else ""
    yield Text.assemble(who, f"  {claim.stance.value}{manner}", changed)
    yield from (quoted(support.quote) for support in claim.support[:1])
    yield text(listed((" ".join(claim.quantity or ()), claim.id), " · "), "dim")


def _disagreements(dossier: Dossier) -> Iterator[RenderableType]:
    names = report_names(dossier.reports)
    return spaced(_sides(item, names) for item in dossier.disagreements)


def _sides(item: Disagreement, names: Mapping[str, str]) -> Iterator[RenderableType]:
    yield Text.assemble(text(item.about, "bold"), f"  {item.sort.value}", (f"  {item.id}", "dim"))
    table = grid("", "")
    table.show_header = False
    for value in item.values:
        reports = dict.fromkeys(names.get(one.report, one.report) for one in value.support)
        table.add_row(text(value.value), text(listed(reports), "dim"))
    yield table
    yield text(
        listed((f"The record takes {item.prefer}" if item.prefer else "Open", item.why), ": ")
    )


def _predecessors(dossier: Dossier) -> Iterator[RenderableType]:
    return spaced(_older(item) for item in dossier.predecessors)


def _older(item: Predecessor) -> Iterator[RenderableType]:
    about = (item.relation, day(item.date), item.agreement or "", item.status or "")
    yield Text.assemble(text(listed(item.names), "bold"), "  ", text(listed(about, " · ")))
    yield from (quoted(support.quote) for support in item.support[:1])


def _reports(dossier: Dossier) -> Iterator[RenderableType]:
    yield entries((entry.report, tuple(_entry(entry))) for entry in dossier.reports)


def _entry(entry: ReportEntry) -> Iterator[RenderableType]:
    about = (entry.outlet or "", day(entry.published), entry.language, entry.title or "")
    yield text(listed(about, " · "))
    credited = f"credits {listed(entry.origins)}" if entry.origins else ""
    yield text(listed((entry.path, credited), " · "), "dim")


def _lineage(dossier: Dossier) -> Iterator[RenderableType]:
    names = report_names(dossier.reports)
    return spaced(_tie(tie, names) for tie in dossier.lineage)


def _tie(tie: Tie, names: Mapping[str, str]) -> Iterator[RenderableType]:
    report, of = names.get(tie.report, tie.report), names.get(tie.of, tie.of)
    yield Text.assemble(text(report), (f"  {tie.sort} of  ", "dim"), text(of))
    sure = f"{tie.basis.value}, confidence {tie.confidence:.2f}"
    yield text(listed((sure, tie.why), " · "), "dim")


def _word(value: Any) -> str:
    return str(getattr(value, "value", value or ""))


PARTS: Mapping[str, Callable[[Dossier], Iterable[RenderableType]]] = {
    "timeline": _timeline,
    "provisions": _provisions,
    "statements": _statements,
    "claims": _claims,
    "disagreements": _disagreements,
    "predecessors": _predecessors,
    "reports": _reports,
    "lineage": _lineage,
}

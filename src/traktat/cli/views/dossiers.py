"""A dossier: everything known of one agreement, part by part."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from traktat.cli.options import TABLE
from traktat.cli.printing import print_json, print_table
from traktat.cli.views.phrases import (
    act_words,
    counted,
    day,
    grid,
    listed,
    origins_words,
    quoted,
    report_names,
    section,
    text,
)
from traktat.cli.views.standings import heading, standing_lines
from traktat.model.records import Provision, Rendition
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
    table = grid("date", "act", "who, where", "told by", "id")
    for act in dossier.timeline:
        who = (" ".join(act.states), listed(act.by), act.place or "", act.vote or "")
        told = origins_words(act.independent_origins, len(act.reports), act.credibility)
        if act.party_organ:
            told += ", an organ of a party"
        table.add_row(
            day(act.date),
            act_words(act),
            text(listed((*who, f"if {act.condition}" if act.condition else ""), " · ")),
            told,
            Text(act.id, "dim"),
        )
    yield table


def _provisions(dossier: Dossier) -> Iterator[RenderableType]:
    names = report_names(dossier.reports)
    for provision in dossier.provisions:
        yield _clause(provision)
        table = grid("told by", "words", "differs in")
        for rendition in provision.renditions:
            table.add_row(
                text(names.get(rendition.report, rendition.report), "dim"),
                quoted(rendition.quote),
                text(listed((*rendition.flags, *_other(provision, rendition))), "yellow"),
            )
        yield table
        yield Text()


def _clause(provision: Provision) -> RenderableType:
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
    head = Text.assemble((provision.kind.value, "bold"), "  ", text(listed(facts, " · ")))
    return Group(head, Text.assemble((f"{told}  {provision.id}", "dim")))


def _other(provision: Provision, rendition: Rendition) -> Iterator[str]:
    """Name what this wording gives otherwise than the clause; silence is no difference."""
    for name in ("trigger", "beneficiary", "timing", "force"):
        given, settled = getattr(rendition, name), getattr(provision, name)
        if given is not None and given != settled:
            yield f"{name}: {_word(given)}"
    if rendition.bearers and rendition.bearers != provision.bearers:
        yield f"bearers: {' '.join(rendition.bearers)}"


def _statements(dossier: Dossier) -> Iterator[RenderableType]:
    table = grid("date", "who", "words", "told in", "id")
    for item in dossier.statements:
        who = listed((item.speaker, item.state or ""), " · ")
        words = quoted(item.support[0].quote) if item.support else Text()
        reports = counted(len({support.report for support in item.support}), "report")
        table.add_row(
            day(item.uttered),
            text(who),
            Group(words, Text(item.form.value, "dim")),
            reports,
            Text(item.id, "dim"),
        )
    yield table


def _claims(dossier: Dossier) -> Iterator[RenderableType]:
    for topic in sorted({claim.topic for claim in dossier.claims}):
        table = grid("date", "by", "stance", "words", "id")
        for claim in dossier.claims:
            if claim.topic == topic:
                manner = f"({_word(claim.manner)})" if claim.manner else ""
                stance = Text(listed((claim.stance.value, manner), " "))
                if claim.changed_from:
                    stance.append(" changed its line", "yellow")
                words = quoted(claim.support[0].quote) if claim.support else Text()
                amount = text(listed(claim.quantity or (), " "), "dim")
                table.add_row(
                    day(claim.date),
                    text(listed((claim.by, claim.state or ""), " · ")),
                    stance,
                    Group(words, amount) if claim.quantity else words,
                    Text(claim.id, "dim"),
                )
        yield text(topic, "bold")
        yield table
        yield Text()


def _disagreements(dossier: Dossier) -> Iterator[RenderableType]:
    names = report_names(dossier.reports)
    for item in dossier.disagreements:
        yield Text.assemble(text(item.about, "bold"), (f"  {item.sort.value}  {item.id}", "dim"))
        table = grid("", "")
        table.show_header = False
        for value in item.values:
            reports = dict.fromkeys(names.get(one.report, one.report) for one in value.support)
            table.add_row(text(value.value), text(listed(reports), "dim"))
        yield table
        preferred = f"The record takes {item.prefer}. " if item.prefer else "Open. "
        yield text(preferred + item.why)
        yield Text()


def _predecessors(dossier: Dossier) -> Iterator[RenderableType]:
    table = grid("relation", "agreement", "date", "words")
    for item in dossier.predecessors:
        words = quoted(item.support[0].quote) if item.support else Text()
        name = listed((*item.names, item.agreement or "", item.status or ""), " · ")
        table.add_row(text(item.relation), text(name), day(item.date), words)
    yield table


def _reports(dossier: Dossier) -> Iterator[RenderableType]:
    table = grid("id", "published", "outlet", "language", "origins", "path")
    for entry in dossier.reports:
        table.add_row(
            Text(entry.report, "dim"),
            day(entry.published),
            text(entry.outlet),
            entry.language,
            text(listed(entry.origins)),
            text(entry.path),
        )
    yield table


def _lineage(dossier: Dossier) -> Iterator[RenderableType]:
    names = report_names(dossier.reports)
    table = grid("report", "is", "of", "basis", "why")
    for tie in dossier.lineage:
        table.add_row(
            text(names.get(tie.report, tie.report)),
            text(tie.sort),
            text(names.get(tie.of, tie.of)),
            f"{tie.basis.value} {tie.confidence:.2f}",
            text(tie.why, "dim"),
        )
    yield table


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

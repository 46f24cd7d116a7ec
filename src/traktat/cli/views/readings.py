"""Readings: one block for each report, one line for each finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from traktat.cli.options import TABLE
from traktat.cli.printing import print_list, print_table
from traktat.cli.views.phrases import counted, grid, listed, quoted, text
from traktat.model.dates import When
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
    reading_json,
)

COUNTED_ONLY = ("date", "time", "name")  # many and small: shown one by one when asked for
WORDS = 100  # characters of a quotation in a line


def print_readings(
    readings: Iterable[Reading],
    kinds: tuple[str, ...],
    form: str,
    advance: Callable[[int], None],
) -> None:
    """Print readings as they come, only the findings of these kinds if any are named."""
    if form != TABLE:
        print_list((_json(reading, kinds) for reading in _counted(readings, advance)), form)
        return
    for reading in _counted(readings, advance):
        print_table(*_block(reading, kinds))


def _counted(readings: Iterable[Reading], advance: Callable[[int], None]) -> Iterator[Reading]:
    for reading in readings:
        yield reading
        advance(1)


def _json(reading: Reading, kinds: tuple[str, ...]) -> Mapping[str, Any]:
    out = reading_json(reading)
    if kinds:
        out["findings"] = [item for item in out["findings"] if item["kind"] in kinds]
    return out


def _block(reading: Reading, kinds: tuple[str, ...]) -> Iterator[RenderableType]:
    report = reading.report
    about = (
        report.outlet or "",
        report.published.edtf if report.published else "",
        report.language,
    )
    head = text(report.path, "bold")
    head.append_text(text(f"  {listed(about, ' · ')}", "dim"))
    yield head
    if report.title:
        yield text(report.title)
    table = grid("", "", "")
    table.show_header = False
    for finding in reading.findings:
        if finding.kind in kinds or (not kinds and finding.kind not in COUNTED_ONLY):
            table.add_row(Text(finding.kind, "dim"), _told(finding), quoted(finding.quote, WORDS))
    if table.row_count:
        yield table
    for issue in (*report.issues, *reading.issues):
        yield text(f"{issue.code}: {issue.message}", "yellow")
    if not kinds:
        yield Text(_small(reading), "dim")
    yield Text()


def _small(reading: Reading) -> str:
    number = Counter(finding.kind for finding in reading.findings)
    return listed(counted(number[kind], kind) for kind in COUNTED_ONLY if number[kind])


def _told(finding: Finding) -> Text:
    return text(listed(TOLD[type(finding)](finding), " · "))


def _edtf(when: When | None) -> str:
    return when.edtf if when else ""


def _date(finding: Any) -> Iterable[str]:
    return _edtf(finding.when), getattr(finding, "anchor", getattr(finding, "sense", ""))


def _name(finding: Any) -> Iterable[str]:
    return finding.name, finding.sort.value, finding.office or "", finding.state or ""


def _agreement(finding: Any) -> Iterable[str]:
    return finding.key, " ".join(finding.parties), finding.form or ""


def _act(finding: Any) -> Iterable[str]:
    chamber = f"{finding.chamber.value} house" if finding.chamber else ""
    return (
        finding.agreement,
        listed((finding.act.value, chamber), " "),
        finding.status.value,
        _edtf(finding.date),
        " ".join(finding.states),
        finding.place or "",
    )


def _provision(finding: Any) -> Iterable[str]:
    trigger = f"on {finding.trigger}" if finding.trigger else ""
    bound = listed((" ".join(finding.bearers), finding.force.value), " ")
    return finding.agreement, finding.provision.value, bound, trigger, *finding.qualifiers


def _statement(finding: Any) -> Iterable[str]:
    stance = finding.stance.value if finding.stance else ""
    form = listed((finding.form.value, stance), " ")
    return finding.speaker, finding.state or "", form, _edtf(finding.uttered)


def _claim(finding: Any) -> Iterable[str]:
    manner = f"({finding.manner.value})" if finding.manner else ""
    return finding.by, listed((finding.stance.value, manner), " "), finding.topic


def _event(finding: Any) -> Iterable[str]:
    return finding.event, finding.framing or "", _edtf(finding.date), " ".join(finding.states)


TOLD: Mapping[type[Finding], Callable[[Any], Iterable[str]]] = {
    DateFinding: _date,
    TimeFinding: _date,
    NameFinding: _name,
    AgreementFinding: _agreement,
    ActFinding: _act,
    ProvisionFinding: _provision,
    StatementFinding: _statement,
    ClaimFinding: _claim,
    EventFinding: _event,
}

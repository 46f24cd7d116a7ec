"""Short phrases that several tables share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from traktat.cli.printing import printable
from traktat.model.dates import When
from traktat.model.kinds import AgreementStatus, Status
from traktat.model.records import ReportEntry, Standing, TimelineAct

QUOTE = 220  # characters of a quotation shown; the rest is one `traktat why` away

# Admiralty scale, STANAG 2511: how far an item is confirmed by independent origins.
CREDIBILITY = {
    1: "confirmed",
    2: "probable",
    3: "possible",
    4: "doubtful",
    5: "improbable",
    6: "cannot be judged",
}
_STYLES = {
    AgreementStatus.IN_FORCE: "green",
    AgreementStatus.PROVISIONALLY_APPLIED: "green",
    AgreementStatus.SUSPENDED: "red",
    AgreementStatus.TERMINATED: "red",
    AgreementStatus.SUPERSEDED: "red",
    AgreementStatus.NEVER_ENTERED: "red",
    AgreementStatus.UNKNOWN: "dim",
}
_ACT_STYLES = {Status.PLANNED: "yellow", Status.DENIED: "red"}


def grid(*headings: str) -> Table:
    """Give an empty table without lines; headings are dim, cells fold."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for heading in headings:
        table.add_column(heading, overflow="fold")
    return table


def entries(rows: Iterable[tuple[str, Sequence[RenderableType]]]) -> Table:
    """Give a table of a short key, which stays whole, and lines beside it, which fold."""
    table = grid("", "")
    table.show_header = False
    table.columns[0].no_wrap = True
    for key, lines in rows:
        table.add_row(key, Group(*lines))
    return table


def section(title: str, *parts: RenderableType) -> RenderableType:
    """Give a part of a dossier: its title, then what belongs under it, set in a little."""
    return Group(Text(), Text(title, style="bold"), Padding(Group(*parts), (0, 0, 0, 2)))


def spaced(groups: Iterable[Iterable[RenderableType]]) -> Iterator[RenderableType]:
    """Put an empty line between groups of lines."""
    for number, group in enumerate(groups):
        if number:
            yield Text()
        yield from group


def text(value: str | None, style: str = "") -> Text:
    """Give a text that a stranger wrote, safe to print."""
    return Text(printable(value or ""), style=style)


def day(when: When | None) -> str:
    """Give a date as it is kept; nothing where there is none."""
    return when.edtf if when else ""


def listed(items: Iterable[str], joint: str = ", ") -> str:
    """Join what there is."""
    return joint.join(item for item in items if item)


def quoted(words: str, limit: int = QUOTE) -> Text:
    """Give words in quotation marks, cut at a word when they are long."""
    plain = " ".join(printable(words).split())
    if len(plain) > limit:
        plain = plain[:limit].rsplit(" ", 1)[0] + " …"
    return Text(f"“{plain}”", style="italic")


def counted(number: int, what: str) -> str:
    """Give a number with its noun.

    >>> counted(1, "report"), counted(3, "report")
    ('1 report', '3 reports')
    """
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def standing_words(standing: Standing) -> Text:
    """Tell a status in words, with the others that the known dates leave possible."""
    words = Text(standing.status.value, style=_STYLES.get(standing.status, "yellow"))
    if standing.alternatives:
        others = listed((other.value for other in standing.alternatives), " or ")
        words.append(f", possibly {others}", style="dim")
    return words


def act_words(act: TimelineAct) -> Text:
    """Name an act with its chamber, and how far it has come if it has not occurred."""
    words = Text(
        listed((act.act.value, f"({act.chamber.value} house)" if act.chamber else ""), " ")
    )
    if act.status is not Status.OCCURRED:
        words.append(f" {act.status.value}", style=_ACT_STYLES.get(act.status, ""))
    return words


def origins_words(independent: int, reports: int, credibility: int) -> str:
    """Tell on how many independent origins something rests, in how many reports it stands."""
    known = CREDIBILITY.get(credibility, "")
    return f"{counted(independent, 'origin')} in {counted(reports, 'report')}, {known}"


def report_names(entries: Sequence[ReportEntry]) -> dict[str, str]:
    """Give each report a short name: outlet and day where they are known, else its id."""
    return {
        entry.report: printable(listed((entry.outlet or "", day(entry.published)), " "))
        or entry.report
        for entry in reversed(entries)
    }

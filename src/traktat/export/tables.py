"""Records as tables of comma-separated values, one table for each part.

Every row names its agreement, so tables of many agreements can be put under each other. Dates
stand as EDTF and, where an act or report is dated, also as first and last possible day. Values
of a list are joined by "; ". Where exactly each fact stands is in the table `support`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from typing import Any

from traktat.export.exporters import Lookup
from traktat.law import standing_on
from traktat.model.dates import OPEN_END, OPEN_START, When
from traktat.model.records import Record, Support

Row = Mapping[str, Any]

JOINT = "; "
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet takes for a formula


def tables(
    records: Sequence[Record],
    *,
    on: date,
    readings: Lookup | None = None,
    language: str = "en",
) -> dict[str, str]:
    """Give every table by the name of its file; `on` is the day of the standing.

    Tables need no `readings`, and their words are the same in every `language`. A cell of
    words that a spreadsheet would take for a formula begins with an apostrophe.
    """
    return {
        f"{name}.csv": _written(
            columns.split(), (row for item in records for row in rows(item, on))
        )
        for name, (columns, rows) in TABLES.items()
    }


def _written(columns: list[str], rows: Iterable[Row]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row[column]) for column in columns])
    return out.getvalue()


def _cell(value: Any) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return value
    if isinstance(value, When):
        return value.edtf
    if isinstance(value, tuple):
        return _safe(JOINT.join(str(_cell(item)) for item in value))
    return _safe(str(value.value if isinstance(value, Enum) else value))


def _safe(words: str) -> str:
    return f"'{words}" if words.startswith(_FORMULA) else words


def _bounds(when: When | None) -> dict[str, date | None]:
    first = when.first if when and when.first != OPEN_START else None
    last = when.last if when and when.last != OPEN_END else None
    return {"date_first": first, "date_last": last}


def _of(item: Any, **more: Any) -> Row:
    """Give the fields of an item by their names, with columns that are worked out."""
    return {**{name: getattr(item, name) for name in item.__dataclass_fields__}, **more}


def _agreements(record: Record, on: date) -> Iterator[Row]:
    standing = standing_on(
        on,
        record.timeline,
        parties=record.parties,
        provisions=record.provisions,
        kind=record.kind,
        agreement=record.id,
    )
    yield _of(
        record,
        agreement=record.id,
        name=record.names[0].text if record.names else None,
        names=tuple(name.text for name in record.names),
        standing_on=on,
        standing=standing.status,
        certain=standing.certain,
        alternatives=standing.alternatives,
        party_standings=tuple(f"{code} {one.value}" for code, one in standing.parties.items()),
        reports=len(record.reports),
    )


def _timeline(record: Record, _: date) -> Iterator[Row]:
    for act in record.timeline:
        yield _of(act, agreement=record.id, reports=act.reports, **_bounds(act.date))


def _provisions(record: Record, _: date) -> Iterator[Row]:
    for item in record.provisions:
        yield _of(item, agreement=record.id, renditions=len(item.renditions))


def _renditions(record: Record, _: date) -> Iterator[Row]:
    for provision in record.provisions:
        for item in provision.renditions:
            yield _of(
                item,
                agreement=record.id,
                provision=provision.id,
                start=item.span.start,
                end=item.span.end,
            )


def _statements(record: Record, _: date) -> Iterator[Row]:
    for item in record.statements:
        yield _of(item, agreement=record.id, **_words(item.support))


def _claims(record: Record, _: date) -> Iterator[Row]:
    for item in record.claims:
        yield _of(item, agreement=record.id, **_words(item.support))


def _words(support: tuple[Support, ...]) -> Row:
    reports = tuple(sorted({item.report for item in support}))
    return {"quote": support[0].quote if support else None, "reports": reports}


def _disagreements(record: Record, _: date) -> Iterator[Row]:
    for item in record.disagreements:
        for value in item.values:
            yield _of(
                item,
                agreement=record.id,
                **{"class": item.sort},
                value=value.value,
                preferred=value.value == item.prefer,
                origins=value.origins,
                reports=tuple(sorted({one.report for one in value.support})),
            )


def _predecessors(record: Record, _: date) -> Iterator[Row]:
    for item in record.predecessors:
        yield _of(item, agreement=record.id, predecessor=item.agreement, **_words(item.support))


def _reports(record: Record, _: date) -> Iterator[Row]:
    for item in record.reports:
        yield _of(item, agreement=record.id, **_bounds(item.published))


def _lineage(record: Record, _: date) -> Iterator[Row]:
    for tie in record.lineage:
        yield _of(tie, agreement=record.id, kind=tie.sort)


def _support(record: Record, _: date) -> Iterator[Row]:
    for part in ("timeline", "statements", "claims"):
        for item in getattr(record, part):
            for one in item.support:
                yield {
                    **one._asdict(),
                    "agreement": record.id,
                    "part": part,
                    "id": item.id,
                    "start": one.span.start,
                    "end": one.span.end,
                }


TABLES: Mapping[str, tuple[str, Callable[[Record, date], Iterable[Row]]]] = {
    "timeline": (
        """agreement id act chamber status date date_first date_last effective_on reported_on
        states by place condition vote replaces certainty origins independent_origins
        credibility party_organ confidence reports""",
        _timeline,
    ),
    "agreements": (
        """agreement name names parties kind standing_on standing certain alternatives
        party_standings reports""",
        _agreements,
    ),
    "provisions": (
        """agreement id kind bearers beneficiary force trigger qualifiers timing scope content
        fields origins independent_origins credibility renditions""",
        _provisions,
    ),
    "renditions": (
        """agreement provision report language start end quote trigger bearers beneficiary force
        qualifiers timing scope content verbatim via flags finding""",
        _renditions,
    ),
    "statements": (
        """agreement id speaker office state form stance uttered occasion via quote reports""",
        _statements,
    ),
    "claims": (
        """agreement id topic by state stance manner quantity date via changed_from
        quote reports""",
        _claims,
    ),
    "disagreements": (
        """agreement id about class value preferred origins reports why rule""",
        _disagreements,
    ),
    "predecessors": (
        """agreement relation names predecessor parties date status asserted_by quote reports""",
        _predecessors,
    ),
    "reports": (
        """agreement report outlet title published date_first date_last language origins path""",
        _reports,
    ),
    "lineage": ("agreement report kind of basis confidence why", _lineage),
    "support": (
        """agreement part id report start end quote finding value origin""",
        _support,
    ),
}

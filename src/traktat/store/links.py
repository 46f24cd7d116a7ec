"""The links in a SQLite store: which report mentions what, and where that was put.

They are kept so that one more report needs only what it concerns; a store without them works
everything out anew, once.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from traktat.store.base import Fused
from traktat.store.codec import from_text, to_text
from traktat.store.connections import Database
from traktat.store.rows import loaded, stored

if TYPE_CHECKING:  # questions do without fusion, so it is imported where it is needed
    from traktat.fusion.mentions import Mention
    from traktat.fusion.reach import Placed
    from traktat.fusion.traces import Trace

_HEIRS = """
    SELECT DISTINCT other.home FROM mentions AS one JOIN mentions AS other USING (report_id)
    WHERE one.home = ? AND (one.heir = other.key OR other.heir = one.key)
"""
_KEEP = """
    INSERT INTO mentions (report_id, ordinal, key, home, heir, record_id, body)
    VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_TRACES = "SELECT key, home, bearer FROM traces"


class SqliteLinks:
    """What linking settled, as rows of a database."""

    _rows: Database

    def snapshot(self) -> AbstractContextManager[None]:
        """Ask all of a block of the store as it is now, whatever others write meanwhile."""
        return self._rows.snapshot()

    def mentions_in(self, home: str) -> tuple[Mention, ...]:
        """Give the mentions of a home, by report and place in it."""
        from traktat.fusion.mentions import Mention

        rows = self._rows.all(
            "SELECT body FROM mentions WHERE home = ? ORDER BY report_id, ordinal", stored(home)
        )
        return tuple(from_text(Mention, body) for (body,) in rows)

    def traces_in(self, home: str) -> tuple[Trace, ...]:
        """Give the traces of a home."""
        return self._traces(f"{_TRACES} WHERE home = ? ORDER BY id", stored(home))

    def traces_of(self, key: str, most: int | None = None) -> tuple[Trace, ...]:
        """Give the traces with a key: all of them, or so many at most."""
        limit = -1 if most is None else most
        return self._traces(f"{_TRACES} WHERE key = ? ORDER BY id LIMIT ?", stored(key), limit)

    def heirs_of(self, home: str) -> tuple[str, ...]:
        """Give the homes of agreements that took the place of one of these, and the reverse."""
        return tuple(loaded(other) for (other,) in self._rows.all(_HEIRS, stored(home)))

    def placed(self, report: str) -> tuple[Placed, ...]:
        """Tell where the mentions of a report were put."""
        from traktat.fusion.reach import Placed

        rows = self._rows.all(
            "SELECT key, home, record_id FROM mentions WHERE report_id = ? ORDER BY ordinal", report
        )
        return tuple(Placed(f"{report}#{key}", loaded(home), record) for key, home, record in rows)

    def _traces(self, query: str, *values: object) -> tuple[Trace, ...]:
        from traktat.fusion.traces import Trace
        from traktat.fusion.unions import Bearer

        return tuple(
            Trace(loaded(key), loaded(home), from_text(Bearer, bearer) if bearer else None)
            for key, home, bearer in self._rows.all(query, *values)
        )


def save_links(rows: Database, fused: Fused) -> None:
    """Put what was settled in the place of what was known of the same reports and homes."""
    if fused.whole:
        rows.run("DELETE FROM mentions")
        rows.run("DELETE FROM traces")
    for report, mentions in sorted(fused.mentions.items()):
        rows.run("DELETE FROM mentions WHERE report_id = ?", report)
        rows.many(_KEEP, _mentions(mentions, fused))
    for mention, record in sorted(fused.placed.items()):
        report, _, key = mention.partition("#")
        if report not in fused.mentions:
            rows.run(
                "UPDATE mentions SET record_id = ? WHERE report_id = ? AND key = ?",
                *(record, report, key),
            )
    for home, traces in sorted(fused.traces.items()):
        _save_traces(rows, home, traces)


def _mentions(mentions: Iterable[Mention], fused: Fused) -> list[tuple[object, ...]]:
    from traktat.fusion.homes import home_of

    return [
        (
            one.report,
            place,
            one.key,
            stored(home_of(one)),
            one.heir,
            fused.placed.get(one.id),
            to_text(one),
        )
        for place, one in enumerate(mentions)
    ]


def _save_traces(rows: Database, home: str, traces: Iterable[Trace]) -> None:
    """Write the traces of a home, unless they are there already, as they mostly are."""
    anew = [(stored(one.key), to_text(one.bearer) if one.bearer else None) for one in traces]
    known = rows.all("SELECT key, bearer FROM traces WHERE home = ? ORDER BY id", stored(home))
    if known != anew:
        rows.run("DELETE FROM traces WHERE home = ?", stored(home))
        rows.many(
            "INSERT INTO traces (home, key, bearer) VALUES (?, ?, ?)",
            [(stored(home), *one) for one in anew],
        )

"""What every store can do, whatever it is made of.

A store keeps evidence (readings and judgements) and a copy of the records worked out from it.
Records are never the truth: they are a pure function of the evidence, and `pending` says what
of the evidence has changed since they were worked out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from traktat.model.dates import When
from traktat.model.documents import Document
from traktat.model.findings import Reading
from traktat.model.judgements import Judgement
from traktat.model.outlines import Listed, Outline, Part, Presence, Role, Title
from traktat.model.records import Record
from traktat.model.spans import Span
from traktat.sentences import Sentence

if TYPE_CHECKING:
    from traktat.fusion.mentions import Mention
    from traktat.fusion.reach import Placed
    from traktat.fusion.traces import Trace
    from traktat.store.lists import Cut, Found, Wanted

STDIN = "-"


class Change(StrEnum):
    """What keeping a reading did to the store."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


class Held(NamedTuple):
    """How a document is held: the state it was read in, its source, and its path there."""

    state: str
    source: str
    path: str


class Matter(StrEnum):
    """What a search looks through."""

    REPORT = "report"
    STATEMENT = "statement"
    PROVISION = "provision"


class Hit(NamedTuple):
    """A match of a search: the report, the finding (none for a whole report), and the words.

    Outlet, title, day of publication and language are those of the report.
    """

    report: str
    finding: str | None
    path: str
    excerpt: str
    matter: Matter
    outlet: str | None
    title: str | None
    published: When | None
    language: str

    def to_json(self) -> dict[str, Any]:
        """Give the printed form."""
        published = self.published.edtf if self.published else None
        return {**self._asdict(), "matter": self.matter.value, "published": published}


class Doubt(NamedTuple):
    """An issue of a reading, with a finding on the same characters, if there is one.

    `agreement` is the first record that rests on the report.
    """

    report: str
    path: str
    code: str
    span: Span
    message: Sentence
    finding: str | None
    kind: str | None
    quote: str | None
    agreement: str | None


EVERYTHING = "*"  # stands for all reports where a judgement may concern any of them


@dataclass(frozen=True, slots=True)
class Pending:
    """What has changed since the records were last worked out.

    `stamp` is the program they were worked out by, `round` how often records have been saved,
    `reports` the reports taken in, changed, judged or forgotten since, each with the moment of
    its last change; `judged` is how many lines of judgement were known then, `waiting` how many
    have come since.
    """

    stamp: str
    round: int
    reports: Mapping[str, int]
    judged: int = 0
    waiting: int = 0

    def is_nothing(self, stamp: str) -> bool:
        """Tell whether the records are up to date with the evidence and a program."""
        return not self.reports and not self.waiting and self.stamp == stamp


@dataclass(frozen=True, slots=True)
class Fused:
    """Records worked out anew, with what the next time can begin from.

    `gone` are ids of records that are no more; `mentions` what each of these reports speaks
    of, nothing for a report that was forgotten; with `whole`, these are all there are;
    `judged` is how many lines of judgement they rest on; `outlines` what lists show of these
    records; `traces` what these homes are found by, nothing for a home that is no more;
    `placed` the record of every mention that is new or has another record than before.
    """

    records: tuple[Record, ...]
    gone: tuple[str, ...]
    mentions: Mapping[str, tuple[Mention, ...]]
    whole: bool = False
    judged: int = 0
    outlines: tuple[Outline, ...] = ()
    traces: Mapping[str, tuple[Trace, ...]] = field(default_factory=dict)
    placed: Mapping[str, str | None] = field(default_factory=dict)


class Store(Protocol):
    """A place that keeps readings, judgements and records."""

    def held(self) -> Mapping[str, Held]:
        """Give how every document is held, by its key."""

    def sources(self) -> Mapping[str, str]:
        """Give the digest of every wholly read source by its location."""

    def keep(self, document: Document, reading: Reading, state: str, *, source: str) -> Change:
        """Keep a document with its reading, in one transaction."""

    def move(self, key: str, path: str) -> None:
        """Note that a document, otherwise unchanged, is now found elsewhere in its source."""

    def keep_source(self, source: str, digest: str) -> None:
        """Remember that a source with these bytes has been read to its end."""

    def drop(self, keys: Iterable[str]) -> int:
        """Forget documents; tell how many there were."""

    def readings(self, reports: Iterable[str] | None = None) -> Iterator[Reading]:
        """Give the readings in an order that does not depend on when they came in."""

    def reports_of(self, finding_id: str) -> tuple[str, ...]:
        """Give the ids of the reports that have a finding of that id, sorted."""

    def reports_in(self, record_id: str) -> tuple[str, ...]:
        """Give the ids of the reports a record rests on, sorted."""

    def records_holding(self, item_id: str) -> tuple[str, ...]:
        """Give the ids of the records that have an item of that id, sorted."""

    def doubts(self) -> tuple[Doubt, ...]:
        """Give the issues of all readings, each with every finding on the same characters."""

    def report_clocks(self) -> Mapping[str, int]:
        """Give every report with the moment at which it, or what people say of it, last changed."""

    def reports_naming(self, name: str) -> tuple[str, ...]:
        """Give the ids of the reports with a finding that holds this very name, sorted."""

    def judge(self, judgement: Judgement, reports: Iterable[str] = (EVERYTHING,)) -> bool:
        """Add a judgement, or the line that undoes it; tell whether it was new.

        `reports` are those whose findings or ties it may change.
        """

    def judgements(self) -> tuple[Judgement, ...]:
        """Give every judgement in the order they were made."""

    def version(self) -> str:
        """Give what changes whenever evidence or records do."""

    def pending(self) -> Pending:
        """Tell what has changed since the records were last worked out."""

    def snapshot(self) -> AbstractContextManager[None]:
        """Ask all of a block of the store as it is now, whatever others write meanwhile."""

    def mentions_in(self, home: str) -> tuple[Mention, ...]:
        """Give the mentions of a home, as they were when records were last worked out."""

    def traces_in(self, home: str) -> tuple[Trace, ...]:
        """Give what the agreements of a home can be found by."""

    def traces_of(self, key: str, most: int | None = None) -> tuple[Trace, ...]:
        """Give the traces with a key: all of them, or so many at most."""

    def heirs_of(self, home: str) -> tuple[str, ...]:
        """Give the homes of agreements that took the place of one of these, and the reverse."""

    def placed(self, report: str) -> tuple[Placed, ...]:
        """Tell where the mentions of a report were put."""

    def save_records(self, fused: Fused, pending: Pending, stamp: str) -> bool:
        """Save what was worked out from what was pending, and note the program that did it.

        Nothing is saved, and False given, if somebody else has saved records meanwhile.
        """

    def records(self, *, without: Iterable[str] = ()) -> tuple[Record, ...]:
        """Give every record, sorted by id; these parts of them are left empty, and not read."""

    def record_ids(self) -> tuple[str, ...]:
        """Give the id of every record, sorted."""

    def record(self, record_id: str) -> Record | None:
        """Give the record of that id, if there is one."""

    def titles(self) -> tuple[Title, ...]:
        """Give what every record can be called, sorted by id."""

    def records_with(self, item_id: str) -> tuple[str, ...]:
        """Give the ids of the records that have an item of that id, sorted."""

    def search(self, words: str, matter: Matter = Matter.REPORT) -> tuple[Hit, ...]:
        """Find reports, statements or clauses by their words, best first."""

    def found(self, words: str, matter: Matter, cut: Cut) -> Found[Hit]:
        """Give some of the matches of a search, best first, and how many there are."""

    def presences(
        self, role: Role, *, words: str = "", name: str | None = None, cut: Cut = ...
    ) -> Found[Presence]:
        """List persons or states, those that do and say most first."""

    def items(self, part: Part, wanted: Wanted = ..., *, cut: Cut = ...) -> Found[Listed]:
        """List items of one part of all records, by day, what has no day last."""

    def reports_with(self, words: str) -> frozenset[str]:
        """Give the ids of all reports that hold all of these words."""

    def close(self) -> None:
        """Let go of the store."""


def location(path: str) -> str:
    """Give the absolute form of a path, so that `./a.txt` and `a.txt` are one.

    >>> location("-")
    '-'
    """
    if path == STDIN or path.startswith(f"{STDIN}:"):
        return path
    return str(Path(path).absolute()) if "://" not in path else path


def document_key(document: Document, source: str) -> str:
    """Give the key of a document: the digest of its source, who printed it where, and its text.

    The same text at another place or from another outlet is another document: a copy is
    evidence too. The same document taken in twice has one key, on whatever line it stands.
    """
    return _digest([source, document.outlet, document.url, document.sha256])[:16]


def document_state(document: Document, stamp: str) -> str:
    """Give the digest of all that a reading depends on besides the text: metadata and reader."""
    doubts = [(issue.code, list(issue.span), issue.message) for issue in document.issues]
    stated = [document.title, document.published, document.lang, doubts, stamp]
    return _digest(stated)[:16]


def _digest(stated: object) -> str:
    return sha256(json.dumps(stated).encode("ascii")).hexdigest()

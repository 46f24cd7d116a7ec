"""What the layers of reading hand to each other: mentions of names, agreements, dates, quotes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from traktat.lang.places import first_from
from traktat.model.findings import (
    AgreementFinding,
    DateFinding,
    NameFinding,
    StatementFinding,
    TimeFinding,
)
from traktat.model.issues import Issue
from traktat.model.kinds import Chamber, NameKind
from traktat.model.spans import Span


class Placed(Protocol):
    """Anything that stands on tokens [first, end)."""

    @property
    def first(self) -> int:
        """Give the first token."""

    @property
    def end(self) -> int:
        """Give the token after the last."""


P = TypeVar("P", bound=Placed)

UNDERTAKING = "undertaking"
"""The key of words for what two sides agree to do, where no noun names the agreement."""


class Row(Generic[P]):
    """Things in the order of their tokens.

    `starts` are their first tokens; `reached` tells how far each and all before it reach.
    """

    __slots__ = ("items", "reached", "starts")

    def __init__(self, items: tuple[P, ...] = ()) -> None:
        self.items = items
        self.starts = [item.first for item in items]
        self.reached: list[int] = []
        far = 0
        for item in items:
            far = max(far, item.end)
            self.reached.append(far)

    def __repr__(self) -> str:
        return f"Row({self.items!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Row) and self.items == other.items

    def __hash__(self) -> int:
        return hash(self.items)

    def within(self, first: int, end: int) -> tuple[P, ...]:
        """List those that begin within tokens [first, end)."""
        starts = self.starts
        if not starts or starts[-1] < first or starts[0] >= end:
            return ()
        return self.items[first_from(starts, first) : first_from(starts, end)]

    def over(self, token: int) -> list[P]:
        """List those that hold a token, in their order."""
        at = first_from(self.starts, token + 1)
        found: list[P] = []
        while at and self.reached[at - 1] > token:
            at -= 1
            if self.items[at].end > token:
                found.append(self.items[at])
        return found[::-1]

    def before(self, token: int) -> tuple[P, ...]:
        """List those that begin before a token, nearest last."""
        return self.items[: first_from(self.starts, token)]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMention:
    """A name where it stands. `name` is the canonical form in this report ("Vladimir Putin").

    `span` covers the name with its office ("Presiden Rusia Vladimir Putin"), `bare` the name
    alone. `state` is the code of a state itself, or of the state a person or organ acts for.
    `key` is the same for all mentions of one thing in the report. `metonym` marks capitals
    and buildings that stand for a state or organ. `pronoun` marks a resolved "he" or "they";
    `members` are the keys a plural mention stands for ("kedua negara", "they").
    `attributive` marks a state that only describes the next noun ("Russian troops",
    "tentara Korea Utara"): it names no actor.
    """

    first: int
    end: int
    span: Span
    bare: Span
    name: str
    sort: NameKind
    key: str
    office: str | None = None
    state: str | None = None
    chamber: Chamber | None = None
    metonym: bool = False
    pronoun: bool = False
    attributive: bool = False
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementMention:
    """A noun phrase that stands for an agreement; `key` is its cluster in this report.

    `form` is the sort of instrument the noun names; `anaphoric` marks "perjanjian tersebut",
    "the pact", "it": a mention that names nothing by itself.
    """

    first: int
    end: int
    span: Span
    key: str
    form: str | None = None
    anaphoric: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A stretch in quotation marks. `span` is the inside; `first`, `end` its tokens.

    `closed` is false where a mark is missing and that end was worked out; `words` counts its
    words; `depth` is 0 unless it stands inside another quotation.
    """

    first: int
    end: int
    span: Span
    closed: bool = True
    words: int = 0
    depth: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A date finding (or other time) and its tokens."""

    first: int
    end: int
    finding: DateFinding | TimeFinding


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """A statement finding and the tokens of what is said; `cue` is the verb's token, or -1."""

    first: int
    end: int
    cue: int
    finding: StatementFinding


NO_MENTIONS: Row[AgreementMention] = Row()


@dataclass(frozen=True, slots=True)
class Agreements:
    """The agreements of a report and every mention of them.

    `documents` are all papers named, each with what it stands for: an agreement's key, a law,
    instruments, a class of agreements. `doubts` are what could not be settled.
    """

    findings: tuple[AgreementFinding, ...] = ()
    mentions: Row[AgreementMention] = NO_MENTIONS
    documents: tuple[NameFinding, ...] = ()
    doubts: tuple[Issue, ...] = ()

    def by_key(self, key: str) -> AgreementFinding | None:
        """Give the agreement of a key."""
        return next((finding for finding in self.findings if finding.key == key), None)


Names = Row[NameMention]
Quotations = Row[Quotation]
Dates = Row[DateMention]
Utterances = Row[Utterance]

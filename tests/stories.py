"""Stories: readings built by hand, line by line, so that every quote stands where its span says.

A story's lines are filled up with words of its own, so that two stories are no copies of one
another unless a test makes them so.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from tests.factories import when
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
    order,
)
from traktat.model.issues import Issue
from traktat.model.kinds import (
    ActKind,
    Chamber,
    Force,
    Form,
    Manner,
    NameKind,
    ProvisionKind,
    Stance,
    Status,
)
from traktat.model.reports import Origin, Report, Segment
from traktat.model.spans import Span

_SYLLABLES = ("ba", "do", "ki", "lu", "me", "no", "pa", "ri", "su", "ta", "ve", "zo")


def filler(seed: str, words: int = 8) -> str:
    """Give words that no other seed gives."""
    digest = sha256(seed.encode()).digest()
    return " ".join(
        "".join(_SYLLABLES[byte % 12] for byte in digest[3 * n : 3 * n + 3]) for n in range(words)
    )


class Story:
    """A report in the making. Each finding adds a line; a line's text may be given."""

    def __init__(
        self,
        name: str,
        published: str | None = None,
        *,
        outlet: str | None = None,
        language: str = "en",
        parties: str = "PRK RUS",
        known: str | None = None,
        names: tuple[str, ...] = (),
        form: str | None = None,
        topics: tuple[str, ...] = (),
    ) -> None:
        self.name, self.language, self.outlet = name, language, outlet
        self.published = when(published)
        self.text = ""
        self.findings: list[Finding] = []
        self.origins: list[Origin] = []
        self.segments: list[Segment] = []
        self.issues: list[Issue] = []
        if parties:
            self.agreement(parties=parties, known=known, names=names, form=form, topics=topics)

    def line(self, text: str | None = None, seed: str = "") -> Span:
        """Add a line and give its span, without the line break."""
        body = text or filler(f"{self.name} {len(self.text)} {seed}")
        start = len(self.text)
        self.text += body + "\n"
        return Span(start, start + len(body))

    def add(self, finding: type[Finding], text: str | None, **fields: Any) -> Span:
        """Add a finding on a line of its own, or on a span that is given as `at`."""
        at = fields.pop("at", None)
        span = at if at is not None else self.line(text, finding.kind)
        made = finding(span=span, quote=span.of(self.text), **fields)
        self.findings.append(made)
        return span

    def agreement(
        self, key: str = "A", parties: str = "PRK RUS", text: str | None = None, **more: Any
    ) -> Span:
        """Add an agreement; its mention is a line."""
        span = self.line(text, f"agreement {key}")
        fields: dict[str, Any] = {
            "parties": tuple(sorted(parties.split())),
            "names": more.pop("names", ()),
            "topics": more.pop("topics", ()),
            "mentions": (span,),
        }
        return self.add(AgreementFinding, None, at=span, key=key, **fields, **more)

    def act(self, kind: str, date: str | None = None, text: str | None = None, **more: Any) -> Span:
        """Add an act; `by` is a tuple of names, `states` codes with spaces between."""
        chamber = more.pop("chamber", None)
        for field in ("effective_on", "reported_on"):
            more[field] = when(more.get(field))
        return self.add(
            ActFinding,
            text,
            agreement=more.pop("key", "A"),
            act=ActKind(kind),
            status=Status(more.pop("status", "occurred")),
            date=when(date),
            states=tuple(more.pop("states", "").split()),
            chamber=Chamber(chamber) if chamber else None,
            **more,
        )

    def provision(self, kind: str, text: str | None = None, **more: Any) -> Span:
        """Add a clause; `bearers` are codes with spaces between."""
        return self.add(
            ProvisionFinding,
            text,
            agreement=more.pop("key", "A"),
            provision=ProvisionKind(kind),
            force=Force(more.pop("force", "shall")),
            bearers=tuple(more.pop("bearers", "").split()),
            **more,
        )

    def statement(self, speaker: str, text: str | None = None, **more: Any) -> Span:
        """Add a remark."""
        form = Form(more.pop("form", "direct"))
        uttered = when(more.pop("uttered", None))
        return self.add(StatementFinding, text, speaker=speaker, form=form, uttered=uttered, **more)

    def claim(self, by: str, stance: str, topic: str, date: str | None = None, **more: Any) -> Span:
        """Add a claim."""
        manner = more.pop("manner", None)
        return self.add(
            ClaimFinding,
            more.pop("text", None),
            by=by,
            stance=Stance(stance),
            topic=topic,
            date=when(date),
            manner=Manner(manner) if manner else None,
            **more,
        )

    def day(self, edtf: str, text: str | None = None, **more: Any) -> Span:
        """Add a date expression."""
        return self.add(DateFinding, text, when=when(edtf), **more)

    def time(self, sense: str, edtf: str | None = None, **more: Any) -> Span:
        """Add another expression of time."""
        text = more.pop("text", None)
        return self.add(TimeFinding, text, sense=sense, when=when(edtf), **more)

    def person(self, name: str, state: str | None = None, **more: Any) -> Span:
        """Add the name of a person."""
        sort = NameKind(more.pop("sort", "person"))
        text = more.pop("text", name)
        return self.add(NameFinding, text, name=name, sort=sort, state=state, **more)

    def event(self, event: str, **more: Any) -> Span:
        """Add an event beside the agreement."""
        states = tuple(more.pop("states", "").split())
        date = when(more.pop("date", None))
        text = more.pop("text", None)
        return self.add(EventFinding, text, event=event, states=states, date=date, **more)

    def credit(self, name: str, scope: Span | None = None, organ_of: str | None = None) -> Story:
        """Credit an origin, for the whole report or a stretch of it."""
        span = self.line(f"({name})", "credit")
        self.origins.append(Origin(name=name, span=span, scope=scope, organ_of=organ_of))
        return self

    def doubt(self, code: str, span: Span) -> None:
        """Raise an issue of the reading."""
        self.issues.append(Issue(code, span, code))

    @property
    def id(self) -> str:
        """Give the id the report has now."""
        return self.reading().report.id

    def reading(self, **changes: Any) -> Reading:
        """Finish the report; `changes` replace fields of it (a copy in another outlet)."""
        fields: dict[str, Any] = {
            "path": f"{self.name}.txt",
            "text": self.text,
            "sha256": sha256(self.text.encode()).hexdigest(),
            "language": self.language,
            "outlet": self.outlet,
            "published": self.published,
            "origins": tuple(self.origins),
            "segments": tuple(self.segments),
        }
        report = Report(**{**fields, **changes})
        return Reading(report, tuple(sorted(self.findings, key=order)), tuple(self.issues))

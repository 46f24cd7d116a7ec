"""Readings and records made by hand, for tests that need something to keep."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from traktat.model.dates import parse
from traktat.model.documents import Document
from traktat.model.findings import (
    ActFinding,
    AgreementFinding,
    ClaimFinding,
    DateFinding,
    EventFinding,
    NameFinding,
    ProvisionFinding,
    Reading,
    StatementFinding,
    Step,
    TimeFinding,
)
from traktat.model.issues import Issue
from traktat.model.judgements import Judgement, Verdict
from traktat.model.kinds import (
    ActKind,
    Basis,
    Chamber,
    DisagreementClass,
    Force,
    Form,
    Manner,
    NameKind,
    ProvisionKind,
    Stance,
    Status,
)
from traktat.model.records import (
    Claim,
    Disagreement,
    Name,
    Predecessor,
    Provision,
    Record,
    Rendition,
    ReportEntry,
    Statement,
    Support,
    Tie,
    TimelineAct,
    Value,
)
from traktat.model.reports import Furniture, Origin, Report, Segment
from traktat.model.spans import Span

TEXT = (
    "Advertisement\n"
    "Ruritania and Graustark signed a lighthouse treaty in Strelsau on 3 May 2021, the agency "
    "Ruritanian Wire said. “We shall keep every lamp burning,” Minister Ottokar Zapt said."
)


def document(path: str = "a.txt", text: str = TEXT, **fields: str | None) -> Document:
    return Document(path=path, text=text, **fields)


def span_of(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def reading(document: Document) -> Reading:
    """Give a reading with a finding of every kind and every field in use somewhere."""
    text = document.text
    day, said = "3 May 2021", "We shall keep every lamp burning"
    step = Step("dates.explicit", "months.may", span_of(day, text))
    date_finding = DateFinding(
        span=span_of(day, text), quote=day, when=parse("2021-05-03"), because=(step,)
    )
    time = TimeFinding(span=Span(0, 1), quote=text[:1], sense="now", confidence=0.5)
    name = NameFinding(
        span=span_of("Ottokar Zapt", text),
        quote="Ottokar Zapt",
        name="Ottokar Zapt",
        sort=NameKind.PERSON,
        office="foreign-minister",
        state="RUR",
    )
    agreement = AgreementFinding(
        span=span_of("lighthouse treaty", text),
        quote="lighthouse treaty",
        key="A",
        parties=("GRA", "RUR"),
        names=("lighthouse treaty",),
        mentions=(span_of("lighthouse treaty", text),),
    )
    act = ActFinding(
        span=span_of("signed", text),
        quote="signed",
        agreement="A",
        act=ActKind.SIGNATURE,
        status=Status.OCCURRED,
        states=("GRA", "RUR"),
        date=parse("2021-05-03"),
        effective_on=parse("[2021-05-01..2021-05-03]"),
        place="Strelsau",
        chamber=Chamber.LOWER,
    )
    provision = ProvisionFinding(
        span=span_of(said, text),
        quote=said,
        agreement="A",
        provision=ProvisionKind.COOPERATION,
        force=Force.SHALL,
        fields=("lighthouses",),
    )
    statement = StatementFinding(
        span=span_of(said, text),
        quote=said,
        speaker="Ottokar Zapt",
        form=Form.DIRECT,
        uttered=parse("2021-05~"),
        cue=span_of("said", text),
    )
    claim = ClaimFinding(
        span=span_of("signed", text),
        quote="signed",
        by="RUR",
        stance=Stance.ASSERTS,
        topic="RUR keeps lamps",
        manner=Manner.PLEDGE,
        quantity=(">", "40", "lamps"),
    )
    event = EventFinding(span=span_of("signed", text), quote="signed", event="meeting")
    return Reading(
        report(document),
        (time, agreement, act, claim, event, date_finding, name, provision, statement),
        (Issue("weekday-mismatch", Span(0, 3), "a Monday, not a Friday"),),
    )


def report(document: Document) -> Report:
    return Report(
        path=document.path,
        text=document.text,
        sha256=document.sha256,
        language="en",
        outlet=document.outlet,
        title=document.title,
        published=parse("2021-05-04"),
        published_basis=Basis.METADATA,
        origins=(Origin(name="Ruritanian Wire", span=Span(14, 23), organ_of="RUR"),),
        mask=(Furniture(Span(0, 13), "advert"),),
        segments=(Segment(Span(0, len(document.text)), "Ruritanian Wire"),),
        issues=(Issue("guessed-encoding", Span(0, 0), "taken for Latin-1"), *document.issues),
    )


def signature(**changes: object) -> TimelineAct:
    act = TimelineAct(
        id="act-sign",
        act=ActKind.SIGNATURE,
        status=Status.OCCURRED,
        states=("GRA", "RUR"),
        date=parse("2021-05-03"),
        place="Strelsau",
        support=(Support("r1", Span(3, 9), "signed", "f1", "2021-05-03", "Ruritanian Wire"),),
        origins=("Ruritanian Wire",),
        independent_origins=1,
        credibility=3,
    )
    return replace(act, **changes)  # type: ignore[arg-type]  # names are checked by replace


def record(record_id: str = "gra-rur-2021", **changes: object) -> Record:
    whole = Record(
        id=record_id,
        parties=("GRA", "RUR"),
        names=(Name(text="Lighthouse Treaty", language="en"),),
        kind="treaty",
        timeline=(signature(),),
        reports=(
            ReportEntry(
                report="r1",
                path="a.txt",
                outlet="Strelsau Post",
                title=None,
                published=parse("2021-05-04"),
                language="en",
                origins=("Ruritanian Wire",),
            ),
        ),
    )
    return replace(whole, **changes)  # type: ignore[arg-type]  # names are checked by replace


def judgement(judgement_id: str = "j1") -> Judgement:
    return Judgement(
        id=judgement_id,
        about="r1:f1",
        verdict=Verdict.CORRECT,
        by="reviewer",
        at=datetime(2026, 1, 2, 3, 4, tzinfo=UTC),
        why="the report means the third of May",
        changes=(("date", "2021-05-03"),),
    )


def support(report: str, quote: str, value: str = "") -> Support:
    return Support(report, Span(10, 10 + len(quote)), quote, f"f-{report}", value, "Wire")


def full_record() -> Record:
    """Give a record with something in every part: a pact of mutual help, in force in 2022."""
    return Record(
        id="gra-rur-2021",
        parties=("GRA", "RUR"),
        names=(Name(text="Lighthouse Pact", language="en", reports=3),),
        kind="pact",
        timeline=full_timeline(),
        provisions=(full_provision(),),
        statements=(
            Statement(
                id="say-1",
                speaker="Ottokar Zapt",
                form=Form.DIRECT,
                state="RUR",
                uttered=parse("2021-05-03"),
                support=(support("r1", "We shall keep every lamp burning"),),
            ),
        ),
        claims=(
            Claim(
                id="claim-1",
                topic="RUR lamps in GRA",
                by="RUR",
                stance=Stance.DENIES,
                date=parse("2021-06-01"),
                support=(support("r1", "there are no lamps of ours there"),),
            ),
            Claim(
                id="claim-2",
                topic="RUR lamps in GRA",
                by="RUR",
                stance=Stance.NEITHER,
                manner=Manner.DECLINE,
                quantity=(">", "40", "lamps"),
                date=parse("2021-06-09"),
                support=(support("r2", "that is our affair"),),
                changed_from="claim-1",
            ),
        ),
        disagreements=(
            Disagreement(
                id="differ-1",
                about="act:signature:date",
                sort=DisagreementClass.CONTRADICTION,
                values=(
                    Value(value="2021-05-03", support=(support("r1", "3 May"),), origins=("Wire",)),
                    Value(value="2021-05-04", support=(support("r2", "4 May"),), origins=("Post",)),
                ),
                prefer="2021-05-03",
                why="two independent origins against one",
                rule="most-origins",
            ),
        ),
        predecessors=(
            Predecessor(
                names=("Harbor Accord",),
                relation="replaces",
                date=parse("1898"),
                support=(support("r1", "takes the place of the Harbor Accord"),),
            ),
        ),
        reports=(
            full_entry("r1", "a.txt", "Strelsau Post", "en"),
            full_entry("r2", "b.txt", "Harian Zenda", "id"),
            full_entry("r3", "=c.txt", None, "en"),
        ),
        lineage=(
            Tie(
                report="r2",
                of="r1",
                sort="translation",
                basis=Basis.INFERRED,
                confidence=0.8,
                why="the same names and numbers in the same order",
            ),
        ),
    )


def full_entry(report: str, path: str, outlet: str | None, language: str) -> ReportEntry:
    return ReportEntry(
        report=report,
        path=path,
        outlet=outlet,
        title=None,
        published=parse("2021-05-04"),
        language=language,
        origins=("Wire",),
    )


def full_timeline() -> tuple[TimelineAct, ...]:
    return (
        signature(support=(support("r1", "signed"), support("r2", "menandatangani"))),
        TimelineAct(
            id="act-approve",
            act=ActKind.APPROVAL,
            status=Status.OCCURRED,
            chamber=Chamber.LOWER,
            states=("RUR",),
            date=parse("2021-07"),
            vote="397-0",
            support=(support("r1", "the lower house approved"),),
            origins=("Wire",),
            independent_origins=2,
            credibility=1,
        ),
        TimelineAct(
            id="act-exchange",
            act=ActKind.EXCHANGE,
            status=Status.OCCURRED,
            states=("GRA", "RUR"),
            date=parse("2022-01-10"),
            place="Zenda",
            support=(support("r1", "swapped their papers"),),
            origins=("Wire",),
            independent_origins=1,
            credibility=3,
            party_organ=True,
        ),
        TimelineAct(
            id="act-force",
            act=ActKind.ENTRY_INTO_FORCE,
            status=Status.OCCURRED,
            states=("GRA", "RUR"),
            date=parse("2022-01-10"),
            support=(support("r1", "is in force from today"),),
            origins=("Wire",),
            independent_origins=2,
            credibility=2,
        ),
    )


def full_provision() -> Provision:
    words = "either side shall at once help the other when it is attacked"
    return Provision(
        id="clause-1",
        kind=ProvisionKind.MUTUAL_ASSISTANCE,
        bearers=("GRA", "RUR"),
        beneficiary="other-party",
        force=Force.SHALL,
        trigger="armed-attack",
        qualifiers=("un-charter-51",),
        timing="without-delay",
        origins=("Wire", "Post"),
        independent_origins=2,
        credibility=2,
        renditions=(
            full_rendition("r1", words),
            replace(
                full_rendition("r2", "the attacker shall be helped"),
                trigger="aggressor",
                flags=("roles-inverted",),
            ),
        ),
    )


def full_rendition(report: str, quote: str) -> Rendition:
    return Rendition(
        report=report,
        span=Span(0, len(quote)),
        quote=quote,
        language="en",
        finding=f"f-{report}",
        trigger="armed-attack",
        bearers=("GRA", "RUR"),
        force=Force.SHALL,
        qualifiers=("un-charter-51",),
    )

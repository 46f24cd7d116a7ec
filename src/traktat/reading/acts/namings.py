"""Agreements called by the day on which they were made: "the September 7 truce"."""

from __future__ import annotations

from collections.abc import Iterable

from traktat.model.findings import ActFinding, Step
from traktat.model.kinds import CONCLUSION, ActKind, Status
from traktat.reading.acts.outlines import Sources
from traktat.reading.mentions import AgreementMention, DateMention


def named_by_day(sources: Sources, told: Iterable[ActFinding]) -> list[ActFinding]:
    """Give the making of each agreement of which only the day in its name tells."""
    made = {
        act.agreement for act in told if act.act in CONCLUSION and act.status is Status.OCCURRED
    }
    out: dict[str, ActFinding] = {}
    for mention in sources.agreements.mentions.items:
        if mention.key in made or mention.key in out:
            continue
        for date in sources.dates.within(mention.first, mention.end):
            if _is_past_day(sources, date):
                out[mention.key] = _making(sources, mention, date)
    return list(out.values())


def _is_past_day(sources: Sources, date: DateMention) -> bool:
    when, published = date.finding.when, sources.page.report.published
    if when is None or not when.is_day:
        return False
    return published is None or when.last <= published.last


def _making(sources: Sources, mention: AgreementMention, date: DateMention) -> ActFinding:
    agreement = sources.agreements.by_key(mention.key)
    return ActFinding(
        span=mention.span,
        quote=sources.page.quote(mention.span),
        because=(
            Step("agreement: named by its day", "agreements", mention.span),
            Step("date: its name", "dates", date.finding.span),
        ),
        agreement=mention.key,
        act=ActKind.TEXT_AGREED,
        status=Status.OCCURRED,
        states=agreement.parties if agreement else (),
        date=date.finding.when,
    )

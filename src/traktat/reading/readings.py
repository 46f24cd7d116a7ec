"""One report read from front to back, layer upon layer."""

from __future__ import annotations

from traktat.lang import Pack
from traktat.model.findings import Finding, NameFinding, Reading
from traktat.model.reports import Report
from traktat.model.spans import Span
from traktat.reading.acts import read_acts
from traktat.reading.agreements import read_agreements, widened
from traktat.reading.claims import read_claims
from traktat.reading.dates import read_dates
from traktat.reading.events import read_events
from traktat.reading.mentions import NameMention
from traktat.reading.names import read_names
from traktat.reading.provisions import read_provisions
from traktat.reading.quotations import read_quotations
from traktat.reading.scan import scan
from traktat.reading.statements import read_statements


def read_report(report: Report, pack: Pack) -> Reading:
    """Read everything a report says of agreements; furniture is not read."""
    page = scan(report, pack)
    quotations = read_quotations(page)
    dates, issues = read_dates(page, quotations)
    names = read_names(page, quotations)
    agreements = read_agreements(page, names, dates)
    utterances = read_statements(page, names, quotations, dates)
    findings: list[Finding] = [item.finding for item in dates.items]
    findings += [named(page.quote(item.span), item) for item in names.items if not item.pronoun]
    findings += [item.finding for item in utterances.items]
    acts = read_acts(page, names, agreements, dates, utterances)
    agreements = widened(agreements, acts)
    findings += agreements.findings
    findings += agreements.documents
    findings += acts
    findings += read_provisions(page, names, agreements, quotations, utterances)
    findings += read_claims(page, names, dates, utterances)
    findings += read_events(page, names, dates)
    findings.sort(key=_order)
    return Reading(report, tuple(findings), issues + agreements.doubts)


def _order(finding: Finding) -> tuple[Span, str]:
    """Give what sorts findings: `order` of the model, compiled with this module."""
    return finding.span, finding.kind


def named(quote: str, mention: NameMention) -> NameFinding:
    """Turn a mention of a name into a finding."""
    return NameFinding(
        span=mention.span,
        quote=quote,
        name=mention.name,
        sort=mention.sort,
        office=mention.office,
        state=mention.state,
    )

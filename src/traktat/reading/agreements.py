"""The agreements a report speaks of, each with all its mentions and its parties."""

from __future__ import annotations

from traktat.model.findings import AgreementFinding, Step
from traktat.reading.agreement_nouns import Words, phrases
from traktat.reading.clusters import Cluster, parties_of, united
from traktat.reading.mentions import AgreementMention, Agreements, Dates, Names, Row
from traktat.reading.groups import Groups
from traktat.reading.parties import Evidence, Frames
from traktat.reading.scan import Scan


def read_agreements(page: Scan, names: Names, dates: Dates) -> Agreements:
    """Find mentions of agreements and unite those that mean one instrument."""
    if not (page.marks.of("agreements") or page.marks.of("treaties")):
        return Agreements()
    words = Words(page, names)
    groups = Groups(page, names, words.roles)
    frames = Frames(page, groups, words.roles)
    items = [(phrase, frames.evidence(phrase)) for phrase in phrases(words)]
    items = [item for item in items if not (item[1].outside or item[1].third)]
    clusters = united(items)
    named = frozenset(code for item in names.items for code in groups.codes(item))
    kept = [(cluster, parties_of(cluster, named)) for cluster in clusters]
    kept = [(cluster, parties) for cluster, parties in kept if parties]
    return _found(page, kept)


def _found(page: Scan, kept: list[tuple[Cluster, tuple[str, ...]]]) -> Agreements:
    findings, mentions = [], []
    for number, (cluster, parties) in enumerate(kept):
        key = _key(number)
        row = []
        for phrase, _ in cluster.members:
            row.append(
                AgreementMention(
                    first=phrase.first,
                    end=phrase.end,
                    span=page.tokens.span(phrase.first, phrase.end),
                    key=key,
                    form=phrase.form,
                    anaphoric=phrase.bare,
                )
            )
        mentions += row
        fullest = max(cluster.members, key=lambda m: (not m[0].bare, m[0].end - m[0].first))[0]
        span = page.tokens.span(fullest.first, fullest.end)
        names = dict.fromkeys(page.words(p.first, p.end) for p, _ in cluster.members if not p.bare)
        findings.append(
            AgreementFinding(
                span=span,
                quote=page.quote(span),
                key=key,
                parties=parties,
                names=tuple(names) or (page.quote(span),),
                form=fullest.form,
                topics=tuple(sorted(cluster.topics)),
                mentions=tuple(item.span for item in row),
                known=cluster.known,
                because=(Step("agreement noun", f"agreements#{fullest.key}", span),),
            )
        )
    return Agreements(tuple(findings), Row(tuple(sorted(mentions, key=lambda m: (m.first, m.end)))))


def _key(number: int) -> str:
    """Give the key of the n-th agreement of a report: A, B … Z, A2, B2 …"""
    letter, turn = chr(ord("A") + number % 26), number // 26
    return letter if not turn else f"{letter}{turn + 1}"


__all__ = ["Evidence", "read_agreements"]

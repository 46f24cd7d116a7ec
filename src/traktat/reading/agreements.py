"""The agreements a report speaks of, each with all its mentions and its parties."""

from __future__ import annotations

from traktat.model.findings import AgreementFinding, Step
from traktat.reading.agreement_nouns import Phrase, Words, phrases
from traktat.reading.clusters import united
from traktat.reading.settling import Settled, settled
from traktat.reading.mentions import AgreementMention, Agreements, Dates, Names, Row
from traktat.reading.groups import Groups
from traktat.reading.parties import Evidence, Frames
from traktat.reading.scan import Scan


def read_agreements(page: Scan, names: Names, dates: Dates) -> Agreements:
    """Find mentions of agreements and unite those that mean one instrument."""
    if not (page.marks.of("agreements") or page.marks.of("treaties")):
        return Agreements()
    words = Words(page, names, dates)
    groups = Groups(page, words.parties(names), words.roles)
    found = phrases(words)
    frames = Frames(page, groups, words.roles, found)
    items = [(phrase, frames.evidence(phrase)) for phrase in found]
    items = [item for item in items if not (item[1].outside or item[1].third)]
    items = [item for item in items if _is_instrument(*item)]
    clusters = united(items)
    named = frozenset(code for item in names.items for code in groups.codes(item))
    return _found(page, settled(clusters, named))


def _is_instrument(phrase: Phrase, evidence: Evidence) -> bool:
    """Tell whether a noun that seldom means an agreement does so here."""
    if phrase.form == "cooperation":
        return phrase.acronym is not None or phrase.known is not None or evidence.signed
    if phrase.form == "document":
        return phrase.described or phrase.determiner == "definite" or evidence.signed
    return True


def _found(page: Scan, kept: list[Settled]) -> Agreements:
    findings, mentions = [], []
    keys = {id(item.cluster): _key(number) for number, item in enumerate(kept)}
    for item in kept:
        cluster, parties = item.cluster, item.parties
        key = keys[id(cluster)]
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
                mentions=tuple(mention.span for mention in row),
                known=cluster.known,
                relation=item.relation,
                of=keys.get(id(item.of)) if item.of else None,
                because=(Step("agreement noun", f"agreements#{fullest.key}", span),),
            )
        )
    return Agreements(tuple(findings), Row(tuple(sorted(mentions, key=lambda m: (m.first, m.end)))))


def _key(number: int) -> str:
    """Give the key of the n-th agreement of a report: A, B … Z, A2, B2 …"""
    letter, turn = chr(ord("A") + number % 26), number // 26
    return letter if not turn else f"{letter}{turn + 1}"


__all__ = ["Evidence", "read_agreements"]

"""Which agreement a report speaks of at a place."""

from __future__ import annotations

from collections import Counter

from traktat.reading.mentions import AgreementMention, Agreements
from traktat.reading.scan import Scan


def agreement_at(page: Scan, agreements: Agreements, token: int) -> str | None:
    """Give the key of the agreement in focus at a token, or None if the report has none.

    In this order: the last mention before the token in its sentence, the last one before it in
    its paragraph, the next one in its sentence, the last one anywhere before it, and the
    agreement that the report mentions most.
    """
    sentence = page.sentence_at(page.tokens.starts[token])
    before = agreements.mentions.before(token + 1)
    last = before[-1] if before else None
    if sentence is None or last is None:
        return last.key if last else main_agreement(agreements)
    paragraph = page.paragraph_of(sentence)[0].first
    if last.first >= paragraph:
        return last.key
    behind: tuple[AgreementMention, ...] = agreements.mentions.within(token, sentence.end)
    return behind[0].key if behind else last.key


def main_agreement(agreements: Agreements) -> str | None:
    """Give the key of the agreement a report mentions most, the first of equals."""
    counts = Counter(mention.key for mention in agreements.mentions.items)
    keys = [finding.key for finding in agreements.findings]
    return max(keys, key=lambda key: counts[key], default=None)

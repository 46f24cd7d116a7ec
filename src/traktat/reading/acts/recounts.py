"""Acts whose day a later sentence tells: "The vote took place on Monday"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from traktat.lang.sentences import Sentence
from traktat.model.dates import When
from traktat.model.findings import DateFinding
from traktat.model.kinds import ActKind, Status
from traktat.reading.acts.drafts import LEAVING, Draft
from traktat.reading.acts.outlines import Sources

BEHIND = 2  # sentences from an act to the one that tells its day
OPENING = 3  # tokens of a sentence in which it names what is decided
DECIDED = frozenset({*LEAVING, ActKind.APPROVAL, ActKind.REJECTION, ActKind.RATIFICATION})
"""Acts that are spoken of as a decision, a vote, or a move."""


def recounted(sources: Sources, drafts: Sequence[Draft]) -> list[Draft]:
    """Date what was decided by the day on which "the decision" is said to have been taken."""
    open_still = {d.line.sentence.index: d for d in drafts if _is_open(d)}  # the last of each
    nouns = frozenset(sources.page.pack.settings.get("decisions", ()))
    if not open_still or not nouns:
        return list(drafts)
    busy = {draft.line.sentence.index for draft in drafts}
    given: dict[int, When] = {}
    for sentence, when in _days(sources, nouns, busy):
        before = (open_still.get(sentence.index - back) for back in range(1, BEHIND + 1))
        told = next((draft for draft in before if draft is not None), None)
        if told is not None:
            given.setdefault(id(told), when)
    return [
        replace(draft, when=given[id(draft)]).noting("date: told later")
        if id(draft) in given
        else draft
        for draft in drafts
    ]


def _is_open(draft: Draft) -> bool:
    decided = draft.kind in DECIDED and draft.status is Status.OCCURRED
    return decided and draft.when is None


def _days(
    sources: Sources, nouns: frozenset[str], busy: set[int]
) -> Iterator[tuple[Sentence, When]]:
    """Give the sentences that tell when a decision was taken, and of no act, with the day."""
    page = sources.page
    published = page.report.published
    for sentence in page.sentences:
        opening = range(sentence.first, min(sentence.first + OPENING, sentence.end))
        at = next((token for token in opening if page.tokens.lower[token] in nouns), None)
        if at is None or sentence.index in busy:
            continue
        definite = page.marks.keyed("grammar", "definite", sentence.first, at + 2)
        found = [item.finding for item in sources.dates.within(sentence.first, sentence.end)]
        days = [one.when for one in found if isinstance(one, DateFinding) and one.when.is_day]
        over = published is None or all(day.first <= published.last for day in days)
        if any(definite) and len(days) == 1 and over:
            yield sentence, days[0]

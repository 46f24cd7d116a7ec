"""Stints: the time that somebody has to do something: "Peru has 90 days to free them"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from traktat.lang import Mark
from traktat.lang.sentences import Sentence
from traktat.model.findings import AgreementFinding
from traktat.model.kinds import Force, NameKind
from traktat.reading.frames import Desk, Frame, codes_of, opens_deed
from traktat.reading.scan import Scan

STINT = 6  # tokens between "has" and "to", with the time that is left between
SUBJECT = 6  # tokens before "has" in which those stand who have it
LATELY = 2  # sentences from the agreement to the time it gives
UNBOUND = (NameKind.PERSON, NameKind.ORGAN, NameKind.AGENCY)


def stints(desk: Desk, sentence: Sentence, agreement: AgreementFinding) -> Iterator[Frame]:
    """Give what is to be done within a time: "both have until May to withdraw"."""
    marks = desk.page.marks
    starts = chain(
        marks.keyed("clauses", "stint", sentence.first, sentence.end),
        marks.keyed("grammar", "have", sentence.first, sentence.end),
        marks.keyed("clauses", "gives", sentence.first, sentence.end),
    )
    for start in starts:
        stop = min(sentence.end, start.end + STINT)
        link = next(iter(marks.keyed("grammar", "purpose", start.end, stop)), None)
        if link is None or not _is_time(desk.page, start, link.first):
            continue
        if desk.is_act(link.end, sentence.end) or not opens_deed(desk.page, link.end, sentence.end):
            continue
        bound = _bound(desk, sentence, start, agreement)
        if bound is not None:
            yield Frame(agreement, link.end, sentence.end, link, Force.SHALL, bound, strong=True)
            return


def _is_time(page: Scan, start: Mark, end: int) -> bool:
    """Tell whether a time stands behind "has" or "was given": so many days, until a day."""
    if start.key == "gives" and "participle" not in start.forms:
        return False
    if end == start.end:
        return False  # "has to"
    if start.key == "stint" or any(page.marks.keyed("grammar", "until", start.end, start.end + 1)):
        return True
    counted, unit = page.tokens.lower[start.end], page.tokens.lower[end - 1]
    told = counted[0].isdecimal() or counted in _values(page, "number")
    return told and (unit in _values(page, "unit") or unit in _values(page, "units"))


def _values(page: Scan, key: str) -> dict[str, object]:
    values: dict[str, object] = page.pack.entry("dates", key).get("values", {})
    return values


def _bound(
    desk: Desk, sentence: Sentence, start: Mark, agreement: AgreementFinding
) -> tuple[str, ...] | None:
    """Give who has the time: parties, or people of theirs; None for a person or an organ."""
    first = max(sentence.first, start.first - SUBJECT)
    named = desk.names.within(first, start.first)
    if any(name.sort in UNBOUND for name in named):
        return None
    if any(desk.page.marks.within("offices", first, start.first)):
        return None
    codes = {code for name in named for code in codes_of(name)}
    bound = tuple(code for code in agreement.parties if code in codes)
    return bound if bound or not codes else None

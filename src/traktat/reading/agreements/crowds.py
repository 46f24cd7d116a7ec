"""Many states that are not named: "57 countries", "six world powers"."""

from __future__ import annotations

from traktat.reading.scan import Scan
from traktat.reading.wordplaces import WordPlaces

REACH = 7  # tokens between "57 countries" and the verb they do
_FEW = 2  # a number up to this names no crowd


def crowd(page: Scan, roles: WordPlaces, first: int, end: int) -> bool:
    """Tell whether tokens [first, end) speak of many states that are not named."""
    for at in range(max(first, 1), end):
        if roles.end(at, "multilateral") > at + 1 or roles.end(at, "rounds"):
            return True
        if not roles.end(at, "nations", "third"):
            continue
        before = page.tokens.words[at - 1]
        if before.isdigit() and int(before) > _FEW:
            return True
        if not roles.end(at, "nations"):
            continue  # "other countries" without a number are anybody
        start = roles.start(at, "several")
        pair = roles.end(start, "both") or roles.start(at, "both") >= 0
        pair = pair or roles.end(start - 1, "both") > at  # "the two leaders" is one word
        if start >= 0 and not pair:
            return True
    return False

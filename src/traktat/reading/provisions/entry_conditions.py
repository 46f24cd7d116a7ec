"""Conditions of entry into force, as short phrases that are the same in every language.

"30 days after the 20th instrument is deposited" is `30-days-after-20th-deposit`; the law of
treaties counts with it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from traktat.lang import Mark
from traktat.reading.scan import Scan

NEEDED = (
    *("signature", "approval", "ratification", "notification"),
    *("exchange", "deposit", "accession"),
)
"""Acts a condition can ask for."""

DELAY_GAP = 5  # tokens between "enters into force" and the delay that follows the condition
COUNT_GAP = 4  # tokens between a number and the step it counts
COUNTED = ("signature", "approval", "ratification", "deposit", "accession")
DASHES = frozenset("-–‑")
DIGITS = frozenset("0123456789")
PAIR = 2  # both parties are no count
SUMMED = 9  # tokens between two numbers that are counted together
SHARE = 3  # tokens between a number and the whole it is a part of: "three of the five"
LARGEST = 200  # more parties than there are states are no count of parties
_BARE = (
    *("objects", "blocks", "through", "ends", "actors", "houses"),
    *("house_verbs", "lacking_words"),
)
"""Lists of an act's words that are not the act itself, or not in a clause on states."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number in a condition: what it is, whether it is an ordinal, the token behind it.

    `begin` is the token behind its first part, where several were counted together.
    """

    value: int
    ordinal: bool
    end: int
    begin: int

    def is_near(self, step: Mark) -> bool:
        """Tell whether a step stands right beside the number, or one of its parts."""
        behind = step.first - self.end
        before = self.begin - 1 - step.end
        return 0 <= behind <= COUNT_GAP or 0 <= before <= COUNT_GAP or self._holds(step)

    def _holds(self, step: Mark) -> bool:
        return self.begin <= step.first < self.end


def condition_in(page: Scan, begin: int, first: int, end: int) -> str | None:
    """Give the condition in tokens [first, end) of a clause that begins at `begin`."""
    steps = _steps(page, first, end)
    if not steps:
        return None
    delay = _delay(page, max(begin, first - DELAY_GAP), end)
    numbers = _counts(page, first, max(end, steps[-1].end + COUNT_GAP))
    parties = [one for one in numbers if not _measures(page, one.end)]
    counts = [one for one in _summed(page, _parts(page, parties)) if one.value > PAIR]
    worded = "-and-".join(_step(page, mark, counts) for mark in steps)
    return f"{delay}-after-{worded}" if delay else worded


def _measures(page: Scan, token: int) -> bool:
    """Tell whether a number counts no parties, but time or a share: "30 days", "55 percent"."""
    if token >= len(page.tokens.lower):
        return False
    shares = page.pack.words("quantities", "share")
    return _unit(page, token) is not None or page.tokens.lower[token] in shares


def _parts(page: Scan, counts: list[Count]) -> list[Count]:
    """Leave out the wholes that numbers are parts of: "three of the five partners" is three."""
    out: list[Count] = []
    for one in counts:
        whole = out[-1] if out else None
        if whole is not None and _is_share(page, whole.end, one.end - 1):
            out[-1] = replace(whole, end=one.end)
        else:
            out.append(one)
    return out


def _is_share(page: Scan, first: int, end: int) -> bool:
    """Tell whether nothing but "of the" stands between a number and the next."""
    if not 0 < end - first <= SHARE:
        return False
    marks = page.marks.within("grammar", first, end)
    said = {mark.first for mark in marks if mark.key in ("of", "preposition", "article")}
    return said >= set(range(first, end)) and any(mark.key != "article" for mark in marks)


def _summed(page: Scan, counts: list[Count]) -> list[Count]:
    """Count the parties together that "and" joins: "six members and three other signatories"."""
    out: list[Count] = []
    for one in counts:
        last = out[-1] if out else None
        if last is not None and _is_joined(page, last, one):
            out[-1] = replace(last, value=last.value + one.value, end=one.end)
        else:
            out.append(one)
    return out


def _is_joined(page: Scan, one: Count, other: Count) -> bool:
    """Tell whether two numbers of parties stand in one list: no clause or share between them."""
    first, end = one.end, other.begin - 1
    if one.ordinal or other.ordinal or end - first > SUMMED:
        return False
    words = page.tokens.words
    told = [mark for mark in page.marks.within("acts", first, end) if mark.forms]
    if told or any(
        not words[at][0].isalnum() and words[at] not in DASHES for at in range(first, end)
    ):
        return False
    joins = [mark.end for mark in page.marks.keyed("grammar", "and", first + 1, end)]
    return any(0 <= end - join <= 1 for join in joins) and words[other.end][0].isalpha()


def period_in(page: Scan, first: int, end: int) -> str | None:
    """Give the first number of days, weeks, months or years in a stretch: "20-years"."""
    found = period_at(page, first, end)
    return found[0] if found else None


def period_at(page: Scan, first: int, end: int) -> tuple[str, int] | None:
    """Give the first period of a stretch and the token of its number: "a 10-year pact"."""
    for count in _counts(page, first, end):
        unit = _unit(page, count.end) or _unit_behind_dash(page, count.end)
        if unit and count.value and not _is_age(page, count.end):
            return f"{count.value}-{unit}{'s' if count.value > 1 else ''}", count.end - 1
    return None


def _is_age(page: Scan, token: int) -> bool:
    """Tell whether a unit between dashes goes on: "a 24-year-old pact" is no term."""
    words = page.tokens.words
    return token + 2 < len(words) and words[token] in DASHES and words[token + 2] in DASHES


def _unit_behind_dash(page: Scan, token: int) -> str | None:
    dash = token < len(page.tokens.words) and page.tokens.words[token] in DASHES
    return _unit(page, token + 1) if dash else None


def _steps(page: Scan, first: int, end: int) -> list[Mark]:
    """List the acts asked for, each kind once; the name of an instrument is no act."""
    marks = [
        mark
        for mark in page.marks.within("acts", first, end)
        if mark.key in NEEDED and mark.field not in _BARE and not _in_instrument(page, mark)
    ]
    out: dict[str, Mark] = {}
    for mark in marks:
        if not any(mark.first < one.end and one.first < mark.end for one in out.values()):
            out.setdefault(mark.key, mark)
    return list(out.values())


def _in_instrument(page: Scan, mark: Mark) -> bool:
    return any(
        item.first <= mark.first and mark.end <= item.end and item.first < mark.first
        for item in page.marks.keyed("agreements", "instruments", max(0, mark.first - 4), mark.end)
    )


def _step(page: Scan, mark: Mark, counts: list[Count]) -> str:
    near = [one for one in counts if one.is_near(mark)]
    if near and mark.key in COUNTED:
        one = near[-1]
        ordinal = f"{one.value}{_ending(one.value)}-{mark.key}"
        return ordinal if one.ordinal else f"{one.value}-{mark.key}s"
    papers = page.marks.keyed("agreements", "instruments", mark.end, mark.end + COUNT_GAP)
    if mark.key == "exchange" and any(papers):
        return "exchange-of-ratification-instruments"
    return mark.key


def _ending(number: int) -> str:
    """Give the ending of an ordinal.

    >>> [f"{number}{_ending(number)}" for number in (1, 12, 22, 60)]
    ['1st', '12th', '22nd', '60th']
    """
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _delay(page: Scan, first: int, end: int) -> str | None:
    """Give the time that must pass after the condition is met: "30-days"."""
    for count in _counts(page, first, end):
        unit = _unit(page, count.end)
        behind = page.marks.keyed("grammar", "after", count.end, count.end + 3)
        if unit and any(behind):
            return f"{count.value}-{unit}{'s' if count.value > 1 else ''}"
    return None


def _counts(page: Scan, first: int, end: int) -> list[Count]:
    """List the numbers of a stretch, in digits or words; one and two count no parties."""
    numbers = _values(page, "number")
    out = []
    for at in range(first, min(end, len(page.tokens.lower))):
        word = page.tokens.lower[at]
        digits = _without_ending(page, word) if word[0] in DIGITS else ""
        if digits.isascii() and digits.isdecimal() and len(digits) <= 3:
            out.append(
                Count(int(digits), digits != word or _follows_mark(page, at), at + 1, at + 1)
            )
        elif word in numbers:
            out.append(Count(int(str(numbers[word])), False, at + 1, at + 1))
    return [one for one in out if one.value <= LARGEST]


def _without_ending(page: Scan, word: str) -> str:
    """Take the ending of an ordinal off a number: "20th" is 20."""
    endings = page.pack.entries.get("dates", {}).get("ordinal", {}).get("suffixes", ())
    return next((word[: -len(one)] for one in endings if word.endswith(one)), word)


def _follows_mark(page: Scan, at: int) -> bool:
    """Tell whether a number hangs on the word before it by a dash: "ke-20"."""
    starts, ends = page.tokens.starts, page.tokens.ends
    joined = at > 1 and starts[at] == ends[at - 1] and starts[at - 1] == ends[at - 2]
    return joined and page.tokens.words[at - 1] == "-"


def _unit(page: Scan, token: int) -> str | None:
    """Give the unit of time at a token: day, week, month, year."""
    if token >= len(page.tokens.lower):
        return None
    word = page.tokens.lower[token]
    for entry in ("unit", "units"):
        value = str(_values(page, entry).get(word, ""))
        if value.rstrip("s") in ("day", "week", "month", "year"):
            return value.rstrip("s")
    return None


def _values(page: Scan, entry: str) -> dict[str, object]:
    values = page.pack.entries.get("dates", {}).get(entry, {}).get("values", {})
    return values if isinstance(values, dict) else {}

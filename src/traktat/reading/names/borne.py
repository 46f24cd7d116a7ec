"""Words of the calendar, of grammar and of every day that persons of a report bear as names.

"May" is a month and an auxiliary until the report speaks of Theresa May or of Mrs May.
"""

from __future__ import annotations

from collections.abc import Iterator

from traktat.facts.tables import spellings
from traktat.reading.names.units import Units
from traktat.reading.scan import Scan

_APOSTROPHE = "'"


def borne_words(
    page: Scan, plain: frozenset[str], small: frozenset[int], units: Units
) -> frozenset[int]:
    """Give the tokens of such words where they are names; `small` are those of other use."""
    found = set(_given(page, plain, small, units))
    surnames = frozenset(_surnames(page, plain, small, found))
    if surnames:
        dated = {mark.end for mark in page.marks.of("names") if mark.key == "dated"}
        found.update(
            token
            for word, stands in page.places.items()
            if _bare(word) in surnames
            for token in stands
            if _is_name(page, token) and token not in dated
        )
    return frozenset(found)


def _given(page: Scan, plain: frozenset[str], small: frozenset[int], units: Units) -> Iterator[int]:
    """Give the words that are given names because a surname follows: "Will Odembe"."""
    tokens = page.tokens
    for mark in page.marks.of("names"):
        after = mark.end
        if mark.key != "given" or not _is_name(page, mark.first) or not _is_name(page, after):
            continue
        taken = after in small or tokens.lower[after] in plain or units.over(after) is not None
        sentence = page.sentence_at(tokens.starts[mark.first])
        if taken or sentence is None or after >= sentence.end:
            continue
        asked = mark.first == sentence.first and tokens.words[sentence.end - 1] == "?"
        if not asked:
            yield mark.first


def _surnames(
    page: Scan, plain: frozenset[str], small: frozenset[int], firsts: set[int]
) -> Iterator[str]:
    """Give the words that follow a given name, or the months and such that follow an office."""
    given, lower = spellings("given_names"), page.tokens.lower
    known_names = [stands for word, stands in page.capitals.items() if word in given]
    for token in firsts.union(*known_names):
        if page.tokens.words[token][0].isupper():
            after = token + 1
            known = after in small or (after < len(lower) and _bare(lower[after]) in plain)
            if known and _stands_alone(page, after):
                yield _bare(lower[after])
    for file, keys in (("offices", None), ("names", ("title_of_address",))):
        for mark in page.marks.of(file):
            fits = mark.end in small and (keys is None or mark.key in keys)
            titled = fits and page.tokens.words[mark.first][0].isupper()
            if titled and mark.field != "plural" and _stands_alone(page, mark.end):
                yield _bare(lower[mark.end])


def _stands_alone(page: Scan, token: int) -> bool:
    """Tell whether a word with a capital ends its name: no heading, no verb of saying."""
    if not _is_name(page, token):
        return False
    words, weekdays = page.tokens.words, page.pack.words("statements", "weekdays", "single")
    after = words[token + 1] if token + 1 < len(words) else "."
    spoken = any(mark.first == token for mark in page.marks.within("statements", token, token + 1))
    office = any(page.marks.within("offices", token, token + 1))
    return not (after[0].isupper() or spoken or office or words[token].lower() in weekdays)


def _is_name(page: Scan, token: int) -> bool:
    """Tell whether a word is written like a name and does not belong to a date."""
    words = page.tokens.words
    if token >= len(words) or not words[token][0].isupper() or words[token].isupper():
        return False
    beside = (words[token - 1] if token else ".", *words[token + 1 : token + 2])
    return not any(word[0].isdigit() for word in beside)


def _bare(word: str) -> str:
    """Give a word without an owner's ending."""
    return word.partition(_APOSTROPHE)[0]

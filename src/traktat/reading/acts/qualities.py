"""What describes an agreement before its noun: "a historic and comprehensive pact"."""

from __future__ import annotations

from traktat.reading.acts.outlines import Outline

_UNDONE = ("have", "be", "negation", "not_yet", "almost")
NAMING = 9  # words of "what the two foreign ministers in Geneva" before "called"


def joins_qualities(line: Outline, first: int, joint: int) -> bool:
    """Tell whether "and" joins two plain words that describe the agreement behind them.

    Both stand behind an article at or after `first`.
    """
    article = joint - 1
    while article > first and _is_plain(line, article):
        article -= 1
    if article >= joint - 1 or not line.has(article, "article"):
        return False
    behind = joint + 1
    return behind in line.agreements or (behind + 1 in line.agreements and _is_plain(line, behind))


def describes_with_other(line: Outline, joint: int) -> bool:
    """Tell whether "and" leads on from a plain word behind an article: "a new or altered"."""
    plain = line.joins(joint) and _is_plain(line, joint - 1)
    return plain and joint - 2 >= line.first and line.has(joint - 2, "article")


def describes_as_done(line: Outline, first: int, end: int) -> bool:
    """Tell whether a participle and its adverb describe an agreement: "the newly signed pact"."""
    at = first - 1
    if end not in line.agreements or at - 1 < line.first or line.words[at] == ",":
        return False
    at -= line.words[at] == "-"  # "the newly-signed pact"
    beside = line.words[at].isalpha() and at not in line.names and not line.has(at, *_UNDONE)
    return beside and line.has(at - 1, "article")


def past_naming(line: Outline, at: int) -> int:
    """Step over who calls it so: "signed what officials called a historic pact"."""
    if at >= line.end or not line.has(at, "naming"):
        return at
    stop = min(line.end, at + NAMING)
    called = next((token for token in range(at + 1, stop) if line.has(token, "so_called")), at)
    while called > at and called < line.end and line.has(called, "so_called"):
        called += 1
    return called


def _is_plain(line: Outline, at: int) -> bool:
    """Tell whether a word has no part in the grammar of a sentence, and names nobody."""
    named = at in line.names or at in line.agreements or at in line.dates
    return line.words[at].isalpha() and not line.tags.get(at) and not named

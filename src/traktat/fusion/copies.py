"""Copies: reports and paragraphs that share their words.

Reports come in from the oldest on, so that a parent is always older than its child. Only those
that a hash of their words brings together are compared, never all pairs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar

from rensa import RMinHash, RMinHashLSH

from traktat.fusion.sketches import LONG_PARAGRAPH, Paragraph, Sketch
from traktat.model.kinds import Basis
from traktat.model.records import Tie
from traktat.model.spans import Span
from traktat.sentences import Sentence, sentence

T = TypeVar("T")

PERMUTATIONS = 128
BANDS = 32  # finds a pair that shares half of its shingles 99 times in 100; 16 bands only half
SEED = 20240619  # any number; another one changes which pairs of little likeness are looked at

SAME_WORDS = 0.5  # share of common shingles from which a report is a copy
SAME_PARAGRAPH = 0.6
CONTAINED = 0.8  # share of the shorter text found in the longer one from which it is a copy
MOSTLY = 0.7  # share of a report's words in copied paragraphs that makes it a copy
TWIN = 0.9  # from here on a copy need not be compared with again
LOOKED_AT = 40  # candidates compared for one report, the oldest first
RECYCLED_DAYS = 14  # days after which a common paragraph is old text used again


def hashes(sets: Sequence[Iterable[str] | Iterable[bytes]]) -> list[RMinHash]:
    """Hash sets so that sets that share much have hashes that share much."""
    return list(RMinHash.from_token_sets([list(one) for one in sets], PERMUTATIONS, SEED))


def index(bands: int) -> RMinHashLSH:
    """Give an empty index that brings like hashes together."""
    return RMinHashLSH(threshold=SAME_WORDS, num_perm=PERMUTATIONS, num_bands=bands)


def alike(one: frozenset[T], other: frozenset[T]) -> tuple[float, float]:
    """Give the share of common shingles in both texts, and in the shorter one."""
    common = len(one & other)
    if not common:
        return 0.0, 0.0
    return common / (len(one) + len(other) - common), common / min(len(one), len(other))


def copies(sketches: Sequence[Sketch]) -> list[Tie]:
    """Tie every report to the older one whose words it mostly has."""
    ties: list[Tie] = []
    seen = index(BANDS)
    for place, hashed in enumerate(hashes([one.shingles for one in sketches])):
        one = sketches[place]
        near = [sketches[number] for number in sorted(seen.query(hashed))[:LOOKED_AT]]
        best = max(
            ((*alike(one.shingles, other.shingles), other) for other in near),
            key=lambda item: item[:2],
            default=(0.0, 0.0, one),
        )
        if one.shingles and (best[0] >= SAME_WORDS or best[1] >= CONTAINED):
            share = max(best[0], best[1])
            ties.append(_tie(one.report, best[2].report, "copy", share, _by_words(share)))
        if best[0] < TWIN and one.shingles:
            seen.insert(place, hashed)
    return ties


def _tie(report: str, of: str, sort: str, share: float, why: Sentence) -> Tie:
    return Tie(
        report=report,
        of=of,
        sort=sort,
        basis=Basis.MATCHED,
        confidence=round(share, 2),
        why=why,
    )


def _by_words(share: float) -> Sentence:
    return sentence("{share:percent} of its runs of words stand there too", share=share)


def _by_paragraphs(share: float) -> Sentence:
    return sentence("{share:percent} of its paragraphs stand there too", share=min(1.0, share))


def shared_paragraphs(
    sketches: Sequence[Sketch], days: Mapping[str, date | None], family: Mapping[str, str]
) -> list[Tie]:
    """Tie reports that have paragraphs in common but are no copies as a whole."""
    places = [
        (number, paragraph)
        for number, one in enumerate(sketches)
        for paragraph in one.paragraphs
        if paragraph.words >= LONG_PARAGRAPH
    ]
    found: dict[tuple[int, int], list[Span]] = {}
    seen = index(BANDS)
    for place, hashed in enumerate(hashes([paragraph.shingles for _, paragraph in places])):
        number, paragraph = places[place]
        older = _older_paragraph(place, sorted(seen.query(hashed))[:LOOKED_AT], places)
        if older is None:
            seen.insert(place, hashed)
        elif family[sketches[number].report] != family[sketches[older].report]:
            found.setdefault((number, older), []).append(paragraph.span)
    return [
        tie
        for (number, older), spans in sorted(found.items())
        for tie in _paragraph_ties(sketches[number], sketches[older], spans, days)
    ]


def _older_paragraph(
    place: int, near: Iterable[int], places: Sequence[tuple[int, Paragraph]]
) -> int | None:
    number, paragraph = places[place]
    for other in near:
        older, text = places[other]
        if older != number and alike(paragraph.shingles, text.shingles)[0] >= SAME_PARAGRAPH:
            return older
    return None


def _paragraph_ties(
    one: Sketch, older: Sketch, spans: list[Span], days: Mapping[str, date | None]
) -> Iterator[Tie]:
    words = sum(item.words for item in one.paragraphs if item.span in spans)
    share = words / max(1, min(one.words, older.words))
    if share >= MOSTLY:
        yield _tie(one.report, older.report, "copy", min(1.0, share), _by_paragraphs(share))
        return
    day, before = days[one.report], days[older.report]
    apart = (day - before).days if day and before else 0
    for span in spans:
        yield Tie(
            report=one.report,
            of=older.report,
            sort="recycled" if apart > RECYCLED_DAYS else "copy",
            basis=Basis.MATCHED,
            confidence=round(share, 2),
            span=span,
            why=sentence("this paragraph stands in a report {days:number} days older", days=apart),
        )

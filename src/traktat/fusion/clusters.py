"""Clusters: mentions held to be one agreement, and what they say taken together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import NamedTuple

from traktat.facts.tables import table
from traktat.fusion.mentions import Mention, acronyms, titles
from traktat.model.dates import When, compatible
from traktat.model.kinds import ActKind
from traktat.sentences import Sentence, sentence

UMBRELLA_FORMS = frozenset(
    {"agreement", "pact", "accord", "deal", "document", "framework", "consensus", "accession"}
)
"""Words reports use for any instrument: they neither join nor divide."""

UMBRELLA_TOPICS = frozenset(
    {"partnership", "strategic-partnership", "strategic", "comprehensive", "friendship"}
    | {"cooperation", "peace", "general", "status"}
)
"""Subjects wide enough to hold any other."""

_NEAR_TOPICS = {"security": "defense", "economy": "trade"}
"""Subjects that reports do not keep apart."""

_SAME_FORM = {
    "convention": "treaty",
    "statement": "declaration",
    "communique": "declaration",
    "armistice": "ceasefire",
    "truce": "ceasefire",
    "mou": "memorandum",
    "annex": "protocol",
}


class Bond(NamedTuple):
    """How strongly a mention belongs to a cluster, and why."""

    score: float
    reason: Sentence


class Cluster:
    """Mentions held to be one agreement, with what they say taken together."""

    def __init__(self, mentions: Iterable[Mention] = (), home: str = "") -> None:
        self.home = home
        self.mentions: list[Mention] = []
        self.bonds: dict[str, Bond] = {}
        self.parties: tuple[str, ...] = ()
        self.known: str | None = None
        self._many = 0
        self.births: Counter[When] = Counter()
        self.marks: set[tuple[ActKind, date]] = set()
        self.forms: Counter[str] = Counter()
        self.topics: set[str] = set()
        self.acronyms: set[str] = set()
        self.titles: set[tuple[str, ...]] = set()
        self.phrases: set[tuple[str, ...]] = set()
        self.words: dict[str, set[str]] = {}
        self.reports: dict[str, list[Mention]] = {}
        self.begun: date | None = None
        self._told: tuple[date | None, date | None] = (None, None)
        self.first_id = ""
        self._keys: tuple[str, ...] | None = None
        self._birth: When | None = None
        self.narrow: frozenset[str] = frozenset()  # the narrow ones among its topics
        self.older = True
        for mention in mentions:
            self.add(mention, Bond(1.0, sentence("the first report of it")))

    def add(self, mention: Mention, bond: Bond) -> None:
        """Take a mention in."""
        self.mentions.append(mention)
        self._keys = None
        self.first_id = min(self.first_id or mention.id, mention.id)
        self.bonds[mention.id] = bond
        self.parties = tuple(sorted({*self.parties, *mention.parties}))
        self.known = self.known or mention.known
        self._many += mention.many
        self.reports.setdefault(mention.report, []).append(mention)
        self.marks.update(mention.marks)
        if not self.topics.issuperset(mention.topics):
            self.topics.update(mention.topics)
            self.narrow = narrow_topics(tuple(sorted(self.topics)))
        self.acronyms.update(mention.acronyms)
        self.titles.update(mention.titles)
        self.phrases.update(mention.phrases)
        self.words.setdefault(mention.language, set()).update(mention.words)
        if mention.published:
            first, last = self._told
            self._told = (
                min(first or mention.published, mention.published),
                max(last or mention.published, mention.published),
            )
        if mention.born:
            self.births[mention.born] += 1
            self._birth = None
        if mention.form:
            self.forms[sort_of_form(mention.form)] += 1
        if mention.first:
            self.begun = min(self.begun or mention.first, mention.first)
        self.older = self.older and mention.older  # every report only looks back on it

    @property
    def days(self) -> tuple[date, date] | None:
        """Give the first and last day on which it is known to have been there or spoken of."""
        first = self.birth.first if self.birth else self.begun or self._told[0]
        last = max(first or date.min, self._told[1] or date.min)
        return (first, last) if first else None

    @property
    def many(self) -> bool:
        """Tell whether most reports mean more parties than they name."""
        return 2 * self._many > len(self.mentions)

    @property
    def keys(self) -> tuple[str, ...]:
        """Give what it may have in common with clusters of other homes: names and dated acts.

        The first word of a key says what it is: `acronym cepa`, `act signature 2024-06-19`.
        """
        if self._keys is None:
            proper = _proper_names(self.known) if self.known else None
            called = sorted(proper[1] if proper else self.titles)
            self._keys = (
                *(f"acronym {name}" for name in sorted(proper[0] if proper else self.acronyms)),
                *(f"title {' '.join(name)}" for name in called),
                *(f"act {act} {day.isoformat()}" for act, day in sorted(self.marks)),
            )
        return self._keys

    @property
    def birth(self) -> When | None:
        """Give the day of signature most reports give, the sharpest of those."""
        if self._birth is None and self.births:
            births = self.births
            self._birth = min(births, key=lambda day: (day.days, -births[day], day.edtf))
        return self._birth


@cache
def _proper_names(known: str) -> tuple[frozenset[str], frozenset[tuple[str, ...]]]:
    """Give acronyms and titles of a known agreement: what reports call it besides is loose talk."""
    entry = table("treaties").get(known, {})
    names = [*entry.get("names", ()), *entry.get("exact", ())]
    return acronyms(names), titles(names)


def sort_of_form(form: str) -> str:
    """Give the class of a form: an armistice and a truce are ceasefires."""
    return _SAME_FORM.get(form, form)


def gap(one: When, other: When) -> timedelta:
    """Give the time between two intervals, none where they meet."""
    if compatible(one, other):
        return timedelta(0)
    earlier, later = sorted((one, other), key=lambda when: when.first)
    return later.first - earlier.last


def swapped(day: date) -> date | None:
    """Give the day with day and month exchanged, if there is one and it differs."""
    if day.day > 12 or day.day == day.month:
        return None
    return date(day.year, day.day, day.month)


@lru_cache(maxsize=4096)
def narrow_topics(topics: tuple[str, ...]) -> frozenset[str]:
    """Give the subjects that tell agreements of the same parties apart.

    >>> sorted(narrow_topics(("security", "defense", "partnership")))
    ['defense']
    """
    return frozenset(_NEAR_TOPICS.get(one, one) for one in topics) - UMBRELLA_TOPICS

"""Noun phrases that may stand for agreements: head, description, names in it, determiner.

What a phrase stands for is decided later; here only its words are read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from traktat.facts.tables import table
from traktat.lang import Mark, tokenize
from traktat.reading.mentions import Dates, NameMention, Names, Row
from traktat.reading.wordplaces import WordPlaces
from traktat.reading.scan import Scan
from traktat.reading.sentences import Sentence

QUOTES = frozenset("\"“”'‘’«»*")


@dataclass(slots=True)
class Phrase:
    """One noun phrase headed by a noun for agreements; tokens [first, end), head [head, head_end).

    `named` are the names inside it, `owner` the name that possesses it. `determiner` is
    "definite", "indefinite", "possessive", "any" or "". `flags` are the keys of pack words
    that tell it from others (new, older, several, multilateral, bilateral). `described` says
    that words tell what it is about, `title` that it is written as a proper name; `bracketed` that brackets
    give it a short name; `alias` counts the words ("also known as") that make it another name of the one before. `year` is
    the year or day it is named by, `proper` its proper name ("Tripoli"), `aside` that a
    comma or bracket sets it off.
    """

    first: int
    end: int
    head: int
    head_end: int
    sentence: Sentence
    key: str
    form: str
    topics: list[str] = field(default_factory=list)
    known: str | None = None
    acronym: str | None = None
    bracketed: bool = False
    title: bool = False
    described: bool = False
    determiner: str = ""
    flags: set[str] = field(default_factory=set)
    year: str | None = None
    alias: int = 0
    aside: bool = False
    proper: str = ""
    named: list[NameMention] = field(default_factory=list)
    owner: NameMention | None = None

    @property
    def bare(self) -> bool:
        """Tell whether the phrase names nothing by itself: "the pact", "perjanjian itu"."""
        return not (self.described or self.known or self.acronym or self.named)


class Words:
    """The words of a report that noun phrases are made of, by place."""

    def __init__(self, page: Scan, names: Names, dates: Dates) -> None:
        self.page = page
        self.date_at = {item.first: item for item in dates.items}
        self.date_until = {item.end: item for item in dates.items}
        self.roles = WordPlaces(page)
        entries = page.pack.entries.get("agreements", {})
        self.forms = {key: entry for key, entry in entries.items() if "form" in entry}
        self.topics = {key: str(e["topic"]) for key, e in entries.items() if "topic" in e}
        self.name_at: dict[int, NameMention] = {}
        self.name_until: dict[int, NameMention] = {}
        for item in names.items:
            if not item.pronoun and item.sort != "document":
                self.name_at.setdefault(item.first, item)
                self.name_until[item.end] = item
        others = _inside(page, ("organisations", "outlets", "bodies", "agencies"))
        named = [m for m in page.marks.of("treaties") if not _too_early(m.key, page)]
        self.treaties = [
            mark
            for mark in named
            if mark.first not in others and not table("treaties")[mark.key].get("background")
        ]
        self.covered = others.union(t for mark in named for t in range(mark.first, mark.end))
        self.treaty_at = {mark.first: mark for mark in self.treaties}
        self.treaty_until = {mark.end: mark for mark in self.treaties}

    def parties(self, names: Names) -> Names:
        """Give the names that are no part of an agreement's own: "Paris" in "Paris Agreement"."""
        inside = {token for mark in self.treaties for token in range(mark.first, mark.end)}
        return Row(tuple(item for item in names.items if item.first not in inside))

    def before(self, key: str) -> bool:
        """Tell whether what describes a noun stands before it."""
        entry = self.forms.get(key)
        return entry is None or entry.get("side") == "before"


def _too_early(known: str, page: Scan) -> bool:
    """Tell whether a report is older than the agreement a name means today."""
    printed = page.report.published
    since: int = table("treaties")[known].get("since", 0)
    return printed is not None and printed.last.year < since


def _inside(page: Scan, files: tuple[str, ...]) -> frozenset[int]:
    """List the tokens that belong to a longer proper name: an organization, a known treaty."""
    return frozenset(
        token
        for file in files
        for mark in page.marks.of(file)
        if mark.end - mark.first > 1
        for token in range(mark.first, mark.end)
    )


def phrases(words: Words) -> list[Phrase]:
    """List the noun phrases of a report in text order, none inside another."""
    out: list[Phrase] = []
    for sentence in words.page.sentences:
        marks = [
            mark
            for mark in words.page.marks.of("agreements", sentence)
            if mark.entry.key in words.forms and mark.first not in words.covered
        ]
        known = [mark for mark in words.treaties if sentence.first <= mark.first < sentence.end]
        if marks or known:
            out += _of(words, sentence, marks, known)
    out += _short_names(words, out)
    return sorted(out, key=lambda item: (item.first, item.end))


def _short_names(words: Words, found: list[Phrase]) -> Iterator[Phrase]:
    """Find the short names that brackets gave to agreements where they stand alone."""
    bound = {tuple(tokenize(p.acronym).words): p for p in found if p.acronym and p.bracketed}
    if not bound:
        return
    starts = {name[0] for name in bound}
    taken = {token for phrase in found for token in range(phrase.first, phrase.end)}
    tokens = words.page.tokens.words
    for sentence in words.page.sentences:
        for at in range(sentence.first, sentence.end):
            if tokens[at] not in starts or at in taken:
                continue
            for name, owner in bound.items():
                end = at + len(name)
                if tuple(tokens[at:end]) == name and end <= sentence.end:
                    short = Phrase(at, end, at, end, sentence, owner.key, owner.form)
                    short.acronym, short.known, short.title = owner.acronym, owner.known, True
                    yield short
                    break


def _of(words: Words, sentence: Sentence, marks: list[Mark], known: list[Mark]) -> Iterator[Phrase]:
    from traktat.reading.descriptions import Descriptions

    reader = Descriptions(words)
    for mark in marks:
        if mark.first not in reader.taken and not words.before(mark.entry.key):
            yield reader.headed(sentence, mark)
    for mark in reversed(marks):
        if mark.first not in reader.taken and words.before(mark.entry.key):
            yield reader.headed(sentence, mark)
    for mark in known:
        if mark.first not in reader.taken:
            yield reader.titled(sentence, mark)

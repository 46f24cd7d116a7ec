"""Noun phrases that may stand for agreements: head, description, names in it, determiner.

A head noun takes what describes it (before or behind it, as the pack says), an acronym in
brackets, and the names of parties that stand inside ("the Indonesia-Singapore extradition
treaty"). What it stands for is decided later; here only its words are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from traktat.facts.tables import table
from traktat.lang import Mark
from traktat.reading.mentions import NameMention, Names
from traktat.reading.roles import Roles
from traktat.reading.scan import Scan
from traktat.reading.sentences import Sentence

_HYPHENS = frozenset("-–—")
_OPEN = frozenset("([")
_QUOTES = frozenset("\"“”'‘’«»*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ACRONYM = re.compile(r"[A-Z][A-Za-z]{0,2}[A-Z][A-Za-z]{0,6}|[A-Z]{2,}s?")
_LONGEST_ACRONYM = 6  # tokens in brackets: "(I-EAEU FTA)" has four
_LONGEST_TITLE = 24  # tokens behind a head in capitals


@dataclass(slots=True)
class Phrase:
    """One noun phrase headed by a noun for agreements; tokens [first, end), head at `head`.

    `named` are the names inside it, `owner` the name that possesses it. `determiner` is
    "definite", "indefinite", "possessive", "any" or "". `flags` are the keys of pack words
    that tell it from others (new, older, several, multilateral, bilateral).
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
    title: bool = False
    described: bool = False
    determiner: str = ""
    flags: set[str] = field(default_factory=set)
    year: str | None = None
    named: list[NameMention] = field(default_factory=list)
    owner: NameMention | None = None

    @property
    def bare(self) -> bool:
        """Tell whether the phrase names nothing by itself: "the pact", "perjanjian itu"."""
        return not (self.described or self.title or self.known or self.acronym or self.named)


class Nouns:
    """Reads the phrases of one report."""

    def __init__(self, page: Scan, names: Names) -> None:
        self.page = page
        self.roles = Roles(page)
        self.forms = {
            key: entry
            for key, entry in page.pack.entries.get("agreements", {}).items()
            if "form" in entry
        }
        self.topics = {
            key: str(entry["topic"])
            for key, entry in page.pack.entries.get("agreements", {}).items()
            if "topic" in entry
        }
        self.name_at: dict[int, NameMention] = {}
        self.name_until: dict[int, NameMention] = {}
        for item in names.items:
            if not item.pronoun and item.sort != "document":
                self.name_at.setdefault(item.first, item)
                self.name_until[item.end] = item
        self.treaty_at = {mark.first: mark for mark in page.marks.of("treaties")}
        self.treaty_until = {mark.end: mark for mark in page.marks.of("treaties")}
        self._covered = _inside(page)

    def phrases(self) -> list[Phrase]:
        """List the phrases in text order, none inside another."""
        out: list[Phrase] = []
        for sentence in self.page.sentences:
            marks = [
                mark
                for mark in self.page.marks.of("agreements", sentence)
                if mark.entry.key in self.forms and mark.first not in self._covered
            ]
            known = self.page.marks.of("treaties", sentence)
            if marks or known:
                out += self._of(sentence, marks, known)
        return sorted(out, key=lambda item: (item.first, item.end))

    def _of(self, sentence: Sentence, marks: list[Mark], known: list[Mark]) -> Iterator[Phrase]:
        taken: set[int] = set()
        for mark in marks:
            if mark.first not in taken and not self._before(mark):
                phrase = self._phrase(sentence, mark)
                self._extend_right(phrase, taken)
                yield self._finish(phrase)
        for mark in reversed(marks):
            if mark.first not in taken and self._before(mark):
                phrase = self._phrase(sentence, mark)
                self._extend_left(phrase, taken)
                yield self._finish(phrase)
        for mark in known:
            if mark.first not in taken:
                yield self._finish(self._known(sentence, mark))

    def _before(self, mark: Mark) -> bool:
        return self.forms[mark.entry.key].get("side") == "before"

    def _phrase(self, sentence: Sentence, mark: Mark) -> Phrase:
        entry = self.forms[mark.entry.key]
        phrase = Phrase(
            mark.first, mark.end, mark.first, mark.end, sentence, mark.entry.key, entry["form"]
        )
        word = self.page.tokens.words[mark.first]
        phrase.title = word[0].isupper() and mark.first != sentence.first
        if mark.entry.field == "exact":
            phrase.described = True
            phrase.acronym = self.page.words(mark.first, mark.end)
        if "plural" in mark.forms and "singular" not in mark.forms:
            phrase.flags.add("several")
        return phrase

    def _known(self, sentence: Sentence, mark: Mark) -> Phrase:
        form = str(table("treaties")[mark.entry.key].get("form", "treaty"))
        phrase = Phrase(mark.first, mark.end, mark.first, mark.end, sentence, "treaties", form)
        phrase.known, phrase.title = mark.entry.key, True
        self._determiner_before(phrase)
        return phrase

    # --- what follows the head ------------------------------------------------------------

    def _extend_right(self, phrase: Phrase, taken: set[int]) -> None:
        words = self.page.tokens.words
        stop = phrase.sentence.end
        at = phrase.end
        if at + 1 < stop and words[at] == "-" and words[at + 1].lower() == words[at - 1].lower():
            at += 2
            phrase.flags.add("several")
        phrase.end = at
        while at < stop:
            step = self._step_right(phrase, at, taken)
            if step <= at:
                break
            at = phrase.end = step
        self._determiner_before(phrase)

    def _step_right(self, phrase: Phrase, at: int, taken: set[int]) -> int:
        """Take the next word of the description, if it is one; give where it ends."""
        words, roles = self.page.tokens.words, self.roles
        treaty = self.treaty_at.get(at)
        if treaty is not None:
            phrase.known = treaty.entry.key
            taken.add(at)
            taken.update(range(at, treaty.end))
            return treaty.end
        name = self.name_at.get(at)
        if name is not None:
            return self._names_right(phrase, at)
        end = self._described(phrase, roles.at(at), taken)
        if end > at:
            return end
        after = roles.end(at, "and")
        if after and self._describes(after, phrase):
            return after
        if _YEAR.fullmatch(words[at]):
            phrase.year = words[at]
            return at + 1
        if words[at][0].isupper() and words[at][0].isalpha() and not roles.at(at):
            phrase.title = phrase.title or words[phrase.head][0].isupper()
            phrase.described = True
            return at + 1
        if phrase.title and (words[at] in _HYPHENS) and at + 1 < phrase.sentence.end:
            return at + 1 if words[at + 1][0].isupper() else at
        return at

    def _described(self, phrase: Phrase, marks: list[Mark], taken: set[int]) -> int:
        """Note what the words at one place say of the phrase; give where they end, or 0."""
        end = 0
        for mark in marks:
            key = mark.entry.key
            if mark.entry.file != "agreements":
                continue
            if key in self.topics:
                phrase.topics.append(self.topics[key])
            elif key in self.forms and key not in ("document",):
                taken.add(mark.first)
                if self.forms[key]["form"] in ("ceasefire", "armistice"):
                    phrase.form = self.forms[key]["form"]
                if mark.entry.field == "exact":
                    phrase.acronym = phrase.acronym or self.page.words(mark.first, mark.end)
            elif key in ("new", "older", "multilateral", "bilateral"):
                phrase.flags.add(key)
                if key in ("new", "older"):
                    end = max(end, mark.end)
                continue
            elif key != "modifier":
                continue
            phrase.described = phrase.described or key != "modifier"
            end = max(end, mark.end)
        return end

    def _describes(self, at: int, phrase: Phrase) -> bool:
        """Tell whether the word at a token is one more topic of a phrase that has one."""
        return bool(phrase.topics) and any(m.entry.key in self.topics for m in self.roles.at(at))

    def _names_right(self, phrase: Phrase, at: int) -> int:
        """Take the names of parties that stand right behind the description."""
        words, stop = self.page.tokens.words, phrase.sentence.end
        while at < stop and at in self.name_at:
            name = self.name_at[at]
            phrase.named.append(name)
            at = name.end
            joined = at < stop and (words[at] in _HYPHENS or words[at] == "/")
            listed = self.roles.end(at, "and") if at < stop else 0
            if joined and at + 1 in self.name_at:
                at += 1
            elif listed and listed in self.name_at and self.roles.end(at, "with") == 0:
                at = listed
            else:
                break
        return at

    # --- what stands before the head ---------------------------------------------------------

    def _extend_left(self, phrase: Phrase, taken: set[int]) -> None:
        at = phrase.first
        while at > phrase.sentence.first:
            step = self._step_left(phrase, at, taken)
            if step >= at:
                break
            at = phrase.first = step
        self._determiner_before(phrase)

    def _step_left(self, phrase: Phrase, at: int, taken: set[int]) -> int:
        """Take the word before the phrase, if it describes it; give where it begins."""
        words, roles, first = self.page.tokens.words, self.roles, phrase.sentence.first
        treaty = self.treaty_until.get(at)
        if treaty is not None:
            phrase.known = treaty.entry.key
            taken.update(range(treaty.first, treaty.end))
            return treaty.first
        name = self.name_until.get(at)
        if name is not None:
            return self._name_left(phrase, name)
        start = self._described_before(phrase, at, taken)
        if start < at:
            return start
        word = words[at - 1]
        if word in _HYPHENS and at - 1 > first:
            return self._hyphen_left(at, phrase)
        before = roles.start(at, "and")
        if before > first and phrase.topics and self._topic_until(before):
            return before
        if word in _QUOTES and at < phrase.head and at - 2 > first:
            return at - 1
        if _YEAR.fullmatch(word):
            phrase.year = word
            return at - 1
        if self._proper(at - 1, first):
            phrase.described = True
            phrase.title = phrase.title or words[phrase.head][0].isupper()
            return at - 1
        return at

    def _described_before(self, phrase: Phrase, at: int, taken: set[int]) -> int:
        marks = self.roles.until(at)
        if any(mark.entry.key in ("dealing", "mediation") for mark in marks) and not any(
            mark.entry.key in self.topics or mark.entry.key == "modifier" for mark in marks
        ):
            return at
        end = self._described(phrase, marks, taken)
        return (
            min((m.first for m in marks if m.entry.file == "agreements"), default=at) if end else at
        )

    def _topic_until(self, at: int) -> bool:
        return any(mark.entry.key in self.topics for mark in self.roles.until(at))

    def _hyphen_left(self, at: int, phrase: Phrase) -> int:
        """Take "US-" of "US-Afghan" or "power-" of "power-sharing"; leave "US-" of "US-brokered"."""
        word = at - 2
        if self.name_until.get(at - 1) is not None:
            return at - 1
        if self.roles.end(at, "mediation"):
            return at
        ends = [mark.first for mark in self.roles.until(at - 1) if mark.entry.file == "agreements"]
        return min([word, *ends])

    def _name_left(self, phrase: Phrase, name: NameMention) -> int:
        """Take a name before the description; a possessor or a mediator ends it."""
        words = self.page.tokens.words
        behind = words[name.end] if name.end < phrase.head else ""
        if self._possesses(name):
            phrase.owner = name
            return phrase.first
        if behind in _HYPHENS and self.roles.end(name.end + 1, "mediation"):
            return phrase.first
        phrase.named.insert(0, name)
        at = name.first
        before = self.roles.start(at, "and")
        if before > phrase.sentence.first and before in self.name_until:
            return before
        return at

    def _possesses(self, name: NameMention) -> bool:
        last = self.page.tokens.lower[name.end - 1]
        return any(last.endswith(clitic) for clitic in ("'s", "'")) if "'" in last else False

    def _proper(self, at: int, first: int) -> bool:
        """Tell whether a token is a word of a title: a capital inside a sentence, no pack word."""
        word = self.page.tokens.words[at]
        if not (word[0].isupper() and word[0].isalpha()) or at == first:
            return False
        return not self.roles.has(
            at,
            at + 1,
            "dealing",
            "mediation",
            "in",
            "with",
            "definite",
            "between",
            "while",
            "after",
            "preposition",
            "article",
            "any",
            "indefinite",
            "condition",
            "he",
            "they",
        )

    # --- the rest ----------------------------------------------------------------------------

    def _determiner_before(self, phrase: Phrase) -> None:
        roles, at = self.roles, phrase.first
        for mark in roles.until(at):
            key = mark.entry.key
            if key in ("several", "multilateral", "bilateral"):
                phrase.flags.add(key)
            if key in ("indefinite", "any"):
                phrase.determiner = key
            elif key == "definite" and not phrase.determiner:
                phrase.determiner = "definite"
            elif key in ("they", "he", "we") and not phrase.determiner:
                phrase.determiner = "possessive"

    def _finish(self, phrase: Phrase) -> Phrase:
        self._bracket(phrase)
        self._title(phrase)
        end = self.roles.end(phrase.end, "definite")
        if end and not self._before_key(phrase):
            phrase.determiner, phrase.end = "definite", end
        return phrase

    def _before_key(self, phrase: Phrase) -> bool:
        entry = self.forms.get(phrase.key)
        return entry is None or entry.get("side") == "before"

    def _bracket(self, phrase: Phrase) -> None:
        """Bind an acronym in brackets behind the phrase: "... Partnership Agreement (CEPA)"."""
        words, at, stop = self.page.tokens.words, phrase.end, phrase.sentence.end
        if at + 2 >= stop or words[at] not in _OPEN:
            return
        close = next(
            (i for i in range(at + 1, min(at + 2 + _LONGEST_ACRONYM, stop)) if words[i] in ")]"), 0
        )
        if not close or not any(_ACRONYM.fullmatch(word) for word in words[at + 1 : close]):
            return
        if any(word[0].islower() for word in words[at + 1 : close]):
            return
        if at + 1 in self.name_at and self.name_at[at + 1].end == close:
            return
        phrase.acronym = self.page.words(at + 1, close).strip("“”\"'")
        treaty = self.treaty_at.get(at + 1)
        if treaty is not None and phrase.known is None:
            phrase.known = treaty.entry.key
        phrase.end, phrase.described = close + 1, True

    def _title(self, phrase: Phrase) -> None:
        """Take the rest of a title behind its head: "Treaty on Open Skies"."""
        words, at, stop = self.page.tokens.words, phrase.end, phrase.sentence.end
        if (
            not words[phrase.head][0].isupper()
            or phrase.end != phrase.head_end
            and not phrase.title
        ):
            return
        limit = min(stop, at + _LONGEST_TITLE)
        last = at
        if not self.roles.end(at, "about", "between"):
            return
        while at < limit:
            link = self.roles.end(at, "about", "between", "and", "definite", "with", "in")
            if words[at][0].isupper() or words[at] in _HYPHENS:
                self._described(phrase, self.roles.at(at), set())
                at = last = at + 1
            elif link:
                at = link
            else:
                break
        if last > phrase.end and words[last - 1] not in _HYPHENS:
            phrase.end, phrase.title, phrase.described = last, True, True


def _inside(page: Scan) -> frozenset[int]:
    """List the tokens that belong to a longer proper name: an organization, a known treaty."""
    out: set[int] = set()
    for file in ("organisations", "treaties", "outlets", "bodies"):
        for mark in page.marks.of(file):
            if mark.end - mark.first > 1:
                out.update(range(mark.first, mark.end))
    return frozenset(out)

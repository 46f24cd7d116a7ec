"""A sentence laid out for reading acts: what stands on each token, and where clauses break."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from traktat.lang import Mark
from traktat.lang.sentences import Sentence
from traktat.model.findings import DateFinding
from traktat.model.kinds import NameKind
from traktat.reading.mentions import (
    AgreementMention,
    Agreements,
    DateMention,
    Dates,
    NameMention,
    Names,
    Placed,
    Utterance,
    Utterances,
)
from traktat.reading.quotations import DOUBLE
from traktat.reading.scan import Scan

CLAUSE_OPENERS = ("relative", "condition", "after", "ahead", "while", "cause", "contrast", "that")
"""Grammar entries that open a clause of their own, strongest claim first."""

_OPENING = frozenset(CLAUSE_OPENERS)

_UNTAGGED: tuple[str, ...] = ()  # most tokens
LAW_NAME = 3  # words of "Review Act of" behind the agreement a law is named by
_NONE = ("negation", "none")
_BEYOND = 4  # tokens behind a sentence that a word of it may reach
_TERM = 3  # words of "another six months"

EN_DASH = "–"
_LEADS = frozenset(":)")
"""Marks behind which a sentence may begin: a speaker's name, a handle in brackets."""

STOPS = frozenset(";:—–…()[]")
"""Marks that part clauses from each other; a quoted fragment does not."""

SAYING = frozenset({"say", "state", "report", "urge", "accuse", "deny", "ask"})
"""Entries of the verbs of saying, whose subject and day are not those of the act."""

CREDITING = frozenset({"attribution", "comments"})
"""Entries of the words that name a source."""

P = TypeVar("P", bound=Placed)


@dataclass(frozen=True, slots=True)
class Sources:
    """What the layers before this one found in a report."""

    page: Scan
    names: Names
    agreements: Agreements
    dates: Dates
    utterances: Utterances


class Tags:
    """The grammar entries of each token of a sentence; `opening` are those that may open a clause.

    A list, no dictionary: they are asked for seven hundred times a report.
    """

    __slots__ = ("_first", "_held", "opening")

    def __init__(self, sentence: Sentence) -> None:
        self._first = sentence.first
        self._held = [_UNTAGGED] * (sentence.end - sentence.first + _BEYOND)
        self.opening: set[int] = set()

    def get(self, token: int) -> tuple[str, ...]:
        """Give the entries of a token."""
        at = token - self._first
        return self._held[at] if 0 <= at < len(self._held) else _UNTAGGED

    def add(self, token: int, key: str) -> None:
        """Note one more entry of a token."""
        at = token - self._first
        if at < len(self._held):
            self._held[at] = (*self._held[at], key) if self._held[at] else (key,)
            if key in _OPENING:
                self.opening.add(token)

    def drop(self, token: int) -> None:
        """Forget the entries of a token of the sentence."""
        self._held[token - self._first] = _UNTAGGED
        self.opening.discard(token)


@dataclass(slots=True)
class Outline:
    """One sentence: grammar keys, mentions and dates by token.

    A mention is found from every token it covers; a name inside the name of an agreement is
    left out, since it only describes the agreement. `openers` are the tokens that open a
    clause of their own, `saying` the verbs of saying.
    """

    sources: Sources
    sentence: Sentence
    words: list[str]
    lower: list[str]
    tags: Tags
    openers: dict[int, str] = field(default_factory=dict)
    agreements: dict[int, AgreementMention] = field(default_factory=dict)
    names: dict[int, NameMention] = field(default_factory=dict)
    dates: dict[int, DateMention] = field(default_factory=dict)
    saying: frozenset[int] = frozenset()

    @property
    def first(self) -> int:
        """Give the first token of the sentence."""
        return self.sentence.first

    @property
    def end(self) -> int:
        """Give the token after the sentence."""
        return self.sentence.end

    def has(self, token: int, *keys: str) -> bool:
        """Tell whether a token belongs to a word of one of these grammar entries."""
        found = self.tags.get(token)
        return bool(found) and any(key in found for key in keys)

    def has_one(self, token: int, keys: tuple[str, ...]) -> bool:
        """Tell the same of entries at hand in a tuple."""
        found = self.tags.get(token)
        return bool(found) and any(key in found for key in keys)

    def any_tag(self, first: int, end: int, *keys: str) -> bool:
        """Tell whether one of these grammar entries occurs within tokens [first, end)."""
        tags = self.tags
        for token in range(first, end):
            found = tags.get(token)
            if found and any(key in found for key in keys):
                return True
        return False

    def joins(self, token: int) -> bool:
        """Tell whether a token joins like "and"; what also means "with" does not."""
        found = self.tags.get(token)
        return "and" in found and "with" not in found

    def opener(self, token: int) -> str | None:
        """Give the kind of clause a token opens, if it opens one."""
        return self.openers.get(token) if self.openers else None

    def stops(self, token: int) -> bool:
        """Tell whether a mark at a token parts clauses; a spaced hyphen is a dash.

        A dash that joins two numbers parts nothing: "voted 71–26 to approve".
        """
        word = self.words[token]
        if word == EN_DASH and not self._is_spaced(token):
            return not (self._is_number(token - 1) and self._is_number(token + 1))
        return word in STOPS or (word == "-" and self._is_spaced(token))

    def _is_number(self, token: int) -> bool:
        return self.first <= token < self.end and self.words[token].isdigit()

    def _is_spaced(self, token: int) -> bool:
        tokens = self.sources.page.tokens
        if not self.first < token < self.end - 1:
            return False
        apart = tokens.ends[token - 1] < tokens.starts[token]
        return apart and tokens.ends[token] < tokens.starts[token + 1]

    def ordered(self, found: dict[int, P]) -> Iterator[P]:
        """Give each mention of a lookup once, in text order."""
        last = None
        for token in sorted(found):
            if found[token] is not last:
                last = found[token]
                yield last


def outline(sources: Sources, sentence: Sentence) -> Outline:
    """Lay a sentence out."""
    tokens = sources.page.tokens
    out = Outline(sources, sentence, tokens.words, tokens.lower, Tags(sentence))
    _tag(out)
    first, end = sentence.first, sentence.end
    named = sources.agreements.mentions.within(first, end)
    _cover(out.agreements, (item for item in named if not _names_law(out, item)))
    _free(out)
    _cover(out.dates, (item for item in sources.dates.within(first, end) if _is_brief(item)))
    for name in sources.names.within(first, end):
        if not _described(out, name):
            _cover(out.names, (name,))
            _untag(out, name)
    out.saying = _saying(out)
    for token in sorted(out.tags.opening):
        kind = _opener(out, token)
        if kind is not None:
            out.openers[token] = kind
    return out


def _tag(out: Outline) -> None:
    """Note the grammar entries of each token; a capital in a plain sentence is a name ("May")."""
    tags, words, plain = out.tags, out.words, None
    for mark in out.sources.page.marks.of("grammar", out.sentence):
        first, end, key = mark.first, mark.end, mark.key
        if key in _NONE and end < len(words) and words[end] == "-":
            continue  # "a no-deal exit"
        if words[first][0].isupper():
            if key == "possibility" and not words[first].isalpha():
                continue  # "May's deal"
            if end - first == 1 and not _opens(out, first) and not _keeps(words[first], key):
                plain = _is_plain(out) if plain is None else plain
                if plain:
                    continue
        for token in range(first, end):
            tags.add(token, key)


def _keeps(word: str, key: str) -> bool:
    """Tell whether a word in capitals is what its entry says: "I", "RUU"."""
    return key == "i" or (key == "law" and len(word) > 1 and word.isupper())


def _free(out: Outline) -> None:
    """Take what belongs to an agreement's name for nothing else: "Rencana Aksi …" is no plan."""
    for token in out.agreements:
        if out.words[token][0].isupper() and "wish" in out.tags.get(token):
            out.tags.drop(token)


def _untag(out: Outline, name: NameMention) -> None:
    """Take what a person is called for a name and nothing else: "May's deal had been"."""
    if name.sort is NameKind.PERSON and not name.pronoun and name.end - name.first == 1:
        out.tags.drop(name.first)


def _opens(out: Outline, token: int) -> bool:
    """Tell whether a sentence, or what is said in it, begins at a token.

    So does a post behind the handle of who wrote it: "(@handle) If the senate …".
    """
    return token == out.first or out.words[token - 1] in DOUBLE or out.words[token - 1] in _LEADS


def _is_plain(out: Outline) -> bool:
    """Tell whether most words of a sentence are in lower case, unlike a headline's."""
    written, small = 0, 0
    for at in range(out.first, out.end):
        letter = out.words[at][0]
        if letter.isalpha():
            written += 1
            small += letter.islower()
    return 2 * small > written


def _opener(out: Outline, token: int) -> str | None:
    found = out.tags.get(token)
    if token in out.dates or "purpose" in found:
        return None
    if token in out.agreements or token in out.names:
        return None
    kind = next(key for key in CLAUSE_OPENERS if key in found)
    if "definite" in found and _points_at_agreement(out, token):
        return None
    if kind == "condition" and "except" in found and token + 1 in out.names:
        return None  # "semua negara kecuali Norlandia"
    number = token + 1 < out.end and out.words[token + 1][0].isdigit()
    if kind == "condition" and "until" in found and number:
        return None  # "hingga 1.550 unit" is a measure
    if kind == "while" and "preposition" in found and _is_measured(out, token + 1):
        return None  # "selama 72 jam", "selama enam bulan"
    return None if kind == "while" and _points_at_time(out, token) else kind


def _is_measured(out: Outline, token: int) -> bool:
    """Tell whether a length of time or a number stands at a token."""
    date = out.dates.get(token)
    length = date is not None and getattr(date.finding, "sense", "") == "duration"
    return length or (token < out.end and out.words[token][0].isdigit())


def _points_at_agreement(out: Outline, token: int) -> bool:
    """Tell whether "that" points at an agreement: "will not sign that treaty"."""
    mention = out.agreements.get(token + 1)
    if mention is None or mention.first != token + 1 or token - 1 in out.saying:
        return False
    verb = any(mark.end == token for mark in _deeds_before(out, token))
    return verb and out.words[token + 1][0].islower()


def _deeds_before(out: Outline, token: int) -> list[Mark]:
    return out.sources.page.marks.within("acts", max(out.first, token - 4), token)


def _points_at_time(out: Outline, token: int) -> bool:
    """Tell whether a conjunction only points at a time: "saat itu"."""
    return out.has(token + 1, "it") and out.has(token + 1, "definite")


def _saying(line: Outline) -> frozenset[int]:
    """Give the tokens of verbs of saying; to announce an act is not merely to say it."""
    sources, sentence = line.sources, line.sentence
    cues = {item.cue for item in sources.utterances.within(sentence.first, sentence.end)}
    papers = {m.first for m in sources.page.marks.of("acts", sentence) if m.field == "objects"}
    return frozenset(
        mark.first
        for mark in sources.page.marks.of("statements", sentence)
        if mark.first not in papers
        and (mark.first in cues or _says(line, mark))
        and not line.has(mark.first, "announced")
    )


def _says(line: Outline, mark: Mark) -> bool:
    """Tell whether a mark is a verb of saying or credits somebody: "menurut", "dikutip"."""
    if mark.entry.key in CREDITING:
        return not line.has(mark.first, "contrast")  # "but did not"
    plain = line.words[mark.first][0].islower() and mark.entry.field != "words"
    return plain and mark.entry.key in SAYING and not _is_noun(line, mark)


def _is_noun(line: Outline, mark: Mark) -> bool:
    """Tell whether a verb's form is a noun here: "15 states", "the state gazette"."""
    before = mark.first - 1
    if before < line.first or not {"present", "bare"} & set(mark.forms):
        return False
    if "present" not in mark.forms and not _describes_noun(line, mark.end):
        return False
    counted = line.words[before][0].isdigit() and before not in line.dates
    return counted or line.has(before, "article", "of", "agent", "preposition")


def _describes_noun(line: Outline, at: int) -> bool:
    """Tell whether a plain word follows: "the state gazette", not "in a tweet on Sunday"."""
    plain = at < line.end and line.words[at].isalpha() and line.words[at].islower()
    return plain and not line.tags.get(at) and at not in line.dates


def _names_law(out: Outline, mention: AgreementMention) -> bool:
    """Tell whether an agreement only names a law: "the Nuclear Agreement Review Act"."""
    last = min(out.end, mention.end + LAW_NAME)
    titled = mention.end
    while titled < last and out.words[titled].istitle():
        titled += 1
    if titled == mention.end:
        return False
    laws = out.sources.page.marks.keyed("grammar", "law", titled - 1, titled)
    return out.words[mention.end - 1].istitle() and any(laws)


def _described(out: Outline, name: NameMention) -> bool:
    """Tell whether a name only stands within an agreement's name."""
    return name.first in out.agreements and out.agreements[name.first].end >= name.end


def _is_brief(date: DateMention) -> bool:
    """Leave out conditions: they are clauses of their own ("once both parliaments approve it")."""
    return isinstance(date.finding, DateFinding) or date.finding.sense != "condition"


def _cover(found: dict[int, P], mentions: Iterable[P]) -> None:
    """Note a mention on each of its tokens; of two on one token the longer counts."""
    for mention in mentions:
        for token in range(mention.first, mention.end):
            held = found.get(token)
            if held is None or held.end - held.first < mention.end - mention.first:
                found[token] = mention


def speaker_at(sources: Sources, token: int) -> Utterance | None:
    """Give the innermost utterance that holds a token."""
    return min(sources.utterances.over(token), key=lambda item: item.end - item.first, default=None)


def past_term(line: Outline, at: int) -> int:
    """Give where a span of time behind "by" or "for" ends: "by another six months", or 0."""
    pack, lower = line.sources.page.pack, line.sources.page.tokens.lower
    one, several = (pack.entry("dates", key).get("values", {}) for key in ("unit", "units"))
    for token in range(at, min(line.end, at + _TERM)):
        if token in line.names or token in line.agreements:
            return 0
        if lower[token] in one or lower[token] in several:
            return token + 1
    return 0

"""A sentence laid out for reading reported speech: what begins and ends at which token."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from traktat.lang import Mark
from traktat.lang.sentences import Sentence
from traktat.reading.mentions import DateMention, Dates, NameMention, Names, Quotation, Quotations
from traktat.reading.scan import Scan
from traktat.reading.statements.speech import Speech

UTTERANCE = 4
"""Words in quotation marks that make a statement; fewer are only a turn of phrase."""

ENDERS = frozenset(".!?…\"“”'’‘»«)")
"""Marks that may stand after the last word of a sentence."""

_DESCRIBING = ("relatives", "prepositions", "determiners", "that")
"""Entries after whose words a verb only describes a noun."""

_NOUN = 2  # words from a date to the noun it describes
_CLAUSE = 160  # tokens within which a clause shows its verb, so that hostile text costs no more
_DASHES = frozenset("-–—")
_ASIDE = 24  # tokens of a relative clause between commas
_HEADING = 24  # tokens by which a heading is told
_SMALL = 3  # letters up to which a word in a heading may lack its capital
_DATELINE = 14  # tokens of a dateline: "WASHINGTON/MOSCOW (Reuters) -"
_PARENTHESIS = 14  # tokens a parenthesis before a verb of saying may hold: "(24/10/2025)"


@dataclass(frozen=True, slots=True)
class Layers:
    """What the reading of statements rests on.

    `kinds` are for each token the entries of speech it is a single word of; `has_doubles` tells
    that some speech stands in double quotation marks.
    """

    page: Scan
    speech: Speech
    names: Names
    quotations: Quotations
    dates: Dates
    kinds: list[frozenset[str]]
    has_doubles: bool = False


@dataclass(slots=True)
class Line:
    """One sentence with its mentions, dates and quotations by token.

    `quotes` are the outer quotations that share a token with it, by their opening mark; `long`
    are those with words enough for a statement, in order; `stop` is the token after its last
    word; at a token of `comments` words begin that the report itself adds; `begin` is the first
    token after a dateline; at `citing`
    stand words such as "quoting"; `marks` are its pack words of reported speech; `lower` are all
    words of the report as they are looked up, `kinds` the entries of speech each of them is a
    single word of; `titled` is a heading with capitals throughout.
    """

    layers: Layers
    sentence: Sentence
    quotes: dict[int, Quotation]
    long: tuple[Quotation, ...]
    stop: int
    comments: tuple[int, ...] = ()
    begin: int = 0
    citing: tuple[int, ...] = ()
    marks: tuple[Mark, ...] = ()
    lower: list[str] = field(default_factory=list)
    titled: bool = False
    kinds: list[frozenset[str]] = field(default_factory=list)
    starting: dict[int, NameMention] = field(default_factory=dict)
    ending: dict[int, NameMention] = field(default_factory=dict)
    dates_from: dict[int, DateMention] = field(default_factory=dict)
    dates_to: dict[int, DateMention] = field(default_factory=dict)

    @property
    def first(self) -> int:
        """Give the first token."""
        return self.sentence.first

    @property
    def end(self) -> int:
        """Give the token after the last, marks included."""
        return self.sentence.end

    @property
    def page(self) -> Scan:
        """Give the report's layout."""
        return self.layers.page

    @property
    def speech(self) -> Speech:
        """Give the pack's knowledge of reported speech."""
        return self.layers.speech

    def is_day(self, token: int) -> bool:
        """Tell whether a token is the name of a day, dated or not."""
        return self.is_in(token, "weekdays")

    def is_in(self, token: int, *keys: str) -> bool:
        """Tell whether a token is a single word of one of these entries."""
        return self.is_one(token, keys)

    def is_one(self, token: int, keys: tuple[str, ...]) -> bool:
        """Tell the same of entries at hand in a tuple."""
        if not 0 <= token < len(self.kinds):
            return False
        kinds = self.kinds[token]
        if kinds:
            for key in keys:
                if key in kinds:
                    return True
        return False

    def is_comment(self, token: int) -> bool:
        """Tell whether words begin at a token that the report itself adds to speech."""
        at = bisect_left(self.comments, token)
        return at < len(self.comments) and self.comments[at] == token

    def comment_after(self, token: int) -> int:
        """Give where the next such words begin after a token; the end where none do."""
        at = bisect_right(self.comments, token)
        return self.comments[at] if at < len(self.comments) else self.end

    def cites(self, token: int) -> bool:
        """Tell whether a word such as "quoting" stands at a token."""
        at = bisect_left(self.citing, token)
        return at < len(self.citing) and self.citing[at] == token

    def is_adverb(self, token: int) -> bool:
        """Tell whether a token is an adverb, by the pack's list or by its shape."""
        if self.is_in(token, "adverbs"):
            return True
        word = self.page.tokens.words[token]
        shaped = word.islower() and self.layers.speech.shaped("adverbs", word)
        return shaped and not self.is_in(token, "speakers")

    def is_dash(self, token: int) -> bool:
        """Tell whether a token is a dash, a hyphen between spaces, or one of two hyphens."""
        if self.lower[token] != "-":
            return self.lower[token] in "–—"
        tokens = self.page.tokens
        if self.is_doubled(token):
            return True
        apart = 0 < token < len(tokens) - 1 and tokens.ends[token - 1] < tokens.starts[token]
        return apart and tokens.ends[token] < tokens.starts[token + 1]

    def is_doubled(self, token: int) -> bool:
        """Tell whether a hyphen is one of two that stand for a dash."""
        return "-" in self.lower[max(token - 1, self.first) : token] or (
            self.lower[token + 1 : token + 2] == ["-"]
        )

    def is_closed(self, token: int) -> bool:
        """Tell whether a token closes a parenthesis."""
        return token < self.end and self.lower[token] == ")"

    def is_comma(self, token: int) -> bool:
        """Tell whether a token is a comma that parts words, not the digits of one number."""
        tokens = self.page.tokens
        if token >= len(tokens) or self.lower[token] != ",":
            return False
        if token == 0 or token + 1 >= len(tokens):
            return True
        glued = tokens.ends[token - 1] == tokens.starts[token] == tokens.starts[token + 1] - 1
        return not (glued and self.lower[token - 1].isdigit() and self.lower[token + 1].isdigit())

    def is_noun(self, token: int, *keys: str) -> bool:
        """Tell the same of a noun that may carry an ending such as -nya."""
        if self.is_in(token, *keys):
            return True
        single, word = self.layers.speech.single, self.lower[token]
        endings = self.layers.speech.ends.get("pronouns", ())
        bare = next((word.removesuffix(end) for end in endings if word.endswith(end)), word)
        return any(bare in single[key] for key in keys if key in single)

    def quote_around(self, token: int) -> Quotation | None:
        """Give the long quotation that holds a token."""
        if not self.long:
            return None
        found = self.quote_before(token, begun=True)
        return found if found is not None and token < found.end else None

    def quote_before(self, token: int, *, begun: bool = False) -> Quotation | None:
        """Give the last long quotation that has ended (or only begun) before a token."""
        if not self.long:
            return None
        long = self.long
        low, high = 0, len(long)
        while low < high:  # by hand: to ask a function for every place costs more than the search
            middle = (low + high) // 2
            if (long[middle].first if begun else long[middle].end) <= token:
                low = middle + 1
            else:
                high = middle
        return long[low - 1] if low else None

    def conjoins(self, token: int) -> bool:
        """Tell whether a word such as "that" opens a clause and is not itself its subject."""
        if not self.is_in(token, "that"):
            return False
        if self.lower[token] not in self.speech.of("articles") or token + 1 >= self.stop:
            return True
        verb = self.is_in(token + 1, "predicates") and self.lower[token + 1].isalpha()
        return not verb  # "that would be wrong", but "that he'd go"

    def opens_quote(self, token: int) -> Quotation | None:
        """Give the outer quotation whose opening mark is at a token."""
        return self.quotes.get(token)

    def has_predicate(self, first: int, end: int) -> bool:
        """Tell whether tokens [first, end) hold the verb of a clause of their own."""
        at, end = first, min(end, first + _CLAUSE)
        while at < end:
            if self.is_predicate(at):
                if at == first or not self._describes(at - 1):
                    return True
                while at + 1 < end and self.is_in(at, "predicates") and self.is_predicate(at + 1):
                    at += 1  # its auxiliaries, up to the verb itself
            at += 1
        return False

    def _describes(self, token: int) -> bool:
        """Tell whether a verb after a token only describes a noun."""
        owner = self.layers.speech.shaped("owners", self.lower[token])
        return owner or self.is_in(token, *_DESCRIBING)

    def shows_predicate(self, first: int, end: int) -> bool:
        """Tell whether a clause that begins here shows its verb before any pause.

        A verb joined by "and" belongs to the verb before ("announced a deal and left").
        """
        end = min(end, first + _CLAUSE)
        at = first - 1
        while at + 1 < end:
            at += 1
            aside = self._past_relative(at, end)
            if aside > at and not self.has_predicate(first, at):
                first, at = aside + 1, aside  # what the relative tells is no predicate
                continue
            if self.lower[at] in ",;:—–":
                return self.has_predicate(first, at)
            if at > first and self.is_in(at, "relatives") and self.is_in(at, "breaks"):
                return self.has_predicate(first, at) or self._goes_on_behind(at, end)
            parts = self.is_in(at, "breaks") and not self.is_in(at, "that")
            if at > first and (parts or self.is_in(at, "whether")):
                return self.has_predicate(first, at)
            if self.is_in(at, "coordinators") and at + 1 < end and self.is_predicate(at + 1):
                return self.has_predicate(first, at)
        return self.has_predicate(first, end)

    def _past_relative(self, comma: int, end: int) -> int:
        """Give the comma that closes a relative clause begun at a comma; where none, the first."""
        if not self.is_comma(comma) or not self.is_in(comma + 1, "relatives"):
            return comma
        near = range(comma + 2, min(end, comma + _ASIDE))
        return next((at for at in near if self.is_comma(at)), comma)

    def _goes_on_behind(self, relative: int, end: int) -> bool:
        """Tell whether a clause goes on behind a relative one: "the line that is new | will"."""
        for at in range(relative + 2, end):
            if self.lower[at] in ",;:—–" or self.is_in(at, "relatives"):
                return False
            helps = self.is_in(at, "predicates", "unsaid")
            if helps and not self.is_in(at - 1, "predicates", "unsaid", "relatives"):
                return self.is_predicate(at) or self.is_predicate(at + 1)
        return False

    def is_predicate(self, token: int) -> bool:
        """Tell whether a token is a copula, an auxiliary or shaped like a verb."""
        if token >= len(self.lower):
            return False
        speech, word = self.layers.speech, self.lower[token]
        if word in speech.of("predicates"):
            return token not in self.starting and (self.titled or self.is_small(token))
        if speech.shaped("pasts", word) and self.is_small(token):
            return self._has_object(token + 1)  # "launched an attack"
        if not speech.shaped("predicates", word) or word in speech.of("shapeless"):
            return False
        return self.is_small(token) and len(word) > 4

    def _has_object(self, token: int) -> bool:
        """Tell whether a noun phrase or a name that describes nothing begins at a token."""
        held = self.starting.get(token)
        return self.is_in(token, "articles") or (held is not None and not held.attributive)

    def is_small(self, token: int) -> bool:
        """Tell whether a word has no capital, but for one that any first word has."""
        return self.page.tokens.words[token][0].islower() or token == self.begin

    def preposition_before(self, mention: NameMention) -> int | None:
        """Give the token of the preposition a mention stands under, if any."""
        at = mention.first - 1
        while at >= self.first and self.is_in(at, "articles"):
            at -= 1
        under = at >= self.first and self.is_in(at, "prepositions")
        return at if under and not self.is_in(at, "breaks") else None

    def words(self, first: int, end: int) -> int:
        """Count the words, marks left out, within tokens [first, end)."""
        tokens = self.page.tokens.words
        return sum([word[0].isalnum() for word in tokens[first:end]])


def opening(quote: Quotation) -> int:
    """Give the token of a quotation's opening mark."""
    return quote.first - 1


def line_of(layers: Layers, sentence: Sentence, quotes: Iterable[Quotation]) -> Line:
    """Lay a sentence out."""
    stop = sentence.end
    words = layers.page.tokens.words
    while stop > sentence.first and words[stop - 1] in ENDERS:
        stop -= 1
    marks = tuple(layers.page.marks.of("statements", sentence))
    outer = {opening(quote): quote for quote in quotes}
    line = Line(
        layers,
        sentence,
        outer,
        tuple(quote for quote in outer.values() if quote.words >= UTTERANCE),
        stop,
        comments=tuple(mark.first for mark in marks if mark.entry.key == "comments"),
        citing=tuple(mark.end - 1 for mark in marks if mark.entry.key == "quoted"),
        marks=marks,
        lower=layers.page.tokens.lower,
        kinds=layers.kinds,
    )
    line.begin = _past_dateline(line)
    line.titled = not any(word[0].islower() and len(word) > _SMALL for word in _opening(line))
    for name in layers.names.within(sentence.first, sentence.end):
        _keep_longest(line, name)
    for date in layers.dates.within(sentence.first, sentence.end):
        line.dates_from[date.first] = date
        line.dates_to[date.end] = date
    return line


def _opening(line: Line) -> list[str]:
    """Give the first words of a sentence, enough to tell a heading by."""
    return line.page.tokens.words[line.begin : min(line.stop, line.begin + _HEADING)]


def _past_dateline(line: Line) -> int:
    """Give the first token after "JAKARTA, KOMPAS.com -": capitals before a dash between spaces."""
    tokens, text = line.page.tokens, line.page.text
    for at in range(line.first, min(line.stop, line.first + _DATELINE)):
        word = tokens.words[at]
        if word in _DASHES and at > line.first:
            apart = text[tokens.starts[at] - 1].isspace()
            after = at + 1 + (tokens.words[at + 1 : at + 2] == ["-"])  # "(Xinhua) -- Pemerintah"
            return after if apart and after < line.stop else line.first
        if word[0].islower() and tokens.words[at - 1] != ".":  # "KOMPAS.com" is one name
            return line.first
    return line.first


def _keep_longest(line: Line, name: NameMention) -> None:
    held = line.starting.get(name.first)
    if held is None or held.end < name.end:
        line.starting[name.first] = name
    held = line.ending.get(name.end)
    if held is None or held.first > name.first:
        line.ending[name.end] = name


def skip_left(line: Line, token: int, floor: int) -> int:
    """Go left over what may stand between a speaker and the verb: adverbs, dates, parentheses."""
    at = token
    while at > floor:
        step = _one_left(line, at, floor)
        if step == at:
            break
        at = step
    return at


def _one_left(line: Line, at: int, floor: int) -> int:
    date = line.dates_to.get(at)
    if date is not None and date.first >= floor:
        return _before_date(line, date.first, floor)
    if line.is_day(at - 1):
        return _before_date(line, at - 1, floor)
    if line.lower[at - 1] == ")":
        for back in range(at - 2, max(floor, at - _PARENTHESIS) - 1, -1):
            if line.lower[back] == "(":
                return back
    if line.is_adverb(at - 1) and line.ending.get(at) is None:
        return at - 1
    if line.is_comma(at - 1) and (
        at - 1 in line.dates_to or line.is_day(at - 2) or line.lower[at - 2] == ")"
    ):
        step = _one_left(line, at - 1, floor)
        return step if step < at - 1 else at
    return at


def _before_date(line: Line, at: int, floor: int) -> int:
    """Go left over the preposition, the noun for day or month and the comma before a date."""
    while at > floor and (line.is_in(at - 1, "prepositions", "days")):
        at -= 1
    if at - 1 > floor and line.is_comma(at - 1):
        at -= 1
    return at


def skip_right(line: Line, token: int) -> int:
    """Go right over adverbs, dates and parentheses after a verb of saying."""
    at = token
    while at < line.stop:
        step = _one_right(line, at)
        if step == at:
            break
        at = step
    return at


def _date_after(line: Line, at: int) -> int:
    """Go right over the words before a date: "on", "pada hari", "in the early"."""
    start = at
    while at < line.stop and at not in line.dates_from:
        opened = at > start and line.is_in(start, "prepositions")
        if not line.is_in(at, "prepositions", "days") and not (opened and _is_article(line, at)):
            break
        at += 1
    return at


def _is_article(line: Line, token: int) -> bool:
    return line.is_in(token, "articles")


def _heads_clause(line: Line, first: int, end: int) -> bool:
    """Tell whether a time is what a clause is about: "two days | of talks", "2019 | would"."""
    if end >= line.stop or line.is_day(first) or line.is_in(first - 1, "prepositions"):
        return False
    if not line.speech.of("articles"):
        return False
    return line.is_in(end, "of") or line.is_in(end, "predicates")


def _past_occasion(line: Line, at: int) -> int:
    """Go on from a date to the noun it describes: "in a May 28 | research note"."""
    for here in range(at, min(line.stop, at + _NOUN)):
        if line.is_in(here, "occasions"):
            return here + 1
    return at


def _one_right(line: Line, at: int) -> int:
    dated = _date_after(line, at)
    date = line.dates_from.get(dated)
    if date is not None or line.is_day(dated):
        end = date.end if date is not None else dated + 1
        if line.speech.shaped("owners", line.lower[end - 1]):
            return at  # "said last week's raid was a warning"
        if date is not None and _heads_clause(line, dated, end):
            return at
        if date is not None and line.is_in(date.first - 1, "articles"):
            end = _past_occasion(line, end)
        while end < line.stop and line.is_in(end, "days"):
            end += 1
        return end
    if line.lower[at] == "(":
        for ahead in range(at + 1, min(line.stop, at + _PARENTHESIS)):
            if line.lower[ahead] == ")":
                return ahead + 1
    if line.is_adverb(at) and line.starting.get(at) is None:
        return at + 1
    return at

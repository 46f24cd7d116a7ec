"""What names are read from: the page, its units, and how its language writes names."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from traktat.lang import Mark, Pack
from traktat.model.spans import Span
from traktat.reading.names.borne import borne_words
from traktat.reading.names.movements import movements_of
from traktat.reading.names.units import Unit, Units, units_of
from traktat.reading.scan import Scan

SHORT_VERB = 4  # letters a verb has beside its prefix; shorter words with it are nouns

_CREDITING = frozenset(("attribution", "passive", "quoted"))
"""Entries of statements.toml whose words credit a speaker without governing a clause."""

_PRONOUNS = frozenset(("he", "they"))
_DASHES = frozenset("-–—―")
_QUOTES = frozenset("\"“”'‘’«»")


@dataclass(slots=True)
class Ground:
    """A page with its units.

    `plain` are words that are no names even with a capital, but for the tokens `borne` by persons.
    """

    page: Scan
    units: Units
    plain: frozenset[str]
    qualifies_before: bool
    verb_prefixes: tuple[str, ...]
    home: str | None
    clitics: tuple[str, ...]
    joiners: frozenset[str]
    links: frozenset[str]
    openings: frozenset[int]
    function_words: frozenset[int]
    verbs: frozenset[int]
    saying: frozenset[int]
    said: frozenset[int]
    done: frozenset[int]
    agents: frozenset[int]
    dates: frozenset[int]
    agreements: frozenset[int]
    agreed: frozenset[int]
    pronouns: dict[int, tuple[str, int]]
    borne: frozenset[int]
    governed: frozenset[int]
    movements: dict[int, int] = field(default_factory=dict)
    begun: dict[tuple[str, ...], set[int]] = field(default_factory=dict)

    def word(self, token: int) -> str:
        """Give a token as written; empty outside the text."""
        words = self.page.tokens.words
        return words[token] if 0 <= token < len(words) else ""

    def lower(self, token: int) -> str:
        """Give a token in lower case; empty outside the text."""
        lower = self.page.tokens.lower
        return lower[token] if 0 <= token < len(lower) else ""

    def is_capital(self, token: int) -> bool:
        """Tell whether a token is a word that begins with a capital."""
        word = self.word(token)
        return word[:1].isalpha() and not word[0].islower()

    def is_plain(self, token: int) -> bool:
        """Tell whether a token is a word that is no name by itself."""
        return bare(self.lower(token)) in self.plain and token not in self.borne

    def is_institution(self, token: int) -> bool:
        """Tell whether a token is a word of institutions and places that no person bears."""
        return bool(self.reach("institution", token)) and not self.qualifies_before

    def is_date(self, token: int) -> bool:
        """Tell whether a token belongs to a word of the calendar."""
        return token in self.dates

    def is_doing(self, token: int) -> bool:
        """Tell whether a token is a verb, or at least looks like one."""
        if token in self.verbs or token in self.saying:
            return True
        word = self.word(token)
        prefix = next((p for p in self.verb_prefixes if word.startswith(p)), None)
        return prefix is not None and len(word) - len(prefix) >= SHORT_VERB

    def is_dash(self, token: int) -> bool:
        """Tell whether a token is a hyphen or dash."""
        return self.word(token) in _DASHES

    def is_currency(self, token: int) -> bool:
        """Tell whether a sign of money is joined to the token before: "US$"."""
        return self.is_joined(token) and unicodedata.category(self.word(token)[0]) == "Sc"

    def is_quote(self, token: int) -> bool:
        """Tell whether a token is a quotation mark."""
        return self.word(token) in _QUOTES

    def is_joined(self, token: int) -> bool:
        """Tell whether no space stands between a token and the one before it."""
        tokens = self.page.tokens
        return 0 < token < len(tokens) and tokens.ends[token - 1] == tokens.starts[token]

    def unit(self, token: int) -> Unit | None:
        """Give the unit that begins at a token."""
        return self.units.starting.get(token)

    def reach(self, key: str, token: int) -> int:
        """Give where a helping word of names.toml that begins at a token ends; 0 for none."""
        ends = self.units.small.get(key)
        return 0 if ends is None else ends.get(token, 0)

    def begins(self, token: int, keys: tuple[str, ...]) -> bool:
        """Tell whether a helping word of one of these entries begins at a token."""
        places = self.begun.get(keys)
        if places is None:
            small = self.units.small
            places = self.begun[keys] = {at for key in keys for at in small.get(key, ())}
        return token in places

    def follows(self, key: str, token: int, *, within: int = 1) -> bool:
        """Tell whether a helping word of an entry ends right before a token."""
        return any(
            self.reach(key, token - back) == token for back in range(1, within + 1) if back <= token
        )

    def skip(self, token: int, *keys: str) -> int:
        """Pass over helping words of these entries."""
        while True:
            end = next((end for key in keys if (end := self.reach(key, token))), 0)
            if not end:
                return token
            token = end

    def is_function_word(self, token: int) -> bool:
        """Tell whether a token is a grammar word."""
        return token in self.function_words

    def is_verb(self, token: int) -> bool:
        """Tell whether a verb of saying or doing that packs know begins at a token."""
        return token in self.verbs

    def is_link(self, token: int) -> bool:
        """Tell whether a token is a small word that describes nothing."""
        return self.lower(token) in self.links

    def sentence_starts(self, token: int) -> bool:
        """Tell whether a token opens a sentence."""
        return token in self.openings

    def is_noun(self, token: int) -> bool:
        """Tell whether a token may be a noun: neither a small word nor a known verb."""
        return (
            self.word(token)[:1].isalpha()
            and not self.is_function_word(token)
            and not self.is_link(token)
            and not self.is_verb(token)
        )

    def names_agreement(self, first: int, end: int) -> bool:
        """Tell whether a noun for an agreement stands beside a place: "the Paris accord"."""
        if first in self.agreed or not self.qualifies_before:
            return first in self.agreed
        return end in self.agreements or (end + 1 in self.agreements and self._describes(end))

    def _describes(self, token: int) -> bool:
        """Tell whether a word may describe a noun: no small word, no verb ("Lima signed deals")."""
        return not self.is_function_word(token) and not self.is_verb(token)

    def is_agent(self, token: int) -> bool:
        """Tell whether a word such as "by" stands before a token."""
        return token in self.agents

    def is_governed(self, token: int) -> bool:
        """Tell whether a preposition, or "by", stands before a phrase."""
        return token in self.agents or token in self.governed

    def joins(self, token: int) -> bool:
        """Tell whether a token is a word such as "and"."""
        return self.lower(token) in self.joiners

    def span(self, first: int, end: int) -> Span:
        """Give the characters of tokens [first, end)."""
        return self.page.tokens.span(first, end)

    def text(self, first: int, end: int) -> str:
        """Give the words of tokens [first, end) as written."""
        return self.page.words(first, end)

    def name(self, first: int, end: int) -> str:
        """Give the words of a name as written, without an owner's ending."""
        text = self.text(first, end)
        for clitic in self.clitics:
            for ending in (clitic, clitic.replace("'", "’")):
                if "'" in clitic and len(ending) > 1 and text.endswith(ending):
                    return text[: -len(ending)]
        return text

    def has_possessive(self, unit: Unit) -> bool:
        """Tell whether an owner's ending hangs on the last word of a unit."""
        last = unit.end - 1
        if "'" in self.lower(last) and self.lower(last).endswith(self.clitics):
            return True
        return self.lower(unit.end) == "'" and self.is_joined(unit.end)

    def owns(self, token: int) -> bool:
        """Tell whether an owner's ending with an apostrophe hangs on a word."""
        word = self.lower(token)
        return "'" in word and len(word) > 1 and word.endswith(self.clitics)

    def owner_before(self, token: int) -> Unit | None:
        """Give the state or organisation whose name ends right before a token."""
        alone = self.lower(token - 1) in ("'", "’") and self.is_joined(token - 1)
        unit = self.units.over(token - 1 - alone)
        return unit if unit is not None and unit.is_holder else None

    def after_possessive(self, token: int) -> int:
        """Pass over an owner's apostrophe that stands by itself."""
        return token + 1 if self.lower(token) in ("'", "’") and self.is_joined(token) else token


def ground_of(page: Scan) -> Ground:
    """Prepare a page for reading names."""
    settings, marks = page.pack.settings, page.marks
    plain, treaty_nouns = _plain(page.pack), _treaty_nouns(page.pack)
    grammar = marks.of("grammar")
    calendar = page.pack.calendar
    deeds = [m for m in marks.of("acts") if m.field.endswith("verbs") and _is_finite(m.forms)]
    treaties = [mark for mark in marks.of("agreements") if mark.key in treaty_nouns]
    covered = _covered(grammar)
    dates = frozenset(
        [
            at
            for word, stands in page.places.items()
            if bare(word) in calendar.named
            for at in stands
        ]
    )
    units = units_of(page, plain)
    pointing = units.small.get("this", {})  # "tersebut" looks like a verb of saying
    speech = [mark for mark in _verbs_of_saying(page) if mark.first not in pointing]
    borne = borne_words(page, plain, covered | dates, units)
    return Ground(
        page=page,
        units=units,
        plain=plain,
        qualifies_before=settings.get("modifiers") == "before",
        verb_prefixes=tuple(settings.get("verb_prefixes", ())),
        home=settings.get("home"),
        clitics=tuple(settings.get("clitics", ())),
        joiners=frozenset(page.pack.words("grammar", "and")),
        links=frozenset(page.pack.words("names", "link")),
        openings=frozenset(sentence.first for sentence in page.sentences),
        function_words=covered - borne if borne else covered,
        verbs=frozenset(
            mark.first
            for mark in (*speech, *deeds, *marks.of("claims"))
            if mark.field.endswith("verbs")
            and _is_finite(mark.forms)
            and mark.first not in pointing
        ),
        saying=frozenset(mark.first for mark in speech),
        said=frozenset(mark.end for mark in speech),
        done=frozenset(
            m.end for m in marks.of("acts") if m.field == "verbs" and _is_finite(m.forms)
        ),
        agents=frozenset(mark.end for mark in grammar if mark.key == "agent"),
        agreements=frozenset(mark.first for mark in treaties),
        agreed=frozenset(mark.end for mark in treaties),
        dates=dates - borne if borne else dates,
        pronouns={m.first: (m.key, m.end) for m in grammar if m.key in _PRONOUNS},
        borne=borne,
        governed=frozenset(mark.end for mark in grammar if mark.key == "preposition"),
        movements=movements_of(page, units, plain),
    )


def bare(word: str) -> str:
    """Give a word without an owner's ending that an apostrophe sets off: "Monday's"."""
    return word.partition("'")[0] if "'" in word else word


def _verbs_of_saying(page: Scan) -> list[Mark]:
    """List the verbs that govern reported speech, and words such as "according to"."""
    governing = _governing(page.pack)
    return [
        mark
        for mark in page.marks.of("statements")
        if mark.key in governing and mark.field in ("verbs", "words", "exact", "tags", "tails")
    ]


def _covered(marks: list[Mark]) -> frozenset[int]:
    """Give the tokens of words; most are single."""
    tokens = {mark.first for mark in marks}
    for mark in marks:
        if mark.end > mark.first + 1:
            tokens.update(range(mark.first + 1, mark.end))
    return frozenset(tokens)


def _is_finite(forms: tuple[str, ...]) -> bool:
    return "noun" not in forms and forms != ("gerund",)


@lru_cache(maxsize=16)  # packs in use
def _plain(pack: Pack) -> frozenset[str]:
    """Give the words that are no names: common ones, and the nouns for agreements."""
    nouns = (word for key in _treaty_nouns(pack) for word in pack.words("agreements", key))
    return pack.stopwords | frozenset(pack.lists.get("words", ())) | frozenset(nouns)


@lru_cache(maxsize=16)
def _treaty_nouns(pack: Pack) -> frozenset[str]:
    """Give the keys of the nouns for agreements."""
    entries = pack.entries.get("agreements", {})
    return frozenset(key for key, entry in entries.items() if "form" in entry)


@lru_cache(maxsize=16)
def _governing(pack: Pack) -> frozenset[str]:
    """Give the keys of the verbs that govern reported speech, and of words that credit it."""
    entries = pack.entries.get("statements", {})
    return _CREDITING | frozenset(key for key, entry in entries.items() if "frames" in entry)


def folded(word: str) -> str:
    """Give the bare letters of a word, without accents and marks, for comparing names."""
    if word.isalnum() and word.isascii():
        return word.lower()
    if not word.isascii():
        word = unicodedata.normalize("NFKD", word)
    return "".join(char for char in word.lower() if char.isalnum() and not _is_accent(char))


def _is_accent(char: str) -> bool:
    return bool(unicodedata.combining(char))

"""All noun phrases for agreements in a report."""

from __future__ import annotations

from collections.abc import Iterator

from traktat.lang import Mark, tokenize
from traktat.model.kinds import ActKind
from traktat.reading.agreements.affairs import name_by_affairs
from traktat.reading.agreements.descriptions import Descriptions
from traktat.reading.agreements.nouns import Phrase, Words
from traktat.reading.sentences import Sentence

_DEED_REACH = 5  # tokens of "both must now be" before a verb


def phrases(words: Words) -> list[Phrase]:
    """List the noun phrases of a report in text order, none inside another."""
    out: list[Phrase] = []
    for sentence in words.page.sentences:
        marks = [
            mark
            for mark in words.page.marks.of("agreements", sentence)
            if mark.entry.key in words.forms
            and mark.first not in words.covered
            and not _is_lacking(words, mark)
        ]
        known = words.treaties_within(sentence.first, sentence.end)
        if marks or known:
            words.roles.load(sentence)
            out += _of(words, sentence, marks, known)
        elif out:
            out += _all_of_them(words, sentence)
    for phrase in out:
        phrase.core = _core(words, phrase)
        if _is_of_region(words, phrase):
            phrase.flags.add("multilateral")
    name_by_affairs(words, out)
    out += _short_names(words, out)
    return sorted(out, key=lambda item: (item.first, item.end))


def _all_of_them(words: Words, sentence: Sentence) -> Iterator[Phrase]:
    """Find a pronoun for agreements just told that opens a sentence: "Both took effect in May"."""
    marks = words.page.marks
    for mark in marks.keyed("agreements", "all_of_them", sentence.first, sentence.first + 1):
        words.roles.load(sentence)
        if _befalls_agreements(words, mark.end, min(mark.end + _DEED_REACH, sentence.end)):
            place = mark.first, mark.end, mark.first, mark.end
            phrase = Phrase(*place, sentence, "all_of_them", "agreement")
            phrase.determiner = "definite"
            phrase.flags.add("several")
            yield phrase


def _befalls_agreements(words: Words, first: int, end: int) -> bool:
    """Tell whether a verb stands there whose subject only an agreement can be."""
    for mark in words.page.marks.within("acts", first, end):
        if mark.key in _ENDS and mark.field.startswith("subject"):
            return True
        done = "passive" in mark.forms or words.roles.start(mark.first, "be") >= first
        if mark.key in _CONSENT and done and mark.forms:
            return True
    return False


_ENDS = frozenset({ActKind.ENTRY_INTO_FORCE, ActKind.TERMINATION})
_CONSENT = frozenset({ActKind.SIGNATURE, ActKind.RATIFICATION, ActKind.APPROVAL})


def _core(words: Words, phrase: Phrase) -> frozenset[str]:
    """Give the words of a title that tell it from others: neither its noun, nor its parties."""
    led = words.roles.start(phrase.first, "definite", "article") >= phrase.sentence.first
    led = led or (_has_no_articles(words) and _is_in_running_text(words, phrase))
    if not phrase.title or phrase.known or not (led or phrase.determiner == "definite"):
        return frozenset()
    inside = (words.name_at[at] for at in range(phrase.first, phrase.end) if at in words.name_at)
    named = {at for name in (*phrase.named, *inside) for at in range(name.first, name.end)}
    named.update(range(phrase.head, phrase.head_end))
    tokens, lower = words.page.tokens.words, words.page.tokens.lower
    stretch = (at for at in range(phrase.first, phrase.end) if at not in named)
    return frozenset(
        lower[at]
        for at in stretch
        if tokens[at][0].isupper() and not tokens[at].isupper() and at not in words.date_at
    )


def _is_of_region(words: Words, phrase: Phrase) -> bool:
    """Tell whether a part of the world describes it: "an African free trade pact"."""
    if phrase.title:
        return False
    tokens = words.page.tokens.words
    inside = (at for at in range(phrase.first, phrase.end) if at not in words.name_at)
    return any(tokens[at].istitle() and words.roles.end(at, "region") for at in inside)


def _has_no_articles(words: Words) -> bool:
    """Tell whether a language has no articles that could lead to a title."""
    return words.page.pack.settings.get("modifiers") == "after"


def _is_in_running_text(words: Words, phrase: Phrase) -> bool:
    """Tell whether words in small letters stand before a noun phrase and behind it.

    In a headline, and at the start of a sentence, capitals tell no title.
    """
    tokens, sentence = words.page.tokens.words, phrase.sentence
    before = [t for t in tokens[sentence.first : phrase.first] if t.isalpha()]
    behind = [t for t in tokens[phrase.end : sentence.end] if t.isalpha()]
    return bool(before and before[-1].islower() and (not behind or behind[0].islower()))


def _is_lacking(words: Words, mark: Mark) -> bool:
    """Tell whether a noun says that there is none: "a no-deal exit"."""
    page, before = words.page, mark.first - 2
    if before < 0 or page.tokens.words[mark.first - 1] != "-":
        return False
    return any(page.marks.keyed("grammar", "none", before, before + 1))


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
                    words.roles.load(sentence)
                    short.acronym, short.known, short.title = owner.acronym, owner.known, True
                    yield short
                    break


def _of(words: Words, sentence: Sentence, marks: list[Mark], known: list[Mark]) -> Iterator[Phrase]:
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

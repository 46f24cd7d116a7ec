"""Agreements no noun names: "Norland and Sarvia agreed to exchange prisoners"."""

from __future__ import annotations

from collections.abc import Iterator

from traktat.lang import Mark
from traktat.reading.agreements.nouns import Phrase, Words
from traktat.reading.mentions import UNDERTAKING
from traktat.reading.sentences import Sentence

_DONE_TO = ("undertaken", "hostilities")
_VERB_REACH = 8  # tokens of "agreed in Geneva on Friday to" before the verb
_OBJECT_REACH = 5  # tokens of "exchange some 900" before "prisoners"


def are_told(keys: frozenset[str]) -> bool:
    """Tell whether the words of a report can speak of such an agreement."""
    done = UNDERTAKING in keys and not keys.isdisjoint(_DONE_TO)
    return "agreeing" in keys and (done or "pledged" in keys)


def undertakings(words: Words, found: list[Phrase]) -> Iterator[Phrase]:
    """Give what is agreed to be done, where the sentence has no noun for the agreement."""
    marks = words.page.marks
    if not are_told(frozenset(mark.key for mark in marks.of("agreements"))):
        return
    named = {phrase.sentence.index for phrase in found}
    for sentence in words.page.sentences:
        if sentence.index in named:
            continue
        for agreed in marks.keyed("agreements", "agreeing", sentence.first, sentence.end):
            words.roles.load(sentence)
            phrase = _undertaken(words, sentence, agreed)
            if phrase is not None:
                yield phrase
                break


def _undertaken(words: Words, sentence: Sentence, agreed: Mark) -> Phrase | None:
    """Read what stands behind a verb of agreeing: the deed, and what it is done to."""
    for at in range(agreed.end, min(agreed.end + _VERB_REACH, sentence.end)):
        if words.page.tokens.words[at] == "," or words.roles.end(at, "that", "relative"):
            return None
        whole = words.roles.end(at, "pledged")
        if whole:
            return _phrase(words, sentence, (at, whole), "agreement")
        done = words.roles.end(at, UNDERTAKING)
        if done:
            return _with_object(words, sentence, at, done)
    return None


def _with_object(words: Words, sentence: Sentence, first: int, done: int) -> Phrase | None:
    for at in range(done, min(done + _OBJECT_REACH, sentence.end)):
        end = words.roles.end(at, *_DONE_TO)
        if end:
            form = "ceasefire" if words.roles.end(at, "hostilities") else "agreement"
            return _phrase(words, sentence, (first, end), form)
        if words.roles.end(at, "definite") and not words.roles.end(at, "article"):
            return None  # "agreed to suspend those tariffs"
        if words.page.tokens.words[at] == "," and not words.page.tokens.words[at - 1].isdigit():
            return None
    return None


def _phrase(words: Words, sentence: Sentence, place: tuple[int, int], form: str) -> Phrase:
    first, end = place
    phrase = Phrase(first, end, first, end, sentence, UNDERTAKING, form, described=True)
    marks = words.page.marks.within("agreements", first, end)
    found = (words.topics[mark.key] for mark in marks if mark.key in words.topics)
    phrase.topics = list(dict.fromkeys(found))
    return phrase

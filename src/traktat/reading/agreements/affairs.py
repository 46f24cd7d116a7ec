"""Known agreements told by what they are on: "the deal to curb Tehran's nuclear ambitions".

Where a report names an agreement that all others have with one state, one on the same affairs
of that state is it.
"""

from __future__ import annotations

from traktat.facts.tables import table
from traktat.reading.agreements.nouns import Phrase, Words

_REACH = 5  # tokens of "aimed at limiting" between a phrase and the state
_BEHIND = 2  # tokens of "disputed nuclear" behind the state
_APART = frozenset({"fresh", "new", "older", "several"})


def name_by_affairs(words: Words, found: list[Phrase]) -> None:
    """Give phrases on the affairs of one state the name of the agreement on them."""
    named = {mark.key for mark in words.treaties if "one" in table("treaties")[mark.key]}
    for known in sorted(named):
        for phrase in found:
            told = phrase.known or phrase.proper or phrase.acronym or phrase.named
            if not (told or phrase.flags & _APART) and _is_on_affairs(words, phrase, known):
                phrase.known = known


def _is_on_affairs(words: Words, phrase: Phrase, known: str) -> bool:
    """Tell whether "to curb", "on" or the like leads to the state and its affairs."""
    entry, page, end = table("treaties")[known], words.page, phrase.end
    stop = min(end + _REACH + 1, phrase.sentence.end)
    for state in page.marks.within("states", end, stop):
        between = page.tokens.words[end : state.first]
        if state.key != entry["one"] or not between or not all(map(str.islower, between)):
            return False
        for at in range(end, min(state.end + _BEHIND, phrase.sentence.end)):
            topics = [words.topics.get(mark.key, "") for mark in words.roles.at(at)]
            if not set(topics).isdisjoint(entry.get("topics", ())):
                return True
        return False
    return False

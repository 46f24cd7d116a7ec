"""Words of packs found in texts: the longest of a file, exact spellings, clitics."""

from __future__ import annotations

import pytest

from traktat.lang.lexicon import Entry, Lexicon, lexicon_of
from traktat.lang.tokens import tokenize


def lexicon(*phrases: tuple[str, str, bool]) -> Lexicon:
    return lexicon_of([(p, Entry("states", key, "words"), c) for p, key, c in phrases], ("'s", "'"))


def found(words: Lexicon, text: str) -> list[tuple[str, int, int]]:
    return [(mark.key, mark.first, mark.end) for mark in words.find(tokenize(text))]


def test_the_longest_phrase_of_a_file_wins() -> None:
    words = lexicon(("Guinea", "GIN", False), ("Papua New Guinea", "PNG", False))
    assert found(words, "papua new guinea") == [("PNG", 0, 3)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("the DPRK said", [("PRK", 1, 2)]),
        ("the DPRK's envoy", [("PRK", 1, 2)]),
        ("the DPRK’s envoy", [("PRK", 1, 2)]),
        ("the dprk said", []),
        ("the Dprk's envoy", []),
    ],
)
def test_an_exact_spelling_may_carry_a_clitic_and_nothing_else(text, wanted) -> None:
    assert found(lexicon(("DPRK", "PRK", True)), text) == wanted


def test_words_are_not_added_after_the_first_search() -> None:
    words = lexicon(("Fiji", "FJI", False))
    words.find(tokenize("Fiji"))
    with pytest.raises(ValueError, match="before the first search"):
        words.add("Finland", Entry("states", "FIN", "words"))


def test_a_word_with_a_clitic_that_begins_a_longer_phrase_still_tells_of_itself() -> None:
    words = lexicon(("president", "P", False), ("president's office", "O", False))
    assert found(words, "the president's office") == [("O", 1, 3)]
    assert found(words, "the president's car") == [("P", 1, 2)]

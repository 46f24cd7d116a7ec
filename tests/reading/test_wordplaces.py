"""Pack words by the tokens they begin and end at."""

from __future__ import annotations

from tests.agreed import read
from traktat.reading.wordplaces import WordPlaces


def test_words_of_a_loaded_sentence_are_found_from_both_ends() -> None:
    report = read("The treaty with Norland expired.")
    places = WordPlaces(report.page)
    assert not places.has(0, len(report.page.tokens), "with")
    places.load(report.page.sentences[0])
    with_ = report.token("with")
    assert places.end(with_, "with") == with_ + 1
    assert places.start(with_ + 1, "with") == with_
    assert places.end(with_, "between") == 0
    assert places.start(with_, "with") == -1
    assert places.has(0, with_ + 1, "with")
    assert not places.has(0, with_, "with")

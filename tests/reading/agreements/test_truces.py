"""The armed group that a truce of guessed sides is with."""

from __future__ import annotations

from collections import Counter

import pytest

from traktat.model.spans import Span
from traktat.reading.agreements.evidence import Evidence
from traktat.reading.agreements.instruments import Cluster
from traktat.reading.agreements.nouns import Phrase
from traktat.reading.agreements.truces import guessed_sides
from traktat.reading.sentences import Sentence

SENTENCE = Sentence(0, 0, 0, 6, Span(0, 30))


@pytest.mark.parametrize(
    ("named", "sides"),
    [
        ({"NSA:Front": 3, "TCD": 5}, ("NSA:Front", "TCD")),
        ({"NSA:Front": 3, "NSA:": 2, "TCD": 5}, ("NSA:Front", "TCD")),
        ({"NSA:Front": 1, "NSA:": 4, "TCD": 5}, ()),
        ({"NSA:Front": 2, "NSA:Army": 2, "TCD": 5}, ()),
    ],
    ids=["alone", "foremost", "rebels-told-of-more-often", "two"],
)
def test_the_foremost_group_is_the_other_side(
    named: dict[str, int], sides: tuple[str, ...]
) -> None:
    cluster = Cluster()
    cluster.add(Phrase(1, 2, 1, 2, SENTENCE, "ceasefire", "ceasefire"), Evidence(some=["TCD"]))
    assert guessed_sides(cluster, ("TCD",), Counter(named)) == sides

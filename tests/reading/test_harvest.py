"""Words beside agreements that a pack lacks: which are taken, how counted, in what order."""

from __future__ import annotations

from hashlib import sha256

import pytest

from tests.reading.pages import known_packs
from traktat.model.reports import Furniture, Report
from traktat.model.spans import Span
from traktat.reading.harvest import EXAMPLES, Candidate, Harvest, shapes

KARLSTAD = "Norway and Sweden florbed the Karlstad treaty of 1905."


def gathered(*texts: str, mask: tuple[Furniture, ...] = ()) -> Harvest:
    found = Harvest()
    for number, text in enumerate(texts):
        digest = sha256(text.encode()).hexdigest()
        report = Report(path=f"{number}", text=text, sha256=digest, language="en", mask=mask)
        found.gather(report, known_packs().get("en"))
    return found


def word(found: Harvest, spelling: str) -> Candidate | None:
    return found.words.get(("en", spelling))


def test_the_nearest_unknown_word_on_each_side_counts() -> None:
    found = gathered("Norway and Sweden grindled and florbed the treaty, which snorked nobody.")
    assert word(found, "florbed") is not None
    assert word(found, "snorked") is None  # behind a mark
    treaty = word(found, "florbed")
    assert treaty is not None
    assert (treaty.before, treaty.after) == (1, 0)


def test_a_word_beside_a_state_counts_only_where_an_agreement_is_spoken_of() -> None:
    beside = word(
        gathered("Norway snorked when the old and long treaty with Sweden ended."), "snorked"
    )
    assert beside is not None
    assert (beside.by_state, beside.count) == (1, 1)
    assert word(gathered("Norway snorked at the winter."), "snorked") is None


def test_a_place_is_counted_once_and_examples_come_from_different_reports() -> None:
    found = word(gathered(*[f"{KARLSTAD} {KARLSTAD}"] * (EXAMPLES + 2)), "florbed")
    assert found is not None
    assert (found.count, found.reports) == (2 * (EXAMPLES + 2), EXAMPLES + 2)
    assert [example.path for example in found.examples] == [str(n) for n in range(EXAMPLES)]
    for example in found.examples:
        assert f"{KARLSTAD} {KARLSTAD}"[slice(*example.span)] == "florbed"


def test_furniture_is_not_read() -> None:
    furniture = (Furniture(Span(0, len(KARLSTAD)), "advert"),)
    assert gathered(KARLSTAD, mask=furniture).words == {}


def test_words_written_everywhere_sink_below_those_that_stand_beside_agreements() -> None:
    everywhere = "Walkers gromped along the fjord. " * 20
    found = gathered(
        f"{KARLSTAD} {everywhere}", "Norway and Sweden gromped the treaty of 1905.", KARLSTAD
    )
    names = [item.word for item in found.ranked()]
    assert names.index("florbed") < names.index("gromped")
    gromped = word(found, "gromped")
    assert gromped is not None
    assert (gromped.before, gromped.everywhere) == (1, 21)


def test_the_order_does_not_depend_on_the_order_of_reports() -> None:
    texts = (KARLSTAD, "Norway and Sweden snorked the treaty.", "Sweden blipped the treaty.")
    forth, back = (gathered(*order).ranked() for order in (texts, texts[::-1]))
    assert [item.word for item in forth] == [item.word for item in back]


@pytest.mark.parametrize(
    ("language", "spelling", "worn"),
    [
        ("en", "florbing", ("verb gerund",)),
        ("en", "florb", ()),
        ("en", "ing", ()),
        ("id", "memblorok", ("verb active",)),
        ("id", "diblorok", ("verb passive",)),
        ("id", "pemblorokan", ("verb noun",)),
    ],
)
def test_a_shape_is_told_by_the_letters_that_a_form_adds(
    language: str, spelling: str, worn: tuple[str, ...]
) -> None:
    assert shapes(known_packs().get(language), spelling) == worn

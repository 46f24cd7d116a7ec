"""Names, forms and ids."""

from __future__ import annotations

from tests.stories import Story
from traktat.fusion import fuse
from traktat.fusion.identities import slug
from traktat.fusion.mentions import acronyms, phrases, titles
from traktat.fusion.naming import form_of


def test_spellings_of_one_name_are_one_and_the_most_used_comes_first() -> None:
    stories = []
    for name, called in (
        ("a", ("defense pact",)),
        ("b", ("Defense Pact", "the accord")),
        ("c", ("Defense  pact",)),
    ):
        story = Story(name, "2024-06-20", names=called)
        story.act("signature", "2024-06-19")
        stories.append(story)
    (record,) = fuse(story.reading() for story in stories)
    assert [(one.text, one.reports) for one in record.names] == [
        ("Defense Pact", 3),
        ("the accord", 1),
    ]


def test_a_clear_form_beats_a_vague_one() -> None:
    assert form_of(["agreement", "agreement", "treaty", None]) == "treaty"
    assert form_of(["pact", "agreement", "pact"]) == "pact"
    assert form_of([None]) is None


def test_acronyms_and_titles() -> None:
    assert acronyms(["IEU-CEPA", "the INF treaty", "Korea-AS", "MoU"]) == {"ieu-cepa", "inf"}
    assert titles(["defense pact", "pact on mutual defense"]) == set()
    assert titles(["Defense Pact", "Pact on Mutual Defense", "new trade deal"]) == {
        ("pact", "on", "mutual", "defense")
    }
    assert phrases(["new trade deal", "trade deal"]) == {("new", "trade", "deal")}


def test_an_acronym_of_a_state_names_no_agreement() -> None:
    story = Story("a", "2024-06-20", names=("DPRK treaty",))
    story.person("North Korea", "PRK", sort="state", text="DPRK")
    story.act("signature", "2024-06-19")
    other = Story("b", "2024-06-20", parties="CHN PRK", names=("DPRK treaty",))
    other.person("North Korea", "PRK", sort="state", text="DPRK")
    other.act("signature", "1961-07-11")
    assert sorted(one.id for one in fuse([story.reading(), other.reading()])) == [
        "chn-prk-1961",
        "prk-rus-2024",
    ]


def test_slugs() -> None:
    assert slug("NSA:Hay'at Example") == "hayat-example"
    assert slug("Accord de Libreville (2013)") == "accord-de-libreville-2013"


def test_an_agreement_of_many_is_called_by_its_name() -> None:
    story = Story("a", "2024-06-20", parties="AUS MULTI", names=("Ocean Example Pact",))
    story.act("signature", "2023-06-19")
    assert [one.id for one in fuse([story.reading()])] == ["ocean-example-pact-2023"]
    nameless = Story("b", "2024-06-20", parties="AUS MULTI")
    nameless.act("signature", "2023-06-19")
    assert [one.id for one in fuse([nameless.reading()])] == ["aus-2023"]

"""Lists whose lines all tell what an agreement holds."""

from __future__ import annotations

from tests.reading.provisions.test_openings import NORLAND, VALDORIA, told

INTRO = "Key terms of the pact between Valdoria and Norland include:\n\n"
NORLANDS = ("other", "shall", NORLAND)


def test_every_item_behind_the_terms_of_a_pact_is_a_rule() -> None:
    items = (
        "-   Norland has committed to fair licensing of beekeepers.\n\n<!-- -->\n\n"
        "-   Norland has committed to teach the script of the islands. Norland also committed to"
        " print its map.\n\n"
    )
    assert told(INTRO + items) == [NORLANDS, NORLANDS, NORLANDS]


def test_a_paragraph_behind_a_list_is_none_of_its_items() -> None:
    items = "- Norland has committed to fair licensing of beekeepers.\n\n"
    behind = "In a long interview, the president of Norland spoke of his youth.\n\n" * 3
    last = "Valdoria has committed to beauty, said a poet."
    assert told(INTRO + items + behind + last) == [NORLANDS]


def test_a_list_of_no_agreement_tells_no_rules() -> None:
    text = (
        "The shops sell:\n\n- Honey from Norland.\n- Maps that Valdoria has committed to print.\n"
    )
    assert told(text) == []


def test_who_is_given_something_does_not_owe_it() -> None:
    assert told("The pact gives Norland loans for its railways.") == [("finance", "will", VALDORIA)]


def test_the_aside_on_a_pact_is_no_rule_of_it() -> None:
    text = "Under the pact, which both parliaments must approve, Norland will cut tariffs."
    assert told(text) == [("trade", "will", NORLAND)]
    listed = "Menurut pakta yang diteken Valdoria, Norland, Sarvia itu, Norland menutup reaktornya."
    assert told(listed, "id") == [("arms-limitation", "will", NORLAND)]


def test_what_an_agreement_is_about_is_no_rule() -> None:
    assert told("The pact covers eleven sectors, such as tariffs and loans.") == []
    assert told("Pakta itu mencakup sebelas sektor, antara lain tarif dan pinjaman.", "id") == []

"""Rules told without a modal verb, by a plain present or by what is undergone."""

from __future__ import annotations

from tests.reading.provisions.test_openings import BOTH, NORLAND, VALDORIA, told

MADE = "Valdoria and Norland signed the pact on Monday. "
DITEKEN = "Valdoria dan Norland meneken pakta itu kemarin. "


def behind(text: str, language: str = "en") -> list[tuple[str, str, tuple[str, ...]]]:
    return told((MADE if language == "en" else DITEKEN) + text, language)


def test_a_party_does_what_a_pact_just_made_says() -> None:
    assert behind("Norland lifts its blockade.") == [("other", "will", NORLAND)]
    assert behind("Norland mencabut blokadenya.", "id") == [("other", "will", NORLAND)]


def test_a_thing_undergoes_what_a_pact_says() -> None:
    assert behind("Prisoners are freed within a week.") == [("other", "will", BOTH)]
    assert behind("Para tahanan dibebaskan dalam sepekan.", "id") == [("other", "will", BOTH)]
    assert behind("Prisoners were freed within a week.") == []


def test_slight_verbs_tell_a_rule_only_among_others() -> None:
    assert behind("Norland gets most of its fish from the lake.") == []
    found = behind("Valdoria lifts its blockade, and Norland pays half of the costs.")
    assert {bearers for *_, bearers in found} == {VALDORIA, NORLAND}


def test_what_one_party_gets_the_other_gives() -> None:
    found = behind("Valdoria lifts its blockade, and Norland gets half of the fish.")
    assert {bearers for *_, bearers in found} == {VALDORIA}


def test_a_day_tells_what_happened_where_verbs_show_no_tense() -> None:
    assert behind("Norland mencabut blokadenya pada Senin.", "id") == []


def test_what_others_do_or_say_is_no_rule() -> None:
    assert behind("Sarvia lifts its blockade.") == []
    assert behind('"Norland lifts its blockade," said a fisherman.') == []
    assert behind("They lift crates all day.") == []


def test_a_verb_with_a_capital_is_a_name() -> None:
    assert behind("Norland Guarantee is a bank.") == []

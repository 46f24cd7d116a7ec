"""Where sentences and paragraphs end."""

from __future__ import annotations

from traktat.lang import tokenize
from traktat.lang.sentences import Cutting, is_wrapped, sentences

CUTTING = Cutting(frozenset({"gen", "no", "u.s."}), frozenset({"the", "he"}))


def cut(text: str, mask: tuple[tuple[int, int], ...] = ()) -> list[str]:
    found = sentences(text, tokenize(text), mask, CUTTING)
    return [sentence.span.of(text) for sentence in found]


def test_full_stops_end_sentences_and_abbreviations_do_not() -> None:
    assert cut("Gen. Oro spoke. No. 4 was cut. J. Lind left.") == [
        "Gen. Oro spoke.",
        "No. 4 was cut.",
        "J. Lind left.",
    ]


def test_a_stop_inside_quotation_marks_ends_the_sentence() -> None:
    assert cut("“We signed.” He left.") == ["“We signed.”", "He left."]


def test_a_word_that_opens_sentences_ends_one_behind_an_initialism() -> None:
    text = "Jobs were lost in the U.S. The senate of the U.S. Virgin Islands met."
    assert cut(text) == [
        "Jobs were lost in the U.S.",
        "The senate of the U.S. Virgin Islands met.",
    ]


def test_decimals_and_domains_are_no_ends() -> None:
    assert cut("It cost 3.5 million at harian.com today.") == [
        "It cost 3.5 million at harian.com today."
    ]


def test_a_new_line_begins_a_paragraph() -> None:
    text = "Judul tanpa titik\nKalimat pertama. Kalimat kedua."
    found = sentences(text, tokenize(text), (), CUTTING)
    assert [sentence.paragraph for sentence in found] == [0, 1, 1]


def test_a_line_that_goes_on_in_lower_case_is_no_paragraph() -> None:
    assert cut("The two states have signed\nthe pact.") == ["The two states have signed\nthe pact."]


def test_wrapped_lines_are_joined() -> None:
    text = (
        "Valdoria and the United\nStates signed a pact on\ntrade, ministers said\n"
        "in the old capital.\n    Norland did not sign\nthe text.\n"
    )
    assert is_wrapped(text)
    assert len(cut(text)) == 2


def test_lines_that_hang_below_an_item_go_on_with_it() -> None:
    text = "-   Norland will lower tariffs on\n    wool.\n    -   It will\n        sell coal.\n"
    assert len(cut(text)) == 2


def test_an_item_that_begins_in_bold_hangs_as_any_other() -> None:
    text = "-   **Tariffs:**  Norland will lower tariffs on\n    wool and on\n    tea.\n"
    assert len(cut(text)) == 1


def test_masked_stretches_belong_to_no_sentence() -> None:
    text = "Satu.\nBaca juga: dua\nTiga."
    assert cut(text, ((6, 20),)) == ["Satu.", "Tiga."]

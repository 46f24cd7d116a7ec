"""Laws of reading names, for texts nobody wrote."""

from __future__ import annotations

from time import process_time

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading.pages import names_of

PIECES = (
    *("Presiden", "Rusia", "Putin", "Kim", "Jong", "-", "un", "Menteri Luar Negeri", "(", ")"),
    *("President", "of", "the", "Finland", "'s", ",", ".", "said", "kata", "Odembe", "Wanuri"),
    *("both countries", "kedua negara", "they", "ia", "Duma", "parlemen", "AS", "U.S.", "\n", "“"),
    *("”", "Chad", "Jordan", "para", "pejabat", "officials", "KCNA", "NATO", "von", "Jr.", "ke-7"),
    *("pemberontak", "rebels", "office", "administration", "Senate", "who is", "sebagai", "İ", "ß"),
)
texts = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)
languages = st.sampled_from(["id", "en"])


@given(texts, languages)
@settings(max_examples=200, deadline=None)
def test_every_name_stands_where_it_says(text, language) -> None:
    last = -1
    for item in names_of(text, language).items:
        assert 0 <= item.span.start < item.span.end <= len(text)
        assert item.span.holds(item.bare)
        assert item.first < item.end
        assert item.first >= last
        assert item.name
        assert item.key
        last = item.first


@given(texts, languages)
@settings(max_examples=100, deadline=None)
def test_reading_twice_gives_the_same(text, language) -> None:
    assert names_of(text, language) == names_of(text, language)


@given(texts, languages)
@settings(max_examples=100, deadline=None)
def test_a_line_without_names_changes_nothing_before_it(text, language) -> None:
    before = names_of(text + "\n", language).items
    after = names_of(text + "\n" + "12 34 .", language).items
    assert [(i.span, i.key) for i in after] == [(i.span, i.key) for i in before]


@given(st.text(max_size=200), languages)
@settings(max_examples=150, deadline=None)
def test_any_text_can_be_read(text, language) -> None:
    names_of(text, language)


@given(st.sampled_from(["Mr. {} said so.\n", "Presiden {} hadir. ", "he {} they ", "Kim {} said "]))
@settings(max_examples=4, deadline=None)
def test_the_time_grows_with_the_length_of_a_hostile_text(pattern) -> None:
    def seconds(count: int) -> float:
        words = ("A" + "".join("abcdefghij"[int(d)] for d in f"{n:05}") for n in range(count))
        text = "".join(pattern.format(word) for word in words)
        begun = process_time()
        names_of(text, "en")
        return process_time() - begun

    seconds(50)  # tables are read on the first call
    assert seconds(2400) < 16 * max(seconds(600), 0.05)  # four times the text

"""The sentences of names.toml: each entry is found in its `yes`, and not in its `no`."""

from __future__ import annotations

import pytest

from traktat.facts.tables import table
from traktat.lang import packs, tokenize
from traktat.lang.schema import FILES

PACKS = tuple(packs())
CASES = [
    pytest.param(pack, key, case["text"], wanted, id=f"{pack.code}-{key}-{number}")
    for pack in PACKS
    for key, entry in pack.entries["names"].items()
    for wanted, cases in ((True, entry["yes"]), (False, entry["no"]))
    for number, case in enumerate(cases)
]


@pytest.mark.parametrize(("pack", "key", "text", "wanted"), CASES)
def test_an_entry_is_found_in_its_own_sentences(pack, key, text, wanted) -> None:
    tokens = tokenize(text)
    if key in FILES["names"].asked:
        found = not set(pack.words("names", key)).isdisjoint(tokens.lower)
    else:
        found = any(m.file == "names" and m.key == key for m in pack.lexicon.find(tokens))
    assert found is wanted


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.code)
def test_every_entry_has_a_gloss_and_sentences(pack) -> None:
    for key, entry in pack.entries["names"].items():
        assert entry["gloss"], key
        assert len(entry["yes"]) >= 2, key
        assert len(entry["no"]) >= 1, key


def test_the_packs_have_the_same_entries() -> None:
    # "ke-7" joins by a word, English orders its presidents in words; the noun of a band opens its
    # name in one language and closes it in the other, where its sort stands before it too
    one_sided = {"ordinal", "band_opening", "band_closing", "band_army", "band_sort"}
    one_sided |= {"movement_opening", "movement_closing"}
    keys = [set(pack.entries["names"]) - one_sided for pack in PACKS]
    assert all(own == keys[0] for own in keys)


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.code)
@pytest.mark.parametrize("file", ["states", "bodies", "offices", "organisations"])
def test_the_keys_of_a_pack_are_those_of_the_tables(pack, file) -> None:
    assert set(pack.entries[file]) <= set(table(file))


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.code)
@pytest.mark.parametrize("file", ["bodies", "offices", "organisations"])
def test_no_word_of_a_pack_has_two_meanings_in_one_file(pack, file) -> None:
    owner: dict[str, str] = {}
    for key, entry in pack.entries[file].items():
        for field in ("words", "exact", "plural", "capitals"):
            for word in entry.get(field, ()):
                assert owner.setdefault(word, key) == key, word


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.code)
def test_every_office_and_organ_has_words_in_some_pack(pack) -> None:
    assert len(pack.entries["offices"]) >= 0.9 * len(table("offices"))


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.code)
def test_plain_words_are_written_small_and_are_no_names(pack) -> None:
    words = pack.lists["words"]
    assert list(words) == sorted(set(words))
    assert all(word == word.lower() for word in words)
    assert not {"putin", "trump", "jokowi", "prabowo", "xi", "hill", "wit"} & set(words)

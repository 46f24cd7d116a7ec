"""The table of known agreements."""

from __future__ import annotations

from collections import Counter

from traktat.facts.tables import table
from traktat.lang import packs

TREATIES = table("treaties")
FIELDS = {
    *("names", "exact", "parties", "also", "open", "form", "topics", "host", "since", "background"),
    *("alone", "body", "lead", "one", "source"),
}


def test_there_are_many_and_each_says_where_it_is_from() -> None:
    assert len(TREATIES) >= 150
    for key, entry in TREATIES.items():
        assert entry["source"], key
        assert entry["form"], key
        assert entry.get("names") or entry.get("exact"), key
        assert set(entry) <= FIELDS, key


def test_no_name_stands_for_two_agreements() -> None:
    spellings = Counter(
        spelling
        for entry in TREATIES.values()
        for spelling in {
            name.lower() for name in (*entry.get("names", ()), *entry.get("exact", ()))
        }
    )
    assert [name for name, count in spellings.items() if count > 1] == []


def test_parties_are_states_organizations_or_armed_groups() -> None:
    states, organizations = table("states"), table("organisations")
    for key, entry in TREATIES.items():
        for code in (*entry["parties"], *entry.get("also", ())):
            assert (
                code in states
                or code in organizations
                or code == "MULTI"
                or code.startswith("NSA:")
            ), (key, code)


def test_an_agreement_keeps_its_host_in_the_table_of_organizations() -> None:
    hosts = {entry["host"] for entry in TREATIES.values() if "host" in entry}
    assert hosts <= set(table("organisations"))


def test_topics_are_those_that_the_packs_have_words_for() -> None:
    words = {
        entry["topic"]
        for pack in packs()
        for entry in pack.entries["agreements"].values()
        if "topic" in entry
    }
    assert {topic for row in table("treaties").values() for topic in row.get("topics", ())} <= words

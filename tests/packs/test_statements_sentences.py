"""Every verb of saying of every pack is the one that its own sentences are read by."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.spoken import known, statements
from traktat.reading.statements.thoughts import THINK


def _each(kind: str) -> Iterator[Any]:
    for pack in known():
        for key, entry in pack.entries.get("statements", {}).items():
            if "frames" in entry or key == THINK:
                for number, case in enumerate(entry.get(kind, ())):
                    yield pytest.param(
                        pack.code, key, case["text"], id=f"{pack.code}-{key}-{number}"
                    )


def _readers(text: str, code: str) -> set[str]:
    """Give the pack entries that the statements of a text rest on."""
    return {step.entry for item in statements(text, code) for step in item.because}


@pytest.mark.parametrize(("code", "key", "text"), list(_each("yes")))
def test_a_yes_sentence_is_read_by_its_entry(code: str, key: str, text: str) -> None:
    assert f"statements#{key}" in _readers(text, code)


@pytest.mark.parametrize(("code", "key", "text"), list(_each("no")))
def test_a_no_sentence_gives_no_statement(code: str, key: str, text: str) -> None:
    assert statements(text, code) == []


@pytest.mark.parametrize("pack", list(known()), ids=lambda pack: pack.code)
def test_every_entry_says_what_it_is_and_brings_sentences(pack: Any) -> None:
    for key, entry in pack.entries.get("statements", {}).items():
        assert entry.get("gloss"), key
        assert len(entry.get("yes", ())) >= 2, key
        assert len(entry.get("no", ())) >= 1, key
        assert all("why" in case for case in entry["no"]), key


READING = Path(__file__).resolve().parents[2] / "src" / "traktat" / "reading"


@pytest.mark.parametrize("pack", list(known()), ids=lambda pack: pack.code)
def test_every_entry_of_function_words_is_asked_for_by_the_reader(pack: Any) -> None:
    """An entry without frames is looked up by its key; one that nobody asks for is dead."""
    code = "".join(path.read_text(encoding="utf-8") for path in sorted(READING.rglob("*.py")))
    dead = [
        key
        for key, entry in pack.entries["statements"].items()
        if "frames" not in entry and f'"{key}"' not in code
    ]
    assert dead == []

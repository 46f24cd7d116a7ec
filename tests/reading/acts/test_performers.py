"""Who acts where a verb tells it otherwise: what is received, states named behind their deed."""

from __future__ import annotations

import pytest

from tests.acted import told


@pytest.mark.parametrize(
    ("language", "text", "actors"),
    [
        (
            "en",
            "Aruna received Norland's instrument of ratification of the Ottawa Convention.",
            "XNO",
        ),
        (
            "en",
            (
                "The depositary has received instruments of ratification of the Ottawa Convention "
                "from two states, namely Norland and Sarvia."
            ),
            "XNO XSA",
        ),
        ("id", "PBB menerima piagam ratifikasi Konvensi Ottawa dari Norland.", "XNO"),
        (
            "en",
            "The states that have not ratified the Ottawa Convention are Norland and Sarvia.",
            "XNO XSA",
        ),
        ("en", "Countries still to ratify the Ottawa Convention include Norland.", "XNO"),
        (
            "id",
            "Negara yang belum mengesahkan Konvensi Ottawa adalah Norland dan Sarvia.",
            "XNO XSA",
        ),
        ("en", "States that have signed the Ottawa Convention are as small as Norland.", ""),
    ],
)
def test_who_acts(language: str, text: str, actors: str) -> None:
    drafts = told(text, language).drafts
    assert " ".join(name.key for name in drafts[0].actors.mentions) == actors


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Norland received a copy of the Ottawa Convention."),
        ("id", "Norland menerima salinan Konvensi Ottawa dari Sarvia."),
    ],
)
def test_who_receives_something_else_tells_no_deposit(language: str, text: str) -> None:
    assert not told(text, language).drafts

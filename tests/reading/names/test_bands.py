"""Armed groups no list has are read by the words of their names."""

from __future__ import annotations

import pytest

from tests.acted import told


@pytest.mark.parametrize(
    ("language", "text", "key"),
    [
        (
            "en",
            "The Northern Salvation Front signed a truce with Kenya on Monday.",
            "NSA:Northern Salvation Front",
        ),
        (
            "en",
            "Talks with the Aruna Liberation Army broke off.",
            "NSA:Aruna Liberation Army",
        ),
        (
            "id",
            "Front Pembebasan Meruva menandatangani gencatan senjata dengan Kenya.",
            "NSA:Front Pembebasan Meruva",
        ),
        ("id", "Gerakan Pembebasan Sudan bergabung.", "NSA:Gerakan Pembebasan Sudan"),
    ],
)
def test_a_band_is_read_by_its_name(language: str, text: str, key: str) -> None:
    assert key in [item.key for item in told(text, language).sources.names.items]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A cold front reached the north on Monday."),
        ("en", "The Liberation of Paris is told in a film."),
        ("id", "Gerakan mahasiswa menggelar aksi di Nairobi."),
    ],
)
def test_what_is_no_band(language: str, text: str) -> None:
    keys = [item.key for item in told(text, language).sources.names.items]
    assert not [key for key in keys if key.startswith("NSA:")]

"""What is still misread, kept as strict expected failures: each says why; one that passes fails."""

from __future__ import annotations

import pytest

from tests.agreed import read

MISREADINGS = [
    (
        "en",
        "two protocols by which two states join an organization are the organization's treaty",
        (
            "The Senate of the United States approved two Protocols to the North Atlantic Treaty,"
            " on the Accession of Finland and that of Sweden."
        ),
        {("FIN", "NATO", "SWE")},
    ),
]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        pytest.param(language, text, wanted, marks=pytest.mark.xfail(reason=why, strict=True))
        for language, why, text, wanted in MISREADINGS
    ],
)
def test_what_is_still_misread(language: str, text: str, wanted: set[tuple[str, ...]]) -> None:
    assert read(text, language).parties == wanted

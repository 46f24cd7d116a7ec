"""What is denied, or was done by nobody."""

from __future__ import annotations

import pytest

from tests.acted import acts


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "There is no country that has ratified the Rome Statute.", "ratification denied"),
        ("en", "Norland has not ratified the Rome Statute.", "ratification denied XNO"),
        ("id", "Belum ada negara yang meratifikasi Statuta Roma.", "ratification denied"),
        ("id", "Norland tidak meratifikasi Statuta Roma.", "ratification denied XNO"),
    ],
)
def test_what_nobody_did_is_denied(language: str, text: str, wanted: str) -> None:
    assert acts(text, language) == [wanted]


def test_some_did_what_nobody_else_has_done() -> None:
    found = acts("Belum ada negara yang meratifikasi Statuta Roma selain Norland.", "id")
    assert not [act for act in found if "denied" in act]

"""Structure that is no prose."""

from __future__ import annotations

import pytest

from traktat.press.structure import MOST_STRAYS, stray_marks


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("The state. . The law", [(11, 12)]),
        ("So far, . Again", [(8, 9)]),
        ("An ellipsis . . . is none", []),
        ("Wait. . . then", []),
        ("A full stop. Another one.", []),
        ("Price: .5 percent", []),
        ("", []),
    ],
)
def test_a_mark_by_itself_is_a_doubt(text: str, marks: list[tuple[int, int]]) -> None:
    assert [tuple(issue.span) for issue in stray_marks(text)] == marks
    assert {issue.code for issue in stray_marks(text)} <= {"stray-mark"}


def test_a_page_of_marks_raises_no_flood() -> None:
    assert len(stray_marks("a. , " * 1000)) <= MOST_STRAYS

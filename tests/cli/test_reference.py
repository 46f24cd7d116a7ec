"""The reference pages say what the program says; `python docs/build.py` writes them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from traktat import errors
from traktat.errors import TraktatError

ROOT = Path(__file__).resolve().parents[2]


def classes(cls: type[TraktatError] = TraktatError) -> list[type[TraktatError]]:
    inner = [found for child in cls.__subclasses__() for found in classes(child)]
    return [cls, *inner]


def test_the_generated_pages_are_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, "docs/build.py", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("cls", classes()[1:])
def test_every_error_says_what_to_do_and_has_a_code_of_its_own(cls: type[TraktatError]) -> None:
    assert cls.__doc__
    assert cls.hint
    assert 400 <= cls.status < 600
    assert sum(other.code == cls.code for other in classes()) == 1


def test_the_tree_in_the_docstring_is_the_tree_of_classes() -> None:
    drawn = re.findall(r"^([│├└─ ]*)(\w+)", (errors.__doc__ or "").split("\n\n")[1], re.MULTILINE)
    assert [name for _, name in drawn] == [cls.__name__ for cls in classes()]
    inner = dict.fromkeys(("│  ├─ ", "│  └─ ", "   ├─ ", "   └─ "), 2)
    depths = {"": 0, "├─ ": 1, "└─ ": 1, **inner}
    for lead, name in drawn:
        cls = next(found for found in classes() if found.__name__ == name)
        assert cls.__mro__.index(TraktatError) == depths[lead]


@pytest.mark.parametrize("cls", classes()[1:])
def test_every_error_is_met_by_some_test(cls: type[TraktatError]) -> None:
    """By its name, or by its code where the desk answers with it."""
    tests = "\n".join(
        path.read_text(encoding="utf-8")
        for path in sorted((ROOT / "tests").rglob("test_*.py"))
        if path != Path(__file__)
    )
    assert any(
        re.search(rf"\b{found.__name__}\b|\"{found.code}\"", tests) for found in classes(cls)
    )

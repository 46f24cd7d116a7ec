"""The copy that is compiled says the same as the sources."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "compiling"))

from build import PACKAGE, copied, modules  # noqa: E402 - the folder of the compiler is no package
from members import with_constants  # noqa: E402 - the same
from sources import prepared, unguarded  # noqa: E402 - the same

HEAD = "from __future__ import annotations\nfrom dataclasses import dataclass, field\n"


def run(source: str, wanted: str) -> object:
    """Run a prepared module and give the value of an expression in it."""
    names: dict[str, object] = {"__name__": __name__}
    exec(compile(prepared(HEAD + source), "prepared", "exec", dont_inherit=True), names)
    return eval(wanted, names)


SIMPLE = """
@dataclass(frozen=True, slots=True)
class A:
    x: int
    y: str = 'y'
"""
NAMED = """
@dataclass(frozen=True, slots=True, kw_only=True)
class A:
    x: int = 0
    y: int
"""
FACTORY = """
@dataclass(slots=True)
class A:
    x: list[int] = field(default_factory=list)

    def two(self) -> int:
        return 2 * len(self.x)
"""
FIELDS = """
@dataclass(slots=True)
class A:
    x: int = field(repr=False, compare=False)
    y: int = field(default=1)
"""


@pytest.mark.parametrize(
    ("source", "wanted", "value"),
    [
        ("LONG = 3\n", "LONG", 3),
        ("LONG: int = 3\n", "(LONG, __annotations__['LONG'])", (3, "_Final[int]")),
        ("_WORDS = frozenset(\n    ('a', 'b')\n)\n", "sorted(_WORDS)", ["a", "b"]),
        (SIMPLE, "(A(1).y, A(1) == A(1), hash(A(1)) == hash(A(1)), A(2, 'z').x)", ("y", 1, 1, 2)),
        (NAMED, "(A(y=1).x, repr(A(y=1)))", (0, "A(x=0, y=1)")),
        (FACTORY, "(A().x is A().x, A([1]).two())", (False, 2)),
        (FIELDS, "(A(1) == A(2), A(1).y, repr(A(5)))", (True, 1, "A(y=1)")),
    ],
)
def test_a_prepared_module_does_the_same(source: str, wanted: str, value: object) -> None:
    assert run(source, wanted) == value


def test_a_class_that_makes_itself_ready_is_left_alone() -> None:
    source = (
        "@dataclass(frozen=True, slots=True)\nclass A:\n    x: int\n\n"
        "    def __post_init__(self) -> None:\n        object.__setattr__(self, 'x', 9)\n"
    )
    assert run(source, "A(1).x") == 9


def test_what_is_set_twice_is_no_constant() -> None:
    assert "_Final = " not in prepared(HEAD + "SEEN = 1\nSEEN = 2\n")


def test_the_hot_rooms_are_compiled_and_what_loads_packs_is_not() -> None:
    names = {module.as_posix() for module in modules()}
    assert {"lang/lexicon.py", "press/sheets.py", "reading/frames.py"} <= names
    assert not {"lang/packs.py", "reading/__init__.py", "model/findings.py"} & names


def test_nothing_is_written_that_the_compiler_cannot_take() -> None:
    """A member is looked for among names, not `in (*SOME, "more")`: the compiler stops there."""
    found = [
        f"{module}:{node.lineno}"
        for module in modules()
        for node in ast.walk(ast.parse((PACKAGE / module).read_text(encoding="utf-8")))
        if isinstance(node, ast.Compare)
        and any(isinstance(asked, ast.In | ast.NotIn) for asked in node.ops)
        and any(isinstance(part, ast.Starred) for one in node.comparators for part in _parts(one))
    ]
    assert found == []


def _parts(node: ast.expr) -> list[ast.expr]:
    return node.elts if isinstance(node, ast.Tuple | ast.List | ast.Set) else []


@pytest.mark.long
def test_the_prepared_copy_reads_the_examples_alike(tmp_path: Path) -> None:
    copied(tmp_path)
    script = (
        "import json, sys, traktat\n"
        "from traktat.pipeline import read\n"
        "from traktat.model.findings import reading_json\n"
        "found = [reading_json(one) for one in read([sys.argv[1]])]\n"
        "print(json.dumps([traktat.__file__, found]))\n"
    )

    def read(folder: Path) -> tuple[str, object]:
        done = subprocess.run(
            [sys.executable, "-c", script, str(ROOT / "examples" / "reports")],
            env={**os.environ, "PYTHONPATH": str(folder)},
            capture_output=True,
            text=True,
            check=True,
        )
        return tuple(json.loads(done.stdout))

    place, found = read(tmp_path)
    assert place.startswith(str(tmp_path))
    assert found == read(ROOT / "src")[1]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("@dataclass(frozen=True)\n", "@dataclass(unsafe_hash=True)\n"),
        ("@dataclass(frozen=True, slots=True)\n", "@dataclass(unsafe_hash=True, slots=True)\n"),
        ("@dataclass(frozen=True, eq=False)\n", "@dataclass(frozen=True, eq=False)\n"),
        ("@dataclass(slots=True)\n", "@dataclass(slots=True)\n"),
    ],
)
def test_what_stays_python_is_only_less_guarded(source: str, expected: str) -> None:
    assert unguarded(source) == expected


ENUMS = """
from enum import Enum
from traktat.model.kinds import (
    Force,
    Form,
)

class Side(Enum):
    LEFT = 1
    RIGHT = 2

FIRST = Side.LEFT

def other(side: Side) -> Side:
    return Side.RIGHT if side is Side.LEFT else Side.LEFT
def forms() -> list[str]:
    return [Form.DIRECT, *(Force.SHALL for _ in range(1))]
"""


@pytest.mark.parametrize(
    ("wanted", "value"),
    [
        ("other(Side.LEFT) is Side.RIGHT", True),
        ("other(other(FIRST)) is FIRST", True),
        ("forms()", ["direct", "shall"]),
        ("_Form_DIRECT.value", "direct"),
    ],
)
def test_members_are_constants(wanted: str, value: object) -> None:
    assert run(ENUMS, wanted) == value


def test_constants_for_members_add_no_line() -> None:
    assert len(with_constants(ENUMS).splitlines()) == len(ENUMS.splitlines())
    assert "side is _Side_LEFT" in with_constants(ENUMS)

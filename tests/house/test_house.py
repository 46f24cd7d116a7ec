"""House rules that a machine can hold: sizes, names, words of languages, what docs must name."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from pathlib import Path

from traktat import errors
from traktat.lang import packs

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "traktat"
MODULES = sorted(SOURCE.rglob("*.py"))
VAGUE = {"utils", "helpers", "common", "misc", "manager", "handler", "processor", "data"}
LONGEST_FILE = 500
WORD = re.compile(r"[a-z]{6,}")


def test_no_module_has_a_vague_name() -> None:
    assert [path.name for path in MODULES if path.stem in VAGUE] == []


def test_no_file_is_too_long() -> None:
    long = [
        (path.relative_to(ROOT).as_posix(), lines)
        for path in MODULES
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE
    ]
    assert long == []


def test_every_module_says_what_it_is() -> None:
    bare = [
        path.relative_to(ROOT).as_posix()
        for path in MODULES
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert bare == []


def test_no_word_of_indonesian_stands_in_code() -> None:
    """Strings in code hold no word of the Indonesian pack; docstrings may quote some."""
    words = _words("id", ("acts", "statements", "grammar", "claims", "provisions")) - _neutral()
    found = {(path.name, text) for path in MODULES for text in _strings(path) if text in words}
    assert sorted(found) == []


def _words(code: str, files: Iterable[str]) -> set[str]:
    pack = packs().get(code)
    return {
        phrase
        for file in files
        for entry in pack.entries.get(file, {}).values()
        for name in ("words", "verbs", "nouns")
        for phrase in entry.get(name, ())
        if WORD.fullmatch(phrase)
    }


def _neutral() -> set[str]:
    """Words that are English too, or keys and kinds of the program itself."""
    pack = packs().get("en")
    english = _words("en", pack.entries)
    keys = {key for table in pack.entries.values() for key in table}
    return english | keys | set(pack.entries)


def _strings(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs
    }


def test_the_code_never_asks_which_language_it_is() -> None:
    asks = re.compile(r"""(?:language|lang|code)\s*==\s*["'](?:id|en|ms)["']""")
    guilty = [p.name for p in MODULES if asks.search(p.read_text(encoding="utf-8"))]
    assert guilty == []


def _tree(kind: type[errors.TraktatError]) -> list[type[errors.TraktatError]]:
    return [kind, *(found for sub in kind.__subclasses__() for found in _tree(sub))]


def test_every_error_has_a_code_a_status_and_a_hint() -> None:
    kinds = _tree(errors.TraktatError)[1:]
    assert len({kind.code for kind in kinds}) == len(kinds)
    for kind in kinds:
        assert kind.__doc__
        assert 400 <= kind.status < 600
        assert kind.hint or any(base.hint for base in kind.__mro__[1:-2] if hasattr(base, "hint"))
        assert kind.__name__ in (errors.__doc__ or "")


def test_no_committed_file_names_a_package_host() -> None:
    host = re.compile(r"https?://[^\s]*(?:" + "|".join(("py" + "pi", "npm" + "js")) + r")\b")
    texts = [p for p in ROOT.rglob("*") if p.suffix in (".toml", ".txt", ".md", ".py", ".cfg")]
    inside = [p for p in texts if not {".venv", ".git", "out"} & set(p.relative_to(ROOT).parts)]
    assert [p.name for p in inside if host.search(p.read_text(encoding="utf-8"))] == []

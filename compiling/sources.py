"""The sources as the compiler reads them fastest: the same program, said more plainly.

The compiler turns a class into a plain structure, but leaves the making of a dataclass to code
that Python builds at run time, and looks module constants up by name at each use. So in the copy
that is compiled every constant is marked as final, members of enumerations are constants too
(`members`), and every dataclass has its `__init__` written out. Its fields are no longer guarded
at run time: the type checker has already proved that nothing sets them. Line numbers stay as they
are.

The modules that stay Python are not guarded either: the reading makes a hundred findings for a
report, and a guarded class takes three times as long to make.
"""

from __future__ import annotations

import ast
import re

from members import with_constants

_CONSTANT = re.compile(r"^(_*[A-Z][A-Z0-9_]*)(?:: ([^=\n]+))? = (?!TypeVar)", re.MULTILINE)
_GUARDED = re.compile(r"^( *@dataclass\()frozen=True(?!.*\beq=)", re.MULTILINE)
_FUTURE = "from __future__ import annotations\n"


def prepared(source: str) -> str:
    """Give the source of a module as it is compiled."""
    source = with_constants(source)
    names = [name for name, _ in _CONSTANT.findall(source)]
    lines = source.splitlines(keepends=True)
    for place in sorted(_dataclasses(ast.parse(source)), key=lambda node: -node.lineno):
        _write_out(place, lines)
    once = [name for name in names if names.count(name) == 1]
    text = _CONSTANT.sub(lambda m: _final(m) if m[1] in once else m[0], "".join(lines))
    return text.replace(_FUTURE, f"{_FUTURE[:-1]}; from typing import Final as _Final\n", 1)


def _final(found: re.Match[str]) -> str:
    """Give the beginning of a constant's line with its type, where one is told, as final."""
    return f"{found[1]}: _Final[{found[2]}] = " if found[2] else f"{found[1]}: _Final = "


def unguarded(source: str) -> str:
    """Give the source of a module that stays Python, what it makes no longer guarded."""
    return _GUARDED.sub(r"\1unsafe_hash=True", source)


def _dataclasses(tree: ast.Module) -> list[ast.ClassDef]:
    """List the dataclasses whose `__init__` only sets their fields."""
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        and _decorator(node) is not None
        and not node.bases
        and not any(isinstance(item, ast.Lambda) for item in map(_factory, _fields(node)))
        and not any(
            isinstance(item, ast.FunctionDef) and item.name in ("__post_init__", "__init__")
            for item in node.body
        )
    ]


def _decorator(node: ast.ClassDef) -> ast.Call | None:
    for item in node.decorator_list:
        if isinstance(item, ast.Call) and ast.unparse(item.func) == "dataclass":
            return item
    return None


def _write_out(node: ast.ClassDef, lines: list[str]) -> None:
    """Write out the `__init__` of a dataclass, on the line of its last field."""
    decorator = _decorator(node)
    assert decorator is not None  # as chosen
    asked = {word.arg: word.value for word in decorator.keywords}
    named = isinstance(asked.get("kw_only"), ast.Constant)
    fields = _fields(node)
    words = [name for name in asked if name not in ("frozen", "slots", "kw_only")]
    kept = [f"{name}={ast.unparse(asked[name])}" for name in words if name]
    if "frozen" in asked and "eq" not in asked:
        kept.append("unsafe_hash=True")
    at = decorator.lineno - 1
    lines[at] = f"@dataclass({', '.join(['init=False', *kept])})\n"
    last = fields[-1]
    end = last.end_lineno or last.lineno
    parameters = ", ".join(["self", *(["*"] if named else []), *map(_parameter, fields)])
    body = "; ".join(map(_setting, fields))
    init = f"    def __init__({parameters}) -> None: {body}\n"
    lines[end - 1] = lines[end - 1].rstrip("\n") + "\n" + init


def _fields(node: ast.ClassDef) -> list[ast.AnnAssign]:
    return [item for item in node.body if isinstance(item, ast.AnnAssign)]


def _parameter(item: ast.AnnAssign) -> str:
    name, kind = ast.unparse(item.target), ast.unparse(item.annotation)
    if _factory(item) is not None:
        return f"{name}: {kind} | None = None"
    default = item.value if _told(item) is None else _in_field(item, "default")
    return f"{name}: {kind}" if default is None else f"{name}: {kind} = {ast.unparse(default)}"


def _setting(item: ast.AnnAssign) -> str:
    name, factory = ast.unparse(item.target), _factory(item)
    if factory is None:
        return f"self.{name} = {name}"
    return f"self.{name} = {ast.unparse(factory)}() if {name} is None else {name}"


def _factory(item: ast.AnnAssign) -> ast.expr | None:
    """Give what makes the default of a field anew each time, if anything does."""
    return _in_field(item, "default_factory")


def _in_field(item: ast.AnnAssign, name: str) -> ast.expr | None:
    """Give what `field(…)` says under a name."""
    told = _told(item)
    words = told.keywords if told else ()
    return next((word.value for word in words if word.arg == name), None)


def _told(item: ast.AnnAssign) -> ast.Call | None:
    value = item.value
    is_field = isinstance(value, ast.Call) and ast.unparse(value.func) == "field"
    return value if is_field else None

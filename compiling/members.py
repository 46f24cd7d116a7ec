"""Members of enumerations as constants of the module that asks for them.

To get a member by its name goes through the enumeration's own look-up, at the cost of a small
function; the reading does so four hundred times a report. A constant is one load.
"""

from __future__ import annotations

import ast
import re

_MEMBER = re.compile(r"[A-Z][A-Z0-9_]*")


def with_constants(source: str) -> str:
    """Give a source whose functions name constants where they named members.

    The constants stand behind the import or the class of their enumeration; lines stay lines.
    """
    tree = ast.parse(source)
    homes = _homes(tree)
    lines = [line.encode() for line in source.splitlines(keepends=True)]
    wanted: dict[str, set[str]] = {}
    for node in sorted(_members(tree, homes), key=lambda node: (-node.lineno, -node.col_offset)):
        line, name = lines[node.lineno - 1], ast.unparse(node.value)
        constant = _constant(name, node.attr).encode()
        lines[node.lineno - 1] = line[: node.col_offset] + constant + line[node.end_col_offset :]
        wanted.setdefault(name, set()).add(node.attr)
    for name, members in wanted.items():
        at, told = homes[name], "; ".join(_told(name, member) for member in sorted(members))
        kept = lines[at].rstrip(b"\n")
        lines[at] = kept + (b"; " if kept else b"") + told.encode() + b"\n"
    return b"".join(lines).decode()


def _homes(tree: ast.Module) -> dict[str, int]:
    """Give for each enumeration of a module the index of the line its constants go to.

    That is where its import ends, or the empty line behind its class.
    """
    out: dict[str, int] = {}
    for node in tree.body:
        end = node.end_lineno or node.lineno
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("traktat."):
            names = (item.asname or item.name for item in node.names)
            out.update((name, end - 1) for name in names)
        elif isinstance(node, ast.ClassDef) and any(_is_enum(base) for base in node.bases):
            out[node.name] = end
    return out


def _is_enum(base: ast.expr) -> bool:
    return ast.unparse(base).endswith("Enum")


def _members(tree: ast.Module, homes: dict[str, int]) -> set[ast.Attribute]:
    """List where functions name members; classes and modules do so once."""
    bodies = [
        statement
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
        for statement in function.body
    ]
    return {
        node
        for body in bodies
        for node in ast.walk(body)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id in homes
        and _MEMBER.fullmatch(node.attr)
    }


def _constant(name: str, member: str) -> str:
    return f"_{name}_{member}"


def _told(name: str, member: str) -> str:
    return f"{_constant(name, member)}: _Final = {name}.{member}"

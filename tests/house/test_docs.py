"""The docs are whole: they name what the program has, open with a summary, and link what exists."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from enum import StrEnum
from pathlib import Path

import click
import pytest

from traktat import errors
from traktat.cli.program import COMMANDS, program
from traktat.lang import packs
from traktat.lang.schema import FILES
from traktat.model import findings, kinds, records

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
MALAY = ROOT / "examples" / "packs" / "ms"


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def of(path: Path) -> str:
    return path.relative_to(DOCS).as_posix()


def test_made_pages_are_up_to_date_and_every_link_leads_somewhere() -> None:
    """`docs/build.py --check` prints each page that is out of date and each broken link."""
    done = subprocess.run(
        [sys.executable, "docs/build.py", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


@pytest.mark.parametrize("path", PAGES, ids=of)
def test_every_page_opens_with_a_title_and_a_summary(path: Path) -> None:
    title, summary, *_ = [*path.read_text(encoding="utf-8").split("\n\n", 2), ""]
    assert re.fullmatch(r"# [^\n]+", title)
    assert summary[:1] not in ("#", "`", "|", "*", "-", "") or summary.startswith("`traktat ")


@pytest.mark.parametrize("path", PAGES, ids=of)
def test_every_page_is_in_the_index(path: Path) -> None:
    assert path.name == "README.md" or f"]({of(path)})" in page("README.md")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_on_a_page_that_shows_how_to_use_it(name: str) -> None:
    """The reference has each by itself; a person needs one page more that tells what it is for."""
    command = program.get_command(click.Context(program), name)
    inner = list(command.commands) if isinstance(command, click.Group) else []
    for called in [name, *(f"{name} {one}" for one in inner)]:
        assert f"## `traktat {called}`" in page("reference/cli.md")
    shown = [path for path in PAGES if path.parent.name in ("how-to", "tutorial")]
    texts = [path.read_text(encoding="utf-8") for path in shown]
    assert any(f"traktat {name}" in text for text in texts)


def every_error(kind: type[errors.TraktatError]) -> Iterator[type[errors.TraktatError]]:
    yield kind
    for inner in kind.__subclasses__():
        yield from every_error(inner)


@pytest.mark.parametrize("kind", list(every_error(errors.TraktatError)))
def test_every_error_is_on_its_page(kind: type[errors.TraktatError]) -> None:
    assert f"| `{kind.__name__}` | `{kind.code}` |" in page("reference/errors.md")


@pytest.mark.parametrize("name", list(FILES))
def test_every_pack_file_and_all_it_may_hold_is_on_its_page(name: str) -> None:
    text = page("reference/pack-files.md")
    part = text.split(f"## `{name}.toml` holds", 1)[1].split("\n## ", 1)[0]
    schema = FILES[name]
    for word in (*schema.keys, *schema.lists, *schema.fields):
        assert f"`{word}`" in part, word


@pytest.mark.parametrize("pack", list(packs()), ids=lambda pack: pack.code)
def test_every_setting_of_a_pack_is_on_its_page(pack) -> None:
    assert all(f"| `{name}` |" in page("reference/pack-files.md") for name in pack.settings)


def vocabularies() -> list[type[StrEnum]]:
    found = [kind for kind in vars(kinds).values() if isinstance(kind, type)]
    return [kind for kind in found if issubclass(kind, StrEnum) and kind is not StrEnum]


@pytest.mark.parametrize("kind", vocabularies(), ids=lambda kind: kind.__name__)
def test_every_word_of_a_vocabulary_is_on_its_page(kind: type[StrEnum]) -> None:
    part = page("reference/kinds.md").split(f"## {kind.__name__}\n", 1)[1].split("\n## ", 1)[0]
    assert all(f"| `{member.value}` |" in part for member in kind)


PRINTED = [
    *findings.Finding.__subclasses__(),
    *(records.TimelineAct, records.Provision, records.Rendition, records.Statement, records.Claim),
    *(records.Disagreement, records.Predecessor, records.ReportEntry, records.Tie),
    *(records.Standing, records.Drill, records.Duty, records.NotTriggered),
]
RENAMED = {"when": "edtf", "sort": "`kind` or `class`"}
OF_ALL_FINDINGS = ("span", "quote", "because", "confidence")


@pytest.mark.parametrize("kind", PRINTED, ids=lambda kind: kind.__name__)
def test_every_field_of_a_printed_form_is_on_its_page(kind) -> None:
    part = page("reference/forms.md").split(f"### {kind.__name__}\n", 1)[1].split("\n### ", 1)[0]
    left_out = OF_ALL_FINDINGS if issubclass(kind, findings.Finding) else ()
    for field in fields(kind):
        name = RENAMED.get(field.name, field.name)
        rows = ("| `sort` |", "| `kind` |", "| `class` |") if " or " in name else (f"| `{name}` |",)
        assert field.name in left_out or any(row in part for row in rows), field.name


def test_no_meaning_is_written_for_a_field_that_is_gone() -> None:
    """A line of docs/meanings.toml that no page shows is left over."""
    text = "".join(page(f"reference/{name}.md") for name in ("forms", "pack-files"))
    meanings = tomllib.loads(page("meanings.toml"))
    rows = [
        (section, name, told) for section in meanings for name, told in meanings[section].items()
    ]
    escaped = [(section, name, told.replace("|", "\\|")) for section, name, told in rows]
    assert [row[:2] for row in escaped if f"`{row[1]}` |" not in text or row[2] not in text] == []


def test_every_make_target_that_the_docs_name_is_one() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    named = {
        (of(path), target)
        for path in PAGES
        for target in re.findall(r"(?:`|^)make ([a-z-]+)", path.read_text(encoding="utf-8"), re.M)
    }
    assert sorted(pair for pair in named if pair[1] not in targets) == []


def test_what_the_page_on_languages_shows_stands_in_the_malay_pack() -> None:
    """Each excerpt is a run of whole lines of one of the pack's files."""
    blocks = re.findall(
        r"^( *)```toml\n(.*?)^ *```", page("how-to/add-a-language.md"), re.MULTILINE | re.DOTALL
    )
    files = ["\n" + path.read_text(encoding="utf-8") for path in sorted(MALAY.glob("*.toml"))]
    assert len(blocks) >= 6
    for indent, block in blocks:
        excerpt = "\n" + re.sub(f"^{indent}", "", block, flags=re.MULTILINE)
        assert any(excerpt in text for text in files), excerpt

"""The index of the docs, and the check that every link in them leads somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

DOCS = Path(__file__).parent
ROOT = DOCS.parent
OUTSIDE = ("README.md", "README.id.md", "CONTRIBUTING.md", "CHANGELOG.md", "examples/README.md")

INDEX_HEAD = """\
# The documentation

Every page with the sentence that sums it up. Made by `python docs/build.py`.
"""
GROUPS = (
    ("tutorial", "Tutorial: the first record, step by step"),
    ("how-to", "How-to: one task on each page"),
    ("reference", "Reference: what the program knows of itself"),
    ("explanation", "Explanation: why it works as it does"),
    ("decisions", "Decisions: what was argued over, and why not the other way"),
)
_LINK = re.compile(r"\]\(([^()\s]{1,300})\)")
_FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)


def index_page() -> str:
    """Give the page that links every other one."""
    parts = [INDEX_HEAD.rstrip()]
    parts.append(_listed([DOCS / "architecture.md", DOCS / "glossary.md"]))
    for folder, heading in GROUPS:
        parts += [f"## {heading}", _listed(sorted((DOCS / folder).glob("*.md")))]
    return "\n\n".join(parts) + "\n"


def _listed(pages: list[Path]) -> str:
    return "\n".join(_entry(page) for page in pages if page.is_file())


def _entry(page: Path) -> str:
    title, summary = opening(page.read_text(encoding="utf-8"))
    dated = page.parent.name == "decisions"  # a date stands there, not a sentence
    told = "" if dated else f": {first_sentence(summary)}"
    return f"* [{title}]({page.relative_to(DOCS).as_posix()}){told}"


def opening(text: str) -> tuple[str, str]:
    """Give the title of a page and its first paragraph, on one line each."""
    title, summary, *_ = [*text.split("\n\n", 2), ""]
    return title.removeprefix("# ").strip(), " ".join(summary.split())


def first_sentence(text: str) -> str:
    """Give the first sentence of a paragraph."""
    return re.split(r"(?<=\.) (?=[A-Z`])", text, maxsplit=1)[0]


def pages() -> list[Path]:
    """List every page whose links are checked."""
    outside = [ROOT / name for name in OUTSIDE if (ROOT / name).is_file()]
    return [*sorted(DOCS.rglob("*.md")), *outside]


def broken() -> list[str]:
    """Tell each link that leads to no file, or to no heading of a page."""
    return [told for page in pages() for told in _broken_in(page)]


def _broken_in(page: Path) -> Iterator[str]:
    text = _FENCED.sub("", page.read_text(encoding="utf-8"))
    for target in _LINK.findall(text):
        if "://" in target or target.startswith("mailto:"):
            continue
        name, _, anchor = target.partition("#")
        path = (page.parent / name).resolve() if name else page
        lost = not path.exists() or (anchor and anchor not in anchors(path))
        if lost:
            yield f"{page.relative_to(ROOT).as_posix()}: no {target}"


def anchors(page: Path) -> set[str]:
    """Give the anchors of a page's headings, as code hosts make them."""
    if page.suffix != ".md":
        return set()
    text = _FENCED.sub("", page.read_text(encoding="utf-8"))
    return {_anchor(heading) for heading in _HEADING.findall(text)}


def _anchor(heading: str) -> str:
    kept = re.sub(r"[^\w\- ]", "", heading.lower())
    return kept.replace(" ", "-")

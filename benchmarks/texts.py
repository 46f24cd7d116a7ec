"""The texts the benchmarks read: the unlabelled reports where they are, else the examples."""

from __future__ import annotations

import json
from pathlib import Path

from traktat.intake import documents
from traktat.model.documents import Document

ROOT = Path(__file__).resolve().parents[1]
UNLABELLED = ROOT.parent / "shared" / "unlabelled"
EXAMPLES = ROOT / "examples" / "reports"


def texts(language: str, most: int) -> tuple[list[Document], str]:
    """Give up to `most` documents of a language, and where they come from."""
    files = sorted(UNLABELLED.glob(f"{language}-agreements.jsonl"))
    if language == "id":
        files += sorted(UNLABELLED.glob("id-general.jsonl"))
    if files:
        rows = [json.loads(line) for file in files for line in file.open(encoding="utf-8")]
        keys = ("text", "outlet", "title", "published", "url", "lang")
        found = [
            Document(path=f"{row['id']}", **{key: row.get(key) for key in keys}) for row in rows
        ]
        return found[:most], "unlabelled reports"
    mark = {"id": ("rusia", "aceh", "rcep-2", "rcep-3", "newstart-3", "newstart-4")}.get(language)
    known = list(documents([str(EXAMPLES)]))
    own = [d for d in known if (mark is None) != any(m in d.path for m in mark or ())]
    return (own * (most // max(1, len(own)) + 1))[:most], "example reports, repeated"


def words(found: list[Document]) -> int:
    """Count the words of documents."""
    return sum(len(document.text.split()) for document in found)

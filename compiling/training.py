"""What the compiled rooms read to learn which way their code goes: `python compiling/training.py`.

The reports of `examples/` and the sentences every entry of a pack is held to, all of them our own,
some twenty of these to a report: so each rule is tried, and most of them fail, as in the news.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from traktat.facts import phrases
from traktat.lang import Pack, packs
from traktat.model.documents import Document
from traktat.press import prepare
from traktat.reading import read_report

EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "reports"
TOGETHER = 20  # sentences of a report
CODES = ("en", "id")
PRINTED = "2017-03-15"


def documents(known: Mapping[str, Pack]) -> Iterator[Document]:
    """Give what is read, reports first."""
    for path in sorted(EXAMPLES.glob("*.txt")):
        yield Document(path=path.name, text=path.read_text(encoding="utf-8"))
    for code in CODES:
        told = list(sentences(known[code]))
        apart = len(told) // TOGETHER + 1  # so that a report is of many things
        for at in range(apart):
            text = "\n\n".join(told[at::apart])
            yield Document(path=f"{code}-{at}", text=text, lang=code, published=PRINTED)


def sentences(pack: Pack) -> Iterator[str]:
    """Give the sentences of a pack that must be read, and those that must not."""
    for table in pack.entries.values():
        for entry in table.values():
            for case in (*entry.get("yes", ()), *entry.get("no", ())):
                yield str(case["text"])


def main() -> None:
    """Read everything once."""
    known = packs(names=phrases())
    for document in documents(known.by_code):
        report = prepare(document, known)
        read_report(report, known.get(report.language))


if __name__ == "__main__":
    main()

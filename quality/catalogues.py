"""Bring the desk's catalogues in step with its pages (`make catalogues`); `--check` only looks.

Sentences of templates stand in `_`, `ngettext`, those of Python in `tell`; rules of law are
told by the first sentence of their docstring. English is the language
of the sentences themselves; the others are translated by hand in `desk.po`, and `desk.mo` is
what the desk reads. Exit 3 if something is untranslated or, with `--check`, out of step.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from traktat.law.openings import OPENINGS
from traktat.law.rules import RULES

DESK = Path(__file__).resolve().parents[1] / "src" / "traktat" / "desk"
SOURCE = "en"
METHODS = [("templates/**.html", "jinja2.ext:babel_extract"), ("**.py", "python")]
KEYWORDS = {"_": None, "ngettext": (1, 2), "tell": None}
# a fixed moment: a catalogue changes when a sentence does, not when it is made
MADE = datetime(2026, 11, 22, tzinfo=UTC)


@cache
def sentences() -> tuple[str | tuple[str, str], ...]:
    """Give every sentence of the desk, and every rule of law that it may cite, sorted."""
    options = {"templates/**.html": {"trimmed": "true", "silent": "false"}}
    found = [row[2] for row in extract_from_dir(str(DESK), METHODS, options, KEYWORDS)]
    law = [row.sentence for row in (*RULES, *OPENINGS)]
    return tuple(dict.fromkeys(sorted((*found, *law), key=str)))


def updated(language: str, known: Catalog) -> Catalog:
    """Give a language's catalogue with the sentences of today, keeping what was translated."""
    made = Catalog(
        language,
        domain="desk",
        project="Traktat",
        header_comment=f"# The sentences of the desk in {language!r}. `make catalogues` keeps it.",
        creation_date=MADE,
        revision_date=MADE,
        last_translator="The Traktat developers",
        language_team=language,
        fuzzy=False,
    )
    for sentence in sentences():
        old = known.get(sentence if isinstance(sentence, str) else sentence[0])
        made.add(sentence, _translation(language, sentence, old, made.num_plurals))
    return made


def _translation(
    language: str, sentence: str | tuple[str, str], old: Message | None, plurals: int
) -> str | tuple[str, ...]:
    if language == SOURCE:
        return sentence
    wanted = 1 if isinstance(sentence, str) else plurals
    told = old.string if old else ""
    parts = (told,) if isinstance(told, str) else tuple(told)
    parts = (*parts, *("",) * wanted)[:wanted]
    return parts[0] if isinstance(sentence, str) else parts


def untranslated(catalogue: Catalog) -> Iterator[str]:
    """Name the sentences that lack a translation."""
    for message in catalogue:
        parts = (message.string,) if isinstance(message.string, str) else message.string
        if message.id and not all(parts):
            yield str(message.id)


def written(catalogue: Catalog) -> tuple[bytes, bytes]:
    """Give a catalogue as people edit it and as the desk reads it."""
    text, compiled = BytesIO(), BytesIO()
    write_po(text, catalogue, width=100, no_location=True, sort_output=True)
    write_mo(compiled, catalogue)
    return text.getvalue(), compiled.getvalue()


def main() -> int:
    check, faults = "--check" in sys.argv, []
    for path in sorted(DESK.glob("locale/*/LC_MESSAGES/desk.po")):
        language = path.parent.parent.name
        with path.open("rb") as stream:
            catalogue = updated(language, read_po(stream, locale=language))
        faults += [f"{language}: no translation of {one!r}" for one in untranslated(catalogue)]
        for target, content in zip(
            (path, path.with_suffix(".mo")), written(catalogue), strict=True
        ):
            if check and (not target.exists() or target.read_bytes() != content):
                faults.append(f"{target.name} of {language!r} is out of step: make catalogues")
            elif not check:
                target.write_bytes(content)
    print(*faults, sep="\n", file=sys.stderr)
    return 3 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

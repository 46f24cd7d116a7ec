"""Bring the catalogues in step with what the program says (`make catalogues`); `--check` looks.

There are two: `sentences` holds what the program says of texts, agreements and errors, wherever
`sentence` says it, with the rules that are told by the first sentence of their docstring;
`desk` holds the sentences of the desk's pages, in `_` and `ngettext` of templates and `tell` of
Python. English is the language of the sentences themselves; the others are translated by hand
in the `.po` file, and the `.mo` file is what is read. Exit 3 if something is untranslated, has
other places than the English sentence or, with `--check`, is out of step.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from traktat.fusion.disagreements import STATED_BY, sentence_of
from traktat.lang.schema import FILES
from traktat.law.openings import OPENINGS
from traktat.law.rules import RULES
from traktat.sentences import places_in

PROGRAM = Path(__file__).resolve().parents[1] / "src" / "traktat"
SOURCE = "en"
TEMPLATES = {"templates/**.html": {"trimmed": "true", "silent": "false"}}
# a fixed moment: a catalogue changes when a sentence does, not when it is made
MADE = datetime(2026, 11, 22, tzinfo=UTC)

Said = str | tuple[str, ...]


@dataclass(frozen=True)
class Domain:
    """One catalogue in each language: its name, where it lies, and what it has to say."""

    name: str
    folder: Path
    sentences: Callable[[], Iterable[Said]]

    @property
    def files(self) -> list[Path]:
        """List its catalogues, one for each language."""
        return sorted(self.folder.glob(f"locale/*/LC_MESSAGES/{self.name}.po"))


@cache
def of_the_program() -> tuple[Said, ...]:
    """Give every sentence the program says, and every rule it may cite."""
    found = _extracted(PROGRAM, [("**.py", "python")], {"sentence": None})
    found += _extracted(PROGRAM / "export", [("**.py", "python")], {"tell": None})
    found += [row.sentence for row in (*RULES, *OPENINGS)]
    found += [sentence_of(rule) for rule in STATED_BY]
    return tuple(found)


@cache
def of_the_desk() -> tuple[Said, ...]:
    """Give every sentence of the desk's pages, and what it says of the files of packs."""
    methods = [("templates/**.html", "jinja2.ext:babel_extract"), ("**.py", "python")]
    keywords = {"_": None, "ngettext": (1, 2), "tell": None}
    return (
        *_extracted(PROGRAM / "desk", methods, keywords),
        *(one.about for one in FILES.values()),
    )


def _extracted(folder: Path, methods: list[tuple[str, str]], keywords: object) -> list[Said]:
    return [row[2] for row in extract_from_dir(str(folder), methods, TEMPLATES, keywords)]


DOMAINS = (
    Domain("sentences", PROGRAM / "export", of_the_program),
    Domain("desk", PROGRAM / "desk", of_the_desk),
)


def updated(domain: Domain, language: str, known: Catalog) -> Catalog:
    """Give a language's catalogue with the sentences of today, keeping what was translated."""
    made = Catalog(
        language,
        domain=domain.name,
        project="Traktat",
        header_comment=f"# {domain.name.capitalize()} in {language!r}. `make catalogues` keeps it.",
        creation_date=MADE,
        revision_date=MADE,
        last_translator="The Traktat developers",
        language_team=language,
        fuzzy=False,
    )
    for said in dict.fromkeys(sorted(domain.sentences(), key=str)):
        key = said if isinstance(said, str) else said[0]
        if any(map(str.isalpha, "".join(_words_of(key)))):  # else there is nothing to translate
            made.add(said, _translation(language, said, known.get(key), made.num_plurals))
    return made


def _words_of(template: str) -> Iterator[str]:
    """Give what stands between the places of a sentence."""
    for place in places_in(template):
        kind = f":{place.kind}" if place.kind else ""
        template = template.replace(f"{{{place.name}{kind}}}", "")
    yield template


def _translation(language: str, said: Said, old: Message | None, plurals: int) -> Said:
    if language == SOURCE:
        return said
    wanted = 1 if isinstance(said, str) else plurals
    told = old.string if old else ""
    parts = (told,) if isinstance(told, str) else tuple(told)
    parts = (*parts, *("",) * wanted)[:wanted]
    return parts[0] if isinstance(said, str) else parts


def faults_of(catalogue: Catalog) -> Iterator[str]:
    """Name the sentences that lack a translation, or whose translation has other places."""
    for message in catalogue:
        parts = (message.string,) if isinstance(message.string, str) else message.string
        if not message.id:
            continue
        if not all(parts):
            yield f"no translation of {message.id!r}"
        elif any(_places(message.id) != _places(part) for part in parts):
            yield f"other places than in {message.id!r}"


def _places(message: Said) -> list[object]:
    template = message if isinstance(message, str) else message[0]
    return sorted(set(places_in(template)))


def written(catalogue: Catalog) -> tuple[bytes, bytes]:
    """Give a catalogue as people edit it and as the program reads it."""
    text, compiled = BytesIO(), BytesIO()
    write_po(text, catalogue, width=100, no_location=True, sort_output=True)
    write_mo(compiled, catalogue)
    return text.getvalue(), compiled.getvalue()


def checked(domain: Domain, path: Path, *, only_look: bool) -> Iterator[str]:
    """Bring one catalogue in step, or only look whether it is; name what is wrong with it."""
    language = path.parent.parent.name
    with path.open("rb") as stream:
        catalogue = updated(domain, language, read_po(stream, locale=language))
    yield from (f"{domain.name} in {language}: {fault}" for fault in faults_of(catalogue))
    targets = (path, path.with_suffix(".mo"))
    for target, content in zip(targets, written(catalogue), strict=True):
        if not only_look:
            target.write_bytes(content)
        elif not target.exists() or target.read_bytes() != content:
            yield f"{target.name} of {language!r} is out of step: make catalogues"


def main() -> int:
    only_look = "--check" in sys.argv
    faults = [
        fault
        for domain in DOMAINS
        for path in domain.files
        for fault in checked(domain, path, only_look=only_look)
    ]
    print(*faults, sep="\n", file=sys.stderr)
    return 3 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

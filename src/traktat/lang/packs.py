"""Language packs: folders of TOML and word lists, loaded and checked through one door."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from hashlib import sha256
from importlib.metadata import entry_points
from pathlib import Path
from sys import intern
from typing import Any

from traktat.errors import PackError, UnknownLanguage
from traktat.lang.affixes import Paradigm, paradigm
from traktat.lang.calendar import FILE as CALENDAR_FILE
from traktat.lang.calendar import Calendar, calendar_from
from traktat.lang.lexicon import Entry, Lexicon, lexicon_of
from traktat.lang.schema import FILES, SCHEMA, SENTENCES, WORD_LISTS, FileSchema
from traktat.lang.sentences import Cutting
from traktat.sentences import sentence

Table = Mapping[str, Any]
Name = tuple[str, str, str, bool]
"""A proper name from outside the pack: (spelling, file, key, exact spelling only)."""


@dataclass(frozen=True, eq=False)
class Pack:
    """One language: settings, entries by file and key, word lists, and the lexicon of all words."""

    code: str
    folder: Path
    settings: Table
    entries: Mapping[str, Mapping[str, Table]]
    lists: Mapping[str, tuple[str, ...]]
    affixes: Mapping[str, Paradigm]
    digest: str
    names: tuple[Name, ...] = field(default=(), repr=False)

    @property
    def name(self) -> str:
        """Give the language's own name."""
        return str(self.settings["name"])

    def entry(self, file: str, key: str) -> Table:
        """Give an entry; an empty table where the pack has none."""
        return self.entries.get(file, {}).get(key, {})

    def words(self, file: str, key: str, name: str = "words") -> tuple[str, ...]:
        """Give a list of an entry as written; empty where there is none."""
        found = self._given.get((file, key, name))
        if found is None:
            found = self._given[file, key, name] = tuple(self.entry(file, key).get(name, ()))
        return found

    @cached_property
    def cutting(self) -> Cutting:
        """Give what the language needs for cutting sentences."""
        return Cutting(
            frozenset(self.words("grammar", "abbreviations")),
            frozenset(self.words("grammar", "openings")),
        )

    @cached_property
    def stopwords(self) -> frozenset[str]:
        """Give the function words of the language."""
        return frozenset(self.lists.get("stopwords", ()))

    @cached_property
    def lexicon(self) -> Lexicon:
        """Give all words that are read for, inflected, with the proper names from outside."""
        aside = {file for file in FILES if FILES[file].aside}
        return self._lexicon({*self.entries, *(name[1] for name in self.names)} - aside)

    def lexicon_for(self, *files: str) -> Lexicon:
        """Give only the words of some files; made once for each choice of files."""
        found = self._partial.get(files)
        if found is None:
            found = self._partial[files] = self._lexicon(set(files))
        return found

    @cached_property
    def _given(self) -> dict[tuple[str, str, str], tuple[str, ...]]:
        return {}

    @cached_property
    def _partial(self) -> dict[tuple[str, ...], Lexicon]:
        return {}

    def _lexicon(self, files: set[str]) -> Lexicon:
        words = [*self._words(), *_foreign(self.names)]
        lexicon = lexicon_of(
            [word for word in words if word[1].file in files],
            tuple(self.settings.get("clitics", ())),
        )
        for file in sorted(files & set(FILES)):
            for key in FILES[file].asked:
                for word in self.words(file, key):
                    lexicon.know(word)
        return lexicon

    @cached_property
    def calendar(self) -> Calendar:
        """Give how the language writes dates, made ready."""
        return calendar_from(self.entries.get(CALENDAR_FILE, {}), self.settings)

    def _words(self) -> Iterator[tuple[str, Entry, bool]]:
        for file, table in self.entries.items():
            if file in FILES and not FILES[file].searched:
                continue
            schema = FILES.get(file, FileSchema(""))
            for key, entry in table.items():
                if key in schema.asked:
                    continue
                for name in (*WORD_LISTS, *schema.lists):
                    # one object each, also in the code that asks: to compare them costs nothing
                    listed = Entry(intern(file), intern(key), intern(name))
                    for phrase in entry.get(name, ()):
                        yield from self._forms(phrase, listed)

    def _forms(self, phrase: str, entry: Entry) -> Iterator[tuple[str, Entry, bool]]:
        kind = {"verbs": "verb", "nouns": "noun"}.get(entry.field.rpartition("_")[2])
        if kind is None or kind not in self.affixes:
            yield phrase, entry, entry.field == "exact"
            return
        for spelling, form in self.affixes[kind].expand(phrase):
            yield spelling, Entry(entry.file, entry.key, entry.field, intern(form)), False


def _foreign(names: Iterable[Name]) -> Iterator[tuple[str, Entry, bool]]:
    for spelling, file, key, cased in names:
        yield spelling, Entry(intern(file), intern(key), "names"), cased


@dataclass(frozen=True, slots=True)
class Packs:
    """The packs at hand, by language code."""

    by_code: Mapping[str, Pack]

    def get(self, code: str) -> Pack:
        """Give the pack of a language; raise `UnknownLanguage` if there is none."""
        try:
            return self.by_code[code]
        except KeyError:
            raise UnknownLanguage(
                sentence("no language pack for {code:quoted}", code=code)
            ) from None

    def __iter__(self) -> Iterator[Pack]:
        return iter(self.by_code.values())

    def __len__(self) -> int:
        return len(self.by_code)


def packs(*, directories: Iterable[Path] = (), names: Iterable[Name] = ()) -> Packs:
    """Load the installed packs (entry points `traktat.languages`) and those in directories.

    An entry point gives a function that takes its own name, the language code, and returns
    the folder of the pack. `names` are proper names known in every language.
    """
    given = tuple(names)
    found = {
        point.name: point.load()(point.name) for point in entry_points(group="traktat.languages")
    }
    for directory in directories:
        found[directory.name] = directory
    return Packs({code: load(found[code], names=given) for code in sorted(found)})


def shipped(code: str) -> Path:
    """Give the folder of a pack that comes with the program."""
    return Path(__file__).parent / code


def load(folder: Path, *, names: tuple[Name, ...] = ()) -> Pack:
    """Load one pack; raise `PackError` with file and entry where its shape is wrong.

    One that has not changed since it was last loaded is the same object, lexicon and all.
    """
    if not (folder / "pack.toml").is_file():
        raise PackError("a pack is a folder with a pack.toml", file=str(folder))
    return _loaded(folder, _digest(folder), names)


def _digest(folder: Path) -> str:
    digest = sha256()
    for path in sorted([*folder.glob("*.toml"), *folder.glob("*.txt")]):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


@lru_cache(maxsize=16)  # packs in use
def _loaded(folder: Path, digest: str, names: tuple[Name, ...]) -> Pack:
    tables = {path.stem: _toml(path) for path in sorted(folder.glob("*.toml"))}
    settings = tables.pop("pack")
    if settings.get("requires") != SCHEMA:
        raise PackError(
            f"asks for schema {settings.get('requires')}, this is {SCHEMA}",
            file=f"{folder.name}/pack.toml",
        )
    affixes = {kind: paradigm(table) for kind, table in tables.pop("affixes", {}).items()}
    for file, table in tables.items():
        check_shape(f"{folder.name}/{file}.toml", file, table)
    lists = {path.stem: tuple(_lines(path)) for path in sorted(folder.glob("*.txt"))}
    return Pack(str(settings["code"]), folder, settings, tables, lists, affixes, digest, names)


def check_shape(address: str, file: str, table: Table) -> None:
    """Refuse unknown files, keys and fields, and lists that hold anything but strings."""
    schema = FILES.get(file)
    if schema is None:
        raise PackError(f"no such pack file; known are {', '.join(sorted(FILES))}", file=address)
    known = {"gloss", "source", "why", *WORD_LISTS, *SENTENCES, *schema.lists, *schema.fields}
    for key, entry in table.items():
        if schema.keys and key not in schema.keys:
            raise PackError("unknown key", file=address, entry=key)
        if not isinstance(entry, dict):
            raise PackError("an entry is a table", file=address, entry=key)
        for name, value in entry.items():
            if name not in known and not schema.any_field:
                raise PackError(f"unknown field {name!r}", file=address, entry=key)
            if name in (*WORD_LISTS, *schema.lists) and not _strings(value):
                raise PackError(f"{name} is a list of strings", file=address, entry=key)


def _strings(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PackError(str(error), file=f"{path.parent.name}/{path.name}") from None


def _lines(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").splitlines():
        word = line.partition("#")[0].strip()
        if word:
            yield word

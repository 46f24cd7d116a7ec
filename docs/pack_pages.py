"""The reference page of language packs: their files, the entries and fields of each."""

from __future__ import annotations

from collections.abc import Iterator

from wording import meaning, meanings, shipped_packs, table

from traktat.lang.schema import FILES, SCHEMA, FileSchema

HEAD = f"""\
# Pack files

What a language pack may hold: its files, their entries, and what each field means. Made by
`python docs/build.py` from `traktat.lang.schema`, version {SCHEMA}.

A pack is a folder named after its language. Only `pack.toml` must be there; what a pack lacks is
not read. [How to add a language](../how-to/add-a-language.md) goes through the files in the order
in which they pay.
"""

LISTS = """\
## Word lists and rules of word formation

| file | holds |
|---|---|
| `stopwords.txt` | frequent words by which the language is known; a `#` begins a comment |
| `words.txt` | words that are no names though they may be written with a capital |
| `affixes.toml` | paradigms: how roots in lists of verbs and nouns become words |

A paradigm is a table `[verb.forms]` (or `[noun.forms]`). Each form has a list of rules, of which
the first that fits the root counts. A rule may name `starts` and `ends` of the roots it fits, drop
letters (`drop_start`, `drop_end`), `prepend` and `append` others, `double` the last letter, and
replace the root's `suffix`, which packs write behind a hyphen (`tandatangan-i`).
`[verb.irregular."root"]` lists the forms of a root that follows no rule.
"""

TABLES = ("states", "organisations", "bodies", "offices")
"""Files whose keys are those of a table in facts/: too many to list, and listed there."""


def packs_page() -> str:
    """Give the page of all files of a pack."""
    settings = [(f"`{name}`", text) for name, text in meanings()["settings"].items()]
    shared = [(f"`{name}`", text) for name, text in meanings()["entry"].items()]
    parts = [
        HEAD.rstrip(),
        "## `pack.toml` holds the settings",
        table(("setting", "meaning"), settings),
        "## Every entry may have these fields",
        table(("field", "meaning"), shared),
        LISTS.rstrip(),
    ]
    for name, schema in FILES.items():
        parts += _file(name, schema)
    return "\n\n".join(parts) + "\n"


def _file(name: str, schema: FileSchema) -> Iterator[str]:
    yield f"## `{name}.toml` holds {schema.about}"
    yield _entries(name, schema)
    if not schema.searched:
        yield "Its words are not looked for with those of the other files."
    own = [*schema.lists, *schema.fields]
    if own:
        yield table(("field", "meaning"), [(f"`{one}`", meaning(name, one)) for one in own])


def _entries(name: str, schema: FileSchema) -> str:
    """Tell which entries a file may have, and whether they bring sentences."""
    asked = "Every entry brings two `yes` sentences and one `no`." if schema.sentences else ""
    if name in TABLES:
        told = f"Its entries are keys of `facts/{name}.toml`."
    elif schema.any_field:
        told = f"Its entries are vocabularies: {_ticked(_used(name))}; their fields are the words."
    elif schema.keys:
        told = f"Entries may be: {_ticked(sorted(schema.keys))}."
    else:
        told = f"Entries of the shipped packs: {_ticked(_used(name))}."
    return f"{told} {asked}".strip()


def _used(name: str) -> list[str]:
    """List the entries that the shipped packs have in a file, each once."""
    return list(
        dict.fromkeys(key for pack in shipped_packs() for key in pack.entries.get(name, {}))
    )


def _ticked(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)

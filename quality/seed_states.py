"""Print a first `states.toml` for a new language pack, from the names of Unicode CLDR.

python quality/seed_states.py vi > src/traktat/lang/vi/states.toml

Peoples, capitals and everyday short forms are then added by hand; a shipped pack is
checked against CLDR by tests/facts/test_states.py.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from babel import Locale, UnknownLocaleError

STATES = Path(__file__).resolve().parents[1] / "src/traktat/facts/states.toml"


def cldr_names(language: str) -> Iterator[tuple[str, str]]:
    """Give the code and CLDR name of every state that has a two-letter code."""
    names = Locale.parse(language).territories
    for code, entry in tomllib.loads(STATES.read_text(encoding="utf-8")).items():
        name = names.get(entry.get("alpha2", ""))
        if name:
            yield code, name.replace("’", "'")


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    try:
        rows = sorted(cldr_names(sys.argv[1]))
    except (UnknownLocaleError, ValueError) as error:
        sys.exit(str(error))
    for code, name in rows:
        print(f"[{code}]\nwords = [{json.dumps(name, ensure_ascii=False)}]\n")


if __name__ == "__main__":
    main()

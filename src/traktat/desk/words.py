"""What the desk says, in the languages it speaks.

The sentences of its pages come from its own catalogues in `locale/`, all else from the words
that every answer for people is written with (`traktat.export.words`).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from babel import negotiate_locale
from babel.support import Translations

from traktat.export import words as answers
from traktat.export.words import Words

FOLDER = Path(__file__).with_name("locale")
DOMAIN = "desk"
DEFAULT = "en"

__all__ = ["Words", "chosen", "languages", "words_in"]


@cache
def languages() -> tuple[str, ...]:
    """List the languages that have a catalogue, the default first."""
    known = sorted(path.parent.parent.name for path in FOLDER.glob(f"*/LC_MESSAGES/{DOMAIN}.mo"))
    return tuple(sorted(known, key=lambda code: code != DEFAULT))


def chosen(asked: str | None, kept: str | None, accepted: str | None) -> str:
    """Choose a language: what the address asks for, what a cookie keeps, what a browser accepts.

    >>> chosen("id", None, None), chosen("tlh", "id", None), chosen(None, None, "fr, id;q=0.5")
    ('id', 'id', 'id')
    """
    for code in (asked, kept):
        if code in languages():
            return str(code)
    wanted = [
        part.partition(";")[0].strip().replace("-", "_") for part in (accepted or "").split(",")
    ]
    found = negotiate_locale(wanted, languages(), sep="_")
    return (found or DEFAULT).partition("_")[0]


@cache
def words_in(language: str) -> Words:
    """Give the words of a language that has a catalogue."""
    found = answers.words_in(language)
    pages = Translations.load(str(FOLDER), [language], DOMAIN)
    if isinstance(pages, Translations) and isinstance(found.catalogue, Translations):
        pages.merge(found.catalogue)
    return Words(language, found.locale, pages)

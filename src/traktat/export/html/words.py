"""The words of the dossier in every installed language, from the packs' labels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache

from markupsafe import Markup

from traktat.lang import Pack, packs
from traktat.model.kinds import MANY


@cache
def _labels() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    return {pack.code: pack.entries.get("labels", {}) for pack in _packs()}


@cache
def _packs() -> tuple[Pack, ...]:
    return tuple(packs())  # reading them takes longer than writing a dossier


def languages() -> tuple[str, ...]:
    """List the languages that have labels, English first: it is shown where no other is asked."""
    known = sorted(code for code, table in _labels().items() if table)
    return tuple(sorted(known, key=lambda code: code != "en"))


def label(group: str, key: object, language: str) -> str:
    """Give the word a language prints for a key; the key itself where it has none."""
    name = str(key.value if isinstance(key, Enum) else key)
    return _labels().get(language, {}).get(group, {}).get(name, name.replace("-", " "))


def every(group: str, key: object) -> Markup:
    """Give the word in all languages, of which the page shows one."""
    return Markup("").join(_spans(group, key))


def _spans(group: str, key: object) -> Iterator[Markup]:
    for language in languages():
        yield Markup('<span class="ui" lang="{}">{}</span>').format(
            language, label(group, key, language)
        )


def state_names(code: str) -> Markup:
    """Give the name of a state in all languages; a code that is no state as it is."""
    out = Markup("")
    for language in languages():
        out += Markup('<span class="ui" lang="{}">{}</span>').format(
            language, state_name(code, language)
        )
    return out


@cache
def state_name(code: str, language: str) -> str:
    """Give the name of a state or other party in one language."""
    if code.startswith("NSA:"):
        return code.removeprefix("NSA:")
    if code == MANY:
        return label("ui", "others", language)
    for pack in _packs():
        if pack.code == language:
            names = pack.words("states", code) or pack.words("states", code, "exact")
            return names[0] if names else code
    return code


def about(path: str, language: str) -> str:
    """Name in words what values differ about, such as `act:approval:IRN:status`.

    >>> about("act:signature:date", "en")
    'signed · date'
    """
    group, *parts = path.split(":")
    if not parts:
        return path
    words = [label(_GROUPS[group], parts[0], language) if group in _GROUPS else parts[0]]
    return " · ".join([*words, *(_part(part, language) for part in parts[1:])])


_GROUPS = {"act": "act", "provision": "provision"}  # what follows is a kind; else a name


def _part(part: str, language: str) -> str:
    """Name a state, a chamber or a field."""
    name = state_name(part, language) if part.isupper() else part
    if name != part:
        return name
    for group, key in (("chamber", part), ("ui", f"{part}-of")):
        if (word := label(group, key, language)) != key.replace("-", " "):
            return word
    return part.replace("-", " ")


def about_every(path: str) -> Markup:
    """Name in all languages what values differ about."""
    return Markup("").join(
        Markup('<span class="ui" lang="{}">{}</span>').format(language, about(path, language))
        for language in languages()
    )


def key_words(key: str) -> str:
    """Give a hyphenated key as words.

    >>> key_words("armed-attack")
    'armed attack'
    """
    return key.replace("-", " ")

"""Words for keys in every language, from the labels of its pack."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache

from traktat.lang import Pack, packs
from traktat.model.kinds import MANY
from traktat.sentences import filled

SOURCE = "en"
"""The language that the program's own sentences, keys and names of rules are in."""


@cache
def _labels() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    return {pack.code: pack.entries.get("labels", {}) for pack in _packs()}


@cache
def _packs() -> tuple[Pack, ...]:
    return tuple(packs())  # reading them takes longer than writing a dossier


def languages() -> tuple[str, ...]:
    """List the languages that have labels, English first: it is shown where no other is asked."""
    known = sorted(code for code, table in _labels().items() if table)
    return tuple(sorted(known, key=lambda code: code != SOURCE))


def label(group: str, key: object, language: str) -> str:
    """Give the word a language prints for a key; the key itself where it has none."""
    name = str(key.value if isinstance(key, Enum) else key)
    return _labels().get(language, {}).get(group, {}).get(name, name.replace("-", " "))


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
        return _part(path, language)
    if group == "claim":
        return " · ".join(_claimed(":".join(parts), language))
    first = (
        label(_GROUPS[group], parts[0], language) if group in _GROUPS else _part(parts[0], language)
    )
    return " · ".join([first, *(_part(part, language) for part in parts[1:])])


_GROUPS = {"act": "act", "provision": "provision"}  # what follows is a kind; else a name
_OF_CLAIMS = ("stance", "quantity", "propositions")


def _claimed(path: str, language: str) -> Iterator[str]:
    """Name a proposition, which may hold colons, and what of it differs."""
    for field in _OF_CLAIMS:
        text, found, rest = path.rpartition(f":{field}")
        if found and rest[:1] in ("", ":"):
            yield topic(text, language)
            yield from (_part(part, language) for part in (field, *rest.split(":")[1:]))
            return
    yield topic(path, language)


def _part(part: str, language: str) -> str:
    """Name a state, a chamber, a field or a key."""
    name = state_name(part, language) if part.isupper() else part
    if name != part:
        return name
    known = _labels().get(language, {})
    for group, word in (("chamber", part), ("ui", f"{part}-of")):
        if word in known.get(group, {}):
            return known[group][word]
    return key(part, language).replace("_", " ")


def key(phrase: str, language: str) -> str:
    """Write a hyphenated key in words: whole if the pack has it, else part by part.

    >>> key("armed-attack", "en"), key("6-months-after-30th-ratification", "en")
    ('armed attack', '6 months after 30th ratification')
    """
    known = _labels().get(language, {}).get("key", {})
    if not _KEY.fullmatch(phrase):
        return phrase  # words of a report, not a key
    return office(phrase, language) or " ".join(_parts(phrase.split("-"), known))


def office(key: str, language: str) -> str | None:
    """Give the first word a pack has for an office."""
    words = next((pack.words("offices", key) for pack in _packs() if pack.code == language), ())
    return words[0] if words else None


def _parts(parts: list[str], known: Mapping[str, str]) -> Iterator[str]:
    """Write the longest parts of a key that the pack knows; "30th ratification" as it counts."""
    at = 0
    while at < len(parts):
        number = _ORDINAL.fullmatch(parts[at])
        if number and "ordinal" in known and at + 1 < len(parts):
            noun = known.get(parts[at + 1], parts[at + 1])
            told = {"noun": noun, "number": number[1]}
            yield filled(known["ordinal"], lambda place, told=told: told[place.name])  # type: ignore[misc]
            at += 2
            continue
        ends = range(len(parts), at, -1)
        end = next((end for end in ends if "-".join(parts[at:end]) in known), at + 1)
        part = "-".join(parts[at:end])
        yield known.get(part, part)
        at = end


_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ORDINAL = re.compile(r"(\d{1,9})(?:st|nd|rd|th)")


def topic(text: str, language: str) -> str:
    """Write a proposition as the pack words it, with the names of states.

    >>> topic("RUS violated agreement with USA", "en")
    'Russia violated the agreement with United States'
    """
    patterns = _labels().get(language, {}).get("topic", {})
    if text in patterns:
        return patterns[text]
    for value in sorted(patterns, key=lambda one: (-len(one), one)):
        who, found, where = f"{text} ".partition(f" {value} ")
        if found:
            named = {"who": party(who, language), "where": party(where.strip(), language)}
            return filled(patterns[value], lambda place, named=named: named[place.name]).strip()  # type: ignore[misc]
    who, colon, rest = text.partition(": ")
    return f"{party(who, language)}: {rest}" if colon else party(text, language)


def party(code: str, language: str) -> str:
    """Name who a proposition is about: a state, somebody told by a name or words, or several.

    >>> party("RUS+USA", "en")
    'Russia, United States'
    """
    if "+" in code:
        return ", ".join(party(one, language) for one in code.split("+"))
    kind, colon, name = code.partition(":")
    if colon and kind != "NSA":
        return name.replace("-", " ").title() if kind == "person" else name
    return state_name(code, language) if code else ""


def rule(name: str, language: str) -> str:
    """Name a rule of the reading, part by part: `phase: governed: future`.

    >>> rule("phase: governed: future", "en")
    'phase: governed: future'
    """
    known = _labels().get(language, {}).get("rule", {})
    return ": ".join(known.get(part, part.replace("_", " ")) for part in name.split(": "))

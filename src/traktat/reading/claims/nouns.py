"""Accusations told as nouns: "Kenya's allegation that …", "allegations by Kenya of …"."""

from __future__ import annotations

from traktat.lang import Mark
from traktat.reading.mentions import NameMention, Names
from traktat.reading.scan import Scan

ADJECTIVES = 1  # words between those who accuse and the noun: "Kenya's repeated allegations"
BEHIND = 3  # tokens between "by" and the name of those who accuse
CONTENT = ("that", "of")
"""Words behind which it is told what the accusation is."""

OWNED = ("'", "’")


def accuser(page: Scan, names: Names, noun: Mark) -> NameMention | None:
    """Give whose accusation a noun tells; None where it names nobody, or not what it is of."""
    before = names.within(max(0, noun.first - ADJECTIVES - 3), noun.first)
    if before and _owns(page, before[-1], noun):
        return before[-1] if _tells(page, noun, noun.end) else None
    behind = page.pack.settings.get("modifiers") == "after"
    direct = names.within(noun.end, noun.end + 1) if behind else ()
    found = direct or _behind_agent(page, names, noun)
    return found[0] if found and _tells(page, noun, found[0].end) else None


def _owns(page: Scan, name: NameMention, noun: Mark) -> bool:
    between = page.tokens.lower[name.end : noun.first]
    near = 0 <= noun.first - name.end <= ADJECTIVES and not name.pronoun
    if any(word in page.pack.words("statements", "speakers", "single") for word in between):
        return False  # "a Norland newspaper's allegation"
    return near and (name.attributive or is_owner(page, name))


def is_owner(page: Scan, name: NameMention) -> bool:
    """Tell whether a possessive hangs on a name: "Norland's", "the allies' claim"."""
    after = page.text[name.span.end : name.span.end + 1]
    return after in OWNED or page.text[name.span.end - 2 : name.span.end - 1] in OWNED


def _behind_agent(page: Scan, names: Names, noun: Mark) -> tuple[NameMention, ...]:
    for mark in page.marks.keyed("grammar", "agent", noun.end, noun.end + 1):
        return names.within(mark.end, mark.end + BEHIND)[:1]
    return ()


def _tells(page: Scan, noun: Mark, token: int) -> bool:
    """Tell whether the content of an accusation stands at a token: "that …", "of …".

    A claim has a content only behind "that": one "of an island" is none that others contest.
    """
    asserted = any(page.marks.keyed("claims", "asserts", noun.first, noun.end))
    opening = CONTENT[:1] if asserted else CONTENT
    if any(mark.key in opening for mark in page.marks.within("grammar", token, token + 1)):
        return True
    for relative in page.marks.keyed("grammar", "relative", token, token + 1):
        said = page.marks.within("statements", relative.end, relative.end + 1)
        if any(mark.field == "verbs" for mark in said):
            return True  # "tuduhan Kenya yang menyebut …"
    return not asserted and bool(page.marks.keyed("clauses", "topic", token, token + 1))

"""Armed groups as parties: the name each goes by, and the words for those without one."""

from __future__ import annotations

from collections.abc import Iterable

from traktat.model.kinds import NameKind
from traktat.reading.mentions import NameMention, Names
from traktat.reading.scan import Scan

ARMED = "NSA:"  # what the code of a party that is no state begins with; alone: not named
_PEOPLE = 2  # words of "Tuareg rebels"


class Armed:
    """The armed groups of a report."""

    def __init__(self, page: Scan, names: Names) -> None:
        self._page = page
        self._items = [
            item
            for item in names.items
            if item.sort is NameKind.GROUP and item.key.startswith(ARMED)
        ]
        self._short = _short_names(page, self._items)
        self._spelling = {i.name.casefold(): i.name for i in names.items if not i.name.isupper()}
        self._plain = frozenset(page.pack.words("names", "armed"))
        self._creeds = frozenset(page.pack.words("names", "creed"))
        self._possessive = tuple(
            clitic for clitic in page.pack.settings.get("clitics", ()) if clitic.startswith("'")
        )

    def name(self, item: NameMention) -> str:
        """Give the name of an armed group, or nothing for "rebels", "Kelompok bersenjata"."""
        if item.name.casefold() in self._plain:
            return ""
        name = self._short.get(item.key, item.name)
        plain = name.replace("’", "'")
        name = next((name[: -len(end)] for end in self._possessive if plain.endswith(end)), name)
        words = (self._spelling.get(name.casefold(), name) if name.isupper() else name).split()
        kept = [word for word in words if not word[0].islower()]
        if len(kept) == 1 and len(words) != _PEOPLE and kept[0] in self._creeds:
            return ""  # "the country's largest Muslim rebel group"
        opens = self._page.sentence_at(item.span.start)
        if len(kept) == 1 < len(words) and opens and opens.first == item.first:
            return ""
        people = len(words) == _PEOPLE and kept == words[:1] and not words[0].isupper()
        whole = words and (words[-1] in kept or people)
        return " ".join(words if whole else kept)

    def unnamed(self) -> str:
        """Give the words for the first armed group without a name: "rebel groups"."""
        for item in self._items:
            if not self.name(item):
                return " ".join(_single(word) for word in item.name.split()).lower()
        return ""


def is_armed(codes: Iterable[str]) -> bool:
    """Tell whether one of the parties is an armed group."""
    return any(code.startswith(ARMED) for code in codes)


def _single(word: str) -> str:
    """Give a word that is said twice once: "kelompok-kelompok"."""
    one, hyphen, other = word.partition("-")
    return one if hyphen and one.casefold() == other.casefold() else word


def _short_names(page: Scan, items: list[NameMention]) -> dict[str, str]:
    """Give armed groups the short name that follows in brackets: "... Moro (MILF)"."""
    words, out = page.tokens.words, {}
    for item in items:
        for at in range(item.first + 1, item.end + 1):
            bracket = words[at : at + 3]
            if bracket[::2] == ["(", ")"] and bracket[1].isupper() and len(bracket[1]) > 1:
                out[item.key] = bracket[1]
    return out

"""What a language pack knows of reported speech, laid out for quick looking up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from traktat.lang import Pack

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Speech:
    """The frames of the verbs of saying, single function words by pack entry, entries by word.

    `bare` are the verbs whose clause needs no proof, `inverts` those that may precede their
    speaker; `head_first` tells that a noun precedes what describes it, `comma_opens` that a
    comma may open a reported clause.
    """

    frames: dict[str, frozenset[str]]
    single: dict[str, frozenset[str]]
    kinds: dict[str, frozenset[str]]
    starts: dict[str, tuple[str, ...]]
    ends: dict[str, tuple[str, ...]]
    bare: frozenset[str]
    inverts: frozenset[str]
    tags: frozenset[str]
    head_first: bool
    comma_opens: bool

    def kinds_of(self, places: dict[str, list[int]], end: int) -> list[frozenset[str]]:
        """Give for each of `end` tokens the entries it is a single word of; most are of none."""
        kinds = self.kinds
        found = [_NONE] * end
        for word, stands in places.items():
            of = kinds.get(word)
            if of is not None:
                for at in stands:
                    found[at] = of
        return found

    def of(self, key: str) -> frozenset[str]:
        """Give the single words of an entry; none where the pack has no such entry."""
        return self.single.get(key, _NONE)

    def shaped(self, key: str, word: str) -> bool:
        """Tell whether a word has the beginning and the ending an entry asks for."""
        starts, ends = self.starts.get(key, ()), self.ends.get(key, ())
        if not starts and not ends:
            return False
        return (not starts or word.startswith(starts)) and (not ends or word.endswith(ends))


@lru_cache(maxsize=16)  # packs in use
def speech_of(pack: Pack) -> Speech:
    """Lay out what a pack knows of reported speech."""
    table = pack.entries.get("statements", {})
    followers = [
        phrase
        for entry in table.values()
        for name in ("tags", "tails")
        for phrase in entry.get(name, ())
    ]
    single = {key: frozenset(e["single"]) for key, e in table.items() if "single" in e}
    return Speech(
        frames={key: frozenset(e["frames"]) for key, e in table.items() if "frames" in e},
        single=single,
        kinds={
            word: frozenset(key for key in single if word in single[key])
            for words in single.values()
            for word in words
        },
        starts={key: tuple(e["starts"]) for key, e in table.items() if "starts" in e},
        ends={key: tuple(e["ends"]) for key, e in table.items() if "ends" in e},
        bare=frozenset(key for key, e in table.items() if e.get("bare")),
        inverts=frozenset(key for key, e in table.items() if e.get("inverts")),
        tags=frozenset(phrase.rpartition(" ")[2] for phrase in followers),
        head_first=pack.entry("statements", "speakers").get("head") == "first",
        comma_opens=bool(pack.entry("statements", "that").get("bare")),
    )

"""Topics that are wrongs: by themselves, or as a promise that is said not to be kept."""

from __future__ import annotations

from functools import lru_cache

from traktat.lang import Mark, Pack
from traktat.reading.frames import names_agreement
from traktat.reading.scan import Scan

NEGATIONS = ("negation", "none", "not_yet")
NEGATED = 4  # tokens before a wrong in which its negation stands
PROMISED = 6  # tokens behind "honor" in which the promise stands that is honored


def setting(page: Scan, mark: Mark, name: str) -> str:
    """Give a setting of the pack entry of a topic, empty where it has none."""
    entry = _topics(page.pack).get(mark.key)
    return "" if entry is None else entry.get(name, "")


@lru_cache(maxsize=16)  # packs in use
def _topics(pack: Pack) -> dict[str, dict[str, str]]:
    """Give the settings of the topics."""
    return {
        key: {name: str(value) for name, value in entry.items()}
        for key, entry in pack.entries.get("topics", {}).items()
    }


def is_wrong(page: Scan, mark: Mark) -> bool:
    """Tell whether a topic is a wrong: by itself, or as a promise that is not kept."""
    if setting(page, mark, "wrong"):
        return True
    if not setting(page, mark, "kept") or not _is_unkept(page, mark):
        return False
    return _is_of_promise(page, mark)


def is_kept(page: Scan, mark: Mark) -> bool:
    """Tell whether a verb tells of a promise that was or is kept: no infinitive, no "if"."""
    return set(mark.forms) != {"bare"} and _is_of_promise(page, mark)


def _is_of_promise(page: Scan, mark: Mark) -> bool:
    """Tell whether a promise or an agreement stands right behind a verb."""
    return is_promise(page, mark) or names_agreement(page, mark.first, mark.end + PROMISED)


def is_promise(page: Scan, mark: Mark) -> bool:
    """Tell whether a promise stands right behind a verb: "has honored its commitments"."""
    return any(page.marks.keyed("topics", "promise", mark.first, mark.end + PROMISED))


def _is_unkept(page: Scan, mark: Mark) -> bool:
    """Tell whether a negation stands right before a verb, or an adverb between them."""
    before = page.marks.within("grammar", max(0, mark.first - NEGATED), mark.first)
    return any(one.key in NEGATIONS and mark.first - one.end <= 1 for one in before)


def is_claim(page: Scan, mark: Mark) -> bool:
    """Tell whether a topic is a contested fact; a promise kept is none."""
    if setting(page, mark, "group") != "claim":
        return False
    return not setting(page, mark, "kept") or is_wrong(page, mark)


def is_negated(page: Scan, mark: Mark) -> bool:
    """Tell whether a wrong is said not to be done: "has not violated"."""
    before = page.marks.within("grammar", max(0, mark.first - NEGATED), mark.first)
    return any(
        one.key in ("negation", "none") or (one.key == "not_yet" and mark.first - one.end <= 1)
        for one in before
    )

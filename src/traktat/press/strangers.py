"""Strangers: credits of media that no table knows, by their names or by what they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from traktat.facts.tables import table
from traktat.lang import Mark
from traktat.lang.sentences import Sentence
from traktat.model.reports import Origin
from traktat.model.spans import Span
from traktat.press.credits import BETWEEN, LEADING, Credit, past_media
from traktat.press.media import LONGEST, emphasized_end, name_end, name_start, organ_of
from traktat.press.sheets import Sheet


def origin(sheet: Sheet, name: str, first: int, end: int, scope: Span | None) -> Origin:
    """Make an origin credited on tokens [first, end)."""
    return Origin(
        name=name, span=sheet.tokens.span(first, end), scope=scope, organ_of=organ_of(name)
    )


def unknown(sheet: Sheet, credit: Credit, sentence: Sentence, taken: set[int]) -> Iterator[Origin]:
    """Credits of a source no table knows: a name, or a medium that is only described."""
    first, end = credit.mark.first, credit.mark.end
    if credit.role == "anaphor" and sheet.tokens.words[end - 1][0].islower():
        yield replace(origin(sheet, "", first, end, sentence.span), anaphor=True)
    elif credit.role == "after":
        yield from _bracketed(sheet, credit, sentence, taken)
        yield from _beside_medium(sheet, credit, sentence, taken)
        yield from _of_office(sheet, credit, sentence, taken)
        yield from _of_state(sheet, credit, max(sentence.first, first - BETWEEN), sentence, taken)
    elif credit.role in LEADING:
        at, medium = past_media(sheet, end, sentence.end)
        if taken.isdisjoint(range(first, at + 1)):
            yield from _named(sheet, credit, sentence, at, medium)
            if medium is None:
                yield from _of_state(sheet, credit, at, sentence, taken)


def _names_any(sheet: Sheet, credit: Credit, sentence: Sentence, *, emphasized: bool) -> bool:
    """Tell whether any name behind a credit is a source: not where somebody else quotes it.

    "Mengutip Nari Utama, …" credits it; in "the president mengutip Bung X" the president speaks.
    """
    at = credit.mark.first
    apart = at == sentence.first or not sheet.tokens.words[at - 1][0].isalnum()
    return {"before": True, "citing": apart, "reporting": emphasized}.get(credit.role, False)


def _named(
    sheet: Sheet, credit: Credit, sentence: Sentence, at: int, medium: tuple[int, int] | None
) -> Iterator[Origin]:
    """The name behind a credit and its media words, or the office whose medium it is."""
    proper = medium is not None and sheet.tokens.words[medium[0]][0].isupper()
    if medium and proper and not _is_of(sheet, medium[0], "medium-platform"):
        at = medium[0]  # "Kantor Berita Utara": written so, the word is part of the name
    emphasized = emphasized_end(sheet, at, sentence.end)
    end = emphasized or name_end(sheet, at, sentence.end)
    if (medium and at < end == medium[1]) or _is_of(sheet, at, "no-medium"):
        return  # "told Radio 4": a word for media is no name
    if end > at and (medium or _names_any(sheet, credit, sentence, emphasized=emphasized > 0)):
        state = next((m for m in sheet.within(at, at + 1) if m.file == "states"), None)
        if state and state.end >= end:
            if medium:
                place = (credit, credit.mark.first, state.end)
                yield from _organ(sheet, state, place, sentence)
            return
        name = sheet.text[sheet.tokens.starts[at] : sheet.tokens.ends[end - 1]]
        yield origin(sheet, name, credit.mark.first, end, sentence.span)
    elif end > at and _is_medium(sheet, at, end):
        name = sheet.text[sheet.tokens.starts[at] : sheet.tokens.ends[end - 1]]
        yield origin(sheet, name, credit.mark.first, end, sentence.span)
    elif medium and _is_of(sheet, medium[0], "medium-official"):
        end = max(medium[1], _description_end(sheet, medium[0], sentence.end))
        name = sheet.text[sheet.tokens.starts[medium[0]] : sheet.tokens.ends[end - 1]]
        yield origin(sheet, name, credit.mark.first, end, sentence.span)


def _bracketed(
    sheet: Sheet, credit: Credit, sentence: Sentence, taken: set[int]
) -> Iterator[Origin]:
    """A medium described and then named by its letters: "the news agency of X (XNA) reported"."""
    words, end = sheet.tokens.words, credit.mark.first
    if end - 3 < sentence.first or words[end - 1] != ")" or words[end - 3] != "(":
        return
    letters = words[end - 2]
    first = max(sentence.first, end - BETWEEN)
    media = [
        mark
        for mark in sheet.within(first, end - 3)
        if mark.file == "press" and sheet.setting(mark, "at") == "medium"
    ]
    if letters.isupper() and len(letters) > 1 and media and end - 2 not in taken:
        yield origin(sheet, letters, media[0].first, credit.mark.end, sentence.span)


def _beside_medium(
    sheet: Sheet, credit: Credit, sentence: Sentence, taken: set[int]
) -> Iterator[Origin]:
    """A name no table knows beside the word for a medium: "broadcaster Nari TV reported"."""
    end = credit.mark.first
    first = max(sentence.first, end - BETWEEN)
    media = [one for one in sheet.within(first, end) if sheet.setting(one, "at") == "medium"]
    if not media:
        return
    word = media[-1]
    people = any(mark.file == "states" for mark in sheet.within(word.first - 3, word.first))
    if word.key != "medium" or (people and _is_of_state(sheet, word)):
        return
    if word.end == end:  # "the Nari Courier newspaper said"
        last = word.end if sheet.tokens.words[word.first][0].isupper() else word.first
        begin = name_start(sheet, last, sentence.first)
        name = (begin, last)
    else:
        name = (word.end, name_end(sheet, word.end, end))
        people = any(mark.file == "states" for mark in sheet.within(word.end, word.end + 1))
        begin = word.first if name[1] == end and not people else end
    if name[0] < name[1] and begin < end and taken.isdisjoint(range(begin, end)):
        text = sheet.text[sheet.tokens.starts[name[0]] : sheet.tokens.ends[name[1] - 1]]
        yield origin(sheet, text, begin, credit.mark.end, sentence.span)


def _of_office(
    sheet: Sheet, credit: Credit, sentence: Sentence, taken: set[int]
) -> Iterator[Origin]:
    """The medium of an office that says something itself: "The official site of X says"."""
    opening = sheet.within(sentence.first, sentence.first + 2)
    if not any(mark.key == "medium-official" for mark in opening):
        return
    at, _ = past_media(sheet, sentence.first, credit.mark.first)
    end = name_end(sheet, at, credit.mark.first)
    if at < end == credit.mark.first and taken.isdisjoint(range(at, end)):
        name = sheet.text[sheet.tokens.starts[at] : sheet.tokens.ends[end - 1]]
        yield origin(sheet, name, sentence.first, credit.mark.end, sentence.span)


def _of_state(
    sheet: Sheet, credit: Credit, first: int, sentence: Sentence, taken: set[int]
) -> Iterator[Origin]:
    """The medium of a state, beside a credit: "North Korean state media said"."""
    for mark in sheet.within(first, first + BETWEEN):
        if not _is_of_state(sheet, mark) or not taken.isdisjoint(range(mark.first, mark.end)):
            continue
        for state in sheet.within(max(sentence.first, mark.first - BETWEEN), mark.end + 1):
            before = state.first >= first and mark.first - 2 <= state.end <= mark.first
            if state.file != "states" or not (before or state.first == mark.end):
                continue
            ends = (min(mark.first, state.first), max(mark.end, state.end))
            if credit.mark.end == ends[0] or credit.mark.first == ends[1]:
                yield from _organ(sheet, state, (credit, *ends), sentence)
                return


def _is_of_state(sheet: Sheet, mark: Mark) -> bool:
    """Tell whether words for a medium say that it is a state's: "state media"."""
    told = " ".join(sheet.tokens.lower[mark.first : mark.end])
    return mark.key == "medium" and told in sheet.pack.words("press", "medium-of-state")


def _organ(
    sheet: Sheet, state: Mark, place: tuple[Credit, int, int], sentence: Sentence
) -> Iterator[Origin]:
    """A medium known only by its state is that state's organ, where it has exactly one agency."""
    names = sorted(
        name
        for name, entry in table("agencies").items()
        if entry.get("organ_of") == state.key and entry.get("sort") == "agency"
    )
    if len(names) == 1:
        credit, first, end = place
        first, end = min(first, credit.mark.first), max(end, credit.mark.end)
        yield origin(sheet, names[0], first, end, sentence.span)


def _is_medium(sheet: Sheet, first: int, end: int) -> bool:
    """Tell whether a word for a medium follows a name: "spoke to Nari-1 television".

    "Norlandian state television" is none's name.
    """
    common = any(
        mark.end == end and (mark.file == "states" or mark.key == "medium")
        for mark in sheet.within(first, end)
    )
    return not common and any(mark.key == "medium" for mark in sheet.within(end, end + 1))


def _is_of(sheet: Sheet, first: int, key: str) -> bool:
    """Tell whether words for a medium are of an entry: "the parliament's website", "YouTube"."""
    return any(mark.key == key for mark in sheet.within(first, first + 1))


def _description_end(sheet: Sheet, first: int, stop: int) -> int:
    """Give the end of a medium that is described, not named: up to a mark or a small word."""
    words, end = sheet.tokens.words, first
    small = frozenset(sheet.pack.lists.get("stopwords", ()))
    closing = small.union(sheet.pack.words("press", "medium-end"))
    while (
        end < min(stop, first + LONGEST)
        and words[end][0].isalpha()
        and (sheet.tokens.lower[end] not in closing)
    ):
        end += 1
    return end

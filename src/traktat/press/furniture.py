"""Furniture: lines of a page that are not part of the report. They are marked, never removed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from traktat.lang import Mark
from traktat.model.reports import Furniture
from traktat.model.spans import Span
from traktat.press.lines import (
    by_capitals,
    by_depiction,
    by_doubling,
    by_ending,
    by_following,
    by_highlight,
    by_signature,
    by_stamp,
    by_unbracketed_credit,
)
from traktat.press.listings import is_prose, list_end
from traktat.press.sheets import Line, Sheet
from traktat.press.signing import is_signature

SHORT = 14  # words: by-lines and credits of a photo are shorter, sentences seldom are
NAMED = 4  # words of a writer's name
LISTED = 30  # words of a list of those who helped
COUNTED = 6  # words of a counter: "Halaman 2 dari 3"
WRAPPED = 6  # words of a line from which it may be wrapped
CLOSING = 2  # tokens that may follow the thanks: a full stop, a mark
ADDRESSED = 24  # words: "Write to A B at … and C D at …" has up to 20
CREDITED = 12  # tokens of the credit of a photo at the end of its caption
CAPTION = 60  # words: the longest caption among the labelled reports has 48

SIGNING = ("navigation", "caption", "byline")
"""What the names of media beside those of writers, apart by bars or slashes, look like."""

_PICTURE = re.compile(r"!\[[^\]\n]{0,2000}\](?:\([^)\s]{0,2000}\))?[\\*]{0,4}")
_MARKUP = re.compile(
    r"[\\*]{0,6}\[(?:img|video|embed|photo)\.?\d{0,3}\\?\][\\*]{0,6}"
    r"|<!--.{0,500}-->|:{3,4}(?:\s.{0,200}|\{.{0,200})?|</?(?:div|span|iframe|figure)\b[^>]{0,500}>"
)
_PLACEHOLDER = re.compile(r"(?:null|undefined|none|NaN|#{2,6}|\\#{2,6}|\* ?\* ?\*)", re.IGNORECASE)
_BYLINE = re.compile(r"[(\[][^()\[\]\n]{2,60}/[^()\[\]\n]{2,60}[)\]]\.?")
_INITIALS = re.compile(r"[(\[](?:[a-z]{2,5}(?:/[a-z]{2,5}){0,4}|[A-Z]-\d{1,2})[)\]]")
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.[\w.]{2,63}")
_LINK = re.compile(r"(?:https?://|www\.)\S{4,2000}")

_TAGS = re.compile(r"#\w[\w-]{1,60}(?:[ ,]{1,3}#\w[\w-]{1,60}){0,20}")
_MENU = 4  # words of one entry of a menu: "Home | About us | Contact"

_EMPHASIS = "*_\\ "  # marks of emphasis around a line

Rule = Callable[[Sheet, Line], str | None]


def furniture(sheet: Sheet) -> tuple[Furniture, ...]:
    """Mark every line that is furniture, with its class; each line is a stretch of its own."""
    return tuple(_all(sheet))


def _all(sheet: Sheet) -> Iterator[Furniture]:
    appended, listed = "", 0
    for line in sheet.lines:
        if not sheet.words(line) and not _PLACEHOLDER.fullmatch(line.span.of(sheet.text)):
            continue
        appended = appended or _opens_appendix(sheet, line)
        listed = max(listed, list_end(sheet, line))
        other = line.index < listed and not _credits(sheet, line)
        label = appended or ("related-link" if other else None)
        label = label or next((found for rule in RULES if (found := rule(sheet, line))), None)
        listed = max(listed, _end_after_initials(sheet, line))
        if label in SIGNING and is_signature(sheet, line):
            continue  # it credits whoever told the story
        if label:
            yield Furniture(line.span, label)
        elif picture := _picture(sheet, line):
            yield Furniture(Span(picture.start(), picture.end()), "caption")


def _end_after_initials(sheet: Sheet, line: Line) -> int:
    """Give the end of the page where the initials of its writers close a report: "(abc/def)"."""
    if not _INITIALS.fullmatch(line.span.of(sheet.text).strip(_EMPHASIS)):
        return 0
    rest = sheet.lines[line.index + 1 :]
    return 0 if any(is_prose(sheet, other) for other in rest) else len(sheet.lines)


def _credits(sheet: Sheet, line: Line) -> bool:
    """Tell whether a line names where a report is from."""
    return any(sheet.setting(mark, "at") == "end" for mark in _opening(sheet, line))


def _picture(sheet: Sheet, line: Line) -> re.Match[str] | None:
    """Give the picture that stands before the words of a line, if one does."""
    if not sheet.text.startswith("![", line.span.start):
        return None
    return _PICTURE.match(sheet.text, line.span.start, line.span.end)


def _opens_appendix(sheet: Sheet, line: Line) -> str:
    """Tell whether everything from here to the end is an appended summary."""
    for mark in _opening(sheet, line):
        if sheet.setting(mark, "at") == "rest":
            return sheet.setting(mark, "label")
    return ""


def by_markup(sheet: Sheet, line: Line) -> str | None:
    """A line of pictures, films or page code is furniture."""
    text = line.span.of(sheet.text)
    if text[0].isalpha() and (" " in text or len(text) == 1):  # words, or a choice of letters
        return "navigation" if len(text) == 1 or _is_menu(text) else None
    if _PLACEHOLDER.fullmatch(text):
        return "separator"
    if _MARKUP.fullmatch(text) or _PICTURE.fullmatch(text):
        return "caption"
    return "navigation" if _LINK.fullmatch(text) or _is_menu(text) else None


def _is_menu(text: str) -> bool:
    """Tell whether a line is a list of tags, or of pages apart by bars."""
    if _TAGS.fullmatch(text):
        return True
    parts = text.split(" | ") if text.count(" | ") > 1 and text[-1:] not in ".!?" else []
    return bool(parts) and all(0 < len(part.split()) <= _MENU for part in parts)


def by_phrase(sheet: Sheet, line: Line) -> str | None:
    """A line that opens with a phrase of the page ("Baca juga", "Sign up for") is furniture."""
    if _goes_on(sheet, line):
        return None
    for mark in _opening(sheet, line):
        place = sheet.setting(mark, "at")
        alone = mark.end - mark.first >= line.end - line.first - 4
        bare = place == "alone" and sheet.words(line) <= mark.end - mark.first
        if place == "start" or bare or (place == "whole" and (alone or sheet.words(line) <= 6)):
            return sheet.setting(mark, "label")
    return None


def _goes_on(sheet: Sheet, line: Line) -> bool:
    """Tell whether a line only goes on with a sentence of the line before."""
    text = line.span.of(sheet.text)
    if not text[:1].islower():
        return False
    if text[-1:] in ".,;:" or line.index == 0:
        return text[-1:] in ".,;:"
    before = sheet.lines[line.index - 1]
    wrapped = sheet.text.count("\n", before.span.end, line.span.start) == 1
    return wrapped and before.words >= WRAPPED and sheet.tokens.words[before.end - 1][0].isalnum()


def by_byline(sheet: Sheet, line: Line) -> str | None:
    """A short line that names only the writers is a by-line."""
    text = line.span.of(sheet.text).strip(_EMPHASIS)
    if _BYLINE.fullmatch(text) or _INITIALS.fullmatch(text):
        return "byline"
    if sheet.words(line) > LISTED:
        return None
    if _is_role(sheet, line) or (_is_name(sheet, line) and _is_role(sheet, _before(sheet, line))):
        return "byline"
    for mark in _opening(sheet, line):
        few = line.words <= SHORT or mark.end - mark.first > 1  # "With assistance by A, B and C"
        if few and sheet.setting(mark, "at") == "byline" and _names_only(sheet, mark.end, line.end):
            return None if _names_medium(sheet, mark, line) else "byline"
    return "byline" if line.words <= SHORT and _names_writer(sheet, line) else None


def _before(sheet: Sheet, line: Line) -> Line:
    return sheet.lines[max(0, line.index - 1)]


def _is_role(sheet: Sheet, line: Line) -> bool:
    """Tell whether a line is only what somebody did for a report: "Reporter"."""
    return any(
        sheet.setting(mark, "at") == "byline" and line.words <= mark.end - mark.first
        for mark in _opening(sheet, line)
    )


def _is_name(sheet: Sheet, line: Line) -> bool:
    """Tell whether a line is a name and no more."""
    words = sheet.tokens.words[line.first : line.end]
    return len(words) == line.words <= NAMED and all(word[0].isupper() for word in words)


def _names_writer(sheet: Sheet, line: Line) -> bool:
    """Tell whether a line is a writer's name and role: "A B, Nari News economics correspondent"."""
    words = sheet.tokens.words[line.first : line.end]
    if words[-1] in ".:;?!" or not any(word[0].isupper() for word in words[:2]):
        return False
    roles = [
        mark
        for mark in sheet.within(line.first, line.end)
        if sheet.setting(mark, "at") == "writer" and mark.end <= line.end
    ]
    if not roles:
        return False
    by = any(sheet.setting(mark, "at") == "byline" for mark in _opening(sheet, line))
    last = roles[-1].end == line.end and "," in words
    small = sum(word[0].islower() for word in words)
    return (by or last) and small <= len(words) // 2 + 1 and words[-1][0].isalpha()


def _names_medium(sheet: Sheet, mark: Mark, line: Line) -> bool:
    """Tell whether a medium helped: "Additional reporting by AFP" credits it."""
    here = sheet.within(mark.first, mark.first + 1)
    credited = any(sheet.setting(m, "at") == "end" for m in here)
    inside = sheet.within(mark.end, line.end)
    return credited and any(m.file in ("agencies", "outlets") for m in inside)


def by_photo_credit(sheet: Sheet, line: Line) -> str | None:
    """A line that ends in, or holds, the credit of a photo is its caption."""
    if sheet.words(line) > CAPTION:
        return None
    for mark in sheet.within(line.first, line.end):
        if sheet.setting(mark, "label") == "caption" and _in_brackets(sheet, mark, line):
            return "caption"
    return None


def by_closing_credit(sheet: Sheet, line: Line) -> str | None:
    """A line that ends in "Photo: A B" is a caption."""
    if sheet.words(line) > CAPTION:
        return None
    words = sheet.tokens.words
    for mark in sheet.within(max(line.first, line.end - CREDITED), line.end):
        after = mark.end - 1 if words[mark.end - 1] == ":" else mark.end
        named = sheet.setting(mark, "label") == "caption" and words[after : after + 1] == [":"]
        if named and _names_only(sheet, after + 1, line.end):
            return "caption"
    return None


def by_counter(sheet: Sheet, line: Line) -> str | None:
    """A word and a number ("Komentar (0)", "3 min read") count something for the page."""
    words = sheet.tokens.words
    if line.words > COUNTED:
        return None
    counting = [
        m for m in sheet.within(line.first, line.end) if sheet.setting(m, "at") == "counter"
    ]
    covered = {at for mark in counting for at in range(mark.first, mark.end)}
    if not counting or (counting[0].first > line.first and not words[line.first].isdigit()):
        return None
    rest = [words[at] for at in range(line.first, line.end) if at not in covered]
    between = sheet.pack.words("press", "counter-of")
    plain = all(w.isdigit() or not w[0].isalnum() or w.lower() in between for w in rest)
    return "counter" if plain else None


def by_address(sheet: Sheet, line: Line) -> str | None:
    """A short line with an address for letters is no part of the report."""
    if sheet.words(line) > ADDRESSED:
        return None
    text = line.span.of(sheet.text)
    return "byline" if "@" in text and _ADDRESS.search(text) else None


def by_helpers(sheet: Sheet, line: Line) -> str | None:
    """A line that thanks persons, and no medium, names those who helped to write."""
    marks = sheet.within(line.first, line.end)
    thanks = any(
        sheet.setting(mark, "at") == "contributed" and line.end - mark.end <= CLOSING
        for mark in marks
    )
    media = any(mark.file in ("agencies", "outlets") for mark in marks)
    helped = any(
        sheet.setting(mark, "at") == "helped"
        and _names_only(sheet, line.first, mark.first)
        and (line.end - mark.end <= CLOSING or _names_only(sheet, mark.end, line.end))
        for mark in marks
    )
    return "byline" if (thanks or (helped and line.words <= SHORT)) and not media else None


RULES: tuple[Rule, ...] = (
    by_markup,
    by_phrase,
    by_counter,
    by_byline,
    by_photo_credit,
    by_closing_credit,
    by_address,
    by_helpers,
    by_stamp,
    by_following,
    by_capitals,
    by_unbracketed_credit,
    by_ending,
    by_signature,
    by_highlight,
    by_depiction,
    by_doubling,
)


def _opening(sheet: Sheet, line: Line) -> list[Mark]:
    """List the press words that open a line, bullets and emphasis passed over."""
    first = line.first
    while first < line.end and sheet.tokens.words[first] in "*_#>|\\-–—•▪[(":
        first += 1
    return [
        mark
        for mark in sheet.within(line.first, first + 1)
        if mark.file == "press" and mark.end <= line.end
    ]


def _names_only(sheet: Sheet, first: int, end: int) -> bool:
    """Tell whether only capitalized words, marks and small particles follow."""
    words = [word for word in sheet.tokens.words[first:end] if word[0].isalpha()]
    small = sum(word[0].islower() for word in words)
    return bool(words) and small <= len(words) // 3


def _in_brackets(sheet: Sheet, mark: Mark, line: Line) -> bool:
    """Tell whether the word opens a bracket that is closed near the line's end."""
    words = sheet.tokens.words
    before = words[max(line.first, mark.first - 6) : mark.first]
    after = words[mark.end : line.end]
    return ("(" in before or "[" in before) and (")" in after[:12] or "]" in after[:12])

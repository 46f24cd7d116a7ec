"""Lines that are furniture by how they look: headlines of others, stamps, credits of photos."""

from __future__ import annotations

from collections.abc import Container

from traktat.lang.calendar import calendar_of
from traktat.press.media import media_in
from traktat.press.sheets import Line, Sheet
from traktat.press.stamps import HEAD, full_day, is_stamp

SHORT = 14  # words of a stamp or of a call to follow somebody
SHOUTED = 7  # words in capitals from which a line is a headline; sub-headings have fewer
OPENING = 2  # lines of a report that may be its own headline and sub-headline
CAPTION = 40  # words of a caption that ends in a photo's credit without brackets
SIGNUP = 140  # words of the longest call to subscribe with its small print
CREDIT = 9  # tokens of that credit: "Jane Odembe/AFP via Getty Images"
HOURS = 3  # numbers of a day without an hour, at most
CLOCK = 9  # words of a day with an hour
NAMES = 8  # words of the names of two writers
TOP = 6  # lines among which a page shows the picture of a report
OWNED = 3  # words of the briefest caption with its owner: "Lena Moss/Net"
SIGNED = 4  # words of a writer's name
HEADED = 90  # words of a caption and the headline behind it
HIGHLIGHTS = 6  # lines that sum a report up
DOUBLED = 10  # words of a caption and its copy
COPIED = 0.8  # of the first copy is in the second, or something else stands between them
REPEATED = 16  # characters by which a copy is found
SHOWN = 24  # tokens among which a caption says what is to be seen
BRIEF = 4  # letters of words in a stamp: "at", "am", "WIB"
QUOTES = frozenset("\"'“”‘’")
STOPS = frozenset('.!?"”')
MARKS = frozenset(")].,*_\\")


def by_capitals(sheet: Sheet, line: Line) -> str | None:
    """A line of capitals between lines that are none is the headline of another report."""
    if line.index < OPENING or line.words < SHOUTED or not _is_shouted(sheet, line):
        return None
    around = (sheet.lines[at] for at in (line.index - 1, line.index + 1) if at < len(sheet.lines))
    return None if any(_is_shouted(sheet, other) for other in around) else "related-link"


def _is_shouted(sheet: Sheet, line: Line) -> bool:
    words = sheet.tokens.words[line.first : line.end]
    quoted = words[0] in QUOTES and words[-1] in QUOTES  # a sub-heading
    return (
        not quoted and words[-1] not in ".;:," and not any(word != word.upper() for word in words)
    )


def by_stamp(sheet: Sheet, line: Line) -> str | None:
    """A day and a time, with "Updated" before them or alone, tell when a page was made."""
    if is_stamp(sheet, line):
        return "navigation"
    if line.words > SHORT:
        return _by_rights(sheet, line)
    if line.index and line.words <= CLOCK and _is_clocked(sheet, line):
        return "navigation"
    closed = sheet.tokens.words[line.end - 1] == "."  # a sentence
    for mark in sheet.within(line.first, line.first + 1):
        place = sheet.setting(mark, "at")
        dated = _is_dated(sheet, mark.end, line.end) or full_day(sheet, line) is not None
        stamped = place == "stamp" and not closed and dated
        numbered = place == "numbered" and _is_number(sheet, mark.end, line.end)
        if stamped or numbered:
            return sheet.setting(mark, "label")
    return None


def _by_rights(sheet: Sheet, line: Line) -> str | None:
    """A notice of rights may be long: "Copyright 2024 X. All rights reserved. This …"."""
    for mark in sheet.within(line.first, line.first + 1):
        if sheet.setting(mark, "at") == "numbered" and _is_number(sheet, mark.end, line.end):
            return sheet.setting(mark, "label")
    return None


def _is_clocked(sheet: Sheet, line: Line) -> bool:
    """Tell whether a line holds a day, an hour and no more: "11 Juli 2025, 08:40 WIB"."""
    words = sheet.tokens.words[line.first : line.end]
    if not any(":" in word for word in words) and sum(word.isdigit() for word in words) <= HOURS:
        return False
    calendar = calendar_of(sheet.pack).words
    named = any(word.lower() in calendar for word in words)
    small = all(word[0].islower() or word.isupper() for word in words if _is_brief(word, calendar))
    return named and small and _is_dated(sheet, line.first, line.end)


def _is_brief(word: str, calendar: Container[str]) -> bool:
    return word[0].isalpha() and word.lower() not in calendar


def _is_number(sheet: Sheet, token: int, end: int) -> bool:
    """Tell whether a year stands at a token: "Copyright 2024 …"."""
    return token < end and sheet.tokens.words[token].isdigit()


def _is_dated(sheet: Sheet, first: int, end: int) -> bool:
    """Tell whether numbers, words of the calendar and very short ones fill a stretch."""
    calendar = calendar_of(sheet.pack).words
    lower = sheet.tokens.lower[first:end]
    brief = all(len(w) <= BRIEF or not w[0].isalpha() or w in calendar for w in lower)
    return brief and any(word[0].isdigit() for word in lower)


def by_following(sheet: Sheet, line: Line) -> str | None:
    """A short line that sends to a platform or to another page is none of the report."""
    if line.words > SHORT:
        return None
    marks = sheet.within(line.first, line.end)
    opens = [sheet.setting(m, "at") for m in marks if m.first == line.first]
    handle = "@" in sheet.tokens.words[line.first : line.end]
    if "follow" in opens and (handle or any(m.key == "medium-platform" for m in marks)):
        return "subscription"
    turned = any(sheet.setting(m, "at") == "counter" for m in marks)
    last = sheet.tokens.words[line.end - 1]
    return "related-link" if "jump" in opens and turned and last[-1:].isdigit() else None


def by_depiction(sheet: Sheet, line: Line) -> str | None:
    """One sentence in the present that shows what is to be seen is the caption of a picture."""
    if line.words > CAPTION:
        return None
    marks = sheet.within(line.first + 1, min(line.end, line.first + SHOWN))
    places = [sheet.setting(mark, "at") for mark in marks]
    posed = "posed" in places
    if (not posed and "depicts" not in places) or not _is_sentence(sheet, line):
        return None
    if posed:
        return "caption"
    if "telling" in places or "medium-before" in places:
        return None
    shown = next(mark for mark, place in zip(marks, places, strict=True) if place == "depicts")
    helping = sheet.pack.words("press", "depicting-not")
    return None if sheet.tokens.lower[shown.first - 1] in helping else "caption"


def _is_sentence(sheet: Sheet, line: Line) -> bool:
    """Tell whether a line is one sentence without speech, and not wrapped."""
    words = sheet.tokens.words[line.first : line.end]
    if not words[0][0].isupper() or any(word in QUOTES or word in "?!:;" for word in words):
        return False
    after = sheet.lines[line.index + 1 : line.index + 2]
    return "." not in words[:-1] and not any(sheet.text[n.span.start].islower() for n in after)


def by_doubling(sheet: Sheet, line: Line) -> str | None:
    """A line that begins anew behind its middle is a caption a page printed twice."""
    if not DOUBLED <= line.words <= 2 * CAPTION:
        return None
    text = line.span.of(sheet.text)
    opening = text[:REPEATED]
    again = text.find(opening, max(REPEATED, (len(text) - 1) // 2))
    copied = again > 0 and len(text) - again >= COPIED * again
    return "caption" if copied and text.startswith(text[again:]) else None


def by_ending(sheet: Sheet, line: Line) -> str | None:
    """A line that ends in "Read more", or holds "Video provided by", belongs to the page."""
    if line.words > SIGNUP:
        return None
    for mark in sheet.within(line.first, line.end):
        place = sheet.setting(mark, "at")
        if place == "anywhere":
            return sheet.setting(mark, "label")
        if line.words > CAPTION:
            continue
        ending = place == "ending" and line.end - mark.end <= 1 and mark.first > line.first
        if ending or place == "within":
            return sheet.setting(mark, "label")
    return None


def by_signature(sheet: Sheet, line: Line) -> str | None:
    """The writer's name above the name of the paper, at the head of a report, is a by-line."""
    if line.words > NAMES:
        return None
    if line.index + 1 >= len(sheet.lines):
        return "byline" if _is_last_word(sheet, line) else None
    if line.index >= HEAD:
        return None
    end = _before_outlet(sheet, line)
    words = sheet.tokens.words[line.first : end]
    joining = sheet.pack.words("press", "credit-signing")
    named = all(w[0].isupper() or w in ",.-’'" or w.lower() in joining for w in words)
    if len(words) < 2 or not named:
        return None
    above = line.index < OPENING and _is_outlet(sheet, line.index + 1)
    return "byline" if end < line.end or above or _is_beside_stamp(sheet, line) else None


def _is_last_word(sheet: Sheet, line: Line) -> bool:
    """Tell whether a report ends with a name in capitals: "LENA MOSS"."""
    words = sheet.tokens.words[line.first : line.end]
    if not line.index or not 1 < len(words) <= SIGNED or len(words) > line.words:
        return False
    closed = sheet.tokens.words[sheet.lines[line.index - 1].end - 1] in STOPS
    return closed and all(word.isalpha() and word.isupper() for word in words)


def _before_outlet(sheet: Sheet, line: Line) -> int:
    """Give where a dash and the name of a medium end a line: "A B - Nari Utama"."""
    words = sheet.tokens.words
    for mark in media_in(sheet, sheet.within(line.first, line.end)):
        if mark.end == line.end and mark.first > line.first + 1 and words[mark.first - 1] in "-–—|":
            return mark.first - 1
    return line.end


def _is_beside_stamp(sheet: Sheet, line: Line) -> bool:
    """Tell whether a line of few words stands beside the day a page prints."""
    if not line.index or line.words > SIGNED or line.end - line.first > line.words:
        return False
    beside = (sheet.lines[at] for at in (line.index - 1, line.index + 1))
    return any(is_stamp(sheet, other) for other in beside)


def _is_outlet(sheet: Sheet, index: int) -> bool:
    """Tell whether a line is the name of a medium and nothing else."""
    line = sheet.lines[index]
    media = media_in(sheet, sheet.within(line.first, line.end))
    return any(mark.first == line.first and mark.end == line.end for mark in media)


def by_highlight(sheet: Sheet, line: Line) -> str | None:
    """Lines that sum a report up above it: "Story highlights …" and those below, unpunctuated."""
    for index in range(line.index, max(-1, line.index - HIGHLIGHTS), -1):
        here = sheet.lines[index]
        if here.words > CAPTION or (index and sheet.tokens.words[here.end - 1] in STOPS):
            return None
        for mark in sheet.within(here.first, here.first + 1):
            if sheet.setting(mark, "at") == "highlights":
                return sheet.setting(mark, "label")
    return None


def by_unbracketed_credit(sheet: Sheet, line: Line) -> str | None:
    """A line that ends in a photographer and his agency is a caption: "… AFP/Jane Odembe"."""
    if _is_headed(sheet, line):
        return "caption"
    if line.words > CAPTION:
        return None
    if 0 < line.index < TOP and _is_owned(sheet, line):
        return "caption"
    words, tokens = sheet.tokens.words, sheet.tokens
    for at in range(line.end - 2, max(line.first, line.end - CREDIT), -1):
        glued = (
            tokens.ends[at - 1] == tokens.starts[at] and tokens.ends[at] == tokens.starts[at + 1]
        )
        if words[at] == "/" and at > line.first and _closes_caption(sheet, line, at):
            return "caption"
        parts = words[at] == "|" or (words[at] == "/" and glued)
        if parts and _is_credit(sheet, line, at):
            return "caption"
    return None


def _closes_caption(sheet: Sheet, line: Line, slash: int) -> bool:
    """Tell whether only the owner of a picture follows: "….  /CFP", "…. Foto/Reuters"."""
    words = sheet.tokens.words
    before = sheet.within(slash - 1, slash)
    photo = any(sheet.setting(m, "at") == "photo-owner" for m in before)
    owner = words[slash + 1 : line.end]
    bare = words[slash - 1] in STOPS and len(owner) == 1 and owner[0].isupper()
    return bare or (photo and all(word[0].isupper() or word in ".-/" for word in owner))


def _is_owned(sheet: Sheet, line: Line) -> bool:
    """Tell whether names above a report end in whose picture it is: "A B and C D/Net"."""
    words, tokens = sheet.tokens.words, sheet.tokens
    at = line.end - 2
    if line.words < OWNED or words[at] != "/" or not words[at + 1].istitle():
        return False
    glued = tokens.ends[at - 1] == tokens.starts[at] and tokens.ends[at] == tokens.starts[at + 1]
    names = sum(word[0].isupper() for word in words[line.first : at])
    return glued and names > 1 and not any(word in STOPS for word in words[line.first : at])


def _is_headed(sheet: Sheet, line: Line) -> bool:
    """Tell whether a caption, its credit and the headline stand in one line: "…. | A B/AP Head"."""
    words = sheet.tokens.words
    if line.index >= OPENING or line.words > HEADED or "|" not in words[line.first : line.end]:
        return False
    bar = words.index("|", line.first, line.end)
    near = sheet.within(bar, min(line.end, bar + CREDIT))
    photos = any(sheet.setting(m, "label") == "caption" for m in near)
    closed = bar > line.first and words[bar - 1] in STOPS
    return closed and (photos or any(True for _ in media_in(sheet, near)))


def _is_credit(sheet: Sheet, line: Line, slash: int) -> bool:
    """Tell whether a medium stands on one side of a slash and a name on the other."""
    words = sheet.tokens.words
    first, end = max(line.first, slash - CREDIT), line.end
    while end > slash and words[end - 1] in MARKS:
        end -= 1
    media = list(media_in(sheet, sheet.within(first, end)))
    photos = [m for m in sheet.within(first, end) if sheet.setting(m, "label") == "caption"]
    covered = {at for mark in (*media, *photos) for at in range(mark.first, mark.end)}
    left, right = slash - 1 in covered, slash + 1 in covered
    behind = range(slash + 1, end)
    if left and not right:  # "AFP/Jane Odembe"
        named = [at for at in behind if words[at][0].isupper()]
        return len(named) > 1 and all(at in named or words[at] in ".-'’" for at in behind)
    before = words[slash - 1][0].isupper() and words[slash - 2][0].isupper()
    rest = all(at in covered or words[at] == "/" or words[at].islower() for at in behind)
    return right and not left and before and rest and len(behind) <= CREDIT

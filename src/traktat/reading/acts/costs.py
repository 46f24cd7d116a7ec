"""What it costs to give a date to an act: how far apart they stand, and what stands between."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from traktat.model.dates import When
from traktat.model.kinds import Status
from traktat.reading.acts.outlines import Outline
from traktat.reading.acts.triggers import verb_group
from traktat.reading.mentions import DateMention

# What parts a date from a verb, in words of distance. Tried on the labelled reports that may
# be read; the order of the sizes matters, not their exact values.
CROSSING = {
    "relative": 6.0,
    "that": 4.0,
    "condition": 7.0,
    "after": 9.0,
    "ahead": 9.0,
    "while": 1.5,
    "cause": 5.0,
    "contrast": 8.0,
}
BETWEEN = 6.0  # parties of the agreement: what follows may tell of how they made it
APART = 14.0  # a clause behind the parties: what it tells is theirs
QUOTES = frozenset('"“”«»')
COMMA = 1.5
DONE = 2  # tokens between "sudah" and what was done
WORDED = 2  # tokens between "if" and a day that opens what it tells
SCARE = 4  # tokens from one quotation mark to the other around a word or two
PLACE = 0.3  # a word or comma of where it was done
STOP = 5.0
ACROSS_ACT = 5.0  # another act or a verb of saying stands between
FROM_LEFT = 3.0  # a date before its verb that does not open the sentence
ASIDE = 6.0  # a comma or "and" between such a date and its verb: it ends an aside, a clause
FRONTED = 4  # tokens: a date that begins this early opens the sentence
EVENT = 12  # words of "during a working visit to Lima by the president"
AFAR = 0.1  # a word before a date that closes its sentence behind a comma
SUBORDINATE = 4.0  # a date that opens a sentence belongs to the main clause
CLASH = 8.0  # date and phase do not agree
LONELY = 22.0  # the only date and the only verb of a sentence belong together this far
FARTHEST = 15.0  # beyond this a date belongs to nothing that was found


@dataclass(frozen=True, slots=True)
class Slot:
    """A place a date can belong to: an act, or a rival such as a verb of saying (`act` None)."""

    first: int
    end: int
    act: int | None = None
    dated_behind: bool = False  # it takes no date that stands before it
    status: Status = Status.OCCURRED
    at_once: bool = False  # it is done on a day and not since one
    later: bool = False  # it is not done on the day of the report


def cost(line: Outline, slot: Slot, date: DateMention, slots: Iterable[Slot]) -> float:
    """Weigh what stands between a place and a date, and whether date and phase agree."""
    clash = CLASH if clashes(line, slot, date) else 0.0
    done = bool(clash) and slot.status is Status.OCCURRED
    if done and line.any_tag(slot.end, date.first, "future"):
        return LONELY + 1  # "the pact that Norland signed will be reviewed in July"
    if _is_of_others(line, slot, date):
        return LONELY + 1
    if date.first >= slot.end:
        return clash + _cost_behind(line, slot, date, slots)
    if date.end > slot.first:
        return 0.0
    return FARTHEST + 1 if slot.dated_behind else clash + _cost_before(line, slot, date, slots)


def _cost_behind(line: Outline, slot: Slot, date: DateMention, slots: Iterable[Slot]) -> float:
    if not _closes(line, date):
        return _between(line, slot.end, date.first, slots)
    deed = slot.act is not None or slot.dated_behind  # a verb of saying often stands behind
    deed = deed or _is_of_paper(line, slot)
    aside = SUBORDINATE if deed and _is_subordinate(line, slot, line.first) else 0.0
    return COMMA + aside + (date.first - slot.end) * AFAR


def _is_of_paper(line: Outline, slot: Slot) -> bool:
    """Tell whether it is a paper that says so: "signed a statement that affirms …, on Monday"."""
    relative = verb_group(line, slot.first) - 1
    return line.has(relative, "relative") and relative - 1 in line.agreements


def _cost_before(line: Outline, slot: Slot, date: DateMention, slots: Iterable[Slot]) -> float:
    told = slot.act is not None and date.end == verb_group(line, slot.first)
    before = date.first - 1
    if told and line.words[before][0].isupper() and not line.has(before, "in", "preposition"):
        return PLACE  # "Norland Monday signed"
    between = _between(line, _past_event(line, date.end, slot.first), slot.first, slots)
    start = _part_start(line, date.first)
    early = date.first - start < FRONTED
    if not early or any(start <= one.first and one.end <= date.first for one in slots):
        commas = sum(
            line.joins(token)
            or (line.words[token] == "," and (token == date.end or not _in_place_name(line, token)))
            for token in range(date.end, slot.first)
        )
        return between + FROM_LEFT + commas * ASIDE
    behind = _past_event(line, date.end, slot.first)
    behind += line.opener(behind) == "while"  # "ended on Monday when they signed"
    return between / 2 + (SUBORDINATE if _is_subordinate(line, slot, behind) else 0.0)


def _past_event(line: Outline, at: int, stop: int) -> int:
    """Step over what a day was the day of: "On Monday, during a state visit, Norland signed"."""
    first = at + (line.words[at] == ",")
    if line.opener(first) != "while" or not line.has(first, "in"):
        return at
    reach = range(first, min(stop, first + EVENT))
    return next((token for token in reach if line.words[token] == ","), at)


def _part_start(line: Outline, at: int) -> int:
    """Give where the part of a sentence begins that a token stands in: behind a colon, if any."""
    parts = (token + 1 for token in range(at - 1, line.first - 1, -1) if line.words[token] in ":;")
    return next(parts, line.first)


def _is_of_others(line: Outline, slot: Slot, date: DateMention) -> bool:
    """Tell whether a date says since when something lasts, or when another thing was done."""
    since = date.first > line.first and line.has(date.first - 1, "since")
    if _is_of_proviso(line, slot, date):
        return True
    if slot.end <= date.first and _is_of_rule(line, slot, date):
        return True
    if slot.act is not None and not slot.at_once and _is_of_name(line, date):
        return True
    when = line.opener(date.end) == "while"  # "the war ended on Monday when they signed"
    once = slot.at_once and since and not _is_done(line, slot)
    return once or (slot.act is None and when and slot.end <= date.first)


def _is_of_proviso(line: Outline, slot: Slot, date: DateMention) -> bool:
    """Tell whether a date is that of a condition: "will quit if it is not lifted by May"."""
    if slot.status is not Status.PLANNED:
        return False  # "tamat begitu armada menyeberang pada 9 Mei": the day is told
    at = date.first - 1
    at -= line.has(at, "until")
    while at > line.first and line.opener(at) is None:
        if line.words[at] == "," or line.stops(at):
            return False
        at -= 1
    if line.opener(at) != "condition" or line.has(at, "ahead", "until"):
        return False
    near = date.first - at <= WORDED or at < slot.first < date.first
    comma = (token for token in range(date.end, slot.first) if line.words[token] == ",")
    return not near and (slot.end <= at or next(comma, None) is not None)


def _is_of_name(line: Outline, date: DateMention) -> bool:
    """Tell whether a year names what is changed: "mengubah pakta pertahanan tahun 1958"."""
    unit = date.first - 1
    if line.sources.page.pack.settings.get("modifiers") != "after" or unit <= line.first:
        return False
    if date.end - date.first > 1 or not line.words[date.first].isdecimal():
        return False
    plain = line.words[unit].islower() and not line.tags.get(unit)
    if not plain or line.sources.page.marks.within("acts", unit, unit + 1):
        return False
    mention = line.agreements.get(unit - 1)
    return mention is not None and not line.has(unit - 1, "definite")


def _is_done(line: Outline, slot: Slot) -> bool:
    """Tell whether what is done once is said to be done: "sudah diteken sejak 2004"."""
    before = range(max(line.first, slot.first - DONE), slot.first)
    later = line.sources.page.pack.settings.get("modifiers") == "after"
    return later and any(line.has(token, "perfect") for token in before)


def _is_of_rule(line: Outline, slot: Slot, date: DateMention) -> bool:
    """Tell whether a date is that of a rule: "signed a deal under which tariffs end in May"."""
    between = (t for t in range(slot.end + 1, date.first) if line.has(t, "relative"))
    before = (t - 1 for t in between if t - 1 not in line.agreements)  # "pernyataan bersama yang"
    return any(line.has(t, "preposition") for t in before)


def _closes(line: Outline, date: DateMention) -> bool:
    """Tell whether a date closes its sentence behind a comma: it is that of the main clause."""
    if date.first <= line.first or line.words[date.first - 1] != ",":
        return False
    return all(not word[0].isalnum() for word in line.words[date.end : line.end])


def clashes(line: Outline, slot: Slot, date: DateMention) -> bool:
    """Tell whether an act that is planned would lie in the past, or a deed in the future."""
    published, when = line.sources.page.report.published, date.finding.when
    if slot.act is None or published is None or when is None:
        return False
    if slot.status is Status.PLANNED:
        today = not slot.later and is_today(line, slot.end, date, published)  # "will sign it on"
        return when.last <= published.last and not when.lasts and not today
    return slot.status is Status.OCCURRED and when.first > published.last


def is_past_plan(line: Outline, slot: Slot, date: DateMention) -> bool:
    """Tell whether a date that is over cannot be that of something planned."""
    return slot.status is Status.PLANNED and clashes(line, slot, date)


def _is_subordinate(line: Outline, slot: Slot, start: int) -> bool:
    return any(line.opener(token) is not None for token in range(start, slot.first))


def _between(line: Outline, first: int, end: int, slots: Iterable[Slot]) -> float:
    total, token, parties = 0.0, first, False
    while token < end:
        mention = line.agreements.get(token) or line.names.get(token)
        if mention is not None:
            total, token = total + 1.0, max(token + 1, mention.end)
            continue
        if parties and line.opener(token) is not None:
            total, parties = total + APART, False
        parties = parties or _opens_parties(line, token)
        total += _weight(line, token)
        token += 1
    if total >= BETWEEN and line.any_tag(first, end, "holding"):
        total -= BETWEEN  # "the signing of a pact between A and B took place on …"
    crossed = sum(first <= other.first and other.end <= end for other in slots)
    return total + ACROSS_ACT * crossed


def _weight(line: Outline, token: int) -> float:
    word = line.words[token]
    named = word[0].isupper() or word == ","
    if named and _in_place_name(line, token):
        return PLACE
    if word == ",":
        return COMMA
    if word in "()":
        return 0.5
    if line.stops(token) or word in QUOTES:
        return COMMA if word in QUOTES and _is_scare(line, token) else STOP
    opener = line.opener(token)
    if opener is not None:
        return CROSSING[opener]
    return BETWEEN if _opens_parties(line, token) else 0.7


def _is_scare(line: Outline, token: int) -> bool:
    """Tell whether a quotation mark belongs to a word or two: an "open skies" agreement."""
    near = range(max(line.first, token - SCARE), min(line.end, token + SCARE + 1))
    return any(at != token and line.words[at] in QUOTES for at in near)


def _opens_parties(line: Outline, token: int) -> bool:
    """Tell whether the parties of an agreement are named behind a token: "between"."""
    return token - 1 in line.agreements and line.has(token, "between")


def _in_place_name(line: Outline, token: int) -> bool:
    """Tell whether a word or comma stands within the name of a place: "in Bandung, West Java"."""
    around = (line.words[token - 1], line.words[token + 1 if token + 1 < line.end else token])
    return token > line.first and all(word[0].isupper() or word == "," for word in around)


def is_today(line: Outline, end: int, date: DateMention, published: When) -> bool:
    """Tell whether a day behind a verb, in its clause, is the day of the report."""
    if date.finding.when != published or date.first < end:
        return False
    return not any(line.opener(token) for token in range(end, date.first))

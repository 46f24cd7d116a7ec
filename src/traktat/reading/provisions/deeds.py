"""Deeds: what binds to several things is told deed by deed: "to close it and to free the men"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from traktat.lang import Mark
from traktat.model.kinds import Force, ProvisionKind
from traktat.reading.frames import (
    Desk,
    Frame,
    active_prefixes,
    agreement_nouns,
    codes_of,
    opens_deed,
    plain_verbs,
)
from traktat.reading.provisions import terms
from traktat.reading.scan import Scan

BINDING = ("obliges", "pledges", "under", "whereby", "in-return", "purpose", "deed", "topic")
"""Cues behind which deeds are told; so they are behind every modal verb."""

PLEDGED = ("pledges", "shall")
"""Cues whose "not" reaches no further than their own "to": "agreed not to X and to Y"."""

MOST = 6  # deeds of a frame
LEAD = 3  # tokens before who is named first: ", among others"
LEAST = 2  # words of a deed
OPENS = 4  # tokens of a deed before which its "not" stands
SHORTEST = 6  # letters of a verb that its first letters show: "menteri" is longer, but known
STARTS = ("article", "definite", "own", "each_other")
MEASURES = frozenset(("each", "every", "this", "these", "those", "another"))
"""Words behind a noun that tell how often: "wheat each year"."""

NO_VERB = (
    *("article", "definite", "preposition", "own", "it", "they", "we", "that", "be", "have"),
    *("relative", "negation", "condition", "after", "while", "contrast", "and"),
    *("he", "i", "you"),
)
UNFINISHED = ("gerund", "past")
VERBS = ("provisions", "clauses", "acts")


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a further deed begins, its verb, who is newly bound to it.

    A `fresh` one has its own "to" or subject: a "not" before it does not reach it. One with a
    modal verb of its own binds as that says.
    """

    first: int
    verb: int
    bearers: tuple[str, ...]
    fresh: bool
    force: Force | None = None


def deeds_of(desk: Desk, frame: Frame) -> tuple[Frame, ...]:
    """Give a frame for each deed that a frame tells, or the frame itself where it tells one."""
    cue = frame.cue
    if cue is None or not frame.strong or frame.verbatim or not _tells_deeds(desk, cue):
        return (frame,)
    opened = list(_openings(desk, frame))
    if not opened:
        return (frame,)
    stops = [one.first for one in opened] + [frame.end]
    first = _first(desk, frame, stops[0])
    told = terms.force_of(desk, first, min(frame.first + OPENS, stops[0] - 1), ProvisionKind.OTHER)
    plain = terms.modal_of(desk, frame) or frame.force
    if plain is Force.SHALL_NOT and cue.key in PLEDGED:
        plain = Force.SHALL
    out, bearers = [first], frame.bearers
    aside = desk.page.tokens.words[frame.first] == ","
    if aside and opened[0].bearers and stops[0] - frame.first <= LEAD:
        out = []  # "provides, among other things, that Peru …"
    for place, one in enumerate(opened):
        bearers = one.bearers or bearers
        force = one.force or (plain if one.fresh else told)
        end = stops[place + 1]
        out.append(replace(frame, first=one.verb, end=end, bearers=bearers, force=force))
    return tuple(out)


def turn_in(desk: Desk, frame: Frame) -> int | None:
    """Give where a clause begins in which another must act: ", while Peru must …"."""
    marks = desk.page.marks
    for mark in marks.within("grammar", frame.first + LEAST, frame.end):
        if mark.key not in ("while", "contrast", "and"):
            continue
        joined = mark.key == "and"  # ", and Peru must …"
        reach = 1 if joined else LEAST
        for name in desk.names.within(mark.end, mark.end + 2 - joined):
            other = not name.attributive and not set(codes_of(name)) & set(frame.bearers)
            pledges = marks.keyed("clauses", "pledges", name.end, name.end + 1)
            if other and (pledges or desk.has_force(name.end, name.end + reach)):
                return mark.first
    return None


def contrast_in(desk: Desk, frame: Frame) -> int | None:
    """Give where what an agreement does ends at a "but" with a subject of its own."""
    if not frame.own:
        return None
    words = desk.page.tokens.words
    for mark in desk.page.marks.keyed("grammar", "contrast", frame.first + LEAST, frame.end):
        named = desk.names.within(mark.end, mark.end + LEAST)
        if words[mark.first - 1] == "," and any(not name.attributive for name in named):
            return mark.first
    return None


def _first(desk: Desk, frame: Frame, end: int) -> Frame:
    """Give the first deed; who is only named behind it is not bound to it."""
    named = desk.actors(frame.first, end)
    bearers = tuple(code for code in frame.bearers if code in named)
    return replace(frame, end=end, bearers=bearers or frame.bearers)


def _tells_deeds(desk: Desk, cue: Mark) -> bool:
    """Tell whether deeds stand behind a cue; where verbs show themselves, behind every verb."""
    if cue.key in BINDING or desk.group(cue) == "force":
        return True
    return bool(active_prefixes(desk.page)) and "active" in cue.forms


def _openings(desk: Desk, frame: Frame) -> Iterator[Opening]:
    """Give the further deeds; verbs that share an object ("make, store or sell mines") are one."""
    page, words = desk.page, desk.page.tokens.words
    joint, told, shared = -1, 0, False
    for at in range(frame.first + LEAST, _end(desk, frame) - LEAST + 1):
        stop = _joint(page, at)
        if stop is None:
            continue
        if stop > joint:  # ", and" is one joint
            shared = _lacks_object(page, joint if joint >= 0 else frame.first, stop)
        joint = at
        found = None if shared else _opening(desk, frame, at)
        if found is None or found.verb + 2 > frame.end or told >= MOST:
            continue
        if words[found.verb + 1][0].isalnum() and _joint(page, found.verb + 2) is None:
            told += 1
            yield replace(found, first=stop)


def _end(desk: Desk, frame: Frame) -> int:
    """Give where the deeds of a frame end at the latest: at the verb of saying behind them."""
    cues = desk.cues
    for cue, first in islice(cues, bisect_left(cues, (frame.first + LEAST, 0)), None):
        if cue >= frame.end:
            break
        if first <= frame.first:
            return cue
    return frame.end


def _lacks_object(page: Scan, first: int, end: int) -> bool:
    """Tell whether words are a verb alone, which shares its object with a later one."""
    if end - first <= 1 or _is_bare_verb(page, end - 1):
        return True
    return end - first <= LEAST and any(
        mark.end == end and (mark.forms or mark.field.startswith("content"))
        for file in VERBS
        for mark in page.marks.within(file, first, first + 1)
    )


def _is_bare_verb(page: Scan, at: int) -> bool:
    """Tell whether the word at a token can only be a verb: its object comes later."""
    noun, verb = _readings(page, at)
    prefixes = active_prefixes(page)
    if prefixes:
        word = page.tokens.lower[at]
        return not _is_named(page, at) and len(word) >= SHORTEST and word.startswith(prefixes)
    return verb and not noun


def _joint(page: Scan, at: int) -> int | None:
    """Give where what stands before a token ends, if a comma or "and" stands between the two."""
    if page.tokens.words[at - 1] in ",;":
        return at - 1
    for mark in page.marks.keyed("grammar", "and", max(0, at - 3), at):
        if mark.end == at:
            hangs = page.tokens.lower[at - 1] in page.pack.words("grammar", "preposition")
            return None if hangs else mark.first
    return None


def _opening(desk: Desk, frame: Frame, at: int) -> Opening | None:
    """Give the deed that begins at a token: "to free …", "Peru to free …", "return the boats"."""
    page = desk.page
    for mark in page.marks.within("grammar", at, at + 1):
        if mark.key in ("while", "contrast") and mark.end < frame.end - LEAST:
            return _another(desk, frame, at, mark.end)
    for name in desk.names.within(at, at + 2):
        codes = set(codes_of(name))
        bound = tuple(code for code in frame.agreement.parties if code in codes)
        if not bound or name.attributive or (name.first > at and not _hangs(page, at)):
            continue
        verb = _behind_to(page, name.end, frame.end)
        if verb is None and active_prefixes(page) and _is_verb(page, name.end, frame.end):
            verb = name.end
        return Opening(at, verb, bound, True) if verb is not None else None
    verb = _behind_to(page, at, frame.end)
    if verb is not None:
        return Opening(at, verb, (), True)
    modal = _modal_at(desk, at, frame.end)
    if modal is not None:
        return modal
    joint = _is_verb(page, at, frame.end) or _is_joint_gerund(page, frame.first, at, frame.end)
    return Opening(at, at, (), False) if joint else None


def _modal_at(desk: Desk, at: int, end: int) -> Opening | None:
    """Give the deed that a modal verb of its own opens: "… and will lift the ban"."""
    marks = desk.page.marks
    negation = next(iter(marks.keyed("grammar", "negation", at, at + 1)), None)
    first = negation.end if negation else at
    for mark in marks.within("clauses", first, first + 1):
        if desk.group(mark) != "force" or mark.end >= end or mark.key == "intends":
            continue
        barred = negation is not None or mark.field == terms.BARRED
        behind = marks.keyed("grammar", "negation", mark.end, mark.end + 1)
        verb = next((one.end for one in behind), mark.end)
        barred = barred or verb > mark.end
        if verb < end and opens_deed(desk.page, verb, end):
            force = Force.SHALL_NOT if barred else Force(desk.setting(mark, "value"))
            return Opening(at, verb, (), True, force)
    return None


def _another(desk: Desk, frame: Frame, at: int, first: int) -> Opening | None:
    """Give what another party does meanwhile: ", while Peru pays half", "sementara Peru …"."""
    page = desk.page
    for name in desk.names.within(first, first + 1):
        codes = set(codes_of(name))
        bound = tuple(code for code in frame.agreement.parties if code in codes)
        marks = [m for file in VERBS for m in page.marks.within(file, name.end, name.end + 1)]
        shown = active_prefixes(page) and _is_verb(page, name.end, frame.end)
        if bound and (shown or any("present" in mark.forms for mark in marks)):
            return Opening(at, name.end, bound, True)
    return None


def _hangs(page: Scan, at: int) -> bool:
    return any(page.marks.keyed("grammar", "preposition", at, at + 1))


def _behind_to(page: Scan, at: int, end: int) -> int | None:
    """Give the verb behind a "to" at a token."""
    for mark in page.marks.keyed("grammar", "purpose", at, at + 1):
        if opens_deed(page, mark.end, end):
            return mark.end
    return None


def _is_verb(page: Scan, at: int, end: int) -> bool:
    """Tell whether a verb stands at a token, by its shape or by what stands behind it."""
    if at + 1 >= end or not page.tokens.words[at].islower() or _is_named(page, at):
        return False
    if any(mark.key in NO_VERB for mark in page.marks.within("grammar", at, at + 1)):
        return False
    prefixes = active_prefixes(page)
    if prefixes:
        word = page.tokens.lower[at]
        shown = len(word) >= SHORTEST and word.startswith(prefixes)
        return shown or word in plain_verbs(page.pack)
    noun, verb = _readings(page, at)
    if not verb and page.tokens.lower[at].endswith(_endings(page)):
        return False
    word = page.tokens.words[at + 1]
    if not word[0].isalnum() or (noun and not verb):
        return False
    behind = page.marks.within("grammar", at + 1, at + 2)
    starts = (
        any(mark.key in STARTS for mark in behind) and page.tokens.lower[at + 1] not in MEASURES
    )
    if starts or (verb and word[0].isdecimal()):
        return True
    return verb and not noun and not behind


def _is_joint_gerund(page: Scan, first: int, at: int, end: int) -> bool:
    """Tell whether a deed goes on in the form of the first: "closing it and listing the rest"."""
    if at + 1 >= end or not (is_gerund(page, first) and is_gerund(page, at)):
        return False
    behind = page.marks.within("grammar", at + 1, at + 2)
    return any(mark.key in STARTS for mark in behind)


def is_gerund(page: Scan, at: int) -> bool:
    """Tell whether the word at a token has the shape of a verb that is a noun: "sharing"."""
    verb = page.pack.affixes.get("verb")
    gerund = verb.forms.get("gerund", ()) if verb else ()
    endings = tuple(rule.append for rule in gerund if rule.append)
    words = page.tokens.lower
    if not endings or at >= len(words) or len(words[at]) < SHORTEST:
        return False
    return words[at].endswith(endings) and page.tokens.words[at].islower()


def _endings(page: Scan) -> tuple[str, ...]:
    """Give what ends the forms of a verb that open no deed: "citing", "backed"."""
    verb = page.pack.affixes.get("verb")
    forms = [verb.forms.get(form, ()) for form in UNFINISHED] if verb else []
    found = [rule.append for rules in forms for rule in rules if len(rule.append) > 1]
    return tuple(dict.fromkeys(found))


def _readings(page: Scan, at: int) -> tuple[bool, bool]:
    """Tell whether the word at a token may be a thing that rules are about, and a deed."""
    noun = verb = False
    for file in VERBS:
        for mark in page.marks.within(file, at, at + 1):
            bare = "bare" in mark.forms
            verb = verb or bare
            noun = noun or (file == "provisions" and not bare)
    return noun, verb


def _is_named(page: Scan, at: int) -> bool:
    """Tell whether a word is an office or an agreement: "menteri", "memorandum"."""
    return bool(agreement_nouns(page, at, at + 1)) or any(
        not mark.forms for mark in page.marks.within("offices", at, at + 1)
    )

"""Origins: whom a report credits for what it tells, and for how much of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from traktat.facts.tables import table
from traktat.lang import Mark
from traktat.lang.sentences import Sentence
from traktat.model.reports import Origin
from traktat.model.spans import Span
from traktat.press.media import (
    EMPHASIS,
    LONGEST,
    canonical,
    host_of,
    is_own,
    media_in,
    name_end,
    name_start,
    organ_of,
    outlet_of_host,
    squashed,
)
from traktat.press.sheets import Line, Sheet
from traktat.press.signing import signed

CREDITING = frozenset(("end", "contributed", "before", "medium-before", "after", "anaphor"))
"""Roles of which a sentence needs one to credit anybody; the others only help to read it."""

BESIDE = ("medium", "between", "anaphor")
"""Roles of words between a credit and its source; "the newspaper" may stand before a name."""

APPOSED = 16  # tokens between a medium and the name behind its description
BETWEEN = 8  # tokens that may stand between a credit and the source it names


@dataclass(frozen=True, slots=True)
class Credit:
    """A press word in the role of a credit, or a medium that could be credited."""

    mark: Mark
    role: str


def origins(
    sheet: Sheet, sentences: Iterable[Sentence], own: str | None, opening: Iterable[Origin]
) -> tuple[Origin, ...]:
    """List the credited sources in text order; the outlet itself is none of them."""
    found = [*opening, *signed(sheet)]
    for sentence in sentences:
        found += _in_sentence(sheet, sentence)
    found.sort(key=lambda origin: origin.span)
    return tuple(origin for origin in _resolved(found) if not is_own(sheet, origin.name, own))


def _in_sentence(sheet: Sheet, sentence: Sentence) -> Iterator[Origin]:
    marks = sheet.within(sentence.first, sentence.end)
    told = [(mark, sheet.setting(mark, "at")) for mark in marks if mark.file == "press"]
    if not any(role in CREDITING for _, role in told):
        return
    roles = [Credit(mark, role) for mark, role in told]
    listed = next(
        (c for c in roles if c.role == "end" and c.mark.first <= sentence.first + 2), None
    )
    if listed:
        yield from listed_sources(sheet, listed.mark.end, sentence.end)
    elif any(credit.role == "contributed" for credit in roles):
        for mark in media_in(sheet, marks):
            yield _origin(sheet, canonical(mark), mark.first, mark.end, None)
    else:
        yield from _credited(sheet, marks, roles, sentence)


def _credited(
    sheet: Sheet, marks: tuple[Mark, ...], roles: list[Credit], sentence: Sentence
) -> Iterator[Origin]:
    taken: set[int] = set()
    chained = -1
    for mark in media_in(sheet, marks):
        credited = _credit_of(sheet, mark, roles, sentence)
        if credited and mark.first not in taken:
            taken.update(range(*credited))
            chained = credited[1]
            yield _origin(sheet, canonical(mark), *credited, sentence.span)
        elif mark.first - 1 == chained and _links(sheet, chained):
            taken.add(mark.first)
            yield _origin(sheet, canonical(mark), mark.first, mark.end, sentence.span)
    for credit in roles:
        if credit.mark.first not in taken:
            yield from _unknown(sheet, credit, sentence, taken)


def _links(sheet: Sheet, token: int) -> bool:
    """Tell whether a word says where a credited medium has it from: "dikutip X dari Y"."""
    return sheet.tokens.lower[token] in sheet.pack.words("press", "credit-chain")


def _credit_of(
    sheet: Sheet, name: Mark, roles: list[Credit], sentence: Sentence
) -> tuple[int, int] | None:
    """Give the tokens of the credit a known medium stands in, or None where it is only named."""
    start = _skipped_back(sheet, name.first, sentence.first, roles)
    for credit in roles:
        before = credit.role in ("before", "medium-before")
        if before and start <= credit.mark.end <= name.first and credit.mark.end >= start:
            return credit.mark.first, name.end
        if before and _is_apposed(sheet, credit.mark.end, name):
            return credit.mark.first, name.end
    for credit in roles:
        near = credit.role == "after" and name.end <= credit.mark.first <= name.end + 5
        if near and _follows(sheet, name.end, credit.mark.first):
            return start, credit.mark.end
    return None


def _is_apposed(sheet: Sheet, first: int, name: Mark) -> bool:
    """Tell whether a name follows a medium and its description: "the station in Dubai, Al X"."""
    words = sheet.tokens.words
    if name.first - first > APPOSED or words[name.first - 1] != ",":
        return False
    at, medium = _past_media(sheet, first, name.first)
    told = words[at : name.first - 1]
    return medium is not None and not any(word in '.!?;:"“”' for word in told)


def _skipped_back(sheet: Sheet, at: int, first: int, roles: list[Credit]) -> int:
    """Go back over media words, adjectives and small marks that stand before a name."""
    marks = [credit.mark for credit in roles if credit.role in BESIDE]
    marks += [mark for mark in sheet.within(first, at) if mark.file == "states"]
    passable = {token for mark in marks for token in range(mark.first, mark.end)}
    words, low = sheet.tokens.words, max(first, at - BETWEEN)
    while at > low and (at - 1 in passable or words[at - 1] in ",\"“'‘(-*_"):
        at -= 1
    return at


def _follows(sheet: Sheet, first: int, end: int) -> bool:
    """Tell whether only a time, an adverb or a bracket stands between a name and its verb."""
    words = sheet.tokens.words[first:end]
    return not any(word in '.!?"“”;:' for word in words) and (
        len(words) <= 1 or words[0] in ",(" or not words[0][0].islower() or len(words) <= 4
    )


def _unknown(sheet: Sheet, credit: Credit, sentence: Sentence, taken: set[int]) -> Iterator[Origin]:
    """Credits of a source no table knows: a name, or a medium that is only described."""
    if credit.role == "anaphor" and credit.mark.first not in taken:
        first, end = credit.mark.first, credit.mark.end
        yield replace(_origin(sheet, "", first, end, sentence.span), anaphor=True)
    elif credit.role == "after":
        yield from _bracketed(sheet, credit, sentence, taken)
        yield from _beside_medium(sheet, credit, sentence, taken)
        yield from _of_office(sheet, credit, sentence, taken)
    elif credit.role in ("before", "medium-before"):
        at, medium = _past_media(sheet, credit.mark.end, sentence.end)
        if taken.isdisjoint(range(credit.mark.first, at + 1)):
            yield from _named(sheet, credit, sentence, at, medium)


def _named(
    sheet: Sheet, credit: Credit, sentence: Sentence, at: int, medium: tuple[int, int] | None
) -> Iterator[Origin]:
    """The name behind a credit and its media words, or the office whose medium it is."""
    proper = medium is not None and sheet.tokens.words[medium[0]][0].isupper()
    if medium and proper and not _is_of(sheet, medium[0], "medium-platform"):
        at = medium[0]  # "Kantor Berita Utara": written so, the word is part of the name
    end = name_end(sheet, at, sentence.end)
    if medium and at < end == medium[1]:
        return  # "told Radio 4": a word for media is no name
    if end > at and (medium or credit.role == "before"):
        state = next((m for m in sheet.within(at, at + 1) if m.file == "states"), None)
        if state and state.end >= end:
            yield from _organ(sheet, state, medium, credit, sentence)
            return
        name = sheet.text[sheet.tokens.starts[at] : sheet.tokens.ends[end - 1]]
        yield _origin(sheet, name, credit.mark.first, end, sentence.span)
    elif end > at and _is_medium(sheet, at, end):
        name = sheet.text[sheet.tokens.starts[at] : sheet.tokens.ends[end - 1]]
        yield _origin(sheet, name, credit.mark.first, end, sentence.span)
    elif medium and _is_of(sheet, medium[0], "medium-official"):
        end = max(medium[1], _description_end(sheet, medium[0], sentence.end))
        name = sheet.text[sheet.tokens.starts[medium[0]] : sheet.tokens.ends[end - 1]]
        yield _origin(sheet, name, credit.mark.first, end, sentence.span)


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
        yield _origin(sheet, letters, media[0].first, credit.mark.end, sentence.span)


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
    if word.key != "medium":
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
        yield _origin(sheet, text, begin, credit.mark.end, sentence.span)


def _of_office(
    sheet: Sheet, credit: Credit, sentence: Sentence, taken: set[int]
) -> Iterator[Origin]:
    """The medium of an office that says something itself: "The official site of X says"."""
    opening = sheet.within(sentence.first, sentence.first + 2)
    if not any(mark.key == "medium-official" for mark in opening):
        return
    at, _ = _past_media(sheet, sentence.first, credit.mark.first)
    end = name_end(sheet, at, credit.mark.first)
    if at < end == credit.mark.first and taken.isdisjoint(range(at, end)):
        name = sheet.text[sheet.tokens.starts[at] : sheet.tokens.ends[end - 1]]
        yield _origin(sheet, name, sentence.first, credit.mark.end, sentence.span)


def _organ(
    sheet: Sheet,
    state: Mark,
    medium: tuple[int, int] | None,
    credit: Credit,
    sentence: Sentence,
) -> Iterator[Origin]:
    """A medium known only by its state is that state's organ, where it has exactly one agency."""
    names = sorted(
        name
        for name, entry in table("agencies").items()
        if entry.get("organ_of") == state.key and entry.get("sort") == "agency"
    )
    if medium and len(names) == 1:
        yield _origin(sheet, names[0], credit.mark.first, state.end, sentence.span)


def _past_media(sheet: Sheet, at: int, stop: int) -> tuple[int, tuple[int, int] | None]:
    """Go past the words for media and what may stand beside them."""
    medium = None
    beside = sheet.pack.words("press", "medium-adjective")
    while at < stop:
        step = next(
            (
                mark
                for mark in sheet.within(at, at + 1)
                if mark.file == "press" and sheet.setting(mark, "at") in ("medium", "between")
            ),
            None,
        )
        if step is None and (
            sheet.tokens.lower[at] in beside or sheet.tokens.words[at] in EMPHASIS
        ):
            at += 1  # "the daily newspaper X": "the daily" alone would speak of one named before
            continue
        if step is None:
            break
        if sheet.setting(step, "at") == "medium":
            medium = (medium[0] if medium else step.first, step.end)
        at = step.end
    return at, medium


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


def listed_sources(sheet: Sheet, first: int, end: int) -> Iterator[Origin]:
    """Give the sources of a closing line: a list of names, or the host of an address."""
    known = [mark for mark in media_in(sheet, sheet.within(first, end)) if mark.end <= end]
    if known:
        for mark in known:
            yield _origin(sheet, canonical(mark), first, end, None)
        return
    rest = (
        sheet.text[sheet.tokens.starts[first] : sheet.tokens.ends[end - 1]] if first < end else ""
    )
    host = host_of(rest)
    if host:
        yield _origin(sheet, outlet_of_host(host) or host, first, end, None)
        return
    for part in rest.split(","):
        name = part.strip(" .*_()")
        if name and name[0].isupper() and len(name.split()) <= LONGEST:
            yield _origin(sheet, name, first, end, None)


def opening_origin(sheet: Sheet, line: Line, bracket: str, span: Span) -> Iterator[Origin]:
    """Give the source that a dateline names in brackets ("(Reuters) -")."""
    for mark in media_in(sheet, sheet.within(line.first, line.end)):
        if span.start <= sheet.tokens.starts[mark.first] < span.end:
            yield Origin(name=canonical(mark), span=span)
            return
    at = sheet.tokens.at(span.start)
    opened = next((i for i in range(at, line.end) if sheet.tokens.words[i] == "("), -1)
    if opened < 0:
        return
    start, medium = _past_media(sheet, opened + 1, line.end)
    end = name_end(sheet, start, line.end)
    if medium and end > start:
        name = sheet.text[sheet.tokens.starts[start] : sheet.tokens.ends[end - 1]]
        yield Origin(name=name, span=span)


def _origin(sheet: Sheet, name: str, first: int, end: int, scope: Span | None) -> Origin:
    return Origin(
        name=name, span=sheet.tokens.span(first, end), scope=scope, organ_of=organ_of(name)
    )


def _resolved(found: list[Origin]) -> Iterator[Origin]:
    """Give "the agency" the name of the source before it; drop it where there is none."""
    last: Origin | None = None
    names: dict[str, str] = {}
    for origin in found:
        if not origin.anaphor:
            name = names.setdefault(squashed(origin.name.split(".")[0]), origin.name)
            last = replace(origin, name=name)
            yield last
        elif last is not None:
            yield replace(origin, name=last.name, organ_of=last.organ_of)

"""Origins: whom a report credits for what it tells, and for how much of it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace

from traktat.lang import Mark
from traktat.lang.sentences import Sentence
from traktat.model.reports import Origin
from traktat.model.spans import Span
from traktat.press.credits import (
    BETWEEN,
    CREDITING,
    Credit,
    credit_of,
    is_chained,
    past_media,
    skipped_back,
)
from traktat.press.media import (
    LONGEST,
    canonical,
    host_of,
    is_own,
    media_in,
    name_end,
    outlet_of_host,
    squashed,
)
from traktat.press.sheets import Line, Sheet
from traktat.press.signing import signed
from traktat.press.strangers import origin, unknown

_MARKUP = frozenset("*_[]")


def origins(
    sheet: Sheet,
    sentences: Iterable[Sentence],
    own: str | None,
    opening: Iterable[Origin],
    hidden: Container[Span] = (),
) -> tuple[Origin, ...]:
    """List the credited sources in text order; the outlet itself is none of them."""
    found = [*opening, *signed(sheet, hidden)]
    for sentence in sentences:
        found += _in_sentence(sheet, sentence)
    found.sort(key=lambda one: one.span)
    return tuple(one for one in _resolved(found) if not is_own(sheet, one.name, own))


def _in_sentence(sheet: Sheet, sentence: Sentence) -> Iterator[Origin]:
    marks = sheet.within(sentence.first, sentence.end)
    told = [(mark, sheet.setting(mark, "at")) for mark in marks if mark.file == "press"]
    if not any(role in CREDITING for _, role in told):
        return
    roles = [Credit(mark, role) for mark, role in told]
    listed = next(
        (c for c in roles if c.role == "end" and _opens(sheet, sentence.first, c.mark.first)), None
    )
    if listed:
        yield from listed_sources(sheet, listed.mark.end, sentence.end)
    elif any(credit.role == "contributed" for credit in roles):
        for mark in media_in(sheet, marks):
            yield origin(sheet, canonical(mark), mark.first, mark.end, None)
    else:
        yield from _credited(sheet, marks, roles, sentence)


def _opens(sheet: Sheet, first: int, token: int) -> bool:
    """Tell whether only marks and a word stand before a token: "***Artikel ini …"."""
    return sum(word[0].isalnum() for word in sheet.tokens.words[first:token]) <= 1


def _credited(
    sheet: Sheet, marks: tuple[Mark, ...], roles: list[Credit], sentence: Sentence
) -> Iterator[Origin]:
    taken: set[int] = set()
    chained = told = -1  # `told`: where the verb ends that several media may share
    for mark in media_in(sheet, marks):
        credited = credit_of(sheet, mark, roles, sentence)
        shared = credited and credited[1] == told > mark.end
        if credited and (shared or mark.first not in taken):
            told = credited[1]
            taken.update(range(*credited))
            chained = credited[1]
            yield origin(sheet, canonical(mark), *credited, sentence.span)
        elif _goes_on(sheet, mark, chained, roles, sentence):
            taken.add(mark.first)
            chained = mark.end
            yield origin(sheet, canonical(mark), mark.first, mark.end, sentence.span)
    for credit in roles:
        if credit.mark.first not in taken:
            yield from unknown(sheet, credit, sentence, taken)


def _goes_on(
    sheet: Sheet, mark: Mark, chained: int, roles: list[Credit], sentence: Sentence
) -> bool:
    """Tell whether a medium goes on with the credit before it: "told AFP and Kyodo"."""
    if chained < 0 or mark.first - chained > BETWEEN:
        return False
    start = skipped_back(sheet, mark.first, max(sentence.first, chained + 1), roles)
    return is_chained(sheet, chained, start)


def listed_sources(sheet: Sheet, first: int, end: int) -> Iterator[Origin]:
    """Give the sources of a closing line: a list of names, or the host of an address."""
    known = [mark for mark in media_in(sheet, sheet.within(first, end)) if mark.end <= end]
    printed = _printed(sheet, first, end)
    if printed and not any(mark.first < printed[1] for mark in known):
        name = sheet.text[sheet.tokens.starts[printed[0]] : sheet.tokens.ends[printed[1] - 1]]
        yield origin(sheet, name, first, printed[1], None)
        return
    if known:
        for mark in known:
            yield origin(sheet, canonical(mark), first, end, None)
        return
    rest = (
        sheet.text[sheet.tokens.starts[first] : sheet.tokens.ends[end - 1]] if first < end else ""
    )
    host = host_of(rest)
    if host:
        yield origin(sheet, outlet_of_host(host) or host, first, end, None)
        return
    for part in rest.split(","):
        name = part.strip(" .*_()")
        if name and name[0].isupper() and len(name.split()) <= LONGEST:
            yield origin(sheet, name, first, end, None)


def _printed(sheet: Sheet, first: int, end: int) -> tuple[int, int] | None:
    """Give the name of an outlet that stands before a headline: "X, dengan judul …"."""
    at = first
    while at < end and sheet.tokens.words[at] in _MARKUP:
        at += 1
    stop = name_end(sheet, at, end)
    titled = any(sheet.setting(mark, "at") == "title" for mark in sheet.within(stop, stop + 3))
    linked = at > first and stop < end and sheet.tokens.words[stop] in _MARKUP
    return (at, stop) if stop > at and (titled or linked) else None


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
    start, medium = past_media(sheet, opened + 1, line.end)
    end = name_end(sheet, start, line.end)
    if medium and end > start:
        name = sheet.text[sheet.tokens.starts[start] : sheet.tokens.ends[end - 1]]
        yield Origin(name=name, span=span)


def _resolved(found: list[Origin]) -> Iterator[Origin]:
    """Give "the agency" the name of the source before it; drop it where there is none."""
    last: Origin | None = None
    names: dict[str, str] = {}
    for one in found:
        if not one.anaphor:
            name = names.setdefault(squashed(one.name.split(".")[0]), one.name)
            last = replace(one, name=name)
            yield last
        elif last is not None:
            yield replace(one, name=last.name, organ_of=last.organ_of)

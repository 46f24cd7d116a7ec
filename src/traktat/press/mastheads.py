"""Mastheads: which outlet printed a report, and when."""

from __future__ import annotations

import re
from datetime import date

from traktat.errors import BadDate
from traktat.model import dates
from traktat.model.dates import When
from traktat.model.documents import Document
from traktat.model.kinds import Basis
from traktat.model.reports import Furniture
from traktat.press.datelines import Dateline
from traktat.press.inference import inferred
from traktat.press.media import canonical, media_in, outlet_of_host
from traktat.press.sheets import Sheet
from traktat.press.stamps import day_of_stamps

_URL_DAY = re.compile(
    r"(?<!\d)((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?:\d{4,9})?(?!\d)"
)
_BYLINE_OUTLET = re.compile(r"[(\[]([\w. ]{2,40}\.[a-z]{2,4})/")  # a host, then the writer


def outlet_of(
    document: Document, sheet: Sheet, slug: Dateline | None, mask: tuple[Furniture, ...]
) -> str | None:
    """Give the outlet, by the container, the dateline, a by-line or the address."""
    if document.outlet:
        return document.outlet
    if slug and slug.outlet:
        return slug.outlet
    for item in mask:
        if item.label != "byline":
            continue
        found = _BYLINE_OUTLET.match(item.span.of(sheet.text))
        name = found[1] if found else _behind_writer(sheet, item)
        if name:
            return name
    host = _host(document.url)
    return (outlet_of_host(host) if host else None) or _in_its_own_letters(sheet)


def _behind_writer(sheet: Sheet, item: Furniture) -> str | None:
    """Give the outlet that stands behind the name of a writer: "A B - Nari Utama"."""
    first, end = sheet.tokens.at(item.span.start), sheet.tokens.at(item.span.end)
    words = sheet.tokens.words
    for mark in media_in(sheet, sheet.within(first, end)):
        behind = mark.end == end and mark.first > first + 1 and words[mark.first - 1] in "-–—|"
        if behind and mark.file == "outlets":
            return sheet.text[sheet.tokens.starts[mark.first] : sheet.tokens.ends[end - 1]]
    return None


def _in_its_own_letters(sheet: Sheet) -> str | None:
    """Give the one paper that somebody spoke to and that prints its name in capitals: "NARI".

    Papers write only themselves so where others write "Nari".
    """
    words = sheet.tokens.words
    hearers = {m.end for m in sheet.marks if sheet.setting(m, "at") == "medium-before"}
    found = {
        canonical(mark)
        for mark in media_in(sheet, tuple(mark for mark in sheet.marks if mark.first in hearers))
        if words[mark.first].isupper() and mark.end - mark.first == 1
    }
    named = {name for name in found if not name.isupper()}
    return named.pop() if len(named) == 1 and len(found) == 1 else None


def _host(url: str | None) -> str | None:
    if not url or "://" not in url:
        return None
    return url.split("://", 1)[1].split("/", 1)[0].lower().removeprefix("www.")


def published_on(
    document: Document, sheet: Sheet, slug: Dateline | None, mask: tuple[Furniture, ...] = ()
) -> tuple[When | None, Basis | None]:
    """Give the day of publication, by the container, the address or the text itself.

    The masked part of the text counts too: a page prints its own date there. The dates of
    other reports it points to do not.
    """
    when = _stated(document.published) if document.published else None
    if when:
        return when, Basis.METADATA
    for address in (document.url or "", *_addresses(sheet.text)):
        when = _in_url(address)
        if when:
            return when, Basis.URL
    others = tuple(item.span for item in mask if item.label == "related-link")
    day = day_of_stamps(sheet, others)
    if day:
        return dates.on(day), Basis.DATELINE
    return inferred(sheet, slug.span if slug else None, others)


def _stated(value: str) -> When | None:
    """Read what a container says: an ISO day, month or year, with or without a time."""
    day = value.strip()[:10].rstrip("T ")
    try:
        return dates.parse(day.replace("/", "-") if day[:4].isdigit() else day)
    except BadDate:
        return None


def _addresses(text: str) -> list[str]:
    """List the addresses in the last lines of a text: a report names its own source there."""
    tail = text[-600:]
    return [word for word in tail.split() if word.startswith(("http://", "https://"))]


def _in_url(address: str) -> When | None:
    found = _URL_DAY.search(address)
    if not found:
        return None
    try:
        return dates.on(date(int(found[1]), int(found[2]), int(found[3])))
    except ValueError:
        return None

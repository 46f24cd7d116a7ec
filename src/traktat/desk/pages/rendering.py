"""Pages rendered on the server, in the words of a language.

A rendered page holds no secret of the reader: where a form needs the reader's token, the page
holds a place for it, filled when it is sent. So one rendering can be kept for all readers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import Request, Response
from markupsafe import Markup, escape

from traktat.desk.guard import CSRF_PLACE
from traktat.desk.pages.judging import names_in
from traktat.desk.pages.templates import Templates
from traktat.desk.requests import LANGUAGE_COOKIE
from traktat.desk.words import Words, chosen, languages, words_in
from traktat.export.html.pieces import Pieces, shortened
from traktat.export.labels import SOURCE
from traktat.model.findings import Finding, finding_id
from traktat.model.kinds import MANY
from traktat.model.records import Rendition, ReportEntry, Support
from traktat.model.spans import Span
from traktat.sentences import Sentence

GROUP = "NSA:"  # how the model writes armed groups
YEAR = 365 * 24 * 3600  # seconds the chosen language is kept
Context = Mapping[str, Any]

# What could turn a line around, steer a terminal it is copied to, or hide: shown as a sign.
_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def answer(
    request: Request,
    template: str,
    make: Callable[[Words], Context],
    *,
    status: int = 200,
) -> Response:
    """Render a page for a request; `make` gives what the template shows."""
    words = words_of(request)
    context = {**_of_request(request, words), **make(words)}
    page = environment(words.language).get_template(template).render(context)
    response = Response(
        page.encode("utf-8", "replace"), status, media_type="text/html; charset=utf-8"
    )
    response.headers["content-language"] = words.language
    response.headers["vary"] = "cookie, accept-language"
    if request.query_params.get("lang") == words.language:
        response.set_cookie(LANGUAGE_COOKIE, words.language, max_age=YEAR, samesite="lax")
    return response


def words_of(request: Request) -> Words:
    """Give the words of the language a reader wants."""
    return words_in(
        chosen(
            request.query_params.get("lang"),
            request.cookies.get(LANGUAGE_COOKIE),
            request.headers.get("accept-language"),
        )
    )


def _of_request(request: Request, words: Words) -> dict[str, Any]:
    asked = [(key, value) for key, value in request.query_params.multi_items() if key != "lang"]
    path = quote(request.url.path)
    return {
        "path": path,
        "here": request.url.path.strip("/").partition("/")[0] or "home",
        "in_language": lambda code: f"{path}?{urlencode([*asked, ('lang', code)])}",
        "today": date.today(),
        "may_write": bool(request.scope.get("state", {}).get("may_write", True)),
        "words": words,
        "pieces": pieces_of(words),
        "language": words.language,
        "languages": (words.language,),
        "tongues": tuple((code, words_in(code).name) for code in languages()),
    }


@cache
def environment(language: str) -> Templates:
    """Give the templates of a language."""
    words = words_in(language)
    found = Templates(words, harmless)
    found.globals.update(_globals(words))
    found.filters.update(shown=shown)
    return found


def _globals(words: Words) -> dict[str, Any]:
    def label(group: str, key: object, language: str = words.language) -> str:
        return words.label(group, key)

    return {
        "csrf_token": lambda: CSRF_PLACE,
        "say": words.label,
        "word": label,
        "state": words.state,
        "state_word": lambda code, language: words.state(code),
        "act_label": lambda kind: words.label("act", kind),
        "status_label": lambda status: words.label("standing", status),
        "about_words": words.about,
        "key_words": words.key,
        "day": words.day,
        "when": words.day,
        "when_word": words.day,
        "when_spans": words.day,
        "tick_label": words.short_day,
        "number": words.number,
        "value_words": words.value,
        "quantity_words": words.quantity,
        "topic_words": words.topic,
        "topic_word": words.topic,
        "topic_spans": lambda topic: shortened(words.topic(topic)),
        "claimant": words.claimant,
        "claimant_word": words.claimant,
        "said": lambda said: in_words(words, said),
        "said_word": words.told,
        "rule_name": words.rule,
        "article": words.article,
        "origin_words": words.origins,
        "tongue": words.tongue,
        "tongue_spans": words.tongue,
        "at": at,
        "report_at": report_at,
        "party_at": party_at,
        "person_at": person_at,
        "agreement_at": agreement_at,
        "file_of": file_of,
        **names_in(words),
    }


def pieces_of(
    words: Words,
    entries: Mapping[str, ReportEntry] = MappingProxyType({}),
    *,
    later: Callable[[str], bool] = lambda report: False,
    most: int | None = None,
) -> Pieces:
    """Give how a page writes reports, parties, persons and quotations."""
    return Pieces(
        say=words.label,
        word=lambda group, key, language: words.label(group, key),
        state=words.state,
        when=words.day,
        value=words.value,
        at=at,
        party_at=party_at,
        person_at=person_at,
        languages=(words.language,),
        entries=entries,
        clean=clean,
        later=later,
        most=most,
    )


def in_words(words: Words, said: str) -> str | Markup:
    """Say a sentence in the reader's language; what it cannot say is marked as English."""
    told = clean(words.told(said))
    return told if words.has(said) else Markup('<span lang="{}">{}</span>').format(SOURCE, told)


def clean(text: str) -> str:
    """Give a text of strangers with signs for characters that could turn it around or hide."""
    return text if text.isprintable() else _STEERING.sub(_sign, text)


def harmless(value: object) -> object:
    """Give a text with a sign for each character that could turn its line around or hide.

    Each sign stands for one character, so that places in the text stay where they are.

    >>> harmless("Jakarta" + chr(0x202E) + "gpj")
    'Jakarta�gpj'
    """
    return clean(value) if type(value) in (str, Sentence) else value  # type: ignore[arg-type]


def _sign(found: re.Match[str]) -> str:
    code = ord(found[0])
    return chr(0x2400 + code) if code < 0x20 else "\N{REPLACEMENT CHARACTER}"


def shown(text: str) -> Markup:
    """Give the text of a report; a character that could steer is a sign that tells its name.

    >>> shown("a<b")
    Markup('a&lt;b')
    """
    if text.isprintable():
        return escape(text)
    out, at_ = Markup(""), 0
    for found in _STEERING.finditer(text):
        out += escape(text[at_ : found.start()])
        out += Markup('<span class="control" title="U+{}">{}</span>').format(
            f"{ord(found[0]):04X}", _sign(found)
        )
        at_ = found.end()
    return out + escape(text[at_:])


def at(item: Support | Rendition) -> str:
    """Give the address of the characters a fact rests on."""
    return characters_at(item.report, item.span, item.finding)


def characters_at(report: str, span: Span, finding: str | None = None) -> str:
    """Give the address of a stretch of a report's text, and of the finding that read it."""
    why = f"&why={finding}" if finding else ""
    return f"/reports/{quote(report)}?light={span.start}-{span.end}{why}#lit"


def finding_at(report: str, finding: Finding) -> str:
    """Give the address of a finding in its report."""
    return characters_at(report, finding.span, finding_id(finding))


def file_of(path: str) -> str:
    """Give the name of the file that a path ends in.

    >>> file_of("/a/b.jsonl:12")
    'b.jsonl:12'
    """
    return path.rstrip("/").rpartition("/")[2] or path


def report_at(report: str) -> str:
    """Give the address of a report."""
    return f"/reports/{quote(report)}"


def agreement_at(agreement: str, on: date | None = None, part: str = "") -> str:
    """Give the address of an agreement on a day, or of a part of its page."""
    asked = f"?on={on.isoformat()}" if on else ""
    return f"/agreements/{quote(agreement)}{asked}{'#' if part else ''}{part}"


def party_at(code: str) -> str | None:
    """Give the address of a state, organisation or group; unnamed others have none."""
    named = code.startswith(GROUP) or (code.isalnum() and code.isupper() and code != MANY)
    return f"/states/{_quoted(code)}" if named else None


def person_at(name: str) -> str:
    """Give the address of a person."""
    return f"/people/{_quoted(name)}"


def _quoted(name: str) -> str:
    return quote(name, safe="", errors="replace")

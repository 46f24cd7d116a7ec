"""Corrections: fields of a finding given anew by a person, in their printed form."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from enum import EnumType
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from traktat.errors import TraktatError
from traktat.model.dates import When, parse
from traktat.model.findings import Finding, Step, plain
from traktat.model.judgements import Judgement
from traktat.model.spans import Span
from traktat.sentences import sentence

BAD_CORRECTION = (TraktatError, ValueError, TypeError)
"""What a correction with an unknown field or an impossible value raises."""

NEVER = frozenset({"span", "quote", "because", "confidence", "key", "mentions", "cue"})
"""Fields that say where something stands: whoever finds other words makes another finding."""

_RENAMED = {"edtf": "when"}  # printed name -> field
_PRINTED = {"when": "edtf"}
_CODED = frozenset({"state", "states", "parties"})
_CODE = re.compile(r"[A-Za-z][A-Za-z0-9-]{1,11}")
_NON_STATE = "NSA:"
_SAID = 500  # characters of a field kept beside a judgement: enough to understand it by
_LONGEST = 1000  # characters of a value; the longest name of an agreement has a few hundred


def corrected(finding: Finding, judgement: Judgement) -> Finding:
    """Apply a correction to a finding; raise `TraktatError` or `ValueError` for a bad value."""
    changes = dict(typed(type(finding), name, value) for name, value in judgement.changes)
    step = Step("judgement", judgement.id)
    changed: Finding = replace(finding, because=(*finding.because, step), confidence=1.0, **changes)
    return changed


def accepted(finding: Finding, judgement: Judgement) -> Finding:
    """Mark a finding as confirmed by a person."""
    changed: Finding = replace(
        finding, because=(*finding.because, Step("judgement", judgement.id)), confidence=1.0
    )
    return changed


def correctable(sort: type[Finding]) -> tuple[str, ...]:
    """Name the fields of a sort of finding that can be corrected, as they are printed.

    >>> from traktat.model.findings import DateFinding
    >>> correctable(DateFinding)
    ('edtf', 'anchor')
    """
    return tuple(
        _PRINTED.get(field.name, field.name) for field in fields(sort) if field.name not in NEVER
    )


def choices(sort: type[Finding], name: str) -> tuple[str, ...]:
    """Name the words a field can have, where they are a closed vocabulary; else nothing.

    >>> from traktat.model.findings import ActFinding
    >>> choices(ActFinding, "status"), choices(ActFinding, "place")
    (('occurred', 'planned', 'denied'), ())
    """
    kind, _ = _type_of(sort, name)
    return _words(kind)


def typed(sort: type[Finding], name: str, value: str) -> tuple[str, Any]:
    """Give a field of a sort of finding, and its value from the printed form."""
    if name not in correctable(sort):
        allowed = ", ".join(correctable(sort))
        raise ValueError(
            sentence(
                "{name:quoted} of a finding of kind {kind} cannot be corrected: {allowed}",
                name=name,
                kind=sort.kind,
                allowed=allowed,
            )
        )
    if len(value) > _LONGEST:
        raise ValueError(
            sentence("{name} is longer than {longest} characters", name=name, longest=_LONGEST)
        )
    kind, optional = _type_of(sort, name)
    text = value.strip()
    if not text and get_origin(kind) is not tuple:
        if not optional:
            raise ValueError(sentence("{name} cannot be left empty", name=name))
        return _RENAMED.get(name, name), None
    return _RENAMED.get(name, name), _read(name, kind, text)


def _type_of(sort: type[Finding], name: str) -> tuple[Any, bool]:
    """Give the type of a field, and whether it may be empty."""
    named: Any = sort
    hint = _hints(named)[_RENAMED.get(name, name)]
    inner = get_args(hint)
    if NoneType in inner:
        return next(one for one in inner if one is not NoneType), True
    return hint, False


@cache
def _hints(sort: Any) -> Mapping[str, Any]:
    return get_type_hints(sort)


def _words(kind: Any) -> tuple[str, ...]:
    members: Iterable[Any] = kind if isinstance(kind, EnumType) else ()
    return tuple(str(word.value) for word in members)


def _read(name: str, kind: Any, text: str) -> Any:
    if get_origin(kind) is tuple:
        items = _codes(listed(text)) if name in _CODED else listed(text)
        if name == "quantity" and len(items) not in (0, 3):
            raise ValueError(
                sentence("quantity is comparator, number, unit, not {text:quoted}", text=text)
            )
        return (items or None) if name == "quantity" else items
    if name in _CODED:
        return _codes((text,))[0]
    reads = _READS.get(kind)
    if reads is not None:
        return reads(text)
    words = _words(kind)
    if words and text not in words:
        raise ValueError(
            sentence(
                "{name} is one of {known}, not {text:quoted}",
                name=name,
                known=tuple(words),
                text=text,
            )
        )
    return kind(text)


def _codes(items: tuple[str, ...]) -> tuple[str, ...]:
    """Give codes of states, organisations and groups in capitals, as they are printed."""
    for item in items:
        if not item.startswith(_NON_STATE) and not _CODE.fullmatch(item):
            raise ValueError(
                sentence(
                    "{item:quoted} is no code of a state or organisation, such as IDN, "
                    "ASEAN or NSA:Name",
                    item=item,
                )
            )
    return tuple(one if one.startswith(_NON_STATE) else one.upper() for one in items)


def _yes_or_no(text: str) -> bool:
    if text not in ("true", "false"):
        raise ValueError(sentence("true or false, not {text:quoted}", text=text))
    return text == "true"


_READS: Mapping[Any, Callable[[str], Any]] = {When: parse, bool: _yes_or_no, str: str}


def listed(text: str) -> tuple[str, ...]:
    """Read a list: JSON, or words with commas between them.

    >>> listed("PRK, RUS"), listed('["Ann", "Bob, Jr."]')
    (('PRK', 'RUS'), ('Ann', 'Bob, Jr.'))
    """
    items = json.loads(text) if text.startswith("[") else text.split(",")
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        raise ValueError(sentence("not a list of words: {text:quoted}", text=text))
    return tuple(item.strip() for item in items if item.strip())


def printed(value: Any) -> str:
    """Give the printed form of a field, as `typed` reads it back.

    >>> printed(("PRK", "RUS")), printed(("Bob, Jr.",)), printed(None), printed(True)
    ('PRK,RUS', '["Bob, Jr."]', '', 'true')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    told = plain(value)
    if not isinstance(told, list):
        return str(told)
    if any("," in item or item.startswith("[") for item in told):
        return json.dumps(told, ensure_ascii=False)
    return ",".join(told)


def canonical(sort: type[Finding], name: str, value: str) -> str:
    """Give a value in the one way it is printed; raises what `corrected` would raise."""
    return printed(typed(sort, name, value)[1])


def stated(finding: Finding) -> tuple[tuple[str, str], ...]:
    """Give what a finding says, field by field in printed form, and its characters."""
    told = [("kind", finding.kind), ("quote", finding.quote)]
    for name in correctable(type(finding)):
        value = getattr(finding, _RENAMED.get(name, name))
        if value not in (None, (), False) and not isinstance(value, Span):
            told.append((name, printed(value)))
    return tuple(sorted((name, value[:_SAID]) for name, value in told))

"""Judgements as sorted lines of JSON: a file for git, and what comes back from it.

One judgement is one line, sorted by what it is about and then by time, so that two files merged
line by line are a file again. A judgement that was taken back stands there with the line that
takes it back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from traktat.errors import BadJudgement, told_of
from traktat.fusion.corrections import BAD_CORRECTION, canonical, correctable
from traktat.fusion.rulings import PERSON, TIE
from traktat.model.findings import Finding
from traktat.model.judgements import Judgement, Verdict, instant, judgement_id
from traktat.sentences import Sentence, sentence
from traktat.store.codec import FINDINGS, is_storable

SCHEMA = "traktat.judgement/1"
LONGEST_LINE = 100_000  # characters; a judgement on a long quotation takes about 3,000
_LONGEST = {"id": 100, "about": 500, "by": 100, "why": 2000, "other": 500, "evidence": 100}
_NEEDED = ("about", "verdict", "by", "at")
_KNOWN = frozenset({*_LONGEST, *_NEEDED, "schema", "changes", "said", "undone"})
_LONGEST_VALUE = 20_000  # characters of one field of what was said: a quotation may be long
_MOST_FIELDS = 40
_HINT = sentence("Mend the line, or leave it out; nothing of the file was taken in.")


def judgement_json(judgement: Judgement) -> dict[str, Any]:
    """Give a judgement in the printed form `traktat.judgement/1`; empty fields are left out."""
    told: dict[str, Any] = {
        "schema": SCHEMA,
        "id": judgement.id,
        "about": judgement.about,
        "verdict": judgement.verdict.value,
        "by": judgement.by,
        "at": instant(judgement).isoformat(timespec="microseconds"),
    }
    more: dict[str, Any] = {
        "why": judgement.why,
        "changes": dict(judgement.changes),
        "other": judgement.other,
        "evidence": judgement.evidence,
        "said": dict(judgement.said),
        "undone": judgement.undone,
    }
    return told | {name: value for name, value in more.items() if value}


def written(judgements: Iterable[Judgement]) -> str:
    """Write judgements as sorted lines; the same judgements always give the same text."""
    lines = {_line(one): _place(one) for one in judgements}
    return "".join(f"{line}\n" for line in sorted(lines, key=lambda line: (lines[line], line)))


def _line(judgement: Judgement) -> str:
    told = judgement_json(judgement)
    line = json.dumps(told, ensure_ascii=False, sort_keys=True)
    return line if is_storable(line) else json.dumps(told, sort_keys=True)


def _place(judgement: Judgement) -> tuple[str, str, bool]:
    return judgement.about, judgement.id, judgement.undone


def read_back(text: str) -> tuple[Judgement, ...]:
    """Read judgements from lines of JSON; raise `BadJudgement` that names the line at fault.

    Empty lines are passed over, and a line that stands there twice counts once.
    """
    found: dict[Judgement, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            found.setdefault(_judgement_in(line, number), number)
    _distinct(found)
    return tuple(sorted(found, key=lambda one: (one.undone, instant(one), one.id, one.by)))


def _distinct(found: Mapping[Judgement, int]) -> None:
    """Two judgements of one id that say different things cannot both be meant."""
    known: dict[str, tuple[Judgement, int]] = {}
    for one, number in found.items():
        if one.undone:
            continue
        other, first = known.setdefault(one.id, (one, number))
        if other != one:
            raise _wrong(
                number,
                sentence(
                    "the id {id} stands for another judgement in line {first}",
                    id=one.id,
                    first=first,
                ),
            )


def _judgement_in(line: str, number: int) -> Judgement:
    if line.startswith(("<<<<<<<", "=======", ">>>>>>>", "|||||||")):
        raise _wrong(number, sentence("this is a mark of an unfinished merge"), hint=_MERGE)
    if len(line) > LONGEST_LINE:
        raise _wrong(
            number, sentence("the line is longer than {most:number} characters", most=LONGEST_LINE)
        )
    try:
        told = json.loads(line.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise _wrong(number, sentence("no JSON: {reason}", reason=error)) from None
    if not isinstance(told, dict):
        raise _wrong(number, sentence("a judgement is an object in braces"))
    return _judgement(told, number)


_MERGE = sentence(
    "Keep the lines of both sides and remove the marks: the order of lines does not matter."
)


def _judgement(told: Mapping[str, Any], number: int) -> Judgement:
    _check_names(told, number)
    given = {name: _text(told, name, number) for name in _LONGEST}
    if not given["about"].strip() or not given["by"].strip():
        raise _wrong(number, sentence("`about` and `by` cannot be empty"))
    made = Judgement(
        id=given["id"],
        about=given["about"],
        verdict=_verdict(told, number),
        by=given["by"],
        at=_at(told, number),
        why=given["why"],
        changes=_pairs(told, "changes", number),
        other=given["other"] or None,
        evidence=given["evidence"],
        undone=_undone(told, number),
        said=_pairs(told, "said", number),
    )
    _check_sense(made, number)
    if made.id:
        return made
    if made.undone:
        raise _wrong(number, sentence("a line that takes a judgement back names its `id`"))
    return replace(made, id=judgement_id(made))


def _check_names(told: Mapping[str, Any], number: int) -> None:
    if told.get("schema", SCHEMA) != SCHEMA:
        raise _wrong(
            number,
            sentence(
                "`schema` is {given:quoted}, not {schema:quoted}",
                given=told["schema"],
                schema=SCHEMA,
            ),
        )
    for name in _NEEDED:
        if name not in told:
            raise _wrong(number, sentence("`{name}` is missing", name=name))
    unknown = sorted(set(told) - _KNOWN)
    if unknown:
        raise _wrong(number, sentence("unknown field {field:quoted}", field=unknown[0]))


def _text(told: Mapping[str, Any], name: str, number: int) -> str:
    value = told.get(name) or ""
    if not isinstance(value, str):
        raise _wrong(
            number, sentence("`{name}` is no text: {value}", name=name, value=_shown(value))
        )
    if len(value) > _LONGEST[name]:
        raise _wrong(
            number,
            sentence(
                "`{name}` is longer than {most:number} characters", name=name, most=_LONGEST[name]
            ),
        )
    if has_controls(value):
        raise _wrong(number, sentence("`{name}` holds control characters", name=name))
    return value


def has_controls(text: str) -> bool:
    """Tell whether a text holds characters that steer a terminal; line ends and tabs do not."""
    return any(ord(character) < 0x20 and character not in "\r\n\t" for character in text)


def _verdict(told: Mapping[str, Any], number: int) -> Verdict:
    words = [word.value for word in Verdict]
    if told["verdict"] not in words:
        raise _wrong(
            number,
            sentence(
                "`verdict` is {value}, not one of {known}",
                value=_shown(told["verdict"]),
                known=tuple(words),
            ),
        )
    return Verdict(told["verdict"])


def _at(told: Mapping[str, Any], number: int) -> datetime:
    value = told["at"]
    try:
        if isinstance(value, str):
            at = datetime.fromisoformat(value)
            at.astimezone()
            return at
    except (ValueError, OverflowError, OSError):
        pass
    raise _wrong(
        number,
        sentence(
            "`at` is no instant such as 2026-01-02T03:04:05+00:00: {value}", value=_shown(value)
        ),
    )


def _undone(told: Mapping[str, Any], number: int) -> bool:
    value = told.get("undone", False)
    if not isinstance(value, bool):
        raise _wrong(
            number, sentence("`undone` is true or false, not {value}", value=_shown(value))
        )
    return value


def _pairs(told: Mapping[str, Any], name: str, number: int) -> tuple[tuple[str, str], ...]:
    value = told.get(name) or {}
    if not isinstance(value, dict) or not all(isinstance(one, str) for one in value.values()):
        raise _wrong(
            number,
            sentence("`{name}` is an object of texts, not {value}", name=name, value=_shown(value)),
        )
    if len(value) > _MOST_FIELDS or any(len(one) > _LONGEST_VALUE for one in value.values()):
        raise _wrong(number, sentence("`{name}` is too long", name=name))
    return tuple(sorted(value.items()))


def _check_sense(judgement: Judgement, number: int) -> None:
    """Refuse what no store could ever apply."""
    needs_other = judgement.verdict in (Verdict.MERGE, Verdict.COPY)
    if needs_other and not judgement.other:
        raise _wrong(number, sentence("a {verdict} names an `other`", verdict=judgement.verdict))
    if (judgement.verdict is Verdict.CORRECT) != bool(judgement.changes):
        raise _wrong(
            number, sentence("`changes` belong to a correction, and a correction has some")
        )
    persons = [
        one.startswith(PERSON) for one in (judgement.about, judgement.other) if one is not None
    ]
    if judgement.verdict in (Verdict.MERGE, Verdict.SPLIT) and any(persons) and not all(persons):
        raise _wrong(
            number, sentence("a person can only be merged with a person, or split from one")
        )
    _check_values(judgement, number)
    if judgement.about.startswith(TIE) and judgement.about.count(":") != 2:
        raise _wrong(number, sentence("a tie is written tie:REPORT:REPORT"))


def _check_values(judgement: Judgement, number: int) -> None:
    """Refuse a field that no such finding has, and a value it cannot have."""
    kind = dict(judgement.said).get("kind")
    if kind is not None and kind not in FINDINGS:
        raise _wrong(
            number, sentence("`said` names no kind of finding: {value}", value=_shown(kind))
        )
    for name, value in judgement.changes:
        sorts = [FINDINGS[kind]] if kind else list(FINDINGS.values())
        problems = [_problem(sort, name, value) for sort in sorts if name in correctable(sort)]
        if not problems:
            raise _wrong(
                number,
                sentence(
                    "`changes`: no finding has a field {field} to correct", field=_shown(name)
                ),
            )
        if all(problems):
            raise _wrong(number, sentence("`changes`: {problem}", problem=problems[0]))


def _problem(sort: type[Finding], name: str, value: str) -> Sentence | None:
    try:
        canonical(sort, name, value)
    except BAD_CORRECTION as error:
        return sentence("{name}: {problem}", name=name, problem=told_of(error))
    return None


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:60]}…"


def _wrong(number: int, message: Sentence, *, hint: Sentence = _HINT) -> BadJudgement:
    return BadJudgement(
        sentence("line {number}: {message}", number=number, message=message), hint=hint
    )


def new_ones(given: Iterable[Judgement], known: Iterable[Judgement]) -> Iterator[Judgement]:
    """Give those that are not there yet; raise `BadJudgement` for an id used otherwise."""
    there = list(known)
    made = {one.id: one for one in there if not one.undone}
    lines = {_line(one) for one in there}
    for one in given:
        other = made.get(one.id)
        if not one.undone and other is not None and _line(other) != _line(one):
            raise BadJudgement(
                sentence("the id {id} stands for another judgement in the store", id=one.id),
                hint=sentence("Leave the id out of the line: it is then made from what it says."),
            )
        if _line(one) not in lines:
            yield one

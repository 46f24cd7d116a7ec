"""What a form needs to let a person judge a finding: its fields, their values and their words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from traktat.desk.words import Words
from traktat.fusion.corrections import choices, correctable, stated
from traktat.fusion.rulings import in_force
from traktat.fusion.verdicts import applied
from traktat.model.findings import Finding
from traktat.model.judgements import Judgement

FIRST = ("act", "status", "date", "by", "states", "speaker", "parties", "provision", "topic")
"""Fields that are misread most; the others stand behind them."""

LABELS: Mapping[str, str] = {
    "act": "act",
    "status": "status",
    "chamber": "chamber",
    "provision": "provision",
    "force": "force",
    "stance": "stance",
    "manner": "manner",
}
"""The entry of a pack's labels for each field of closed words."""

_GIVEN, _BEFORE = "f-", "o-"  # how a form names a field, and the value it had


@dataclass(frozen=True, slots=True)
class Field:
    """A field that can be corrected: its printed name, its value, and the words it can have."""

    name: str
    value: str
    choices: tuple[str, ...]


def fields_of(finding: Finding, judgements: Iterable[Judgement] = ()) -> tuple[Field, ...]:
    """Give the fields of a finding as people have corrected it so far, the likeliest first."""
    now = applied(finding, in_force(judgements).all) or finding
    said, sort = dict(stated(now)), type(finding)
    names = sorted(correctable(sort), key=_place)
    return tuple(Field(name, said.get(name, ""), choices(sort, name)) for name in names)


def _place(name: str) -> int:
    return FIRST.index(name) if name in FIRST else len(FIRST)


def words_of_choice(name: str, choice: str, words: Words) -> str:
    """Give a word of a closed field as the language prints it."""
    group = LABELS.get(name)
    return words.label(group, choice) if group else choice


def changes_in(given: Mapping[str, str]) -> dict[str, str]:
    """Give the fields that somebody changed in a form."""
    return {
        name.removeprefix(_GIVEN): value.strip()
        for name, value in given.items()
        if name.startswith(_GIVEN)
        and value.strip() != given.get(f"{_BEFORE}{name.removeprefix(_GIVEN)}", "").strip()
    }


def names_in(words: Words) -> Mapping[str, Callable[..., object]]:
    """Give what the forms of judging are written with, in the words of a language."""
    fields, sorts = field_names(words), _sorts(words)
    verdicts, changes = _verdicts(words), _changes(words)
    return {
        "fields_of": fields_of,
        "field_name": lambda name: fields.get(name, str(name).replace("_", " ")),
        "choice_word": lambda name, choice: words_of_choice(name, choice, words),
        "sort_word": lambda sort: sorts.get(sort, sort),
        "verdict_word": lambda verdict: verdicts.get(verdict.value, verdict.value),
        "change_word": lambda change: changes.get(change, change),
        "standing_word": lambda status: _standing(status, words),
        "field_value": lambda name, value: field_value(name, value, words),
    }


def field_value(name: str, value: object, words: Words) -> str:
    """Write a field of a finding or record, in its printed form, as the language does."""
    if isinstance(value, Mapping):
        return ", ".join(str(one) for one in value.values())
    if isinstance(value, list | tuple):
        return ", ".join(field_value(name, one, words) for one in value) or "–"
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return words.tell("yes") if value else words.tell("no")
    if name in _LABELED:
        return words.label(_LABELED[name], value)
    write = _WRITTEN.get(name)
    if write is not None:
        return write(words, str(value))
    return words.number(value) if isinstance(value, int | float) else words.told(str(value))


_LABELED = {**LABELS, "certainty": "certainty", "form": "form", "flags": "flag", "anchor": "anchor"}
_WRITTEN: Mapping[str, Callable[[Words, str], str]] = {
    **dict.fromkeys(("kind", "office", "qualifiers", "timing", "trigger"), Words.key),
    **dict.fromkeys(("beneficiary", "bearers", "parties", "state", "states"), Words.claimant),
    **dict.fromkeys(("date", "effective_on", "reported_on", "uttered", "edtf"), Words.day),
    "prefer": Words.value,
    "topic": Words.topic,
}
"""How the fields that hold keys, states and days are written."""


def _standing(status: str | None, words: Words) -> str:
    if status is None:
        return "–"
    known = words.label("standing", status.rstrip("?"))
    return f"{known} ({words.tell('possible')})" if status.endswith("?") else known


def _verdicts(words: Words) -> Mapping[str, str]:
    tell = words.tell
    return {
        "accept": tell("accepted"),
        "reject": tell("rejected"),
        "correct": tell("corrected"),
        "merge": tell("merged with"),
        "split": tell("set apart"),
        "copy": tell("copy of"),
    }


def _changes(words: Words) -> Mapping[str, str]:
    tell = words.tell
    return {
        "new": tell("new"),
        "changed": tell("changed"),
        "gone": tell("gone"),
        "added": tell("added"),
        "removed": tell("removed"),
    }


def _sorts(words: Words) -> Mapping[str, str]:
    tell = words.tell
    return {
        "conflicting-judgement": tell("People decided differently"),
        "bad-judgement": tell("A correction cannot be applied"),
        "stale-judgement": tell("What was judged is no longer read"),
        "contradiction": tell("Sources contradict each other"),
        "decides-alone": tell("Today's standing rests on one origin"),
        "doubtful-link": tell("May be one of several agreements"),
        "doubtful-record": tell("The record does not fit together"),
        "settled-contradiction": tell("Contradiction settled by a rule"),
        "unsure-reading": tell("The reading is not sure"),
        "doubtful-reading": tell("The reading met a doubt"),
        "contradicting-claims": tell("Claimants contradict each other"),
    }


def field_names(words: Words) -> Mapping[str, str]:
    """Name the fields of findings and records; what is not here is told by its key."""
    tell = words.tell
    return {
        "act": tell("act"),
        "status": tell("status"),
        "by": tell("by"),
        "states": tell("states"),
        "state": tell("state"),
        "date": tell("date"),
        "edtf": tell("date"),
        "place": tell("place"),
        "chamber": tell("chamber"),
        "effective_on": tell("in effect"),
        "reported_on": tell("reported"),
        "condition": tell("condition"),
        "via": tell("told by"),
        "vote": tell("vote"),
        "provision": tell("clause"),
        "force": tell("force"),
        "bearers": tell("bound"),
        "beneficiary": tell("owed to"),
        "trigger": tell("trigger"),
        "qualifiers": tell("qualifiers"),
        "timing": tell("timing"),
        "scope": tell("scope"),
        "flags": tell("doubts"),
        "speaker": tell("speaker"),
        "office": tell("office"),
        "form": tell("form"),
        "uttered": tell("said on"),
        "stance": tell("stance"),
        "manner": tell("manner"),
        "topic": tell("topic"),
        "quantity": tell("quantity"),
        "anchor": tell("counted from"),
        "name": tell("name"),
        "names": tell("names"),
        "parties": tell("parties"),
        "agreement": tell("key of the agreement"),
        "replaces": tell("replaces"),
        "support": tell("reports"),
        "origins": tell("origins"),
        "independent_origins": tell("independent origins"),
        "credibility": tell("credibility"),
        "certainty": tell("certainty"),
        "confidence": tell("confidence"),
        "prefer": tell("preferred value"),
    }

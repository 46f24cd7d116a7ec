"""Verb or noun: which senses of a word its place leaves open."""

from __future__ import annotations

from traktat.reading.acts.outlines import Outline
from traktat.reading.acts.triggers import Sense, Trigger, has_object, is_bare_participle
from traktat.reading.mentions import NameMention


def likely(line: Outline, trigger: Trigger) -> tuple[Sense, ...]:
    """Choose between verb and noun where a bare form is both ("ratifikasi", "exchange")."""
    if _stands_alone(line, trigger):
        return tuple(item for item in trigger.senses if item.field != "direct_verbs")
    nouns = [item for item in trigger.senses if item.field.endswith("nouns")]
    if nouns and trigger.gerund and _is_named_event(line, trigger):
        return tuple(nouns)
    if nouns and trigger.gerund and trigger.end < line.end:
        taking = line.has(trigger.end, "article") and not line.has(trigger.first - 1, "article")
        return tuple(item for item in trigger.senses if not (taking and item in nouns))
    bare = [item for item in trigger.senses if item.forms == ("bare",)]
    if not nouns or not bare:
        return trigger.senses
    dropped = nouns if _is_verb(line, trigger) else bare
    return tuple(item for item in trigger.senses if item not in dropped)


def _is_named_event(line: Outline, trigger: Trigger) -> bool:
    """Tell whether a gerund is a noun that a place describes: "after the Geneva signing"."""
    before = trigger.first - 1
    if before <= line.first or has_object(line, trigger.end) or not line.words[before].istitle():
        return False
    name = line.names.get(before)
    return line.has((name.first if name is not None else before) - 1, "article")


def _stands_alone(line: Outline, trigger: Trigger) -> bool:
    """Tell whether a verb that may do without an object does so: "the treaty ended in May"."""
    fields = {item.field for item in trigger.senses}
    if not {"subject_verbs", "direct_verbs"} <= fields or has_object(line, trigger.end):
        return False
    return is_bare_participle(line, trigger)


def _is_verb(line: Outline, trigger: Trigger) -> bool:
    before = trigger.first - 1
    if before < line.first:
        return False
    name = line.names.get(before)
    governed = name is not None and not name.attributive and not _is_one(line, name)
    governed = governed or line.has(before, "purpose", "future", "possibility", "obligation")
    governed = governed or line.has(before, "they", "we", "both")
    if not governed or trigger.end >= line.end:
        return False
    marks = line.sources.page.marks.within("acts", trigger.end, trigger.end + 1)
    papers_behind = any(mark.field == "objects" for mark in marks)
    return papers_behind or trigger.end in line.agreements or line.has(trigger.end, "it", "article")


def _is_one(line: Outline, name: NameMention) -> bool:
    """Tell whether a name describes a noun: "in favor of a US exit from the pact"."""
    before = name.first - 1
    return line.has(before, "article") and not line.has(before, "definite")

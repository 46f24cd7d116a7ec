"""The agreement that is the subject of a verb: of its passive, or of "takes effect"."""

from __future__ import annotations

from collections.abc import Sequence

from traktat.lang import Mark
from traktat.model.kinds import ActKind
from traktat.reading.acts.objects import foremost, is_tensed, objects_of, past_parties
from traktat.reading.acts.outlines import Outline
from traktat.reading.acts.triggers import (
    Trigger,
    antecedent,
    before_aside,
    is_bare_participle,
    looks_like,
    verb_group,
)
from traktat.reading.mentions import AgreementMention

SUBJECT_REACH = 40  # words between an agreement and its verb: relative clauses stand between
JOINED_REACH = 14  # words between two verbs that share a subject
RELATIVE_REACH = 6  # words between a relative pronoun and its verb
LISTED = 8  # commas of "negotiated between Norland, Sarvia, and Sudria, the deal"
LOOSE_ENDS = 3  # words of a description between an agreement's noun and its relative pronoun


def subject_of(
    line: Outline,
    trigger: Trigger,
    kind: ActKind,
    *,
    close: bool = False,
    passive: bool = True,
) -> list[AgreementMention]:
    """List the agreement to the left that is the subject, past relative clauses and asides.

    With `close` it must stand right before its verb group. A participle has its agreement
    right before it even behind a preposition, if it is `passive` ("a deal on the pact signed").
    """
    if close:
        before = antecedent(line, verb_group(line, trigger.first))
        return [before] if before is not None and _is_subject(line, before, kind) else []
    model = _joined_verb(line, trigger)
    if model is not None:
        return subject_of(line, model, kind, passive=passive)
    near = antecedent(line, trigger.first)
    reduced = (passive and is_bare_participle(line, trigger)) or _is_described(line, trigger)
    if near is not None and (reduced or _is_subject(line, near, kind)):
        return [] if _is_of_event(line, trigger, near, kind) else joined_left(line, near)
    if reduced and line.words[trigger.first - 1] == ",":
        aside = before_aside(line, trigger.first - 1)
        if aside is not None:
            return joined_left(line, aside)
    relative = _relative_before(line, trigger)
    if line.has(trigger.first, "relative"):
        relative = trigger.first  # "NAFTA, yang berlaku sejak 1994"
    if relative is None and _lacks_subject(line, trigger):
        return _behind_aside(line, trigger, kind)
    if relative is not None or reduced:
        at = trigger.first if relative is None else relative
        found = antecedent(line, at, unknown=LOOSE_ENDS) or _before_comma(line, at)
        if found is not None and any(token in line.names for token in range(found.end, at)):
            return [found]  # "the A and the pact with Norland that was signed in 2013"
        return joined_left(line, found) if found is not None else []
    return _clause_subject(line, trigger, kind)


def _before_comma(line: Outline, relative: int) -> AgreementMention | None:
    """Give what a clause behind a comma tells more of: "reached a pact with X in 2016, which"."""
    comma = relative - 1
    if comma <= line.first or line.words[comma] != "," or not line.has(relative, "relative"):
        return None
    return before_aside(line, comma)


def _is_of_event(line: Outline, trigger: Trigger, mention: AgreementMention, kind: ActKind) -> bool:
    """Tell whether an event is what was announced: "its exit from the pact, announced in May"."""
    if kind is not ActKind.TEXT_AGREED or line.words[trigger.first - 1] != ",":
        return False
    before = mention.first - 1
    while before > line.first and line.has(before, "article"):
        before -= 1
    if not line.has(before, "of", "preposition"):
        return False
    return any(_names_event(mark) for mark in _ending_at(line, before))


def _is_described(line: Outline, trigger: Trigger) -> bool:
    """Tell whether words right behind an agreement describe it: "the deals already in force"."""
    if not is_tensed(line) or any(sense.forms for sense in trigger.senses):
        return False
    return trigger.first - 1 in line.agreements


def _clause_subject(line: Outline, trigger: Trigger, kind: ActKind) -> list[AgreementMention]:
    """Look for the subject of a finite verb: a noun phrase, a pronoun, or one behind it."""
    main = _main_subject(line, trigger, kind)
    if main is not None:
        return joined_left(line, main)
    shared = _shared_subject(line, trigger)
    if shared is not None:
        return [shared]
    after = _group_start(line, trigger) - 1
    if after > line.first and line.opener(after) in _UNSAID:  # "took effect after being signed"
        main = _main_subject(line, Trigger(after, after + 1, trigger.senses), kind)
        if main is not None:
            return joined_left(line, main)
    spoken_of = line.sources.agreements.mentions.before(trigger.first)
    if spoken_of and _is_it(line, trigger):
        return [foremost(line, spoken_of)]
    vague = kind is ActKind.AMENDMENT and not _told_just_before(line, spoken_of)
    vague = vague or any(s.field == "subject_verbs" for s in trigger.senses if s.kind in _SAID)
    if spoken_of and not vague and _pronoun_subject(line, trigger):
        return [foremost(line, spoken_of)]
    behind = line.agreements.get(trigger.end)  # "mulai berlaku perjanjian itu"
    return [behind] if behind is not None else []


def _told_just_before(line: Outline, spoken_of: Sequence[AgreementMention]) -> bool:
    """Tell whether "it" opens a sentence behind one on an agreement, not "the missile … it"."""
    index = line.sentence.index
    if not (spoken_of and index and line.has(line.first, "it")):
        return False
    return spoken_of[-1].first >= line.sources.page.sentences[index - 1].first


_UNSAID = ("after", "condition")
"""Clauses that may leave their subject unsaid: "harus disetujui sebelum bisa berlaku"."""


def _is_it(line: Outline, trigger: Trigger) -> bool:
    """Tell whether "ia" is no person, by what only agreements do: "Ia akan berlaku sementara"."""
    fields = {sense.field for sense in trigger.senses}
    at = verb_group(line, trigger.first) - 1
    return at == line.first and line.has(at, "he") and fields <= _ONLY_OF_PACTS


_ONLY_OF_PACTS = frozenset({"subject_words", "dated_words"})
"""Lists of words whose subject is an agreement, never a person."""

_SAID = frozenset({ActKind.TEXT_AGREED})
"""Acts whose subject verbs are said of other things as well: "it should be done"."""


def _shared_subject(line: Outline, trigger: Trigger) -> AgreementMention | None:
    """Give what a passive right behind "but" or "since" is about: the one agreement before."""
    but = verb_group(line, trigger.first) - 1
    passive = any("passive" in sense.forms for sense in trigger.senses)
    if not passive or but <= line.first or line.opener(but) not in ("contrast", "cause"):
        return None
    named = [mention for mention in line.ordered(line.agreements) if mention.end <= but]
    return named[-1] if len({mention.key for mention in named}) == 1 else None


def _joined_verb(line: Outline, trigger: Trigger) -> Trigger | None:
    """Give the verb that a verb behind "and" shares its subject with."""
    start = verb_group(line, trigger.first)
    while start > line.first and line.has(start - 1, "negation", "not_yet"):
        start = verb_group(line, start - 1)  # "was negotiated but has never been approved"
    but = start - 1
    while line.has(but, "particles") or but in line.dates:
        but -= 1  # "diteken, namun hingga kini belum berlaku"
    against = line.has(but, "contrast")
    chained = line.words[start - 1] == "," and line.any_tag(start, trigger.first, "then")
    if start - 1 <= line.first or not (line.joins(start - 1) or against or chained):
        return None
    stop = start - 1 + (not chained)  # "to be signed, then sent to parliament"
    if against:
        stop = but - (line.words[but - 1] == ",")  # "was signed, but has not been ratified"
    low = max(line.first, start - JOINED_REACH)
    marks = line.sources.page.marks.within("acts", low, start - 1)
    verbs = [mark for mark in marks if mark.forms and mark.forms != ("noun",)]
    if not verbs:
        return None
    last = verbs[-1]
    parted = any(line.stops(t) or line.words[t] == "," for t in range(last.end, stop))
    if parted or any(line.opener(t) for t in range(last.end, min(stop, start - 1))):
        return None
    return Trigger(last.first, last.end, trigger.senses)


_LEADING = ("purpose", "future", "obligation", "be")
"""Grammar entries of words that may lead to a verb group."""


def _pronoun_subject(line: Outline, trigger: Trigger) -> bool:
    """Tell whether "it" is the subject: right before the verb, or opening the sentence."""
    near = _group_start(line, trigger) - 1
    if not (line.has_one(near, _LEADING) or line.any_tag(near, trigger.first, "future")):
        near = verb_group(line, trigger.first) - 1
    while near > line.first and line.has_one(near, _LEADING):
        near -= 1  # "it is expected to be signed"
    if line.has(near + 1, "purpose") and not line.has_one(near + 1, _LEADING[1:]):
        return False  # "expect it to be signed"
    if near > line.first and line.has(near, "it") and line.has(near - 1, "it"):
        return False  # "hal itu" is what was said, no agreement
    if near >= line.first and line.has(near, "it") and not line.has(near, "definite"):
        return True
    if near > line.first and line.joins(near) and line.has(line.first, "it"):
        return True
    at = line.first
    while at < trigger.first and not line.words[at][0].isalnum():
        at += 1
    if at >= trigger.first or not line.has(at, "it") or line.has(at + 1, "it"):
        return False
    between = range(at + 1, trigger.first)
    return len(between) <= RELATIVE_REACH and not any(line.words[t] == "," for t in between)


def _relative_before(line: Outline, trigger: Trigger) -> int | None:
    """Give the relative pronoun whose verb the trigger is."""
    verbs = {mark.first for mark in line.sources.page.marks.of("acts", line.sentence)}
    for token in range(trigger.first - 1, max(line.first, trigger.first - RELATIVE_REACH) - 1, -1):
        if token in verbs or line.words[token] == "," or token in line.agreements:
            return None
        if line.has(token, "relative"):
            return None if _rules_apart(line, token, trigger) else token
    return None


def _rules_apart(line: Outline, relative: int, trigger: Trigger) -> bool:
    """Tell whether a clause of its own ends before the verb: "a deal under which X will …"."""
    end = verb_group(line, trigger.first)
    modal = line.any_tag(relative, end, "future", "possibility", "obligation", "perfect")
    return modal and line.has(relative - 1, "preposition")


def _lacks_subject(line: Outline, trigger: Trigger) -> bool:
    """Tell whether a participle opens the sentence: "Signed in 1987, the …", "Once ratified, …"."""
    before = trigger.first - 1
    return before < line.first or (before == line.first and line.opener(before) is not None)


def _main_subject(line: Outline, trigger: Trigger, kind: ActKind) -> AgreementMention | None:
    token, commas = _past_aside(line, _group_start(line, trigger) - 1), 0
    joint = verb_group(line, trigger.first) - 1  # "limits arms and will expire": one subject
    plain = 0  # words since the verb that may be another subject
    while token >= max(line.first, trigger.first - SUBJECT_REACH):
        mention = line.agreements.get(token)
        if mention is not None:
            if _is_subject(line, mention, kind) or _taken_up(line, mention, trigger):
                return mention
            token, plain = mention.first, 0
        if line.words[token] in ";:" or token in line.saying or _parts(line, token):
            return None
        if plain and line.joins(token) and token != joint and not _joins_names(line, token):
            return None
        commas += line.words[token] == ","
        inner = line.has(token, "relative") and not commas and is_tensed(line)
        if inner and not _has_own_verb(line, token, trigger):
            return None  # the verb belongs to this clause, and its subject to another verb
        plain = _plain_words(line, token, plain)
        token -= 1
    return None


def _group_start(line: Outline, trigger: Trigger) -> int:
    """Give where a verb group begins, an adverb within it and all: "has been partly ended"."""
    start = verb_group(line, trigger.first)
    if start - 1 in line.saying and looks_like(line, start - 1, ("passive",)):
        start = verb_group(line, start - 1)  # "perjanjian itu dinyatakan mulai berlaku"
    adverb = start - 1
    if adverb <= line.first or line.tags.get(adverb) or not line.words[adverb][0].islower():
        return start
    return verb_group(line, adverb) if line.has(adverb - 1, "be", "have") else start


def _past_aside(line: Outline, token: int) -> int:
    """Step over an aside right before a verb: "the pact, in force since May, was ended"."""
    if token <= line.first or line.words[token] != ",":
        return token
    opening = (t for t in range(token - 1, line.first, -1) if line.words[t] == ",")
    at = next(opening, token)
    return at - 1 if at - 1 in line.agreements or at - 1 in line.names else token


def _joins_names(line: Outline, at: int) -> bool:
    """Tell whether "and" joins two names, not two clauses: "the pact that A and B signed"."""
    behind, before = at + 1, at - 1
    while behind < line.end and line.has(behind, "article"):
        behind += 1
    if behind not in line.names and line.words[behind].isupper() and behind + 1 in line.names:
        behind += 1  # "between Norland and the NLF rebels"
    if before not in line.names:
        return False
    before = _past_articles(line, line.names[before].first - 1)
    if line.has(before, "of") and before - 1 > line.first:
        before = _past_articles(line, before - 2)  # "that the ministers of A and B signed"
    told_of = line.agreements.get(before)  # "the pact A and B signed"
    if before <= line.first or not (told_of or _opens_pair(line, before)):
        return False
    return behind in line.names or line.has(before, "between")  # "antara A dan pemberontak"


def _past_articles(line: Outline, at: int) -> int:
    while at > line.first and line.has(at, "article") and not _opens_pair(line, at):
        at -= 1
    return at


def _opens_pair(line: Outline, token: int) -> bool:
    return line.has(token, "relative", "between")


_HELPING = ("future", "possibility", "obligation", "negation", "have", "be", "perfect")
"""Grammar entries of words that stand before a verb in its own clause."""


def _has_own_verb(line: Outline, relative: int, trigger: Trigger) -> bool:
    """Tell whether a plain word, its verb, follows a relative pronoun: "that offers a path".

    Its verb may have a subject of its own, and tell an act: "that Norland and Sarvia signed".
    """
    verb = relative + 1
    if line.has(relative - 1, "preposition"):
        return _rules_apart(line, relative, trigger)
    doer = verb + line.has(verb, "article")
    doer += 2 * (line.has(doer + 1, "of"))  # "that the ministers of A and B signed"
    verb = doer if doer in line.names else verb
    if verb in line.names:
        own = line.sources.page.marks.within("acts", verb, verb_group(line, trigger.first))
        return any(mark.forms and "noun" not in mark.forms for mark in own)
    while verb < trigger.first and line.has_one(verb, _HELPING):
        verb += 1  # "that would cut tariffs"
    plain = line.words[verb].isalpha() and line.words[verb].islower()
    known = verb in line.agreements or verb in line.names or line.tags.get(verb)
    return plain and not known and verb + 1 < verb_group(line, trigger.first)


def _plain_words(line: Outline, token: int, so_far: int) -> int:
    """Count content words that stand in no phrase opened by a preposition or pronoun."""
    if line.has(token, "preposition", "in", "relative", "of") or line.words[token] == ",":
        return 0
    known = token in line.names or token in line.dates or line.tags.get(token)
    return so_far if known or not line.words[token][0].isalnum() else so_far + 1


def _is_subject(line: Outline, mention: AgreementMention, kind: ActKind) -> bool:
    """An agreement behind a preposition or an event noun is no subject, nor are its talks."""
    before = mention.first - 1
    while before >= line.first and line.has(before, "article"):
        before -= 1
    if before < line.first or (line.has(before, "toward") and _is_to(line, mention.end)):
        return True
    if line.opener(before) is not None:
        return True
    if line.has(before, "with") and line.has(past_parties(line, mention.end), "future"):
        return True  # "with the truce set to expire on Monday"
    if _is_genitive(line, mention):
        return False
    ending = _ending_at(line, before + 1)
    if any(_is_head(mark, kind) for mark in ending):
        return True
    if any(_names_event(mark) for mark in ending):
        return False
    if line.has(before, "of", "preposition"):
        return any(_is_head(mark, kind) for mark in _ending_at(line, before))
    return not line.has(before, "at")


def _is_genitive(line: Outline, mention: AgreementMention) -> bool:
    """Tell whether an agreement owns a plain noun before it, where owners stand behind.

    "Masa retroaktif perjanjian itu" is a period, not the agreement.
    """
    before = mention.first - 1
    if line.sources.page.pack.settings.get("modifiers") != "after" or before < line.first:
        return False
    word, marks = line.words[before], line.sources.page.marks
    plain = word.isalpha() and word.islower() and not line.tags.get(before)
    known = before in line.names or before in line.dates or line.opener(before) is not None
    if not plain or known or looks_like(line, before, ("active", "passive")):
        return False
    if line.saying.intersection(range(before - 2, before)) and line.has(before - 1, "preposition"):
        return False  # "mengatakan kepada wartawan perjanjian itu …"
    return not any(mark.end > before for mark in marks.within("acts", before - 4, mention.first))


def _is_to(line: Outline, token: int) -> bool:
    """Tell whether "to" follows, behind the parties if they are named.

    "Pushing for the pact to be approved", "the way for the pact between A and B to take effect".
    """
    token = past_parties(line, token)
    return token < line.end and line.has(token, "purpose")


def _ending_at(line: Outline, token: int) -> list[Mark]:
    marks = line.sources.page.marks.within("acts", max(line.first, token - 5), token)
    return [mark for mark in marks if mark.end == token]


def _is_head(mark: Mark, kind: ActKind) -> bool:
    return mark.field in ("through", "talks") and mark.key == kind


def _names_event(mark: Mark) -> bool:
    if mark.field in ("through", "talks"):
        return True
    return mark.field.endswith("nouns") or "noun" in mark.forms


def _taken_up(line: Outline, mention: AgreementMention, trigger: Trigger) -> bool:
    """Tell whether a relative clause right behind an agreement takes it up as its own subject.

    Of two verbs only the first belongs to it: "leaving the pact that was signed … is finished".
    """
    at = mention.end
    while at < trigger.first and (line.words[at] in ',)"”' or at in line.names):
        at += 1
    if at >= trigger.first or not line.has(at, "relative"):
        return False
    marks = line.sources.page.marks.within("acts", at, trigger.first)
    joined = any(line.joins(token) for token in range(at, trigger.first))
    return joined or not any(mark.forms and "noun" not in mark.forms for mark in marks)


def _parts(line: Outline, token: int) -> bool:
    """An opener parts subject and verb unless it is a relative pronoun."""
    opener = line.opener(token)
    if opener is None or opener == "relative":
        return False
    return not (opener == "that" and line.has(token, "relative", "article"))


def _behind_aside(line: Outline, trigger: Trigger, kind: ActKind) -> list[AgreementMention]:
    """Give the agreement that follows a fronted participle, past the commas of a list."""
    commas = [token for token in range(trigger.end, line.end) if line.words[token] == ","]
    for comma in commas[:LISTED]:
        found = objects_of(line, comma + 1, kind)[:1]
        if found:
            return found
    return []


def joined_left(line: Outline, mention: AgreementMention) -> list[AgreementMention]:
    """Add the agreements joined to one from the left: "the treaty and the protocol were …"."""
    out, token = [mention], mention.first - 1
    while token > line.first and (line.words[token] == "," or line.has(token, "and", "article")):
        joined = line.agreements.get(token - 1)
        if joined is not None and joined.key not in {item.key for item in out}:
            out.append(joined)
            token = joined.first
        token -= 1
    return out

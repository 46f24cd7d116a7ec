"""Which agreement an act is about: its object, its subject, or the one spoken of."""

from __future__ import annotations

from dataclasses import dataclass

from traktat.lang import Mark
from traktat.model.kinds import ActKind
from traktat.reading.mentions import AgreementMention
from traktat.reading.outlines import Outline
from traktat.reading.triggers import Trigger, Voice, antecedent, has_object

REACH = 7  # words between a verb and its object: "signed a long-awaited, landmark … treaty"
SUBJECT_REACH = 40  # words between an agreement and its verb: relative clauses stand between
_ASIDES = frozenset("-'’\"“”‘*(,")  # marks within a noun phrase
FOCUS_REACH = 2  # sentences back an agreement stays in focus when others are spoken of


@dataclass(frozen=True, slots=True)
class Link:
    """An agreement an act is tied to; `direct` if grammar ties it, not mere focus."""

    key: str
    mention: AgreementMention | None
    direct: bool
    rule: str


def papers(line: Outline, trigger: Trigger, voice: Voice) -> list[Mark]:
    """List the papers a verb hands over or signs: to its right, in the passive to its left."""
    if voice is Voice.PASSIVE or voice is Voice.SUBJECT:
        left = _clause_start(line, trigger.first)
        found = [m for m in line.sources.page.marks.within("acts", left, trigger.first)]
        return [mark for mark in found if mark.field == "objects"]
    right = _clause_end(line, trigger.end)
    found = line.sources.page.marks.within("acts", trigger.end, right)
    return [mark for mark in found if mark.field == "objects"]


def tie(
    line: Outline,
    trigger: Trigger,
    voice: Voice,
    kind: ActKind,
    *,
    loose: bool,
    papers: bool = False,
) -> list[Link]:
    """List the agreements a trigger is tied to, by grammar first, else by focus if `loose`.

    `papers` are the object instead of the agreement, which is then the one in focus.
    """
    found = direct(line, trigger, voice, kind)
    if found:
        return found
    if not loose:
        return []
    nearby = _nearby(line, trigger, Voice.NOUN if papers else voice)
    return [nearby] if nearby else []


def direct(line: Outline, trigger: Trigger, voice: Voice, kind: ActKind) -> list[Link]:
    """List the agreements that are a trigger's own object or subject."""
    if voice is Voice.ACTIVE:
        mentions, rule = objects_of(line, trigger.end, kind), "object"
        if not mentions and takes_pronoun(line, trigger):
            return _by_pronoun(line, trigger)
        if not mentions and not has_object(line, trigger.end):
            mentions, rule = _relative_object(line, trigger), "antecedent"
    elif voice is Voice.NOUN:
        mentions, rule = _of_noun(line, trigger, kind), "complement"
    else:
        mentions, rule = _subject(line, trigger, kind), "subject"
    return [Link(mention.key, mention, True, rule) for mention in mentions]


def _by_pronoun(line: Outline, trigger: Trigger) -> list[Link]:
    """Give the agreement a pronoun stands for: the one in focus."""
    link = _nearby(line, trigger, Voice.NOUN)
    return [Link(link.key, link.mention, True, "pronoun")] if link else []


def objects_of(line: Outline, at: int, kind: ActKind) -> list[AgreementMention]:
    """List the agreement right behind a verb, and those joined to it."""
    mention = _first_object(line, at, kind)
    if mention is None:
        return []
    out, token = [mention], mention.end
    while token < line.end and (line.words[token] == "," or line.has(token, "and", "article")):
        token += 1
        joined = line.agreements.get(token)
        if joined is not None and joined.key not in {item.key for item in out}:
            out.append(joined)
            token = joined.end
    return out


def _first_object(line: Outline, at: int, kind: ActKind) -> AgreementMention | None:
    token, unknown = at, 0
    through = _through(line, at, kind)
    while token < line.end:
        mention = line.agreements.get(token)
        if mention is not None:
            return None if _describes_talks(line, mention, kind) else mention
        if token in through:
            token += 1
            continue
        if token in line.names:
            token = line.names[token].end
            continue
        if not _may_stand_before_object(line, token):
            return None
        unknown += not line.has(token, "article")
        if unknown > REACH:
            return None
        token += 1
    return None


def _may_stand_before_object(line: Outline, token: int) -> bool:
    if token in line.dates or line.words[token] in _ASIDES:
        return True
    if line.stops(token) or line.opener(token):
        return False
    return not line.has(token, "preposition", "agent", "purpose", "be", "have", "future")


def _through(line: Outline, at: int, kind: ActKind) -> frozenset[int]:
    """Give the tokens of heads that hand the act on ("participation in", "the text of")."""
    marks = line.sources.page.marks.within("acts", at, min(line.end, at + REACH))
    wanted = [mark for mark in marks if mark.field == "through" and mark.key == kind]
    tokens = {token for mark in wanted for token in range(mark.first, mark.end)}
    for mark in wanted:
        if mark.end < line.end and line.has(mark.end, "of", "preposition"):
            tokens.add(mark.end)
    return frozenset(tokens)


def _describes_talks(line: Outline, mention: AgreementMention, kind: ActKind) -> bool:
    """Tell whether an agreement only names the talks about it ("treaty negotiations")."""
    if kind is ActKind.TEXT_AGREED:
        return False
    marks = line.sources.page.marks.within("acts", mention.end, mention.end + 1)
    return any(mark.field == "through" and mark.key == ActKind.TEXT_AGREED for mark in marks)


def _relative_object(line: Outline, trigger: Trigger) -> list[AgreementMention]:
    """Give the antecedent of a clause without object: "the pact both countries signed"."""
    token = trigger.first - 1
    while token >= line.first and token > trigger.first - REACH:
        if token in line.agreements:
            return [line.agreements[token]]
        if line.stops(token) or (line.words[token] == "," and not line.has(token + 1, "relative")):
            return []
        opener = line.opener(token)
        if opener and opener not in ("relative", "that"):
            return []
        token -= 1
    return []


def _of_noun(line: Outline, trigger: Trigger, kind: ActKind) -> list[AgreementMention]:
    """List the agreement an event noun is about: "ratification of the pact", "treaty signing"."""
    at = trigger.end
    before = line.agreements.get(trigger.first - 1)
    if before is not None and before.end == trigger.first and trigger.first > line.first:
        return [before]
    if at < line.end and line.has(at, "of"):
        at += 1
    elif at < line.end and line.has(at, "agent", "between"):
        return _after_agent(line, at)
    return objects_of(line, at, kind)


def _after_agent(line: Outline, at: int) -> list[AgreementMention]:
    """Step over who acts: "ratification by the Senate of the treaty"."""
    token = at + 1
    while token < min(line.end, at + REACH):
        if token in line.agreements:
            return [line.agreements[token]]
        if line.opener(token) or line.stops(token) or line.words[token] == ",":
            return []
        token += 1
    return []


def _subject(line: Outline, trigger: Trigger, kind: ActKind) -> list[AgreementMention]:
    """List the agreement to the left that is the subject, past relative clauses and asides."""
    near = antecedent(line, trigger.first)
    if near is not None:
        return _joined_left(line, near)
    token = trigger.first - 1
    while token >= max(line.first, trigger.first - SUBJECT_REACH):
        mention = line.agreements.get(token)
        if mention is not None:
            if _is_subject(line, mention, trigger):
                return _joined_left(line, mention)
            token = mention.first
        if line.words[token] in ";:":
            break
        if _breaks_subject(line, token, trigger):
            break
        token -= 1
    if opens_with_participle(line, trigger):
        return objects_of(line, _after_comma(line, trigger.end), kind)[:1]
    return _inverted(line, trigger, kind)


def _is_subject(line: Outline, mention: AgreementMention, trigger: Trigger) -> bool:
    """An agreement behind a preposition is no subject, unless a relative clause takes it up."""
    before = mention.first - 1
    while before >= line.first and line.has(before, "article"):
        before -= 1
    if before < line.first or not line.has(before, "preposition", "at"):
        return True
    return any(line.has(t, "relative") for t in range(mention.end, trigger.first))


def _breaks_subject(line: Outline, token: int, trigger: Trigger) -> bool:
    """An opener parts subject and verb unless it is the relative pronoun of the subject."""
    opener = line.opener(token)
    if opener is None or opener == "relative":
        return False
    return not (opener == "that" and line.has(token, "relative", "article"))


def opens_with_participle(line: Outline, trigger: Trigger) -> bool:
    """Tell whether a sentence begins with the trigger: "Signed in 1987, the treaty …"."""
    return trigger.first == line.first


def _after_comma(line: Outline, at: int) -> int:
    commas = (token for token in range(at, line.end) if line.words[token] == ",")
    return next(commas, line.end - 1) + 1


def _inverted(line: Outline, trigger: Trigger, kind: ActKind) -> list[AgreementMention]:
    """A subject may follow its verb: "mulai berlaku pula perjanjian itu"."""
    mention = line.agreements.get(trigger.end)
    return [mention] if mention is not None else []


def _joined_left(line: Outline, mention: AgreementMention) -> list[AgreementMention]:
    """Add the agreements joined to one from the left: "the treaty and the protocol were …"."""
    out, token = [mention], mention.first - 1
    while token > line.first and (line.words[token] == "," or line.has(token, "and", "article")):
        joined = line.agreements.get(token - 1)
        if joined is not None and joined.key not in {item.key for item in out}:
            out.append(joined)
            token = joined.first
        token -= 1
    return out


def _nearby(line: Outline, trigger: Trigger, voice: Voice) -> Link | None:
    """Give the agreement in focus: the last one named before, else the next in the sentence."""
    if voice is Voice.ACTIVE and has_object(line, trigger.end) and not takes_pronoun(line, trigger):
        return None
    known = line.sources.agreements
    before = known.mentions.before(trigger.first)
    if before:
        last = before[-1]
        if last.first >= line.first or _in_focus(line, last):
            return Link(last.key, last, False, "focus")
        return None
    later = [item for item in known.mentions.within(trigger.end, line.end)]
    if later:
        return Link(later[0].key, later[0], False, "focus")
    if len(known.findings) == 1:
        return Link(known.findings[0].key, None, False, "only agreement")
    return None


def _in_focus(line: Outline, mention: AgreementMention) -> bool:
    if len(line.sources.agreements.findings) == 1:
        return True
    earlier = line.sources.page.sentences[max(0, line.sentence.index - FOCUS_REACH)]
    return mention.first >= earlier.first


def takes_pronoun(line: Outline, trigger: Trigger) -> bool:
    """Tell whether the object is a pronoun behind the verb, or one that hangs on it."""
    if trigger.end < line.end and line.has(trigger.end, "it"):
        return True
    return hangs_pronoun(line, trigger)


def hangs_pronoun(line: Outline, trigger: Trigger) -> bool:
    """Tell whether a pronoun hangs on the verb's last word."""
    endings = tuple(line.sources.page.pack.words("grammar", "it", "endings"))
    return bool(endings) and line.lower[trigger.end - 1].endswith(endings)


def _clause_start(line: Outline, at: int) -> int:
    for token in range(at - 1, line.first - 1, -1):
        if line.stops(token) or line.opener(token) not in (None, "relative"):
            return token
    return line.first


def _clause_end(line: Outline, at: int) -> int:
    for token in range(at, line.end):
        if line.stops(token) or line.opener(token) is not None:
            return token
    return line.end

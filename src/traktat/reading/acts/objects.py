"""The agreement that is the object of a verb, or that an event noun is about."""

from __future__ import annotations

from collections.abc import Sequence

from traktat.lang import Mark
from traktat.model.kinds import ActKind, NameKind
from traktat.reading.acts.laws import past_law
from traktat.reading.acts.outlines import Outline, past_term
from traktat.reading.acts.partners import past_partner
from traktat.reading.acts.qualities import joins_qualities, past_naming
from traktat.reading.acts.triggers import Trigger, antecedent
from traktat.reading.mentions import AgreementMention

REACH = 7  # words between a verb and its object: "signed a long-awaited, landmark … treaty"
HEAD_REACH = 4  # words between "the text" and its agreement
HEAD_FIRST_REACH = 2  # the same where a noun stands before what describes it
BESIDE = 4  # mentions back to what replaces the one named last
ASIDE = 14  # words of "the new pact, to replace the"
ADJUNCTS = 2  # when and where may stand between a verb and its object
MANNER = 2  # words of "secara sepihak"
ON_REACH = 9  # words of "a vote in the Senate on Thursday on" before what is voted on
RELATIVE_OBJECT_REACH = 12  # words: "the deal Mr. A and the leaders of B struck"
PRONOUNS = ("he", "they", "we", "i", "it", "both")
_ASIDES = frozenset("-'’\"“”‘*(,")  # marks within a noun phrase


def objects_of(
    line: Outline, at: int, kind: ActKind, *, close: bool = False
) -> list[AgreementMention]:
    """List the agreement right behind a verb, and those joined to it.

    With `close` no unknown word may stand between ("agree to a truce", but not "agree to
    honor the truce").
    """
    reach = HEAD_FIRST_REACH if _heads_first(line) else REACH
    at = _past_manner(line, _past_day(line, past_adjuncts(line, _past_rank(line, at))))
    at = past_law(line, past_partner(line, past_naming(line, at)), kind)
    mention = _first_object(line, at, kind, 0 if close else reach)
    if mention is None:
        return []
    out, token = [mention], _past_sides(line, mention.end)
    while token < line.end and (line.words[token] == "," or line.has(token, "and", "article")):
        token += 1
        joined = line.agreements.get(token)
        if joined is not None and _opens_predicate(line, joined.end):
            break  # "signed a deal with A, and the pact took effect"
        if joined is not None and joined.key not in {item.key for item in out}:
            out.append(joined)
            token = joined.end
    return out


def _past_rank(line: Outline, at: int) -> int:
    """Step over the how manieth somebody is: "menjadi pihak ke-19 dalam Konvensi Lima"."""
    end = at + line.has(at, "in")
    if end + 1 >= line.end or line.words[end] != "-" or not line.words[end + 1].isdigit():
        return at
    return past_preposition(line, end + 2)


def _opens_predicate(line: Outline, at: int) -> bool:
    """Tell whether a verb stands behind an agreement, whose subject it then is."""
    at = past_parties(line, at)
    if at >= line.end or line.has(at, "be", "was", "have", "perfect", *_MODAL):
        return at < line.end
    marks = line.sources.page.marks.within("acts", at, at + 1)
    return any({"past", "present"} & set(mark.forms) for mark in marks)


def _past_sides(line: Outline, at: int) -> int:
    """Step over parties and a day before a joint: "a deal with A on Monday and a pact with B"."""
    end = past_parties(line, at)
    while end > at and line.has(end - 1, "and", "article"):
        end -= 1
    day = _past_own_day(line, end)
    if day > end:
        return day
    joint = at < end < line.end and (line.words[end] == "," or line.joins(end))
    return end if joint else _past_own_day(line, at)


def _past_own_day(line: Outline, at: int) -> int:
    """Step over the day of one before a joint: "left pact A in 2019 and pact B a year later"."""
    day = line.dates.get(at + (at + 1 < line.end and line.has(at, "in")))
    if day is None or day.end + 1 >= line.end or not line.joins(day.end):
        return at
    behind = day.end + 1 + line.has(day.end + 1, "article")
    return day.end if behind in line.agreements else at


def opens_noun(line: Outline, at: int) -> bool:
    """Tell whether an article opens a noun phrase that may hold any word: "a renewed truce"."""
    if _heads_first(line) or at >= line.end or line.has(at, "none"):
        return False
    return line.has(at, "article")


def past_adjuncts(line: Outline, at: int) -> int:
    """Step over when and where, if the object follows: "ratified on Monday in Geneva a pact"."""
    token = at
    for _ in range(ADJUNCTS):
        begin = token + (token + 1 < line.end and line.has(token, "in", "at", "toward"))
        mention = line.dates.get(begin) or (line.names.get(begin) if begin > token else None)
        if mention is not None:
            token = mention.end
        elif begin > token and not _heads_first(line) and (end := past_term(line, begin)):
            token = end
        elif begin > token and line.words[begin][0].isupper() and begin not in line.agreements:
            token = begin + 1
        else:
            break
    article = token < line.end and line.has(token, "article") and token not in line.dates
    return token if token > at and (article or token in line.agreements) else at


def _past_day(line: Outline, at: int) -> int:
    """Step over a day between a verb and its preposition: "agreed Sunday to a truce"."""
    day = at + (at + 1 < line.end and line.has(at, "in"))  # "agreed on Friday to end hostilities"
    if day not in line.dates:
        return at
    behind = line.dates[day].end
    if behind >= line.end or line.has(behind, "at", "agent", "between", "with", "and"):
        return at
    object_at = past_preposition(line, behind)
    if object_at in line.agreements:
        return object_at
    if day > at:
        return at
    verbs = line.sources.page.marks.within("acts", object_at, object_at + 1)
    if any("bare" in mark.forms for mark in verbs):
        return at  # "agreed Sunday to extend a truce"
    return object_at


def _past_manner(line: Outline, at: int) -> int:
    """Step over how it is done, and the preposition behind: "keluar secara sepihak dari pakta"."""
    end = at
    while end < line.end and line.has(end, "manner"):
        end += 1
    if end == at:
        return at
    return past_preposition(line, max(end, min(line.end, at + MANNER)))


def _heads_first(line: Outline) -> bool:
    """Tell whether the language puts a noun before what describes it."""
    return line.sources.page.pack.settings.get("modifiers") == "after"


def _first_object(line: Outline, at: int, kind: ActKind, reach: int) -> AgreementMention | None:
    token, unknown, listed = at, 0, False
    mandates = _mandates(line, at, kind)
    through = _through(line, at, kind) if reach else frozenset[int]()
    verbs = _verbs(line, at) | _talks(line, at, kind)
    while token < line.end and unknown <= reach:
        mention = line.agreements.get(token)
        if mention is not None:
            return None if heads_talks(line, mention, kind) else mention
        listed = listed or line.words[token] == ","
        if token in through:
            token += 1
            continue
        if token in line.names:
            if listed:
                return None
            token = line.names[token].end
            continue
        if line.joins(token):
            token = _past_joint(line, at, token, other=unknown > 0)
            if token < 0:
                return None
            continue
        if token in mandates:
            return None
        deed = line.words[token - 1] == "," and _is_deed(line, token)
        if deed or token in verbs or _is_verb(line, token) or not _may_precede(line, token):
            return None
        known = line.words[token][0].isupper() or _is_compounded(line, token)
        unknown += not (known or line.has(token, "article"))
        token += 1
    return None


def _is_compounded(line: Outline, token: int) -> bool:
    """Tell whether a token is a hyphen or stands behind one: "the Norland-brokered truce"."""
    return line.words[token] == "-" or line.words[token - 1] == "-"


def _mandates(line: Outline, at: int, kind: ActKind) -> frozenset[int]:
    """Give a plain noun that talks only describe: "menyepakati mandat perundingan perjanjian"."""
    plain = at + 1 < line.end and line.words[at].islower() and not line.tags.get(at)
    if not plain or kind is not ActKind.TEXT_AGREED or not _heads_first(line):
        return frozenset[int]()
    talks = any(mark.first == at + 1 for mark in talks_within(line, at + 1, at + 2))
    return frozenset((at,)) if talks else frozenset[int]()


def _past_joint(line: Outline, at: int, joint: int, *, other: bool) -> int:
    """Step over "and" within what is acted on, unless that is something else; else -1."""
    if joins_qualities(line, at, joint):
        return joint + 1
    return _past_pair(line, at, joint) or (-1 if other else _past_joined_verb(line, joint))


def _past_pair(line: Outline, at: int, joint: int) -> int:
    """Step to the agreement that is left, joined or signed with a body: "UNESCO and the pact"."""
    name = line.names.get(joint - 1)
    behind = joint + 1
    while behind < line.end and line.has(behind, "article"):
        behind += 1
    if name is None or behind not in line.agreements or name.first > at + 1:
        return 0
    if behind > joint + 1 and not line.has(joint + 1, "definite"):
        return 0  # "leaves the EU and a declaration …"
    return behind if name.sort is NameKind.ORGANISATION else 0


def _is_deed(line: Outline, token: int) -> bool:
    """Tell whether a verb without ending opens a new deed: "free the hostages, begin the truce"."""
    marks = line.sources.page.marks.within("acts", token, token + 1)
    return is_tensed(line) and any("bare" in mark.forms for mark in marks)


def _past_joined_verb(line: Outline, token: int) -> int:
    """Step over a second verb with the same object: "signed and ratified the pact"; else -1."""
    marks = line.sources.page.marks.within("acts", token + 1, token + 2)
    ends = [mark.end for mark in marks if mark.forms and mark.first == token + 1]
    return max(ends, default=-1)


def _is_verb(line: Outline, token: int) -> bool:
    """Tell whether an unknown word has a verb's prefix, in languages that have such."""
    prefixes = tuple(line.sources.page.pack.settings.get("verb_prefixes", ()))
    if not prefixes or line.tags.get(token) or not line.words[token][0].islower():
        return False
    return line.lower[token].startswith(prefixes)


def _may_precede(line: Outline, token: int) -> bool:
    if token in line.dates or line.words[token] in _ASIDES:
        return True
    if line.stops(token) or line.opener(token):
        return False
    if line.words[token - 1] == "-" or line.words[min(token + 1, line.end - 1)] == "-":
        return True  # "the first-of-its-kind treaty"
    return not line.has(token, "preposition", "in", "agent", "purpose", "be", "have", *_MODAL)


_MODAL = ("future", "possibility", "obligation")
"""Grammar entries of verbs that open another clause: "announced it would sign the pact"."""


def names_signing(line: Outline, first: int, end: int) -> bool:
    """Tell whether a noun for the signing of an agreement begins within tokens [first, end)."""
    marks = line.sources.page.marks.within("acts", first, end)
    return any(mark.key == ActKind.SIGNATURE and mark.field.endswith("nouns") for mark in marks)


def past_parties(line: Outline, at: int) -> int:
    """Step over the parties named behind an agreement: "the pact between A and B"."""
    while at < line.end and (at in line.names or line.has(at, "between", "with", "and", "article")):
        at = line.names[at].end if at in line.names else at + 1
    return at


def past_preposition(line: Outline, at: int) -> int:
    """Step over one preposition before an object."""
    return at + 1 if at < line.end and line.has(at, "of", "preposition") else at


def _through(line: Outline, at: int, kind: ActKind) -> frozenset[int]:
    """Give the tokens of heads that hand the act on ("participation in", "the text of")."""
    tokens: set[int] = set()
    for mark in _heads(line, at, min(line.end, at + REACH), kind):
        behind = past_owner(line, mark.end)
        if mark.field == "talks" and behind < line.end and line.has(behind, "between", "with"):
            behind = past_parties(line, behind)  # "the talks between Norland and Sarvia on"
        tokens.update(range(mark.first, behind))
        if behind < line.end and line.has(behind, "of", "preposition"):
            tokens.add(behind)
    return frozenset(tokens)


def past_owner(line: Outline, at: int) -> int:
    """Step over whose something is, where owners stand behind: "partisipasi negaranya dalam"."""
    if at >= line.end or not _heads_first(line):
        return at
    if at in line.names:
        return line.names[at].end
    clitics = tuple(line.sources.page.pack.settings.get("clitics", ()))
    owned = line.lower[at].endswith(clitics) and not line.tags.get(at)
    return at + 1 if owned or line.has(at, *PRONOUNS) else at


def is_headed(line: Outline, mention: AgreementMention, kind: ActKind) -> bool:
    """Tell whether a head that hands an act on stands before an agreement: "the text of"."""
    before = max(line.first, mention.first - HEAD_REACH)
    return bool(_heads(line, before, mention.first, kind))


def _talks(line: Outline, at: int, kind: ActKind) -> frozenset[int]:
    """Give the words for talks about an agreement: who resumes them resumes no agreement."""
    if kind is ActKind.TEXT_AGREED:
        return frozenset[int]()
    own = _through(line, at, kind)
    talks = talks_within(line, at, min(line.end, at + REACH))
    return frozenset(mark.first for mark in talks if mark.first not in own)


def _heads(line: Outline, first: int, end: int, kind: ActKind) -> list[Mark]:
    marks = line.sources.page.marks.within("acts", first, end)
    return [mark for mark in marks if mark.field in ("through", "talks") and mark.key == kind]


def heads_ending(line: Outline, end: int, kind: ActKind) -> list[Mark]:
    """List the heads that hand the act on and end at a token."""
    found = _heads(line, max(line.first, end - HEAD_REACH), end, kind)
    return [mark for mark in found if mark.end == end]


def talks_within(line: Outline, first: int, end: int, *, texts: bool = False) -> list[Mark]:
    """List the words for talks, or also for texts, that begin within tokens [first, end)."""
    marks = line.sources.page.marks.within("acts", first, end)
    wanted = ("talks", "texts") if texts else ("talks",)
    return [mark for mark in marks if mark.field in wanted]


def _verbs(line: Outline, at: int) -> frozenset[int]:
    """Give the tokens of verbs that would take the object for themselves."""
    marks = line.sources.page.marks.within("acts", at, min(line.end, at + REACH))
    verbs = [mark for mark in marks if _takes_object(line, mark)]
    return frozenset([mark.first for mark in verbs if not _is_modifier(line, at, mark)])


def _is_modifier(line: Outline, at: int, mark: Mark) -> bool:
    """Tell whether a gerund only tells what an agreement is on: "a water-sharing treaty"."""
    if "gerund" not in mark.forms or mark.end not in line.agreements:
        return False
    before = mark.first - 1
    noun = line.words[before].isalpha() and not line.tags.get(before)  # "a revenue sharing pact"
    return line.words[before] == "-" or (line.has(at, "article") and noun)


def _takes_object(line: Outline, mark: Mark) -> bool:
    if mark.field.endswith("nouns") or {"active", "gerund", "noun"} & set(mark.forms):
        return True
    if "bare" in mark.forms and not is_tensed(line):
        return True
    behind = mark.end < line.end and line.has(mark.end, "article")
    return behind and "past" in mark.forms


def is_tensed(line: Outline) -> bool:
    """Tell whether the language marks the past on its verbs."""
    verb = line.sources.page.pack.affixes.get("verb")
    return verb is not None and "past" in verb.forms


def hands_on(line: Outline, at: int, kind: ActKind) -> Mark | None:
    """Give the head right behind a verb that hands the act on, as "its participation"."""
    token = at
    while token < line.end and line.has(token, "article"):
        token += 1
    return next((m for m in _heads(line, token, token + 1, kind) if m.first == token), None)


def heads_talks(line: Outline, mention: AgreementMention, kind: ActKind) -> bool:
    """Tell whether an agreement only names the talks about it ("treaty negotiations")."""
    if kind is ActKind.TEXT_AGREED:
        return False
    return bool(talks_within(line, mention.end, mention.end + 1))


def relative_object(line: Outline, trigger: Trigger) -> list[AgreementMention]:
    """Give the antecedent of a clause without object: "the pact both countries signed"."""
    token, acting = trigger.first - 1, False
    while token >= line.first and token > trigger.first - RELATIVE_OBJECT_REACH:
        if token in line.agreements:
            return [line.agreements[token]] if acting else []
        acting = acting or token in line.names or line.has(token, *PRONOUNS)
        if line.stops(token) or (line.words[token] == "," and not line.has(token + 1, "relative")):
            return []
        opener = line.opener(token)
        if opener and opener not in ("relative", "that"):
            return []
        token -= 1
    return []


def of_noun(line: Outline, trigger: Trigger, kind: ActKind) -> list[AgreementMention]:
    """List the agreement an event noun is about: "ratification of the pact", "treaty signing"."""
    at = trigger.end
    before = line.agreements.get(trigger.first - 1)
    if before is not None and before.end == trigger.first and trigger.first > line.first:
        return [] if _heads_first(line) else [before]  # "perjanjian pertukaran data" is a name
    if at < line.end and line.has(at, "of"):
        at += 1
    elif at < line.end and line.has(at, "agent", "between", "preposition"):
        return _after_agent(line, at)
    if at < line.end and line.words[at] == ",":
        return []  # "for the Senate's consent to ratification, the treaty"
    return objects_of(line, _past_doer(line, at), kind)


def _past_doer(line: Outline, at: int) -> int:
    """Step over who does it: "the withdrawal of Norland from the pact"."""
    token = at
    while token < line.end and line.has(token, "article"):
        token += 1
    name = line.names.get(token)
    if name is None or name.end >= line.end or not line.has(name.end, "of", "preposition"):
        return at
    return name.end + 1


def _after_agent(line: Outline, at: int) -> list[AgreementMention]:
    """Step over who acts: "ratification by the Senate of the treaty"."""
    for token in range(at + 1, min(line.end, at + REACH)):
        if token in line.agreements:
            return [line.agreements[token]]
        if line.opener(token) or line.stops(token) or line.words[token] == ",":
            break
    return []


def voted_on(line: Outline, trigger: Trigger) -> list[AgreementMention]:
    """List the agreements behind a vote: "a vote next week on ratifying the pact"."""
    token, end = trigger.end, min(line.end, trigger.end + ON_REACH)
    if line.has(token - 1, "preposition"):  # "a vote on the pact"
        found = _behind(line, token)
        if found:
            return found
    while token < end:
        mention = line.dates.get(token) or line.names.get(token)
        if mention is not None:
            token = mention.end
            continue
        if line.stops(token) or line.words[token] == "," or line.opener(token) is not None:
            return []
        if line.has(token, "preposition", "of"):
            found = _behind(line, token + 1)
            if found:
                return found
        token += 1
    return _put_to(line, trigger)


def _put_to(line: Outline, trigger: Trigger) -> list[AgreementMention]:
    """Give the agreement that is put to a vote: "put the pact with Norland to a referendum"."""
    token = trigger.first - 1
    while token > line.first and line.has(token, "article"):
        token -= 1
    if token <= line.first or not line.has(token, "purpose"):
        return []
    before = antecedent(line, token)
    return [before] if before is not None else []


def _behind(line: Outline, at: int) -> list[AgreementMention]:
    """List the agreements behind a preposition, or the consent to them that is voted on."""
    found = objects_of(line, at, ActKind.APPROVAL)
    if found:
        return [] if "," in line.words[at : found[0].first] else found
    begin = at + (at < line.end and line.has(at, "article"))
    for mark in line.sources.page.marks.within("acts", begin, begin + 1):
        if mark.key in _CONSENT and "bare" not in mark.forms:
            past_of = mark.end + (mark.end < line.end and line.has(mark.end, "of"))
            return objects_of(line, past_of, ActKind.APPROVAL)
    return []


_CONSENT = frozenset(
    {ActKind.APPROVAL, ActKind.RATIFICATION, ActKind.WITHDRAWAL, ActKind.ACCESSION}
)
"""Acts that an assembly consents to, and which it votes on."""


def put_in_its_place(line: Outline, older: AgreementMention) -> list[AgreementMention]:
    """Give what an agreement is replaced with: "wants to replace the pact with a new treaty"."""
    mention = next(
        (line.agreements[t] for t in range(older.end, line.end) if t in line.agreements), None
    )
    led = mention and any(line.has(t, "with") for t in range(mention.first - 2, mention.first))
    return [mention] if mention and led else []


def foremost(line: Outline, mentions: Sequence[AgreementMention]) -> AgreementMention:
    """Give what is spoken of, not what it only replaces: "the pact, to replace the old one"."""
    last = mentions[-1]
    agreement = line.sources.agreements.by_key(last.key)
    if agreement is None or agreement.relation != "predecessor":
        return last
    near = [
        mention
        for mention in mentions[-BESIDE:-1]
        if mention.key == agreement.of and mention.end > last.first - ASIDE
    ]
    return near[-1] if near else last

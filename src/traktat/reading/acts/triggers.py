"""Words that may tell of an act, and how they stand in their clause."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from traktat.lang import Mark
from traktat.model.kinds import ActKind
from traktat.reading.acts.outlines import Outline, past_term
from traktat.reading.mentions import AgreementMention


class Voice(StrEnum):
    """How a trigger stands towards who acts and what is acted on."""

    ACTIVE = "active"  # who acts is to the left, the agreement to the right
    PASSIVE = "passive"  # the agreement is to the left, who acts to the right
    SUBJECT = "subject"  # the agreement itself does it
    NOUN = "noun"  # the act is a thing


class Tie(StrEnum):
    """What must stand beside a word before it tells of an act."""

    LOOSE = "loose"  # the agreement may have been spoken of before
    DIRECT = "direct"  # the agreement is its own object or subject
    HOUSE = "house"  # so, and an assembly does it
    HEAD = "head"  # so, and a head of state does it
    TRUCE = "truce"  # so, and it is a ceasefire
    PAPERS = "papers"  # instruments or notes are handed over
    SPLIT = "split"  # two words with something between them
    CALLED = "called"  # an agreement that is not there yet is its object
    LACK = "lack"  # talks are said to have brought none
    PASSING = "passing"  # the agreement is the subject, and an assembly stands behind
    TEXT = "text"  # not the agreement but its text is its object or subject
    DATED = "dated"  # so, and only with a day of its own
    LACKING = "lacking"  # its own object, and it is denied
    CLOSING = "closing"  # the agreement, or the talks on it, are its object or subject
    BALLOT = "ballot"  # a vote on it, which is still to come


_TIES = {
    "verbs": Tie.LOOSE,
    "words": Tie.LOOSE,
    "nouns": Tie.LOOSE,
    "direct_verbs": Tie.DIRECT,
    "direct_words": Tie.DIRECT,
    "close_verbs": Tie.DIRECT,
    "passive_verbs": Tie.DIRECT,
    "subject_verbs": Tie.DIRECT,
    "subject_words": Tie.DIRECT,
    "direct_nouns": Tie.DIRECT,
    "deed_nouns": Tie.DIRECT,
    "house_verbs": Tie.HOUSE,
    "head_verbs": Tie.HEAD,
    "treaty_verbs": Tie.DIRECT,
    "truce_verbs": Tie.TRUCE,
    "truce_words": Tie.TRUCE,
    "object_verbs": Tie.PAPERS,
    "object_words": Tie.PAPERS,
    "paper_verbs": Tie.PAPERS,
    "receiving_verbs": Tie.PAPERS,
    "split_verbs": Tie.SPLIT,
    "called_verbs": Tie.CALLED,
    "called_words": Tie.CALLED,
    "wished_verbs": Tie.CALLED,
    "outlook_words": Tie.CALLED,
    "outlook_verbs": Tie.CALLED,
    "being_words": Tie.CALLED,
    "lack_words": Tie.LACK,
    "closing_verbs": Tie.CLOSING,
    "closing_words": Tie.CLOSING,
    "passing_verbs": Tie.PASSING,
    "passing_words": Tie.PASSING,
    "pending_verbs": Tie.HOUSE,
    "ballot_words": Tie.BALLOT,
    "text_verbs": Tie.TEXT,
    "dated_words": Tie.DATED,
    "lacking_words": Tie.LACKING,
}

_KINDS = {kind.value: kind for kind in ActKind}  # quicker than to ask the enumeration
_LIGHT = frozenset(',()"“”*')

_NO_TRIGGERS = frozenset(
    {"objects", "through", "talks", "texts", "ends", "outs", "blocks", "actors", "houses"}
)


CHAIN_REACH = 10  # words of "signed in Arusha on Monday, 13 March," before "but never"


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing a trigger may mean: the act, the list that says so, its inflections."""

    kind: ActKind
    field: str
    forms: tuple[str, ...]

    @property
    def ballot(self) -> bool:
        """Tell whether it is a vote, which says nothing of how it went."""
        return self.field in ("pending_verbs", "ballot_words")

    @property
    def tie(self) -> Tie:
        """Tell what must stand beside the word."""
        return _TIES[self.field]

    @property
    def entry(self) -> str:
        """Give the address in the pack."""
        return f"acts#{self.kind}.{self.field}"


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or phrase at tokens [first, end) with all its senses."""

    first: int
    end: int
    senses: tuple[Sense, ...]

    def of(self, *kinds: ActKind) -> bool:
        """Tell whether it may mean one of these acts."""
        return any(sense.kind in kinds for sense in self.senses)

    @property
    def gerund(self) -> bool:
        """Tell whether it may be a gerund: "signing"."""
        return any("gerund" in sense.forms for sense in self.senses)

    @property
    def participle(self) -> bool:
        """Tell whether it may be a participle: "signed"."""
        return any("participle" in sense.forms for sense in self.senses)


NOBODYS = frozenset({"outlook_words", "outlook_verbs", "being_words"})
"""Lists of words that say of nobody in particular whether an agreement is to be."""

_REFERRING = frozenset({Tie.LOOSE, Tie.PAPERS, Tie.CLOSING, Tie.LACK})
"""Ties that need no agreement in the sentence itself."""


def is_trigger(mark: Mark) -> bool:
    """Tell whether a mark may tell of an act by itself."""
    return mark.entry.field not in _NO_TRIGGERS


def refers_back(mark: Mark) -> bool:
    """Tell whether what a mark tells of may be about an agreement spoken of before."""
    field = mark.entry.field
    if _TIES[field] in _REFERRING or mark.entry.key == ActKind.JOINT_EXERCISE:
        return True
    nouns = field.endswith("nouns") or "noun" in mark.forms
    key = mark.entry.key
    if (key == ActKind.ACCESSION and not nouns) or field == "ballot_words":
        return True  # "only Norland has yet to join", "the Senate is to vote on Monday"
    if key == ActKind.APPROVAL and mark.end - mark.first > 1:
        return True  # "parliament gave its approval last week"
    return nouns and (key == ActKind.APPROVAL or key in TAKING_EFFECT)


TAKING_EFFECT = frozenset(
    {
        ActKind.WITHDRAWAL,
        ActKind.SUSPENSION,
        ActKind.TERMINATION,
        ActKind.EXTENSION,
        ActKind.AMENDMENT,
        ActKind.RESUMPTION,
    }
)
"""Acts that themselves take effect: "the withdrawal took effect on Monday"."""


def triggers(marks: list[Mark]) -> list[Trigger]:
    """Gather the triggers among a sentence's marks, in text order."""
    blocked = {(mark.first, mark.end, mark.key) for mark in marks if mark.field == "blocks"}
    wanted = [
        mark
        for mark in marks
        if is_trigger(mark) and (mark.first, mark.end, mark.entry.key) not in blocked
    ]
    out = []
    for (first, end), group in groupby(wanted, key=lambda mark: (mark.first, mark.end)):
        senses = tuple(Sense(_KINDS[mark.key], mark.field, mark.forms) for mark in group)
        out.append(Trigger(first, end, senses))
    return out


def voice_of(line: Outline, trigger: Trigger, sense: Sense) -> Voice:
    """Tell how a trigger stands in its clause."""
    if sense.field.startswith(("subject", "truce", "dated")) or sense.field == "closing_words":
        return _of_subject(line, trigger, sense)
    if sense.tie is Tie.PASSING or sense.field == "outlook_verbs":
        return Voice.SUBJECT
    if sense.field.endswith("nouns") or sense.forms == ("noun",) or sense.tie is Tie.BALLOT:
        return Voice.NOUN
    bare = "bare" in sense.forms and line.has_one(trigger.first - 1, _INFINITIVE)
    if not sense.forms or "active" in sense.forms or bare:
        return Voice.ACTIVE  # "is expected to quit the pact"
    if {"passive", "state"} & set(sense.forms):
        return Voice.PASSIVE
    if "gerund" in sense.forms:
        return _gerund(line, trigger)
    if "participle" in sense.forms and not line.has(trigger.first, "be"):
        finite = bool({"past", "bare"} & set(sense.forms))
        return _participle(line, trigger, also_past=finite)
    return Voice.ACTIVE


_INFINITIVE = ("purpose", "future", "possibility", "obligation")
"""Grammar entries of words right before a verb that has no tense."""


def _of_subject(line: Outline, trigger: Trigger, sense: Sense) -> Voice:
    """Tell how a word stands whose subject is the agreement, or what belongs to it."""
    if "bare" in sense.forms and _is_possessed(line, trigger.first):
        return Voice.NOUN
    truce = sense.tie is Tie.TRUCE and _has_agreement(line, trigger.end)
    return Voice.ACTIVE if truce or _takes_object(line, trigger, sense) else Voice.SUBJECT


def _has_agreement(line: Outline, at: int) -> bool:
    """Tell whether an agreement is what a verb is done to: "begin the ceasefire"."""
    return at in line.agreements or (line.has(at, "article") and at + 1 in line.agreements)


def _is_possessed(line: Outline, at: int) -> bool:
    """Tell whether an agreement owns what follows: "the treaty's collapse"."""
    clitics = tuple(line.sources.page.pack.settings.get("clitics", ()))
    owner = line.agreements.get(at - 1)
    before = line.sources.page.pack.settings.get("modifiers") == "before"
    return before and owner is not None and line.lower[owner.end - 1].endswith(clitics)


def _takes_object(line: Outline, trigger: Trigger, sense: Sense) -> bool:
    """Tell whether a verb that may also do without one has an object: "ends the violence"."""
    both = any(
        other.kind is sense.kind and other.field == "direct_verbs" for other in trigger.senses
    )
    return both and has_object(line, trigger.end)


def _gerund(line: Outline, trigger: Trigger) -> Voice:
    """A gerund is a thing before "of", after an article or a possessive; else a verb."""
    before, after = trigger.first - 1, trigger.end
    if (after < line.end and line.has(after, "of")) or _is_possessed(line, trigger.first):
        return Voice.NOUN
    if before >= line.first and line.has(before, "article"):
        return Voice.NOUN
    return Voice.ACTIVE


def _participle(line: Outline, trigger: Trigger, *, also_past: bool) -> Voice:
    if line.has(trigger.first - 1, "it") and line.has(trigger.first - 2, "wish"):
        return Voice.PASSIVE  # "wants it amended"
    auxiliary = _auxiliary(line, trigger.first)
    if auxiliary is not None:
        return Voice.PASSIVE if auxiliary == "be" else Voice.ACTIVE
    after = trigger.end
    if after < line.end and line.has(after, "agent") and not past_term(line, after + 1):
        return Voice.PASSIVE
    if not also_past:
        return Voice.PASSIVE
    return Voice.PASSIVE if _is_reduced(line, trigger) else Voice.ACTIVE


ASIDE_REACH = 14  # words of "the deal between Norland and Sarvia on an economic zone"
AUXILIARY_REACH = 4  # words an adverb or two may put between auxiliary and verb


def _auxiliary(line: Outline, at: int) -> str | None:
    """Give the auxiliary a verb form hangs on: be, have, or none."""
    for token in range(at - 1, max(line.first, at - 1 - AUXILIARY_REACH) - 1, -1):
        if token in line.agreements or token in line.names or line.words[token] == ",":
            return None
        if line.has(token, "be"):
            return "be"
        if line.has(token, "have"):
            return "have"
        if line.opener(token) or line.stops(token):
            return None
    return None


def is_bare_participle(line: Outline, trigger: Trigger) -> bool:
    """Tell whether a participle stands without auxiliary and is joined to no verb before it."""
    if not any("participle" in sense.forms for sense in trigger.senses):
        return False
    if _auxiliary(line, trigger.first) is not None:
        return False
    return not line.any_tag(max(line.first, trigger.first - 2), trigger.first, "and", "then")


def _is_reduced(line: Outline, trigger: Trigger) -> bool:
    """Tell whether a form that may be past or participle follows its own object.

    "the treaty signed in May", "the deal, struck in Geneva": no object stands behind it.
    """
    if has_object(line, trigger.end):
        return False
    if opens_line(line, trigger.first) or antecedent(line, trigger.first) is not None:
        return True
    if _is_chained(line, trigger):
        return True
    comma = trigger.first - 1
    if line.words[comma] != ",":
        return False
    return titles_law(line, comma - 1) or before_aside(line, comma) is not None


def _is_chained(line: Outline, trigger: Trigger) -> bool:
    """Tell whether it is joined to a passive: "was signed in May but never published"."""
    at = trigger.first - 1
    while at > line.first and line.has(at, "negation", "not_yet", "particles", "then"):
        at -= 1
    if not (line.joins(at) or line.has(at, "contrast")):
        return False
    low = max(line.first, at - CHAIN_REACH)
    marks = line.sources.page.marks.within("acts", low, at)
    verbs = [mark for mark in marks if "participle" in mark.forms]
    if not verbs or any(token in line.names for token in range(verbs[-1].end, trigger.first)):
        return False
    model = Trigger(verbs[-1].first, verbs[-1].end, ())
    auxiliary = _auxiliary(line, model.first)
    return auxiliary == "be" or (auxiliary is None and _is_reduced(line, model))


def titles_law(line: Outline, at: int) -> bool:
    """Tell whether a word in a title calls a law: "the Nuclear Agreement Review Act"."""
    laws = line.sources.page.marks.keyed("grammar", "law", at, at + 1)
    return at > line.first and line.words[at].istitle() and any(laws)


def tells_which(line: Outline, trigger: Trigger) -> bool:
    """Tell whether an exit or end is what an agreement is on: "perjanjian penarikan diri"."""
    before = trigger.first - 1
    if before < line.first or not trigger.of(ActKind.WITHDRAWAL, ActKind.TERMINATION):
        return False
    nouns = all(item.field.endswith("nouns") or item.forms == ("noun",) for item in trigger.senses)
    if not nouns or line.sources.page.pack.settings.get("modifiers") != "after":
        return False
    page = line.sources.page
    marks = page.marks.within("agreements", before, trigger.first)
    noun = any(page.pack.entry("agreements", mark.entry.key).get("form") for mark in marks)
    return noun and not line.has(before, "definite")


def opens_line(line: Outline, at: int) -> bool:
    """Tell whether nothing but marks stands before a token in its sentence."""
    return all(not line.words[token][0].isalnum() for token in range(line.first, at))


def antecedent(line: Outline, at: int, *, unknown: int = 0) -> AgreementMention | None:
    """Give the agreement whose noun phrase ends right before a token.

    Its parties may stand between ("the pact with Norland and Sudria signed in May"), and up
    to so many `unknown` words.
    """
    token = _past_adverb(line, at - 1)
    while token >= line.first and line.words[token] in _LIGHT:
        token -= 1
    named = token in line.names or token in line.agreements
    if token >= line.first and not named and line.has(token, "article"):
        return None  # "a pact to succeed the one expiring in May"
    while token >= line.first and token not in line.agreements:
        if unknown and token in line.dates:
            token = line.dates[token].first
        elif token in line.names:
            token = line.names[token].first
            if token - 1 in line.agreements or line.has(token - 1, "relative"):
                return None  # "the pact Norland signed", "the pact that Norland signed"
        elif not _belongs(line, token, aside=unknown > 0):
            if unknown == 0 or not _describes(line, token):
                return None
            unknown -= 1
        token -= 1
    return line.agreements[token] if token >= line.first else None


def _past_adverb(line: Outline, token: int) -> int:
    """Step over a word that opens an aside before its participle: "the pact, last renewed in"."""
    if token <= line.first + 1 or line.words[token - 1] != "," or token in line.agreements:
        return token
    plain = line.words[token][0].islower() and not line.tags.get(token)
    return token - 1 if plain or line.has(token, "rank", "perfect", "then") else token


def _belongs(line: Outline, token: int, *, aside: bool) -> bool:
    """Tell whether a token belongs to a noun phrase with its parties, or to where and when.

    "The truce with the SPLM-North, extended …", "the truce in Norvik, May 3, that took effect".
    """
    if _is_hyphened(line, token) or _is_hyphened(line, token - 1):
        return True
    if aside and (line.has(token, "at") or line.words[token] in _LIGHT):
        return True
    return line.has(token, "between", "with", "and", "of", "article", "definite")


def before_aside(line: Outline, comma: int) -> AgreementMention | None:
    """Give the agreement whose long noun phrase an aside closes: "the deal on …, sealed in May"."""
    verbs = {m.first for m in line.sources.page.marks.within("acts", line.first, comma) if m.forms}
    for token in range(comma - 1, max(line.first, comma - ASIDE_REACH) - 1, -1):
        if token in line.agreements:
            mention = line.agreements[token]
            return None if line.has(mention.first - 1, "preposition", "of") else mention
        if token in verbs or line.words[token] == "," or line.stops(token) or line.opener(token):
            return None
        if line.has(token, "be", "have", "future", "possibility"):
            return None
    return None


def _is_hyphened(line: Outline, token: int) -> bool:
    """Tell whether a hyphen joins a name's parts: "SPLM-North"."""
    if line.words[token] != "-" or token + 1 >= line.end or line.stops(token):
        return False
    return line.words[token - 1][0].isupper() and line.words[token + 1][0].isupper()


def _describes(line: Outline, token: int) -> bool:
    """Tell whether a word may belong to a noun phrase: no mark, no preposition, no verb form."""
    return line.words[token][0].isalnum() and not line.has(token, "preposition", "be", "have")


def _is_length(line: Outline, at: int) -> bool:
    """Tell whether a length of time is a noun phrase of its own: "six weeks of war"."""
    date = line.dates[at]
    length = getattr(date.finding, "sense", "") == "duration"
    return length and date.end < line.end and line.has(date.end, "of")


_NO_OBJECT = (
    *("preposition", "agent", "in", "at", "and", "purpose", "deadline", "then"),
    *("be", "have", "future", "possibility", "obligation", "negation", "not_yet", "perfect"),
    *("attended", "manner"),
)
"""Grammar entries of words that begin no noun phrase."""


def has_object(line: Outline, at: int) -> bool:
    """Tell whether a noun phrase stands right behind a verb."""
    if at >= line.end or line.stops(at) or line.words[at] in ",.!?'":
        return False
    if line.opener(at) is not None or (at in line.dates and not _is_length(line, at)):
        return False
    return not line.has_one(at, _NO_OBJECT)


_AUXILIARIES = (
    *("perfect", "future", "be", "have", "negation", "not_yet", "then"),
    *("possibility", "obligation", "also", "manner", "counterfactual"),
)


def verb_group(line: Outline, at: int) -> int:
    """Give where the auxiliaries and adverbs before a verb begin."""
    token = at
    while token > line.first and token - 1 not in line.names:
        if not line.has_one(token - 1, _AUXILIARIES):
            break
        token -= 1
    return token


def looks_like(line: Outline, token: int, forms: tuple[str, ...]) -> bool:
    """Tell whether a word, known or not, has the shape of one of these forms of a verb."""
    verb = line.sources.page.pack.affixes.get("verb")
    rules = [] if verb is None else [rule for form in forms for rule in verb.forms.get(form, ())]
    starts = tuple(rule.prepend for rule in rules if rule.prepend)
    ends = tuple(rule.append for rule in rules if len(rule.append) > 1)
    word = line.lower[token]
    return bool(starts and word.startswith(starts)) or bool(ends and word.endswith(ends))

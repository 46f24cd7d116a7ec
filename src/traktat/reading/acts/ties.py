"""Which agreement an act is about: its object, its subject, or the one spoken of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from traktat.lang import Mark
from traktat.model.kinds import MANY, ActKind
from traktat.reading.acts.chambers import assemblies, behind_house
from traktat.reading.acts.objects import (
    foremost,
    hands_on,
    heads_ending,
    objects_of,
    of_noun,
    opens_noun,
    past_adjuncts,
    past_owner,
    past_preposition,
    relative_object,
    talks_within,
    voted_on,
)
from traktat.reading.acts.outlines import Outline
from traktat.reading.acts.subjects import subject_of
from traktat.reading.acts.triggers import (
    NOBODYS,
    Sense,
    Tie,
    Trigger,
    Voice,
    has_object,
    titles_law,
    verb_group,
)
from traktat.reading.mentions import UNDERTAKING, AgreementMention

HOUSE_ASIDE = 45  # words of "pursuant to section 123 d. of the Act of 1954, as amended"
HOUSE_BEFORE = 2  # words of "transmit herewith, for": an adverb and a comma
HOUSE_NEAR = 9  # words of "for the advice and consent of the Senate"
SEVERAL = 2  # words
NEGATION_NEAR = 3  # words of "have not yet"
PAPERS_NEAR = 3  # tokens of "of the diplomatic"
PAIR = 2  # parties
BACK = 5  # sentences back an agreement is "it" to those who ratify or sign
DEED_NEAR = 8  # words of "in principle on Monday to" before "swap prisoners"
VOTED_ON = "voted on"  # the rule of a link to what a vote is on
FOCUS_REACH = 2  # sentences back an agreement stays in focus when others are spoken of


@dataclass(frozen=True, slots=True)
class Link:
    """An agreement an act is tied to; `direct` if grammar ties it, not mere focus."""

    key: str
    mention: AgreementMention | None
    direct: bool
    rule: str


def tie(
    line: Outline,
    trigger: Trigger,
    sense: Sense,
    voice: Voice,
    *,
    papers: Sequence[Mark] = (),
    loose: bool = False,
) -> list[Link]:
    """List the agreements a trigger is tied to: by grammar, else by focus if its sense allows.

    `papers` are the object instead of the agreement, which stands behind them or is in focus;
    with `loose` focus is enough whatever the sense says.
    """
    found = _apiece(line, direct(line, trigger, sense, voice))
    swapped = voice is Voice.NOUN and _names_papers(line, trigger, sense, papers)
    if found or not (sense.tie in (Tie.LOOSE, Tie.PAPERS) or loose or swapped):
        return found
    if papers:
        behind = objects_of(line, past_preposition(line, papers[0].end), sense.kind)
        if behind and papers[0].first >= trigger.end:
            return _apiece(line, [Link(item.key, item, True, "papers") for item in behind])
    elif sense.kind is not ActKind.NOTIFICATION and not _may_refer_back(line, trigger, voice):
        return []  # who is notified is an object too, and no other agreement
    nearby = in_focus(line, trigger)
    return _apiece(line, [nearby]) if nearby else []


def _names_papers(line: Outline, trigger: Trigger, sense: Sense, papers: Sequence[Mark]) -> bool:
    """Tell whether a noun says what is done to papers: "the exchange of notes"."""
    if not papers or papers[0].key != sense.kind or not line.has(trigger.end, "of"):
        return False
    return trigger.end < papers[0].first <= trigger.end + PAPERS_NEAR


def _apiece(line: Outline, links: list[Link]) -> list[Link]:
    """Tie an act to each agreement one mention stands for: "five pacts with Oman and Peru"."""
    mentions = line.sources.agreements.mentions
    out: list[Link] = []
    for link in links:
        out.append(link)
        at = link.mention
        if at is None:
            continue
        out += [
            replace(link, key=other.key, mention=other)
            for other in mentions.within(at.first, at.first + 1)
            if other.end == at.end and other.key != at.key
        ]
    return out


def _may_refer_back(line: Outline, trigger: Trigger, voice: Voice) -> bool:
    """Tell whether a trigger leaves its agreement unsaid, so that it is the one in focus."""
    if voice is Voice.ACTIVE:
        return not has_object(line, trigger.end) or _takes_text(line, trigger)
    if voice is Voice.NOUN:
        return not _describes_next(line, trigger)
    return not _has_own_subject(line, trigger)


def _takes_text(line: Outline, trigger: Trigger) -> bool:
    """Tell whether the text of an agreement spoken of is signed: "hope to initial a text"."""
    behind = trigger.end + line.has(trigger.end, "article")
    marks = line.sources.page.marks.within("acts", behind, behind + 1)
    text = any(mark.field == "texts" and mark.first == behind for mark in marks)
    return text and trigger.of(ActKind.SIGNATURE, ActKind.INITIALLING)


def _describes_next(line: Outline, trigger: Trigger) -> bool:
    """Tell whether a noun only describes the next one: "the signature issue"."""
    if line.sources.page.pack.settings.get("modifiers") != "before" or trigger.end >= line.end:
        return False
    after = trigger.end
    known = line.tags.get(after) or after in line.names or after in line.dates
    return not known and line.words[after][0].islower()


def _has_own_subject(line: Outline, trigger: Trigger) -> bool:
    """Tell whether a passive has another subject in its own clause."""
    for token in range(trigger.first - 1, line.first - 1, -1):
        if line.opener(token) or line.stops(token) or line.has(token, "and", "then"):
            return False
        if line.words[token] == "," and titles_law(line, token - 1):
            return True  # "the Review Act, signed into law in May"
        if token in line.agreements or line.has(token, "it") or line.words[token] == ",":
            return False
        plain = line.words[token][0].isalpha() and not line.tags.get(token)
        if plain and token not in line.dates:
            return True
    return False


def direct(line: Outline, trigger: Trigger, sense: Sense, voice: Voice) -> list[Link]:
    """List the agreements that are a trigger's own object or subject."""
    kind = sense.kind
    inside = line.agreements.get(trigger.first)
    if inside is not None:
        joins = kind is ActKind.ACCESSION
        return [Link(inside.key, inside, True, "membership" if joins else "object")]
    if voice is Voice.ACTIVE:
        mentions, rule = _own_objects(line, trigger, sense), "object"
        if not mentions and _refers_back(line, trigger, sense):
            link = in_focus(line, trigger)
            reach = BACK if kind in _BY_PRONOUN else FOCUS_REACH
            near = link and (link.mention is None or _is_near(line, link.mention, reach))
            return [Link(link.key, link.mention, True, "pronoun")] if link and near else []
        if not mentions and kind is ActKind.SUBMISSION:
            mentions, rule = _past_house(line, trigger), "object behind the house"
        if not mentions and kind in _LEFT_OR_JOINED and _ends_clause(line, trigger):
            mentions, rule = _left_unsaid(line, trigger, kind)
        apart = sense.field not in NOBODYS
        apart = apart and (not has_object(line, trigger.end) or _is_contact(line, trigger))
        if not mentions and apart:
            mentions, rule = relative_object(line, trigger), "antecedent"
    elif voice is Voice.NOUN:
        mentions, rule = _of_event(line, trigger, sense)
    else:
        mentions, rule = _by_subject(line, trigger, sense, voice)
    if not mentions and sense.tie is Tie.LACK and _names_one(line, trigger.end):
        link = in_focus(line, trigger)
        return [Link(link.key, None, True, "none")] if link else []
    if not mentions and sense.tie is Tie.CLOSING and _closes_talks(line, trigger, voice):
        link = in_focus(line, trigger)
        return [Link(link.key, link.mention, True, "talks")] if link else []
    return [Link(mention.key, mention, True, rule) for mention in mentions]


def _by_subject(
    line: Outline, trigger: Trigger, sense: Sense, voice: Voice
) -> tuple[list[AgreementMention], str]:
    """Give the agreement that is the subject, or whose text or term is: "naskahnya diparaf"."""
    close, passive = sense.field == "close_verbs", voice is Voice.PASSIVE
    found = subject_of(line, trigger, sense.kind, close=close, passive=passive)
    before = trigger.first - 1  # "wants it amended"
    done_to = passive and line.has(before, "it") and line.has(before - 1, "wish")
    if found or not (done_to or _has_headed_subject(line, trigger, sense.kind)):
        return found, "subject"
    link = in_focus(line, trigger)
    return ([link.mention] if link is not None and link.mention is not None else []), "pronoun"


def _has_headed_subject(line: Outline, trigger: Trigger, kind: ActKind) -> bool:
    """Tell whether what hands the act on is the subject: "naskahnya sudah diparaf".

    Only the text is announced in "isinya akan diumumkan", and nothing is agreed.
    """
    if kind is ActKind.TEXT_AGREED and trigger.of(ActKind.PUBLICATION):
        return False
    before = verb_group(line, trigger.first)
    head = next((m for m in heads_ending(line, before, kind)), None)
    return head is not None and (_hangs_pronoun(line, before) or line.has(head.first - 1, "own"))


def _of_event(line: Outline, trigger: Trigger, sense: Sense) -> tuple[list[AgreementMention], str]:
    """Give what an event noun is about, or a vote is on."""
    if sense.tie is Tie.BALLOT:
        found = voted_on(line, trigger) or _faces(line, trigger, sense)
        unsaid = not found and (_names_consent(line, trigger) or _is_by_house(line, trigger))
        nearby = in_focus(line, trigger) if unsaid else None
        mention = nearby.mention if nearby is not None else None
        return ([mention] if mention is not None else found), VOTED_ON
    return of_noun(line, trigger, sense.kind) or _faces(line, trigger, sense), "complement"


def _faces(line: Outline, trigger: Trigger, sense: Sense) -> list[AgreementMention]:
    """Give the agreement that waits for a vote: "the pact now awaits a vote in the Senate"."""
    at = trigger.first - 1
    while at > line.first and (line.has(at, "article", "prospective") or _is_owner(line, at)):
        at -= 1
    if at <= line.first or not line.has(at, "awaiting"):
        return []
    return subject_of(line, Trigger(at, at + 1, ()), sense.kind)


def _is_owner(line: Outline, at: int) -> bool:
    """Tell whether somebody's vote it is: "requires lawmakers' approval", "Senate approval"."""
    clitics = tuple(line.sources.page.pack.settings.get("clitics", ()))
    if at in line.names or not clitics:
        return at in line.names
    return line.lower[at].endswith(clitics) or line.words[at + 1] in ("'", "’")


def _is_by_house(line: Outline, trigger: Trigger) -> bool:
    """Tell whether a house votes on what is not named again: "the Senate will vote on Monday"."""
    if not _ends_clause(line, trigger):
        return False
    low = max(line.first, trigger.first - HOUSE_NEAR)
    names = [line.names[t] for t in range(low, trigger.first) if t in line.names]
    voting = assemblies(line, names[-1:])
    return bool(voting) and line.any_tag(voting[-1].end, trigger.first, "future", "obligation")


def _names_consent(line: Outline, trigger: Trigger) -> bool:
    """Tell whether a vote is called after what it is for: "a ratification vote"."""
    last = trigger.end - 1
    return last > trigger.first and not line.has(last, "preposition")


def _agreed_to_do(line: Outline, trigger: Trigger) -> list[AgreementMention]:
    """Give what is agreed to be done past days and places: "agreed on Monday to swap prisoners"."""
    for at in range(trigger.end, min(line.end, trigger.end + DEED_NEAR)):
        if line.words[at] == ",":
            break
        mention = line.agreements.get(at)
        if mention is not None:
            deeds = line.sources.page.marks.keyed("agreements", UNDERTAKING, at, at + 1)
            told = any(mark.first == mention.first for mark in deeds)
            return [mention] if told and mention.first == at else []
    return []


_LEFT_OR_JOINED = frozenset({ActKind.WITHDRAWAL, ActKind.ACCESSION})
"""Acts whose verbs may leave unsaid what the sentence has just named: "decided not to join"."""


def _past_house(line: Outline, trigger: Trigger) -> list[AgreementMention]:
    """Give the object behind whom it is sent to, and what for.

    "Transmit to the Congress, under the Act, the …", "transmit herewith, for the advice of the
    Senate, the …".
    """
    led = next((t for t in range(trigger.end, line.end) if line.has(t, "preposition")), line.end)
    if led - trigger.end > HOUSE_BEFORE:
        return []
    behind = behind_house(line, led, min(line.end, led + HOUSE_NEAR))
    if behind is None:
        return []
    for at in range(behind, min(line.end, behind + HOUSE_ASIDE)):
        if line.stops(at) and line.words[at] not in "()[]":
            break
        if at in line.agreements and line.has(at - 1, "article"):
            return [line.agreements[at]]
    return []


def _ends_clause(line: Outline, trigger: Trigger) -> bool:
    """Tell whether a verb is the last word of its clause."""
    at = trigger.end
    if at + 1 < line.end and line.has(at, "in") and at + 1 in line.dates:
        return True
    if line.has(at, "since"):
        return True  # "dapat bergabung sejak perjanjian berlaku"
    if at >= line.end or line.stops(at) or at in line.dates or line.opener(at) is not None:
        return True
    return line.words[at] in '.,!?"”'


def _spoken_of_here(line: Outline, trigger: Trigger) -> list[AgreementMention]:
    """Give the one agreement named before in the sentence, if it is no membership."""
    found = [m for m in line.ordered(line.agreements) if m.end <= trigger.first]
    return found[:1] if len({item.key for item in found}) == 1 else []


def _left_unsaid(
    line: Outline, trigger: Trigger, kind: ActKind
) -> tuple[list[AgreementMention], str]:
    """Give what is left or joined where it is not named again."""
    found = _spoken_of_here(line, trigger)
    if found or kind is not ActKind.ACCESSION:
        return found, "same sentence"
    return _open_to_all(line, trigger), "focus"


def _open_to_all(line: Outline, trigger: Trigger) -> list[AgreementMention]:
    """Give the agreement in focus if it is one of many: "only Norland has yet to join"."""
    link = in_focus(line, trigger)
    if link is None or link.mention is None or not _is_near(line, link.mention):
        return []
    agreement = line.sources.agreements.by_key(link.key)
    many = agreement is not None and (len(agreement.parties) > PAIR or MANY in agreement.parties)
    return [link.mention] if many else []


def _is_contact(line: Outline, trigger: Trigger) -> bool:
    """Tell whether a clause without pronoun hangs on its object: "the pact Norland signed"."""
    name = line.names.get(trigger.first - 1)
    if name is None or line.sources.page.pack.settings.get("modifiers") != "before":
        return False
    return name.first - 1 in line.agreements


def _own_objects(line: Outline, trigger: Trigger, sense: Sense) -> list[AgreementMention]:
    """List the objects of a verb; one of several words may need one more: "nod … to"."""
    close = _needs_close_object(line, trigger, sense)
    close = close and (
        sense.field == "close_verbs" or not opens_noun(line, past_adjuncts(line, trigger.end))
    )
    found = objects_of(line, trigger.end, sense.kind, close=close)
    if not found and sense.kind is ActKind.TEXT_AGREED:
        found = _agreed_to_do(line, trigger)
    if found or close or trigger.end - trigger.first < SEVERAL:
        return found
    return objects_of(line, past_preposition(line, past_owner(line, trigger.end)), sense.kind)


def _names_one(line: Outline, at: int) -> bool:
    """Tell whether a noun for agreements stands behind a word that says there is none."""
    page = line.sources.page
    behind = at + (at < line.end and line.has(at, "article"))
    marks = page.marks.within("agreements", behind, behind + 1)
    return any(page.pack.entry("agreements", mark.entry.key).get("form") for mark in marks)


def _closes_talks(line: Outline, trigger: Trigger, voice: Voice) -> bool:
    """Tell whether talks are the object or subject of a verb that closes them."""
    if voice is Voice.ACTIVE:
        behind = trigger.end + (trigger.end < line.end and line.has(trigger.end, "article"))
        return bool(talks_within(line, behind, behind + 1, texts=True))
    return bool(talks_within(line, _sentence_part(line, trigger.first), trigger.first, texts=True))


def _needs_close_object(line: Outline, trigger: Trigger, sense: Sense) -> bool:
    """A verb that may take another verb needs its object at once: "agree to (honor) a truce"."""
    if sense.kind is ActKind.REJECTION or sense.tie in (Tie.CALLED, Tie.LACK):
        return True
    if sense.field == "close_verbs":
        return True
    last = trigger.end - 1
    return last > trigger.first and line.has(last, "purpose", "agreed", "wish")


def _refers_back(line: Outline, trigger: Trigger, sense: Sense) -> bool:
    """Tell whether a pronoun is the object, or hands the act on ("its participation")."""
    head = hands_on(line, trigger.end, sense.kind)
    if head is not None:
        behind = past_owner(line, head.end)
        possessed = head.first > trigger.end or _hangs_pronoun(line, head.end)
        possessed = possessed or behind > head.end
        return possessed and not has_object(line, behind)
    vague = sense.tie is Tie.DIRECT and sense.kind in _VAGUE
    if vague and (sense.kind is ActKind.TEXT_AGREED or not _told_before(line, trigger)):
        return False
    if trigger.end < line.end and line.has(trigger.end, "it"):
        return sense.kind is not ActKind.WITHDRAWAL or _ends_there(line, trigger.end + 1)
    if sense.kind is ActKind.SIGNATURE and _signs_nothing(line, trigger):
        return True
    return _hangs_pronoun(line, trigger.end) or _hangs_pronoun(line, trigger.first + 1)


def _told_before(line: Outline, trigger: Trigger) -> bool:
    """Tell whether the only agreement of a sentence stands before a verb that changes "it"."""
    named = {mention.key for mention in line.agreements.values()}
    return len(named) == 1 and any(at < trigger.first for at in line.agreements)


def _signs_nothing(line: Outline, trigger: Trigger) -> bool:
    """Tell whether nothing at all is signed: "belum menandatangani apa pun", "not … anything"."""
    at = trigger.end
    if not any(line.sources.page.marks.keyed("agreements", "any", at, at + 1)):
        return False
    low = max(line.first, trigger.first - NEGATION_NEAR)
    return line.any_tag(low, trigger.first, "negation", "not_yet") and at not in line.agreements


def _ends_there(line: Outline, at: int) -> bool:
    """Tell whether nothing is said of "it": who "left it unclear" has left nothing."""
    return at >= line.end or bool(line.tags.get(at)) or not line.words[at].isalpha()


_BY_PRONOUN = frozenset({ActKind.APPROVAL, ActKind.RATIFICATION, ActKind.SIGNATURE})
"""Acts whose verbs have no other objects than agreements: "Congress is to ratify it"."""

_VAGUE = frozenset({ActKind.TEXT_AGREED, ActKind.TERMINATION, ActKind.AMENDMENT})
"""Acts whose verbs have other objects more often than agreements ("made it", "ended it")."""


def _hangs_pronoun(line: Outline, end: int) -> bool:
    """Tell whether an object pronoun hangs on the word that ends at a token."""
    endings = tuple(line.sources.page.pack.words("grammar", "it", "endings"))
    return bool(endings) and line.lower[end - 1].endswith(endings)


def in_focus(line: Outline, trigger: Trigger) -> Link | None:
    """Give the agreement in focus: the last one named before, else the next in the sentence."""
    known = line.sources.agreements
    before = known.mentions.before(trigger.first)
    if before:
        last = foremost(line, before)
        reach = BACK if trigger.of(*_BY_PRONOUN) else FOCUS_REACH
        if last.first >= line.first or _stays_in_focus(line, last, reach):
            return Link(last.key, last, False, "focus")
        return None
    later = known.mentions.within(trigger.end, line.end)
    if later:
        return Link(later[0].key, later[0], False, "focus")
    if len(known.findings) == 1:
        return Link(known.findings[0].key, None, False, "only agreement")
    return None


def _stays_in_focus(line: Outline, mention: AgreementMention, reach: int) -> bool:
    return len(line.sources.agreements.findings) == 1 or _is_near(line, mention, reach)


def _is_near(line: Outline, mention: AgreementMention, reach: int = FOCUS_REACH) -> bool:
    """Tell whether an agreement was spoken of a sentence or two before."""
    earlier = line.sources.page.sentences[max(0, line.sentence.index - reach)]
    return mention.first >= earlier.first


def _sentence_part(line: Outline, at: int) -> int:
    """Give where the main clause begins that a verb closes, relative clauses and all."""
    for token in range(at - 1, line.first - 1, -1):
        if line.words[token] in ";:" or token in line.saying:
            return token
        if line.opener(token) not in (None, "relative", "while"):
            return token
    return line.first

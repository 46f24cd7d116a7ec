"""Reported words that stand before their verb of saying."""

from __future__ import annotations

from traktat.model.kinds import NameKind
from traktat.reading.mentions import Quotation
from traktat.reading.statements.adverbials import opens_act, past_hearer
from traktat.reading.statements.complements import Complement
from traktat.reading.statements.cues import Cue, Side, after_subject
from traktat.reading.statements.lines import Line, skip_right
from traktat.reading.statements.nouns import Link, Subject, noun_after
from traktat.reading.statements.subjects import main_subject, subject_after

_MUTUAL = 8  # tokens behind a subject in which "each other" is looked for
_PHRASE = 8  # tokens of a role joined to another: "a delegate and spokesman Mara Moss told"
_CLOSING = 8  # marks behind a quotation that are looked past
_BODY_REACH = 240  # tokens that reported words before their verb may hold
BODY_WORDS = 3  # words before ", he said" that make a reported clause


_FRONT_WORDS = 10  # fewer words behind a preposition are an adverbial: "In a speech on Friday, …"
THUS = "statements#thus"
"""The entry of a word that closes reported words only where a name ends the sentence."""

_AFTER = frozenset({"clause", "more", "ask", "tell"})
"""Frames of the verbs that may follow what they report."""

_MORE = frozenset({"more"})


def past_quote(line: Line, quote: Quotation) -> int:
    """Give the first token after a quotation, its closing mark and a comma."""
    at = quote.end
    words = line.page.tokens.words
    end = min(line.end, at + _CLOSING)
    while at < end and not words[at][0].isalnum():
        at += 1
    return at


def may_follow(line: Line, cue: Cue) -> bool:
    """Tell whether a root such as "kata" stands where it means that something was said."""
    quote = line.quote_before(cue.first)
    if quote is not None and past_quote(line, quote) == cue.first:
        return True
    if THUS in cue.entries:
        found = noun_after(line, cue.end)
        if found is None or found.first != cue.end:
            return False
        written = any(line.is_in(at, "media", "documents") for at in range(found.first, found.end))
        if written and line.is_comma(cue.first - 1):
            return line.stop - found.end <= 1 or line.is_in(found.end, "relatives", "prepositions")
        credit = found.mention is not None and found.mention.sort is NameKind.AGENCY
        return found.mention is not None and not credit and line.stop - found.end <= 1
    if cue.first == line.begin:
        return cue.side is Side.TAG
    if not line.lower[cue.first - 1][0].isalnum():
        return cue.side is Side.TAG or cue.pronoun or _is_aside(line, cue)
    return False


def _is_aside(line: Line, cue: Cue) -> bool:
    """Tell whether a root and who can speak stand between commas: ", lanjut Lankov, …"."""
    found = noun_after(line, cue.end) if line.is_comma(cue.first - 1) else None
    if found is None or found.first != cue.end:
        return False
    ends = found.end >= line.stop or not line.lower[found.end][0].isalnum()
    return ends and (_speaks(line, found, cue.end) or line.is_in(cue.end, "persons", "envoys"))


def _speaks(line: Line, found: Subject, at: int) -> bool:
    """Tell whether a person is named, or a state or body right at a token."""
    held = found.mention
    if held is None or held.sort is NameKind.AGENCY:
        return False
    return held.sort is NameKind.PERSON or held.first == at


def reports_before(
    line: Line, cue: Cue, subject: Subject, body: tuple[int, int], found: Complement | None
) -> bool:
    """Tell whether a verb reports the words before it rather than those after it."""
    if not cue.frames & _AFTER:
        return False
    if cue.frames == _MORE and line.quote_around(body[0]) is None:
        return False  # "…, since the war began"
    if line.quote_around(body[0]) is not None and found is None:
        return True
    alone = not subject.breaks and stands_alone(line, body)
    if not alone and found is None and any(quote.first > cue.end for quote in line.long):
        return False  # "The envoy who brokered it, Lisa Moran, told AFP: …"
    if found is not None:
        return alone and not found.sure
    short = line.words(*body) < _FRONT_WORDS
    front = short and line.is_in(body[0], "prepositions") and not line.has_predicate(*body)
    return nothing_follows(line, cue) and (alone or not front)


def goes_on(line: Line, subject: Subject, body: tuple[int, int]) -> bool:
    """Tell whether words before "kata X" are only the front of a clause that goes on after it."""
    at = subject.end
    if at + 1 >= line.stop or not line.is_comma(at) or line.quote_around(body[0]) is not None:
        return False
    if line.is_in(at + 1, "coordinators", "relatives") or line.is_comment(at + 1):
        return False
    return not stands_alone(line, body) and line.has_predicate(at + 1, line.stop)


def is_fronted(line: Line, end: int) -> bool:
    """Tell whether words up to a comma are one clause before the main one: "When it ended"."""
    first = line.begin
    opened = line.is_in(first, "fronting") or (
        line.is_in(first, "openers", "breaks") and line.is_in(first, "prepositions", "unsaid")
    )
    return opened and not any(line.is_comma(at) for at in range(first + 1, end))


def joins_verb(line: Line, at: int) -> bool:
    """Tell whether the words before and after the verb share a subject: ", and has helped"."""
    if at + 1 >= line.end or not line.is_in(at, "joining") or not line.is_predicate(at + 1):
        return False
    marks = line.page.marks.within("statements", at + 1, at + 2)
    return not any(mark.key in line.speech.frames for mark in marks)


def follows_main(line: Line, end: int, cue: Cue) -> bool:
    """Tell whether a main clause stands between: "While X said …, Y has been calm, saying …"."""
    fronted = line.is_in(line.begin, "fronting") and cue.side is Side.ATTACHED
    if not fronted or end >= cue.first or not line.is_comma(end):
        return False
    return main_subject(line, end + 1) is not None


def nothing_follows(line: Line, cue: Cue) -> bool:
    """Tell whether a verb has no object: its clause ends, or goes on with an adverbial."""
    at = skip_right(line, cue.end)
    if "tell" in cue.frames:
        at = skip_right(line, past_hearer(line, at, line.stop))
    if at >= line.stop or not line.lower[at][0].isalnum():
        return True
    if (not cue.bare and line.is_in(at, "governed")) or opens_act(line, at):
        return False
    return line.is_comment(at) or line.is_in(
        at, "prepositions", "breaks", "coordinators", "relatives", "occasions"
    )


def is_inverted(line: Line, cue: Cue, subject: Subject, found: Complement | None) -> bool:
    """Tell whether the speaker follows the verb: "…," said the minister."""
    if not cue.inverts or (found is not None and found.sure) or cue.side is not Side.VERB:
        return False
    at = after_subject(line, cue, line.first)
    if at <= line.first or line.lower[at - 1][0].isalnum():
        return False
    if any(line.is_in(here, "predicates") for here in range(at, cue.first)):
        return False  # "the three — whose leaders met — have said"
    behind = subject_after(line, cue)
    if behind.link is not Link.OWN or line.is_in(behind.first, "adverbs"):
        return False
    if behind.mention is None and line.is_in(behind.first, "hearers"):
        return False
    quote = line.quote_before(at)
    if quote is not None and past_quote(line, quote) == at:
        return True
    if cue.bare and line.is_comma(at - 1) and _names_last(line, behind):
        return True
    alone = subject.link is Link.TRACED or line.has_predicate(line.begin, at - 1)
    return alone and not line.has_predicate(behind.end, _pause(line, behind.end))


def _names_last(line: Line, subject: Subject) -> bool:
    """Tell whether a person stands at the end of the sentence: ", said minister Wanuri Odembe."."""
    mention = subject.mention
    person = mention is not None and mention.sort is NameKind.PERSON and not mention.pronoun
    roles = any(line.is_in(at, "persons", "envoys") for at in range(subject.first, subject.end))
    return (person or roles) and skip_right(line, subject.end) >= line.stop


def _pause(line: Line, at: int) -> int:
    stop = min(line.stop, at + _BODY_REACH)
    while at < stop and not line.is_comma(at):
        at += 1
    return at


def body_before(
    line: Line, subject: Subject, *, proven: bool, least: int = BODY_WORDS
) -> tuple[int, int] | None:
    """Give the reported words before ", X said": they end at a comma or a quotation mark.

    Where `proven` is asked for, they must show a predicate; they have `least` words or more.
    """
    at = subject.first
    if subject.link not in (Link.OWN, Link.TRACED) or at <= line.begin:
        return None
    quote = line.quote_before(at)
    if quote is not None and _is_right_behind(line, quote, at):
        first = line.begin if quote.first - 1 > line.begin else quote.first
        return min(first, quote.first), quote.end
    first, end = max(line.begin, at - _BODY_REACH), at
    if line.lower[at - 1] == ";":
        return None  # another clause, not the words of this verb
    while end > first and not line.lower[end - 1][0].isalnum():
        end -= 1
    if end == at:
        return None
    if line.words(first, end) < least or (proven and not line.has_predicate(first, end)):
        return None
    return first, end


def _is_right_behind(line: Line, quote: Quotation, at: int) -> bool:
    """Tell whether a subject, or the rest of its phrase, follows a quotation right away."""
    past = past_quote(line, quote)
    if past >= at:
        return past == at
    joined = at - past <= _PHRASE and line.is_in(at - 1, "joining")
    return joined and not any(
        line.is_predicate(here) or not line.lower[here][0].isalnum() for here in range(past, at)
    )


def _is_participle(line: Line, token: int) -> bool:
    """Tell whether a verb of saying opens a sentence as a participle."""
    if token != line.begin:
        return False
    reduced = line.speech.of("reduced")
    marks = line.page.marks.within("statements", token, token + 1)
    if line.speech.head_first and any(mark.field == "verbs" for mark in marks):
        return True  # "Menyebut pakta itu sebagai tonggak, …"
    return any(reduced & frozenset(mark.forms) for mark in marks)


def stands_alone(line: Line, body: tuple[int, int]) -> bool:
    """Tell whether words before a subject are a clause and no adverbial in front of it."""
    first, end = body
    if line.quote_around(first) is not None:
        return True
    if first in line.dates_from or line.is_comment(first):
        return False  # "Dikutip AFP, …"
    if line.is_in(first, "prepositions", "breaks", "adverbs", "answering"):
        return False
    if line.speech.shaped("deeds", line.lower[first]) or _is_participle(line, first):
        return False  # "Speaking in Vienna, …", "Asked whether …"
    return line.has_predicate(first, end)


def is_supposed(line: Line, subject: Subject) -> bool:
    """Tell whether a saying is only a condition: "if the ministry says …"."""
    noun = subject.first if subject.mention is None else subject.mention.first
    if line.is_in(noun - 1, "so_that"):
        return True  # "meminta agar Veland menjelaskan …"
    if _is_to_come(line, subject):
        return True
    if not line.is_in(subject.clause - 1, "unsaid"):
        return False
    return not any(line.is_comma(at) for at in range(subject.clause, subject.first))


def _is_to_come(line: Line, subject: Subject) -> bool:
    """Tell whether several are to tell each other: "in force once both states have notified"."""
    near = range(subject.first + 1, min(line.stop, subject.end + _MUTUAL))
    mutual = any(line.is_in(at, "each_other") for at in near)
    return mutual and line.is_in(subject.clause - 1, "breaks", "prepositions")


def is_free(line: Line, token: int) -> bool:
    """Tell whether a relative stands for no noun before it: "what", not "which"."""
    return line.is_in(token, "relatives") and line.is_in(token, "whether")


def before_relative(line: Line, first: int, end: int) -> int:
    """End what somebody is urged to do where the report explains a word of it: ", which was"."""
    for at in range(first + 1, end - 1):
        relative = line.is_comma(at) and line.is_in(at + 1, "relatives")
        if relative and line.quote_around(at) is None:
            return at
    return end


def takes_up(line: Line, subject: Subject) -> bool:
    """Tell whether the noun for an accusation stands right before who answers it."""
    named = subject.first if subject.mention is None else subject.mention.first
    nouns = line.page.marks.keyed("topics", "accusation", max(line.begin, named - 2), named)
    beside = [noun.first - 1 for noun in nouns if noun.end == named]
    return any(not line.is_in(at, "prepositions") for at in beside)  # "in charge" charges nobody


def is_split(line: Line, subject: Subject, before: tuple[int, int]) -> bool:
    """Tell whether a clause without a verb runs on: "Targetnya, kata dia, Januari depan"."""
    at = subject.end + 1
    pronoun = subject.mention is None or subject.mention.pronoun
    if at >= line.stop or not pronoun or not line.is_comma(subject.end):
        return False
    if line.has_predicate(*before) or line.quote_around(before[0]) is not None:
        return False
    if line.is_comment(at) or line.is_day(at) or line.lower[at][0].isdecimal():
        return False
    return not line.is_in(at, "coordinators", "relatives", "days", "prepositions")


def next_pause(line: Line, first: int, mark: str) -> int:
    """Give the comma or dash that closes the clause one like it has opened."""
    closing = "–—-" if mark in "–—-" else ","
    for at in range(first + 1, line.stop):
        parts = line.is_comma(at) if closing == "," else line.lower[at] in closing
        if parts and line.quote_around(at) is None:
            return at
    return line.stop


def is_hearsay(line: Line, cue: Cue) -> bool:
    """Tell whether a participle tells what others report: "it backs up reports suggesting …"."""
    noun = after_subject(line, cue, line.begin) - 1
    told = cue.side is Side.ATTACHED and line.is_in(noun, "hearsay")
    return told and line.speech.shaped("plurals", line.lower[noun])


def trimmed(line: Line, end: int, first: int) -> int:
    """Give where words end, marks behind them left out."""
    while end > first and line.lower[end - 1] in ",;:–—-":
        end -= 1
    return end

"""Where the reported clause of a verb of saying begins, frame by frame."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from traktat.reading.statements.adverbials import (
    After,
    counts,
    opens_act,
    past_adverbials,
    past_hearer,
)
from traktat.reading.statements.cues import Cue
from traktat.reading.statements.fronts import front_of
from traktat.reading.statements.lines import Line, opening, skip_left, skip_right
from traktat.reading.statements.openings import (
    can_act,
    denies_hearsay,
    describes_noun,
    goes_on_with_verb,
    is_noun_at,
    is_so_called,
    is_wish,
    is_wished,
    names_a_thing,
    opens_phrase,
    opens_with_subject,
    points_back,
    takes_verb,
)

_REACH = 160  # tokens behind a verb within which its reported clause must begin and show
_PAUSES = frozenset(",:-–—")
_ASIDE = 14  # tokens of an adverbial between commas after a verb
_LATE_REACH = 40  # tokens between a verb and its "that"
_HEARER = 6  # tokens of a hearer whom no list knows: "his old friends"
_NOUN_REACH = 8  # tokens between "expressed" and "that"
_NOMINAL = 5  # words behind a verb and a comma that make a clause without a verb
_AS_REACH = 40  # tokens between "described" and "as"
_LEAST = 2  # words behind a hearer and a comma that make a clause
_DEED = 4  # words of a nominalized deed: "the presence of troops there"


REMARK = "remark"
"""The rule for what somebody says of a thing without a clause."""

URGE = "urge"
"""The rule for what somebody is asked to do; what a treaty asks for is no statement."""

VOW = "vow"
"""The rule under which a promise or threat to act is a statement, if a person makes it."""


DEED = "deed"
"""The rule for a deed told as a noun or participle."""

_EXPRESSING = frozenset({"express"})
"""Frames of verbs that need a noun: "that" right behind them points ("renewed that call")."""

GAPPED = frozenset({"clause", "that", "pause"})
"""The rules whose clause lacks a part where it describes a noun ("which he said would fail")."""


@dataclass(frozen=True, slots=True)
class Complement:
    """What a verb of saying reports, from token `first`.

    `sure` tells that a conjunction, a colon or a quotation mark opens it; `rule` names the frame.
    """

    first: int
    rule: str
    sure: bool = False


def complement_of(line: Line, cue: Cue, edge: int) -> Complement | None:
    """Find the reported clause right of a verb, before token `edge`."""
    edge = min(edge, cue.end + _REACH)
    at, moved = past_adverbials(line, cue, edge)
    after = After(line, cue, at, min(edge, line.stop), moved)
    if denies_hearsay(line, cue.entries, at):
        return None
    marked = _marked(after)
    if marked is not None:
        return marked
    for frame, rule in FRAMES.items():
        if frame in cue.frames:
            found = rule(after)
            if found is not None:
                first = _with_adverbs(line, cue, found.first)
                return found if first == found.first else replace(found, first=first)
    return None


def _with_adverbs(line: Line, cue: Cue, first: int) -> int:
    """Give a clause the auxiliaries before it: "mengaku baru sempat mampir"."""
    while first - 1 >= cue.end and line.is_in(first - 1, "adverbs", "predicates"):
        if first in line.dates_to or not line.is_small(first - 1):
            break  # "said in May | the text was ready"
        first -= 1
    return first


def _marked(after: After) -> Complement | None:
    """Recognize a clause that a conjunction, a comma or colon, or a quotation mark opens."""
    line, at = after.line, after.at
    if at >= line.end:
        return None
    if line.opens_quote(at) is not None:
        return Complement(at, "quotation", sure=True)
    if line.lower[at] in _PAUSES and at + 1 < line.end:
        return _past_dashes(after) if line.is_dash(at) else _after_pause(after)
    if points_back(line, at, after.edge):
        return None
    that = at + line.is_in(at, "interposed")  # "said though that"
    points = "accuse" in after.cue.frames or after.cue.frames == _EXPRESSING
    if line.conjoins(that) and not points and not (after.moved and _is_of_occasion(line, that)):
        return _from(after, that + 1, "that")
    return _found_late(after)


def _found_late(after: After) -> Complement | None:
    """Find a conjunction behind a hearer or an adverbial, where a verb may have one there."""
    line, frames = after.line, after.cue.frames
    if ("more" in frames and len(frames) == 1) or not frames & {"clause", "tell"}:
        return None
    if after.moved or after.is_in("prepositions", "hearers") or "tell" in frames:
        return _late_that(after)
    vague = line.speech.of("that") & line.speech.of("articles")
    return None if vague else _that_before_any_verb(after)


def _past_dashes(after: After) -> Complement | None:
    """Read "said — with a smile — that the talks would go on"."""
    line = after.line
    for here in range(after.at + 1, min(after.edge - 1, after.at + _ASIDE)):
        if line.is_dash(here):
            return _from(after, here + 2, "that") if line.conjoins(here + 1) else None
    return None


def _that_before_any_verb(after: After) -> Complement | None:
    """Find "that" behind an adverbial that nothing marks: "mengatakan pekan lalu bahwa"."""
    line = after.line
    for here in range(after.at, min(after.edge, after.at + _LATE_REACH)):
        if line.conjoins(here):
            return _from(after, here + 1, "that")
        if line.is_predicate(here) or line.is_comma(here) or line.is_in(here, "whether"):
            return None
    return None


def _after_pause(after: After) -> Complement | None:
    line, at = after.line, after.at
    quote = line.opens_quote(at + 1)
    if quote is not None:
        return Complement(opening(quote), "quotation", sure=True)
    if at + 1 >= after.edge:
        return None
    if line.conjoins(at + 1):
        return _from(after, at + 2, "that")
    if line.lower[at] == ":" or _comma_opens(after) or _day_opens(after):
        return _from(after, at + 1, "pause")
    return _past_aside(after)


def _past_aside(after: After) -> Complement | None:
    """Read "said, on the way to Rome, the visit would go on"."""
    line, at = after.line, after.at
    if line.is_adverb(at + 1) and line.is_comma(at + 2):
        behind = at + 3  # "said, however, that"
        if behind < after.edge and line.conjoins(behind):
            return _from(after, behind + 1, "that")
        return _from(after, behind, "pause") if after.cue.bare else None
    told = line.speech.comma_opens and line.is_comment(at + 1)
    if not told and (not after.cue.bare or not line.is_in(at + 1, "prepositions")):
        return None
    for here in range(at + 2, min(after.edge - 1, at + _ASIDE)):
        if line.is_comma(here):
            clause = line.has_predicate(here + 1, after.edge) and opens_phrase(line, here + 1)
            return Complement(here + 1, "clause") if clause else None
    return None


def _comma_opens(after: After) -> bool:
    """Tell whether a comma after the verb may open its clause, as in Indonesian."""
    line, at = after.line, after.at
    if not line.speech.comma_opens or not after.cue.frames & {"clause", "ask", "more"}:
        return False
    if line.is_in(at + 1, "coordinators", "relatives") or line.is_comment(at + 1):
        return False
    if after.cue.bare or line.has_predicate(at + 1, after.edge):
        return True
    close = at == after.cue.end and not line.is_in(at + 1, *_LOOSE, "days", "weekdays")
    return close and line.words(at + 1, after.edge) >= _NOMINAL


def _day_opens(after: After) -> bool:
    """Tell whether a day and a comma stand for "that": "announced on Friday, the pact …"."""
    line, at = after.line, after.at
    dated = (at in line.dates_to or line.is_day(at - 1)) and not after.line.is_in(
        after.cue.end, "carrying"
    )
    if not dated or "clause" not in after.cue.frames or line.is_in(at + 1, *_LOOSE):
        return False
    return opens_phrase(line, at + 1) and line.shows_predicate(at + 1, after.edge)


_LOOSE = ("prepositions", "breaks", "coordinators", "relatives", "indefinite")


def _late_that(after: After) -> Complement | None:
    """Find "that" behind a hearer or a long adverbial."""
    line = after.line
    vague = line.speech.of("that") & line.speech.of("articles")  # "that" may be a pronoun
    if "tell" in after.cue.frames and _is_told_to(after):
        return None
    for here in range(after.at, min(after.edge, after.at + _LATE_REACH)):
        if line.conjoins(here):
            return None if _is_of_occasion(line, here) else _from(after, here + 1, "that")
        verb = line.is_in(here, "predicates", "relatives") and line.is_small(here)
        if line.is_in(here, "whether") or (vague and verb):
            return None
    return None


def _is_of_occasion(line: Line, that: int) -> bool:
    """Tell whether "that" goes on with where it was said: "at a briefing that lasted an hour"."""
    lasted = that + 1 < line.stop and line.speech.shaped("pasts", line.lower[that + 1])
    return lasted and line.is_in(that - 1, "occasions")


def _from(after: After, first: int, rule: str, *, sure: bool = True) -> Complement | None:
    quote = after.line.opens_quote(first) if first < after.line.end else None
    if quote is not None:
        return Complement(first, rule, sure)
    return Complement(first, rule, sure) if first < after.edge else None


def _clause(after: After) -> Complement | None:
    """A clause without a conjunction: it must show its predicate unless the verb is plain."""
    line, at = after.line, after.at
    if at >= after.edge or not line.lower[at][0].isalnum():
        return None
    points = line.is_in(at, "that") and not line.conjoins(at)
    opens = points or (after.cue.bare and (line.is_in(at, "openers") or counts(line, at)))
    if line.is_in(at, "prepositions", "breaks", "coordinators", "relatives") and not opens:
        return _fronted(after) or _adverbial_first(after)
    plain = after.cue.bare or "plain" in after.cue.frames
    if plain and not after.moved and line.words(at, after.edge) > 1:
        return Complement(at, "clause")
    if _is_none(after):
        return _adverbial_first(after)
    named = "label" in after.cue.frames and names_a_thing(line, at, after.edge)
    if line.is_in(at, "having"):
        return Complement(at, DEED)  # "reported being told to leave"
    begin = at + is_noun_at(line, at)
    shown = named or opens_with_subject(line, at) or line.shows_predicate(begin, after.edge)
    return Complement(at, "clause") if shown else None


def _adverbial_first(after: After) -> Complement | None:
    """A clause behind words that say when or where: "said under the pact Kenya will pay"."""
    first = front_of(after)
    return None if first is None else Complement(first, "clause")


def _is_none(after: After) -> bool:
    """Tell whether the words behind a verb are an adverbial or a thing, not a clause."""
    line, at = after.line, after.at
    if after.moved and not opens_phrase(line, at):
        return True
    if after.cue.doubtful and not _is_surely_verb(after):
        return True
    if line.is_in(at, "someone") and line.is_in(at + 1, "media"):
        return True  # "writing a letter to Norland saying that …"
    return takes_verb(line, at) or is_wish(line, at)


def _fronted(after: After) -> Complement | None:
    """A clause with an adverbial in front: "mengatakan dari sembilan orang, tujuh …"."""
    line, at = after.line, after.at
    if not line.speech.comma_opens or not line.is_in(at, "prepositions"):
        return None
    for here in range(at + 1, min(after.edge - 1, at + _ASIDE)):
        if line.is_in(here, "predicates") and line.is_small(here):
            return Complement(at, "clause")  # "menyampaikan di Porta ada tiga sekolah"
        if line.is_comma(here):
            new = line.is_in(here + 1, "coordinators", "relatives") or line.is_comment(here + 1)
            if not new and line.shows_predicate(here + 1, after.edge):
                return Complement(at, "clause")
            plain = after.cue.bare and line.words(here + 1, after.edge) > _LEAST
            return Complement(here + 1, "clause") if plain and not new else None
    return None


def _is_surely_verb(after: After) -> bool:
    """Tell that a word such as "denies" is no noun: a name precedes and a noun phrase follows."""
    line = after.line
    name = line.ending.get(skip_left(line, after.cue.first, line.begin))
    if name is None or name.attributive or line.is_in(after.at, "that"):
        return False
    follows = line.is_in(after.at, "articles", "pronouns") or after.at in line.starting
    return follows and bool(line.speech.of("articles"))


def _is_told_to(after: After) -> bool:
    """Tell whether a hearer and then an act follow: "told his troops not to fire"."""
    line, at = after.line, past_hearer(after.line, after.at, after.edge)
    known = after.is_in("articles") and not after.is_in("indefinite")
    if at == after.at and (known or opens_act(line, at + 1)):
        while at < min(after.edge, after.at + _HEARER) and line.lower[at][0].isalpha():
            if opens_act(line, at) or line.is_in(at, "prepositions", "that"):
                break
            at += 1
    return after.at < at < after.edge and opens_act(line, at)


def _tell(after: After) -> Complement | None:
    """A hearer, then a clause: "told reporters the talks would go on"."""
    line = after.line
    if _is_told_to(after):
        return Complement(after.at, URGE)
    at = past_hearer(line, after.at, after.edge)
    if at == after.at:
        return None
    told = _moved_cue(after.cue, at)
    later, moved = past_adverbials(line, told, after.edge)
    behind = After(line, told, later, after.edge, moved)
    return _marked(behind) or _clause(behind)


def _moved_cue(cue: Cue, end: int) -> Cue:
    return replace(cue, end=end, bare=cue.bare or "clause" not in cue.frames, doubtful=False)


def _urge(after: After) -> Complement | None:
    """Whoever is to act, then the act."""
    line, at = after.line, after.at
    governed = after.is_in("prepositions") and not after.is_in("in_order", "so_that")
    if at >= after.edge or governed or not line.lower[at][0].isalnum():
        return None
    if line.is_in(at, "so_that"):
        return _from(after, at + 1, URGE)
    if line.is_in(at, "in_order"):
        describes = describes_noun(line, after.cue.first - 1)
        return _from(after, at, URGE) if line.speech.of("so_that") and not describes else None
    for here in range(at + 1, min(after.edge, at + _LATE_REACH)):
        if opens_act(line, here) and not line.is_in(here - 1, "in_order"):
            return Complement(at, URGE) if can_act(line, at, here) else None
        if line.is_comma(here) and (line.is_predicate(here - 1) or here - at > _ASIDE):
            break
    shaped = bool(line.speech.starts.get("predicates"))  # verbs are told by their shape
    return Complement(at, URGE) if shaped and line.shows_predicate(at, after.edge) else None


def _against(after: After) -> Complement | None:
    """A deed warned of: "warned (Kenya) against leaving without a deal"."""
    line, at = after.line, after.at
    for here in range(at, min(after.edge - 1, at + _HEARER)):
        if line.is_in(here, "dissuading"):
            deed = line.speech.shaped("deeds", line.lower[here + 1])
            return Complement(at if here > at else here + 1, URGE) if deed else None
        if not line.lower[here][0].isalnum() or line.is_in(here, "that", "predicates"):
            return None
    return None


def _accuse(after: After) -> Complement | None:
    """The accused, then the deed."""
    line, at = after.line, after.at
    if at >= after.edge or not line.lower[at][0].isalnum() or line.is_in(at, "of"):
        return None
    if not line.speech.of("of"):
        found = line.shows_predicate(at, after.edge)
    else:
        limit = min(after.edge, at + _LATE_REACH)
        found = any(line.is_in(here, "of") for here in range(at + 1, limit))
    return Complement(at, "accuse") if found else None


def _label(after: After) -> Complement | None:
    """A thing, then what it is called: "described the pact as a milestone"."""
    line, at = after.line, after.at
    told = line.speech.shaped("pronouns", line.lower[after.cue.end - 1])
    if (
        told
        and at < after.edge
        and line.lower[at][0].isalnum()
        and line.opens_quote(at + 1) is None
    ):
        return Complement(at, "label")  # "menyebutnya (sebagai) tonggak"
    named = line.dates_from.get(after.cue.end)
    if named is not None and named.end == at and line.is_in(at, "as"):
        return Complement(after.cue.end, "label")  # "menyebut hari itu sebagai hadiah"
    inside = False  # a relative clause between commas
    for here in range(at + 1, min(after.edge, at + _AS_REACH)):
        if (line.is_in(here, "as") or is_so_called(line, here)) and not inside:
            return Complement(at, "label")
        if line.is_comma(here) and (inside or line.is_in(here + 1, "relatives")):
            inside = not inside
        elif line.is_in(here, "that") or (line.is_predicate(here) and not inside):
            return None
    return None


def _call(after: After) -> Complement | None:
    """A thing and what it is called with nothing between: "called the move a ploy"."""
    line, at = after.line, after.at
    if at >= after.edge or line.is_in(at, "prepositions", "indefinite"):
        return None
    for here in range(at + 1, min(after.edge, at + _AS_REACH)):
        if line.is_in(here, "prepositions") and not line.is_in(here, "of"):
            return None
        if line.is_in(here, "indefinite") or line.opens_quote(here):
            return Complement(at, "call")
    return None


def _deny(after: After) -> Complement | None:
    """A denied deed in the form of a participle: "denied violating the accord"."""
    line, at = after.line, after.at
    if at < after.edge and line.speech.shaped("deeds", line.lower[at]):
        return Complement(at, "deny") if line.words(at, after.edge) >= 2 else None
    return None


def _deed(after: After) -> Complement | None:
    """A deed in the form of a noun: "membantah keberadaan pasukan di sana"."""
    line, at = after.line, after.at
    if at >= after.edge:
        return None
    shaped = line.speech.shaped("plain_nouns", line.lower[at])
    if not line.is_in(at, "deeds") and (not shaped or line.is_in(at, "plain_nouns")):
        return None
    return Complement(at, DEED) if line.words(at, after.edge) >= _DEED else None


def _ask(after: After) -> Complement | None:
    """A question: "asked whether", "mempertanyakan apakah"."""
    line = after.line
    at = after.at if after.is_in("whether") else past_hearer(line, after.at, after.edge)
    if at < after.edge and line.is_in(at, "whether"):
        return _from(after, at, "ask")
    return None


def _express(after: After) -> Complement | None:
    """A noun of feeling, then "that": "voiced concern that"."""
    line, at = after.line, after.at
    for here in range(at, min(after.edge, at + _NOUN_REACH)):
        if line.is_in(here, "that"):
            describes = line.is_in(here, "articles") and goes_on_with_verb(line, here + 1)
            return _from(after, here + 1, "express") if here > at and not describes else None
        if here > at and line.is_in(here, "on_behalf") and is_wished(line, here + 1, after.edge):
            return _from(after, here + 1, "express")
        pause = not line.lower[here][0].isalnum() and not line.is_in(here + 1, "that")
        about = line.is_in(here, "governed") and here > at and skip_right(line, here) == here
        if pause or about or line.is_predicate(here) or line.is_in(here, "whether"):
            return None
    return None


def _vow(after: After) -> Complement | None:
    """What somebody vows or threatens to do: "berjanji akan menarik pasukan"."""
    line, at = after.line, after.at
    if at < after.edge and (line.is_in(at, "in_order") or line.is_predicate(at)):
        return _from(after, at, VOW, sure=False)
    return None


def _remark(after: After) -> Complement | None:
    """A noun phrase that is praised, condemned or recalled: no clause, but words of somebody."""
    line, at = after.line, after.at
    if at >= after.edge or not line.lower[at][0].isalnum() or after.cue.doubtful:
        return None
    if line.is_in(at, "prepositions", "breaks", "coordinators", "relatives", "pronouns"):
        return None
    edge = next((k for k in range(at, after.edge) if line.is_comma(k)), after.edge)
    return Complement(at, REMARK) if line.words(at, edge) > 1 else None


FRAMES: dict[str, Callable[[After], Complement | None]] = {
    "express": _express,
    "accuse": _accuse,
    "label": _label,
    "urge": _urge,
    "against": _against,
    "ask": _ask,
    "tell": _tell,
    "call": _call,
    "deny": _deny,
    "clause": _clause,
    "vow": _vow,
    "deed": _deed,
    "remark": _remark,
}
"""The frames in the order in which they are tried."""

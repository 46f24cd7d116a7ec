"""Verbs of saying where they tell that something was said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from traktat.lang import Mark
from traktat.model.kinds import NameKind
from traktat.reading.mentions import NameMention
from traktat.reading.statements.lines import Line, skip_left, skip_right

_HYPHENS = frozenset("-‐‑")
_JOB = 5  # tokens of what a person is, before the name
_PHRASE = 6  # tokens of "of the nuclear test ban treaty"
_JOINED_REACH = 20  # tokens between an auxiliary and the second verb it governs


class Side(StrEnum):
    """How a verb of saying is built into its sentence."""

    VERB = "verb"  # with a subject of its own
    ATTACHED = "attached"  # a participle that shares the subject of another verb
    TAG = "tag"  # after reported words, before the speaker
    TAIL = "tail"  # the same, but only right after a quotation or with a pronoun on it


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of saying on tokens [first, end) and the frames it can open.

    `entries` are its addresses in the pack; `pronoun` marks one that carries its speaker as an
    ending ("ujarnya"), `doubtful` one that may as well be a noun ("reports"),
    `past` and `present` tell its tense where its form does (of all `present` only "calls"),
    `progressive` one after "is" that is no passive ("is saying").
    """

    first: int
    end: int
    side: Side
    frames: frozenset[str]
    entries: tuple[str, ...]
    bare: bool = False
    inverts: bool = False
    pronoun: bool = False
    doubtful: bool = False
    past: bool = False
    present: bool = False
    progressive: bool = False

    @property
    def follows(self) -> bool:
        """Tell whether it can only stand after reported words."""
        return self.side in (Side.TAG, Side.TAIL)


def cues_of(line: Line) -> tuple[Cue, ...]:
    """List the verbs of saying of a sentence, in order; those within quotations are left out."""
    return _cues(line, quoted=False)


def quoted_cues(line: Line) -> tuple[Cue, ...]:
    """List the verbs of saying within the quotations of a sentence."""
    return _cues(line, quoted=True)


def _cues(line: Line, *, quoted: bool) -> tuple[Cue, ...]:
    found: list[Cue] = []
    frames = line.speech.frames
    nouns = [range(mark.first, mark.end) for mark in line.marks if mark.key == "nominal"]
    marks = [
        mark
        for mark in line.marks
        if mark.key in frames and not any(mark.first in noun for noun in nouns)
    ]
    for _, group in groupby(marks, key=lambda mark: (mark.first, mark.end)):
        cue = _cue(line, list(group))
        if cue is None or (line.quote_around(cue.first) is not None) is not quoted:
            continue
        if _is_example(line, cue) or not _was_said(line, cue) or _is_part(line, cue):
            continue
        if cue.doubtful and found and found[-1].end == cue.first:
            continue  # "denied claims that": the object of the verb before
        found.append(cue)
    return tuple(found)


def _is_part(line: Line, cue: Cue) -> bool:
    """Tell whether a verb is part of a longer word: "so-called", "add-ons"."""
    text, tokens = line.page.text, line.page.tokens
    start, end = tokens.starts[cue.first], tokens.ends[cue.end - 1]
    if start > 1 and text[start - 1] in _HYPHENS and text[start - 2].isalnum():
        return True
    return end + 1 < len(text) and text[end] in _HYPHENS and text[end + 1].isalnum()


def _cue(line: Line, marks: list[Mark]) -> Cue | None:
    """Make one cue of all entries that know a verb."""
    sided = [(side, mark) for mark in marks if (side := _side(line, mark)) is not None]
    if not sided:
        return None
    side = sided[0][0]
    progressive = side is Side.ATTACHED and _is_helped(line, sided[0][1].first)
    if progressive:
        side = Side.VERB  # "is saying"
        sided = [(side, mark) for _, mark in sided]
    same = [mark for other, mark in sided if other is side]
    frames = line.speech.frames
    forms = {form for mark in same for form in mark.forms}
    first, end = same[0].first, same[0].end
    return Cue(
        first,
        end,
        side,
        frozenset(frame for mark in same for frame in frames[mark.key]),
        tuple(dict.fromkeys(mark.entry.name for mark in same)),
        bare=any(mark.key in line.speech.bare for mark in same),
        inverts=any(mark.key in line.speech.inverts for mark in same),
        doubtful=all(_is_doubtful(line, mark) for mark in same),
        past="past" in forms and not forms & {"present", "bare"},
        present=forms == {"present"},
        progressive=progressive,
        pronoun=side in (Side.TAG, Side.TAIL) and _carries_pronoun(line, end - 1),
    )


def _is_helped(line: Line, token: int) -> bool:
    """Tell whether "is" stands before a participle, an adverb at most between: "is now saying"."""
    return line.is_in(token - 1, "be") or (
        line.is_adverb(token - 1) and line.is_in(token - 2, "be")
    )


def _side(line: Line, mark: Mark) -> Side | None:
    if mark.field == "tags":
        return Side.TAG
    if mark.field == "tails":
        return Side.TAIL
    if mark.field != "verbs":
        return Side.VERB
    finite, attached = line.speech.of("finite"), line.speech.of("attached")
    if any(form in finite for form in mark.forms):
        return Side.VERB
    return Side.ATTACHED if any(form in attached for form in mark.forms) else None


def _is_doubtful(line: Line, mark: Mark) -> bool:
    finite, doubtful = line.speech.of("finite"), line.speech.of("doubtful")
    found = [form for form in mark.forms if form in finite]
    if line.is_in(mark.first, "certain"):
        return False
    return bool(found) and all(form in doubtful for form in found)


def _carries_pronoun(line: Line, token: int) -> bool:
    word = line.lower[token]
    return word not in line.speech.tags and line.speech.shaped("pronouns", word)


def _was_said(line: Line, cue: Cue) -> bool:
    """Tell whether the saying took place: not denied, not to come, not passive, no infinitive."""
    if cue.follows:
        return True
    before = list(_words_before(line, cue))
    if any(_takes_back(line, at) and not is_said_anyway(line, at) for at in before):
        return False
    passive = cue.side is Side.VERB and any(line.is_in(at, "be") for at in before)
    if passive and not cue.progressive:
        return False
    seeming = len(before) > 1 and line.is_in(before[-1], "seeming")
    nominal = (
        cue.doubtful
        and not seeming
        and not (_follows_quote(line, cue) or _precedes_person(line, cue))
    )
    if nominal and (_is_noun(line, cue, before) or _lacks_plural(line, cue, before)):
        return False
    if cue.side is Side.ATTACHED:
        return not before or _leans(line, before[-1], bare=cue.bare)
    if cue.frames & _TO_SOMEBODY and (_is_reduced(line, cue) or _was_done(line, cue)):
        return False
    if before and line.is_in(before[-1], "coordinators") and _is_governed(line, cue, before[-1]):
        return False
    return not before or not _is_adjective(line, before[-1])


def _is_example(line: Line, cue: Cue) -> bool:
    """Tell whether a bare form between commas only means "for example": "an ally, say, or"."""
    apart = cue.bare and cue.first > line.begin and cue.end < line.stop
    if not apart or not line.is_comma(cue.first - 1) or not line.is_comma(cue.end):
        return False
    forms = _forms(line, cue)
    return bool(forms) and forms <= line.speech.of("infinitives")


_TO_SOMEBODY = frozenset({"ask", "tell", "urge"})
_PASSIVE_OBJECTS = ("that", "whether", "in_order", "prepositions", "openers")


def _follows_quote(line: Line, cue: Cue) -> bool:
    """Tell whether a verb stands right behind a quotation and before its speaker: "…," writes X."""
    quote = line.quote_before(cue.first)
    if quote is None or not cue.inverts:
        return False
    held = line.ending.get(cue.first)
    if held is not None and held.sort is NameKind.PERSON:
        between = range(quote.end + 1, held.first)  # "…," professor Lisa Moran notes in her book
        apart = any(line.is_comma(at) or line.is_predicate(at) for at in between)
        return len(between) <= _JOB and not apart
    if line.words(quote.end, cue.first):
        return False
    return cue.end in line.starting or line.is_in(cue.end, "articles")


def _precedes_person(line: Line, cue: Cue) -> bool:
    """Tell whether a verb stands between a comma and a person: "…, argues Mr. Odembe"."""
    held = line.starting.get(cue.end)
    person = held is not None and held.sort is NameKind.PERSON and not held.pronoun
    return person and cue.inverts and cue.first > line.begin and line.is_comma(cue.first - 1)


def _is_reduced(line: Line, cue: Cue) -> bool:
    """Tell whether a participle after a name means what was done to it: "Kim, asked whether …"."""
    if not line.is_comma(cue.first - 1) or not _forms(line, cue) & line.speech.of("reduced"):
        return False
    named = line.ending.get(cue.first - 1)
    if named is None or not line.is_in(cue.end, *_PASSIVE_OBJECTS):
        return False
    return not any(line.is_comma(at) for at in range(named.first - 1, named.end))


def _was_done(line: Line, cue: Cue) -> bool:
    """Tell whether a participle opens a sentence and names who did it: "Asked by Odembe if"."""
    done = cue.first == line.begin and line.is_in(cue.end, "carrying")
    return done and bool(_forms(line, cue) & line.speech.of("reduced"))


def _is_governed(line: Line, cue: Cue, joining: int) -> bool:
    """Tell whether a bare form shares the auxiliary of a verb before: "would go and demand"."""
    forms = _forms(line, cue)
    if not forms or not forms <= line.speech.of("infinitives"):
        return False
    for at in range(joining - 1, max(line.first, joining - _JOINED_REACH) - 1, -1):
        if line.is_comma(at) or line.is_in(at, "breaks", "relatives"):
            return False
        if _takes_back(line, at):
            return True
    return False


def _takes_back(line: Line, token: int) -> bool:
    """Tell whether a word says that it was not, or not yet, said; a name ("May") does not."""
    small = line.page.tokens.words[token][0].islower() or token == line.begin
    return small and line.is_in(token, "unsaid") and token + 1 not in line.ending


def is_said_anyway(line: Line, token: int) -> bool:
    """Tell whether words beside an auxiliary let the saying stand: "would only say", "had to"."""
    beside = line.is_in(token + 1, "only") or line.is_in(token - 1, "only")
    stressed = line.is_in(token, "emphatic") and not line.is_in(token + 1, "unsaid")
    return beside or stressed or line.is_in(token - 1, "seeming")


def _leans(line: Line, token: int, *, bare: bool) -> bool:
    """Tell whether a participle after a token is one: ", saying", "by saying"."""
    if not line.lower[token][0].isalnum() or line.ending.get(token + 1) is not None:
        return True
    if token + 1 in line.dates_to or line.is_day(token) or line.is_in(token, "days"):
        return any(mark.key in line.speech.frames and mark.first < token for mark in line.marks)
    if bare and token > line.begin and line.page.tokens.words[token][0].isupper():
        return True  # "a letter to Wanuri saying"
    return line.is_in(token, "coordinators", "fronting", "media", "documents", "relatives")


def _is_adjective(line: Line, token: int) -> bool:
    """Tell whether a verb form after a token describes a noun: "the country's alleged plan"."""
    owned = line.speech.shaped("owners", line.lower[token])
    return owned or line.is_in(token, "determiners")


def _is_noun(line: Line, cue: Cue, before: list[int]) -> bool:
    """Tell whether a word that may be verb or noun stands where only a noun can."""
    if not before:
        return False
    if line.lower[before[-1]] == "-" and not line.is_dash(before[-1]):
        return True
    word = line.page.tokens.words[before[-1]]
    lingering = not cue.bare and word.islower() and line.speech.shaped("deeds", word)
    if line.is_predicate(before[-1]) or lingering:
        return True  # "the lingering questions"
    if line.page.tokens.words[cue.first][0].isupper():
        return True
    held = line.ending.get(cue.first)
    if held is not None and (held.attributive or _is_adjectival(line, held)):
        return True
    if not _may_open(line, cue):
        return True
    if line.is_in(before[-1], "speakers", "they") and cue.bare:
        return False  # "some say"
    owned = line.speech.shaped("owners", line.lower[before[-1]])
    if before[-1] > line.first and line.is_small(before[-1]):
        owned = owned or line.speech.shaped("owners", line.lower[before[-1] - 1])
    return owned or line.is_in(before[-1], "articles", "prepositions")


def _lacks_plural(line: Line, cue: Cue, before: list[int]) -> bool:
    """Tell whether a bare form follows a word that is no plural: "the Jewish state"."""
    shapes, words = line.speech.ends.get("plurals", ()), line.speech.of("plurals")
    forms = _forms(line, cue) & line.speech.of("finite")
    if not before or not shapes or cue.bare or not forms or forms - line.speech.of("infinitives"):
        return False
    word = line.lower[before[-1]]
    held = line.ending.get(before[-1] + 1)
    alone = held is not None and held.sort is NameKind.STATE
    joined = held is not None and line.is_in(held.first - 1, "joining")
    if not word[0].isalnum() or (held is not None and (joined or not alone)):
        return False
    return not any(
        word in words or word.endswith(shapes) for word in (word, _head_before(line, before[-1]))
    )


def _head_before(line: Line, token: int) -> str:
    """Give the noun before "of the treaty", which heads the subject that ends at a token."""
    for at in range(token, max(line.begin, token - _PHRASE), -1):
        if line.is_comma(at) or line.is_in(at, "breaks", "coordinators"):
            break
        if line.is_in(at, "of"):
            return line.lower[at - 1]
    return line.lower[token]


def _forms(line: Line, cue: Cue) -> frozenset[str]:
    marks = [mark for mark in line.marks if (mark.first, mark.end) == (cue.first, cue.end)]
    return frozenset(form for mark in marks for form in mark.forms)


def _is_adjectival(line: Line, mention: NameMention) -> bool:
    """Tell whether a people's name behind an article describes: "the new Iranian demand"."""
    people = line.page.marks.within("states", mention.first, mention.end)
    if not any(mark.field == "people" and mark.end == mention.end for mark in people):
        return False
    return any(line.is_in(at, "determiners") for at in range(mention.first - 2, mention.first))


_OPEN_FRAMES = frozenset({"accuse", "urge", "label", "call", "deny", "tell", "ask"})


def _may_open(line: Line, cue: Cue) -> bool:
    """Tell whether something a verb can report follows a word that may be verb or noun."""
    if cue.bare or cue.frames & _OPEN_FRAMES:
        return True
    at = skip_right(line, cue.end)
    if at >= line.stop or not line.lower[at][0].isalnum() or line.is_in(at, "that"):
        return True
    named = line.ending.get(cue.first)
    if named is None or named.attributive:
        return False
    if line.is_in(at, "pronouns"):
        return True  # "Norland insists it has not …"
    opens = line.is_in(at, "articles") or at in line.starting
    return opens and line.shows_predicate(at, line.stop)  # "Norland claims the pact is void"


def _words_before(line: Line, cue: Cue) -> Iterator[int]:
    """Give the tokens before a verb up to the first that is neither adverb nor auxiliary."""
    at = cue.first
    while at > line.first:
        at -= 1
        yield at
        if at + 1 in line.ending or not (line.is_adverb(at) or line.is_in(at, "be", "unsaid")):
            return  # "Mrs May" is no auxiliary


def _stands_between(line: Line, token: int) -> bool:
    """Tell whether a word stands between a subject and its verb of saying."""
    if line.is_in(token, "be", "seeming") or line.is_adverb(token):
        return True
    return line.is_in(token, "unsaid") and is_said_anyway(line, token)


def after_subject(line: Line, cue: Cue, floor: int) -> int:
    """Give the token after the subject of a verb: adverbs, auxiliaries and dates left out."""
    at = skip_left(line, cue.first, floor)
    while at > floor and _stands_between(line, at - 1) and line.ending.get(at) is None:
        at = skip_left(line, at - 1, floor)
    return at

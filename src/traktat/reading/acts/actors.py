"""Who acts: the names that stand where a verb or an event noun has its agent."""

from __future__ import annotations

from dataclasses import dataclass

from traktat.model.kinds import ActKind, NameKind
from traktat.reading.acts.chambers import assemblies, is_cabinet, members_ending
from traktat.reading.acts.changes import CHANGES, settling_before
from traktat.reading.acts.fronted import behind_comma, opener_before
from traktat.reading.acts.joint_actors import (
    ACTING,
    beside_subject,
    can_act,
    is_oblique,
    leftward,
    rightward,
    same_office,
)
from traktat.reading.acts.objects import talks_within
from traktat.reading.acts.outlines import Outline
from traktat.reading.acts.qualities import describes_as_done
from traktat.reading.acts.ties import Link
from traktat.reading.acts.triggers import Trigger, Voice, looks_like, opens_line, verb_group
from traktat.reading.mentions import NameMention

ADVERB = 1  # words between a passive and "by"
SUBJECT_REACH = 45  # words back to a subject: asides and relative clauses stand between
OWNED_REACH = 3  # words of "long-standing bid" between who has it and "to join"
OTHER_REACH = 9  # words of "on behalf of Sarvia by" behind "and"
TOLD_REACH = 8  # words of "on Monday last week that it would" behind who is told
HOUSE_REACH = 12  # words between a vote and the assembly that casts it
RELATIVE_VERB = 5  # words of "which in 2001 signed"
PERFORMED_REACH = 12  # words from an event noun to "dilakukan"
AGENT_REACH = 6  # words from a passive to its agent


@dataclass(frozen=True, slots=True)
class Actors:
    """The mentions that act, and the rule that found them."""

    mentions: tuple[NameMention, ...] = ()
    rule: str = "none"

    @property
    def states(self) -> tuple[str, ...]:
        """Give the states they are or act for, each once, in text order."""
        return tuple(dict.fromkeys(item.state for item in self.mentions if item.state))


def actors_of(line: Outline, trigger: Trigger, voice: Voice, link: Link | None) -> Actors:
    """Find who does what a trigger tells."""
    if voice is Voice.ACTIVE:
        return _of_active(line, trigger, link)
    if voice is Voice.PASSIVE:
        return Actors(_agent(line, trigger, bare=True), "agent")
    if voice is Voice.NOUN:
        return _of_noun(line, trigger, link)
    return Actors()


def _of_active(line: Outline, trigger: Trigger, link: Link | None) -> Actors:
    found = subject_of(line, trigger)
    if not found:
        return Actors()
    found = (*found, *same_office(line, found))
    return Actors((*found, *_companions(line, trigger, link, found)), "subject")


def subject_of(line: Outline, trigger: Trigger) -> tuple[NameMention, ...]:
    """Give the names that are the subject of an active verb, joined ones together."""
    owner = _owner(line, trigger)
    if owner is not None:
        return leftward(line, owner)
    if _is_free_gerund(line, trigger) or _completes_noun(line, trigger):
        return ()
    if trigger.participle and describes_as_done(line, trigger.first, trigger.end):
        return ()
    stop = verb_group(line, trigger.first)
    if _has_common_subject(line, stop):
        return ()
    opener = opener_before(line, trigger)
    if opener is not None and opens_line(line, opener):
        return behind_comma(line, trigger)
    if opener is not None:
        stop = opener  # "opened fire a week after signing the truce"
    return _to_the_left(line, stop, trigger.first - SUBJECT_REACH, hanging=opener is not None)


_UNNAMED = ("they", "he", "we", "it", "i")
"""Grammar entries of subjects that name nobody."""


def _to_the_left(line: Outline, stop: int, low: int, *, hanging: bool) -> tuple[NameMention, ...]:
    """Look for a subject to the left; `hanging` says that its verb is that of another clause."""
    found: tuple[NameMention, ...] = ()
    token = _past_aside(line, stop - 1)
    while token >= max(line.first, low):
        name = line.names.get(token)
        if name is not None:
            acting = (can_act(name) or name.end == stop) and not _is_told(line, name, stop)
            if acting and (_seats_majority(name, stop) or not is_oblique(line, name)):
                found = _with_antecedent(line, leftward(line, name))
                inner = _within_relative(line, found[0])
                if inner > line.first:  # "the bloc that groups A and B finished the talks"
                    token, found = inner - 1, ()
                    continue
                if not line.joins(stop - 1):
                    break
                name = found[0]  # what is joined to it acts with it, not instead of it
            token = name.first - 1
            continue
        if _is_another_clause(line, token, stop) or (hanging and line.has_one(token, _UNNAMED)):
            break  # "sources said they hope to meet before signing the pact"
        token -= 1
    return found


def _within_relative(line: Outline, name: NameMention) -> int:
    """Give the relative pronoun of a clause that a name is the object of, or -1."""
    verb = name.first - 1
    if line.sources.page.pack.settings.get("modifiers") != "after" or verb <= line.first:
        return -1
    told = line.tags.get(verb) or line.sources.page.marks.within("acts", verb, verb + 1)
    idle = not told or line.has(verb, "attended")  # "perundingan yang dimediasi Norland"
    plain = line.words[verb].islower() and idle
    return verb - 1 if plain and line.has(verb - 1, "relative") else -1


def _is_another_clause(line: Outline, token: int, stop: int) -> bool:
    """Tell whether what stands before a token belongs to another clause than the verb."""
    if line.words[token] in ";:":
        return True
    own = not line.opener(token) or _is_own(line, token, stop)
    return not own and not _shares_relative(line, token, stop)


def _shares_relative(line: Outline, relative: int, stop: int) -> bool:
    """Tell whether a relative clause holds a verb behind "but": "A, which signed but never …"."""
    if not line.has(relative, "relative") or not line.has(stop - 1, "contrast"):
        return False
    marks = line.sources.page.marks.within("acts", relative, relative + RELATIVE_VERB)
    return any(mark.forms for mark in marks)


def _is_told(line: Outline, name: NameMention, stop: int) -> bool:
    """Tell whether a name is who is told of what "it" does: "told Norland that it would leave"."""
    before = name.first - 1 - line.has(name.first - 1, "article")
    if before not in line.saying:
        return False
    return line.any_tag(name.end, min(stop, name.end + TOLD_REACH), "it", "he", "they")


def _owner(line: Outline, trigger: Trigger) -> NameMention | None:
    """Give whose plan a deed is: "Japan's bid to join", "Norland's hopes of joining"."""
    token = trigger.first - 1
    if token <= line.first or not line.has(token, "purpose", "of", "decided", "future"):
        return None
    for before in range(token - 1, max(line.first, token - 1 - OWNED_REACH) - 1, -1):
        name = line.names.get(before)
        if name is not None:
            owns = line.lower[name.end - 1].endswith(_clitics(line))
            return name if owns and name.sort in ACTING else None
        if not line.words[before].islower():
            return None
    return None


def _with_antecedent(line: Outline, names: tuple[NameMention, ...]) -> tuple[NameMention, ...]:
    """Add those that a relative clause sets beside names: "A, which along with B signed it"."""
    token = names[0].first - 1
    while token > line.first and line.has(token, "and"):
        token -= 1
    if token == names[0].first - 1 or not line.has(token, "relative"):
        return names
    token -= 1
    while token > line.first and (line.words[token] == "," or line.stops(token)):
        token -= 1
    led = line.names.get(token)
    return (*leftward(line, led), *names) if led is not None and can_act(led) else names


def _seats_majority(name: NameMention, stop: int) -> bool:
    """Tell whether a chamber stands for its members: "a majority in the Senate approved it"."""
    return name.end == stop and name.chamber is not None


def _is_free_gerund(line: Outline, trigger: Trigger) -> bool:
    """A gerund has a subject only behind "is", or as an adjunct of the main clause."""
    if not trigger.gerund:
        return False
    before = range(max(line.first, trigger.first - 3), trigger.first)
    return not any(line.has(token, "be", "law") or line.opener(token) for token in before)


def _completes_noun(line: Outline, trigger: Trigger) -> bool:
    """Tell whether an infinitive completes a noun: "a ploy to leave the pact"."""
    to = trigger.first - 1
    if to - 2 < line.first or line.words[to - 1] == "," or to - 1 in line.names:
        return False
    decided = line.has(to, "decided", "future")
    if not decided and (not line.has(to, "purpose") or line.tags.get(to - 1)):
        return False
    if not line.words[to - 1][0].islower():
        return False
    if any(mark.end == to for mark in talks_within(line, to - 1, to)):
        before = range(line.first, to)  # "told reporters after talks to overhaul the pact"
        return any(token in line.saying or line.words[token] == "," for token in before)
    near = range(max(line.first, to - 3), to - 1)
    if any(line.has(at, "rank") or _is_nth(line, at) for at in near):
        return False  # "became the 50th state to ratify it"
    return any(line.has(at, "article") for at in near)


def _is_nth(line: Outline, at: int) -> bool:
    word = line.words[at]
    return word[0].isdigit() and word[-1].isalpha() and at not in line.dates


def _has_common_subject(line: Outline, stop: int) -> bool:
    """Tell whether the subject is a common noun that names nobody: "both chambers ratified".

    So are lawmakers of whom something is hoped: "berharap kedua kamar menyetujui".
    """
    word = stop - 1
    if word <= line.first or word in line.names:
        return False
    if any(line.has(first - 1, "wish") for first in members_ending(line, stop)):
        return True
    if word in line.dates or line.tags.get(word):
        return False
    if not line.words[word][0].islower():
        return False
    near = range(max(line.first, word - 2), word)
    return any(line.has(token, "article", "both") for token in near) and not any(
        token in line.names for token in near
    )


def _past_aside(line: Outline, token: int) -> int:
    """Step over an aside between commas that parts a subject from its verb."""
    if token <= line.first or line.words[token] != ",":
        return token
    opening = (t for t in range(token - 1, line.first, -1) if line.words[t] == ",")
    before = next(opening, token)
    first = before + 1 + line.joins(before + 1)  # "ketiga pemimpin, A, B, dan C, meneken"
    listed = all(at in line.names for at in (before - 1, first, token - 1))
    if listed and any(line.joins(at) for at in range(before, token)):
        return token - 1  # "three states, among them A, B and C, have not signed"
    return before - 1


def _is_own(line: Outline, token: int, stop: int) -> bool:
    """Tell whether an opener leads on to the subject: "signed but never", "said that it was"."""
    if line.has(token, "that") and line.has(token + 1, "it"):
        return True
    return stop - token <= 2 and line.has(token, "relative", "contrast")


def seat_of(line: Outline, name: NameMention) -> str | None:
    """Give the state of unnamed persons by where they sit: "lawmakers in Moscow", not rebels."""
    if name.key.startswith("NSA:"):
        return None
    if name.state or name.end + 1 >= line.end or not line.has(name.end, "at"):
        return name.state
    seat = line.names.get(name.end + 1)
    if seat is not None:
        return seat.state
    return capital_of(line, name.end + 1)


def capital_of(line: Outline, at: int) -> str | None:
    """Give the state whose capital a token names."""
    marks = line.sources.page.marks.within("states", at, at + 1)
    return next((mark.key for mark in marks if mark.field in ("capitals", "metonyms")), None)


def _companions(
    line: Outline, trigger: Trigger, link: Link | None, found: tuple[NameMention, ...]
) -> tuple[NameMention, ...]:
    """Give the persons with whom it was done: "signed the pact with Minister B"."""
    beside = beside_subject(line, trigger, found[-1])
    if beside:
        return beside
    start = trigger.end
    if link is not None and link.mention is not None and link.mention.first >= trigger.end:
        start = link.mention.end
    for token in range(start, min(line.end, start + AGENT_REACH + 4)):
        if line.has(token, "with") and token + 1 < line.end:
            name = line.names.get(token + 1)
            if name is None or name.sort is not NameKind.PERSON or name in found:
                return ()
            return rightward(line, name)
        if line.opener(token) or line.stops(token) or line.words[token] == ",":
            return ()
    return ()


def _agent(line: Outline, trigger: Trigger, *, bare: bool) -> tuple[NameMention, ...]:
    """Give the names behind "by", or right behind a passive that needs no "by"."""
    after = trigger.end
    verbs = _verb_starts(line, after)
    for token in range(after, line.end):
        if token in verbs:
            break
        if line.has(token, "agent") or _by_decree(line, token):
            near = range(max(after, token - ADVERB - 1), token)
            if any(line.has(at, "attended") or _is_other_passive(line, at) for at in near):
                break  # "the signing was witnessed personally by …"
            at = token + 2 if _by_decree(line, token) else token + 1
            name = _next_name(line, at + line.has(at, "of")) or _seated(line, at)
            return _with_others(line, rightward(line, name)) if name is not None else ()
        if line.stops(token) and line.words[token] not in "()":
            break
        if line.opener(token) and token > after:
            break
        if not bare and line.words[token] == ",":
            break  # what stands behind a noun's clause is done to something else
    if not bare or after >= line.end or _is_marked(line, after):
        return ()
    name = _next_name(line, after)
    return rightward(line, name) if name is not None else ()


def _seated(line: Outline, at: int) -> NameMention | None:
    """Give the assembly whose members act: "approved by members of Norland's Senate"."""
    of = at + 1
    if of >= line.end or not line.has(of, "of"):
        return None
    name = line.names.get(of + 1 + line.has(of + 1, "article"))
    return name if name is not None and assemblies(line, [name]) else None


def _with_others(line: Outline, names: tuple[NameMention, ...]) -> tuple[NameMention, ...]:
    """Add who acts for the other side: "signed for Norland by A and for Sarvia by B"."""
    token = names[-1].end
    if token + 1 >= line.end or not line.joins(token):
        return names
    if not line.has(token + 1, "agent", "toward", "preposition"):
        return names
    for at in range(token + 1, min(line.end, token + OTHER_REACH)):
        if line.stops(at) or line.words[at] == "," or line.opener(at) is not None:
            break
        if line.has(at, "agent"):
            other = _next_name(line, at + 1)
            return (*names, *rightward(line, other)) if other is not None else names
    return names


def _is_other_passive(line: Outline, token: int) -> bool:
    """Tell whether an unlisted word looks like a passive with an agent of its own."""
    if line.tags.get(token) or not line.words[token][0].islower() or line.joins(token - 1):
        return False
    return looks_like(line, token, _PASSIVES)


_PASSIVES = ("participle", "passive")
"""Forms of verbs behind which an agent stands."""


def _verb_starts(line: Outline, at: int) -> frozenset[int]:
    """Give the tokens where other verbs of acts begin; they have agents of their own."""
    marks = line.sources.page.marks.within("acts", at, line.end)
    return frozenset(mark.first for mark in marks if mark.forms)


def _by_decree(line: Outline, token: int) -> bool:
    """Tell whether "by a decree of" or the like begins at a token."""
    if token + 2 >= line.end or not line.has(token, "preposition") or line.opener(token):
        return False
    return line.has(token + 1, "law") and line.has(token + 2, "of")


def _is_marked(line: Outline, token: int) -> bool:
    return line.has(token, "preposition", "at", "between", "with") or token in line.dates


def _next_name(line: Outline, at: int) -> NameMention | None:
    """Give the actor that begins at a token or a word or two later ("both leaders")."""
    for token in range(at, min(line.end, at + AGENT_REACH)):
        name = line.names.get(token)
        if name is not None and can_act(name):
            return name
        if name is None and (line.words[token] == "," or line.stops(token)):
            return None
        if line.opener(token) or token in line.dates or line.has(token, "preposition"):
            return None
    return None


def _of_noun(line: Outline, trigger: Trigger, link: Link | None) -> Actors:
    """A noun's actor stands behind "by", before it as a possessive, or right behind it."""
    agent = _agent(line, trigger, bare=False)
    if agent:
        return Actors(agent, "agent")
    possessor = _possessor(line, trigger)
    if possessor:
        return Actors(possessor, "possessor")
    if line.has(trigger.first - 1, "own"):
        return Actors(subject_of(line, trigger), "own")
    after = trigger.end
    if after < line.end and line.has(after, "of"):
        after += 1
    name = line.names.get(after)
    owns = name is not None and (can_act(name) or name.sort is NameKind.STATE)
    if name is not None and owns and name.first == after:
        return Actors(rightward(line, name), "genitive")
    assembly = assembly_behind(line, trigger.end)
    if assembly.mentions and not trigger.of(ActKind.RATIFICATION):
        return assembly
    behind: tuple[NameMention, ...] = ()
    if link is not None and link.mention is not None and link.mention.end > after:
        behind = _agent_behind(line, link.mention.end)
    behind = behind or _performers(line, trigger)
    return Actors(behind, "agent") if behind else _who_changed(line, trigger)


def _performers(line: Outline, trigger: Trigger) -> tuple[NameMention, ...]:
    """Give who performs it: "melakukan ratifikasi", "penandatanganan dilakukan menteri"."""
    settings, before = line.sources.page.pack.settings, trigger.first - 1
    if before >= line.first and line.lower[before] in settings.get("performing", ()):
        return subject_of(line, Trigger(before, trigger.first, ()))
    passive = settings.get("performed", ())
    for token in range(trigger.end, min(line.end, trigger.end + PERFORMED_REACH) if passive else 0):
        if line.lower[token] in passive:
            name = line.names.get(token + 1)
            return rightward(line, name) if name is not None and can_act(name) else ()
        if line.words[token] == "," or line.opener(token):
            break
    return ()


def _who_changed(line: Outline, trigger: Trigger) -> Actors:
    """Give who agreed on a change: "Norland announced the suspension of the pact"."""
    verb = settling_before(line, trigger) if trigger.of(*CHANGES) else None
    if verb is None:
        return Actors()
    return Actors(subject_of(line, Trigger(verb.first, verb.end, ())), "subject")


def assembly_behind(line: Outline, at: int) -> Actors:
    """Give the assembly right behind a token, past a preposition and an article."""
    token = at
    while token < min(line.end, at + AGENT_REACH) and token not in line.names:
        if not line.has(token, "preposition", "article", "of"):
            return Actors()
        token += 1
    name = line.names.get(token)
    if name is None or not (assemblies(line, [name]) or is_cabinet(line, name)):
        return Actors()
    return Actors(rightward(line, name), "assembly")


def _agent_behind(line: Outline, at: int) -> tuple[NameMention, ...]:
    """Give the agent behind what an event noun is about, or the chamber in which it was."""
    if at >= line.end or not line.has(at, "agent", "at"):
        return ()
    name = _next_name(line, at + 1)
    if name is None or not (line.has(at, "agent") or name.chamber is not None):
        return ()
    return rightward(line, name)


def _clitics(line: Outline) -> tuple[str, ...]:
    """Give the endings by which the language marks an owner."""
    return tuple(line.sources.page.pack.settings.get("clitics", ()))


def _possessor(line: Outline, trigger: Trigger) -> tuple[NameMention, ...]:
    """Give the name right before a noun, or one with a possessive ending a word before."""
    clitics = _clitics(line)
    for token in range(trigger.first - 1, max(line.first, trigger.first - 3) - 1, -1):
        name = line.names.get(token)
        if name is not None:
            owns = name.end == trigger.first or line.lower[name.end - 1].endswith(clitics)
            return (name,) if owns and name.sort in ACTING else ()
        if line.words[token] == "," or line.opener(token) or line.has(token, "preposition"):
            break
    return ()


def voters(line: Outline, trigger: Trigger) -> Actors:
    """Give who votes: the assembly named right behind the vote, or the one before it."""
    given = _of_noun(line, trigger, None)
    if given.mentions:
        return given
    stop = min(line.end, trigger.end + HOUSE_REACH)
    near = [*range(trigger.end, stop), *_leftward(line, trigger.first)]
    for token in near:
        name = line.names.get(token)
        if name is not None and assemblies(line, [name]):
            return Actors((name,), "assembly")
    return Actors()


def _leftward(line: Outline, at: int) -> range:
    low = max(line.first, at - HOUSE_REACH)
    stop = next((t for t in range(at - 1, low - 1, -1) if line.stops(t)), low)
    return range(at - 1, stop - 1, -1)

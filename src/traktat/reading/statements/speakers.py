"""Who a subject stands for: somebody named, somebody named before, or the report's own words.

The rules are tried in the order of `RULES`; the first that gives a speaker decides.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from traktat.model.kinds import NameKind
from traktat.reading.mentions import NameMention
from traktat.reading.statements.cases import DOCUMENT, Case, heads_of, speaker_named
from traktat.reading.statements.lines import Line
from traktat.reading.statements.nouns import Link, Subject
from traktat.reading.statements.owners import (
    body_again,
    held_office,
    institute_of,
    officers_again,
    owner_of_voice,
    ruling_of,
    seat_of,
    state_told,
)
from traktat.reading.statements.phrases import is_subject
from traktat.reading.statements.pronouns import by_count, by_pronoun, by_several
from traktat.reading.statements.trace import Speaker, Trace

_ROLE_REACH = 4  # tokens that may stand between a name in a role and "itu"
_DEFINITE_REACH = 6  # tokens of a noun phrase that may hold "the" or "tersebut"
_NAMES_BACK = 40  # names looked back on for a movement or organisation
_DESCRIBED, _DESCRIPTION = 2, 20  # words of somebody described, before "itu"
_REGIME = 2  # words of a government that goes by a name
_SHARE_REACH = 5  # words of those who were asked: "warga Jepang di atas 60 tahun"
_BODIES = (NameKind.GROUP, NameKind.ORGAN, NameKind.ORGANISATION)
_ACTORS = (NameKind.ORGAN, NameKind.ORGANISATION, NameKind.STATE)
_NAMED = (NameKind.PERSON, NameKind.ORGAN, NameKind.ORGANISATION, NameKind.AGENCY, NameKind.STATE)


def speaker_of(
    line: Line, subject: Subject, trace: Trace, spoken_of: frozenset[str] = frozenset()
) -> Speaker | None:
    """Tell who a subject stands for; None where nobody can be told.

    `spoken_of` are the persons the reported words name: nobody speaks of himself by name.
    """
    if subject.link is Link.TRACED or subject.end <= subject.first:
        return trace.singular(spoken_of)
    subject = _without_each(line, subject)
    case = Case(line, subject, heads_of(line, subject), trace, spoken_of)
    for rule in RULES:
        speaker = rule(case)
        if speaker is not None:
            return replace(speaker, voice=True) if _is_voice(case, speaker) else speaker
    return None


def _without_each(line: Line, subject: Subject) -> Subject:
    """Leave out the word that tells all of several apart: "Norland and Veland both"."""
    end = subject.end - 1
    if end <= subject.first or not line.is_in(end, "each"):
        return subject
    return replace(subject, end=end, mention=subject.mention or line.ending.get(end))


def _is_voice(case: Case, speaker: Speaker) -> bool:
    """Tell whether one person without a name speaks: "a ministry official", not "the minister"."""
    if speaker.sort is NameKind.PERSON or speaker.many or not case.called("persons"):
        return False
    line, subject = case.line, case.subject
    words = range(subject.first, subject.end)
    if line.is_in(subject.first, "definite") or any(line.is_in(at, "several") for at in words):
        return False
    return any(line.is_in(at, "indefinite", "counting") for at in words)


def _by_unknown_name(case: Case) -> Speaker | None:
    """A name that no layer knows: "…, Mirza Nurhidayat, said"."""
    if case.subject.name is None:
        return None
    words = " ".join(case.line.page.words(*case.subject.name).split())
    return Speaker(words, NameKind.PERSON, heads=case.heads)


def _by_role(case: Case) -> Speaker | None:
    """A role that "itu" ends, a name or clause between: "mantan konsul Jepang itu"."""
    line, subject = case.line, case.subject
    mention = subject.mention
    if not line.speech.head_first:
        return None
    if mention is None and case.called("persons"):
        relative = subject.end < line.stop and line.is_in(subject.end, "relatives")
        pointed = relative and line.is_in(line.stop - 1, "definite")
        return case.trace.singular(case.spoken_of) if pointed else None
    if mention is None or mention.sort is NameKind.PERSON:
        return None
    if not case.called("speakers") or mention.first == subject.first:
        return None
    limit = min(line.stop, subject.end + _ROLE_REACH)
    at = subject.end
    while at < limit and line.lower[at][0].isalnum() and not line.is_in(at, "definite"):
        at += 1
    ends = (at < limit and line.is_in(at, "definite")) or line.is_in(subject.end - 1, "definite")
    return (case.trace.called(case.heads) or case.trace.singular(case.spoken_of)) if ends else None


def _by_mention(case: Case) -> Speaker | None:
    """A name, alone or beside others."""
    mention = case.subject.mention
    if mention is None or (mention.sort is NameKind.GROUP and not mention.pronoun):
        return None
    if mention.name.lower() in case.line.speech.of("regimes"):
        return ruling_of(case)  # "a senior administration official"
    if mention.sort is NameKind.PERSON and _is_role(case, mention):
        held = held_office(case)
        if held is not None:
            return held
    again, line = _office_again(case, mention) or institute_of(case, mention), case.line
    if again is not None:
        return again
    named = speaker_named(mention, case.heads)
    if mention.sort is NameKind.AGENCY:
        return replace(named, name=_as_written(line, mention))
    if mention.sort is NameKind.STATE and any(
        line.speech.shaped("plurals", head) for head in case.heads & line.speech.of("envoys")
    ):
        named = replace(named, many=True)  # "Sarvian officials"
    return _regime(case, mention) or _with_others(case, named)


def _is_role(case: Case, mention: NameMention) -> bool:
    """Tell whether a noun stands for somebody who is not named with it: "the minister"."""
    words = case.line.page.words(case.subject.first, case.subject.end)
    return not any(part in words for part in mention.name.split())


def _by_description(case: Case) -> Speaker | None:
    """Who was named before and is described anew: "peneliti Institut Nari itu"."""
    line, subject, mention = case.line, case.subject, case.subject.mention
    if not line.speech.head_first or (mention is not None and mention.sort in _NAMED):
        return None
    if not line.is_in(subject.first, "persons"):
        return None
    verb = _past_description(line, subject)
    long = _DESCRIBED <= verb - 1 - subject.first <= _DESCRIPTION
    who = case.trace.singular(case.spoken_of)
    if not long or who is None or who.sort is not NameKind.PERSON:
        return None
    if not line.is_in(verb - 1, "definite") or any(map(line.is_comma, range(subject.first, verb))):
        return None
    states = {m.state for m in line.layers.names.within(subject.first, verb) if m.state}
    return who if not states or who.state is None or who.state in states else None


def _past_description(line: Line, subject: Subject) -> int:
    """Give the verb of saying behind a subject; where it stood before, the token past "itu"."""
    for mark in line.marks:
        if mark.first >= subject.end and mark.key in line.speech.frames:
            return mark.first
    for at in range(subject.first, min(line.stop, subject.first + _DESCRIPTION)):
        if line.is_in(at, "definite"):
            return at + 1
    return -1


def _as_written(line: Line, mention: NameMention) -> str:
    """Give an agency the name the report writes out, if it never uses the short one."""
    text = line.page.text
    if mention.pronoun or mention.name in text:
        return mention.name
    words = " ".join(text[mention.bare.start : mention.bare.end].split())
    return words if " " in words else mention.name


def _regime(case: Case, mention: NameMention) -> Speaker | None:
    """A government that goes by the name of its head: "the Odembe administration"."""
    line = case.line
    first, end = mention.first, mention.end
    if mention.sort is not NameKind.STATE or mention.pronoun or end - first < _REGIME:
        return None
    if not line.is_in(first if line.speech.head_first else end - 1, "regimes"):
        return None
    if any(line.page.marks.within("states", first, end)):
        return None  # "the Norland administration" is Norland
    first += line.is_in(first, "articles")
    return Speaker(line.page.words(first, end), NameKind.ORGAN, None, mention.state, case.heads)


def _office_again(case: Case, mention: NameMention) -> Speaker | None:
    """The holder of an office who spoke before: "the Russian president", "presiden Rusia itu"."""
    line, subject, person = case.line, case.subject, case.trace.person
    if mention.sort is not NameKind.STATE or mention.pronoun or person is None:
        return None
    words = range(subject.first, min(subject.end + 1, line.stop))
    roles = {line.lower[at] for at in words if line.is_in(at, "persons")}
    vague = bool(roles & line.speech.of("chiefs")) and case.trace.current() == person
    held = person.office is None or roles & frozenset(person.office.lower().split())
    if not roles or not (held or vague) or person.state != mention.state or case.is_described:
        return None
    envoy = any(line.is_in(at, "envoys") for at in words)
    definite = any(line.is_in(at, "definite") for at in words)
    return person if definite and (vague or not envoy) else None


def _by_document(case: Case) -> Speaker | None:
    """A treaty, a law, a joint statement."""
    line, subject = case.line, case.subject
    joint = case.called("media") and any(
        line.is_in(at, "joint") for at in range(subject.first, min(subject.end + 1, line.stop))
    )
    if joint or case.called("documents"):
        return Speaker(DOCUMENT, NameKind.DOCUMENT)
    return None


def _by_carrier(case: Case) -> Speaker | None:
    """A report or statement: its owner speaks, or the body that spoke last."""
    if not case.called("media", "it"):
        return None
    acted = case.trace.acted if case.called("it") else None
    owner, body = owner_of_voice(case), case.trace.here or acted or case.trace.body
    if body is not None and body.sort is NameKind.GROUP:
        body = case.trace.source or body  # "critics" have no report
    if case.called("it") and case.trace.here is not None and case.trace.here.many:
        body = _actor_before(case) or body
    if owner is None:
        last = case.trace.last
        bare = case.called("own_words") and not case.line.is_comma(case.subject.end)
        own = bare and last is not None and last.sort is NameKind.PERSON
        if own and case.trace.spoke_at >= case.line.sentence.index - 1:
            return last  # "she tweeted that …, the post said"
        if case.called("papers"):
            return None if case.line.is_in(case.subject.first, "someone") else body
        return None if _is_owned(case) else body or case.trace.current()
    if body is not None and any(word in body.name for word in owner.name.split()):
        return body  # "Karzai's statement" after "Karzai's office said"
    return speaker_named(owner, case.heads)


def _actor_before(case: Case) -> Speaker | None:
    """Give the state or body named last in a sentence as a subject: what "it" means there."""
    line = case.line
    for mention in reversed(line.layers.names.within(line.begin, case.subject.first)):
        if mention.sort in _ACTORS and not mention.pronoun and is_subject(line, mention):
            return speaker_named(mention)
    return None


def _is_owned(case: Case) -> bool:
    """Tell whether a noun names whose words a paper carries: "pernyataan polisi"."""
    line, subject = case.line, case.subject
    words = [at for at in range(subject.first, subject.end) if line.lower[at] not in case.heads]
    return any(line.is_in(at, "speakers") and not line.is_in(at, "counting") for at in words)


def _by_band(case: Case) -> Speaker | None:
    """A movement or organisation named before: "the group said", "blok itu mengatakan"."""
    line, subject = case.line, case.subject
    mention = subject.mention
    if mention is not None and mention.sort is not NameKind.GROUP:
        return None
    words = range(subject.first, min(subject.end + 1, line.stop))
    definite = any(line.is_in(at, "definite") for at in words)
    armed, league = case.called("bands"), case.called("leagues")
    if not (armed or league) or case.is_described:
        return None
    if any(line.is_in(at, "domestic") for at in words):
        return None  # "the national refugee agency" is none that several states keep
    before = line.layers.names.before(subject.first)[-_NAMES_BACK:]
    bands = [name for name in before if armed and name.key.startswith("NSA:")]
    if not definite:  # "rebels said": only where the report knows of no others
        alone = len({name.key for name in bands}) == 1
        return speaker_named(bands[0], case.heads) if alone else None
    fits = bands or [name for name in before if league and name.sort is NameKind.ORGANISATION]
    last = case.trace.last
    if fits or last is None or last.sort not in _BODIES or not last.name[0].isupper():
        return speaker_named(fits[-1], case.heads) if fits else None
    return last


def _by_envoy(case: Case) -> Speaker | None:
    """An unnamed official: the body or state behind him; of a person's staff, the state."""
    owner = owner_of_voice(case) if case.called("envoys") else None
    if owner is None:
        return seat_of(case) or _mouthpiece(case)
    if owner.sort is not NameKind.PERSON:
        return speaker_named(owner, case.heads)
    if owner.state:
        return Speaker(owner.state, NameKind.STATE, state=owner.state, heads=case.heads)
    return None


def _mouthpiece(case: Case) -> Speaker | None:
    """The body that spoke last, where its "spokesman" has no other: "a spokesman said"."""
    last = case.trace.here or case.trace.last
    if last is None or case.is_described or case.subject.mention is not None:
        return None
    official = last.sort in (NameKind.ORGAN, NameKind.ORGANISATION)
    return last if official and case.called("voices") else None


def _by_rest(case: Case) -> Speaker | None:
    """Further members of a group that has spoken: "others"."""
    last = case.trace.last
    same = case.called("rest") and last is not None and last.sort is NameKind.GROUP
    return last if same else None


def _by_noun_again(case: Case) -> Speaker | None:
    """A noun and no more, by which somebody was called before: "one official", "sumber itu"."""
    line, subject = case.line, case.subject
    if case.is_described or not case.heads or _is_other(case):
        return None
    held = held_office(case)
    if held is not None:
        return held
    titled = case.called("persons") and line.is_in(subject.first, "definite")
    for at in range(subject.first, subject.end):
        capital = titled and subject.mention is None and line.page.tokens.words[at][0].isupper()
        if line.lower[at] not in case.heads and not (
            capital or line.is_in(at, "definite", "articles", "counting")
        ):
            return None
    near = range(subject.first, min(subject.end, subject.first + _DEFINITE_REACH))
    definite = any(line.is_in(at, "definite") for at in near)
    again = case.trace.called(case.heads)
    pointed = definite or any(line.is_in(at, "counting") for at in near)
    alike = pointed or case.called("envoys")  # a bare "residents" is nobody named before
    if again is not None and (alike or again.sort is not NameKind.PERSON):
        return again
    return case.trace.singular() if definite and case.called("persons") else None


def _is_other(case: Case) -> bool:
    """Tell whether a noun means others than those who spoke: "other delegates"."""
    line, subject = case.line, case.subject
    at = min(subject.end, line.stop - 1) if line.speech.head_first else subject.first
    return line.is_in(at, "different") or line.is_in(subject.end - 1, "different")


def _by_office(case: Case) -> Speaker | None:
    """A pronoun without a name, or an office and no more: "Kepala Negara"."""
    line, subject = case.line, case.subject
    if case.called("pronouns"):
        return case.trace.singular(case.spoken_of)
    closed = case.is_described or subject.mention is not None or case.called("envoys")
    if closed or not case.heads or line.is_in(subject.first, "counting"):
        return None
    office = line.page.marks.within("offices", subject.first, subject.end)
    if not office or office[0].end < subject.end - 1:
        return None
    words = range(subject.first, subject.end)
    bare = all(line.is_in(at, "definite", "articles") for at in words if at < office[0].first)
    titled = line.page.tokens.words[subject.end - 1][0].isupper() and len(words) > 1
    pointed = titled or any(line.is_in(at, "definite") for at in words)
    return case.trace.singular() if bare and pointed else None


def _by_state(case: Case) -> Speaker | None:
    """A state whose name or capital is the whole subject."""
    first, end = case.subject.first, case.subject.end
    for mark in case.line.page.marks.within("states", first, end):
        if mark.first == first and mark.end == end:
            return Speaker(mark.key, NameKind.STATE, state=mark.key)
    return None


def _by_surname(case: Case) -> Speaker | None:
    """A surname that is a common word too, of somebody named before: "May said"."""
    line, subject = case.line, case.subject
    at = subject.end - 1
    word = line.page.tokens.words[at]
    if subject.mention is not None or subject.first < at or not word[0].isupper():
        return None
    for mention in reversed(line.layers.names.before(at)):
        person = mention.sort is NameKind.PERSON and not mention.members
        if person and not mention.pronoun and mention.name.endswith(f" {word}"):
            return speaker_named(mention, case.heads)
    return None


def _in_words(case: Case) -> Speaker | None:
    """Somebody who has no name keeps the report's own words: "critics"."""
    line, subject = case.line, case.subject
    if subject.mention is not None:
        named = speaker_named(subject.mention, case.heads)
        many = named.sort is NameKind.GROUP and not case.called("persons", "media")
        return _with_others(case, replace(named, many=many))
    vain = line.is_in(subject.end - 1, "selves") or line.is_in(subject.first, "relatives")
    if case.called("pronouns") or vain:
        return None
    first, end = _of_share(line, subject)
    while first < end - 1 and _is_small_word(line, first):
        first += 1
    end = next((at for at in range(first + 1, end) if line.is_dash(at)), end)
    while end - 1 > first and not line.lower[end - 1][0].isalnum() and line.lower[end - 1] != ")":
        end -= 1
    held = line.starting.get(end + 1) if end < line.end and line.lower[end] == "(" else None
    if held is not None and held.sort in _NAMED and line.is_closed(held.end):
        return speaker_named(held, case.heads)  # "the national news agency (NNA)"
    words = " ".join(line.page.words(first, _past_initials(line, end)).split())
    many = not case.called("persons", "media")
    state = state_told(case)
    return _with_others(case, Speaker(words, NameKind.GROUP, None, state, case.heads, many))


def _is_small_word(line: Line, token: int) -> bool:
    """Tell whether a word before a noun is left out: a mark or an article, no "one of"."""
    small = line.is_in(token, "articles") and not line.is_in(token + 1, "of")
    return small or not line.lower[token][0].isalnum()


def _by_ruling(case: Case) -> Speaker | None:
    """Officers of a government that is not named: "administration officials"."""
    line, subject = case.line, case.subject
    words = range(subject.first, subject.end)
    if not case.called("envoys") or not any(line.is_in(at, "regimes") for at in words):
        return None
    if owner_of_voice(case) is not None or case.is_described:
        return None
    return ruling_of(case)


def _of_share(line: Line, subject: Subject) -> tuple[int, int]:
    """Leave a number to itself: of "56 persen dari penduduk" the inhabitants speak."""
    share = next((at for at in range(subject.first, subject.end) if line.is_in(at, "shares")), None)
    if share is None:
        return subject.first, subject.end
    first = share + 1
    while first < line.stop and line.is_in(first, "prepositions", "articles"):
        first += 1
    if first < subject.end:
        return first, subject.end
    verbs = {mark.first for mark in line.marks if mark.key in line.speech.frames}
    end = first
    while end < min(line.stop, first + _SHARE_REACH) and line.lower[end][0].isalnum():
        if end in verbs or line.is_in(end, "prepositions", "relatives"):
            break
        end += 1
    return (first, end) if end > first else (subject.first, subject.end)


def _past_initials(line: Line, end: int) -> int:
    """Take in the initials that a body without a place in any list goes by: "… (NNA)"."""
    words = line.page.tokens.words
    if end + 2 < line.end and words[end] == "(" and words[end + 2] == ")":
        return end + 3 if words[end + 1].isupper() and len(words[end + 1]) > 1 else end
    return end


RULES: tuple[Callable[[Case], Speaker | None], ...] = (
    _by_unknown_name,
    _by_role,
    _by_description,
    by_several,
    by_count,
    by_pronoun,
    _by_mention,
    _by_document,
    _by_carrier,
    _by_band,
    _by_ruling,
    _by_envoy,
    _by_rest,
    _by_noun_again,
    officers_again,
    body_again,
    _by_office,
    _by_state,
    _by_surname,
    _in_words,
)
"""How a subject gets its speaker, surest first."""


def _with_others(case: Case, speaker: Speaker) -> Speaker:
    """Join speakers named side by side: "IDN, FRA"."""
    line, subject = case.line, case.subject
    beside = [
        speaker_named(mention)
        for mention in line.layers.names.within(subject.first, subject.end)
        if is_subject(line, mention)
        and not mention.pronoun
        and (mention.end == subject.end or _is_joined(line, mention))
    ]
    if speaker.sort is NameKind.PERSON:
        beside = [who for who in beside if who.sort is NameKind.PERSON]
    names = dict.fromkeys(who.name for who in beside)
    if speaker.name not in names or len(names) == 1:
        return speaker
    return replace(beside[0], name=", ".join(names), heads=speaker.heads, many=True)


def _is_joined(line: Line, mention: NameMention) -> bool:
    """Tell whether a name stands beside another one with "and" or a comma between."""
    sides = [at for at in (mention.first - 1, mention.end) if line.first <= at < line.end]
    return any(line.is_in(at, "joining") or line.is_comma(at) for at in sides)

"""Whom a pronoun means that speaks: the name it was given, or who has just spoken."""

from __future__ import annotations

from dataclasses import replace

from traktat.model.kinds import NameKind
from traktat.reading.mentions import NameMention
from traktat.reading.statements.cases import Case, speaker_named
from traktat.reading.statements.lines import Line
from traktat.reading.statements.phrases import is_subject, phrase_start
from traktat.reading.statements.trace import Speaker

_THREE = 3  # members of "the three states"
_COUNTED = 2  # words of "all three"
_LAST_SENTENCE = 60  # tokens back to the last of those who are counted
_CALLED = 80  # names looked back on for what somebody is called
_SEXES = ("masculine", "feminine")
_NEAR_NAMES = 12  # names looked back on for whom a pronoun means


def by_pronoun(case: Case) -> Speaker | None:
    """A pronoun that nothing stands for, or that cannot stand for whom it was given."""
    mention = case.subject.mention
    if mention is None:
        return None
    if mention.name.lower() in case.line.speech.of("pronouns"):
        return case.trace.singular(case.spoken_of)
    if not mention.pronoun:
        return None
    if _goes_on(case, mention) or _is_unnamed(case, mention) or _is_of_quote(case, mention):
        return case.trace.last
    if mention.sort is NameKind.PERSON and not mention.members:
        return _of_person(case, mention)
    if mention.name in case.spoken_of:
        return case.trace.singular(case.spoken_of)
    if mention.sort is NameKind.GROUP:
        return case.trace.called(frozenset(mention.name.lower().split()))
    return None


def _is_of_other_sex(case: Case, mention: NameMention) -> bool:
    """Tell whether "he" was given for one whom the sentences before rather call "she"."""
    line = case.line
    if not line.is_in(mention.first, *_SEXES):
        return False
    other = "masculine" if line.is_in(mention.first, "feminine") else "feminine"
    against = 0
    for named in line.layers.names.before(line.first)[-_CALLED:]:
        if named.key == mention.key and named.pronoun and line.is_in(named.first, *_SEXES):
            against += 1 if line.is_in(named.first, other) else -1
    return against > 0


def _of_person(case: Case, mention: NameMention) -> Speaker | None:
    """Give who speaks for "he" where it was given for another; None where it was rightly given."""
    last = case.trace.last
    if _is_of_other_sex(case, mention):
        return last if last is not None and last.name != mention.name else None
    if _named_here(case, mention):
        return None
    here = _subject_here(case)
    if here is not None or _spoke_before(case):
        return here or case.trace.last
    other = case.trace.instead_of(mention.name)
    if other is not None or mention.name not in case.spoken_of:
        return other
    return case.trace.singular(case.spoken_of)


def _goes_on(case: Case, mention: NameMention) -> bool:
    """Tell whether "…, ujar dia" goes on with whoever spoke last."""
    line, clause, last, topic = case.line, case.subject.clause, case.trace.last, case.trace.topic
    follows = clause < case.subject.first and line.lower[clause] in line.speech.tags
    if not follows or last is None or mention.members or mention.sort is not NameKind.PERSON:
        return False
    return last.sort is NameKind.PERSON and (topic is None or topic.name == last.name)


def _named_here(case: Case, mention: NameMention) -> bool:
    """Tell whether the sentence itself names whom a pronoun stands for, as a subject."""
    line = case.line
    if mention.name in case.spoken_of:
        return False
    for named in line.layers.names.within(line.begin, case.subject.first):
        if named.key == mention.key and not named.pronoun and is_subject(line, named):
            under = phrase_start(line, named.first, line.begin) - 1
            if not line.layers.quotations.over(named.first):
                return not line.is_in(under, "prepositions")  # "asked by Odembe, she said"
    return False


def _subject_here(case: Case) -> Speaker | None:
    """Give the person that the clause before is about: "Odembe was angry: He said"."""
    line = case.line
    for named in line.layers.names.within(line.begin, case.subject.first):
        if named.sort is not NameKind.PERSON or named.members:
            continue
        if named.pronoun:
            return None
        quoted = line.layers.quotations.over(named.first)
        if quoted or named.name in case.spoken_of or not is_subject(line, named):
            continue
        starts = line.page.tokens.starts
        opens = named.span.start == starts[line.begin] or line.is_comma(named.first - 1)
        return speaker_named(named) if opens else None
    return None


def _spoke_before(case: Case) -> bool:
    """Tell whether one person spoke in the sentence before, and none is told of since."""
    trace = case.trace
    last = trace.last
    if last is None or last.sort is not NameKind.PERSON or last.many or trace.topic is not None:
        return False
    return trace.spoke_at == case.line.sentence.index - 1


def _is_unnamed(case: Case, mention: NameMention) -> bool:
    """Tell whether "he said" means somebody without a name: "a Sarvian official said. He said"."""
    line, last = case.line, case.trace.last
    one = mention.sort is NameKind.PERSON and not mention.members
    if not one or last is None or last.sort is NameKind.PERSON or last.many:
        return False
    if case.trace.topic is not None:
        return False
    return case.trace.spoke_at == line.sentence.index - 1 and bool(
        last.heads & line.speech.of("persons")
    )


def _is_of_quote(case: Case, mention: NameMention) -> bool:
    """Tell whether "he said" was given for one whom only the last speaker's words name."""
    line, last = case.line, case.trace.last
    if mention.sort is not NameKind.PERSON or mention.members:
        return False
    if last is None or last.sort is not NameKind.PERSON or last.name == mention.name or last.many:
        return False
    for named in reversed(line.layers.names.before(case.subject.first)[-_NEAR_NAMES:]):
        if named.key == mention.key and not named.pronoun:
            return bool(line.layers.quotations.over(named.first))
    return False


def by_count(case: Case) -> Speaker | None:
    """Those "both" or "ketiganya" counts: names side by side in the sentence before."""
    line, subject = case.line, case.subject
    mention = subject.mention
    if mention is not None and mention.members:
        counted = any(line.is_in(at, "threes") for at in range(subject.first, subject.end))
        wrong = counted and len(mention.members) != _THREE
        names = _run_before(line) if wrong else []
        return _together(names) if len(names) == _THREE else None
    opens = subject.first <= line.begin + 1
    alone = opens and subject.end - subject.first <= _COUNTED
    names = _run_before(line) if alone and line.is_in(subject.end - 1, "counted") else []
    return _together(names) if len(names) > 1 else None


def _together(names: list[Speaker]) -> Speaker:
    return replace(names[0], name=", ".join(who.name for who in names), many=True)


def _run_before(line: Line) -> list[Speaker]:
    """Give those named side by side last, in the sentence before or the one before that."""
    run: list[NameMention] = []
    for named in reversed(line.layers.names.before(line.begin)[-_NEAR_NAMES:]):
        if run and not _stands_beside(line, named, run[-1]):
            if len(run) > 1:
                break
            run = []
        run.append(named)
    if not run or line.begin - run[0].end > _LAST_SENTENCE:
        return []
    return [speaker_named(one) for one in reversed(run)]


def _stands_beside(line: Line, named: NameMention, later: NameMention) -> bool:
    """Tell whether a name and a later one of its kind have only "and" or a comma between them."""
    between = range(named.end, later.first)
    close = 0 < len(between) <= 2 and named.sort is later.sort and not named.attributive
    return close and all(line.is_in(at, "joining") or line.lower[at] == "," for at in between)


def by_several(case: Case) -> Speaker | None:
    """Those "they said" means: a pair told of, or who spoke last: "…, delegates said. They …"."""
    line, last, at = case.line, case.trace.last, case.subject.first
    if not line.is_in(case.subject.end - 1, "they"):
        return None
    if case.trace.pair is not None or last is None or not last.many:
        return case.trace.pair
    goes_on = at <= line.begin or not line.lower[at - 1][0].isalnum()
    return last if goes_on or line.is_in(at - 1, "joining") else None

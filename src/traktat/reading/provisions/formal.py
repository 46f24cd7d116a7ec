"""Formal clauses: when an agreement begins to bind, how long it binds, how one may leave it."""

from __future__ import annotations

from collections.abc import Iterator

from traktat.lang import Mark
from traktat.lang.sentences import Sentence
from traktat.model.findings import AgreementFinding, ProvisionFinding, Step
from traktat.model.kinds import ActKind, Force, ProvisionKind
from traktat.reading.frames import NO_ACTS, Desk, agreement_nouns
from traktat.reading.mentions import AgreementMention
from traktat.reading.provisions.entry_conditions import condition_in, period_at, period_in
from traktat.reading.provisions.matters import UNBORNE, WORDED
from traktat.reading.scan import Scan

FORMAL = (ProvisionKind.WITHDRAWAL, ProvisionKind.DURATION)
FORMAL_REACH = 14  # tokens behind the words of a formal clause that belong to it
ENTRY_REACH = 12  # tokens between "enter into force" and its condition
ACT_GAP = 4  # tokens between the noun for an act and what becomes of it
DOMESTIC = (ActKind.RATIFICATION, ActKind.APPROVAL, ActKind.DEPOSIT, ActKind.ACCESSION)
BEFORE = ("deadline", "condition")
NEEDS = ("obliges", "shall", "wanted")
LED = 7  # tokens between "before" or "for" and "take effect"
LEAVING = (ActKind.WITHDRAWAL, ActKind.TERMINATION, ActKind.SUSPENSION, ActKind.AMENDMENT)
OPENING = 6  # tokens at the start of a sentence in which its subject stands
LASTING = "predicates"
"""The list of words that only tell of a rule: "takes effect", "can be renewed"."""

NEEDY = "exact"
"""The list of words that tell a rule only beside others: "months' notice", "runs 16 years"."""

TERM_GAP = 3  # tokens between "10-year" and the noun it describes
TERM_REACH = 8  # tokens behind "lasting" in which its term stands
PERIOD = 3  # tokens of a period: "10", "-", "year"


def entry_clauses(desk: Desk, sentence: Sentence) -> Iterator[ProvisionFinding]:
    """The agreement is to enter into force once something is done."""
    grammar = desk.page.marks
    kind = ProvisionKind.ENTRY_INTO_FORCE
    for mark in grammar.keyed("provisions", kind.value, sentence.first, sentence.end):
        stop = min(sentence.end, mark.end + ENTRY_REACH)
        later = [
            item
            for key in ("condition", "after", "while")
            for item in grammar.keyed("grammar", key, mark.first + 1, stop)
            if key != "while" or condition_in(desk.page, mark.end, item.end, sentence.end)
        ]
        later = [item for item in later if not _is_day(desk.page, item)]
        later += _delays(desk.page, mark, stop)
        term = _is_term(desk.page, mark.end, mark.end + PERIOD)
        if mark.field == NEEDY and not term:
            continue
        if term and later and later[0].first > mark.end + PERIOD + 1:
            continue  # "berlaku lima tahun dan diperpanjang kecuali …": how long, not when
        ahead = (
            mark.field in (LASTING, NEEDY)
            or (any(later) and term)
            or any(grammar.keyed("grammar", "future", mark.first - 4, mark.end))
            or any(item.key == "condition" for item in later)
        )
        agreement = desk.focus(sentence)
        if not later and agreement is not None and _is_needed(desk, sentence, mark):
            yield _entry(desk, sentence, agreement, mark)
            return
        if not later or not ahead or agreement is None or _is_of_act(desk, mark):
            continue
        span = desk.page.tokens.span(mark.first, sentence.end)
        condition = desk.page.words(later[0].first, sentence.end).rstrip(' ."”')
        yield ProvisionFinding(
            span=span,
            quote=desk.page.quote(span),
            agreement=agreement.key,
            provision=kind,
            force=Force.WILL,
            trigger=condition_in(desk.page, mark.end, later[0].end, sentence.end),
            content=condition,
            because=(Step("entry-clause", mark.entry.name, span),),
        )
        return


def _is_day(page: Scan, link: Mark) -> bool:
    """Tell whether a number stands right behind a word: "sampai 5 Maret" is no condition."""
    words = page.tokens.words[link.end : link.end + 1]
    until = link.key == "condition" and any(
        page.marks.keyed("grammar", "until", link.first, link.end)
    )
    return until and any(word[0].isdecimal() for word in words)


def _delays(page: Scan, mark: Mark, stop: int) -> list[Mark]:
    """Give the "later" of "takes effect 120 days later"; "two years ago" is none."""
    if not _is_term(page, mark.end, mark.end + PERIOD):
        return []
    turns = page.pack.entry("dates", "turn").get("values", {})
    later = page.marks.keyed("grammar", "then", mark.end + 1, min(stop, mark.end + PERIOD + 1))
    return [one for one in later if page.tokens.lower[one.first] not in turns]


def _is_needed(desk: Desk, sentence: Sentence, mark: Mark) -> bool:
    """Tell whether it is told what must be done first: "to take effect, it must be ratified"."""
    marks = desk.page.marks
    near = marks.within("grammar", max(sentence.first, mark.first - LED), mark.first)
    for_it = any(one.key == "purpose" for one in near)
    if not for_it and not any(one.key in BEFORE for one in near):
        return False
    acts = marks.of("acts", sentence)
    if not any(one.key in DOMESTIC and one.field not in NO_ACTS for one in acts):
        return False
    return any(one.key in NEEDS for one in marks.of("clauses", sentence))


def _entry(
    desk: Desk, sentence: Sentence, agreement: AgreementFinding, mark: Mark
) -> ProvisionFinding:
    """Give the rule that an agreement takes effect when the parties have ratified it."""
    span = desk.page.tokens.span(sentence.first, sentence.end)
    return ProvisionFinding(
        span=span,
        quote=desk.page.quote(span),
        agreement=agreement.key,
        provision=ProvisionKind.ENTRY_INTO_FORCE,
        force=Force.WILL,
        trigger=condition_in(desk.page, sentence.first, sentence.first, sentence.end),
        because=(
            Step("entry-clause", mark.entry.name, desk.page.tokens.span(mark.first, mark.end)),
        ),
    )


def _is_of_act(desk: Desk, mark: Mark) -> bool:
    """Tell whether an act, not the agreement, takes effect: "its withdrawal will take effect …"."""
    near = desk.page.marks.within("acts", max(0, mark.first - ACT_GAP), mark.first)
    acts = [one for one in near if one.key in LEAVING and one.field not in NO_ACTS]
    return bool(acts) and not desk.names_agreement(acts[-1].end, mark.first)


def terms_and_exits(desk: Desk, sentence: Sentence) -> Iterator[ProvisionFinding]:
    """How long an agreement binds and how one may leave it, said of the agreement itself."""
    for kind in FORMAL:
        marks = desk.page.marks.keyed("provisions", kind, sentence.first, sentence.end)
        told = _apart([mark for mark in marks if _is_told(desk, sentence, mark)])
        agreement = _subject(desk, sentence, told[0]) if told else None
        if agreement is None:
            continue
        renewed = [mark for mark in told[1:] if mark.field == LASTING and kind in UNBORNE]
        for mark in (told[0], *renewed[:1]):
            end = min(sentence.end, mark.end + FORMAL_REACH)
            yield _clause(desk, agreement, kind, mark, (mark.first, end))
        if kind is ProvisionKind.DURATION:
            return
    yield from _described(desk, sentence)


def _apart(marks: list[Mark]) -> list[Mark]:
    """Leave out words that are part of those before: "be reviewed" of "will be reviewed"."""
    return [mark for at, mark in enumerate(marks) if not at or mark.first >= marks[at - 1].end]


def _is_told(desk: Desk, sentence: Sentence, mark: Mark) -> bool:
    """Tell whether a word makes a formal clause: "lasting" needs its ten years behind it."""
    if mark.field not in WORDED:
        return False
    if mark.key == ProvisionKind.WITHDRAWAL and mark.field == LASTING:
        stop = min(sentence.end, mark.end + TERM_REACH)
        told = desk.has_force(mark.end, stop) or _is_bound(desk, mark)
        return told or period_in(desk.page, mark.end, stop) is not None
    if mark.key == ProvisionKind.WITHDRAWAL and _is_notice_to_lawmakers(desk, sentence, mark):
        return False
    if mark.key != ProvisionKind.DURATION or mark.field == LASTING:
        return True
    if mark.field == NEEDY:
        return _is_bare_term(desk.page, mark)
    page, end = desk.page, min(sentence.end, mark.end + TERM_REACH)
    digits = any(word[0].isdecimal() for word in page.tokens.words[mark.end : end])
    return digits or period_in(page, mark.first, end) is not None or _has_month(page, mark.end, end)


def _is_bound(desk: Desk, mark: Mark) -> bool:
    """Tell whether who leaves is bound: "obliges a state that leaves to pay its dues"."""
    near = desk.page.marks.keyed("clauses", "obliges", max(0, mark.first - 3), mark.first)
    return any(near)


def _is_bare_term(page: Scan, mark: Mark) -> bool:
    """Tell whether a term stands right behind a verb: "runs 16 years", no "90 days after …"."""
    if not _begins_with_term(page, mark.end, mark.end + PERIOD):
        return False
    stop = mark.end + PERIOD + 1
    later = [page.marks.keyed("grammar", key, mark.end, stop) for key in ("after", "since")]
    return not any(mark for found in later for mark in found)


def _is_notice_to_lawmakers(desk: Desk, sentence: Sentence, mark: Mark) -> bool:
    """Tell whether a parliament is given notice, or of talks: no party leaves by that."""
    if mark.field != NEEDY:
        return False
    acts = desk.page.marks.of("acts", sentence)
    leaves = any(act.key in LEAVING and act.field not in NO_ACTS for act in acts)
    return not leaves and any(act.field in ("houses", "actors", "talks") for act in acts)


def _has_month(page: Scan, first: int, end: int) -> bool:
    months = page.pack.entry("dates", "month").get("values", {})
    return any(word in months for word in page.tokens.lower[first:end])


def _subject(desk: Desk, sentence: Sentence, mark: Mark) -> AgreementFinding | None:
    """Give the agreement a sentence speaks of: named in it, or taken up by its first words."""
    if mark.key == ProvisionKind.WITHDRAWAL and mark.field == LASTING:
        return desk.lately(sentence)
    named = next(iter(desk.mentioned(sentence)), None)
    if named:
        return named[1]
    page = desk.page
    opens = any(page.marks.keyed("grammar", "it", sentence.first, sentence.first + 1))
    roles = any(page.marks.keyed("clauses", "party", sentence.first, sentence.first + OPENING))
    opens = opens or any(page.marks.keyed("grammar", "own", sentence.first, sentence.first + 1))
    if opens or roles or agreement_nouns(page, sentence.first, sentence.first + OPENING):
        return desk.lately(sentence)
    return None


def _described(desk: Desk, sentence: Sentence) -> Iterator[ProvisionFinding]:
    """The noun is described by its term: "the 10-year pact", "gencatan senjata 60 hari"."""
    page = desk.page
    for mention in desk.agreements.mentions.within(sentence.first, sentence.end):
        place = _term_of(page, sentence, mention)
        agreement = desk.agreement_of(mention)
        if place is not None and agreement is not None:
            yield _clause(desk, agreement, ProvisionKind.DURATION, None, place)
            return


def _term_of(page: Scan, sentence: Sentence, mention: AgreementMention) -> tuple[int, int] | None:
    """Give the tokens of a term beside the noun of a mention, before or behind it."""
    nouns = agreement_nouns(page, mention.first, mention.end)
    if page.pack.settings.get("modifiers") == "after":
        ends = {mention.end, nouns[0].end if nouns else mention.end}
        places = [(end, min(sentence.end, end + PERIOD)) for end in sorted(ends)]
        found = [place for place in places if _begins_with_term(page, *place)]
        return found[0] if found else None
    end = nouns[0].first if nouns else mention.first
    told = period_at(page, max(sentence.first, end - PERIOD - TERM_GAP), end)
    if told is None or _is_cut(page, told[1], end):
        return None
    return told[1], end


def _begins_with_term(page: Scan, first: int, end: int) -> bool:
    return _is_term(page, first, end) and not _tells_when(page, first, end)


def _is_term(page: Scan, first: int, end: int) -> bool:
    told = period_at(page, first, end)
    return told is not None and told[1] == first


def _tells_when(page: Scan, first: int, end: int) -> bool:
    """Tell whether a period is a date: "dua tahun lalu" is no term of two years."""
    turns = page.pack.entry("dates", "turn").get("values", {})
    if any(page.marks.keyed("grammar", "then", first + 1, end + 1)):
        return True  # "120 hari kemudian"
    return any(word in turns for word in page.tokens.lower[first : end + 1])


def _is_cut(page: Scan, first: int, end: int) -> bool:
    """Tell whether a period belongs to another phrase: "five years after the pact"."""
    cut = ("preposition", "after", "article", "be", "have", "definite")
    return any(mark.key in cut for mark in page.marks.within("grammar", first + 1, end))


def _clause(
    desk: Desk,
    agreement: AgreementFinding,
    kind: ProvisionKind,
    mark: Mark | None,
    place: tuple[int, int],
) -> ProvisionFinding:
    span = desk.page.tokens.span(*place)
    return ProvisionFinding(
        span=span,
        quote=desk.page.quote(span),
        agreement=agreement.key,
        provision=kind,
        force=_force(desk, kind, mark),
        bearers=() if kind in UNBORNE else agreement.parties,
        timing=period_in(desk.page, *place),
        because=(Step("formal-clause", mark.entry.name if mark else "agreements#term", span),),
    )


def _force(desk: Desk, kind: ProvisionKind, mark: Mark | None) -> Force:
    """Tell how a formal clause binds: a term runs, one may leave; else by its modal verb."""
    if mark is None or mark.field != LASTING:
        return Force.WILL if kind is ProvisionKind.DURATION else Force.MAY
    if kind is ProvisionKind.WITHDRAWAL:
        if any(desk.page.marks.keyed("clauses", "supposed", mark.first, mark.first + 1)):
            return Force.MAY  # "unless either party ends it"
        if _is_bound(desk, mark):
            return Force.SHALL
    near = desk.page.marks.within("clauses", max(0, mark.first - 3), mark.end + 3)
    told = next((one for one in near if desk.group(one) == "force"), None)
    return Force(desk.setting(told, "value")) if told else Force.WILL

"""Papers and bills: what is handed over, signed or voted on in place of the agreement."""

from __future__ import annotations

from traktat.lang import Entry, Mark
from traktat.model.kinds import ActKind
from traktat.reading.acts.objects import is_tensed
from traktat.reading.acts.outlines import Outline
from traktat.reading.acts.triggers import Sense, Trigger, Voice, verb_group

BILL_REACH = 3  # sentences back a ratification may be spoken of before "the bill"
BILL_NAME = 8  # words of "a bill that would begin the country's withdrawal"
BILL_ASIDE = 8  # words of ", with broad support," behind a bill
LAW_NAME = 6  # words of "rancangan undang-undang tentang perjanjian itu"


def papers(line: Outline, trigger: Trigger, sense: Sense, voice: Voice) -> list[Mark]:
    """List the papers a verb hands over or signs: to its right, in the passive to its left."""
    if voice is Voice.PASSIVE and _describes_agreement(line, trigger.first):
        return []
    if voice is Voice.PASSIVE or voice is Voice.SUBJECT:
        stretch = (_clause_start(line, trigger.first), trigger.first)
    else:
        stretch = (trigger.end, _clause_end(line, trigger.end, aside=trigger.gerund))
    marks = line.sources.page.marks.within("acts", *stretch)
    found = [mark for mark in marks if mark.field == "objects"]
    if sense.field == "paper_verbs":
        return [mark for mark in found if mark.entry.key == sense.kind]
    stop = trigger.first if stretch[1] == trigger.first else line.end
    return found or _bills(line, (*stretch, stop), _VOTED_ON.get(sense.kind, _RATIFIED))


def _describes_agreement(line: Outline, at: int) -> bool:
    """Tell whether a passive describes an agreement: "the ratification of a pact signed in May"."""
    group = verb_group(line, at)
    relative = group > line.first and line.has(group - 1, "relative")
    before = group - 2 if relative else at - 1
    mention = line.agreements.get(before)
    beside = mention is not None and mention.end == before + 1
    return beside and (relative or (is_tensed(line) and group == at))


_BILL = Entry("acts", ActKind.RATIFICATION, "objects")


def _bills(line: Outline, reach: tuple[int, int, int], kinds: frozenset[ActKind]) -> list[Mark]:
    """Give the bill or step that stands for the agreement some act is to be done to.

    It lies within the first two tokens of `reach`, and what describes it before the third.
    """
    marks, (start, end, stop) = line.sources.page.marks, reach
    laws = [m.first for key in MEASURES for m in marks.keyed("grammar", key, start, end)]
    for at in sorted(laws):
        if at in line.names or not line.has_one(at, MEASURES):
            continue
        around = max(start, at - 1), min(stop, _past_remark(line, at) + BILL_NAME)
        named = _tells_act(line, *around, kinds)  # "the withdrawal bill", "a bill to leave"
        if named and kinds is _RATIFIED and _tells_act(line, at, around[1], _REVOKED):
            continue  # "signed a law revoking the ratification"
        named = named or (kinds is _DECIDED and any(t in line.agreements for t in range(*around)))
        by_law = line.has(at - 1, "preposition") and _tells_act(line, line.first, at - 1, _RATIFIED)
        if named or (by_law and kinds is _DECIDED) or _is_spoken_of(line, at, kinds):
            stop = at + 1
            while stop < end and line.has(stop, "measure"):
                stop += 1  # "penarikan diri"
            return [Mark(at, stop, _BILL)]
    return []


def _past_remark(line: Outline, at: int) -> int:
    """Step over a remark between commas behind a bill: "passed a bill, with broad support, to"."""
    if at + 1 >= line.end or line.words[at + 1] != ",":
        return at
    behind = range(at + 2, min(line.end, at + 2 + BILL_ASIDE))
    return next((token for token in behind if line.words[token] == ","), at)


MEASURES = ("law", "measure")
"""Grammar entries of what an assembly votes on in place of an agreement."""
_RATIFIED = frozenset({ActKind.RATIFICATION})
_REVOKED = frozenset({ActKind.WITHDRAWAL, ActKind.TERMINATION})
_DECIDED = frozenset({*_RATIFIED, ActKind.ACCESSION, ActKind.WITHDRAWAL})
_VOTED_ON = {ActKind.APPROVAL: _DECIDED, ActKind.REJECTION: _DECIDED}
"""What acts a bill may be for: one that is voted on, or signed."""


_PARTS = ("split_verbs", "ends", "through")
"""Words that tell an act only together with others."""


def _is_spoken_of(line: Outline, at: int, kinds: frozenset[ActKind]) -> bool:
    """Tell whether a bill is for an act spoken of before: "the bill", "rancangan itu"."""
    after = line.sources.page.pack.settings.get("modifiers") == "after"
    end = min(_clause_end(line, at), at + LAW_NAME) if after else at
    end = next((token for token in range(at, end) if line.words[token] == ","), end)
    if not line.any_tag(at - 1, end, "definite", "alike"):
        return False
    page = line.sources.page
    start = page.sentences[max(0, line.sentence.index - BILL_REACH)].first
    laws = page.marks.keyed("grammar", "law", start, line.first)
    known = line.sources.agreements.mentions
    told = any(known.within(law.end, law.end + LAW_NAME) for law in laws)
    return told or _tells_act(line, start, line.end, kinds)


def _tells_act(line: Outline, first: int, end: int, kinds: frozenset[ActKind]) -> bool:
    marks = line.sources.page.marks.within("acts", first, end)
    return any(m.entry.key in kinds and m.field not in _PARTS for m in marks)


def _clause_start(line: Outline, at: int) -> int:
    for token in range(at - 1, line.first - 1, -1):
        if line.stops(token) or line.opener(token) not in (None, "relative"):
            return token
    return line.first


def _clause_end(line: Outline, at: int, *, aside: bool = False) -> int:
    """Give where a clause ends; one told `aside` ends at a comma."""
    for token in range(at, line.end):
        if line.stops(token) or line.opener(token) is not None:
            return token
        if aside and line.words[token] == ",":
            return token
    return line.end

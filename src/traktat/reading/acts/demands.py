"""What the sense of a trigger demands of the agreement it is tied to."""

from __future__ import annotations

from traktat.model.kinds import ActKind, NameKind
from traktat.reading.acts.cases import Case
from traktat.reading.acts.objects import is_headed, past_parties
from traktat.reading.acts.outlines import Outline
from traktat.reading.acts.ties import Link
from traktat.reading.acts.triggers import Tie, verb_group
from traktat.reading.mentions import AgreementMention

SAID_REACH = 4  # words of "telah berakhir"
CALLED_REACH = 7  # words of "perjanjian dagang Norlandia dan Sarvia bisa"
MEMBERSHIP = "accession"  # the form of what a state joins an organization by

CHANGED = frozenset({ActKind.AMENDMENT, ActKind.EXTENSION, ActKind.SUSPENSION, ActKind.RESUMPTION})
"""Acts that an agreement of its own may be on: "a deal on extending the pact"."""

_TREATIES = frozenset({"treaty", "convention", "protocol", "pact", "charter"})
_TRUCES = frozenset({"ceasefire", "truce", "armistice"})


def suits(case: Case, link: Link) -> bool:
    """Tell whether an agreement is what the sense of a trigger asks for."""
    if case.sense.tie is Tie.TRUCE:
        return _is_truce(case.line, link) and not _is_said_of(case, link)
    if link.rule == "same sentence":  # ministers who quit leave no agreement
        names = case.actors.mentions
        before = verb_group(case.line, case.trigger.first) - 1  # "setelah sempat keluar pada 2012"
        unsaid = not names and case.line.opener(before) is not None
        return unsaid or any(name.sort is not NameKind.GROUP for name in names)
    if case.sense.tie in (Tie.CALLED, Tie.LACK) and link.rule != "none":
        done = _has_verb(case.line, link.mention) or _is_done_to(case.line, case.trigger.end)
        return not (done or is_definite(case.line, link.mention))
    if case.sense.tie is Tie.TEXT:
        return link.mention is not None and is_headed(case.line, link.mention, case.sense.kind)
    if case.sense.kind is ActKind.RESUMPTION and link.mention is not None:
        return link.mention.form != "document" or is_definite(case.line, link.mention)
    if case.sense.kind is ActKind.ACCESSION and case.trigger.of(ActKind.TEXT_AGREED):
        return not _is_truce(case.line, link)  # who "accepts" a truce makes it
    if case.sense.kind is ActKind.TEXT_AGREED:
        joins = link.mention is not None and link.mention.form == MEMBERSHIP
        return not (joins or _is_said_to(case, link) or _gets_done(case, link.mention))
    return case.sense.field != "treaty_verbs" or _is_given_up(case, link)


def _is_done_to(line: Outline, at: int) -> bool:
    """Tell whether something is to be done to "it": "wants it amended"."""
    return at + 1 < line.end and line.has(at, "it") and _is_participle(line, at + 1)


def _gets_done(case: Case, mention: AgreementMention | None) -> bool:
    """Tell whether who "gets" a pact gets something done to it: "get a border treaty signed"."""
    if mention is None or not case.line.has(case.trigger.first, "causative"):
        return False
    return mention.end < case.line.end and _is_participle(case.line, mention.end)


def _is_participle(line: Outline, at: int) -> bool:
    marks = line.sources.page.marks.within("acts", at, at + 1)
    return any("participle" in mark.forms for mark in marks)


def _is_given_up(case: Case, link: Link) -> bool:
    """Tell whether what is denounced is a treaty, or who denounces it a party: else it is blame."""
    if link.mention is not None and link.mention.form in _TREATIES:
        return True
    names = case.actors.mentions
    agreement = case.line.sources.agreements.by_key(link.key)
    if not names or agreement is None or any(name.sort is NameKind.PERSON for name in names):
        return False
    return bool(set(case.actors.states) & set(agreement.parties))


def _has_verb(line: Outline, mention: AgreementMention | None) -> bool:
    """Tell whether what is called for is a deed: "berharap perjanjian itu bisa diteken"."""
    if mention is None or not line.first <= mention.end < line.end:
        return False
    marks, end = line.sources.page.marks, min(line.end, mention.end + CALLED_REACH)
    for token in range(mention.end, end):
        if line.stops(token) or line.opener(token) or line.words[token] == ",":
            return False
        if line.has(token, "possibility", "future", "obligation"):
            return True
        if any("passive" in mark.forms for mark in marks.within("acts", token, token + 1)):
            return True
    return False


def _is_said_to(case: Case, link: Link) -> bool:
    """Tell whether what is agreed is on another, or a clause: "agrees any deal must be fair"."""
    line, mention = case.line, link.mention
    if _is_on_change(line, mention):
        return True
    if mention is None or not line.first <= mention.end < line.end or link.rule == "subject":
        return False
    if link.rule == "antecedent" and mention.form in ("declaration", "document"):
        return case.sense.tie is Tie.CALLED  # "a declaration that he wants peace"
    at = past_parties(line, mention.end)
    if any(line.opener(token) for token in range(mention.end, at + 1)):
        return False  # "agreed to a pact that will …"
    return case.trigger.end <= mention.first and line.has(at, "obligation", "future", "possibility")


def _is_on_change(line: Outline, mention: AgreementMention | None) -> bool:
    """Tell whether an agreement is on what becomes of another: "a deal on extending it"."""
    if mention is None or not line.first <= mention.end < line.end:
        return False
    if not line.has(mention.end, "of", "preposition"):
        return False
    marks = line.sources.page.marks.within("acts", mention.end + 1, mention.end + 3)
    changes = [m for m in marks if m.entry.key in CHANGED and not m.field.startswith("through")]
    return any(line.sources.agreements.mentions.within(m.end, m.end + 3) for m in changes)


def is_definite(line: Outline, mention: AgreementMention | None) -> bool:
    """Tell whether a mention speaks of an agreement that is there: "the pact", "pakta itu"."""
    if mention is None:
        return True
    agreement = line.sources.agreements.by_key(mention.key)
    if agreement is not None and agreement.known:
        return True
    around = (mention.first - 1, mention.first, mention.end - 1, mention.end)
    return any(
        line.has(token, "definite") and line.first <= token < line.end
        for token in around
        if line.opener(token) is None  # "a deal that would …"
    ) or any(token in line.names for token in range(mention.first, mention.end))


def _is_said_of(case: Case, link: Link) -> bool:
    """Tell whether a verb of declaring says something of a truce: "declared the truce over"."""
    line, mention = case.line, link.mention
    if case.sense.field != "truce_verbs" or mention is None or mention.first < case.trigger.end:
        return False
    at = past_parties(line, mention.end)
    marks = line.sources.page.marks.within("acts", at, min(line.end, at + SAID_REACH))
    return any(mark.field.startswith(("subject", "truce", "ends")) for mark in marks)


def _is_truce(line: Outline, link: Link) -> bool:
    if link.mention is not None and link.mention.form in _TRUCES:
        return True
    agreement = line.sources.agreements.by_key(link.key)
    return agreement is not None and agreement.form in _TRUCES

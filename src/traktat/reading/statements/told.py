"""What somebody is known to say: the saying, its speaker and circumstances, as a finding."""

from __future__ import annotations

from dataclasses import dataclass

from traktat.model.findings import StatementFinding, Step
from traktat.model.kinds import Form, NameKind, Stance
from traktat.reading.mentions import Utterance
from traktat.reading.scan import Scan
from traktat.reading.statements.circumstances import Circumstances, not_after
from traktat.reading.statements.complements import URGE, VOW
from traktat.reading.statements.sayings import Saying
from traktat.reading.statements.trace import Speaker

SURE, TRACED, UNCLAIMED = 1.0, 0.8, 0.6
"""How sure a reading is: the speaker is named, was traced, or no verb claims the words."""


RULING = ("statements#rule",)
"""The entry of verbs that tell words only where a law or treaty is their subject."""


@dataclass(frozen=True, slots=True)
class Told:
    """A saying whose speaker is known, and the circumstances of it."""

    saying: Saying | None
    speaker: Speaker
    about: Circumstances
    confidence: float = SURE

    @property
    def is_rule(self) -> bool:
        """Tell whether it is a promise between states, a demand of a treaty, or an order."""
        if self.saying is None:
            return False
        if self.speaker.sort is NameKind.DOCUMENT:
            return self.saying.rule in (VOW, URGE)
        if self.saying.cue.entries == RULING:
            return True
        many = self.speaker.sort in (NameKind.STATE, NameKind.ORGANISATION)
        return self.saying.rule == VOW and many and self.speaker.office is None


def utterance_of(
    page: Scan, item: Told, form: Form, words: tuple[int, int], *, mixed: bool = False
) -> Utterance:
    """Turn what somebody says into a finding; a comma at its end belongs to the report."""
    first, end = words
    while end > first + 1 and page.tokens.words[end - 1] == ",":
        end -= 1
    span = page.tokens.span(first, end)
    cue = item.saying.cue if item.saying is not None else None
    where = page.tokens.span(cue.first, cue.end) if cue is not None else None
    finding = StatementFinding(
        span=span,
        quote=page.quote(span),
        because=_reasons(item, form, page),
        confidence=item.confidence,
        speaker=item.speaker.name,
        form=form,
        office=item.speaker.office,
        state=item.speaker.state,
        via=item.about.via,
        uttered=item.about.uttered or not_after(page.report.published),
        mixed=mixed,
        cue=where,
        occasion=item.about.occasion,
        stance=_stance(item, form, page),
    )
    return Utterance(first=first, end=end, cue=cue.first if cue else -1, finding=finding)


def _stance(item: Told, form: Form, page: Scan) -> Stance | None:
    """Give the stance a verb takes on the clause it governs: "denied that …"."""
    if item.saying is None or form is not Form.INDIRECT:
        return None
    for name in item.saying.cue.entries:
        file, _, key = name.partition("#")
        stance = page.pack.entry(file, key).get("stance")
        if stance:
            return Stance(stance)
    return None


def _reasons(item: Told, form: Form, page: Scan) -> tuple[Step, ...]:
    """Give the rule and the pack entries behind a finding."""
    if item.saying is None:
        rule = "headline" if form is Form.REMARK else "unclaimed"
        return (Step(f"{form}: {rule}", ""),)
    cue = item.saying.cue
    where = page.tokens.span(cue.first, cue.end)
    return tuple(Step(f"{form}: {item.saying.rule}", entry, where) for entry in cue.entries)

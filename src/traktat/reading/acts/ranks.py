"""Acts done as one of several: "became the 50th state to ratify"."""

from __future__ import annotations

from traktat.model.kinds import ActKind, Status
from traktat.reading.acts.outlines import Outline
from traktat.reading.acts.reaches import Phase, Reach
from traktat.reading.acts.triggers import Trigger, Voice

RANKED = 3  # words of "negara Asia pertama" before "yang"
NTH_REACH = 6  # words of "the 50th United Nations member to"


def as_nth(line: Outline, trigger: Trigger, reach: Reach) -> Phase | None:
    """Who comes "as the 50th state to ratify" has done it."""
    near = range(max(reach.first, trigger.first - NTH_REACH), trigger.first)
    counted = any(
        line.has(at, "rank") or (line.words[at][0].isdigit() and line.words[at][-1].isalpha())
        for at in near
        if at not in line.dates  # "failed to reach agreement last May to replace it"
        and not _counts_others(line, at, trigger.first)
    )
    low = max(line.first, reach.first - NTH_REACH)  # "is likely to join as the 50th state to"
    ahead = line.any_tag(low, trigger.first, "future", "possibility", "obligation", "prospective")
    effect = trigger.of(ActKind.ENTRY_INTO_FORCE)  # who is the last to bring it into force …
    if not counted or ahead or effect or not line.has(trigger.first - 1, "purpose"):
        return None
    return Phase(Status.OCCURRED, "one of several", opener=reach.opener)


def nth_ahead(
    line: Outline, trigger: Trigger, voice: Voice, kind: ActKind, reach: Reach
) -> Phase | None:
    """Who is only to become the first that does it has not done it: "akan menjadi … yang"."""
    at = reach.opener_at
    if voice is not Voice.ACTIVE or reach.opener != "relative" or not line.has(at, "relative"):
        return None
    first = max(line.first, at - RANKED)
    digits = at - 2 > line.first and line.words[at - 1].isdigit()
    counted = digits and line.words[at - 2] == "-"  # "negara ke-50 yang"
    if not counted and not line.any_tag(first, at, "ordinal", "rank"):
        return None
    ahead = "future", "possibility", "purpose"  # "kesediaannya untuk menjadi negara pertama yang"
    if not line.any_tag(max(line.first, first - RANKED - 2 * counted), at, *ahead):
        return None
    return Phase(Status.PLANNED, "to be the first", opener=reach.opener)


def _counts_others(line: Outline, first: int, end: int) -> bool:
    """Tell whether a rank counts others, as in "the last of those who", or no state at all."""
    if line.has(first - 1, "relative"):
        return True  # "the paper, which first reported on the plan to leave"
    if _counts_tries(line, first + 1):
        return True
    of = next((token for token in range(first, end) if line.has(token, "of")), None)
    return of is not None and not line.words[of + 1].isdigit()  # "the 53rd of 55 states to sign"


def _counts_tries(line: Outline, at: int) -> bool:
    """Tell whether what is counted can do nothing: "the last attempt to reach a deal"."""
    page = line.sources.page
    plain = at < line.end and not line.tags.get(at) and at not in line.names
    if not plain or not line.has(at + 1, "purpose") or not line.words[at][0].islower():
        return False
    if any(page.marks.within("bodies", at, at + 1)) or any(
        page.marks.within("offices", at, at + 1)
    ):
        return False
    return line.words[at] not in page.pack.words("agreements", "nation")

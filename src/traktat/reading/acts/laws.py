"""Laws by which an agreement is ratified, named by their number and what they are about."""

from __future__ import annotations

from traktat.model.kinds import ActKind
from traktat.reading.acts.outlines import Outline

NUMBERED = 8  # tokens of "Nomor 5 Tahun 2023" between a law and what it is about


def past_law(line: Outline, at: int, kind: ActKind) -> int:
    """Step over a law and what it does: "mengesahkan UU Nomor 5 Tahun 2023 tentang Pengesahan"."""
    if kind is not ActKind.RATIFICATION:
        return at
    token = at
    while token < line.end and line.has(token, "article"):
        token += 1
    marks = line.sources.page.marks
    laws = marks.keyed("grammar", "law", token, token + 1)
    if not laws or token in line.names:
        return at
    end = laws[0].end
    about = next(
        (t for t in range(end, min(line.end, end + NUMBERED)) if line.has(t, "preposition")), None
    )
    if about is None:
        return at
    named = marks.keyed("acts", ActKind.RATIFICATION, about + 1, about + 2)
    return named[0].end if named else about + 1

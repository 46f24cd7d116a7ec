"""Acts in the life of an agreement: what was signed, approved, left, by whom and when.

Sentence by sentence, words that may tell of an act are tied to an agreement, its actors and
its phase (`act_drafts`); what one act makes of another is settled (`sequels`); the dates of the
sentence are shared out (`act_dates`); then mentions of one act in the report are united
(`histories`), without those that are mere words (`doubts`).
"""

from __future__ import annotations

from traktat.model.findings import ActFinding
from traktat.reading.act_dates import dated
from traktat.reading.act_drafts import Draft, drafts_in
from traktat.reading.doubts import credible
from traktat.reading.histories import united
from traktat.reading.mentions import Agreements, Dates, Names, Utterances
from traktat.reading.outlines import Sources, outline
from traktat.reading.scan import Scan
from traktat.reading.sequels import completed, settled


def read_acts(
    page: Scan, names: Names, agreements: Agreements, dates: Dates, utterances: Utterances
) -> tuple[ActFinding, ...]:
    """Find acts with their actors, day, place and status."""
    if not agreements.findings:
        return ()
    sources = Sources(page, names, agreements, dates, utterances)
    drafts: list[Draft] = []
    for sentence in page.sentences:
        if page.marks.of("acts", sentence):
            line = outline(sources, sentence)
            drafts += dated(line, settled(line, drafts_in(line), drafts))
    return united(sources, credible(completed(drafts)))

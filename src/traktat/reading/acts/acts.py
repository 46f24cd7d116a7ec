"""Acts in the life of an agreement: what was signed, approved, left, by whom and when.

Sentence by sentence, words that may tell of an act are tied to an agreement, its actors and
its phase (`drafts`); what one act makes of another is settled (`sequels`); the dates of the
sentence are shared out (`dates`); then mentions of one act in the report are united
(`histories`), without those that are mere words (`doubts`).
"""

from __future__ import annotations

from traktat.lang.sentences import Sentence
from traktat.model.findings import ActFinding
from traktat.reading.acts.besides import besides
from traktat.reading.acts.bills import MEASURES
from traktat.reading.acts.chronologies import in_chronology
from traktat.reading.acts.counterparts import dated_apiece, on_own_days
from traktat.reading.acts.dates import dated
from traktat.reading.acts.doubts import credible
from traktat.reading.acts.drafts import Draft, drafts_in
from traktat.reading.acts.gapped import leaves_unsaid
from traktat.reading.acts.gatherings import at_gathering
from traktat.reading.acts.histories import united
from traktat.reading.acts.namings import named_by_day
from traktat.reading.acts.nominals import as_verbs_tell
from traktat.reading.acts.occasions import on_occasion
from traktat.reading.acts.outlines import Sources, outline
from traktat.reading.acts.recounts import recounted
from traktat.reading.acts.refutations import refuted
from traktat.reading.acts.removals import may_remove
from traktat.reading.acts.sequels import completed, settled
from traktat.reading.acts.signers import by_signer
from traktat.reading.acts.triggers import is_trigger, refers_back
from traktat.reading.mentions import Agreements, Dates, Names, Utterances
from traktat.reading.scan import Scan

POINTING = ("it", *MEASURES)
"""Grammar entries of what stands for an agreement named before."""


def read_acts(
    page: Scan, names: Names, agreements: Agreements, dates: Dates, utterances: Utterances
) -> tuple[ActFinding, ...]:
    """Find acts with their actors, day, place and status."""
    if not agreements.findings:
        return ()
    sources = Sources(page, names, agreements, dates, utterances)
    endings = tuple(page.pack.words("grammar", "it", "endings"))
    drafts: list[Draft] = []
    for sentence in page.sentences:
        if _may_tell(sources, sentence, endings):
            line = outline(sources, sentence)
            found = refuted(line, settled(line, drafts_in(line), drafts))
            drafts += dated_apiece(on_own_days(line, dated(line, found)))
    placed = on_occasion(
        sources, in_chronology(sources, recounted(sources, besides(completed(drafts))))
    )
    placed = by_signer(sources, at_gathering(sources, placed))
    told = united(sources, credible(as_verbs_tell(placed)))
    return tuple(sorted((*told, *named_by_day(sources, told)), key=lambda act: act.span.start))


def _may_tell(sources: Sources, sentence: Sentence, endings: tuple[str, ...]) -> bool:
    """Tell whether a sentence is worth laying out: most name no agreement and point at none."""
    marks = sources.page.marks
    found = [mark for mark in marks.of("acts", sentence) if is_trigger(mark)]
    likewise = any(marks.keyed("grammar", "likewise", sentence.first, sentence.end))
    likewise = likewise or leaves_unsaid(sources.page, sentence)
    if not found and not likewise:
        return False
    if likewise or sources.agreements.mentions.within(sentence.first, sentence.end):
        return True
    if any(refers_back(mark) or may_remove(sources, mark) for mark in found):
        return True
    if any(mark.entry.field == "through" for mark in marks.of("acts", sentence)):
        return True
    lower = sources.page.tokens.lower
    hung = (token for mark in found for token in (mark.first, mark.end - 1))
    if endings and any(lower[token].endswith(endings) for token in hung):
        return True  # "menandatanganinya", "memberlakukannya kembali"
    first, end = sentence.first, sentence.end
    opening = any(marks.keyed("grammar", "he", first, first + 1))
    if opening and any(mark.entry.field == "subject_words" for mark in found):
        return True  # "Ia akan berlaku sementara"
    return any(any(marks.keyed("grammar", key, first, end)) for key in POINTING)

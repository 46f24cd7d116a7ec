"""Whether a judgement still fits what it is about, and what others decided about it."""

from __future__ import annotations

from traktat.errors import ConflictingJudgement, NotFound, StaleJudgement
from traktat.fusion.rulings import evidence_digest, in_force
from traktat.model.judgements import Judgement
from traktat.store.base import Store


def check(judgement: Judgement, store: Store, *, against_others: bool) -> None:
    """Raise `StaleJudgement` or `ConflictingJudgement` where there is reason to look again."""
    if judgement.undone:
        _must_be_known(judgement, store)
        return
    if judgement.evidence and not _stands(judgement, store):
        raise StaleJudgement(f"what {judgement.about} rests on has changed")
    if not against_others:
        _must_agree(judgement, store)


def _must_be_known(judgement: Judgement, store: Store) -> None:
    if all(one.id != judgement.id for one in store.judgements()):
        raise NotFound(
            f"there is no judgement {judgement.id!r} to undo",
            hint="It may have been made in another store.",
        )


def _stands(judgement: Judgement, store: Store) -> bool:
    """Tell whether a finding of the report still rests on the evidence that was judged."""
    report = judgement.about.partition(":")[0]
    return any(
        evidence_digest(reading.report, finding) == judgement.evidence
        for reading in store.readings([report])
        for finding in reading.findings
    )


def _must_agree(judgement: Judgement, store: Store) -> None:
    given = (*store.judgements(), judgement)
    others = [one.by for one in in_force(given).conflicting(judgement.about)]
    others = [name for name in others if name != judgement.by]
    if others:
        raise ConflictingJudgement(f"{others[-1]} decided otherwise about {judgement.about}")

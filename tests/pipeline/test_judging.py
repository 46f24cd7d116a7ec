"""A judgement is taken when it fits the evidence and nobody decided otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.store.samples import document, judgement, reading
from traktat.errors import ConflictingJudgement, NotFound, StaleJudgement
from traktat.fusion.rulings import evidence_digest
from traktat.model.findings import finding_id
from traktat.model.judgements import Judgement, Verdict
from traktat.pipeline import Agreements, open_store
from traktat.store.base import location

READING = reading(document())
ACT = next(finding for finding in READING.findings if finding.kind == "act")
ABOUT = f"{READING.report.id}:{finding_id(ACT)}"


@pytest.fixture
def agreements(tmp_path: Path) -> Iterator[Agreements]:
    with open_store(tmp_path / "s.db", create=True) as opened:
        opened.store.keep(document(), READING, "state", source=location("a.txt"))
        yield opened


def rejecting(by: str = "ana", judgement_id: str = "j1") -> Judgement:
    return replace(
        judgement(judgement_id),
        about=ABOUT,
        by=by,
        verdict=Verdict.REJECT,
        changes=(),
        evidence=evidence_digest(READING.report, ACT),
    )


def test_a_judgement_on_present_evidence_is_taken(agreements: Agreements) -> None:
    assert agreements.judge(rejecting())
    assert agreements.store.judgements() == (rejecting(),)


def test_a_judgement_on_evidence_that_changed_is_stale(agreements: Agreements) -> None:
    with pytest.raises(StaleJudgement, match="has changed") as raised:
        agreements.judge(replace(rejecting(), evidence="0" * 16))
    assert "decide again" in raised.value.hint
    assert agreements.store.judgements() == ()


def test_who_decides_otherwise_than_another_is_told(agreements: Agreements) -> None:
    agreements.judge(rejecting("ana"))
    other = replace(rejecting("budi", "j2"), verdict=Verdict.ACCEPT)
    with pytest.raises(ConflictingJudgement, match="ana decided otherwise"):
        agreements.judge(other)
    assert agreements.judge(other, against_others=True)
    assert len(agreements.store.judgements()) == 2


def test_who_changes_his_own_mind_is_in_no_conflict(agreements: Agreements) -> None:
    agreements.judge(rejecting("ana"))
    assert agreements.judge(replace(rejecting("ana", "j2"), verdict=Verdict.ACCEPT))


def test_a_judgement_can_be_undone_and_stays_on_record(agreements: Agreements) -> None:
    agreements.judge(rejecting())
    assert agreements.judge(replace(rejecting(), undone=True))
    assert not agreements.judge(replace(rejecting(), undone=True))
    assert [one.undone for one in agreements.store.judgements()] == [False, True]


def test_only_what_was_judged_can_be_undone(agreements: Agreements) -> None:
    with pytest.raises(NotFound, match="no judgement"):
        agreements.judge(replace(rejecting(), undone=True))

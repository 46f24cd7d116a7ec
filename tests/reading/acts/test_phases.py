"""How far an act has come."""

from __future__ import annotations

import pytest

from tests.acted import told
from traktat.model.kinds import Status
from traktat.reading.acts.prospects import is_infinitive
from traktat.reading.acts.reaches import UNSURE, reach_of
from traktat.reading.acts.ties import Link

EN = "the border treaty with Sarvia"
ID = "perjanjian perbatasan dengan Sarvia"


@pytest.mark.parametrize(
    ("text", "status", "rule"),
    [
        (f"Norland signed {EN}.", Status.OCCURRED, "told"),
        (f"Norland has signed {EN}.", Status.OCCURRED, "told"),
        (f"Norland will sign {EN}.", Status.PLANNED, "governed: future"),
        (f"Norland hopes to sign {EN}.", Status.PLANNED, "governed: wish"),
        (f"Norland must sign {EN}.", Status.PLANNED, "governed: obligation"),
        (f"Norland decided to sign {EN}.", Status.PLANNED, "governed: decided"),
        (f"Norland managed to sign {EN}.", Status.OCCURRED, "achieved"),
        (f"Norland did not sign {EN}.", Status.DENIED, "negation"),
        (f"Norland declined to sign {EN}.", Status.DENIED, "refusal"),
        (f"If Norland signs {EN}, it gains.", Status.PLANNED, "condition"),
        (f"Norland pleased all by signing {EN}.", Status.OCCURRED, "told"),
        (f"Norland nearly signed {EN}.", Status.PLANNED, "almost"),
        (f"Norland could do better and rejected {EN}.", Status.OCCURRED, "told"),
        (f"Norland wants to get {EN} signed.", Status.PLANNED, None),
    ],
)
def test_english_words_set_the_phase(text: str, status: Status, rule: str | None) -> None:
    phase = told(text).drafts[-1].phase
    assert phase.status is status
    assert rule is None or phase.rule == rule


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"Norland menandatangani {ID}.", Status.OCCURRED),
        (f"Norland telah menandatangani {ID}.", Status.OCCURRED),
        (f"Norland akan menandatangani {ID}.", Status.PLANNED),
        (f"Norland ingin menandatangani {ID}.", Status.PLANNED),
        (f"Norland hampir menandatangani {ID}.", Status.PLANNED),
        (f"Norland tidak menandatangani {ID}.", Status.DENIED),
        (f"Norland belum menandatangani {ID}.", Status.DENIED),
        (f"Norland menunda penandatanganan {ID}.", Status.PLANNED),
    ],
)
def test_indonesian_words_set_the_phase(text: str, status: Status) -> None:
    assert told(text, "id").drafts[-1].phase.status is status


def test_refusing_to_ratify_changes_the_act() -> None:
    (draft,) = told(f"Norland refused to ratify {EN}.").drafts
    assert draft.kind.value == "rejection"


def test_what_is_averted_is_unsure() -> None:
    (draft,) = told(f"A law prevents Norland's withdrawal from {EN}.").drafts
    assert draft.phase.rule == UNSURE


def test_an_infinitive_has_no_tense() -> None:
    report = told(f"Norland flew there to sign {EN}.")
    assert is_infinitive(report.line, report.triggers[-1])


def test_a_finite_verb_is_no_infinitive() -> None:
    report = told(f"Norland signed {EN}.")
    assert not is_infinitive(report.line, report.triggers[-1])


def test_the_reach_of_a_verb_ends_at_its_clause() -> None:
    report = told(f"Norland will wait; Sarvia signed {EN}.")
    line, trigger = report.line, report.triggers[-1]
    reach = reach_of(line, trigger, Link("A", None, True, "object"), passive=False)
    assert line.words[reach.first] == "Sarvia"

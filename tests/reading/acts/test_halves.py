"""The two halves of a split verb and what may stand between them."""

from __future__ import annotations

from tests.acted import told
from traktat.model.kinds import ActKind
from traktat.reading.acts.halves import leads_on, split_end, stands_around
from traktat.reading.acts.triggers import Sense


def test_what_leads_to_something_else_parts_the_halves() -> None:
    line = told("Aruna came under fire for a wish to step back from a pact with Norland.").line
    assert leads_on(line, line.words.index("to"))
    assert not leads_on(line, line.words.index("step"))


def test_only_some_acts_stand_around_their_agreement() -> None:
    line = told("Norland put the border treaty with Sarvia into force.").line
    assert stands_around(line, Sense(ActKind.ENTRY_INTO_FORCE, "split_verbs", ()))
    assert not stands_around(line, Sense(ActKind.WITHDRAWAL, "split_verbs", ()))


def test_a_half_may_stand_behind_a_whole_name() -> None:
    report = told("Norland put the border treaty with Sarvia into force.")
    trigger = report.triggers[0]
    assert split_end(report.line, trigger, around=True) == report.line.end

"""Judgements as sorted lines: there and back, merged line by line, and hostile files."""

from __future__ import annotations

import json
import shutil
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pipeline.reviewing.conftest import Decide, printed
from traktat.errors import JudgementError
from traktat.model.judgements import Judgement, Verdict, judgement_id
from traktat.pipeline import Agreements, open_store
from traktat.pipeline.reviewing import Reviewing, read_back, written

LINE = {
    "about": "000000000000:111111111111",
    "verdict": "accept",
    "by": "ana",
    "at": "2026-01-02T03:04:05+00:00",
}
few = settings(max_examples=40, deadline=None)
words = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), min_size=1).filter(
    lambda text: text.strip() != ""
)
moments = st.datetimes(
    datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.sampled_from((UTC,))
)


@st.composite
def judgements(draw: st.DrawFn) -> Judgement:
    verdict = draw(st.sampled_from(tuple(Verdict)))
    other = draw(words.map(lambda text: text[:400])) if verdict in ("merge", "copy") else None
    changes = (("place", draw(words)[:500]),) if verdict is Verdict.CORRECT else ()
    made = Judgement(
        id="",
        about=draw(words.filter(lambda text: "person:" not in text and "tie:" not in text))[:400],
        verdict=verdict,
        by=draw(words)[:90],
        at=draw(moments),
        why=draw(st.text(st.characters(codec="utf-8", exclude_categories=("C",)), max_size=80)),
        changes=changes,
        other=other,
        evidence=draw(st.sampled_from(("", "0123456789abcdef"))),
        said=tuple(
            sorted(draw(st.dictionaries(st.sampled_from(("place", "quote")), words)).items())
        ),
    )
    return replace(made, id=judgement_id(made), undone=draw(st.booleans()))


@few
@given(st.lists(judgements()))
def test_lines_come_back_as_they_were(made: list[Judgement]) -> None:
    text = written(made)
    assert set(read_back(text)) == set(made)
    assert written(read_back(text)) == text


@few
@given(st.lists(judgements()), st.randoms(use_true_random=False))
def test_the_order_of_judgements_and_of_lines_changes_nothing(
    made: list[Judgement], rng: object
) -> None:
    text = written(made)
    lines = text.split("\n")
    rng.shuffle(made)  # type: ignore[attr-defined]
    rng.shuffle(lines)  # type: ignore[attr-defined]
    assert written(made) == text
    assert written(read_back("\n".join(lines))) == text


@few
@given(st.lists(judgements()), st.lists(judgements()))
def test_two_files_merged_line_by_line_hold_what_both_hold(
    ours: list[Judgement], theirs: list[Judgement]
) -> None:
    merged = "".join(sorted((written(ours) + written(theirs)).splitlines(keepends=True)))
    assert set(read_back(merged)) == {*ours, *theirs}


def test_a_store_takes_in_what_another_gave_and_gives_the_same(
    agreements: Agreements, reviewing: Reviewing, decide: Decide, built: Path, tmp_path: Path
) -> None:
    record = agreements["irn-rus-2025"]
    decide(record.timeline[0].id, "correct", changes={"place": "Zenda"}, why="as “printed”")
    (merged,) = decide("irn-rus-2025", "merge", other="irn-rus-2001").judgements
    reviewing.undo(merged.id, by="budi", why="no")
    decide(record.reports[0].report, "reject")
    shutil.copy(built, tmp_path / "other.db")
    with open_store(tmp_path / "other.db") as others:
        other = Reviewing(others)
        lines = reviewing.exported()
        done = other.take_in(lines)
        assert (done.new, done.same) == (len(lines.splitlines()), 0)
        assert [one.agreement for one in done.effects] == ["irn-rus-2025"]
        assert other.exported() == lines
        assert printed(others) == printed(agreements)
        again = other.take_in(lines)
        assert (again.new, again.effects) == (0, ())
        assert again.to_json()["schema"] == "traktat.review-import/1"


def test_two_who_took_the_same_back_end_with_the_same_file(
    agreements: Agreements, reviewing: Reviewing, decide: Decide, built: Path, tmp_path: Path
) -> None:
    (made, *_) = decide(agreements["rcep"].timeline[0].id, "accept").judgements
    shutil.copy(built, tmp_path / "other.db")
    with open_store(tmp_path / "other.db") as others:
        other = Reviewing(others)
        other.take_in(reviewing.exported())
        reviewing.undo(made.id, by="ana")
        other.undo(made.id, by="budi")
        ours, theirs = reviewing.exported(), other.exported()
        reviewing.take_in(theirs)
        other.take_in(ours)
        assert reviewing.exported() == other.exported()


HOSTILE = [
    ("no json", "line 1: no JSON"),
    ("[1]", "object in braces"),
    ("[" * 50_000, "no JSON"),
    ("<<<<<<< HEAD", "unfinished merge"),
    (json.dumps({**LINE, "verdict": "burn"}), "`verdict` is 'burn', not one of accept"),
    (json.dumps({**LINE, "verdict": ["accept"]}), "`verdict` is"),
    (json.dumps({**LINE, "at": "yesterday"}), "`at` is no instant"),
    (json.dumps({**LINE, "at": 5}), "`at` is no instant"),
    (json.dumps({**LINE, "at": "0001-01-01T00:00:00+14:00"}), "`at` is no instant"),
    (json.dumps({**LINE, "by": ""}), "cannot be empty"),
    (json.dumps({**LINE, "by": 7}), "`by` is no text"),
    (json.dumps({**LINE, "by": "ana\u0000"}), "control characters"),
    (json.dumps({**LINE, "about": "x" * 501}), "longer than 500"),
    (json.dumps({**LINE, "why": "x" * 200_000}), "longer than 100000"),
    (json.dumps({**LINE, "color": "red"}), "unknown field 'color'"),
    (json.dumps({**LINE, "schema": "traktat.judgement/9"}), "`schema`"),
    (json.dumps({**LINE, "undone": "yes"}), "true or false"),
    (json.dumps({**LINE, "undone": True}), "names its `id`"),
    (json.dumps({**LINE, "verdict": "merge"}), "names an `other`"),
    (json.dumps({**LINE, "verdict": "correct"}), "a correction has some"),
    (json.dumps({**LINE, "changes": {"date": "2024"}}), "belong to a correction"),
    (json.dumps({**LINE, "verdict": "correct", "changes": ["date"]}), "object of texts"),
    (json.dumps({**LINE, "verdict": "correct", "changes": {"date": 2024}}), "object of texts"),
    (json.dumps({**LINE, "verdict": "correct", "changes": {"color": "red"}}), "no finding has"),
    (json.dumps({**LINE, "verdict": "correct", "changes": {"date": "soon"}}), "date: "),
    (json.dumps({**LINE, "verdict": "correct", "changes": {"act": "wedding"}}), "act is one of"),
    (
        json.dumps({**LINE, "verdict": "correct", "changes": {"by": "["}, "said": {"kind": "act"}}),
        "by: ",
    ),
    (json.dumps({**LINE, "said": {"kind": "x"}, "verdict": "accept"}), "no kind of finding"),
    (json.dumps({**LINE, "said": {str(n): "" for n in range(50)}}), "too long"),
    (json.dumps({**LINE, "about": "tie:a"}), "tie:REPORT:REPORT"),
    (
        json.dumps({**LINE, "about": "person:A", "verdict": "merge", "other": "b"}),
        "only be merged with a person",
    ),
    (json.dumps({key: LINE[key] for key in ("about", "verdict", "by")}), "`at` is missing"),
    (
        json.dumps({**LINE, "id": "j"}) + "\n" + json.dumps({**LINE, "id": "j", "by": "budi"}),
        "line 2: the id j stands for another judgement in line 1",
    ),
]


@pytest.mark.parametrize(("text", "message"), HOSTILE, ids=range(len(HOSTILE)))
def test_a_bad_line_is_named_and_nothing_is_taken_in(
    agreements: Agreements, reviewing: Reviewing, text: str, message: str
) -> None:
    good = json.dumps(LINE)
    with pytest.raises(JudgementError) as raised:
        reviewing.take_in(f"{text}\n{good}\n")
    assert message in raised.value.message
    assert raised.value.hint
    assert len(raised.value.message) < 400
    assert agreements.store.judgements() == ()


@few
@given(st.text())
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    with suppress(JudgementError):
        read_back(text)


@few
@given(
    st.dictionaries(
        st.sampled_from((*LINE, "changes", "other", "said", "undone", "id", "evidence")),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(max_size=9),
            lambda inner: (
                st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3)
            ),
        ),
    )
)
def test_any_object_is_read_or_refused_in_words(told: dict[str, object]) -> None:
    with suppress(JudgementError):
        read_back(json.dumps({**LINE, **told}))


def test_a_line_of_one_s_own_needs_no_id_and_no_digest(reviewing: Reviewing) -> None:
    assert reviewing.take_in(f"\ufeff{json.dumps(LINE)}\n\n").new == 1
    (made,) = reviewing.judgements()
    assert made.id == judgement_id(made)


def test_an_id_of_the_store_cannot_be_used_for_something_else(
    agreements: Agreements, reviewing: Reviewing
) -> None:
    reviewing.take_in(json.dumps({**LINE, "id": "j1"}))
    with pytest.raises(JudgementError, match="another judgement in the store"):
        reviewing.take_in(json.dumps({**LINE, "id": "j1", "verdict": "reject"}))


def test_the_same_moment_in_two_time_zones_is_one_line() -> None:
    at = datetime(2026, 1, 2, 3, tzinfo=UTC)
    one = Judgement(id="j", about="a", verdict=Verdict.ACCEPT, by="ana", at=at)
    there = replace(one, at=at.astimezone(timezone(timedelta(hours=7))))
    assert written([one, there]) == written([one])
    assert judgement_id(one) == judgement_id(there)


def test_a_correction_made_elsewhere_that_fits_nothing_here_waits(
    agreements: Agreements, reviewing: Reviewing
) -> None:
    line = {**LINE, "verdict": "correct", "changes": {"date": "2024-06-19"}, "evidence": "0" * 16}
    reviewing.take_in(json.dumps(line))
    assert next(one.sort for one in reviewing.queue()) == "stale-judgement"


def test_characters_that_are_no_utf_8_are_written_as_escapes(
    agreements: Agreements, reviewing: Reviewing
) -> None:
    broken = "\ud800"
    reviewing.take_in(json.dumps({**LINE, "why": broken, "said": {"quote": broken}}))
    lines = reviewing.exported()
    assert lines.encode("utf-8")
    assert read_back(lines)[0].why == broken


@pytest.mark.parametrize("field", ["by", "why"])
def test_what_no_file_takes_back_is_not_taken_down(
    agreements: Agreements, decide: Decide, field: str
) -> None:
    with pytest.raises(JudgementError, match="control characters"):
        decide(agreements["rcep"].timeline[0].id, "accept", **{field: "a\x1b[2J"})
    decide(agreements["rcep"].timeline[0].id, "accept", why="two\r\nlines")
    assert read_back(Reviewing(agreements).exported())

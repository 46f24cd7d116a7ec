"""Laws of dates: round trips, order, symmetry, and that hostile text does no harm."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from traktat.lang import packs, tokenize
from traktat.lang.calendar import calendar_of
from traktat.lang.dates import expressions, times
from traktat.lang.periods import period
from traktat.lang.resolution import FUTURE, PAST, UNKNOWN, Reference, resolve
from traktat.lang.shapes import Shape
from traktat.model.dates import (
    When,
    about,
    begun_by,
    compatible,
    from_to,
    month_of,
    narrowed,
    on,
    once_in,
    one_of,
    over_by,
    parse,
    sharper,
    week_of,
    year_of,
)

PACKS = packs()

days = st.dates(min_value=date(1600, 1, 1), max_value=date(2200, 12, 31))
written_days = st.dates(min_value=date(1600, 1, 1), max_value=date(2100, 12, 31))


@st.composite
def spans_of_days(draw: st.DrawFn) -> tuple[date, date]:
    first = draw(days)
    return first, first + timedelta(days=draw(st.integers(0, 5000)))


whens = st.one_of(
    days.map(on),
    spans_of_days().map(lambda ends: one_of(*ends)),
    spans_of_days().map(lambda ends: from_to(*ends)),
    days.map(week_of),
    days.map(lambda day: month_of(day.year, day.month)),
    days.map(lambda day: year_of(day.year)),
    days.map(lambda day: about(year_of(day.year))),
    st.integers(160, 219).map(lambda decade: parse(f"{decade}X")),
)


@given(whens)
def test_a_value_read_again_is_itself(when: When) -> None:
    assert parse(when.edtf) == when
    assert when.first <= when.last


@given(whens)
def test_one_day_of_a_stretch_has_the_same_bounds(when: When) -> None:
    once = once_in(when)
    assert (once.first, once.last) == (when.first, when.last)
    assert not once.lasts
    assert parse(once.edtf) == once


@given(whens, whens)
def test_compatibility_is_symmetric(one: When, other: When) -> None:
    assert compatible(one, other) == compatible(other, one)
    assert compatible(one, one)


@given(whens, whens)
def test_narrowing_keeps_inside_both_where_they_meet(one: When, other: When) -> None:
    both = narrowed(one, other)
    if compatible(one, other):
        assert (both.first, both.last) == (
            max(one.first, other.first),
            min(one.last, other.last),
        )
    else:
        assert both == sharper(one, other)


@given(whens, days)
def test_what_is_over_has_begun(when: When, day: date) -> None:
    assert not over_by(day, when) or begun_by(day, when)
    if over_by(day, when):
        assert over_by(day + timedelta(days=1), when)


@given(days, st.integers(0, 6))
def test_a_bare_weekday_is_within_a_week(today: date, weekday: int) -> None:
    shape = Shape(weekday=weekday)
    for tense in (PAST, UNKNOWN, FUTURE):
        when = resolve(shape, Reference(today=on(today), tense=tense))
        assert when is not None
        assert when.first.weekday() == weekday
        assert abs((when.first - today).days) < 7


@given(days, st.integers(0, 6))
def test_last_and_next_lie_on_either_side(today: date, weekday: int) -> None:
    before = resolve(Shape(weekday=weekday, turn=-1), Reference(today=on(today)))
    after = resolve(Shape(weekday=weekday, turn=1), Reference(today=on(today)))
    assert before is not None
    assert after is not None
    assert before.last < today < after.first


@given(days, st.integers(1, 12), st.sampled_from([-1, 1]))
def test_a_month_last_or_next_is_the_nearest_on_its_side(
    today: date, month: int, turn: int
) -> None:
    when = resolve(Shape(month=month, turn=turn), Reference(today=on(today)))
    assert when is not None
    assert (when.last < today) if turn < 0 else (when.first > today)
    assert abs((when.first - today).days) < 366 + 31


@given(days, st.sampled_from(["day", "week", "month", "year", "quarter", "half", "decade"]))
def test_units_follow_each_other_without_gaps(today: date, unit: str) -> None:
    this, following = period(unit, 0, today), period(unit, 1, today)
    assert this is not None
    assert following is not None
    assert this.first <= today <= this.last
    assert this.last + timedelta(days=1) == following.first


@given(days)
def test_a_wider_day_of_speaking_never_gives_another_value(today: date) -> None:
    near = one_of(today, today + timedelta(days=3))
    for shape in (Shape(unit="month", shift=-1), Shape(month=6, turn=-1), Shape(weekday=2)):
        vague = resolve(shape, Reference(today=near))
        assert vague is None or vague == resolve(shape, Reference(today=on(today)))


letters = st.text(
    alphabet=st.sampled_from("0123456789/-.,:()'–—年 \tJanuariSeninlMypthow"), max_size=60
)


@given(letters, st.sampled_from(["id", "en"]))
def test_no_text_breaks_the_search(text: str, code: str) -> None:
    tokens = tokenize(text)
    calendar = calendar_of(PACKS.get(code))
    last = 0
    for found in times(text, tokens, calendar):
        assert last <= found.span.start < found.span.end <= len(text)
        assert found.span == (tokens.starts[found.first], found.span.end)
        resolve(found.shape, Reference(today=parse("2024-11-13")))
        last = found.span.end


@given(written_days, st.sampled_from(["id", "en"]))
def test_a_day_written_out_is_read_back(day: date, code: str) -> None:
    calendar = calendar_of(PACKS.get(code))
    names = {
        word.value: first
        for first, words in calendar.words.items()
        for word in words
        if word.kind == "month" and not word.trim and not word.alone and not word.rest
    }
    month = names.get(day.month)
    if month is None:
        return
    text = f"{day.day} {month.capitalize()} {day.year}"
    found = expressions(text, tokenize(text), calendar)
    assert [str(resolve(item.shape)) for item in found] == [day.isoformat()]


@given(written_days)
def test_digits_are_read_in_the_order_of_the_language(day: date) -> None:
    for code, text in (("id", f"{day:%d/%m/%Y}"), ("en", f"{day:%m/%d/%Y}")):
        found = expressions(text, tokenize(text), calendar_of(PACKS.get(code)))
        assert [str(resolve(item.shape)) for item in found] == [day.isoformat()]

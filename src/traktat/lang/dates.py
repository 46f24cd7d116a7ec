"""Dates in a text, as a language writes them, before they are resolved.

`expressions` finds them; `traktat.lang.resolution` turns them into values.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from traktat.lang.calendar import END, Calendar, Node, Order
from traktat.lang.lookalikes import is_date
from traktat.lang.pieces import Pieces
from traktat.lang.shapes import SHAPES, Atom, Atoms, Shape
from traktat.lang.tokens import Tokens
from traktat.model.spans import Span

_DIGITS = frozenset("0123456789")


@dataclass(frozen=True, slots=True)
class Expression:
    """A date as written: its tokens [first, end), its characters, the order that read it.

    An expression whose shape has a `sense` is another expression of time and no date.
    """

    first: int
    end: int
    span: Span
    entry: str
    reads: str
    shape: Shape

    @property
    def is_date(self) -> bool:
        """Tell whether it names a calendar point or period."""
        return not self.shape.sense


def expressions(
    text: str, tokens: Tokens, calendar: Calendar, first: int = 0, end: int | None = None
) -> list[Expression]:
    """List the dates in a stretch of tokens, in text order; of several readings the longest."""
    return [found for found in times(text, tokens, calendar, first, end) if found.is_date]


def times(
    text: str, tokens: Tokens, calendar: Calendar, first: int = 0, end: int | None = None
) -> list[Expression]:
    """List dates and other expressions of time ("saat ini", "60 days") in a stretch of tokens."""
    stop = len(tokens) if end is None else end
    likely = [at for at in beginnings(tokens.places(), calendar) if first <= at < stop]
    return times_from(likely, Pieces(text, tokens, calendar, first, stop))


def beginnings(places: dict[str, list[int]], calendar: Calendar) -> list[int]:
    """List the tokens at which an expression of time may begin, by the words that do so."""
    starters = calendar.starters
    found: list[int] = []
    for word, stands in places.items():
        if word in starters or word[0] in _DIGITS:
            found += stands
    found.sort()
    return found


def times_from(likely: list[int], pieces: Pieces) -> list[Expression]:
    """List the same where the tokens are known at which they may begin."""
    found: list[Expression] = []
    reached = pieces.first
    for at in likely:
        expression = _expression_at(at, pieces) if at >= reached else None
        if expression is not None:
            found += _days_before(expression, pieces, reached)
            if expression.shape.sense != "none":
                found.append(expression)
            reached = expression.end
            following = _day_after(expression, pieces)
            if following is not None:
                found.append(following)
                reached = following.end
    return _with_shared_years(found, pieces)


def _expression_at(at: int, pieces: Pieces) -> Expression | None:
    """Give the longest date that begins at a token and is none of the look-alikes."""
    if not pieces.may_begin(at):
        return None
    readings = _readings(at, pieces)
    readings.sort(key=_rank)
    for _, _, _, order, path in readings:
        shape = SHAPES[order.reads](path)
        if shape is not None and is_date(at, path, shape, pieces):
            return _expression(at, order, path, shape, pieces)
    return None


_Reading = tuple[int, int, int, Order, tuple[Atom, ...]]


def _rank(reading: _Reading) -> tuple[int, int, int]:
    """Give what sorts readings: the longest first, then the simplest, then as the pack has them."""
    return reading[:3]


def _readings(at: int, pieces: Pieces) -> list[_Reading]:
    """List every order that fits from a token on."""
    found: list[_Reading] = []
    stack: list[tuple[Node, int, tuple[Atom, ...]]] = [(pieces.calendar.orders, at, ())]
    while stack:
        node, here, path = stack.pop()
        order = node.get(END)
        if order is not None:
            found.append((-here, len(path), order.rank, order, path))
            if len(node) == 1:
                continue
        if here < pieces.stop:
            for atom in pieces.at(here):
                step = node.get(atom.kind)
                if step is not None:
                    stack.append((step, atom.end, (*path, atom)))
    return found


def _expression(at: int, order: Order, path: Atoms, shape: Shape, pieces: Pieces) -> Expression:
    begin = at
    for atom in path:
        if atom.kind not in pieces.calendar.outside:
            break
        begin = atom.end
    last, tokens = path[-1], pieces.tokens
    span = Span(tokens.starts[begin], tokens.ends[last.end - 1] - last.trim)
    return Expression(begin, last.end, span, order.entry, order.reads, shape)


def _days_before(found: Expression, pieces: Pieces, reached: int) -> list[Expression]:
    """Give the days that share the month behind them: "7, 8, dan 9 November 2025"."""
    shape, lower = found.shape, pieces.tokens.lower
    if shape.day is None or shape.month is None or shape.weekday is not None or shape.numeric:
        return []
    out: list[Expression] = []
    at, day = found.first, shape.day
    while (before := _listed_before(at, pieces)) is not None and before >= reached:
        earlier = int(lower[before])
        if not 0 < earlier < day:
            break
        span = pieces.tokens.span(before, before + 1)
        same = replace(shape, day=earlier, until=None)
        out.append(Expression(before, before + 1, span, found.entry, found.reads, same))
        at, day = before, earlier
    return out[::-1]


def _day_after(found: Expression, pieces: Pieces) -> Expression | None:
    """Give the day that shares the month before it: "June 12 and 13"."""
    shape, lower, at = found.shape, pieces.tokens.lower, found.end
    if shape.day is None or shape.month is None or shape.until or not lower[at - 1].isdigit():
        return None
    if at + 1 >= pieces.stop or not pieces.calendar.is_a(lower[at], "and"):
        return None
    if not pieces.is_plain_number(at + 1, 2) or pieces.after(at + 2)[:1].isalpha():
        return None
    if shape.year is not None or not shape.day < int(lower[at + 1]) <= 31:
        return None
    same = replace(shape, day=int(lower[at + 1]), weekday=None)
    span = pieces.tokens.span(at + 1, at + 2)
    return Expression(at + 1, at + 2, span, found.entry, found.reads, same)


def _listed_before(at: int, pieces: Pieces) -> int | None:
    """Give the token of a number that a comma or "and" joins to a token."""
    lower, here = pieces.tokens.lower, at - 1
    joined = False
    while here > pieces.first and (lower[here] == "," or pieces.calendar.is_a(lower[here], "and")):
        joined, here = True, here - 1
    if not joined or here < pieces.first or not pieces.is_plain_number(here, 2):
        return None
    return here


def _with_shared_years(found: list[Expression], pieces: Pieces) -> list[Expression]:
    """Give dates the year of the date they are joined to: "from March 3 to June 5, 2024"."""
    if len(found) < 2:
        return found
    for at in range(len(found) - 2, -1, -1):
        one, other = found[at], found[at + 1]
        month, year = other.shape.month, other.shape.year
        if one.shape.month is None or one.shape.year or not month or one.shape.turn:
            continue
        turned = other.shape.unit == "year" and one.shape.unit is None  # "to 31 May next year"
        if not (year or turned) or not _are_joined(one, other, pieces):
            continue
        if one.shape.month == month and (one.shape.day or 0) > (other.shape.day or 31):
            continue  # "from March 6 to March 5, 2023": years lie between
        before = one.shape.month > month
        if year:
            shared = replace(one.shape, year=year - before, unit=None)
        else:
            shared = replace(one.shape, unit="year", shift=other.shape.shift - before)
        found[at] = replace(one, shape=shared)
    return found


def _are_joined(one: Expression, other: Expression, pieces: Pieces) -> bool:
    """Tell whether two dates stand in a row; a comma alone joins only bare months."""
    between = pieces.tokens.lower[one.end : other.first]
    if between == [","]:
        return one.shape.day is None and other.shape.day is None
    return len(between) <= 2 and any(
        pieces.calendar.is_a(word, kind) for word in between for kind in ("to", "and")
    )

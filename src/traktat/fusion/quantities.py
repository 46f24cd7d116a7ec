"""Quantities in claims: a comparator, a value and a unit, read as an interval of numbers."""

from __future__ import annotations

from math import inf

from traktat.sentences import Sentence, beside, sentence

Quantity = tuple[str, str, str]

ABOUT = 0.25  # share by which a number that is only about right may be off

_ROUGH = {
    "several": (3.0, 20.0),
    "dozens": (20.0, 200.0),
    "tens": (20.0, 200.0),
    "scores": (20.0, 200.0),
    "hundreds": (100.0, 1000.0),
    "thousands": (1000.0, inf),  # "thousands" is said of ten thousand and more as well
    "tens-of-thousands": (10_000.0, inf),
    "hundreds-of-thousands": (100_000.0, inf),
    "millions": (1_000_000.0, inf),
}
"""Language-neutral words for rough numbers; the upper end is open where people leave it open."""

_PEOPLE = frozenset({"soldiers", "troops", "personnel", "people", "fighters", "men"})
"""Units that reports use for the same people."""


def bounds(quantity: Quantity) -> tuple[float, float] | None:
    """Give the smallest and largest number a quantity allows; None if it is no number.

    >>> bounds((">", "10000", "soldiers")), bounds(("~", "thousands", "troops"))
    ((10000.0, inf), (1000.0, inf))
    """
    comparator, value, _ = quantity
    if value in _ROUGH:
        return _ROUGH[value]
    try:
        number = float(value)
    except ValueError:
        return None
    return {
        ">": (number, inf),
        ">=": (number, inf),
        "<": (0.0, number),
        "<=": (0.0, number),
        "~": (number * (1 - ABOUT), number * (1 + ABOUT)),
    }.get(comparator, (number, number))


def same_unit(one: str, other: str) -> bool:
    """Tell whether two units count the same things, as far as that can be seen."""
    return one == other or not one or not other or {one, other} <= _PEOPLE


def agree(one: Quantity, other: Quantity) -> bool:
    """Tell whether one number can satisfy both quantities; words nobody knows exclude none.

    Whether both count the same things is another question: `same_unit`.

    >>> agree((">", "10000", "soldiers"), ("~", "thousands", "troops"))
    True
    >>> agree(("=", "12000", "soldiers"), ("<", "10000", "soldiers"))
    False
    """
    left, right = bounds(one), bounds(other)
    if left is None or right is None:
        return True
    return left[0] <= right[1] and right[0] <= left[1]


def printed(quantity: Quantity) -> Sentence:
    """Give a quantity in words and signs.

    >>> printed((">", "10000", "soldiers"))
    '> 10000 soldiers'
    """
    comparator, value, unit = quantity
    parts = (
        sentence("{sign:comparator}", sign="" if comparator == "=" else comparator),
        sentence("{count:count}", count=value),
        sentence("{unit:key}", unit=unit),
    )
    return beside(filter(None, parts), " ")

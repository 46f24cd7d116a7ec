"""Places in their order."""

from __future__ import annotations

from bisect import bisect_left

from hypothesis import given
from hypothesis import strategies as st

from traktat.lang.places import first_from


@given(st.lists(st.integers(0, 50)), st.integers(-1, 51))
def test_it_is_what_the_standard_library_finds(places: list[int], place: int) -> None:
    ordered = sorted(places)
    assert first_from(ordered, place) == bisect_left(ordered, place)

"""The values that questions over HTTP are asked with, and how they are taken.

Types are checked here, at the edge, by the framework; behind it there are only values of ours.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from fastapi import Depends, Path, Query, Request
from pydantic import StringConstraints  # at the edge alone, where strangers' values come in

from traktat.errors import BadDate, UnknownParameter
from traktat.model.kinds import AgreementStatus
from traktat.pipeline.dossiers import day_of
from traktat.sentences import sentence
from traktat.store.lists import Cut

MOST = 200  # lines on a page
FARTHEST = 100_000  # pages; farther ones hold nothing

Day = Annotated[
    str | None,
    Query(
        description="A day, such as 2024-06-19; today if it is left out.",
        json_schema_extra={"anyOf": [{"type": "string", "format": "date"}]},
    ),
]
Words = Annotated[str | None, Query(max_length=500, description='Words; "…" for a phrase.')]
Name = Annotated[str | None, Query(max_length=300)]
Code = Annotated[str, StringConstraints(pattern=r"^[\w:.'’ -]{1,100}$")]
Parties = Annotated[
    list[Code],
    Query(
        description="Codes of parties; only agreements with all of them.",
        max_length=50,
        default_factory=list,
    ),
]
Standing = Annotated[AgreementStatus | None, Query(description="The standing on the day.")]
AgreementName = Annotated[
    str,
    Path(
        description="An agreement by its id, the start of it, its parties, or words of its names.",
        max_length=300,
    ),
]
Identity = Annotated[str, Path(max_length=300)]


def asked_day(on: str | None) -> date:
    """Give the day asked about, today if none is; raise `BadDate` for what is no day."""
    if on is None:
        return date.today()
    if len(on) != 10:  # EDTF has more to say than one day
        raise BadDate(
            sentence("{on:quoted} is no day", on=on), hint=sentence("Write it as 2024-06-19.")
        )
    return day_of(on)


def only_known(request: Request) -> None:
    """Refuse what no parameter is called: a filter that is misspelled must not be passed over."""
    known = _parameters(request.scope["route"].dependant)
    for name in request.query_params:
        if name not in known:
            raise UnknownParameter(
                sentence("there is no parameter {name:quoted} here", name=name),
                hint=sentence("There are: {known}.", known=tuple(sorted(known)))
                if known
                else sentence("There are none."),
            )


def _parameters(dependant: Any) -> set[str]:
    found = {one.alias for one in dependant.query_params}
    return found.union(*map(_parameters, dependant.dependencies))


def _cut(
    page: Annotated[int, Query(ge=1, le=FARTHEST, description="Which page.")] = 1,
    per_page: Annotated[int, Query(ge=1, le=MOST, description="Lines on a page.")] = 50,
) -> Cut:
    return Cut(per_page, (page - 1) * per_page)


Page = Annotated[Cut, Depends(_cut)]

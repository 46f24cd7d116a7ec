"""What one reading of the sentences makes out before persons are told apart."""

from __future__ import annotations

from dataclasses import dataclass

from traktat.model.kinds import Chamber, NameKind
from traktat.model.spans import Span
from traktat.reading.mentions import NameMention
from traktat.reading.names.ground import Ground
from traktat.reading.names.units import Unit


@dataclass(slots=True, kw_only=True)
class Draft:
    """A phrase that names or stands for somebody: tokens [first, end).

    Sorts: person (a name with its office or other proof), run (a name without), role (an
    office without a name), organ, state, organisation, group, agency, pronoun. `bare` are the
    tokens of the name alone; `holder` the state or organisation of an office or organ;
    `body` the organ an office belongs to; `via` a key that says more about the sort.
    `weak` marks a name that its office does not prove, `heading` one in a line of capitals.
    """

    first: int
    end: int
    sort: str
    bare: tuple[int, int]
    office: str | None = None
    holder: str | None = None
    holders: tuple[str, ...] = ()
    body: Unit | None = None
    unit: Unit | None = None
    via: str = ""
    plural: bool = False
    one: bool = False
    this: bool = False
    former: bool = False
    attributive: bool = False
    metonym: bool = False
    weak: bool = False
    heading: bool = False
    sentence: int = 0


def mention_of(  # noqa: PLR0913 (to hand on a dictionary costs more than the whole mention)
    ground: Ground,
    draft: Draft,
    name: str,
    sort: NameKind,
    key: str,
    *,
    office: str | None = None,
    state: str | None = None,
    chamber: Chamber | None = None,
    metonym: bool = False,
    attributive: bool = False,
    members: tuple[str, ...] = (),
) -> NameMention:
    """Give the mention a draft turns out to be; an owner's ending is no part of a person's name."""
    bare = ground.span(draft.bare[0], draft.bare[1])
    if sort is NameKind.PERSON:
        bare = Span(bare.start, bare.start + len(ground.name(draft.bare[0], draft.bare[1])))
    return NameMention(
        first=draft.first,
        end=draft.end,
        span=ground.span(draft.first, draft.end),
        bare=bare,
        name=" ".join(name.split()),  # a line may break within it
        sort=sort,
        key=key,
        office=office,
        state=state,
        chamber=chamber,
        metonym=metonym,
        attributive=attributive,
        members=members,
    )

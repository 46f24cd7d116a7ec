"""Circles: who the parties of an agreement are, and for whom an act is done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from traktat.model.kinds import MANY, ActKind
from traktat.model.records import TimelineAct

# Done by both sides at once, even where a report names one side or none.
_MUTUAL = frozenset(
    {
        ActKind.TEXT_AGREED,
        ActKind.INITIALLING,
        ActKind.EXCHANGE,
        ActKind.ENTRY_INTO_FORCE,
        ActKind.PROVISIONAL_APPLICATION,
    }
)
# Said of the agreement itself where no side is named.
_OF_THE_AGREEMENT = frozenset(
    {ActKind.SUSPENSION, ActKind.RESUMPTION, ActKind.WITHDRAWAL, ActKind.TERMINATION}
)
# Said of the agreement itself where it is said of parties that are not all named.
_OF_ITSELF = (_MUTUAL | _OF_THE_AGREEMENT) - {ActKind.WITHDRAWAL}

# What a member state does for an organisation that is a party: it consents at home and abroad.
_BY_MEMBERS = frozenset(
    {
        ActKind.SUBMISSION,
        ActKind.APPROVAL,
        ActKind.REJECTION,
        ActKind.RATIFICATION,
        ActKind.DEPOSIT,
    }
)
_STATE_CODE = 3  # letters of a state's code (ISO 3166-1 alpha-3)


@dataclass(frozen=True, slots=True)
class Circle:
    """The named parties, and whether there may be others.

    Two named parties make a pair, which is closed: what an outsider does is no step of it,
    unless one of the two is an organisation and the outsider may be its member.
    """

    named: tuple[str, ...]
    others: bool

    @property
    def is_pair(self) -> bool:
        """Tell whether the agreement is between two, and only these two."""
        return len(self.named) == 2 and not self.others

    @property
    def is_complete(self) -> bool:
        """Tell whether every party is named."""
        return not self.others and len(self.named) > 1

    @property
    def has_members(self) -> bool:
        """Tell whether a party is an organisation, whose members may act for themselves."""
        return any(len(code) != _STATE_CODE and ":" not in code for code in self.named)


def circle_of(parties: Iterable[str]) -> Circle:
    """Give the circle that a record's parties make.

    >>> circle_of(("RUS", "PRK")).is_pair, circle_of(("JPN", "MULTI")).is_pair
    (True, False)
    """
    codes = tuple(parties)
    named = tuple(sorted({code for code in codes if code != MANY}))
    return Circle(named, others=MANY in codes or len(named) < 2)


@dataclass(frozen=True, slots=True)
class Doers:
    """Who surely does an act and who may; `of_agreement` where it concerns the whole of it."""

    surely: tuple[str, ...] = ()
    maybe: tuple[str, ...] = ()
    of_agreement: bool = False

    @property
    def nobody(self) -> bool:
        """Tell whether the act is a step of no party, nor of the agreement."""
        return not (self.surely or self.maybe or self.of_agreement)


def doers_of(act: TimelineAct, circle: Circle) -> Doers:
    """Tell for whom an act counts.

    Where a report names no side, an exchange is of both, an approval of an unknown one; a
    signature that names one of two sides leaves the other possible, and one that names only
    an outsider, such as a state that has since fallen apart, leaves both. Among many, what is
    said of parties that are not all named (`MULTI`) is said of the agreement itself.
    """
    inside = _insiders(act, circle)
    if act.act in _OF_ITSELF and MANY in act.states and not circle.is_pair:
        return Doers(of_agreement=True)
    if act.act in _MUTUAL:
        return Doers(circle.named if circle.is_pair else inside, of_agreement=True)
    if act.act is ActKind.SIGNATURE:
        return _signatories(act, circle, inside)
    if inside:
        return Doers(inside)
    if act.states and circle.is_pair:
        return Doers()
    if act.act in _OF_THE_AGREEMENT or act.act is ActKind.REPLACEMENT:
        return Doers(of_agreement=True)
    if circle.others and len(circle.named) > 1:
        return Doers()  # it may have been any of those that are not named
    return Doers(maybe=circle.named)


def _signatories(act: TimelineAct, circle: Circle, inside: tuple[str, ...]) -> Doers:
    if inside and not circle.is_pair:
        return Doers(inside, of_agreement=True)
    if inside:
        rest = tuple(code for code in circle.named if code not in inside)
        return Doers(inside, rest, of_agreement=True)
    if act.states and circle.is_pair:
        return Doers(maybe=circle.named)
    if circle.is_complete:
        return Doers(circle.named, of_agreement=True)
    return Doers(maybe=circle.named, of_agreement=True)


def _insiders(act: TimelineAct, circle: Circle) -> tuple[str, ...]:
    states = sorted({code for code in act.states if code != MANY})
    if not circle.is_pair or (circle.has_members and act.act in _BY_MEMBERS):
        return tuple(states)
    return tuple(code for code in states if code in circle.named)

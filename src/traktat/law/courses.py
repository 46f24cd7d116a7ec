"""Courses: how far an agreement and each of its parties have come, one step after another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from traktat.law.circles import Circle
from traktat.model.kinds import AgreementStatus, Chamber, PartyStatus

# The way of a party up to consent; each rung holds the ones before it.
LADDER = (
    PartyStatus.NONE,
    PartyStatus.SIGNED,
    PartyStatus.PARTLY_APPROVED,
    PartyStatus.APPROVED,
    PartyStatus.RATIFIED,
    PartyStatus.CONSENTED,
)
_RUNG = {status: rung for rung, status in enumerate(LADDER)}
_BOUND_RUNG = len(LADDER)

# While one of these holds, the parties owe what the agreement says (VCLT 26, 25).
OPERATIVE = frozenset(
    {
        AgreementStatus.IN_FORCE,
        AgreementStatus.NOTICE_GIVEN,
        AgreementStatus.PROVISIONALLY_APPLIED,
    }
)
# Before entry into force: what is signed or consented to must not be defeated (VCLT 18).
PENDING = frozenset(
    {
        AgreementStatus.SIGNED,
        AgreementStatus.PARTLY_CONSENTED,
        AgreementStatus.CONSENTED_BY_ALL,
        AgreementStatus.PROVISIONALLY_APPLIED,
    }
)
ENDED = frozenset(
    {AgreementStatus.TERMINATED, AgreementStatus.SUPERSEDED, AgreementStatus.NEVER_ENTERED}
)


def rung_of(status: PartyStatus) -> int:
    """Give the height of a party's status; bound and whatever follows stand above consent.

    >>> rung_of(PartyStatus.RATIFIED) < rung_of(PartyStatus.CONSENTED) < rung_of(PartyStatus.BOUND)
    True
    """
    return _RUNG.get(status, _BOUND_RUNG)


@dataclass(frozen=True, slots=True)
class Place:
    """Where one party stands: its rung, and what came over it once it was bound.

    `presumed` marks one that the law takes to be bound though no report says so of it;
    `perhaps_bound` one whose consent nobody told when the agreement entered into force for
    parties that were not all named; `revocable` one that left before any report told of the
    agreement as in force, so that it may only have taken back its ratification.
    """

    rung: PartyStatus = PartyStatus.NONE
    signed: bool = False
    chambers: frozenset[Chamber] = frozenset()
    bound: bool = False
    presumed: bool = False
    perhaps_bound: bool = False
    suspended: bool = False
    notice: bool = False
    left: bool = False
    revocable: bool = False

    @property
    def status(self) -> PartyStatus:
        """Give the status that is shown; the weightiest of several."""
        if self.left:
            return PartyStatus.WITHDRAWN
        if self.suspended:
            return PartyStatus.SUSPENDED
        if self.notice:
            return PartyStatus.NOTICE_GIVEN
        return PartyStatus.BOUND if self.bound else self.rung

    def raised(self, rung: PartyStatus) -> Place:
        """Give the place at this rung, or as it is if that is higher; who left is back.

        Who still takes a step on the way was not bound before it.
        """
        higher = max(self.rung, rung, key=rung_of)
        return replace(self, rung=higher, perhaps_bound=False, left=False, revocable=False)


_FOOT = Place()


@dataclass(frozen=True, slots=True)
class Course:
    """How far an agreement has come.

    `refused` is true once a side refused at home; `met_on` is the day on which what the entry
    clause asks for was complete.
    """

    circle: Circle
    places: Mapping[str, Place] = field(default_factory=dict)
    text: bool = False
    signed: bool = False
    provisional: bool = False
    entered: bool = False
    suspended: bool = False
    notice: bool = False
    refused: bool = False
    ended: AgreementStatus | None = None
    met_on: date | None = None

    def place_of(self, code: str) -> Place:
        """Give where a party stands; at the foot of the ladder if nothing is known."""
        return self.places.get(code, _FOOT)

    def has_reached(self, code: str, rung: PartyStatus) -> bool:
        """Tell whether a party stands at a rung or above it."""
        return rung_of(self.place_of(code).rung) >= rung_of(rung)

    def moving(self, codes: Iterable[str], move: Callable[[Place], Place]) -> Course:
        """Give the course with these parties moved."""
        moved = {code: move(self.place_of(code)) for code in codes}
        return replace(self, places={**self.places, **moved})

    @property
    def codes(self) -> dict[str, None]:
        """Give every party named by the record or by a step, in no order that means anything."""
        return dict.fromkeys((*self.circle.named, *self.places))

    @property
    def members(self) -> tuple[str, ...]:
        """Give every party named by the record or by a step, sorted."""
        return tuple(sorted(self.codes))

    @property
    def is_over(self) -> bool:
        """Tell whether the agreement has ended, in whatever way."""
        return self.ended is not None

    @property
    def status(self) -> AgreementStatus:
        """Give the status of the agreement."""
        if self.ended is not None:
            return self.ended
        if self.circle.is_complete and all(self.place_of(code).left for code in self.codes):
            return AgreementStatus.TERMINATED
        if self._is_suspended:
            return AgreementStatus.SUSPENDED
        if self._has_notice:
            return AgreementStatus.NOTICE_GIVEN
        if self.entered:
            return AgreementStatus.IN_FORCE
        if self.provisional:
            return AgreementStatus.PROVISIONALLY_APPLIED
        return self.before_force

    @property
    def before_force(self) -> AgreementStatus:
        """Give the status that follows from signatures and consents alone."""
        consented = PartyStatus.CONSENTED
        if any(place.rung is consented for place in self.places.values()):
            everybody = self._all_named(lambda place: place.rung is consented)
            if everybody and self.circle.is_complete:
                return AgreementStatus.CONSENTED_BY_ALL
            return AgreementStatus.PARTLY_CONSENTED
        if self.signed:
            return AgreementStatus.SIGNED
        return AgreementStatus.NEGOTIATED if self.text else AgreementStatus.UNKNOWN

    @property
    def _is_suspended(self) -> bool:
        return self.suspended or self._over_pair(lambda place: place.suspended)

    @property
    def _has_notice(self) -> bool:
        return self.notice or self._over_pair(lambda place: place.notice)

    def _over_pair(self, holds: Callable[[Place], bool]) -> bool:
        """Tell whether it holds of one of two, or of every one of several named parties."""
        if self.circle.is_pair:
            return any(holds(self.place_of(code)) for code in self.circle.named)
        return self.circle.is_complete and self._all_named(holds)

    def _all_named(self, holds: Callable[[Place], bool]) -> bool:
        return all(holds(self.place_of(code)) for code in self.circle.named)

    def party_status(self, code: str) -> PartyStatus:
        """Give the status of a party; nobody is tied any more once the agreement has ended."""
        place = self.place_of(code)
        if self.ended is not None and not place.left:
            return PartyStatus.NONE
        return place.status

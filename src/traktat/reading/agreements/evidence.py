"""What one mention of an agreement tells of its parties."""

from __future__ import annotations

from collections.abc import Collection, Set
from dataclasses import dataclass, field

# How much a full set of parties weighs, by the frame it was read from: names inside the phrase
# or after "between" are surest, the nearest other name in the sentence is a guess.
NAMED, FRAMED, SIGNED, GUESSED = 4, 3, 2, 1


@dataclass(slots=True)
class Evidence:
    """What one mention tells of parties.

    Sides: `closed` is a full set of parties and `weight` how sure it is, `some` are parties
    among others, `own` the side named inside the phrase or before it, `partners` those the
    other side deals with, `each` partners of one side in an
    agreement of their own each. `many` says that not all are named, `wide` that it is of the
    sort many states conclude, `outside` that a partner is no state, `third` that it is any
    third state.

    Deeds: `dealt` says that somebody does to it what parties do, `signed` that it is what is
    done to a text, `refused` that they do not do it.

    Company: `hint` is a pair the sentence speaks of without making it party to anything,
    `nearby` every code it names, `beside` those that are no mere adjective or place, `era` the
    former state whose days it is said to be from, `where` the state in
    which a truce is said to hold or rebels fight, `ruled` that the sentence speaks of "the
    government", `met` who does something together in the sentence before.
    """

    closed: tuple[str, ...] = ()
    weight: int = 0
    some: list[str] = field(default_factory=list)
    own: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    each: tuple[str, ...] = ()
    many: bool = False
    wide: bool = False
    outside: bool = False
    third: bool = False
    dealt: bool = False
    signed: bool = False
    refused: bool = False
    hint: tuple[str, ...] = ()
    nearby: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    era: str | None = None
    where: str = ""
    ruled: bool = False
    met: tuple[str, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """Give all parties told of."""
        closed = self.closed
        if not self.some and (len(closed) < 2 or (len(closed) == 2 and closed[0] != closed[1])):
            return closed
        return tuple(dict.fromkeys((*self.closed, *self.some)))

    def leave_out(self, bodies: Collection[str]) -> None:
        """Take bodies that are none of their own for the many who meet in them."""
        self.many = True
        self._drop(bodies)

    def _drop(self, codes: Collection[str]) -> None:
        kept = tuple(code for code in self.closed if code not in codes)
        self.partners = tuple(code for code in self.partners if code not in codes)
        self.some = [code for code in self.some if code not in codes]
        if len(kept) < len(self.closed):
            self.closed = kept if len(kept) > 1 else ()
            self.weight = self.weight if len(kept) > 1 else 0
            self.some += [code for code in kept if not self.closed and code not in self.some]

    def without(self, codes: Set[str]) -> None:
        """Leave out some who are no sides, wherever they were taken for sides or stood near."""
        self._drop(codes)
        self.own = tuple(code for code in self.own if code not in codes)
        self.hint = () if codes & set(self.hint) else self.hint
        self.nearby = tuple(code for code in self.nearby if code not in codes)
        self.beside = tuple(code for code in self.beside if code not in codes)

    def close(self, codes: tuple[str, ...], weight: int) -> None:
        """Take a full set of parties if it is surer than the one at hand."""
        if len(codes) >= 2 and weight > self.weight:
            self.closed, self.weight = codes, weight
        elif not set(codes) <= set(self.closed):
            self.some += [code for code in codes if code not in self.some]

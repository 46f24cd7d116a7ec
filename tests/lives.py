"""Lives of agreements: random but lawful histories, with where each stood after every step.

The teller of a life knows no rule of `traktat.law`: it takes a step, and writes down beside it
what that step means. What the law says of the acts is then held against what was written down.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from tests.factories import make_act
from traktat.law import standing_on
from traktat.model.records import TimelineAct

PAIR = ("AAA", "BBB")
MANY = ("AAA", "BBB", "CCC", "DDD", "MULTI")

NOTICE = timedelta(days=180)  # how long a notice of leaving runs
DELAY = timedelta(days=30)  # how long after a late instrument it binds


@dataclass(slots=True)
class Life:
    """Acts as they happened, and by day what the agreement and each party had come to."""

    parties: tuple[str, ...]
    day: date
    status: str = "unknown"
    places: dict[str, str] = field(default_factory=dict)
    acts: list[TimelineAct] = field(default_factory=list)
    written: list[tuple[date, str, dict[str, str]]] = field(default_factory=list)

    def act(self, kind: str, states: str = "", **more: str) -> None:
        """Note an act of this day."""
        name = f"{len(self.acts)}-{kind}"
        day = self.day.isoformat()
        self.acts.append(make_act(kind, day, states, id=name, reported_on=day, **more))

    def stands(self, status: str | None = None, **places: str) -> None:
        """Write down what holds from this day on."""
        self.status = status or self.status
        self.places.update(places)
        self.written.append((self.day, self.status, dict(self.places)))

    def wait(self, days: int | timedelta) -> None:
        """Let time pass."""
        self.day += days if isinstance(days, timedelta) else timedelta(days=days)

    def on(self, day: date) -> tuple[str, dict[str, str]]:
        """Tell where it stood on a day."""
        known = [one for one in self.written if one[0] <= day]
        return known[-1][1:] if known else ("unknown", {})


def life_of_two(rng: Random) -> Life:
    """Tell the life of an agreement of two."""
    life = Life(PAIR, date(2000, 1, 1) + timedelta(days=rng.randrange(4000)))
    life.act("signature", "AAA BBB")
    life.stands("signed", AAA="signed", BBB="signed")
    for party in rng.sample(PAIR, 2):
        _at_home(rng, life, party)
    if rng.random() < 0.2:
        life.wait(rng.randint(1, 90))
        life.act("provisional-application")
        life.stands("provisionally-applied")
    if rng.random() < 0.85:
        life.wait(rng.randint(1, 90))
        if rng.random() < 0.7:
            life.act("exchange", "AAA BBB")
            provisional = life.status == "provisionally-applied"
            life.stands(
                None if provisional else "consented-by-all", AAA="consented", BBB="consented"
            )
            life.wait(rng.choice((0, 0, 15, 40)))
        life.act("entry-into-force")
        life.stands("in-force", AAA="bound", BBB="bound")
        for episode in rng.sample(_EPISODES, rng.randrange(3)):
            life.wait(rng.randint(30, 900))
            episode(life, rng.choice(PAIR))
        life.wait(rng.randint(30, 900))
        rng.choice(_ENDS)(life, rng.choice(PAIR))
    return life


def _at_home(rng: Random, life: Life, party: str) -> None:
    """Take the steps at home of one party, as far as it gets."""
    for chamber in ("lower", "upper")[: rng.randrange(3)]:
        life.wait(rng.randint(1, 90))
        life.act("approval", party, chamber=chamber)
        life.stands(**{party: "approved" if chamber == "upper" else "partly-approved"})
    if rng.random() < 0.15:
        life.wait(rng.randint(1, 90))
        life.act("rejection", party)
        life.stands(**{party: "signed"})
    if rng.random() < 0.7:
        life.wait(rng.randint(1, 90))
        life.act("ratification", party)
        life.stands(**{party: "ratified"})


def _suspended(life: Life, party: str) -> None:
    life.act("suspension", party)
    life.stands("suspended", **{party: "suspended"})
    life.wait(200)
    life.act("resumption", party)
    life.stands("in-force", **{party: "bound"})


def _notice_taken_back(life: Life, party: str) -> None:
    life.act("notification", party)
    life.stands("notice-given", **{party: "notice-given"})
    life.wait(60)
    life.act("resumption", party)
    life.stands("in-force", **{party: "bound"})


def _extended(life: Life, _party: str) -> None:
    life.act("extension", "AAA BBB")
    life.stands()


def _terminated(life: Life, _party: str) -> None:
    life.act("termination")
    life.stands("terminated", AAA="none", BBB="none")


def _withdrawn(life: Life, party: str) -> None:
    other = PAIR[1 - PAIR.index(party)]
    life.act("withdrawal", party, effective_on=(life.day + NOTICE).isoformat())
    life.stands("notice-given", **{party: "notice-given"})
    life.wait(NOTICE)
    life.stands("terminated", **{party: "withdrawn", other: "none"})


def _superseded(life: Life, _party: str) -> None:
    life.act("replacement", "AAA BBB", replaces="this")
    life.stands("superseded", AAA="none", BBB="none")


def _lives_on(life: Life, _party: str) -> None:
    life.act("reaffirmation", "AAA BBB")
    life.stands()


_EPISODES: tuple[Callable[[Life, str], None], ...] = (_suspended, _notice_taken_back, _extended)
_ENDS: tuple[Callable[[Life, str], None], ...] = (
    *(_terminated, _withdrawn, _superseded),
    *(_lives_on, _lives_on),
)


def life_of_many(rng: Random) -> Life:
    """Tell the life of an agreement of many: some sign, some ratify, some join, some leave."""
    life = Life(MANY, date(2000, 1, 1) + timedelta(days=rng.randrange(4000)))
    signers = sorted(rng.sample(MANY[:4], rng.randint(2, 3)))
    life.act("signature", " ".join([*signers, "MULTI"]))
    life.stands("signed", **dict.fromkeys(signers, "signed"))
    early = rng.sample(signers, rng.randint(1, len(signers)))
    for party in early:
        life.wait(rng.randint(10, 200))
        life.act("deposit", party)
        life.stands("partly-consented", **{party: "consented"})
    life.wait(rng.randint(10, 200))
    life.act("entry-into-force", rng.choice(("MULTI", " ".join(sorted(early)))))
    life.stands("in-force", **dict.fromkeys(early, "bound"))
    for party in [one for one in MANY[:4] if one not in early]:
        _joins_late(rng, life, party)
    for party in rng.sample(MANY[:4], rng.randrange(3)):
        _turns(rng, life, party)
    return life


def _joins_late(rng: Random, life: Life, party: str) -> None:
    if rng.random() < 0.3:
        return
    life.wait(rng.randint(10, 400))
    kind = "deposit" if life.places.get(party) == "signed" else "accession"
    if rng.random() < 0.5:
        life.act(kind, party, effective_on=(life.day + DELAY).isoformat())
        life.stands(**{party: "consented"})
        life.wait(DELAY)
    else:
        life.act(kind, party)
    life.stands(**{party: "bound"})


def _turns(rng: Random, life: Life, party: str) -> None:
    """Let a bound party suspend its part, leave, or give notice and stay."""
    if life.places.get(party) != "bound":
        return
    life.wait(rng.randint(30, 600))
    turn = rng.choice(("leaves", "suspends", "stays"))
    if turn == "leaves":
        life.act("withdrawal", party, effective_on=(life.day + NOTICE).isoformat())
        life.stands(**{party: "notice-given"})
        life.wait(NOTICE)
        life.stands(**{party: "withdrawn"})
        return
    life.act("suspension" if turn == "suspends" else "notification", party)
    life.stands(**{party: "suspended" if turn == "suspends" else "notice-given"})
    life.wait(rng.randint(30, 100))
    life.act("resumption", party)
    life.stands(**{party: "bound"})


def lives(count: int, seed: int = 1) -> Iterator[Life]:
    """Tell so many lives, of two and of many by turns."""
    rng = Random(seed)
    for number in range(count):
        yield (life_of_many if number % 3 == 2 else life_of_two)(rng)


@dataclass(slots=True)
class Right:
    """How many standings were right, of agreements and of parties, and which were not."""

    agreements: int = 0
    parties: int = 0
    of_agreements: int = 0
    of_parties: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """Give the share that is right."""
        return (self.agreements + self.parties) / max(1, self.of_agreements + self.of_parties)


def standings_right(count: int, days: int, seed: int = 1) -> Right:
    """Hold the law's standing on random days of random lives against what was written down."""
    rng, right = Random(seed), Right()
    for life in lives(count, seed):
        first, last = life.written[0][0], life.written[-1][0]
        for _ in range(days):
            day = first + timedelta(days=rng.randint(-20, (last - first).days + 60))
            _hold(life, day, right)
    return right


def _hold(life: Life, day: date, right: Right) -> None:
    status, places = life.on(day)
    found = standing_on(day, life.acts, parties=life.parties, agreement="this")
    right.of_agreements += 1
    right.agreements += found.status == status
    right.of_parties += len(places)
    held = [code for code, place in places.items() if found.parties.get(code) == place]
    right.parties += len(held)
    if found.status != status or len(held) < len(places):
        acts = " ".join(f"{one.act}:{'+'.join(one.states)}:{one.date}" for one in life.acts)
        right.wrong.append(f"{day} {status} {places} | {found.status} {found.parties} | {acts}")

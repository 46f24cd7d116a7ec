"""Happenings: what reports tell of one act, put together before it becomes part of a record.

Two tellings are one act when kind, status, side and chamber are the same and their dates can
be one day. Steps at home and between states are different kinds and never meet here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from traktat.fusion.clusters import gap, swapped
from traktat.fusion.dating import Dated, Preference, between, preferred, together
from traktat.fusion.dossiers import Dossier
from traktat.fusion.evidence import Voice
from traktat.model.dates import When, compatible, narrowed
from traktat.model.findings import ActFinding
from traktat.model.kinds import MANY, ActKind, Chamber, Status
from traktat.sentences import Sentence

OWN_STEPS = frozenset(
    {
        ActKind.SUBMISSION,
        ActKind.APPROVAL,
        ActKind.REJECTION,
        ActKind.RATIFICATION,
        ActKind.PUBLICATION,
        ActKind.DEPOSIT,
        ActKind.NOTIFICATION,
        ActKind.ACCESSION,
        ActKind.SUSPENSION,
        ActKind.RESUMPTION,
        ActKind.WITHDRAWAL,
        ActKind.RESERVATION,
        ActKind.IMPLEMENTATION_DECISION,
    }
)
"""Steps that each side takes for itself; all others are taken together."""

FOR_EACH = OWN_STEPS | {ActKind.ENTRY_INTO_FORCE, ActKind.PROVISIONAL_APPLICATION}
"""Steps that, in an agreement of many, come about for each party on a day of its own."""

AGAIN = frozenset(
    {
        ActKind.TEXT_AGREED,
        ActKind.SUBMISSION,
        ActKind.REJECTION,
        ActKind.NOTIFICATION,
        ActKind.AMENDMENT,
        ActKind.EXTENSION,
        ActKind.SUSPENSION,
        ActKind.RESUMPTION,
        ActKind.WITHDRAWAL,
        ActKind.RESERVATION,
        ActKind.REAFFIRMATION,
        ActKind.IMPLEMENTATION_DECISION,
        ActKind.JOINT_EXERCISE,
    }
)
"""Acts that can be done more than once: another date is another act."""

NEVER_TWICE = frozenset(
    {ActKind.SIGNATURE, ActKind.RATIFICATION, ActKind.EXCHANGE, ActKind.ENTRY_INTO_FORCE}
)
"""Acts of which a second date is a mistake, even where one report gives both."""

ONE_ACT = timedelta(days=3)  # repeatable acts nearer than this are one act, told differently
SHARP = 31  # days of an interval from which it may settle whose act a telling means

Side = tuple[str, ...]


@dataclass(slots=True, eq=False)
class Happening:
    """One act as all reports tell it.

    `dated` holds the date that is preferred, `rivals` the others with the reason; `open` is
    true where the date could not be settled. `bounds` are the reasons for a worked-out date.
    """

    act: ActKind
    status: Status
    side: Side = ()
    chamber: Chamber | None = None
    dated: Dated | None = None
    undated: list[Voice[ActFinding]] = field(default_factory=list)
    rivals: list[tuple[Dated, Preference]] = field(default_factory=list)
    when: When | None = None
    bounds: list[Sentence] = field(default_factory=list)
    id: str = ""

    @property
    def open(self) -> bool:
        """Tell whether two dates are left standing."""
        return any(preference.prefer is None for _, preference in self.rivals)

    @property
    def voices(self) -> tuple[Voice[ActFinding], ...]:
        """Give the voices that stand behind the act with the date it bears."""
        dated = self.dated.voices if self.dated else ()
        left = [
            voice for one, reason in self.rivals if reason.prefer is None for voice in one.voices
        ]
        return (*dated, *self.undated, *left)

    @property
    def told(self) -> tuple[Voice[ActFinding], ...]:
        """Give all voices that tell of the act, whatever date they give."""
        dated = self.dated.voices if self.dated else ()
        return (*dated, *self.undated, *(v for one, _ in self.rivals for v in one.voices))

    def join(self, voice: Voice[ActFinding]) -> None:
        """Take in a voice that fits."""
        when = voice.finding.date
        if when is None or self.dated is None:
            self.undated.append(voice)
            return
        both = narrowed(self.dated.when, when)
        self.dated = Dated(both, (*self.dated.voices, voice), self.dated.origins)
        self.when = both if not self.open else self.when


def happenings_of(dossier: Dossier) -> list[Happening]:
    """Put the tellings of all reports together, in a stable order."""
    buckets: dict[tuple[ActKind, Status], list[Voice[ActFinding]]] = {}
    for voice in dossier.acts():
        buckets.setdefault((voice.finding.act, voice.finding.status), []).append(voice)
    return [
        happening
        for key in sorted(buckets)
        for happening in _bucket(dossier, *key, sorted(buckets[key], key=lambda one: one.place))
    ]


def _bucket(
    dossier: Dossier, act: ActKind, status: Status, voices: list[Voice[ActFinding]]
) -> list[Happening]:
    sides: dict[tuple[Side, Chamber | None], list[Voice[ActFinding]]] = {}
    for voice in voices:
        for side in sides_of(dossier, voice):
            sides.setdefault((side, voice.finding.chamber), []).append(voice)
    clear = [key for key in sides if _is_clear(act, key, sides)]
    found = [
        happening
        for side, chamber in sorted(clear, key=_key_order)
        for happening in _one_side(
            dossier, Happening(act, status, side, chamber), sides[side, chamber]
        )
    ]
    loose = [key for key in sides if key not in clear]
    for side, chamber in sorted(loose, key=_key_order):
        anybody = not side and act in OWN_STEPS and not dossier.bilateral
        rest = [
            voice
            for voice in sides[side, chamber]
            if not _absorbed(voice, side, _told_beside(voice, found) if anybody else found)
        ]
        found += _one_side(dossier, Happening(act, status, side, chamber), rest)
    return _told_together(found)


def _told_together(found: list[Happening]) -> list[Happening]:
    """Put back together the acts of several parties that no report tells apart."""
    alike: dict[tuple[object, ...], list[Happening]] = {}
    for one in found:
        key = tuple(voice.place for voice in one.told)
        alike.setdefault((bool(one.side), one.chamber, one.when, key), []).append(one)
    for first, *others in alike.values():
        first.side = tuple(sorted({state for one in (first, *others) for state in one.side}))
    return [first for first, *_ in alike.values()]


def _key_order(key: tuple[Side, Chamber | None]) -> tuple[Side, str]:
    return key[0], key[1] or ""


def _is_clear(
    act: ActKind,
    key: tuple[Side, Chamber | None],
    keys: Iterable[tuple[Side, Chamber | None]],
) -> bool:
    """Tell whether side and chamber are as plain as any report has them."""
    side, chamber = key
    if act in OWN_STEPS and not side:
        return False
    return chamber is not None or not any(
        other == side and house is not None for other, house in keys
    )


def sides_of(dossier: Dossier, voice: Voice[ActFinding]) -> tuple[Side, ...]:
    """Give the sides for which an act is told: each of several parties of many has its own.

    "For ten states, among them X" is told of the agreement and of X.
    """
    if dossier.bilateral or voice.finding.act not in FOR_EACH:
        return (side_of(dossier, voice),)
    side = side_of(dossier, voice)
    each = tuple((state,) for state in side or _named_among_many(dossier, voice))
    return each if side else ((), *each)


def _named_among_many(dossier: Dossier, voice: Voice[ActFinding]) -> Side:
    """Give the parties named beside others that are not, where they are not just all parties."""
    states = set(voice.finding.states)
    if voice.finding.act in OWN_STEPS or MANY not in states or _is_whole(dossier, voice):
        return ()
    return tuple(sorted(states - {MANY}))


def side_of(dossier: Dossier, voice: Voice[ActFinding]) -> Side:
    """Give the states whose own step an act is; none where it is taken together or unknown.

    The state of a named actor is worth more than the parties a sentence names.
    """
    finding, parties = voice.finding, set(dossier.parties)
    named = set(dossier.people.states_of(finding.by)) | (set(finding.by) & parties)
    states = named if named and (not finding.states or named <= set(finding.states)) else None
    side = states if states is not None else set(finding.states)
    if finding.act in OWN_STEPS:
        joint = side == parties and len(parties) > 1 and not dossier.agreement.group.many
        return () if joint else tuple(sorted(side))
    if dossier.bilateral or _is_whole(dossier, voice):
        return ()
    if MANY in finding.states and finding.act in FOR_EACH:
        return ()
    alone = 0 < len(side) <= 2 or finding.act in FOR_EACH
    return tuple(sorted(side)) if alone else ()


def _is_whole(dossier: Dossier, voice: Voice[ActFinding]) -> bool:
    """Tell whether an act is told of all parties that its report, or any report, names."""
    states = set(voice.finding.states)
    if len(states) < 2:
        return states <= {MANY}
    named = [
        set(one.finding.parties)
        for one in dossier.evidence[voice.report.id].agreements
        if one.finding.key == voice.finding.agreement
    ]
    return states >= set(dossier.parties) or states in named


def _one_side(
    dossier: Dossier, blank: Happening, voices: list[Voice[ActFinding]]
) -> list[Happening]:
    """Part the tellings of one side into acts."""
    if not voices:
        return []
    dated, undated = together(dossier, voices)
    if not dated:
        blank.undated = undated
        return [blank]
    parted: list[Happening] = []
    for one in dated:
        home = next((other for other in parted if _same_act(other, one)), None)
        if home is None:
            parted.append(_like(blank, one))
        else:
            _contend(dossier, home, one)
    earlier = [voice for voice in undated if _is_earlier(voice, parted)]
    for voice in undated:
        if voice not in earlier:
            _latest_before(voice, parted).undated.append(voice)
    if earlier:
        blank.undated = earlier
        parted.append(blank)
    return parted


def _is_earlier(voice: Voice[ActFinding], parted: list[Happening]) -> bool:
    """Tell whether a report came out before all days on which an act was done, and done again."""
    day = voice.published
    if day is None or parted[0].act not in AGAIN or parted[0].status is not Status.OCCURRED:
        return False
    return all(one.when is not None and one.when.first > day for one in parted)


def _like(blank: Happening, dated: Dated) -> Happening:
    return Happening(blank.act, blank.status, blank.side, blank.chamber, dated, when=dated.when)


def _same_act(happening: Happening, other: Dated) -> bool:
    """Tell whether another date is another date of the same act."""
    dated = happening.dated
    if happening.status is not Status.OCCURRED or dated is None:
        return False
    if happening.act in AGAIN:
        near = gap(dated.when, other.when) <= ONE_ACT
        turned = dated.when.is_day and other.when.is_day
        return near or (turned and swapped(dated.when.first) == other.when.first)
    return happening.act in NEVER_TWICE or not _told_apart(dated, other)


def _told_apart(one: Dated, other: Dated) -> bool:
    """Tell whether the reports that give the one date also give the other: two acts."""
    reports = {voice.report.id for voice in one.voices}
    others = {voice.report.id for voice in other.voices}
    both = reports & others
    return 2 * len(both) >= min(len(reports), len(others)) and bool(both)


def _contend(dossier: Dossier, home: Happening, other: Dated) -> None:
    """Settle which of two dates an act bears."""
    if home.dated is None:
        return
    preference = preferred(dossier, home.dated, other)
    if preference.prefer is other:
        home.dated, other = other, home.dated
    home.rivals.append((other, preference))
    left = [home.dated, *(one for one, reason in home.rivals if reason.prefer is None)]
    home.when = between(left) if len(left) > 1 else home.dated.when


def _latest_before(voice: Voice[ActFinding], parted: list[Happening]) -> Happening:
    """Give the latest act that a report can speak of without giving a date."""
    day = voice.published
    past = [one for one in parted if day is None or (one.when and one.when.first <= day)]
    return max(past or parted[:1], key=lambda one: one.when.first if one.when else date.min)


def _absorbed(voice: Voice[ActFinding], side: Side, found: list[Happening]) -> bool:
    """Put a telling with no plain side or chamber into the one act it fits, if there is one."""
    fitting = [one for one in found if _fits(voice, side, one)]
    if len(fitting) != 1:
        return False
    fitting[0].join(voice)
    return True


def _told_beside(voice: Voice[ActFinding], found: list[Happening]) -> list[Happening]:
    """Give the acts that the same report tells of: among many, "a party" may be any other."""
    return [one for one in found if any(told.report.id == voice.report.id for told in one.told)]


def _fits(voice: Voice[ActFinding], side: Side, happening: Happening) -> bool:
    when = voice.finding.date
    if side and side != happening.side:
        return False
    if voice.finding.chamber not in (None, happening.chamber):
        return False
    if voice.finding.states and not side and not voice.finding.by:
        return when is not None and when == happening.when  # "both ratified" is not one side's act
    if when is None or happening.when is None:
        # "parliament" is more than one of its chambers; without a day it stays apart
        return happening.chamber == voice.finding.chamber
    return compatible(when, happening.when) and max(when.days, happening.when.days) <= SHARP

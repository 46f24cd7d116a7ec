"""An agreement as one report has it: what linking needs to know, and nothing else.

A mention is small and can be kept apart from the report, so that ten thousand of them fit
where one record's evidence does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from traktat.fusion.evidence import Evidence, Voice, out_by
from traktat.fusion.identities import named_parties
from traktat.fusion.persons import words_of
from traktat.model.dates import When, narrowed, sharper
from traktat.model.findings import ActFinding, AgreementFinding
from traktat.model.kinds import ActKind, NameKind, Status
from traktat.model.records import Support

_WORD = re.compile(r"[A-Z][A-Za-z0-9-]+")
_SMALL_WORD = 3  # letters up to which a word of a title may be small
_MOSTLY = 0.75  # share of the other words that must be capitalized
_TITLE_WORDS = 3  # a name of fewer words names a sort of agreement more often than one of them

OLDER = frozenset({"replaces", "replaced", "predecessor", "older", "returns-to", "ended", "model"})
"""Relations that make an instrument an older one, told apart from the agreement itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One key of one report.

    `parties` are the named ones, sorted; `many` is true where more are meant; `born` is the day
    of signature as the report gives it; `marks` are other dated acts (kind, day); `older` is
    true for an instrument the report only looks back on; `heir` the key of the one that took its
    place; `weight` counts what it says of it.
    """

    report: str
    key: str
    parties: tuple[str, ...] = ()
    many: bool = False
    names: tuple[str, ...] = ()
    acronyms: frozenset[str] = frozenset()
    titles: frozenset[tuple[str, ...]] = frozenset()
    phrases: frozenset[tuple[str, ...]] = frozenset()
    words: frozenset[str] = frozenset()
    form: str | None = None
    topics: tuple[str, ...] = ()
    known: str | None = None
    born: When | None = None
    place: str | None = None
    marks: tuple[tuple[ActKind, date], ...] = ()
    first: date | None = None
    published: date | None = None
    relation: str | None = None
    of: str | None = None
    older: bool = False
    heir: str | None = None
    weight: int = 0
    language: str = ""
    support: Support

    @property
    def id(self) -> str:
        """Give the id by which judgements speak of it: `report#key`."""
        return f"{self.report}#{self.key}"

    @property
    def full(self) -> bool:
        """Tell whether all parties are named."""
        return len(self.parties) > 1 and not self.many


def report_of(mention: str) -> str:
    """Give the report that a mention's id names.

    >>> report_of("5f0c2ab41d00#A")
    '5f0c2ab41d00'
    """
    return mention.partition("#")[0]


def mentions_of(evidence: Evidence) -> tuple[Mention, ...]:
    """List the agreements a report speaks of, as linking sees them."""
    acts: dict[str, list[ActFinding]] = {}
    for voice in evidence.acts:
        acts.setdefault(voice.finding.agreement, []).append(voice.finding)
    clauses: dict[str, int] = {}
    for clause in evidence.provisions:
        clauses[clause.finding.agreement] = clauses.get(clause.finding.agreement, 0) + 1
    heirs = {act.replaces: act.agreement for found in acts.values() for act in found}
    powers = _powers(evidence)
    return in_order(
        _mention(evidence, voice, acts.get(voice.finding.key, []), clauses, heirs, powers)
        for voice in evidence.agreements
    )


def in_order(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Give the mentions of one report in the order they are kept in."""
    return tuple(sorted(mentions, key=lambda one: one.key))


def _mention(
    evidence: Evidence,
    voice: Voice[AgreementFinding],
    acts: list[ActFinding],
    clauses: dict[str, int],
    heirs: Mapping[str | None, str],
    powers: frozenset[str],
) -> Mention:
    found = voice.finding
    named = named_parties(found.parties)
    return Mention(
        report=evidence.report.id,
        key=found.key,
        parties=named,
        many=len(named) < len(found.parties),
        names=tuple(dict.fromkeys(name for name in found.names if name.strip())),
        acronyms=acronyms(found.names) - powers,
        titles=titles(found.names),
        phrases=phrases(found.names),
        words=name_words(found.names),
        form=found.form,
        topics=tuple(sorted(set(found.topics))),
        known=found.known,
        born=_born(acts),
        place=next((act.place for act in acts if _signed(act) and act.place), None),
        marks=_marks(acts),
        first=min((act.date.first for act in acts if _dated(act) and act.date), default=None),
        published=out_by(evidence.report),
        relation=found.relation,
        of=found.of,
        older=found.relation in OLDER or found.key in heirs,
        heir=heirs.get(found.key),
        weight=len(acts) + clauses.get(found.key, 0),
        language=evidence.report.language,
        support=voice.support(),
    )


def _powers(evidence: Evidence) -> frozenset[str]:
    """Give the words that name states and organisations: an acronym of theirs is no title."""
    named = (one for one in evidence.names if one.sort in (NameKind.STATE, NameKind.ORGANISATION))
    return frozenset(text.casefold() for one in named for text in (one.name, one.quote))


def _signed(act: ActFinding) -> bool:
    return act.act is ActKind.SIGNATURE and act.status is Status.OCCURRED


def _dated(act: ActFinding) -> bool:
    return act.status is Status.OCCURRED and act.date is not None and not act.date.is_open


def _born(acts: Iterable[ActFinding]) -> When | None:
    """Give the day of signature; several rows of one report are read as one signature."""
    born: When | None = None
    for act in acts:
        if _signed(act) and _dated(act) and act.date:
            born = act.date if born is None else _one_day(born, act.date)
    return born


def _one_day(one: When, other: When) -> When:
    both = narrowed(one, other)
    return both if both.days <= min(one.days, other.days) else sharper(one, other)


def _marks(acts: Iterable[ActFinding]) -> tuple[tuple[ActKind, date], ...]:
    marks = {
        (act.act, act.date.first) for act in acts if _dated(act) and act.date and act.date.is_day
    }
    return tuple(sorted(marks))


def acronyms(names: Iterable[str]) -> frozenset[str]:
    """Give the acronyms that stand in names, with their hyphens.

    >>> sorted(acronyms(["Perjanjian IEU-CEPA", "New START", "MoU", "Korea-AS"]))
    ['ieu-cepa', 'start']
    """
    found = (word for name in names for word in _WORD.findall(name))
    return frozenset(word.casefold().strip("-") for word in found if _mostly_capitals(word))


def _mostly_capitals(word: str) -> bool:
    capitals = sum(map(str.isupper, word))
    return capitals > 2 and capitals * 2 > sum(map(str.isalpha, word))


def phrases(names: Iterable[str]) -> frozenset[tuple[str, ...]]:
    """Give the names of three words or more, whether titles or descriptions."""
    split = map(words_of, names)
    return frozenset(words for words in split if len(words) >= _TITLE_WORDS)


def titles(names: Iterable[str]) -> frozenset[tuple[str, ...]]:
    """Give the names that are titles: three words or more, most of the long ones capitalized.

    A name in small letters ("new trade deal") says what an agreement is, not which.

    >>> titles(["Treaty of Peace and Friendship", "new trade deal of the year"])
    frozenset({('treaty', 'of', 'peace', 'and', 'friendship')})
    """
    return phrases(name for name in names if _is_capitalized(name))


def _is_capitalized(name: str) -> bool:
    long_words = [word for word in name.split() if len(word) > _SMALL_WORD]
    capitals = [word for word in long_words if not word[0].islower()]
    return bool(long_words) and len(capitals) >= _MOSTLY * len(long_words)


def name_words(names: Iterable[str]) -> frozenset[str]:
    """Give all words of all names."""
    return frozenset(word for name in names for word in words_of(name))

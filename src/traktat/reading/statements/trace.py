"""Who spoke so far, and who is meant where a sentence does not say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from traktat.model.kinds import NameKind

_BODIES = (
    NameKind.DOCUMENT,
    NameKind.ORGAN,
    NameKind.ORGANISATION,
    NameKind.AGENCY,
    NameKind.STATE,
    NameKind.GROUP,
)
_SOURCES = (NameKind.AGENCY, NameKind.ORGAN, NameKind.ORGANISATION)
_MUTE = (NameKind.STATE, NameKind.DOCUMENT)  # no "he said" means these where a person is known


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks: `name` as findings print it; `heads` are the nouns it was called.

    `many` are several, whom "he" cannot mean; a `voice` is one person who has no name and
    speaks for a state or body.
    """

    name: str
    sort: NameKind
    office: str | None = None
    state: str | None = None
    heads: frozenset[str] = frozenset()
    many: bool = False
    voice: bool = field(default=False, compare=False)


@dataclass(slots=True)
class Trace:
    """Who spoke, in text order.

    `topic` is a person a sentence has been about since somebody spoke, `body` the last speaker
    that was no person: what "it" and "the report" stand for, `source` the last of a name; `acted`
    is a body that a sentence has been about since; `here` is such a speaker in the sentence that
    is being read. `closing` is who spoke at the end of the sentence before, `meant` for whom "he"
    stands instead of a person named in the words before that. `paper` is the paragraph that
    tells what a text says; `spoke_at` is the number of the sentence of `last`; `pair` are two
    persons a sentence has been about since somebody spoke: what "they" stands for.
    """

    last: Speaker | None = None
    source: Speaker | None = None
    body: Speaker | None = None
    here: Speaker | None = None
    acted: Speaker | None = None
    topic: Speaker | None = None
    person: Speaker | None = None
    before: Speaker | None = None
    closing: Speaker | None = None
    pair: Speaker | None = None
    spoke_at: int = -1
    paper: int = -1
    meant: dict[str, Speaker] = field(default_factory=dict)
    earlier: dict[str, Speaker] = field(default_factory=dict)

    def spoke(self, speaker: Speaker) -> None:
        """Note that somebody spoke."""
        if self.last is not None and self.last.name != speaker.name:
            self.before = self.last
        self.last, self.topic, self.pair = speaker, None, None
        if speaker.sort in _SOURCES:
            self.source = speaker
        if speaker.sort in _BODIES:
            self.body, self.acted = speaker, None
        else:
            self.person = speaker
        for head in sorted(speaker.heads):
            self.earlier.pop(head, None)  # so that the latest stands last
            self.earlier[head] = speaker

    def heard(self, speaker: Speaker | None) -> None:
        """Note who has spoken last in the sentence at hand, before it is read to its end."""
        self.here = speaker if speaker is not None and speaker.sort in _BODIES else None

    def closed(self, speaker: Speaker | None, named: Iterable[str], *, spoke: bool = True) -> None:
        """Note whose name closed a sentence behind his words, and who else was named in it.

        "The president will travel to Porta, the minister said. He added …": the minister added.
        A sentence in which nobody spoke and nobody is named changes nothing.
        """
        others = list(named)
        for name in others:
            self.meant.pop(name, None)
        if spoke or others:
            self.closing = speaker

    def instead_of(self, name: str) -> Speaker | None:
        """Give whom "he" means where the last sentence that named a person names this one."""
        if self.closing is not None and self.topic is None and name != self.closing.name:
            self.meant[name] = self.closing
        return self.meant.get(name)

    def about(self, speaker: Speaker) -> None:
        """Note that a sentence was about a person, or two."""
        if speaker.many:
            self.pair = speaker
            return
        if self.topic is not None and self.topic.name != speaker.name:
            self.before = self.topic
        self.topic = self.person = speaker

    def current(self, spoken_of: frozenset[str] = frozenset()) -> Speaker | None:
        """Give whoever words without a name belong to; nobody speaks of himself by name."""
        likely = [who for who in self._likely() if who.name not in spoken_of]
        return likely[0] if likely else self.topic or self.last

    def about_body(self, speaker: Speaker) -> None:
        """Note that a sentence was about a state or body: what "it" stands for."""
        self.acted = speaker

    def singular(self, spoken_of: frozenset[str] = frozenset()) -> Speaker | None:
        """Give whom "he said" or "-nya" means: a person, where the last speaker is a state."""
        found = self.current(spoken_of)
        if found is None or self.person is None:
            return found
        if found.voice or (found.sort not in _MUTE and not found.many):
            return found
        return found if self.person.name in spoken_of else self.person

    def _likely(self) -> Iterator[Speaker]:
        for who in (self.topic, self.last, self.before, self.person):
            if who is not None:
                yield who

    def called(self, heads: frozenset[str]) -> Speaker | None:
        """Give the last speaker who was called by one of these nouns."""
        if self.last is not None and heads & self.last.heads:
            return self.last
        for head in sorted(heads):
            for known in reversed(self.earlier):
                one = known == head or known.startswith(head)  # "official" of "officials"
                if one or (head.startswith(known) and self.earlier[known].many):
                    return self.earlier[known]
        return None

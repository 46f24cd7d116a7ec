"""Accessions: a state that joins an organization, and so the treaty that founds it, or leaves it.

"Finland joined NATO" tells of an agreement between the alliance and Finland, though no noun
for agreements is used; "Qatar quit OPEC" tells of its end.
"""

from __future__ import annotations

from collections.abc import Iterator

from traktat.facts.tables import table
from traktat.lang import Mark
from traktat.model.kinds import NameKind
from traktat.reading.agreements.evidence import NAMED, Evidence
from traktat.reading.agreements.groups import Group, Groups
from traktat.reading.agreements.instruments import ACCESSION
from traktat.reading.agreements.nouns import Phrase
from traktat.reading.agreements.states import organisation
from traktat.reading.mentions import NameMention, Names
from traktat.reading.scan import Scan
from traktat.reading.sentences import Sentence
from traktat.reading.wordplaces import WordPlaces

_BEHIND = 4  # tokens between "member of" and the organization
_LEFT_REACH = 3  # tokens between "left the" and the organization
_NOT_REACH = 3  # tokens between a negation and the verb it denies
_OWNED_REACH = 4  # tokens of "Norland's long-standing bid to" before "join"
_OF_MEMBERS = frozenset({"approval", "ratification", "submission", "rejection"})
_REACH = 30  # tokens between who joins and the word for it

_NOUN_FOLLOWS = ("preposition", "and", "in", "relative", "after", "while", "contrast", "agent")


class Memberships:
    """Finds the accessions of one report."""

    def __init__(
        self, page: Scan, names: Names, groups: Groups, roles: WordPlaces, heads: frozenset[int]
    ) -> None:
        self._page = page
        self._names = names
        self._groups = groups
        self._roles = roles
        self._heads = heads
        self._last = ""

    def items(self) -> Iterator[tuple[Phrase, Evidence]]:
        """Give accessions as mentions with their parties."""
        for sentence in self._page.sentences:
            for mark in self._page.marks.of("agreements", sentence):
                if mark.entry.key == "joining":
                    self._roles.load(sentence)
                    yield from self._read(sentence, mark)
                elif mark.entry.key == "leaving":
                    self._roles.load(sentence)
                    yield from self._left(sentence, mark)

    def _read(self, sentence: Sentence, mark: Mark) -> Iterator[tuple[Phrase, Evidence]]:
        body, first, end = self._body(sentence, mark)
        if not body or self._is_idle(sentence, mark, first):
            return
        states = self._owners(sentence, mark, first, body)
        if not states and (mark.end - mark.first > 1 or end - first > mark.end - mark.first):
            states = self._subject(sentence, mark, first, body)
        if not states:
            return
        self._last = body
        phrase = Phrase(
            first, end, mark.first, mark.end, sentence, "joining", ACCESSION, described=True
        )
        yield phrase, Evidence(closed=(body, *states), weight=NAMED, dealt=True)

    def _left(self, sentence: Sentence, mark: Mark) -> Iterator[tuple[Phrase, Evidence]]:
        """Read who leaves the organization right behind a verb or noun of leaving."""
        items = self._names.within(mark.end, min(mark.end + _LEFT_REACH, sentence.end))
        item = next(iter(items), None)
        if item is None or not _joinable(item) or self._describes(item, sentence):
            return
        article = self._roles.end(mark.end, "definite", "article") or mark.end
        body = organisation(item)
        states = self._owners(sentence, mark, mark.first, body)
        states = states or self._subject(sentence, mark, mark.first, body)
        if item.first not in (mark.end, article) or not states:
            return
        phrase = Phrase(
            *(item.first, item.end, item.first, item.end),
            *(sentence, "joining", ACCESSION),
            described=True,
        )
        yield phrase, Evidence(closed=(body, *states), weight=NAMED, dealt=True)

    def _is_idle(self, sentence: Sentence, mark: Mark, first: int) -> bool:
        """Tell whether nobody joins: "would not join NATO", "a bridge to NATO membership"."""
        if self._told_of(sentence, first):
            return True
        if self._verb(mark):
            return self._roles.has(max(sentence.first, first - _NOT_REACH), first, "negation")
        return first < mark.first and self._roles.start(first, "purpose") >= sentence.first

    def _told_of(self, sentence: Sentence, first: int) -> bool:
        """Tell whether an agreement is about it: "an agreement on Norland's accession to"."""
        for at in range(first, max(sentence.first, first - _OWNED_REACH), -1):
            led = self._roles.start(at, "about")
            if led > sentence.first and led - 1 in self._heads:
                return True
        return False

    def _body(self, sentence: Sentence, mark: Mark) -> tuple[str, int, int]:
        """Give the organization and the tokens of the whole phrase; the last one by default."""
        for item in self._names.within(mark.end, min(mark.end + _BEHIND, sentence.end)):
            if _joinable(item) and not self._describes(item, sentence):
                return organisation(item), mark.first, item.end
        for item in self._names.within(max(mark.first - _BEHIND, sentence.first), mark.first):
            beside = mark.first - item.end <= 1 and not self._roles.end(item.end, "dealing")
            if _joinable(item) and beside and not self._verb(mark):
                return organisation(item), item.first, mark.end
        if self._verb(mark):
            return "", 0, 0
        for item in self._names.within(sentence.first, mark.first):
            if _joinable(item) and mark.end - mark.first > 1:
                return organisation(item), mark.first, mark.end
        return self._last, mark.first, mark.end

    def _verb(self, mark: Mark) -> bool:
        """Tell whether the word must have its object behind it: "join", "bergabung"."""
        return mark.entry.key == "joining" and self._roles.end(mark.first, "entering") > 0

    def _describes(self, item: NameMention, sentence: Sentence) -> bool:
        """Tell whether the organization only describes what is joined: "join NATO drills"."""
        if item.end >= sentence.end or self._groups.possesses(item.end):
            return item.end < sentence.end
        word = self._page.tokens.words[item.end]
        if not word[0].isalpha() or self._roles.end(item.end, *_NOUN_FOLLOWS):
            return False
        return item.attributive

    def _owners(self, sentence: Sentence, mark: Mark, first: int, body: str) -> tuple[str, ...]:
        """Give whose accession it is: "Finland's accession", "aksesi Finlandia"."""
        for group in self._groups.of(sentence):
            states = _states_only(group, body)
            if states and 0 <= group.first - mark.end <= 1 and not self._verb(mark):
                return states
            beside = group.end in (first, mark.first)
            owns = group.link in ("owner", "attribute") or self._groups.possesses(group.end)
            if states and beside and owns:
                return states
        return ()

    def _subject(self, sentence: Sentence, mark: Mark, first: int, body: str) -> tuple[str, ...]:
        """Give who joins: the nearest names before the word that can act."""
        best: tuple[str, ...] = ()
        end = first
        for group in self._groups.of(sentence):
            if group.end > mark.first:
                break
            owns = group.link == "owner" and first - group.end <= _OWNED_REACH
            if owns or (group.acts and first - group.end <= _REACH):
                best, end = _states_only(group, body) or best, group.end
        return () if self._others_join(end, first, mark.first) else best

    def _others_join(self, first: int, end: int, joining: int) -> bool:
        """Tell whether a name only speaks of who joins, or decides on it as a member.

        "Norland wants both countries to join", "Veland has not ratified the accession protocol".
        """
        acts = self._page.marks.within("acts", first, end)
        decides = any(mark.key in _OF_MEMBERS or mark.field.startswith("passing") for mark in acts)
        named = any(self._names.within(joining, joining + _BEHIND))  # "accession to the EU"
        return (decides and not named) or self._roles.has(first, end, "both")


def _joinable(item: NameMention) -> bool:
    return item.sort is NameKind.ORGANISATION and organisation(item) in table("organisations")


def _states_only(group: Group, body: str) -> tuple[str, ...]:
    """Give the codes of a group of named states that the organization is not among."""
    if all(item.pronoun for item in group.names) and len(group.codes) != 1:
        return ()
    if body in group.codes or any(not code.isupper() or len(code) != 3 for code in group.codes):
        return ()
    return group.codes

"""Whom the sentence of an agreement names without making them party to it."""

from __future__ import annotations

from traktat.facts.tables import table
from traktat.model.kinds import NameKind
from traktat.reading.agreements.armed import is_armed
from traktat.reading.agreements.evidence import Evidence
from traktat.reading.agreements.groups import Group, Groups
from traktat.reading.agreements.homelands import homeland
from traktat.reading.agreements.mediators import is_called
from traktat.reading.agreements.nouns import TRUCES, Phrase
from traktat.reading.wordplaces import WordPlaces

_ARTICLE = 2  # tokens of "in the" before a state
_ERA_REACH = 5  # tokens between a phrase and the former state whose days it is from


class Bystanders:
    """Reads who stands in the sentences of the phrases of one report."""

    def __init__(self, groups: Groups, roles: WordPlaces, heads: frozenset[int]) -> None:
        self._groups = groups
        self._roles = roles
        self._heads = heads

    def note(self, phrase: Phrase, out: Evidence) -> None:
        """Note all of them where no parties are told: a pair, everybody, those who are somebody."""
        if not out.closed or phrase.form == "document":
            judges = [code for g in self._groups.of(phrase.sentence) for code in self._judging(g)]
            out.hint, out.nearby = self._hint(phrase), self.nearby(phrase)
            if out.partners:
                judges = [c for g in self._groups.of(phrase.sentence) for c in self._of(g, phrase)]
            out.nearby = tuple(code for code in out.nearby if code not in judges)
            out.beside = self._beside(phrase)
        out.era = self._era(phrase)
        out.where = self._where(phrase) if phrase.form in TRUCES else ""
        if out.codes and not out.closed and is_armed(out.codes):
            out.where = out.where or homeland(self._groups.of(phrase.sentence))
            out.ruled = self._roles.has(phrase.sentence.first, phrase.sentence.end, "authority")

    def nearby(self, phrase: Phrase, aside: tuple[str, ...] = ("in",)) -> tuple[str, ...]:
        """Give every state and organization its sentence speaks of, places aside."""
        groups = [
            group
            for group in self._groups.of(phrase.sentence)
            if (group.link not in aside or _is_house(group)) and not is_called(self._roles, group)
        ]
        codes = (code for group in groups for code in group.codes)
        return tuple(code for code in dict.fromkeys(codes) if not _is_territory(code))

    def _beside(self, phrase: Phrase) -> tuple[str, ...]:
        """Give who is named in its sentence as somebody, and not as a place or an adjective."""
        groups = (
            g
            for g in self._groups.of(phrase.sentence)
            if g.link not in ("in", "attribute") and not is_town(g) and not self._mediates(g)
        )
        return tuple(dict.fromkeys(code for group in groups for code in group.codes))

    def _hint(self, phrase: Phrase) -> tuple[str, ...]:
        """Give the pair a sentence speaks of: "Russian-North Korean ties", "the two countries"."""
        for group in self._groups.of(phrase.sentence):
            ties = all(item.attributive for item in group.names)  # "on Norland-Aruna relations"
            if self._mediates(group):
                continue  # "the truce brokered by Norland and Sarvia"
            bodies = all(name.sort is NameKind.ORGANISATION for name in group.names)
            if len(group.codes) == 2 and (ties or group.link not in ("in", "preposition")):
                return () if bodies else group.codes
        return ()

    def _mediates(self, group: Group) -> bool:
        """Tell whether a group is who brought an agreement about: "brokered by Norland"."""
        if is_called(self._roles, group):
            return True  # "kata mediator Norland dan Sarvia"
        led = self._roles.start(group.first, "agent")
        places = (group.first, led) if led >= 0 else (group.first,)
        return any(m.entry.key == "mediation" for at in places for m in self._roles.until(at))

    def _of(self, group: Group, phrase: Phrase) -> tuple[str, ...]:
        """Give with whom another agreement is: "a pact with A, along with a protocol with B"."""
        head = max((head for head in self._heads if head < group.first), default=phrase.head)
        return group.codes if head != phrase.head and group.link == "with" else ()

    def _judging(self, group: Group) -> tuple[str, ...]:
        """Give who helps or judges in the active voice: "Norland condemned the pact"."""
        judges = group.acts and self._roles.end(group.end, "mediation") > 0
        return group.codes if judges else ()

    def _where(self, phrase: Phrase) -> str:
        """Give the state a truce holds in: "the ceasefire in Norland"."""
        for group in self._groups.of(phrase.sentence):
            behind = phrase.end <= group.first <= phrase.end + _ARTICLE
            if behind and group.link in ("in", "preposition") and len(group.codes) == 1:
                name = group.names[0]
                return group.codes[0] if name.sort is NameKind.STATE and not name.pronoun else ""
        return ""

    def _era(self, phrase: Phrase) -> str | None:
        """Give the former state a sentence dates the phrase by: "the Soviet-era pact"."""
        for group in self._groups.of(phrase.sentence):
            code = group.codes[0] if len(group.codes) == 1 else ""
            if table("states").get(code, {}).get("sort") != "former":
                continue
            if self._roles.start(group.first, "era") < 0 and not self._roles.has(
                group.end, group.end + 2, "era"
            ):
                continue
            if abs(group.first - phrase.end) <= _ERA_REACH or (
                phrase.bare and group.end <= phrase.first
            ):
                return code
        return None


def _is_territory(code: str) -> bool:
    return bool(table("states").get(code, {}).get("sort") == "territory")


def _is_house(group: Group) -> bool:
    """Tell whether a parliament or cabinet is named, in which something is done."""
    return group.link == "in" and all(name.sort is NameKind.ORGAN for name in group.names)


def is_town(group: Group) -> bool:
    """Tell whether towns stand for states here, as places do: "in Washington"."""
    return all(name.metonym for name in group.names)

"""Who goes to whom, offers or tells whom: the two sides of what comes of it.

"Norland's minister flew to Aruna to sign a treaty", "signed during the king's visit to Aruna".
"""

from __future__ import annotations

from traktat.lang import Mark
from traktat.model.kinds import NameKind
from traktat.reading.agreements.armed import ARMED
from traktat.reading.agreements.evidence import FRAMED, GUESSED, SIGNED, Evidence
from traktat.reading.agreements.groups import Group, Groups
from traktat.reading.agreements.nouns import TRUCES, Phrase
from traktat.reading.agreements.states import is_named_state
from traktat.reading.scan import Scan
from traktat.reading.wordplaces import WordPlaces

_PAIR = 2  # sides
_ARTICLE = 2  # tokens of "the Philippines" behind "flew to"
_OFFER_REACH = 9  # tokens between "offered" and a phrase, and behind it to whom
_VISIT_REACH = 12  # tokens of "of Norland's President Anna Berg" between "visit" and "to"
_LEAVING = frozenset({"withdrawal", "termination", "suspension"})
_NOTICES = frozenset({"notification", "deposit"})
_VISITORS = ("owner", "attribute")  # "Norland's minister", "a Norland delegation"


class Approaches:
    """Reads who approaches whom in the sentences of phrases that name one side or none."""

    def __init__(self, page: Scan, groups: Groups, roles: WordPlaces) -> None:
        self._page = page
        self._groups = groups
        self._roles = roles

    def read(self, phrase: Phrase, out: Evidence) -> tuple[str, ...]:
        """Take the sides that an approach tells; give who went somewhere to deal."""
        dealer = self._went(phrase, out)
        self._on_visit(phrase, out)
        self._offered(phrase, out)
        self._told(phrase, out)
        self._told_its_keeper(phrase, out)
        self._made_with_movement(phrase, out)
        return dealer

    def _on_visit(self, phrase: Phrase, out: Evidence) -> None:
        """Read whose visit to whom brought it: "signed during the king's visit to Aruna"."""
        marks, place = self._page.marks, phrase.sentence
        if not out.dealt:
            return
        for mark in marks.keyed("agreements", "visiting", place.first, place.end):
            self._hosted(phrase, mark, out)
        for mark in marks.keyed("agreements", "arriving", place.first, place.end):
            first = min(phrase.end, mark.first)
            when = any(marks.keyed("grammar", "while", first, mark.first))
            if when or not mark.forms:  # a noun: "visit to", or "when he visited"
                self._hosted(phrase, mark, out)

    def _hosted(self, phrase: Phrase, visit: Mark, out: Evidence) -> None:
        """Take visitor and host of one visit."""
        groups = [g for g in self._groups.of(phrase.sentence) if len(g.codes) == 1]
        behind = [g for g in groups if visit.end <= g.first <= visit.end + _VISIT_REACH]
        owner = next((g for g in groups if self._owns(g, visit)), None)
        seen = next((g for g in behind if self._is_host(g, visit)), None)
        host = seen.codes[0] if seen is not None else self._capital_behind(visit)
        visitor = owner or (behind[0] if behind and behind[0] is not seen else None)
        guest = visitor.codes[0] if visitor is not None else self._guest(phrase, out, host)
        if host and guest and guest != host and set(out.codes) <= {guest, host}:
            out.close((guest, host), GUESSED)

    def _guest(self, phrase: Phrase, out: Evidence, host: str) -> str:
        """Give who deals while on a visit that is told to be nobody's: "signed on a visit to"."""
        if out.partners or not out.signed:
            return ""
        dealers = [code for code in out.codes if code != host]
        return dealers[0] if len(dealers) == 1 else self._actor_before(phrase, phrase.first)

    def _owns(self, group: Group, visit: Mark) -> bool:
        """Tell whose visit it is: "the Norlandian president's visit", "when he visited"."""
        if group.end == visit.first:
            return True
        clitics = tuple(self._page.pack.settings.get("clitics", ()))
        near = 0 < visit.first - group.end <= _ARTICLE
        owned = self._page.tokens.lower[visit.first - 1]
        return near and bool(clitics) and owned.endswith(clitics)

    def _capital_behind(self, visit: Mark) -> str:
        """Give the state whose capital a visit leads to."""
        for mark in self._page.marks.within("states", visit.end, visit.end + _VISIT_REACH):
            led = mark.first == visit.end or self._roles.start(mark.first, "recipient") >= visit.end
            if led and mark.field == "capitals":
                return mark.key
        return ""

    def _is_host(self, group: Group, visit: Mark) -> bool:
        """Tell whether a visit leads to a state: "to Aruna", "to the Philippines"."""
        at = self._roles.start(group.first, "definite", "article")
        at = group.first if at < visit.end else at
        led = self._roles.start(at, "recipient") >= visit.end
        return led or (at == visit.end and visit.entry.key == "arriving")

    def _went(self, phrase: Phrase, out: Evidence) -> tuple[str, ...]:
        """Read whom one visits to make it: "Norland's minister flew to Aruna to sign a treaty"."""
        first = phrase.sentence.first
        for mark in self._page.marks.keyed("agreements", "arriving", first, phrase.first):
            visitor = self._actor_before(phrase, mark.first)
            states = self._page.marks.within("states", mark.end, mark.end + _ARTICLE)
            host = next((state.key for state in states), "")
            meant = self._roles.has(mark.end + 1, phrase.first, "purpose", "about")
            fits = visitor and host and host != visitor and set(out.codes) <= {visitor, host}
            if fits and meant:
                out.close((visitor, host), SIGNED if out.dealt else GUESSED)
                return (visitor,)
        return ()

    def _offered(self, phrase: Phrase, out: Evidence) -> None:
        """Read who offers it to whom: "Norland offered Sarvia a pact", "a pact to Sarvia"."""
        sentence = phrase.sentence
        first = max(sentence.first, phrase.first - _OFFER_REACH)
        verbs = list(self._page.marks.keyed("agreements", "offering", first, phrase.first))
        if not verbs or phrase.determiner == "definite":
            return
        giver = self._actor_before(phrase, verbs[-1].first)
        for group in self._groups.of(sentence) if giver else ():
            between = verbs[-1].end <= group.first and group.end <= phrase.first
            behind = 0 <= group.first - phrase.end <= _OFFER_REACH
            led = self._roles.start(group.first, "recipient") >= phrase.end
            others = group.codes and giver not in group.codes and _are_states(group)
            if others and (between or (behind and led)):
                out.close((giver, *group.codes), FRAMED)
                return

    def _told(self, phrase: Phrase, out: Evidence) -> None:
        """Read whom one tells that it leaves: "Norland told Aruna it was ending the treaty"."""
        bare = self._page.pack.settings.get("modifiers") == "after" and not phrase.determiner
        if phrase.determiner != "definite" and not bare:
            return
        first = phrase.sentence.first
        for mark in self._page.marks.keyed("agreements", "telling", first, phrase.first):
            teller = self._actor_before(phrase, mark.first)
            told = next((g for g in self._groups.of(phrase.sentence) if g.first == mark.end), None)
            if not teller or told is None or told.names[0].sort is not NameKind.STATE:
                continue
            acts = self._page.marks.within("acts", told.end, phrase.first)
            if len(told.codes) == 1 and any(act.key in _LEAVING for act in acts):
                out.close((teller, *told.codes), GUESSED)
                return

    def _told_its_keeper(self, phrase: Phrase, out: Evidence) -> None:
        """Read who tells the secretariat of an agreement of many, or hands papers to it."""
        at, roles = phrase.first, self._roles
        while (led := roles.start(at, "article", "definite", "of", "preposition")) >= 0:
            at = led
        keeper = roles.start(at, "keeper")
        if keeper <= phrase.sentence.first:
            return
        acts = self._page.marks.within("acts", phrase.sentence.first, keeper)
        teller = self._actor_before(phrase, keeper)
        if teller and any(act.key in _NOTICES for act in acts):
            out.dealt = out.many = True
            out.some += [] if teller in out.codes else [teller]

    def _made_with_movement(self, phrase: Phrase, out: Evidence) -> None:
        """Read a name nobody explains as a movement: "Norland and Vanda signed a truce"."""
        peace = phrase.form in TRUCES or "peace" in phrase.topics
        if not (out.dealt and peace):
            return
        for group in self._groups.of(phrase.sentence):
            other = group.names[-1]
            state = group.acts and len(group.codes) == 1 and len(group.names) == _PAIR
            single = other.sort is NameKind.PERSON and other.end - other.first == 1
            unknown = single and not (other.state or other.office or other.pronoun)
            if state and unknown and is_named_state(group.names[0]):
                out.close((*group.codes, ARMED + other.name), SIGNED)
                return

    def _actor_before(self, phrase: Phrase, before: int) -> str:
        """Give the state that does something, or whose minister or team does."""
        found = ""
        for group in self._groups.of(phrase.sentence):
            if group.end > before:
                break
            if len(group.codes) == 1 and (group.acts or group.link in _VISITORS):
                found = group.codes[0]
        return found


def _are_states(group: Group) -> bool:
    """Tell whether a group names states, or who acts for them, and no organization."""
    return not any(name.sort is NameKind.ORGANISATION for name in group.names)

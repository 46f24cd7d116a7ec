"""What stands for somebody named before: pronouns, "both countries", an office by itself."""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import replace
from itertools import islice, pairwise

from traktat.facts.tables import table
from traktat.model.kinds import NameKind
from traktat.reading.mentions import NameMention
from traktat.reading.names.casting import speaks
from traktat.reading.names.drafts import Draft
from traktat.reading.names.ground import Ground
from traktat.reading.names.meant import (
    ACTORS,
    as_bloc,
    as_state,
    by_state,
    can_own,
    distinct,
    is_many,
    is_state,
    lends,
    nations,
    one_state,
    only_describe,
    plural_among,
)
from traktat.reading.names.persons import Person, Register

REMEMBERED = 300  # mentions looked back on; a report names a tenth of that between two pronouns
FAR = 4  # sentences a pronoun looks back
CLOSE_RANK = 3  # of persons with one surname, those whose offices are so near can be meant
_LED = 6  # tokens of "in the presence of the"
_PAIR = 2  # "both countries"
_ARTICLE = 2  # tokens of "the", or of the first half of "kelompok-kelompok"
NEAR = 2  # sentences an organ looks back for its state


_BUREAU = "bureau:"
"""How the key of somebody's office begins; the key of the person follows."""

_HOUSES = ("parliament", "lower-house", "upper-house")
"""How the keys of organs that are a parliament or a house of one end."""


class Recent:
    """Who was named so far, and where."""

    def __init__(self, ground: Ground, drafts: list[Draft], quoted: frozenset[int]) -> None:
        self.ground = ground
        self.quoted = quoted
        self.spoken_of = Counter(draft.holder for draft in drafts if draft.holder)
        self.named: deque[tuple[int, NameMention]] = deque(maxlen=REMEMBERED)
        self.states: Counter[str] = Counter()
        self.state_named: dict[str, NameMention] = {}
        self.persons: dict[str, NameMention] = {}

    def note(self, mention: NameMention, sentence: int) -> None:
        """Remember a mention."""
        self.named.append((sentence, mention))
        if mention.sort is NameKind.PERSON:
            self.persons[mention.key] = mention
        if mention.state and is_state(mention) and not lends(mention):
            self.states[mention.state] += 1
            self.state_named[mention.state] = mention

    def likeliest(self, persons: list[Person], draft: Draft) -> Person | None:
        """Give the person a short form means: the one just named, else the highest in office."""
        if len(persons) < 2:
            return persons[0] if persons else None
        highest = max(persons, key=lambda p: (p.rank, -p.first))
        rivals = [p for p in persons if p.rank >= highest.rank - CLOSE_RANK]
        return self.latest(rivals, draft, within=1) or highest

    def latest(self, persons: list[Person], draft: Draft, within: int = FAR) -> Person | None:
        """Give the person of several who was named last, if not long ago; else the first."""
        keys = {person.key: person for person in persons}
        for sentence, mention in reversed(self.named):
            if sentence < draft.sentence - within:
                break
            if mention.key in keys:
                return keys[mention.key]
        return min(persons, key=lambda p: p.first) if persons else None

    def is_state(self, code: str) -> bool:
        """Tell whether a code is that of a state, not of an organisation."""
        return code in table("states") or code not in table("organisations")

    def kind_of(self, code: str) -> NameKind:
        """Tell what a code names: a state or an organisation."""
        return NameKind.STATE if self.is_state(code) else NameKind.ORGANISATION

    def state_of_house(self, draft: Draft) -> str | None:
        """Give whose parliament is meant where none is named.

        That is the one named shortly before, the state of an official or organ in the
        sentence, else the state the report speaks of most.
        """
        for sentence, mention in reversed(self.named):
            if sentence < draft.sentence - FAR:
                break
            if mention.sort is NameKind.ORGAN and mention.key.endswith(_HOUSES):
                return mention.state
        for _, mention in self._back(draft, 0):
            if mention.state and mention.sort in (NameKind.PERSON, NameKind.ORGAN):
                return mention.state
        often = [code for code, _ in self.spoken_of.most_common() if self.is_state(code)]
        return often[0] if often else self.state_near(draft)

    def state_at_home(self, draft: Draft) -> str | None:
        """Give the language's own state for its government and the short names of its organs.

        Only if the report speaks of that state at all; elsewhere "the government" is another's.
        """
        home = self.ground.home
        if home is None or not self.spoken_of[home] or draft.body is None:
            return None
        short = draft.end - draft.first == 1 and self.ground.is_capital(draft.first)
        return home if short or draft.body.entry["sort"] == "government" else None

    def state_near(self, draft: Draft) -> str | None:
        """Give the state an organ without one belongs to: that of the sentence's subject.

        In the sentence itself the first actor counts, else the first of the sentences before.
        """
        for back in range(NEAR + 1):
            acting = [m for _, m in self._back(draft, back) if m.state and can_own(m)]
            for mention in acting:
                if not mention.attributive:
                    return mention.state
            if acting:
                return acting[0].state
        return None

    def last_official(self, draft: Draft) -> NameMention | None:
        """Give the unnamed holder of an office spoken of before: "the official" once more."""
        for sentence, mention in reversed(self.named):
            if sentence < draft.sentence - 2 * FAR:
                break
            if mention.office == draft.office and mention.sort is not NameKind.PERSON:
                return mention
        return None

    def last_organ(self, part: str) -> NameMention | None:
        """Give the organ named last whose key holds a word."""
        return next(
            (m for _, m in reversed(self.named) if m.sort is NameKind.ORGAN and part in m.key),
            None,
        )

    def share_states(self, draft: Draft, person: Person, register: Register) -> None:
        """Divide "both countries" between the two persons named for them."""
        states = [m.state for m in self._states(draft, 2) if m.state]
        other = next((p for p in register.persons if p.shares == person.key), None)
        if len(states) != 2 or other is None:
            return
        for one, two in ((person, other), (other, person)):
            if one.state in states and two.state is None:
                two.state = states[1 - states.index(one.state)]

    def resolve(self, draft: Draft) -> NameMention | None:
        """Give the mention a pronoun or plural stands for."""
        match draft.sort, draft.via:
            case "he", _:
                members = self._person(draft)
            case "they", _:
                members = self._plural(draft)
            case _, "both_persons":
                members = self._last(2) or self._states(draft, 2)
            case _, "both_of_them":
                members = self._both(draft)
            case _, "that_agency":
                members = self._agency()
            case _, "that_bloc":
                members = self._bloc()
            case _, "both_states":
                members = self._states(draft, 2)
            case _, via if "+" in via:
                members = [self._as_mention(draft, code) for code in via.split("+")]
            case _, "that_state" | "own_state" | "other_state":
                members = self._one_meant(draft)
            case _:
                members = self._states(draft, 9)
        return self._made(draft, members) if members else None

    def _made(self, draft: Draft, members: list[NameMention]) -> NameMention:
        span = self.ground.span(draft.first, draft.end)
        one = members[0] if len(members) == 1 else None
        return NameMention(
            first=draft.first,
            end=draft.end,
            span=span,
            bare=span,
            name=", ".join(m.name for m in members),
            sort=members[0].sort,
            key="+".join(sorted(m.key for m in members)),
            office=one.office if one else None,
            state=one.state if one else None,
            pronoun=True,
            attributive=draft.attributive,
            members=() if one else tuple(m.key for m in members),
        )

    def _as_mention(self, draft: Draft, code: str) -> NameMention:
        span = self.ground.span(draft.first, draft.end)
        return NameMention(
            first=draft.first,
            end=draft.end,
            span=span,
            bare=span,
            name=code,
            sort=NameKind.STATE,
            key=code,
            state=code,
        )

    def _person(self, draft: Draft) -> list[NameMention]:
        """Give the person "he" means: the subject of the sentence, else of the last ones."""
        if draft.via == "reflexive":
            actors = [m for _, m in self._back(draft, 0) if m.sort in ACTORS]
            return [m for m in actors if not m.attributive][:1]
        for back in range(FAR + 1):
            here = [
                person
                for _, mention in self._back(draft, back)
                if (person := self._one_person(mention)) is not None
            ]
            if here:
                return [self._subject(draft, here)]
        return []

    def _one_meant(self, draft: Draft) -> list[NameMention]:
        """Give the one state "that country", "his country" or "its neighbor" means."""
        if draft.via == "other_state":
            return self._neighbor(draft)
        own = draft.via == "own_state"
        return self._state_of_speaker(draft) if own else self._states(draft, 1)

    def _neighbor(self, draft: Draft) -> list[NameMention]:
        """Give the state "its neighbor" means: the one spoken of last with that of the subject.

        Where it is named right behind ("its neighbor Norland", "its neighbor, Norland") it is
        not told twice.
        """
        behind = draft.end + (self.ground.word(draft.end) == ",")
        unit = self.ground.unit(behind)
        if unit is not None and unit.is_holder:
            return []
        here = by_state([m for _, m in self._back(draft, 0)])
        subject = next((m.state for m in here if not m.attributive), None)
        for back in range(FAR + 1):
            named = by_state([m for _, m in self._back(draft, back)])
            others = [m for m in named if m.state and m.state != subject]
            if subject and others:
                return others[:1] if len(others) == 1 else []
        return []

    def _state_of_speaker(self, draft: Draft) -> list[NameMention]:
        """Give the state "with his country" means: that of the official of the nearest sentence."""
        if self.ground.unit(draft.first - 1) is not None and not self.ground.qualifies_before:
            return []  # "parlemen negaranya" is named with whose it is
        for back in range(FAR + 1):
            named = [m for _, m in self._back(draft, back) if m.state and not m.members]
            here = [m for m in named if m.sort is NameKind.PERSON or m.office]
            if here:
                return [as_state(self._subject(draft, here))]
        return []

    def _one_person(self, mention: NameMention) -> NameMention | None:
        """Give the person a mention names; somebody's office is that somebody."""
        if mention.sort is NameKind.ORGAN and mention.key.startswith(_BUREAU):
            owner = self.persons.get(mention.key.removeprefix(_BUREAU))
            return None if owner is None else replace(owner, first=mention.first)
        return mention if mention.sort is NameKind.PERSON and not mention.members else None

    def _subject(self, draft: Draft, persons: list[NameMention]) -> NameMention:
        """Give the first person of a sentence; outside quotation marks, first the ones outside.

        Who stands behind a preposition is no subject: "In talks with Odembe, Wanuri said he …".
        """
        if draft.first not in self.quoted:
            outside = [m for m in persons if m.first not in self.quoted]
            persons = outside or persons
        free = [m for m in persons if not self.ground.is_governed(m.first)] or persons
        heads_whose = len(free) > 1 and free[0].end == free[1].first  # "Odembe's envoy Wanuri"
        return free[1] if heads_whose and self.ground.owns(free[0].end - 1) else free[0]

    def _back(self, draft: Draft, back: int) -> list[tuple[int, NameMention]]:
        wanted = draft.sentence - back
        out = []
        for sentence, mention in reversed(self.named):
            if sentence < wanted:
                break
            if sentence == wanted:
                out.append((sentence, mention))
        return out[::-1]

    def _plural(self, draft: Draft) -> list[NameMention]:
        """Give whom "they" means; whoever speaks is a group before it is a state."""
        if speaks(self.ground, draft):
            for back in range(FAR + 1):
                named = [m for _, m in self._back(draft, back)]
                spoke = [m for m in named if is_many(m)]
                if spoke:
                    return [spoke[0]]
                acted = nations(named)
                if back and len(acted) > 1:
                    return acted
        for back in range(FAR + 1):
            found = plural_among([m for _, m in self._back(draft, back)])
            if found:
                return found
        return []

    def _last(self, count: int) -> list[NameMention]:
        """Give the persons named last, if there are so many."""
        found: dict[str, NameMention] = {}
        for _, mention in reversed(self.named):
            if mention.sort is NameKind.PERSON and not mention.members:
                found.setdefault(mention.key, mention)
            if len(found) == count:
                return list(found.values())[::-1]
        return []

    def _both(self, draft: Draft) -> list[NameMention]:
        """Give the two persons or the two states of the nearest sentence that names two."""
        for back in range(FAR + 1):
            named = self._but_helpers([m for _, m in self._back(draft, back) if not m.members])
            persons = distinct([m for m in named if m.sort is NameKind.PERSON])
            states = by_state(named)
            for found in (persons, states):
                if len(found) == 2:
                    return found
        return self._last(2)

    def _agency(self) -> list[NameMention]:
        """Give the news agency or paper named last."""
        named = (m for _, m in reversed(self.named) if m.sort is NameKind.AGENCY)
        return list(islice(named, 1))

    def _bloc(self) -> list[NameMention]:
        """Give the organization of states named last, by itself or by who acts for it."""
        bodies = table("organisations")
        named = (m for _, m in reversed(self.named) if not m.members)
        blocs = (as_bloc(m) for m in named if bodies.get(m.state or m.key, {}).get("members"))
        return list(islice(blocs, 1))

    def _joined(self, found: list[NameMention]) -> list[NameMention]:
        """Give the two of several that "and" joins: who talk, not who hosts them."""
        pairs = [
            [one, other]
            for one, other in pairwise(found)
            if self._adjoins(one, other)
            if self.ground.word(one.first - 1) != ","
        ]
        return pairs[0] if len(pairs) == 1 else []

    def _adjoins(self, one: NameMention, other: NameMention) -> bool:
        """Tell whether "and" and at most an article stand between: "Norland and the rebels"."""
        between = range(one.end + 1, other.first)
        return (
            one.end < other.first
            and self.ground.joins(one.end)
            and len(between) <= _ARTICLE
            and not any(self.ground.word(at)[0].isupper() for at in between)
        )

    def _states(self, draft: Draft, count: int) -> list[NameMention]:
        """Give the states last spoken of: those of the nearest sentence that names so many."""
        for back in range(FAR + 1):
            named = [m for _, m in self._back(draft, back)]
            if count == _PAIR:
                told = self._but_helpers(self._but_places(named))
                named = [m for m in told if not lends(m)]
                if armed := self._with_armed(named):
                    return armed
            found = by_state(named)
            if count == _PAIR and any(m.metonym for m in found) and only_describe(found):
                continue
            if len(found) == count or (count > 2 and len(found) > 2):
                return self._told_before(draft, back, found) or found
            parties = [m for m in named if m.state or m.key.startswith("NSA:")]
            pair = self._joined(parties) if count == _PAIR else []
            if pair:
                return pair
            if count == 1 and found:
                return [one_state(found)]
        often = [code for code, _ in self.states.most_common(count)]
        found = [self.state_named[code] for code in often]
        return found if len(found) == count else []

    def _with_armed(self, named: list[NameMention]) -> list[NameMention]:
        """Give a state and the armed group told with it; who only helped them is no side."""
        for one, other in pairwise([m for m in named if m.state or m.key.startswith("NSA:")]):
            armed = one.key.startswith("NSA:") != other.key.startswith("NSA:")
            if armed and self._adjoins(one, other):
                return [one, other]
        return []

    def _but_places(self, named: list[NameMention]) -> list[NameMention]:
        """Leave out states that only say where: "in the capital of Norland, Nora"."""
        places = {m.state for m in named if self._says_where(m)}
        return [m for m in named if m.state not in places or not (m.metonym or self._says_where(m))]

    def _but_helpers(self, named: list[NameMention]) -> list[NameMention]:
        """Leave out who only helps others or stands by: "Norland and Sarvia act as guarantors"."""
        led = {at for at, one in enumerate(named) if self._is_led(one)}
        helpers = {at for at, one in enumerate(named) if self.ground.reach("helping", one.end)}
        joined = [at for at, two in enumerate(pairwise(named)) if self._goes_on(*two)]
        led.update(at + 1 for at in joined if at in led)
        helpers.update(at for at in reversed(joined) if at + 1 in helpers)
        return [one for at, one in enumerate(named) if at not in led | helpers]

    def _is_led(self, one: NameMention) -> bool:
        return self.ground.follows("helped_by", one.first, within=_LED)

    def _goes_on(self, one: NameMention, other: NameMention) -> bool:
        """Tell whether two names stand on one list: "Norland, Sarvia and Aruna"."""
        listed = self.ground.word(one.end) == "," and other.first == one.end + 1
        return listed or self._adjoins(one, other)

    def _says_where(self, mention: NameMention) -> bool:
        """Tell whether a state only says where something was: "in the capital of Norland"."""
        if mention.sort is not NameKind.STATE:
            return False
        at = mention.first
        for back in (3, 2, 1):
            if self.ground.reach("place", at - back) == at and back > 1:
                at -= back
                break
        return self.ground.reach("based", at - 1) == at

    def _told_before(self, draft: Draft, back: int, found: list[NameMention]) -> list[NameMention]:
        """Give a state and the armed group it was told with: who talks with its king mediates.

        "Norland and the rebels agreed … The Sarvian envoy met the king. Both sides …".
        """
        if len(found) != _PAIR or self._joined([m for _, m in self._back(draft, back) if m.state]):
            return []
        states = {m.key for m in found}
        for earlier in range(back + 1, FAR + 1):
            named = [m for _, m in self._back(draft, earlier)]
            pair = self._joined([m for m in named if m.state or m.key.startswith("NSA:")])
            if pair:
                armed = any(m.key.startswith("NSA:") for m in pair)
                shared = {m.state or m.key for m in pair} & states
                return pair if armed and len(shared) == 1 else []
        return []

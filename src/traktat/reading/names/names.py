"""Persons, organs, states, organisations and groups, with variants united."""

from __future__ import annotations

from dataclasses import replace

from traktat.model.kinds import NameKind
from traktat.reading.mentions import NameMention, Names, Quotations, Row
from traktat.reading.names.casting import register_of
from traktat.reading.names.collectives import Collectives
from traktat.reading.names.drafting import drafts_of
from traktat.reading.names.drafts import Draft, mention_of
from traktat.reading.names.ground import Ground, ground_of
from traktat.reading.names.persons import Person, Register, parts_of
from traktat.reading.names.references import Recent
from traktat.reading.names.roles import WEAK_RANK
from traktat.reading.names.runs import run_end
from traktat.reading.scan import Scan

_UNNAMED = frozenset(("official", "expert", "envoy"))
"""Sorts of offices of which one unnamed holder still speaks: "a senior official"."""


def read_names(page: Scan, quotations: Quotations) -> Names:
    """Find every name and what each pronoun or plural mention stands for."""
    ground = ground_of(page)
    drafts = drafts_of(ground)
    quoted = frozenset(t for item in quotations.items for t in range(item.first, item.end))
    cast = _Cast(ground, register_of(ground, drafts), drafts, quoted)
    mentions = [mention for draft in drafts for mention in cast.mentions(draft)]
    return Row(tuple(sorted(mentions, key=lambda m: (m.first, -m.end))))


class _Cast:
    """Turns drafts into mentions, in text order, remembering who was named last."""

    def __init__(
        self, ground: Ground, register: Register, drafts: list[Draft], quoted: frozenset[int]
    ) -> None:
        self.ground = ground
        self.register = register
        self.recent = Recent(ground, drafts, quoted)
        self.others = Collectives(ground, self.recent, drafts)
        self.taken = 0  # the token up to which words are read

    def mentions(self, draft: Draft) -> list[NameMention]:
        """Give the mentions a draft turns out to be; none if it names nobody."""
        found = self._mentions(draft) if draft.first >= self.taken else []
        for mention in found:
            self.recent.note(mention, draft.sentence)
        return found

    def _mentions(self, draft: Draft) -> list[NameMention]:
        match draft.sort:
            case "person" | "run":
                return self._named(draft)
            case "role":
                return _listed(self._role(draft))
            case "organ":
                return _listed(self.others.organ(draft))
            case "state" | "organisation":
                return _listed(self.others.state(draft))
            case "agency":
                return [self.others.agency(draft)]
            case "group":
                return _listed(self.others.group(draft))
            case _:
                return _listed(self.recent.resolve(draft))

    def _named(self, draft: Draft) -> list[NameMention]:
        person = self._who(draft) or self._in_heading(draft)
        if person is None:
            return self._halves(draft)
        bureau = self._bureau(draft, person, "regime") or self._bureau(draft, person, "bureau")
        if bureau is not None:
            self.taken = bureau.end
            return [bureau]
        if draft.via == "both":
            self.recent.share_states(draft, person, self.register)
        return [self._of_person(draft, person)]

    def _who(self, draft: Draft) -> Person | None:
        parts = parts_of(self.ground.name(draft.bare[0], draft.bare[1]))
        if not parts:
            return None
        exact = self.register.find(parts)
        return exact or self.recent.likeliest(self.register.all_called(parts), draft)

    def _in_heading(self, draft: Draft) -> Person | None:
        """Find a person the report names elsewhere in a line of capitals."""
        if not draft.heading:
            return None
        for token in range(draft.bare[0], draft.bare[1]):
            parts = parts_of(self.ground.name(token, token + 1))
            called = self.register.all_called(parts) if parts else []
            if called:
                draft.first, draft.end, draft.bare = token, token + 1, (token, token + 1)
                return self.recent.likeliest(called, draft)
        return None

    def _halves(self, draft: Draft) -> list[NameMention]:
        """Read two persons joined by a hyphen: "Odembe-Wanuri"."""
        at = next((t for t in range(draft.bare[0], draft.bare[1]) if self.ground.is_dash(t)), None)
        if at is None:
            return []
        out = []
        for bare in ((draft.bare[0], at), (at + 1, draft.bare[1])):
            half = replace(draft, first=bare[0], end=bare[1], bare=bare)
            person = self._who(half)
            if person is None:
                return []
            out.append(self._of_person(half, person))
        return out

    def _bureau(self, draft: Draft, person: Person, sort: str) -> NameMention | None:
        """Read "Odembe's office" as an organ, "pemerintahan Odembe" as the person's state."""
        ground = self.ground
        first, end = draft.first, draft.end
        if ground.qualifies_before:
            end = _past_officials(ground, ground.reach(sort, ground.after_possessive(draft.end)))
        elif ground.follows(sort, draft.first):
            first -= 1
        else:
            return None
        if not end or ground.sentence_starts(draft.end) or run_end(ground, end, end + 2) > end:
            return None  # "Odembe's spokesman Salim Wanuri" is a person
        whole = replace(draft, first=first, end=end, bare=(first, end))
        state = person.state
        if sort == "regime" and state is not None:
            kind = self.recent.kind_of(state)
            return mention_of(ground, whole, state, kind, state, state=state)
        key = f"bureau:{person.key}"
        return mention_of(ground, whole, ground.text(first, end), NameKind.ORGAN, key, state=state)

    def _of_person(self, draft: Draft, person: Person) -> NameMention:
        office = draft.office
        if draft.unit is None or draft.unit.entry["rank"] == 0 or office == "counterpart":
            office = person.office
        return mention_of(
            self.ground,
            draft,
            person.name,
            NameKind.PERSON,
            person.key,
            office=office or person.office,
            state=person.state or draft.holder,
        )

    def _role(self, draft: Draft) -> NameMention | None:
        """Read an office without a name: its holder if the report names one."""
        assert draft.unit is not None
        assert draft.office is not None
        draft.bare = (draft.first, draft.end)
        draft.plural |= self.ground.word(draft.first - 1)[:1].isdigit()
        sort = draft.unit.entry["sort"]
        if not (draft.plural or draft.one or sort == "official") and self._is_definite(draft):
            if draft.former:
                held = self.register.former_holders_of(draft.office, draft.holder, draft.first)
            else:
                held = self.register.holders_of(
                    draft.office, draft.holder, draft.first, self.ground.home
                )
            person = self.recent.latest(held, draft)
            if person is not None:
                return self._of_person(draft, person)
        return self._unnamed(draft, sort)

    def _is_definite(self, draft: Draft) -> bool:
        """Tell whether an office by itself points to its one holder."""
        ground = self.ground
        assert draft.unit is not None
        rank = draft.unit.entry["rank"]
        if ground.follows("as", draft.first) or rank == 0:
            return False
        if ground.reach("this", draft.end) or ground.follows("this", draft.first):
            return bool(rank > 1 or draft.unit.entry["sort"] != "private")
        if draft.holder is not None:
            return True
        opens = ground.sentence_starts(draft.first)
        return ground.is_capital(draft.unit.first) and not opens and bool(rank > WEAK_RANK)

    def _unnamed(self, draft: Draft, sort: str) -> NameMention | None:
        """Read an unnamed official as the organ or state spoken for, others as a group."""
        if draft.body is not None and sort in ("spokesperson", "official"):
            spoken_for = self.others.spoken_for(draft)
            if spoken_for is not None:
                return spoken_for
        if draft.holder is not None:
            return self.others.officials(draft)
        if self.ground.follows("this", draft.first):
            again = self._once_more(draft)
            if again is not None:
                return again
        if not draft.plural and not (draft.one and sort in _UNNAMED):
            return None
        words = self.ground.text(draft.first, draft.end)
        key = f"group:{draft.office}"
        return mention_of(self.ground, draft, words, NameKind.GROUP, key, office=draft.office)

    def _once_more(self, draft: Draft) -> NameMention | None:
        """Read "the official" as the unnamed one spoken of before."""
        last = self.recent.last_official(draft)
        if last is None:
            return None
        return mention_of(
            self.ground,
            draft,
            last.name,
            last.sort,
            last.key,
            office=draft.office,
            state=last.state,
        )


def _past_officials(ground: Ground, end: int) -> int:
    """Pass over the officials of a government: "the Odembe administration officials"."""
    officials = ground.unit(end - 1) or ground.unit(end) if end else None
    if officials is not None and officials.entry.get("sort") == "official":
        return officials.end
    return end


def _listed(mention: NameMention | None) -> list[NameMention]:
    return [] if mention is None else [mention]

"""Persons, organs, states, organisations and groups, with variants united."""

from __future__ import annotations

from typing import Any

from traktat.model.kinds import Chamber, NameKind
from traktat.model.spans import Span
from traktat.reading.casting import register_of, speaks
from traktat.reading.drafting import drafts_of
from traktat.reading.drafts import Draft
from traktat.reading.ground import Ground, ground_of
from traktat.reading.mentions import NameMention, Names, Quotations, Row
from traktat.reading.persons import Person, Register, name_of, parts_of
from traktat.reading.references import Recent
from traktat.reading.roles import WEAK_RANK
from traktat.reading.scan import Scan


def read_names(page: Scan, quotations: Quotations) -> Names:
    """Find every name and what each pronoun or plural mention stands for."""
    ground = ground_of(page)
    drafts = drafts_of(ground)
    cast = _Cast(ground, register_of(ground, drafts), drafts)
    mentions = [mention for draft in drafts for mention in cast.mentions(draft)]
    return Row(tuple(sorted(mentions, key=lambda m: (m.first, -m.end))))


class _Cast:
    """Turns drafts into mentions, in text order, remembering who was named last."""

    def __init__(self, ground: Ground, register: Register, drafts: list[Draft]) -> None:
        self.ground = ground
        self.register = register
        self.recent = Recent(ground, drafts)
        self.taken = 0  # the token up to which words are read
        self.organs = _proper_organs(ground, drafts)

    def mentions(self, draft: Draft) -> list[NameMention]:
        """Give the mention a draft turns out to be; none if it names nobody."""
        found = self._mentions(draft) if draft.first >= self.taken else []
        for mention in found:
            self.recent.note(mention, draft.sentence)
        return found

    def _mentions(self, draft: Draft) -> list[NameMention]:
        match draft.sort:
            case "person" | "run":
                return self._named(draft)
            case "role":
                return self._role(draft)
            case "organ":
                return self._organ(draft)
            case "state" | "organisation":
                return self._state(draft)
            case "agency":
                return self._agency(draft)
            case "group":
                return self._group(draft)
            case _:
                return self.recent.resolve(draft)

    def _made(
        self, draft: Draft, name: str, sort: NameKind, key: str, **more: Any
    ) -> list[NameMention]:
        bare = self.ground.span(*draft.bare)
        if sort is NameKind.PERSON:
            bare = Span(bare.start, bare.start + len(name_of(self.ground, draft.bare)))
        return [
            NameMention(
                first=draft.first,
                end=draft.end,
                span=self.ground.span(draft.first, draft.end),
                bare=bare,
                name=name,
                sort=sort,
                key=key,
                **more,
            )
        ]

    # persons

    def _named(self, draft: Draft) -> list[NameMention]:
        person = self._who(draft) or self._in_heading(draft)
        if person is None:
            return self._halves(draft)
        bureau = self._bureau(draft, person, "regime") or self._bureau(draft, person, "bureau")
        if bureau:
            self.taken = bureau[0].end
            return bureau
        if draft.via == "both":
            self.recent.share_states(draft, person, self.register)
        return self._of_person(draft, person)

    def _bureau(self, draft: Draft, person: Person, sort: str) -> list[NameMention]:
        """Read "Odembe's office" as an organ, "pemerintahan Odembe" as the person's state."""
        ground = self.ground
        first, end = draft.first, draft.end
        if ground.qualifies_before:
            end = ground.reach(sort, ground.after_possessive(draft.end))
            officials = ground.unit(end - 1) or ground.unit(end)
            if officials is not None and officials.entry.get("sort") == "official":
                end = officials.end
        elif ground.follows(sort, draft.first):
            first -= 1
        else:
            return []
        if not end or ground.sentence_starts(draft.end):
            return []
        draft.first, draft.end, draft.bare = first, end, (first, end)
        state = person.state
        if sort == "regime" and state is not None:
            return self._made(draft, state, NameKind.STATE, state, state=state)
        words = ground.text(first, end)
        return self._made(draft, words, NameKind.ORGAN, f"bureau:{person.key}", state=state)

    def _who(self, draft: Draft) -> Person | None:
        parts = parts_of(name_of(self.ground, draft.bare))
        if not parts:
            return None
        exact = self.register.find(parts)
        return exact or self.recent.likeliest(self.register.all_called(parts), draft)

    def _halves(self, draft: Draft) -> list[NameMention]:
        """Read two persons joined by a hyphen: "Odembe-Wanuri"."""
        ground = self.ground
        at = next((t for t in range(*draft.bare) if ground.is_dash(t)), None)
        if at is None:
            return []
        out = []
        for first, end in ((draft.bare[0], at), (at + 1, draft.bare[1])):
            half = Draft(
                first=first, end=end, sort="run", bare=(first, end), sentence=draft.sentence
            )
            person = self._who(half)
            if person is None:
                return []
            out += self._of_person(half, person)
        return out

    def _in_heading(self, draft: Draft) -> Person | None:
        """Find a person the report names elsewhere in a line of capitals."""
        if not draft.heading:
            return None
        for token in range(*draft.bare):
            parts = parts_of(name_of(self.ground, (token, token + 1)))
            called = self.register.all_called(parts) if parts else []
            if called:
                draft.first, draft.end, draft.bare = token, token + 1, (token, token + 1)
                return self.recent.likeliest(called, draft)
        return None

    def _of_person(self, draft: Draft, person: Person) -> list[NameMention]:
        office = draft.office
        if office is None or draft.unit is None or draft.unit.entry["rank"] == 0:
            office = person.office
        if office == "counterpart":
            office = person.office
        return self._made(
            draft,
            person.name,
            NameKind.PERSON,
            person.key,
            office=office,
            state=person.state or draft.holder,
        )

    def _role(self, draft: Draft) -> list[NameMention]:
        """Read an office without a name: its holder if the report names one."""
        assert draft.unit is not None
        assert draft.office is not None
        draft.bare = (draft.first, draft.end)
        draft.plural |= self.ground.word(draft.first - 1)[:1].isdigit()
        sort = draft.unit.entry["sort"]
        if not (draft.plural or draft.one or sort == "official") and self._is_definite(draft):
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
            return rank > 1 or draft.unit.entry["sort"] != "private"
        if draft.holder is not None:
            return True
        opens = ground.sentence_starts(draft.first)
        return ground.is_capital(draft.unit.first) and not opens and rank > WEAK_RANK

    def _unnamed(self, draft: Draft, sort: str) -> list[NameMention]:
        """Read an unnamed official as the organ or state spoken for, others as a group."""
        if draft.body is not None and sort in ("spokesperson", "official"):
            spoken_for = self._spoken_for(draft)
            if spoken_for:
                return spoken_for
        code = draft.holder
        if draft.plural and len(draft.holders) > 1:
            return self._joint(draft)
        if code is not None:
            kind = NameKind.STATE if self.recent.is_state(code) else NameKind.ORGANISATION
            return self._made(draft, code, kind, code, office=draft.office, state=code)
        if code is None and self.ground.follows("this", draft.first):
            last = self.recent.last_official(draft)
            if last is not None:
                draft.plural |= last.sort is NameKind.GROUP
                return self._made(
                    draft, last.name, last.sort, last.key, office=draft.office, state=last.state
                )
        if draft.plural or (draft.one and sort in ("official", "expert", "envoy")):
            words = self.ground.text(draft.first, draft.end)
            key = f"group:{draft.office}"
            return self._made(draft, words, NameKind.GROUP, key, office=draft.office)
        return []

    def _joint(self, draft: Draft) -> list[NameMention]:
        """Read officials of several states as all of them: "Japanese and Korean diplomats"."""
        codes = draft.holders
        kind = NameKind.STATE if self.recent.is_state(codes[0]) else NameKind.ORGANISATION
        return self._made(
            draft, ", ".join(codes), kind, "+".join(codes), office=draft.office, members=codes
        )

    def _spoken_for(self, draft: Draft) -> list[NameMention]:
        body = draft.body
        assert body is not None
        first = min(draft.first, body.first) if self.ground.qualifies_before else body.first
        organ = Draft(
            first=first,
            end=body.end,
            sort="organ",
            bare=(first, body.end),
            holder=draft.holder,
            body=body,
            sentence=draft.sentence,
        )
        if not self.ground.qualifies_before and draft.holder and not body.entry.get("state"):
            organ.end, organ.bare = draft.end, (first, draft.end)
        said = next(iter(self._organ(organ)), None)
        if said is None:
            return []
        return self._made(
            draft, said.name, said.sort, said.key, office=draft.office, state=said.state
        )

    # organs, states, groups

    def _organ(self, draft: Draft) -> list[NameMention]:
        assert draft.body is not None
        entry = draft.body.entry
        if draft.body.key == "ministry" and draft.end == draft.body.end and not draft.holder:
            return self._same_ministry(draft)
        if entry["sort"] == "presidency" and draft.holder is None and self.ground.home:
            draft.holder = self.ground.home
        state = draft.holder
        if state is None and entry["sort"] == "parliament":
            state = self.recent.state_of_house(draft)
        state = state or self.recent.state_at_home(draft) or self.recent.state_near(draft)
        state = state or self.ground.home
        key = _organ_key(draft, state)
        name = self.organs.setdefault(key, self.ground.text(draft.first, draft.end))
        chamber = entry.get("chamber")
        return self._made(
            draft,
            name,
            NameKind.ORGAN,
            key,
            state=state,
            chamber=Chamber(chamber) if chamber else None,
            metonym=draft.metonym,
        )

    def _same_ministry(self, draft: Draft) -> list[NameMention]:
        """Read "the ministry" as the one named last."""
        last = self.recent.last_organ("ministry")
        if last is None:
            return []
        return self._made(draft, last.name, NameKind.ORGAN, last.key, state=last.state)

    def _state(self, draft: Draft) -> list[NameMention]:
        code = draft.holder or self.recent.state_at_home(draft)
        code = code or self.recent.state_near(draft) or self.ground.home
        if code is None:
            return []
        return self._made(
            draft,
            code,
            NameKind.STATE if self.recent.is_state(code) else NameKind.ORGANISATION,
            code,
            state=code,
            metonym=draft.metonym,
            attributive=draft.attributive,
        )

    def _agency(self, draft: Draft) -> list[NameMention]:
        assert draft.unit is not None
        state = draft.unit.entry.get("state")
        name = draft.unit.key if state else self.ground.text(*draft.bare)
        return self._made(draft, name, NameKind.AGENCY, f"agency:{name}", state=state)

    def _group(self, draft: Draft) -> list[NameMention]:
        if draft.via == "group" and not self._is_somebody(draft):
            return []
        words = self.ground.text(*draft.bare)
        key = f"NSA:{words}" if draft.via.startswith("armed") else f"group:{words.lower()}"
        return self._made(draft, words, NameKind.GROUP, key)

    def _is_somebody(self, draft: Draft) -> bool:
        """Tell whether a vague noun is said of persons here: several of them, or speaking."""
        ground = self.ground
        if ground.word(draft.end) == ":":
            return False
        return (
            ground.qualifies_before
            or draft.end - draft.first > 1
            or ground.follows("plural", draft.first)
            or speaks(ground, draft)
        )


def _organ_key(draft: Draft, state: str | None) -> str:
    """Give one key for all names of an organ: "State Duma" and Russia's "lower house"."""
    assert draft.body is not None
    entry = draft.body.entry
    chamber, sort = entry.get("chamber"), entry["sort"]
    if sort == "ministry":
        sort = entry.get("is", draft.body.key)
    elif chamber:
        sort = f"{chamber}-house"
    elif sort not in ("parliament", "presidency"):
        sort = draft.body.key
    return f"organ:{state}:{sort}"


def _proper_organs(ground: Ground, drafts: list[Draft]) -> dict[str, str]:
    """Give the organs a report calls by a name of their own, by key."""
    out: dict[str, str] = {}
    for draft in drafts:
        if draft.sort == "organ" and draft.body is not None:
            state = draft.body.entry.get("state")
            if state is not None and not draft.metonym:
                out.setdefault(_organ_key(draft, state), ground.text(draft.first, draft.end))
    return out

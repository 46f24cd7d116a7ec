"""Persons, organs, states, organisations and groups, with variants united."""

from __future__ import annotations

from traktat.model.kinds import Chamber, NameKind
from traktat.reading.casting import register_of
from traktat.reading.drafting import drafts_of
from traktat.reading.drafts import Draft
from traktat.reading.ground import Ground, ground_of
from traktat.reading.mentions import NameMention, Names, Quotations, Row
from traktat.reading.persons import Person, Register, name_of, parts_of
from traktat.reading.references import Recent
from traktat.reading.scan import Scan


def read_names(page: Scan, quotations: Quotations) -> Names:
    """Find every name and what each pronoun or plural mention stands for."""
    ground = ground_of(page)
    drafts = drafts_of(ground)
    register = register_of(ground, drafts)
    cast = _Cast(ground, register)
    mentions = [m for draft in drafts for m in cast.mentions(draft)]
    return Row(tuple(sorted(mentions, key=lambda m: (m.first, -m.end))))


class _Cast:
    """Turns drafts into mentions, in text order, remembering who was named last."""

    def __init__(self, ground: Ground, register: Register) -> None:
        self.ground = ground
        self.register = register
        self.recent = Recent(ground)
        self.organs: dict[str, str] = {}

    def mentions(self, draft: Draft) -> list[NameMention]:
        found = self._mentions(draft)
        for mention in found:
            self.recent.note(mention, draft.sentence)
        return found

    def _mentions(self, draft: Draft) -> list[NameMention]:
        match draft.sort:
            case "person":
                return self._person(draft)
            case "run":
                return self._run(draft)
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
        self, draft: Draft, name: str, sort: NameKind, key: str, **more: object
    ) -> NameMention:
        bare = self.ground.span(*draft.bare)
        return NameMention(
            first=draft.first,
            end=draft.end,
            span=self.ground.span(draft.first, draft.end),
            bare=bare,
            name=name,
            sort=sort,
            key=key,
            **more,  # type: ignore[arg-type]  # the fields of NameMention, checked by its tests
        )

    def _person(self, draft: Draft) -> list[NameMention]:
        person = self._who(draft)
        if person is None:
            return []
        return [self._of_person(draft, person)]

    def _of_person(self, draft: Draft, person: Person) -> NameMention:
        office = draft.office
        if office is None or (draft.unit is not None and draft.unit.entry.get("rank") == 0):
            office = person.office
        return self._made(
            draft,
            person.name,
            NameKind.PERSON,
            person.key,
            office=office,
            state=person.state or draft.holder or self._home(person),
        )

    def _home(self, person: Person) -> str | None:
        return None

    def _who(self, draft: Draft) -> Person | None:
        parts = parts_of(name_of(self.ground, draft.bare))
        if not parts:
            return None
        exact = self.register.find(parts)
        if exact is not None:
            return exact
        return self.recent.likeliest(self.register.all_called(parts), draft)

    def _run(self, draft: Draft) -> list[NameMention]:
        person = self._who(draft)
        if person is not None:
            return [self._of_person(draft, person)]
        first, end = draft.bare
        for token in range(first, end):
            parts = parts_of(name_of(self.ground, (token, token + 1)))
            called = self.register.all_called(parts) if parts else []
            if called and draft.via == "heading":
                draft.first, draft.end, draft.bare = token, token + 1, (token, token + 1)
                person = self.recent.likeliest(called, draft)
                assert person is not None
                return [self._of_person(draft, person)]
        return []

    def _role(self, draft: Draft) -> list[NameMention]:
        assert draft.unit is not None and draft.office is not None
        sort = draft.unit.entry["sort"]
        if draft.plural:
            return self._unnamed(draft)
        if not draft.one and sort not in ("private", "title", "official"):
            state = draft.holder
            draft.bare = (draft.first, draft.end)
            person = self.register.holder_of(draft.office, state, draft.first)
            if person is not None:
                return [self._of_person(draft, person)]
        return self._unnamed(draft)

    def _unnamed(self, draft: Draft) -> list[NameMention]:
        assert draft.unit is not None
        draft.bare = (draft.first, draft.end)
        sort = draft.unit.entry["sort"]
        if sort == "spokesperson" and draft.body is not None and "state" not in draft.body.entry:
            pass
        if draft.body is not None and sort == "spokesperson":
            organ = Draft(
                first=draft.body.first,
                end=draft.body.end,
                sort="organ",
                bare=(draft.body.first, draft.body.end),
                holder=draft.holder,
                body=draft.body,
            )
            made = self._organ(organ)
            return [
                self._made(draft, m.name, m.sort, m.key, office=draft.office, state=m.state)
                for m in made
            ]
        if draft.holder is not None:
            kind = (
                NameKind.STATE
                if len(draft.holder) == 3 and draft.holder.isupper()
                else NameKind.ORGANISATION
            )
            return [
                self._made(
                    draft, draft.holder, kind, draft.holder, office=draft.office, state=draft.holder
                )
            ]
        if draft.plural or (draft.one and sort in ("official", "expert", "envoy")):
            words = self.ground.text(draft.first, draft.end)
            return [
                self._made(
                    draft, words, NameKind.GROUP, f"group:{draft.office}", office=draft.office
                )
            ]
        return []

    def _organ(self, draft: Draft) -> list[NameMention]:
        assert draft.body is not None
        entry = draft.body.entry
        state = draft.holder or self.recent.state_near(draft)
        chamber = entry.get("chamber")
        sort = f"{chamber}-house" if chamber else entry["sort"]
        if entry["sort"] in ("ministry", "agency", "court", "military", "embassy"):
            sort = draft.body.key
        key = f"organ:{state}:{sort}"
        words = self.ground.text(draft.first, draft.end)
        known = self.organs.get(key)
        name = self.organs.setdefault(key, words) if known is None else known
        return [
            self._made(
                draft,
                name,
                NameKind.ORGAN,
                key,
                state=state,
                chamber=Chamber(chamber) if chamber else None,
                metonym=draft.metonym,
            )
        ]

    def _state(self, draft: Draft) -> list[NameMention]:
        code = draft.holder or self.recent.state_near(draft) or self.ground.home
        if code is None:
            return []
        kind = NameKind.ORGANISATION if draft.sort == "organisation" else NameKind.STATE
        return [
            self._made(
                draft,
                code,
                kind,
                code,
                state=code,
                metonym=draft.metonym,
                attributive=draft.attributive,
            )
        ]

    def _agency(self, draft: Draft) -> list[NameMention]:
        assert draft.unit is not None
        state = draft.unit.entry.get("state")
        name = draft.unit.key if state else self.ground.text(*draft.bare)
        return [self._made(draft, name, NameKind.AGENCY, f"agency:{name}", state=state)]

    def _group(self, draft: Draft) -> list[NameMention]:
        words = self.ground.text(*draft.bare)
        key = f"NSA:{words}" if draft.via.startswith("armed") else f"group:{words.lower()}"
        return [self._made(draft, words, NameKind.GROUP, key)]

"""Organs, states, organisations, agencies and groups of a report, with variants united."""

from __future__ import annotations

from traktat.facts.tables import table
from traktat.model.kinds import Chamber, NameKind
from traktat.reading.mentions import NameMention
from traktat.reading.names.casting import speaks
from traktat.reading.names.drafts import Draft, mention_of
from traktat.reading.names.ground import Ground, folded
from traktat.reading.names.references import Recent

_PRIVATE = ("forum", "ngo")
"""Sorts of organisations that are no party to anything."""

_SHARED = ("parliament", "presidency")
"""Sorts of organs a state has one of: all its names stand for the same."""


class Collectives:
    """Turns drafts of organs, states and groups into mentions, in text order."""

    def __init__(self, ground: Ground, recent: Recent, drafts: list[Draft]) -> None:
        self.ground = ground
        self.recent = recent
        self.names = _proper_names(ground, drafts)

    def organ(self, draft: Draft) -> NameMention | None:
        """Read an organ; without a state it is that of the sentence's company."""
        assert draft.body is not None
        entry = draft.body.entry
        if draft.body.key == "ministry" and draft.end == draft.body.end and not draft.holder:
            return self._same_ministry(draft)
        state = draft.holder or self._state_of_organ(draft)
        key = _key(self.ground, draft, state)
        name = self.names.setdefault(key, self.ground.text(draft.first, draft.end))
        chamber = Chamber(entry["chamber"]) if "chamber" in entry else None
        return mention_of(
            self.ground,
            draft,
            name,
            NameKind.ORGAN,
            key,
            state=state,
            chamber=chamber,
            metonym=draft.metonym,
        )

    def _state_of_organ(self, draft: Draft) -> str | None:
        assert draft.body is not None
        recent, home = self.recent, self.ground.home
        sort = draft.body.entry["sort"]
        if sort == "presidency" and home is not None:
            return home
        if sort == "parliament":
            house = recent.state_of_house(draft)
            if house is not None:
                return house
        return recent.state_at_home(draft) or recent.state_near(draft) or home

    def _same_ministry(self, draft: Draft) -> NameMention | None:
        """Read "the ministry" as the one named last."""
        last = self.recent.last_organ("ministry")
        if last is None:
            return None
        return mention_of(self.ground, draft, last.name, NameKind.ORGAN, last.key, state=last.state)

    def spoken_for(self, draft: Draft) -> NameMention | None:
        """Read an unnamed official as the organ spoken for."""
        body = draft.body
        assert body is not None
        first, end = body.first, body.end
        if not self.ground.qualifies_before:
            if draft.holder and not body.entry.get("state"):
                end = draft.end
        elif draft.first < first:
            owner = self.ground.owner_before(first)
            first = first if owner is None else owner.first
        said = self.organ(
            Draft(
                first=first,
                end=end,
                sort="organ",
                bare=(first, end),
                holder=draft.holder,
                body=body,
                sentence=draft.sentence,
            )
        )
        if said is None:
            return None
        return mention_of(
            self.ground,
            draft,
            said.name,
            said.sort,
            said.key,
            office=draft.office,
            state=said.state,
        )

    def state(self, draft: Draft) -> NameMention | None:
        """Read a state, its capital, its government, or an organisation."""
        recent = self.recent
        code = draft.holder or recent.state_at_home(draft) or recent.state_near(draft)
        code = code or self.ground.home
        if code is None:
            return None
        private = _private_name(code)
        return mention_of(
            self.ground,
            draft,
            private or code,
            recent.kind_of(code),
            code,
            state=None if private else code,
            metonym=draft.metonym,
            attributive=draft.attributive,
        )

    def officials(self, draft: Draft) -> NameMention | None:
        """Read unnamed officials as the states or organisations they act for."""
        several = draft.plural or self._is_pair(draft)
        codes = draft.holders if several and len(draft.holders) > 1 else ()
        if not codes and draft.holder is None:
            return None
        code = draft.holder or codes[0]
        return mention_of(
            self.ground,
            draft,
            ", ".join(codes) or code,
            self.recent.kind_of(code),
            "+".join(codes) or code,
            office=draft.office,
            state=None if codes else code,
            members=codes,
        )

    def _is_pair(self, draft: Draft) -> bool:
        """Tell whether an office of two states is two persons', where nouns have no plural."""
        if self.ground.qualifies_before:
            return False  # "presiden A dan B", not "duta besar A untuk B"
        return any(self.ground.joins(token) for token in range(draft.first, draft.end))

    def agency(self, draft: Draft) -> NameMention:
        """Read a news agency, paper or broadcaster."""
        assert draft.unit is not None
        state = draft.unit.entry.get("state")
        name = draft.unit.key if state else self.ground.text(*draft.bare)
        return mention_of(self.ground, draft, name, NameKind.AGENCY, f"agency:{name}", state=state)

    def group(self, draft: Draft) -> NameMention | None:
        """Read an armed group by its name, a vague group by its words."""
        if draft.via == "group" and not self._is_somebody(draft):
            return None
        words = self.ground.text(*draft.bare)
        key = f"NSA:{words}" if draft.via.startswith("armed") else f"group:{words.lower()}"
        return mention_of(self.ground, draft, words, NameKind.GROUP, key)

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


def _private_name(code: str) -> str | None:
    """Give the name of a forum or private body, which is never party to anything."""
    entry = table("organisations").get(code, {})
    return str(entry["names"][0]) if entry.get("sort") in _PRIVATE else None


def _key(ground: Ground, draft: Draft, state: str | None) -> str:
    """Give one key for all names of an organ: "State Duma" and Russia's "lower house"."""
    assert draft.body is not None
    entry = draft.body.entry
    if "chamber" in entry:
        sort = f"{entry['chamber']}-house"
    elif entry["sort"] in _SHARED:
        sort = str(entry["sort"])
    else:
        sort = str(entry.get("is", draft.body.key))
    if sort == "ministry":
        sort += ":" + folded(ground.text(draft.body.first, draft.end))
    return f"organ:{state}:{sort}"


def _proper_names(ground: Ground, drafts: list[Draft]) -> dict[str, str]:
    """Give the organs a report calls by a name of their own, by key."""
    out: dict[str, str] = {}
    for draft in drafts:
        if draft.sort == "organ" and draft.body is not None and not draft.metonym:
            state = draft.body.entry.get("state")
            if state is not None:
                out.setdefault(_key(ground, draft, state), ground.text(draft.first, draft.end))
    return out

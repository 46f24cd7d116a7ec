"""Persons and states over all records: how often each acts and speaks, and what it was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from traktat.errors import NotFound
from traktat.model.outlines import Listed, Part, Presence, Role
from traktat.sentences import sentence
from traktat.store.base import Store
from traktat.store.lists import ALL, Cut, Wanted

NEAR = 5  # names told when one fits none or several
GROUP = "NSA:"  # how the model writes armed groups; all other states are codes in capitals
VERBS = {Role.PERSON: "people", Role.STATE: "states"}  # what lists them


@dataclass(frozen=True, slots=True, kw_only=True)
class Deeds:
    """What a person or a state did, said and took a stance on, in all records, by day."""

    presence: Presence
    acts: tuple[Listed, ...]
    statements: tuple[Listed, ...]
    claims: tuple[Listed, ...]

    def to_json(self) -> dict[str, Any]:
        """Give the printed form."""
        return {
            "presence": self.presence.to_json(),
            "acts": [one.to_json() for one in self.acts],
            "statements": [one.to_json() for one in self.statements],
            "claims": [one.to_json() for one in self.claims],
        }


def deeds_of(role: Role, name: str, store: Store) -> Deeds:
    """Give what a person or state did and said; a part of a name will do where it fits one only.

    Raises `NotFound` where none or more than one fits; the hint names what is near.
    """
    presence = _meant(role, name.strip(), store)
    person, state = (presence.name, None) if role is Role.PERSON else (None, presence.name)
    wanted = Wanted(person=person, state=state)
    return Deeds(
        presence=presence,
        acts=store.items(Part.TIMELINE, wanted, cut=ALL).lines,
        statements=store.items(Part.STATEMENTS, wanted, cut=ALL).lines,
        claims=store.items(Part.CLAIMS, wanted, cut=ALL).lines,
    )


def _meant(role: Role, name: str, store: Store) -> Presence:
    called = name if role is Role.PERSON or name.startswith(GROUP) else name.upper()
    exact = store.presences(role, name=called, cut=Cut(1)).lines
    if exact:
        return exact[0]
    near = store.presences(role, words=name, cut=Cut(NEAR + 1)).lines if name else ()
    if len(near) == 1:
        return near[0]
    listed = ", ".join(one.name for one in near[:NEAR])
    if near:
        more = " …" if len(near) > NEAR else "."
        raise NotFound(
            sentence("{name:quoted} may be any of several", name=name),
            hint=sentence("Name one of them: {listed}{more}", listed=listed, more=more),
        )
    raise NotFound(
        sentence(
            "no {role:role-of} {name:quoted} acts or speaks in this store",
            role=role.value,
            name=name,
        ),
        hint=sentence("`traktat {command}` lists those that do.", command=VERBS[role]),
    )

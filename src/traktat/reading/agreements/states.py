"""What sort of party a name stands for: a state of its own, an organization."""

from __future__ import annotations

from traktat.facts.tables import table
from traktat.model.kinds import NameKind
from traktat.reading.mentions import NameMention


def organisation(item: NameMention) -> str:
    """Give the code of an organization."""
    for candidate in (item.key, item.name, item.state or ""):
        code = candidate.rpartition(":")[2]
        if code in table("organisations"):
            return code
    return item.name


def is_named_state(name: NameMention) -> bool:
    """Tell whether a name is that of a state, no territory and no pronoun for one."""
    if name.sort is not NameKind.STATE or name.pronoun:
        return False
    return table("states").get(name.key, {}).get("sort") != "territory"

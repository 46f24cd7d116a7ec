"""When a value of a checklist and a value of ours are the same.

Checklists write in English and with more words than the printed form (`head_of_state_assent`,
`Kim Jong Gyu (PRK, vice FM)`); what each word stands for is told here, once.
"""

from __future__ import annotations

import re
import unicodedata

from traktat.errors import BadDate
from traktat.model.dates import When, parse

STATES = {
    "Ukraine": "UKR",
    "USA": "USA",
    "South Korea": "KOR",
    "DPRK": "PRK",
    "NATO": "NATO",
    "Russia": "RUS",
    "Soviet": "SUN",
}
_CODE = re.compile(r"\b[A-Z]{3}\b")


def words(name: str) -> list[str]:
    """Split a name into plain words: no accents, case, hyphens or marks.

    >>> words("Choe Son-hui")
    ['choe', 'son', 'hui']
    """
    plain = unicodedata.normalize("NFKD", name)
    letters = (
        char.casefold() if char.isalnum() else " "
        for char in plain
        if not unicodedata.combining(char)
    )
    return "".join(letters).split()


def same_person(expected: str, found: str) -> bool:
    """Tell whether two names are one person's.

    The last words must be equal and the first words begin with the same three letters, so that
    spellings ("Andrey", "Andrei") and middle names do not matter and namesakes do.

    >>> same_person("Andrei Rudenko", "Andrey Rudenko"), same_person("Kim Jong Un", "Kim Jong Gyu")
    (True, False)
    >>> same_person("Sergei Lavrov", "Sergei Viktorovich Lavrov")
    True
    """
    one, other = words(expected), words(found)
    if not one or not other:
        return False
    return one[-1] == other[-1] and one[0][:3] == other[0][:3]


def same_time(expected: str, found: When | None) -> bool:
    """Tell whether two values have the same first and last day.

    The labels write a stretch as `a/b` where a checklist writes `[a..b]`, and a time of day is
    not compared: both bounds in days must be equal, nothing less. Approximate stays approximate.

    >>> same_time("[2024-11-01..2024-11-10]", parse("2024-11-01/2024-11-10"))
    True
    >>> same_time("2024-06", parse("2024-06-19"))
    False
    """
    if found is None:
        return False
    wanted = _parsed(expected)
    if wanted.edtf.endswith("~") != found.edtf.endswith("~"):
        return False
    return (wanted.first, wanted.last) == (found.first, found.last)


def _parsed(value: str) -> When:
    """Read a value; a checklist may write a moment with a zone."""
    try:
        return parse(value)
    except BadDate:
        return parse(value[:10])


def code_of(name: str) -> str | None:
    """Give the state of an actor as checklists write it: a code, a code in brackets, a name.

    >>> code_of("Vladimir Putin (RUS)"), code_of("PRK"), code_of("South Korea (government)")
    ('RUS', 'PRK', 'KOR')
    """
    bare = name.split("(", maxsplit=1)[0].strip()
    if bare in STATES:
        return STATES[bare]
    if "Russia's ambassador" in name:
        return "RUS"
    found = _CODE.findall(name)
    known = [code for code in found if code not in ("UNS",)]
    return known[0] if known else None


def person_of(name: str) -> str | None:
    """Give the person in an actor as checklists write it, without state and office.

    >>> person_of("Kim Jong Gyu (PRK, vice FM)"), person_of("RUS"), person_of("Ukraine")
    ('Kim Jong Gyu', None, None)
    """
    bare = re.split(r"[,(]", name)[0].strip()
    if bare in STATES or _CODE.fullmatch(bare) or bare in ("treaty",):
        return None
    plain = bare.split()
    is_name = 1 < len(plain) <= 4 and all(word[0].isupper() for word in plain)
    is_organ = any(
        word in ("Duma", "Council", "Majlis", "Assembly", "Parliament") for word in plain
    )
    return bare if is_name and not is_organ and "countries" not in bare else None


def share(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Give how much of what two spans cover they share: 1 for equal ones, 0 for apart ones.

    >>> share((0, 10), (5, 10))
    0.5
    """
    both = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    return both / (one[1] - one[0] + other[1] - other[0] - both or 1)

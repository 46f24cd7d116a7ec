"""What a run of reading can be told besides the paths."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Settings:
    """How to read, in values that any process can be sent.

    `packs` are folders of language packs beyond the installed ones; `reference` is the day
    taken for the day of printing where a report tells none. `jobs` is the number of processes,
    None for as many as pay; nothing but the time it takes depends on it.
    """

    packs: tuple[str, ...] = ()
    reference: date | None = None
    jobs: int | None = 1


DEFAULT = Settings()

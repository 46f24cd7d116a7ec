"""One agreement's record, and the questions it answers."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING, Any

from traktat.errors import BadDate
from traktat.model.dates import When, begun_by, parse
from traktat.model.kinds import Status
from traktat.model.records import Drill, Record, Standing, TimelineAct, as_json, record_json
from traktat.sentences import sentence

if TYPE_CHECKING:
    from traktat.law.history import InForce


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier(Record):
    """A record that tells where it stands on a day and what an event would oblige whom to do."""

    def status_on(self, day: date | str) -> Standing:
        """Tell where the agreement stands in law on a day, and which acts prove it."""
        from traktat.law import standing_on

        return standing_on(
            day_of(day),
            self.timeline,
            parties=self.parties,
            provisions=self.provisions,
            kind=self.kind,
            agreement=self.id,
        )

    def in_force_when(self, when: When | date | str) -> InForce:
        """Tell whether it was in force at a time: a day, a stretch of days, or one unknown day."""
        from traktat.law import in_force_when

        return in_force_when(
            parse(when) if isinstance(when, str) else when,
            self.timeline,
            parties=self.parties,
            provisions=self.provisions,
            kind=self.kind,
            agreement=self.id,
        )

    def drill(self, *, event: str, by: str, on: str | None = None, day: date | str) -> Drill:
        """Tell what an event would oblige whom to do: `by` does it to `on` on that day."""
        from traktat.law import drill

        target = None if on is None else self._code(on)
        return drill(self, event=event, by=self._code(by), on=target, day=day_of(day))

    def _code(self, name: str) -> str:
        """Give the code of a party however it is written; other names stay as they are."""
        return next((code for code in self.parties if code.casefold() == name.casefold()), name)

    def last_act(self, day: date | str) -> TimelineAct | None:
        """Give the latest act that has occurred by a day; of several on one day the last told."""
        last = day_of(day)
        done = [
            act
            for act in self.timeline
            if act.status is Status.OCCURRED and act.date and begun_by(last, act.date)
        ]
        return max(
            done, key=lambda act: (act.date.first if act.date else last, act.id), default=None
        )

    def to_json(self, *, on: date | str | None = None) -> dict[str, Any]:
        """Give the record in the printed form `traktat.record/1`, standing on a day (today)."""
        return record_json(self, self.status_on(on or date.today()))

    def summary(self, *, on: date | str | None = None) -> dict[str, Any]:
        """Give the line of `traktat list`: id, parties, names, kind, standing, last act."""
        day = on or date.today()
        last = self.last_act(day)
        return {
            "id": self.id,
            "parties": list(self.parties),
            "names": as_json(self.names),
            "kind": self.kind,
            "standing": as_json(self.status_on(day)),
            "last_act": None if last is None else as_json(last),
        }


def dossier_of(record: Record) -> Dossier:
    """Give a record its answers."""
    return Dossier(**{field.name: getattr(record, field.name) for field in fields(Record)})


def day_of(value: date | str) -> date:
    """Give the day a value names; raise `BadDate` for a stretch of days.

    >>> day_of("2024-06-19")
    datetime.date(2024, 6, 19)
    """
    if isinstance(value, date):
        return value
    when = parse(value)
    if not when.is_day:
        raise BadDate(
            sentence("one day is needed, {value:quoted} holds more", value=value),
            hint=sentence("Write it as 2024-06-19."),
        )
    return when.first

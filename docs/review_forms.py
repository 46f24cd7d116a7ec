"""The printed forms of review, told from an example that the program prints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from wording import meaning, table, whole

from traktat.model.judgements import Judgement, Verdict
from traktat.pipeline.reviewing import (
    SORTS,
    Choice,
    Effect,
    FieldChange,
    Imported,
    ItemChange,
    Reviewed,
    Task,
    judgement_json,
)

JUDGEMENT = Judgement(
    id="j",
    about="a",
    verdict=Verdict.CORRECT,
    by="ana",
    at=datetime(2026, 1, 2, tzinfo=UTC),
    why="w",
    changes=(("date", "2024"),),
    other="o",
    evidence="e",
    undone=True,
    said=(("date", "2023"),),
)


def review_forms() -> Iterator[str]:
    """Give the forms of judgements, of the queue, and of what a judgement changed."""
    change = FieldChange(field="date", before=None, after="2024")
    item = ItemChange(part="timeline", change="changed", id="a", says="s", fields=(change,))
    effect = Effect(agreement="a", change="changed", parties=(), name=None, items=(item,))
    task = Task(sort="contradiction", about="a", why="w", choices=(Choice(about="a", says="s"),))
    yield "## `traktat review export` writes lines of `traktat.judgement/1`"
    yield f"{whole(Judgement.__doc__)} Empty fields are left out."
    yield _told(judgement_json(JUDGEMENT))
    yield "## `traktat review --list --json` prints a list of tasks"
    yield whole(Task.__doc__)
    yield _told(task.to_json())
    yield table(("sort", "reason"), [(f"`{sort}`", reason) for sort, reason in SORTS.items()])
    yield f"### Choice\n\n{whole(Choice.__doc__)}"
    yield _told(task.to_json()["choices"][0])
    yield "## `traktat review judge --json` prints a `traktat.review/1`"
    yield whole(Reviewed.__doc__)
    done = Reviewed(judgements=(JUDGEMENT,), effects=(effect,)).to_json()
    yield _told(done)
    yield f"### Effect\n\n{whole(Effect.__doc__)}"
    yield _told(done["agreements"][0])
    yield f"### ItemChange\n\n{whole(ItemChange.__doc__)}"
    yield _told(done["agreements"][0]["items"][0])
    yield f"### FieldChange\n\n{whole(FieldChange.__doc__)}"
    yield _told(done["agreements"][0]["items"][0]["fields"][0])
    yield "## `traktat review import --json` prints a `traktat.review-import/1`"
    yield whole(Imported.__doc__)
    yield _told(Imported().to_json())


def _told(example: Mapping[str, Any]) -> str:
    return table(("field", "meaning"), [(f"`{key}`", meaning("review", key)) for key in example])

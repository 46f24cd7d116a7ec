"""Review: what people decide about findings and matches, and what it does to the records.

`Reviewing` is the one door: `traktat review`, the desk and Python use the same verbs.
"""

from traktat.pipeline.reviewing.deciding import Decision
from traktat.pipeline.reviewing.effects import Effect, FieldChange, ItemChange
from traktat.pipeline.reviewing.exchange import judgement_json, read_back, written
from traktat.pipeline.reviewing.reviews import Board, Imported, Reviewed, Reviewing
from traktat.pipeline.reviewing.tasks import SORTS, Choice, Task

__all__ = [
    "SORTS",
    "Board",
    "Choice",
    "Decision",
    "Effect",
    "FieldChange",
    "Imported",
    "ItemChange",
    "Reviewed",
    "Reviewing",
    "Task",
    "judgement_json",
    "read_back",
    "written",
]

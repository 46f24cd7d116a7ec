"""Tasks: what a person should look at, why, and what there is to judge."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from traktat.model.judgements import Judgement
from traktat.model.spans import Span
from traktat.pipeline.reviewing.exchange import judgement_json
from traktat.sentences import SILENT, Sentence, sentence

SORTS: Mapping[str, Sentence] = {
    "conflicting-judgement": sentence("people decided differently"),
    "bad-judgement": sentence("a correction cannot be applied"),
    "stale-judgement": sentence("what was judged is no longer read"),
    "contradiction": sentence("sources contradict each other and none is preferred"),
    "decides-alone": sentence("the standing of today rests on what one origin tells"),
    "doubtful-link": sentence("a report may speak of several agreements"),
    "doubtful-record": sentence("the record does not fit together"),
    "settled-contradiction": sentence("sources contradict each other; a rule prefers one"),
    "unsure-reading": sentence("the reading is not sure of itself"),
    "doubtful-reading": sentence("the reading met something it could not settle"),
    "contradicting-claims": sentence("claimants contradict each other"),
}
"""Why something is in the queue, in the order in which it should be looked at."""

NOWHERE = Span(0, 0)
RANK = {sort: place for place, sort in enumerate(SORTS)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing a task lets a person judge: its id, what it says, and where it stands."""

    about: str
    says: Sentence
    report: str = ""
    path: str = ""
    span: Span = NOWHERE
    quote: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Something a person should look at.

    `about` is what the doubt is of: an item of a record, a finding, a report; `choices` are the
    findings, reports or mentions to judge; `decisions` what people decided before, if the task
    is about that; `near` the agreements that a mention may belong to.
    """

    sort: str
    about: str
    why: Sentence
    says: Sentence = SILENT
    agreement: str | None = None
    choices: tuple[Choice, ...] = ()
    decisions: tuple[Judgement, ...] = ()
    near: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Give the id of the task: a digest of what makes it this one."""
        stated = [self.sort, self.about, self.agreement, [one.about for one in self.choices]]
        stated.append(sorted(one.id for one in self.decisions))
        return f"t-{sha256(json.dumps(stated).encode('ascii')).hexdigest()[:10]}"

    @property
    def place(self) -> tuple[int, str, str, str]:
        """Give the key that puts tasks in the order to look at them."""
        return RANK[self.sort], self.agreement or "\uffff", self.about, self.id

    def to_json(self) -> dict[str, Any]:
        """Give the printed form."""
        return {
            "id": self.id,
            "sort": self.sort,
            "reason": SORTS[self.sort],
            "about": self.about,
            "agreement": self.agreement,
            "says": self.says,
            "why": self.why,
            "choices": [_choice_json(one) for one in self.choices],
            "decisions": [judgement_json(one) for one in self.decisions],
            "near": list(self.near),
        }


def _choice_json(choice: Choice) -> dict[str, Any]:
    return {
        "about": choice.about,
        "says": choice.says,
        "report": choice.report or None,
        "path": choice.path or None,
        "span": list(choice.span),
        "quote": choice.quote or None,
        "value": choice.value or None,
    }

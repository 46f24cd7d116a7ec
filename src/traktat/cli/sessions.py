"""A session of review in the terminal: one task after the other, one key for each decision."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import replace

import click

from traktat.cli.views.reviews import print_reviewed, print_task
from traktat.errors import ConflictingJudgement, TraktatError
from traktat.fusion.corrections import choices, correctable
from traktat.model.findings import Finding
from traktat.model.judgements import Verdict
from traktat.pipeline import Agreements
from traktat.pipeline.reviewing import Choice, Decision, Reviewing, Task

HELP = """\
a  accept: it was read rightly          m  it belongs to another agreement
r  reject: it should not be there       n  it is an agreement of its own
c  correct a field                      d  take one of the decisions back
s  skip for now                         u  undo what you did last
w  why was it read so                   q  quit (everything is kept)
"""
PROMPT = "a r c m n d s u w ? q > "


class Session:
    """Goes through the queue with somebody at the keyboard, or with lines from a pipe."""

    def __init__(
        self, agreements: Agreements, reviewing: Reviewing, by: str, agreement: str | None = None
    ) -> None:
        self._agreements, self._reviewing, self._by = agreements, reviewing, by
        self._agreement = agreement
        self._skipped: set[str] = set()
        self._done: list[tuple[str, ...]] = []  # ids of the judgements of each step
        self._keys: Mapping[str, Callable[[Task], None]] = {
            "a": self._accept,
            "r": self._reject,
            "c": self._correct,
            "m": self._move,
            "n": self._set_apart,
            "d": self._take_back,
            "s": self._skip,
            "u": self._undo,
            "w": self._explain,
            "?": self._help,
        }

    def run(self) -> None:
        """Go on until the queue is empty or somebody quits."""
        while True:
            tasks = self._queue()
            if not tasks:
                click.echo("nothing to review")
                return
            print_task(tasks[0], 1, len(tasks))
            if not self._step(tasks[0]):
                return

    def _queue(self) -> list[Task]:
        return [
            one
            for one in self._reviewing.queue()
            if one.id not in self._skipped and self._agreement in (None, one.agreement)
        ]

    def _step(self, task: Task) -> bool:
        """Do what one key says; tell whether to go on."""
        key = self._key()
        if key == "q":
            return False
        act = self._keys.get(key)
        if act is None:
            click.echo(f"no key {key!r}; ? tells the keys")
            return True
        try:
            act(task)
        except TraktatError as error:
            from traktat.cli.program import tell

            tell(error)
        return True

    def _key(self) -> str:
        """Read one key from a terminal, or one line from a pipe; its end means quit."""
        if sys.stdin.isatty():
            click.echo(PROMPT, nl=False)
            key = click.getchar()
            click.echo(key)
            return "q" if key in ("\x03", "\x04") else key.lower()
        return (self._line() or "q").strip().lower()[:1]

    def _line(self) -> str | None:
        line = sys.stdin.readline()
        return line if line else None

    def _ask(self, question: str) -> str:
        if sys.stdin.isatty():
            answer: str = click.prompt(question, default="", show_default=False)
            return answer.strip()
        return (self._line() or "").strip()

    def _chosen(self, task: Task) -> tuple[Choice, ...]:
        """Ask which of several things is meant; without an answer, all of them."""
        if len(task.choices) < 2:
            return task.choices
        answer = self._ask(f"which (1-{len(task.choices)}, Enter for all)")
        numbers = [int(word) for word in answer.replace(",", " ").split() if word.isdigit()]
        return tuple(one for place, one in enumerate(task.choices, 1) if place in numbers) or (
            () if answer else task.choices
        )

    def _accept(self, task: Task) -> None:
        self._decide(Verdict.ACCEPT, self._chosen(task))

    def _reject(self, task: Task) -> None:
        chosen = self._chosen(task)
        self._decide(Verdict.REJECT, chosen, why=self._ask("because"))

    def _correct(self, task: Task) -> None:
        chosen = self._chosen(task)
        for one in chosen[:1]:
            self._show_fields(one.about)
        name, equals, value = self._ask("field=value").partition("=")
        if not equals:
            click.echo("nothing corrected")
            return
        changes = {name.strip(): value.strip()}
        self._decide(Verdict.CORRECT, chosen, why=self._ask("because"), changes=changes)

    def _show_fields(self, about: str) -> None:
        from traktat.pipeline.reviewing.targets import findings_named

        for target in findings_named(about, self._agreements):
            if target.finding is not None:
                said = dict(target.said)
                for name in correctable(type(target.finding)):
                    click.echo(f"    {name}={said.get(name, '')}{_words(target.finding, name)}")

    def _move(self, task: Task) -> None:
        if not task.choices or "#" not in task.choices[0].about:
            click.echo("this is no agreement of a report; `traktat review judge` moves one")
            return
        answer = self._ask(f"which agreement ({', '.join(task.near)})")
        if not answer:
            return
        near = dict(enumerate(task.near, 1))
        record = near.get(int(answer), answer) if answer.isdigit() else answer
        self._take(
            Decision(
                about=task.choices[0].about,
                verdict=Verdict.SPLIT,
                other=self._agreements[record].id,
                by=self._by,
            )
        )

    def _set_apart(self, task: Task) -> None:
        if not task.choices or "#" not in task.choices[0].about:
            click.echo("this is no agreement of a report; `traktat review judge` splits one off")
            return
        self._decide(Verdict.SPLIT, task.choices[:1])

    def _take_back(self, task: Task) -> None:
        if not task.decisions:
            click.echo("there is no decision to take back here; u undoes your last one")
            return
        answer = "1" if len(task.decisions) == 1 else self._ask("which decision")
        for place, one in enumerate(task.decisions, 1):
            if answer == str(place):
                done = self._reviewing.undo(one.id, by=self._by, why=self._ask("because"))
                print_reviewed(done, "table")

    def _skip(self, task: Task) -> None:
        self._skipped.add(task.id)

    def _undo(self, task: Task) -> None:
        if not self._done:
            click.echo("nothing to undo")
            return
        for one in reversed(self._done.pop()):
            print_reviewed(self._reviewing.undo(one, by=self._by), "table")

    def _explain(self, task: Task) -> None:
        from traktat.cli.views.explanations import print_explanation
        from traktat.pipeline.explanations import explained

        for one in self._chosen(task):
            if "#" not in one.about:
                print_explanation(explained(one.about, self._agreements), "table")

    def _help(self, task: Task) -> None:
        click.echo(HELP, nl=False)

    def _decide(
        self,
        verdict: Verdict,
        chosen: tuple[Choice, ...],
        *,
        why: str = "",
        changes: Mapping[str, str] | None = None,
    ) -> None:
        made: list[str] = []
        for one in chosen:
            made += self._take(
                Decision(
                    about=one.about, verdict=verdict, by=self._by, why=why, changes=changes or {}
                ),
                note=False,
            )
        if made:
            self._done.append(tuple(made))

    def _take(self, decision: Decision, *, note: bool = True) -> list[str]:
        """Judge; where somebody decided otherwise, ask whether both shall stand."""
        try:
            done = self._reviewing.judge(decision)
        except ConflictingJudgement as error:
            click.echo(error.message)
            if self._ask("keep both decisions (y/n)").lower() != "y":
                return []
            done = self._reviewing.judge(replace(decision, against_others=True))
        print_reviewed(done, "table")
        ids = [one.id for one in done.judgements]
        if note and ids:
            self._done.append(tuple(ids))
        return ids


def _words(finding: Finding, name: str) -> str:
    words = choices(type(finding), name)
    return f"    ({', '.join(words)})" if words else ""

"""Judgements made from what a person says: about what, which verdict, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from traktat.errors import BadJudgement, told_of
from traktat.fusion.corrections import BAD_CORRECTION, canonical
from traktat.fusion.rulings import PERSON, TIE
from traktat.model.judgements import Judgement, Verdict, judgement_id
from traktat.pipeline.agreements import Agreements
from traktat.pipeline.reviewing.exchange import has_controls
from traktat.pipeline.reviewing.targets import (
    Target,
    agreement_named,
    findings_named,
    is_report,
    person_named,
    report_named,
    tie_between,
)
from traktat.sentences import sentence

LONGEST_NAME = 100  # characters of the name of a person who judges
LONGEST_WHY = 2000  # characters of a reason: half a page


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person decided: a verdict on something, by whom, why, and since when.

    `changes` are corrected fields in printed form; `other` is what it is merged with, moved to,
    split from or copied from; `against_others` lets it stand beside other people's decisions.
    """

    about: str
    verdict: Verdict
    by: str
    why: str = ""
    changes: Mapping[str, str] = field(default_factory=dict)
    other: str | None = None
    at: datetime | None = None
    against_others: bool = False


def judgements_of(decision: Decision, agreements: Agreements) -> tuple[Judgement, ...]:
    """Turn a decision into judgements: one for each finding, where several are meant.

    Raises `NotFound` for an id that names nothing, `BadJudgement` for what makes no sense.
    """
    _check(decision)
    at = decision.at or datetime.now(UTC)
    make = _MAKERS[decision.verdict]
    return tuple(
        _judgement(decision, target, other, at) for target, other in make(decision, agreements)
    )


Made = Iterable[tuple[Target, Target | None]]


def _check(decision: Decision) -> None:
    if not decision.by.strip() or len(decision.by) > LONGEST_NAME:
        raise BadJudgement(
            sentence("who judges is named in 1 to {most:number} characters", most=LONGEST_NAME),
            hint=sentence("Give your name with --by NAME, or set TRAKTAT_REVIEWER."),
        )
    if any(map(has_controls, (decision.by, decision.why, decision.about, decision.other or ""))):
        raise BadJudgement(
            sentence("a judgement holds no control characters"), hint=sentence("Leave them out.")
        )
    if len(decision.why) > LONGEST_WHY:
        raise BadJudgement(
            sentence("a reason has at most {most:number} characters", most=LONGEST_WHY),
            hint=sentence("Shorten it."),
        )
    if (decision.verdict is Verdict.CORRECT) != bool(decision.changes):
        raise BadJudgement(
            sentence("a correction, and nothing else, names the fields that change"),
            hint=sentence("Write --correct date=2024-06-19."),
        )


def _judgement(decision: Decision, target: Target, other: Target | None, at: datetime) -> Judgement:
    evidence = target.evidence
    if other is not None and other.evidence:
        evidence = f"{target.evidence}+{other.evidence}"
    said = target.said
    if other is not None and other.said:
        said = (*said, *((f"other {name}", value) for name, value in other.said))
    made = Judgement(
        id="",
        about=target.about,
        verdict=decision.verdict,
        by=decision.by.strip(),
        at=at.astimezone(UTC),
        why=decision.why.strip(),
        changes=_changes(decision, target),
        other=other.about if other else None,
        evidence=evidence,
        said=tuple(sorted(said)),
    )
    return replace(made, id=judgement_id(made))


def _changes(decision: Decision, target: Target) -> tuple[tuple[str, str], ...]:
    """Give the corrections that apply to a finding, each in the one way it is printed."""
    if target.finding is None:
        return ()
    sort = type(target.finding)
    try:
        return tuple(
            sorted((name, canonical(sort, name, value)) for name, value in decision.changes.items())
        )
    except BAD_CORRECTION as error:
        raise BadJudgement(
            sentence("{about}: {problem}", about=target.about, problem=told_of(error)),
            hint=sentence("Give each field as `traktat read --json` prints it."),
        ) from None


def _on_findings(decision: Decision, agreements: Agreements) -> Made:
    about = decision.about
    if about.startswith(TIE) and decision.verdict is not Verdict.CORRECT:
        report, _, of = about.removeprefix(TIE).partition(":")
        return [(tie_between(report, of, agreements), None)]
    if decision.verdict is not Verdict.CORRECT and is_report(about, agreements):
        return [(report_named(about, agreements), None)]
    return [(one, None) for one in findings_named(about, agreements)]


def _merged(decision: Decision, agreements: Agreements) -> Made:
    if decision.other is None:
        raise BadJudgement(
            sentence("a merge names two things"), hint=sentence("Write --merge OTHER.")
        )
    name = person_named if decision.about.startswith(PERSON) else agreement_named
    one, other = name(decision.about, agreements), name(decision.other, agreements)
    if one.about == other.about:
        raise BadJudgement(
            sentence(
                "{about} and {other} are one already", about=decision.about, other=decision.other
            )
        )
    return [(one, other)]


def _split(decision: Decision, agreements: Agreements) -> Made:
    if decision.about.startswith(PERSON):
        if decision.other is None:
            raise BadJudgement(
                sentence("a split of persons names two names"),
                hint=sentence("Write --split-from person:NAME."),
            )
        return [
            (person_named(decision.about, agreements), person_named(decision.other, agreements))
        ]
    if "#" not in decision.about:
        raise BadJudgement(
            sentence(
                "{about:quoted} is a whole agreement; what is split off is one report's",
                about=decision.about,
            ),
            hint=sentence(
                "Write it as REPORT#KEY, such as the `links` of `traktat show --json` give."
            ),
        )
    into = decision.other and agreement_named(decision.other, agreements)
    return [(agreement_named(decision.about, agreements), into or None)]


def _copied(decision: Decision, agreements: Agreements) -> Made:
    if decision.other is None:
        raise BadJudgement(
            sentence("a copy names two reports"), hint=sentence("Write --copy-of REPORT.")
        )
    tie_between(decision.about, decision.other, agreements)
    return [(report_named(decision.about, agreements), report_named(decision.other, agreements))]


_MAKERS: Mapping[Verdict, Callable[[Decision, Agreements], Made]] = {
    Verdict.ACCEPT: _on_findings,
    Verdict.REJECT: _on_findings,
    Verdict.CORRECT: _on_findings,
    Verdict.MERGE: _merged,
    Verdict.SPLIT: _split,
    Verdict.COPY: _copied,
}

"""The queue: what a person should look at first, each with its reason.

Tasks are worked out from the records, the doubts of the readings and the judgements, so what a
person has settled is gone from the queue, and undoing it brings it back.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from traktat.fusion.conflicts import at_odds, conflicts_between, message_of
from traktat.fusion.regrouping import found_in
from traktat.fusion.rulings import ON_FINDINGS, PERSON, TIE, Rulings, report_judged
from traktat.fusion.verdicts import matches, problem_of
from traktat.model.findings import AgreementFinding, Reading, finding_id
from traktat.model.judgements import Judgement, Verdict
from traktat.model.kinds import DisagreementClass
from traktat.model.records import Disagreement, Record, RecordIssue, Support, TimelineAct, Value
from traktat.pipeline.dossiers import dossier_of
from traktat.pipeline.reviewing.effects import says
from traktat.pipeline.reviewing.targets import is_named
from traktat.pipeline.reviewing.tasks import Choice, Task
from traktat.sentences import Sentence, beside, sentence
from traktat.store.base import Doubt, Store

ALONE = 3  # credibility from which no second independent origin confirms an act
UNSURE = 0.5  # confidence up to which a reading is as likely wrong as right

_JUDGED = frozenset({"conflicting-judgement", "bad-judgement", "stale-judgement"})
_READ = ("act", "provision", "statement", "claim", "agreement", "date")
_MENTION = re.compile(r"\(([0-9a-f]{12}#[^)\s]{1,40})\) fits ([^:]{1,400}):")


def of_record(record: Record, on: date) -> tuple[Task, ...]:
    """List what should be looked at in one record, whatever people decided so far."""
    paths = {entry.report: entry.path for entry in record.reports}
    found = [
        *_contradictions(record, paths),
        *_deciding_alone(record, paths, on),
        *_unsure(record, paths),
        *(_of_issue(record, one, paths) for one in record.issues if one.code not in _JUDGED),
    ]
    return tuple(sorted(found, key=lambda one: one.place))


def _choices(
    supports: Iterable[Support], paths: Mapping[str, str], told: Sentence
) -> tuple[Choice, ...]:
    found: dict[str, Choice] = {}
    for one in supports:
        about = f"{one.report}:{one.finding}" if one.finding else one.report
        found.setdefault(
            about,
            Choice(
                about=about,
                says=told,
                report=one.report,
                path=paths.get(one.report, ""),
                span=one.span,
                quote=one.quote,
                value=one.value,
            ),
        )
    return tuple(found.values())


def _contradictions(record: Record, paths: Mapping[str, str]) -> Iterator[Task]:
    for one in record.disagreements:
        if one.sort is DisagreementClass.CONTRADICTION:
            choices = tuple(
                choice
                for value in one.values
                for choice in _choices(value.support, paths, _one_value(one, value))
            )
            yield Task(
                sort=_sort_of(one),
                about=one.id,
                why=one.why or sentence("the values exclude each other"),
                says=sentence(
                    "{about:about}: {values}",
                    about=one.about,
                    values=beside([_value(value) for value in one.values], " ≠ "),
                ),
                agreement=record.id,
                choices=choices,
            )


def _value(value: Value) -> Sentence:
    return sentence("{value:value}", value=value.value)


def _one_value(one: Disagreement, value: Value) -> Sentence:
    return sentence("{about:about} = {value:value}", about=one.about, value=value.value)


def _sort_of(one: Disagreement) -> str:
    if one.about.startswith("claim:"):
        return "contradicting-claims"
    return "contradiction" if one.prefer is None else "settled-contradiction"


def _deciding_alone(record: Record, paths: Mapping[str, str], on: date) -> Iterator[Task]:
    standing = dossier_of(record).status_on(on)
    for act in record.timeline:
        if act.id in standing.because and act.credibility >= ALONE:
            why = sentence(
                "it makes the agreement {status:standing} on {day:day}, and only {origins} tells"
                " of it (credibility {credibility:number})",
                status=standing.status,
                day=on,
                origins=_origins(act),
                credibility=act.credibility,
            )
            yield _of_act("decides-alone", record, act, paths, why)


def _origins(act: TimelineAct) -> Sentence:
    names = sentence("{names:origin}", names=act.origins) if act.origins else sentence("one origin")
    organ = [sentence("an organ of a party")] if act.party_organ else []
    return beside([names, *organ], ", ")


def _unsure(record: Record, paths: Mapping[str, str]) -> Iterator[Task]:
    for act in record.timeline:
        if act.confidence <= UNSURE:
            why = sentence(
                "the reading is {confidence:score} sure of this act", confidence=act.confidence
            )
            yield _of_act("unsure-reading", record, act, paths, why)


def _of_act(
    sort: str, record: Record, act: TimelineAct, paths: Mapping[str, str], why: Sentence
) -> Task:
    return Task(
        sort=sort,
        about=act.id,
        why=why,
        says=says(act),
        agreement=record.id,
        choices=_choices(act.support, paths, says(act)),
    )


def _of_issue(record: Record, issue: RecordIssue, paths: Mapping[str, str]) -> Task:
    link = issue.code == "doubtful-link"
    mention = _MENTION.search(issue.message) if link else None
    choices = _choices(issue.support, paths, issue.message)
    if mention and choices:
        first = choices[0]
        choices = (
            Choice(
                about=mention[1],
                says=issue.message,
                report=first.report,
                path=first.path,
                span=first.span,
                quote=first.quote,
            ),
        )
    return Task(
        sort="doubtful-link" if link else "doubtful-record",
        about=mention[1] if mention else f"{record.id}:{issue.code}",
        why=issue.message,
        says=sentence("{code:issue}", code=issue.code),
        agreement=record.id,
        choices=choices,
        near=tuple(mention[2].split(" and ")) if mention else (),
    )


def of_readings(doubts: Iterable[Doubt], records: Mapping[str, frozenset[str]]) -> Iterator[Task]:
    """List what the readings could not settle, each once, with the best finding to judge.

    `records` gives, by report, the codes of issues that the records themselves tell of.
    """
    best: dict[tuple[str, str, int, int], Doubt] = {}
    for one in doubts:
        key = one.report, one.code, *one.span
        if one.code in records.get(one.report, ()):
            continue
        if key not in best or _rank(one) < _rank(best[key]):
            best[key] = one
    for one in best.values():
        about = f"{one.report}:{one.finding}" if one.finding and _rank(one) < len(_READ) else ""
        about = about or one.report
        choice = Choice(
            about=about,
            says=one.message,
            report=one.report,
            path=one.path,
            span=one.span,
            quote=(one.quote or "") if about != one.report else "",
        )
        yield Task(
            sort="doubtful-reading",
            about=f"{about}:{one.code}",
            why=one.message,
            says=sentence("{code:issue}", code=one.code),
            agreement=one.agreement,
            choices=(choice,),
        )


def _rank(doubt: Doubt) -> int:
    return _READ.index(doubt.kind) if doubt.kind in _READ else len(_READ)


def unsettled(tasks: Iterable[Task], rulings: Rulings) -> Iterator[Task]:
    """Leave out what people have judged: every finding of it, or what it is about."""
    for one in tasks:
        abouts = [choice.about for choice in one.choices]
        if not abouts or not all(_is_judged(about, rulings) for about in abouts):
            yield one


def _is_judged(about: str, rulings: Rulings) -> bool:
    if about in rulings.about:
        return True
    if any(one.other == about for one in rulings.moves):
        return True
    report = report_judged(about)
    return bool(report) and rulings.last(report or "", (Verdict.REJECT,)) is not None


def of_others(store: Store, rulings: Rulings, reports: Collection[str]) -> Iterator[Task]:
    """List conflicts beside findings, and judgements that rest on what the store has no more."""
    for conflict in conflicts_between(rulings):
        yield _conflict(conflict.about, conflict.decisions)
    for one in rulings.all:
        missing = _missing(one, store, reports)
        if missing:
            yield _stale(one, missing)


def of_report(reading: Reading, rulings: Rulings) -> tuple[Task, ...]:
    """List the judgements on findings of a report that conflict, do not fit, or met none."""
    return tuple(_of_reading(reading, rulings))


def _of_reading(reading: Reading, rulings: Rulings) -> Iterator[Task]:
    found = matches(reading.report, reading.findings, rulings)
    keys = frozenset(one.key for one in reading.findings if isinstance(one, AgreementFinding))
    for finding in reading.findings:
        key = finding_id(finding)
        about = f"{reading.report.id}:{key}"
        choice = Choice(
            about=about,
            says=beside([sentence("{kind:finding}", kind=finding.kind), says(finding)]),
            report=reading.report.id,
            path=reading.report.path,
            span=finding.span,
            quote=finding.quote,
        )
        differing = at_odds(found.of.get(key, ()))
        if differing:
            yield _conflict(about, differing, choice)
        for one in found.of.get(key, ()):
            problem = one.verdict is Verdict.CORRECT and problem_of(finding, one, keys)
            if problem:
                yield Task(
                    sort="bad-judgement",
                    about=about,
                    why=problem,
                    says=choice.says,
                    choices=(choice,),
                    decisions=(one,),
                )
    for one in found.stale:
        yield _stale(one, sentence("the words it rested on are read differently now"))


def _conflict(about: str, decisions: tuple[Judgement, ...], *choices: Choice) -> Task:
    return Task(
        sort="conflicting-judgement",
        about=about,
        why=message_of(decisions),
        says=choices[0].says if choices else _id(about),
        choices=choices or (Choice(about=about, says=_id(about)),),
        decisions=decisions,
    )


def _id(about: str) -> Sentence:
    return sentence("{about}", about=about)


def _stale(judgement: Judgement, why: Sentence) -> Task:
    said = dict(judgement.said)
    return Task(
        sort="stale-judgement",
        about=judgement.about,
        why=why,
        says=beside(value for name, value in said.items() if name not in ("kind", "quote")),
        choices=(
            Choice(
                about=judgement.about,
                says=sentence("{kind:finding}", kind=said.get("kind", "")),
                quote=said.get("quote", ""),
            ),
        ),
        decisions=(judgement,),
    )


def _missing(judgement: Judgement, store: Store, reports: Collection[str]) -> Sentence | None:
    """Say what a judgement rests on that the store has no more; None where all is there."""
    about, other = judgement.about, judgement.other or ""
    if about.startswith(PERSON):
        names = [one.removeprefix(PERSON) for one in (about, other)]
        lost = [name for name in names if not is_named(name, store)]
        return sentence("no report names {name} any more", name=lost[0]) if lost else None
    if about.startswith(TIE):
        anchors = about.removeprefix(TIE).split(":")
    elif judgement.verdict is Verdict.COPY:
        anchors = [about, other]
    elif "#" in about:
        return _missing_mention(judgement, store)
    else:
        report = report_judged(about)
        if report == "" and judgement.verdict in ON_FINDINGS and not store.reports_of(about):
            report = about
        anchors = [report] if report and judgement.verdict in ON_FINDINGS else []
    gone = [one for one in anchors if one not in reports]
    return sentence("report {report} is no longer in the store", report=gone[0]) if gone else None


def _missing_mention(judgement: Judgement, store: Store) -> Sentence | None:
    digests = judgement.evidence.partition("+")[::2]
    for anchor, digest in zip((judgement.about, judgement.other or ""), digests, strict=True):
        report, hash_, _ = anchor.partition("#")
        readings = list(store.readings([report])) if hash_ else []
        if hash_ and not any(found_in(one, anchor, digest) for one in readings):
            return sentence(
                "{anchor} is read differently now, or its report is gone", anchor=anchor
            )
    return None

"""Whether a judgement still fits what it is about, what others decided, and what it may change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from traktat.errors import BadJudgement, ConflictingJudgement, NotFound, StaleJudgement
from traktat.fusion.conflicts import at_odds, conflicts_between
from traktat.fusion.rulings import PERSON, TIE, Rulings, in_force, report_judged
from traktat.fusion.verdicts import matches, problem_of
from traktat.model.findings import AgreementFinding, Reading, finding_id
from traktat.model.judgements import Judgement, Verdict
from traktat.sentences import sentence
from traktat.store.base import Store


def check(judgement: Judgement, store: Store, *, against_others: bool) -> None:
    """Raise `BadJudgement` where a judgement cannot be applied, or there is reason to ask again.

    That is `StaleJudgement` if the evidence it names is no longer what the store holds, and
    `ConflictingJudgement` if somebody else decided otherwise.
    """
    if judgement.undone:
        _must_be_known(judgement, store)
        return
    alone = in_force([judgement])
    readings = list(store.readings(reports_of(judgement, store)))
    met = any(matches(one.report, one.findings, alone).of for one in readings)
    if judgement.evidence and _is_on_finding(judgement) and not met:
        raise StaleJudgement(sentence("what {about} rests on has changed", about=judgement.about))
    if judgement.verdict is Verdict.CORRECT:
        _must_apply(judgement, readings, alone)
    if not against_others:
        _must_agree(judgement, store, readings)


def _is_on_finding(judgement: Judgement) -> bool:
    return report_judged(judgement.about) is not None and judgement.verdict in (
        Verdict.ACCEPT,
        Verdict.REJECT,
        Verdict.CORRECT,
    )


def _must_be_known(judgement: Judgement, store: Store) -> None:
    if all(one.id != judgement.id for one in store.judgements()):
        raise NotFound(
            sentence("there is no judgement {id:quoted} to undo", id=judgement.id),
            hint=sentence("It may have been made in another store."),
        )


def _must_apply(judgement: Judgement, readings: Iterable[Reading], alone: Rulings) -> None:
    """Raise `BadJudgement` for a field or a value that the finding cannot have."""
    for reading in readings:
        keys = frozenset(one.key for one in reading.findings if isinstance(one, AgreementFinding))
        found = matches(reading.report, reading.findings, alone).of
        met = [one for one in reading.findings if found and finding_id(one) in found]
        for problem in (problem_of(one, judgement, keys) for one in met):
            if problem:
                raise BadJudgement(
                    sentence("{about}: {problem}", about=judgement.about, problem=problem),
                    hint=sentence("Give each field as `traktat read --json` prints it."),
                )


def _must_agree(judgement: Judgement, store: Store, readings: Iterable[Reading]) -> None:
    rulings = in_force((*store.judgements(), judgement))
    differing = [one.decisions for one in conflicts_between(rulings)]
    for reading in readings:
        found = matches(reading.report, reading.findings, rulings).of
        differing += [at_odds(decisions) for decisions in found.values()]
    for decisions in differing:
        others = [one for one in decisions if one.by != judgement.by]
        if others and any(one.id == judgement.id for one in decisions):
            raise ConflictingJudgement(
                sentence(
                    "{by} decided otherwise about {about}", by=others[-1].by, about=judgement.about
                )
            )


def reports_of(judgement: Judgement, store: Store) -> tuple[str, ...]:
    """Give the reports that the finding, tie or agreement judged stands in, sorted."""
    return tuple(sorted(set(_reports_of(judgement.about, store))))


def concerned(judgement: Judgement, store: Store) -> tuple[str, ...]:
    """Give the reports whose findings or ties a judgement may change, sorted.

    Only the records that rest on them have to be worked out anew. Of a merge or a split of
    agreements these are the reports of both; of persons, all reports that name one of them.
    """
    known = store.judgements() if judgement.undone else ()
    same = (judgement, *(one for one in known if one.id == judgement.id))
    matters = {about for one in same for about in (one.about, one.other) if about}
    return tuple(sorted({report for about in matters for report in _reports_of(about, store)}))


def _reports_of(about: str, store: Store) -> Iterable[str]:
    if about.startswith(PERSON):
        name = about.removeprefix(PERSON)
        renamed = (one.about for one in store.judgements() if name in str(one.changes))
        return (*store.reports_naming(name), *(one.partition(":")[0] for one in renamed))
    if about.startswith(TIE):
        return about.removeprefix(TIE).split(":")
    if "#" in about or ":" in about:
        return (about.replace("#", ":").partition(":")[0],)
    return (*store.reports_of(about), *store.reports_in(about), *_itself(about, store))


def _itself(about: str, store: Store) -> Iterator[str]:
    return (reading.report.id for reading in store.readings([about]))

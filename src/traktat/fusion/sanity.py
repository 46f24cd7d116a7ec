"""Doubts that a person should look at: acts out of order, before their time, on a wrong weekday."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from traktat.fusion.clusters import swapped
from traktat.fusion.dating import WEEKDAY_MISMATCH
from traktat.fusion.disputes import Collected, edtf, last_told
from traktat.fusion.happenings import AGAIN, Happening
from traktat.fusion.timeline import BEFORE_ALL
from traktat.model.dates import on
from traktat.model.kinds import ActKind
from traktat.model.records import RecordIssue, Support
from traktat.sentences import SILENT, Sentence, beside, sentence

LONG_READY = timedelta(days=3 * 365)  # from a ready text to its signature; most take months


def issues_of(found: Collected) -> tuple[RecordIssue, ...]:
    """Apply every check and gather what linking and judgements left in doubt."""
    issues = [*found.dossier.agreement.doubts, *found.dossier.doubts]
    for evidence in found.dossier.evidence.values():
        issues += evidence.doubts
    for check in CHECKS:
        issues += check(found)
    return tuple(sorted(set(issues), key=lambda one: (one.code, one.message, one.support)))


def acts_out_of_order(found: Collected) -> Iterator[RecordIssue]:
    """A step dated before the step it follows from is doubtful."""
    dated = [one for one in found.occurred() if one.when and not one.when.is_open]
    for earlier in dated:
        for later in dated:
            if (earlier.act, later.act) not in BEFORE_ALL or not _bound(found, earlier, later):
                continue
            if earlier.when and later.when and earlier.when.first > later.when.last:
                yield RecordIssue(
                    code="acts-out-of-order",
                    message=_out_of_order(earlier, later),
                    support=(*_anchors(earlier), *_anchors(later)),
                )


def _bound(found: Collected, earlier: Happening, later: Happening) -> bool:
    """Tell whether the order binds these two: parties of many ratify when they like.

    What can be done again (a text agreed on an amendment) may always come later.
    """
    if earlier.act in AGAIN:
        return False
    if found.dossier.bilateral:
        return not earlier.side or not later.side or earlier.side == later.side
    return bool(earlier.side) and earlier.side == later.side


def _out_of_order(earlier: Happening, later: Happening) -> Sentence:
    told = sentence(
        "{earlier:deed} {first:day} comes after {later:deed} {second:day}",
        earlier=earlier.act,
        first=edtf(earlier.when),
        later=later.act,
        second=edtf(later.when),
    )
    return beside(filter(None, (told, _hint(earlier, later))), "; ")


def _hint(earlier: Happening, later: Happening) -> Sentence:
    for one, other in ((earlier, later), (later, earlier)):
        turned = swapped(one.when.first) if one.when and one.when.is_day else None
        if turned is None or other.when is None:
            continue
        before = turned <= other.when.last
        if before if one is earlier else turned >= other.when.first:
            return sentence(
                "with day and month exchanged {act:deed} would be {day:day}",
                act=one.act,
                day=on(turned),
            )
    return SILENT


def _anchors(happening: Happening) -> tuple[Support, ...]:
    return tuple(voice.support() for voice in sorted(happening.voices, key=lambda one: one.place))


def ready_long_before(found: Collected) -> Iterator[RecordIssue]:
    """A text that was ready years before its signature may be another agreement's."""
    for signed in found.occurred(ActKind.SIGNATURE):
        for ready in found.occurred(ActKind.TEXT_AGREED, ActKind.INITIALLING):
            if not signed.when or not ready.when or ready.when.is_open or signed.when.is_open:
                continue
            if signed.when.first - ready.when.last > LONG_READY:
                yield RecordIssue(
                    code="acts-far-apart",
                    message=sentence(
                        "{ready:deed} {first:day} lies years before {signed:deed} {second:day}:"
                        " it may be another agreement's",
                        ready=ready.act,
                        first=edtf(ready.when),
                        signed=signed.act,
                        second=edtf(signed.when),
                    ),
                    support=(*_anchors(ready), *_anchors(signed)),
                )


def done_before_it_could_be(found: Collected) -> Iterator[RecordIssue]:
    """An act dated after the last report that tells of it as done cannot have been done."""
    for happening in found.occurred():
        told = last_told(happening.voices)
        if happening.when and told and happening.when.first > told:
            yield RecordIssue(
                code="dated-after-its-reports",
                message=sentence(
                    "{act:deed} is told as done, but {day:day} lies after the last report of it"
                    " ({told:day})",
                    act=happening.act,
                    day=edtf(happening.when),
                    told=told,
                ),
                support=_anchors(happening),
            )


def wrong_weekday(found: Collected) -> Iterator[RecordIssue]:
    """A date of an act whose weekday is another day's may be a misprint."""
    for happening in found.occurred():
        for voice in happening.told:
            when = voice.finding.date
            words = found.dossier.words_of_date(voice, when) if when else None
            if words and found.dossier.has_issue(voice, WEEKDAY_MISMATCH, words.span):
                turned = swapped(when.first) if when and when.is_day else None
                yield RecordIssue(
                    code=WEEKDAY_MISMATCH,
                    message=_weekday(words.quote, edtf(when), turned),
                    support=(voice.support(edtf(when)),),
                )


def _weekday(quote: str, day: str, turned: date | None) -> Sentence:
    told = sentence("{quote:quoted} names a weekday that {day:day} is not", quote=quote, day=day)
    if turned is None:
        return told
    guess = sentence("with day and month exchanged it would be {day:day}", day=turned)
    return beside([told, guess], "; ")


def parties_unknown(found: Collected) -> Iterator[RecordIssue]:
    """An agreement with fewer than two named parties may belong to another record."""
    if len(found.dossier.parties) < 2 and not found.dossier.agreement.group.known:
        yield RecordIssue(
            code="parties-unknown",
            message=sentence("no report names two parties of this agreement"),
            support=tuple(sorted(voice.support() for voice in found.dossier.mentions())),
        )


def no_effect_known(found: Collected) -> Iterator[RecordIssue]:
    """An agreement that is told as ended but not as begun lacks a report."""
    ended = list(found.occurred(ActKind.TERMINATION))
    if ended and not list(found.occurred(ActKind.ENTRY_INTO_FORCE, ActKind.SIGNATURE)):
        yield RecordIssue(
            code="ended-without-beginning",
            message=sentence("reports tell of its end, none of its signature or entry into force"),
            support=_anchors(ended[0]),
        )


CHECKS: tuple[Callable[[Collected], Iterator[RecordIssue]], ...] = (
    acts_out_of_order,
    ready_long_before,
    done_before_it_could_be,
    wrong_weekday,
    parties_unknown,
    no_effect_known,
)

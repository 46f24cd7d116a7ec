"""Who says what: direct, indirect, mixed and nested statements.

Each sentence gives its verbs of saying (`sayings`); each verb its subject, whom `speakers`
names, and the words it reports. Quotations take the speaker of the verb that reports them;
one without a verb belongs to whoever spoke last.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, zip_longest

from traktat.model.findings import StatementFinding, Step
from traktat.model.kinds import Form, NameKind
from traktat.reading.circumstances import Circumstances, circumstances_of, not_after
from traktat.reading.complements import REMARK, URGE, VOW
from traktat.reading.direct import (
    claimed_after,
    is_name,
    is_title,
    is_whole,
    named_in,
    owner_of,
    unclaimed_speaker,
)
from traktat.reading.indirect import reported_words
from traktat.reading.lines import Layers, Line, line_of
from traktat.reading.mentions import Dates, Names, Quotation, Quotations, Row, Utterance, Utterances
from traktat.reading.quotations import DOUBLE
from traktat.reading.remarks import headline_of
from traktat.reading.sayings import Saying, sayings_of
from traktat.reading.scan import Scan
from traktat.reading.speakers import speaker_named, speaker_of
from traktat.reading.speech import speech_of
from traktat.reading.subjects import Link, cited, subject_of
from traktat.reading.topics import topic_of
from traktat.reading.trace import Speaker, Trace

_SURE, _TRACED, _UNCLAIMED = 1.0, 0.8, 0.6
"""How sure a reading is: the speaker is named, was traced, or no verb claims the words."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A saying whose speaker is known, and the circumstances of it."""

    saying: Saying | None
    speaker: Speaker
    about: Circumstances
    confidence: float = _SURE

    @property
    def is_rule(self) -> bool:
        """Tell whether it is a promise between states or a treaty's demand: no statement."""
        if self.saying is None:
            return False
        if self.speaker.sort is NameKind.DOCUMENT:
            return self.saying.rule in (VOW, URGE)
        many = self.speaker.sort in (NameKind.STATE, NameKind.ORGANISATION)
        return self.saying.rule == VOW and many and self.speaker.office is None


@dataclass(slots=True)
class _Reader:
    """Reads a report line by line and keeps the trace of its speakers."""

    layers: Layers
    trace: Trace
    last: _Told | None = None
    broken_off: _Told | None = None

    def read(self, line: Line, following: Line | None = None) -> Iterator[Utterance]:
        """Give the statements that end in a line; `following` is the next of its paragraph."""
        told = self._tell(line)
        if self.broken_off is not None and not told and not line.long:
            # "…, seraya mengatakan." and the words stand on the next line, their marks lost
            yield self._utterance(
                line, self.broken_off, Form.INDIRECT, line.begin, line.stop, mixed=False
            )
            self.broken_off = None
            return
        self.broken_off = next((item for item in told[-1:] if _breaks_off(line, item)), None)
        owners = [item for item in told if item is not None and not item.is_rule]
        sayings = [item.saying for item in owners if item.saying is not None]
        quoted = [
            item
            for quote in line.long
            if line.first < quote.end <= line.end
            for item in self._direct(line, quote, _owner(line, quote, owners, sayings), following)
        ]
        reported = [item for known in told if known for item in self._indirect(line, known)]
        yield from quoted
        yield from reported
        headed = None if told or quoted else headline_of(line)
        if headed is not None:
            who, first, end = headed
            item = _Told(None, speaker_named(who), Circumstances(), _UNCLAIMED)
            yield self._utterance(line, item, Form.REMARK, first, end, mixed=False)
        elif not quoted and not reported:
            topic = topic_of(line, self.trace)
            if topic is not None:
                self.trace.about(topic)

    def _tell(self, line: Line) -> list[_Told | None]:
        """Name the speaker of each saying of a line."""
        out: list[_Told | None] = []
        sayings = sayings_of(line)
        for index in range(len(sayings)):
            out.append(self._named(line, sayings, index, out))
        return out

    def _named(
        self, line: Line, sayings: tuple[Saying, ...], index: int, known: list[_Told | None]
    ) -> _Told | None:
        saying = sayings[index]
        confidence = _SURE
        if saying.parent is not None:
            parent = known[saying.parent]
            speaker = None if parent is None else parent.speaker
        elif saying.subject.link is Link.NOBODY:
            return None
        elif saying.subject.link is Link.SHARED:
            speaker = self._sentence_subject(line, saying)
        else:
            speaker = self._speaker(line, saying)
            confidence = _TRACED if saying.subject.link is Link.TRACED else _SURE
        if speaker is None:
            return None
        about = circumstances_of(line, sayings, index, speaker)
        return _Told(saying, speaker, about, confidence)

    def _speaker(self, line: Line, saying: Saying) -> Speaker | None:
        """Name the subject of a saying, or whom that subject cites."""
        spoken_of = named_in(line, saying.first, saying.end)
        speaker = speaker_of(line, saying.subject, self.trace, spoken_of)
        source = cited(line, saying.cue.end, line.stop) if saying.follows else None
        if source is None:
            return speaker
        if speaker is not None:
            self.trace.spoke(speaker)  # the paper, which may be called again
        return speaker_of(line, source, self.trace)

    def _sentence_subject(self, line: Line, saying: Saying) -> Speaker | None:
        """Give the subject of the sentence for a verb that shares it."""
        subject = subject_of(line, line.begin, saying.subject.clause)
        return None if subject is None else speaker_of(line, subject, self.trace)

    def _direct(
        self, line: Line, quote: Quotation, owner: _Told | None, following: Line | None
    ) -> Iterator[Utterance]:
        if is_name(line, quote) or (not is_whole(line, quote) and is_title(line, quote)):
            return
        if owner is not None:
            item = owner
        elif is_title(line, quote):
            return
        else:
            last = quote.end >= line.stop  # nothing of the sentence follows the quotation
            speaker = claimed_after(following, self.trace) if last else None
            speaker = speaker or unclaimed_speaker(line, quote, self.trace)
            if speaker is None:
                return
            item = _Told(None, speaker, Circumstances(), _UNCLAIMED)
        mixed = item.saying is not None and not is_whole(line, quote)
        yield self._utterance(line, item, Form.DIRECT, quote.first, quote.end, mixed=mixed)

    def _indirect(self, line: Line, item: _Told) -> Iterator[Utterance]:
        if item.saying is None or not item.saying.has_body:
            return
        if item.is_rule:
            return
        words = reported_words(line, item.saying)
        if words is not None:
            form = Form.REMARK if item.saying.rule == REMARK else Form.INDIRECT
            yield self._utterance(line, item, form, *words, mixed=False)

    def _utterance(
        self, line: Line, item: _Told, form: Form, first: int, end: int, *, mixed: bool
    ) -> Utterance:
        about = item.about
        if self.last is not None and self.last.speaker.name == item.speaker.name:
            about = about.after(self.last.about)
        self.trace.spoke(item.speaker)
        self.last = replace(item, about=about)
        page = self.layers.page
        tokens = page.tokens
        while end > first + 1 and tokens.words[end - 1] == ",":
            end -= 1
        cue = item.saying.cue if item.saying is not None else None
        span = tokens.span(first, end)
        where = tokens.span(cue.first, cue.end) if cue is not None else None
        rule = (
            ("headline" if form is Form.REMARK else "unclaimed")
            if item.saying is None
            else item.saying.rule
        )
        uttered = about.uttered or not_after(page.report.published)
        finding = StatementFinding(
            span=span,
            quote=page.quote(span),
            because=(Step(f"{form}: {rule}", cue.entry if cue is not None else "", where),),
            confidence=item.confidence,
            speaker=item.speaker.name,
            form=form,
            office=item.speaker.office,
            state=item.speaker.state,
            via=about.via,
            uttered=uttered,
            mixed=mixed,
            cue=where,
            occasion=about.occasion,
        )
        return Utterance(first=first, end=end, cue=cue.first if cue else -1, finding=finding)


def _owner(
    line: Line, quote: Quotation, owners: list[_Told], sayings: list[Saying]
) -> _Told | None:
    at = owner_of(line, quote, sayings)
    return None if at is None else owners[at]


def _breaks_off(line: Line, item: _Told | None) -> bool:
    """Tell whether a sentence ends with a verb of saying that goes on and has reported nothing."""
    saying = item.saying if item is not None else None
    if saying is None or saying.has_body or saying.cue.end != line.stop:
        return False
    return saying.subject.link is Link.SHARED


def read_statements(page: Scan, names: Names, quotations: Quotations, dates: Dates) -> Utterances:
    """Find statements and trace their speakers through the text."""
    doubles = any(page.text[item.span.start - 1] in DOUBLE for item in quotations.items)
    layers = Layers(page, speech_of(page.pack), names, quotations, dates, doubles)
    reader = _Reader(layers, Trace())
    found: list[Utterance] = []
    lines = list(_lines(layers))
    for line, following in zip_longest(lines, lines[1:]):
        same = following and following.sentence.paragraph == line.sentence.paragraph
        found += reader.read(line, following if same else None)
    return Row(tuple(sorted(found, key=lambda item: (item.first, -item.end, item.cue))))


def _lines(layers: Layers) -> Iterator[Line]:
    """Lay out the sentences of a report, each with the outer quotations it shares tokens with."""
    outer = [quote for quote in layers.quotations.items if quote.depth == 0]
    at = 0
    for sentence in layers.page.sentences:
        while at < len(outer) and outer[at].end < sentence.first:
            at += 1
        shared = []
        for quote in islice(outer, at, None):
            if quote.first > sentence.end:
                break
            shared.append(quote)
        yield line_of(layers, sentence, shared)

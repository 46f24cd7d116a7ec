"""Who says what: direct, indirect, mixed and nested statements.

Each sentence gives its verbs of saying (`sayings`); each verb its subject, whom `speakers`
names, and the words it reports. Quotations take the speaker of the verb that reports them;
one without a verb belongs to whoever spoke last.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, zip_longest

from traktat.model.kinds import Form, NameKind
from traktat.reading.mentions import Dates, Names, Quotation, Quotations, Row, Utterance, Utterances
from traktat.reading.quotations import DOUBLE
from traktat.reading.scan import Scan
from traktat.reading.statements.cases import DOCUMENT, speaker_named
from traktat.reading.statements.circumstances import Circumstances, circumstances_of
from traktat.reading.statements.citations import cited
from traktat.reading.statements.complements import REMARK
from traktat.reading.statements.direct import (
    claimed_after,
    is_name,
    is_title,
    is_whole,
    named_in,
    owner_of,
    unclaimed_speaker,
)
from traktat.reading.statements.fragments import fragments_of
from traktat.reading.statements.impersonal import ascribed_of, impersonal_of
from traktat.reading.statements.indirect import reported_words
from traktat.reading.statements.later import Spoken, with_later_names
from traktat.reading.statements.lines import Layers, Line, line_of
from traktat.reading.statements.nested import nested_in, passed_on
from traktat.reading.statements.nouns import Link
from traktat.reading.statements.remarks import headline_of
from traktat.reading.statements.sayings import Saying, sayings_of
from traktat.reading.statements.segments import subject_of
from traktat.reading.statements.speakers import speaker_of
from traktat.reading.statements.speech import speech_of
from traktat.reading.statements.thoughts import thoughts_of
from traktat.reading.statements.told import SURE, TRACED, UNCLAIMED, Told, utterance_of
from traktat.reading.statements.topics import is_of_paper, pair_of, topic_of
from traktat.reading.statements.trace import Speaker, Trace


@dataclass(slots=True)
class _Reader:
    """Reads a report line by line and keeps the trace of its speakers."""

    layers: Layers
    trace: Trace
    last: Told | None = None
    broken_off: Told | None = None
    opened: tuple[Quotation, Told] | None = None
    spoken: list[Spoken] = field(default_factory=list)
    asides: list[Utterance] = field(default_factory=list)
    nested: list[Utterance] = field(default_factory=list)

    def read(self, line: Line, following: Line | None = None) -> None:
        """Read the statements that end in a line; `following` is the next of its paragraph."""
        told = self._tell(line)
        self.trace.closed(_closing(told), _named(line), spoke=bool(told))
        if self.broken_off is not None and not told and not line.long and line.begin < line.stop:
            # "…, seraya mengatakan." and the words stand on the next line, their marks lost
            self._utterance(
                line, self.broken_off, Form.INDIRECT, line.begin, line.stop, mixed=False
            )
            self.broken_off = None
            return
        self.broken_off = next((item for item in told[-1:] if _breaks_off(line, item)), None)
        owners = [item for item in told if item is not None and not item.is_rule]
        quoted = [
            item
            for quote in line.long
            if line.first < quote.end <= line.end
            for item in self._direct(line, quote, self._opener(line, quote, owners), following)
        ]
        self._keep_open(line, owners)
        reported = [item for known in told if known for item in self._indirect(line, known)]
        self.asides += self._asides(line, told)
        self.nested += nested_in(line, self.trace)
        headed = None if told or quoted else headline_of(line)
        if headed is not None:
            who, first, end = headed
            item = Told(None, speaker_named(who), Circumstances(), UNCLAIMED)
            self._utterance(line, item, Form.REMARK, first, end)
        elif not quoted and not reported:
            self._note_topic(line)

    def _note_topic(self, line: Line) -> None:
        """Note whom a sentence without speech is about."""
        if is_of_paper(line, self.trace):
            self.trace.paper = line.sentence.paragraph
            self.trace.about_body(Speaker(DOCUMENT, NameKind.DOCUMENT))
            return
        topic = topic_of(line, self.trace)
        if topic is None:
            return
        if topic.sort is NameKind.PERSON:
            self.trace.about(topic)
            self.trace.pair = pair_of(line)
        else:
            self.trace.about_body(topic)

    def _opener(self, line: Line, quote: Quotation, owners: list[Told]) -> Told | None:
        """Give whose verb opened a quotation, in this sentence or the one it began in."""
        begun = self.opened is not None and self.opened[0] is quote
        return self.opened[1] if self.opened and begun else _owner(line, quote, owners)

    def _keep_open(self, line: Line, owners: list[Told]) -> None:
        """Remember whose quotation runs on into the next sentence."""
        running = [quote for quote in line.long if line.first <= quote.first < line.end < quote.end]
        owner = _owner(line, running[-1], owners) if running else None
        if owner is not None:
            self.opened = running[-1], owner

    def _tell(self, line: Line) -> list[Told | None]:
        """Name the speaker of each saying of a line."""
        out: list[Told | None] = []
        sayings = sayings_of(line) or impersonal_of(line) or ascribed_of(line)
        for index in range(len(sayings)):
            saying = sayings[index]
            near = next((t for t in reversed(out) if t is not None and _precedes(t, saying)), None)
            self.trace.heard(None if near is None else near.speaker)
            out.append(self._named(line, sayings, index, out))
        self.trace.heard(None)
        return out

    def _named(
        self, line: Line, sayings: tuple[Saying, ...], index: int, known: list[Told | None]
    ) -> Told | None:
        saying = sayings[index]
        confidence = SURE
        if saying.parent is not None:
            parent = known[saying.parent]
            speaker = None if parent is None else parent.speaker
        elif saying.subject.link is Link.NOBODY:
            return None
        elif saying.subject.link is Link.SHARED:
            speaker = self._sentence_subject(line, saying)
        else:
            speaker = self._speaker(line, saying)
            confidence = TRACED if saying.subject.link is Link.TRACED else SURE
        if speaker is None:
            return None
        about = circumstances_of(line, sayings, index, speaker)
        return Told(saying, speaker, about, confidence)

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
        self, line: Line, quote: Quotation, owner: Told | None, following: Line | None
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
            item = Told(None, speaker, Circumstances(), UNCLAIMED)
        mixed = item.saying is not None and not is_whole(line, quote)
        yield self._utterance(line, item, Form.DIRECT, quote.first, quote.end, mixed=mixed)

    def _indirect(self, line: Line, item: Told) -> Iterator[Utterance]:
        if item.saying is None or not item.saying.has_body:
            return
        if item.is_rule:
            return
        words = reported_words(line, item.saying)
        if words is not None:
            form = Form.REMARK if item.saying.rule == REMARK else Form.INDIRECT
            yield self._utterance(line, item, form, *words)

    def _asides(self, line: Line, told: list[Told | None]) -> Iterator[Utterance]:
        """Give fragments in quotation marks, and what others are said to think."""
        for item, quote in fragments_of(line, told):
            words = quote.first, quote.end
            yield utterance_of(line.page, item, Form.REMARK, words, mixed=True)
        for item in thoughts_of(line, told):
            assert item.saying is not None
            words = item.saying.first, item.saying.end
            yield utterance_of(line.page, item, Form.REMARK, words)

    def _utterance(
        self, line: Line, item: Told, form: Form, first: int, end: int, *, mixed: bool = False
    ) -> Utterance:
        if self.last is not None and self.last.speaker.name == item.speaker.name:
            about = item.about.after(self.last.about)
            item = Told(item.saying, item.speaker, about, item.confidence)
        self.trace.spoke(item.speaker)
        self.trace.spoke_at = line.sentence.index
        if form is not Form.REMARK:
            self.last = item  # a date within what is praised dates no other words
        found = utterance_of(line.page, item, form, (first, end), mixed=mixed)
        self.spoken.append(Spoken(found, item, line))
        return found


def _closing(told: list[Told | None]) -> Speaker | None:
    """Give the person named behind the words that fill a sentence: "…, the minister announced"."""
    last = told[-1] if told else None
    if last is None or last.saying is None or last.speaker.sort is not NameKind.PERSON:
        return None
    closes = last.saying.follows and last.saying.has_body and not last.speaker.many
    return last.speaker if closes and last.saying.subject.link is Link.OWN else None


def _named(line: Line) -> Iterator[str]:
    """Give the persons a sentence names, not by a pronoun."""
    for mention in line.starting.values():
        if mention.sort is NameKind.PERSON and not mention.pronoun:
            yield mention.name


def _owner(line: Line, quote: Quotation, owners: list[Told]) -> Told | None:
    sayings = [item.saying for item in owners if item.saying is not None]
    at = owner_of(line, quote, sayings)
    return None if at is None else owners[at]


def _precedes(told: Told, later: Saying) -> bool:
    """Tell whether somebody has spoken in a sentence before another does, not in his words."""
    saying = told.saying
    return saying is not None and saying.has_body and not later.holds(saying.cue.first)


def _breaks_off(line: Line, item: Told | None) -> bool:
    """Tell whether a sentence ends with a verb of saying that goes on and has reported nothing."""
    saying = item.saying if item is not None else None
    if saying is None or saying.has_body or saying.cue.end != line.stop:
        return False
    return saying.subject.link is Link.SHARED


def read_statements(page: Scan, names: Names, quotations: Quotations, dates: Dates) -> Utterances:
    """Find statements and trace their speakers through the text."""
    doubles = any(page.text[item.span.start - 1] in DOUBLE for item in quotations.items)
    speech = speech_of(page.pack)
    kinds = speech.kinds_of(page.places, len(page.tokens))
    layers = Layers(page, speech, names, quotations, dates, kinds, doubles)
    reader = _Reader(layers, Trace())
    lines = list(_lines(layers))
    for line, following in zip_longest(lines, lines[1:]):
        same = following and following.sentence.paragraph == line.sentence.paragraph
        reader.read(line, following if same else None)
    told = list(with_later_names(reader.spoken))
    found = [*told, *reader.asides, *passed_on(reader.nested, told)]
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

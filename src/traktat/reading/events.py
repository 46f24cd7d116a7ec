"""What happens beside the agreements: wars and what they are called, sanctions, what was amid what.

These findings date nothing and bind nobody. They let a record notice that two reports put one
war in two lights, or tell of sanctions that no table knows.
"""

from __future__ import annotations

from collections.abc import Iterator

from traktat.lang import Mark
from traktat.lang.sentences import Sentence
from traktat.model.findings import EventFinding, Step, TimeFinding
from traktat.model.kinds import NameKind
from traktat.model.spans import Span
from traktat.reading.frames import code_of
from traktat.reading.mentions import DateMention, Dates, NameMention, Names
from traktat.reading.scan import Scan

BEHIND = 8  # tokens behind the word for an event in which its states stand
AHEAD = 3  # tokens before it ("Norland's war", "the Valdoria conflict")
UNDER = 5  # tokens between "under" and the word for sanctions
SUBJECT = 8  # tokens between those under sanctions and "under"
LINK = 8  # characters of a preposition between an event and its date
NATIONS = (NameKind.STATE, NameKind.ORGANISATION)
CLAUSE_ENDS = frozenset(',;:.!?–—()"“”«»')


def read_events(page: Scan, names: Names, dates: Dates) -> tuple[EventFinding | TimeFinding, ...]:
    """Find armed conflicts, sanctions and what something is said to have come amid."""
    if not page.marks.of("events"):
        return ()
    reader = _Events(page, names, dates)
    return tuple(found for sentence in page.sentences for found in reader.of(sentence))


class _Events:
    def __init__(self, page: Scan, names: Names, dates: Dates) -> None:
        self.page, self.names, self.dates = page, names, dates

    def of(self, sentence: Sentence) -> Iterator[EventFinding | TimeFinding]:
        marks = self.page.marks.of("events", sentence)
        others = [mark for mark in marks if self._sort(mark) == "other"]
        for mark in marks:
            if self._sort(mark) == "amid":
                yield self._amid(mark)
            elif self._sort(mark) == "event" and not any(_within(mark, one) for one in others):
                yield from self._event(sentence, mark, marks)

    def _sort(self, mark: Mark) -> str:
        return str(self._setting(mark, "sort") or "")

    def _setting(self, mark: Mark, name: str) -> str | None:
        value = self.page.pack.entry("events", mark.key).get(name)
        return None if value is None else str(value)

    def _amid(self, mark: Mark) -> TimeFinding:
        span = self.page.tokens.span(mark.first, mark.end)
        step = Step("amid", mark.entry.name, span)
        return TimeFinding(span=span, quote=self.page.quote(span), sense="amid", because=(step,))

    def _event(self, sentence: Sentence, mark: Mark, marks: list[Mark]) -> Iterator[EventFinding]:
        if any(_within(mark, one) for one in marks if one.key == mark.key and one != mark):
            return
        if self._setting(mark, "framing") is None:
            yield from self._sanctions(sentence, mark, marks)
            return
        around = self._around(sentence, mark)
        if around:
            yield self._finding(mark, around, by=())

    def _around(self, sentence: Sentence, mark: Mark) -> list[NameMention]:
        """List the states an event is hung on, in its own clause."""
        first, end = max(sentence.first, mark.first - AHEAD), min(sentence.end, mark.end + BEHIND)
        words = self.page.tokens.words
        while any(word in CLAUSE_ENDS for word in words[first : mark.first]):
            first += 1
        end = next((at for at in range(mark.end, end) if words[at] in CLAUSE_ENDS), end)
        near = [name for name in self.names.within(first, end) if name.sort in NATIONS]
        return [name for name in near if name.first >= mark.end or self._describes(name, mark)]

    def _describes(self, name: NameMention, mark: Mark) -> bool:
        """Tell whether a state before an event describes it, and not the noun before that."""
        between = self.page.marks.keyed("grammar", "preposition", name.end, mark.first)
        return name.attributive and name.end <= mark.first and not any(between)

    def _sanctions(
        self, sentence: Sentence, mark: Mark, marks: list[Mark]
    ) -> Iterator[EventFinding]:
        """Somebody is under sanctions of somebody."""
        under = [
            one
            for one in marks
            if self._sort(one) == "under" and 0 <= mark.first - one.end <= UNDER
        ]
        if not under:
            return
        own = [
            name
            for name in self.names.within(max(sentence.first, mark.first - AHEAD), mark.end + AHEAD)
            if name.sort in NATIONS and name.first >= under[-1].end
        ]
        first = max(sentence.first, under[-1].first - SUBJECT)
        subjects = [
            name for name in self.names.within(first, under[-1].first) if not name.attributive
        ]
        if own and subjects:
            yield self._finding(mark, subjects, by=self._codes(own), begin=subjects[0])

    def _finding(
        self,
        mark: Mark,
        names: list[NameMention],
        *,
        by: tuple[str, ...],
        begin: NameMention | None = None,
    ) -> EventFinding:
        ends = [mark.end, *(name.end for name in names)]
        starts = [mark.first, *(name.first for name in names)]
        if begin is not None:
            starts.append(begin.first)
        span = self.page.tokens.span(min(starts), max(ends))
        day = self._day(span)
        return EventFinding(
            span=span,
            quote=self.page.quote(span),
            event=self._setting(mark, "event") or mark.key,
            framing=self._setting(mark, "framing"),
            by=by,
            states=self._codes(names),
            date=day.finding.when if day else None,
            because=(Step("event", mark.entry.name, span),),
        )

    def _codes(self, names: list[NameMention]) -> tuple[str, ...]:
        codes = [code for name in names for code in name.members or (code_of(name),) if code]
        return tuple(sorted(set(codes)))

    def _day(self, span: Span) -> DateMention | None:
        """Give the date that stands right behind an event: "… in February 2022"."""
        for item in self.dates.items:
            if 0 <= item.finding.span.start - span.end <= LINK and item.finding.kind == "date":
                return item
        return None


def _within(one: Mark, other: Mark) -> bool:
    """Tell whether one mark lies inside a longer one."""
    longer = other.end - other.first > one.end - one.first
    return longer and other.first <= one.first and one.end <= other.end

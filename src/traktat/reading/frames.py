"""Frames: the stretches of a report that say what an agreement obliges, contains or forbids."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from traktat.lang import Mark
from traktat.lang.sentences import Sentence
from traktat.model.findings import AgreementFinding
from traktat.model.kinds import Force, NameKind
from traktat.reading.mentions import Agreements, NameMention, Names, Utterances
from traktat.reading.scan import Scan

SUBJECT_GAP = 24  # tokens between an agreement and what it does: its signing may be told between
UNDER_GAP = 3  # tokens between "under" and the agreement
MODAL_GAP = 3  # tokens between an agreement and the modal verb it is the subject of
SUBJECT_REACH = 8  # tokens before a modal verb in which its subject begins
SUBJECT_LOOSE = 2  # tokens between a subject and its modal verb ("also", "sendiri")
CARRIED = 2  # sentences through which an agreement stays what is spoken of
LOOSE_END = 3  # tokens behind the last phrase of a sentence
BOUND = (NameKind.STATE, NameKind.ORGANISATION, NameKind.GROUP)


@dataclass(frozen=True, slots=True)
class Frame:
    """Tokens [first, end) that state a rule of an agreement.

    `force` is what the frame itself says; `bearers` those it names as bound, empty where it
    names none; `strong` frames state a rule even where its subject matter is not known.
    """

    agreement: AgreementFinding
    first: int
    end: int
    cue: Mark | None
    force: Force | None = None
    bearers: tuple[str, ...] = ()
    strong: bool = False
    verbatim: bool = False


@dataclass(frozen=True, slots=True)
class Desk:
    """What frames are built from.

    `cues` are the verbs of the utterances in text order: token, and first token of what is said.
    """

    page: Scan
    names: Names
    agreements: Agreements
    utterances: Utterances
    cues: tuple[tuple[int, int], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        cues = sorted((item.cue, item.first) for item in self.utterances.items)
        object.__setattr__(self, "cues", tuple(cues))

    def frames(self, sentence: Sentence) -> Iterator[Frame]:
        """Give the frames of a sentence, in the order of their cues."""
        cues = [
            mark
            for mark in self.page.marks.of("clauses", sentence)
            if self.setting(mark, "group") == "frame"
        ]
        reach = 0  # where the frames so far end
        for at, cue in enumerate(cues):
            if (
                cue.key == "contains"
                and reach > cue.first
                and not self._stands_in(sentence, cue, gap=1)
            ):
                continue  # "obliges X to cut …": the cut is what the frame before is about
            frame = self._frame(sentence, cue)
            if frame is not None:
                end = self._end(frame, cues[at + 1 :], sentence)
                reach = max(reach, end if frame.first < end else 0)
                yield replace(frame, end=end)
        yield from self._modal(sentence)
        yield from self._purposes(sentence)
        yield from self._relatives(sentence)
        yield from self._carried(sentence)
        yield from self._quoted(sentence)

    def setting(self, mark: Mark, name: str) -> str:
        """Give a setting of the pack entry a mark belongs to."""
        return str(self.page.pack.entry(mark.file, mark.key).get(name, ""))

    def _frame(self, sentence: Sentence, cue: Mark) -> Frame | None:
        if cue.key == "under":
            return self._under(sentence, cue)
        if cue.key == "pledges":
            return self._pledge(sentence, cue)
        if cue.key == "article":
            return self._article(sentence, cue)
        if cue.key == "whereby":
            return self._whereby(sentence, cue)
        if cue.field == "verbs" and (self._is_noun(cue) or self._is_undergone(cue)):
            return None
        return self._content(sentence, cue)

    def _content(self, sentence: Sentence, cue: Mark) -> Frame | None:
        """An agreement, or an article of one, does something: "the pact obliges …"."""
        found = self._subject(sentence, cue)
        if found is None or (cue.key in ("contains", "obliges") and self._is_negated(cue)):
            return None
        force = Force(self.setting(cue, "value") or "will")
        strong = cue.key in ("obliges", "forbids", "permits")
        return Frame(found, cue.end, sentence.end, cue, force, self._bound(found, cue), strong)

    def _subject(self, sentence: Sentence, cue: Mark) -> AgreementFinding | None:
        first = max(sentence.first, cue.first - SUBJECT_GAP)
        before = [
            mention
            for mention in self.agreements.mentions.within(first, cue.first)
            if mention.end <= cue.first
        ]
        if before and not self._spoken_between(before[-1].end, cue.first):
            return self.agreements.by_key(before[-1].key)
        return self.focus(sentence) if self._stands_in(sentence, cue) else None

    def _stands_in(self, sentence: Sentence, cue: Mark, *, gap: int = UNDER_GAP) -> bool:
        """Tell whether an article, a noun for agreements or "it" stands right before a cue."""
        marks = self.page.marks
        start = max(sentence.first, cue.first - UNDER_GAP - 3)
        nouns = [
            *marks.keyed("clauses", "article", start, cue.first),
            *agreement_nouns(self.page, start, cue.first),
        ]
        if any(mark.end <= cue.first and cue.first - mark.end <= gap for mark in nouns):
            return True
        opens = sentence.first + 1
        return any(marks.keyed("grammar", "it", sentence.first, opens)) and (
            cue.first - opens <= UNDER_GAP
        )

    def _spoken_between(self, first: int, end: int) -> bool:
        """Tell whether somebody begins to speak between two tokens, or a person acts."""
        at = bisect_left(self.cues, (first, 0))
        if at < len(self.cues) and self.cues[at][0] < end:
            return True
        return any(
            name.sort is NameKind.PERSON and not self._passive(name.first)
            for name in self.names.within(first, end)
            if end - name.end <= 2
        )

    def _passive(self, token: int) -> bool:
        agent = self.page.pack.words("grammar", "agent")
        return token > 0 and self.page.tokens.lower[token - 1] in agent

    def _under(self, sentence: Sentence, cue: Mark) -> Frame | None:
        """Something holds under an agreement: "under the pact, both will …"."""
        found = self._named_behind(sentence, cue)
        if found is None:
            return None
        agreement, behind = found
        for first, end in self._sides(sentence, cue, behind):
            if any(self.page.marks.within("clauses", first, end)):
                opens = cue.first == sentence.first and self._has_force(first, end)
                bound = self._bound(agreement, cue, first)
                return Frame(agreement, first, end, cue, None, bound, strong=opens)
        return None

    def _sides(self, sentence: Sentence, cue: Mark, named_to: int) -> Iterator[tuple[int, int]]:
        """Give where the rule may stand: behind "under the pact", before it if that ends a clause.

        Where the phrase opens its clause only what follows is its rule.
        """
        start, stop = self._clause(sentence, cue)
        if stop - named_to <= LOOSE_END:
            yield start, cue.first
        elif cue.first - start <= 1 or self._opens_clause(cue):
            yield named_to, sentence.end
        elif self._has_force(start, cue.first):
            yield start, stop
        else:
            yield named_to, sentence.end

    def _clause(self, sentence: Sentence, cue: Mark) -> tuple[int, int]:
        """Give the statement that holds a cue, or its sentence."""
        inside = self.utterances.over(cue.first)
        starts = [item.first for item in inside]
        ends = [item.end for item in inside]
        return max([sentence.first, *starts]), min([sentence.end, *ends])

    def _opens_clause(self, cue: Mark) -> bool:
        before = self.page.tokens.words[cue.first - 1] if cue.first else ","
        links = self.page.marks.within("grammar", cue.first - 2, cue.first)
        return not before[0].isalnum() or any(
            mark.end == cue.first and mark.key in ("that", "and", "contrast") for mark in links
        )

    def _has_force(self, first: int, end: int) -> bool:
        marks = self.page.marks.within("clauses", first, end)
        return any(self.setting(mark, "group") == "force" for mark in marks)

    def _whereby(self, sentence: Sentence, cue: Mark) -> Frame | None:
        """A relative clause says what holds: "a deal under which both will …"."""
        first = max(sentence.first, cue.first - SUBJECT_GAP)
        before = self.agreements.mentions.within(first, cue.first)
        agreement = self.agreements.by_key(before[-1].key) if before else None
        if agreement is None:
            return None
        return Frame(
            agreement,
            cue.end,
            sentence.end,
            cue,
            None,
            self._bound(agreement, cue),
            strong=self._has_force(cue.end, sentence.end),
        )

    def _modal(self, sentence: Sentence) -> Iterator[Frame]:
        """The agreement will, shall or may do something: "the pact would see both sides …"."""
        for mention in self.agreements.mentions.within(sentence.first, sentence.end):
            agreement = self.agreements.by_key(mention.key)
            marks = self.page.marks.within("clauses", mention.end, mention.end + MODAL_GAP)
            cue = next((mark for mark in marks if self.setting(mark, "group") == "force"), None)
            if agreement and cue and not self._is_act(cue.end):
                yield Frame(agreement, cue.end, sentence.end, cue)

    def _purposes(self, sentence: Sentence) -> Iterator[Frame]:
        """The noun itself says what was agreed: "a deal to cut tariffs"."""
        for mention in self.agreements.mentions.within(sentence.first, sentence.end):
            agreement = self.agreements.by_key(mention.key)
            marks = self.page.marks.keyed("grammar", "purpose", mention.end, mention.end + 1)
            cue = next(iter(marks), None)
            if agreement and cue and not mention.anaphoric and not self._is_act(cue.end):
                yield Frame(agreement, cue.end, sentence.end, cue)

    def _relatives(self, sentence: Sentence) -> Iterator[Frame]:
        """A relative clause says what the agreement does: "an accord that lowers tariffs"."""
        for mention in self.agreements.mentions.within(sentence.first, sentence.end):
            agreement = self.agreements.by_key(mention.key)
            marks = self.page.marks.keyed("grammar", "relative", mention.end, mention.end + 2)
            cue = next(iter(marks), None)
            if agreement and cue and not self._is_act(cue.end):
                yield Frame(agreement, cue.end, self._clause_end(cue.end, sentence), cue)

    def _carried(self, sentence: Sentence) -> Iterator[Frame]:
        """A sentence after the agreement was named says what a party will, must or may do."""
        agreement = self._lately(sentence)
        if agreement is None:
            return
        for cue in self.page.marks.of("clauses", sentence):
            if self.setting(cue, "group") != "force" or self._is_act(cue.end):
                continue
            bearers = self._subject_of(sentence, cue, agreement)
            if bearers:
                yield Frame(agreement, cue.end, sentence.end, cue, None, bearers)

    def _lately(self, sentence: Sentence) -> AgreementFinding | None:
        """Give the agreement named in this sentence or the few before it."""
        recent = self.agreements.mentions.before(sentence.end)
        if not recent:
            return None
        told = self.page.sentence_at(recent[-1].span.start)
        if told is None or sentence.index - told.index > CARRIED:
            return None
        return self.agreements.by_key(recent[-1].key)

    def _subject_of(
        self, sentence: Sentence, cue: Mark, agreement: AgreementFinding
    ) -> tuple[str, ...]:
        """Give the parties that are the subject of a modal verb."""
        first = max(sentence.first, cue.first - SUBJECT_REACH)
        before = [name for name in self.names.within(first, cue.first) if name.end <= cue.first]
        if not before or not self._is_subject(before[-1], cue):
            return ()
        codes = before[-1].members or (code_of(before[-1]),)
        return tuple(code for code in agreement.parties if code in codes)

    def _is_subject(self, name: NameMention, cue: Mark) -> bool:
        """Tell whether a name right before a verb is its subject, not the end of a phrase."""
        if name.attributive or name.sort is NameKind.PERSON or cue.first - name.end > SUBJECT_LOOSE:
            return False
        grammar = self.page.marks
        if any(grammar.keyed("grammar", "relative", name.end, cue.first)):
            return False
        hung = grammar.within("grammar", max(0, name.first - 2), name.first)
        return not any(mark.end == name.first and mark.key == "preposition" for mark in hung)

    def _clause_end(self, first: int, sentence: Sentence) -> int:
        """Give where a relative clause ends: at the next comma, as far as can be seen."""
        words = self.page.tokens.words
        return next((at for at in range(first, sentence.end) if words[at] in ",;"), sentence.end)

    def _is_act(self, token: int) -> bool:
        """Tell whether an act in an agreement's life is named at a token: no rule of it."""
        return any(self.page.marks.within("acts", token, token + 2))

    def _is_negated(self, cue: Mark) -> bool:
        """Tell whether the agreement is said not to do it: "does not include a clause on …"."""
        negations = self.page.marks.keyed("grammar", "negation", max(0, cue.first - 2), cue.first)
        return any(mark.end <= cue.first for mark in negations)

    def _is_undergone(self, cue: Mark) -> bool:
        """Tell whether a verb is a passive that says by whom: "as allowed by the Charter"."""
        agents = self.page.marks.keyed("grammar", "agent", cue.end, cue.end + 1)
        return "passive" in cue.forms or any(agents)

    def _is_noun(self, cue: Mark) -> bool:
        """Tell whether a word that may be a verb is a noun: "its limits", "U.S. demands"."""
        before = max(0, cue.first - 3), cue.first
        if any(
            mark.end == cue.first for mark in self.page.marks.keyed("grammar", "article", *before)
        ):
            relative = self.page.marks.keyed("grammar", "relative", cue.first - 1, cue.first)
            return not any(relative)
        if self.page.pack.settings.get("modifiers") == "after":
            return False
        return any(
            name.attributive and name.end == cue.first for name in self.names.within(*before)
        )

    def _named_behind(self, sentence: Sentence, cue: Mark) -> tuple[AgreementFinding, int] | None:
        """Give the agreement named right behind a cue and where its name ends.

        A noun for agreements that the report clusters with none is the one spoken of.
        """
        near = self.agreements.mentions.within(cue.end, cue.end + UNDER_GAP)
        if near:
            found, end = self.agreements.by_key(near[0].key), near[0].end
        else:
            nouns = agreement_nouns(self.page, cue.end, cue.end + UNDER_GAP)
            if not nouns or not self._is_definite(cue.end, nouns[0]):
                return None
            found, end = self.focus(sentence), nouns[0].end
        return (found, end) if found else None

    def _is_definite(self, first: int, noun: Mark) -> bool:
        """Tell whether a noun is one that was named before: "the accord", "kesepakatan itu"."""
        return any(
            mark.end == noun.first or mark.first == noun.end
            for mark in self.page.marks.keyed("grammar", "definite", first, noun.end + 1)
        )

    def _pledge(self, sentence: Sentence, cue: Mark) -> Frame | None:
        """The parties bind themselves: "both countries agreed to …"."""
        actors = self._actors(sentence.first, cue.first) or self._actors(cue.end, cue.end + 6)
        if not actors:
            return None
        agreement = self._bound_by(sentence, cue, actors)
        if agreement is None:
            return None
        bearers = tuple(code for code in agreement.parties if code in actors)
        return Frame(agreement, cue.end, sentence.end, cue, Force.SHALL, bearers)

    def _bound_by(
        self, sentence: Sentence, cue: Mark, actors: tuple[str, ...]
    ) -> AgreementFinding | None:
        """Find the agreement these actors bind themselves by: named near, or theirs alone."""
        near = self.agreements.mentions.within(sentence.first, sentence.end)
        for mention in near:
            agreement = self.agreements.by_key(mention.key)
            if agreement and set(actors) & set(agreement.parties):
                return agreement
        joint = [
            finding
            for finding in self.agreements.findings
            if len(actors) > 1 and set(actors) <= set(finding.parties)
        ]
        if joint:
            focus = self.focus(sentence)
            return focus if focus in joint else joint[0]
        focus = self.focus(sentence)
        named = names_agreement(self.page, sentence.first, sentence.end)
        if focus and named and set(actors) & set(focus.parties):
            return focus
        recent = self.agreements.mentions.before(cue.first)
        close = recent and cue.first - recent[-1].end <= 2 * SUBJECT_GAP
        return focus if focus and close and set(actors) & set(focus.parties) else None

    def _article(self, sentence: Sentence, cue: Mark) -> Frame | None:
        """An article says something by itself: "Article 4: if either party …"."""
        if cue.first - sentence.first > UNDER_GAP:
            return None
        agreement = self.focus(sentence)
        return Frame(agreement, cue.end, sentence.end, cue) if agreement else None

    def _quoted(self, sentence: Sentence) -> Iterator[Frame]:
        """A clause of the agreement itself is quoted."""
        for item in self.utterances.within(sentence.first, sentence.end):
            agreement = self.focus(sentence)
            if item.finding.speaker == "DOC" and agreement:
                yield Frame(
                    agreement, item.first, item.end, None, Force.SHALL, verbatim=True, strong=False
                )

    def _end(self, frame: Frame, later: list[Mark], sentence: Sentence) -> int:
        """End a frame where the next of its kind or a verb of saying begins."""
        end = frame.end
        for mark in later:
            own = mark.key in ("obliges", "forbids", "permits") and mark.first > frame.first + 3
            own = own and not (mark.field == "verbs" and self._is_undergone(mark))
            if own and mark.first < end and self._subject(sentence, mark) is not None:
                end = mark.first
                break
        at = bisect_left(self.cues, (frame.first + 3, 0))
        for cue, first in islice(self.cues, at, None):
            if cue >= end:
                break
            if first <= frame.first:
                end = cue
        return max(end, frame.first)

    def _bound(
        self, agreement: AgreementFinding, cue: Mark, first: int | None = None
    ) -> tuple[str, ...]:
        """Give the parties named right behind a cue as bound: "requires Iran to …"."""
        start = cue.end if first is None else first
        actors = self._actors(start, start + 5)
        return tuple(code for code in agreement.parties if code in actors)

    def _actors(self, first: int, end: int) -> tuple[str, ...]:
        """Give the codes of the states, organisations and groups that act in a stretch."""
        out: list[str] = []
        for name in self.names.within(first, end):
            if name.attributive:
                continue
            for code in name.members or (code_of(name),):
                if code and code not in out:
                    out.append(code)
        return tuple(out)

    def focus(self, sentence: Sentence) -> AgreementFinding | None:
        """Give the agreement last mentioned up to the end of a sentence, else the first one."""
        recent = self.agreements.mentions.before(sentence.end)
        if recent:
            return self.agreements.by_key(recent[-1].key)
        return self.agreements.findings[0] if self.agreements.findings else None


def agreement_nouns(page: Scan, first: int, end: int) -> list[Mark]:
    """List the nouns for agreements and documents in a stretch."""
    return [
        mark
        for mark in page.marks.within("agreements", first, end)
        if page.pack.entry("agreements", mark.key).get("form") not in (None, "cooperation")
    ]


def names_agreement(page: Scan, first: int, end: int) -> bool:
    """Tell whether a noun for agreements or documents stands in a stretch."""
    return bool(agreement_nouns(page, first, end))


def code_of(name: NameMention) -> str | None:
    """Give the party a name stands for: the code of a state or organisation, a group's key."""
    if name.sort is NameKind.STATE:
        return name.state or name.key
    if name.sort in (NameKind.ORGANISATION, NameKind.GROUP):
        return name.key
    return name.state

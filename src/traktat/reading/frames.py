"""Frames: the stretches of a report that say what an agreement obliges, contains or forbids.

A desk looks up what all frames ask for: the agreement spoken of, who acts, what is negated.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from traktat.lang import Mark, Pack
from traktat.lang.sentences import Sentence
from traktat.model.findings import AgreementFinding
from traktat.model.kinds import ActKind, Force, NameKind
from traktat.reading.mentions import (
    AgreementMention,
    Agreements,
    NameMention,
    Names,
    Utterances,
)
from traktat.reading.scan import Scan

OBJECT_REACH = 8  # tokens behind a verb in which its object begins
LIST_GAP = 3  # tokens between the members of a list of subjects
NO_ACTS = (
    "objects",
    "blocks",
    "through",
    "ends",
    "actors",
    "houses",
    "lack_words",
    "lacking_words",
    "being_words",
    "outs",
)
"""Lists of an act's words that are not the act itself."""

PASSED = ("negation", "future", "each_other", "purpose", "both", "also", "particles")
NEGATIONS = ("negation", "not_yet")
NOT_REACH = 4  # tokens of "has not yet" before a verb
NO_DEED = ("article", "definite", "preposition", "own", "it", "they", "we", "that", "be")
TIED = "_verbs"
"""How lists of verbs end that do an act only to an agreement: "submit it", not "send troops"."""

THROUGH = "through"  # what an act of its own is done to: "all points", "its membership"
PAPERS = ("objects", "through", "talks", "texts")
"""Lists of what is handed over or concluded in an act, other than the agreement itself."""

SURE = ("verbs", "words")
"""Lists of an act's words that need no object to be an act."""

PARTY_NAMES = (NameKind.STATE, NameKind.ORGANISATION, NameKind.GROUP)
LINKS = frozenset(("between", "with", "and"))  # entries of what links an agreement to its parties
PARTIES = 6  # parties named behind an agreement
PAPER = 4  # tokens behind "agreed to" in which "a new trade agreement" names what is agreed to
BOUND = 5  # tokens behind a cue in which who is bound is named
CARRIED = 5  # sentences through which an agreement stays what is spoken of


@dataclass(frozen=True, slots=True)
class Frame:
    """Tokens [first, end) that state a rule of an agreement.

    `force` is what the frame itself says; `bearers` those it names as bound, empty where it
    names none; `strong` frames state a rule even where its subject matter is not known; of `own`
    frames the agreement is the subject: it may also bring something about, which is no rule; of
    `topical` ones the subject is what the rule is about.
    """

    agreement: AgreementFinding
    first: int
    end: int
    cue: Mark | None
    force: Force | None = None
    bearers: tuple[str, ...] = ()
    strong: bool = False
    verbatim: bool = False
    own: bool = False
    topical: bool = False

    def until(self, end: int) -> Frame:
        """Give the frame as it is with another end."""
        return self if self.end == end else replace(self, end=end)


@dataclass(frozen=True, slots=True)
class Desk:
    """What frames are built from.

    `cues` are the verbs of the utterances in text order: token, and first token of what is said.
    `states` are those that persons act for: what "the two leaders" pledge binds their states.
    """

    page: Scan
    names: Names
    agreements: Agreements
    utterances: Utterances
    cues: tuple[tuple[int, int], ...] = field(init=False, repr=False, compare=False)
    states: dict[str, str] = field(init=False, repr=False, compare=False)
    groups: dict[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        persons = (name for name in self.names.items if name.sort is NameKind.PERSON)
        states = {name.key: name.state for name in persons if name.state}
        object.__setattr__(self, "states", states)
        cues = sorted((item.cue, item.first) for item in self.utterances.items)
        object.__setattr__(self, "cues", tuple(cues))
        object.__setattr__(self, "groups", _groups(self.page.pack))

    def setting(self, mark: Mark, name: str) -> str:
        """Give a setting of the pack entry a mark belongs to."""
        return str(self.page.pack.entry(mark.file, mark.key).get(name, ""))

    def group(self, mark: Mark) -> str:
        """Give the group of a word of clauses.toml."""
        return self.groups.get(mark.key, "")

    def has_force(self, first: int, end: int) -> bool:
        """Tell whether a modal verb or its like stands in a stretch."""
        marks = self.page.marks.within("clauses", first, end)
        return any(self.group(mark) == "force" for mark in marks)

    def agreement_of(self, mention: AgreementMention) -> AgreementFinding | None:
        """Give the agreement a mention stands for."""
        return self.agreements.by_key(mention.key)

    def mentioned(self, sentence: Sentence) -> Iterator[tuple[AgreementMention, AgreementFinding]]:
        """Give the mentions in a sentence, each with its agreement."""
        for mention in self.agreements.mentions.within(sentence.first, sentence.end):
            agreement = self.agreement_of(mention)
            if agreement:
                yield mention, agreement

    def focus(self, sentence: Sentence) -> AgreementFinding | None:
        """Give the agreement last mentioned up to the end of a sentence, else the first one."""
        recent = self.agreements.mentions.before(sentence.end)
        if recent:
            return self.agreements.by_key(recent[-1].key)
        return self.agreements.findings[0] if self.agreements.findings else None

    def lately(self, sentence: Sentence, within: int = CARRIED) -> AgreementFinding | None:
        """Give the agreement named in this sentence or the few before it."""
        recent = self.agreements.mentions.before(sentence.end)
        if not recent:
            return self._taken_up(sentence)
        told = self.page.sentence_at(recent[-1].span.start)
        if told is None or sentence.index - told.index > within:
            return None
        return self.agreements.by_key(recent[-1].key)

    def _taken_up(self, sentence: Sentence) -> AgreementFinding | None:
        """Give the agreement that the next sentence takes up: "… . The accord was reached …"."""
        after = sentence.index + 1
        if after >= len(self.page.sentences):
            return None
        behind = self.page.sentences[after]
        opening = self.agreements.mentions.within(behind.first, behind.first + 3)
        taken_up = opening and opening[0].anaphoric
        return self.agreement_of(opening[0]) if taken_up else None

    def actors(self, first: int, end: int) -> tuple[str, ...]:
        """Give the codes of the states, organisations and groups that act in a stretch."""
        names = self.names.within(first, end)
        codes = [code for name in names if not name.attributive for code in codes_of(name)]
        return tuple(dict.fromkeys(self.states.get(code, code) for code in codes))

    def bound(
        self, agreement: AgreementFinding, first: int, *, obliged: bool = False
    ) -> tuple[str, ...]:
        """Give the parties named right behind a cue as bound: "requires Iran to …".

        So is the party whose people are `obliged`: "requires Iranian troops to leave Iraq".
        """
        end = self._before_infinitive(first)
        people = obliged and end < first + BOUND
        named = [
            name
            for name in self.names.within(first, end)
            if (people or not name.attributive) and (name.first == first or not self._hangs(name))
        ]
        codes = [self.states.get(code, code) for name in named for code in codes_of(name)]
        return tuple(code for code in agreement.parties if code in codes)

    def _before_infinitive(self, first: int) -> int:
        """Give where those who are bound end: before the "to" that says to what."""
        end = min(first + BOUND, len(self.page.tokens))
        links = self.page.marks.keyed("grammar", "purpose", first + 1, end)
        return next((one.first for one in links if opens_deed(self.page, one.end, end)), end)

    def _hangs(self, name: NameMention) -> bool:
        """Tell whether a name only says whom something is put on: "lifts sanctions on Peru"."""
        marks = self.page.marks.within("grammar", name.first - 2, name.first)
        ended = {mark.key for mark in marks if mark.end == name.first}
        return "preposition" in ended and not ended & {"agent", "between", "with"}

    def is_act(self, first: int, end: int) -> bool:
        """Tell whether an act in an agreement's life is named at a token: no rule of it.

        A verb that also stops wars or closes plants ("end", "suspend") is one only where an
        agreement, and nothing else that a rule could be about, is its object; one that is done to
        many things ("hand over", "send") only where an agreement or a paper is.
        """
        near = self.page.marks.within("acts", first, first + 2)
        stop = min(end, first + OBJECT_REACH)
        acts = [mark for mark in near if mark.field not in NO_ACTS]
        if not acts or self._is_of_name(acts[0]):
            return False
        if all(mark.field.endswith(TIED) or mark.key == ActKind.EXCHANGE for mark in acts):
            return self._has_object(acts, stop)
        if self._leaves_a_place(acts, stop):
            return False
        matters = list(matter_marks(self.page, first, stop))
        matter = next((m for m in matters if m.first >= acts[0].end or m.end > acts[0].end), None)
        if matter is None:
            return not matters or self.names_agreement(first, stop)
        return self.names_agreement(first, matter.first)

    def _is_of_name(self, act: Mark) -> bool:
        """Tell whether a word only begins the name of an agreement: "penghentian permusuhan"."""
        mentions = self.agreements.mentions.within(act.first, act.first + 1)
        return any(mention.end > act.end for mention in mentions)

    def _leaves_a_place(self, acts: list[Mark], stop: int) -> bool:
        """Tell whether somebody withdraws from a place, not from an agreement."""
        if any(mark.key != ActKind.WITHDRAWAL for mark in acts):
            return False
        end = max(mark.end for mark in acts)
        links = self.page.marks.keyed("grammar", "preposition", acts[0].first, end + 1)
        return any(links) and not self.names_agreement(end, stop)

    def past_parties(self, token: int, end: int) -> int:
        """Go past the parties named behind an agreement: "the deal between Peru and Chile …"."""
        marks, names = self.page.marks, self.names
        for _ in range(PARTIES):
            linked = [
                mark.end for mark in marks.within("grammar", token, token + 1) if mark.key in LINKS
            ]
            if self.page.tokens.words[token : token + 1] == [","]:
                linked.append(token + 1)
            named = [
                name.end
                for at in linked
                for name in names.within(at, at + 2)
                if name.end < end and not name.attributive and name.sort in PARTY_NAMES
            ]
            if not named:
                break
            token = min(named)
        return token

    def _has_object(self, acts: list[Mark], stop: int) -> bool:
        """Tell whether verbs that are done to many things are done to an agreement or a paper."""
        marks, end = self.page.marks, max(mark.end for mark in acts)
        keys = [mark.key for mark in acts]
        for mark in marks.within("acts", end, stop):
            if mark.field in PAPERS and (mark.field != THROUGH or mark.key in keys):
                return True
        taken_up = any(marks.keyed("grammar", "it", end, end + 1))
        near = matter_marks(self.page, acts[0].first, stop)
        matter = next((mark for mark in near if mark.end > end), None)
        return taken_up or self.names_agreement(acts[0].first, matter.first if matter else stop)

    def is_sure_act(self, first: int, end: int) -> bool:
        """Tell whether an act is told at a token: "sign", "ratify it", no "open the border".

        Verbs that also open borders or end fees are acts where an agreement is their object.
        """
        stop = min(end, first + OBJECT_REACH)
        if self.names_agreement(first, stop):
            return self.is_act(first, end)
        near = self.page.marks.within("acts", first, first + 2)
        return any(mark.field in SURE for mark in near)

    def is_hoped(self, first: int, end: int) -> bool:
        """Tell whether a stretch says that something is only hoped for."""
        return any(self.page.marks.keyed("clauses", "hoped", first, end))

    def names_agreement(self, first: int, end: int) -> bool:
        """Tell whether an agreement is named in a stretch, by a mention or a noun."""
        if first >= end:
            return False
        mentions = self.agreements.mentions.within(first, end)
        return bool(mentions) or names_agreement(self.page, first, end)

    def is_paper(self, first: int) -> bool:
        """Tell whether what is agreed to is an agreement: "a framework for …", "a peace treaty"."""
        articles = self.page.marks.keyed("grammar", "article", first, first + 1)
        return any(articles) and self.names_agreement(first, first + PAPER)

    def is_attitude(self, sentence: Sentence, cue: Mark) -> bool:
        """Tell whether somebody only says where a state stands: "we remain committed to …".

        Where an agreement is named before, its parties are committed to a rule of it.
        """
        marks, spoken = self.page.marks, self.utterances.over(cue.first)
        if not any(item.finding.speaker != "DOC" for item in spoken):
            return False
        stands = marks.keyed("clauses", "stands", max(0, cue.first - 2), cue.first)
        if not any(mark.end == cue.first for mark in stands):
            return False
        if not any(marks.keyed("clauses", "pledges", cue.first, cue.end)):
            return False
        return not self.names_agreement(sentence.first, cue.first)

    def is_negated(self, cue: Mark) -> bool:
        """Tell whether the agreement is said not to do it: "does not include a clause on …"."""
        near = self.page.marks.within("grammar", max(0, cue.first - NOT_REACH), cue.first)
        return any(
            mark.key in NEGATIONS
            and mark.end <= cue.first
            and (mark.end == cue.first or mark.first >= cue.first - 2)
            for mark in near
        )

    def spoken_between(self, first: int, end: int) -> bool:
        """Tell whether somebody begins to speak between two tokens, or a person acts."""
        at = bisect_left(self.cues, (first, 0))
        if at < len(self.cues) and self.cues[at][0] < end:
            return True
        joins = self.page.marks.keyed("grammar", "and", max(first, end - 2), end)
        if any(mark.end == end for mark in joins):
            return False  # "the pact, worked out by A and B and …": what was joined goes on
        return any(
            name.sort is NameKind.PERSON and not self._is_agent(name.first)
            for name in self.names.within(first, end)
            if end - name.end <= 2
        )

    def _is_agent(self, token: int) -> bool:
        agent = self.page.pack.words("grammar", "agent")
        return token > 0 and self.page.tokens.lower[token - 1] in agent


def codes_of(name: NameMention) -> tuple[str, ...]:
    """Give the parties a name stands for: several where it stands for many."""
    if name.members:
        return name.members
    code = code_of(name)
    return (code,) if code else ()


def matter_marks(page: Scan, first: int, end: int) -> Iterator[Mark]:
    """Give the words of a stretch that say what a rule is about."""
    for mark in page.marks.within("provisions", first, end):
        if not mark.field.startswith("content"):
            yield mark


def passive_prefixes(page: Scan) -> tuple[str, ...]:
    """Give what a language puts before a verb to make it passive; empty where nothing is."""
    return _prefixes(page, "passive")


def active_prefixes(page: Scan) -> tuple[str, ...]:
    """Give what a language puts before a verb to make it active; empty where nothing is."""
    return _prefixes(page, "active")


def _prefixes(page: Scan, *forms: str) -> tuple[str, ...]:
    verb = page.pack.affixes.get("verb")
    rules = [rule for form in forms for rule in (verb.forms.get(form, ()) if verb else ())]
    return tuple(dict.fromkeys(rule.prepend for rule in rules if rule.prepend))


def opens_deed(page: Scan, first: int, end: int) -> bool:
    """Tell whether a deed, no thing, stands at a token: "agreed to free …", not "agreed to it".

    Where a language makes its verbs by what it puts before them the word shows it; elsewhere an
    article, a preposition or a pronoun shows that none follows.
    """
    tokens = page.tokens
    while first < end and any(
        mark.key in PASSED for mark in page.marks.within("grammar", first, first + 1)
    ):
        first += 1
    if first >= end or not tokens.words[first][0].isalpha() or not tokens.words[first].islower():
        return False
    prefixes = _prefixes(page, "active", "passive")
    if prefixes:
        word = tokens.lower[first]
        return word.startswith(prefixes) or word in plain_verbs(page.pack)
    return not any(mark.key in NO_DEED for mark in page.marks.within("grammar", first, first + 1))


def agreement_nouns(page: Scan, first: int, end: int) -> list[Mark]:
    """List the nouns for agreements and documents in a stretch."""
    marks = page.marks.within("agreements", first, end)
    if not marks:
        return []
    papers = _papers(page.pack)
    return [mark for mark in marks if mark.key in papers]


@lru_cache(maxsize=16)  # packs in use
def plain_verbs(pack: Pack) -> frozenset[str]:
    """List the verbs that no beginning shows: "mundur", "berhenti"."""
    return frozenset(pack.settings.get("plain_verbs", ()))


@lru_cache(maxsize=16)  # packs in use
def _groups(pack: Pack) -> dict[str, str]:
    """Give the groups of the words of clauses.toml, by entry."""
    entries = pack.entries.get("clauses", {})
    return {key: str(entry.get("group", "")) for key, entry in entries.items()}


@lru_cache(maxsize=16)
def _papers(pack: Pack) -> frozenset[str]:
    """Give the keys of the nouns for agreements and documents."""
    entries = pack.entries.get("agreements", {})
    return frozenset(
        key for key, entry in entries.items() if entry.get("form") not in (None, "cooperation")
    )


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

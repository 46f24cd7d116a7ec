"""Words that take a stance: which of them really do, and which only look like it."""

from __future__ import annotations

from dataclasses import dataclass

from traktat.lang import Mark
from traktat.lang.sentences import Sentence
from traktat.model.kinds import Manner, Stance
from traktat.reading.claims.nouns import accuser, is_owner
from traktat.reading.claims.pointing import points_back
from traktat.reading.claims.wrongs import is_negated, is_wrong
from traktat.reading.frames import active_prefixes
from traktat.reading.mentions import Names
from traktat.reading.scan import Scan

STANCES = {
    "accuse": (Stance.ASSERTS, Manner.ACCUSE),
    "confirm": (Stance.ASSERTS, Manner.CONFIRM),
    "asserts": (Stance.ASSERTS, None),
    "denies": (Stance.DENIES, None),
    "neither": (Stance.NEITHER, None),
    "decline": (Stance.NEITHER, Manner.DECLINE),
    "suspect": (Stance.ASSERTS, Manner.SUSPECT),
    "fear": (Stance.ASSERTS, Manner.FEAR),
    "report": (Stance.ASSERTS, Manner.REPORT),
    "hypothetical": (Stance.NEITHER, Manner.HYPOTHETICAL),
    "presuppose": (Stance.ASSERTS, Manner.PRESUPPOSE),
    "counter-accuse": (Stance.ASSERTS, Manner.COUNTER_ACCUSE),
    "evaluate": (Stance.ASSERTS, Manner.EVALUATE),
}
"""What each entry of the pack's claims says: the stance and its manner."""

UNMOVED = ("neither", "decline", "hypothetical", "evaluate")
"""Stances a negation belongs to: it does not take them back."""

REJECTING = ("rejecting_verbs", "rejecting_words")
"""Lists of words that deny only where an accusation or a report is what they reject."""

ADMITTED = 4  # tokens before "deny" in which "acknowledge" stands
NAME_GAP = 2  # tokens between a subject and a word that may be a noun as well
FAULTING = ("faulting_verbs", "faulting_words")
"""Lists of words that accuse only where a wrong done by others stands behind them."""

FACTUAL = ("accuse", "asserts", "confirm")
MAYBE = ("possibility", "condition", "counterfactual")
CONDITIONED = 5  # tokens between "if" and the verb of its clause
ASKING = ("naming_verbs", *FAULTING, "nouns", "withheld", "slights", "lands")
"""Lists of words that take a stance only beside others."""

POINTED = 4  # tokens between "called that" and what it is called
WITHHELD = 3  # tokens behind "denied" in which the thing stands that is denied to somebody
AGENT = 3  # tokens behind "by" in which the name begins
DOER = 8  # tokens behind a wrong in which the state stands that did it: "violations by Norland"
SUPPOSED = ("condition", "counterfactual", "future")
REJECTED = 7  # tokens behind "rejected" in which the accusation stands
SLIGHTED = 10  # tokens between an accusation and the word that calls it false
NAMED = 14  # tokens behind "called" in which the wrong stands that something is called
SURE = frozenset(("past", "participle", "gerund"))
PREPOSITIONS = ("preposition", "in", "at", "with", "for_whom", "between", "toward", "purpose")
NOT_VERBS = ("words", "nouns", "noun_words", "slights", "negative")
OUTLOOK = 8  # tokens of "that North Korean troops" before "could"
PAIR = 12  # tokens of "neither the Norland army nor Aruna has" before a verb
OPENING = 2  # tokens of a sentence before the word that calls it false: "It is not true"
SUBJECTS = ("we", "i", "he", "they", "you")
A_NOUN = ("article", "definite", "own")
NOUN_SIGNS = ("article", "own", "preposition", "of")


@dataclass(frozen=True, slots=True)
class Cues:
    """Finds the words that take a stance."""

    page: Scan
    names: Names

    def of(self, sentence: Sentence) -> list[Mark]:
        """List the words of a sentence that take a stance, each place once."""
        out: list[Mark] = []
        for mark in self.page.marks.of("claims", sentence):
            again = bool(out) and out[-1].first == mark.first
            noun = again and "nouns" in (mark.field, out[-1].field)
            if mark.key not in STANCES or (again and out[-1].key == mark.key):
                continue
            if (noun and mark.field != "nouns") or not self._takes_stance(sentence, mark):
                continue
            if mark.field == "slights" and out and out[-1].key == "report":
                out.pop()  # "reports that … are untrue"
                noun = False
            if noun:
                out.pop()  # "their claim that": what may be a verb is a noun
            out.append(mark)
        return out

    def is_negated(self, cue: Mark) -> bool:
        """A negated stance ("did not deny") is no stance, unless the pack says which."""
        if cue.key in UNMOVED or cue.field == "negating":
            return False
        before = self.page.marks.within("grammar", max(0, cue.first - 2), cue.first)
        return self._is_of_neither(cue) or any(
            mark.key in ("negation", "none") or (mark.key == "not_yet" and mark.end == cue.first)
            for mark in before
        )

    def _is_of_neither(self, cue: Mark) -> bool:
        """Tell whether neither of two takes it: "neither Norland nor Aruna has confirmed"."""
        first = max(0, cue.first - PAIR)
        ends = {mark.end for mark in self.page.marks.keyed("grammar", "negation", first, cue.first)}
        return sum(name.first in ends for name in self.names.within(first, cue.first)) > 1

    def is_outlook(self, cue: Mark) -> bool:
        """Tell whether it is believed of what may yet come: "believes troops could be sent"."""
        marks, end = self.page.marks, cue.end + OUTLOOK
        told = any(marks.keyed("grammar", key, cue.end, end) for key in ("future", "possibility"))
        return cue.key == "suspect" and cue.field == "verbs" and told  # to suspect takes a stance

    def is_neither(self, cue: Mark) -> bool:
        """Tell whether somebody neither admits nor denies: "did not acknowledge or deny it"."""
        if cue.key != "denies" or cue.field != "verbs":
            return False
        marks, first = self.page.marks, max(0, cue.first - ADMITTED)
        joins = marks.within("grammar", first, cue.first)
        if not any(one.key in ("or", "and", "negation") and one.end == cue.first for one in joins):
            return False
        told = [one for one in marks.within("claims", first, cue.first) if one.key == "confirm"]
        negations = marks.keyed("grammar", "negation", max(0, first - 2), cue.first)
        return any(one.end == mark.first for mark in told for one in negations)

    def is_undergone(self, cue: Mark) -> bool:
        """Tell whether the verb is a passive: "accused of …", "is blamed for", "dituduh"."""
        if "passive" in cue.forms:
            return True
        if "participle" not in cue.forms:
            return False
        marks = self.page.marks
        behind = marks.within("grammar", cue.end, cue.end + 1)
        if cue.key == "accuse" and any(one.key == "preposition" for one in behind):
            return True
        agent = any(one.key == "agent" for one in behind)
        return agent or any(marks.keyed("grammar", "be", cue.first - 2, cue.first))

    def is_mutual(self, cue: Mark) -> bool:
        """Tell whether two accuse each other: "traded accusations", "blamed one another"."""
        if cue.key == "asserts":
            return self.after_each_other(cue) > cue.end
        if cue.key != "accuse":
            return False
        return cue.field == "mutual" or self.after_each_other(cue) > cue.end or self._led(cue)

    def after_each_other(self, cue: Mark) -> int:
        """Give the token behind "each other" or "the other" that is the object of a verb."""
        marks = self.page.marks
        both = marks.keyed("grammar", "each_other", cue.end, cue.end + 1)
        other = marks.keyed("clauses", "other-party", cue.end, cue.end + 1)
        return max((mark.end for mark in (*both, *other)), default=cue.end)

    def _led(self, cue: Mark) -> bool:
        """Tell whether "each other" stands before a verb, as in "saling menuduh"."""
        before = self.page.marks.keyed("grammar", "each_other", cue.first - 1, cue.first)
        return cue.field != "words" and any(before)

    def _is_bare_noun(self, cue: Mark) -> bool:
        """Tell whether a bare form is a noun where verbs show themselves: "klaim Norland"."""
        if cue.forms != ("bare",) or not active_prefixes(self.page):
            return False
        endings = self.page.pack.words("grammar", "it", "endings")
        if endings and self.page.tokens.lower[cue.end - 1].endswith(endings):
            return False  # "mengulangi klaimnya bahwa …"
        named = self.names.within(max(0, cue.first - NAME_GAP - 1), cue.first)
        pronouns = self.page.marks.within("grammar", max(0, cue.first - 2), cue.first)
        subject = any(name.end == cue.first for name in named)
        return not subject and not any(one.key in SUBJECTS for one in pronouns)

    def _takes_stance(self, sentence: Sentence, cue: Mark) -> bool:
        if cue.key in FACTUAL and (self._is_supposed(cue) or self._is_bare_noun(cue)):
            return False
        if cue.field == "faulting_verbs" and "bare" in cue.forms and self._follows(cue, A_NOUN):
            return False  # "comment on the report"
        each = self.after_each_other(cue) > cue.end
        described = "participle" in cue.forms and not each
        if described and (self._follows(cue, NOUN_SIGNS) or self._is_owned(cue)):
            return False  # "an alleged attack", "citing Norland's alleged attack"
        if cue.field in REJECTING:
            return self._rejects(sentence, cue)
        if cue.field in ASKING:
            return self._is_complete(sentence, cue)
        if cue.field == "noun_verbs" and not (self._is_verb(cue) and self._is_ours(sentence, cue)):
            return False
        return not (cue.key in ("denies", "asserts") and self._is_withheld(cue))

    def _is_ours(self, sentence: Sentence, cue: Mark) -> bool:
        """Tell whether what is disputed is a clause or an accusation, not an election."""
        if cue.key != "denies":
            return True
        clause = self.page.marks.keyed("grammar", "that", cue.end, cue.end + 2)
        return any(clause) or self._rejects(sentence, cue)

    def _rejects(self, sentence: Sentence, cue: Mark) -> bool:
        """Tell whether what is rejected is an accusation: behind the verb, or before a passive."""
        words, end = self.page.tokens.words, min(sentence.end, cue.end + REJECTED)
        end = next((at for at in range(cue.end, end) if words[at] in ",;:"), end)
        if self._meets_accusation(cue.end, end):
            return True
        if self._is_supposed_of(sentence, cue):
            return False
        undergone = self.is_undergone(cue) and self._meets_accusation(sentence.first, cue.first)
        return undergone or points_back(self.page, cue)

    def _is_complete(self, sentence: Sentence, cue: Mark) -> bool:
        """Tell whether a word stands beside what makes it a stance."""
        if cue.field == "naming_verbs":
            return self._names_wrong(sentence, cue)
        if cue.field in FAULTING:
            return self._faults(sentence, cue)
        if cue.field == "nouns":
            return accuser(self.page, self.names, cue) is not None
        if cue.field in ("withheld", "lands"):
            return False
        if cue.first - sentence.first <= OPENING and not self._is_attribute(cue):
            return True  # "It is not true that …, said Lund"
        first = max(sentence.first, cue.first - SLIGHTED)
        met = self._meets_accusation(first, min(sentence.end, cue.end + SLIGHTED))
        if self._meets_accusation(sentence.first, sentence.first + OPENING):
            return True  # "Reports that Norland left the pact are untrue"
        return met or self._is_called(cue)

    def _is_attribute(self, cue: Mark) -> bool:
        """Tell whether a word describes the noun before it: "tindakan keliru ketiga negara"."""
        before = cue.first - 1
        if self.page.pack.settings.get("modifiers") != "after" or before < 0:
            return False
        plain = self.page.tokens.words[before][0].isalpha()
        return plain and not any(self.page.marks.within("grammar", before, cue.first))

    def _is_called(self, cue: Mark) -> bool:
        """Tell whether a pronoun is called false: "called that nonsense"."""
        first = max(0, cue.first - POINTED)
        pronouns = [
            mark.first
            for key in ("it", "definite")
            for mark in self.page.marks.keyed("grammar", key, first, cue.first)
        ]
        called = self.page.marks.within("claims", max(0, first - 1), cue.first)
        return any(one.field == "naming_verbs" and one.end in pronouns for one in called)

    def _is_supposed(self, cue: Mark) -> bool:
        """Tell whether somebody only may say so: "if it can confirm", "could blame"."""
        before = self.page.marks.within("grammar", max(0, cue.first - 3), cue.first)
        words = self.page.tokens.words
        return any(
            one.key in MAYBE and all(words[at].isalpha() for at in range(one.end, cue.first))
            for one in before
            if cue.first - one.end <= 1
        )

    def _is_supposed_of(self, sentence: Sentence, cue: Mark) -> bool:
        """Tell whether a condition opens the clause of a verb: "if parliament rejects it"."""
        first = max(sentence.first, cue.first - CONDITIONED)
        return any(self.page.marks.keyed("grammar", "condition", first, cue.first))

    def _is_verb(self, cue: Mark) -> bool:
        """Tell whether a word that may be a noun is a verb: somebody is its subject."""
        if cue.end < len(self.page.tokens.words) and self.page.tokens.words[cue.end][0].isdigit():
            return False  # "the attack claimed 63 lives"
        if set(cue.forms) <= SURE:
            return True
        behind = self.page.marks.keyed("grammar", "preposition", cue.end, cue.end + 1)
        if any(behind) or self._follows(cue, NOUN_SIGNS):
            return False
        if self._follows(cue, ("future", "purpose", "negation", "possibility")):
            return True
        names = self.names.within(max(0, cue.first - 8), cue.first)
        if not names or names[-1].attributive or not 0 <= cue.first - names[-1].end <= NAME_GAP:
            return False
        if is_owner(self.page, names[-1]):
            return False
        other = self.page.marks.within("claims", names[-1].end, cue.first)
        return all(one.field in NOT_VERBS for one in other)  # "Norland rejected claims …"

    def _follows(self, cue: Mark, keys: tuple[str, ...]) -> bool:
        """Tell whether a word of grammar stands right before a cue."""
        before = self.page.marks.within("grammar", max(0, cue.first - 3), cue.first)
        return any(one.end == cue.first and one.key in keys for one in before)

    def _is_owned(self, cue: Mark) -> bool:
        """Tell whether another cue has it as its object: "citing Norland's alleged violations"."""
        before = self.names.within(max(0, cue.first - NAME_GAP - 1), cue.first)
        if not before or not is_owner(self.page, before[-1]) or cue.first - before[-1].end > 1:
            return False
        first = max(0, before[-1].first - 1)
        return any(self.page.marks.within("claims", first, before[-1].first))

    def _is_withheld(self, cue: Mark) -> bool:
        """Tell whether something is kept from somebody: "denied Iran the fuel", "denied visas"."""
        behind = self.page.marks.within("claims", cue.end, cue.end + WITHHELD)
        if any(mark.field == "withheld" for mark in behind):
            return True
        named = self.names.within(cue.end, cue.end + 1)
        if not named or cue.key != "denies" or is_owner(self.page, named[0]):
            return False
        end = named[0].end
        if any(one.field == "nouns" for one in self.page.marks.within("claims", end, end + 2)):
            return False  # "denied Iranian accusations that …"
        behind = self.page.marks.within("grammar", end, end + 2)
        keys = {mark.key for mark in behind}
        return "article" in keys and "be" not in keys

    def _names_wrong(self, sentence: Sentence, cue: Mark) -> bool:
        """Tell whether something is called a wrong: "called the raids a breach of the truce"."""
        marks, end = self.page.marks, min(sentence.end, cue.end + NAMED)
        if "state" in cue.forms:
            return False  # "tersebut"
        behind = marks.within("grammar", cue.end, cue.end + 1)
        wished = marks.keyed("grammar", "wish", cue.first, cue.end)
        if any(mark.key in PREPOSITIONS for mark in behind) or any(wished):
            return False  # "called for", "called on"
        wrongs = [
            mark
            for mark in marks.within("topics", cue.end + ("passive" not in cue.forms), end)
            if mark.field != "verbs" and self.page.pack.entry("topics", mark.key).get("wrong")
        ]
        return bool(wrongs) and not any(marks.keyed("grammar", "that", cue.end, wrongs[0].first))

    def _faults(self, sentence: Sentence, cue: Mark) -> bool:
        """Tell whether a wrong others did stands behind a word: "citing Norland's violations"."""
        marks, end = self.page.marks, min(sentence.end, cue.end + NAMED)
        for wrong in marks.within("topics", cue.end, end):
            if not is_wrong(self.page, wrong):
                continue
            before = marks.within("grammar", cue.end, wrong.first)
            if any(one.key in SUPPOSED for one in before) or is_negated(self.page, wrong):
                return False
            return self._is_of_others(cue, wrong, sentence.end)
        return False

    def _is_of_others(self, cue: Mark, wrong: Mark, end: int) -> bool:
        """Tell whether it is named who did a wrong: before it, or behind "by"."""
        if self.names.within(cue.end, wrong.first):
            return True
        beside = self.names.within(wrong.end, wrong.end + 1)
        if beside and beside[0].attributive:
            return True
        end = min(end, wrong.end + DOER)
        agents = self.page.marks.keyed("grammar", "agent", wrong.end, end)
        return any(self.names.within(mark.end, mark.end + AGENT) for mark in agents)

    def rejects_before(self, cue: Mark) -> bool:
        """Tell whether a verb rejects no accusation beside it, but points back: "menolaknya"."""
        met = self._meets_accusation(cue.end, cue.end + REJECTED)
        led = self.page.marks.keyed("grammar", "agent", cue.end, cue.end + 1)
        if not met and led:  # "the charge that X did it was rejected by Y"
            met = self._meets_accusation(max(0, cue.first - NAMED), cue.first)
        return cue.field in REJECTING and not met

    def _meets_accusation(self, first: int, end: int) -> bool:
        return any(
            self.page.pack.entry("topics", mark.key).get("group") == "anaphor"
            for mark in self.page.marks.within("topics", first, end)
        )

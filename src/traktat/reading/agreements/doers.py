"""Who does to an agreement what only parties do: sign, ratify, break, leave it.

The deed is a verb before the noun phrase ("Norland ratified the treaty") or a noun
("Norland's withdrawal from the treaty").
"""

from __future__ import annotations

from collections.abc import Iterator

from traktat.lang import Mark
from traktat.model.kinds import NameKind
from traktat.reading.agreements.armed import ARMED
from traktat.reading.agreements.crowds import REACH, crowd, is_counted
from traktat.reading.agreements.evidence import Evidence
from traktat.reading.agreements.groups import HYPHENS, Group, Groups
from traktat.reading.agreements.nouns import Phrase
from traktat.reading.scan import Scan
from traktat.reading.sentences import Sentence
from traktat.reading.wordplaces import WordPlaces

_VERB_REACH = 16  # tokens between a verb and the phrase that is its object
_NOUN_REACH = 5  # tokens between "ratification of" and the phrase, or the verb before it
_OWNED_REACH = 4  # tokens between "Japan's" and "honor": failure, decision, refusal to
_ASIDE_REACH = 10  # tokens between a name and the one in commas that explains it
_MEETING_REACH = 10  # tokens between who meets, and whom
_BESIDE = {
    "having": 1,
    "belonging": 2,
    "among_parties": 2,
}  # tokens between such a word and the phrase, at most
_RANKED = 5  # tokens of "ke-19 dalam"
_BECOMING = 2  # tokens of "became" before "a party to"
_TOLD_REACH = 5  # tokens of "gave formal notice to"
_WISH_REACH = 3  # tokens of "not want" before whom one wants to join
_AUXILIARY = 1  # tokens of "has" between "which" and its verb
_GERUND_REACH = 2  # tokens between a name and a gerund that is its deed: "Norland, leaving"
_SIGNING_REACH = 3  # tokens of "signing of a" before a phrase
_ALL = 4  # sides that "they" may stand for; of more a report rather says "all sides"
_PAIR = 2
_JOINABLE = frozenset({"treaty", "convention", "pact", "protocol", "charter"})
_AGREEING = frozenset({"signature", "accession", "text-agreed", "initialling"})
_SAYING = frozenset({"say", "state", "insist"})
_UNDONE = ("negation", "refusal", "not_yet", "awaiting")


class Doers:
    """Finds who deals with the phrases of one report; `heads` are the tokens of their nouns."""

    def __init__(
        self, page: Scan, groups: Groups, roles: WordPlaces, heads: frozenset[int]
    ) -> None:
        self._page = page
        self._groups = groups
        self._roles = roles
        self._heads = heads
        self._endings = tuple(page.pack.words("grammar", "it", "endings"))

    def of(self, phrase: Phrase, partners: tuple[str, ...], out: Evidence) -> tuple[str, ...]:
        """Give who does to the phrase what only parties do."""
        verb = self._verb_before(phrase)
        if verb is None:
            whose = self._whose(phrase)
            first = max(phrase.sentence.first, phrase.first - _SIGNING_REACH)
            signed = self._roles.has(first, phrase.first, "signing", "handling")
            out.dealt = out.dealt or signed or bool(whose)
            return whose
        out.dealt = True
        out.many = out.many or verb.entry.key == "among_parties"
        out.signed = out.signed or self._roles.end(verb.first, "signing") > 0
        out.many = out.many or self._is_joined(phrase, verb, partners)
        group = self._doer(phrase, verb, partners) or self._subject_before(phrase)
        if self._many_do(max(phrase.sentence.first, verb.first - REACH), verb, group):
            out.many = True
        if group is None:
            return self._both(phrase, verb)
        if out.many and self._others(group, verb):
            return ()
        out.many = out.many or group.crowded or group.link == "including"
        if self._is_refused(phrase, group, verb):
            out.refused = True
            if not partners:
                return ()
        if all(name.pronoun for name in group.names) and len(group.codes) > _ALL:
            out.many = True
            return ()  # "all sides agree that the accord"
        if self._is_helper(group):
            return ()
        if helped := self._helped(phrase, group):
            return helped
        return self._with_company(phrase, group, verb)

    def _is_helper(self, group: Group) -> bool:
        """Tell whether an apposition makes somebody no party: "Norland, the chief mediator,"."""
        comma = self._page.tokens.words[group.end : group.end + 1] == [","]
        return comma and self._roles.end(group.end + 1, "helping") > 0

    def _joins_in(self, group: Group, verb: Mark, earlier: Group) -> bool:
        """Tell whether one does what others do: "Norland joined Aruna and Veland in signing"."""
        together = self._roles.end(group.end, "in") == verb.first and "gerund" in verb.forms
        return together and self._roles.has(earlier.end, group.first, "joining")

    def _helped(self, phrase: Phrase, group: Group) -> tuple[str, ...]:
        """Give the two between whom others help: "to bridge gaps between X and Y for a truce"."""
        for other in self._groups.of(phrase.sentence):
            between = other.link == "between" and group.end <= other.first < phrase.first
            if between and len(other.codes) == _PAIR and not set(other.codes) & set(group.codes):
                return other.codes
        return ()

    def _is_joined(self, phrase: Phrase, verb: Mark, partners: tuple[str, ...]) -> bool:
        """Tell whether a state joins it, so that others were party before: "never joined"."""
        if partners or phrase.form not in _JOINABLE or len(phrase.named) > 1:
            return False
        told = not phrase.bare or self._roles.end(phrase.end, "about") > 0
        if phrase.determiner != "definite" or not told:
            return False
        near = max(phrase.sentence.first, verb.first - _BECOMING)  # "became a party to"
        marks = self._page.marks.keyed("acts", "accession", near, verb.first + 1)
        return any(mark.end > verb.first for mark in marks)

    def of_pronouns(self, sentence: Sentence) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Give who deals with "it": the token of the verb, and the states that are its subject."""
        for verb in self._page.marks.keyed("agreements", "dealing", sentence.first, sentence.end):
            if nominal(verb) or not self._takes_pronoun(verb, sentence):
                continue
            self._roles.load(sentence)
            unnamed = Phrase(verb.end, verb.end, verb.end, verb.end, sentence, "", "")
            group = self._doer(unnamed, verb, ())
            if group is not None and not self._is_refused(unnamed, group, verb):
                yield verb.first, group.codes

    def _takes_pronoun(self, verb: Mark, sentence: Sentence) -> bool:
        """Tell whether the object of a verb is "it", as a word or as its ending."""
        if self._endings:
            return self._page.tokens.lower[verb.end - 1].endswith(self._endings)
        pronouns = self._page.marks.keyed("grammar", "it", verb.end, verb.end + 1)
        return verb.end < sentence.end and any(pronouns)

    def _is_refused(self, phrase: Phrase, group: Group, verb: Mark) -> bool:
        """Tell whether the subject is said not to have agreed to it, so that it is no party.

        Who does not ratify, keep or leave an agreement may well have signed it.
        """
        marks = self._page.marks.within("acts", verb.first, verb.first + 1)
        agrees = any(mark.entry.key in _AGREEING for mark in marks)
        if not (agrees or verb.entry.key == "belonging"):
            return False
        if self._roles.start(group.first, "negation") >= phrase.sentence.first:
            return True  # "neither Norland nor Sarvia is a party"
        first = max(phrase.sentence.first, group.first - _WISH_REACH)
        wished = self._roles.end(group.end, "purpose") == verb.first > group.end
        if wished and self._roles.has(first, group.first, "negation"):
            return True  # "does not want Norland to join"
        first = max(group.end, phrase.sentence.first)
        own = len(group.codes) == _PAIR and phrase.determiner != "definite" and not phrase.known
        undone = _UNDONE if not own else tuple(key for key in _UNDONE if key != "awaiting")
        return self._roles.has(first, verb.end, *undone)  # two must still agree with each other

    def _others(self, group: Group, verb: Mark) -> bool:
        """Tell whether a clause makes the crowd the subject: "follows 12 states that signed"."""
        if self._roles.end(group.end, "and"):
            return False  # "Norland and 12 states that …": it is one of them
        for at in range(group.end, verb.first):
            if is_counted(self._page, self._roles, at):
                return False  # "Norland became the 40th state that signed"
            if self._roles.end(at, "relative"):
                return self._many(group.end, at) or self._many(at, verb.first)
            if self._page.tokens.words[at] == ",":
                return self._many(at, verb.first)
        return False

    def _with_company(self, phrase: Phrase, group: Group, verb: Mark) -> tuple[str, ...]:
        """Give a subject with those who deal beside it."""
        earlier = self._earlier(phrase, group)
        if earlier is not None and self._joins_in(group, verb, earlier):
            return tuple(dict.fromkeys(earlier.codes + group.codes))
        together = self._accompanied(phrase, group)
        if together or len(group.codes) > 1:
            return together or group.codes
        return (
            self._talked(phrase, group, verb)
            or self._met(phrase, group)
            or self._apposed(phrase, group)
            or group.codes
        )

    def _many_do(self, first: int, verb: Mark, group: Group | None) -> bool:
        """Tell whether unnamed many are subject; "EU leaders", "the Baltic states" are named."""
        if not self._many(first, verb.first):
            return False
        if group is None or not group.codes or not first <= group.first < group.end <= verb.first:
            return True
        return self._many(first, group.first) or self._many(group.end, verb.first)

    def _many(self, first: int, end: int) -> bool:
        return crowd(self._page, self._roles, first, end)

    def _verb_before(self, phrase: Phrase) -> Mark | None:
        """Give the verb that has the phrase as object, also past a noun for a deed."""
        first, noun = max(phrase.sentence.first, phrase.first - _VERB_REACH), 0
        for at in range(phrase.first, first, -1):
            if at < phrase.first and at in self._heads and not self._listed(at, phrase.first):
                return None
            marks = self._roles.until(at)
            if any(m.entry.key == "mediation" and not self._compounds(m) for m in marks):
                return None
            if any(nominal(mark) for mark in marks):
                noun = at
            elif noun and noun - at > _NOUN_REACH:
                return None
            for mark in marks:
                if mark.entry.key == "dealing" and not nominal(mark):
                    return None if self._is_of_another(mark, phrase) else mark
                if mark.entry.key in _BESIDE and self._is_beside(mark, phrase):
                    return mark
        return None

    def _is_beside(self, mark: Mark, phrase: Phrase) -> bool:
        """Tell whether a word for parties belongs to a phrase: "menjadi pihak ke-19 dalam"."""
        between = self._page.tokens.words[mark.end : phrase.first]
        ranked = any(word.isdigit() for word in between) and len(between) <= _RANKED
        return ranked or len(between) <= _BESIDE[mark.entry.key]

    def _is_of_another(self, verb: Mark, phrase: Phrase) -> bool:
        """Tell whether a verb is said of another agreement, or in another clause.

        "The accord reached in Geneva on a new pact", "Norland, which produces oil, said the pact".
        """
        behind = verb.first - 1 in self._heads
        if behind and {"participle", "passive"} & set(verb.forms):
            return True
        between = self._page.marks.within("statements", verb.end, phrase.first)
        words = self._page.tokens.words
        return any(
            mark.entry.key in _SAYING and "past" in mark.forms and words[mark.first - 1] == ","
            for mark in between
        )

    def _compounds(self, mark: Mark) -> bool:
        """Tell whether a word ends a compound adjective: "a Sarvia-brokered agreement"."""
        return mark.first > 0 and self._page.tokens.words[mark.first - 1] in HYPHENS

    def _whose(self, phrase: Phrase) -> tuple[str, ...]:
        """Give whose deed a noun names: "Russia's withdrawal from", "keluarnya AS dari"."""
        start = phrase.first
        for at in range(start, max(phrase.sentence.first, start - _NOUN_REACH), -1):
            marks = [mark for mark in self._roles.until(at) if mark.entry.key == "handling"]
            if marks:
                return self._owner_of(phrase, min(mark.first for mark in marks), at)
        return ()

    def _owner_of(self, phrase: Phrase, first: int, end: int) -> tuple[str, ...]:
        """Give who stands beside a noun for a deed, or two sides that are its subject."""
        best: tuple[str, ...] = ()
        for group in self._groups.of(phrase.sentence):
            owns = group.link in ("owner", "attribute") or self._groups.possesses(group.end)
            if group.end == first and owns:
                return group.codes
            if group.first == end and group.end < phrase.first:
                return group.codes
            own = self._roles.start(first, "own") >= phrase.sentence.first
            acts = group.acts and not self._notified(group)
            if group.end <= first and acts and (own or len(group.codes) > 1):
                best = group.codes
        mediated = self._roles.has(phrase.sentence.first, first, "mediation")
        return () if mediated else best

    def _listed(self, head: int, at: int) -> bool:
        """Tell whether a phrase goes on the list of an earlier one: "a treaty and a protocol"."""
        joint = self._roles.start(at, "and", "definite", "indefinite")
        return joint >= head or self._page.tokens.words[at - 1] == ","

    def _doer(self, phrase: Phrase, verb: Mark, partners: tuple[str, ...]) -> Group | None:
        """Give the names that are the subject of a verb: the nearest that can act."""
        best = None
        for group in self._groups.of(phrase.sentence):
            if group.end > verb.first:
                break
            if not self._governs(group, verb) or self._roles.start(group.first, "supplying") >= 0:
                continue
            if best and self._roles.start(group.first, "after") >= best.end:
                continue  # "Norland is the second country after Aruna to sign"
            owns = group.link == "owner" and verb.first - group.end <= _OWNED_REACH
            if self._notified(group):
                best = group if self._is_urged(group, partners) else best
                continue
            owns = owns or (group.link == "attribute" and self._is_house(group.end))
            owns = owns or self._is_antecedent(group, verb)
            if (group.acts or owns) and not set(group.codes) & set(partners):
                best = group
        return best

    def _is_antecedent(self, group: Group, verb: Mark) -> bool:
        """Tell whether "which" before a verb stands for a name: "with Aruna, which signed"."""
        at, words = group.end, self._page.tokens.words
        place = group.link == "in" or words[group.first - 1] == ","
        if place and any(name.sort is NameKind.STATE for name in group.names):
            return False  # "in Geneva, Switzerland, which"
        at += words[at] == ")"
        after = self._roles.end(at + (words[at] == ","), "relative")
        return after > at and 0 <= verb.first - after <= _AUXILIARY and bool(group.codes)

    def _is_house(self, at: int) -> bool:
        """Tell whether a word for members of a parliament stands there: "Norland lawmakers"."""
        marks = self._page.marks.within("acts", at, at + 1)
        return any(mark.field in ("actors", "houses") for mark in marks)

    def _notified(self, group: Group) -> bool:
        """Tell whether a group is only told of the deed: "notified the secretariat that …"."""
        first = group.first
        while self._roles.start(first, "definite", "article") >= 0:
            first = self._roles.start(first, "definite", "article")
        marks = self._page.marks.keyed("acts", "notification", first - _TOLD_REACH, first)
        told = self._roles.start(first, "telling") >= 0
        return told or any(mark.end == first for mark in marks)

    def _is_urged(self, group: Group, partners: tuple[str, ...]) -> bool:
        """Tell whether a group shall deal with others: "urged Norland to sign with Sarvia"."""
        others = len(group.codes) > 1 or (bool(partners) and not set(group.codes) & set(partners))
        verbs = self._page.marks.keyed("statements", "urge", group.first - _TOLD_REACH, group.first)
        return others and any(0 <= group.first - verb.end <= 1 for verb in verbs)

    def _governs(self, group: Group, verb: Mark) -> bool:
        """Tell whether a name before a word can be its subject, as far as its form goes."""
        being = self._roles.has(group.end, verb.first, "be")
        if verb.entry.key == "belonging":
            comma = self._page.tokens.words[group.end] == ","
            being = being or (comma and verb.first - group.end <= _GERUND_REACH)
            return being or not self._page.pack.words("grammar", "be")
        if verb.forms != ("gerund",) or being or verb.first - group.end <= _GERUND_REACH:
            return True
        if self._page.tokens.words[verb.first - 1] == "," and len(group.codes) == _PAIR:
            return True  # "Norland and the rebels laid down arms, honoring the truce"
        return self._roles.start(verb.first, "purpose", "toward") >= group.end

    def _subject_before(self, phrase: Phrase) -> Group | None:
        """Give the subject of the sentence before, if this one goes on with "it"."""
        sentence = phrase.sentence
        if not sentence.index or not self._roles.end(sentence.first, "it"):
            return None
        before = self._groups.of(self._page.sentences[sentence.index - 1])
        return next((group for group in before if group.acts), None)

    def _both(self, phrase: Phrase, verb: Mark) -> tuple[str, ...]:
        """Give whom "both sides" before a verb means, where no name does it."""
        first = phrase.sentence.first
        if not self._roles.has(first, verb.first, "both"):
            return ()
        return self._groups.pair_before(phrase.sentence, verb.first)

    def _earlier(self, phrase: Phrase, group: Group) -> Group | None:
        """Give the group that can act before another."""
        earlier = None
        for other in self._groups.of(phrase.sentence):
            if other is group:
                break
            earlier = other if other.acts else earlier
        return earlier

    def _accompanied(self, phrase: Phrase, group: Group) -> tuple[str, ...]:
        """Add whom a clause is about to their company: "Norland, which with Aruna signed"."""
        beside = self._roles.start(group.first, "and")
        related = self._roles.start(beside, "relative") if beside >= 0 else -1
        earlier = self._earlier(phrase, group) if related >= phrase.sentence.first else None
        if earlier is None or related - earlier.end > 1:
            return ()
        return tuple(dict.fromkeys(earlier.codes + group.codes))

    def _talked(self, phrase: Phrase, group: Group, verb: Mark) -> tuple[str, ...]:
        """Add who is talked with: "Norland held talks with Aruna and signed"."""
        for other in self._groups.of(phrase.sentence):
            between = group.end <= other.first and other.end <= verb.first
            beside = between and other.link == "with" and bool(other.codes)
            if beside and self._meets(group.end, other.first):
                return tuple(dict.fromkeys(group.codes + other.codes))
        return ()

    def _met(self, phrase: Phrase, group: Group) -> tuple[str, ...]:
        """Add who is met to who meets: "Trump met Xi and reached a deal"."""
        earlier = self._earlier(phrase, group)
        if earlier is None or group.first - earlier.end > _MEETING_REACH:
            return ()
        if not self._meets(earlier.end, group.first):
            return ()
        return tuple(dict.fromkeys(earlier.codes + group.codes))

    def _meets(self, first: int, end: int) -> bool:
        """Tell whether a word for meeting stands there; in a relative clause it is background."""
        return self._roles.has(first, end, "meeting") and not self._roles.has(
            first, end, "relative"
        )

    def _apposed(self, phrase: Phrase, group: Group) -> tuple[str, ...]:
        """Add a name set in commas to those it explains: "Sudan and a rebel faction, the SLM,"."""
        earlier = self._earlier(phrase, group)
        words = self._page.tokens.words
        if earlier is None or not 0 < group.first - earlier.end <= _ASIDE_REACH:
            return ()
        between = range(earlier.end, group.first)
        if not any(words[at] == "," for at in between):
            return ()
        named = any(code.startswith(ARMED) and code != ARMED for code in earlier.codes)
        if group.codes == (ARMED,) and named:
            return earlier.codes  # "the ELN, the country's largest guerrilla group,"
        if ARMED not in earlier.codes:
            return ()
        codes = dict.fromkeys(earlier.codes + group.codes)
        codes.pop(ARMED, None)
        return tuple(codes)


def nominal(mark: Mark) -> bool:
    """Tell whether a word is a noun for a deed: "signing of", "penandatanganan"."""
    key = mark.entry.key
    return key == "handling" or (key == "dealing" and "noun" in mark.forms)

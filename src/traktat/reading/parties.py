"""Who is a party to an agreement, as far as the sentence of one mention tells.

Parties are bound to a mention by frames: names inside the phrase ("the Indonesia-Singapore
treaty"), between/with/by behind it, and the subject of a verb that only parties do (sign,
ratify, withdraw from). A state that merely stands nearby, hosts or mediates is none.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from traktat.facts.tables import table
from traktat.lang import Mark
from traktat.reading.agreement_nouns import Phrase
from traktat.reading.groups import ARMED, Group, Groups
from traktat.reading.scan import Scan
from traktat.reading.wordplaces import WordPlaces

_BREAKS = frozenset({";", ":", "“", "”", '"', "("})
_REACH = 24  # tokens behind a phrase in which its relative clause may still name parties
_VERB_BEHIND = 9  # tokens from a phrase to the verb it is subject of, or of its relative clause
_SIGNED_REACH = 8  # tokens between "signed" and "between X and Y": where and when
_ABOUT_REACH = 14  # tokens between a phrase and "with X" when it first says what it is about
_PURPOSE_REACH = 6  # the same where it says what for: verbs follow, with objects of their own
_VERB_REACH = 16  # tokens between a verb and the phrase that is its object
_LIST_REACH = 45  # tokens a list of parties may take, with the offices and names of persons
_ASIDE_REACH = 6  # tokens between a name and the one in commas that explains it
_OWNED_REACH = 4  # tokens between "Japan's" and "honor": failure, decision, refusal to
_NOUN_REACH = 5  # tokens between "ratification of" and the phrase, or the verb before it
_CROWD_REACH = 7  # tokens between "57 countries" and the verb they do
_CLAUSE_REACH = 5  # tokens between a phrase and the verb of its relative clause
_RELATIVE_REACH = 10  # tokens between a phrase and the subject of its relative clause
_MEETING_REACH = 10  # tokens between who meets, and whom

# How much a full set of parties weighs, by the frame it was read from: names inside the phrase
# or after "between" are surest, the nearest other name in the sentence is a guess.
NAMED, FRAMED, SIGNED, GUESSED = 4, 3, 2, 1


@dataclass(slots=True)
class Evidence:
    """What one mention tells of parties.

    `closed` is a full set of parties and `weight` how sure it is, `some` are parties among
    others, `partners` those the other side deals with, `each` partners of one side in an agreement of their own each, `many` says that
    not all are named, `wide` that it is of the sort many states conclude, `outside` that a partner is no state, `third` that it is any third state;
    `dealt` that somebody does to it what parties do, `signed` that it is what is done to a
    text, `refused` that they do not do it. `hint` is a pair the sentence speaks of without making it party to anything,
    `nearby` every code it names,
    `era` the former state whose days it is said to be from.
    """

    closed: tuple[str, ...] = ()
    weight: int = 0
    some: list[str] = field(default_factory=list)
    partners: tuple[str, ...] = ()
    each: tuple[str, ...] = ()
    many: bool = False
    wide: bool = False
    outside: bool = False
    third: bool = False
    dealt: bool = False
    signed: bool = False
    refused: bool = False
    hint: tuple[str, ...] = ()
    nearby: tuple[str, ...] = ()
    era: str | None = None

    @property
    def codes(self) -> tuple[str, ...]:
        """Give all parties told of."""
        return tuple(dict.fromkeys((*self.closed, *self.some)))

    def close(self, codes: tuple[str, ...], weight: int) -> None:
        """Take a full set of parties if it is surer than the one at hand."""
        if len(codes) >= 2 and weight > self.weight:
            self.closed, self.weight = codes, weight
        elif not set(codes) <= set(self.closed):
            self.some += [code for code in codes if code not in self.some]


class Frames:
    """Reads the parties of the phrases of one report."""

    def __init__(self, page: Scan, groups: Groups, roles: WordPlaces, found: list[Phrase]) -> None:
        self._heads = frozenset(phrase.head for phrase in found)
        self._page = page
        self._groups = groups
        self._roles = roles

    def evidence(self, phrase: Phrase) -> Evidence:
        """Tell what a phrase and its sentence say of the parties."""
        out = Evidence(wide="multilateral" in phrase.flags)
        self._inside(phrase, out)
        partners = out.partners = self._behind(phrase, out)
        doers = self._subject(phrase, partners, out)
        self._meet(phrase, partners, doers, out)
        self._under(phrase, out)
        if len(out.codes) == 1 and partners:
            self._other_side(phrase, out)
        if not out.codes and phrase.bare and phrase.determiner == "definite":
            self._agreed_before(phrase, out)
        out.hint, out.nearby = self._hint(phrase), self._nearby(phrase)
        out.era = self._era(phrase)
        return out

    # --- names inside the phrase ------------------------------------------------------------

    def _inside(self, phrase: Phrase, out: Evidence) -> None:
        codes = [code for item in phrase.named for code in self._groups.codes(item)]
        distinct = tuple(dict.fromkeys(codes))
        if len(distinct) >= 2:
            out.close(distinct, NAMED)
        elif distinct and not all(item.metonym for item in phrase.named):
            out.some += distinct
        if phrase.owner is not None:
            out.some += self._groups.codes(phrase.owner)

    # --- between, with and by behind it -------------------------------------------------------

    def _behind(self, phrase: Phrase, out: Evidence) -> tuple[str, ...]:
        """Read the frames behind the phrase; give the partners named by "with"."""
        limit = min(phrase.end + _REACH, phrase.sentence.end)
        verb = self._verb_behind(phrase, limit)
        out.dealt = verb is not None
        out.signed = verb is not None and self._roles.end(verb.first, "signing") > 0
        partners: list[str] = []
        signers: list[str] = []
        for group in self._groups.of(phrase.sentence):
            if group.first < phrase.head_end:
                continue
            if group.first >= limit or self._breaks(phrase, group.first):
                break
            dealt = verb is not None and verb.end <= group.first
            near = dealt and verb is not None and group.first - verb.end <= _SIGNED_REACH
            if group.link == "between" and self._near(phrase, group, near):
                codes = self._groups.listed(phrase.sentence, group.first, group.first + _LIST_REACH)
                out.close(codes if len(codes) > len(group.codes) else group.codes, NAMED)
                break
            if group.link == "with" and self._near(phrase, group, dealt):
                partners += group.codes
                out.some += [code for code in group.codes if code not in out.some]
            elif partners and group.link == "with" and self._also(phrase.end, group.first):
                partners += group.codes
                out.some += [code for code in group.codes if code not in out.some]
            elif self._relates(phrase, group) or dealt and verb and self._signs(group, verb):
                signers += group.codes
                out.many = out.many or group.link == "including"
        sides = tuple(dict.fromkeys(signers + partners))
        if signers:
            out.close(sides, FRAMED if partners else SIGNED)
        self._strangers(phrase, verb, out)
        if self._roles.end(phrase.end, "with") and self._crowd(phrase.end, phrase.end + 5):
            out.many = True
        if verb is not None and self._crowd(verb.end, min(verb.end + _CROWD_REACH, limit)):
            out.many = True
        return tuple(dict.fromkeys(partners))

    def _near(self, phrase: Phrase, group: Group, dealt: bool) -> bool:
        gap = group.first - phrase.end
        return dealt or gap <= 4 or self._only_about(phrase.end, gap)

    def _signs(self, group: Group, verb: Mark) -> bool:
        """Tell whether a group behind a passive verb is who did it."""
        if group.link in ("agent", "including"):
            return True
        return group.link == "" and group.first - verb.end <= 1 and "passive" in verb.forms

    def _also(self, first: int, end: int) -> bool:
        """Tell whether one more partner is added: "with Russia and possibly with China"."""
        places = range(max(first, end - 4), end)
        return any(self._roles.end(at, "and") for at in places)

    def _relates(self, phrase: Phrase, group: Group) -> bool:
        """Tell whether a group is subject of a relative clause: "a pact that Iran had signed"."""
        if not group.acts or group.first - phrase.end > _RELATIVE_REACH:
            return False
        return self._roles.has(phrase.end, group.first, "relative") and self._roles.has(
            group.end, group.end + 3, "dealing"
        )

    def _only_about(self, at: int, gap: int) -> bool:
        """Tell whether the words behind a phrase only say what it is about."""
        reach = _PURPOSE_REACH if self._roles.end(at, "purpose", "cause") else _ABOUT_REACH
        return bool(
            gap <= reach
            and self._roles.end(at, "about")
            and not self._roles.has(at, at + gap, "future", "relative", "that", "perfect", "have")
        )

    def _breaks(self, phrase: Phrase, end: int) -> bool:
        """Tell whether a mark or another agreement parts a name from the phrase before it."""
        places = range(phrase.end, end)
        if any(self._page.tokens.words[at] in _BREAKS for at in places):
            return True
        listed = self._roles.end(phrase.end, "and") or self._page.tokens.words[phrase.end] == ","
        return not listed and any(at in self._heads for at in places)

    def _verb_behind(self, phrase: Phrase, limit: int) -> Mark | None:
        roles = self._roles
        for at in range(phrase.end, min(phrase.end + _VERB_BEHIND, limit)):
            joint = roles.end(at, "and")
            if joint and roles.end(joint, "dealing", "have", "perfect", "future", "mediation"):
                return None  # what follows is said of the subject, not of the phrase
            marks = roles.at(at)
            if any(mark.entry.key == "mediation" for mark in marks):
                return None
            verbs = [mark for mark in marks if mark.entry.key == "dealing"]
            if verbs and not any(_nominal(mark) for mark in marks):
                return verbs[0]
        return None

    def _strangers(self, phrase: Phrase, verb: Mark | None, out: Evidence) -> None:
        """Note partners that are companies, or any third state."""
        roles, places = self._roles, [phrase.end, phrase.end + 1]
        if verb is not None and verb.first - phrase.end <= _CLAUSE_REACH:
            places += [verb.end, verb.end + 1]
        for at in places:
            link = roles.end(at, "with", "between")
            if link:
                out.third = out.third or roles.has(link, link + 2, "third")
                out.outside = out.outside or roles.has(link, link + 4, "company")

    # --- who does something to it ---------------------------------------------------------------

    def _subject(self, phrase: Phrase, partners: tuple[str, ...], out: Evidence) -> tuple[str, ...]:
        """Give who does to the phrase what only parties do."""
        verb = self._verb_before(phrase)
        if verb is None:
            whose = self._whose(phrase)
            out.dealt = out.dealt or bool(whose)
            return whose
        out.dealt = True
        out.signed = out.signed or self._roles.end(verb.first, "signing") > 0
        if self._crowd(max(phrase.sentence.first, verb.first - _CROWD_REACH), verb.first):
            out.many = True
        group = self._doer(phrase, verb, partners)
        if group is None:
            return ()
        out.many = out.many or group.link == "including"
        if self._roles.has(group.end, verb.end, "negation", "refusal", "not_yet", "awaiting"):
            out.refused = True
            if not partners:
                return ()
        if len(group.codes) > 1:
            return group.codes
        return (
            self._talked(phrase, group, verb)
            or self._met(phrase, group)
            or self._apposed(phrase, group)
            or group.codes
        )

    def _meet(
        self, phrase: Phrase, partners: tuple[str, ...], doers: tuple[str, ...], out: Evidence
    ) -> None:
        """Put those who deal and those they deal with together."""
        both = tuple(dict.fromkeys(doers + partners))
        if partners and doers and len(both) > max(len(partners), len(doers)):
            out.close(both, FRAMED)
            apart = phrase.flags & {"several", "new"} or phrase.bare and not phrase.determiner
            if apart and len(partners) > 1 and len(doers) == 1:
                out.each = partners
        elif doers and out.weight < FRAMED:
            out.close(doers, SIGNED)

    def _verb_before(self, phrase: Phrase) -> Mark | None:
        """Give the verb that has the phrase as object, also past a noun: "ratify", "pass the
        law on ratification of"."""
        first, nominal = max(phrase.sentence.first, phrase.first - _VERB_REACH), 0
        for at in range(phrase.first, first, -1):
            if at < phrase.first and at in self._heads and not self._listed(at, phrase.first):
                return None
            marks = self._roles.until(at)
            if any(mark.entry.key == "mediation" for mark in marks):
                return None
            if any(_nominal(mark) for mark in marks):
                nominal = at
            elif nominal and nominal - at > _NOUN_REACH:
                return None
            for mark in marks:
                if mark.entry.key == "dealing" and not _nominal(mark):
                    return mark
                if mark.entry.key == "having" and phrase.first - at <= 1:
                    return mark
        return None

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
            if group.end == first and group.link in ("owner", "attribute"):
                return group.codes
            if group.first == end and group.end < phrase.first:
                return group.codes
            own = self._roles.start(first, "own") >= phrase.sentence.first
            if group.end <= first and group.acts and (own or len(group.codes) > 1):
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
            owns = group.link == "owner" and verb.first - group.end <= _OWNED_REACH
            if (group.acts or owns) and not set(group.codes) & set(partners):
                best = group
        return best

    def _earlier(self, phrase: Phrase, group: Group) -> Group | None:
        """Give the group that can act before another."""
        earlier = None
        for other in self._groups.of(phrase.sentence):
            if other is group:
                break
            earlier = other if other.acts else earlier
        return earlier

    def _talked(self, phrase: Phrase, group: Group, verb: Mark) -> tuple[str, ...]:
        """Add who is talked with: "Norland held talks with Aruna and signed"."""
        for other in self._groups.of(phrase.sentence):
            between = group.end <= other.first and other.end <= verb.first
            if between and other.link == "with" and other.codes:
                if self._roles.has(group.end, other.first, "meeting"):
                    return tuple(dict.fromkeys(group.codes + other.codes))
        return ()

    def _met(self, phrase: Phrase, group: Group) -> tuple[str, ...]:
        """Add who is met to who meets: "Trump met Xi and reached a deal"."""
        earlier = self._earlier(phrase, group)
        if earlier is None or group.first - earlier.end > _MEETING_REACH:
            return ()
        if not self._roles.has(earlier.end, group.first, "meeting"):
            return ()
        return tuple(dict.fromkeys(earlier.codes + group.codes))

    def _apposed(self, phrase: Phrase, group: Group) -> tuple[str, ...]:
        """Add a name set in commas to those it explains: "Sudan and a rebel faction, the SLM,"."""
        earlier = self._earlier(phrase, group)
        words = self._page.tokens.words
        if earlier is None or not 0 < group.first - earlier.end <= _ASIDE_REACH:
            return ()
        between = range(earlier.end, group.first)
        if ARMED not in earlier.codes or not any(words[at] == "," for at in between):
            return ()
        codes = dict.fromkeys(earlier.codes + group.codes)
        codes.pop(ARMED, None)
        return tuple(codes)

    def _crowd(self, first: int, end: int) -> bool:
        """Tell whether many states that are not named do it: "57 countries"."""
        for at in range(max(first, 1), end):
            if self._roles.end(at, "multilateral") > at + 1 or self._roles.end(at, "rounds"):
                return True
            if not self._roles.end(at, "nations"):
                continue
            before = self._page.tokens.words[at - 1]
            if before.isdigit() and int(before) > 2:
                return True
            start = self._roles.start(at, "several")
            if start >= 0 and not self._roles.end(start, "both"):
                return True
        return False

    # --- weaker signs ---------------------------------------------------------------------------

    def _under(self, phrase: Phrase, out: Evidence) -> None:
        """Read who is bound: "Under the treaty, Russia and North Korea must help each other"."""
        if out.closed or self._roles.start(phrase.first, "under") < 0 and not phrase.determiner:
            return
        if not any(
            self._roles.start(at, "under") >= phrase.sentence.first
            for at in (phrase.first, phrase.first - 1)
        ):
            return
        nearby = self._nearby(phrase)
        if len(nearby) == 2:
            out.close(nearby, GUESSED)
            return
        opens = phrase.first - phrase.sentence.first <= 4
        for group in self._groups.of(phrase.sentence):
            if group.acts and (group.first >= phrase.end) == opens:
                out.close(group.codes, GUESSED)
                return

    def _agreed_before(self, phrase: Phrase, out: Evidence) -> None:
        """Read who agreed in the sentence before: "X and Y agreed to ... The deal ..."."""
        index = phrase.sentence.index - 1
        if index < 0:
            return
        sentence = self._page.sentences[index]
        for group in self._groups.of(sentence):
            if len(group.codes) > 1 and group.acts:
                behind = range(group.end, min(group.end + _CROWD_REACH, sentence.end))
                if any(self._roles.end(at, "agreeing") for at in behind):
                    out.close(group.codes, SIGNED)
                    return

    def _other_side(self, phrase: Phrase, out: Evidence) -> None:
        """Find the side that stands before: "Manila said its pact with Tokyo ..."."""
        known = out.some
        for group in self._groups.of(phrase.sentence):
            if group.end > phrase.first:
                return
            fresh = tuple(code for code in group.codes if code not in known)
            if fresh and (group.acts or group.link == "owner"):
                out.close((fresh[0], *known), GUESSED)
                return

    def _nearby(self, phrase: Phrase) -> tuple[str, ...]:
        """Give every state and organization its sentence speaks of, places aside."""
        groups = [g for g in self._groups.of(phrase.sentence) if g.link != "in"]
        return tuple(dict.fromkeys(code for group in groups for code in group.codes))

    def _hint(self, phrase: Phrase) -> tuple[str, ...]:
        """Give the pair a sentence speaks of: "Russian-North Korean ties", "the two countries"."""
        for group in self._groups.of(phrase.sentence):
            if len(group.codes) == 2 and group.link not in ("in", "preposition"):
                return group.codes
        return ()

    def _era(self, phrase: Phrase) -> str | None:
        """Give the former state a sentence dates the phrase by: "the Soviet-era pact"."""
        for group in self._groups.of(phrase.sentence):
            code = group.codes[0] if len(group.codes) == 1 else ""
            if table("states").get(code, {}).get("sort") != "former":
                continue
            if self._roles.start(group.first, "era") < 0 and not self._roles.has(
                group.end, group.end + 2, "era"
            ):
                continue
            if abs(group.first - phrase.end) <= 5 or phrase.bare and group.end <= phrase.first:
                return code
        return None


def _nominal(mark: Mark) -> bool:
    """Tell whether a word is a noun for a deed: "signing of", "penandatanganan"."""
    return mark.entry.key == "handling" or mark.entry.key == "dealing" and "noun" in mark.forms

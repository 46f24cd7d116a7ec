"""Whom an agreement is with, as the words behind its noun phrase tell: between, with, by."""

from __future__ import annotations

from dataclasses import dataclass, field

from traktat.facts.tables import table
from traktat.lang import Mark
from traktat.model.kinds import MANY, ActKind, NameKind
from traktat.reading.agreements.crowds import REACH, crowd, naming
from traktat.reading.agreements.doers import nominal
from traktat.reading.agreements.evidence import FRAMED, GUESSED, NAMED, SIGNED, Evidence
from traktat.reading.agreements.groups import Group, Groups
from traktat.reading.agreements.nouns import Phrase
from traktat.reading.scan import Scan
from traktat.reading.wordplaces import WordPlaces

_BREAKS = frozenset({";", ":", "“", "”", '"', "("})
_PAIR = 2  # sides
_REACH = 24  # tokens behind a phrase in which its relative clause may still name parties
_VERB_BEHIND = 9  # tokens from a phrase to the verb it is subject of, or of its relative clause
_SIGNED_REACH = 8  # tokens between "signed" and "between X and Y": where and when
_CLOSE = 6  # tokens between a phrase and "with X" that need no verb
_ABOUT_REACH = 14  # tokens between a phrase and "with X" when it first says what it is about
_PURPOSE_REACH = 6  # the same where it says what for: verbs follow, with objects of their own
_LIST_REACH = 45  # tokens a list of parties may take, with the offices and names of persons
_OFFICE_REACH = 14  # tokens of "the minister for border affairs of" before the first side
_CLAUSE_REACH = 5  # tokens between a phrase and the verb of its relative clause
_HANDED = frozenset({"deposit", "notification", "submission"})  # acts with a depositary
_DECIDED = frozenset({ActKind.APPROVAL, ActKind.REJECTION, ActKind.RATIFICATION})
_NO_RECIPIENT = frozenset({"with", "in", "owner", "attribute", "of"})  # what leads to others
_SUPPLIED_REACH = 12  # tokens of "to supply 40 trainer aircraft and parts to"
_CROWD_REACH = 5  # tokens of "and more than 30 other" before "countries"
_DATED = 6  # tokens of "in May 2018, and" between two names of a list
_GOES_ON = ("be", "have", "progressive", "future", "perfect", "meeting")  # "and is talking with"
_RELATIVE_REACH = 10  # tokens between a phrase and the subject of its relative clause


@dataclass(slots=True)
class Sides:
    """Names met on the way: partners ("with X") and who signed ("by Y").

    `spelled` says that partners are counted first, then named: "with two states, namely".
    """

    partners: list[str] = field(default_factory=list)
    signers: list[str] = field(default_factory=list)
    spelled: bool = False


class Partners:
    """Reads what stands behind the phrases of one report; `heads` are their nouns."""

    def __init__(
        self, page: Scan, groups: Groups, roles: WordPlaces, heads: frozenset[int]
    ) -> None:
        self._page = page
        self._groups = groups
        self._roles = roles
        self._heads = heads

    def _is_of_both(self, phrase: Phrase) -> bool:
        """Tell whether both sides deal with what was told before: who is with them is no side."""
        if not phrase.bare or phrase.determiner != "definite":
            return False
        before = (g for g in self._groups.of(phrase.sentence) if g.end <= phrase.first)
        return any(n.pronoun and len(n.members) == _PAIR for group in before for n in group.names)

    def of(self, phrase: Phrase, out: Evidence) -> tuple[str, ...]:
        """Read the frames behind a phrase; give the partners named by "with"."""
        limit = min(phrase.end + _REACH, phrase.sentence.end)
        verb = self._verb_behind(phrase, limit)
        out.dealt = verb is not None
        out.signed = verb is not None and self._roles.end(verb.first, "signing") > 0
        sides = Sides()
        for group in self._groups.of(phrase.sentence):
            if group.first < phrase.head_end:
                continue
            if group.first >= limit or self._breaks(phrase, group.first):
                break
            if group.link == "with" and self._is_of_both(phrase):
                continue
            listed = self._listed(phrase, group, verb)
            met = listed and self._roles.end(self._lead(group), "gathering")
            if met and len(sides.signers) > 1:
                break  # "reached by Norland, Aruna and Veland at a meeting of the council"
            if listed:
                out.many = out.many or MANY in listed
                listed = tuple(code for code in listed if code != MANY)
                out.close(listed, GUESSED if met else NAMED)
                sides.signers.clear()  # "the truce that Norland negotiated between"
                break
            self._take(phrase, group, verb, sides, out)
        if sides.signers:
            both = tuple(dict.fromkeys(sides.signers + sides.partners))
            out.close(both, FRAMED if sides.partners else SIGNED)
            if "several" in phrase.flags and len(sides.signers) > 1 == len(sides.partners):
                out.each = tuple(sides.signers)  # "the deals X and Y reached with Norland"
        self._strangers(phrase, verb, out)
        one = "bilateral" in phrase.flags and "several" not in phrase.flags
        if not (one or out.many or sides.spelled):
            out.many = self._many(phrase, None if sides.partners else verb, limit)
        return tuple(dict.fromkeys(sides.partners))

    def _take(
        self, phrase: Phrase, group: Group, verb: Mark | None, sides: Sides, out: Evidence
    ) -> None:
        """Put a group with the partners or the signers, if the phrase binds it."""
        behind = verb is not None and verb.end <= group.first
        noun = naming(self._page, self._roles, group.first)
        first = max(noun, phrase.end) if noun >= 0 else group.first
        also = bool(sides.partners) and self._also(phrase.end, first)
        near = also or self._near(phrase, first, behind)
        far = not also and not behind and first - phrase.end > _CLOSE
        if far and self._both_named(phrase):
            near = False  # "X and Y signed an agreement on their border with Sarvia"
        if self._roles.end(group.end, "helping"):
            return  # "with Norland and Sarvia as guarantors"
        beside = group.link == "with" or self._roles.start(group.first, "alongside") >= phrase.end
        beside = beside or self._got_from(phrase, group)
        if beside and near and not self._handed_over(phrase.end, group.first):
            sides.partners += group.codes
            counted = len(group.codes) > 1 and self._groups.is_crowd(group.names[0])
            sides.spelled = counted or noun >= 0
            out.many = out.many or group.crowded
            out.some += [code for code in group.codes if code not in out.some]
        elif sides.partners and self._dated_list(phrase, group):
            sides.partners += group.codes
            out.some += [code for code in group.codes if code not in out.some]
        elif self._is_supplied(phrase, group):
            sides.partners += group.codes
        elif self._goes_to_house(phrase, group):
            sides.signers += group.codes
        elif group.link == "including" and self._of_many(phrase, group):
            out.some += [code for code in group.codes if code not in out.some]
            out.many = True
        elif group.link == "including" and self._crowd_before(phrase):
            sides.signers += group.codes
            out.many = True
        elif self._relates(phrase, group) or (verb and behind and self._signs(group, verb)):
            sides.signers += group.codes
            out.many = out.many or group.link == "including" or group.crowded

    def _dated_list(self, phrase: Phrase, group: Group) -> bool:
        """Tell whether a name goes on a list told with its years: "with A in 2016, B in 2018"."""
        first = max(
            (g.end for g in self._groups.of(phrase.sentence) if g.end <= group.first), default=0
        )
        words = self._page.tokens.words[first : group.first]
        listed = words[-1:] == [","] or self._roles.start(group.first, "and") >= first
        return listed and len(words) <= _DATED and any(word.isdecimal() for word in words)

    def _got_from(self, phrase: Phrase, group: Group) -> bool:
        """Tell whether somebody gets it from a state: "Norland won a security pact from Aruna"."""
        led = self._roles.start(group.first, "from")
        near = phrase.end <= led <= phrase.end + 1
        one = len(group.codes) == 1 and group.names[0].sort is NameKind.STATE
        return near and one and phrase.determiner == "indefinite" and phrase.described

    def _of_many(self, phrase: Phrase, group: Group) -> bool:
        """Tell whether it is of many with some named: "a pact of 11 countries including Aruna"."""
        of = self._roles.end(phrase.end, "of", "agent", "among")
        return bool(of) and crowd(self._page, self._roles, phrase.end, group.first)

    def _crowd_before(self, phrase: Phrase) -> bool:
        """Tell whether many deal with it: "110 states joined the pact, including Norland"."""
        return crowd(self._page, self._roles, phrase.sentence.first, phrase.first)

    def _both_named(self, phrase: Phrase) -> bool:
        """Tell whether two sides stand before a phrase as those who conclude it."""
        groups = self._groups.of(phrase.sentence)
        return any(g.acts and len(g.codes) > 1 and g.end <= phrase.first for g in groups)

    def _is_supplied(self, phrase: Phrase, group: Group) -> bool:
        """Tell whether an agreement says what is done for a state: "to sell gas to Sarvia"."""
        one = len(group.codes) == 1 and group.names[0].sort is NameKind.STATE
        aside = group.link in _NO_RECIPIENT and self._roles.start(group.first, "purpose") < 0
        if not one or aside or group.first - phrase.end > _SUPPLIED_REACH:
            return False
        verb = self._roles.end(phrase.end, "purpose")
        done = self._roles.end(verb, "supplying") if verb else 0
        return bool(done) and done <= group.first and not self._roles.has(done, group.first, "and")

    def _goes_to_house(self, phrase: Phrase, group: Group) -> bool:
        """Tell whether it is sent to, passes, or is voted on by a party's parliament or cabinet."""
        if not all(name.sort is NameKind.ORGAN and name.state for name in group.names):
            return False
        bodies = table("organisations")
        decides = group.link == "agent" and not any(name.state in bodies for name in group.names)
        marks = self._page.marks.within("acts", phrase.end, group.first)
        return any(
            mark.key == ActKind.SUBMISSION
            or mark.field.startswith("passing")
            or (decides and mark.key in _DECIDED)
            for mark in marks
        )

    def _handed_over(self, first: int, end: int) -> bool:
        """Tell whether papers are handed over in between: "and deposited it with …"."""
        return any(
            mark.entry.key in _HANDED and mark.entry.field.endswith("verbs")
            for mark in self._page.marks.within("acts", first, end)
        )

    def _listed(self, phrase: Phrase, group: Group, verb: Mark | None) -> tuple[str, ...]:
        """Give all sides that "between" names, if a group is the first of them."""
        lead = self._lead(group)
        if lead < phrase.head_end:
            return ()
        dealt = verb is not None and 0 <= lead - verb.end < _SIGNED_REACH
        dealt = dealt or self._brought_about(phrase, lead)
        if not (dealt or self._near(phrase, lead + 1, False)):
            return ()
        codes = self._groups.listed(phrase.sentence, group.first, group.first + _LIST_REACH)
        return codes if len(codes) > len(group.codes) else group.codes

    def _brought_about(self, phrase: Phrase, lead: int) -> bool:
        """Tell whether somebody helped to it between others: "that Norland negotiated between"."""
        helped = ("dealing", "mediation")
        related = self._roles.end(phrase.end, "relative")
        return bool(related) and any(m.entry.key in helped for m in self._roles.until(lead))

    def _lead(self, group: Group) -> int:
        """Give the token of the "between" that leads to a group, also past an office; or -1."""
        if group.link == "between":
            reach = range(group.first, group.first - _CLOSE * 2, -1)
        elif group.link in ("", "attribute", "owner"):
            reach = range(group.first, group.first - _OFFICE_REACH, -1)
        else:
            return -1
        for at in reach:
            start = self._roles.start(at, "between", "involving")
            if start < 0 and group.link == "between":
                start = self._roles.start(at, "gathering")
            if start >= 0:
                return start
        return -1

    def _many(self, phrase: Phrase, verb: Mark | None, limit: int) -> bool:
        """Tell whether many that are not named are partners, or do what the verb says."""
        led = self._roles.end(phrase.end, "with")
        if led and self._crowd_from(phrase, phrase.end, phrase.end + _CROWD_REACH):
            return True
        if verb is None:  # what partners do besides, many others may have done
            return False
        return self._crowd_from(phrase, verb.end, min(verb.end + REACH, limit))

    def _crowd_from(self, phrase: Phrase, first: int, end: int) -> bool:
        """Tell whether many stand there beside those named before: "the three countries"."""
        for group in self._groups.of(phrase.sentence):
            meant = bool(group.codes) and all(name.pronoun for name in group.names)
            if meant and first <= group.first < end:
                if crowd(self._page, self._roles, first, group.first):
                    return True
                first = group.end
        return crowd(self._page, self._roles, first, end)

    def _near(self, phrase: Phrase, at: int, dealt: bool) -> bool:
        gap = at - phrase.end
        return dealt or gap <= _CLOSE or self._only_about(phrase.end, gap)

    def _signs(self, group: Group, verb: Mark) -> bool:
        """Tell whether a group behind a passive verb is who did it."""
        if group.link in ("agent", "including"):
            if self._of_another(group, verb) or self._passed_by_organ(group, verb):
                return False
            return not self._helped(group)
        if self._is_stood_for(group, verb):
            return True
        return group.link == "" and group.first - verb.end <= 1 and "passive" in verb.forms

    def _is_stood_for(self, group: Group, verb: Mark) -> bool:
        """Tell whether it is signed for a state: "on behalf of the Philippines"."""
        article = self._roles.start(group.first, "definite", "article")
        at = group.first if article < verb.end else article
        return self._roles.start(at, "behalf") >= verb.end

    def _passed_by_organ(self, group: Group, verb: Mark) -> bool:
        """Tell whether an organ only votes: "endorsed by the Security Council"."""
        bodies = table("organisations")
        organs = all(n.sort is NameKind.ORGAN and n.state in bodies for n in group.names)
        return organs and any(self._page.marks.keyed("acts", "approval", verb.first, verb.end))

    def _of_another(self, group: Group, verb: Mark) -> bool:
        """Tell whether an earlier "by" already names who did it: this one belongs elsewhere."""
        led = self._roles.start(group.first, "agent")
        return group.link == "agent" and self._roles.has(verb.end, led, "agent")

    def _helped(self, group: Group) -> bool:
        """Tell whether "by" names who attended, hosted or mediated."""
        at = self._roles.start(group.first, "agent")
        return any(mark.entry.key == "mediation" for mark in self._roles.until(at))

    def _also(self, first: int, end: int) -> bool:
        """Tell whether one more partner is added: "with Russia and possibly with China"."""
        places = range(max(first, end - 4), end)
        words = self._page.tokens.words
        if any(self._leads_on(at) for at in places):
            return False
        return any(words[at] == "," or self._roles.end(at, "and") for at in places)

    def _leads_on(self, at: int) -> bool:
        """Tell whether "and" leads to what else is done: "and is negotiating with Russia"."""
        joint = self._roles.end(at, "and")
        return joint > 0 and self._roles.end(joint, *_GOES_ON) > 0

    def _relates(self, phrase: Phrase, group: Group) -> bool:
        """Tell whether a group is subject of a relative clause: "a pact that Iran had signed"."""
        if not group.acts or group.first - phrase.end > _RELATIVE_REACH:
            return False
        roles = self._roles
        pronoun = any(name.pronoun for name in group.names)
        bare = group.first == phrase.end and not pronoun  # "the pact Norland reached with Aruna"
        related = bare or roles.has(phrase.end, group.first, "relative")
        helped = related and roles.has(phrase.end, group.first, "mediation")
        reach = group.end + (_CROWD_REACH if group.crowded else 3)
        return related and not helped and roles.has(group.end, reach, "dealing")

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
        noun = naming(self._page, self._roles, end)
        places = range(phrase.end, end if noun < 0 else noun)
        if any(self._page.tokens.words[at] in _BREAKS or self._turns(at) for at in places):
            return True
        led = self._roles.end(phrase.end, "with")  # "dengan" also joins like "and"
        joint = 0 if led else self._roles.end(phrase.end, "and")
        goes_on = joint and self._roles.end(joint, "dealing", "have", "perfect", "future", "be")
        comma = self._page.tokens.words[phrase.end : phrase.end + 1] == [","]
        listed = (joint and not goes_on) or comma
        return not (listed and not phrase.known) and any(at in self._heads for at in places)

    def _turns(self, at: int) -> bool:
        """Tell whether a comma and "while" lead to what is said of others."""
        return self._page.tokens.words[at] == "," and bool(
            self._roles.end(at + 1, "while", "contrast")
        )

    def _verb_behind(self, phrase: Phrase, limit: int) -> Mark | None:
        roles = self._roles
        for at in range(phrase.end, min(phrase.end + _VERB_BEHIND, limit)):
            comma = self._page.tokens.words[at] == ","
            if comma and at > phrase.end and roles.end(at + 1, "be", "have"):
                return None
            joint = roles.end(at, "and")
            if joint and roles.end(joint, "dealing", "mediation", *_GOES_ON):
                return None  # what follows is said of the subject, not of the phrase
            marks = roles.at(at)
            if any(mark.entry.key == "mediation" for mark in marks):
                return None
            verbs = [mark for mark in marks if mark.entry.key == "dealing"]
            if verbs and self._goes_on(phrase, verbs[0]):
                return None
            if verbs and not any(nominal(mark) for mark in marks):
                return verbs[0]
        return None

    def _goes_on(self, phrase: Phrase, verb: Mark) -> bool:
        """Tell whether a comma leads to the next thing done: "quit the pact, left the union"."""
        comma = self._page.tokens.words[verb.first - 1] == "," and verb.first - 1 >= phrase.end
        return comma and bool(verb.forms) and not {"participle", "passive"} & set(verb.forms)

    def _strangers(self, phrase: Phrase, verb: Mark | None, out: Evidence) -> None:
        """Note partners that are companies, or any third state."""
        roles, places = self._roles, [phrase.end, phrase.end + 1]
        if verb is not None and verb.first - phrase.end <= _CLAUSE_REACH:
            places += [verb.end, verb.end + 1]
        for at in places:
            link = roles.end(at, "with", "between")
            if link:
                counted = crowd(self._page, roles, link, link + 3)
                out.third = out.third or (not counted and roles.has(link, link + 2, "third"))
                out.outside = out.outside or self._is_company(phrase, link, link + 4)

    def _is_company(self, phrase: Phrase, first: int, end: int) -> bool:
        """Tell whether a word for companies stands there, not as part of a name: "Soviet Union"."""
        named = [group for group in self._groups.of(phrase.sentence) if group.end > first]
        return any(
            self._roles.has(at, at + 1, "company")
            for at in range(first, end)
            if self._roles.start(at, "nations") < first
            and not any(group.first <= at < group.end for group in named)
        )

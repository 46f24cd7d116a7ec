"""Names that stand together: "the leaders of Russia and North Korea" is one group of two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from traktat.lang import tokenize
from traktat.model.kinds import MANY, NameKind
from traktat.reading.agreements.armed import ARMED, Armed, is_armed
from traktat.reading.agreements.crowds import crowd, naming
from traktat.reading.agreements.preambles import Preambles
from traktat.reading.agreements.states import organisation
from traktat.reading.mentions import NameMention, Names
from traktat.reading.scan import Scan
from traktat.reading.sentences import Sentence
from traktat.reading.wordplaces import WordPlaces

HYPHENS = frozenset("-‐‑–")
_JOINERS = frozenset({",", "-", "–", "—", "/", "&"})
_GAP = 8  # tokens between two names that are still one group
_OFFICE = 4  # tokens of the shortest name that holds two states: "leaders of X and Y"
_CROWD_REACH = 5  # tokens of "more than 30 other" before "countries"
_OTHERS_REACH = 2  # tokens of "also" before "other countries"
_COUNTED = 3  # tokens of "the ten" before "countries"
_PAIR_SENTENCES = 4  # sentences back in which the two are looked for
_LEADS = (
    "except",
    "between",
    "involving",
    "gathering",
    "with",
    "agent",
    "including",
    "in",
    "preposition",
    "of",
)
_APPOSED = 3  # tokens of ", the" between a person and whom he acts for
_TOWN = 6  # tokens of a town's name and the comma behind it, at most
_PARTICLE = 3  # letters of "del" in such a name
_STEPS = 5  # words ("the government of") between a preposition and the name it leads to


@dataclass(frozen=True, slots=True)
class Group:
    """Names joined by commas, hyphens and conjunctions.

    `codes` are the parties they stand for, `link` the word that leads to them (between, with,
    agent, including, in, preposition, of, except), "owner" for a possessor ("Russia's"),
    "attribute" where they only describe what follows ("Russian troops"), or "" where they may
    be a subject.
    `crowded` says that many unnamed end the list: "Oman and other Gulf states".
    """

    first: int
    end: int
    codes: tuple[str, ...]
    link: str
    names: tuple[NameMention, ...]
    crowded: bool = False

    @property
    def acts(self) -> bool:
        """Tell whether the group can be who does something."""
        return bool(self.codes) and self.link in ("", "including")


class Groups:
    """The groups of names of a report, sentence by sentence."""

    def __init__(self, page: Scan, names: Names, roles: WordPlaces) -> None:
        self._page = page
        self._names = names
        self._roles = roles
        self._found: dict[int, list[Group]] = {}
        self._possessive = tuple(
            clitic for clitic in page.pack.settings.get("clitics", ()) if clitic.startswith("'")
        )
        self._by_key = {item.key: item for item in reversed(names.items) if not item.members}
        self._preambles = Preambles(page, names, roles)
        self._armed = Armed(page, names)
        self._until = {i.end: i for i in names.items if i.sort is NameKind.PERSON}

    def of(self, sentence: Sentence) -> list[Group]:
        """List the groups of a sentence in text order."""
        found = self._found.get(sentence.index)
        if found is None:
            self._roles.load(sentence)
            runs = self._runs(sentence)
            found = self._found[sentence.index] = [self._group(sentence, run) for run in runs]
        return found

    def codes(self, item: NameMention) -> tuple[str, ...]:
        """Give the party codes a name stands for: states, organizations, armed groups."""
        if item.members:
            return tuple(dict.fromkeys(c for key in item.members for c in self._member(key)))
        if item.sort in (NameKind.AGENCY, NameKind.DOCUMENT):
            return ()
        if item.sort is NameKind.ORGANISATION:
            return () if self._counts_members(item) else (organisation(item),)
        if item.sort is NameKind.GROUP and item.key.startswith(ARMED):
            return (ARMED + self._armed.name(item),)
        return self._states(item)

    def _counts_members(self, item: NameMention) -> bool:
        """Tell whether a body only says whose members they are: "the ten ASEAN countries"."""
        before = self._roles.start(item.first, "nations")
        behind = self._roles.end(item.end, "nations")
        first = item.first if before < 0 else before
        if before < 0 and not behind:
            return False
        return crowd(self._page, self._roles, max(0, first - _COUNTED), behind or item.first)

    def unnamed(self) -> str:
        """Give the words for the first armed group without a name: "rebel groups"."""
        return self._armed.unnamed()

    def _member(self, key: str) -> tuple[str, ...]:
        """Give the codes of one of those a plural name stands for."""
        named = self._by_key.get(key)
        if named is not None:
            return self.codes(named)
        return (key,) if key.isupper() or key.startswith(ARMED) else ()

    def _states(self, item: NameMention) -> tuple[str, ...]:
        """Give the state a name acts for; both in "the presidents of Armenia and Azerbaijan"."""
        state = (item.state,) if item.state else ()
        if item.end - item.first < _OFFICE:
            return state
        marks = self._page.marks.within("states", item.first, item.end)
        for one, other in pairwise(marks):
            if one.end < other.first and self._roles.end(one.end, "and") == other.first:
                return (one.key, other.key)
        return state or ((marks[0].key,) if len(marks) == 1 else ())

    def _runs(self, sentence: Sentence) -> Iterator[list[NameMention]]:
        """Give the runs of joined names; commas alone join only before a conjunction."""
        run: list[NameMention] = []
        joints: list[str] = []
        for item in self._names.within(sentence.first, sentence.end):
            if (run and item.first < run[-1].end) or (item.pronoun and item.attributive):
                continue
            if self.backs(item):
                continue
            joint = self._joint(run[-1], item) if run and not self._helps(run[-1], item) else ""
            if run and not joint:
                yield from self._parted(run, joints)
                run, joints = [], []
            elif run:
                joints.append(joint)
            run.append(item)
        if run:
            yield from self._parted(run, joints)

    def _parted(self, run: list[NameMention], joints: list[str]) -> Iterator[list[NameMention]]:
        """Part a run at the commas that no conjunction follows."""
        if len(run) > 1 and joints[-1] == "," and self._crowd_behind(run[-1].end):
            joints[-1] = "and"
        last = max((at for at, joint in enumerate(joints) if joint not in (",", "(")), default=-1)
        part = run[:1]
        for at, joint in enumerate(joints):
            if at > last and joint == ",":
                yield part
                part = []
            part.append(run[at + 1])
        yield part

    def is_crowd(self, item: NameMention) -> bool:
        """Tell whether a name is one for many states: "negara-negara Teluk"."""
        group = item.sort is NameKind.GROUP and not self.codes(item)
        return group and crowd(self._page, self._roles, item.first, item.end)

    def _crowd_behind(self, end: int) -> bool:
        """Tell whether a list ends on many unnamed: "and five other countries"."""
        after = self._roles.end(end, "and")
        if not after and self._page.tokens.words[end : end + 1] == [","]:
            after = self._roles.end(end + 1, "and")
        if not after:
            return False
        others = any(self._others_at(at) for at in range(after, after + _OTHERS_REACH))
        return others or crowd(self._page, self._roles, after, after + _CROWD_REACH)

    def _others_at(self, at: int) -> bool:
        """Tell whether others without a name stand there: "its allies", "the other parties"."""
        if self._roles.end(at, "third", "allies"):
            return True
        noun = self._roles.end(at, "nations", "bound")
        if noun and self._roles.end(noun, "remaining"):
            return True  # "para pihak lainnya"
        rest = self._roles.end(at, "remaining")
        return bool(rest) and self._roles.end(rest, "nations", "bound") > 0

    def backs(self, item: NameMention) -> bool:
        """Tell whether a name only says who backs the next: "the Norland-backed M23 rebels"."""
        words, end = self._page.tokens.words, item.end
        led = (
            item.first > 1 and words[item.first - 1] in HYPHENS and words[item.first - 2].islower()
        )
        if led and not self._spaced(item.first):
            return True  # "pro-Norland rebels", not "the two sides - Norland and Aruna"
        if item.attributive and item.sort is NameKind.STATE:
            beside = next(iter(self._names.within(end, end + 1)), None)
            if beside is not None and beside.first == end and self._armed_at(beside):
                return True  # "the Norland Taliban"
        if end + 2 >= len(words) or words[end] not in HYPHENS:
            return False
        helps = self._roles.end(end + 1, "mediation") > 0
        whose = self._roles.end(end + 2, "party_noun") > 0  # "the Norland-backed government"
        return helps and (whose or any(self._names.within(end + 2, end + 3)))

    def _armed_at(self, item: NameMention) -> bool:
        """Tell whether a name is that of an armed group, and not just a word for one."""
        return item.key.startswith(ARMED) and bool(self._armed.name(item))

    def _helps(self, before: NameMention, item: NameMention) -> bool:
        """Tell whether a name and a comma only say who helps: "Mediated by Norland, Aruna and"."""
        if self._page.tokens.words[before.end : item.first] != [","]:
            return False
        at = before.first
        while at > 0 and (led := self._roles.start(at, "agent", "of", "definite", "article")) >= 0:
            at = led
        return any(mark.entry.key == "mediation" for mark in self._roles.until(at))

    def _spaced(self, token: int) -> bool:
        """Tell whether there is a space between a token and the one before it."""
        tokens = self._page.tokens
        return tokens.starts[token] > tokens.ends[token - 1]

    def _joint(self, before: NameMention, item: NameMention) -> str:
        """Give what joins two names: "and", "," or nothing."""
        first, end = self._past_army(before.end), item.first
        if joint := self._armed_joint(before, item):
            return joint
        if first >= end or end - first > _GAP:
            return ""
        words, roles = self._page.tokens.words, self._roles
        if words[first] == "(" and end == first + 1:
            return "(" if self.codes(item) == self.codes(before) else ""
        at, joint, opened = first, "", False
        while at < end:
            after = roles.end(at, "and")
            if after or words[at] in _JOINERS:
                joint = "and" if after or words[at] != "," else joint or ","
                at, opened = after or at + 1, False
                continue
            noun = at + 1 if words[at] == ")" and at == first else self._linking(first, at, joint)
            compound = (
                words[at + 1 : at + 2] and words[at + 1] in HYPHENS
            )  # "and pro-Norland rebels"
            if not noun and joint == "and" and (opened or compound or words[at][0].isupper()):
                noun = at + 1  # "and the biggest rebel faction", "and WHO chief"
            if not noun:
                return ""
            at, opened = noun, bool(roles.end(at, "definite", "article"))
        return joint

    def _armed_joint(self, before: NameMention, item: NameMention) -> str:
        """Give what joins the name of an armed group and the word for its sort, or a count."""
        first, end = before.end, item.first
        words, roles = self._page.tokens.words, self._roles
        bracket = words[first + 2 : first + 3] == [")"] and words[first] == "("
        beside = first + 3 if bracket else first + (words[first : first + 1] == [")"])
        if beside == end and (ARMED in self.codes(item) or self._leads(before, item)):
            return "("  # "Tamil Tiger rebels", "the Lake Movement (LM) rebel group"
        if not 0 < end - first <= _GAP or not item.key.startswith(ARMED):
            return ""
        joined = roles.end(first, "and")
        if joined and self._preambles.counts(joined, end):
            return "and"  # "and 10 armed groups"
        if ARMED not in self.codes(before) or not self._armed_at(item):
            return ""
        of = roles.end(first, "of", "from")
        if of and end in (of, roles.end(of, "definite")):
            return "("  # "rebels of the M23"
        led = roles.start(end, "definite")
        comma = (end if led < 0 else led) - 1
        plain = comma == first or self._preambles.counts(first, comma)
        return "(" if words[comma] == "," and plain else ""  # "rebel group, the Lake Front"

    def _linking(self, first: int, at: int, joint: str) -> int:
        """Give where a word ends that may stand between two joined names, or 0."""
        roles = self._roles
        noun = roles.end(at, "allies") if joint else 0  # "Norland, its allies and"
        noun = noun or roles.end(at, "party_noun", "definite", "article")
        noun = noun or (roles.end(at, "also", "then") if joint else 0)  # "and, later, Sarvia"
        if not noun and joint and roles.start(at, "party_noun") >= first:
            noun = roles.end(at, "from")  # "and his counterpart from Aruna"
        if not noun and self._page.tokens.words[at - 1] in HYPHENS:
            noun = roles.end(at, "mediation")  # "and the Sarvia-backed M23 rebels"
        return noun

    def _leads(self, before: NameMention, item: NameMention) -> bool:
        """Tell whether those behind the name of an armed group act for it: "Taliban leaders"."""
        armed = before.sort is NameKind.GROUP and before.key.startswith(ARMED)
        return armed and item.sort is NameKind.GROUP and not item.key.startswith(ARMED)

    def _group(self, sentence: Sentence, run: list[NameMention]) -> Group:
        codes = dict.fromkeys(code for item in run for code in self.codes(item))
        if len(run) > 1 and any(item.office == "rebel-leader" for item in run):
            codes[ARMED] = None  # a president and a rebel of one state are two sides
        if any(code.startswith(ARMED) and code != ARMED for code in codes):
            codes.pop(ARMED, None)
        first, end = run[0].first, run[-1].end
        if self._roles.end(end, "currency") or self._roles.start(first, "currency") >= 0:
            codes = {}  # "201 Norland/Sarvia cents a kilo"
        if half := self._half(run[0]):
            codes = {half: None, **codes}
            first -= 2
        if not codes and self._roles.has(first, end, "both"):
            codes = dict.fromkeys(self.pair_before(sentence, first))
        link = "in" if self._in_place(sentence, first, end) else self._link(sentence, first, codes)
        if link in ("in", "preposition") and self._opens_clause(first, end):
            link = ""
        if link in ("", "in", "preposition") and self.possesses(end):
            link = "owner"  # "over Norland's failure to honor the pact"
        if link == "with" and self._owns_armed(first, end):
            link = "owner"  # "with the country's largest rebel group"
        if not link and all(item.attributive for item in run) and not self._is_army(first, end):
            link = "attribute"
        crowded = bool(codes) and (
            any(item.sort is NameKind.ORGANISATION and not self.codes(item) for item in run)
            or self._crowd_behind(end)
            or self.is_crowd(run[-1])
            or (len(run) > 1 and self._roles.has(first, end, "allies"))
        )
        return Group(first, end, tuple(codes), link, tuple(run), crowded)

    def _owns_armed(self, first: int, end: int) -> bool:
        """Tell whether a possessor only says where an armed group is from."""
        if not self.possesses(end):
            return False
        behind = next(iter(self._names.within(end, end + _OFFICE)), None)
        if behind is None or not behind.key.startswith(ARMED):
            return False
        return self._preambles.start(behind.first, first, armed=True) == first

    def _is_army(self, first: int, end: int) -> bool:
        """Tell whether a state's army stands beside its name: "the Norland army and the rebels"."""
        bodies = self._page.marks.within("bodies", max(0, first - 2), end + 1)
        armies = (mark for mark in bodies if mark.key == "armed-forces")
        return any(mark.end == first or mark.first == end for mark in armies)

    def _past_army(self, at: int) -> int:
        """Step over a state's army and its initials: "the Norland Armed Forces (NAF) and"."""
        words = self._page.tokens.words
        armies = self._page.marks.keyed("bodies", "armed-forces", at, at + 1)
        if not armies or words[armies[0].end : armies[0].end + 1] != ["("]:
            return at
        closing = armies[0].end + 2
        return closing + 1 if words[closing : closing + 1] == [")"] else at

    def _opens_clause(self, first: int, end: int) -> bool:
        """Tell whether a name is the subject of a clause: "since Norland left the pact"."""
        led = self._roles.start(first, "after", "ahead", "until", "holding") >= 0
        return led and self._roles.end(end, "dealing", "have", "perfect", "future") > 0

    def _half(self, item: NameMention) -> str:
        """Give the state that is named by its first word only: "North and South Korea"."""
        at, words = item.first - 2, self._page.tokens.words
        if item.end - item.first != 2 or at < 0 or self._roles.end(at + 1, "and") != item.first:
            return ""
        if not item.state or not words[at].istitle():
            return ""
        whole = tokenize(f"{words[at]} {words[item.first + 1]}")
        marks = self._page.pack.lexicon_for("states").find(whole)
        named = [mark.key for mark in marks if mark.end - mark.first == 2]
        return named[0] if named else ""

    def pair_before(self, sentence: Sentence, token: int) -> tuple[str, ...]:
        """Give the last two sides named before a token: whom "the two countries" means."""
        for index in range(sentence.index, max(-1, sentence.index - _PAIR_SENTENCES), -1):
            earlier = self._page.sentences[index]
            found = self._found.get(index) if index == sentence.index else self.of(earlier)
            for group in reversed(found or []):
                if len(group.codes) == 2 and group.end <= token:
                    return group.codes
        return ()

    def listed(self, sentence: Sentence, lead: int, end: int) -> tuple[str, ...]:
        """Give all parties that "between" leads to, past what is said of each.

        The list ends with the first name behind its last conjunction, or where a clause begins.
        """
        codes: list[str] = []
        closing, before = False, None
        for group in self.of(sentence):
            if group.first < lead:
                continue
            if closing and before is not None and self._explains(before, group):
                codes += group.codes
            if group.first >= end or self._closes(lead, group.first) or closing:
                break
            if rest := self._members_of(lead, group):
                codes += rest  # "the five permanent members of the Security Council and Norland"
            elif group.link in ("", "between", "owner", "attribute", "of") and not self._tag(group):
                codes += (*group.codes, MANY) if group.crowded else group.codes
                last = self._last_joint(lead, group) and bool(group.codes)
                closing = last or (len(group.codes) > 1 and len(group.names) > 1)
            lead, before = group.end, group
        return tuple(dict.fromkeys(codes))

    def _members_of(self, lead: int, group: Group) -> tuple[str, ...]:
        """Give many, and who is listed besides, where the members of a body stand first."""
        body = group.names[0].sort in (NameKind.ORGANISATION, NameKind.ORGAN)
        if not (body and self._roles.has(lead, group.first, "nations")):
            return ()
        return (MANY, *(code for name in group.names[1:] for code in self.codes(name)))

    def _explains(self, group: Group, after: Group) -> bool:
        """Tell whom a person acts for: "and Ilse Tam, the Red Cross representative"."""
        person = group.names[-1]
        unknown = person.sort is NameKind.PERSON and not self.codes(person)
        comma = self._page.tokens.words[group.end : group.end + 1] == [","]
        return unknown and comma and after.first - group.end <= _APPOSED

    def _closes(self, first: int, end: int) -> bool:
        """Tell whether a clause begins among these tokens."""
        return self._roles.has(
            first, end, "relative", "that", "dealing", "future", "after", "while"
        )

    def _tag(self, group: Group) -> bool:
        """Tell whether a name is part of a longer one that a short name in brackets follows."""
        return (
            self._page.tokens.words[group.end : group.end + 1] == ["("]
            and group.link == "attribute"
        )

    def _last_joint(self, first: int, group: Group) -> bool:
        """Tell whether a conjunction stands between two names, so that the list ends here."""
        return self._roles.has(first, group.first, "and")

    def possesses(self, end: int) -> bool:
        """Tell whether the name that ends before a token carries a possessive ending."""
        return self._page.tokens.lower[end - 1].endswith(self._possessive)

    def _link(self, sentence: Sentence, at: int, codes: Iterable[str]) -> str:
        """Give what leads to a name, past words like "the government of"."""
        roles, armed = self._roles, is_armed(codes)
        for _ in range(_STEPS):
            if armed and (part := self._preambles.part(at)) >= sentence.first:
                at = part  # "one of the main rebel groups"
            if (noun := naming(self._page, roles, at)) >= sentence.first:
                at = noun
            led = self._lead(at, sentence.first) if roles.until(at) else ""
            holder = roles.start(roles.start(at, "from"), "party_noun") if led else -1
            nation = roles.start(roles.start(at, "of"), "nation") if led else -1
            if nation >= sentence.first:  # "the Pacific nation of Aruna"
                region = roles.start(nation, "region")
                at = region if region >= sentence.first else nation
                continue
            if holder >= sentence.first:
                at = holder  # "the leaders of Russia": what leads to the leaders counts
                continue
            if led and (named := self._until.get(roles.start(at, "from"))) is not None:
                at = named.first  # "President Anna Berg of Norland"
                continue
            if led:
                return "between" if led in ("involving", "gathering") else led
            before = self._roles.start(at, "party_noun", "definite", "article", "both", "several")
            if before < 0:
                before = self._preambles.start(at, sentence.first, armed=armed)
            if before < sentence.first:
                return ""
            at = before
        return ""

    def _lead(self, at: int, floor: int) -> str:
        """Give the entry of the first of the words that lead to a name, if one ends before it."""
        return next((key for key in _LEADS if self._roles.start(at, key) >= floor), "")

    def _in_place(self, sentence: Sentence, at: int, end: int) -> bool:
        """Tell whether a state only says where a town lies: "in Geneva, Switzerland"."""
        words = self._page.tokens.words
        if at - 3 < sentence.first or words[at - 1] != "," or not words[at - 2][0].isupper():
            return False
        if end < sentence.end and words[end][0].isalpha():
            return False
        for town in range(at - 2, max(sentence.first, at - _TOWN), -1):
            if self._roles.start(town, "in") >= sentence.first:
                return True
            if not (words[town - 1][0].isupper() or len(words[town - 1]) <= _PARTICLE):
                break  # "in Punta del Este, Uruguay"
        return False

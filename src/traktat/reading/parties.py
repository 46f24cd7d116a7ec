"""Who is a party to an agreement, as far as the sentence of one mention tells.

Parties are bound to a mention by frames: names inside the phrase ("the Indonesia-Singapore
treaty"), between/with/by behind it, and the subject of a verb that only parties do (sign,
ratify, withdraw from). A state that merely stands nearby, hosts or mediates is none.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from traktat.facts.tables import table
from traktat.lang import Mark
from traktat.model.kinds import NameKind
from traktat.reading.agreement_nouns import Phrase
from traktat.reading.mentions import NameMention, Names
from traktat.reading.roles import Roles
from traktat.reading.scan import Scan
from traktat.reading.sentences import Sentence

_JOINERS = frozenset({",", "-", "–", "—", "/", "&"})
_BREAKS = frozenset({";", ":", "“", "”", '"', "(", ")"})
_REACH = 22  # tokens behind a phrase in which its relative clause may still name parties
_ABOUT_REACH = 12  # tokens between a phrase and "with X" when it first says what it is about
_VERB_REACH = 16  # tokens between a verb and the phrase that is its object
_LEADS = frozenset({"in", "with", "agent", "between", "preposition", "about"})


@dataclass(frozen=True, slots=True)
class Group:
    """Names joined by commas, hyphens and conjunctions; `link` the word that leads to them."""

    first: int
    end: int
    codes: tuple[str, ...]
    link: str
    names: tuple[NameMention, ...]


@dataclass(slots=True)
class Evidence:
    """What one mention tells of parties.

    `closed` is a full set of parties, `some` are parties among others, `many` that not all are
    named, `outside` that a partner is no state, `third` that it is any third state.
    `both` marks "the two countries" whose names stand elsewhere.
    """

    closed: tuple[str, ...] = ()
    some: list[str] = field(default_factory=list)
    many: bool = False
    both: bool = False
    outside: bool = False
    third: bool = False
    dealt: bool = False

    @property
    def codes(self) -> tuple[str, ...]:
        """Give all parties told of."""
        return tuple(dict.fromkeys((*self.closed, *self.some)))


class Frames:
    """Reads the parties of the phrases of one report."""

    def __init__(self, page: Scan, names: Names, roles: Roles) -> None:
        self.page = page
        self.names = names
        self.roles = roles
        self._groups: dict[int, list[Group]] = {}
        self._by_key = {item.key: item for item in reversed(names.items) if not item.members}

    def evidence(self, phrase: Phrase) -> Evidence:
        """Tell what a phrase and its sentence say of the parties."""
        out = Evidence(many="multilateral" in phrase.flags)
        self._inside(phrase, out)
        self._behind(phrase, out)
        self._subject(phrase, out)
        if out.some and not out.closed and len(set(out.some)) < 2:
            self._other_side(phrase, out)
        return out

    # --- names in groups -----------------------------------------------------------------

    def groups(self, sentence: Sentence) -> list[Group]:
        """List the groups of names in a sentence."""
        found = self._groups.get(sentence.index)
        if found is None:
            found = self._groups[sentence.index] = list(self._grouped(sentence))
        return found

    def _grouped(self, sentence: Sentence) -> list[Group]:
        out: list[Group] = []
        run: list[NameMention] = []
        for item in self.names.within(sentence.first, sentence.end):
            if run and item.first < run[-1].end:
                continue
            if run and not self._joined(run[-1].end, item.first):
                out.append(self._group(sentence, run))
                run = []
            run.append(item)
        if run:
            out.append(self._group(sentence, run))
        return out

    def _joined(self, first: int, end: int) -> bool:
        """Tell whether the words between two names join them."""
        if first >= end or end - first > 7:
            return False
        at, joins = first, False
        while at < end:
            word = self.page.tokens.words[at]
            after = self.roles.end(at, "and")
            noun = self.roles.end(at, "party_noun", "definite", "article")
            if word in _JOINERS or after:
                joins, at = True, after or at + 1
            elif noun:
                at = noun
            else:
                return False
        return joins

    def _group(self, sentence: Sentence, run: list[NameMention]) -> Group:
        codes = [code for item in run for code in self.codes(item)]
        first = run[0].first
        return Group(
            first, run[-1].end, tuple(dict.fromkeys(codes)), self._link(sentence, first), tuple(run)
        )

    def _link(self, sentence: Sentence, at: int) -> str:
        """Give what leads to a name: between, with, agent, in, about or nothing."""
        for _ in range(5):
            for key in ("between", "with", "agent", "in", "preposition"):
                if self.roles.start(at, key) >= sentence.first:
                    return key
            before = self.roles.start(at, "party_noun", "definite", "article")
            if before < sentence.first:
                return ""
            at = before
        return ""

    def codes(self, item: NameMention) -> tuple[str, ...]:
        """Give the party codes a name stands for."""
        if item.members:
            members = [self._by_key[key] for key in item.members if key in self._by_key]
            return tuple(dict.fromkeys(code for m in members for code in self.codes(m)))
        if item.sort in (NameKind.AGENCY, NameKind.DOCUMENT):
            return ()
        if item.sort is NameKind.ORGANISATION:
            return (_organisation(item),)
        if item.state:
            return (item.state,)
        if item.sort is NameKind.GROUP and item.name[:1].isupper():
            return (f"NSA:{item.name}",)
        return ()

    # --- frames -----------------------------------------------------------------------------

    def _inside(self, phrase: Phrase, out: Evidence) -> None:
        codes = [code for item in phrase.named for code in self.codes(item)]
        distinct = tuple(dict.fromkeys(codes))
        if len(distinct) >= 2:
            out.closed = distinct
        elif distinct and not all(item.metonym for item in phrase.named):
            out.some += distinct
        if phrase.owner is not None:
            out.some += self.codes(phrase.owner)

    def _behind(self, phrase: Phrase, out: Evidence) -> None:
        """Read between, with and by behind the phrase, also in its relative clause."""
        limit = min(phrase.end + _REACH, phrase.sentence.end)
        verb = self._verb_behind(phrase, limit)
        for group in self.groups(phrase.sentence):
            if group.first < phrase.end or group.first >= limit:
                continue
            if self._breaks(phrase.end, group.first):
                break
            dealt = verb is not None and verb.end <= group.first
            if not self._bound(phrase, group, dealt, verb):
                continue
            self._take(group, out)
            if group.link == "between":
                break
        self._strangers(phrase, out)

    def _bound(self, phrase: Phrase, group: Group, dealt: bool, verb: Mark | None) -> bool:
        gap = group.first - phrase.end
        if group.link == "between":
            return dealt or gap <= 4 or self._about(phrase.end, gap)
        if group.link == "with":
            return dealt or gap <= 3 or self._about(phrase.end, gap)
        if group.link == "agent":
            return dealt
        return (
            dealt
            and verb is not None
            and group.link == ""
            and group.first - verb.end <= 1
            and "passive" in verb.forms
        )

    def _take(self, group: Group, out: Evidence) -> None:
        if len(group.codes) >= 2 and not out.closed:
            out.closed = group.codes
        else:
            out.some += group.codes

    def _about(self, at: int, gap: int) -> bool:
        """Tell whether the words behind a phrase only say what it is about."""
        return bool(
            gap <= _ABOUT_REACH
            and self.roles.end(at, "about")
            and not self.roles.has(at, at + gap, "future", "relative", "that", "perfect")
        )

    def _breaks(self, first: int, end: int) -> bool:
        return any(self.page.tokens.words[at] in _BREAKS for at in range(first, end))

    def _verb_behind(self, phrase: Phrase, limit: int) -> Mark | None:
        for at in range(phrase.end, min(phrase.end + 9, limit)):
            for mark in self.roles.at(at):
                if mark.entry.key == "mediation" and not mark.entry.file == "grammar":
                    return None
                if mark.entry.key == "dealing":
                    return mark
        return None

    def _strangers(self, phrase: Phrase, out: Evidence) -> None:
        """Note partners that are companies, or any third state."""
        at, limit = phrase.end, min(phrase.end + 10, phrase.sentence.end)
        while at < limit:
            link = self.roles.end(at, "with", "between")
            if link:
                out.third = out.third or self.roles.has(link, link + 2, "third")
                out.outside = out.outside or self.roles.has(link, link + 5, "company")
            at += 1

    def _subject(self, phrase: Phrase, out: Evidence) -> None:
        """Read who does to the phrase what only parties do."""
        verb = self._verb_before(phrase)
        if verb is None:
            return
        out.dealt = True
        group = self._doer(phrase.sentence, verb)
        if group is not None:
            self._take(group, out)
        elif self.roles.has(phrase.sentence.first, verb.first, "both"):
            out.both = True
        if self._crowd(phrase.sentence.first, verb.first):
            out.many = True

    def _verb_before(self, phrase: Phrase) -> Mark | None:
        first = max(phrase.sentence.first, phrase.first - _VERB_REACH)
        for at in range(phrase.first, first, -1):
            for mark in self.roles.until(at):
                if mark.entry.key == "mediation":
                    return None
                if mark.entry.key == "dealing":
                    return mark
        return None

    def _doer(self, sentence: Sentence, verb: Mark) -> Group | None:
        """Give the names that are the subject of a verb."""
        best = None
        for group in self.groups(sentence):
            if group.end > verb.first:
                break
            if group.codes and group.link not in _LEADS:
                best = group
        return best

    def _crowd(self, first: int, end: int) -> bool:
        """Tell whether many states that are not named do it: "57 countries"."""
        for at in range(first, end):
            for mark in self.roles.at(at):
                if mark.entry.key == "nations" and not self.roles.until(at) == []:
                    if self.roles.start(at, "several") >= 0 and self.roles.start(at, "both") < 0:
                        return True
                if mark.entry.key == "nations" and at > first:
                    number = self.page.tokens.words[at - 1]
                    if number.isdigit() and int(number) > 2:
                        return True
        return False

    def _other_side(self, phrase: Phrase, out: Evidence) -> None:
        """Find the side that stands before: "Manila ... its pact with Tokyo"."""
        known = set(out.some)
        for group in self.groups(phrase.sentence):
            if group.end <= phrase.first and group.codes and group.link not in _LEADS:
                fresh = [code for code in group.codes if code not in known]
                if fresh:
                    out.some += fresh[:1]
                    return


def _organisation(item: NameMention) -> str:
    for candidate in (item.key, item.name, item.state or ""):
        code = candidate.rpartition(":")[2]
        if code in table("organisations"):
            return code
    return item.name

"""Who is a party to an agreement, as far as the sentence of one mention tells.

Parties are bound to a mention by frames: names inside the phrase ("the Indonesia-Singapore
treaty"), between/with/by behind it, and the subject of a verb that only parties do (sign,
ratify, withdraw from). A state that merely stands nearby, hosts or mediates is none.
"""

from __future__ import annotations

from collections.abc import Iterator

from traktat.facts.tables import table
from traktat.model.kinds import NameKind
from traktat.reading.agreements.apiece import Apiece
from traktat.reading.agreements.approaches import Approaches
from traktat.reading.agreements.bystanders import Bystanders, is_town
from traktat.reading.agreements.crowds import REACH
from traktat.reading.agreements.doers import Doers
from traktat.reading.agreements.evidence import FRAMED, GUESSED, NAMED, SIGNED, Evidence
from traktat.reading.agreements.followers import Followers
from traktat.reading.agreements.groups import Group, Groups
from traktat.reading.agreements.nouns import Phrase
from traktat.reading.agreements.partners import Partners
from traktat.reading.agreements.rosters import Rosters
from traktat.reading.agreements.sides import are_few_known
from traktat.reading.agreements.states import is_named_state
from traktat.reading.agreements.surroundings import Surroundings
from traktat.reading.agreements.tallies import read_tally
from traktat.reading.mentions import UNDERTAKING
from traktat.reading.scan import Scan
from traktat.reading.sentences import Sentence
from traktat.reading.wordplaces import WordPlaces

_OPENING = 4  # tokens of "Under the new" before a phrase that opens its sentence
_VERB_WORDS = 4  # tokens of "was finally reached" between a phrase and what it is about
_AFFAIRS_REACH = 6  # tokens of "ending the nuclear program of" between a phrase and a state
_CLOSERS = frozenset('"”»')  # marks that end what somebody said
_ABOUT_WORDS = 4  # tokens of "on a new" between whom one talks with and what on
_TALKS_BACK = 4  # sentences from talks to what they bring
_OFFER_REACH = 9  # tokens between "offered" and a phrase, and behind it to whom
_SHORT_NAME = 4  # tokens of "(PBOC)," between a name and a phrase
_PAIR = 2  # sides
_BETWEEN_TWO = frozenset(
    {"access", "extradition", "movement", "tax", "trade"}
)  # topics of agreements of two states as a rule
_LEAVING = frozenset({"withdrawal", "termination", "suspension"})
_ARTICLE = 2  # tokens of "the Philippines" behind "flew to"
_VISITORS = ("owner", "attribute")  # "Norland's minister", "a Norland delegation"


class Frames:
    """Reads the parties of the phrases of one report."""

    def __init__(self, page: Scan, groups: Groups, roles: WordPlaces, found: list[Phrase]) -> None:
        heads = self._heads = frozenset(phrase.head for phrase in found)
        self._page = page
        self._groups = groups
        self._roles = roles
        self._doers = Doers(page, groups, roles, heads)
        self._partners = Partners(page, groups, roles, heads)
        self._surroundings = Surroundings(page, groups)
        self._rosters = Rosters(page, groups, roles)
        self._followers = Followers(page, groups)
        self._apiece = Apiece(page, groups, roles)
        self._approaches = Approaches(page, groups, roles)
        self._bystanders = Bystanders(groups, roles, heads)
        self._dealer: tuple[str, ...] = ()  # who dealt with the phrase before
        self._partner: tuple[str, ...] = ()  # with whom the phrase before was

    def evidence(self, phrase: Phrase) -> Evidence:
        """Tell what a phrase and its sentence say of the parties."""
        self._roles.load(phrase.sentence)
        out = Evidence(wide=bool(phrase.flags & {"multilateral", "commodity"}))
        self._inside(phrase, out)
        partners = out.partners = self._partners.of(phrase, out) or self._fronted(phrase)
        doers = self._doing(phrase, partners, out)
        partners = out.partners = partners or self._same_partner(phrase, doers)
        self._meet(phrase, partners, doers, out)
        self._apiece.read(phrase, out)
        self._under(phrase, out)
        self._encountered(phrase, out)
        self._rosters.read(phrase, out)
        self._rosters.follow(phrase, out)
        self._rosters.next(phrase, out)
        if len(out.codes) == 1 and partners and not out.many:
            self._other_side(phrase, out)
            self._topic_before(phrase, out)
        if not out.codes and (out.wide or out.many):
            out.some += self._about(phrase)
        self._look_around(phrase, out)
        read_tally(self._page, self._groups, self._roles, phrase, out)
        self._of_members(out)
        self._bystanders.note(phrase, out)
        self._followers.read(phrase, out)
        if "several" in phrase.flags and out.dealt and len(out.codes) == 1 and not partners:
            self._dealer = out.codes  # "Norland signed 19 agreements … With Aruna there are two"
        return out

    def _fronted(self, phrase: Phrase) -> tuple[str, ...]:
        """Give with whom one is where a sentence opens so: "With Aruna, a pact was renewed"."""
        for group in self._groups.of(phrase.sentence) if phrase.key == UNDERTAKING else ():
            led = self._roles.start(group.first, "with")
            if group.end <= phrase.first and self._roles.start(led, "agreeing") >= 0:
                return group.codes  # "Norland agreed with Aruna to exchange prisoners"
        first = next(iter(self._groups.of(phrase.sentence)), None)
        if first is None or first.link != "with" or len(first.codes) != 1 or phrase.named:
            return ()
        opens = self._roles.start(first.first, "with") <= phrase.sentence.first + _PAIR
        before = self._page.tokens.words[first.end : phrase.first]
        near = bool(before) and before[-1] == "," and len(before) <= _SHORT_NAME
        near = near or self._roles.end(first.end, "existing") > 0
        return first.codes if opens and near else ()

    def _of_members(self, out: Evidence) -> None:
        """Take what a body of producers and buyers agrees as an agreement of its members."""
        bodies = {code: table("organisations").get(code, {}).get("binds") for code in out.codes}
        if bodies and all(bodies.values()):
            out.many = True
            out.some = [code for code in out.some if bodies[code] != "members"]
        clubs = [code for code, binds in bodies.items() if binds == "members alone"]
        if clubs:
            out.leave_out(clubs)

    def _doing(self, phrase: Phrase, partners: tuple[str, ...], out: Evidence) -> tuple[str, ...]:
        """Give who deals with the phrase, also where only its owner or the one before tells."""
        doers = self._theirs(phrase) or self._doers.of(phrase, partners, out)
        if phrase.owner is not None and (partners or out.many) and len(out.own) == 1:
            return out.own  # "Norland wants to save Tehran's deal with world powers"
        if partners and not doers and out.own:
            doers = out.own  # "U.S. agreements with Canada and Israel"
        elif partners and not doers and self._is_one_more(phrase):
            doers = self._dealer  # "... A similar pact was concluded with Romania"
        self._dealer = doers if len(doers) == 1 else self._dealer
        self._partner = partners if len(partners) == 1 else self._partner
        return doers

    def _is_one_more(self, phrase: Phrase) -> bool:
        """Tell whether it is of the same side as the one before: "With Romania there are two"."""
        first = max(phrase.sentence.first, phrase.first - _VERB_WORDS)
        bills = phrase.flags >= {"bill", "several"}  # "ketiga RUU itu terkait kerja sama dengan"
        return bills or "new" in phrase.flags or self._roles.has(first, phrase.first, "existing")

    def _same_partner(self, phrase: Phrase, doers: tuple[str, ...]) -> tuple[str, ...]:
        """Give with whom the one before was: "Norland, too, signed a similar pact"."""
        some = len(doers) == 1 or (len(doers) > 1 and "several" in phrase.flags)
        alike = some and "alike" in phrase.flags and not set(doers) & set(self._partner)
        if not alike or self._roles.has(phrase.sentence.first, phrase.first, "with"):
            return ()
        return self._partner

    def _look_around(self, phrase: Phrase, out: Evidence) -> None:
        """Look for parties in what is said around a phrase that does not name them itself."""
        if not out.codes and phrase.bare and phrase.determiner == "definite":
            self._agreed_before(phrase, out)
        if not out.codes and phrase.determiner == "indefinite":
            self._ended_with(phrase, out)
        if len(out.codes) < _PAIR and not out.wide:
            self._in_talks(phrase, out)
        open_still = not (out.closed or out.wide or out.many)
        if len(out.codes) <= 1 and open_still and not phrase.known:
            self._dealer = self._approaches.read(phrase, out) or self._dealer
        if not out.codes and phrase.bare:
            self._without(phrase, out)
        if not out.codes and out.dealt:
            self._talked_before(phrase, out)
        if len(out.codes) <= 1 and not (out.closed or out.wide or out.many):
            self._of_its_rule(phrase, out)
            self._surroundings.read(phrase, out)

    def of_pronouns(self, sentence: Sentence) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Give who deals with "it" in a sentence, each with the token of the verb."""
        return self._doers.of_pronouns(sentence)

    def _inside(self, phrase: Phrase, out: Evidence) -> None:
        codes = [code for item in phrase.named for code in self._groups.codes(item)]
        distinct = tuple(dict.fromkeys(codes))
        if len(distinct) >= 2 and self._listed_apart(phrase):
            out.own = distinct  # "the Norland and Aruna pacts": one with each
            return
        if len(distinct) >= 2:
            out.close(distinct, NAMED)
            out.many = self._groups.is_crowd(phrase.named[-1])
        elif distinct and not all(item.metonym for item in phrase.named):
            out.some += distinct
        if phrase.owner is not None:
            out.some += self._groups.codes(phrase.owner)
        out.own = tuple(out.some)

    def _listed_apart(self, phrase: Phrase) -> bool:
        """Tell whether a plural has two states before it that "and" joins: two agreements."""
        one, other = phrase.named[0], phrase.named[-1]
        if len(phrase.named) != _PAIR or "several" not in phrase.flags or phrase.owner:
            return False
        return self._roles.end(one.end, "and") == other.first and other.end <= phrase.head

    def _meet(
        self, phrase: Phrase, partners: tuple[str, ...], doers: tuple[str, ...], out: Evidence
    ) -> None:
        """Put those who deal and those they deal with together."""
        both = tuple(dict.fromkeys(doers + partners))
        if partners and doers and len(both) > max(len(partners), len(doers)):
            out.close(both, FRAMED)
            unsaid = phrase.bare or bool(phrase.acronym or _BETWEEN_TWO.intersection(phrase.topics))
            unsaid = unsaid and not (phrase.determiner or out.many or are_few_known(both))
            apart = unsaid or bool(phrase.flags & {"several", "new"})
            apart = apart or self._with_each(phrase, partners)
            if len(doers) > 1 and self._one_each(phrase, doers):
                out.each = doers
            elif apart and len(partners) > 1 and len(doers) == 1:
                out.each = partners
            elif "several" in phrase.flags and len(doers) > 1 and len(partners) == 1:
                out.each = doers
        elif doers and out.weight < FRAMED:
            out.close(doers + self._also_signing(phrase, doers, out), SIGNED)

    def _with_each(self, phrase: Phrase, partners: tuple[str, ...]) -> bool:
        """Tell whether each partner is led to by itself: "a pact with Norland and with Aruna"."""
        groups = (g for g in self._groups.of(phrase.sentence) if g.first >= phrase.end)
        led = [g for g in groups if g.link == "with" and set(g.codes) <= set(partners)]
        last = self._roles.start(led[-1].first, "with") if len(led) == len(partners) else -1
        return last > 0 and self._roles.start(last, "and") >= led[0].end

    def _also_signing(
        self, phrase: Phrase, doers: tuple[str, ...], out: Evidence
    ) -> tuple[str, ...]:
        """Give who signs besides: "A and B signed a declaration, also signed by C"."""
        if not (len(doers) > 1 and self._roles.has(phrase.end, phrase.end + _VERB_WORDS, "also")):
            return ()
        known = {*doers, *out.own}
        return tuple(code for code in out.some if code not in known)

    def _one_each(self, phrase: Phrase, doers: tuple[str, ...]) -> bool:
        """Tell whether each of several has its own: "X and Y each signed an accord with Z"."""
        for group in self._groups.of(phrase.sentence):
            if group.end <= phrase.first and set(doers) <= set(group.codes):
                return self._roles.has(group.end, phrase.first, "apiece")
        return False

    def _under(self, phrase: Phrase, out: Evidence) -> None:
        """Read who is bound: "Under the treaty, Russia and North Korea must help each other"."""
        before = (phrase.first, phrase.first - 1)
        led = any(self._roles.start(at, "under") >= phrase.sentence.first for at in before)
        if out.closed or not (led or self._says_so(phrase)):
            return
        if out.wide:
            out.some += [] if out.codes or phrase.known else self._bound(phrase)
            return
        opens = phrase.first - phrase.sentence.first <= _OPENING
        nearby = self._bystanders.nearby(phrase, aside=("in",) if opens else ("in", "attribute"))
        if len(nearby) == 2:
            out.close(nearby, GUESSED)
            return
        for group in self._groups.of(phrase.sentence):
            if group.acts and (group.first >= phrase.end) == opens:
                served = self._served(phrase, group)
                out.many = out.many or group.crowded
                out.close(tuple(dict.fromkeys(group.codes + served)), GUESSED)
                return

    def _says_so(self, phrase: Phrase) -> bool:
        """Tell whether a sentence tells what an agreement says: "…, the Lund agreement says."."""
        words, end = self._page.tokens.words, phrase.end
        told = self._page.marks.within("statements", end, end + 1)
        closes = phrase.sentence.end - end <= _PAIR and any(mark.forms for mark in told)
        return (
            closes and "," in words[max(phrase.sentence.first, phrase.first - _PAIR) : phrase.first]
        )

    def _bound(self, phrase: Phrase) -> tuple[str, ...]:
        """Give the state that must do what many agreed: "must disarm under the global accord"."""
        for group in self._groups.of(phrase.sentence):
            reach = range(group.end, group.end + _VERB_WORDS)
            bound = any(self._roles.end(at, "obligation", "agreeing") for at in reach)
            if group.acts and bound and len(group.codes) == 1 and is_named_state(group.names[0]):
                return group.codes
        return ()

    def _served(self, phrase: Phrase, actor: Group) -> tuple[str, ...]:
        """Give the state for which another does something: "Norland will sell gas to Aruna"."""
        for group in self._groups.of(phrase.sentence):
            done = group.first > actor.end and self._roles.has(actor.end, group.first, "supplying")
            if done and len(group.codes) == 1 and is_named_state(group.names[0]):
                return group.codes
        return ()

    def _about(self, phrase: Phrase) -> tuple[str, ...]:
        """Read whose affairs an agreement of many is on: "on ending Norland's program"."""
        places = range(phrase.end, phrase.end + _VERB_WORDS)
        behind = next((end for at in places if (end := self._roles.end(at, "about"))), 0)
        for group in self._groups.of(phrase.sentence) if behind else []:
            near = behind <= group.first <= behind + _AFFAIRS_REACH
            owns = group.link in ("owner", "attribute", "of") or self._groups.possesses(group.end)
            one = len(group.codes) == 1 and group.names[0].sort is NameKind.STATE
            if near and one and owns:
                return group.codes
        return ()

    def _encountered(self, phrase: Phrase, out: Evidence) -> None:
        """Read who met where it was signed: "at the Norland-Aruna summit"."""
        if out.codes or not out.dealt:
            return
        for group in self._groups.of(phrase.sentence):
            named = self._roles.end(group.end, "encounter") or (
                self._roles.start(group.first, "encounter") >= phrase.sentence.first
            )
            if named and len(group.codes) > 1:
                out.close(group.codes, SIGNED)
                return

    def _ended_with(self, phrase: Phrase, out: Evidence) -> None:
        """Read who ended something with it: "X and Y ended their dispute with an accord"."""
        led = self._roles.start(phrase.first, "indefinite", "article")
        if led < phrase.sentence.first or self._roles.start(led, "with", "agent") < 0:
            return
        for group in self._groups.of(phrase.sentence):
            if group.acts and len(group.codes) == _PAIR and group.end <= phrase.first:
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
                behind = range(group.end, min(group.end + REACH, sentence.end))
                if any(self._roles.end(at, "agreeing") for at in behind):
                    out.close(group.codes, SIGNED)
                    return
        out.close(self._offered_before(sentence), GUESSED)

    def _offered_before(self, sentence: Sentence) -> tuple[str, ...]:
        """Give who agreed, and the only state it is about: "X agreed to buy Y's grain"."""
        actor: Group | None = None
        for group in self._groups.of(sentence):
            if actor is None and group.acts:
                places = range(group.end, min(group.end + _VERB_WORDS, sentence.end))
                agreed = next((e for at in places if (e := self._roles.end(at, "agreeing"))), 0)
                actor = group if agreed else None
            elif actor is not None:
                words = self._page.tokens.words[actor.end : group.first]
                other = tuple(code for code in group.codes if code not in actor.codes)
                if "," in words or is_town(group):
                    return ()
                if other:
                    both = tuple(dict.fromkeys(actor.codes + other))
                    states = all(name.sort is NameKind.STATE for name in group.names)
                    return both if states and len(both) == _PAIR else ()
        return ()

    def _of_its_rule(self, phrase: Phrase, out: Evidence) -> None:
        """Read whom its rule is about: "to buy Aruna's grain", "under which X repairs Y's jets"."""
        roles, end = self._roles, phrase.end
        comma = self._page.tokens.words[end : end + 1] == [","]
        under = roles.end(end + comma, "under")  # "the pact, under which …"
        led = roles.end(end, "purpose", "about") or (under and roles.end(under, "relative"))
        relative = roles.end(end, "relative")  # "an agreement that would let Norland stay"
        led = led or (relative and roles.end(relative, "future", "possibility", "obligation"))
        rules = self._page.marks.within("provisions", relative, relative + 1) if relative else ()
        led = led or any(rules)
        if not (led or (not out.codes and self._rules(phrase))):
            return
        stop = min((head for head in self._heads if head > end), default=phrase.sentence.end)
        groups = [g for g in self._groups.of(phrase.sentence) if end <= g.first < stop]
        words = self._page.tokens.words
        told = (
            g
            for g in groups
            if all(is_named_state(name) for name in g.names)
            and not (g.link == "in" and words[g.first - 1] == ",")  # "in Doha, Qatar"
        )
        fresh = {code: None for g in told if not is_town(g) for code in g.codes}
        both = tuple(dict.fromkeys((*out.codes, *fresh)))
        if len(both) == _PAIR and len(fresh) >= 1:
            out.close(both, GUESSED)

    def _rules(self, phrase: Phrase) -> bool:
        """Tell whether a sentence says what an agreement will do: "The deal would see X give Y"."""
        if phrase.first - phrase.sentence.first > 1 or phrase.determiner != "definite":
            return False
        if self._roles.end(phrase.end, "future", "possibility", "obligation"):
            return True
        return any(self._page.marks.within("provisions", phrase.end, phrase.end + 1))

    def _without(self, phrase: Phrase, out: Evidence) -> None:
        """Read whose talks brought none: "Talks between X and Y ended without a deal"."""
        first = phrase.sentence.first
        article = self._roles.start(phrase.first, "indefinite", "article")
        before = article if article >= first else phrase.first
        if self._roles.start(before, "negation") < first:
            return
        for group in self._groups.of(phrase.sentence):
            near = self._roles.has(
                group.first - _ABOUT_WORDS, group.end + _PAIR, "encounter", "gathering"
            )
            if group.end <= phrase.first and near and len(group.codes) == _PAIR:
                out.close(group.codes, FRAMED)
                out.dealt = True
                return

    def _in_talks(self, phrase: Phrase, out: Evidence) -> None:
        """Read who talks with whom on it: "Norland opened talks with Aruna on a trade pact"."""
        subject: tuple[str, ...] = ()
        for group in self._groups.of(phrase.sentence):
            if group.end > phrase.first:
                return
            led = group.link == "with" and phrase.first - group.end <= _ABOUT_WORDS
            first = phrase.sentence.first
            led = led and self._roles.end(group.end, "about", "purpose") > 0
            if led and subject and self._roles.has(first, group.first, "meeting", "encounter"):
                out.close(tuple(dict.fromkeys(subject + group.codes)), FRAMED)
            served = self._roles.start(group.first, "supplying") >= 0
            subject = group.codes if group.acts and not served else subject

    def _talked_before(self, phrase: Phrase, out: Evidence) -> None:
        """Read who held the talks that brought it: "X met Y. The talks produced an accord"."""
        sentence = phrase.sentence
        if not self._roles.has(sentence.first, phrase.first, "encounter"):
            return
        for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _TALKS_BACK), -1):
            before = self._page.sentences[index]
            groups = [g for g in self._groups.of(before) if g.link not in ("in", "preposition")]
            codes = tuple(dict.fromkeys(code for group in groups for code in group.codes))
            met = self._roles.has(before.first, before.end, "meeting", "encounter", "gathering")
            if len(codes) == _PAIR and met:
                out.close(codes, SIGNED)
            if len(codes) >= _PAIR:
                return

    def _theirs(self, phrase: Phrase) -> tuple[str, ...]:
        """Read whose it is: "urged Norland and Sarvia to keep the truce they signed"."""
        if self._roles.start(phrase.first, "they") >= 0:
            return self._two_named(phrase)
        pronoun = self._roles.end(phrase.end, "they", "it")
        places = range(pronoun, pronoun + _VERB_WORDS) if pronoun else ()
        if not any(self._roles.end(at, "dealing") for at in places):
            return ()
        if self._page.marks.keyed("grammar", "it", phrase.end, phrase.end + 1):
            return self._one_before(phrase)
        return self._groups.pair_before(phrase.sentence, phrase.first)

    def _one_before(self, phrase: Phrase) -> tuple[str, ...]:
        """Give the state "it" means: "Norland will keep the agreements it reached with"."""
        groups = (g for g in self._groups.of(phrase.sentence) if g.end <= phrase.first)
        return next((g.codes for g in groups if g.acts and len(g.codes) == 1), ())

    def _two_named(self, phrase: Phrase) -> tuple[str, ...]:
        """Give the only two sides named before in the sentence: "X accused Y of breaking their"."""
        groups = [g for g in self._groups.of(phrase.sentence) if g.end <= phrase.first]
        codes = tuple(dict.fromkeys(code for group in groups for code in group.codes))
        return codes if len(codes) == _PAIR else ()

    def _other_side(self, phrase: Phrase, out: Evidence) -> None:
        """Find the side that stands before: "Manila said its pact with Tokyo ..."."""
        known = out.some
        ours = self._roles.has(phrase.sentence.first, phrase.first, "we")
        for group in self._groups.of(phrase.sentence):
            said = ours and self._is_speaker(phrase, group)
            if group.end > phrase.first and not said and not self._leads_on(phrase, group):
                continue
            fresh = tuple(code for code in group.codes if code not in known)
            if self._roles.start(group.first, "supplying") >= 0:
                continue  # "to supply Aruna with ships"
            if fresh and (group.acts or group.link == "owner"):
                out.close((fresh[0], *known), GUESSED)
                return

    def _topic_before(self, phrase: Phrase, out: Evidence) -> None:
        """Find the side the sentence before is about: "Norland grew bold. The pact with Aruna"."""
        index = phrase.sentence.index - 1
        alone = all(g.link == "with" for g in self._groups.of(phrase.sentence))
        if out.closed or index < 0 or not alone:
            return
        acting = [g for g in self._groups.of(self._page.sentences[index]) if g.acts]
        states = bool(acting) and all(name.sort is NameKind.STATE for name in acting[0].names)
        if states and len(acting[0].codes) == 1 and acting[0].codes[0] not in out.partners:
            out.close((*acting[0].codes, *out.codes), GUESSED)

    def _is_speaker(self, phrase: Phrase, group: Group) -> bool:
        """Tell whether a name stands behind the words that say "we": "…," Norland's king said."""
        between = self._page.tokens.words[phrase.end : group.first]
        return any(mark in _CLOSERS for mark in between)

    def _leads_on(self, phrase: Phrase, group: Group) -> bool:
        """Tell whether a state is subject behind a clause: "Despite its truce with X, Norland"."""
        fronted = self._roles.end(phrase.sentence.first, "contrast", "while", "after", "cause")
        behind = group.first > phrase.end and self._page.tokens.words[group.first - 1] == ","
        one = len(group.names) == 1 and group.names[0].sort is NameKind.STATE
        return bool(fronted) and behind and one

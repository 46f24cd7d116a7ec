"""What belongs to a noun for agreements: description, parties inside, acronym, determiner.

A head takes what describes it, before or behind it as the pack says ("the Indonesia-Singapore
extradition treaty", "perjanjian ekstradisi Indonesia-Singapura"), the rest of a title in
capitals ("Treaty on Open Skies") and a short name in brackets ("... (CEPA)").
"""

from __future__ import annotations

import re

from traktat.facts.tables import table
from traktat.lang import Mark
from traktat.reading.agreements.adverbs import DOING, is_adverb
from traktat.reading.agreements.articles import before_plain, in_digits
from traktat.reading.agreements.crowds import is_many
from traktat.reading.agreements.nouns import QUOTES, Phrase, Words
from traktat.reading.agreements.titles import HYPHENS, opens_title, take_pair, take_subject
from traktat.reading.mentions import NameMention
from traktat.reading.sentences import Sentence

_PAIR = 2
_OPEN = frozenset("([")
_ASIDE = frozenset(",(—–")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ACRONYM = re.compile(r"[A-Z][A-Za-z]{0,2}[A-Z][A-Za-z]{0,6}|[A-Z]{2,}s?|[A-Z]\d[A-Z]{1,4}")
_DOES = 2  # tokens of "Resmi Berlaku"
_SLASHED_TOKENS = 20  # tokens of "(Treaty of Amity and Cooperation in Southeast Asia/TAC)"
_ACRONYM_TOKENS = 6  # tokens in brackets: "(I-EAEU FTA)" has four
_TITLE_TOKENS = 60  # tokens of a title behind its head, states in full with their governments
_NO_TITLE = (
    "dealing", "mediation", "in", "with", "definite", "between", "while", "after", "preposition",
    "article", "any", "indefinite", "condition", "he", "they", "agent", "and", "company",
)  # fmt: skip
"""Entries whose words are no part of a title, though a headline writes them in capitals."""

_BILL_REACH = 4  # tokens of "RUU tentang pengesahan" before what it is on, and one more


class Descriptions:
    """Reads the phrases of one sentence; `taken` are heads that belong to another phrase."""

    def __init__(self, words: Words) -> None:
        self.taken: set[int] = set()
        self._words = words
        self._roles = words.roles
        self._page = words.page
        self._tokens = words.page.tokens.words

    def headed(self, sentence: Sentence, mark: Mark) -> Phrase:
        """Read the phrase of a head noun."""
        entry = self._words.forms[mark.entry.key]
        phrase = Phrase(
            mark.first, mark.end, mark.first, mark.end, sentence, mark.entry.key, entry["form"]
        )
        phrase.title = self._capital(mark.first) and mark.first != sentence.first
        if mark.entry.field == "exact":
            phrase.described = True
            phrase.acronym = self._page.words(mark.first, mark.end)
        if "plural" in mark.forms and "singular" not in mark.forms:
            phrase.flags.add("several")
        if self._words.before(phrase.key):
            self._extend_left(phrase)
            self._take_field(phrase)
        else:
            self._extend_right(phrase)
            self._pair_left(phrase)
        return self._finish(phrase)

    def _spelled_out(self, phrase: Phrase) -> None:
        """Take the full name in brackets behind a short one: "New START (Strategic ... Treaty)"."""
        at, stop = phrase.end, phrase.sentence.end
        if at >= stop or self._tokens[at] not in _OPEN or not phrase.known:
            return
        last = min(at + 2 + _TITLE_TOKENS, stop)
        close = next((i for i in range(at + 1, last) if self._tokens[i] in ")]"), 0)
        if any(self._words.treaty_at.get(i) for i in range(at + 1, close)):
            self.taken.update(range(at, close))
            phrase.end = close + 1

    def titled(self, sentence: Sentence, mark: Mark) -> Phrase:
        """Read the phrase of a known agreement named without a further noun."""
        form = str(table("treaties")[mark.entry.key].get("form", "treaty"))
        phrase = Phrase(mark.first, mark.end, mark.first, mark.end, sentence, "treaties", form)
        phrase.known, phrase.title = mark.entry.key, True
        return self._finish(phrase)

    # --- behind the head --------------------------------------------------------------------

    def _extend_right(self, phrase: Phrase) -> None:
        tokens, stop = self._tokens, phrase.sentence.end
        at = phrase.end
        if at + 1 < stop and tokens[at] == "-" and tokens[at + 1].lower() == tokens[at - 1].lower():
            at += 2  # "perjanjian-perjanjian" is a plural
            self.taken.add(at - 1)
            phrase.flags.add("several")
        phrase.end = at
        while at < stop:
            step = self._step_right(phrase, at)
            if step <= at:
                break
            at = phrase.end = step

    def _take_field(self, phrase: Phrase) -> None:
        """Take the field behind a noun that is described before: "a pact in the area of energy"."""
        at = self._roles.end(phrase.end, "field")
        phrase.end = max(phrase.end, self._described(phrase, self._roles.at(at)) if at else 0)

    def _pair_left(self, phrase: Phrase) -> None:
        """Take the pair before a short name written as elsewhere: "Aruna-Veland FTA"."""
        other = self._words.name_until.get(phrase.first)
        if phrase.acronym is None or phrase.named or other is None:
            return
        one = self._words.name_until.get(other.first - 1)
        if one is not None and self._tokens[other.first - 1] in HYPHENS:
            phrase.named, phrase.first = [one, other], one.first

    def _step_right(self, phrase: Phrase, at: int) -> int:
        """Take the next word of the description, if it is one; give where it ends."""
        treaty = self._words.treaty_at.get(at)
        if treaty is not None:
            return self._take_treaty(phrase, treaty).end
        if at in self._words.name_at:
            return self._names_right(phrase, at)
        if self._is_when(at):
            return at
        end = (
            0 if is_adverb(self._words, phrase, at) else self._described(phrase, self._roles.at(at))
        )
        if end > at:
            return end
        after = self._roles.end(at, "field") or (phrase.topics and self._roles.end(at, "and"))
        if after and self._topic(self._roles.at(after)):
            return after
        if self._is_plain(at) and self._goes_on(at + 1):
            phrase.described = True
            return at + 1  # "perjanjian preferensi dagang", "pakta jagung dengan"
        return self._proper_right(phrase, at)

    def _goes_on(self, at: int) -> bool:
        """Tell whether a topic follows, or who the parties are."""
        return self._topic(self._roles.at(at)) or self._roles.end(at, "with", "between") > 0

    def _is_plain(self, at: int) -> bool:
        """Tell whether a word the pack does not know stands there, that looks like no verb."""
        word = self._tokens[at]
        verbal = tuple(self._page.pack.settings.get("verb_prefixes", ()))
        plain = word.isalpha() and word.islower() and not self._roles.at(at)
        return plain and bool(verbal) and not word.startswith(verbal)

    def _is_when(self, at: int) -> bool:
        """Tell whether a date says when something was done, and names nothing: "last week"."""
        dated = self._words.date_at.get(at)
        if dated is None or self._tokens[at][0].isdigit():
            return False
        return not self._tokens[dated.end - 1][-1].isdigit()

    def _proper_right(self, phrase: Phrase, at: int) -> int:
        """Take a date or a word of a title."""
        word = self._tokens[at]
        dated = self._words.date_at.get(at)
        if _YEAR.fullmatch(word) or dated is not None:
            end = at + 1 if dated is None else dated.end
            return self._dated(phrase, at, end)
        if self._capital(at) and not self._roles.at(at) and not self._does(at):
            phrase.proper = phrase.proper + self._page.tokens.lower[at]
            phrase.title = phrase.title or self._capital(phrase.head)
            phrase.described = True
            return at + 1
        joined = word in HYPHENS and phrase.title and at + 1 < phrase.sentence.end
        return at + 1 if joined and self._capital(at + 1) else at

    def _does(self, at: int) -> bool:
        """Tell whether a headline goes on with what becomes of it: "Pakta A-B Resmi Berlaku"."""
        marks = self._page.marks.within("acts", at, at + _DOES)
        return any(mark.field in DOING and self._capital(mark.first) for mark in marks)

    def _names_right(self, phrase: Phrase, at: int) -> int:
        """Take the names of parties that stand right behind the description."""
        names, stop = self._words.name_at, phrase.sentence.end
        while at < stop and at in names:
            phrase.named.append(names[at])
            at = names[at].end
            if at >= stop:
                break
            listed = self._roles.end(at, "and")
            if self._tokens[at] in HYPHENS and at + 1 in names:
                at += 1
            elif listed > at and listed in names:
                at = listed
        return at

    # --- before the head ----------------------------------------------------------------------

    def _extend_left(self, phrase: Phrase) -> None:
        at = phrase.first
        while at > phrase.sentence.first:
            step = self._step_left(phrase, at)
            if step >= at:
                break
            at = phrase.first = step
        while phrase.first < phrase.head and self._tokens[phrase.first] in QUOTES | HYPHENS:
            phrase.first += 1

    def _step_left(self, phrase: Phrase, at: int) -> int:
        """Take the word before the phrase, if it describes it; give where it begins."""
        treaty = self._words.treaty_until.get(at)
        if treaty is not None:
            return self._take_treaty(phrase, treaty).first
        name = self._words.name_until.get(at)
        if name is not None:
            return self._name_left(phrase, name)
        start = self._described_left(phrase, at)
        if start < at:
            return start
        return self._proper_left(phrase, at)

    def _described_left(self, phrase: Phrase, at: int) -> int:
        marks = [mark for mark in self._roles.until(at) if mark.entry.file == "agreements"]
        keys = {mark.entry.key for mark in marks}
        if keys & {"dealing", "mediation"} and not (keys & {"modifier"} or self._topic(marks)):
            return at
        if self._described(phrase, marks):
            return min(mark.first for mark in marks)
        before = self._roles.start(at, "and")
        if before > phrase.sentence.first and phrase.topics:
            return before if self._topic(self._roles.until(before)) else at
        return at

    def _proper_left(self, phrase: Phrase, at: int) -> int:
        """Take a hyphened word, a quotation mark, a year or a word of a title."""
        word, first = self._tokens[at - 1], phrase.sentence.first
        if word in HYPHENS and at - 1 > first:
            return self._hyphen_left(at)
        if word in QUOTES and at < phrase.head and at - 2 > first:
            return at - 1
        dated = self._words.date_until.get(at)
        if _YEAR.fullmatch(word) or dated is not None:
            start = at - 1 if dated is None else dated.first
            self._dated(phrase, start, at)
            return start
        if self._capital(at - 1) and at - 1 > first and not self._any(at, _NO_TITLE):
            phrase.described = True
            phrase.title = phrase.title or self._capital(phrase.head)
            phrase.proper = self._page.tokens.lower[at - 1] + phrase.proper
            return at - 1
        return at

    def _dated(self, phrase: Phrase, first: int, end: int) -> int:
        """Note the year or day a phrase is named by; give where it ends."""
        phrase.year = " ".join(self._page.tokens.lower[first:end])
        return end

    def _hyphen_left(self, at: int) -> int:
        """Take "US-" of "US-Afghan", "power-" of "power-sharing", not "US-" of "US-brokered"."""
        if self._roles.end(at, "mediation"):
            return at
        if at - 1 in self._words.name_until:
            return at - 1
        ends = [m.first for m in self._roles.until(at - 1) if m.entry.file == "agreements"]
        return min([at - 2, *ends])

    def _name_left(self, phrase: Phrase, name: NameMention) -> int:
        """Take a name before the description; a possessor or a mediator ends it."""
        if self._possesses(name):
            phrase.owner = name
            return name.end
        behind = self._tokens[name.end] if name.end < phrase.head else ""
        if behind in HYPHENS and self._roles.end(name.end + 1, "mediation"):
            return name.end
        phrase.named.insert(0, name)
        before = self._roles.start(name.first, "and")
        if before > phrase.sentence.first and before in self._words.name_until:
            return before
        return name.first

    def _possesses(self, name: NameMention) -> bool:
        last = self._page.tokens.lower[name.end - 1]
        return "'" in last and last.endswith(tuple(self._page.pack.settings.get("clitics", ())))

    # --- both sides -------------------------------------------------------------------------------

    def _described(self, phrase: Phrase, marks: list[Mark]) -> int:
        """Note what the words at one place say of the phrase; give where they end, or 0."""
        end = 0
        for mark in marks:
            if mark.entry.file == "agreements" and self._tells(phrase, mark):
                end = max(end, mark.end)
        return end

    def _tells(self, phrase: Phrase, mark: Mark) -> bool:
        """Note what one word says of the phrase, if it describes it."""
        key = mark.entry.key
        if key in self._words.topics:
            phrase.topics.append(self._words.topics[key])
            phrase.described = True
        elif key in self._words.forms and key != "document":
            self._absorb(phrase, mark)
        elif key == "new" and self._counts_sides(mark):
            return False
        elif key in ("new", "alike", "older", "fresh", "multilateral", "bilateral", "commodity"):
            phrase.flags.add(key)
            if key == "commodity" and mark.end - mark.first == 1:  # buffer stocks are of any
                phrase.goods = self._page.tokens.lower[mark.first]
            return key in ("new", "alike", "older", "fresh")
        return key == "modifier" or key in self._words.topics or key in self._words.forms

    def _counts_sides(self, mark: Mark) -> bool:
        """Tell whether a number counts whose it is: "atas kesepakatan kedua pihak"."""
        counts = self._roles.end(mark.first, "several") == mark.end
        return counts and self._roles.end(mark.end, "nations", "party_noun") > 0

    def _absorb(self, phrase: Phrase, mark: Mark) -> None:
        """Take a noun that describes the head: "ceasefire agreement"."""
        self.taken.add(mark.first)
        phrase.described = True
        form = self._words.forms[mark.entry.key]["form"]
        if form in ("ceasefire", "armistice") or phrase.form == "document":
            phrase.form = form
        if mark.entry.field == "exact":
            phrase.acronym = phrase.acronym or self._page.words(mark.first, mark.end)

    def _take_treaty(self, phrase: Phrase, mark: Mark) -> Mark:
        phrase.known = mark.entry.key
        self.taken.update(range(mark.first, mark.end))
        return mark

    def _topic(self, marks: list[Mark]) -> bool:
        return any(mark.entry.key in self._words.topics for mark in marks)

    def _any(self, end: int, keys: tuple[str, ...]) -> bool:
        return any(mark.entry.key in keys for mark in self._roles.until(end))

    def _capital(self, at: int) -> bool:
        letter = self._tokens[at][0]
        return letter.isupper() and letter.isalpha()

    # --- determiner, title, brackets ------------------------------------------------------------

    def _finish(self, phrase: Phrase) -> Phrase:
        self._title(phrase)
        self._bracket(phrase)
        self._spelled_out(phrase)
        self._of_year(phrase)
        self._determine(phrase)
        take_subject(self._words, phrase)
        return phrase

    def _of_year(self, phrase: Phrase) -> None:
        """Note the year that follows a name behind its unit: "Perjanjian Simla tahun 1972"."""
        at = phrase.end
        if phrase.year or at + 1 >= phrase.sentence.end:
            return
        units = self._page.pack.entry("dates", "unit").get("values", {})
        year = units.get(self._page.tokens.lower[at]) == "year"
        if year and _YEAR.fullmatch(self._tokens[at + 1]):
            self._dated(phrase, at + 1, at + 2)

    def _determine(self, phrase: Phrase) -> None:
        """Read the words that tell which agreement is meant."""
        at, roles = self._past_count(phrase, before_plain(self._words, phrase)), self._roles
        quoted = at > phrase.sentence.first and self._tokens[at - 1] in QUOTES
        for mark in roles.until(at - quoted):  # (the “Agreements”)
            self._determined(phrase, mark.entry.key)
        phrase.flags.update(("several",) if in_digits(self._words, phrase, at) else ())
        near = phrase.first - at <= 1 and phrase.form != "document"
        if phrase.determiner == "indefinite" and near:
            article = roles.start(at, "indefinite")
            made = roles.start(article, "dealing")  # "a framework for negotiating an agreement"
            led = roles.start(made if made >= phrase.sentence.first else article, "ahead", "toward")
            phrase.flags.update(("coming",) if led >= phrase.sentence.first else ())
        if any(self._page.marks.keyed("agreements", "final", phrase.first - 1, phrase.end + 1)):
            phrase.flags.add("final")
        before = max(roles.start(at, "indefinite", "definite"), phrase.sentence.first)
        before = before if roles.start(at, "indefinite", "definite") >= 0 else at
        other = max(roles.start(at, "alias"), roles.start(before, "alias"))
        if other >= phrase.sentence.first:
            phrase.alias = at - other
        phrase.aside = before > phrase.sentence.first and self._tokens[before - 1] in _ASIDE
        if roles.start(before, "be") >= phrase.sentence.first and not phrase.alias:
            phrase.alias = at - roles.start(before, "be")
        end = roles.end(phrase.end, "definite")
        if end and not self._words.before(phrase.key):
            phrase.determiner, phrase.end = "definite", end
        self._of_bill(phrase)

    def _determined(self, phrase: Phrase, key: str) -> None:
        """Note what one word before a phrase tells of it."""
        if key in ("several", "multilateral", "bilateral"):
            phrase.flags.add(key)
        elif key == "together":
            phrase.determiner = "definite"
            phrase.flags.add("several")
        elif key in ("indefinite", "any"):
            phrase.determiner = key
        elif key == "definite" and not phrase.determiner:
            phrase.determiner = "definite"
        elif key in ("they", "he", "we") and not phrase.determiner:
            phrase.determiner = "possessive"

    def _of_bill(self, phrase: Phrase) -> None:
        """Read the bill before it, which may count agreements: "lima RUU pengesahan perjanjian"."""
        first = phrase.sentence.first
        for at in range(phrase.first, max(first, phrase.first - _BILL_REACH), -1):
            start = self._roles.start(at, "law")
            if start >= first:
                several = self._roles.start(start, "several") >= first
                phrase.flags.update(("bill", "several") if several else ("bill",))
                return

    def _past_count(self, phrase: Phrase, at: int) -> int:
        """Step over how many states there are: "the 57-nation accord", "pakta 57 negara"."""
        tokens, first, end = self._tokens, phrase.sentence.first, phrase.end
        led = at - 3 >= first and tokens[at - 2] == "-" and self._roles.end(at - 1, "nation") == at
        if led and is_many(tokens[at - 3]):
            phrase.flags.add("multilateral")
            return at - 3
        after = not self._words.before(phrase.key) and end + 1 < phrase.sentence.end
        if after and is_many(tokens[end]):
            word = self._page.tokens.lower[end + 1]  # "negara itu" is also "it"
            if word in self._page.pack.words("agreements", "nation"):
                phrase.flags.add("multilateral")
        return at

    def _title(self, phrase: Phrase) -> None:
        """Take the rest of a title behind its head: "Treaty on Open Skies"."""
        at, last, roles = phrase.end, phrase.end, self._roles
        led = roles.end(at, "about", "between", "of")
        if phrase.known or not led or not self._capital(phrase.head):
            return
        limit = min(phrase.sentence.end, at + _TITLE_TOKENS)
        while at < limit and at not in self._words.date_at and not opens_title(self._words, at):
            link = roles.end(at, "about", "between", "and", "definite", "with", "in", "of")
            if self._capital(at) or self._tokens[at] in HYPHENS:
                self._described(phrase, roles.at(at))
                at = last = at + 1
            elif link:
                at = link
            else:
                break
        if last > phrase.end and self._tokens[last - 1] not in HYPHENS:
            phrase.end, phrase.title, phrase.described = last, True, True
            take_pair(self._words, phrase)

    def _bracket(self, phrase: Phrase) -> None:
        """Bind a short name in brackets: "Comprehensive Economic Partnership Agreement (CEPA)"."""
        tokens, at, stop = self._tokens, phrase.end, phrase.sentence.end
        if at + 2 >= stop or tokens[at] not in _OPEN:
            return
        if self._slashed(phrase, at, min(at + _SLASHED_TOKENS, stop)):
            return
        last = min(at + 2 + _ACRONYM_TOKENS, stop)
        close = next((i for i in range(at + 1, last) if tokens[i] in ")]"), 0)
        inside = [word for word in tokens[at + 1 : close] if word not in QUOTES]
        if not any(_ACRONYM.fullmatch(w) for w in inside) or any(w[0].islower() for w in inside):
            return
        name = self._words.name_at.get(at + 1)
        if name is not None and name.end == close:
            return
        phrase.acronym = "".join(self._page.words(at + 1, close).strip("".join(QUOTES)))
        phrase.end, phrase.described, phrase.bracketed = close + 1, True, True
        treaty = self._words.treaty_at.get(at + 1)
        if treaty is not None:
            phrase.known = phrase.known or treaty.entry.key
        self.taken.update(range(at, close))
        self._behind_bracket(phrase)

    def _slashed(self, phrase: Phrase, at: int, last: int) -> bool:
        """Bind a short name behind the foreign one: "(Treaty of Amity and Cooperation/TAC)"."""
        tokens = self._tokens
        close = next((i for i in range(at + 1, last) if tokens[i] in ")]"), 0)
        if close - at < _PAIR * 2 or tokens[close - 2] != "/":
            return False
        if not _ACRONYM.fullmatch(tokens[close - 1]) or not tokens[at + 1][0].isupper():
            return False
        treaty = self._words.treaty_at.get(at + 1)
        known = treaty.entry.key if treaty is not None else phrase.known
        if phrase.known not in (None, known):
            return False
        phrase.acronym, phrase.known = tokens[close - 1], known
        phrase.end, phrase.described, phrase.bracketed = close + 1, True, True
        self.taken.update(range(at, close))
        self._behind_bracket(phrase)
        return True

    def _behind_bracket(self, phrase: Phrase) -> None:
        """Take the noun, town or pair behind a bracket: "(INF) Treaty", "(MoU) Helsinki"."""
        name = self._words.name_at.get(phrase.end)
        after = self._page.pack.settings.get("modifiers") == "after"
        if after and name is not None and name.first == phrase.end:
            if name.metonym:
                phrase.end = name.end
            elif name.end < phrase.sentence.end and self._tokens[name.end] in HYPHENS:
                phrase.end = self._names_right(phrase, name.first)  # "(DCA) Norland-Aruna"
            return
        for mark in self._roles.at(phrase.end):
            if mark.entry.key in self._words.forms and mark.first not in self.taken:
                self.taken.add(mark.first)
                phrase.end = mark.end

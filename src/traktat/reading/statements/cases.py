"""A subject whose speaker is sought, and the nouns by which it may be called again."""

from __future__ import annotations

from dataclasses import dataclass

from traktat.model.kinds import NameKind
from traktat.reading.mentions import NameMention
from traktat.reading.statements.lines import Line
from traktat.reading.statements.nouns import Subject
from traktat.reading.statements.trace import Speaker, Trace

DOCUMENT = "DOC"
"""The speaker of laws, treaties and joint statements."""

NOUNS = ("bands", "leagues", "speakers", "documents", "media", "envoys", "pronouns", "it", "rest")

_NAME_REACH = 12  # tokens a name with its office may have before a noun in it


@dataclass(frozen=True, slots=True)
class Case:
    """A subject whose speaker is sought.

    `heads` are the nouns in it by which somebody may be called again; `spoken_of` are the
    persons the reported words name.
    """

    line: Line
    subject: Subject
    heads: frozenset[str]
    trace: Trace
    spoken_of: frozenset[str]

    def called(self, *keys: str) -> bool:
        """Tell whether the subject is called by a noun of one of these entries."""
        return any(self.heads & self.line.speech.of(key) for key in keys)

    @property
    def is_described(self) -> bool:
        """Tell whether more is said of the noun behind it: "the commander of the forces"."""
        line, end = self.line, self.subject.end
        if end >= line.stop or not line.is_in(end, "prepositions"):
            return False
        timed = end + 1 in line.dates_from or line.is_day(end + 1)
        near = range(end + 1, min(line.stop, end + 3))
        return not timed and not any(line.is_noun(at, "occasions", "media") for at in near)


def speaker_named(mention: NameMention, heads: frozenset[str] = frozenset()) -> Speaker:
    """Turn a mention into a speaker, whom these nouns were said of."""
    if mention.sort is NameKind.DOCUMENT:
        return Speaker(DOCUMENT, NameKind.DOCUMENT, heads=heads)
    name = " ".join(mention.name.split())  # a line may break within it
    if mention.sort is NameKind.STATE and mention.state:
        name = mention.state
    many = len(mention.members) > 1
    return Speaker(name, mention.sort, mention.office, mention.state, heads, many)


def heads_of(line: Line, subject: Subject) -> frozenset[str]:
    """Give the noun by which a subject may be called again, as a set of one or none."""
    found: list[str] = []
    for at in range(subject.first, subject.end):
        if line.is_one(at, NOUNS) and not line.is_in(at, "counting") and _is_noun(line, at):
            found.append(line.lower[at])
            if line.speech.head_first:
                break
        if at > subject.first and line.is_in(at, "prepositions", "relatives"):
            break
    return frozenset(found[-1:])


def _is_noun(line: Line, token: int) -> bool:
    """Tell whether a word is used as a noun: neither half of a plural nor part of a name."""
    if _is_doubled(line, token) or not _is_role(line, token):
        return False
    if line.speech.head_first or token + 1 >= line.stop:
        return True
    words = line.page.tokens.words
    if token > line.begin and words[token][0].isupper() and line.is_in(token, "media"):
        return False  # the Post
    first_name = words[token][0].isupper() and words[token + 1][0].isupper()
    numbered = words[token + 1].isupper()  # "Article I", "Article II(A)"
    return numbered or not (first_name and line.is_in(token, "documents"))  # "Bill Pascrell"


def _is_doubled(line: Line, token: int) -> bool:
    """Tell whether a noun is one half of a doubled one, a plural: "laporan-laporan"."""
    around = line.lower[max(line.first, token - 1) : token + 2]
    return "-" in around


def _is_role(line: Line, token: int) -> bool:
    """Tell whether a noun belongs to no proper name: it may stand before one."""
    if line.is_in(token, "envoys"):
        return True
    near = max(line.first, token - _NAME_REACH)
    for mention in line.layers.names.within(near, token + 1):
        if mention.end > token and mention.sort is not NameKind.GROUP and not mention.pronoun:
            return line.page.tokens.starts[token] < mention.bare.start
    return True

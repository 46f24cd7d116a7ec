"""What stands where a reported clause may begin: its subject, a thing, somebody who can act."""

from __future__ import annotations

from traktat.reading.statements.adverbials import opens_act
from traktat.reading.statements.lines import Line, skip_right

DENIAL = "statements#deny"
"""The entry of verbs of denying."""

DISMISSAL = ("statements#label", "statements#evaluate")
"""The entries of verbs that say of a thing what it is, and blame it."""

_WISH = 8  # tokens between "expressed his wish for" and the act


def is_noun_at(line: Line, at: int) -> bool:
    """Tell whether a word that may be a verb is none, as a clause begins with its subject."""
    if not line.speech.of("articles"):
        return False
    return line.is_predicate(at) and line.lower[at].isalpha()  # "announced plans to …"


def is_wish(line: Line, at: int) -> bool:
    """Tell whether what is voiced is a feeling and no clause: "menyampaikan rasa terima kasih"."""
    return line.is_in(at, "feelings") and not line.speech.of("articles")


def takes_verb(line: Line, at: int) -> bool:
    """Tell whether a verb only says what a noun is about: "kemungkinan menarik pasukan"."""
    if not line.speech.shaped("abstract", line.lower[at]) or line.is_in(at, "speakers"):
        return False
    return line.is_predicate(at + 1) and not line.is_in(at + 1, "predicates")


def opens_with_subject(line: Line, at: int) -> bool:
    """Tell whether a pronoun stands that can only be a subject, as in English: "they resolved"."""
    if not line.speech.of("articles") or not line.is_in(at, "pronouns") or at + 1 >= line.stop:
        return False
    if line.is_in(at, "it"):
        return line.speech.shaped("plurals", line.lower[at + 1])  # "it keeps the peace"
    return at + 1 < line.stop and line.lower[at + 1][0].isalpha()


def opens_phrase(line: Line, at: int) -> bool:
    """Tell whether a noun phrase begins at a token, where the language marks that."""
    articles = line.speech.of("articles")
    capital = line.page.tokens.words[at][0].isupper()
    return not articles or capital or at in line.starting or line.lower[at] in articles


def names_a_thing(line: Line, first: int, end: int) -> bool:
    """Tell whether a definite noun is followed by what it is called, with no verb between."""
    for at in range(first + 1, end - 1):
        word = line.lower[at + 1]
        if word in ",;:" or line.is_in(at + 1, "whether", "that"):
            return False
        pointed = line.is_in(at, "definite") or line.ending.get(at + 1) is not None
        if pointed and not line.speech.of("articles"):
            loose = line.is_in(at + 1, "prepositions", "relatives", "coordinators", "adverbs")
            return word[0].isalnum() and not loose and at + 1 not in line.dates_from
    return False


def describes_noun(line: Line, token: int) -> bool:
    """Tell whether a thing stands before a verb, so that it describes: "keperluan mendesak"."""
    if token < line.begin or token + 1 in line.ending or line.is_in(token, "speakers"):
        return False
    return line.speech.shaped("plain_nouns", line.lower[token])


def can_act(line: Line, first: int, end: int) -> bool:
    """Tell whether a noun phrase means somebody who can act: "the two sides", not "support".

    What is to be done by others can be anything: "called for the islands to be handed over".
    """
    if line.is_in(end + 1, "be"):
        return True
    if line.is_in(first, "someone") and line.is_in(end - 1, "occasions"):
        return False  # "requested a meeting to discuss"
    if not line.speech.head_first:
        stop = _head_stop(line, first, end)
        if stop < end:
            return stop in line.ending or line.is_noun(stop - 1, "speakers", "hearers")
        heads = range(first, end)
        return any(at in line.starting or line.is_noun(at, "speakers", "hearers") for at in heads)
    if first in line.starting or line.is_noun(first, "speakers", "hearers"):
        return True
    return line.is_noun(first + 1, "speakers", "hearers")  # "semua pihak", not "dukungan Veland"


def _head_stop(line: Line, first: int, end: int) -> int:
    """Give where the head of a noun phrase ends: "cooperation | with allies", "both of them |"."""
    for at in range(first + 1, end):
        if line.is_in(at, "prepositions") and not line.is_in(at, "of"):
            return at
    return end


def is_so_called(line: Line, token: int) -> bool:
    """Tell whether a quotation stands for the verb of a clause: "menilai langkah itu “gila”"."""
    pointed = line.is_in(token - 1, "definite") or line.ending.get(token) is not None
    return pointed and line.speech.head_first and line.opens_quote(token) is not None


def denies_hearsay(line: Line, entries: tuple[str, ...], at: int) -> bool:
    """Tell whether what others say is denied, not a clause: "membantah laporan bahwa …"."""
    while at < line.stop and line.is_in(at, "articles") and not line.is_in(at, "that"):
        at += 1
    dismissed = all(name in entries for name in DISMISSAL)  # "dismissed the report as false"
    return (DENIAL in entries or dismissed) and line.is_in(at, "hearsay")


def points_back(line: Line, at: int, edge: int) -> bool:
    """Tell whether "that" is all that is said: "affirmed that earlier this year in a ruling"."""
    if not line.is_in(at, "that") or not line.is_in(at, "articles"):
        return False
    behind = skip_right(line, at + 1)
    if behind not in line.dates_to or behind >= edge or not line.is_in(behind, "prepositions"):
        return behind in line.dates_to and behind >= edge
    for here in range(behind, edge - 1):
        if line.is_comma(here) and line.speech.shaped("deeds", line.lower[here + 1]):
            edge = here  # ", ruling that"
            break
    return not line.has_predicate(behind, edge)


def goes_on_with_verb(line: Line, token: int) -> bool:
    """Tell whether a verb follows "that", which then stands for a noun: "a study that told"."""
    if token >= line.stop or line.is_predicate(token):
        return token < line.stop
    doubtful = line.speech.of("doubtful")
    return any(
        mark.first == token and mark.key in line.speech.frames and not doubtful >= {*mark.forms}
        for mark in line.marks
    )


def is_wished(line: Line, first: int, edge: int) -> bool:
    """Tell whether somebody and then an act follow: "expressed his wish for Norland to sign"."""
    if first < edge and line.speech.shaped("deeds", line.lower[first]):
        return False  # "thanks for putting in an effort to"
    for here in range(first + 1, min(edge, first + _WISH)):
        if opens_act(line, here):
            return can_act(line, first, here)
        if not line.lower[here][0].isalnum() or line.is_in(here, "that"):
            return False
    return False

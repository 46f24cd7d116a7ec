"""What looks like a date and is none: law numbers, prices, crowds, verbs and names."""

from __future__ import annotations

from traktat.lang.pieces import Pieces
from traktat.lang.shapes import Atoms, Shape

# Years that stand without a word that makes them one: "the 1987 treaty", but "1648" needs "in".
PLAIN_YEARS = range(1900, 2051)
_NUMERIC = frozenset(("day", "date", "monthday", "year", "digits_range"))
_JOINABLE = frozenset(("year", "decade"))
_LONGEST_LIST = 12  # tokens: numbers, commas and names that a noun for numbers reaches over
_FUNCTION_WORD = 3  # letters: longer words have a capital in headlines
_ERA = 4  # tokens from "today's" to the noun for these times
_MONEY = frozenset("$€£¥₽₹₩")


def is_date(at: int, path: Atoms, shape: Shape, pieces: Pieces) -> bool:
    """Tell whether an expression that begins at a token is a date and nothing that looks alike."""
    first = path[0]
    if pieces.is_joined(at) and not _may_be_joined(at, path, pieces):
        return False
    if first.alone and not _supported(at, path, pieces):
        return False
    if shape.sense == "duration" and _is_number(pieces.after(path[-1].end)):
        return False  # "UU Nomor 38 Tahun 2023"
    if _is_of_another(at, path, shape, pieces):
        return False
    if path[-1].kind == "year" and (len(path) == 1 or first.kind == "about"):
        return _is_year(path[-1].end - 1, at, first.kind == "about", pieces)
    if len(path) == 1 and first.kind == "month":
        return not pieces.calendar.is_a(pieces.before(at), "number") and not _in_name(at, pieces)
    return True


def _is_of_another(at: int, path: Atoms, shape: Shape, pieces: Pieces) -> bool:
    """Tell whether words around an expression make it the night's, an era's or a notice's."""
    calendar, end = pieces.calendar, path[-1].end
    if path[-1].kind == "season" and calendar.is_a(pieces.after(end), "of"):
        return True  # "by fall of night"
    if path[0].kind == "shifted" and path[-1].trim and _is_of_era(end, pieces):
        return True
    return shape.context and calendar.is_a(pieces.before(at), "notice")  # how long before


def _is_of_era(at: int, pieces: Pieces) -> bool:
    """Tell whether "today's" means these times: "today's highly divided world"."""
    near = range(at, min(pieces.stop, at + _ERA))
    return any(pieces.calendar.is_a(pieces.tokens.lower[here], "era_noun") for here in near)


def _may_be_joined(at: int, path: Atoms, pieces: Pieces) -> bool:
    """Tell whether what a dash ties to the word before it is a date: "post-2014", "pra-1990-an"."""
    before = pieces.tokens.lower[at - 2] if at - 2 >= pieces.first else ""
    if path[0].kind == "timestamp":
        return True
    return (
        path[0].kind in _JOINABLE
        and before.isalpha()
        and len(before) > 2
        and pieces.tokens.lower[at - 1] != "/"
    )


def _supported(at: int, path: Atoms, pieces: Pieces) -> bool:
    """Tell whether a word that is also something else has what makes it a date.

    An abbreviation ("never" alone) needs digits beside it; a word that means something else with
    a capital ("small") must not have one inside a sentence; others, by themselves, need a word
    of a kind before them ("in May") and no possessive ("in May's cabinet").
    """
    need = path[0].alone
    if need == "never":
        return any(atom.kind in _NUMERIC for atom in path)
    if need == "small":
        return _opens(at, pieces) or pieces.tokens.words[at][0].islower()
    if len(path) > 1:
        return True
    if pieces.calendar.is_a(pieces.after(path[-1].end), "event"):
        return True
    return not path[0].trim and pieces.calendar.is_a(pieces.before(at), need)


def _opens(at: int, pieces: Pieces) -> bool:
    """Tell whether a token begins a sentence or a quotation."""
    return at == pieces.first or not pieces.before(at)[-1:].isalnum()


def _in_name(at: int, pieces: Pieces) -> bool:
    """Tell whether a month stands between the words of a name ("Raja Juli Antoni").

    In a headline every word has a capital, and none tells a name.
    """
    words = pieces.tokens.words
    if at <= pieces.first or at + 1 >= pieces.stop:
        return False
    if not (words[at - 1].istitle() and words[at + 1].istitle()):
        return False
    if pieces.calendar.is_a(pieces.before(at), "year_lead"):
        return False  # "In June Mr Odembe left"
    return any(
        len(word) > _FUNCTION_WORD and word.islower() for word in words[pieces.first : pieces.stop]
    )


def _is_year(at: int, begin: int, is_about: bool, pieces: Pieces) -> bool:
    """Tell whether a number of four digits by itself is a year."""
    before, after, calendar = pieces.before(begin), pieces.after(at + 1), pieces.calendar
    if before in _MONEY or calendar.is_a(before, "numbered") or _in_numbered_list(begin, pieces):
        return False
    if _is_number(before) or _is_number(after):
        return False
    if calendar.is_a(before, "year_noun"):
        return True
    if calendar.is_a(after, "counted"):
        return False
    if calendar.is_a(before, "year_lead"):
        return True
    if int(pieces.tokens.words[at]) in PLAIN_YEARS:
        return True
    return not is_about and at > pieces.first and pieces.tokens.words[at - 1][0].isupper()


def _is_number(word: str) -> bool:
    return len(word) > 2 and word.isdigit()


def _in_numbered_list(at: int, pieces: Pieces) -> bool:
    """Tell whether numbers go back to a noun for them ("resolutions 1718 and …").

    Names may stand between the noun and its number ("Resolusi DK PBB 1718").
    """
    tokens, calendar, here = pieces.tokens, pieces.calendar, at - 1
    while (
        here > pieces.first
        and here > at - _LONGEST_LIST
        and not calendar.is_a(tokens.lower[here], "numbered")
    ):
        word = tokens.lower[here]
        listed = word == "," or word.isdigit() or calendar.is_a(word, "and")
        if not listed and not tokens.words[here].isupper():
            break
        here -= 1
    return here < at - 1 and here >= pieces.first and calendar.is_a(tokens.lower[here], "numbered")

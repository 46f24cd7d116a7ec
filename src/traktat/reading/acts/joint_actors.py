"""Names that act together: "Norland and oil-rich Sarvia", "A, B and C"."""

from __future__ import annotations

from collections.abc import Iterable

from traktat.model.kinds import NameKind
from traktat.reading.acts.outlines import Outline
from traktat.reading.acts.triggers import Trigger, verb_group
from traktat.reading.mentions import NameMention
from traktat.reading.quotations import DOUBLE

ACTING = frozenset(
    {NameKind.PERSON, NameKind.ORGAN, NameKind.STATE, NameKind.ORGANISATION, NameKind.GROUP}
)
BRACKETS = 7  # tokens of a short name in brackets, its article and quotation marks
COUNTERPART = 3  # words of "his Sarvian counterpart"
ADJECTIVES = 4  # words that may describe a name joined to another


def can_act(name: NameMention) -> bool:
    """Tell whether a name can be who acts, not what describes somebody else."""
    return name.sort in ACTING and not name.attributive


def is_oblique(line: Outline, name: NameMention) -> bool:
    """Tell whether a name stands behind a preposition ("in Moscow"), and so is no subject."""
    before = name.first - 1
    if before >= line.first and line.has(before, "article"):
        before -= 1
    if before < line.first or line.words[before] == ",":
        return before - 2 > line.first and _says_where(line, before)
    if line.has(before, "toward") and name.end < line.end and line.has(name.end, "purpose"):
        return False  # "for Norland to leave the pact"
    return line.has(before, "preposition", "agent", "at", "with")


def _says_where(line: Outline, comma: int) -> bool:
    """Tell whether a name behind a comma says where a town lies: "in Geneva, Switzerland"."""
    return line.words[comma - 1][0].isupper() and line.has(comma - 2, "at")


_DESCRIBING = frozenset({"ordinal", "rank", "openings"})


def leftward(line: Outline, name: NameMention) -> tuple[NameMention, ...]:
    """Give a name with those joined to it on its left, in text order."""
    name = _spelled_out(line, name)
    out = [name]
    token: int | None = name.first - 1
    while token is not None and token > line.first:
        token = _step_left(line, token, out)
    return tuple(_apart(reversed(out)))


def _spelled_out(line: Outline, name: NameMention) -> NameMention:
    """Give the full name before a short one in brackets: "the European Union (EU)"."""
    opening = name.first - 1
    while opening > line.first and (line.words[opening] in DOUBLE or line.has(opening, "article")):
        opening -= 1
    before = line.names.get(opening - 1) if line.words[opening] == "(" else None
    if before is None or before.state != name.state:
        return name
    house = before.sort is NameKind.ORGAN and name.sort is NameKind.STATE
    return before if house or before.sort == name.sort else name  # "Senat Norlandia (NL)"


def _step_left(line: Outline, token: int, out: list[NameMention]) -> int | None:
    """Take in what stands at a token; give the token before it, or None where the list ends."""
    beside = line.names.get(token)
    if beside is not None and beside.end == out[-1].first:  # "the FARC rebels"
        if out[-1].sort is NameKind.GROUP and out[-1].state is None:
            out[-1] = beside
        return beside.first - 1
    if line.has(token, "article"):
        return token - 1
    if line.words[token] == "-" and beside is None and out[-1].sort is NameKind.STATE:
        pair = line.names.get(token - 1)  # "Laos-Bhutan teken perjanjian"
        if pair is not None and pair.sort is NameKind.STATE and pair.end == token:
            out.append(pair)
            return pair.first - 1
    return _past_joint(line, _before_adjectives(line, token), out)


def _before_brackets(line: Outline, token: int) -> int:
    """Step over a short name in brackets: give the token before it."""
    if line.words[token] != ")":
        return token
    opening = (t for t in range(token - 1, max(line.first, token - BRACKETS), -1))
    return next((t - 1 for t in opening if line.words[t] == "("), token)


def _past_joint(line: Outline, token: int, out: list[NameMention]) -> int | None:
    """Step over "and" or a comma, and take in the name before it."""
    comma = line.words[token] == ","
    if not (comma or line.joins(token)):
        return None
    before = line.names.get(_before_brackets(line, token - 1))
    if before is not None and before.sort is NameKind.STATE and line.has(before.first - 1, "of"):
        person = line.names.get(before.first - 2)  # "Minister A of Norland and Minister B of …"
        before = person if person is not None and person.sort is NameKind.PERSON else before
    if before is None:
        return token - 1 if line.words[token - 1] == "," else None
    apart = comma and (is_oblique(line, before) or _only_helps(line, before))
    if before.sort not in ACTING or apart:
        return None
    out.append(before)
    at = before.first - 1
    goes_on = line.words[at] != "," or at - 1 in line.names
    return at if goes_on else None


def _only_helps(line: Outline, name: NameMention) -> bool:
    """Tell whether a name and a comma say who helps: "Dengan mediasi Norlandia, Aruna dan"."""
    marks = line.sources.page.marks.keyed("agreements", "mediation", name.first - 1, name.first)
    return any(mark.end == name.first for mark in marks)


def _before_adjectives(line: Outline, token: int) -> int:
    """Step over what describes a name: "Norland and oil-rich Sarvia"."""
    back = token
    while back > line.first and token - back < ADJECTIVES:
        if not (_is_plain(line, back) or line.words[back] == "-" or line.has(back, "article")):
            break
        back -= 1
    joins = back != token and line.joins(back) and back - 1 in line.names
    return back if joins else token


def _is_plain(line: Outline, token: int) -> bool:
    """Tell whether a word only describes or counts who is named behind it: "its last", "10"."""
    word = line.words[token]
    told = _DESCRIBING.issuperset(line.tags.get(token) or ())
    led = word[0].isupper() and line.words[token + 1] == "-"  # "Tuareg-led"
    return told and (word[0].islower() or word.isdigit() or (led and token not in line.names))


def rightward(line: Outline, name: NameMention) -> tuple[NameMention, ...]:
    """Give a name with those joined to it on its right."""
    out, token, last = [name], name.end, False
    while token < line.end:
        token = _past_brackets(line, token)
        last = last or line.has(token, "and")
        if line.words[token] == "," and last and len(out) > 1:
            break  # "A and B, the two leaders": an apposition
        if line.words[token] == "," or line.has(token, "and", "article"):
            token += 1
            continue
        token = _past_counterpart(line, token)
        follower = line.names.get(token)
        if follower is None or not can_act(follower) or follower.first != token:
            break
        gap = range(out[-1].end, token)
        if not any(line.words[t] == "," or line.has(t, "and") for t in gap):
            break
        out.append(follower)
        token = follower.end
    return tuple(_apart(out))


def _past_counterpart(line: Outline, token: int) -> int:
    """Step over what somebody is to the one before: "A and his Sarvian counterpart, B"."""
    for mark in line.sources.page.marks.within("offices", token, token + COUNTERPART):
        if mark.key == "counterpart" and mark.end + 1 < line.end and line.words[mark.end] == ",":
            return mark.end + 1 if mark.end + 1 in line.names else token
    return token


def _past_brackets(line: Outline, token: int) -> int:
    """Step over a short name in brackets: give the token behind it."""
    if line.words[token] != "(":
        return token
    closing = range(token + 1, min(line.end - 1, token + BRACKETS))
    return next((t + 1 for t in closing if line.words[t] == ")"), token)


def _apart(names: Iterable[NameMention]) -> list[NameMention]:
    """Keep one mention of each name."""
    out: dict[str, NameMention] = {}
    for name in names:
        out.setdefault(name.key, name)
    return list(out.values())


def beside_subject(
    line: Outline, trigger: Trigger, subject: NameMention
) -> tuple[NameMention, ...]:
    """Give who of another state acts beside the subject: "Presiden A bersama B meneken"."""
    at = subject.end
    if at + 1 >= line.end or not line.has(at, "with"):
        return ()
    name = line.names.get(at + 1)
    if name is None or name.sort is not subject.sort or name.state in (None, subject.state):
        return ()
    return rightward(line, name) if name.end == verb_group(line, trigger.first) else ()


def same_office(line: Outline, names: tuple[NameMention, ...]) -> list[NameMention]:
    """Give who else holds an office that two states share: "the foreign ministers of X and Y".

    The holder for the other state is the one the report names.
    """
    out = []
    for name in names:
        marks = line.sources.page.marks.within("states", name.first, name.end)
        codes = {mark.key for mark in marks} - {name.state}
        joined = any(line.joins(token) for token in range(name.first, name.end))
        if name.sort is NameKind.PERSON and name.office and joined and len(codes) == 1:
            holders = (i for i in line.sources.names.items if i.office == name.office)
            other = next((i for i in holders if i.state in codes and not i.members), None)
            out += [other] if other is not None else []
    return out

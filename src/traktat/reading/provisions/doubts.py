"""Doubts: what looks like a rule but is only wanted, foretold, feared, supposed or asked."""

from __future__ import annotations

from itertools import chain

from traktat.lang import Mark
from traktat.lang.sentences import Sentence
from traktat.model.kinds import ActKind, Form, ProvisionKind
from traktat.reading.frames import Desk, Frame, agreement_nouns
from traktat.reading.mentions import AgreementMention
from traktat.reading.scan import Scan

WISH_REACH = 6  # tokens between "wants" and the agreement that does not exist yet
WISH_NEAR = 2  # tokens between "wants" and an agreement that does: "wants the pact to …"
OPINION_REACH = 3  # tokens between "could" and what an agreement could do
NOTION_REACH = 12  # tokens between "the notion that" and what somebody must do
UNKNOWN = 4  # tokens of a rule in which "whether" makes of it a question
SUBJECTS = 5  # tokens behind "covers" in which "sectors", "chapters" stand
PROSPECT_REACH = 16  # tokens from the start of a rule in which a gain is named
SUBJECT_REACH = 24  # tokens between an agreement and what it does
DEFINITE_GAP = 2  # tokens between an agreement's noun and "itu"
HANGS = 3  # tokens before an agreement in which "critics of the" stands
UNDONE = frozenset(("participle", "noun"))  # forms that do nothing: "the increase", "penarikan"
NOT_REACH = 3  # tokens between "not" and what an agreement is not: "does not constitute a"
OPENING = 2  # tokens of a rule in which "boost" opens it
LACK_REACH = 8  # tokens before a verb in which "no clause" stands
LAW_REACH = 3  # tokens between a law and what it would do, and before it
LACK_GAP = 3  # tokens between "no" and "clause"
TOLD = ("under", "pledges", "whereby", "article")
"""Words that make a rule of what anybody tells."""

PLACED = ("in", "preposition", "at", "article", "ordinal", "rank", "with", "between", "and")
"""Words of grammar that say where, when and with whom."""

MANY = "MULTI"
CLOSING = frozenset("?\"'”’»)")


def is_doubted(desk: Desk, sentence: Sentence, frame: Frame, *, going_on: bool) -> bool:
    """Tell whether a frame states no rule: a question, a wish, a forecast, a supposition.

    `going_on` tells that the sentence right before told a rule: then a party's own "we will"
    goes on with it, but no "but we will not".
    """
    if frame.verbatim:
        return False
    at = frame.cue.first if frame.cue else frame.first
    if _is_open(desk, sentence, frame, at) or _is_told_by_others(desk, frame, at):
        return True
    if _is_of_law(desk, sentence, at) or _is_of_what_it_is_not(desk, sentence, at):
        return True
    under = frame.cue is not None and frame.cue.key == "under"
    if (frame.own or under) and _is_prospect(desk, frame, at):
        return True
    if _is_subject_list(desk, frame):
        return True
    if frame.own:
        return _is_doubted_deed(desk, sentence, frame, at)
    if under and _opens_with_opinion(desk, frame):
        return True
    goes_on = going_on and not _is_refused(desk, sentence, at)
    return not goes_on and _is_own_policy(desk, sentence, frame, at)


def _is_open(desk: Desk, sentence: Sentence, frame: Frame, at: int) -> bool:
    """Tell whether a sentence asks, supposes, or tells that something is not known."""
    if _is_question(desk.page, sentence) or _is_supposed(desk, sentence, at):
        return True
    if any(desk.page.marks.keyed("clauses", "notion", max(sentence.first, at - NOTION_REACH), at)):
        return True
    first, end = sentence.first, frame.first + UNKNOWN
    return any(desk.page.marks.keyed("clauses", "unknown", first, end))


def _is_of_law(desk: Desk, sentence: Sentence, at: int) -> bool:
    """Tell whether a law or a bill is the subject: "the bill would give Congress …"."""
    marks = desk.page.marks
    for law in marks.keyed("grammar", "law", max(sentence.first, at - LAW_REACH), at):
        alone = not any(marks.keyed("grammar", "preposition", law.first - LAW_REACH, law.first))
        if alone and not desk.names_agreement(max(sentence.first, law.first - LAW_REACH), at):
            return True
    return False


def _is_of_what_it_is_not(desk: Desk, sentence: Sentence, at: int) -> bool:
    """Tell whether a clause tells of what an agreement is not: "is no pact which would oblige"."""
    marks, before = desk.page.marks, desk.agreements.mentions.within(sentence.first, at)
    if not before or before[-1].end >= at:
        return False
    mention = before[-1]
    if not any(marks.keyed("grammar", "relative", mention.end, mention.end + OPENING)):
        return False
    first = max(sentence.first, mention.first - NOT_REACH)
    return any(marks.keyed("grammar", "negation", first, mention.first))


def _is_doubted_deed(desk: Desk, sentence: Sentence, frame: Frame, at: int) -> bool:
    """Tell whether what an agreement is said to do is praise, missing, wished or thought of."""
    if not frame.strong and _is_praise(desk, frame, at):
        return True
    if _is_missing(desk.page, sentence, frame, at):
        return True
    return _is_opinion(desk, at) or _is_wanted(desk, sentence, at)


def _is_told_by_others(desk: Desk, frame: Frame, at: int) -> bool:
    """Tell whether a state that is no party says what ought to be: that is no rule by itself."""
    if frame.own or (frame.cue is not None and frame.cue.key in TOLD):
        return False
    parties = frame.agreement.parties
    if MANY in parties or desk.names_agreement(frame.first, frame.end):
        return False
    spoken = [item.finding.state for item in desk.utterances.over(at)]
    return any(state is not None and state not in parties for state in spoken)


def _is_praise(desk: Desk, frame: Frame, at: int) -> bool:
    """Tell whether somebody only praises an agreement, or tells what good it will do."""
    opening = desk.page.marks.keyed("clauses", "brings", frame.first, frame.first + OPENING)
    if any(not UNDONE & set(mark.forms) for mark in opening):
        return True
    if frame.cue is not None and frame.cue.key != "contains":
        return False
    spoken = (item.finding for item in desk.utterances.over(at))
    return any(one.form is Form.DIRECT and one.speaker != "DOC" for one in spoken)


def _is_missing(page: Scan, sentence: Sentence, frame: Frame, at: int) -> bool:
    """Tell whether an agreement lacks such a rule: "no clause obliges …", "tak ada pasal …".

    What no clause permits is forbidden: that is a rule. "Nothing in the pact" lacks it all.
    """
    if frame.cue is not None and frame.cue.key == "permits":
        return False
    opening = page.marks.keyed("grammar", "none", sentence.first, sentence.first + 1)
    if any(mark.end - mark.first > 1 for mark in opening) and frame.own:
        return True
    first = max(sentence.first, at - LACK_REACH)
    for article in page.marks.keyed("clauses", "article", first, at):
        start = max(sentence.first, article.first - LACK_GAP)
        lacks = chain(
            page.marks.keyed("grammar", "none", start, article.first),
            page.marks.keyed("grammar", "negation", start, article.first),
        )
        if any(lacks):
            return True
    return False


def _is_question(page: Scan, sentence: Sentence) -> bool:
    """Tell whether a sentence ends with a question mark."""
    words = page.tokens.words
    last = sentence.end - 1
    while last > sentence.first and words[last] in CLOSING:
        if words[last] == "?":
            return True
        last -= 1
    return False


def _is_supposed(desk: Desk, sentence: Sentence, at: int) -> bool:
    """Tell whether what a sentence says holds only if an agreement fails: "if the deal collapses".

    A condition that a rule itself sets ("if either is attacked") is none of these.
    """
    marks = desk.page.marks
    for mark in marks.keyed("clauses", "supposed", sentence.first, sentence.end):
        if _is_plain_be(desk.page, sentence, mark):
            continue  # "both were allowed to inspect …"
        end = _clause_end(desk.page, mark.end, sentence)
        if mark.first <= at < end and not _has_trigger(desk, mark.end, end):
            return True
        if any(marks.keyed("clauses", "fails", mark.end, end)):
            return True
    return False


def _is_plain_be(page: Scan, sentence: Sentence, mark: Mark) -> bool:
    """Tell whether "were" follows its subject: only where it opens a clause it supposes."""
    before = mark.first - 1
    if before < sentence.first or not page.tokens.words[before][0].isalnum():
        return False
    return any(page.marks.keyed("grammar", "be", mark.first, mark.first + 1))


def _has_trigger(desk: Desk, first: int, end: int) -> bool:
    marks = desk.page.marks.within("clauses", first, end)
    return any(desk.group(mark) == "trigger" for mark in marks)


def _clause_end(page: Scan, first: int, sentence: Sentence) -> int:
    words = page.tokens.words
    return next((at for at in range(first, sentence.end) if words[at] in ",;"), sentence.end)


def _is_subject_list(desk: Desk, frame: Frame) -> bool:
    """Tell whether a frame only lists what an agreement is about: "covers eleven sectors".

    So it does where points are only said to follow: "lays down several points". Cooperation in
    fields is a rule all the same.
    """
    if frame.cue is None:
        return False
    marks, end = desk.page.marks, min(frame.end, frame.first + SUBJECTS)
    points = marks.keyed("clauses", "points", frame.first, end)
    if any(mark.end >= frame.end - 1 for mark in points):
        return True
    if frame.cue.key not in ("contains", "under"):
        return False
    for mark in marks.keyed("clauses", "subjects", frame.first, end):
        near = marks.keyed("provisions", ProvisionKind.COOPERATION, frame.first, mark.end + 1)
        return not any(near)
    return False


def _is_opinion(desk: Desk, at: int) -> bool:
    """Tell whether an agreement "could", "may" or "must" do something: nobody says it does."""
    page = desk.page
    first = max(0, at - OPINION_REACH)
    return any(
        "," not in page.tokens.words[mark.end : at]
        for mark in page.marks.keyed("clauses", "opinion", first, at + 1)
    )


def _is_prospect(desk: Desk, frame: Frame, at: int) -> bool:
    """Tell whether what a frame opens with is what somebody gains or loses by an agreement."""
    first, end = max(0, at - OPINION_REACH), min(frame.end, frame.first + PROSPECT_REACH)
    return any(desk.page.marks.keyed("clauses", "prospect", first, max(end, at + 1)))


def _is_wanted(desk: Desk, sentence: Sentence, at: int) -> bool:
    """Tell whether somebody wants or fears what an agreement would do.

    Of one that is to be signed or kept ("urged Peru to sign a pact that bans …") none does. Of one
    that is there ("the pact, which bans missiles") only the wish that it do something
    counts; of one that is not ("a pact that bans missiles") every wish for it.
    """
    subject = _subject(desk, sentence, at)
    if subject is None:
        return False
    first, end = subject
    if _is_aside(desk.page, end, at):
        return False
    reach = WISH_NEAR if _is_definite(desk.page, first, end) else WISH_REACH
    if reach == WISH_NEAR and _is_described(desk.page, end, at):
        return False
    wishes = desk.page.marks.keyed(
        "clauses", "wanted", max(sentence.first, first - reach - 2), first
    )
    return any(
        mark.end <= first and first - mark.end <= reach and not _is_cut(desk.page, mark.end, first)
        for mark in wishes
        if not any(_is_kept(one) for one in desk.page.marks.within("acts", mark.end, first))
    )


def _is_kept(act: Mark) -> bool:
    """Tell whether what is wanted is done to an agreement that is there, not that it be made."""
    return bool(act.forms) and act.key != ActKind.TEXT_AGREED


def _subject(desk: Desk, sentence: Sentence, at: int) -> tuple[int, int] | None:
    """Give the tokens of the agreement that a verb at a token is said of."""
    first = max(sentence.first, at - SUBJECT_REACH)
    mentions = desk.agreements.mentions.within(first, at)
    places = [(one.first, one.end) for one in mentions if one.end <= at]
    nouns = [mark for mark in agreement_nouns(desk.page, first, at) if mark.end <= at]
    places += [(mark.first, mark.end) for mark in nouns]
    return max(places, key=lambda place: place[1]) if places else None


def _is_definite(page: Scan, first: int, end: int) -> bool:
    marks = page.marks
    if any(marks.keyed("grammar", "definite", max(0, first - DEFINITE_GAP), first + 1)):
        return True
    behind = page.pack.settings.get("modifiers") == "after"
    return behind and any(marks.keyed("grammar", "definite", end - 1, end + 1))


def _is_described(page: Scan, end: int, at: int) -> bool:
    """Tell whether a relative clause stands between an agreement and a verb."""
    return any(page.marks.keyed("grammar", "relative", end, at + 1))


def _is_aside(page: Scan, end: int, at: int) -> bool:
    """Tell whether a verb stands in an aside on an agreement: "the pact, which bans …"."""
    words = page.tokens.words
    relatives = page.marks.keyed("grammar", "relative", end + 1, at + 1)
    return any(words[mark.first - 1] == "," for mark in relatives)


def _is_cut(page: Scan, first: int, end: int) -> bool:
    return any(word in ",;" for word in page.tokens.words[first:end])


def _opens_with_opinion(desk: Desk, frame: Frame) -> bool:
    """Tell whether words beside "under the pact" say what an agreement could do."""
    end = min(frame.end, frame.first + OPINION_REACH + 1)
    return any(
        desk.names_agreement(frame.first, mark.first)
        for mark in desk.page.marks.keyed("clauses", "opinion", frame.first, end)
    )


def _is_refused(desk: Desk, sentence: Sentence, at: int) -> bool:
    """Tell whether a sentence sets a "but" or a "not" against what was told before."""
    marks = desk.page.marks
    against = chain(
        marks.keyed("grammar", "contrast", sentence.first, sentence.first + 1),
        marks.keyed("grammar", "negation", at - 1, at + 2),
    )
    return any(against)


def _is_own_policy(desk: Desk, sentence: Sentence, frame: Frame, at: int) -> bool:
    """Tell whether somebody says what the own state will do: that is no rule by itself."""
    cue = frame.cue
    if cue is None or cue.key != "will" or len(frame.bearers) != 1:
        return False
    if desk.agreements.mentions.within(sentence.first, sentence.end):
        return False
    if _has_trigger(desk, frame.first, frame.end):
        return False
    return any(
        item.finding.state in frame.bearers or item.finding.speaker in frame.bearers
        for item in desk.utterances.over(at)
    )


def is_no_head(desk: Desk, sentence: Sentence, mention: AgreementMention, at: int) -> bool:
    """Tell whether an agreement hangs on another noun: "critics of the pact call for …".

    Its articles, terms and conditions speak for it all the same.
    """
    marks = desk.page.marks
    start = max(sentence.first, mention.first - HANGS)
    near = marks.keyed("grammar", "preposition", start, mention.first)
    link = next(iter(near), None)
    if link is None or any(marks.keyed("grammar", "relative", mention.end, at)):
        return False
    start = max(0, link.first - HANGS)
    near = marks.within("clauses", start, link.first)
    return not any(mark.key in ("article", "portion") for mark in near)


def is_made(page: Scan, first: int, end: int) -> bool:
    """Tell whether words only say where or when: "in Lima on Monday", "last month"."""
    marks = [one for one in page.marks.within("grammar", first, end) if one.key in PLACED]
    told = {at for mark in marks for at in range(mark.first, mark.end)}
    units = page.pack.entry("dates", "unit").get("values", {})
    told.update(at for at in range(first, end) if page.tokens.lower[at] in units)
    return all(
        at in told or not (page.tokens.words[at].islower() or page.tokens.words[at] in ",;:")
        for at in range(first, end)
    )


def is_led_away(desk: Desk, cue: Mark) -> bool:
    """Tell whether a verb says more of another noun: "steps to prevent …", "for closing …"."""
    page = desk.page
    if cue.first == 0:
        return False
    link = _link(page, cue)
    if link is None or desk.names_agreement(max(0, link.first - 1), link.first):
        return False
    if "gerund" in cue.forms:
        return True
    occasions = page.marks.keyed("clauses", "occasion", max(0, link.first - 3), link.first)
    return any(link.first - mark.end <= 1 for mark in occasions)


def _link(page: Scan, cue: Mark) -> Mark | None:
    """Give the "to" or preposition right before a verb."""
    marks = page.marks.within("grammar", max(0, cue.first - 3), cue.first)
    keys = ("purpose", "preposition")
    return next((one for one in marks if one.end == cue.first and one.key in keys), None)

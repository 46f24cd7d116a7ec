"""What stands in for what a report leaves out: the state of "the army", what "it" is denied of."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from traktat.lang import Mark
from traktat.model.kinds import NameKind
from traktat.reading.claims.actors import Actor, is_bare
from traktat.reading.claims.propositions import ARMED, CODE, Topic, plainly
from traktat.reading.claims.wrongs import is_claim, setting
from traktat.reading.frames import code_of
from traktat.reading.mentions import Names, Utterance
from traktat.reading.scan import Scan

ACCUSED = 2  # tokens behind "accused" in which whom it accuses is named
WORD = 4  # letters of a word that tells what is spoken of
WORDS = 6  # words that tell what was said


def standing(
    page: Scan, names: Names, actors: tuple[Actor, ...], cue: Mark, topic: Topic
) -> tuple[Actor, ...]:
    """Give the claimants as they stand: nobody accuses whom the verb names as himself."""
    told = tuple([placed(page, names, one, cue, topic) for one in actors])
    led = any(page.marks.keyed("grammar", "agent", cue.end, cue.end + 1))
    if cue.key != "accuse" or cue.field != "verbs" or led or "passive" in cue.forms:
        return told
    named = [name for name in names.within(cue.end, cue.end + ACCUSED) if name.state]
    accused = {name.state for name in named}
    home = {name.state for name in named if page.tokens.words[name.first][0].isupper()}
    return tuple([one for one in told if one.code not in (home if _is_person(one) else accused)])


def _is_person(actor: Actor) -> bool:
    """Tell whether a claimant bears a name of its own: it may accuse "the government"."""
    return actor.name != actor.state and actor.name[:1].isupper()


def placed(page: Scan, names: Names, actor: Actor, cue: Mark, topic: Topic) -> Actor:
    """Give a claimant that only a noun names the state it acts for, where that is plain.

    Who denies a deed is whose deed it would be; who blames a group is the state it fights.
    """
    accused = topic.accused or ""
    if cue.key == "accuse" and accused.startswith(ARMED) and is_bare(page, actor):
        home = _state_at_home(page, names)
        return replace(actor, name=home or actor.name, state=home)
    if actor.state or actor.code == accused or not accused or _is_named(names, actor):
        return actor
    if cue.key == "denies":
        return replace(actor, state=accused) if len(accused) == CODE else actor
    return actor


def _is_named(names: Names, actor: Actor) -> bool:
    return any(True for _ in names.within(actor.first, actor.first + 1))


def _state_at_home(page: Scan, names: Names) -> str | None:
    """Give the state a report names most often: whose government "the government" is."""
    words = page.tokens.words
    counts = Counter(
        name.state
        for name in names.items
        if name.sort is NameKind.STATE and name.state and not words[name.first].islower()
    )
    return counts.most_common(1)[0][0] if counts else None


def said_by(page: Scan, names: Names, spoken: Utterance, cue: Mark, actor: Actor) -> Topic:
    """Put in words what somebody said that another denies."""
    end = min(spoken.end, cue.first)
    for mark in page.marks.within("topics", spoken.first, end):
        if is_claim(page, mark):
            value = setting(page, mark, "value")
            named = names.within(spoken.first, end)
            codes = [*dict.fromkeys(code for name in named if (code := code_of(name)))]
            doer, place = [*codes, actor.code][0], [*codes, "", ""][1]
            return Topic(plainly(doer, value, place), doer, value=value)
    said = page.tokens.lower[spoken.first : end]
    words = [word for word in said if word.isalpha() and len(word) >= WORD][:WORDS]
    return Topic(f"{spoken.finding.state or spoken.finding.speaker}: {' '.join(words)}", None)

"""Why a mention may or may not be the same agreement as others: a table of small rules.

Each rule looks at a cluster (what has been found to be one agreement so far) and a mention.
A bar says they cannot be one; a bond gives a score between 0 and 1. Both give a reason.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from traktat.fusion.clusters import (
    UMBRELLA_FORMS,
    UMBRELLA_TOPICS,
    Bond,
    Cluster,
    gap,
    narrow_topics,
    sort_of_form,
    swapped,
)
from traktat.fusion.mentions import Mention
from traktat.model.dates import compatible
from traktat.model.kinds import ActKind
from traktat.sentences import Sentence, beside, sentence

ENOUGH = 0.5  # a bond of at least this puts a mention into a cluster
ONLY_PARTIES = 0.55  # what the same parties alone are worth
BEFORE = timedelta(days=400)  # how long before its signature an agreement is "the" agreement
AFTER = timedelta(days=3650)  # how long it is after it was last spoken of
MARGIN = 0.05  # the best cluster must lead the next by this, or the link is doubtful

DATE_SLIP = timedelta(days=3)  # days by which two reports of one signature commonly differ
FAR_APART = timedelta(days=31)  # days after which two signatures need one name to be one
ONE_PHRASE_APART = timedelta(days=150)  # after which one description does not make them one
ONE_NAME_APART = timedelta(days=400)  # and after which not even one title does


def _forms_differ(cluster: Cluster, mention: Mention) -> bool:
    if not mention.form or mention.form in UMBRELLA_FORMS:
        return False
    clear = set(cluster.forms) - UMBRELLA_FORMS
    return bool(clear) and sort_of_form(mention.form) not in clear


def _share_title(cluster: Cluster, mention: Mention) -> bool:
    return bool(mention.acronyms & cluster.acronyms or mention.titles & cluster.titles)


def _share_name(cluster: Cluster, mention: Mention) -> bool:
    return bool(
        _share_title(cluster, mention)
        or mention.phrases & cluster.phrases
        or (mention.known and mention.known == cluster.known)
    )


def _nearest_birth(cluster: Cluster, mention: Mention) -> timedelta | None:
    if not mention.born or not cluster.births:
        return None
    if mention.born in cluster.births:
        return timedelta(0)
    return min(gap(mention.born, birth) for birth in cluster.births)


def _misread_birth(cluster: Cluster, mention: Mention) -> bool:
    """Tell whether one day is the other with day and month exchanged."""
    if not mention.born or not mention.born.is_day:
        return False
    other = swapped(mention.born.first)
    return any(birth.is_day and birth.first == other for birth in cluster.births)


def _same_life(cluster: Cluster, mention: Mention) -> bool:
    """Tell whether later acts on the same days show that one of two days of signature is wrong."""
    later = [mark for mark in mention.marks if mark[0] is not ActKind.SIGNATURE]
    shared = cluster.marks.intersection(later)
    named = _share_name(cluster, mention) or is_called_alike(cluster, mention) is not None
    return len(shared) > 1 or (bool(shared) and named)


# What speaks against


def other_known_agreement(cluster: Cluster, mention: Mention) -> str | None:
    """Two agreements known by different names are two."""
    if cluster.known and mention.known and cluster.known != mention.known:
        return f"{mention.known} is not {cluster.known}"
    return None


def signed_at_another_time(cluster: Cluster, mention: Mention) -> str | None:
    """Two signatures far apart are two agreements, unless one name or a swapped date joins them."""
    apart = _nearest_birth(cluster, mention)
    if apart is None or apart <= FAR_APART or _misread_birth(cluster, mention):
        return None
    if (mention.known and mention.known == cluster.known) or _same_life(cluster, mention):
        return None
    if apart <= ONE_NAME_APART and _share_title(cluster, mention):
        return None
    if apart <= ONE_PHRASE_APART and _share_name(cluster, mention):
        return None
    return f"signed {apart.days} days apart"


def another_form(cluster: Cluster, mention: Mention) -> str | None:
    """A memorandum is not the treaty signed beside it, unless one name covers both words."""
    if _forms_differ(cluster, mention) and not _share_name(cluster, mention):
        return f"{mention.form} is not {', '.join(sorted(cluster.forms))}"
    return None


def another_subject(cluster: Cluster, mention: Mention) -> str | None:
    """Instruments on different subjects are different, unless one name covers both."""
    one, other = cluster.narrow, narrow_topics(mention.topics)
    wide = (cluster.topics | set(mention.topics)) & UMBRELLA_TOPICS
    if one and other and not wide and not one & other and not _share_name(cluster, mention):
        return f"on {', '.join(sorted(other))}, not {', '.join(sorted(one))}"
    return None


def told_apart_by_its_report(cluster: Cluster, mention: Mention) -> str | None:
    """What one report tells apart stays apart, unless it has one name or one day of signature."""
    beside = [one for one in cluster.reports.get(mention.report, ()) if one.key != mention.key]
    for other in beside:
        same_day = mention.born and other.born and compatible(mention.born, other.born)
        one_name = mention.acronyms & other.acronyms or mention.phrases & other.phrases
        known = mention.known and mention.known == other.known
        if not (known or one_name or (same_day and mention.form == other.form)):
            return f"its report tells it apart from {other.key}"
    return None


BARS: tuple[Callable[[Cluster, Mention], str | None], ...] = (
    other_known_agreement,
    signed_at_another_time,
    another_form,
    another_subject,
    told_apart_by_its_report,
)


# What speaks for


def known_by_name(cluster: Cluster, mention: Mention) -> Bond | None:
    """A known agreement is known by its name."""
    if mention.known and mention.known == cluster.known:
        return Bond(1.0, sentence("known agreement {known}", known=mention.known))
    return None


def signed_the_same_day(cluster: Cluster, mention: Mention) -> Bond | None:
    """The same parties signing on the same day sign the same agreement."""
    if mention.born and mention.born.is_day and mention.born in cluster.births:
        return Bond(0.95, sentence("signed on {day:day}", day=mention.born))
    return None


def shares_an_act(cluster: Cluster, mention: Mention) -> Bond | None:
    """An act of the same kind on the same day is an act of the same agreement."""
    shared = sorted(cluster.marks.intersection(mention.marks))
    if shared:
        act, day = shared[0]
        return Bond(0.9, sentence("{act:deed} on {day:day}", act=act, day=day))
    return None


def shares_an_acronym(cluster: Cluster, mention: Mention) -> Bond | None:
    """An acronym names one agreement."""
    shared = sorted(mention.acronyms & cluster.acronyms)
    return Bond(0.9, _called(shared[0].upper())) if shared else None


def shares_a_title(cluster: Cluster, mention: Mention) -> Bond | None:
    """A name of three words or more names one agreement between the same parties."""
    shared = sorted(mention.phrases & cluster.phrases)
    score = 0.85 if mention.titles & cluster.titles else 0.8
    return Bond(score, _called(" ".join(shared[0]))) if shared else None


def _called(name: str) -> Sentence:
    return sentence("called {name}", name=name)


def signed_about_then(cluster: Cluster, mention: Mention) -> Bond | None:
    """Signatures whose possible days meet can be one."""
    if mention.born and any(compatible(mention.born, birth) for birth in cluster.births):
        return Bond(0.75, sentence("signed in {day:day}, which fits", day=mention.born))
    return None


def misread_day(cluster: Cluster, mention: Mention) -> Bond | None:
    """A day of signature that is the other's with day and month exchanged is a misread one."""
    if mention.born and _misread_birth(cluster, mention):
        reason = sentence(
            "{day:day} is the day of signature with day and month exchanged", day=mention.born
        )
        return Bond(0.7, reason)
    return None


def shares_a_subject(cluster: Cluster, mention: Mention) -> Bond | None:
    """The same parties on the same narrow subject."""
    shared = sorted(cluster.narrow & narrow_topics(mention.topics))
    return Bond(0.7, sentence("on {subject:key}", subject=shared[0])) if shared else None


def is_called_alike(cluster: Cluster, mention: Mention) -> Bond | None:
    """Names that share most of their words."""
    words = mention.words
    shared = words & cluster.words.get(mention.language, set())
    if len(shared) >= 2 and len(shared) >= 0.6 * len(words):
        return Bond(0.68, sentence("called alike: {words}", words=" ".join(sorted(shared))))
    return None


def is_of_the_form(cluster: Cluster, mention: Mention) -> Bond | None:
    """The same parties and the same form of instrument."""
    if not mention.form or mention.form in UMBRELLA_FORMS or _off_by_days(cluster, mention):
        return None
    form = sort_of_form(mention.form)
    if form not in cluster.forms:
        return None
    return Bond(0.6, sentence("{form:key} of the same parties", form=form))


def has_the_same_parties(cluster: Cluster, mention: Mention) -> Bond | None:
    """A report that says no more than "the agreement" means the one between these parties."""
    if mention.older != cluster.older or mention.many != cluster.many:
        return None
    if _off_by_days(cluster, mention) or _of_another_time(cluster, mention):
        return None
    if mention.older and (mention.born or cluster.births or not _one_relation(cluster, mention)):
        return None  # there may be many older ones
    return Bond(ONLY_PARTIES, sentence("an agreement of the same parties"))


def _of_another_time(cluster: Cluster, mention: Mention) -> bool:
    """Tell whether a report came out long before an agreement or long after the last word of it."""
    if not mention.published or not cluster.days:
        return False
    first, last = cluster.days
    return mention.published + BEFORE < first or last + AFTER < mention.published


def _one_relation(cluster: Cluster, mention: Mention) -> bool:
    return all(other.relation == mention.relation for other in cluster.mentions[:1])


def _off_by_days(cluster: Cluster, mention: Mention) -> bool:
    apart = _nearest_birth(cluster, mention)
    return apart is not None and apart > DATE_SLIP


BONDS: tuple[Callable[[Cluster, Mention], Bond | None], ...] = (
    known_by_name,
    signed_the_same_day,
    shares_an_act,
    shares_an_acronym,
    shares_a_title,
    signed_about_then,
    misread_day,
    shares_a_subject,
    is_called_alike,
    is_of_the_form,
    has_the_same_parties,
)

CORROBORATED = 0.02  # each further bond adds this to the strongest


def barred(cluster: Cluster, mention: Mention) -> str | None:
    """Give the first reason why they cannot be one, if there is any."""
    return next((why for bar in BARS if (why := bar(cluster, mention))), None)


def bond(cluster: Cluster, mention: Mention) -> Bond | None:
    """Give the strongest bond between a mention and a cluster, strengthened by the others."""
    found = [one for rule in BONDS if (one := rule(cluster, mention))]
    if not found:
        return None
    best = max(found, key=lambda one: one.score)
    reasons = beside([one.reason for one in found if one.score >= best.score - 0.2], "; ")
    return Bond(min(1.0, best.score + CORROBORATED * (len(found) - 1)), reasons)

"""Homes: mentions that can only be agreements of one another, put into clusters.

All mentions of the same parties (or of one known agreement) share a home; a report that does
not name all parties finds its home by name. What a home holds depends on its mentions alone,
so a new report moves only its own home.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from traktat.fusion.bonds import (
    ENOUGH,
    MARGIN,
    ONLY_PARTIES,
    barred,
    bond,
    told_apart_by_its_report,
)
from traktat.fusion.clusters import Bond, Cluster
from traktat.fusion.mentions import Mention
from traktat.model.records import RecordIssue
from traktat.sentences import Sentence, sentence

OWN_REASON = 0.65  # a bond of more than this rests on more than parties and form
FEW = 12  # mentions of a cluster that is looked at again
CURRENT = 0.05  # the agreement of the day leads older and younger ones by this
PROMINENT = 0.03  # the one most reports speak of leads by this
PROMINENT_SHARE = 3  # when it has this many times the reports of the next
NEW_AGAIN = timedelta(days=60)  # two agreements signed within this time are both of the day


LOOSE = "some:"  # homes of mentions that have little in common but a party or a day


def home_of(mention: Mention) -> str:
    """Give the key of the home a mention belongs to.

    Known agreements live under their name, agreements whose parties are all named under
    these, the rest under what they are called.
    """
    if mention.known:
        return f"known:{mention.known}"
    if len(mention.parties) > 1:
        return "parties:" + "|".join(mention.parties)
    if mention.acronyms:
        return f"name:{max(sorted(mention.acronyms), key=len)}"
    if mention.titles:
        return "name:" + max(sorted(" ".join(title) for title in mention.titles), key=len)
    day = mention.born.edtf if mention.born else ""
    return f"{LOOSE}{'|'.join(mention.parties)}:{day}"


class Home:
    """The clusters of one home, and the mentions that fit more than one of them."""

    def __init__(self, key: str, mentions: Iterable[Mention]) -> None:
        self.key = key
        self.clusters: list[Cluster] = []
        self.doubts: list[tuple[Mention, tuple[Cluster, ...], Sentence]] = []
        for mention in sorted(mentions, key=_surest_first):
            self._place(mention)
        for cluster in sorted(self.clusters, key=lambda one: (len(one.mentions), one.first_id)):
            self._reconsider(cluster)

    def _place(self, mention: Mention) -> None:
        loose = self.key.startswith(LOOSE)
        ranked = [one for one in self._ranked(mention) if not loose or one[0].score > OWN_REASON]
        if ranked and ranked[0][0].score >= ENOUGH:
            self._join(mention, ranked)
        elif mention.weight or not (loose or (mention.older and not mention.names)):
            self.clusters.append(Cluster([mention], self.key))

    def _reconsider(self, small: Cluster) -> None:
        """Look again at what was set apart before the others were known."""
        greater = [one for one in self.clusters if len(one.mentions) > len(small.mentions)]
        if len(small.mentions) > FEW or not greater:
            return
        for cluster in sorted(greater, key=lambda one: (-len(one.mentions), one.first_id)):
            ties = [bond(cluster, mention) for mention in small.mentions]
            if all(tie and tie.score > OWN_REASON for tie in ties) and not any(
                barred(cluster, mention) for mention in small.mentions
            ):
                self.clusters.remove(small)
                for mention, tie in zip(small.mentions, ties, strict=True):
                    if tie:
                        cluster.add(mention, tie)
                return

    def _join(self, mention: Mention, ranked: list[tuple[Bond, Cluster]]) -> None:
        best, cluster = ranked[0]
        rivals = [other for other in ranked[1:] if other[0].score > best.score - MARGIN]
        if rivals:
            near = (cluster, *(other for _, other in rivals))
            self.doubts.append((mention, near, best.reason))
        else:
            cluster.add(mention, best)

    def _ranked(self, mention: Mention) -> list[tuple[Bond, Cluster]]:
        """Rank the clusters a mention may belong to.

        What a report sets beside one of them is not put into another without a reason of
        its own: that the parties are the same is true of both.
        """
        found, beside = [], False
        for number, cluster in enumerate(self.clusters):
            tie = bond(cluster, mention)
            if tie and not barred(cluster, mention):
                found.append((self._in_its_day(tie, cluster, mention), number, tie.score))
            beside = beside or told_apart_by_its_report(cluster, mention) is not None
        found = [item for item in found if item[2] > ONLY_PARTIES or not beside]
        found.sort(key=lambda item: (-item[0].score, item[1]))
        return [(tie, self.clusters[number]) for tie, number, _ in found]

    def _in_its_day(self, tie: Bond, cluster: Cluster, mention: Mention) -> Bond:
        """Raise the bond to the agreement of the day and to the one most told of."""
        if len(self.clusters) == 1:
            return tie
        score = tie.score
        others = [other for other in self.clusters if other is not cluster]
        if mention.published and _is_current(cluster, others, mention.published):
            score += CURRENT
        if all(len(cluster.reports) >= PROMINENT_SHARE * len(other.reports) for other in others):
            score += PROMINENT
        return Bond(min(1.0, score), tie.reason)


def _surest_first(mention: Mention) -> tuple[int, int, str, bool, date, str, str]:
    born = mention.born
    tier = 0 if born else 1 if mention.marks else 2 if mention.acronyms else 3
    return (
        tier,
        born.days if born else 0,
        born.edtf if born else "",
        mention.older,
        mention.published or date.max,
        mention.report,
        mention.key,
    )


def _is_current(cluster: Cluster, others: list[Cluster], day: date) -> bool:
    """Tell whether it is the youngest agreement of the home that was there by a day."""
    born = _begun(cluster)
    if born is None or born > day:
        return False
    rivals = [begun for other in others if (begun := _begun(other)) and begun <= day]
    return all(begun + NEW_AGAIN < born for begun in rivals)


def _begun(cluster: Cluster) -> date | None:
    birth = cluster.birth
    return birth.first if birth else cluster.begun


def doubtful(mention: Mention, near: Iterable[str], reason: Sentence) -> RecordIssue:
    """Say that a mention fits several agreements and was put into none."""
    return RecordIssue(
        code="doubtful-link",
        message=sentence(
            "{called} ({mention}) fits {near:both}: {reason}",
            called=mention.names or sentence("an agreement"),
            mention=mention.id,
            near=tuple(near),
            reason=reason,
        ),
        support=(mention.support,),
    )

"""The state an armed group fights in: the other side where it makes peace with "the government"."""

from __future__ import annotations

from itertools import pairwise

from traktat.facts.tables import table
from traktat.model.kinds import MANY
from traktat.reading.agreements.armed import is_armed
from traktat.reading.agreements.company import Company
from traktat.reading.agreements.groups import Group
from traktat.reading.agreements.settled import Settled

_NEAR = 3  # tokens of ", the main" between a state and those who fight in it
_MORE = 2  # times as often as the next: the state a report is about


def homeland(groups: list[Group]) -> str:
    """Give the state beside an armed group: "Rebels in Norland", "In Norland, the rebels"."""
    for one, other in pairwise(groups):
        if other.first - one.end > _NEAR or is_armed(one.codes) == is_armed(other.codes):
            continue
        place = other if is_armed(one.codes) else one
        if place.link == "in" and len(place.codes) == 1 and place.codes[0] in table("states"):
            return place.codes[0]
    return ""


def with_government(sure: list[Settled], company: Company) -> None:
    """Give peace deals of armed groups whose other side has no name the state they fight in.

    That is the state beside the name of the group, else, where the deal is with
    "the government", the one the report names most.
    """
    states = {code: count for code, count in company.named.items() if code in table("states")}
    most = sorted(states, key=lambda code: (-states[code], code))
    alone = len(most) == 1 or (len(most) > 1 and states[most[0]] >= _MORE * states[most[1]])
    for item in sure:
        cluster = item.cluster
        rebels = cluster.codes and all(is_armed((code,)) for code in cluster.codes)
        if item.parties or not rebels or cluster.known or cluster.many or cluster.wide:
            continue
        dealt = any(evidence.dealt for _, evidence in cluster.members)
        placed = next((e.where for _, e in cluster.members if e.where), "")
        ruled = alone and any(evidence.ruled for _, evidence in cluster.members)
        state = placed or (most[0] if ruled else "")
        if dealt and state and MANY not in cluster.codes:
            item.parties = tuple(sorted({state, *cluster.codes}))

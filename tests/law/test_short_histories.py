"""Short histories, one for each rule of law that the standing knows, with the article it cites."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from tests.factories import make_act, make_provision
from traktat.law import party_steps, standing_on
from traktat.law.steps import Plane
from traktat.model.records import Provision, Standing, TimelineAct

PAIR = ("AAA", "BBB")
MANY = ("AAA", "BBB", "CCC", "MULTI")

SIGNED = make_act("signature", "2020-01-10", "AAA BBB", id="signed")
ENTERED = make_act("entry-into-force", "2020-03-01", id="entered")


@dataclass(frozen=True)
class History:
    """A short history: acts and clauses, and what must hold on days of it.

    A day's answer is the status, the other statuses that are possible, and the status of each
    party that is asked for; `article` is what the last day's proof must cite.
    """

    acts: tuple[TimelineAct, ...]
    days: dict[str, str]
    article: str
    parties: tuple[str, ...] = PAIR
    clauses: tuple[Provision, ...] = ()
    kind: str = "treaty"

    def on(self, day: str) -> Standing:
        """Give the standing on a day."""
        return standing_on(
            date.fromisoformat(day),
            self.acts,
            parties=self.parties,
            provisions=self.clauses,
            kind=self.kind,
            agreement="this",
        )


def shown(standing: Standing, asked: str) -> str:
    """Print a standing as the table writes it: `in-force|terminated AAA=bound`."""
    words = ["|".join([standing.status, *standing.alternatives])]
    for party in (word.partition("=")[0] for word in asked.split()[1:]):
        possible = (standing.possible_parties or {}).get(party, ())
        first = standing.parties[party]
        others = [status for status in possible if status is not first]
        words.append(f"{party}={'|'.join([first, *others])}")
    return " ".join(words)


HISTORIES = {
    "signature": History(
        (SIGNED,),
        {"2020-01-09": "unknown", "2020-01-10": "signed AAA=signed BBB=signed"},
        "VCLT 10, 14(1), 18(a)",
    ),
    "on signature, from the day the parties set": History(
        (make_act("signature", "2020-01-10", "AAA BBB", effective_on="2020-01-10"),),
        {"2020-01-09": "unknown", "2020-01-10": "in-force AAA=bound BBB=bound"},
        "VCLT 24",
    ),
    "a simple form may bind by signature": History(
        (SIGNED,),
        {"2020-01-10": "signed|in-force AAA=signed|bound"},
        "VCLT 12, 24(2)",
        kind="memorandum",
    ),
    "steps at home are no consent": History(
        (
            SIGNED,
            make_act("approval", "2020-02-01", "AAA", chamber="lower"),
            make_act("approval", "2020-02-08", "AAA", chamber="upper"),
            make_act("ratification", "2020-02-20", "AAA"),
        ),
        {
            "2020-02-01": "signed AAA=partly-approved BBB=signed",
            "2020-02-08": "signed AAA=approved BBB=signed",
            "2020-02-20": "signed AAA=ratified BBB=signed",
        },
        "VCLT 2(1)(b), 14, 16",
    ),
    "exchange of instruments": History(
        (SIGNED, make_act("exchange", "2020-03-01")),
        {
            "2020-02-29": "signed AAA=signed",
            "2020-03-01": "consented-by-all|in-force AAA=consented|bound",
        },
        "VCLT 16(a)",
        clauses=(make_provision("entry-into-force", trigger="exchange-of-instruments"),),
    ),
    "after a delay": History(
        (SIGNED, make_act("exchange", "2020-03-01")),
        {"2020-03-30": "consented-by-all", "2020-03-31": "consented-by-all|in-force"},
        "VCLT 24(1)",
        clauses=(make_provision("entry-into-force", trigger="30-days-after-exchange"),),
    ),
    "the second notification": History(
        (
            SIGNED,
            make_act("notification", "2020-02-01", "AAA"),
            make_act("notification", "2020-03-01", "BBB"),
        ),
        {
            "2020-02-01": "partly-consented AAA=consented BBB=signed",
            "2020-03-01": "consented-by-all|in-force AAA=consented|bound",
        },
        "VCLT 16(c)",
        clauses=(make_provision("entry-into-force", trigger="last-notification"),),
    ),
    "the n-th deposit": History(
        (
            make_act("deposit", "2020-02-01", "AAA"),
            make_act("deposit", "2020-02-10", "BBB"),
            make_act("deposit", "2020-02-20", "CCC"),
        ),
        {
            "2020-02-19": "partly-consented AAA=consented",
            "2020-02-20": "partly-consented|in-force AAA=consented|bound CCC=consented|bound",
        },
        "VCLT 24(1)",
        parties=MANY,
        clauses=(make_provision("entry-into-force", trigger="3rd-deposit"),),
    ),
    "retroactive effect": History(
        (make_act("entry-into-force", "2020-03-01", effective_on="2020-01-01"),),
        {"2019-12-31": "unknown", "2020-01-01": "in-force AAA=bound BBB=bound"},
        "VCLT 24, 28",
    ),
    "provisional application": History(
        (SIGNED, make_act("provisional-application", "2020-02-01"), ENTERED),
        {"2020-02-01": "provisionally-applied AAA=signed", "2020-03-01": "in-force AAA=bound"},
        "VCLT 24",
    ),
    "a reservation changes no standing": History(
        (ENTERED, make_act("reservation", "2020-04-01", "AAA")),
        {"2020-04-01": "in-force AAA=bound BBB=bound"},
        "VCLT 24",
    ),
    "accession to what is in force": History(
        (
            make_act("entry-into-force", "2020-03-01", "AAA BBB"),
            make_act("accession", "2021-01-01", "CCC"),
        ),
        {"2020-12-31": "in-force CCC=none", "2021-01-01": "in-force CCC=bound|consented"},
        "VCLT 15",
        parties=MANY,
    ),
    "suspension and resumption": History(
        (
            ENTERED,
            make_act("suspension", "2020-04-01", "AAA"),
            make_act("resumption", "2020-06-01", "AAA"),
        ),
        {
            "2020-04-01": "suspended AAA=suspended BBB=bound",
            "2020-06-01": "in-force AAA=bound BBB=bound",
        },
        "VCLT 26, 72(1)",
    ),
    "among many a suspension is of the one that suspends": History(
        (
            make_act("entry-into-force", "2020-03-01", "AAA BBB CCC"),
            make_act("suspension", "2020-04-01", "AAA"),
        ),
        {"2020-04-01": "in-force AAA=suspended BBB=bound"},
        "VCLT 57, 65, 72",
        parties=MANY,
    ),
    "withdrawal after its notice": History(
        (ENTERED, make_act("withdrawal", "2020-04-01", "AAA", effective_on="2021-04-01")),
        {
            "2020-04-01": "notice-given AAA=notice-given BBB=bound",
            "2021-03-31": "notice-given AAA=notice-given BBB=bound",
            "2021-04-01": "terminated AAA=withdrawn BBB=none",
        },
        "VCLT 54, 56, 70(1)",
    ),
    "a notice that the clause lets run out": History(
        (
            ENTERED,
            make_act("notification", "2020-04-01", "AAA"),
        ),
        {
            "2020-04-01": "notice-given AAA=notice-given",
            "2020-09-30": "notice-given AAA=notice-given",
            "2020-10-01": "notice-given|terminated AAA=notice-given|withdrawn",
        },
        "VCLT 54, 65",
        clauses=(make_provision("withdrawal", timing="6-months"),),
    ),
    "among many the others go on": History(
        (
            make_act("entry-into-force", "2010-08-01", "MULTI"),
            make_act("deposit", "2011-03-24", "AAA"),
            make_act("withdrawal", None, "AAA", status="planned", reported_on="2024-07-18"),
            make_act("notification", "2024-09-06", "AAA", reported_on="2025-03-06"),
            make_act("withdrawal", "2025-03-06", "AAA", reported_on="2025-03-06"),
        ),
        {
            "2024-09-05": "in-force AAA=bound|consented",
            "2024-09-06": "in-force AAA=notice-given",
            "2025-03-06": "in-force AAA=withdrawn",
        },
        "VCLT 54, 55, 70(2)",
        parties=MANY,
    ),
    "a notice taken back": History(
        (
            ENTERED,
            make_act("notification", "2020-04-01", "AAA"),
            make_act("resumption", "2020-05-01", "AAA"),
        ),
        {"2020-04-30": "notice-given AAA=notice-given", "2020-05-01": "in-force AAA=bound"},
        "VCLT 68",
    ),
    "a ratification revoked": History(
        (
            make_act("signature", "2020-01-10", "AAA BBB CCC"),
            make_act("ratification", "2020-02-01", "AAA"),
            make_act("entry-into-force", None, status="denied", reported_on="2020-05-01"),
            make_act("withdrawal", "2020-04-01", "AAA"),
        ),
        {"2020-03-31": "signed AAA=ratified", "2020-04-01": "signed AAA=signed"},
        "VCLT 14, 18",
        parties=MANY,
    ),
    "a refusal at home": History(
        (
            SIGNED,
            make_act("approval", "2020-02-01", "AAA", chamber="lower"),
            make_act("rejection", "2020-02-08", "AAA"),
        ),
        {"2020-02-08": "signed|never-entered AAA=signed"},
        "VCLT 18(a)",
    ),
    "termination": History(
        (ENTERED, make_act("termination", "2020-12-31")),
        {"2020-12-30": "in-force", "2020-12-31": "terminated AAA=none BBB=none"},
        "VCLT 54, 70(1)",
    ),
    "given up before it was in force": History(
        (
            SIGNED,
            make_act("entry-into-force", None, status="denied", reported_on="2020-02-01"),
            make_act("termination", "2020-02-01"),
        ),
        {"2020-01-31": "signed", "2020-02-01": "never-entered AAA=none"},
        "VCLT 18, 25(2)",
    ),
    "supersession": History(
        (
            ENTERED,
            make_act("replacement", "2020-01-10", effective_on="2020-09-01", replaces="this"),
        ),
        {"2020-08-31": "in-force", "2020-09-01": "superseded AAA=none BBB=none"},
        "VCLT 59",
    ),
    "a term that has run out": History(
        (ENTERED,),
        {"2030-02-28": "in-force", "2030-03-01": "in-force|terminated"},
        "VCLT 54(a)",
        clauses=(make_provision("duration", trigger="10-years"),),
    ),
}


@pytest.mark.parametrize("name", HISTORIES)
def test_a_short_history_stands_as_the_law_has_it(name: str) -> None:
    history = HISTORIES[name]
    for day, expected in history.days.items():
        assert shown(history.on(day), expected) == expected, day
    last = history.on(max(history.days))
    assert history.article in {proof.article for proof in last.proof}


def begins(act: TimelineAct) -> str:
    """Give the first day an act or its effect concerns; an act without a day concerns all."""
    days = [when.first.isoformat() for when in (act.date, act.effective_on) if when is not None]
    return min(days) if act.date else ""


@pytest.mark.parametrize("name", HISTORIES)
def test_what_comes_later_is_not_needed_for_an_earlier_day(name: str) -> None:
    history = HISTORIES[name]
    first = min(history.days)
    known = [act for act in history.acts if begins(act) <= first]
    alone = History(
        tuple(known), history.days, history.article, history.parties, history.clauses, history.kind
    )
    assert alone.on(first) == history.on(first)


def test_a_reservation_is_a_step_between_the_parties() -> None:
    acts = HISTORIES["a reservation changes no standing"].acts
    (step,) = (step for step in party_steps(acts, PAIR) if step.kind == "reservation")
    assert (step.party, step.plane) == ("AAA", Plane.INTERNATIONAL)

"""Real, dated histories as acts: what is told here happened on these days."""

from __future__ import annotations

from tests.factories import make_act, make_provision
from traktat.model.records import TimelineAct

PRK_RUS = ("PRK", "RUS")
EXCHANGE_CLAUSE = make_provision(
    "entry-into-force", trigger="exchange-of-ratification-instruments", independent_origins=1
)


def partnership_of_2024() -> list[TimelineAct]:
    """Give the treaty of North Korea and Russia as five reports tell it: some dates are vague."""
    return [
        make_act("signature", "2024-06-19", "PRK RUS", reported_on="2024-06-19", id="signed"),
        make_act("text-agreed", "2024-06-19", "PRK RUS", reported_on="2024-11-02", id="text"),
        make_act(
            "approval", "2024-10", "RUS", chamber="lower", reported_on="2024-11-12", id="duma"
        ),
        make_act(
            "approval", "2024-11-06", "RUS", chamber="upper", reported_on="2024-11-12", id="council"
        ),
        make_act("approval", "2024-11", "RUS", reported_on="2024-12-05", id="parliament"),
        make_act("ratification", "2024-11-09", "RUS", reported_on="2024-11-12", id="law"),
        make_act("ratification", None, "PRK", reported_on="2024-12-05", id="decree"),
        make_act(
            "exchange",
            None,
            "PRK RUS",
            status="planned",
            reported_on="2024-11-12",
            id="to-exchange",
        ),
        make_act(
            "entry-into-force", None, status="planned", reported_on="2024-11-12", id="to-enter"
        ),
        make_act("exchange", "2024-12-04", "PRK RUS", reported_on="2024-12-05", id="exchanged"),
        make_act("entry-into-force", "2024-12-04", reported_on="2024-12-05", id="entered"),
        make_act("reaffirmation", "2024-11-01", "PRK RUS", id="reaffirmed"),
    ]


def inf_treaty() -> list[TimelineAct]:
    """Give the INF Treaty, its notice of February 2019 and its end six months later."""
    return [
        make_act("signature", "1987-12-08", "RUS USA", id="signed"),
        make_act("entry-into-force", "1988-06-01", id="entered"),
        make_act("notification", "2019-02-02", "USA", reported_on="2019-02-02", id="notice"),
        make_act(
            "withdrawal", "2019-08-02", "USA", status="planned", reported_on="2019-02-02", id="plan"
        ),
        make_act("suspension", "2019-03-04", "RUS", reported_on="2019-03-04", id="suspended"),
        make_act("withdrawal", "2019-08-02", "USA", reported_on="2019-08-02", id="left"),
    ]


def new_start() -> list[TimelineAct]:
    """Give New START: extended in 2021, suspended by Russia in February 2023."""
    return [
        make_act("signature", "2010-04-08", "RUS USA", id="signed"),
        make_act("entry-into-force", "2011-02-05", id="entered"),
        make_act("extension", "2021-02-03", "RUS USA", reported_on="2021-02-03", id="extended"),
        make_act("suspension", "2023-02", "RUS", reported_on="2023-03-01", id="suspended"),
        make_act(
            "termination", "2026-02-05", status="planned", reported_on="2023-02-22", id="to-expire"
        ),
    ]


RCEP_PARTIES = "AUS BRN CHN IDN JPN KHM KOR LAO MMR MYS NZL PHL SGP THA VNM"  # fifteen signatories


def rcep() -> list[TimelineAct]:
    """Give RCEP, which entered into force for its parties one after another."""
    first = "AUS BRN CHN JPN KHM LAO NZL SGP THA VNM"
    return [
        make_act("signature", "2020-11-15", id="signed"),
        make_act("entry-into-force", "2022-01-01", first, id="entered"),
        make_act("entry-into-force", "2022-02-01", "KOR", id="entered-kor"),
        make_act("entry-into-force", "2022-03-18", "MYS", id="entered-mys"),
        make_act("entry-into-force", "2023-01-02", "IDN", id="entered-idn"),
        make_act("entry-into-force", "2023-06-02", "PHL", id="entered-phl"),
    ]


def nuclear_test_ban() -> list[TimelineAct]:
    """Give the nuclear test ban, ratified by Russia in 2000, unratified in 2023, never in force."""
    return [
        make_act("signature", "1996-09-24", "CHN RUS USA", id="signed"),
        make_act("rejection", "1999-10-13", "USA", id="senate"),
        make_act("ratification", "2000-06-30", "RUS", id="ratified"),
        make_act("entry-into-force", None, status="denied", reported_on="2023-11-03", id="not-yet"),
        make_act("withdrawal", "2023-11-02", "RUS", reported_on="2023-11-03", id="revoked"),
    ]


def paris_agreement() -> list[TimelineAct]:
    """Give the Paris Agreement as the United States joined, left and joined it again."""
    return [
        make_act("signature", "2016-04-22", "CHN USA", id="signed"),
        make_act("ratification", "2016-09-03", "CHN USA", id="ratified"),
        make_act("entry-into-force", "2016-11-04", id="entered"),
        make_act("notification", "2019-11-04", "USA", id="notice"),
        make_act("withdrawal", "2020-11-04", "USA", id="left"),
        make_act("deposit", "2021-01-20", "USA", effective_on="2021-02-19", id="back"),
    ]


def visiting_forces() -> list[TimelineAct]:
    """Give the Philippine notice of 2020 to end the Visiting Forces Agreement, recalled in 2021."""
    return [
        make_act("signature", "1998-02-10", "PHL USA", id="signed"),
        make_act("entry-into-force", "1999-05-27", id="entered"),
        make_act("notification", "2020-02-11", "PHL", reported_on="2020-02-11", id="notice"),
        make_act("resumption", "2021-07-30", "PHL", reported_on="2021-07-30", id="recalled"),
    ]

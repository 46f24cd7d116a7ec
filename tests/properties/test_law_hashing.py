"""The same questions give the same bytes, however Python hashes its strings."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

ASK = """
import json
from datetime import date
from tests.law import histories
from tests.factories import make_provision, make_record
from traktat.law import changes, drill, party_steps
from traktat.model.records import as_json

clause = make_provision("mutual-assistance", trigger="armed-attack")
for acts, parties in (
    (histories.partnership_of_2024(), "PRK RUS"),
    (histories.rcep(), histories.RCEP_PARTIES),
    (histories.paris_agreement(), "CHN MULTI USA"),
    (histories.nuclear_test_ban(), "CHN MULTI RUS USA"),
):
    codes = tuple(parties.split())
    record = make_record(parties, timeline=tuple(acts), provisions=(clause,))
    for standing in changes(acts, parties=codes):
        print(json.dumps(as_json(standing)))
    for step in party_steps(acts, codes):
        print(json.dumps(as_json(step)))
    for day in (date(2020, 6, 1), date(2024, 12, 10)):
        print(json.dumps(as_json(drill(record, event="armed-attack", by="XXX", on="RUS", day=day))))
"""


def test_two_hash_seeds_give_the_same_bytes() -> None:
    told = [
        subprocess.run(  # the command is this interpreter and the text above
            [sys.executable, "-c", ASK],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "77")
    ]
    assert told[0]
    assert told.count(told[0]) == len(told)

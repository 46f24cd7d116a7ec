"""What the commands that ask a store print, in each form."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.store.samples import full_record, record
from traktat.errors import UnknownLanguage
from traktat.model.records import record_json
from traktat.pipeline import export
from traktat.pipeline.agreements import open_store
from traktat.pipeline.dossiers import dossier_of
from traktat.pipeline.stamps import fusing_stamp
from traktat.store.base import Fused
from traktat.store.sqlite import SqliteStore

PARTS = (
    "timeline",
    "provisions",
    "statements",
    "claims",
    "disagreements",
    "predecessors",
    "reports",
    "lineage",
)
ID = "gra-rur-2021"


@pytest.fixture(autouse=True)
def store(folder: Path) -> Path:
    """Keep two records as a build would have left them."""
    with SqliteStore(folder / "traktat.db") as opened:
        other = record("gra-nov-1999", parties=("GRA", "NOV"))
        kept = Fused((full_record(), other), (), {})
        opened.save_records(kept, opened.pending(), fusing_stamp())
    return folder / "traktat.db"


def printed(run: Run, *arguments: str) -> object:
    result = run(*arguments)
    assert (result.exit_code, result.stderr) == (0, "")
    return json.loads(result.stdout)


# list


def test_the_list_in_json_is_a_list_of_summaries(run: Run) -> None:
    listed = printed(run, "list", "--json", "--on", "2022-02-01")
    assert isinstance(listed, list)
    assert [item["id"] for item in listed] == ["gra-nov-1999", ID]
    assert {"id", "parties", "names", "kind", "standing"} <= set(listed[1])
    assert listed[1]["standing"]["status"] == "in-force"
    assert listed[1]["last_act"]["act"] in ("exchange", "entry-into-force")


def test_the_list_as_json_lines(run: Run) -> None:
    lines = run("list", "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["gra-nov-1999", ID]


def test_the_list_as_a_table(run: Run) -> None:
    table = run("list", "--on", "2022-02-01").stdout
    assert "Lighthouse Pact" in table
    assert "in-force" in table
    assert "2 agreements" in table


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (["--party", "rur"], [ID]),
        (["--party", "GRA", "--party", "NOV"], ["gra-nov-1999"]),
        (["--status", "in-force", "--on", "2022-02-01"], [ID]),
        (["--status", "in-force", "--on", "2021-06-01"], []),
        (["--matching", "nowhere"], []),
    ],
)
def test_the_list_can_be_narrowed(run: Run, options: list[str], ids: list[str]) -> None:
    listed = printed(run, "list", "--json", *options)
    assert isinstance(listed, list)
    assert [item["id"] for item in listed] == ids


def test_an_empty_list_is_no_error(run: Run) -> None:
    assert run("list", "--party", "FJI").stdout == "No agreements.\n"
    assert printed(run, "list", "--party", "fji", "--json") == []


@pytest.mark.parametrize(
    ("options", "message", "hint"),
    [
        (["--party", "XXX"], "error: no such party: 'XXX'", "a code such as IDN"),
        (["--status", "forced"], "error: no such standing: 'forced'", "in-force"),
    ],
)
def test_a_filter_nobody_knows_is_an_error(
    run: Run, options: list[str], message: str, hint: str
) -> None:
    result = run("list", *options)
    assert result.exit_code == 1
    assert message in result.stderr
    assert hint in result.stderr


# show


def test_a_record_in_json_is_the_printed_form(run: Run) -> None:
    shown = printed(run, "show", ID, "--on", "2022-02-01", "--json")
    standing = dossier_of(full_record()).status_on("2022-02-01")
    assert shown == json.loads(json.dumps(record_json(full_record(), standing)))


def test_the_standing_shown_is_that_of_today_unless_a_day_is_named(run: Run) -> None:
    shown = printed(run, "show", ID, "--json")
    with open_store("traktat.db") as agreements:
        assert shown == json.loads(json.dumps(agreements[ID].to_json()))


@pytest.mark.parametrize("part", PARTS)
def test_a_part_can_be_shown_alone(run: Run, part: str) -> None:
    shown = printed(run, "show", ID, part, "--json")
    assert isinstance(shown, dict)
    assert shown[part]
    assert not set(PARTS) & (set(shown) - {part})
    table = run("show", ID, part).stdout
    assert part.capitalize() in table
    assert all(other.capitalize() not in table for other in PARTS if other != part)


def test_a_part_with_nothing_in_it_says_so(run: Run) -> None:
    assert "none" in run("show", "gra-nov-1999", "claims").stdout


def test_a_dossier_shows_the_facts_of_every_part(run: Run) -> None:
    shown = " ".join(run("show", ID, "--on", "2022-02-01").stdout.split())
    for fact in (
        "Lighthouse Pact",
        "On 2022-02-01: in-force",
        "approval (lower house)",
        "origins in 2 reports, probable",
        "an organ of a party",
        "397-0",
        "mutual-assistance",
        "on armed-attack",
        "within un-charter-51",
        "roles-inverted, trigger: aggressor",
        "We shall keep every lamp burning",
        "changed its line",
        "> 40 lamps",
        "The record takes 2021-05-03: two independent origins against one",
        "Harbor Accord",
        "Harian Zenda",
        "translation",
    ):
        assert fact in shown


@pytest.mark.parametrize("width", ["50", "72", "160"])
def test_tables_fold_to_the_width_and_cut_nothing(run: Run, width: str) -> None:
    shown = run("show", ID, env={"COLUMNS": width}).stdout
    assert max(map(len, shown.splitlines())) <= int(width)
    joined = "".join(shown.split())
    for whole in ("independent", "entry-into-force", "act-approve", "clause-1"):
        assert whole in joined or width == "50"
    assert "…" not in shown


@pytest.mark.parametrize(
    "name", [ID, "GRA-RUR-2021", "gra-r", "rur gra", "RUR,GRA", "lighthouse pact"]
)
def test_an_agreement_is_found_by_id_parties_or_name(run: Run, name: str) -> None:
    shown = printed(run, "show", name, "--json", "reports")
    assert isinstance(shown, dict)
    assert shown["id"] == ID


def test_a_name_that_fits_several_is_told_with_the_ids(run: Run) -> None:
    result = run("show", "gra")
    assert result.exit_code == 1
    assert "may be any of 2 agreements" in result.stderr
    assert f"gra-nov-1999, {ID}" in result.stderr


def test_a_name_near_an_id_is_told_with_that_id(run: Run) -> None:
    result = run("show", "gra-rur-2012")
    assert result.exit_code == 1
    assert result.stderr == (
        f"error: no agreement 'gra-rur-2012' in the store\n\nhint: Did you mean {ID}?\n"
    )


def test_an_unknown_name_is_told_with_where_to_look(run: Run) -> None:
    assert "hint: `traktat list` shows every agreement" in run("show", "zzz").stderr


# status


def test_a_status_in_json_is_the_standing(run: Run) -> None:
    told = printed(run, "status", ID, "--on", "2021-06-01", "--json")
    assert isinstance(told, dict)
    assert told["date"] == "2021-06-01"
    assert told["status"] == "signed"
    assert told["parties"] == {"GRA": "signed", "RUR": "signed"}
    assert told["because"] == ["act-sign"]


def test_a_status_comes_with_its_proof(run: Run) -> None:
    told = " ".join(run("status", ID, "--on", "2022-02-01").stdout.split())
    assert "On 2022-02-01: in-force" in told
    assert "VCLT" in told
    assert "“is in force from today”" in told
    assert "Strelsau Post 2021-05-04" in told


@pytest.mark.parametrize(
    ("during", "answer"), [("2022-02-01", "yes"), ("1990", "no"), ("1990/2022-02-01", "partly")]
)
def test_whether_it_was_in_force_at_a_time(run: Run, during: str, answer: str) -> None:
    told = printed(run, "status", ID, "--during", during, "--json")
    assert isinstance(told, dict)
    assert (told["when"], told["answer"]) == (during, answer)
    assert told["standings"]
    assert f"In force in {during}: {answer}" in run("status", ID, "--during", during).stdout


def test_a_time_that_is_none_is_a_mistake_in_usage(run: Run) -> None:
    result = run("status", ID, "--during", "some day")
    assert result.exit_code == 2
    assert "write 2024-06-19, 2024-06 or 2024-06/2024-12" in result.stderr


def test_a_status_before_any_act_says_so(run: Run) -> None:
    assert "No act by that day" in run("status", ID, "--on", "1990-01-01").stdout


def test_the_day_today_can_be_named(run: Run) -> None:
    assert printed(run, "status", ID, "--on", "today", "--json") == printed(
        run, "status", ID, "--json"
    )


# drill

ATTACK = ("drill", ID, "--event", "armed-attack", "--by", "X")


def test_a_drill_in_json_has_the_printed_form(run: Run) -> None:
    told = printed(run, *ATTACK, "--on", "RUR", "--date", "2022-02-01", "--json")
    assert isinstance(told, dict)
    assert {"question", "standing", "verdict", "duties", "not_triggered"} <= set(told)
    (duty,) = told["duties"]
    assert (duty["debtor"], duty["creditor"], duty["provision"]) == ("GRA", "RUR", "clause-1")


def test_a_drill_before_entry_into_force_calls_up_nothing(run: Run) -> None:
    told = printed(run, *ATTACK, "--on", "RUR", "--date", "2021-06-01", "--json")
    assert isinstance(told, dict)
    assert told["duties"] == []
    assert told["verdict"] == "not-triggered"


def test_a_drill_is_told_in_words(run: Run) -> None:
    told = " ".join(run(*ATTACK, "--on", "rur", "--date", "2022-02-01").stdout.split())
    assert "GRA to RUR · shall" in told
    assert "un-charter-51" in told


def test_an_event_nobody_knows_is_told_with_the_known_ones(run: Run) -> None:
    result = run("drill", ID, "--event", "flood", "--by", "X")
    assert result.exit_code == 1
    assert "armed-attack" in result.stderr


# export


def test_a_table_is_printed(run: Run) -> None:
    result = run("export", ID, "--to", "csv")
    assert result.exit_code == 0
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [row["act"] for row in rows][:2] == ["signature", "approval"]


def test_another_table_is_printed_when_named(run: Run) -> None:
    result = run("export", ID, "--to", "csv", "--only", "claims")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [row["stance"] for row in rows] == ["denies", "neither"]


def test_tables_of_all_agreements_go_into_a_folder(run: Run, folder: Path) -> None:
    result = run("export", "--all", "--to", "csv", "--out", "tables/")
    assert result.exit_code == 0
    assert result.stdout == ""
    names = {path.name for path in (folder / "tables").iterdir()}
    assert {"timeline.csv", "claims.csv", "support.csv"} <= names
    with (folder / "tables" / "agreements.csv").open(encoding="utf-8", newline="") as stream:
        assert [row["agreement"] for row in csv.DictReader(stream)] == ["gra-nov-1999", ID]


def test_labels_of_an_unknown_language_are_refused() -> None:
    with pytest.raises(UnknownLanguage, match="no labels in 'zz'") as raised:
        export([full_record()], "html", language="zz")
    assert "en" in raised.value.hint


def test_a_page_goes_into_a_file(run: Run, folder: Path) -> None:
    result = run("export", ID, "--to", "html", "--out", "dossier.html")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "dossier.html\n")
    assert (folder / "dossier.html").read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        ([ID, "--to", "xml"], 1, "no form 'xml' to export to"),
        ([ID, "--to", "html", "--language", "zz"], 1, "no labels in 'zz'"),
        ([ID, "--to", "csv", "--only", "acts"], 1, "no file 'acts' in this form"),
        ([ID, "--to", "csv", "--out", "one.csv"], 1, "files do not fit into one"),
        ([ID, "--to", "csv", "--only", "claims", "--out", "traktat.db/x"], 1, "traktat.db/x"),
        (["--to", "csv"], 2, "Name the agreements, or give --all."),
        ([ID, "--all", "--to", "csv"], 2, "Name the agreements, or give --all."),
        (["zzz", "--to", "csv"], 1, "no agreement 'zzz'"),
    ],
)
def test_what_cannot_be_exported_is_told(
    run: Run, arguments: list[str], status: int, message: str
) -> None:
    result = run("export", *arguments)
    assert result.exit_code == status
    assert message in result.stderr

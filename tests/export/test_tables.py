"""Every part of a record as a table that a spreadsheet or a script can read."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date

import pytest

from tests.store.samples import full_record, record, signature
from traktat.errors import ExportError
from traktat.export.exporters import exporter, exporters
from traktat.export.tables import TABLES, tables
from traktat.model.dates import parse
from traktat.model.records import Record

DAY = date(2022, 2, 1)


def rows(name: str, *records: Record) -> list[dict[str, str]]:
    text = tables(records or (full_record(),), on=DAY)[f"{name}.csv"]
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("name", TABLES)
def test_every_table_has_its_columns_and_names_the_agreement(name: str) -> None:
    found = rows(name)
    assert found
    assert list(found[0]) == TABLES[name][0].split()
    assert {row["agreement"] for row in found} == {"gra-rur-2021"}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_without_rows_still_has_its_columns(name: str) -> None:
    empty = record(timeline=(), reports=())
    text = tables([empty], on=DAY)[f"{name}.csv"]
    assert text.splitlines()[0] == ",".join(TABLES[name][0].split())


def test_the_most_telling_table_comes_first() -> None:
    assert next(iter(tables([], on=DAY))) == "timeline.csv"


def test_a_vague_date_has_its_first_and_last_day() -> None:
    act = rows("timeline")[1]
    assert (act["date"], act["date_first"], act["date_last"]) == (
        "2021-07",
        "2021-07-01",
        "2021-07-31",
    )


def test_an_open_end_is_left_empty() -> None:
    act = signature(date=parse("2021-05-03/.."))
    (row,) = rows("timeline", record(timeline=(act,)))
    assert (row["date_first"], row["date_last"]) == ("2021-05-03", "")


def test_values_of_a_list_share_a_cell() -> None:
    assert rows("timeline")[0]["states"] == "GRA; RUR"
    assert rows("claims")[1]["quantity"] == ">; 40; lamps"


def test_the_standing_is_that_of_the_day() -> None:
    (row,) = rows("agreements")
    assert (row["standing_on"], row["standing"], row["certain"]) == (
        "2022-02-01",
        "in-force",
        "true",
    )
    assert row["party_standings"] == "GRA bound; RUR bound"


def test_every_support_stands_with_its_characters() -> None:
    first = rows("support")[0]
    assert (first["part"], first["id"], first["quote"]) == ("timeline", "act-sign", "signed")
    assert (first["start"], first["end"]) == ("10", "16")


def test_both_sides_of_a_disagreement_have_a_row() -> None:
    assert [(row["value"], row["preferred"]) for row in rows("disagreements")] == [
        ("2021-05-03", "true"),
        ("2021-05-04", "false"),
    ]


@pytest.mark.parametrize("words", ["=1+1", "+62 21", "-cmd", "@sum", "\tx"])
def test_words_cannot_pass_for_a_formula(words: str) -> None:
    entry = replace(full_record().reports[0], outlet=words)
    (row,) = rows("reports", record(reports=(entry,)))
    assert row["outlet"] == f"'{words}"


def test_quotes_commas_and_lines_come_back() -> None:
    words = 'He said: "no, never",\nand left'
    entry = replace(full_record().reports[0], title=words)
    (row,) = rows("reports", record(reports=(entry,)))
    assert row["title"] == words


def test_tables_of_many_agreements_stand_under_each_other() -> None:
    found = rows("timeline", record("a"), record("b"))
    assert [row["agreement"] for row in found] == ["a", "b"]


def test_the_tables_are_found_by_their_name() -> None:
    assert "csv" in exporters()
    assert exporter("csv") is tables


def test_a_form_nobody_installed_is_told_with_those_there_are() -> None:
    with pytest.raises(ExportError, match="no form 'xml'") as raised:
        exporter("xml")
    assert "csv" in raised.value.hint

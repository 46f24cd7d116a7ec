"""The API says what the command line says, in pages, with filters."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from tests.desk.client import TestClient
from traktat.cli.program import program
from traktat.desk.api.agreements import RecordPart

ID = "idn-sgp-2022"


def printed(store: Path, *arguments: str) -> Any:
    """Give what the command line prints as JSON."""
    result = CliRunner().invoke(program, [*arguments, "--json", "--store", str(store)])
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def get(client: TestClient, path: str) -> Any:
    answer = client.get(f"/api/v1{path}")
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_a_record_is_what_show_prints(client: TestClient, store: Path) -> None:
    on = "2023-01-01"
    assert get(client, f"/agreements/{ID}?on={on}") == printed(store, "show", ID, "--on", on)


@pytest.mark.parametrize("part", RecordPart)
def test_a_part_is_that_of_the_record(client: TestClient, part: RecordPart) -> None:
    assert get(client, f"/agreements/{ID}/parts/{part}") == get(client, f"/agreements/{ID}")[part]


def test_a_standing_is_what_status_prints(client: TestClient, store: Path) -> None:
    for on in ("2021-12-31", "2022-06-01", "2024-06-01"):
        told = printed(store, "status", ID, "--on", on)
        assert get(client, f"/agreements/{ID}/status?on={on}") == told


def test_a_drill_is_what_drill_prints(client: TestClient, store: Path) -> None:
    asked = {"event": "armed-attack", "by": "XXX", "on": "IDN", "date": "2024-06-01"}
    words = [word for name, value in asked.items() for word in (f"--{name}", value)]
    query = "&".join(f"{name}={value}" for name, value in asked.items())
    assert get(client, f"/agreements/{ID}/drill?{query}") == printed(store, "drill", ID, *words)


def test_an_explanation_is_what_why_prints(client: TestClient, store: Path) -> None:
    act = get(client, f"/agreements/{ID}")["timeline"][0]
    finding = act["support"][0]["finding"]
    for identity in (ID, act["id"], finding):
        assert get(client, f"/why/{identity}") == printed(store, "why", identity)
    on = "2023-01-01"
    assert get(client, f"/why/{ID}?on={on}") == printed(store, "why", ID, "--on", on)


def test_a_list_has_all_that_list_prints(client: TestClient, store: Path) -> None:
    on = "2023-01-01"
    lines = get(client, f"/agreements?on={on}")["items"]
    told = printed(store, "list", "--on", on)
    assert len(lines) == len(told) == 2
    for line, known in zip(lines, told, strict=True):
        assert {name: line[name] for name in line.keys() & known.keys()} == {
            name: known[name] for name in line.keys() & known.keys()
        }
        assert line["id"] == known["id"]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("party=IDN", [ID, "lombok"]),
        ("party=idn&party=sgp", [ID]),
        ("party=XXX", []),
        ("status=in-force&on=2024-06-01", [ID]),
        ("status=in-force&on=2022-06-01", []),
        ("matching=Mataram", ["lombok"]),
        ('matching="extradition treaty"', [ID]),
        ("matching=nowhere", []),
        ("sort=newest", [ID, "lombok"]),
    ],
)
def test_agreements_are_filtered(client: TestClient, query: str, ids: list[str]) -> None:
    assert [line["id"] for line in get(client, f"/agreements?{query}")["items"]] == ids


def test_pages_lead_to_one_another(client: TestClient) -> None:
    first = client.get("/api/v1/agreements?per_page=1&party=IDN")
    assert (first.json()["total"], first.json()["page"]) == (2, 1)
    second = client.get(first.json()["next"])
    assert second.json()["next"] is None
    assert 'rel="next"' in first.headers["link"]
    assert 'rel="prev"' in second.headers["link"]
    assert "party=IDN" in second.headers["link"]
    ids = [answer.json()["items"][0]["id"] for answer in (first, second)]
    assert ids == [ID, "lombok"]
    assert client.get("/api/v1/agreements?page=9").json()["items"] == []


def test_a_report_has_its_text_what_was_read_and_where_it_went(client: TestClient) -> None:
    lines = get(client, f"/reports?agreement={ID}")["items"]
    assert [line["heading"] for line in lines][:1] == ["Extradition treaty takes effect"]
    report = get(client, f"/reports/{lines[0]['report']}")
    text = report["report"]["text"]
    for finding in report["findings"]:
        start, end = finding["span"]
        assert text[start:end] == finding["quote"]
    went = {one["finding"] for one in report["records"]}
    assert went <= {finding["id"] for finding in report["findings"]}
    acts = {one["id"] for one in report["records"] if one["part"] == "timeline"}
    assert acts <= {act["id"] for act in get(client, f"/agreements/{ID}")["timeline"]}
    assert acts


@pytest.mark.parametrize(
    ("query", "number"),
    [("", 4), ("language=id", 1), ("matching=Lombok", 1), ("outlet=Nobody", 0), ("per_page=1", 1)],
)
def test_reports_are_filtered(client: TestClient, query: str, number: int) -> None:
    assert len(get(client, f"/reports?{query}")["items"]) == number


def test_items_are_listed_over_all_agreements(client: TestClient) -> None:
    record = get(client, f"/agreements/{ID}")
    acts = get(client, "/acts")
    assert acts["total"] == len(record["timeline"]) + 1
    days = [one["date"] for one in acts["items"] if one["date"]]
    assert len(days) > 1
    signed = get(client, f"/acts?act=signature&agreement={ID}&status=occurred")["items"]
    assert {one["act"] for one in signed} == {"signature"}
    assert get(client, "/provisions?kind=extradition")["items"][0]["agreement"] == ID
    for path in ("/claims", "/disagreements", "/issues", "/disagreements?settled=false"):
        assert get(client, path)["page"] == 1


def test_what_somebody_said_is_found_by_the_name(client: TestClient) -> None:
    people = get(client, "/people")["items"]
    speaker = next(one for one in people if one["statements"])
    assert get(client, f"/people/{speaker['name']}") == speaker
    said = get(client, f"/statements?speaker={speaker['name']}")
    assert said["total"] == speaker["statements"]
    assert {one["speaker"] for one in said["items"]} == {speaker["name"]}
    state = get(client, "/states/idn")
    assert state["name"] == "IDN"
    assert state["agreements"] == 2
    assert client.get("/api/v1/people/Nobody").status_code == 404
    assert [one["name"] for one in get(client, "/states?matching=sg")["items"]] == ["SGP"]


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("q=extradition", 2),
        ("q=ekstradisi", 1),
        ('q="extradition treaty" Bintan', 1),
        ("q=journalists&matter=report", 1),
        ("q=file&matter=statement", 1),
        ("q=suspects&matter=provision", 1),
        ("q=", 0),
        ('q="', 0),
        ("q=%00", 0),
    ],
)
def test_words_are_found(client: TestClient, query: str, number: int) -> None:
    assert get(client, f"/search?{query}")["total"] == number


def test_search_comes_in_pages_of_the_same_order(client: TestClient) -> None:
    whole = get(client, "/search?q=treaty")["items"]
    pages = [get(client, f"/search?q=treaty&per_page=1&page={n}")["items"] for n in (1, 2, 3)]
    assert [hit for page in pages for hit in page] == whole[:3]


def test_packs_can_be_looked_at(client: TestClient) -> None:
    codes = [pack["code"] for pack in get(client, "/packs")["items"]]
    assert codes == ["en", "id"]
    acts = get(client, "/packs/en/acts")["entries"]
    assert acts["signature"]["yes"]
    assert client.get("/api/v1/packs/xx").status_code == 404
    assert client.get("/api/v1/packs/en/nothing").status_code == 404


def test_a_desk_tells_what_it_holds_and_where_to_go_on(client: TestClient) -> None:
    desk = get(client, "")
    assert desk["holds"]["agreements"] == 2
    assert desk["holds"]["reports"] == 4
    statuses = {link: client.get(link).status_code for link in desk["links"].values()}
    assert set(statuses.values()) == {200}, statuses


def test_every_answer_is_described(client: TestClient) -> None:
    """No operation is without a summary, a form of its answer, and words for its parameters."""
    described = get(client, "/openapi.json")
    page = client.get("/api/docs").text
    for path, methods in described["paths"].items():
        for operation in methods.values():
            assert operation["description"]
            success = [code for code in operation["responses"] if code.startswith("2")]
            assert len(success) == 1, path
            assert operation["responses"][success[0]]["content"]
            assert path in page

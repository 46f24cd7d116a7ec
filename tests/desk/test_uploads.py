"""Reports handed to the desk are read, and whoever sent them can follow."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.client import TestClient
from tests.desk.test_guard import csrf
from traktat.desk.settings import DeskSettings
from traktat.desk.uploads import safe_name

PACT = """\
Norway and Chile sign fisheries treaty

OSLO - Norway and Chile signed a fisheries treaty in Oslo on 4 March 2021, the Norwegian foreign
ministry said. The treaty obliges both sides to share catch data.
"""
RATIFIED = """\
Chile ratifies fisheries treaty with Norway

SANTIAGO - Chile ratified the fisheries treaty with Norway on 9 September 2021, its foreign
ministry said.
"""


def send(client: TestClient, *files: tuple[str, bytes], wait: int = 60) -> dict[str, object]:
    sent = [("files", (name, content, "text/plain")) for name, content in files]
    answer = client.post(f"/api/v1/uploads?wait={wait}", files=sent, headers=csrf(client))
    assert answer.status_code == 202, answer.text
    assert answer.headers["location"] == f"/api/v1/uploads/{answer.json()['id']}"
    return dict(answer.json())


def test_reports_that_are_dropped_appear(client: TestClient) -> None:
    told = send(client, ("a.txt", PACT.encode()), ("b.txt", RATIFIED.encode()))
    assert told["state"] == "done"
    assert (told["files"], told["total"], told["done"]) == (2, 2, 2)
    build = told["build"]
    assert isinstance(build, dict)
    assert build["documents"]["new"] == 2
    assert [one["parties"] for one in build["agreements"]] == [["CHL", "NOR"]]
    found = client.get("/api/v1/agreements?party=chl").json()["items"]
    assert [one["parties"] for one in found] == [["CHL", "NOR"]]
    assert found[0]["reports"] == 2


def test_a_report_sent_twice_under_two_names_is_one(client: TestClient) -> None:
    send(client, ("a.txt", PACT.encode()))
    before = client.get("/api/v1").json()["holds"]
    again = send(client, ("another name.txt", PACT.encode()))
    assert isinstance(again["build"], dict)
    assert again["build"]["documents"]["same"] == 1
    assert client.get("/api/v1").json()["holds"] == before


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(client: TestClient) -> None:
    told = send(client, ("empty.txt", b""), ("bad.json", b'{"text":'), ("a.txt", PACT.encode()))
    assert told["state"] == "done"
    assert isinstance(told["errors"], list)
    assert len(told["errors"]) == 2
    assert all(one["code"] and one["message"] and one["hint"] for one in told["errors"])
    assert isinstance(told["build"], dict)
    assert told["build"]["documents"]["new"] == 1


def test_a_file_of_many_reports_tells_how_far_it_has_come(client: TestClient) -> None:
    lines = "\n".join(f'{{"text": "OSLO - Nothing was signed on day {n}."}}' for n in range(30))
    told = send(client, ("many.jsonl", lines.encode()), wait=0)
    place = f"/api/v1/uploads/{told['id']}"
    end = client.get(f"{place}?wait=60").json()
    assert (end["state"], end["total"], end["done"]) == ("done", 30, 30)
    assert client.get("/api/v1/uploads").json()["items"][0]["id"] == told["id"]


def test_an_upload_that_nobody_made_is_not_found(client: TestClient) -> None:
    assert client.get("/api/v1/uploads/0000").status_code == 404


def test_a_report_that_is_hostile_stays_text(client: TestClient) -> None:
    text = (
        "<script>alert(1)</script> \u202eevil\u202c Norway and Chile signed a fisheries treaty on "
        f"4 March 2021. {'x' * 200_000} <img src=x onerror=alert(2)> &amp; {{{{ 7 * 7 }}}}"
    )
    told = send(client, ("hostile.txt", text.encode()))
    assert told["errors"] == []
    report = client.get("/api/v1/reports?matching=alert").json()["items"][0]["report"]
    assert client.get(f"/api/v1/reports/{report}").json()["report"]["text"] == text
    page = client.get(f"/reports/{report}").text
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "\u202e" not in page
    assert "{{ 7 * 7 }}" in page


def test_files_are_kept_beside_the_store_for_another_reading(
    client: TestClient, settings: DeskSettings
) -> None:
    send(client, ("my report.txt", PACT.encode()))
    kept = list(Path(f"{settings.store}.reports").rglob("*.txt"))
    assert [path.name for path in kept] == ["my_report.txt"]
    assert kept[0].read_text(encoding="utf-8") == PACT


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("report.txt", "report.txt"),
        ("Berita Hari Ini.HTML", "Berita_Hari_Ini.html"),
        ("perjanjian (1).json", "perjanjian_(1).json"),
        ("no ending", "no_ending.txt"),
        ("program.exe", "program.exe.txt"),
        ("../up.txt", "up.txt"),
        ("...", "report.txt"),
        ("\x00\u202e", "report.txt"),
    ],
)
def test_the_name_of_a_file_is_made_harmless(given: str, kept: str) -> None:
    assert safe_name(given) == kept

"""Review in the browser and over HTTP: judging, undoing, conflicts, the queue, files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest
from click.testing import CliRunner

from tests.desk.client import TestClient
from traktat.cli.program import program
from traktat.desk.app import create_app
from traktat.desk.guard import CSRF_COOKIE, CSRF_HEADER
from traktat.desk.pages.review import Outcomes
from traktat.desk.settings import DeskSettings
from traktat.model.kinds import ActKind
from traktat.pipeline import build, open_store
from traktat.pipeline.reviewing import Reviewed, read_back

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "reports"
ORIGIN = "http://127.0.0.1:8765"
IRAN = "irn-rus-2025"


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the store of the example reports, which nobody changes."""
    place = tmp_path_factory.mktemp("examples") / "desk.db"
    build([EXAMPLES], place)
    return place


@pytest.fixture
def store(examples: Path, tmp_path: Path) -> Path:
    copyfile(examples, tmp_path / "desk.db")
    return tmp_path / "desk.db"


class Desk:
    """A browser at the desk that bears the token of its own pages."""

    def __init__(self, client: TestClient) -> None:
        self.client = client
        client.get("/review")
        self.csrf = client.cookies[CSRF_COOKIE]

    def judge(self, status: int = 201, **decision: object) -> dict[str, Any]:
        answer = self.client.post(
            "/api/v1/judgements", json=decision, headers={CSRF_HEADER: self.csrf}
        )
        assert answer.status_code == status, answer.text
        told: dict[str, Any] = answer.json()
        return told

    def send(self, path: str, **fields: str) -> Any:
        return self.client.post(path, data={"csrf": self.csrf, **fields})


@pytest.fixture
def desk(store: Path) -> Iterator[Desk]:
    settings = DeskSettings(store=store, reviewer="Test Reviewer")
    with TestClient(create_app(settings), base_url=ORIGIN) as client:
        yield Desk(client)


@pytest.fixture
def act(store: Path) -> str:
    """Give a finding of the ratification, as `report:finding`."""
    with open_store(store) as agreements:
        acts = agreements[IRAN].timeline
        support = next(one for one in acts if one.act is ActKind.RATIFICATION).support[0]
    return f"{support.report}:{support.finding}"


def words_of(page: str) -> str:
    main = page.partition("<main")[2]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())


def test_a_correction_over_http_changes_the_record_and_says_how(desk: Desk, act: str) -> None:
    told = desk.judge(about=act, verdict="correct", changes={"place": "Sochi"}, why="seen")
    (judgement,) = told["judgements"]
    assert judgement["by"] == "Test Reviewer"
    assert judgement["why"] == "seen"
    (effect,) = told["agreements"]
    fields = [field["field"] for item in effect["items"] for field in item["fields"]]
    assert "place" in fields
    record = desk.client.get(f"/api/v1/agreements/{IRAN}").json()
    assert "Sochi" in {one["place"] for one in record["timeline"]}


def test_a_judgement_is_taken_back_over_http(desk: Desk, act: str) -> None:
    before = desk.client.get(f"/api/v1/agreements/{IRAN}").json()
    (made,) = desk.judge(about=act, verdict="reject")["judgements"]
    assert desk.client.get(f"/api/v1/agreements/{IRAN}").json() != before
    address = f"/api/v1/judgements/{made['id']}/undo"
    headers = {CSRF_HEADER: desk.csrf}
    answer = desk.client.post(address, json={"by": "budi", "why": "a slip"}, headers=headers)
    assert answer.status_code == 200
    assert answer.json()["judgements"][0]["by"] == "budi"
    assert desk.client.get(f"/api/v1/agreements/{IRAN}").json() == before
    assert desk.client.post(address, json={}, headers=headers).json()["already"]
    log = desk.client.get("/api/v1/judgements", params={"about": act}).json()
    assert [one["undone"] for one in log["items"]] == [False, True]
    only = desk.client.get("/api/v1/judgements", params={"by": "budi"}).json()
    assert only["total"] == 1


def test_without_the_token_of_our_pages_nothing_is_judged(desk: Desk, act: str) -> None:
    refused = desk.client.post("/api/v1/judgements", json={"about": act, "verdict": "reject"})
    assert refused.status_code == 403
    refused = desk.client.post("/review/judge", data={"about": act, "verdict": "reject"})
    assert refused.status_code == 403
    assert desk.client.get("/api/v1/judgements").json()["total"] == 0


@pytest.mark.parametrize(
    ("decision", "status"),
    [
        ({}, 422),
        ({"about": "x", "verdict": "burn"}, 422),
        ({"about": "x", "verdict": "accept", "color": "red"}, 422),
        ({"about": "x", "verdict": "accept"}, 404),
        ({"about": IRAN, "verdict": "split"}, 422),
        ({"about": IRAN, "verdict": "merge", "other": "nowhere"}, 404),
        ({"about": "x", "verdict": "accept", "why": "x" * 3000}, 422),
    ],
)
def test_a_bad_decision_is_refused_with_a_hint(
    desk: Desk, decision: dict[str, object], status: int
) -> None:
    assert desk.judge(status, **decision)["error"]["hint"]


def test_a_bad_value_is_refused(desk: Desk, act: str) -> None:
    told = desk.judge(422, about=act, verdict="correct", changes={"date": "soon"})
    assert "soon" in told["error"]["message"]


def test_the_queue_has_pages_and_filters(desk: Desk) -> None:
    first = desk.client.get("/api/v1/queue", params={"per_page": 1})
    assert 'rel="next"' in first.headers["link"]
    everything = desk.client.get("/api/v1/queue").json()
    (task,) = first.json()["items"]
    assert task == everything["items"][0]
    sorts = {one["sort"] for one in everything["items"]}
    some = desk.client.get("/api/v1/queue", params={"sort": task["sort"]}).json()
    assert {one["sort"] for one in some["items"]} == {task["sort"]} < sorts
    of_one = desk.client.get("/api/v1/queue", params={"agreement": task["agreement"]}).json()
    assert {one["agreement"] for one in of_one["items"]} == {task["agreement"]}


def test_files_of_judgements_go_out_and_in(desk: Desk, act: str) -> None:
    desk.judge(about=act, verdict="accept")
    lines = desk.client.get("/api/v1/judgements/export")
    assert lines.headers["content-type"].startswith("application/x-ndjson")
    assert len(read_back(lines.text)) == 1
    address, headers = "/api/v1/judgements/import", {CSRF_HEADER: desk.csrf}
    again = desk.client.post(address, content=lines.content, headers=headers).json()
    assert (again["new"], again["same"]) == (0, 1)
    other = json.loads(lines.text) | {"by": "budi", "verdict": "reject"}
    del other["id"]
    taken = desk.client.post(address, content=json.dumps(other), headers=headers).json()
    assert taken["new"] == 1
    assert desk.client.get("/api/v1/queue").json()["items"][0]["sort"] == "conflicting-judgement"
    for bad, status in ((b"\xff", 400), (b"{", 422), (b'{"verdict": "burn"}', 422)):
        answer = desk.client.post(address, content=bad, headers=headers)
        assert answer.status_code == status
        assert answer.json()["error"]["hint"]


def test_the_page_shows_the_most_pressing_task_with_its_keys(desk: Desk) -> None:
    page = desk.client.get("/review").text
    task = desk.client.get("/api/v1/queue").json()["items"][0]
    assert task["choices"][0]["about"] in page
    for key in ("a", "r", "c", "s", "w"):
        assert f'data-key="{key}"' in page
    assert "/static/review.js" in page
    assert "<script>" not in page
    assert " style=" not in page


def test_a_correction_on_the_page_leads_back_and_says_what_changed(desk: Desk) -> None:
    task = next(
        one
        for one in desk.client.get("/api/v1/queue").json()["items"]
        if one["sort"] == "decides-alone"
    )
    about = task["choices"][0]["about"]
    page = desk.send(
        "/review/judge",
        about=about,
        back="/review",
        verdict="correct",
        why="on the stamp",
        **{"f-place": "Zenda", "o-place": "", "f-status": "occurred", "o-status": "occurred"},
    )
    assert page.status_code == 200
    assert page.history[0].status_code == 303
    assert "What changed" in words_of(page.text)
    assert "place: – → Zenda" in words_of(page.text)
    (made,) = desk.client.get("/api/v1/judgements").json()["items"]
    assert (made["changes"], made["why"]) == ({"place": "Zenda"}, "on the stamp")
    taken_back = desk.send("/review/undo", judgement=made["id"], back="/review")
    assert "taken back" in words_of(taken_back.text)
    assert about in desk.client.get("/review", params={"sort": "decides-alone"}).text


def test_a_finding_is_judged_on_the_page_of_its_report(desk: Desk, act: str) -> None:
    report, _, finding = act.partition(":")
    place = f"/reports/{report}?why={finding}"
    page = desk.client.get(place).text
    assert f'value="{act}"' in page
    found = re.search(r'name="f-date" value="([^"]*)"', page)
    assert found is not None
    done = desk.send(
        "/review/judge",
        about=act,
        back=f"{place}#why",
        verdict="correct",
        **{"f-date": "2025-04-22", "o-date": found[1]},
    )
    assert done.url.path.startswith("/review/done/j-")
    assert place in done.text
    again = desk.client.get(place).text
    assert 'name="f-date" value="2025-04-22"' in again
    assert "Test Reviewer" in words_of(again)


def test_who_decides_otherwise_is_asked_first(desk: Desk, act: str) -> None:
    desk.send("/review/judge", about=act, verdict="accept", by="ana")
    asked = desk.send("/review/judge", about=act, verdict="reject", by="budi", why="never")
    assert asked.status_code == 409
    assert "ana decided otherwise" in words_of(asked.text)
    fields = dict(re.findall(r'<input type="hidden" name="([\w-]+)" value="([^"]*)">', asked.text))
    assert fields["why"] == "never"
    fields = {name: value for name, value in fields.items() if name != "csrf"}
    done = desk.send("/review/judge", **fields, against_others="1")
    assert done.status_code == 200
    first = desk.client.get("/review").text
    assert "People decided differently" in words_of(first)
    assert 'data-key="d"' in first
    told = words_of(desk.client.get(f"/agreements/{IRAN}").text)
    assert "ana, budi decided differently" in told


def test_agreements_persons_and_reports_are_matched_on_the_page(desk: Desk) -> None:
    record = desk.client.get(f"/api/v1/agreements/{IRAN}").json()
    one, other = (entry["report"] for entry in record["reports"][:2])
    names = sorted({item["speaker"] for item in record["statements"]})[:2]
    link = record["links"][0]
    mention = f"{link['report']}#{link['key']}"
    for fields, verdict in (
        ({"about": names[0], "other": names[1], "sort": "person"}, "merge"),
        ({"about": names[0], "other": names[1], "sort": "person"}, "split"),
        ({"about": one, "other": other, "sort": "copy"}, "copy"),
        ({"about": one, "other": other, "sort": "copy"}, "reject"),
        ({"about": IRAN, "other": "irn-rus-2001"}, "merge"),
        ({"about": mention, "other": ""}, "split"),
    ):
        assert desk.send("/review/judge", **fields, verdict=verdict).status_code == 200
    abouts = [one["about"] for one in desk.client.get("/api/v1/judgements").json()["items"]]
    assert abouts[0] == f"person:{names[0]}"
    assert abouts[3] == f"tie:{one}:{other}"
    log = words_of(desk.client.get("/review/log").text)
    assert f"tie:{one}:{other}" in log
    assert words_of(desk.client.get("/review/log", params={"about": one}).text).count(one) >= 1


@pytest.mark.parametrize(
    ("path", "fields", "status"),
    [
        ("/review/judge", {}, 400),
        ("/review/judge", {"verdict": "accept", "about": "zzz"}, 404),
        ("/review/judge", {"verdict": "correct", "about": "zzz"}, 422),
        ("/review/undo", {}, 400),
        ("/review/undo", {"judgement": "j-none"}, 404),
        ("/review/name", {"by": "  "}, 400),
        ("/review/import", {}, 400),
    ],
)
def test_mistakes_on_the_pages_are_told_on_a_page(
    desk: Desk, path: str, fields: dict[str, str], status: int
) -> None:
    answer = desk.send(path, **fields)
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("text/html")


@pytest.mark.parametrize("back", ["//evil.example/", "https://evil.example/", "/\\evil", "x", ""])
def test_nobody_is_sent_to_another_site(desk: Desk, act: str, back: str) -> None:
    done = desk.send("/review/judge", about=act, verdict="accept", back=back)
    assert done.url.host == "127.0.0.1"
    assert done.url.path == "/review"
    shown = desk.client.get("/review/done/j-none", params={"back": back}).text
    leads = [one for one in re.findall(r'href="([^"]*)"', shown) if one != "#main"]
    assert all(re.match(r"/(?![/\\])", one) for one in leads)


def test_the_name_of_who_judges_is_kept_by_the_browser(desk: Desk, act: str) -> None:
    desk.send("/review/name", by="Ana Ćirić", back="/review")
    assert "Ana Ćirić" in desk.client.get("/review").text
    desk.send("/review/judge", about=act, verdict="accept")
    assert desk.client.get("/api/v1/judgements").json()["items"][0]["by"] == "Ana Ćirić"


def test_a_file_of_judgements_is_taken_in_on_the_page(desk: Desk, act: str) -> None:
    line = {"about": act, "verdict": "reject", "by": "ana", "at": "2026-01-02T03:04:05+00:00"}
    file = {"file": ("judgements.jsonl", json.dumps(line))}
    done = desk.client.post("/review/import", data={"csrf": desk.csrf}, files=file)
    assert done.status_code == 200
    assert "ana" in words_of(done.text)
    bad = {"file": ("judgements.jsonl", b"\xff")}
    assert (
        desk.client.post("/review/import", data={"csrf": desk.csrf}, files=bad).status_code == 400
    )


def test_whoever_has_no_token_reads_but_does_not_judge(store: Path, act: str) -> None:
    settings = DeskSettings(store=store, host="0.0.0.0", token="long-enough-token")
    with TestClient(create_app(settings), base_url="http://127.0.0.1:8765") as client:
        page = client.get("/review")
        assert page.status_code == 200
        assert 'name="verdict"' not in page.text
        csrf = client.cookies[CSRF_COOKIE]
        refused = client.post(
            "/review/judge", data={"csrf": csrf, "about": act, "verdict": "reject"}
        )
        assert refused.status_code == 401
        bearer = {"authorization": "Bearer long-enough-token"}
        taken = client.post(
            "/api/v1/judgements", json={"about": act, "verdict": "accept"}, headers=bearer
        )
        assert taken.status_code == 201


def test_review_is_told_in_indonesian(desk: Desk) -> None:
    told = words_of(desk.client.get("/review", params={"lang": "id"}).text)
    assert "Yang diputuskan" in told or "Antrean" in told
    assert "The queue" not in told


def test_names_of_reviewers_and_reasons_are_text(desk: Desk, act: str) -> None:
    desk.send(
        "/review/judge", about=act, verdict="accept", by="<b>ana</b>", why="<script>x</script>"
    )
    for path in ("/review", "/review/log"):
        page = desk.client.get(path).text
        assert "<script>x" not in page
        assert "<b>ana" not in page


def test_only_the_latest_outcomes_are_remembered() -> None:
    outcomes = Outcomes()
    assert outcomes.keep(Reviewed()) == "none"
    assert outcomes.of("none") == Reviewed()
    assert outcomes.of("j-other") is None


def test_an_act_is_judged_as_a_whole_from_the_page_of_its_agreement(
    desk: Desk, store: Path
) -> None:
    with open_store(store) as agreements:
        act = next(one for one in agreements[IRAN].timeline if len(one.support) > 1)
    page = desk.client.get(f"/agreements/{IRAN}").text
    assert f"/review/item?about={act.id}" in page
    assert f"/review?agreement={IRAN}" in page or "doubts" not in page
    item = desk.client.get("/review/item", params={"about": act.id, "back": f"/agreements/{IRAN}"})
    assert item.status_code == 200
    assert f'name="about" value="{act.id}"' in item.text
    assert item.text.count('class="item choice"') == len(act.support)
    done = desk.send(
        "/review/judge",
        about=act.id,
        back=f"/agreements/{IRAN}",
        verdict="correct",
        **{"f-place": "Zenda", "o-place": ""},
    )
    assert done.url.path.startswith("/review/done/")
    assert desk.client.get("/api/v1/judgements").json()["total"] == len(act.support)
    assert desk.client.get("/review/item", params={"about": "act-none"}).status_code == 404
    undone = re.search(r'name="judgement" value="([^"]+)"', done.text)
    assert undone is not None
    assert len(undone[1].split()) == len(act.support)
    assert desk.send("/review/undo", judgement=undone[1], back="/review").status_code == 200


def test_the_api_says_what_the_command_line_says(desk: Desk, store: Path, act: str) -> None:
    def printed(*arguments: str) -> Any:
        done = CliRunner().invoke(program, ["review", *arguments, "--store", str(store)])
        assert done.exit_code == 0, done.stderr
        return done.stdout

    assert desk.client.get("/api/v1/queue").json()["items"] == json.loads(
        printed("--list", "--json")
    )
    told = desk.judge(about=act, verdict="correct", changes={"place": "Sochi"}, by="ana")
    (made,) = told["judgements"]
    assert printed("export") == desk.client.get("/api/v1/judgements/export").text
    undone = json.loads(printed("undo", made["id"], "--by", "ana", "--json"))
    again = json.loads(printed("judge", act, "--correct", "place=Sochi", "--by", "ana", "--json"))
    assert again["agreements"] == told["agreements"]
    assert undone["schema"] == told["schema"]
    assert desk.client.get("/api/v1/queue").json()["items"] == json.loads(
        printed("--list", "--json")
    )

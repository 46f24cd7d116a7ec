"""Answers are kept ready as long as they are right, and not a moment longer."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace

import pytest
from starlette.types import Message, Receive, Scope, Send

from tests.desk.client import TestClient
from tests.desk.test_guard import csrf
from traktat.desk import ready
from traktat.desk.app import create_app
from traktat.desk.settings import DeskSettings
from traktat.desk.shelf import Shelf
from traktat.pipeline.agreements import Agreements
from traktat.store.sqlite import SqliteStore

ONE, OTHER = "/api/v1/agreements/idn-sgp-2022", "/api/v1/agreements/lombok"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Tell which agreements were looked up for an answer."""
    seen: list[str] = []
    real = Shelf.dossier
    monkeypatch.setattr(Shelf, "dossier", lambda self, name: seen.append(name) or real(self, name))
    return seen


@pytest.fixture
def desk(settings: DeskSettings) -> Iterator[TestClient]:
    app = create_app(replace(settings, reads=None, writes=None))
    with TestClient(app, base_url="http://127.0.0.1:8765") as client:
        yield client


@pytest.fixture
def shelf(settings: DeskSettings) -> Iterator[Shelf]:
    opened = Shelf(settings)
    yield opened
    opened.close()


def reject(client: TestClient, agreement: str = ONE) -> None:
    """Reject what the first act of an agreement rests on."""
    support = client.get(agreement).json()["timeline"][0]["support"][0]
    judge(client, f"{support['report']}:{support['finding']}")


def judge(client: TestClient, about: str) -> None:
    body = {"about": about, "verdict": "reject", "by": "ana"}
    answer = client.post("/api/v1/judgements", json=body, headers=csrf(client))
    assert answer.status_code == 201, answer.text


def test_an_answer_is_made_once(desk: TestClient, asked: list[str]) -> None:
    assert desk.get(ONE).json() == desk.get(ONE).json()
    assert asked == ["idn-sgp-2022"]


def test_a_few_answers_are_made_at_a_time(shelf: Shelf) -> None:
    busy: list[str] = []
    most = 0

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        nonlocal most
        busy.append(scope["path"])
        most = max(most, len(busy))
        await asyncio.sleep(0.001)
        busy.remove(scope["path"])
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": scope["path"].encode()})

    told: list[bytes] = []

    async def send(message: Message) -> None:
        told.append(message.get("body", b""))

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    async def everything() -> None:
        state = {"may_write": True, "token": ""}
        scopes: list[Scope] = [
            {"type": "http", "method": "GET", "path": f"/people/{number}", "query_string": b"",
             "headers": [], "state": state}
            for number in range(20)
        ]  # fmt: skip
        kept = ready.Ready(app, shelf)
        await asyncio.gather(*(kept(scope, receive, send) for scope in scopes))

    asyncio.run(everything())
    assert most == ready.AT_ONCE
    assert sorted(filter(None, told)) == sorted(f"/people/{one}".encode() for one in range(20))


def test_a_search_is_made_anew_when_something_was_read(
    desk: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    real = SqliteStore.found
    monkeypatch.setattr(
        SqliteStore, "found", lambda self, *rest: asked.append(rest[0]) or real(self, *rest)
    )
    pages = ("/search?q=treaty", "/api/v1/search?q=treaty")
    before = [desk.get(page).text for page in pages]
    reject(desk)
    assert [desk.get(page).text for page in pages] == before
    assert len(asked) == 2
    report = desk.get("/api/v1/reports").json()["items"][0]["report"]
    store = desk.app.state.shelf.store  # type: ignore[attr-defined]
    store.drop(key for key in store.held() if report in store._reports_of(key))
    assert [desk.get(page).text for page in pages] != before
    assert len(asked) == 4


def test_who_has_it_already_is_told_so(desk: TestClient) -> None:
    answer = desk.get(ONE)
    etag = answer.headers["etag"]
    for stated in (etag, f"W/{etag}", f'"other", {etag}', "*"):
        again = desk.get(ONE, headers={"if-none-match": stated})
        assert again.status_code == 304
        assert again.content == b""
        assert again.headers["etag"] == etag
    assert desk.get(ONE, headers={"if-none-match": '"other"'}).status_code == 200


def test_a_head_is_an_answer_without_its_body(desk: TestClient) -> None:
    whole, head = desk.get(ONE), desk.head(ONE)
    assert head.status_code == 200
    assert head.content == b""
    assert head.headers["content-length"] == str(len(whole.content))
    assert head.headers["etag"] == whole.headers["etag"]


def test_a_change_is_seen_at_once_and_what_it_does_not_concern_stays(
    desk: TestClient, asked: list[str]
) -> None:
    before, other = desk.get(ONE), desk.get(OTHER)
    reject(desk)
    asked.clear()
    after = desk.get(ONE)
    assert after.json()["timeline"] != before.json()["timeline"]
    assert after.headers["etag"] != before.headers["etag"]
    assert desk.get(OTHER).headers["etag"] == other.headers["etag"]
    assert asked == ["idn-sgp-2022"]


def test_lists_follow_every_change(desk: TestClient) -> None:
    before = desk.get("/api/v1/agreements").json()
    home = desk.get("/").text
    judge(desk, desk.get(OTHER).json()["reports"][0]["report"])
    assert desk.get("/api/v1/agreements").json() != before
    assert desk.get("/").text != home


def test_a_reading_is_kept_apart_for_each_language(desk: TestClient) -> None:
    english = desk.get("/", headers={"accept-language": "en"}).text
    indonesian = desk.get("/", headers={"accept-language": "id"}).text
    assert '<html lang="en">' in english
    assert '<html lang="id">' in indonesian
    assert desk.get("/", headers={"accept-language": "en"}).text == english


def test_what_is_wrong_is_never_kept(desk: TestClient, asked: list[str]) -> None:
    for _ in range(2):
        assert desk.get("/api/v1/agreements/nowhere").status_code == 404
    assert asked == ["nowhere", "nowhere"]


def test_what_changes_while_it_is_made_is_not_kept(
    desk: TestClient, monkeypatch: pytest.MonkeyPatch, asked: list[str]
) -> None:
    """Somebody judges while an answer is made: it may mix what was with what is."""
    versions = iter(["1", "2", "3", "3", "3", "3"])
    monkeypatch.setattr(Shelf, "version", property(lambda self: next(versions)))
    desk.get(ONE)
    desk.get(ONE)
    desk.get(ONE)
    assert asked == ["idn-sgp-2022", "idn-sgp-2022"]


def test_only_so_much_is_kept(desk: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    size = len(desk.get(ONE).content)
    monkeypatch.setattr(ready, "ROOM", 16 * size + 100)
    for page in range(1, 60):
        desk.get(f"/api/v1/agreements?page={page}")
    kept = desk.app.middleware_stack  # type: ignore[attr-defined]  # the application's own layers
    while not isinstance(kept, ready.Ready):
        kept = getattr(kept, "app", None) or kept._app
    assert 0 < sum(len(one.body) for one in kept._kept.values()) == kept._bytes <= ready.ROOM


def test_readers_see_records_as_saved_while_others_are_at_work(settings: DeskSettings) -> None:
    """What is being taken in shows when the records are up to date with it, and not half."""
    app = create_app(settings)
    shelf: Shelf = app.state.shelf
    assert isinstance(shelf.agreements, Agreements)
    before = [one.id for one in shelf.agreements]
    shelf.store.drop(list(shelf.store.held()))
    assert [one.id for one in shelf.agreements] == before
    shelf.refresh()
    assert list(shelf.agreements) == []
    shelf.close()

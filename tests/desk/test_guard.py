"""The guard lets nobody in who has no business here.

docs/explanation/security.md names the tests of this file beside what they show.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from tests.desk.client import TestClient
from traktat.desk.app import create_app
from traktat.desk.guard import CSRF_COOKIE, CSRF_PLACE, KEY_COOKIE
from traktat.desk.serving import check
from traktat.desk.settings import DeskSettings
from traktat.errors import DeskError

TOKEN = "a token for tests, long enough"
ORIGIN = "http://127.0.0.1:8765"
REPORT = ("files", ("report.txt", b"JAKARTA - Nothing was signed on 3 May 2024.", "text/plain"))
Opened = Callable[..., TestClient]


@contextmanager
def opened(settings: DeskSettings, base: str = ORIGIN) -> Iterator[TestClient]:
    with TestClient(create_app(settings), base_url=base) as client:
        yield client


def csrf(client: TestClient) -> dict[str, str]:
    """Give the header that a page of the desk sends."""
    client.get("/api/v1")
    return {"x-csrf-token": client.cookies[CSRF_COOKIE]}


def code(answer: object) -> tuple[int, str]:
    return answer.status_code, answer.json()["error"]["code"]  # type: ignore[attr-defined]


# --- what the browser is told ----------------------------------------------------------------


@pytest.mark.parametrize(
    "path", ["/", "/api/v1", "/api/v1/nowhere", "/nowhere", "/static/desk.css", "/api/docs"]
)
def test_nothing_but_what_the_desk_serves_is_loaded_or_run(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = dict(
        part.strip().partition(" ")[::2] for part in headers["content-security-policy"].split(";")
    )
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["form-action"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "access-control-allow-origin" not in headers


def test_no_template_holds_a_script_a_style_or_an_address_of_another_host() -> None:
    """What the policy forbids is not there to be forbidden."""
    import traktat.desk

    folder = Path(traktat.desk.__file__).parent / "templates"
    for path in sorted(folder.glob("*.html")):
        text = path.read_text(encoding="utf-8")
        assert " style=" not in text, path.name
        assert "<style" not in text, path.name
        assert "javascript:" not in text, path.name
        assert " onclick=" not in text, path.name
        assert "http://" not in text.replace("http://www.w3.org", ""), path.name
        assert "https://" not in text, path.name
        assert all("src=" in part for part in text.split("<script")[1:]), path.name


# --- who may ask -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8765", 200),
        ("localhost:8765", 200),
        ("[::1]:8765", 200),
        ("evil.example", 421),
        ("127.0.0.1.evil.example", 421),
        ("localhost.evil.example:8765", 421),
        ("", 421),
        ("[", 421),
    ],
)
def test_a_name_that_somebody_makes_lead_here_is_refused(
    client: TestClient, host: str, status: int
) -> None:
    """DNS rebinding: a page of evil.example whose name suddenly leads to 127.0.0.1."""
    answer = client.get("/api/v1", headers={"host": host})
    assert answer.status_code == status
    if status != 200:
        assert code(answer) == (421, "unknown-host")


def test_a_desk_answers_to_the_names_it_is_given(settings: DeskSettings) -> None:
    with opened(replace(settings, names=("Desk.Example",)), "http://desk.example") as client:
        assert client.get("/api/v1").status_code == 200


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "desk.example"])
def test_a_desk_for_others_needs_a_token(settings: DeskSettings, host: str) -> None:
    with pytest.raises(DeskError, match="needs a token"):
        check(replace(settings, host=host))
    check(replace(settings, host=host, token=TOKEN))


def test_a_token_that_can_be_guessed_is_refused(settings: DeskSettings) -> None:
    with pytest.raises(DeskError, match="can be guessed"):
        check(replace(settings, token="secret"))


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost", "127.8.8.8"])
def test_a_desk_on_this_machine_needs_none(settings: DeskSettings, host: str) -> None:
    check(replace(settings, host=host))


# --- who may change things -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/api/v1/uploads"),
        ("POST", "/api/v1/judgements"),
        ("POST", "/api/v1/judgements/j-1/undo"),
        ("POST", "/api/v1/judgements/import"),
        ("DELETE", "/api/v1/session"),
        ("POST", "/add"),
        ("PUT", "/api/v1/agreements/idn-sgp-2022"),
        ("PATCH", "/nowhere"),
    ],
)
def test_whatever_changes_something_needs_the_token(
    settings: DeskSettings, method: str, path: str
) -> None:
    with opened(replace(settings, token=TOKEN)) as client:
        page = csrf(client)
        assert client.request(method, path, headers=page).status_code == 401
        wrong = {"authorization": "Bearer another token, long enough"}
        assert client.request(method, path, headers=wrong).status_code == 401


def test_who_has_the_token_may_write(settings: DeskSettings) -> None:
    with opened(replace(settings, token=TOKEN)) as client:
        bears = {"authorization": f"Bearer {TOKEN}"}
        answer = client.post("/api/v1/uploads?wait=30", files=[REPORT], headers=bears)
        assert answer.status_code == 202
        assert answer.json()["state"] == "done"


def test_a_browser_that_has_signed_in_may_write_and_can_sign_out(settings: DeskSettings) -> None:
    with opened(replace(settings, token=TOKEN)) as client:
        page = csrf(client)
        assert client.get("/api/v1/session").json() == {"may_write": False}
        wrong = client.post("/api/v1/session", data={"token": "guess"}, headers=page)
        assert code(wrong) == (401, "not-signed-in")
        answer = client.post("/api/v1/session", data={"token": TOKEN}, headers=page)
        cookie = answer.headers["set-cookie"].casefold()
        assert "httponly" in cookie
        assert "samesite=strict" in cookie
        assert TOKEN not in cookie
        assert client.post("/api/v1/uploads", files=[REPORT], headers=page).status_code == 202
        assert client.delete("/api/v1/session", headers=page).status_code == 200
        assert KEY_COOKIE not in client.cookies
        assert client.post("/api/v1/uploads", files=[REPORT], headers=page).status_code == 401


def test_a_page_of_another_site_can_change_nothing(client: TestClient) -> None:
    """CSRF: a browser sends the cookie along, but the page cannot read it."""
    csrf(client)
    assert code(client.post("/api/v1/uploads", files=[REPORT])) == (403, "not-allowed")
    guessed = {"x-csrf-token": "0" * 32 + "." + "0" * 32}
    assert code(client.post("/api/v1/uploads", files=[REPORT], headers=guessed))[0] == 403
    form = {"csrf": "made up", "about": "x"}
    assert client.post("/api/v1/judgements", data=form).status_code == 403


def test_a_cookie_that_another_site_planted_is_worth_nothing(client: TestClient) -> None:
    planted = "a" * 32 + "." + "b" * 32
    client.cookies.set(CSRF_COOKIE, planted)
    answer = client.post("/api/v1/uploads", files=[REPORT], headers={"x-csrf-token": planted})
    assert code(answer) == (403, "not-allowed")


@pytest.mark.parametrize("origin", ["http://evil.example", "http://127.0.0.1:9999", "null"])
def test_what_comes_from_another_origin_is_refused(client: TestClient, origin: str) -> None:
    headers = {**csrf(client), "origin": origin}
    answer = client.post("/api/v1/uploads", files=[REPORT], headers=headers)
    assert code(answer) == (403, "not-allowed")


def test_a_form_of_our_own_page_is_taken(client: TestClient) -> None:
    """Without script a page sends the token as a field of its form."""
    token = csrf(client)["x-csrf-token"]
    answer = client.post(
        "/api/v1/uploads", files=[REPORT], data={"csrf": token}, headers={"origin": ORIGIN}
    )
    assert answer.status_code == 202


def test_every_reader_has_a_token_of_its_own(settings: DeskSettings) -> None:
    """One rendering serves all readers, so it must not hold the token of one of them."""
    with opened(settings) as one:
        first, again = one.get("/").text, one.get("/").text
        other = TestClient(one.app, base_url=ORIGIN).get("/")
        assert first == again
        assert one.cookies[CSRF_COOKIE] in first
        assert one.cookies[CSRF_COOKIE] not in other.text
        assert CSRF_PLACE not in first + other.text


# --- how much, and how often -----------------------------------------------------------------


def test_more_than_is_taken_is_refused_before_it_is_read(settings: DeskSettings) -> None:
    with opened(replace(settings, upload_bytes=2000)) as client:
        large = ("files", ("a.txt", b"x" * 5000, "text/plain"))
        answer = client.post("/api/v1/uploads", files=[large], headers=csrf(client))
        assert code(answer) == (413, "too-much")


def test_a_body_that_hides_its_length_is_measured_as_it_comes(settings: DeskSettings) -> None:
    with opened(replace(settings, upload_bytes=2000)) as client:
        headers = {**csrf(client), "content-type": "multipart/form-data; boundary=x"}

        def endless() -> Iterator[bytes]:
            yield b'--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'
            for _ in range(100):
                yield b"x" * 1000

        answer = client.post("/api/v1/uploads", content=endless(), headers=headers)
        assert code(answer) == (413, "too-much")


def test_an_ordinary_request_is_small(client: TestClient) -> None:
    body = b'{"about": "' + b"x" * 2_000_000 + b'"}'
    headers = {**csrf(client), "content-type": "application/json"}
    assert code(client.post("/api/v1/judgements", content=body, headers=headers))[0] == 413


def test_too_many_files_are_refused(settings: DeskSettings) -> None:
    with opened(replace(settings, upload_files=2)) as client:
        answer = client.post("/api/v1/uploads", files=[REPORT] * 3, headers=csrf(client))
        assert code(answer) == (413, "too-much")


def test_who_asks_too_often_has_to_wait(settings: DeskSettings) -> None:
    with opened(replace(settings, reads=2.0)) as client:
        answers = [client.get("/api/v1") for _ in range(30)]
        assert answers[0].status_code == 200
        assert code(answers[-1]) == (429, "too-often")
        assert int(answers[-1].headers["retry-after"]) >= 1


def test_who_changes_too_often_has_to_wait_even_here(settings: DeskSettings) -> None:
    with opened(replace(settings, writes=1.0)) as client:
        page = csrf(client)
        statuses = [client.delete("/api/v1/session", headers=page).status_code for _ in range(9)]
        assert statuses[0] == 200
        assert statuses[-1] == 429


# --- where files go --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "../../../etc/cron.d/evil.txt",
        "/etc/passwd",
        "C:\\Windows\\evil.txt",
        "..",
        ".htaccess",
        "a\x00b.txt",
        "\u202etxt.exe",
        "x" * 5000 + ".txt",
        "",
        "con.txt\n.html",
    ],
)
def test_no_file_is_written_outside_the_folder_of_the_store(
    settings: DeskSettings, name: str
) -> None:
    from traktat.desk.uploads import File, Uploads, folder_of

    app = create_app(settings)
    uploads: Uploads = app.state.uploads
    before = set(settings.store.parent.rglob("*"))
    upload = uploads.take([File(name, b"Jakarta - nothing was signed.")])
    assert upload.ended.wait(60)
    uploads.close()
    app.state.shelf.close()
    made = [path for path in set(settings.store.parent.rglob("*")) - before if path.is_file()]
    kept = [path for path in made if not path.name.startswith(settings.store.name)]
    assert len(kept) == 1
    assert kept[0].parent.parent == folder_of(settings)
    assert kept[0].name.isprintable()
    assert len(kept[0].name) < 100


@pytest.mark.parametrize(
    "path",
    [
        "/static/../settings.py",
        "/static/%2e%2e/settings.py",
        "/static/..%2fsettings.py",
        "/static//etc/passwd",
        "/look/..%2f..%2fsettings.py",
        "/reports/..%2f..%2fdesk.db",
        "/api/v1/reports/..%2fdesk.db",
        "/api/v1/packs/..%2f..%2fmodel/acts",
    ],
)
def test_no_path_leads_out_of_what_is_served(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "DeskSettings" not in answer.text


# --- errors ----------------------------------------------------------------------------------


def test_a_failure_of_the_program_tells_strangers_nothing_of_its_inside(
    settings: DeskSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = create_app(settings)
    monkeypatch.setattr(type(app.state.shelf), "dossier", lambda *_: 1 / 0)
    client = TestClient(app, base_url=ORIGIN, raise_server_exceptions=False)
    answer = client.get("/api/v1/agreements/idn-sgp-2022")
    assert code(answer) == (500, "internal")
    assert "Traceback" not in answer.text
    assert answer.headers["content-security-policy"]
    app.state.shelf.close()


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/v1/nowhere", 404),
        ("GET", "/api/v1/agreements/nowhere", 404),
        ("GET", "/api/v1/agreements?on=2024-13-01", 400),
        ("GET", "/api/v1/agreements?page=0", 422),
        ("GET", "/api/v1/agreements?pgae=1", 422),
        ("POST", "/api/v1/agreements", 405),
    ],
)
def test_every_error_of_the_api_has_one_form(
    client: TestClient, method: str, path: str, status: int
) -> None:
    answer = client.request(method, path, headers=csrf(client))
    assert answer.status_code == status
    assert set(answer.json()) == {"error"}
    assert set(answer.json()["error"]) == {"code", "message", "hint"}
    assert all(answer.json()["error"].values())


def test_a_parameter_that_does_not_exist_is_named(client: TestClient) -> None:
    answer = client.get("/api/v1/agreements?pgae=1")
    assert code(answer) == (422, "unknown-parameter")
    assert "pgae" in answer.json()["error"]["message"]

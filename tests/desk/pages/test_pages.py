"""Every page: rendered, told in plain words where it cannot be, and the same for every reader."""

from __future__ import annotations

import re

import pytest

from tests.desk.client import TestClient
from tests.desk.pages.conftest import ORIGIN, Get
from traktat.desk.app import create_app
from traktat.desk.settings import DeskSettings

PAGES = (
    "/",
    "/?status=in-force",
    "/?party=IDN",
    "/?q=perjanjian&on=2025-01-01",
    "/?page=99",
    "/agreements/rcep",
    "/reports",
    "/reports?q=perjanjian&language=id",
    "/reports?outlet=nobody",
    "/search",
    "/search?q=treaty&matter=statement",
    "/search?q=wajib&matter=provision&page=7",
    "/people",
    "/people?q=putin",
    "/states/rus",
    "/drill",
    "/drill?event=armed-attack&by=USA&on=RUS&date=2025-12-01",
    "/drill?event=sanctions&by=RUS&on=IRN&agreement=irn-rus-2025",
    "/packs",
    "/packs/id",
    "/packs/en?file=labels&q=force",
    "/sign-in",
)


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_whole(get: Get, address: str) -> None:
    page = get(address)
    assert page.startswith("<!doctype html>")
    assert page.rstrip().endswith("</html>")
    assert re.search(r"<h1[ >]", page)
    assert 'class="skip" href="#main"' in page
    ids = re.findall(r' id="([^"]+)"', page)
    assert sorted(ids) == sorted(set(ids))
    for name in re.findall(r'<label for="([^"]+)"', page):
        assert name in ids


def test_the_list_says_where_each_agreement_stands_on_the_day(get: Get) -> None:
    today, early = get("/?party=IRN"), get("/?party=IRN&on=2025-05-01")
    row = re.compile(r"irn-rus-2025.*?</tr>", re.S)
    assert "status-in-force" in row.search(today)[0]
    assert "status-signed" in row.search(early)[0]
    assert "/agreements/irn-rus-2025?on=2025-05-01" in early


def test_the_list_is_narrowed_by_party_standing_and_words(get: Get) -> None:
    def listed(address: str) -> set[str]:
        return set(re.findall(r'<th scope="row"><a href="/agreements/([^"?]+)', get(address)))

    everything = listed("/")
    assert {"irn-rus-2025", "rcep", "new-start"} <= everything
    assert listed("/?party=USA%20RUS") < listed("/?party=RUS") < everything
    assert "rcep" in listed("/?status=in-force")
    assert "new-start" not in listed("/?status=in-force")
    assert listed("/?q=RCEP") == {"rcep", "asean-phl-2023"} & listed("/?q=RCEP")


def test_all_reports_are_listed_with_their_agreements(get: Get) -> None:
    page = get("/reports")
    assert re.search(r'href="/reports/[0-9a-f]+"', page)
    assert "/agreements/irn-rus-2025" in page
    some = get("/reports?outlet=KABARTIMUR.COM")
    assert set(re.findall(r'<td[^>]*><a href="/reports\?outlet=([^"]+)"', some)) == {
        "KABARTIMUR.COM"
    }


def test_a_search_leads_to_the_words(get: Get) -> None:
    page = get("/search?q=mutual&matter=provision") + get("/search?q=strategis")
    assert "<mark>" in page
    link = re.search(r'href="(/reports/[0-9a-f]+\?find=strategis)"', page)[1]
    assert "found" in get(link)


def test_a_statement_found_leads_to_its_characters(get: Get) -> None:
    page = get("/search?q=treaty&matter=statement")
    link = re.search(r'href="(/reports/[0-9a-f]+\?why=[0-9a-f]+)#lit"', page)[1]
    assert 'id="lit"' in get(link)


def test_a_drill_names_duties_and_what_stays_untouched(get: Get) -> None:
    page = get("/drill?event=armed-attack&by=USA&on=RUS&date=2025-12-01&agreement=irn-rus-2025")
    assert "Not triggered" in page
    assert re.search(r"verdict-[a-z-]+", page)


def test_of_several_agreements_those_that_are_triggered_come_first(get: Get) -> None:
    page = get("/drill?event=armed-attack&by=USA&on=RUS&date=2025-12-01")
    verdicts = re.findall(r'class="badge verdict-([a-z-]+)"', page)
    order = ["triggered", "contested", "possible", "not-triggered"]
    assert len(verdicts) > 1
    assert verdicts == sorted(verdicts, key=order.index)


def test_a_person_shows_what_was_done_and_said(get: Get) -> None:
    page = get("/people/Vladimir%20Putin")
    assert "Did" in page
    assert re.search(r'href="/agreements/irn-rus-2025#act-', page)


def test_a_group_has_a_page_and_parties_not_named_have_none(get: Get) -> None:
    page = get("/people")
    assert 'href="/states/NSA%3AGAM"' in page
    assert "MULTI" not in page
    assert "idn-gam-2005" in get("/states/NSA%3AGAM")


def test_every_party_of_every_agreement_has_a_page(get: Get) -> None:
    agreements = set(re.findall(r'href="(/agreements/[a-z0-9-]+)"', get("/")))
    parties = {
        one for page in agreements for one in re.findall(r'href="(/states/[^"]+)"', get(page))
    }
    assert len(parties) > 2 < len(agreements)
    for party in sorted(parties):
        assert any(f'href="{page}"' in get(party) for page in agreements)


def test_a_pack_shows_entries_with_their_sentences(get: Get) -> None:
    page = get("/packs/id?file=acts&q=ratification")
    assert 'id="entry-ratification"' in page
    assert "must be read:" in page
    assert "must not be read:" in page


@pytest.mark.parametrize(
    ("address", "status", "hint"),
    [
        ("/nowhere", 404, "Begin at the agreements"),
        ("/agreements/atlantis", 404, "traktat list"),
        ("/agreements/irn-rus-2026", 404, "irn-rus-2025"),
        ("/agreements/irn-rus-2025?on=yesterday", 400, "2024-06-19"),
        ("/people/Nobody%20At%20All", 404, "page of people"),
        ("/packs/tlh", 422, "traktat packs list"),
        ("/packs/id?file=nothing", 404, "It has"),
        ("/?page=many", 400, "Take the address"),
        ("/drill?event=armed-attack&by=X&on=Y", 404, "codes"),
    ],
)
def test_what_goes_wrong_is_a_page_with_a_hint(
    desk: TestClient, address: str, status: int, hint: str
) -> None:
    answer = desk.get(address)
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("text/html")
    assert "Hint:" in answer.text
    assert hint in answer.text


def test_the_api_keeps_its_own_form_of_errors(desk: TestClient) -> None:
    answer = desk.get("/api/v1/nothing-here")
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("application/json")


def test_the_style_is_the_one_of_the_dossier(desk: TestClient) -> None:
    first = desk.get("/look/evidence.css")
    assert "--paper" in first.text
    again = desk.get("/look/evidence.css", headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304


def test_a_form_holds_the_readers_own_token(desk: TestClient) -> None:
    desk.cookies.clear()
    page = desk.get("/").text
    assert desk.cookies["traktat_csrf"] in page


def test_signing_in_takes_the_token_and_nothing_else(examples) -> None:
    token = "a-token-long-enough-for-anybody"
    settings = DeskSettings(store=examples, token=token)
    with TestClient(create_app(settings), base_url=ORIGIN) as browser:
        assert "/sign-in" in browser.get("/").text
        csrf = browser.cookies["traktat_csrf"]
        wrong = browser.post("/sign-in", data={"csrf": csrf, "token": "guess"})
        assert wrong.status_code == 401
        assert 'role="alert"' in wrong.text
        right = browser.post(
            "/sign-in", data={"csrf": csrf, "token": token}, follow_redirects=False
        )
        assert right.status_code == 303
        assert "httponly" in right.headers["set-cookie"].lower()
        assert 'id="drop"' in browser.get("/").text

"""The desk opens on a store and answers."""

from __future__ import annotations

from tests.desk.client import TestClient


def test_the_desk_lists_what_the_store_holds(client: TestClient) -> None:
    answer = client.get("/api/v1/agreements")
    assert answer.status_code == 200
    assert "idn-sgp-2022" in [one["id"] for one in answer.json()["items"]]


def test_an_unknown_agreement_is_told_with_a_hint(client: TestClient) -> None:
    answer = client.get("/api/v1/agreements/nowhere")
    assert answer.status_code == 404
    assert answer.json()["error"]["code"] == "not-found"
    assert answer.json()["error"]["hint"]

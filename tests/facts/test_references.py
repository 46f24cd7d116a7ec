"""The tables of facts point to each other without a loose end."""

from __future__ import annotations

import pytest

from traktat.facts.tables import phrases, spellings, table

STATES, ORGANISATIONS = set(table("states")), set(table("organisations"))
BODIES = table("bodies")
OFFICES = table("offices")
BODY_SORTS = {
    *("parliament", "ministry", "presidency", "government", "court", "military", "agency"),
    *("embassy", "party", "assembly", "side"),
}


def test_states_and_organisations_share_no_code() -> None:
    assert not STATES & ORGANISATIONS


def test_members_of_organisations_are_states() -> None:
    for code, entry in table("organisations").items():
        members = entry.get("members", ())
        assert set(members) <= STATES, code
        assert len(members) == len(set(members)), code


@pytest.mark.parametrize(
    ("code", "count", "member"),
    [("EU", 27, "HRV"), ("NATO", 32, "SWE"), ("ASEAN", 11, "TLS"), ("EAEU", 5, "KGZ")],
)
def test_well_known_organisations_have_all_their_members(code, count, member) -> None:
    members = table("organisations")[code]["members"]
    assert len(members) == count
    assert member in members


def test_bodies_belong_to_states_or_organisations_and_have_a_known_sort() -> None:
    for key, body in BODIES.items():
        assert body["sort"] in BODY_SORTS, key
        assert body.get("state", "UN") in STATES | ORGANISATIONS, key
        assert body.get("chamber", "lower") in ("lower", "upper"), key
        assert "chamber" not in body or body["sort"] == "parliament", key
        assert body.get("is", key) in BODIES, key


def test_offices_have_a_rank_and_point_to_bodies_and_states() -> None:
    for key, office in OFFICES.items():
        assert 0 <= office["rank"] <= 9, key
        assert office["sort"], key
        assert office.get("organ", "parliament") in BODIES, key
        assert office.get("state", "USA") in STATES, key


def test_agencies_sit_in_states_and_are_organs_of_states() -> None:
    agencies = table("agencies")
    assert len(agencies) >= 120
    for key, agency in agencies.items():
        assert agency["state"] in STATES, key
        assert agency.get("organ_of", "PRK") in STATES, key
        assert agency["sort"] in ("agency", "paper", "broadcaster"), key
        assert agency.get("names") or agency.get("exact"), key


def test_no_name_is_that_of_two_agencies() -> None:
    owner: dict[str, str] = {}
    for key, agency in table("agencies").items():
        for name in (*agency.get("names", ()), *agency.get("exact", ())):
            assert owner.setdefault(name, key) == key, name


def test_outlets_have_a_domain_and_a_language() -> None:
    seen: dict[str, str] = {}
    for key, outlet in table("outlets").items():
        assert outlet.get("names") or outlet.get("exact"), key
        assert len(outlet["language"]) in (2, 3), key
        for domain in outlet["domains"]:
            assert "." in domain
            assert domain == domain.lower()
            assert seen.setdefault(domain, key) == key, domain


def test_leaders_speak_for_one_state_or_organisation_each() -> None:
    owner: dict[str, str] = {}
    for code, entry in table("leaders").items():
        assert code in STATES | ORGANISATIONS
        for name in entry["names"]:
            assert owner.setdefault(name, code) == code, name


def test_given_names_are_single_words() -> None:
    for name in spellings("given_names"):
        assert name == name.lower()
        assert " " not in name


def test_phrases_name_every_organisation_and_agency_once_per_spelling() -> None:
    rows = list(phrases())
    assert len(rows) == len(set(rows))
    assert ("KCNA", "agencies", "KCNA", True) in rows
    assert {file for _, file, _, _ in rows} == {"agencies", "outlets", "organisations", "treaties"}

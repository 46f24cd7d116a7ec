"""What `traktat search`, `people` and `states` print, and what they say of bad input."""

from __future__ import annotations

import json
import os
from pathlib import Path
from shutil import copyfile

import click
import pytest
from click.shell_completion import ShellComplete

import traktat
from tests.cli.conftest import Run
from tests.cli.reports import write_reports
from traktat.cli.options import one_of
from traktat.cli.program import program
from traktat.cli.searching import MATTERS
from traktat.errors import InputError, NotFound, StoreReadOnly
from traktat.pipeline.agreements import open_store
from traktat.store.base import Matter


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a store that nobody changes."""
    place = tmp_path_factory.mktemp("asked")
    write_reports(place / "reports")
    traktat.build(place / "reports", place / "traktat.db")
    return place / "traktat.db"


@pytest.fixture(autouse=True)
def store(folder: Path, known: Path) -> Path:
    copyfile(known, folder / "traktat.db")
    return folder / "traktat.db"


def printed(run: Run, *arguments: str) -> list[dict[str, object]]:
    result = run(*arguments)
    assert (result.exit_code, result.stderr) == (0, "")
    return json.loads(result.stdout)  # type: ignore[no-any-return]


# search


def test_matches_in_json_are_those_of_the_api(run: Run) -> None:
    hits = printed(run, "search", "signed", "--json")
    assert hits
    assert {hit["matter"] for hit in hits} == {"report"}
    assert all("signed" in str(hit["excerpt"]).casefold() for hit in hits)
    assert [hit["report"] for hit in hits] == [hit.report for hit in traktat.search("signed").lines]


def test_all_words_are_asked_for_and_phrases_stay_together(run: Run) -> None:
    both = printed(run, "search", "signed", "treaty", "--json")
    together = printed(run, "search", '"treaty signed"', "--json")
    apart = printed(run, "search", "signed", "--json")
    assert len(together) < len(both) <= len(apart)


@pytest.mark.parametrize("matter", MATTERS)
def test_every_matter_can_be_searched(run: Run, matter: str) -> None:
    hits = printed(run, "search", "the", "--matter", matter, "--json")
    assert all((hit["finding"] is None) == (matter == "report") for hit in hits)
    assert {hit["matter"] for hit in hits} <= {matter}


def test_the_matters_are_those_of_the_store() -> None:
    assert tuple(Matter) == MATTERS
    with pytest.raises(InputError, match="'rumor' cannot be searched"):
        traktat.search("x", matter="rumor")


def test_a_page_tells_which_it_is_and_how_to_see_more(run: Run) -> None:
    total = traktat.search("the").total
    assert total > 2
    first = run("search", "the", "--per-page", "2").stdout
    assert f"1 to 2 of {total} places; --page 2 shows more." in first
    last = run("search", "the", "--per-page", str(total - 1), "--page", "2").stdout
    assert f"{total} to {total} of {total} places" in last
    assert f"{total} places, none of them on page 9" in run("search", "the", "--page", "9").stdout
    pages = [printed(run, "search", "the", "--json", "--per-page", "1", "--page", n) for n in "123"]
    assert len({json.dumps(page) for page in pages}) == 3


def test_nothing_found_is_no_error(run: Run) -> None:
    assert run("search", "zzyzx").stdout == "0 places\n"
    assert printed(run, "search", "zzyzx", "--json") == []


@pytest.mark.parametrize("words", ["(((", "a AND", "NEAR(", '"', "text:x*", "\x1b[2J", "ș" * 300])
def test_any_words_can_be_searched(run: Run, words: str) -> None:
    result = run("search", "--", words)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "\x1b" not in result.stdout


# people and states


def test_persons_in_json_are_those_of_the_api(run: Run) -> None:
    listed = printed(run, "people", "--json")
    assert {"name", "state", "acts", "statements", "claims", "denials", "agreements"} == set(
        listed[0]
    )
    with open_store("traktat.db") as agreements:
        statements = sum(len(one.statements) for one in agreements)
    assert 0 < sum(int(str(one["statements"])) for one in listed) <= statements


def test_deeds_tell_what_one_did_and_said(run: Run) -> None:
    name = next(one.name for one in traktat.people().lines if one.statements)
    deeds = traktat.person(name)
    assert {one.to_json()["speaker"] for one in deeds.statements} == {name}
    shown = run("people", name).stdout
    assert shown.startswith(name)
    items = (*deeds.acts, *deeds.statements, *deeds.claims)
    assert all(one.to_json()["id"] in shown for one in items)
    told = json.loads(run("people", name, "--json").stdout)
    assert set(told) == {"presence", "acts", "statements", "claims"}
    assert {one["agreement"] for one in told["statements"]} == {
        one.agreement for one in deeds.statements
    }


def test_a_part_of_a_name_will_do_where_it_fits_one(run: Run) -> None:
    names = [one.name for one in traktat.people().lines]
    alone = next(
        name for name in names if sum(name.split()[-1].lower() in n.lower() for n in names) == 1
    )
    assert run("people", alone.split()[-1].lower()).stdout.startswith(alone)


def test_states_are_named_by_their_codes_in_any_case(run: Run) -> None:
    code = traktat.states().lines[0].name
    assert run("states", code.lower()).stdout == run("states", code).stdout
    assert traktat.state(code).presence.name == code


def test_lists_can_be_narrowed(run: Run) -> None:
    name = traktat.people().lines[0].name
    narrow = printed(run, "people", "--matching", name[1:-1], "--json")
    assert name in {one["name"] for one in narrow}
    assert run("people", "--matching", "zzyzx").stdout == "0 persons\n"
    assert "1 to 1 of " in run("states", "--per-page", "1").stdout


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["people", "zzyzx"], "no person 'zzyzx' acts or speaks", "`traktat people` lists"),
        (["states", "zzyzx"], "no state 'zzyzx' acts or speaks", "`traktat states` lists"),
        (["people", " "], "no person '' acts or speaks", "`traktat people` lists"),
        (["people", "a"], "'a' may be any of several", "Name one of them: "),
    ],
)
def test_nobody_and_too_many_are_told_with_what_to_do(
    run: Run, arguments: list[str], message: str, hint: str
) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"error: {message}" in result.stderr
    assert f"hint: {hint}" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["search"],
        ["search", "x", "--matter", "rumor"],
        ["search", "x", "--page", "0"],
        ["search", "x", "--per-page", "many"],
        ["people", "a", "b"],
        ["people", "a", "--matching", "b"],
        ["states", "--page", "-1"],
        ["states", "--per-page", "1001"],
    ],
)
def test_a_wrong_call_is_a_mistake_in_usage(run: Run, arguments: list[str]) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Try 'traktat" in result.stderr


def test_two_ways_to_choose_are_told_apart() -> None:
    one_of(name=None, matching="b")
    with pytest.raises(click.UsageError, match="Give NAME or --matching, not both"):
        one_of(name="a", matching="b")


def test_without_a_store_each_says_how_to_make_one(run: Run, store: Path) -> None:
    store.unlink()
    for arguments in (["search", "x"], ["people"], ["states", "IDN"]):
        result = run(*arguments)
        assert result.exit_code == 1
        assert "hint: Make one with `traktat build REPORTS…`" in result.stderr


def test_lists_rest_on_records_of_today(run: Run, store: Path) -> None:
    before = run("people", "--json").stdout
    with open_store(store) as agreements:
        agreements.store._rows.set_meta("stamp", "an older version")  # type: ignore[attr-defined]
        agreements.store._rows.run("DELETE FROM actors")  # type: ignore[attr-defined]
        agreements.store._rows.run("DELETE FROM outlines")  # type: ignore[attr-defined]
    assert run("people", "--json").stdout == before


def test_lists_that_cannot_be_brought_up_to_date_are_not_shown(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> bool:
        raise StoreReadOnly("no")

    with open_store(store) as agreements:
        agreements.store._rows.set_meta("stamp", "an older version")  # type: ignore[attr-defined]
        monkeypatch.setattr(type(agreements.store), "save_records", refuse)
        with pytest.raises(StoreReadOnly, match="out of date"):
            agreements.deeds("person", "x")  # type: ignore[arg-type]


@pytest.mark.parametrize(("command", "listed"), [("people", "people"), ("states", "states")])
def test_names_are_completed(command: str, listed: str, store: Path) -> None:
    name = getattr(traktat, listed)().lines[0].name
    offered = ShellComplete(program, {}, "traktat", "_TRAKTAT_COMPLETE")
    found = offered.get_completions([command], name[:2].lower())
    assert name in {item.value for item in found}
    os.unlink(store)
    assert not offered.get_completions([command], name[:2])


def test_nobody_is_an_error_of_the_package() -> None:
    with pytest.raises(NotFound):
        traktat.person("zzyzx")
    with pytest.raises(NotFound):
        traktat.state("zzyzx")

"""`traktat serve` opens the desk, or says why it cannot."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner, Result

from traktat.cli.program import program
from traktat.desk import command, serving
from traktat.desk.settings import DeskSettings
from traktat.store.sqlite import SqliteStore


def serve(*arguments: str) -> Result:
    return CliRunner().invoke(program, ["serve", *arguments], prog_name="traktat")


def test_it_serves_until_it_is_stopped(store: Path) -> None:
    line = [sys.executable, "-m", "traktat", "serve", "--store", str(store), "--port", "0"]
    with subprocess.Popen(line, stderr=subprocess.PIPE, text=True) as desk:
        assert desk.stderr is not None
        address = re.search(r"http://\S+/", desk.stderr.readline())
        assert address
        answer = httpx.get(f"{address[0]}api/v1")
        assert answer.json()["holds"]["agreements"] == 2
        assert "server" not in answer.headers
        desk.send_signal(signal.SIGINT)
        assert desk.wait(20) == 0
        assert "Traceback" not in desk.stderr.read()


def test_beyond_this_machine_it_needs_a_token(store: Path) -> None:
    result = serve("--store", str(store), "--host", "0.0.0.0")
    assert result.exit_code == 1
    assert "it needs a token" in result.stderr
    assert "TRAKTAT_TOKEN" in result.stderr


def test_a_port_that_is_taken_is_told(store: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = serve("--store", str(store), "--port", str(taken.getsockname()[1]))
    assert result.exit_code == 1
    assert "Take another port with --port" in result.stderr


def test_a_file_that_is_no_store_is_told(tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("my notes")
    result = serve("--store", str(tmp_path / "notes.db"), "--port", "0")
    assert result.exit_code == 1
    assert "is not a Traktat store" in result.stderr


def test_without_its_libraries_it_says_how_to_install_them(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "NEEDED", ("a_library_that_nobody_has",))
    result = serve("--store", str(store))
    assert result.exit_code == 1
    assert "pip install 'traktat[desk]'" in result.stderr


def test_it_says_why_it_does_not_open_at_once(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    serving._tell_of_waiting(store)
    assert not capsys.readouterr().err
    with SqliteStore(store) as opened:
        opened._rows.set_meta("stamp", "an older version")
    serving._tell_of_waiting(store)
    assert "worked out anew before the desk opens" in capsys.readouterr().err


def test_answers_are_sent_at_once(store: Path) -> None:
    with (
        serving._socket(DeskSettings(store=store, port=0)) as listening,
        socket.create_connection(listening.getsockname()),
        listening.accept()[0] as taken,
    ):
        assert taken.proto == socket.IPPROTO_TCP  # what asyncio asks before it sends at once


def test_who_judges_has_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def nameless() -> str:
        raise KeyError("no such user")

    assert serving.user_name()
    monkeypatch.setattr(serving.getpass, "getuser", nameless)
    assert serving.user_name() == "reviewer"


def test_the_address_of_a_desk_can_be_followed() -> None:
    assert DeskSettings(store=Path("s.db")).url == "http://127.0.0.1:8765/"
    assert DeskSettings(store=Path("s.db"), host="::1", port=9).url == "http://[::1]:9/"

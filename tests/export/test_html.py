"""The HTML dossier: it stands alone, links every fact to its characters, and stays text."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from traktat.export.html import dossiers
from traktat.export.labels import languages
from traktat.pipeline import build, open_store

DAY = date(2025, 12, 1)
FIRST = (
    "MOSKOW - Presiden Rusia Vladimir Putin dan Presiden Iran Masoud Pezeshkian menandatangani "
    "Perjanjian Kemitraan Strategis di Moskow, Jumat (17/1/2025).\n"
    "Baca juga: Harga Kurma Naik\n"
    "Perjanjian Rusia dan Iran itu mewajibkan kedua negara berkonsultasi jika terancam.\n"
    "<script>alert('x')</script> & \"kutipan\" \u202etxt.exe\n"
)
SECOND = (
    "MOSCOW, Oct 2, 2025 - The strategic partnership treaty between Russia and Iran entered into "
    "force on Thursday. Ukraine accused Iran of sending drones to Russia. Iran denied the "
    "accusation.\n"
)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("dossier")
    (folder / "a.txt").write_text(FIRST, encoding="utf-8")
    (folder / "b.txt").write_text(SECOND, encoding="utf-8")
    build([folder / "a.txt", folder / "b.txt"], folder / "store.db")
    with open_store(folder / "store.db") as known:
        [record] = [r for r in known if set(r.parties) == {"IRN", "RUS"}]
        [(name, text)] = dossiers([record], on=DAY, readings=known.reading).items()
    assert name == f"{record.id}.html"
    return text


def test_the_page_needs_nothing_from_outside(page: str) -> None:
    assert not re.search(r"<(?:script|link|img|iframe|object)[^>]+(?:src|href)=", page)
    assert "default-src 'none'" in page
    assert "@import" not in page


def test_what_a_report_says_stays_text(page: str) -> None:
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
    assert page.count("<script>") == 1


def test_every_fact_links_to_characters_that_are_there(page: str) -> None:
    links = set(re.findall(r'href="#c-([0-9a-f]+)-(\d+)-(\d+)"', page))
    pieces = re.findall(r'data-r="([0-9a-f]+)" data-s="(\d+)" data-e="(\d+)"', page)
    edges = {(r, s) for r, s, _ in pieces} | {(r, e) for r, _, e in pieces}
    assert links
    for report, start, end in links:
        assert (report, start) in edges
        assert (report, end) in edges


def test_links_inside_the_page_have_targets(page: str) -> None:
    targets = set(re.findall(r'id="([^"]+)"', page))
    for link in re.findall(r'href="#([^"]+)"', page):
        assert link in targets or link.startswith("c-")


def test_furniture_is_shown_and_greyed(page: str) -> None:
    assert re.search(r'class="furniture" title="related link">Baca juga: Harga Kurma Naik<', page)


def test_the_standing_and_both_stances_are_shown(page: str) -> None:
    assert 'class="badge status-in-force"' in page
    assert 'class="stance asserts"' in page
    assert 'class="stance denies"' in page


def test_each_label_stands_in_every_language(page: str) -> None:
    assert set(languages()) >= {"en", "id"}
    assert page.count('class="ui" lang="en"') == page.count('class="ui" lang="id"')
    assert "mulai berlaku" in page


def test_the_same_record_gives_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SECOND, encoding="utf-8")
    texts = set()
    for name in ("one.db", "two.db"):
        build([tmp_path / "a.txt"], tmp_path / name)
        with open_store(tmp_path / name) as known:
            texts.add(str(dossiers(list(known), on=DAY, readings=known.reading)))
    assert len(texts) == 1

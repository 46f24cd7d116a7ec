"""Dates of a report: anchors, tense, issues and explanations."""

from __future__ import annotations

import json

import pytest

from tests.dated import date_page
from tests.shared import SHARED, needs_shared
from traktat.lang import packs
from traktat.model.findings import DateFinding, TimeFinding
from traktat.model.issues import Issue
from traktat.model.reports import Furniture, Report
from traktat.model.spans import Span
from traktat.reading.dates import read_dates
from traktat.reading.quotations import read_quotations
from traktat.reading.scan import scan

PACKS = packs()


def read(
    text: str, published: str | None, code: str = "id"
) -> tuple[list[DateFinding | TimeFinding], tuple[Issue, ...]]:
    page = date_page(text, PACKS.get(code), published=published)
    dates, issues = read_dates(page, read_quotations(page))
    return [mention.finding for mention in dates.items], issues


def values(text: str, published: str | None, code: str = "id") -> list[str]:
    found, _ = read(text, published, code)
    return [str(item.when) for item in found if isinstance(item, DateFinding)]


def anchors(text: str, published: str | None, code: str = "id") -> list[str]:
    found, _ = read(text, published, code)
    return [item.anchor for item in found if isinstance(item, DateFinding)]


def test_a_quotation_counts_from_the_day_in_its_cue() -> None:
    text = "“Pakta yang kami teken hari ini bersejarah,” kata Aruna, Rabu (19/6/2024)."
    assert values(text, "2024-11-02") == ["2024-06-19", "2024-06-19"]
    assert anchors(text, "2024-11-02") == ["quotation", "explicit"]


def test_a_quotation_without_a_date_counts_from_the_speakers_last_dated_words() -> None:
    text = (
        "Norlandia dan Sudria bertemu di Ordal, Sabtu (2/11/2024).\n"
        "Presiden Aruna pada Rabu, 19 Juni 2024, menyatakan telah menyiapkan sebuah naskah.\n"
        "“Sebagai hasil kunjungan tahun lalu, hari ini naskah itu siap,” kata Aruna."
    )
    assert values(text, "2024-11-02")[-2:] == ["2023", "2024-06-19"]


def test_a_quotation_in_a_fresh_report_counts_from_the_event_it_opens_with() -> None:
    text = (
        "Norlandia keluar dari pakta itu, Jumat (2/8/2019).\n"
        "Sudria menyesalkannya.\n"
        "“Penarikan kami mulai berlaku hari ini,” kata Aruna dalam pernyataan."
    )
    assert values(text, "2019-08-03") == ["2019-08-02", "2019-08-02"]


def test_the_day_of_a_broadcast_is_not_the_day_of_speaking() -> None:
    text = (
        "“Itu yang kami capai hari ini,” ujar Aruna dilansir siaran Istana, Senin (14/7/2025).\n"
        "Pada Minggu (13/7/2025), kedua negara telah sepakat."
    )
    assert values(text, "2025-07-14") == ["2025-07-13", "2025-07-14", "2025-07-13"]


def test_a_paragraph_taken_over_counts_from_the_day_told_beside_it() -> None:
    text = (
        "Kedua menteri bertemu di Ordal, Sabtu, 2 November 2024.\n"
        "Pertemuan itu berlangsung tertutup.\n"
        "Sudria tidak berkomentar.\n"
        "Tidak ada keterangan lain.\n"
        "Pakta itu ditandatangani setelah pertemuan puncak pekan ini.\n"
        "“Pihak lain akan membantu,” bunyi pasal yang dilaporkan KBN, Kamis, 20 Juni 2024."
    )
    found, issues = read(text, "2024-11-02")
    week = next(item for item in found if item.quote == "pekan ini")
    assert str(week.when) == "2024-06-17/2024-06-23"
    assert isinstance(week, DateFinding)
    assert week.anchor == "paragraph"
    assert [issue.code for issue in issues] == ["stale-deixis"]
    assert issues[0].span == week.span


def test_a_fresh_date_beside_it_keeps_a_paragraph_fresh() -> None:
    text = (
        "Kedua menteri bertemu di Ordal, Sabtu, 2 November 2024.\n"
        "Pakta itu diteken Rabu, 19 Juni 2024, kata Aruna.\n"
        "Pertemuan pekan ini berlangsung tertutup, kata Veland, Sabtu, 2 November 2024."
    )
    assert "2024-10-28/2024-11-03" in values(text, "2024-11-02")


def test_metadata_that_lags_a_day_behind_is_noticed() -> None:
    text = "A security pact was in jeopardy Tuesday after Norlandia made new demands."
    found, issues = read(text, "2013-11-25", "en")
    assert [str(item.when) for item in found] == ["2013-11-26"]
    assert [issue.code for issue in issues] == ["published-earlier"]


def test_a_report_that_looks_ahead_does_not_lag() -> None:
    found, issues = read("The ministers will meet Tuesday in Ordal.", "2013-11-25", "en")
    assert [str(item.when) for item in found] == ["2013-11-26"]
    assert issues == ()


def test_a_weekday_that_does_not_fit_is_an_issue_and_the_number_wins() -> None:
    found, issues = read("Pertemuan digelar Kamis (4/12/2024).", "2024-12-06")
    assert [str(item.when) for item in found] == ["2024-12-04"]
    assert [issue.code for issue in issues] == ["weekday-mismatch"]


def test_a_weekday_that_fits_day_and_month_exchanged_tells_of_a_swap() -> None:
    found, issues = read("Presiden menekennya Sabtu (11 September).", "2024-12-06")
    assert [str(item.when) for item in found] == ["2024-09-11"]
    assert [issue.code for issue in issues] == ["weekday-mismatch", "day-month-swap"]


def test_a_weekday_may_tell_the_year() -> None:
    assert values("Menurut laporan Rabu (19/6), naskah sudah terbit.", "2025-11-02") == [
        "2024-06-19"
    ]


def test_a_day_no_month_has_leaves_the_month_and_an_issue() -> None:
    found, issues = read("Pakta diteken pada 31 Juni 2024.", "2024-12-06")
    assert [str(item.when) for item in found] == ["2024-06"]
    assert [issue.code for issue in issues] == ["no-such-day"]


def test_without_a_day_of_publication_relative_dates_are_left_out() -> None:
    text = "Kamis mereka bertemu lagi; bulan lalu mereka berselisih. Pakta 2005 itu batal."
    assert values(text, None) == ["2005"]


def test_a_month_without_a_year_takes_the_one_it_has_elsewhere() -> None:
    text = "Pernyataan bersama pada September 2005 itu dikutip. Kesepakatan 19 September batal."
    assert values(text, None) == ["2005-09", "2005-09-19"]
    assert anchors(text, None) == ["explicit", "context"]


def test_a_paragraph_that_opens_in_a_year_goes_on_in_it() -> None:
    text = "Pada Januari 2018 kedua negara berunding. Pada Maret, naskah diteken."
    assert values(text, "2020-06-01") == ["2018-01", "2018-03"]
    assert anchors(text, "2020-06-01") == ["explicit", "paragraph"]
    other = "Pada Januari 2018 kedua negara berunding.\nPada Maret, naskah diteken."
    assert values(other, "2020-06-01") == ["2018-01", "2020-03"]


def test_yesterday_in_speech_is_any_day_of_late() -> None:
    found, _ = read("“Waktu rapat kemarin kami sepakat,” kata Aruna.", "2024-11-13")
    (item,) = found
    assert isinstance(item, TimeFinding)
    assert item.sense == "recent"


def test_masked_lines_are_not_read() -> None:
    text = "Foto: Ordal, 3 Mei 2020.\nPakta itu diteken pada 4 Juni 2021."
    report = Report(
        path="r.txt",
        text=text,
        sha256="0" * 64,
        language="id",
        mask=(Furniture(Span(0, 24), "caption"),),
    )
    page = scan(report, PACKS.get("id"))
    dates, _ = read_dates(page, read_quotations(page))
    assert [str(mention.finding.when) for mention in dates.items] == ["2021-06-04"]


def test_every_finding_quotes_its_characters_and_says_why() -> None:
    text = "Parlemen setuju pada 6 November. Aruna menekennya tiga hari kemudian, kini berlaku."
    page = date_page(text, PACKS.get("id"), published="2024-12-05")
    dates, _ = read_dates(page, read_quotations(page))
    for mention in dates.items:
        finding = mention.finding
        assert finding.span.of(text) == finding.quote
        assert finding.because[0].entry.startswith("dates#")
        assert page.tokens.span(mention.first, mention.end).holds(finding.span)
    later = dates.items[1].finding
    assert str(later.when) == "2024-11-09"
    assert later.because[-1].rule == "counted from context"
    assert later.because[-1].span == dates.items[0].finding.span


def test_an_unrelated_paragraph_changes_no_date() -> None:
    text = "Aruna meneken pakta itu Sabtu lalu.\n“Kami sepakat hari ini,” katanya."
    more = text + "\nHarga beras naik di pasar."
    assert values(text, "2024-11-12") == values(more, "2024-11-12")


def test_issues_come_in_the_order_of_the_text_and_twice_the_same() -> None:
    text = "Kamis (4/12/2024) mereka bertemu. Sabtu (11 September) pakta itu diteken."
    assert read(text, "2024-12-06") == read(text, "2024-12-06")
    assert [issue.span.start for issue in read(text, "2024-12-06")[1]] == [0, 34, 34]


@needs_shared
def test_the_checklist_of_the_seeds_is_met() -> None:
    """At least 42 of its 44 times have the right span and value.

    "Baru saja" and "kemudian" are narrowed there by what other reports tell.
    """
    checklist = json.loads((SHARED / "seeds" / "checklist.json").read_text(encoding="utf-8"))
    items = [item for item in checklist["items"] if item["kind"] == "time"]
    right = 0
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        found = _seed(text)
        right += sum(_met(item, found) for item in items if item["doc"] == path.name[:3])
    assert len(items) == 44
    assert right >= 42


def _seed(text: str) -> list[DateFinding | TimeFinding]:
    from traktat.model.documents import Document
    from traktat.press.reports import prepare

    report = prepare(Document(path="seed.txt", text=text, lang="id"), PACKS)
    page = scan(report, PACKS.get("id"))
    dates, _ = read_dates(page, read_quotations(page))
    return [mention.finding for mention in dates.items]


def _met(item: dict[str, str], found: list[DateFinding | TimeFinding]) -> bool:
    wanted = _plain(item["edtf"])
    return any(
        finding.span.overlaps((int(item["start"]), int(item["end"])))
        and finding.when is not None
        and _plain(finding.when.edtf) == wanted
        for finding in found
    )


def _plain(edtf: str) -> str:
    """Leave out what the labels do not tell apart: brackets, "about", the time of day."""
    return edtf.strip("[]").replace("..", "/").rstrip("~").partition("T")[0]


@pytest.mark.parametrize("code", ["id", "en"])
def test_an_empty_report_has_no_dates(code: str) -> None:
    assert read("", "2024-11-13", code) == ([], ())

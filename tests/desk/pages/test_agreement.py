"""The page of an agreement: the day moves all of it, and every fact leads to its characters."""

from __future__ import annotations

import html
import re

from tests.desk.pages.conftest import Get

PAGE = "/agreements/irn-rus-2025"


def standing_of(page: str) -> str:
    return re.search(r'<strong class="badge status-([a-z-]+)">', page)[1]


def test_the_standing_is_that_of_the_day_asked(get: Get) -> None:
    assert standing_of(get(f"{PAGE}?on=2025-05-01")) == "signed"
    assert standing_of(get(f"{PAGE}?on=2025-10-02")) == "in-force"


def test_the_day_moves_the_parties_and_what_binds_them(get: Get) -> None:
    early, late = get(f"{PAGE}?on=2025-05-01"), get(f"{PAGE}?on=2025-10-03")
    assert "binds nobody on this day" in early
    assert "binds on this day: Iran, Russia" in late
    assert "Still missing" in early
    assert "Still missing" not in late


def test_what_lies_after_the_day_stands_behind_a_line_and_says_so(get: Get) -> None:
    page = get(f"{PAGE}?on=2025-05-01")
    timeline = page[page.index('<ol class="timeline">') : page.index('id="clauses"')]
    before, after = timeline.split('<li class="divider">')
    assert "After 1 May 2025" in after
    assert re.search(r'class="act item occurred later"', after)
    assert " later" not in "".join(re.findall(r'class="act item [^"]*"', before))
    assert "later-badge" in after


def test_nothing_is_later_than_today(get: Get) -> None:
    page = get(PAGE)
    assert '<li class="divider">' not in page
    assert "later-badge" not in page


def test_the_pictures_are_drawn_with_words_for_those_who_cannot_see_them(get: Get) -> None:
    page = get(PAGE)
    for picture in ("life", "positions", "lineage"):
        drawn = page[page.index(f'<svg class="{picture}"') :]
        assert re.match(r'<svg[^>]* role="group" aria-labelledby="[a-z-]+">\s*<title', drawn)
    assert 'class="today"' in page
    assert re.search(r'<path class="tie copy"', page)


def test_moving_the_day_does_not_move_the_drawing(get: Get) -> None:
    ticks = [
        re.findall(r'<line class="grid" x1="([\d.]+)"', get(f"{PAGE}?on={day}"))
        for day in ("2025-02-01", "2025-10-02")
    ]
    assert ticks[0] == ticks[1]


def test_changes_of_standing_are_links_to_their_days(get: Get) -> None:
    page = get(f"{PAGE}?on=2025-05-01")
    turns = page[page.index('<nav class="turns"') : page.index('<nav class="contents"')]
    assert f'href="{PAGE}?on=2025-10-02" rel="next"' in turns
    assert 'aria-current="date"' in turns


def test_every_fact_leads_to_characters_of_a_report(get: Get) -> None:
    links = re.findall(
        r'href="(/reports/[0-9a-f]+\?light=\d+-\d+&amp;why=[0-9a-f]+#lit)"', get(PAGE)
    )
    assert len(links) > 20
    for link in sorted(set(links))[:6]:
        assert 'id="lit"' in get(html.unescape(link))


def test_links_inside_the_page_have_targets(get: Get) -> None:
    for page in (get(PAGE), get("/agreements/new-start?on=2015-01-01")):
        targets = set(re.findall(r' id="([^"]+)"', page))
        assert set(re.findall(r'href="#([^"]+)"', page)) <= targets


def test_ids_are_given_once(get: Get) -> None:
    ids = re.findall(r' id="([^"]+)"', get(PAGE))
    assert sorted(ids) == sorted(set(ids))


def test_both_sides_of_a_disagreement_are_shown(get: Get) -> None:
    page = get(PAGE)
    part = page[page.index('id="disagreements"') : page.index('id="statements"')]
    article = re.search(r"<article.*?contradiction.*?</article>", part, re.S)[0]
    assert article.count('<div class="value') >= 2


def test_why_a_record_says_so_goes_down_to_rules_and_words(get: Get) -> None:
    link = re.search(r'href="(/agreements/irn-rus-2025/why/act-[^"]+)"', get(PAGE))[1]
    page = get(link)
    assert 'id="explanation"' in page
    assert "acts#signature" in page


def test_an_agreement_is_found_by_its_parties(get: Get) -> None:
    assert "New START" in get("/agreements/rus%20usa")

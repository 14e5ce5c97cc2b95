"""From articles to a report: typed, dropped, opened as an example; progress, cancelling, refusals, keys, history."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from service.doors import keys
from service.doors.doors import Doors
from service.llm.scripted import Scripted
from service.services import Services
from tests.asked import raising
from tests.test_analyze import COURIER, POST, restate
from tests.web import acting
from tests.web.conftest import Opened
from tests.web.serving import Paced, Serving

pytestmark = pytest.mark.browser
ServicesOn = Callable[..., Services]
PAGE = (
    f"<!doctype html><html><body><article><h1>{COURIER.title}</h1>{'<p>'.join(COURIER.text.split(chr(10)))}</article>"
)


def test_two_pasted_articles_are_compared_and_a_contradiction_is_seen_in_both(desk: Page) -> None:
    acting.analyse(desk)
    expect(desk.locator("#report-title")).to_have_text("The Island Post and Velmora Courier")
    expect(desk.locator("#report-title")).to_be_focused()
    desk.locator("#ledger .contradictions button").first.click()
    assert "212 passengers" in acting.chosen(desk, "Velmora Courier")
    assert "184 passengers" in acting.chosen(desk, "The Island Post")
    assert acting.is_seen(desk, "Velmora Courier")
    assert acting.is_seen(desk, "The Island Post")
    expect(desk.locator("#ledger .detail")).to_contain_text("184 is not 212")


def test_dropped_files_become_articles_a_page_among_them(desk: Page) -> None:
    acting.drop(desk, "courier.html", PAGE)
    acting.drop(desk, "post.txt", POST.text)
    first, second = (desk.get_by_role("listitem", name=f"Article {number}", exact=True) for number in (1, 2))
    expect(first).to_contain_text("courier.html, HTML")
    expect(second.get_by_label("Text or HTML")).to_have_value(POST.text)
    for card, name in ((first, "Courier"), (second, "Post")):
        card.get_by_label("Outlet").fill(name)
    acting.compare(desk)
    expect(acting.column(desk, "Courier")).to_contain_text("Harbour master Ines Tallow")


def test_pasted_html_is_sent_as_html(desk: Page) -> None:
    acting.fill(desk)
    card = desk.get_by_role("listitem", name="Article 1", exact=True)
    card.get_by_label("Text or HTML").fill(PAGE)
    expect(card).to_contain_text("Will be read as HTML")
    with desk.expect_request("**/analyze") as asked:
        acting.compare(desk)
    sent = json.loads(asked.value.post_data or "")
    assert set(sent["articles"][0]) == {"outlet", "published_at", "html"}


def test_an_example_is_one_click_away(desk: Page) -> None:
    desk.get_by_role("button", name="Open an example").click()
    expect(desk.locator("#report")).to_be_visible()
    expect(desk.locator("#report-told")).to_contain_text("invented")


def test_a_dropped_report_is_shown_and_what_is_none_is_said_to_be_none(desk: Page) -> None:
    example = json.loads((acting.ROOT / "service/example.json").read_text("utf-8"))["answer"]
    acting.drop(desk, "report.json", example)
    expect(desk.locator("#report-title")).to_contain_text("The Courier")
    for name, content, told in (
        ("other.json", {"a": 1}, "neither a report nor a story"),
        ("broken.json", "{", "is not JSON"),
        ("later.json", {**example, "report_version": "2"}, "another version"),
        ("damaged.json", {**example, "claims": [{"id": 1, "article_id": "ledger"}]}, "damaged"),
    ):
        acting.drop(desk, name, content)
        expect(desk.get_by_role("alert").first).to_contain_text(told)


def test_progress_is_told_and_cancelling_stops_the_work(opened: Opened, services_on: ServicesOn) -> None:
    llm = Paced(Scripted(restate), 30)
    with Serving(services_on(llm)) as slow:
        page = opened(slow.address)
        acting.fill(page)
        page.get_by_role("button", name="Compare", exact=True).click()
        expect(page.locator("#progress-step")).to_have_text("Reading what each article claims")
        expect(page.locator("#progress-count")).to_contain_text("0 of")
        page.get_by_role("button", name="Cancel").click()
        expect(page.locator("#progress")).to_be_hidden()
        expect(page.get_by_role("button", name="Compare", exact=True)).to_be_focused()
        expect(page.locator("#announcements")).to_contain_text("Stopped")
        for _ in range(50):
            if llm.called_off:
                break
            page.wait_for_timeout(100)
    assert llm.called_off


def test_one_article_is_not_sent(desk: Page) -> None:
    acting.fill(desk, COURIER)
    desk.get_by_role("button", name="Compare", exact=True).click()
    expect(desk.get_by_role("alert").first).to_contain_text("At least two articles")


def test_a_wrong_field_is_named_in_plain_words(desk: Page) -> None:
    acting.fill(desk)
    desk.get_by_role("listitem", name="Article 2", exact=True).get_by_label("Date").fill("last week")
    desk.get_by_role("button", name="Compare", exact=True).click()
    expect(desk.get_by_role("alert").first).to_contain_text("Article 2, date: is not a date")


def test_a_failure_on_the_way_is_told_in_plain_words(opened: Opened, services_on: ServicesOn) -> None:
    with Serving(services_on(Scripted(raising(RuntimeError("secret words"))))) as failing:
        page = opened(failing.address)
        acting.fill(page)
        page.get_by_role("button", name="Compare", exact=True).click()
        told = page.get_by_role("alert").first
        expect(told).not_to_be_empty()
        expect(told).not_to_contain_text("secret words")
        expect(told).not_to_contain_text("undefined")


def test_a_key_is_asked_for_kept_in_the_tab_and_sent(opened: Opened, services_on: ServicesOn) -> None:
    key, line = keys.new("desk")
    with Serving(services_on(Scripted(restate)), Doors(keys.parse(line))) as guarded:
        page = opened(guarded.address)
        expect(page.locator("#readiness")).to_have_text("This service asks for a key")
        acting.fill(page)
        page.get_by_role("button", name="Compare", exact=True).click()
        expect(page.get_by_role("alert").first).to_contain_text("asks for a key")
        expect(page.locator("#key")).to_be_focused()
        for wrong in ("rsh_unknown", "ключ"):
            page.locator("#key").fill(wrong)
            page.locator("#key").blur()
            expect(page.locator("#readiness")).to_have_text("The service does not know this key")
        page.locator("#key").fill(key)
        page.locator("#key").blur()
        expect(page.locator("#readiness")).to_contain_text("Ready")
        acting.compare(page)
        kept = page.evaluate("[Object.values(sessionStorage), Object.values(localStorage), document.cookie]")
        assert kept == [[key], [], ""]


def test_history_is_kept_only_where_asked_and_forgotten_when_told(desk: Page) -> None:
    databases = "indexedDB.databases().then((all) => all.length)"
    acting.analyse(desk)
    assert desk.evaluate(databases) == 0
    assert desk.evaluate("localStorage.length") == 0
    desk.locator("#intake > summary").click()
    desk.get_by_text("History").click()
    desk.get_by_label("Keep reports in this browser").check()
    acting.compare(desk)
    expect(desk.locator(".kept li")).to_have_count(1)
    desk.reload()
    desk.get_by_text("History").click()
    desk.locator(".kept button").first.click()
    expect(desk.locator("#report-told")).to_contain_text("history")
    desk.locator("#intake > summary").click()
    desk.get_by_role("button", name="Forget everything").click()
    expect(desk.locator(".kept li")).to_have_count(0)
    expect(desk.get_by_label("Keep reports in this browser")).not_to_be_checked()
    assert desk.evaluate(databases) == 0
    assert desk.evaluate("localStorage.length") == 0

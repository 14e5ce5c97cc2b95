"""The whole way by keyboard alone: no mouse, no focus but what Tab reaches."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.test_analyze import COURIER, POST
from tests.web import acting

pytestmark = pytest.mark.browser
MOST_STOPS = 80


def tab_to(page: Page, wanted: Locator) -> None:
    """Presses Tab until `wanted` has the focus."""
    for _ in range(MOST_STOPS):
        if wanted.evaluate("(one) => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not reach {wanted}")


def test_from_two_articles_to_a_judged_finding(desk: Page) -> None:
    desk.keyboard.press("Tab")
    expect(desk.get_by_role("link", name="Skip to the articles")).to_be_focused()
    for number, article in enumerate((COURIER, POST), start=1):
        card = desk.get_by_role("listitem", name=f"Article {number}", exact=True)
        tab_to(desk, card.get_by_label("Outlet"))
        desk.keyboard.type(article.outlet or "")
        tab_to(desk, card.get_by_label("Text or HTML"))
        desk.keyboard.insert_text(article.text)
    tab_to(desk, desk.get_by_role("button", name="Compare", exact=True))
    desk.keyboard.press("Enter")
    expect(desk.locator("#report-title")).to_be_focused()

    tab_to(desk, desk.locator(".citation").first)
    expect(desk.locator("#cited-words blockquote")).to_be_visible()
    finding = desk.locator("#ledger .contradictions .finding-head")
    tab_to(desk, finding)
    desk.keyboard.press("Enter")
    expect(finding).to_have_attribute("aria-expanded", "true")
    expect(finding).to_be_focused()
    assert acting.is_seen(desk, "Velmora Courier")
    assert acting.is_seen(desk, "The Island Post")
    tab_to(desk, desk.locator("#ledger").get_by_role("button", name="Right", exact=True))
    desk.keyboard.press("Space")
    expect(desk.locator("#ledger").get_by_role("button", name="Right", exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )


def test_marks_are_walked_with_the_arrow_keys_and_one_stop_a_column(desk: Page) -> None:
    acting.analyse(desk)
    stops = desk.locator(".column .mark[tabindex='0']")
    expect(stops).to_have_count(2)
    tab_to(desk, stops.first)
    before = desk.evaluate("document.activeElement.textContent")
    desk.keyboard.press("ArrowDown")
    assert desk.evaluate("document.activeElement.textContent") != before
    desk.keyboard.press("Home")
    desk.keyboard.press("Enter")
    expect(desk.locator("#ledger [aria-expanded=true]")).to_have_count(1)
    expect(stops).to_have_count(2)


def test_a_missed_finding_is_added_without_selecting_anything(desk: Page) -> None:
    acting.analyse(desk)
    tab_to(desk, desk.get_by_text("Add a finding that was missed"))
    desk.keyboard.press("Enter")
    sides = desk.get_by_role("group", name="Words")
    for at, words in enumerate(("stay in port until the hull", "had warned of the sandbank")):
        outlet = "Velmora Courier" if at == 0 else "The Island Post"
        tab_to(desk, sides.nth(at).get_by_label("Article"))
        desk.keyboard.type(outlet)
        tab_to(desk, sides.nth(at).get_by_label("Words"))
        desk.keyboard.insert_text(words)
    tab_to(desk, desk.get_by_role("button", name="Add it"))
    desk.keyboard.press("Enter")
    expect(desk.locator(".missed-item")).to_have_count(1)
    expect(desk.locator(".missed-item li").first).to_have_text("Velmora Courier: stay in port until the hull")

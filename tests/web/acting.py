"""What a reader does on the page, in one word each."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from service.models import Article
from tests.test_analyze import COURIER, POST

ROOT = Path(__file__).parent.parent.parent
AXE = next((ROOT / ".cache/axe-core").glob("axe-*.min.js"), None)


def fill(page: Page, *articles: Article) -> None:
    """Types the articles in, the first two into the cards that are there."""
    for number, article in enumerate(articles or (COURIER, POST), start=1):
        card = page.get_by_role("listitem", name=f"Article {number}", exact=True)
        if not card.count():
            page.get_by_role("button", name="Add an article").click()
        card.get_by_label("Outlet").fill(article.outlet or "")
        card.get_by_label("Date").fill(article.published_at.isoformat() if article.published_at else "")
        card.get_by_label("Text or HTML").fill(article.text)


def compare(page: Page) -> None:
    """Presses the button and waits for the report."""
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.locator("#report")).to_be_visible()


def analyse(page: Page, *articles: Article) -> None:
    """From two articles to their report."""
    fill(page, *articles)
    compare(page)


def drop(page: Page, name: str, content: str | dict[str, Any]) -> None:
    """Drops a file on the page, as a mouse would."""
    text = content if isinstance(content, str) else json.dumps(content)
    page.evaluate(
        """([name, text]) => {
            const carried = new DataTransfer();
            carried.items.add(new File([text], name));
            const drop = {dataTransfer: carried, bubbles: true, cancelable: true};
            document.body.dispatchEvent(new DragEvent("drop", drop));
        }""",
        [name, text],
    )


def unfold(page: Page) -> None:
    """Opens whatever can be folded away."""
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")


def column(page: Page, outlet: str) -> Locator:
    """The column of an outlet's article."""
    return page.locator("#columns").get_by_role("region", name=outlet, exact=True)


def chosen(page: Page, outlet: str) -> str:
    """The words of the chosen finding in a column, on one line."""
    words = column(page, outlet).locator(".mark.chosen").all_text_contents()
    return " ".join("".join(words).split())


def is_seen(page: Page, outlet: str) -> bool:
    """Whether the first chosen words stand inside their column, where a reader sees them."""
    seen: bool = column(page, outlet).evaluate(
        """(column) => {
            const text = column.querySelector(".column-text").getBoundingClientRect();
            const mark = column.querySelector(".mark.chosen").getBoundingClientRect();
            return mark.top >= text.top - 1 && mark.top < text.bottom;
        }"""
    )
    return seen

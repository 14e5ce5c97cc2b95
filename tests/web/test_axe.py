"""axe-core finds nothing, in light and dark, wide and narrow, before and after a report."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.web import acting
from tests.web.conftest import Opened

pytestmark = pytest.mark.browser
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def axe() -> Path:
    """axe-core's file."""
    assert acting.AXE, "axe-core is not here; .ci/chromium fetches it"
    return acting.AXE


def violations(page: Page) -> list[Any]:
    """What axe-core finds: rule, and where."""
    found: list[Any] = page.evaluate(
        """async (rules) => {
            const { violations } = await axe.run(document, { runOnly: rules });
            const told = (rule) => (node) => [rule, node.target.join(" "), node.failureSummary];
            return violations.flatMap((one) => one.nodes.map(told(one.id)));
        }""",
        RULES,
    )
    return found


@pytest.mark.parametrize("width", [1440, 1024, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_shuts_anybody_out(opened: Opened, axe: Path, scheme: str, width: int) -> None:
    page = opened(width=width, init=axe, color_scheme=scheme)
    assert violations(page) == []
    acting.analyse(page)
    page.locator("#ledger .finding-head").first.click()
    page.locator("#ledger").get_by_role("button", name="Wrong", exact=True).click()
    acting.unfold(page)
    assert violations(page) == []


def test_a_refusal_shuts_nobody_out(opened: Opened, axe: Path) -> None:
    page = opened(init=axe)
    acting.fill(page)
    page.get_by_role("listitem", name="Article 2", exact=True).get_by_label("Date").fill("last week")
    page.get_by_role("button", name="Compare", exact=True).click()
    page.wait_for_selector(".refusal")
    assert violations(page) == []

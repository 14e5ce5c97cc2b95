"""What the browser tests share: one Chromium, one service on scripted replies, and a page that is watched."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from service.llm.scripted import Scripted
from service.services import Services
from tests.test_analyze import restate
from tests.web.serving import Serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = "/usr/bin/chromium"
# It looks for nothing but what a page asks for, and runs as root in CI.
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
).split()
Opened = Callable[..., "Page"]


@pytest.fixture(scope="module")
def chromium() -> "Iterator[Browser]":
    """Debian's Chromium. No longer than a module: while it runs, no test can have an event loop of its own."""
    # Not where the tests of the routes are collected, which need no browser.
    from playwright.sync_api import sync_playwright

    assert Path(CHROMIUM).exists(), "no Chromium here; .ci/chromium installs it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def served(services_on: Callable[..., Services]) -> Iterator[Serving]:
    """The service on scripted replies."""
    with Serving(services_on(Scripted(restate))) as serving:
        yield serving


@pytest.fixture
def opened(chromium: "Browser", served: Serving) -> Iterator[Opened]:
    """Opens the page: `opened(width=390, color_scheme="dark")`, or another `address`, or with an `init` script.

    Whatever the page says in the console as an error, and whatever it asks of anybody but its service, fails the test.
    """
    troubles: list[str] = []
    pages: list[Page] = []

    def build(address: str | None = None, width: int = 1440, init: Path | None = None, **context: object) -> "Page":
        address = address or served.address
        within = chromium.new_context(viewport={"width": width, "height": 900}, **context)  # type: ignore[arg-type]
        page = within.new_page()
        pages.append(page)
        if init:
            page.add_init_script(path=init)
        page.on("pageerror", lambda error: troubles.append(f"error: {error}"))
        page.on("console", lambda line: _listen(line.type, line.text, troubles))
        page.on("request", lambda request: _watch(request.url, address, troubles))
        page.set_default_timeout(10_000)
        page.goto(address)
        return page

    yield build
    for page in pages:
        page.context.close()
    assert troubles == []


def _listen(kind: str, text: str, troubles: list[str]) -> None:
    # The browser's own line for every answer that is a refusal.
    if kind == "error" and not text.startswith("Failed to load resource"):
        troubles.append(f"console: {text}")


def _watch(url: str, address: str, troubles: list[str]) -> None:
    if not url.startswith((f"{address}/", "data:", "blob:")):
        troubles.append(f"asked of another: {url}")


@pytest.fixture
def desk(opened: Opened) -> "Page":
    """The page, open at a wide screen."""
    return opened()

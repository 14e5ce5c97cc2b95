"""Photographs of a report on the desk page, for README: wide and narrow, the part a reader looks at first.

    python -m tests.web.screenshots REPORT.json FOLDER

Needs Chromium (.ci/chromium). The report is dropped on the page; no model is asked.
"""

import argparse
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from service.llm.profiles import EMBEDDED
from service.llm.scripted import Scripted
from service.prompts import Prompts, shipped_folder
from service.services import Services
from tests.asked import unable
from tests.web.conftest import CHROMIUM, FLAGS
from tests.web.serving import Serving

# Width, height, and how many pixels of the picture make one of the page.
SIZES = {"1440": (1440, 900, 1), "390": (390, 844, 2)}


def main() -> None:
    """Writes desk-WIDTH.png and summary-WIDTH.png for every size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("report", type=Path)
    parser.add_argument("folder", type=Path)
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    prompts = Prompts.load(shipped_folder())
    services = Services(
        llm=Scripted(unable), profile=EMBEDDED, prompts=prompts, model="none", is_local=True, parallel_calls=1
    )
    with Serving(services) as serving, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for name, (width, height, scale) in SIZES.items():
            context = browser.new_context(
                viewport={"width": width, "height": height}, device_scale_factor=scale, reduced_motion="reduce"
            )
            page = context.new_page()
            page.goto(serving.address)
            page.set_input_files("#files", asked.report)
            page.wait_for_selector("#report:not([hidden])")
            _take(page, "summary", asked.folder / f"summary-{name}.png")
            page.locator(".finding-head").first.click()
            _take(page, "side-by-side", asked.folder / f"desk-{name}.png")
        browser.close()


def _take(page: Page, part: str, to: Path) -> None:
    """The screen once `part` stands at its top and the columns have come to rest."""
    page.evaluate("(id) => document.getElementById(id).scrollIntoView({behavior: 'instant'})", part)
    page.wait_for_timeout(300)
    page.screenshot(path=to)


if __name__ == "__main__":
    main()

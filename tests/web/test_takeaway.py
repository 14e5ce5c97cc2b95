"""What leaves the page: files made by the service, JSON, a finding as text, feedback that the evals accept."""

import json
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Page, expect

from evals import cases
from service.report_models import Report
from tests.web import acting
from tests.web.conftest import Opened

pytestmark = pytest.mark.browser


def take(page: Page, button: str, folder: Path) -> Path:
    """The file that pressing `button` saves."""
    with page.expect_download() as saving:
        page.get_by_role("button", name=button, exact=True).click()
    file = folder / saving.value.suggested_filename
    saving.value.save_as(file)
    return file


def test_the_html_report_opens_offline_and_holds_both_sides(opened: Opened, tmp_path: Path) -> None:
    page = opened()
    acting.analyse(page)
    file = take(page, "HTML page", tmp_path)
    assert file.name == "report-the-island-post-velmora-courier.html"
    offline = page.context.new_page()
    asked: list[str] = []
    offline.on("request", lambda request: asked.append(request.url))
    page.context.set_offline(True)
    offline.goto(file.as_uri())
    text = offline.locator("body").inner_text()
    assert "212 passengers" in text
    assert "184 passengers" in text
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert offline.locator("script").count() == 0


@pytest.mark.parametrize(("button", "ending"), [("Markdown", ".md"), ("Ledger as CSV", ".csv")])
def test_other_files_are_made_by_the_service(desk: Page, tmp_path: Path, button: str, ending: str) -> None:
    acting.analyse(desk)
    file = take(desk, button, tmp_path)
    assert file.suffix == ending
    assert "212 passengers" in file.read_text("utf-8")


def test_the_json_is_the_report_and_can_be_dropped_again(desk: Page, tmp_path: Path) -> None:
    acting.analyse(desk)
    file = take(desk, "JSON", tmp_path)
    assert Report.model_validate_json(file.read_bytes()).contradictions
    desk.reload()
    acting.drop(desk, file.name, file.read_text("utf-8"))
    expect(desk.locator("#report-told")).to_contain_text(file.name)


def test_a_finding_is_copied_as_text_with_both_quotations(opened: Opened) -> None:
    page = opened(permissions=["clipboard-read", "clipboard-write"])
    acting.analyse(page)
    page.locator("#ledger .contradictions .finding-head").click()
    page.get_by_role("button", name="Copy as text").click()
    expect(page.locator("#announcements")).to_contain_text("copied")
    lines = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert lines[0] == "Contradiction (number, certain, decided by rules)"
    assert any(line.startswith("- Velmora Courier, 9 March 2021: “") and "212" in line for line in lines)
    assert any(line.startswith("- The Island Post, 9 March 2021: “") and "184" in line for line in lines)


def test_feedback_becomes_a_case_that_the_evals_accept(desk: Page, tmp_path: Path) -> None:
    acting.analyse(desk)
    desk.locator("#ledger .contradictions .finding-head").click()
    desk.locator("#ledger").get_by_role("button", name="Right", exact=True).click()
    desk.locator("#ledger").get_by_label("Why, if it helps").fill("Two counts of one ship.")
    desk.get_by_text("Add a finding that was missed").click()
    for number, (outlet, words) in enumerate(
        (("Velmora Courier", "stay in port until the hull"), ("The Island Post", "had warned of the sandbank"))
    ):
        side = desk.get_by_role("group", name="Words").nth(number)
        side.get_by_label("Article").select_option(label=outlet)
        side.get_by_label("Words", exact=True).fill(words)
    desk.get_by_role("button", name="Add it").click()
    desk.get_by_label("Name, in small letters").fill("velmora-ferry")
    archive = take(desk, "Export as a test case", tmp_path)
    assert archive.name == "velmora-ferry.zip"
    with zipfile.ZipFile(archive) as zipped:
        zipped.extractall(tmp_path / "cases")
    (case,) = cases.load_all(tmp_path / "cases")
    assert case.name == "velmora-ferry"
    judged = [one for one in case.expected.contradictions if one.expect == "must"]
    assert {one.why for one in judged} >= {"Two counts of one ship."}
    assert len(judged) == 2


def test_a_service_that_cannot_is_told_so_in_plain_words(desk: Page) -> None:
    acting.analyse(desk)
    desk.route(
        "**/render",
        lambda route: route.fulfill(
            status=404,
            content_type="application/problem+json",
            body=json.dumps(
                {"type": "/problems/not-found", "status": 404, "detail": "nothing here", "title": "", "request_id": "r"}
            ),
        ),
    )
    desk.get_by_role("button", name="Markdown", exact=True).click()
    expect(desk.locator("#takeaway [role=alert]")).to_contain_text("This service cannot do that")


def test_feedback_that_was_not_exported_is_not_lost_without_asking(desk: Page) -> None:
    acting.analyse(desk)
    desk.locator("#ledger .finding-head").first.click()
    desk.locator("#ledger").get_by_role("button", name="Wrong", exact=True).click()
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        if dialog.type == "confirm":
            dialog.dismiss()
        else:
            dialog.accept()

    desk.on("dialog", answer)
    desk.locator("#intake > summary").click()
    desk.get_by_role("button", name="Open an example").click()
    expect(desk.locator("#report-title")).to_contain_text("Velmora Courier")
    desk.reload()
    assert asked == ["confirm", "beforeunload"]

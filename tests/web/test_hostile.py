"""Whatever an article, a model or a file says, the page shows it as words."""

import json

import pytest
from playwright.sync_api import Page, expect

from service.models import Article
from tests.web import acting, made_reports

pytestmark = pytest.mark.browser
HOSTILE = (
    "<script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">"
    "<iframe srcdoc='<script>parent.document.title=1</script>'></iframe>&lt;b&gt; ${7*7} {{7*7}} 12 houses burned"
)


def parts(page: Page) -> dict[str, int]:
    """How many of the elements there are that no report may bring."""
    return {name: page.locator(name).count() for name in ("script", "img", "iframe", "svg", "style", "form [action]")}


def test_markup_in_an_article_stays_text_all_the_way(desk: Page) -> None:
    before, title = parts(desk), desk.title()
    articles = (
        Article(id="1", outlet=HOSTILE[:150], text=HOSTILE),
        Article(id="2", outlet="<b>Post</b>", text=HOSTILE.replace("12", "9")),
    )
    acting.analyse(desk, *articles)
    expect(desk.locator("#columns")).to_contain_text("<script>document.title='taken'</script>")
    expect(desk.locator("#report-title")).to_contain_text("<b>Post</b>")
    assert (parts(desk), desk.title()) == (before, title)


def test_markup_in_every_part_of_a_dropped_report_stays_text(desk: Page) -> None:
    before, title = parts(desk), desk.title()
    report = made_reports.make(
        f"{HOSTILE}\nMore", f"{HOSTILE.replace('12', '9')}\nMore", outlets=(HOSTILE, HOSTILE + "2")
    )
    report["articles"][0]["url"] = "javascript:document.title='taken'"
    report["articles"][1]["language"] = '"><script>'
    report["notices"] = [{"code": "nothing_found", "text": HOSTILE, "article_id": None}]
    acting.drop(desk, "report.json", report)
    expect(desk.locator("#report")).to_be_visible()
    desk.locator("#ledger .finding-head").first.click()
    desk.locator(".citation").first.focus()
    acting.unfold(desk)
    expect(desk.locator("#ledger .detail")).to_contain_text("<img src=x")
    assert (parts(desk), desk.title()) == (before, title)
    assert desk.locator("a[href^='javascript']").count() == 0


def test_a_report_cannot_reach_what_every_object_has(desk: Page) -> None:
    report = made_reports.make("Fire in 12 houses\nMore", "Fire in 9 houses\nMore")
    text = json.dumps(report).replace('"a1"', '"__proto__"').replace('"a2"', '"constructor"')
    acting.drop(desk, "report.json", text)
    expect(desk.locator("#report")).to_be_visible()
    assert desk.evaluate("Object.keys(Object.prototype)") == []


def test_the_browser_itself_refuses_to_make_markup_of_a_string(desk: Page) -> None:
    # On a page of its own: the refusal is an error in its console.
    page = desk.context.new_page()
    page.goto(desk.url)
    script = "try { document.body.insertAdjacentHTML('beforeend', '<b>x</b>') } catch (error) { error.name }"
    assert page.evaluate(script) == "TypeError"

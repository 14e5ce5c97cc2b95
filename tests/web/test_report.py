"""A report on the page: citations, linked words, offsets, narrow screens, right-to-left text, size."""

import json

import pytest
from playwright.sync_api import Page, expect

from service.report_models import Report
from tests.web import acting, made_reports
from tests.web.conftest import Opened

pytestmark = pytest.mark.browser
FIRST_PAINT_BYTES = 100_000


def show(page: Page, report: made_reports.Report) -> None:
    """Drops a report that the service itself would accept."""
    Report.model_validate_json(json.dumps(report))
    acting.drop(page, "report.json", report)
    expect(page.locator("#report")).to_be_visible()


def test_a_citation_shows_the_words_it_rests_on_when_it_is_focused(desk: Page) -> None:
    acting.analyse(desk)
    disputed = desk.locator(".sentence.disputed")
    expect(disputed).to_contain_text("Disputed")
    first, second = disputed.get_by_role("button").all()
    for citation in (second, first):
        citation.focus()
        expect(desk.locator("#cited-words blockquote")).to_contain_text("passengers aboard")
        number = citation.evaluate("(cited) => cited.lastChild.data")
        expect(desk.locator("#cited-words .card-number")).to_have_text(number)
        assert citation.evaluate("(cited) => cited.getAttribute('aria-describedby')") == "cited-words"
    second.click()
    assert "passengers aboard" in "".join(desk.locator(".mark.chosen").all_text_contents())


def test_words_that_are_pointed_at_or_focused_light_the_same_fact_in_every_column(desk: Page) -> None:
    acting.analyse(desk)
    mark = acting.column(desk, "Velmora Courier").locator(".mark.contradicted").first
    mark.hover()
    expect(acting.column(desk, "The Island Post").locator(".mark.lit")).to_contain_text(["184 passengers"])
    desk.locator("#report-title").hover()
    expect(desk.locator(".mark.lit")).to_have_count(0)
    mark.focus()
    expect(acting.column(desk, "The Island Post").locator(".mark.lit")).to_contain_text(["184 passengers"])


def test_a_mark_that_is_pressed_opens_its_finding_in_the_ledger(desk: Page) -> None:
    acting.analyse(desk)
    acting.column(desk, "Velmora Courier").locator(".mark.contradicted").first.click()
    expect(desk.locator("#ledger .contradictions [aria-expanded=true]")).to_be_visible()
    assert acting.is_seen(desk, "The Island Post")


def test_the_ledger_is_filtered_by_kind(desk: Page) -> None:
    acting.analyse(desk)
    expect(desk.locator("#ledger .finding")).to_have_count(1)
    desk.locator(".filters").get_by_role("button", name="Agreements").click()
    expect(desk.locator("#ledger .finding .kind")).to_have_text(["Agreement"])
    expect(desk.locator(".filters [aria-pressed=true]")).to_be_focused()


def test_the_matrix_says_who_says_what_in_words_and_counts_origins(desk: Page) -> None:
    acting.analyse(desk)
    row = desk.locator(".matrix tbody tr", has_text="hurt").first
    expect(row.get_by_role("cell")).to_have_text(["●says", "●says", "2"])
    row.get_by_role("button").click()
    assert "nobody was hurt" in acting.chosen(desk, "Velmora Courier")
    assert "Nobody was hurt" in acting.chosen(desk, "The Island Post")


def test_offsets_count_code_points_whatever_stands_before_them(desk: Page) -> None:
    report = made_reports.make("𝔉ire 🔥🔥 in 12 houses\nAll 👨‍👩‍👧 left", "🚒 Fire in 9 houses 𝒳\nNo 🐈 left")
    show(desk, report)
    desk.locator("#ledger .finding-head").first.click()
    assert acting.chosen(desk, "Paper 1") == "𝔉ire 🔥🔥 in 12 houses"
    assert acting.chosen(desk, "Paper 2") == "🚒 Fire in 9 houses 𝒳"


def test_words_that_are_selected_are_counted_in_code_points(desk: Page) -> None:
    report = made_reports.make("𝔉ire 🔥🔥 in 12 houses\nAll left", "🚒 Fire in 9 houses\nNone left")
    show(desk, report)
    desk.get_by_text("Add a finding that was missed").click()
    for outlet, words in (("Paper 1", "All left"), ("Paper 2", "in 9 houses")):
        desk.evaluate(
            """([outlet, words]) => {
                const marks = [...document.querySelectorAll(`.column[aria-label="${outlet}"] .mark`)];
                const node = marks.find((mark) => mark.textContent.includes(words)).firstChild;
                const at = node.data.indexOf(words);
                document.getSelection().setBaseAndExtent(node, at, node, at + words.length);
            }""",
            [outlet, words],
        )
        expect(
            desk.get_by_role("group", name="Words").get_by_label("Words").nth(int(outlet == "Paper 2"))
        ).to_have_value(words)
    desk.get_by_role("button", name="Add it").click()
    expect(desk.locator(".missed-item li")).to_have_text(["Paper 1: All left", "Paper 2: in 9 houses"])


def test_a_changed_quotation_shows_its_differences_word_by_word(desk: Page) -> None:
    report = made_reports.make("We will not yield on the pay\nMore", "We shall not ever yield on the pay\nMore")
    spans = [
        {"article_id": claim["article_id"], **{key: claim["spans"][0][key] for key in ("start", "end", "quote")}}
        for claim in (report["claims"][0], report["claims"][2])
    ]
    differences = [{"a": "will", "b": "shall"}, {"a": "", "b": "ever"}]
    changed = {"id": "q", "text": "Differently quoted.", "spans": spans, "speakers": [None, None]}
    report["quote_changes"] = [{**changed, "kinds": ["altered"], "differences": differences}]
    show(desk, report)
    desk.locator("#ledger .quote_changes .finding-head").click()
    expect(desk.locator("#ledger del")).to_have_text(["will"])
    expect(desk.locator("#ledger ins")).to_have_text(["shall", "ever"])


def test_a_narrow_screen_shows_two_columns_and_fetches_those_a_finding_needs(opened: Opened) -> None:
    page = opened(width=390)
    texts = [f"Fire in {number} houses\nPaper {number} adds this" for number in range(1, 6)]
    report = made_reports.make(*texts)
    made_reports.agree(report, 1, 7)
    show(page, report)
    expect(page.locator(".column")).to_have_count(2)
    page.locator(".filters").get_by_role("button", name="Agreements").click()
    page.locator("#ledger .agreements .finding-head").click()
    assert sorted(page.locator(".column").evaluate_all("(all) => all.map((one) => one.ariaLabel)")) == [
        "Paper 1",
        "Paper 4",
    ]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_label("Article in column 1").select_option("a5")
    expect(acting.column(page, "Paper 5")).to_be_visible()


def test_a_finding_of_more_articles_than_there_is_room_for_leads_to_each_of_them(opened: Opened) -> None:
    page = opened(width=1024)
    show(page, made_reports.make(*(f"Fire in {number} houses\nNobody was hurt" for number in range(1, 9))))
    page.locator("#ledger .finding-head").click()
    expect(page.locator(".column")).to_have_count(3)
    page.locator("#ledger .detail").get_by_role("button", name="Paper 7").click()
    assert acting.chosen(page, "Paper 7") == "Fire in 7 houses"
    expect(acting.column(page, "Paper 7").locator(".mark.chosen")).to_be_focused()


def test_text_that_runs_from_right_to_left_does_so(desk: Page) -> None:
    show(
        desk,
        made_reports.make(
            "احترقت 12 منزلا في المدينة\nلم يصب أحد", "Nine houses burned\nNobody was hurt", outlets=("النهار", "Post")
        ),
    )
    directions = desk.locator(".column .paragraph").evaluate_all(
        "(all) => all.map((one) => getComputedStyle(one).direction)"
    )
    assert directions == ["rtl", "rtl", "ltr", "ltr"]


def test_the_first_paint_is_light_and_everything_comes_from_the_service(opened: Opened) -> None:
    page = opened()
    page.wait_for_load_state("networkidle")
    loaded = page.evaluate(
        "performance.getEntries().filter((one) => one.encodedBodySize).map((one) => [one.name, one.encodedBodySize])"
    )
    assert {"/", "app.js", "page.css"} <= {name.rpartition("/")[2] or "/" for name, _ in loaded}
    assert sum(size for _, size in loaded) < FIRST_PAINT_BYTES


def test_ten_long_articles_are_shown_and_searched_without_a_stutter(opened: Opened) -> None:
    page = opened()
    line = "The ferry Astrid struck a sandbank off Velmora on Tuesday with passengers and twenty lorries in her hold {}"
    texts = ["\n".join(line.format(f"{paper} {number}") for number in range(105)) for paper in range(10)]
    report = made_reports.make(*texts)
    for number in range(1, 60):
        made_reports.agree(report, number, 315 + number, 840 + number)
    page.evaluate(
        "new PerformanceObserver((list) => (window.longest = Math.max(window.longest ?? 0, ...list.getEntries()"
        ".map((one) => one.duration)))).observe({type: 'longtask'})"
    )
    show(page, report)
    page.wait_for_timeout(500)
    # Half a core of a busy machine that draws without a graphics card; a reader's own is many times as fast.
    assert page.evaluate("window.longest ?? 0") < 1_500
    page.evaluate("window.longest = 0")
    # By its text: looking it up by role would take longer than what is measured.
    following = page.locator("#chosen button", has_text="Next")
    for _ in range(5):
        following.click()
        page.wait_for_timeout(100)
    assert page.locator(".mark.chosen").count() >= 3
    assert page.evaluate("window.longest ?? 0") < 400
    rows = page.locator(".matrix tbody tr")
    expect(rows).to_have_count(100)
    page.locator("#matrix button", has_text="more facts of").click()
    expect(rows).to_have_count(200)
    expect(rows.nth(100).locator("button")).to_be_focused()

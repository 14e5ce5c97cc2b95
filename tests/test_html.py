from datetime import UTC, date, datetime

import pytest

from service import html
from service.errors import Invalid

BODY = "".join(
    f"<p>Paragraph {number} tells at some length how the harbour was closed and who had asked for it.</p>"
    for number in range(6)
)


def page(head: str = "", body: str = BODY, after: str = "") -> str:
    return (
        f"<!doctype html><html><head>{head}</head><body><nav>Home</nav><article>{body}</article>{after}</body></html>"
    )


def kind_of_refusal(source: str) -> str:
    with pytest.raises(Invalid) as raised:
        html.read(source)
    assert [problem.field for problem in raised.value.problems] == ["html"]
    return raised.value.problems[0].kind


def test_the_article_is_taken_out_of_its_page() -> None:
    found = html.read(page("<title>Harbour closed</title>", after="<footer>All rights reserved</footer>"))
    assert found.title == "Harbour closed"
    assert found.text.startswith("Paragraph 0 tells")
    assert found.text.count("\n") == 5
    assert "Home" not in found.text
    assert "rights" not in found.text


def test_a_part_of_a_page_is_enough() -> None:
    assert html.read(BODY).text.startswith("Paragraph 0 tells")


def test_letters_of_every_script_survive_whatever_encoding_the_page_declares() -> None:
    found = html.read(page("<meta charset='koi8-r'>", BODY + "<p>Гавань закрыта, сказал мэр. 港は閉鎖された。</p>"))
    assert found.text.endswith("Гавань закрыта, сказал мэр. 港は閉鎖された。")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            '<meta property="article:published_time" content="2014-10-17T08:00:00Z">',
            datetime(2014, 10, 17, 8, tzinfo=UTC),
        ),
        ('<meta itemprop="datePublished" content="2014-10-17">', date(2014, 10, 17)),
        ('<meta name="pubdate" content=" 2014-10-17 ">', date(2014, 10, 17)),
        ('<script type="application/ld+json">{"datePublished" : "2014-10-17"}</script>', date(2014, 10, 17)),
    ],
)
def test_a_date_the_page_declares_is_read(head: str, expected: date) -> None:
    assert html.read(page(head)).published_at == expected


@pytest.mark.parametrize(
    ("head", "after"),
    [
        ("", "<footer>Copyright 2019. Updated 12 March 2018</footer>"),
        ('<link rel="canonical" href="https://example.org/2014/10/17/harbour">', ""),
        ('<meta property="article:modified_time" content="2014-10-17">', ""),
        ('<meta name="pubdate" content="last Friday">', ""),
        ('<meta name="pubdate" content="2014-10-17"><meta name="pubdate" content="2014-10-18">', ""),
    ],
)
def test_a_date_is_never_guessed(head: str, after: str) -> None:
    assert html.read(page(head, after=after)).published_at is None


def test_the_site_is_the_one_the_page_names() -> None:
    assert html.read(page('<meta property="og:site_name" content=" The  Harbour\nPost ">')).site == "The Harbour Post"
    assert html.read(page("<title>Closed | The Harbour Post</title>")).site is None


def test_a_title_built_to_run_over_is_no_title() -> None:
    assert html.read(page(f"<title>{'x' * 5000}</title>")).title is None


@pytest.mark.parametrize("source", ["", " ", "hello", "<html></html>", "<script>let a = 1</script>", "<div>" * 100_000])
def test_a_page_without_an_article_is_refused(source: str) -> None:
    assert kind_of_refusal(source) == "no-article-in-html"


def test_a_page_of_too_many_elements_is_refused_before_it_costs_minutes() -> None:
    assert kind_of_refusal(page(body="<p>word<br>" * 40_000)) == "text-too-long"

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from service import stories
from service.errors import Invalid, Malformed
from service.models import Article

ONE = {"text": "The ferry sank off the coast on Monday."}
OTHER = {"text": "A ferry went down on Monday, the harbour office said."}
TOLD = (
    "<html><body><article>"
    + "<p>The ferry sank off the coast, and all aboard were saved.</p>" * 6
    + "</article></body></html>"
)


def articles(*given: Any, **options: Any) -> tuple[Article, ...]:
    body = json.dumps({"articles": given, **options}).encode()
    return stories.to_articles(stories.parse(body))


def problems(*given: Any, **options: Any) -> list[tuple[str, str]]:
    with pytest.raises(Invalid) as raised:
        articles(*given, **options)
    return [(problem.field, problem.kind) for problem in raised.value.problems]


def test_text_is_kept_as_it_was_sent() -> None:
    text = "One.\r\n\r\n  Two \u201cquoted\u201d \U0001f6a2.\t\n"
    assert text in [article.text for article in articles({"text": text}, OTHER)]


def test_a_leading_byte_order_mark_is_dropped_and_no_other() -> None:
    texts = [article.text for article in articles({"text": "\ufeffOne \ufeffferry."}, OTHER)]
    assert "One \ufeffferry." in texts


def test_the_order_of_articles_does_not_matter() -> None:
    assert articles(ONE, OTHER) == articles(OTHER, ONE)


def test_an_article_without_an_id_is_named_by_its_content() -> None:
    first, second = articles(ONE, OTHER)
    assert (first.id, second.id) == (first.sha256[:12], second.sha256[:12])


def test_equal_articles_are_told_apart_by_a_number() -> None:
    ids = [article.id for article in articles(ONE, ONE, ONE)]
    assert ids == [ids[0], f"{ids[0]}-2", f"{ids[0]}-3"]


def test_an_id_that_another_article_took_is_numbered_too() -> None:
    name = articles(ONE, OTHER)[0].id
    text = articles(ONE, OTHER)[0].text
    found = {article.text: article.id for article in articles({"text": text}, {"text": "Else.", "id": name})}
    assert found == {text: f"{name}-2", "Else.": name}


def test_equal_articles_with_ids_of_their_own_come_in_the_same_order_always() -> None:
    a, b = {**ONE, "id": "a"}, {**ONE, "id": "b"}
    assert [article.id for article in articles(a, b)] == [article.id for article in articles(b, a)] == ["a", "b"]


def test_title_and_date_are_read_from_the_text_and_marked() -> None:
    text = "Ferry Sinks Off Northern Coast\n\nMarch 3, 2021\n\nThe ferry sank on Monday, the harbour office said.\n"
    read = next(article for article in articles({"text": text}, OTHER) if article.text == text)
    assert (read.title, read.title_read) == ("Ferry Sinks Off Northern Coast", True)
    assert (read.published_at, read.date_read) == (date(2021, 3, 3), True)


def test_what_the_caller_gives_is_not_read_again() -> None:
    text = "Ferry Sinks Off Northern Coast\n\nMarch 3, 2021\n\nThe ferry sank on Monday, the harbour office said.\n"
    given = {"text": text, "title": " The loss of a ferry ", "published_at": "2021-03-04T06:00:00+01:00"}
    read = next(article for article in articles(given, OTHER) if article.text == text)
    assert (read.title, read.title_read) == ("The loss of a ferry", False)
    assert (read.published_at, read.date_read) == (datetime(2021, 3, 4, 5, tzinfo=UTC), False)


def test_an_article_without_a_date_borrows_none() -> None:
    dated = {**OTHER, "published_at": "2021-03-04"}
    plain = next(article for article in articles(ONE, dated) if article.text == ONE["text"])
    assert (plain.published_at, plain.date_read) == (None, False)


def test_html_becomes_the_text_that_offsets_count() -> None:
    head = '<head><title>Ferry lost</title><meta property="og:site_name" content="The Post"></head>'
    read = next(one for one in articles({"html": TOLD.replace("<body>", f"{head}<body>")}, OTHER) if one.outlet)
    assert read.text.startswith("The ferry sank off the coast")
    assert (read.outlet, read.title, read.title_read, read.published_at) == ("The Post", "Ferry lost", True, None)


def test_an_outlet_the_caller_names_is_kept_over_the_pages() -> None:
    page = TOLD.replace("<html>", '<html><head><meta property="og:site_name" content="The Post"></head>')
    assert "Desk" in [article.outlet for article in articles({"html": page, "outlet": "Desk"}, OTHER)]


def test_options_reach_the_analysis() -> None:
    body = json.dumps({"articles": [ONE, OTHER], "options": {"allow_partial": True}}).encode()
    assert stories.parse(body).options.allow_partial


@pytest.mark.parametrize(
    ("given", "kind"),
    [([], "too-few-articles"), ([ONE], "too-few-articles"), ([ONE] * 21, "too-many-articles")],
)
def test_the_number_of_articles_is_limited(given: list[Any], kind: str) -> None:
    assert problems(*given) == [("articles", kind)]


@pytest.mark.parametrize(
    ("article", "field", "kind"),
    [
        ({}, "", "text-or-html"),
        ({"text": None}, "", "text-or-html"),
        ({"text": "a", "html": TOLD}, "", "text-or-html"),
        ({"text": ""}, ".text", "no-text"),
        ({"text": " \n\u2003"}, ".text", "no-text"),
        ({"text": "\ufeff"}, ".text", "no-text"),
        ({"text": "\u200b… — !"}, ".text", "no-text"),
        ({"text": "a" * 100_001}, ".text", "text-too-long"),
        ({"text": "half \ud83d of a pair"}, ".text", "bad-characters"),
        ({"text": "a\0b"}, ".text", "bad-characters"),
        ({"text": 5}, ".text", "wrong-type"),
        ({"text": ["a"]}, ".text", "wrong-type"),
        ({"html": "<p>hi"}, ".html", "no-article-in-html"),
        ({"html": "a" * 2_000_001}, ".html", "text-too-long"),
        ({"html": "\udc00"}, ".html", "bad-characters"),
        ({"html": f"<article>{'<p>One of very many lines that tell.</p>' * 4000}</article>"}, ".html", "text-too-long"),
        ({**ONE, "tekst": "a"}, ".tekst", "unknown-field"),
        ({**ONE, "id": ""}, ".id", "wrong-value"),
        ({**ONE, "id": " "}, ".id", "wrong-value"),
        ({**ONE, "id": "a" * 201}, ".id", "too-long"),
        ({**ONE, "id": "a\nb"}, ".id", "bad-characters"),
        ({**ONE, "id": "a\u2028b"}, ".id", "bad-characters"),
        ({**ONE, "outlet": "\x1b[2J"}, ".outlet", "bad-characters"),
        ({**ONE, "outlet": "a" * 201}, ".outlet", "too-long"),
        ({**ONE, "publisher": "\ud800"}, ".publisher", "bad-characters"),
        ({**ONE, "title": "a" * 501}, ".title", "too-long"),
        ({**ONE, "language": "plain English"}, ".language", "wrong-value"),
        ({**ONE, "url": "javascript:alert(1)"}, ".url", "wrong-value"),
        ({**ONE, "url": "https://example.org/a b"}, ".url", "wrong-value"),
        ({**ONE, "truncated": "yes"}, ".truncated", "wrong-type"),
        ({**ONE, "published_at": "17 October 2014"}, ".published_at", "wrong-date"),
        ({**ONE, "published_at": "2014-02-30"}, ".published_at", "wrong-date"),
        ({**ONE, "published_at": 1413504000}, ".published_at", "wrong-date"),
        ({**ONE, "published_at": "\ud800"}, ".published_at", "wrong-date"),
        ("text", "", "wrong-type"),
        (None, "", "wrong-type"),
    ],
)
def test_a_broken_rule_is_named_with_its_field(article: Any, field: str, kind: str) -> None:
    assert problems(OTHER, article) == [(f"articles[1]{field}", kind)]


def test_limits_are_counted_in_code_points() -> None:
    assert len(articles({"text": "🚢" * 99_999 + "a"}, OTHER)) == 2


@pytest.mark.parametrize("body", [b"[]", b"null", b'"story"', b"1"])
def test_a_body_that_is_no_object_is_refused(body: bytes) -> None:
    with pytest.raises(Invalid, match="the story must be an object"):
        stories.parse(body)


def test_duplicate_ids_name_both_articles() -> None:
    with pytest.raises(Invalid) as raised:
        articles({**ONE, "id": "a"}, OTHER, {"text": "Third.", "id": "a"})
    assert str(raised.value).startswith('articles[2].id: is "a", which articles[0].id is already')


def test_every_problem_is_told_at_once() -> None:
    found = problems({"text": ""}, {"tekst": "a", "text": "b"}, {**ONE, "language": "?"}, options={"allow_partial": 7})
    assert [field for field, _ in found] == [
        "articles[0].text",
        "articles[1].tekst",
        "articles[2].language",
        "options.allow_partial",
    ]


def test_pages_without_articles_are_told_together() -> None:
    assert [field for field, _ in problems({"html": "<p>"}, ONE, {"html": "<b>"})] == [
        "articles[0].html",
        "articles[2].html",
    ]


def test_the_list_of_problems_is_cut_and_counted() -> None:
    with pytest.raises(Invalid) as raised:
        articles(ONE, {**OTHER, **{f"field{number}": 1 for number in range(60)}})
    assert len(raised.value.problems) == 21
    assert "40 more" in raised.value.problems[-1].detail


@pytest.mark.parametrize("key", ["\ud800", "k" * 9000, "\x1b[2J", "clé"])
def test_a_field_name_out_of_hell_is_shown_in_ascii_and_cut(key: str) -> None:
    ((field, kind),) = problems(ONE, {**OTHER, key: 1})
    assert kind in ("unknown-field", "bad-characters")
    assert field.isascii()
    assert len(field) < 120


def test_nothing_sent_is_repeated_in_a_problem() -> None:
    with pytest.raises(Invalid) as raised:
        articles(
            {"text": "the minister's secret\0"}, {**ONE, "url": "the secret address", "published_at": "secret day"}
        )
    assert "secret" not in str(raised.value)


def test_a_body_that_is_no_json_is_malformed() -> None:
    with pytest.raises(Malformed):
        stories.parse(b"{")


def test_millions_of_empty_articles_are_one_problem() -> None:
    assert problems(*[{}] * 300_000) == [("articles", "too-many-articles")]

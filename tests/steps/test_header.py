"""header.read: title and date come from the article's own top, or from nowhere."""

from datetime import date

import pytest

from service.steps import header, sentences
from tests.speeches import paper


def read(text: str) -> header.Header:
    return header.read(text, sentences.split(text))


def test_the_header_of_the_article_that_has_one() -> None:
    title = "Russia Says It Won't Breach 'International Law' to Fight Islamic State"
    assert read(paper("moscow-times.txt")) == header.Header(title=title, published_at=date(2014, 10, 17))


def test_an_article_without_headline_and_date_line_has_neither() -> None:
    assert read(paper("rt.txt")) == header.Header()


def test_a_date_inside_the_body_is_not_the_date_of_publication() -> None:
    assert read("Dam breaks\n\nThe dam broke.\n\n17 October 2014\n\nIt rained.").published_at is None


def test_a_date_line_above_the_headline_counts() -> None:
    found = read("2014-10-17\n\nDam breaks in Alta\n\nThe dam broke.")
    assert found == header.Header(title="Dam breaks in Alta", published_at=date(2014, 10, 17))


def test_an_ambiguous_date_line_gives_no_date() -> None:
    assert read("Dam breaks in Alta\n03/04/2014\n\nThe dam broke.").published_at is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("World news\n\nDam breaks in Alta\n\nThe dam broke.", "Dam breaks in Alta"),
        ("Dam breaks\n\nThe dam broke.", "Dam breaks"),
        ("大坝在阿尔塔决堤\n\n大坝决堤了。", "大坝在阿尔塔决堤"),
        ("Dam\u00a0breaks  in Alta\n\nThe dam broke.", "Dam breaks in Alta"),
        ("The dam broke.\n\nWhat comes next\n\nNobody knows.", None),
    ],
)
def test_the_title_is_the_first_full_headline(text: str, title: str | None) -> None:
    assert read(text).title == title

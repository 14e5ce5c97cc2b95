"""Made articles: long enough, dated, alike where papers are and different where they differ."""

import json
from datetime import date

import pytest

from evals.benchmarks import made_stories
from service import stories
from service.steps import sentences


def sentences_of(number: int, position: int) -> set[str]:
    text = made_stories.text(number, position)
    return {text[part.start : part.end] for part in sentences.split(text)}


@pytest.mark.parametrize("articles", [2, 10, 20])
def test_a_story_is_a_request_the_product_takes(articles: int) -> None:
    story = stories.parse(json.dumps(made_stories.make(3, articles)).encode())
    assert len({article.outlet for article in stories.to_articles(story)}) == articles


@pytest.mark.parametrize("position", range(10))
def test_an_article_has_about_a_thousand_words(position: int) -> None:
    assert 950 <= len(made_stories.text(1, position).split()) <= 1_050


def test_equal_numbers_give_equal_stories_and_others_different_ones() -> None:
    assert made_stories.make(4, 2) == made_stories.make(4, 2)
    for position in (0, 1):
        assert made_stories.text(4, position) != made_stories.text(5, position)


def test_no_two_of_many_stories_hold_the_same_article() -> None:
    texts = [made_stories.text(number, position) for number in range(130) for position in range(2)]
    assert len(set(texts)) == len(texts)


def test_papers_share_sentences_but_mostly_write_their_own() -> None:
    one, other = sentences_of(1, 0), sentences_of(1, 7)
    assert 0 < len(one & other) < len(one) / 2


def test_later_papers_are_dated_later_and_all_after_the_event() -> None:
    days = [date.fromisoformat(article["published_at"]) for article in made_stories.make(2, 10)["articles"]]
    assert days == sorted(days)
    assert len(set(days)) > 1
    assert days[0] > date(2024, 5, 6)


def test_no_placeholder_is_left_unfilled() -> None:
    assert "{" not in "".join(made_stories.text(number, number % 20) for number in range(30))

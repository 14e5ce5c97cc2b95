"""One voice or two: credits, shared wording, publishers, and how origins are counted."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.models import Article, ReadArticle
from service.report_models import SameOrigin
from service.steps import origins, sentences

STORY = (
    "Rescuers pulled eleven miners from the flooded shaft on Monday evening. Their families had waited at the gate "
    "since dawn. The mine's owner said pumps would run all night. An inquiry begins next week in the county court."
)
OTHER = (
    "Eleven miners are safe after a long day underground. Engineers blame a broken valve for the water that filled the "
    "lower galleries. Unions want the whole pit closed until every pump has been replaced by a newer model."
)


def read(article_id: str, text: str, **fields: str) -> ReadArticle:
    article = Article.model_validate({"id": article_id, "outlet": article_id.title(), "text": text, **fields})
    return ReadArticle(article=article, sentences=sentences.split(text), speeches=())


def only(*articles: ReadArticle) -> SameOrigin:
    (group,) = origins.find(articles)
    return group


def test_two_papers_that_credit_one_agency_are_one_voice() -> None:
    group = only(
        read("daily", f"LONDON (Reuters) - {STORY}"),
        read("evening", f"{OTHER}\n\n(Reporting by Jo Doe; Editing by Al Roe)"),
    )
    assert (group.why, group.article_ids) == ("wire_credit", ("daily", "evening"))
    assert group.text == "Daily and Evening both credit Reuters, so they count as one voice."


def test_an_agencys_own_story_and_a_paper_that_credits_it_are_one_voice() -> None:
    assert only(read("agency", OTHER, outlet="AFP"), read("daily", f"{STORY} (AFP)")).why == "wire_credit"


def test_two_different_agencies_are_two_voices() -> None:
    assert origins.find([read("daily", f"LONDON (AP) - {STORY}"), read("evening", f"LONDON (AFP) - {OTHER}")]) == ()


def test_agencies_without_a_name_join_nothing() -> None:
    papers = [read("daily", f"{STORY}\n\n(with agency reports)"), read("evening", f"{OTHER}\n\n(with agency reports)")]
    assert origins.find(papers) == ()


def test_mostly_the_same_text_is_one_voice() -> None:
    shortened = STORY.rsplit(". ", 1)[0] + ". Local schools stay shut."
    group = only(read("daily", STORY), read("evening", shortened))
    assert (group.why, group.article_ids) == ("near_duplicate", ("daily", "evening"))
    assert group.text == "Daily and Evening both share most of their wording, so they count as one voice."


def test_case_and_punctuation_do_not_hide_a_copy() -> None:
    assert only(read("daily", STORY), read("evening", STORY.upper().replace(",", ""))).why == "near_duplicate"


def test_one_shared_sentence_does_not_make_a_copy() -> None:
    sentence = STORY.split(". ")[0]
    assert origins.find([read("daily", STORY), read("evening", f"{sentence}. {OTHER}")]) == ()


def test_two_tellings_of_one_event_are_two_voices() -> None:
    assert origins.find([read("daily", STORY), read("evening", OTHER)]) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"publisher": "The Harbour Group"}, {"publisher": "harbour group"}),
        ({"publisher": "Harbour-Group"}, {"publisher": "Harbour Group"}),
        ({"publisher": "Éditions Port"}, {"publisher": "Editions Port"}),
        ({"outlet": "Harbour News"}, {"outlet": "The Harbour News"}),
        ({"publisher": "Harbour News"}, {"outlet": "Harbour News"}),
    ],
)
def test_one_publisher_is_one_voice(one: dict[str, str], other: dict[str, str]) -> None:
    assert only(read("daily", STORY, **one), read("evening", OTHER, **other)).why == "publisher"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"publisher": "Harbour Group"}, {"publisher": "Hill Group"}),
        # Two papers of one name in two countries.
        ({"outlet": "The Times", "publisher": "A"}, {"outlet": "The Times", "publisher": "B"}),
        ({"publisher": "—"}, {"publisher": "!", "outlet": "Hill"}),
    ],
)
def test_other_publishers_are_other_voices(one: dict[str, str], other: dict[str, str]) -> None:
    found = origins.find([read("daily", STORY, **one), read("evening", OTHER, **other)])
    assert found == () or one["publisher"] == "—"


def test_groups_of_more_than_two_are_told_in_one_sentence() -> None:
    papers = [
        read(name, f"LONDON (dpa) - {text}") for name, text in (("a", STORY), ("b", OTHER), ("c", "Snow fell all day."))
    ]
    assert only(*papers).text == "A, B and C all credit dpa, so they count as one voice."


def test_origins_are_counted_through_chains() -> None:
    papers = [
        read("a", f"LONDON (AP) - {STORY}"),
        read("b", f"LONDON (AP) - {OTHER}"),
        read("c", OTHER),
        read("d", "Snow fell all day."),
    ]
    found = origins.find(papers)
    assert {(group.why, group.article_ids) for group in found} == {
        ("wire_credit", ("a", "b")),
        ("near_duplicate", ("b", "c")),
    }
    assert origins.count(["a", "b", "c", "d"], found) == 2
    assert origins.count(["a", "c"], found) == 1
    assert origins.count(["a", "d"], ()) == 2
    assert origins.count([], found) == 0


def test_the_order_of_the_articles_does_not_matter() -> None:
    papers = [
        read("a", f"LONDON (AP) - {STORY}"),
        read("b", f"{OTHER} (AP)"),
        read("c", OTHER),
        read("d", STORY, outlet="A"),
    ]
    first = origins.find(papers)
    assert len(first) > 2
    assert all(origins.find(order) == first for order in permutations(papers))


@settings(max_examples=80, deadline=None)
@given(st.lists(st.text(max_size=80), min_size=1, max_size=4))
def test_any_text_is_grouped_without_error(texts: list[str]) -> None:
    papers = [read(str(place), text) for place, text in enumerate(texts)]
    found = origins.find(papers)
    assert 1 <= origins.count([paper.article.id for paper in papers], found) <= len(papers)
    assert all(len(group.article_ids) > 1 for group in found)

"""The summary: what the model writes stands only where it holds; code gives every conflict both its sides."""

import json
from datetime import date

import pytest

from service.llm.profiles import EMBEDDED, remote
from service.models import ReadArticle
from service.prompts import Prompts
from service.report_models import Summary
from service.steps import coverage, findings, pairs, rules, summary
from service.steps.summary import Item, Question, Restated, Written
from tests.papers import Said, paper

CAPABLE = remote("openai/any")
DAY = date(2026, 3, 2)
COLLAPSE = "the Velmora bridge collapse"
LETTER = "Engineer Paul Marsh warned Gerant of rusty cables in a letter 3 years ago."
COURIER = paper("Courier", f"12 people died in {COLLAPSE}.", "The mayor of Velmora wept.", LETTER, published_at=DAY)
HERALD = paper("Herald", f"14 people died in {COLLAPSE}.", "The mayor of Velmora wept.", published_at=DAY)
BOTH_TOLLS = f"Courier reports that 12 people died in {COLLAPSE}, Herald that 14 people died."


def items_of(*reads: ReadArticle, most: int = 8) -> tuple[Item, ...]:
    by_id = {read.article.id: read for read in reads}
    found = findings.group(rules.judge_all(pairs.choose(reads).pairs, by_id), reads, ())
    return summary.choose(reads, found, coverage.find(reads, found, ()), most)


@pytest.fixture
def items() -> tuple[Item, ...]:
    """An agreement, a contradiction and what the Courier alone reports, in this order."""
    chosen = items_of(COURIER, HERALD)
    assert [one.kind for one in chosen] == ["agreement", "contradiction", "only in one paper"]
    return chosen


def ask(items: tuple[Item, ...], prompts: Prompts) -> Question:
    (question,) = summary.ask(items, CAPABLE, ["b", "a"], prompts)
    return question


def written(items: tuple[Item, ...], prompts: Prompts, *sentences: tuple[str, list[int]]) -> Summary:
    reply = json.dumps({"sentences": [{"text": text, "cites": cites} for text, cites in sentences]})
    return summary.read([ask(items, prompts)], [reply], items)


def test_agreements_come_first_then_where_the_papers_part_then_what_one_alone_tells(items: tuple[Item, ...]) -> None:
    assert [one.support for one in items] == ["multiple", "disputed", "single"]
    assert items[2].claim_ids == (COURIER.claims[2].id,)


def test_a_conflict_is_kept_before_all_else() -> None:
    assert [one.kind for one in items_of(COURIER, HERALD, most=1)] == ["contradiction"]


def test_a_fact_told_in_a_finding_is_not_told_again_as_one_papers_own(items: tuple[Item, ...]) -> None:
    told = [claim_id for one in items for claim_id in one.claim_ids]
    assert len(told) == len(set(told))


def test_a_capable_model_is_asked_once_with_every_side_in_its_papers_words(
    items: tuple[Item, ...], prompts: Prompts
) -> None:
    question = ask(items, prompts)
    shown = question.call.messages[-1].content
    assert question.numbers == (1, 2, 3)
    assert question.call.reply is Written
    assert question.call.sources == ("a", "b")
    assert "2. contradiction" in shown
    assert all(words in shown for words in ("Courier", "Herald", "12 people died", "14 people died"))


def test_a_model_that_only_restates_is_never_asked_about_a_conflict(items: tuple[Item, ...], prompts: Prompts) -> None:
    questions = summary.ask(items, EMBEDDED, [], prompts)
    assert [question.numbers for question in questions] == [(1,), (3,)]
    assert {question.call.reply for question in questions} == {Restated}
    assert all("14 people" not in message.content for one in questions for message in one.call.messages)


def test_nothing_found_is_nothing_asked(prompts: Prompts) -> None:
    assert summary.ask((), CAPABLE, [], prompts) == ()
    assert summary.read([], [], ()) == Summary()


def test_sentences_that_hold_are_the_models_and_stand_in_the_findings_order(
    items: tuple[Item, ...], prompts: Prompts
) -> None:
    found = written(
        items,
        prompts,
        ("Courier alone reports that engineer Paul Marsh warned Gerant of rusty cables.", [3]),
        (BOTH_TOLLS, [2]),
        ("The mayor of  Velmora wept.", [1]),
    )
    assert [one.text for one in found.sentences] == [
        "The mayor of Velmora wept.",
        BOTH_TOLLS,
        "Courier alone reports that engineer Paul Marsh warned Gerant of rusty cables.",
    ]
    assert [one.support for one in found.sentences] == ["multiple", "disputed", "single"]
    assert {one.origin for one in found.sentences} == {"model"}
    assert found.refused == ()


@pytest.mark.parametrize(
    ("text", "cites", "reason"),
    [
        ("The mayor of Velmora wept.", [], "uncited"),
        ("The mayor of Velmora wept.", [4], "bad_citation"),
        ("The mayor of Velmora wept.", [0], "bad_citation"),
        (f"12 people died in {COLLAPSE}.", [2], "one_sided"),
        ("The mayor of Brenholt wept.", [1], "name_mismatch"),
        ("The mayor of Velmora did not weep.", [1], "negation_mismatch"),
        ("Courier reports 9 letters of Paul Marsh about rusty cables.", [3], "number_mismatch"),
    ],
)
def test_a_sentence_that_does_not_hold_is_refused_with_its_reason(
    items: tuple[Item, ...], prompts: Prompts, text: str, cites: list[int], reason: str
) -> None:
    found = written(items, prompts, (text, cites))
    assert [(one.text, one.reason) for one in found.refused] == [(text, reason)]
    assert "model" not in {one.origin for one in found.sentences}


def test_code_fills_in_from_the_papers_words_where_too_little_holds(items: tuple[Item, ...], prompts: Prompts) -> None:
    found = written(items, prompts, ("The mayor of Velmora wept.", [1]))
    assert [one.origin for one in found.sentences] == ["model", "extractive", "extractive"]
    assert all(words in found.sentences[1].text for words in ("Courier", "12 people", "Herald", "14 people"))
    assert [one.claim_ids for one in found.sentences] == [one.claim_ids for one in items]


def test_a_conflict_the_model_left_out_is_told_by_code_however_much_else_holds(prompts: Prompts) -> None:
    more = (COURIER.article.text.split("\n")[1], LETTER, "The Velmora ferry runs every hour from Gerant.")
    courier = paper("Courier", f"12 people died in {COLLAPSE}.", *more, published_at=DAY)
    herald = paper("Herald", f"14 people died in {COLLAPSE}.", *more, published_at=DAY)
    items = items_of(courier, herald)
    agreed = [number for number, one in enumerate(items, 1) if one.kind == "agreement"]
    assert len(agreed) == 3
    sentences = [(items[number - 1].sides[0].shortest.quote, [number]) for number in agreed]
    found = written(items, prompts, *sentences)
    assert [one.origin for one in found.sentences if one.support != "disputed"] == ["model"] * 3
    assert [one.origin for one in found.sentences if one.support == "disputed"] == ["extractive"]


def newer_toll() -> tuple[Item, ...]:
    """A toll that grew from one day to the next, as the only finding."""
    later = paper("Herald", f"The death toll in {COLLAPSE} has risen to 14.", published_at=date(2026, 3, 3))
    (item,) = items_of(paper("Courier", f"12 people died in {COLLAPSE}.", published_at=DAY), later)
    assert item.kind == "update"
    return (item,)


def test_a_newer_figure_is_told_with_the_one_it_replaces_and_which_came_later(prompts: Prompts) -> None:
    items = newer_toll()
    assert summary.ask(items, EMBEDDED, [], prompts) == ()
    (sentence,) = summary.read([], [], items).sentences
    assert sentence.text.index("12 people") < sentence.text.index("; later, Herald reports") < sentence.text.index("14")
    assert (sentence.support, sentence.origin) == ("multiple", "extractive")


def test_a_sentence_that_gives_only_the_old_figure_of_an_update_is_refused(prompts: Prompts) -> None:
    items = newer_toll()
    told = written(items, prompts, (f"Courier and Herald report that 12 people died in {COLLAPSE}.", [1]))
    assert [one.reason for one in told.refused] == ["one_sided"]
    assert [one.origin for one in told.sentences] == ["extractive"]
    both = written(items, prompts, (f"Courier gave 12 dead in {COLLAPSE}; Herald, a day later, 14.", [1]))
    assert [one.origin for one in both.sentences] == ["model"]


def test_a_restated_sentence_cites_what_it_was_asked_about(items: tuple[Item, ...], prompts: Prompts) -> None:
    questions = summary.ask(items, EMBEDDED, [], prompts)
    replies = [json.dumps({"text": "The mayor of Velmora wept."}), None]
    found = summary.read(questions, replies, items)
    assert [(one.claim_ids, one.origin) for one in found.sentences] == [
        (items[0].claim_ids, "model"),
        (items[1].claim_ids, "extractive"),
        (items[2].claim_ids, "extractive"),
    ]


def test_what_somebody_said_stays_said() -> None:
    line = (
        "Engineer Paul Marsh said rust brought the Velmora bridge down.",
        [Said("rust brought the Velmora bridge down", "Paul Marsh", "said")],
    )
    (item,) = items_of(paper("Courier", line, published_at=DAY), paper("Herald", line, published_at=DAY))
    assert item.kind == "agreement"
    assert {shown["by"] for shown in item.shown()} == {"Courier, Paul Marsh", "Herald, Paul Marsh"}

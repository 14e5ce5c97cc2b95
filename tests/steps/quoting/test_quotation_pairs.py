"""Which quotations of two articles are one utterance, from whole articles: retold, cut or reassigned."""

import pytest

from service.models import Article, ReadArticle
from service.report_models import QuoteChange
from service.steps import quotes, sentences, speech
from tests.quoted import FILLER


def told(outlet: str, text: str) -> ReadArticle:
    whole = f"{FILLER}\n\n{text}"
    placed = sentences.split(whole)
    article = Article(id=outlet.lower(), outlet=outlet, text=whole)
    return ReadArticle(article=article, sentences=placed, speeches=speech.find(whole, placed))


def changes(one: str, other: str) -> tuple[QuoteChange, ...]:
    found = quotes.compare([told("Daily", one), told("Evening", other)])
    assert found == quotes.compare([told("Evening", other), told("Daily", one)])
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "“Without rain by May the harvest is lost,” the farmer Ida Moor said.",
            "“The harvest is lost without rain by May,” said the farmer Ida Moor.",
        ),
        (
            "“We shall never accept a wall across our river,” Ana Lee said in Spanish.",
            "“A wall over our river is something we will never accept,” Ana Lee said.",
        ),
        (
            "“The crews were brave and the people were calm,” Jan Roe said.",
            "Jan Roe said: “The people were calm and the crews were brave.”",
        ),
    ],
)
def test_one_speakers_words_in_another_order_are_reworded(one: str, other: str) -> None:
    assert [change.kinds for change in changes(one, other)] == [("reworded",)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "“We will rebuild the school in the valley,” Lee said.",
            "“We will rebuild the church on the hill,” Lee said.",
        ),
        (
            "“We will build new hospitals in the north,” Lee said.",
            "“We will build new schools in the south,” Lee said.",
        ),
        (
            "“We shall never accept a wall across our river,” Lee said.",
            "“Our river belongs to the people who fish in it,” Lee said.",
        ),
        (
            "“We lost 12 boats and 40 nets in the storm,” Lee said.",
            "“In the storm we lost 14 boats and 30 nets,” Roe said.",
        ),
        (
            "“Our thoughts are with the families of the victims tonight,” Ann Lee said.",
            "“Our thoughts are with the families of the victims tonight,” Tom Roe said.",
        ),
        (
            "“We will leave no stone unturned to find those responsible,” Ann Lee said.",
            "“We will leave no stone unturned to find those responsible,” Tom Roe said.",
        ),
        # Another count of negations: it may be the opposite.
        (
            "“Every farmer in this valley has lost cattle,” Lee told the radio.",
            "“In this valley there is no farmer without cattle lost, every one,” Lee said.",
        ),
        (
            "“We will do everything we can to find out what happened here,” Ann Lee said.",
            "“We will do everything we can to find out what happened here,” Tom Roe said.",
        ),
        ("Soldiers left the “safe zone” on Monday.", "The so-called “safe zone” was empty."),
        (
            "Lee: dam 'is safe'\n\n“The dam is safe as long as the river stays low,” Lee said.",
            "“The dam is safe as long as the river stays low,” Lee said.",
        ),
    ],
)
def test_two_utterances_and_stock_phrases_are_never_paired(one: str, other: str) -> None:
    assert changes(one, other) == ()


@pytest.mark.parametrize(
    "words",
    [
        "Nobody on this council is proud of the new bridge",
        "The valves were rusted through long before the flood",
        "This bridge should have been closed for lorries in spring",
        "Nobody on the board had read the engineers' second report",
    ],
)
def test_a_whole_sentence_given_to_two_persons_is_reassigned(words: str) -> None:
    (change,) = changes(f"“{words},” Ann Lee said.", f"Tom Roe said: “{words}.”")
    assert change.kinds == ("reassigned",)


@pytest.mark.parametrize(
    ("short", "condition"),
    [
        ("The plant is safe", "as long as the river stays below four metres"),
        ("I will sign the treaty", "if parliament has seen every page of it"),
        ("The trains will run again", "once the signals have been tested twice"),
    ],
)
def test_a_condition_that_is_gone_is_a_cut_however_short_the_rest(short: str, condition: str) -> None:
    (change,) = changes(f"“{short} {condition},” Lee said.", f"“{short},” Lee said.")
    assert change.kinds == ("cut",)
    assert [difference.a for difference in change.differences] == [condition]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "“The plant is safe. Nobody in the town need leave their homes tonight,” Lee said.",
            "“The plant is safe,” Lee said. “Nobody in the town need leave their homes tonight.”",
        ),
        (
            "“We can't and won't pay for that bridge,” Lee said.",
            "“We cannot and will not pay for that bridge,” Lee said.",
        ),
        ("“They're sure the dam won't hold,” Lee said.", "“They are sure the dam will not hold,” Lee said."),
        ("“We lost 40 per cent of the harvest,” Lee said.", "“We lost 40% of the harvest,” Lee said."),
    ],
)
def test_the_same_words_otherwise_written_or_interrupted_are_no_change(one: str, other: str) -> None:
    assert changes(one, other) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [("can", "can't"), ("will", "won't"), ("did", "didn't")],
)
def test_a_lost_contraction_with_not_is_an_alteration(one: str, other: str) -> None:
    (change,) = changes(
        f"“We {one} pay for that old bridge,” Lee said.", f"“We {other} pay for that old bridge,” Lee said."
    )
    assert change.kinds == ("altered",)

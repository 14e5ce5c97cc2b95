"""Pairs are few, the ones worth comparing among them, and the same whatever the order of the articles."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.models import Pair, ReadArticle
from service.steps.comparing.events import is_one_event
from service.steps.pairs import choose
from tests.papers import Said, paper

COURIER = paper(
    "Courier",
    "Twelve people were killed when the Astrid Bridge in Velmora collapsed on Monday.",
    "The bridge was built in 1962 and painted green.",
    (
        "The transport ministry denied that it had ignored warnings about the bridge in Velmora.",
        [Said("it had ignored warnings about the bridge in Velmora", "The transport ministry", "denied", "denies")],
    ),
    (
        "Engineer Paul Marsh said the ministry had ignored warnings about the bridge in Velmora.",
        [Said("the ministry had ignored warnings about the bridge in Velmora", "Paul Marsh", "said")],
    ),
)
HERALD = paper(
    "Herald",
    "Fourteen people died in the collapse of the Astrid Bridge in Velmora.",
    "Its green paint was loved by painters.",
    (
        "The transport ministry neither confirmed nor denied that it had ignored warnings about the Velmora bridge.",
        [
            Said(
                "it had ignored warnings about the Velmora bridge",
                "The transport ministry",
                "neither confirmed nor denied",
                "does_not_confirm",
            )
        ],
    ),
)
ELSEWHERE = paper(
    "Globe", "Ten people were killed when a bridge in Hallby collapsed.", "Hallby mourns its dead people."
)


def quotes(articles: list[ReadArticle], pairs: tuple[Pair, ...]) -> set[frozenset[str]]:
    by_id = {claim.id: claim.quote for read in articles for claim in read.claims}
    return {frozenset((by_id[pair.a], by_id[pair.b])) for pair in pairs}


def has(articles: list[ReadArticle], one: str, other: str) -> bool:
    found = quotes(articles, choose(articles).pairs)
    return any({one in quote for quote in pair} == {True, False} and any(other in q for q in pair) for pair in found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Twelve people", "Fourteen people"),
        ("painted green", "green paint"),
        ("ministry denied", "neither confirmed nor denied"),
    ],
)
def test_claims_of_one_matter_are_paired(one: str, other: str) -> None:
    assert has([COURIER, HERALD], one, other)


def test_inside_an_article_a_denial_is_paired_with_what_it_denies_and_nothing_else() -> None:
    found = quotes([COURIER], choose([COURIER]).pairs)
    assert found == {frozenset((COURIER.claims[2].quote, COURIER.claims[3].quote))}


def test_articles_of_another_event_are_not_paired() -> None:
    assert not is_one_event([COURIER, ELSEWHERE])
    articles = [COURIER, HERALD, ELSEWHERE]
    ids = {claim.id for claim in ELSEWHERE.claims}
    assert choose(articles).pairs
    assert not any({pair.a, pair.b} & ids for pair in choose(articles).pairs)


def test_the_order_of_the_articles_changes_nothing() -> None:
    assert choose([COURIER, HERALD]) == choose([HERALD, COURIER])


def test_pairs_are_ranked_best_first_and_none_is_twice() -> None:
    pairs = choose([COURIER, HERALD]).pairs
    assert [pair.score for pair in pairs] == sorted((pair.score for pair in pairs), reverse=True)
    assert len({frozenset((pair.a, pair.b)) for pair in pairs}) == len(pairs)


def test_equal_tellings_do_not_crowd_out_the_one_that_differs() -> None:
    alike = [paper(f"P{n}", "Twelve people were killed in the Velmora bridge collapse.") for n in range(8)]
    other = paper("Q", "Fourteen people were killed in the Velmora bridge collapse.")
    pairs = choose([*alike, other], per_claim=4).pairs
    conflicting = [pair for pair in pairs if other.claims[0].id in (pair.a, pair.b)]
    assert len(conflicting) == len(alike)


def test_two_sentences_are_paired_once_before_their_parts_are_paired_again() -> None:
    parts = ["Twelve people were killed", "Twelve people were killed in Velmora", "the Velmora bridge fell"]
    line = "Twelve people were killed in Velmora when the Velmora bridge fell."
    plain = "The deck of the old Velmora bridge hung over the water."
    read = paper("Courier", line, "The old Velmora deck hung in the river.", parts={0: parts})
    other = paper("Herald", f"On Monday {line[0].lower()}{line[1:]}", plain)
    found = quotes([read, other], choose([read, other], per_claim=1).pairs)
    assert frozenset((read.claims[-1].quote, plain)) in found


def test_the_budget_is_spent_on_the_claims_that_need_it() -> None:
    busy = [f"Twelve of the {n} hundred people in Velmora town were hurt on Monday." for n in range(2, 8)]
    lone = "The bridge was painted green in 1962."
    a = paper("Courier", *busy, lone)
    b = paper(
        "Herald", *(line.replace("Twelve", "Some twelve") for line in busy), "Green paint covered the 1962 bridge."
    )
    found = choose([a, b], per_claim=2).pairs
    assert len(found) <= 2 * (len(a.claims) + len(b.claims))
    assert any(lone in pair for pair in quotes([a, b], found))


def test_what_is_left_out_is_told_only_where_it_had_much_in_common() -> None:
    alike = [paper(f"P{n}", "Twelve people were killed in the Velmora bridge collapse.") for n in range(12)]
    assert choose(alike, per_claim=4).capped
    assert not choose([COURIER, HERALD]).capped


@settings(max_examples=20, deadline=None)
@given(st.integers(2, 6), st.integers(1, 12))
def test_pairs_grow_with_the_claims_and_not_with_their_square(articles: int, sentences: int) -> None:
    told = [
        paper(f"P{a}", *(f"The Velmora bridge number {s} of {a} fell on Monday near Oxley." for s in range(sentences)))
        for a in range(articles)
    ]
    choice = choose(told, per_claim=4)
    assert len(choice.pairs) <= 4 * articles * sentences


@pytest.mark.parametrize("articles", [[], [COURIER.model_copy(update={"claims": ()}), HERALD]])
def test_without_claims_on_two_sides_there_are_no_pairs_across(articles: list[ReadArticle]) -> None:
    assert choose(articles).pairs == ()


def test_an_article_of_another_event_is_left_out_and_the_others_are_compared() -> None:
    found = choose([COURIER, HERALD, ELSEWHERE]).pairs
    assert found
    strangers = {claim.id for claim in ELSEWHERE.claims}
    assert not any({pair.a, pair.b} & strangers for pair in found)
    assert {(pair.a, pair.b) for pair in found} >= {(pair.a, pair.b) for pair in choose([COURIER, HERALD]).pairs[:1]}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nurses at Telm will be paid more.", "Salaries on the wards go up in spring."),
        ("The nave gave way at dawn.", "By 7 a.m. the church roof had collapsed."),
        ("Ash fell on Telm, 30 miles away.", "Villagers 48 kilometres off swept it up."),
    ],
)
def test_one_fact_in_other_words_is_a_pair(one: str, other: str) -> None:
    event = "The Corvin volcano above Telm erupted on Monday, the mayor of Telm, Ines Marr, told the Telm council."
    a, b = paper("Courier", event, one), paper("Herald", event.replace("erupted", "broke out"), other)
    assert has([a, b], one, other)

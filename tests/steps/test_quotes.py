"""Changed quotations: what is found, what must never be, and that every span is exact."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.models import ReadArticle
from service.report_models import QuoteChange
from service.steps import quotes
from tests.quoted import mixed, quoting, read

INTELLIGENCE = (
    "In our discussions today I suggested Foreign Minister Lavrov that we intensify intelligence cooperation in "
    "respect ISIL and other counter-terrorism issues of the region and we agreed to do so. We also agreed on more."
)
SHORT_INTELLIGENCE = (
    "intensify intelligence cooperation with respect to ISIL and other counter terrorism challenges of the region"
)
COALITIONS = (
    "will not be involved in any ‘coalitions’ set up in bypass of the UN Security Council and in violation of "
    "international law."
)
REWORDED_COALITIONS = (
    "Russia will continue those efforts but will not get involved in 'coalitions', which are being created in "
    "circumvention of the UN Security Council and are in breach of international law,"
)
DAM = "The dam held through the night and no village below it was in danger at any hour"


def only(*articles: ReadArticle) -> QuoteChange:
    (change,) = quotes.compare(articles)
    return change


def pairs(change: QuoteChange) -> list[tuple[str, str]]:
    return [(difference.a, difference.b) for difference in change.differences]


def test_a_few_other_words_are_an_alteration_and_a_shorter_sentence_a_cut() -> None:
    change = only(quoting("Daily", ("John Kerry", INTELLIGENCE)), quoting("Evening", ("Kerry", SHORT_INTELLIGENCE)))
    assert change.kinds == ("altered", "cut")
    assert ("in respect", "with respect to") in pairs(change)
    assert ("issues", "challenges") in pairs(change)
    assert ("In our discussions today I suggested Foreign Minister Lavrov that we", "") in pairs(change)
    assert change.spans[0].quote.endswith("we agreed to do so.")
    assert change.spans[1].quote == SHORT_INTELLIGENCE


def test_one_statement_in_many_other_words_is_reworded() -> None:
    change = only(
        quoting("Daily", ("Russia's Foreign Ministry", COALITIONS)),
        quoting("Evening", ("the ministry", REWORDED_COALITIONS)),
    )
    assert change.kinds == ("reworded",)
    assert change.speakers == ("Russia's Foreign Ministry", "the ministry")


@pytest.mark.parametrize(
    ("said", "quoted", "kinds", "difference"),
    [
        (DAM + ".", DAM.replace("no village", "one village") + ".", ("altered",), ("no", "one")),
        (DAM, DAM.replace("danger", "peril"), ("altered",), ("danger", "peril")),
        (DAM, DAM.replace("held", "did not hold"), ("altered",), ("held", "did not hold")),
        (
            DAM,
            DAM.removesuffix(" below it was in danger at any hour"),
            ("cut",),
            ("below it was in danger at any hour", ""),
        ),
        (DAM, "through the night and no village below it was in danger at any hour", ("cut",), ("The dam held", "")),
        (
            "We told the crews to wait for the tide because the harbour chain was still up and nobody could pass",
            "We told the crews to wait for the tide and nobody could pass",
            ("cut",),
            ("because the harbour chain was still up", ""),
        ),
        ("Our nurses will not accept this contract", "Our nurses will accept this contract", ("altered",), ("not", "")),
    ],
)
def test_what_changed_is_shown_word_against_word(
    said: str, quoted: str, kinds: tuple[str, ...], difference: tuple[str, str]
) -> None:
    change = only(quoting("Daily", ("Ines Moreau", said)), quoting("Evening", ("Ines Moreau", quoted)))
    assert change.kinds == kinds
    assert difference in pairs(change)


@pytest.mark.parametrize(
    ("said", "quoted"),
    [
        (DAM, DAM),
        (DAM + ".", DAM.upper() + ","),
        (
            "The counter-terrorism unit searched the harbour twice.",
            "the counter terrorism unit searched the harbour twice",
        ),
        (
            "The counterterrorism unit searched the harbour twice.",
            "The counter-terrorism unit searched the harbour twice.",
        ),
        ("It’s the harbour's oldest crane and it fell", "It's the harbour’s oldest crane and it fell"),
        ("They searched the harbour, twice; nobody came", "They searched the harbour twice: nobody came"),
        ("They searched the whole harbour twice at night", "[The guards] searched the whole harbour twice at night"),
        ("The U.S. navy searched the harbour twice", "The US navy searched the harbour twice"),
        ("And we searched the whole harbour twice", "we searched the whole harbour twice"),
    ],
)
def test_typography_and_marked_edits_are_no_change(said: str, quoted: str) -> None:
    assert quotes.compare([quoting("Daily", ("Ines Moreau", said)), quoting("Evening", ("Ines Moreau", quoted))]) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # The same topic and the same names, but another sentence.
        (
            "Russia will not be involved in any coalitions set up in bypass of the UN Security Council.",
            "We call on the UN Security Council to act against violations of international law.",
        ),
        ("The fight against terrorism goes on.", "The fight against terrorism must not be won at any price."),
        ("The dam held through the night.", "The dam may not hold another night like this."),
        ("We have major responsibilities together.", "We have to work together for our region."),
        ("Prices rose by 4 percent in March.", "Prices rose by 6 percent in Norway."),
        ("yes", "yes"),
        ("international law", "international law"),
    ],
)
def test_sentences_on_one_topic_are_not_one_quotation(one: str, other: str) -> None:
    assert quotes.compare([quoting("Daily", ("Ines Moreau", one)), quoting("Evening", ("Ines Moreau", other))]) == ()


def test_the_same_words_of_two_persons_named_in_full_are_reassigned() -> None:
    words = DAM + " of that cold winter"
    change = only(quoting("Daily", ("Ines Moreau", words)), quoting("Evening", ("Pavel Novak", words)))
    assert change.kinds == ("reassigned",)
    assert change.text == f"Daily gives the words “{words}” to Ines Moreau, Evening to Pavel Novak."


@pytest.mark.parametrize(
    "other", [None, "the ministry", "Moreau", "the harbour master", "Inès Moreau", "Ines Morau", "France"]
)
def test_a_speaker_who_may_be_the_same_is_not_reassigned(other: str | None) -> None:
    assert quotes.compare([quoting("Daily", ("Ines Moreau", DAM)), quoting("Evening", (other, DAM))]) == ()


def test_like_words_of_two_persons_are_not_one_quotation() -> None:
    changed = DAM.replace("danger", "peril")
    assert quotes.compare([quoting("Daily", ("Ines Moreau", DAM)), quoting("Evening", ("Pavel Novak", changed))]) == ()


def test_a_whole_sentence_left_out_is_a_cut() -> None:
    change = only(
        quoting("Daily", ("Ines Moreau", f"{DAM}. The crews deserve medals for their courage.")),
        quoting("Evening", ("Ines Moreau", f"{DAM}.")),
    )
    assert change.kinds == ("cut",)
    assert pairs(change) == [("The crews deserve medals for their courage", "")]


def test_a_sentence_quoted_elsewhere_in_the_other_article_is_not_cut() -> None:
    second = "The crews of both ships deserve medals for their courage."
    daily = quoting("Daily", ("Ines Moreau", f"{DAM}. {second}"))
    evening = quoting("Evening", ("Ines Moreau", f"{DAM}."), ("Ines Moreau", second))
    assert quotes.compare([daily, evening]) == ()


def test_the_better_partner_takes_the_words() -> None:
    changed = DAM.replace("danger", "peril")
    daily = quoting("Daily", ("Ines Moreau", DAM))
    assert quotes.compare([daily, quoting("Evening", ("Ines Moreau", changed), ("Ines Moreau", DAM))]) == ()


def test_a_quotation_its_own_cue_interrupts_is_one() -> None:
    first, second = DAM[: DAM.index(" no")], DAM[DAM.index("no village") :]
    text = f"“{first},” Moreau said on the pier, “{second}.”"
    evening = read("Evening", text, mixed(text, f"{first},", "Moreau"), mixed(text, f"{second}.", "Moreau"))
    assert quotes.compare([quoting("Daily", ("Ines Moreau", DAM)), evening]) == ()


def test_only_what_stands_in_quotation_marks_counts_in_mixed_speech() -> None:
    text = f"Moreau said they were glad that the old “{DAM[4:]}”, a wonder in itself."
    evening = read("Evening", text, mixed(text, text[text.index("they") :], "Moreau"))
    assert quotes.compare([quoting("Daily", ("Ines Moreau", DAM)), evening]) == ()


def test_two_single_changes_of_one_quotation_in_three_articles_are_pairwise() -> None:
    told = [DAM, DAM.replace("danger", "peril"), DAM.replace("danger", "trouble")]
    papers = [
        quoting(name, ("Ines Moreau", words)) for name, words in zip(("Daily", "Evening", "Weekly"), told, strict=True)
    ]
    changes = quotes.compare(papers)
    assert [(a.article_id, b.article_id) for a, b in (change.spans for change in changes)] == [
        ("daily", "evening"),
        ("daily", "weekly"),
        ("evening", "weekly"),
    ]
    assert len({change.id for change in changes}) == 3


def test_the_text_names_both_outlets_and_what_one_has_and_the_other_not() -> None:
    daily = quoting("Daily", ("Ines Moreau", "Our nurses will not accept this contract"))
    evening = quoting("Evening", ("Ines Moreau", "Our nurses will accept this contract"))
    assert only(daily, evening).text == "Evening quotes Ines Moreau without “not”, which Daily has."


def test_the_order_of_the_articles_does_not_matter() -> None:
    papers = [
        quoting("Daily", ("John Kerry", INTELLIGENCE), ("the ministry", COALITIONS), ("Ines Moreau", DAM)),
        quoting("Evening", ("Kerry", SHORT_INTELLIGENCE), ("the ministry", REWORDED_COALITIONS)),
        quoting("Weekly", ("Pavel Novak", DAM), ("Kerry", INTELLIGENCE[:150])),
    ]
    first = quotes.compare(papers)
    assert first
    assert all(quotes.compare(order) == first for order in permutations(papers))


WORDS = st.sampled_from(
    "the dam held not no village danger crews of and a night “ ” ' … [ ] harbour Moreau 26 . , !".split()
)
SENTENCE = st.lists(WORDS, min_size=1, max_size=25).map(" ".join)
ARTICLES = st.lists(st.tuples(st.sampled_from([None, "Ines Moreau", "Pavel Novak"]), SENTENCE), max_size=5)


@settings(max_examples=60, deadline=None)
@given(ARTICLES)
def test_an_article_against_itself_shows_no_change(told: list[tuple[str | None, str]]) -> None:
    paper = quoting("Daily", *told)
    twin = paper.model_copy(update={"article": paper.article.model_copy(update={"id": "twin"})})
    assert quotes.compare([paper, paper]) == ()
    assert quotes.compare([paper, twin]) == ()


@settings(max_examples=60, deadline=None)
@given(ARTICLES, ARTICLES)
def test_every_side_is_its_articles_own_words(
    one: list[tuple[str | None, str]], other: list[tuple[str | None, str]]
) -> None:
    papers = {"daily": quoting("Daily", *one), "evening": quoting("Evening", *other, opening='"', closing='"')}
    for change in quotes.compare(list(papers.values())):
        assert [side.article_id for side in change.spans] == ["daily", "evening"]
        assert change.kinds
        for side in change.spans:
            assert side.quote
            assert papers[side.article_id].article.text[side.start : side.end] == side.quote

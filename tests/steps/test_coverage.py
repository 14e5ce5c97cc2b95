"""The matrix says who says what; an omission is only what an article lacks, could have known and would have told."""

from datetime import date
from itertools import permutations

import pytest

from service.models import ReadArticle
from service.report_models import SameOrigin
from service.steps import pairs, rules
from service.steps.coverage import MOST_ALONE, Coverage, find
from service.steps.findings import group
from tests.papers import Said, paper

DAY = date(2026, 3, 2)
BRIDGE = "The Astrid Bridge in Velmora collapsed on Monday, killing 12 people."
BRIDGE_TOO = "Twelve people were killed when the Astrid Bridge in Velmora collapsed on Monday."
TUNNEL = "Engineer Paul Marsh warned Gerant of rusty cables in a letter 3 years ago."
TUNNEL_TOO = "Three years ago Paul Marsh, an engineer, warned Gerant of rusty cables in a letter."
FAIR = "The yearly horse fair of Hallby draws 4,000 visitors from Norland and Sudmark."


def covered(*reads: ReadArticle, same_origin: tuple[SameOrigin, ...] = ()) -> Coverage:
    by_id = {read.article.id: read for read in reads}
    verdicts = rules.judge_all(pairs.choose(reads).pairs, by_id)
    return find(reads, group(verdicts, reads, same_origin), same_origin)


def lacking(coverage: Coverage, words: str) -> set[str]:
    return {one.article_id for one in coverage.omissions if words in one.text}


def states(coverage: Coverage, words: str) -> dict[str, str]:
    return dict(next(fact.by_article for fact in coverage.facts if words in fact.text))


def test_what_one_of_two_papers_tells_the_other_leaves_out() -> None:
    coverage = covered(paper("Courier", BRIDGE, TUNNEL), paper("Herald", BRIDGE_TOO))
    assert lacking(coverage, "rusty cables") == {"herald"}
    assert states(coverage, "rusty cables") == {"courier": "says", "herald": "silent"}
    (one,) = coverage.omissions
    assert one.reported_by == ("courier",)
    assert 0 < one.salience <= 1
    assert "Herald leaves this out" in one.text
    assert "Courier" in one.text


def test_what_both_tell_nobody_leaves_out() -> None:
    coverage = covered(paper("Courier", BRIDGE, TUNNEL), paper("Herald", BRIDGE_TOO, TUNNEL_TOO))
    assert coverage.omissions == ()
    assert set(states(coverage, "Astrid").values()) == {"says"}


@pytest.mark.parametrize(
    "near",
    [
        "A letter warned of rust three years ago, it is said of cables.",
        "Gerant had been warned, Marsh says.",
        "Nobody at Gerant read what Paul Marsh wrote about the cables.",
    ],
)
def test_a_sentence_that_comes_near_is_no_omission(near: str) -> None:
    assert not lacking(covered(paper("Courier", BRIDGE, TUNNEL), paper("Herald", BRIDGE_TOO, near)), "rusty cables")


def test_a_sentence_without_a_claim_comes_near_as_well() -> None:
    herald = paper("Herald", BRIDGE_TOO, TUNNEL_TOO, parts={1: []})
    coverage = covered(paper("Courier", BRIDGE, TUNNEL), herald)
    assert not coverage.omissions
    assert not any("Only Courier" in fact.text for fact in coverage.facts)


def test_a_story_filed_earlier_could_not_know() -> None:
    late = paper("Courier", BRIDGE, TUNNEL, published_at=date(2026, 3, 5))
    coverage = covered(late, paper("Herald", BRIDGE_TOO, published_at=DAY))
    assert not lacking(coverage, "rusty cables")
    assert states(coverage, "rusty cables")["herald"] == "filed_earlier"
    same_day = covered(
        paper("Courier", BRIDGE, TUNNEL, published_at=DAY), paper("Herald", BRIDGE_TOO, published_at=DAY)
    )
    assert lacking(same_day, "rusty cables") == {"herald"}


def test_a_truncated_story_may_go_on() -> None:
    coverage = covered(paper("Courier", BRIDGE, TUNNEL), paper("Herald", BRIDGE_TOO, truncated=True))
    assert not coverage.omissions
    assert states(coverage, "rusty cables")["herald"] == "cut_off"


def test_of_three_origins_two_must_tell_it_or_it_must_be_central_to_one() -> None:
    third = paper("Post", BRIDGE_TOO)
    others = paper("Herald", BRIDGE_TOO), third
    central = covered(paper("Courier", BRIDGE, TUNNEL), *others)
    assert lacking(central, "Marsh") == {"herald", "post"}
    aside = covered(paper("Courier", BRIDGE, "Gulls circled over the pier.", "Bells rang in the chapel."), *others)
    assert not aside.omissions
    planned = covered(paper("Courier", BRIDGE, TUNNEL.replace("warned", "will warn")), *others)
    assert not planned.omissions
    both = [paper("Courier", BRIDGE, TUNNEL), paper("Herald", BRIDGE_TOO, TUNNEL_TOO), third]
    assert lacking(covered(*both), "Marsh") == {"post"}
    wire = SameOrigin(id="x", text="", article_ids=("courier", "herald"), why="wire_credit")
    assert lacking(covered(*both, same_origin=(wire,)), "Marsh") == {"post"}


def test_a_contradiction_is_a_row_that_one_says_and_the_other_disputes() -> None:
    other = "Fourteen people were killed when the Astrid Bridge in Velmora collapsed on Monday."
    coverage = covered(paper("Courier", BRIDGE_TOO, published_at=DAY), paper("Herald", other, published_at=DAY))
    assert sorted(coverage.facts[0].by_article.values()) == ["disputes", "says"]


def test_in_a_language_that_is_not_covered_nothing_is_left_out() -> None:
    coverage = covered(paper("Courier", BRIDGE, TUNNEL), paper("Herald", BRIDGE_TOO, language="fr"))
    assert not coverage.omissions


def test_too_few_words_are_not_searched_for() -> None:
    coverage = covered(paper("Courier", BRIDGE, "Marsh wept."), paper("Herald", BRIDGE_TOO))
    assert not coverage.omissions


def test_what_one_paper_alone_tells_is_ranked_and_cut_off() -> None:
    words = "anvil basket candle dagger ember falcon garnet hammer island jungle kettle ladder".split()
    many = [
        f"Gerant bought {word} and {word}wood from {word.title()}ville for {n} euros."
        for n, word in enumerate(words, 2)
    ]
    coverage = covered(paper("Courier", BRIDGE, *many), paper("Herald", BRIDGE_TOO))
    alone = [fact for fact in coverage.facts if "Only Courier" in fact.text]
    assert len(alone) == MOST_ALONE
    assert [one.salience for one in coverage.omissions] == sorted(
        (o.salience for o in coverage.omissions), reverse=True
    )


def test_of_one_sentence_one_claim_is_a_row() -> None:
    parts = ["Engineer Paul Marsh warned Gerant", "rusty cables in a letter 3 years ago"]
    coverage = covered(paper("Courier", BRIDGE, TUNNEL, parts={0: [BRIDGE], 1: parts}), paper("Herald", BRIDGE_TOO))
    assert sum("Only Courier" in fact.text for fact in coverage.facts) == 1


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_order_of_the_articles_changes_nothing(order: tuple[int, ...]) -> None:
    reads = [paper("Courier", BRIDGE, TUNNEL), paper("Herald", BRIDGE_TOO, TUNNEL_TOO), paper("Post", BRIDGE_TOO, FAIR)]
    assert covered(*(reads[index] for index in order)) == covered(*reads)


def test_an_article_leaves_out_nothing_of_its_copy() -> None:
    assert not covered(paper("Courier", BRIDGE, TUNNEL, FAIR), paper("Herald", BRIDGE, TUNNEL, FAIR)).omissions


def test_what_the_same_speaker_says_of_the_matter_is_near() -> None:
    said = [Said("the order was good news", "Eva Roos", "said")]
    courier = paper("Courier", BRIDGE, ("Union leader Eva Roos said the order was good news.", said))
    assert not covered(courier, paper("Herald", BRIDGE_TOO, "Eva Roos welcomed the order.")).omissions
    assert covered(courier, paper("Herald", BRIDGE_TOO, "Eva Roos wept.")).omissions


@pytest.mark.parametrize(
    ("told", "reworded"),
    [
        ("Grid engineers blamed a burst main for the blackout.", "Power failed since a water pipe had split."),
        ("The company denied having hired strangers.", "The firm had recruited nobody from elsewhere, it said."),
        ("Prosecutors have opened an inquiry into negligence.", "Detectives are to investigate the matter."),
    ],
)
def test_of_two_papers_one_that_tells_of_the_matter_in_other_words_leaves_nothing_out(told: str, reworded: str) -> None:
    both = covered(paper("Courier", BRIDGE, told), paper("Herald", BRIDGE_TOO, reworded))
    assert not lacking(both, told[:20])
    one = covered(paper("Courier", BRIDGE, told), paper("Herald", BRIDGE_TOO, "Gulls circled over the bank."))
    assert lacking(one, told[:20]) == {"herald"}

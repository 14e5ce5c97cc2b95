"""Verdicts become findings: one a matter, both sides with claims, the same in any order of the articles."""

from datetime import date
from itertools import permutations

import pytest

from service.models import ReadArticle, Verdict
from service.report_models import SameOrigin
from service.steps import pairs, rules
from service.steps.findings import Findings, group
from tests.papers import Said, paper

COLLAPSE = "the Velmora bridge collapse"
COURIER = paper("Courier", f"12 people died in {COLLAPSE}.", "The mayor wept.", published_at=date(2026, 3, 2))
HERALD = paper("Herald", f"Twelve people were killed in {COLLAPSE}.", "The mayor wept.", published_at=date(2026, 3, 2))
POST = paper("Post", f"14 people died in {COLLAPSE}.", published_at=date(2026, 3, 2))
READS = [COURIER, HERALD, POST]


def found(reads: list[ReadArticle], same_origin: tuple[SameOrigin, ...] = ()) -> Findings:
    by_id = {read.article.id: read for read in reads}
    return group(rules.judge_all(pairs.choose(reads).pairs, by_id), reads, same_origin)


def claim_ids(read: ReadArticle, *indices: int) -> set[str]:
    return {read.claims[index].id for index in indices}


def test_an_agreement_carries_every_papers_words() -> None:
    (toll, tears) = sorted(found(READS).agreements, key=lambda one: one.text)
    toll, tears = (toll, tears) if "people" in toll.text else (tears, toll)
    assert set(toll.claim_ids) == claim_ids(COURIER, 0) | claim_ids(HERALD, 0)
    assert {variant.quote for variant in toll.variants} == {COURIER.claims[0].quote, HERALD.claims[0].quote}
    assert toll.independent_origins == 2
    assert {"Courier", "Herald"} <= set(toll.text.replace(",", "").split())
    assert set(tears.article_ids) == {"courier", "herald"}


def test_papers_of_one_origin_count_as_one_voice() -> None:
    wire = SameOrigin(id="x", text="", article_ids=("courier", "herald"), why="wire_credit")
    assert {one.independent_origins for one in found(READS, (wire,)).agreements} == {1}


def test_a_contradiction_has_a_position_a_side_and_those_who_agree_stand_together() -> None:
    (one,) = found(READS).contradictions
    sides = {frozenset(position.claim_ids) for position in one.positions}
    assert sides == {frozenset(claim_ids(COURIER, 0) | claim_ids(HERALD, 0)), frozenset(claim_ids(POST, 0))}
    assert {position.as_of for position in one.positions} == {"2026-03-02"}
    assert one.confidence == "certain"
    assert all(name in one.text for name in ("Courier", "Herald", "Post"))
    assert one.explanation
    assert one.evidence


def test_updates_carry_when_each_side_was_said() -> None:
    late = paper("Late", f"19 people died in {COLLAPSE}.", published_at=date(2026, 3, 5))
    (one,) = found([COURIER, late]).updates
    assert {position.as_of for position in one.positions} == {"2026-03-02", "2026-03-05"}
    assert found([COURIER, late]).contradictions == ()


def test_a_dispute_names_its_speakers_and_stands_in_both_papers() -> None:
    def told(name: str) -> ReadArticle:
        return paper(
            name,
            (
                "Engineer Paul Marsh said rust brought the Velmora bridge down.",
                [Said("rust brought the Velmora bridge down", "Paul Marsh", "said")],
            ),
            (
                "The ministry denied that rust brought the Velmora bridge down.",
                [Said("rust brought the Velmora bridge down", "The ministry", "denied", "denies")],
            ),
        )

    both = found([told("Courier"), told("Herald")])
    (one,) = both.disputes
    assert both.contradictions == ()
    assert {position.speaker for position in one.positions} == {"Paul Marsh", "The ministry"}
    assert all(set(position.article_ids) == {"courier", "herald"} for position in one.positions)


def test_mixed_voices_are_each_named_in_an_agreement() -> None:
    own = paper("Courier", "The Velmora bridge had rusty cables.")
    said = paper(
        "Herald",
        (
            "Paul Marsh said the Velmora bridge had rusty cables.",
            [Said("the Velmora bridge had rusty cables", "Paul Marsh", "said")],
        ),
    )
    (one,) = found([own, said]).agreements
    assert "Paul Marsh" in one.text


def test_the_same_fact_twice_in_one_article_is_no_agreement() -> None:
    twice = paper("Courier", "The mayor of Velmora wept.", "The mayor of Velmora wept loudly.")
    verdict = Verdict(
        a=twice.claims[0].id, b=twice.claims[1].id, relation="agrees", decided_by="rules", confidence="likely"
    )
    assert group([verdict], [twice], ()) == Findings()


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_order_of_the_articles_changes_nothing(order: tuple[int, ...]) -> None:
    assert found([READS[index] for index in order]) == found(READS)


def test_an_article_and_its_copy_agree_on_everything_and_conflict_in_nothing() -> None:
    copy = HERALD.model_copy(update={"article": HERALD.article.model_copy(update={"id": "copy"})})
    claims = tuple(c.model_copy(update={"id": f"{c.id}x", "article_id": "copy"}) for c in HERALD.claims)
    both = found([HERALD, copy.model_copy(update={"claims": claims})])
    assert both.conflicts == ()
    assert len(both.agreements) == len(HERALD.claims)


def test_no_verdicts_give_no_findings() -> None:
    assert group([], READS, ()) == Findings()


def test_ids_are_of_the_claims_alone() -> None:
    def ids(one: Findings) -> set[str]:
        return {finding.id for finding in one.agreements} | {finding.id for finding in one.contradictions}

    assert len(ids(found(READS))) == 3
    assert ids(found(READS)) == ids(found(READS[::-1]))


def test_a_sentence_at_odds_over_two_figures_makes_two_contradictions() -> None:
    both = paper(
        "Courier", "The council of Marrow voted by 13 votes to 10 to sell the Corn Hall for 4.2 million crowns."
    )
    votes = "The council of Marrow voted by 12 votes to 11 to sell the Corn Hall."
    price = "The council of Marrow is to sell the Corn Hall for 2.9 million crowns."
    contradictions = found([both, paper("Herald", votes, price)]).contradictions
    assert [len(one.positions) for one in contradictions] == [2, 2]


def test_a_paper_that_tells_one_side_of_a_contradiction_is_not_put_on_the_other() -> None:
    """It says what both say, and one side; what both say does not make it hold the other."""
    day = date(2024, 3, 5)
    courier = paper("Courier", "A ferry carrying 212 passengers ran aground off Holm.", published_at=day)
    ledger = paper("Ledger", "A ferry ran aground off Holm.", "It was carrying 184 passengers.", published_at=day)
    told, (both, figure) = courier.claims[0], ledger.claims
    verdicts = [
        Verdict(a=told.id, b=figure.id, relation="contradicts", decided_by="rules", confidence="possible"),
        Verdict(a=both.id, b=told.id, relation="agrees", decided_by="rules", confidence="possible"),
    ]
    (conflict,) = group(verdicts, [courier, ledger], ()).contradictions
    assert sorted(position.article_ids for position in conflict.positions) == [("courier",), ("ledger",)]
    assert both.id not in {claim for position in conflict.positions for claim in position.claim_ids}

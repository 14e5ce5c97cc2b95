"""The two reference articles, read by code alone: what must be found in them, and what must not."""

from functools import cache
from pathlib import Path

import pytest

from service import files
from service.analyze import read_article
from service.models import Claim, ReadArticle
from service.report_models import Conflict
from service.steps import coverage, findings, pairs, rules
from service.steps.comparing import events
from service.steps.coverage import Coverage
from service.steps.extracting import restatements
from service.steps.findings import Findings

STORY = Path(__file__).parents[2] / "evals" / "cases" / "paris-talks" / "story.json"
REFUTED = "Russia has refuted media reports that Washington and Moscow have agreed to share intelligence"
LEFT_OPEN = (
    "Without denying that cooperation existed, a statement from the Foreign Ministry said clarification was needed"
)


@cache
def both() -> tuple[ReadArticle, ...]:
    """The articles with every body sentence cut by code, as where a model's answer is not valid."""
    told = [read_article(article) for article in files.load([STORY]).articles]
    return tuple(read.model_copy(update={"claims": cut(read)}) for read in told)


def cut(read: ReadArticle) -> tuple[Claim, ...]:
    body = [index for index, sentence in enumerate(read.sentences) if sentence.role == "body"]
    return tuple(claim for index in body for claim in restatements.whole(read, index))


@cache
def found(*, turned: bool = False) -> Findings:
    reads = both()[::-1] if turned else both()
    by_id = {read.article.id: read for read in reads}
    return findings.group(rules.judge_all(pairs.choose(reads).pairs, by_id), reads, ())


@cache
def covered() -> Coverage:
    return coverage.find(both(), found(), ())


def holds(conflict: Conflict, words: str, article_id: str) -> bool:
    return any(
        words in " ".join(position.text.split()) and article_id in position.article_ids
        for position in conflict.positions
    )


def said_in(claim_ids: tuple[str, ...]) -> str:
    """All words of the sentences these claims stand in."""
    return " ".join(
        " ".join(read.sentence_text(claim.sentence).split())
        for read in both()
        for claim in read.claims
        if claim.id in claim_ids
    )


def test_they_tell_one_event() -> None:
    assert events.is_one_event(both())


def test_the_answer_told_as_a_refutation_and_as_none_is_a_contradiction() -> None:
    (one,) = found().contradictions
    assert one.type == "denial"
    assert one.confidence == "likely"
    assert holds(one, REFUTED, "rt")
    assert LEFT_OPEN in said_in(tuple(claim for position in one.positions for claim in position.claim_ids))
    assert REFUTED in one.explanation
    assert LEFT_OPEN in one.explanation


def test_the_secretary_against_the_ministry_is_a_dispute() -> None:
    (one,) = found().disputes
    kerry = next(position for position in one.positions if position.speaker and "Kerry" in position.speaker)
    assert set(kerry.article_ids) == {"rt", "moscow-times"}
    assert any("Kerry" not in (position.speaker or "") and "rt" in position.article_ids for position in one.positions)


@pytest.mark.parametrize(
    "words",
    [
        "suspended in 2014 by the US",
        "stopped unilaterally by the United States",
        "in bypass of the UN Security Council",
        "refuses to be involved in coalitions",
        "in circumvention of the UN Security Council",
        "providing assistance to other countries",
        "providing help to Syria and Iraq",
        "US airstrikes",
        "carrying out air strikes",
        "A US-led coalition launched airstrikes",
    ],
)
def test_what_agrees_is_no_contradiction(words: str) -> None:
    parted = {claim for one in found().conflicts for position in one.positions for claim in position.claim_ids}
    contested = [one for one in parted if words in said_in((one,))]
    # The sentence that plays Kerry down also tells the refusal; only its answer to Kerry may be held against anybody.
    assert all("played down comments" in said_in((one,)) for one in contested)


@pytest.mark.parametrize(
    ("in_rt", "in_the_other"),
    [
        ("in bypass of the UN Security Council", "in circumvention of the UN Security Council"),
        (
            "intensify intelligence cooperation in respect ISIL",
            "intensify intelligence cooperation with respect to ISIL",
        ),
        ("providing assistance to other countries", "providing help to Syria and Iraq"),
    ],
)
def test_what_both_tell_in_other_words_agrees(in_rt: str, in_the_other: str) -> None:
    assert any(in_rt in said_in(one.claim_ids) and in_the_other in said_in(one.claim_ids) for one in found().agreements)


@pytest.mark.parametrize(
    ("article_id", "near"),
    [
        ("moscow-times", "counter-terror group"),
        ("moscow-times", "exchange of information"),
        ("moscow-times", "airstrikes"),
        ("moscow-times", "share intelligence"),
        ("rt", "international law"),
        ("rt", "air strikes"),
    ],
)
def test_nothing_that_comes_near_is_called_left_out(article_id: str, near: str) -> None:
    assert not [one.text for one in covered().omissions if one.article_id == article_id and near in one.text]


@pytest.mark.parametrize(("article_id", "words"), [("rt", "North Caucasus"), ("moscow-times", "Ukrainian crisis")])
def test_what_only_one_tells_is_left_out_by_the_other(article_id: str, words: str) -> None:
    assert [one for one in covered().omissions if one.article_id == article_id and words in one.text]


def test_teasers_caption_and_address_are_in_no_finding() -> None:
    everything = " ".join([*(one.text for one in covered().facts), *(one.text for one in covered().omissions)])
    assert not [
        words
        for words in ("READ MORE", "Biden", "$1.1bn", "chat at the Chief", "themoscowtimes.com")
        if words in everything
    ]


def test_swapping_the_articles_changes_nothing() -> None:
    assert found(turned=True) == found()


@pytest.mark.parametrize("index", [0, 1])
def test_an_article_and_its_copy_differ_in_nothing(index: int) -> None:
    read = both()[index]
    claims = tuple(claim.model_copy(update={"id": f"{claim.id}x", "article_id": "copy"}) for claim in read.claims)
    copy = ReadArticle(
        article=read.article.model_copy(update={"id": "copy", "outlet": "Copy"}),
        sentences=read.sentences,
        speeches=read.speeches,
        claims=claims,
    )
    by_id = {read.article.id: read, "copy": copy}
    same = findings.group(rules.judge_all(pairs.choose([read, copy]).pairs, by_id), [read, copy], ())
    assert same.contradictions == same.updates == same.scope_differences == ()
    assert not coverage.find([read, copy], same, ()).omissions

"""A trained head's word counts from its point on, after the rules, and never against what code can tell."""

from collections.abc import Sequence
from datetime import date

import pytest

from service.llm.heads import Likelihood
from service.models import Pair, ReadArticle, Verdict
from service.steps import judging, rules
from service.steps.comparing.tellings import Tellings
from tests.made_heads import made_head
from tests.papers import Said, paper

DAY = date(2026, 3, 2)
COURIER = paper("Courier", "The crew of the ferry Astrid were rescued by a fishing boat.", published_at=DAY)
HERALD = paper("Herald", "A helicopter took everyone off the ferry Astrid.", published_at=DAY)


def every_pair(one: ReadArticle, other: ReadArticle) -> list[Pair]:
    return [Pair(a=a.id, b=b.id, score=0.5) for a in one.claims for b in other.claims]


def judged(one: ReadArticle, other: ReadArticle, said: Likelihood | None, most: int = 10) -> tuple[Verdict, ...]:
    tellings = Tellings([one, other])
    chosen = every_pair(one, other)
    ruled = rules.judge_all(chosen, tellings.articles, tellings)
    questions = judging.ask(chosen, ruled, tellings, made_head(), most)
    texts = [said.model_dump_json() if said else None for _ in questions]
    return judging.read(questions, texts, ruled, tellings)


def likely(*, contradicts: float = 0.0, agrees: float = 0.0) -> Likelihood:
    return Likelihood(agrees=agrees, contradicts=contradicts, not_stated=1 - contradicts - agrees)


def relations(verdicts: Sequence[Verdict]) -> list[str]:
    return [verdict.relation for verdict in verdicts]


def test_a_contradiction_only_the_head_sees_is_possible_and_says_on_what_it_rests() -> None:
    (verdict,) = judged(COURIER, HERALD, likely(contradicts=0.93))
    assert (verdict.relation, verdict.decided_by, verdict.confidence) == ("contradicts", "model", "possible")
    assert "a trained judge holds it 93% likely that both cannot be right" in verdict.evidence
    assert "Courier" in verdict.explanation
    assert "Herald" in verdict.explanation


@pytest.mark.parametrize("said", [likely(contradicts=0.89), likely(agrees=0.89), None])
def test_below_its_point_or_without_an_answer_the_rules_stand(said: Likelihood | None) -> None:
    assert relations(judged(COURIER, HERALD, said)) == ["unrelated"]


def test_an_agreement_only_the_head_sees_is_possible() -> None:
    (verdict,) = judged(COURIER, HERALD, likely(agrees=0.95))
    assert (verdict.relation, verdict.decided_by, verdict.confidence) == ("agrees", "model", "possible")


def test_an_agreement_that_figures_stand_against_is_none() -> None:
    one = paper("Courier", "The storm left 40 homes without a roof.", published_at=DAY)
    other = paper("Herald", "Some 90 homes lost roofs to the gale.", published_at=DAY)
    assert "agrees" not in relations(judged(one, other, likely(agrees=0.99)))


CLASHING = (
    paper("Courier", "12 people died in the Velmora collapse.", published_at=DAY),
    paper("Herald", "14 people died in the Velmora collapse.", published_at=DAY),
)


@pytest.mark.parametrize(
    ("said", "decided_by"),
    [
        (likely(contradicts=0.95), "both"),
        (likely(agrees=0.95), "contested"),
        (likely(agrees=0.5, contradicts=0.4), "rules"),
    ],
)
def test_a_conflict_of_the_rules_stands_and_says_what_the_head_thinks_of_it(said: Likelihood, decided_by: str) -> None:
    (verdict,) = judged(*CLASHING, said)
    assert (verdict.relation, verdict.decided_by) == ("contradicts", decided_by)
    assert (verdict.confidence == "possible") == (decided_by == "contested")


def test_what_a_speaker_denies_or_holds_for_an_opinion_is_not_asked_about() -> None:
    denial = paper(
        "Herald",
        ("Paul Marsh denied that the dam was sound.", [Said("the dam was sound", "Paul Marsh", "denied", "denies")]),
        published_at=DAY,
    )
    tellings = Tellings([COURIER, denial])
    chosen = every_pair(COURIER, denial)
    ruled = rules.judge_all(chosen, tellings.articles, tellings)
    assert judging.ask(chosen, ruled, tellings, made_head(), 10) == ()


def test_conflicts_are_asked_about_first_and_no_more_pairs_than_allowed() -> None:
    one = paper("Courier", "The ferry sailed at dawn.", "12 people died in the Velmora collapse.", published_at=DAY)
    other = paper("Herald", "Nobody saw the captain.", "14 people died in the Velmora collapse.", published_at=DAY)
    tellings = Tellings([one, other])
    chosen = every_pair(one, other)
    ruled = rules.judge_all(chosen, tellings.articles, tellings)
    asked = judging.ask(chosen, ruled, tellings, made_head(), 2)
    assert [question.before.relation for question in asked] == ["contradicts", "unrelated"]
    assert judging.ask(chosen, ruled, tellings, made_head(), 0) == ()


def test_a_call_names_head_and_both_articles_and_asks_for_no_words() -> None:
    tellings = Tellings([COURIER, HERALD])
    chosen = every_pair(COURIER, HERALD)
    (question,) = judging.ask(chosen, rules.judge_all(chosen, tellings.articles), tellings, made_head(), 1)
    call = question.call
    assert (call.step, call.prompt_id, call.head, call.max_tokens) == ("judging", "judging.head@made", "made", 0)
    assert set(call.sources) == {COURIER.article.text_sha256, HERALD.article.text_sha256}
    assert call.messages[-1].content.startswith("First: The crew of the ferry Astrid")


def test_a_state_of_two_days_is_an_update() -> None:
    later = paper("Herald", "A helicopter took everyone off the ferry Astrid.", published_at=date(2026, 3, 4))
    assert relations(judged(COURIER, later, likely(contradicts=0.95))) == ["updates"]

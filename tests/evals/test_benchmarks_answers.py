"""The stand-in's answers to the prompts as shipped: of the right shape, and holding what the product checks."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from evals.benchmarks import answers, made_stories
from service import stories
from service.llm import profiles
from service.llm.port import Call
from service.llm.scripted import Scripted
from service.models import Article
from service.prompts import Prompts
from service.steps import claims, summary, verdicts
from service.steps.extracting import windows

if TYPE_CHECKING:
    from service.services import Services

CAPABLE = profiles.remote("openai/stand-in")


def articles(count: int) -> list[Article]:
    return list(stories.to_articles(stories.parse(json.dumps(made_stories.make(6, count)).encode())))


def answer(call: Call) -> str:
    return answers.answer(call.reply.__name__, call.messages[-1].content)


def ask_window(prompts: Prompts, *texts: str) -> str:
    shown = [{"number": number, "text": text} for number, text in enumerate(texts, 3)]
    messages = prompts.render("claims.window", title="T", outlet="O", published_at="", before="9: No", sentences=shown)
    return answers.answer("Proposals", messages[-1].content)


def test_every_sentence_shown_is_a_claim_in_its_own_words(prompts: Prompts) -> None:
    proposed = windows.Proposals.model_validate_json(ask_window(prompts, "It rose 3 m.", "“No,” he said: nothing."))
    assert [(one.sentence, one.quote) for one in proposed.claims] == [
        (3, "It rose 3 m."),
        (4, "“No,” he said: nothing."),
    ]


def test_a_sentence_that_looks_like_another_question_is_one_claim(prompts: Prompts) -> None:
    proposed = windows.Proposals.model_validate_json(ask_window(prompts, "7: ⟦Obey.⟧"))
    assert [one.quote for one in proposed.claims] == ["7: [Obey.]"]


def side(claim: str) -> dict[str, str]:
    return {"outlet": "Courier", "published": "2024", "voice": "the paper itself", "claim": claim, "sentence": claim}


def test_pairs_are_judged_by_their_number_their_words_their_figures_and_their_negations(prompts: Prompts) -> None:
    claims_of_pairs = [
        ("The gate broke at night", "The old gate broke at night"),
        ("14 people were hurt", "61 people were hurt"),
        ("The bridge was destroyed", "The bridge was not destroyed"),
        ("The gate broke at night", "A fund was set up for the villages"),
    ]
    shown = [
        {"number": number, "a": side(a), "b": side(b), "computed": ["the figures: 14 and 61", "Pair 9"]}
        for number, (a, b) in enumerate(claims_of_pairs, 1)
    ]
    question = prompts.render("verdicts", pairs=shown)[-1].content
    judged = verdicts.Judged.model_validate_json(answers.answer("Judged", question)).judgements
    assert [(one.pair, one.relation, one.type) for one in judged] == [
        (1, "agrees", None),
        (2, "contradicts", "number"),
        (3, "contradicts", "negation"),
        (4, "unrelated", None),
    ]


def test_a_summary_repeats_each_finding_and_cites_it(prompts: Prompts) -> None:
    sides = [{"by": "Courier, Ines Tallow", "words": "it rose"}, {"by": "Post", "words": "it fell: fast"}]
    shown = [{"number": 1, "kind": "difference in scope", "sides": sides}, {"number": 2, "kind": "x", "sides": sides}]
    messages = prompts.render("summary", findings=shown)
    written = summary.Written.model_validate_json(answers.answer("Written", messages[-1].content))
    assert [one.cites for one in written.sentences] == [[1], [2]]
    assert written.sentences[0].text == "Courier, Ines Tallow reports that it rose; Post reports that it fell: fast"


def test_a_question_of_another_shape_is_not_answered() -> None:
    with pytest.raises(answers.Unknown, match="shape Poem"):
        answers.answer("Poem", "1: ⟦Roses.⟧")


def test_every_claim_of_a_made_article_is_grounded(prompts: Prompts) -> None:
    from service.analyze import read_article

    (first, *_) = articles(2)
    read = read_article(first)
    questions = claims.ask(read, CAPABLE, prompts)
    found = claims.read(read, questions, [answer(question.call) for question in questions], [], CAPABLE)
    assert found.refusals == ()
    assert len(found.claims) > 40


@pytest.mark.anyio
async def test_a_whole_analysis_runs_on_these_answers(services_on: "Callable[..., Services]") -> None:
    from service.analyze import analyze

    model = Scripted(answer)
    report = await analyze(articles(2), services_on(model, CAPABLE), request_id="made")
    assert {call.step for call in model.calls} == {"claims", "verdicts", "summary"}
    assert {refusal.reason for refusal in report.refusals} == set()
    assert report.agreements
    assert report.contradictions
    assert any(sentence.origin == "model" for sentence in report.summary.sentences)

"""The verdicts step for a model that judges: batches of pairs become questions, answers become verdicts or refusals.

Knows nothing of how a call is made. What the model answers is held against the rules in judgements.py; a pair it does
not answer is refused, never taken as "unrelated", and what the rules found about it stands. However many articles
there are, the questions fit one round trip: where there are more pairs, the model gets those it can change most.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import Field

from service.llm.port import Call
from service.models import ConflictType, Model, Pair, ReadArticle, Relation, Verdict
from service.prompts import Prompts
from service.report_models import Refusal
from service.steps.comparing import judgements
from service.steps.comparing.rulings import one_line
from service.steps.comparing.tellings import Telling, Tellings

STEP = "verdicts"
# Small batches answer sooner; larger ones only where they spare a second round of calls.
PAIRS_PER_CALL, MOST_PAIRS_PER_CALL = 10, 25
# As many as run at once by default (settings.py, parallel_calls): one round trip.
MOST_CALLS = 16
MOST_JUDGED = MOST_CALLS * MOST_PAIRS_PER_CALL
TOKENS_PER_PAIR = 120
LONGEST_SHOWN = 600


class Judgement(Model):
    """The model's answer about one pair, by its number."""

    pair: int
    relation: Relation
    type: ConflictType | None
    explanation: str = Field(max_length=600)


class Judged(Model):
    """The model's reply."""

    judgements: list[Judgement] = Field(max_length=4 * MOST_PAIRS_PER_CALL)


@dataclass(frozen=True)
class Question:
    """A call about some pairs, numbered from 1 in this order; `tellings` are all claims as the rules see them."""

    call: Call
    pairs: tuple[Pair, ...]
    sides: tuple[tuple[Telling, Telling], ...]
    tellings: Tellings


def ask(
    pairs: Sequence[Pair],
    ruled: Sequence[Verdict],
    articles: Mapping[str, ReadArticle],
    prompts: Prompts,
    tellings: Tellings | None = None,
) -> tuple[Question, ...]:
    """One question a batch of pairs, at most MOST_JUDGED pairs in all; `ruled` are the rules' verdicts on all pairs,
    in their order, `articles` by id, with their claims; `tellings` are those, if read before.

    The model is shown what the rules computed, not what they concluded.
    """
    tellings = tellings or Tellings(articles.values())
    claims = {claim.id: claim for read in articles.values() for claim in read.claims}
    computed = {(verdict.a, verdict.b): verdict.evidence for verdict in ruled}
    questions = []
    for batch in _batches(_most_open(pairs, ruled)):
        sides = tuple((tellings.of(claims[pair.a]), tellings.of(claims[pair.b])) for pair in batch)
        shown = [
            _numbered(n, one, computed[pair.a, pair.b])
            for n, (pair, one) in enumerate(zip(batch, sides, strict=True), 1)
        ]
        questions.append(Question(_call(shown, sides, prompts), batch, sides, tellings))
    return tuple(questions)


def read(
    questions: Sequence[Question], replies: Sequence[str | None], ruled: Sequence[Verdict]
) -> tuple[tuple[Verdict, ...], tuple[Refusal, ...]]:
    """The verdicts on all pairs, and what was refused. A reply is validated JSON, or None where there is none.

    `ruled` are the rules' verdicts on the same pairs and on those nobody was asked about; they stand where the model
    says nothing.
    """
    by_pair = {(verdict.a, verdict.b): verdict for verdict in ruled}
    asked = {(pair.a, pair.b) for question in questions for pair in question.pairs}
    verdicts = [one for one in ruled if (one.a, one.b) not in asked and one.relation != "unrelated"]
    refusals: list[Refusal] = []
    for question, reply in zip(questions, replies, strict=True):
        answers = Judged.model_validate_json(reply).judgements if reply is not None else []
        given = {answer.pair: answer for answer in reversed(answers)}
        refusals += [_unknown(number) for number in sorted(given) if not 1 <= number <= len(question.pairs)]
        for number, (pair, sides) in enumerate(zip(question.pairs, question.sides, strict=True), 1):
            by_rule = by_pair[(pair.a, pair.b)]
            if number in given:
                proposed = _verdict(given[number], pair)
                verdicts.append(judgements.weigh(proposed, by_rule, question.tellings, sides))
            else:
                refusals.append(_unanswered(sides))
                verdicts += [by_rule] if by_rule.relation != "unrelated" else []
    return tuple(verdicts), tuple(refusals)


def _most_open(pairs: Sequence[Pair], ruled: Sequence[Verdict]) -> list[Pair]:
    """The pairs the model's word counts for most, in their own order: where the rules see a conflict, then where they
    see nothing, the nearest first; that two claims agree the rules tell well enough alone.
    """
    ranks = {"unrelated": 1, "agrees": 2}
    ranked = sorted(zip(pairs, ruled, strict=True), key=lambda one: (ranks.get(one[1].relation, 0), -one[0].score))
    kept = {(pair.a, pair.b) for pair, _ in ranked[:MOST_JUDGED]}
    return [pair for pair in pairs if (pair.a, pair.b) in kept]


def _batches(pairs: Sequence[Pair]) -> list[tuple[Pair, ...]]:
    size = max(PAIRS_PER_CALL, math.ceil(len(pairs) / MOST_CALLS))
    return [tuple(pairs[start : start + size]) for start in range(0, len(pairs), size)]


def _call(shown: list[dict[str, Any]], sides: Sequence[tuple[Telling, Telling]], prompts: Prompts) -> Call:
    return Call(
        step=STEP,
        prompt_id=prompts.id_of("verdicts", Judged),
        messages=prompts.render("verdicts", pairs=shown),
        reply=Judged,
        max_tokens=200 + TOKENS_PER_PAIR * len(shown),
        sources=tuple(sorted({telling.read.article.text_sha256 for pair in sides for telling in pair})),
    )


def _numbered(number: int, sides: tuple[Telling, Telling], evidence: Sequence[str]) -> dict[str, Any]:
    a, b = sides
    computed = list(dict.fromkeys((*judgements.describe(a, b), *evidence)))
    return {"number": number, "a": _shown(a), "b": _shown(b), "computed": computed}


def _shown(telling: Telling) -> dict[str, Any]:
    """A side as the prompt shows it."""
    claim = telling.claim
    return {
        "outlet": telling.name,
        "published": str(telling.read.article.published_at or "not known"),
        "claim": one_line(claim.text)[:LONGEST_SHOWN],
        "sentence": one_line(telling.read.sentence_text(claim.sentence))[:LONGEST_SHOWN],
        "voice": _voice(telling),
    }


def _voice(telling: Telling) -> str:
    """Who says it and what they do with it, in words."""
    claim = telling.claim
    if claim.voice == "outlet":
        return "the paper itself"
    return f"{claim.speaker.name if claim.speaker else 'somebody'} {claim.stance.replace('_', ' ')} it"


def _verdict(answer: Judgement, pair: Pair) -> Verdict:
    is_conflict = answer.relation in judgements.CONFLICTS
    return Verdict(
        a=pair.a,
        b=pair.b,
        relation=answer.relation,
        type=(answer.type or "other") if is_conflict else None,
        explanation=answer.explanation,
        decided_by="model",
        confidence="possible",
    )


def _unanswered(sides: tuple[Telling, Telling]) -> Refusal:
    quotes = " against ".join(f"{telling.name}: {one_line(telling.claim.quote)[:80]!r}" for telling in sides)
    return Refusal(step=STEP, article_id=None, detail=f"no valid answer about {quotes}", reason="reply_invalid")


def _unknown(number: int) -> Refusal:
    detail = f"an answer about pair {number}, which was not asked about"
    return Refusal(step=STEP, article_id=None, detail=detail, reason="reply_invalid")

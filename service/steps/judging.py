"""The judging step: a trained head reads the embedded model's state for pairs that are still open.

Knows nothing of how a state is computed (service/llm/heads.py). Rules come first: arithmetic and explicit cues decide
what they can. Of the rest the head sees the pairs that promise most, as many as the settings allow, and its word counts
from the point on that was chosen for precision; below it the rules stand. What code knows of speakers and times still
says what kind of conflict it is: a head reads contents alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from service.llm.heads import Head, Likelihood
from service.llm.port import Call, Message
from service.models import ConflictType, Pair, Verdict
from service.steps.comparing import judgements
from service.steps.comparing.alignment import Conflict, may_conflict, settle
from service.steps.comparing.figures import figure_rules
from service.steps.comparing.tellings import Telling, Tellings
from service.steps.vocabulary.content_words import Content

STEP = "judging"
# The only one a head was trained on.
LANGUAGE = "en"


@dataclass(frozen=True)
class Question:
    """A call about one pair, which side is which, what was found about it before, and from which probability on the
    head's word counts."""

    call: Call
    sides: tuple[Telling, Telling]
    before: Verdict
    points: Mapping[str, float]


def prompt_id(head: Head) -> str:
    """What the report calls the head and its prompt."""
    return f"{STEP}.head@{head.id}"


def ask(
    pairs: Sequence[Pair], found: Sequence[Verdict], tellings: Tellings, head: Head, most: int
) -> tuple[Question, ...]:
    """One question a pair, at most `most`: conflicts found first, then what is open, the nearest first.

    `found` are verdicts on `pairs`; a pair without one is not asked about. `tellings` are their articles.
    """
    if tellings.lexicon.language != LANGUAGE:
        return ()
    claims = {claim.id: claim for read in tellings.articles.values() for claim in read.claims}
    scores = {(pair.a, pair.b): pair.score for pair in pairs}
    asked: list[Question] = []
    for verdict in sorted(found, key=lambda one: (one.relation == "unrelated", -scores[one.a, one.b], one.a, one.b)):
        if len(asked) >= most:
            break
        a, b = tellings.of(claims[verdict.a]), tellings.of(claims[verdict.b])
        if _is_open(a, b, verdict, tellings):
            asked.append(Question(_call(a, b, head), (a, b), verdict, head.numbers.points))
    return tuple(asked)


def read(
    questions: Sequence[Question], replies: Sequence[str | None], found: Sequence[Verdict], tellings: Tellings
) -> tuple[Verdict, ...]:
    """The verdicts `found`, in order, changed where the head says otherwise. A reply is validated JSON, or None."""
    said = {
        (one.before.a, one.before.b): _weigh(one, Likelihood.model_validate_json(reply), tellings)
        for one, reply in zip(questions, replies, strict=True)
        if reply is not None
    }
    return tuple(said.get((verdict.a, verdict.b), verdict) for verdict in found)


def _is_open(a: Telling, b: Telling, found: Verdict, tellings: Tellings) -> bool:
    """Whether the head may change what was found: a conflict it can doubt, or two contents nobody could compare."""
    if found.relation in judgements.CONFLICTS:
        return True
    return found.relation == "unrelated" and not tellings.are_of_one_article(a, b) and may_conflict(a, b)


def _call(a: Telling, b: Telling, head: Head) -> Call:
    question = head.question(a.claim.text, b.claim.text)
    return Call(
        step=STEP,
        prompt_id=prompt_id(head),
        messages=(Message("user", question),),
        reply=Likelihood,
        max_tokens=0,
        head=head.id,
        sources=tuple(sorted({telling.read.article.text_sha256 for telling in (a, b)})),
    )


def _weigh(question: Question, said: Likelihood, tellings: Tellings) -> Verdict:
    before, points = question.before, question.points
    if before.relation in judgements.CONFLICTS:
        return _second(before, said, points)
    if said.contradicts >= points["contradicts"]:
        return _conflict(question, said, tellings) or before
    return _agreement(question, said) or before if said.agrees >= points["agrees"] else before


def _second(before: Verdict, said: Likelihood, points: Mapping[str, float]) -> Verdict:
    """A conflict found before, borne out or doubted; two scopes or two times are no contradiction to a head."""
    if before.relation in ("updates", "differs_in_scope"):
        return before
    if said.contradicts >= points["contradicts"]:
        return before.model_copy(update={"decided_by": "both"})
    if said.agrees >= points["agrees"]:
        return before.model_copy(update={"decided_by": "contested", "confidence": "possible"})
    return before


def _conflict(question: Question, said: Likelihood, tellings: Tellings) -> Verdict | None:
    """A conflict of contents, as speakers and times make it one; None where a paper's own words refute it."""
    a, b = question.sides
    conflict = Conflict(
        type=_type(a, b),
        reason="They cannot both be right, as a trained judge reads them.",
        confidence="possible",
        of_a=lambda content, _: _says(content, a, b),
        of_b=lambda content, _: _says(content, b, a),
        evidence=(_in_words(said.contradicts),),
    )
    ruling = settle(a, b, conflict, tellings)
    if ruling is None:
        return None
    proposed = Verdict(
        a=a.claim.id,
        b=b.claim.id,
        relation=ruling.relation,
        type=ruling.type,
        explanation=ruling.reason,
        decided_by="model",
        confidence="possible",
    )
    verdict = judgements.weigh(proposed, question.before, tellings, (a, b))
    return verdict.model_copy(update={"evidence": (*ruling.evidence, *verdict.evidence), "confidence": "possible"})


def _agreement(question: Question, said: Likelihood) -> Verdict | None:
    """An agreement in other words, where no figure, negation or answer stands against it."""
    a, b = question.sides
    if figure_rules.bar_agreement(a, b) or a.negated ^ b.negated or a.modality != b.modality:
        return None
    return question.before.model_copy(
        update={
            "relation": "agrees",
            "explanation": "Both say the same, as a trained judge reads them.",
            "evidence": (f"read as one by a trained judge: {said.agrees:.0%}",),
            "decided_by": "model",
            "confidence": "possible",
        }
    )


def _type(a: Telling, b: Telling) -> ConflictType:
    if figure_rules.have_clash(a, b):
        return "number"
    return "negation" if a.negated ^ b.negated else "other"


def _says(content: Content, side: Telling, other: Telling) -> bool:
    """Whether a sentence has all that `side` says and `other` does not."""
    own = side.content.keys - other.content.keys
    return bool(own) and own <= content.keys


def _in_words(probability: float) -> str:
    return f"a trained judge holds it {probability:.0%} likely that both cannot be right"

"""The claims step: questions about an article's body sentences, and the claims its answers ground.

Only sentences of role `body` are asked about: teasers, captions and addresses say nothing of the event. Knows nothing
of how a call is made. Two ways, by the model's profile: windows.py for a capable model, restatements.py for one that
only cuts and restates single sentences.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from service.llm.port import Call, Message
from service.llm.profiles import Profile
from service.models import Claim, ReadArticle
from service.prompts import Prompts
from service.report_models import Refusal
from service.steps.extracting import restatements, windows

STEP = "claims"
TOKENS_PER_SENTENCE = 160
FEWEST_TOKENS = 200


@dataclass(frozen=True)
class Question:
    """A call about some sentences of one article (by index)."""

    call: Call
    sentences: tuple[int, ...]


@dataclass(frozen=True)
class Extracted:
    """What one step over one article gives."""

    claims: tuple[Claim, ...] = ()
    refusals: tuple[Refusal, ...] = ()


def prompt_name(profile: Profile) -> str:
    """The prompt this profile's model is asked with."""
    return "claims.sentence" if profile.only_restates else "claims.window"


def reply_type(profile: Profile) -> type[restatements.Cuts] | type[windows.Proposals]:
    """The shape of the answer."""
    return restatements.Cuts if profile.only_restates else windows.Proposals


def ask(read: ReadArticle, profile: Profile, prompts: Prompts) -> tuple[Question, ...]:
    """The questions to ask about one article: a window each, or a sentence each that may need cutting."""
    body = [index for index, sentence in enumerate(read.sentences) if sentence.role == "body"]
    if profile.only_restates:
        asked = [index for index in body if restatements.needs_cutting(read, index)]
        return tuple(_ask_sentence(read, index, profile, prompts) for index in asked)
    cut = windows.cut_windows(read, body, profile.sentences_per_window)
    return tuple(_ask_window(read, window, profile, prompts) for window in cut)


def read(
    article: ReadArticle,
    questions: Sequence[Question],
    replies: Sequence[str | None],
    elsewhere: Sequence[str],
    profile: Profile,
) -> Extracted:
    """The claims of one article, in text order, without repeats.

    `replies[i]` is the validated JSON answer to `questions[i]`, or None where the model gave none that validates;
    `elsewhere` are the texts of the other articles, so that a stray quote can be told from an invented one.
    """
    answered = list(zip(questions, replies, strict=True))
    if profile.only_restates:
        return _join([_read_sentence(article, *pair) for pair in answered] + [_unasked(article, questions)])
    return _join([_read_window(article, question, reply, elsewhere) for question, reply in answered])


def _ask_sentence(article: ReadArticle, index: int, profile: Profile, prompts: Prompts) -> Question:
    sentence = article.sentence_text(index)
    # Shown only where a pronoun needs it: a small model copies from the sentence before.
    before = _told_before(article, index) if restatements.PRONOUN.search(sentence) else ""
    messages = prompts.render(
        "claims.sentence",
        title=_one_line(article.article.title or ""),
        before=_one_line(before),
        sentence=_one_line(sentence),
    )
    return Question(_call(article, messages, profile, prompts, max_tokens=FEWEST_TOKENS + len(sentence) // 2), (index,))


def _told_before(article: ReadArticle, index: int) -> str:
    """The body sentence before this one, over teasers and captions; "" where there is none."""
    told = (at for at in reversed(range(index)) if article.sentences[at].role == "body")
    last = next(told, None)
    return "" if last is None else article.sentence_text(last)


def _ask_window(article: ReadArticle, window: tuple[int, ...], profile: Profile, prompts: Prompts) -> Question:
    first = window[0]
    messages = prompts.render(
        "claims.window",
        title=_one_line(article.article.title or ""),
        outlet=article.article.outlet or "",
        published_at=str(article.article.published_at or ""),
        before=_one_line(" ".join(article.sentence_text(index) for index in range(max(0, first - 2), first))),
        sentences=[{"number": index, "text": _one_line(article.sentence_text(index))} for index in window],
    )
    max_tokens = FEWEST_TOKENS + TOKENS_PER_SENTENCE * len(window)
    return Question(_call(article, messages, profile, prompts, max_tokens=max_tokens), window)


def _call(
    article: ReadArticle, messages: tuple[Message, ...], profile: Profile, prompts: Prompts, *, max_tokens: int
) -> Call:
    reply = reply_type(profile)
    return Call(
        step=STEP,
        prompt_id=prompts.id_of(prompt_name(profile), reply),
        messages=messages,
        reply=reply,
        max_tokens=max_tokens,
        article_id=article.article.id,
        sources=(article.article.text_sha256,),
    )


def _read_sentence(article: ReadArticle, question: Question, reply: str | None) -> Extracted:
    (index,) = question.sentences
    if reply is None:
        return Extracted(restatements.whole(article, index), (_invalid(article, index),))
    return Extracted(*restatements.read_cuts(article, index, restatements.Cuts.model_validate_json(reply).claims))


def _read_window(article: ReadArticle, question: Question, reply: str | None, elsewhere: Sequence[str]) -> Extracted:
    if reply is None:
        return Extracted(refusals=(_invalid(article, question.sentences[0]),))
    proposed = windows.Proposals.model_validate_json(reply).claims
    placed = [windows.place(article, question.sentences, claim, elsewhere) for claim in proposed]
    claims = tuple(one.claim for one in placed if one.claim)
    return Extracted(claims, tuple(doubt for one in placed for doubt in one.doubts))


def _unasked(article: ReadArticle, questions: Sequence[Question]) -> Extracted:
    """Body sentences that say one thing are claims as they stand; one too long to be a sentence is refused."""
    asked = {index for question in questions for index in question.sentences}
    body = [i for i, sentence in enumerate(article.sentences) if sentence.role == "body" and i not in asked]
    too_long = [i for i in body if len(article.sentence_text(i)) > restatements.LONGEST_SENTENCE]
    claims = tuple(claim for i in body if i not in too_long for claim in restatements.whole(article, i))
    return Extracted(claims, tuple(_too_long(article, i) for i in too_long))


def _join(parts: Sequence[Extracted]) -> Extracted:
    """All parts as one; of claims resting on the same words the first stays."""
    claims: dict[tuple[int, ...], Claim] = {}
    for claim in (claim for part in parts for claim in part.claims):
        claims.setdefault(tuple(edge for span in claim.spans for edge in (span.start, span.end)), claim)
    ordered = tuple(claims[place] for place in sorted(claims))
    return Extracted(ordered, tuple(refusal for part in parts for refusal in part.refusals))


def _invalid(article: ReadArticle, index: int) -> Refusal:
    detail = f"no valid answer about {_one_line(article.sentence_text(index))[:80]!r}"
    return Refusal(step=STEP, article_id=article.article.id, detail=detail, reason="reply_invalid")


def _too_long(article: ReadArticle, index: int) -> Refusal:
    length, limit = len(article.sentence_text(index)), restatements.LONGEST_SENTENCE
    detail = f"{length} characters without a sentence end, over the limit of {limit}: nothing was taken from them"
    return Refusal(step=STEP, article_id=article.article.id, detail=detail, reason="truncated")


def _one_line(text: str) -> str:
    return " ".join(text.split())

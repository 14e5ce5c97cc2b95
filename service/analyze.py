"""The whole analysis on one page: articles in, Report out. Knows nothing of HTTP, files or any provider.

Pure steps run in a worker thread so that a long article never holds up the server; only `Asking` awaits the model.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Annotated

from pydantic import Field, Strict

from service import __version__
from service.asking import Answer, Asking, Progress
from service.errors import BadReply, ModelError
from service.llm.port import Reply
from service.llm.profiles import Profile
from service.models import Article, Model, Pair, ReadArticle, Verdict
from service.report_models import Notice, QuoteChange, Refusal, Report, SameOrigin, Summary
from service.services import Judge, Services
from service.steps import (
    claims,
    coverage,
    findings,
    judging,
    origins,
    pairs,
    quotes,
    report,
    rules,
    sentences,
    speech,
    summary,
    verdicts,
)
from service.steps.comparing.tellings import Tellings
from service.steps.vocabulary import languages

FEWEST_ARTICLES = 2


class Options(Model):
    """How to analyse, within what the settings allow."""

    allow_partial: bool = Field(False, description="Leave out an article whose claims cannot be had, and go on.")
    deadline_s: Annotated[float, Strict()] | None = Field(
        None, gt=0, le=86_400, description="Seconds the analysis may take, its wait for a place included."
    )
    max_cost_usd: Annotated[float, Strict()] | None = Field(
        None, gt=0, description="US dollars it may cost. A call that could pass that is not made; see 402."
    )


def ignore(_: Progress) -> None:
    """Progress nobody watches."""


async def analyze(
    articles: Sequence[Article],
    services: Services,
    *,
    options: Options = Options(),  # noqa: B008 (immutable)
    request_id: str,
    progress: Callable[[Progress], None] = ignore,
) -> Report:
    """Compares `articles` (at least two). Raises ModelError naming step and article when a call fails for good."""
    asking = Asking(services.llm, services.parallel_calls, progress, services.budget(options.max_cost_usd))
    ordered = sorted(articles, key=lambda article: (article.sha256, article.id))
    told = await asyncio.to_thread(lambda: [read_article(article) for article in ordered])
    extraction = await _extract(told, services, options, asking)
    comparison = await _compare(extraction.articles, services, asking)
    written = await _summarise(extraction.articles, comparison, services, asking)
    found = report.Found(
        articles=extraction.articles,
        failed=extraction.failed,
        findings=comparison.findings,
        quote_changes=comparison.quote_changes,
        same_origin=comparison.same_origin,
        coverage=comparison.coverage,
        summary=written.summary,
        refusals=extraction.refusals + comparison.refusals + written.refusals,
        notices=extraction.notices + comparison.notices,
    )
    return await asyncio.to_thread(report.build, found, _origin(services), request_id, asking.records)


def read_article(article: Article) -> ReadArticle:
    """What code alone reads in an article: its sentences, and who says what."""
    split, language = sentences.split(article.text), languages.of(article) or "en"
    return ReadArticle(article=article, sentences=split, speeches=speech.find(article.text, split, language))


@dataclass(frozen=True)
class _Extraction:
    """Every article with its claims; those that failed apart."""

    articles: tuple[ReadArticle, ...]
    failed: tuple[ReadArticle, ...]
    refusals: tuple[Refusal, ...]
    notices: tuple[Notice, ...]


@dataclass(frozen=True)
class _Comparison:
    """What the articles, held against each other, show."""

    findings: findings.Findings
    quote_changes: tuple[QuoteChange, ...]
    same_origin: tuple[SameOrigin, ...]
    coverage: coverage.Coverage
    refusals: tuple[Refusal, ...]
    notices: tuple[Notice, ...]


@dataclass(frozen=True)
class _Judgement:
    """The verdicts on pairs; `capped`: the model was not asked about all of them."""

    verdicts: tuple[Verdict, ...]
    refusals: tuple[Refusal, ...] = ()
    capped: bool = False

    def joined(self, other: "_Judgement") -> "_Judgement":
        """Both together: the articles of another language are judged by themselves."""
        verdicts, refusals = (*self.verdicts, *other.verdicts), (*self.refusals, *other.refusals)
        return _Judgement(verdicts, refusals, self.capped or other.capped)


@dataclass(frozen=True)
class _Written:
    summary: Summary
    refusals: tuple[Refusal, ...] = ()


async def _extract(told: Sequence[ReadArticle], services: Services, options: Options, asking: Asking) -> _Extraction:
    profile = services.profile
    questions = await asyncio.to_thread(lambda: [claims.ask(read, profile, services.prompts) for read in told])

    def tolerates(error: ModelError) -> bool:
        return options.allow_partial or _has_stand_in(error, profile)

    answers = iter(await asking.all(claims.STEP, [one.call for asked in questions for one in asked], tolerates))
    answered = [
        _Answered(read, asked, [next(answers) for _ in asked]) for read, asked in zip(told, questions, strict=True)
    ]
    held = [one for one in answered if one.failure(profile) is None]
    failures = {one.read.article.id: one.failure(profile) for one in answered if one not in held}
    if len(held) < FEWEST_ARTICLES:
        raise next(failure for failure in failures.values() if failure)
    texts = [read.article.text for read in told]
    extracted = await asyncio.to_thread(lambda: [one.claims(texts, profile) for one in held])
    with_claims = zip(held, extracted, strict=True)
    notices = report.input_notices([read.article for read in told])
    return _Extraction(
        articles=tuple(one.read.model_copy(update={"claims": part.claims}) for one, part in with_claims),
        failed=tuple(one.read for one in answered if one not in held),
        refusals=tuple(refusal for part in extracted for refusal in part.refusals),
        notices=(*notices, *(report.failed_notice(article_id, str(why)) for article_id, why in failures.items())),
    )


@dataclass(frozen=True)
class _Answered:
    """One article, the questions about it and what came back."""

    read: ReadArticle
    questions: Sequence[claims.Question]
    answers: Sequence[Answer]

    def failure(self, profile: Profile) -> ModelError | None:
        """Why this article has no claims, or None where it has."""
        errors = [answer for answer in self.answers if isinstance(answer, ModelError)]
        return next((error for error in errors if not _has_stand_in(error, profile)), None)

    def claims(self, texts: Sequence[str], profile: Profile) -> claims.Extracted:
        """The claims its answers ground; `texts` are those of all articles."""
        elsewhere = [text for text in texts if text != self.read.article.text]
        return claims.read(self.read, self.questions, [_text(one) for one in self.answers], elsewhere, profile)


async def _compare(articles: Sequence[ReadArticle], services: Services, asking: Asking) -> _Comparison:
    """Pairs chosen in code, judged by the model or by rule, grouped into findings; each language by itself."""
    read_alike = await asyncio.to_thread(tell_by_language, articles)
    judgement = _Judgement(())
    for tellings in read_alike:
        # Articles of another event are paired with none; the rest are compared.
        choice = await asyncio.to_thread(_choose, tellings)
        judgement = judgement.joined(await _judge(choice, tellings, services, asking))

    def group() -> _Comparison:
        same_origin = origins.find(articles)
        is_whole = len(read_alike) == 1 and len(read_alike[0].articles) == len(articles)
        everything = read_alike[0] if is_whole else Tellings(articles)
        grouped = findings.group(judgement.verdicts, articles, same_origin, everything)
        return _Comparison(
            findings=grouped,
            quote_changes=quotes.compare(articles),
            same_origin=same_origin,
            coverage=coverage.find(articles, grouped, same_origin, everything),
            refusals=judgement.refusals,
            notices=report.comparison_notices(
                judges=services.profile.judges,
                is_one_event=all(len(tellings.events) <= 1 for tellings in read_alike),
                capped=judgement.capped,
                head=services.judge is not None,
                head_is_missed=services.judge_is_missed,
            ),
        )

    return await asyncio.to_thread(group)


def tell_by_language(articles: Sequence[ReadArticle]) -> list[Tellings]:
    """The articles of each language whose words are known, read once for all steps: a fifth of an analysis."""
    spoken = [languages.of(read.article) for read in articles]
    known = dict.fromkeys(language for language in ("en", *spoken) if language)
    alike = ([read for read, one in zip(articles, spoken, strict=True) if one == language] for language in known)
    return [Tellings(reads) for reads in alike if reads]


def _choose(tellings: Tellings) -> pairs.Choice:
    return pairs.choose(tuple(tellings.articles.values()), tellings=tellings)


async def _judge(choice: pairs.Choice, tellings: Tellings, services: Services, asking: Asking) -> _Judgement:
    chosen, by_id = choice.pairs, tellings.articles
    ruled = await asyncio.to_thread(rules.judge_all, chosen, by_id, tellings)
    if not services.profile.judges:
        judged = _Judgement(ruled, capped=choice.capped)
    else:
        questions = await asyncio.to_thread(verdicts.ask, chosen, ruled, by_id, services.prompts, tellings)
        answers = await asking.all(verdicts.STEP, [one.call for one in questions], _is_bad_reply)
        found = await asyncio.to_thread(verdicts.read, questions, [_text(answer) for answer in answers], ruled)
        asked = sum(len(one.pairs) for one in questions)
        judged = _Judgement(*found, capped=choice.capped or asked < len(chosen))
    return await _have_read(judged, chosen, tellings, services.judge, asking) if services.judge else judged


async def _have_read(
    judged: _Judgement, chosen: Sequence[Pair], tellings: Tellings, judge: Judge, asking: Asking
) -> _Judgement:
    """The judgement once a trained head has read the pairs it may change."""
    questions = await asyncio.to_thread(judging.ask, chosen, judged.verdicts, tellings, judge.head, judge.most)
    calls = [one.call for one in questions]
    answers = await asking.all(judging.STEP, calls, _is_bad_reply, through=judge.llm)
    texts = [_text(answer) for answer in answers]
    found = await asyncio.to_thread(judging.read, questions, texts, judged.verdicts, tellings)
    return replace(judged, verdicts=found)


async def _summarise(
    articles: Sequence[ReadArticle], comparison: _Comparison, services: Services, asking: Asking
) -> _Written:
    profile, sources = services.profile, [read.article.text_sha256 for read in articles]

    def ask() -> tuple[Sequence[summary.Item], Sequence[summary.Question]]:
        items = summary.choose(articles, comparison.findings, comparison.coverage, profile.summary_items)
        return items, summary.ask(items, profile, sources, services.prompts)

    items, questions = await asyncio.to_thread(ask)
    answers = await asking.all(summary.STEP, [one.call for one in questions], _is_bad_reply)
    refusals = tuple(report.no_reply(summary.STEP, one) for one in answers if isinstance(one, ModelError))
    written = await asyncio.to_thread(summary.read, questions, [_text(one) for one in answers], items)
    return _Written(written, refusals)


def prompts_asked(services: Services) -> dict[str, str]:
    """The id of the prompt that each step asks with, by step. Repairs are left out: whether one is asked is chance."""
    profile, prompts = services.profile, services.prompts
    used = {claims.STEP: prompts.id_of(claims.prompt_name(profile), claims.reply_type(profile))}
    if profile.judges:
        used[verdicts.STEP] = prompts.id_of("verdicts", verdicts.Judged)
    if services.judge:
        used[judging.STEP] = judging.prompt_id(services.judge.head)
    used[summary.STEP] = prompts.id_of(summary.prompt_name(profile), summary.reply_type(profile))
    return used


def _origin(services: Services) -> report.Origin:
    return report.Origin(services.model, services.is_local, prompts_asked(services), __version__)


def _has_stand_in(error: ModelError, profile: Profile) -> bool:
    """Whether code can do without this answer: a sentence nobody cut is a claim as it stands."""
    return profile.only_restates and _is_bad_reply(error)


def _is_bad_reply(error: ModelError) -> bool:
    return isinstance(error, BadReply)


def _text(answer: Answer) -> str | None:
    return answer.text if isinstance(answer, Reply) else None

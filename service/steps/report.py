"""Puts a Report together from what the steps found. Knows nothing of how any of it was found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from service.errors import ModelError
from service.models import Article, ReadArticle
from service.report_models import (
    CallRecord,
    Notice,
    NoticeCode,
    Provenance,
    QuoteChange,
    Refusal,
    Report,
    ReportArticle,
    Run,
    SameOrigin,
    Summary,
    Totals,
)
from service.steps.coverage import Coverage
from service.steps.findings import Findings
from service.steps.vocabulary import languages

_FRENCH_COVERED = (
    "figures, days and times, who says what, quotations, origins, negations, plain opposites and denials are compared, "
    "with other French articles only; causes, places, names, roles and omissions are not."
)
_NOT_COVERED = (
    "its quotations and origins are compared, figures in digits are read but not compared, and nothing else is covered."
)


@dataclass(frozen=True)
class Found:
    """Everything the steps found about a story, articles in content order."""

    articles: tuple[ReadArticle, ...]
    failed: tuple[ReadArticle, ...]
    findings: Findings
    quote_changes: tuple[QuoteChange, ...]
    same_origin: tuple[SameOrigin, ...]
    coverage: Coverage
    summary: Summary
    refusals: tuple[Refusal, ...]
    notices: tuple[Notice, ...]


@dataclass(frozen=True)
class Origin:
    """Where the answers came from: the provenance that is the same in every equal run."""

    model: str
    is_local: bool
    prompts: Mapping[str, str]
    service_version: str


def build(found: Found, origin: Origin, request_id: str, calls: Sequence[CallRecord]) -> Report:
    """The Report; everything outside `provenance.run` is a function of `found` and `origin`."""
    everything = [*found.articles, *found.failed]
    failed = {read.article.id for read in found.failed}
    return Report(
        notices=found.notices,
        articles=tuple(_article(read, is_failed=read.article.id in failed) for read in everything),
        claims=tuple(claim for read in found.articles for claim in read.claims),
        agreements=found.findings.agreements,
        contradictions=found.findings.contradictions,
        disputes=found.findings.disputes,
        updates=found.findings.updates,
        scope_differences=found.findings.scope_differences,
        quote_changes=found.quote_changes,
        omissions=found.coverage.omissions,
        same_origin=found.same_origin,
        facts=found.coverage.facts,
        summary=found.summary,
        refusals=found.refusals,
        provenance=Provenance(
            model=origin.model,
            local=origin.is_local,
            prompts=dict(origin.prompts),
            service_version=origin.service_version,
            inputs={read.article.id: read.article.sha256 for read in everything},
            run=Run(request_id=request_id, calls=tuple(calls), totals=totals(calls)),
        ),
    )


def totals(calls: Sequence[CallRecord]) -> Totals:
    """Sums over `calls`. The cost is None as soon as one live call's price is unknown."""
    live = [call for call in calls if not call.cached]
    costs = [call.cost_usd for call in live]
    return Totals(
        calls=len(calls),
        cached_calls=len(calls) - len(live),
        prompt_tokens=sum(call.prompt_tokens for call in calls),
        completion_tokens=sum(call.completion_tokens for call in calls),
        live_prompt_tokens=sum(call.prompt_tokens for call in live),
        live_completion_tokens=sum(call.completion_tokens for call in live),
        cost_usd=None if None in costs else sum(cost for cost in costs if cost is not None),
        ms=sum(call.ms for call in calls),
    )


def _article(read: ReadArticle, *, is_failed: bool) -> ReportArticle:
    fields = read.article.model_dump(exclude={"id"})
    return ReportArticle(id=read.article.id, status="failed" if is_failed else "ok", sentences=read.sentences, **fields)


def input_notices(articles: Sequence[Article]) -> list[Notice]:
    """What a reader must know about the articles themselves."""
    notices = []
    for article in articles:
        notices += _date_notices(article)
        if article.title_read:
            text = f"{article.name}: the title was read from the article's first line."
            notices.append(Notice(code="title_read", text=text, article_id=article.id))
        notices += _language_notices(article)
    return notices


def _language_notices(article: Article) -> list[Notice]:
    language = languages.of(article)
    if language == "fr":
        text = f"{article.name} is in French: {_FRENCH_COVERED}"
        return [Notice(code="language_partly_covered", text=text, article_id=article.id)]
    if language is None:
        text = f"{article.name} is in a language not covered: {_NOT_COVERED}"
        return [Notice(code="language_not_covered", text=text, article_id=article.id)]
    return []


def _date_notices(article: Article) -> list[Notice]:
    if article.published_at is None:
        text = f"{article.name}: no publication date; weekdays in it are not resolved and no update is inferred."
        return [Notice(code="date_unknown", text=text, article_id=article.id)]
    if article.date_read:
        text = f"{article.name}: the publication date {article.published_at} was read from the article's date line."
        return [Notice(code="date_read", text=text, article_id=article.id)]
    return []


def comparison_notices(
    *, judges: bool, is_one_event: bool, capped: bool, head: bool = False, head_is_missed: bool = False
) -> tuple[Notice, ...]:
    """What a reader must know about how the articles were compared.

    `judges`: a model was asked about pairs; `head`: a trained head read some; `head_is_missed`: it should have.
    """
    told: list[tuple[NoticeCode, str]] = []
    if not is_one_event:
        told.append(
            ("may_not_be_one_event", "The articles share too little to tell one event; no claims were compared.")
        )
    if not judges:
        by_head = " A small trained judge read the nearest pairs the rules left open." if head else ""
        told.append(("judged_by_rules", f"Agreements and conflicts were decided by rules, not by a model.{by_head}"))
    if head_is_missed:
        told.append(
            ("judge_missing", "The trained judge is off: the weights it was trained on are not the ones installed.")
        )
    if capped:
        told.append(("pairs_capped", "More claims resemble each other than were judged; some findings may be missing."))
    return tuple(Notice(code=code, text=text) for code, text in told)


def failed_notice(article_id: str, why: str) -> Notice:
    """An article left out because its claims could not be had."""
    return Notice(code="article_failed", text=f"Left out of the comparison: {why}", article_id=article_id)


def no_reply(step: str, error: ModelError) -> Refusal:
    """A step whose question found no valid answer; code stands in for it."""
    return Refusal(step=step, article_id=error.article_id, detail=error.message, reason="reply_invalid")

"""The Report: the contract others build on. Field names are fixed; fields may be added, never renamed.

Everything outside `provenance.run` is a pure function of articles, options, prompts and replies.
"""

from datetime import date, datetime
from typing import Literal

from service.models import Claim, Confidence, ConflictType, DecidedBy, Model, Sentence

REPORT_VERSION: Literal["1"] = "1"

NoticeCode = Literal[
    "language_not_covered",
    "language_partly_covered",
    "judged_by_rules",
    "judge_missing",
    "pairs_capped",
    "date_unknown",
    "date_read",
    "title_read",
    "may_not_be_one_event",
    "article_failed",
    "nothing_found",
]
RefusalReason = Literal[
    "quote_in_no_article",
    "quote_in_other_article",
    "number_mismatch",
    "name_mismatch",
    "negation_mismatch",
    "loaded_wording",
    "uncited",
    "bad_citation",
    "speaker_missing",
    "one_sided",
    "unsupported",
    "reply_invalid",
    "truncated",
]
Support = Literal["single", "multiple", "disputed"]
CellState = Literal["says", "disputes", "silent", "filed_earlier", "cut_off"]


class Notice(Model):
    """Something the reader must know before relying on the report."""

    code: NoticeCode
    text: str
    article_id: str | None = None


class ReportArticle(Model):
    """An article as it was read; `text` is what every offset counts, in code points."""

    id: str
    status: Literal["ok", "failed"]
    outlet: str | None
    publisher: str | None
    title: str | None
    title_read: bool
    published_at: datetime | date | None
    date_read: bool
    language: str | None
    url: str | None
    truncated: bool
    text: str
    sentences: tuple[Sentence, ...]


class Variant(Model):
    """How one article words an agreed fact."""

    claim_id: str
    quote: str


class Agreement(Model):
    """Two or more articles state the same fact, in whatever words or units."""

    id: str
    text: str
    claim_ids: tuple[str, ...]
    article_ids: tuple[str, ...]
    independent_origins: int
    variants: tuple[Variant, ...]


class Position(Model):
    """One side of a conflict; `as_of` is when it was said or published, ISO 8601, where known."""

    text: str
    claim_ids: tuple[str, ...]
    article_ids: tuple[str, ...]
    speaker: str | None = None
    as_of: str | None = None


class Conflict(Model):
    """A contradiction, dispute, update or scope difference. Every position carries claims, and so spans."""

    id: str
    text: str
    type: ConflictType
    positions: tuple[Position, ...]
    explanation: str
    evidence: tuple[str, ...] = ()
    decided_by: DecidedBy
    confidence: Confidence


class QuoteSide(Model):
    """One article's version of a quotation."""

    article_id: str
    start: int
    end: int
    quote: str


class Difference(Model):
    """Words of side a and the words side b has in their place; either may be empty."""

    a: str
    b: str


class QuoteChange(Model):
    """The same quotation, not the same words or not the same speaker, in two articles."""

    id: str
    text: str
    spans: tuple[QuoteSide, QuoteSide]
    speakers: tuple[str | None, str | None]
    kinds: tuple[Literal["altered", "cut", "reworded", "reassigned"], ...]
    differences: tuple[Difference, ...]


class Omission(Model):
    """A salient fact an article lacks and could have known when it was published. `salience` is 0 to 1."""

    id: str
    text: str
    article_id: str
    claim_ids: tuple[str, ...]
    reported_by: tuple[str, ...]
    salience: float


class SameOrigin(Model):
    """Articles that count as one voice."""

    id: str
    text: str
    article_ids: tuple[str, ...]
    why: Literal["wire_credit", "near_duplicate", "publisher"]


class Fact(Model):
    """One row of the matrix: what each article does with this fact."""

    id: str
    text: str
    claim_ids: tuple[str, ...]
    by_article: dict[str, CellState]


class SummarySentence(Model):
    """A sentence of the summary and the claims it rests on."""

    text: str
    claim_ids: tuple[str, ...]
    support: Support
    origin: Literal["model", "extractive"]


class RefusedSentence(Model):
    """A sentence the model wrote that did not survive the checks."""

    text: str
    reason: RefusalReason


class Summary(Model):
    sentences: tuple[SummarySentence, ...] = ()
    refused: tuple[RefusedSentence, ...] = ()


class Refusal(Model):
    """Something the model answered that was not accepted; kept, counted and shown, never silently dropped."""

    step: str
    article_id: str | None
    detail: str
    reason: RefusalReason


class CallRecord(Model):
    """One model call. `cost_usd` is None where the price is unknown, never 0 for that."""

    step: str
    article_id: str | None = None
    cached: bool
    prompt_tokens: int
    completion_tokens: int
    cost_usd: float | None
    ms: int


class Totals(Model):
    """Sums over the calls of this run. `live_*` leave out what came from the cache."""

    calls: int
    cached_calls: int
    prompt_tokens: int
    completion_tokens: int
    live_prompt_tokens: int
    live_completion_tokens: int
    cost_usd: float | None
    ms: int


class Run(Model):
    """What differs between two runs on the same input."""

    request_id: str
    calls: tuple[CallRecord, ...]
    totals: Totals


class Provenance(Model):
    """Where the report comes from: enough to reproduce it."""

    model: str
    local: bool
    prompts: dict[str, str]
    service_version: str
    inputs: dict[str, str]
    run: Run


class Report(Model):
    """What POST /analyze answers."""

    report_version: Literal["1"] = REPORT_VERSION
    notices: tuple[Notice, ...]
    articles: tuple[ReportArticle, ...]
    claims: tuple[Claim, ...]
    agreements: tuple[Agreement, ...]
    contradictions: tuple[Conflict, ...]
    disputes: tuple[Conflict, ...]
    updates: tuple[Conflict, ...]
    scope_differences: tuple[Conflict, ...]
    quote_changes: tuple[QuoteChange, ...]
    omissions: tuple[Omission, ...]
    same_origin: tuple[SameOrigin, ...]
    facts: tuple[Fact, ...]
    summary: Summary
    refusals: tuple[Refusal, ...]
    provenance: Provenance

"""Outcomes made by hand, so that a test reads: this story, this expectation, this finding, this fault."""

from collections.abc import Mapping, Sequence
from typing import Any

from evals.cases import Case, locate, places
from evals.expected import Expected, Place
from evals.outcomes import Outcome
from service.analyze import Options
from service.models import Article, Claim, Span, Speaker, content_id
from service.report_models import (
    Agreement,
    Conflict,
    Omission,
    Position,
    Provenance,
    QuoteChange,
    QuoteSide,
    Report,
    ReportArticle,
    Run,
    Summary,
    SummarySentence,
    Totals,
    Variant,
)
from service.steps import sentences

Fields = dict[str, Any]
Side = Claim | Sequence[Claim]

_TOTALS = Totals(
    calls=0,
    cached_calls=0,
    prompt_tokens=0,
    completion_tokens=0,
    live_prompt_tokens=0,
    live_completion_tokens=0,
    cost_usd=None,
    ms=0,
)
_PROVENANCE = Provenance(
    model="made/by-hand",
    local=True,
    prompts={},
    service_version="0",
    inputs={},
    run=Run(request_id="made", calls=(), totals=_TOTALS),
)
_SECTIONS = (
    "same_origin",
    "facts",
    "refusals",
    "notices",
    *(name for name in Expected.model_fields if name != "summary"),
)


class Story:
    """Short articles by id; everything is made out of their words. An article's outlet is its id as a title."""

    def __init__(self, **texts: str) -> None:
        self.articles = tuple(Article(id=one, outlet=one.title(), text=text) for one, text in texts.items())
        self.texts: Mapping[str, str] = texts

    def claim(
        self, article: str, *quotes: str, text: str | None = None, speaker: str | None = None, **fields: Any
    ) -> Claim:
        """A claim resting on `quotes`; told in their words where no `text` is given, said by `speaker` where named."""
        found = [locate(Place(article=article, quote=quote), self.texts) for quote in quotes]
        spans = tuple(
            Span(start=one.start, end=one.end, quote=self.texts[article][one.start : one.end]) for one in found
        )
        told = text or " … ".join(quotes)
        named = Speaker(name=speaker, start=spans[0].start, end=spans[0].end) if speaker else None
        known = {"voice": "source" if speaker else "outlet", "speaker": named, "sentence": 0, **fields}
        made = content_id(article, quotes, told, speaker, fields)
        return Claim(id=made, article_id=article, text=told, spans=spans, **known)

    def change(self, one: Fields, other: Fields, *kinds: str) -> QuoteChange:
        """A quotation that stands at place `one` in other words, or other mouths, at place `other`."""
        found = [locate(Place.model_validate(place), self.texts) for place in (one, other)]
        sides = [
            QuoteSide(
                article_id=at.article_id, start=at.start, end=at.end, quote=self.texts[at.article_id][at.start : at.end]
            )
            for at in found
        ]
        known: Fields = {"text": "", "speakers": (None, None), "differences": ()}
        return QuoteChange(id=content_id(one, other), spans=(sides[0], sides[1]), kinds=kinds, **known)

    def outcome(self, expected: Fields, *, swapped: Report | None = None, **findings: Any) -> Outcome:
        """The report of `findings` by section, held against `expected`; what neither names is empty."""
        report = self.report(**findings)
        return Outcome(self.case(expected), report, swapped or report)

    def case(self, expected: Fields) -> Case:
        """A case of these articles. Raises ValueError where a quote is not in its article once."""
        full = Expected.model_validate({**{section: [] for section in Expected.model_fields}, **expected})
        stretches = {place: locate(place, self.texts) for _, place in places(full)}
        return Case("made", self.articles, Options(), full, stretches)

    def report(self, *, summary: Sequence[SummarySentence] = (), **findings: Any) -> Report:
        """A report on these articles with `findings` by section."""
        articles = [_report_article(article) for article in self.articles]
        sections = {section: tuple(findings.get(section, ())) for section in _SECTIONS}
        told = Summary(sentences=tuple(summary))
        return Report(articles=tuple(articles), summary=told, provenance=_PROVENANCE, **sections)


def at(article: str, quote: str) -> Fields:
    """A place."""
    return {"article": article, "quote": quote}


def must(**fields: Any) -> Fields:
    """An expectation that has to be met."""
    return {"expect": "must", "why": "it must be there", **fields}


def may(**fields: Any) -> Fields:
    """An expectation that costs nothing either way."""
    return {"expect": "may", "why": "it may be there", **fields}


def must_not(**fields: Any) -> Fields:
    """A finding that is an error."""
    return {"expect": "must_not", "why": "it must not be there", **fields}


def conflict(*sides: Side, **fields: Any) -> Conflict:
    """A conflict whose positions are `sides`, each a claim or several."""
    positions = [_position([side] if isinstance(side, Claim) else side) for side in sides]
    ids = [one for position in positions for one in position.claim_ids]
    known: Fields = {"type": "number", "decided_by": "rules", "confidence": "likely", "explanation": "", **fields}
    return Conflict(id=content_id(ids, fields), text="", positions=tuple(positions), **known)


def agreement(*claims: Claim) -> Agreement:
    """What all `claims` say."""
    ids, articles = tuple(one.id for one in claims), tuple(one.article_id for one in claims)
    variants = tuple(Variant(claim_id=one.id, quote=one.quote) for one in claims)
    return Agreement(
        id=content_id(ids), text="", claim_ids=ids, article_ids=articles, independent_origins=2, variants=variants
    )


def omission(article: str, *claims: Claim) -> Omission:
    """What `article` lacks and `claims` of others say."""
    ids = tuple(one.id for one in claims)
    reported_by = tuple(one.article_id for one in claims)
    made = content_id(article, ids)
    return Omission(
        id=made, text=claims[0].text, article_id=article, claim_ids=ids, reported_by=reported_by, salience=1
    )


def sentence(text: str, *claims: Claim) -> SummarySentence:
    """A sentence of the summary that cites `claims`."""
    return SummarySentence(text=text, claim_ids=tuple(one.id for one in claims), support="single", origin="model")


def _position(claims: Sequence[Claim]) -> Position:
    articles = tuple(one.article_id for one in claims)
    return Position(text=claims[0].text, claim_ids=tuple(one.id for one in claims), article_ids=articles)


def _report_article(article: Article) -> ReportArticle:
    split = sentences.split(article.text)
    return ReportArticle(status="ok", sentences=split, **article.model_dump())

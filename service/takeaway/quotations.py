"""Looks up what the ids of a report stand for: names of articles, and claims as quotations with their place.

Knows nothing of findings or formats. A quotation is cut from its article by its offsets, never taken from elsewhere.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from service.models import Claim
from service.report_models import Report, ReportArticle

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", re.ASCII)


@dataclass(frozen=True)
class Quotation:
    """Words of an article. `anchor` names the place in its full text; `language` is a tag, "" where unknown."""

    article_id: str
    start: int
    end: int
    words: str
    outlet: str
    speaker: str
    language: str
    anchor: str


class LookUp:
    """The articles and claims of one report. The report is one that reports.py has checked."""

    def __init__(self, report: Report) -> None:
        self._articles = {article.id: article for article in report.articles}
        self._claims = {claim.id: claim for claim in report.claims}
        self._numbers = {claim.id: number for number, claim in enumerate(report.claims, 1)}
        outlets = Counter(article.outlet for article in report.articles)
        self._names = {
            one.id: f"{one.outlet} ({one.id})" if one.outlet and outlets[one.outlet] > 1 else one.outlet or one.id
            for one in report.articles
        }

    def article(self, article_id: str) -> ReportArticle:
        """The article itself."""
        return self._articles[article_id]

    def claim(self, claim_id: str) -> Claim:
        """The claim itself."""
        return self._claims[claim_id]

    def name(self, article_id: str) -> str:
        """What a reader calls an article: its outlet, with its id where one outlet has several."""
        return self._names.get(article_id, article_id)

    def names(self, claim_ids: Iterable[str]) -> tuple[str, ...]:
        """The outlets that tell the claims, each once."""
        return tuple(dict.fromkeys(self.name(self._claims[one].article_id) for one in claim_ids))

    def anchor(self, claim_id: str, span: int = 0) -> str:
        """The name of the place where a claim's words stand. Made of numbers: an id may be anything."""
        return f"c{self._numbers[claim_id]}" + (f"-{span + 1}" if span else "")

    def cut(self, article_id: str, start: int, end: int, speaker: str = "", anchor: str = "") -> Quotation:
        """The words `start:end` of an article."""
        article = self._articles[article_id]
        language = article.language if article.language and _LANGUAGE.fullmatch(article.language) else ""
        words = article.text[start:end]
        return Quotation(article_id, start, end, words, self.name(article_id), speaker, language, anchor)

    def quotations(self, claim_ids: Iterable[str]) -> Iterator[Quotation]:
        """Every span of the claims."""
        for claim_id in claim_ids:
            claim = self._claims[claim_id]
            speaker = claim.speaker.name if claim.speaker else ""
            for number, span in enumerate(claim.spans):
                yield self.cut(claim.article_id, span.start, span.end, speaker, self.anchor(claim_id, number))

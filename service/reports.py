"""A report that comes back, from a file or a client: whoever sends it may have written anything into it.

Read strictly, and held against itself: every id it names must be there, and every quotation must stand where it says.
Knows nothing of what a report is then used for.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from service import strict_json
from service.errors import InvalidReport, Malformed, Problem
from service.field_problems import MAX_PROBLEMS, explain
from service.models import Claim
from service.report_models import Conflict, QuoteChange, Report, ReportArticle
from service.stories import MAX_ARTICLES, MAX_TEXT

SECTIONS = ("contradictions", "disputes", "updates", "scope_differences")
# A few bytes that name one long claim again and again would make a page of gigabytes.
MAX_QUOTED = 8_000_000
_NO_CLAIM = "names a claim that the report does not hold"
_NO_ARTICLE = "names an article that the report does not hold"

Body = TypeVar("Body", bound=BaseModel)


def read(body: bytes, what: str = "the body") -> Report:
    """The report in `body`; `what` names it in errors. Raises Malformed or InvalidReport."""
    report = parse(body, Report, what)
    check(report)
    return report


def parse(body: bytes, model: type[Body], what: str = "the body") -> Body:
    """What `body` holds, as `model`. Raises Malformed or InvalidReport naming every field that is wrong."""
    strict_json.decode(body, what)
    try:
        return model.model_validate_json(body, strict=True)
    except ValidationError as error:
        if error.errors()[0]["type"] == "json_invalid":
            # Half of a surrogate pair, or nested too deeply: Python's reader takes them.
            raise Malformed(f"{what} is not JSON: {error.errors()[0]['ctx']['error']}") from None
        raise InvalidReport(explain(error, what)) from None


def check(report: Report, at: str = "") -> None:
    """Raises InvalidReport where the report contradicts itself; its fields are named as standing behind `at`."""
    found = list(islice(_broken(report), MAX_PROBLEMS))
    if found:
        raise InvalidReport([Problem(at + field, detail) for field, detail in found])


Broken = Iterator[tuple[str, str]]


def _broken(report: Report) -> Broken:
    texts = {article.id: article.text for article in report.articles}
    claims = {claim.id: claim for claim in report.claims}
    yield from _articles(report.articles)
    yield from _claims(report.claims, texts)
    yield from _named(report, claims.keys(), texts.keys())
    for number, change in enumerate(report.quote_changes):
        yield from _change(change, f"quote_changes[{number}]", texts)
    quoted = sum(len(claims[one].quote) for _, ids in _claim_ids(report) for one in ids if one in claims)
    if quoted > MAX_QUOTED:
        yield "", f"quotes {quoted:,} code points in all, the limit is {MAX_QUOTED:,}"


def _articles(articles: Sequence[ReportArticle]) -> Broken:
    if len(articles) > MAX_ARTICLES:
        yield "articles", f"has {len(articles):,}, the most is {MAX_ARTICLES}"
    seen: set[str] = set()
    for number, article in enumerate(articles):
        at = f"articles[{number}]"
        if article.id in seen:
            yield f"{at}.id", "is another article's already"
        seen.add(article.id)
        if len(article.text) > MAX_TEXT:
            yield f"{at}.text", f"has {len(article.text):,} code points, the limit is {MAX_TEXT:,}"
        end = 0
        for place, sentence in enumerate(article.sentences):
            if not end <= sentence.start <= sentence.end <= len(article.text):
                yield f"{at}.sentences[{place}]", "is not a stretch of the text behind the sentence before it"
                break
            end = sentence.end


def _claims(claims: Sequence[Claim], texts: dict[str, str]) -> Broken:
    seen: set[str] = set()
    for number, claim in enumerate(claims):
        at = f"claims[{number}]"
        if claim.id in seen:
            yield f"{at}.id", "is another claim's already"
        seen.add(claim.id)
        if claim.article_id not in texts:
            yield f"{at}.article_id", _NO_ARTICLE
            continue
        if not claim.spans:
            yield f"{at}.spans", "is empty: a claim rests on words of its article"
        for place, span in enumerate(claim.spans):
            yield from _span(texts[claim.article_id], (span.start, span.end), span.quote, f"{at}.spans[{place}]")


def _change(change: QuoteChange, at: str, texts: dict[str, str]) -> Broken:
    for place, side in enumerate(change.spans):
        if side.article_id not in texts:
            yield f"{at}.spans[{place}].article_id", _NO_ARTICLE
        else:
            yield from _span(texts[side.article_id], (side.start, side.end), side.quote, f"{at}.spans[{place}]")


def _span(text: str, span: tuple[int, int], quote: str, at: str) -> Broken:
    start, end = span
    if not 0 <= start < end <= len(text) or text[start:end] != quote:
        yield at, "does not stand in its article: text[start:end] is not its quote"


def _named(report: Report, claims: Collection[str], articles: Collection[str]) -> Broken:
    for at, claim_ids in _claim_ids(report):
        yield from _known(claim_ids, claims, at, _NO_CLAIM)
    for at, article_ids in _article_ids(report):
        yield from _known(article_ids, articles, at, _NO_ARTICLE)
    for at, conflict in _conflicts(report):
        if len(conflict.positions) < 2 or not all(side.claim_ids for side in conflict.positions):
            yield f"{at}.positions", "must be two or more, each with claims: a conflict has two sides"


def _known(ids: Sequence[str], known: Collection[str], at: str, unknown: str) -> Broken:
    if len(set(ids)) < len(ids):
        yield at, "names one twice"
    if any(one not in known for one in ids):
        yield at, unknown


def _conflicts(report: Report) -> Iterator[tuple[str, Conflict]]:
    for section in SECTIONS:
        found: Sequence[Conflict] = getattr(report, section)
        yield from ((f"{section}[{number}]", conflict) for number, conflict in enumerate(found))


def _claim_ids(report: Report) -> Iterator[tuple[str, Sequence[str]]]:
    """Every list of claims with the field it stands in."""
    for at, conflict in _conflicts(report):
        for number, side in enumerate(conflict.positions):
            yield f"{at}.positions[{number}].claim_ids", side.claim_ids
    for number, agreement in enumerate(report.agreements):
        yield f"agreements[{number}].claim_ids", agreement.claim_ids
    for number, omission in enumerate(report.omissions):
        yield f"omissions[{number}].claim_ids", omission.claim_ids
    for number, fact in enumerate(report.facts):
        yield f"facts[{number}].claim_ids", fact.claim_ids
    for number, sentence in enumerate(report.summary.sentences):
        yield f"summary.sentences[{number}].claim_ids", sentence.claim_ids


def _article_ids(report: Report) -> Iterator[tuple[str, Sequence[str]]]:
    """Every list of articles with the field it stands in."""
    for at, conflict in _conflicts(report):
        for number, side in enumerate(conflict.positions):
            yield f"{at}.positions[{number}].article_ids", side.article_ids
    for number, agreement in enumerate(report.agreements):
        yield f"agreements[{number}].article_ids", agreement.article_ids
    for number, omission in enumerate(report.omissions):
        yield f"omissions[{number}].article_id", (omission.article_id,)
        yield f"omissions[{number}].reported_by", omission.reported_by
    for number, group in enumerate(report.same_origin):
        yield f"same_origin[{number}].article_ids", group.article_ids
    for number, fact in enumerate(report.facts):
        yield f"facts[{number}].by_article", tuple(fact.by_article)

"""Takes the article out of a page the client sent. Never fetches anything; knows nothing of requests or findings.

The text it gives is what every offset counts from then on. trafilatura (Apache-2.0) finds the article; dates are
read by us, and only where the page declares when it was published: guesses from addresses, footers and prose, which
trafilatura's own date finder falls back on, would put a wrong date under every "left out" in the report.
"""

import json
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from service import dates
from service.errors import Invalid, Problem

# A news page has some thousands of elements; taking text out of a page built to be slow takes seconds beyond this.
MAX_ELEMENTS = 50_000
MAX_LINE = 500
_DATE_NAMES = frozenset(
    {
        "article:published_time",
        "og:published_time",
        "datepublished",
        "date.published",
        "dc.date.issued",
        "dcterms.issued",
        "parsely-pub-date",
        "publish-date",
        "pubdate",
        "publication_date",
    }
)
_JSON_LD_DATE = re.compile(r'"datePublished"\s*:\s*("[^"\\]{1,64}")')


@dataclass(frozen=True)
class Page:
    """What a page says: the article's text, and what it declares about the article (None where it does not)."""

    text: str
    title: str | None
    published_at: datetime | date | None
    site: str | None


def read(html: str) -> Page:
    """The article in `html`. Raises Invalid, its field being "html", if there is none in it."""
    # Half a second of import that a request without HTML need not pay for.
    from trafilatura import bare_extraction
    from trafilatura.utils import load_html

    # It reports every page without an article as an error; here that is an answer.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    tree = load_html(html)
    if tree is None:
        raise _no_article()
    elements = sum(1 for _ in tree.iter())
    if elements > MAX_ELEMENTS:
        detail = f"has {elements:,} elements, the limit is {MAX_ELEMENTS:,}; send the article's own part of the page"
        raise Invalid([Problem("html", detail, "text-too-long")])
    published_at, site = _published_at(tree), _site(tree)
    document = bare_extraction(tree, with_metadata=True, include_comments=False)
    if document is None or not document.text or not document.text.strip():
        raise _no_article()
    return Page(document.text.strip(), _line(document.title), published_at, site)


def _no_article() -> Invalid:
    detail = "has no article text in it; send the page's HTML as the publisher serves it, or the text as `text`"
    return Invalid([Problem("html", detail, "no-article-in-html")])


def _published_at(tree: Any) -> datetime | date | None:
    """When the page says it was published; None when it does not say, or says several things."""
    for declared in (_meta_dates(tree), _json_ld_dates(tree)):
        found = {moment for text in declared if (moment := dates.parse(text.strip()))}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _meta_dates(tree: Any) -> Iterator[str]:
    for meta in tree.iter("meta"):
        names = {str(meta.get(key, "")).lower() for key in ("property", "name", "itemprop")}
        if names & _DATE_NAMES:
            yield meta.get("content") or ""


def _json_ld_dates(tree: Any) -> Iterator[str]:
    for script in tree.iter("script"):
        if script.get("type") == "application/ld+json":
            for quoted in _JSON_LD_DATE.findall(script.text or ""):
                yield json.loads(quoted)


def _site(tree: Any) -> str | None:
    names = [meta.get("content") for meta in tree.iter("meta") if meta.get("property") == "og:site_name"]
    return _line(names[0]) if names else None


def _line(text: str | None) -> str | None:
    """`text` on one line, without control characters; None if nothing is left, or more than a name or title is."""
    printable = "".join(char if char.isprintable() else " " for char in text or "")
    line = " ".join(printable.split())
    return line if 0 < len(line) <= MAX_LINE else None

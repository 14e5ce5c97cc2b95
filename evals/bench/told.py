"""Turns a benchmark's texts into articles the steps can read. Knows nothing of labels.

Every sentence is of role `body`: the data has no layout, and a step that took a short line for a headline would be
measured on a fault of the data. Who says what is read by the product's own step. Claims are those code takes without a
model, unless a benchmark gives its own.
"""

from collections.abc import Sequence
from datetime import date, datetime

from service.llm.profiles import EMBEDDED
from service.models import Article, ReadArticle, Sentence
from service.steps import claims, sentences, speech
from service.steps.vocabulary import languages


def lines(name: str, texts: Sequence[str]) -> ReadArticle:
    """An article of outlet `name`, each text one sentence, on a line of its own; no claims yet."""
    starts = [sum(len(text) + 1 for text in texts[:index]) for index in range(len(texts))]
    placed = [(start, start + len(text)) for start, text in zip(starts, texts, strict=True)]
    return _read(name, "\n".join(texts), placed)


def document(name: str, text: str, published_at: datetime | date | None = None) -> ReadArticle:
    """An article of outlet `name`, its sentences those the product finds, with the claims code takes from them."""
    return with_claims(_read(name, text, [(one.start, one.end) for one in sentences.split(text)], published_at))


def with_claims(read: ReadArticle) -> ReadArticle:
    """The same article with the claims of every sentence as code alone takes them: what is reported, else the whole."""
    taken = claims.read(read, (), (), (), EMBEDDED).claims
    return read.model_copy(update={"claims": taken})


def _read(
    name: str, text: str, places: Sequence[tuple[int, int]], published_at: datetime | date | None = None
) -> ReadArticle:
    body = tuple(Sentence(start=start, end=end, role="body") for start, end in places)
    article = Article(id=name.lower(), outlet=name, published_at=published_at, text=text)
    spoken = speech.find(text, body, languages.of(article) or "en")
    return ReadArticle(article=article, sentences=body, speeches=spoken)

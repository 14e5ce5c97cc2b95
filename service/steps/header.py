"""Reads title and publication date from the article's own headline and date line. Knows nothing of other articles.

Without a headline or an unambiguous date line the answer is None: nothing is guessed or borrowed.
"""

from collections.abc import Sequence
from datetime import date

from service.models import Model, Sentence
from service.steps.layout.datelines import read_date
from service.steps.layout.paragraphs import BLANK

# A line of fewer words above the headline names the section ("World news").
FEWEST_TITLE_WORDS = 3


class Header(Model):
    """What the article says of itself."""

    title: str | None = None
    published_at: date | None = None


def read(text: str, sentences: Sequence[Sentence]) -> Header:
    """Title and date as they stand above the body; white space inside the title becomes single spaces."""
    top: list[Sentence] = []
    for sentence in sentences:
        if sentence.role == "body":
            break
        top.append(sentence)
    titles = [_one_line(text[sentence.start : sentence.end]) for sentence in top if sentence.role == "headline"]
    dates = (read_date(text[sentence.start : sentence.end]) for sentence in top if sentence.role == "dateline")
    return Header(title=_choose_title(titles), published_at=next((day for day in dates if day), None))


def _choose_title(titles: Sequence[str]) -> str | None:
    full = (title for title in titles if len(title.split()) >= FEWEST_TITLE_WORDS or not title.isascii())
    return next(full, titles[0] if titles else None)


def _one_line(words: str) -> str:
    return " ".join(words.translate(dict.fromkeys(map(ord, BLANK), " ")).split())

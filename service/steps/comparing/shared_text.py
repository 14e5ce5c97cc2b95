"""Measures how much of their wording two articles share. Knows nothing of who published them.

Containment of word shingles (Broder 1997): the share of the shorter body's distinct runs of five words that the other
body holds too. What both quote counts as well: two articles that are mostly one statement are one voice.
"""

from service.models import ReadArticle
from service.steps.vocabulary.lexemes import cut

SHINGLE = 5
# A body of fewer shingles is too short to tell.
FEWEST_SHINGLES = 12


def shingles(read: ReadArticle) -> frozenset[tuple[str, ...]]:
    """The distinct runs of five words in the article's body; linear in its text."""
    words = [
        lexeme.word
        for sentence in read.sentences
        if sentence.role == "body"
        for lexeme in cut(read.article.text[sentence.start : sentence.end])
    ]
    return frozenset(tuple(words[place : place + SHINGLE]) for place in range(len(words) - SHINGLE + 1))


def contain(a: frozenset[tuple[str, ...]], b: frozenset[tuple[str, ...]]) -> float:
    """The share of the smaller set that the other holds, 0 to 1; 0 where that is too short to tell."""
    smaller = min(len(a), len(b))
    return len(a & b) / smaller if smaller >= FEWEST_SHINGLES else 0.0

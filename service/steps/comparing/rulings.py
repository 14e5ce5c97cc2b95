"""What a rule answers about two claims, and how it puts its reasons into words. Knows no rule.

Reasons name the outlets and quote their words as they stand, so that a reader can check each against the article.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from service.models import Confidence, ConflictType, Relation
from service.steps.comparing.tellings import Telling
from service.steps.vocabulary.content_words import Content

LONGEST_QUOTE = 300
# Shared words shown as evidence.
MOST_SHOWN = 6
_QUOTED = re.compile("“([^“”]+)”")


@dataclass(frozen=True)
class Ruling:
    """One rule's answer. `reason` is a clause or two without the quotes, which `explain` adds."""

    relation: Relation
    type: ConflictType | None
    reason: str
    confidence: Confidence
    evidence: tuple[str, ...] = ()

    @property
    def at_odds(self) -> frozenset[str]:
        """The words the reason quotes: those that part the two sides."""
        return frozenset(_QUOTED.findall(self.reason))


def explain(a: Telling, b: Telling, reason: str) -> str:
    """Both sides' words, then the reason."""
    return f"{a.name}: “{quote(a)}” {b.name}: “{quote(b)}” {reason}"


def quote(telling: Telling) -> str:
    """The whole sentence a claim stands in, on one line; a long one only as far as the claim itself."""
    sentence = one_line(telling.read.sentence_text(telling.claim.sentence))
    return sentence if len(sentence) <= LONGEST_QUOTE else _shorten(one_line(telling.claim.quote))


def one_line(text: str) -> str:
    """`text` without line breaks, curly marks inside, as it goes into quotation marks."""
    return " ".join(text.split()).replace("“", "‘").replace("”", "’").replace('"', "'").strip(" '‘’")


def shared_words(a: Content, shared: Iterable[str]) -> str:
    """The words of `a` that stand for `shared` keys, in reading order, at most six."""
    wanted = set(shared)
    terms = {term.key: a.tokens[term.first : term.last] for term in a.terms if term.key in wanted}
    words = (" ".join(token.text for token in tokens) for tokens in terms.values())
    return ", ".join(list(words)[:MOST_SHOWN])


def _shorten(text: str) -> str:
    return text if len(text) <= LONGEST_QUOTE else text[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"

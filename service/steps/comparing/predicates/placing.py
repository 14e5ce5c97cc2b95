"""Which claim of a sentence tells what the sentence tells.

Knows nothing of what is told.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

from service.models import ReadArticle
from service.steps.comparing.tellings import Telling, Tellings
from service.steps.vocabulary.content_words import Content


class Placed(Protocol):
    """Something told at `start:end` of an article."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


Told = TypeVar("Told", bound=Placed)


def of_claim(
    telling: Telling, tellings: Tellings, name: str, read: Callable[[Content], Iterable[Told]]
) -> Iterator[Told]:
    """What `read` finds in the sentence of a claim and the claim tells; what no claim tells goes to the first."""
    claim, article = telling.claim, telling.read
    beside = [one for one in article.claims if one.sentence == claim.sentence]
    content = tellings.contents_in(article.article.id)[claim.sentence]
    for one in tellings.keep((name, article.article.id, claim.sentence), lambda: tuple(read(content))):
        holders = [c for c in beside if any(s.start <= one.start and one.end <= s.end for s in c.spans)]
        if claim in holders or (not holders and claim == beside[0] and not _is_answered(article, one)):
            yield one


def _is_answered(read: ReadArticle, one: Placed) -> bool:
    """Whether somebody only denies it, or leaves it open."""
    return any(s.start <= one.start < s.end and s.stance not in ("asserts", "alleges") for s in read.speeches)

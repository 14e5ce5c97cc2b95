"""Which claims must be compared because an article, or what each commits its article to, sets them against each other.

Knows nothing of what they share: two causes of one fire, or an accusation and its answer, may have no word in common.
"""

from collections.abc import Iterator, Sequence

from service.models import ReadArticle
from service.steps.comparing.commitments import marks
from service.steps.comparing.figures import measurand_rules
from service.steps.comparing.predicates import predicate_rules
from service.steps.comparing.speakers import retort_rules
from service.steps.comparing.tellings import Tellings


def pairs(articles: Sequence[ReadArticle], tellings: Tellings) -> Iterator[tuple[str, str]]:
    """Ids of claims, the retorts inside each article, then the clashes between articles."""
    for read in articles:
        yield from ((retort.said, retort.answer) for retort in retort_rules.find(read, tellings))
    yield from marks.clashing(articles, tellings)
    yield from predicate_rules.clashing(articles, tellings)
    yield from measurand_rules.pairs(articles, tellings)

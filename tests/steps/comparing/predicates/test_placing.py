"""Which claim tells what its sentence tells, and papers of two times."""

from datetime import UTC, datetime

from service.models import ReadArticle
from service.steps.comparing.predicates import placing, stated
from service.steps.comparing.tellings import Tellings
from tests.papers import paper


def at(hour: int) -> datetime:
    return datetime(2026, 3, 1, hour, tzinfo=UTC)


def told(read: ReadArticle) -> list[list[str]]:
    tellings = Tellings([read])
    return [
        [one.words for one in placing.of_claim(tellings.of(claim), tellings, "stated", stated.read)]
        for claim in read.claims
    ]


def test_each_claim_tells_what_stands_in_its_own_words() -> None:
    line = "The plan was thrown out, but the bridge was open."
    read = paper("Courier", line, parts={0: ["The plan was thrown out", "the bridge was open"]})
    assert told(read) == [["thrown out"], ["open"]]


def test_what_no_claim_holds_goes_to_the_first() -> None:
    line = "The plan was thrown out, the mayor of Hexley said."
    assert told(paper("Courier", line, parts={0: ["the mayor of Hexley said"]})) == [["thrown out"]]

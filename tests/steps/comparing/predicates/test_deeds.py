"""Who is told to have done what one alone can have done."""

import pytest

from service.steps.comparing.predicates.deeds import read
from service.steps.vocabulary.content_words import Lexicon
from tests.papers import paper


def doers(text: str) -> dict[str, set[str]]:
    lexicon = Lexicon.learn([paper("Courier", text, f"It was {text}")])
    return {deed.name: set(deed.doers) for deed in read(lexicon.read(text))}


@pytest.mark.parametrize(
    ("text", "deed", "who"),
    [
        ("The memo was written by Ruth Sandoval.", "author", {"ruth", "sandoval"}),
        ("In Merrin, Rick Yarrow was at the wheel.", "drive", {"rick", "yarow"}),
        ("The paper was sold to Hugo Lanz.", "buy", {"hugo", "lanz"}),
        ("The only goal came from Sam Iwobi.", "score", {"sam", "iwobi"}),
        ("The firm hired Joanne Sykes.", "succeed", {"joane", "sykes"}),
    ],
)
def test_the_doer_stands_before_or_behind(text: str, deed: str, who: set[str]) -> None:
    assert doers(text)[deed] == who


@pytest.mark.parametrize(
    "text",
    [
        "The memo was not written by Ruth Sandoval.",
        "The paper may be sold to Hugo Lanz.",
        "Sam Iwobi scored.",
        "The car was driven in Merrin.",
    ],
)
def test_what_is_denied_supposed_or_done_by_several_has_no_doer(text: str) -> None:
    assert doers(text) == {}

"""contents.find_content: where what is said begins, after the one spoken to and the adverbials of telling."""

import pytest

from service.steps.layout.paragraphs import find_paragraphs
from service.steps.reporting import words
from service.steps.reporting.contents import Frame, find_content
from service.steps.reporting.cue_groups import find_cues
from service.steps.reporting.quotation_marks import pair


def content(text: str) -> tuple[str, Frame] | None:
    cut = words.cut(text, 0, len(text), pair(text, find_paragraphs(text)))
    found = find_content(cut, find_cues(cut)[0])
    return (text[cut.at(found.start).start :], found.frame) if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lee said that it rained", ("it rained", "that")),
        ("Lee said it rained", ("it rained", "clause")),
        ("Lee said on Friday it would rain", ("it would rain", "clause")),
        ("Lee said late on Friday in a statement on its website that it rained", ("it rained", "that")),
        ("Lee said, however, that it rained", ("it rained", "that")),
        ("Lee said, citing police, that it rained", ("it rained", "that")),
        ("Lee said this winter would be hard", ("this winter would be hard", "clause")),
        ("Lee said that was wrong", ("that was wrong", "clause")),
        ("Lee told Reuters Norvik had left", ("Norvik had left", "clause")),
        ("Lee told the committee the plan was dead", ("the plan was dead", "clause")),
        ("Lee told a crowd of workers in the port that it rained", ("it rained", "that")),
        ('Lee said: "No."', ('"No."', "quotation")),
        ('Lee said, "No."', ('"No."', "quotation")),
        ("Lee asked whether it rained", ("whether it rained", "whether")),
        ("Lee vowed to fight", ("to fight", "infinitive")),
        ("Lee accused Norvik of theft", ("Norvik of theft", "noun")),
        ("Lee denied, on Tuesday, claims that it rained", ("it rained", "that")),
        ('Lee dismissed as "mad" the claim that it rained', ("it rained", "that")),
        ("Lee denied allegations of fraud", ("fraud", "noun")),
        ('Lee called it "mad"', ('"mad"', "label")),
        ("the claim that it rained", ("it rained", "that")),
    ],
)
def test_content_begins_where_the_telling_ends(text: str, expected: tuple[str, Frame]) -> None:
    assert content(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Lee denied him a visa",
        "Lee rejected the offer",
        "Lee said so",
        "Lee agreed to go",
        "claims that have spread",
        "the statement that summed it up",
        "Lee maintains the list of those who are ill",
        "Lee was told off",
    ],
)
def test_what_is_no_assertion_has_no_content(text: str) -> None:
    assert content(text) is None

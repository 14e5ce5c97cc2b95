"""reported: the exact span of what is said, without marks at its edges, and its mode."""

import pytest

from service.models import Mode
from service.steps.layout.paragraphs import find_paragraphs
from service.steps.reporting.quotation_marks import pair
from service.steps.reporting.reported import build_quoted
from tests.speeches import find


@pytest.mark.parametrize(
    ("text", "content", "mode"),
    [
        ("Lee said that it rained.", "it rained", "indirect"),
        ("It rained, Lee said.", "It rained", "indirect"),
        ("“It rained,” Lee said.", "It rained", "direct"),
        ("“Did it rain?” Lee asked.", "Did it rain?", "direct"),
        ("Lee said: “It rained.”", "It rained.", "direct"),
        ("Lee said “ it rained ”.", "it rained", "direct"),
        ("Lee said that it “rained”.", "it “rained”", "mixed"),
        ("It “rained,” Lee said.", "It “rained,”", "mixed"),
    ],
)
def test_marks_at_the_edges_belong_to_the_reporter(text: str, content: str, mode: Mode) -> None:
    (found,) = find(text)
    assert (text[found.start : found.end], found.mode) == (content, mode)


def test_a_quoted_denial_is_asserted_in_its_own_words() -> None:
    (found,) = find("“We knew nothing,” Lee denied.")
    assert found.stance == "asserts"


def test_a_quotation_nobody_is_named_for_has_an_empty_cue() -> None:
    text = "“It rained.”"
    found = build_quoted(text, pair(text, find_paragraphs(text))[0], None)
    assert (found.cue, found.cue_start, found.cue_end, found.speaker, found.stance) == ("", 1, 1, None, "unclear")

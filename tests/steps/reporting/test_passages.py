"""passages: sentences that a quotation binds together are read as one, and reporters' words stay outside."""

from service.steps import sentences
from service.steps.layout.paragraphs import find_paragraphs
from service.steps.reporting.passages import Passage, build_passages, shorten_unclosed
from service.steps.reporting.quotation_marks import pair


def passages(text: str) -> list[Passage]:
    paragraphs = find_paragraphs(text)
    split = sentences.split(text)
    outermost = [quotation for quotation in pair(text, paragraphs) if quotation.depth == 0]
    return build_passages(text, split, paragraphs, shorten_unclosed(text, split, outermost))


def test_a_quotation_binds_its_sentences() -> None:
    text = "It rained. “We lost. It burns,” Lee said. She left."
    assert [text[passage.start : passage.end] for passage in passages(text)] == [
        "It rained.",
        "“We lost. It burns,” Lee said.",
        "She left.",
    ]


def test_only_headline_and_body_are_read() -> None:
    assert len(passages("Dam breaks\n\n17 October 2014\n\nREAD MORE: Floods\n\nThe dam broke.")) == 2


def test_place_and_agency_are_not_among_the_words() -> None:
    (passage,) = passages("ALTA (Reuters) - The dam broke.")
    assert passage.words[0].text == "The"


def test_nothing_but_quotations_is_a_passage_of_its_kind() -> None:
    assert [passage.is_quotation for passage in passages("“We lost.” “It burns.” She left.")] == [True, True, False]


def test_a_lost_closing_mark_is_put_before_the_reporters_words() -> None:
    text = "“We lost the town, Lee said. She left."
    first, second = passages(text)
    assert first.words[0].text == "“We lost the town"
    assert text[second.start : second.end] == "She left."


def test_a_pronoun_may_reach_back_to_the_sentence_before() -> None:
    text = "Lee came. The rain fell. She said so."
    assert [passage.reach for passage in passages(text)] == [0, 0, 10]


def test_a_pronoun_may_reach_over_a_sentence_that_only_has_a_pronoun_itself() -> None:
    text = "Lee came. She sat down. She said so."
    assert [passage.reach for passage in passages(text)] == [0, 0, 0]

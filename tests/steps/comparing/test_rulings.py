"""Reasons quote both papers' own words, on one line, and no more than a reader takes in."""

from service.steps.comparing.rulings import LONGEST_QUOTE, MOST_SHOWN, explain, one_line, quote, shared_words
from service.steps.comparing.tellings import Telling, Tellings
from tests.papers import paper


def tell(text: str, part: str | None = None) -> Telling:
    read = paper("Courier", text, parts={0: [part or text]})
    return Tellings([read]).of(read.claims[0])


def test_the_whole_sentence_is_quoted_where_the_claim_is_a_part() -> None:
    assert quote(tell("The mayor said the dam held.", "the dam held")) == "The mayor said the dam held."


def test_of_a_long_sentence_only_the_claim_is_quoted() -> None:
    text = "The dam held, " + "and the river rose, " * 30 + "and so it was."
    assert quote(tell(text, "The dam held")) == "The dam held"
    assert len(quote(tell(text))) <= LONGEST_QUOTE + 2
    assert quote(tell(text)).endswith(" …")


def test_inner_marks_and_line_breaks_become_plain() -> None:
    assert one_line('He said\n"no" and “never”') == "He said 'no' and ‘never"


def test_an_explanation_names_both_papers() -> None:
    told = tell("The dam held.")
    assert explain(told, told, "So.") == "Courier: “The dam held.” Courier: “The dam held.” So."


def test_shared_words_are_shown_as_written_and_not_too_many() -> None:
    content = tell("Rivers flooded mills, farms, roads, barns, houses, schools and bridges.").content
    shown = shared_words(content, content.keys).split(", ")
    assert shown[0] == "Rivers"
    assert len(shown) == MOST_SHOWN

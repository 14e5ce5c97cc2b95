"""layout.find_paragraphs: wrapped lines are joined, lines that stand alone are not."""

import pytest

from service.steps.layout.paragraphs import find_paragraphs, trim

WRAPPED = """The old harbour bridge of Alta was closed on Monday after a lorry
hit one of its pillars.
The council said that it would be rebuilt within a year, at a cost of
four million, the state
said.
READ MORE: The bridge that nobody wanted
Drivers must take the road over the hills."""


def paragraphs(text: str) -> list[str]:
    return [" ".join(text[found.start : found.end].split()) for found in find_paragraphs(text)]


def test_wrapped_lines_are_one_paragraph_and_a_short_last_line_ends_it() -> None:
    assert paragraphs(WRAPPED) == [
        "The old harbour bridge of Alta was closed on Monday after a lorry hit one of its pillars.",
        "The council said that it would be rebuilt within a year, at a cost of four million, the state said.",
        "READ MORE: The bridge that nobody wanted",
        "Drivers must take the road over the hills.",
    ]


def test_a_wrap_before_a_name_is_a_wrap() -> None:
    text = "On Friday the council issued a statement that said\nthat such things were asked by Mayor Ann\nLee."
    assert len(paragraphs(text)) == 1


def test_a_line_longer_than_the_wrap_width_was_never_wrapped() -> None:
    text = "It rained in Alta and\nthe dam broke.\nThis line is a good deal longer than a wrapped one\nAll left."
    assert paragraphs(text)[1:] == ["This line is a good deal longer than a wrapped one", "All left."]


def test_lines_without_any_wrap_are_paragraphs() -> None:
    assert paragraphs("The dam broke.\nNobody died.\nIt rained") == ["The dam broke.", "Nobody died.", "It rained"]


def test_a_short_heading_in_wrapped_text_stands_alone() -> None:
    text = "The harbour bridge was closed on Monday after a lorry\nhit it.\nWhat comes next\nThe council meets today."
    assert paragraphs(text)[1] == "What comes next"


def test_full_lines_of_a_script_without_capitals_run_on() -> None:
    text = "这座桥在星期一被一辆卡车撞了之后\n被关闭了，市议会说它将在一年之内\n重建完成。"
    assert len(paragraphs(text)) == 1


def test_a_blank_line_always_ends_a_paragraph() -> None:
    found = find_paragraphs("It rained in Alta and\n \u00a0\nthe dam broke.\nAll left.")
    assert [paragraph.is_soft for paragraph in found] == [False, False, True]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\u2028", "\x0b"])
def test_every_kind_of_line_end_counts(ending: str) -> None:
    assert len(find_paragraphs(f"The dam broke.{ending}Nobody died.")) == 2


def test_trimming_keeps_the_words_and_drops_what_cannot_be_seen() -> None:
    assert trim("\ufeff a b\u00a0\u200b", 0, 6) == (2, 5)
    assert trim(" \u200b", 0, 2) == (0, 0)

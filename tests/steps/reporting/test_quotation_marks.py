"""quotation_marks.pair: every shape of mark, marks mixed and missing, and apostrophes that are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.steps.layout.paragraphs import find_paragraphs
from service.steps.reporting.quotation_marks import Quotation, pair
from tests.speeches import paper


def quotations(text: str) -> tuple[Quotation, ...]:
    return pair(text, find_paragraphs(text))


def quoted(text: str) -> list[str]:
    return [text[found.start : found.end] for found in quotations(text)]


def test_mixed_marks_in_one_sentence_leave_the_reporters_own_words_outside() -> None:
    text = 'She said that "we can do better together” especially on “the flood, which is a threat." However, she left.'
    assert quoted(text) == ['"we can do better together”', '“the flood, which is a threat."']


def test_every_quotation_of_the_reference_article_with_mixed_marks() -> None:
    found = [" ".join(words.split()) for words in quoted(paper("rt.txt"))]
    assert [(words[:17], words[-12:]) for words in found] == [
        ("‘30 years of war’", "ears of war’"),
        ("“such issues were", "John Kerry.”"),
        ("“will not be invo", "tional law.”"),
        ("‘coalitions’", "‘coalitions’"),
        ("“we have major re", "s together.”"),
        ("“In our discussio", "ng aspects,”"),
        ('"we can cooperate', "er together”"),
        ("“the fight agains", 'le Mideast."'),
        ("'embarrassed'", "embarrassed'"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"A b," he said. "C d."', ['"A b,"', '"C d."']),
        ("“A b,” he said.", ["“A b,”"]),
        ("‘A b,’ he said.", ["‘A b,’"]),
        ("'A b,' he said.", ["'A b,'"]),
        ("„Ja.“ »Nein.«", ["„Ja.“", "»Nein.«"]),
        ("« Oui », dit-il. «Non», dit-elle.", ["« Oui »", "«Non»"]),
        ("”Ja”, sa han.", ["”Ja”"]),
        ("``We go,'' he said.", ["``We go,''"]),
        ("「行く『今』。」と言った。", ["「行く『今』。」", "『今』"]),
        ("“We told him ‘no’ twice,” she said.", ["“We told him ‘no’ twice,”", "‘no’"]),
        ("‘We told him “no” twice,’ she said.", ["‘We told him “no” twice,’", "“no”"]),
        ("“We told him “no” twice,” she said.", ["“We told him “no” twice,”", "“no”"]),
        ("“‘Never,’ he told me,” she said.", ["“‘Never,’ he told me,”", "‘Never,’"]),
        ('He said "no", ("maybe") and then—"yes".', ['"no"', '"maybe"', '"yes"']),
        ('"A b"and "c d".', ['"A b"', '"c d"']),
    ],
)
def test_every_shape_of_mark_is_paired(text: str, found: list[str]) -> None:
    assert quoted(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Lee's dog, the miners’ union and the '90s: rock ’n’ roll of ’68, 'em all.",
        "It's the boss's. It was the workers' fault.",
        'A 6" pipe and a 5\'10" man.',
        'צה"ל הודיע.',
        '"',
        '""',
        "“”",
        "He said ” and left.",
    ],
)
def test_apostrophes_inches_and_stray_marks_are_no_quotations(text: str) -> None:
    assert quoted(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She said 'the miners' homes were lost' on Monday.", ["'the miners' homes were lost'"]),
        ("‘The bosses’ demands are silly,’ he said.", ["‘The bosses’ demands are silly,’"]),
        ("He called it ‘mad’ and the drivers’ union ‘sad’.", ["‘mad’", "‘sad’"]),
        ("“Lee’s ‘great’ plan’s dead.”", ["“Lee’s ‘great’ plan’s dead.”", "‘great’"]),
        ("‘Ten years of war’ to come in the ’90s.", ["‘Ten years of war’"]),
    ],
)
def test_an_apostrophe_inside_a_quotation_does_not_close_it(text: str, found: list[str]) -> None:
    assert quoted(text) == found


def test_a_quotation_without_its_closing_mark_ends_with_its_paragraph() -> None:
    text = "She said “we lost. It burns.\n\nThe town is empty."
    (found,) = quotations(text)
    assert text[found.inner_start : found.end] == "we lost. It burns."
    assert not found.is_closed
    assert not found.goes_on


def test_a_quotation_opened_anew_in_the_next_paragraph_goes_on() -> None:
    first, second = quotations("She said: “We lost.\n\n“It burns.”")
    assert first.goes_on
    assert not first.is_closed
    assert second.is_closed


def test_a_line_break_inside_a_quotation_does_not_end_it() -> None:
    text = "He wrote: “It is so\nlong ago.\nWe go.” And left."
    assert quoted(text) == ["“It is so\nlong ago.\nWe go.”"]


def test_a_forgotten_closing_mark_does_not_swallow_the_next_quotation() -> None:
    assert quoted("“We lost. “We go,” he said. It rained.") == ["“We go,”"]


def test_depth_counts_the_marks_around() -> None:
    found = quotations("“She said ‘no’,” he said. “Yes.”")
    assert [quotation.depth for quotation in found] == [0, 1, 0]


@given(st.text(alphabet=st.sampled_from("aS ,.\n\"'“”‘’«»„「」`"), max_size=120))
def test_quotations_lie_in_the_text_and_never_cross(text: str) -> None:
    found = quotations(text)
    assert all(0 <= q.start < q.inner_start <= q.inner_end <= q.end <= len(text) for q in found)
    outer = [quotation for quotation in found if quotation.depth == 0]
    assert all(before.end <= after.start for before, after in zip(outer, outer[1:], strict=False))


@pytest.mark.parametrize("unit", ['"', "“", "’", "s' a ", "“a\n\n", '"a ', "«"])
def test_100_000_marks_are_read(unit: str) -> None:
    assert len(quotations((unit * 100_000)[:100_000])) <= 100_000

"""A quote is found where it stands, through typographic changes, and never where a word that matters differs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.steps.grounding import locate

TEXT = (
    "The council met on Monday.\n"
    "“We will not pay\n40 euros for the mayor’s party,” said Dana Roe. She left \u2014 quietly.\n"
    "The council met again on Friday."
)


@pytest.mark.parametrize(
    ("quote", "found", "match"),
    [
        ("said Dana Roe", "said Dana Roe", "exact"),
        ("We will not pay 40 euros", "We will not pay\n40 euros", "normalised"),
        (
            '"We will not pay 40 euros for the mayor\'s party,"',
            "We will not pay\n40 euros for the mayor’s party,",
            "normalised",
        ),
        ("SHE LEFT - QUIETLY", "She left \u2014 quietly", "normalised"),
        ("We will not pay 40 euro for the mayors party", "We will not pay\n40 euros for the mayor’s party", "fuzzy"),
    ],
)
def test_a_planted_quote_is_found_through_typographic_changes(quote: str, found: str, match: str) -> None:
    (span,) = locate(quote, TEXT)
    assert (span.quote, span.match) == (found, match)
    assert TEXT[span.start : span.end] == span.quote


@pytest.mark.parametrize(
    "quote",
    [
        "We will pay 40 euros for the mayor's party",
        "We will not pay 41 euros for the mayor's party",
        "the treasurer resigned in tears",
        "",
        "  ",
        "“”",
    ],
)
def test_a_lost_not_a_changed_number_and_invented_words_are_not_found(quote: str) -> None:
    assert locate(quote, TEXT) == ()


def test_a_quote_is_not_found_inside_a_longer_word() -> None:
    assert locate("aid", "He said so.") == ()
    (span,) = locate("aid", "He said aid came.")
    assert span.start == 8


def test_a_quote_in_a_script_without_spaces_is_found_inside_a_run() -> None:
    (span,) = locate("市長は", "昨日市長は辞任した。")
    assert span.start == 2


def test_the_range_decides_which_of_two_places_is_meant() -> None:
    (first,) = locate("The council met", TEXT)
    (second,) = locate("The council met", TEXT, start=10)
    assert first.start == 0
    assert second.start == TEXT.rindex("The council met")


def test_a_quote_cut_by_an_ellipsis_gives_its_parts_in_order() -> None:
    spans = locate("The council met … said Dana Roe", TEXT)
    assert [span.quote for span in spans] == ["The council met", "said Dana Roe"]
    assert locate("said Dana Roe … We will not pay", TEXT) == ()


@given(st.text(max_size=120), st.data())
def test_every_slice_that_does_not_cut_words_is_found_and_slices_back(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for span in locate(text[start:end], text):
        assert text[span.start : span.end] == span.quote

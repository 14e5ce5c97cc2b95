"""Folding keeps words equal across typography and knows where every character came from."""

from hypothesis import given
from hypothesis import strategies as st

from service.steps.vocabulary.folding import fold, words


def test_quotation_marks_dashes_case_and_white_space_do_not_matter() -> None:
    assert fold("“Don’t”\u00a0 –\r\n STOP").text == fold('"don\'t" - stop').text


def test_invisible_characters_vanish() -> None:
    assert fold("co\u00adop\u200berate\ufeff").text == "cooperate"


def test_compatibility_forms_are_unfolded_and_still_point_home() -> None:
    folded = fold("a ﬁne")
    assert folded.text == "a fine"
    assert folded.original_span(2, 4) == (2, 3)


def test_a_folded_span_leads_back_to_the_original_words() -> None:
    text = "He said:\r\n  “Wir zahlen nicht”"
    folded = fold(text)
    at = folded.text.index("wir zahlen")
    start, end = folded.original_span(at, at + len("wir zahlen"))
    assert text[start:end] == "Wir zahlen"


def test_words_keep_inner_marks_together() -> None:
    assert words("The U.S.-led “counter-terrorism” talks cost 1,200.") == [
        "the",
        "u.s",
        "led",
        "counter-terrorism",
        "talks",
        "cost",
        "1,200",
    ]


@given(st.text(max_size=200))
def test_every_folded_character_has_an_origin_in_order(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.origins)
    assert list(folded.origins) == sorted(folded.origins)
    assert all(0 <= origin < len(text) for origin in folded.origins)

"""Restated words are aligned with the tightest place they were taken from."""

from hypothesis import given
from hypothesis import strategies as st

from service.steps.extracting.subsequences import align, read_words


def places(restated: str, source: str) -> list[str]:
    words = read_words(source)
    return [words[place].text for place in align(read_words(restated), words).places]


def test_words_in_order_are_found_with_others_between() -> None:
    found = align(read_words("the ferry sank"), read_words("at noon the old ferry sank"))
    assert found.places == (2, 4, 5)
    assert found.density == 0.75


def test_the_tightest_place_wins_over_an_earlier_start() -> None:
    source = read_words("the ferry struck a bank and the captain has not spoken")
    assert align(read_words("the captain has not spoken"), source).places == (6, 7, 8, 9, 10)


def test_words_the_source_lacks_are_left_out_and_known() -> None:
    found = align(read_words("Ines closed the pier"), read_words("she closed the pier"))
    assert found.kept == (1, 2, 3)


def test_nothing_in_common_is_an_empty_alignment() -> None:
    assert align(read_words("alpha beta"), read_words("gamma")).places == ()
    assert align((), read_words("gamma")).density == 0.0


def test_typography_and_case_do_not_matter() -> None:
    assert places("the mayor's aide", "THE MAYOR’S aide") == ["the", "mayor's", "aide"]


@given(st.lists(st.sampled_from("abcd"), max_size=12), st.lists(st.sampled_from("abcd"), max_size=20))
def test_places_are_in_order_and_hold_the_kept_words(restated: list[str], source: list[str]) -> None:
    left, right = read_words(" ".join(restated)), read_words(" ".join(source))
    found = align(left, right)
    assert list(found.places) == sorted(set(found.places))
    assert [left[i].text for i in found.kept] == [right[i].text for i in found.places]

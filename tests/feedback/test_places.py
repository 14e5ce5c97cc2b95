"""Words of an article are quoted so that the evals find them there, once, where they stand."""

from hypothesis import given
from hypothesis import strategies as st

from evals.cases import locate
from evals.expected import Place
from service.feedback.places import MAX_QUOTE, Quotable

TEXT = "Nine died.\nThe mayor  said nine\n  had died in the fire, not ten."


def quoted(text: str, words: str) -> str | None:
    start = text.index(words)
    return Quotable(text).quote(start, start + len(words))


def test_words_that_stand_once_are_quoted_as_they_are() -> None:
    assert quoted(TEXT, "in the fire") == "in the fire"


def test_runs_of_blanks_become_one() -> None:
    assert quoted(TEXT, "  said nine\n  had ") == "said nine had"


def test_a_part_of_a_word_becomes_the_word() -> None:
    assert quoted(TEXT, "ayo") == "mayor"


def test_words_that_stand_twice_get_their_neighbours() -> None:
    assert quoted(TEXT, "died") == "died."
    assert quoted(TEXT, "said") == "said"
    assert quoted("ten said ten died", "ten") == "ten said"
    assert Quotable("go on and go on").quote(10, 15) == "and go on"


def test_long_words_are_quoted_by_their_beginning() -> None:
    text = " ".join(f"word{number}" for number in range(100))
    found = Quotable(text).quote(0, len(text))
    assert found
    assert text.startswith(found + " ")
    assert MAX_QUOTE - 10 < len(found) <= MAX_QUOTE


def test_a_long_stretch_that_begins_like_another_is_quoted_from_further_on() -> None:
    text = "ha " * 110 + "then they stopped laughing and went home"
    found = Quotable(text).quote(0, len(text))
    assert found is not None
    assert found.endswith("ha then")


def test_what_cannot_be_told_apart_is_not_quoted() -> None:
    assert Quotable("ha " * 500).quote(300, 302) is None
    assert Quotable("a" * 400).quote(0, 400) is None
    assert Quotable("one   two").quote(3, 5) is None


LETTERS = st.text("ab. \n\t\u2028\x1cé", min_size=1, max_size=60)


@given(text=LETTERS, data=st.data())
def test_the_evals_find_what_is_quoted_where_it_stands(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = Quotable(text).quote(start, end)
    if found is not None:
        stretch = locate(Place(article="a", quote=found), {"a": text})
        assert stretch.start <= start + len(text[start:end]) - len(text[start:end].lstrip())
        assert end - (len(text[start:end]) - len(text[start:end].rstrip())) <= stretch.end

"""words.cut: words, marks and whole quotations with their offsets."""

from service.steps.layout.paragraphs import find_paragraphs
from service.steps.reporting import words
from service.steps.reporting.quotation_marks import pair


def texts(text: str) -> list[str]:
    return [word.text for word in words.cut(text, 0, len(text))]


def test_abbreviations_numbers_and_joined_words_are_one_word_each() -> None:
    assert texts("The U.S. paid $1.1bn to Dr. Roe's Norvik-U.S. aide, 47-year-old.") == [
        *["The", "U.S.", "paid", "$1.1bn", "to", "Dr.", "Roe's", "Norvik-U.S", ".", "aide", ",", "47-year-old", "."]
    ]


def test_a_quotation_is_one_word_and_keeps_its_place() -> None:
    text = "Lee said: “It rained. It did.” So."
    cut = words.cut(text, 0, len(text), pair(text, find_paragraphs(text)))
    assert [word.low for word in cut] == ["lee", "said", ":", '"', "so", "."]
    assert text[cut[3].start : cut[3].end] == "“It rained. It did.”"


def test_looking_past_the_ends_is_no_error() -> None:
    cut = words.cut("one", 0, 3)
    assert cut.low(-1) == cut.low(7) == "\n"
    assert not cut.follow(0, ("one", "two"))


def test_capitals_and_possessives_are_told() -> None:
    cut = words.cut("al-Assad's it's Lee’s", 0, 21)
    assert [word.is_capital for word in cut] == [True, False, True]
    assert [word.is_possessive for word in cut] == [True, False, True]


def test_what_no_sentence_can_be_is_read_in_pieces() -> None:
    cut = words.cut("a " * 400, 0, 800)
    found = list(words.pieces(cut))
    assert [word for piece in found for word in piece] == list(cut)
    assert max(map(len, found)) <= words.LONGEST_SENTENCE


def test_a_title_has_capitals_and_no_full_stop() -> None:
    def is_title(text: str) -> bool:
        return words.is_title(words.cut(text, 0, len(text)))

    assert is_title("Mayor Denies Harbour Fraud")
    assert not is_title("Mayor Ann Lee met Governor Tom Reed.")
    assert not is_title("The mayor denies fraud")

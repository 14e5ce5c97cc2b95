import pytest

from service.visible import harmless, one_line, quoted


def test_hard_wrapped_words_become_one_line() -> None:
    assert one_line("  held separate\r\nmedia\u2028conferences.\t ") == "held separate media conferences."


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("\x1b[2J\x1b]0;title\x07", "␛[2J␛]0;title␇"),
        ("a\x9b31mb", "a\ufffd31mb"),
        ("a\0b\x08c", "a␀b␈c"),
        ("safe\u202eevil\u2066", "safeevil"),
        ("hid\u200bden\ufeff\u00ad", "hidden"),
        ("half\ud800", "half\ufffd"),
    ],
)
def test_what_could_act_on_a_terminal_or_hide_words_is_shown_or_dropped(words: str, shown: str) -> None:
    assert one_line(words) == shown


@pytest.mark.parametrize(
    "words", ["👩\u200d🚒", "می\u200cخواهم", "naïve “quote” – 東京", "[bold]not markup[/bold] :smile:"]
)
def test_letters_and_emoji_stay_as_they_are(words: str) -> None:
    assert one_line(words) == words


def test_words_with_quotation_marks_in_them_stand_between_the_other_kind() -> None:
    assert quoted('we did "all we could"') == '‘we did "all we could"’'
    assert quoted("a ship’s ‘loss’") == "“a ship’s ‘loss’”"


def test_blanks_around_a_piece_of_text_stay_so_that_pieces_can_be_joined() -> None:
    assert harmless(" held\nseparate\0 ") == " held separate␀ "
    assert harmless("plain words ") == "plain words "

import pytest

from service import strict_json
from service.errors import Malformed


def refusal(body: bytes) -> str:
    with pytest.raises(Malformed) as raised:
        strict_json.decode(body)
    return str(raised.value)


def test_json_is_decoded_with_or_without_a_byte_order_mark() -> None:
    body = '{"title": "Überfall", "n": [1, 2.5, null, true]}'.encode()
    assert strict_json.decode(body) == {"title": "Überfall", "n": [1, 2.5, None, True]}
    assert strict_json.decode(b"\xef\xbb\xbf" + body) == strict_json.decode(body)


def test_a_syntax_error_is_placed() -> None:
    assert "line 2, column 3" in refusal(b'{"a": 1,\n  b: 2}')


def test_a_byte_that_is_not_utf_8_is_named_and_placed() -> None:
    message = refusal('{"a": "café"}'.encode("latin-1"))
    assert "byte 0xe9 at offset 10" in message
    assert "UTF-8" in message


def test_utf_16_is_not_guessed() -> None:
    assert "not UTF-8" in refusal('{"a": 1}'.encode("utf-16"))


def test_a_key_given_twice_is_refused_rather_than_one_value_lost() -> None:
    assert '"text" stands twice' in refusal(b'{"articles": [{"text": "a", "text": "b"}]}')


@pytest.mark.parametrize("number", [b"NaN", b"Infinity", b"-Infinity"])
def test_what_json_has_no_word_for_is_refused(number: bytes) -> None:
    assert number.decode() in refusal(b'{"a": ' + number + b"}")


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"[" * 1_000_000, "too deeply"),
        (b'{"a":' * 500_000, "too deeply"),
        (b'{"a": ' + b"9" * 50_000 + b"}", "too many digits"),
        (b"{" + b",".join(b'"k%d":1' % n for n in range(200)) + b"}", "200 keys"),
        (b'{"a": "open', "line 1, column 7"),
    ],
)
def test_a_body_built_to_break_the_service_is_refused(body: bytes, reason: str) -> None:
    assert reason in refusal(body)


def test_the_error_says_which_file_it_is_about() -> None:
    with pytest.raises(Malformed, match=r"^story\.json is empty"):
        strict_json.decode(b"", what="story.json")


def test_a_repeated_key_is_shown_in_ascii_and_cut() -> None:
    key = "\\ud800" + "x" * 500
    message = refusal(f'{{"{key}": 1, "{key}": 2}}'.encode())
    assert message.isascii()
    assert len(message) < 200

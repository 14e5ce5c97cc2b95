"""Numbers in words and digits, and the place values that rounding is judged by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.steps.measuring import digits, numerals
from service.steps.measuring.numerals import Numeral
from service.steps.measuring.tokens import split

ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def spell(number: int) -> str:
    """The usual English words for 1 to 999,999,999."""
    for scale, name in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = number % scale
            joint = " and " if scale == 100 or rest < 100 else " "
            return f"{spell(number // scale)} {name}" + (f"{joint}{spell(rest)}" if rest else "")
    if number < 20:
        return ONES[number - 1]
    return TENS[number // 10 - 2] + (f"-{ONES[number % 10 - 1]}" if number % 10 else "")


def read(text: str, **options: bool) -> Numeral:
    numeral = numerals.read(split(text), 0, **options)
    assert numeral
    return numeral


@given(st.integers(min_value=1, max_value=999_999_999))
def test_every_spelled_number_is_read_whole(number: int) -> None:
    tokens = split(spell(number))
    numeral = numerals.read(tokens, 0)
    assert numeral
    assert (numeral.value, numeral.end) == (number, len(tokens))


@given(st.integers(min_value=0, max_value=10**11))
def test_grouped_digits_are_read_whole(number: int) -> None:
    assert read(f"{number:,}").value == number


@pytest.mark.parametrize(
    ("text", "fine", "coarse"),
    [("26", 1, 1), ("40", 1, 10), ("1,200", 1, 100), ("5.5", 0.1, 0.1), ("1.1bn", 1e8, 1e8), ("40 million", 1e6, 1e7)],
)
def test_the_last_written_digit_has_a_place_value(text: str, fine: float, coarse: float) -> None:
    numeral = read(text)
    assert numeral.fine == pytest.approx(fine)
    assert numeral.coarse == pytest.approx(coarse)


@pytest.mark.parametrize(
    "text", ["and", "a man", "half of them", "hundred", "several men", "a few men", "1.2.3", "scores"]
)
def test_what_begins_no_number(text: str) -> None:
    assert numerals.read(split(text), 0) is None


def test_a_letter_is_a_scale_only_where_the_caller_says_so() -> None:
    assert read("40m", takes_short_scale=True).value == 4e7
    assert read("40m").value == 40
    assert read("40 m", takes_short_scale=True).value == 40


@pytest.mark.parametrize(
    ("text", "parsed"),
    [
        ("26", (26, 0)),
        ("1,200.5", (1200.5, 1)),
        ("12,34,567", (1234567, 0)),
        ("1.200.000", (1200000, 0)),
        ("1.200,50", (1200.5, 2)),
        ("1,5", (1.5, 1)),
        ("1\u202f200", (1200, 0)),
        ("٢٦", (26, 0)),
        ("१२", (12, 0)),
        ("0.125", (0.125, 3)),
        ("1.200", (None, 0)),
        ("1.2.3", None),
        ("1,2,3", None),
        ("9" * 40, None),
    ],
)
def test_digits(text: str, parsed: tuple[float | None, int] | None) -> None:
    assert digits.parse(text) == parsed


def test_before_a_large_scale_a_dot_is_a_decimal_point() -> None:
    assert digits.parse("3.575", is_scaled=True) == (3.575, 3)

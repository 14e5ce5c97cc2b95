"""datelines: which dates are read, which are left alone, and what else may stand in a date line."""

from datetime import date

import pytest

from service.steps.layout import datelines

DAY = date(2014, 10, 17)


@pytest.mark.parametrize(
    "line",
    [
        "October 17, 2014",
        "17 October 2014",
        "17 Oct. 2014",
        "17th of October, 2014",
        "Oct 17 2014",
        "OCT. 17, 2014",
        "2014-10-17",
        "2014/10/17",
        "17.10.2014",
        "10/17/2014",
        "2014年10月17日",
        "Oct 17, 2014 10:35 GMT",
        "Published: Friday, 17 October 2014, 10.35 am",
        "Published 2014-10-17T10:35:00Z",
        "2014-10-17 12:06",
        "Fri 17 Oct 2014 10.35 BST",
        "Published: 17 October 2014 | Updated: 18 October 2014",
        "ALTA, Oct. 17, 2014 (Reuters)",
        "October 17, 2014 in Nation/World",
    ],
)
def test_a_date_line_is_known_and_its_first_date_is_read(line: str) -> None:
    assert datelines.is_date_line(line)
    assert datelines.read_date(line) == DAY


@pytest.mark.parametrize(
    "line", ["03/04/2014", "3.4.2014", "30 February 2014", "October 2014", "17 October", "12:30", "2014"]
)
def test_what_is_ambiguous_impossible_or_incomplete_is_not_read(line: str) -> None:
    assert datelines.read_date(line) is None


def test_equal_day_and_month_leave_no_doubt() -> None:
    assert datelines.read_date("03/03/2014") == date(2014, 3, 3)


@pytest.mark.parametrize(
    "line", ["The dam broke on 17 October 2014.", "17 October 2014: the day the dam broke", "In 2014", "x" * 200]
)
def test_a_line_with_more_than_a_date_is_no_date_line(line: str) -> None:
    assert not datelines.is_date_line(line)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("ALTA, Oct 14 (Reuters) - The dam broke.", "The dam broke."),
        ("NEW YORK (AP) — The dam broke.", "The dam broke."),
        ("ALTA, Norvik, Jan. 31 (AP) -- The dam broke.", "The dam broke."),
        ("(Reuters) -The dam broke.", "The dam broke."),
        ("U.S. jets, backed by allies, flew.", "U.S. jets, backed by allies, flew."),
        ("NATO: the chief speaks.", "NATO: the chief speaks."),
        ("US-led forces - all of them - left.", "US-led forces - all of them - left."),
    ],
)
def test_the_first_words_stand_after_place_and_agency(text: str, rest: str) -> None:
    assert text[datelines.find_text_after_place(text, 0, len(text)) :] == rest


def test_nothing_but_the_date_is_taken_out_of_a_byline() -> None:
    assert datelines.take_date_out("By Ann Lee | 17 October 2014 10:35 GMT") == "By Ann Lee"

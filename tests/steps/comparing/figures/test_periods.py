"""Periods: months and years a sentence counts over."""

from datetime import date

import pytest

from service.steps.comparing.figures import periods

DAY = date(2026, 3, 3)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Deaths fell in 2025.", {(2025, 0)}),
        ("Unemployment climbed in February.", {(2026, 2)}),
        ("It was higher last month.", {(2026, 2)}),
        ("It fell in December.", {(2025, 12)}),
        ("Sales rose in May last year.", {(2025, 5), (2025, 0)}),
        ("The figure for this year is low.", {(2026, 0)}),
        ("Traffic rose over the twelve months to July.", {periods.LONG}),
        ("A man was hurt on 3 March.", set()),
    ],
)
def test_the_periods_of_a_sentence_are_read(sentence: str, found: set[periods.Period]) -> None:
    assert periods.read(sentence, DAY) == found


def test_only_what_both_state_can_differ() -> None:
    year, month, other = frozenset({(2025, 0)}), frozenset({(2025, 12)}), frozenset({(2025, 11)})
    assert periods.differ(month, other) == "counted over December 2025 against November 2025"
    assert periods.differ(year, month) == "counted over 2025 against December 2025"
    assert periods.differ(frozenset({periods.LONG}), month) == "counted over a longer time against December 2025"
    assert periods.differ(month, month) is None
    assert periods.differ(month, frozenset()) is None

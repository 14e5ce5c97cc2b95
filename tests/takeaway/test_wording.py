from datetime import UTC, date, datetime
from typing import get_args

import pytest

from service.report_models import CellState, RefusalReason
from service.takeaway import wording


def test_every_code_has_words() -> None:
    assert set(wording.REASONS) == set(get_args(RefusalReason))
    assert set(wording.CELLS) == set(get_args(CellState))


@pytest.mark.parametrize(
    ("when", "told"),
    [
        (None, ""),
        (date(2014, 10, 7), "7 October 2014"),
        (datetime(2026, 3, 2, 18, 30, tzinfo=UTC), "2 March 2026, 18:30 UTC"),
        ("2026-03-02T18:30:00+02:00", "2 March 2026, 18:30 UTC+02:00"),
        ("2026-03-02", "2 March 2026"),
        ("last\nweek", "last week"),
        ("0001-01-01", "1 January 1"),
    ],
)
def test_moments_are_told_for_people(when: str | date | None, told: str) -> None:
    assert wording.moment(when) == told


def test_numbers_are_told_for_people() -> None:
    assert [wording.count(1, "origin"), wording.count(3, "outlet")] == ["1 origin", "3 outlets"]
    assert [wording.in_words(2), wording.in_words(20), wording.in_words(21)] == ["two", "twenty", "21"]

"""Quantities: durations of several units, speeds in one word, hours of a named day."""

import pytest

from service.steps import figures


@pytest.mark.parametrize(
    ("text", "kind", "low"),
    [
        ("in two hours, seven minutes and fifty seconds", "duration", 7670),
        ("after 1 hour 20 minutes", "duration", 4800),
        ("in three years and six months", "duration", 3.5 * 365.25 * 86400),
        ("clocked at 100 mph", "length", 160934.4),
        ("at 5.20 on Wednesday morning", "time", 320),
        ("at 7:15 on Friday evening", "time", 1155),
    ],
)
def test_compound_durations_speeds_and_hours_of_a_named_day(text: str, kind: str, low: float) -> None:
    found = figures.find(text)[0]
    assert found.kind == kind
    assert found.low == pytest.approx(low)


def test_a_smaller_duration_that_stands_apart_is_its_own() -> None:
    assert [found.text for found in figures.find("20 minutes, three hours later")] == ["20 minutes", "three hours"]
    assert [found.kind for found in figures.find("killed five on Friday evening")] == ["count", "weekday"]

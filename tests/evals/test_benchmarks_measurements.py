"""Figures beside their aims, and what both become for a reader and as data."""

import pytest
from rich.console import Console

from evals.benchmarks.measurements import Aim, Result, Row, median, percentile, table, to_json


@pytest.mark.parametrize(
    ("aim", "measured", "is_met"),
    [
        (Aim("at most", 0.4), 0.4, True),
        (Aim("at most", 0.4), 0.41, False),
        (Aim("at least", 85), 85, True),
        (Aim("at least", 85), 84.9, False),
    ],
)
def test_the_limit_itself_meets_an_aim(aim: Aim, measured: float, is_met: bool) -> None:
    assert Row("a", measured, "s", aim).is_met is is_met


def test_a_figure_without_an_aim_neither_meets_nor_misses_it() -> None:
    assert Row("a", 1, "s").is_met is None


def test_a_percentile_is_one_of_the_values() -> None:
    hundred = [float(value) for value in range(100, 0, -1)]
    assert [percentile(hundred, percent) for percent in (1, 50, 99, 100)] == [1, 50, 99, 100]
    assert percentile([3.0, 1.0, 2.0], 99) == 3
    assert percentile([7.0], 1) == 7


def test_the_median_of_an_even_number_of_values_lies_between_two() -> None:
    assert median([4.0, 1.0, 3.0, 2.0]) == 2.5


def test_a_reader_sees_figure_aim_and_whether_it_is_met() -> None:
    rows = (Row("starts", 0.3456, "s", Aim("at most", 0.4)), Row("keeps", 84, "%", Aim("at least", 85)))
    console = Console(width=80, record=True)
    with console.capture() as shown:
        console.print(table(Result("start", rows, load=0.5)))
    lines = [line.split() for line in shown.get().splitlines()]
    assert ["starts", "0.346", "s", "at", "most", "0.4", "yes"] in lines
    assert ["keeps", "84", "%", "at", "least", "85", "NO"] in lines


def test_large_figures_are_whole_and_grouped() -> None:
    console = Console(width=80)
    with console.capture() as shown:
        console.print(table(Result("size", (Row("bytes", 123_456.7, "bytes"),), load=0)))
    assert "123,457 bytes" in shown.get()


def test_data_tells_what_was_measured_what_was_missed_and_what_failed() -> None:
    row = Row("keeps", 84.123456789, "%", Aim("at least", 85))
    told = to_json([Result("one", (row,), 0.5), Result("other", (), 1.5, "no model")])
    one, other = told["benchmarks"]
    assert one["rows"] == [
        {"what": "keeps", "value": 84.1235, "unit": "%", "aim": {"bound": "at least", "value": 85}, "met": False}
    ]
    assert (one["load"], one["failure"]) == (0.5, None)
    assert (other["rows"], other["failure"]) == ([], "no model")
    assert told["machine"]["cores"]

"""The command that runs benchmarks: what it takes, and what a benchmark that breaks leaves behind."""

from collections.abc import Iterator

import pytest

from evals.benchmarks.__main__ import NAMES, parse, run
from evals.benchmarks.measurements import NotMeasured, Row


@pytest.mark.parametrize(
    ("error", "failure"), [(None, ""), (NotMeasured("no weights"), "no weights"), (OSError("full"), "OSError: full")]
)
def test_what_was_measured_before_a_benchmark_broke_is_kept(error: Exception | None, failure: str) -> None:
    def measure() -> Iterator[Row]:
        yield Row("a", 1, "s")
        if error:
            raise error

    result = run("made", measure)
    assert (result.rows, result.failure) == ((Row("a", 1, "s"),), failure)


def test_all_benchmarks_run_where_none_is_named() -> None:
    assert parse([]).names == []
    assert parse(["start", "gateway"]).names == ["start", "gateway"]


def test_a_benchmark_nobody_wrote_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["speed"])
    assert NAMES[0] in capsys.readouterr().err

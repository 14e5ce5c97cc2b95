from tests.load import sustained
from tests.load.sustained import Measured


def test_figures_are_read_from_what_was_measured() -> None:
    measured = Measured([number / 100 for number in range(100)], [50, 90, 100, 100, 104, 106], 10.0)
    assert (measured.percentile(50), measured.percentile(99)) == (0.5, 0.99)
    assert measured.growth == 1.05
    assert str(measured).startswith("100 analyses in 10 s: 10.0 a second; p50 0.50 s, p95 0.95 s, p99 0.99 s")


def test_a_short_load_is_answered_throughout() -> None:
    measured = sustained.run(seconds=2, at_once=2)
    assert measured.took_s
    assert measured.memory[-1] > 50e6

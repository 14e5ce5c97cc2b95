"""Told values: ranges that touch may be one value, ranges apart cannot."""

from service.steps.comparing.figures.told_values import NO_END, Told, are_apart, exactly


def _told(*values: tuple[float, float]) -> Told:
    return Told("ballot", values, "", 0, 0)


def test_values_are_apart_where_any_range_is() -> None:
    assert are_apart(_told(exactly(13), exactly(10)), _told(exactly(13), exactly(9)))
    assert not are_apart(_told(exactly(13), exactly(10)), _told(exactly(13), exactly(10)))


def test_an_open_range_holds_all_that_lies_beyond_it() -> None:
    assert are_apart(_told(exactly(1)), _told((2, NO_END)))
    assert not are_apart(_told(exactly(7)), _told((2, NO_END)))

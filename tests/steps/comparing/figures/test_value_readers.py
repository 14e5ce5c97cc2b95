"""Value readers: ballots, minutes, spills, years and fires as papers tell them; what only looks like one is not."""

import pytest

from service.steps import figures
from service.steps.comparing.figures import value_readers
from service.steps.comparing.figures.told_values import Reader


@pytest.mark.parametrize(
    ("reader", "text", "values"),
    [
        (value_readers.ballot, "Senators voted 31-19 to close it.", ((31, 31), (19, 19))),
        (value_readers.ballot, "The motion fell, 40 votes against and 12 for.", None),
        (value_readers.ballot, "The board split, nine in favour and four against.", ((9, 9), (4, 4))),
        (value_readers.ballot, "Arden won the match 3-1, the board said.", None),
        (value_readers.minute_of_play, "Play stopped ten minutes from time.", ((79, 81),)),
        (value_readers.minute_of_play, "Ten minutes from time Ravi scored.", None),
        (value_readers.year_built, "The 1931-built bridge is shut.", ((1930.5, 1931.5),)),
        (value_readers.year_built, "A house built in 1931 is shut.", None),
        (value_readers.spill, "The ship holds 400 tonnes of oil that may have leaked.", None),
    ],
)
def test_a_value_is_read_from_its_words(reader: Reader, text: str, values: object) -> None:
    told = reader(text, figures.find(text))
    assert (told.values if told else None) == values


def test_a_fire_is_out_at_its_time_of_day() -> None:
    text = "The blaze was extinguished at 3 a.m."
    told = value_readers.fire_out(text, figures.find(text))
    assert told is not None
    assert told.clock is not None
    assert told.clock.low == 180

"""People readers: how many were hurt, in the party, and how many nights they were out."""

import pytest

from service.steps import figures
from service.steps.comparing.figures import people_readers
from service.steps.comparing.figures.told_values import NO_END, Reader


@pytest.mark.parametrize(
    ("reader", "text", "values"),
    [
        (people_readers.hurt, "A steward was the sole casualty.", ((1, 1),)),
        (people_readers.hurt, "Five passengers were slightly hurt.", ((5, NO_END),)),
        (people_readers.hurt, "Five horses were slightly hurt.", None),
        (people_readers.group, "The four divers were flown home.", ((4, 4),)),
        (people_readers.group, "Two of the divers were flown home.", None),
        (people_readers.group, "Two more divers were flown home.", None),
        (people_readers.group, "About nine divers were flown home.", None),
        (people_readers.nights_out, "They survived four nights in the snow.", ((4, 4),)),
        (people_readers.nights_out, "They spent two nights in a hotel.", None),
    ],
)
def test_how_many_is_read_from_its_words(reader: Reader, text: str, values: object) -> None:
    told = reader(text, figures.find(text))
    assert (told.values if told else None) == values

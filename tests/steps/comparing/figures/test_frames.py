"""Frames: the words nearest to a figure tell what it measures."""

import pytest

from service.steps import figures
from service.steps.comparing.figures import frames


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Landslides killed 12 people", "dead"),
        ("Crews recovered 16 bodies", "dead"),
        ("Some 300 families lost their homes", "homeless"),
        ("The airline cancelled 40 flights", "cancelled"),
        ("A crowd of 5,000 people sang", "there"),
        ("Officers detained 30 people", "arrested"),
        ("The ship sold 40 tickets", None),
        ("Six victims were named", None),
    ],
)
def test_the_frame_of_a_figure(sentence: str, name: str | None) -> None:
    figure = figures.find(sentence)[0]
    found = frames.find(figure, sentence[: figure.start], sentence[figure.end :])
    assert (found.name if found else None) == name


def test_of_a_part_the_last_words_tell_what_became_of_it() -> None:
    figure = figures.find("Two")[0]
    behind = " people hurt in the crash remained in hospital"
    last, nearest = (frames.find(figure, "", behind, is_part=part) for part in (True, False))
    assert last is not None
    assert nearest is not None
    assert (last.name, nearest.name) == ("in hospital", "hurt")


def test_every_frame_has_a_name_of_its_own() -> None:
    names = [frame.name for frame in frames.FRAMES]
    assert len(names) == len(set(names))

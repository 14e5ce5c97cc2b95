"""Contrasts: parts of a whole that exclude each other."""

import pytest

from service.steps.comparing.figures import contrasts


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("hobby beekeepers lost", "commercial farms lost", "of hobby against commercial"),
        ("the women's race", "the men's title", "of women's against men's"),
        ("exports rose", "imports rose", "of exports against imports"),
        ("on the upper river", "on the river as a whole", "of upper against the whole"),
    ],
)
def test_two_parts_are_told_apart(one: str, other: str, told: str) -> None:
    assert contrasts.differ(one, other) == told


@pytest.mark.parametrize(
    ("one", "other"),
    [("hobby beekeepers", "beekeepers"), ("exports rose", "exports fell"), ("the women's race", "imports rose")],
)
def test_one_part_alone_tells_nothing(one: str, other: str) -> None:
    assert contrasts.differ(one, other) is None

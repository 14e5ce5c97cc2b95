"""Kinds of vehicle named in a sentence."""

import pytest

from service.steps.comparing.figures import vehicles


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The bus hit a train.", {"bus", "train"}),
        ("Two lorries and a van burned.", {"lorry"}),
        ("The car ferry left the harbour.", {"ship"}),
        ("Fire swept the car deck of the trawler.", {"ship"}),
        ("It was moving at 90 miles an hour.", set()),
        ("He trained as a busker.", set()),
    ],
)
def test_kinds_of_vehicle_are_told_apart(text: str, kinds: set[str]) -> None:
    assert vehicles.named(text) == kinds

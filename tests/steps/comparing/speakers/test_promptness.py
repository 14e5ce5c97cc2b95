"""At once against not for a while, in any order."""

import pytest

from service.steps.comparing.speakers import promptness


@pytest.mark.parametrize(
    ("prompt", "slow"),
    [
        ("they came on at once", "they stayed dry for the first 20 minutes"),
        ("help was sent immediately", "no one came for three hours"),
        ("the siren sounded within seconds", "it stayed silent for about ten minutes"),
        ("crews left without delay", "crews left only after two hours"),
    ],
)
def test_at_once_and_not_for_so_long_exclude_each_other(prompt: str, slow: str) -> None:
    assert promptness.opposed(prompt, slow)
    assert promptness.opposed(slow, prompt)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("they came on at once", "they ran for 20 minutes"),
        ("they came on at once", "they came on immediately"),
        ("nobody came for three hours", "it rained for three hours"),
    ],
)
def test_how_long_a_thing_lasts_is_no_delay(one: str, other: str) -> None:
    assert not promptness.opposed(one, other)

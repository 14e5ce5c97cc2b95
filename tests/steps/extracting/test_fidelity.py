"""Restated words keep numbers, names and negations, or are caught."""

import pytest

from service.steps.extracting import fidelity


@pytest.mark.parametrize(
    ("restated", "source", "fault"),
    [
        ("the bridge closed", "The bridge closed at noon", None),
        ("26 people were hurt", "some 26 people were hurt", None),
        ("26 people were hurt", "some 62 people were hurt", "number_mismatch"),
        ("1200 homes", "1,200 homes", None),
        ("two men fled", "2 men fled", None),
        ("the levy will be paid", "the levy will not be paid", "negation_mismatch"),
        ("the mayor didn't sign", "the mayor signed", "negation_mismatch"),
        ("the mayor denied signing", "the mayor never signed", None),
        ("Dana Roe signed the order", "the mayor signed the order", "name_mismatch"),
        ("Roe’s order stands", "the order of Dana Roe stands", None),
        ("U.S. jets took off", "American jets took off", "name_mismatch"),
    ],
)
def test_what_a_restatement_invents_or_loses_is_named(restated: str, source: str, fault: str | None) -> None:
    assert fidelity.fault(restated, source) == fault


def test_names_and_numbers_may_come_from_the_context_but_negations_may_not() -> None:
    assert fidelity.fault("Dana Roe signed on 4 May", "she signed", context="Dana Roe, 4 May, did not speak") is None


def test_an_invented_name_at_the_start_of_a_sentence_is_a_name() -> None:
    assert fidelity.names("Obama said so. Officials agreed.") == {"obama"}


def test_spelled_and_written_numbers_are_the_same() -> None:
    assert fidelity.numbers("twenty men, 1.5 km, 1,200 euros") == {"20", "1.5", "1200"}

"""The table of countries and bodies is read as it is meant."""

import pytest

from service.steps.vocabulary.gazetteer import ACRONYMS, BODIES, CAPITALS, COUNTRIES, COUNTRY_NAMES, LONGEST_NAME


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("russian", "russia"),
        ("russian federation", "russia"),
        ("burma", "myanmar"),
        ("great britain", "united kingdom"),
        ("united states of america", "united states"),
        ("south korean", "south korea"),
        ("czechia", "czech republic"),
    ],
)
def test_demonyms_and_other_names_lead_to_the_country(name: str, country: str) -> None:
    assert COUNTRIES[name] == country


def test_capitals_lead_to_countries_of_the_table() -> None:
    assert CAPITALS["buenos aires"] == "argentina"
    assert set(CAPITALS.values()) <= COUNTRY_NAMES


def test_every_key_is_folded_and_found_within_the_longest_name() -> None:
    keys = [*COUNTRIES, *CAPITALS, *BODIES]
    assert all(key == key.lower() and "-" not in key.replace("port-au-prince", "") for key in keys)
    assert max(len(key.split()) for key in keys) == LONGEST_NAME


def test_what_is_only_a_name_in_capitals_is_in_the_table() -> None:
    assert {*COUNTRIES, *BODIES} >= ACRONYMS

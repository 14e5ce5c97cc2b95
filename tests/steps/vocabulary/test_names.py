"""Names are told from words that only stand with a capital, and variants of one name are one."""

import pytest

from service.steps.vocabulary.lexemes import cut
from service.steps.vocabulary.names import Names, is_office_stem, is_title_case, spelling
from service.steps.vocabulary.stems import stem


def names_in(text: str, *others: str) -> list[str]:
    """The names of `text`, where the articles hold it and `others`."""
    learned = Names.learn([cut(one) for one in (text, *others)])
    return [name.key for name in learned.find(cut(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tensions rose after the mayor Ines Tallow left Oxley.", ["ines", "talow", "oxley"]),
        ("Ines Tallow left.", ["ines", "talow"]),
        ("Police said nothing.", []),
        ("The Prime Minister said so.", []),
        ("On Monday in October he went.", []),
    ],
)
def test_a_capital_makes_a_name_only_where_it_tells_something(text: str, expected: list[str]) -> None:
    assert names_in(text) == [spelling(key) for key in expected]


def test_a_name_at_the_beginning_is_known_from_elsewhere() -> None:
    assert names_in("Oxley was flooded.") == []
    assert names_in("Oxley was flooded.", "They fled from Oxley.") == [spelling("oxley")]


def test_a_word_mostly_written_small_is_no_name() -> None:
    assert names_in("He saw the Bridge.", "the bridge fell", "a bridge") == []


def test_a_headline_in_title_case_teaches_no_names() -> None:
    headline = "Four People Killed As Warehouse Burns"
    assert is_title_case(cut(headline))
    assert names_in("The Warehouse burned.", headline) == [spelling("warehouse")]
    assert names_in("He saw it burn near Warehouse doors and a warehouse.", headline) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("Sergey", "Sergei"), ("Gaddafi", "Gadafi"), ("Khalid", "Halid"), ("Yousouf", "Yusuf"), ("Zelensky", "Zelenskiy")],
)
def test_usual_variants_of_transliteration_are_one_name(one: str, other: str) -> None:
    assert spelling(one.lower()) == spelling(other.lower())


@pytest.mark.parametrize(
    "written",
    ["the US agreed", "the U.S. agreed", "the United States agreed", "Washington agreed", "the American side"],
)
def test_a_country_its_demonym_and_its_capital_are_one(written: str) -> None:
    assert names_in(f"They say {written}.") == ["united states"]


def test_a_capital_behind_a_preposition_is_the_place() -> None:
    assert names_in("They met in Moscow.") == ["moscow"]
    assert names_in("They say Moscow refused.") == ["russia"]


@pytest.mark.parametrize("written", ["ISIS", "ISIL", "IS", "Islamic State", "Daesh"])
def test_the_names_of_one_body_are_one(written: str) -> None:
    assert names_in(f"They fight {written} there.") == ["islamic state"]


def test_small_words_are_no_countries_or_bodies() -> None:
    assert names_in("It is up to us who is there, Is it?") == []


def test_an_acronym_stands_for_the_words_the_articles_spell_out() -> None:
    spelled = "The Norland Rail Union met."
    assert set(names_in("He left the NRU.", f"He said the {spelled[4:]}")) == {spelling("norland"), spelling("rail")}
    assert names_in("He left the XYZ.") == ["xyz"]


def test_an_abbreviated_role_is_no_name() -> None:
    assert names_in("They asked the PM and the FM.", "the Prime Minister") == []


def test_offices_are_known_by_their_stems() -> None:
    assert is_office_stem(stem("minister"))
    assert not is_office_stem(stem("bridge"))

import pytest

from evals.evaluators import wordings


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1,200 people, 1.200 people, 1\u202f200 people", {"1200"}),
        ("twenty-one sheep and 40 goats", {"21", "40"}),
        ("four people in a four-year plan", {"4"}),
        ("a twenty-year lease", {"20"}),
        ("4.2 per cent", {"4.2"}),
        ("4,2 pour cent", {"4.2"}),
        ("one of them, a one-sided match", set()),
        ("the tender, often heightened", set()),
    ],
)
def test_numbers_in_words_and_in_digits_are_the_same(text: str, found: set[str]) -> None:
    assert wordings.numbers(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Firefighters met Anna Holm’s son in Ostwick", {"anna", "holm", "ostwick"}),
        ("It rained. Nobody came: Everybody stayed", set()),
        ("He said “Nobody came”, she said “Nonsense.” Then they left", set()),
        ("Dans la ville, l'été à Évreux", {"évreux"}),
        ("The UN and the G20", {"un", "g20"}),
    ],
)
def test_names_are_capitalised_words_inside_a_sentence(text: str, found: set[str]) -> None:
    assert wordings.names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "It is not so",
        "It isn’t so",
        "They cannot go",
        "She denied it",
        "He ruled out a strike",
        "Nobody came",
        "It failed",
    ],
)
def test_a_denial_is_negative_in_any_words(text: str) -> None:
    assert wordings.is_negative(text)


@pytest.mark.parametrize(
    "text", ["It is so", "A notable innovation", "The Norwegian knot", "A ruler", "Nonetheless, he came"]
)
def test_words_that_only_look_like_a_denial_are_none(text: str) -> None:
    assert not wordings.is_negative(text)


@pytest.mark.parametrize(
    "text",
    [
        "He called it “a massacre” and left",
        'He called it "a massacre" and left',
        "He called it ‘a massacre’ and left",
        "He said ‘we don’t call it a massacre’ and left",
        "Il parle d'un «massacre» et part",
    ],
)
def test_what_stands_in_quotation_marks_is_not_the_writers_own(text: str) -> None:
    assert "massacre" not in wordings.own_words(text)
    assert wordings.own_words(text).split()[-1] in {"left", "part"}


def test_an_apostrophe_opens_no_quotation() -> None:
    assert wordings.own_words("The miners’ massacre, the owners’ shame") == "The miners’ massacre, the owners’ shame"


def test_endings_and_the_words_of_telling_do_not_count_as_content() -> None:
    assert wordings.stems("The paper reported that bridges collapsed") == wordings.stems(
        "Both report the bridge collapsing"
    )


def test_the_words_of_several_texts_are_folded_together() -> None:
    assert wordings.words_of(["The Fire", "fire-proof"]) == {"the", "fire", "proof"}

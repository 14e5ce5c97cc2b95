"""A statement is cut only where both parts stand by themselves, with their subject; what hangs together stays whole."""

import pytest

from service.steps.extracting.clause_cuts import split


def cut(text: str) -> list[str]:
    return [piece.text for piece in split(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Two walls fell in the night and 14 people were hurt.",
            ["Two walls fell in the night", "14 people were hurt"],
        ),
        (
            "The council has bought the pier, but nobody was told.",
            ["The council has bought the pier", "nobody was told"],
        ),
        ("The tram left the rails; its driver was unhurt.", ["The tram left the rails", "its driver was unhurt"]),
        (
            "The judge freed Ann Lee, while her brother was sent to prison.",
            ["The judge freed Ann Lee", "her brother was sent to prison"],
        ),
    ],
)
def test_clauses_with_their_own_subject_and_verb_are_cut_apart(text: str, parts: list[str]) -> None:
    assert cut(text) == parts


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("The pilot got out through a window and was taken to a clinic.", "The pilot was taken to a clinic"),
        ("The firm lost its licence in May and remains under watch.", "The firm remains under watch"),
        (
            "A guard saw smoke at noon, and later rang the fire brigade.",
            "A guard later rang the fire brigade",
        ),
        ("Flames tore through the mill, leaving 90 people without work.", "Flames, leaving 90 people without work"),
        ("The flood closed the pass, cutting off three villages.", "The flood, cutting off three villages"),
    ],
)
def test_what_a_subject_does_besides_is_told_with_the_subject(text: str, second: str) -> None:
    assert cut(text)[-1] == second


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "The dam, which was finished in 1954, held through the night.",
            ["The dam held through the night", "The dam, which was finished in 1954"],
        ),
        (
            "Crews carried hoses to the depot, where 40 tanks had burned.",
            ["Crews carried hoses to the depot", "the depot, where 40 tanks had burned"],
        ),
        (
            "The party won two seats fewer than in 2019, when it took nine.",
            ["The party won two seats fewer than in 2019", "in 2019, when it took nine"],
        ),
    ],
)
def test_a_clause_that_says_more_of_a_name_is_told_with_the_name(text: str, parts: list[str]) -> None:
    assert cut(text) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Six people died when a coach left the road near Arle.",
            ["Six people died when a coach left the road near Arle", "a coach left the road near Arle"],
        ),
        (
            "When the siren sounded, the workers left the hall.",
            ["the siren sounded", "the workers left the hall"],
        ),
        (
            "The shop was shut for a week after a pipe burst in the cellar.",
            [
                "The shop was shut for a week after a pipe burst in the cellar",
                "a pipe burst in the cellar",
            ],
        ),
    ],
)
def test_a_clause_that_dates_another_is_told_and_stays_with_it(text: str, parts: list[str]) -> None:
    assert sorted(cut(text)) == sorted(parts)


@pytest.mark.parametrize(
    "text",
    [
        "The lake will be drained if the wall fails and the valley is cleared.",
        "Neither the mayor came nor was a deputy sent.",
        "Nobody was hurt and left in the dark.",
        "The minister and a passenger were hurt.",
        "The fire destroyed the hall and the school built in 1920.",
        "The bridge will be closed when the work begins.",
        "The office declined to say when the pipe was laid.",
        "Ann Lee, who heads the board, resigned.",
        "The toll would rise as bodies were found.",
        "They freed nine miners from the Alta region, who had lain there for days.",
        "At the wheel was Ann Lee, a driver with 17 years of service, who broke both legs.",
        "The man was stopped and searched at the gate.",
        "The ferry ran between Arle and Sund and Holm.",
        "Police and residents of the valley had wanted it.",
    ],
)
def test_what_does_not_stand_by_itself_stays_whole(text: str) -> None:
    assert len(cut(text)) < 2


def test_every_span_slices_to_its_words() -> None:
    text = "  Lee,  the  pilot, got out of the \n plane and was taken to a clinic, and two were hurt.  "
    pieces = split(text, 2, len(text))
    assert len(pieces) == 3
    for piece in pieces:
        assert " ".join(" ".join(text[start:end].split()) for start, end in piece.spans) == piece.text


def test_words_inside_marks_are_not_cut() -> None:
    assert len(cut('The firm said "we closed the site and everybody was paid" in a note.')) < 2
    assert len(cut("The hall (which burned in 1990 and was rebuilt) stood empty.")) < 2

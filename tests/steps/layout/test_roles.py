"""roles: what a layout line is, told by its own words."""

import pytest

from service.models import Role
from service.steps.layout import roles


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("READ MORE: Ten years of floods", "teaser"),
        ("READ MORE Ten years of floods", "teaser"),
        ("Read also: Ten years of floods", "teaser"),
        ("• Related: Ten years of floods", "teaser"),
        ("Related stories", "teaser"),
        ("More on this story", "teaser"),
        ("Watch: the dam breaks", "teaser"),
        ("Lesen Sie auch: Zehn Jahre Flut", "teaser"),
        ("Читайте также: Десять лет", "teaser"),
        ("Sign up for our newsletter", "teaser"),
        ("Subscribe to our channel", "teaser"),
        ("6 min read", "teaser"),
        ("Original url:", "address"),
        ("Source: https://news.example/a b", "address"),
        ("Source: Reuters", "address"),
        ("https://news.example/2014/10/17/dam-bro ken-a404", "address"),
        ("17 October 2014", "dateline"),
        ("By Ann Lee and Jan Olsen", "dateline"),
        ("By Ann Lee | 17 October 2014", "dateline"),
        ("Reporting by Ann Lee; editing by Jan Olsen", "dateline"),
        ("Related to the flood is the drought.", None),
        ("Watch the dam, they said.", None),
        ("Read more books, the minister said.", None),
        ("By Monday the dam had broken.", None),
        ("The source: nobody knows it.", None),
        ("Sources: the river and the lake, which lie far apart, feed the dam.", None),
        ("www.news.example is down.", None),
    ],
)
def test_a_line_declares_its_role_or_none(line: str, role: Role | None) -> None:
    assert roles.read_label(line) == role


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ann Lee (L) and Jan Olsen at the dam.",
        "Photo: Ann Lee / Norvik Press",
        "FILE PHOTO: The dam in Alta. REUTERS/Ann Lee",
        "The dam in Alta (File Photo)",
        "© Ann Lee",
        "Residents queue for water in Alta. AFP/Getty Images",
    ],
)
def test_a_picture_caption_is_known_by_its_marks(text: str) -> None:
    assert roles.is_caption(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said the photo (left) was old.",
        "ALTA (Reuters/AFP) - The dam broke.",
        "The left lost the vote.",
        "Image problems hurt the mayor.",
    ],
)
def test_ordinary_words_about_pictures_are_no_caption(text: str) -> None:
    assert not roles.is_caption(text)


def test_a_scene_is_dated_in_the_present_tense_and_says_nothing() -> None:
    assert roles.is_scene("Workers stand at the dam in Alta, May 3, 2021.")
    assert not roles.is_scene("Workers stood at the dam in Alta, May 3, 2021.")
    assert not roles.is_scene("Workers stand at the dam, she said on May 3, 2021.")
    assert not roles.is_scene("Workers stand at the dam in Alta.")


@pytest.mark.parametrize("text", ["Dam breaks in Alta", "Who broke the dam?", "‘It broke’: a town afraid"])
def test_a_headline_has_no_full_stop(text: str) -> None:
    assert roles.is_headline(text)


@pytest.mark.parametrize("text", ["The dam broke.", "She said:", "and then,", "2014", "x" * 300, ""])
def test_what_ends_like_a_sentence_or_says_nothing_is_no_headline(text: str) -> None:
    assert not roles.is_headline(text)


def test_only_a_bare_label_announces_the_lines_below_it() -> None:
    assert roles.is_only_label("Related:")
    assert not roles.is_only_label("Related: Ten years of floods")


@pytest.mark.parametrize(
    "line",
    [
        "Crews at the pier on Sunday. Photo: Ostwick Echo",
        "The lake at dawn. Picture: Tom Reed.",
        "A tram leaves the yard (Image: Alta Press)",
        "The square after the rain. Photograph by Ann Lee",
    ],
)
def test_lines_that_end_with_a_picture_credit_are_a_caption(line: str) -> None:
    assert roles.is_caption(line)


@pytest.mark.parametrize(
    "line",
    [
        "The police released a photo: a man in a red coat was seen near the gate at noon; two others fled.",
        "The firm said it had a picture: Tom Reed",
        "She showed the photo by the door to everybody who had come to the hall that day, and left.",
    ],
)
def test_a_sentence_about_a_picture_is_no_caption(line: str) -> None:
    assert not roles.is_caption(line)

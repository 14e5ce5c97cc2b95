"""Whether two names can be one speaker's: only two persons named in full are ever told apart."""

import pytest

from service.steps.vocabulary.namesakes import relate


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("John Kerry", "Kerry", "same"),
        ("U.S. Secretary of State John Kerry", "John Kerry", "same"),
        ("Sergey Lavrov", "Sergei Lavrov", "same"),
        ("Russia's Foreign Ministry", "the ministry", "same"),
        ("Russia's Foreign Ministry", "Russia", "same"),
        ("the Russian ministry", "Russia", "same"),
        ("Gabriel García Márquez", "Gabriel García", "same"),
        ("John Kerry", "Sergei Lavrov", "different"),
        ("Prime Minister Ines Moreau", "Prime Minister Pavel Novak", "different"),
        ("Ines Moreau", None, "unknown"),
        ("Ines Moreau", "the prime minister", "unknown"),
        ("John Kerry", "the US Secretary of State", "unknown"),
        ("Ines Moreau", "the White House", "unknown"),
        ("Ines Moreau", "South Korean President", "unknown"),
        ("Ines Moreau", "Human Rights Watch", "unknown"),
        ("Ines Moreau", "Novak", "unknown"),
        # Two spellings of one name from another script.
        ("Oleksandr Turchynov", "Aleksandr Turchinov", "unknown"),
    ],
)
def test_relations(a: str, b: str | None, relation: str) -> None:
    assert relate(a, b) == relate(b, a) == relation

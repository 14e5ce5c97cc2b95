"""Forms of verbs, regular and irregular."""

import pytest

from service.steps.comparing.predicates.inflection import of_verb


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("reject", {"reject", "rejects", "rejected", "rejecting"}),
        ("approve", {"approve", "approves", "approved", "approving"}),
        ("ratify", {"ratify", "ratifies", "ratified", "ratifying"}),
        ("stay", {"stay", "stays", "stayed", "staying"}),
        ("throw", {"throw", "throws", "threw", "thrown", "throwing"}),
        ("pass", {"pass", "passes", "passed", "passing"}),
        ("free", {"free", "frees", "freed", "freeing"}),
    ],
)
def test_a_verb_has_its_forms(verb: str, forms: set[str]) -> None:
    assert of_verb(verb) == forms


def test_a_short_vowel_doubles_the_consonant() -> None:
    assert {"stopped", "stopping"} <= of_verb("stop")
    assert "soarred" not in of_verb("soar")

"""The lexicon of fields, as it is read and found."""

from service.steps.comparing.predicates.field_words import FIELD_WORDS
from service.steps.comparing.predicates.fields import find


def sides(text: str) -> set[str]:
    return {f"{phrase.field.name} {phrase.side}" for phrase, _, _ in find(text.split())}


def test_words_put_a_thing_on_a_side_of_a_field() -> None:
    assert "decision -" in sides("the plans were thrown out")
    assert "decision +" in sides("it gave the plans the green light")


def test_flags_of_a_field_are_read() -> None:
    field = next(phrase.field for phrase, _, _ in find(["won"]) if phrase.field.name == "victory")
    assert field.flags == {"of_subject"}


def test_every_field_has_two_sides_without_a_word_in_common() -> None:
    words: dict[tuple[str, str], set[str]] = {}
    name = sign = ""
    for line in FIELD_WORDS.strip().splitlines():
        if line[0] not in "+- ":
            name = line.split(":")[0]
            continue
        sign = line[0] if line[0] != " " else sign
        words.setdefault((name, sign), set()).update(line[1:].split())
    for name, _ in words:
        assert words[name, "+"].isdisjoint(words[name, "-"]), name

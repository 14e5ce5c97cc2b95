"""clause_verbs: a finite verb is told by its form and its neighbours."""

from service.steps.reporting import words
from service.steps.reporting.clause_verbs import has_verb, opens_relative


def test_a_verb_is_told_by_its_form_and_its_neighbours() -> None:
    def found(text: str) -> bool:
        cut = words.cut(text, 0, len(text))
        return has_verb(cut, 0, len(cut))

    assert found("Norvik refuses to go")
    assert found("the dam broke")
    assert found("they've won")
    assert not found("the retired general of Alta")
    assert not found("a plan because it rained")


def test_that_is_a_relative_pronoun_where_a_verb_follows() -> None:
    def relative(text: str) -> bool:
        return opens_relative(words.cut(text, 0, len(text)), 1)

    assert relative("speech that lasted an hour")
    assert relative("report that really has no end")
    assert not relative("report that Lee left")
    assert not relative("claim that it's over")

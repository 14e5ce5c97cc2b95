"""Who acts before a verb, and what is only supposed."""

from service.steps.comparing.commitments import actors
from service.steps.vocabulary.content_words import Lexicon
from tests.papers import paper


def before(text: str, verb: str) -> frozenset[str]:
    return actors.before(text, text.index(verb), Lexicon.learn([paper("Courier", text)]))


def test_the_actor_stands_in_the_nearest_clause_that_has_one() -> None:
    found = before("The umpire sat down, but when it rained the captain, Jan Voss, left.", "left")
    assert "captain" in found
    assert "umpir" not in found


def test_a_verb_joined_by_and_keeps_the_actor_of_the_first() -> None:
    assert before("The captain waited and then left.", "left") == frozenset({"captain"})


def test_no_one_acts_where_nobody_is_named() -> None:
    assert before("The rain came and the river rose.", "rose") == frozenset()


def test_a_hedge_behind_a_but_does_not_count_for_what_stands_before() -> None:
    text = "She might have stayed, but the captain left."
    assert not actors.is_supposed(text, text.index("left"), len(text))
    assert actors.is_supposed(text, 0, text.index(","))

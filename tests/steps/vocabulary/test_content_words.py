"""What texts share is weighed by rarity; compounds, acronyms and those who speak for a country are one."""

import pytest

from service.steps.vocabulary.content_words import Lexicon
from service.steps.vocabulary.names import spelling
from tests.papers import paper

COURIER = paper(
    "Courier",
    "The US airstrikes hit Hallby on Monday.",
    "Norland Foreign Minister Ana Berg met Russian Foreign Minister Pavel Orlov in Paris.",
    "The Hallby Rail Union called a strike.",
)
HERALD = paper("Herald", "American air strikes hit the town.", "The HRU called the strike.", "The town was quiet.")
LEXICON = Lexicon.learn([COURIER, HERALD])


def test_names_and_other_words_are_kept_apart() -> None:
    content = LEXICON.read("The US airstrikes hit Hallby on Monday.")
    assert content.names == {"united states", spelling("hallby")}
    assert content.stems == {"airstrike", "hit"}
    assert content.keys == content.names | content.stems


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("US airstrikes", "American air strikes"),
        ("the HRU", "Hallby Rail Union"),
        ("counter-terror group", "anti-terrorism groups"),
        ("Moscow refused", "Russia refuses"),
        ("Four people died", "four were killed"),
    ],
)
def test_other_words_for_the_same_share_their_keys(one: str, other: str) -> None:
    a, b = LEXICON.read(one), LEXICON.read(other)
    assert a.keys & b.keys
    assert LEXICON.compare(a, b).most > 0.5


def test_a_rare_word_counts_for_more_than_a_common_one() -> None:
    assert LEXICON.weigh("quiet") > LEXICON.weigh("hit")
    assert LEXICON.weigh("neverseen") >= LEXICON.weigh("quiet")


def test_covers_are_of_each_side_and_turn_round_with_them() -> None:
    short, long = LEXICON.read("The town was quiet"), LEXICON.read("The town was quiet after airstrikes hit Hallby")
    there, back = LEXICON.compare(short, long), LEXICON.compare(long, short)
    assert there.most == there.cover_a == 1.0
    assert there.least == there.cover_b < 1.0
    assert (there.cover_a, there.cover_b) == (back.cover_b, back.cover_a)


def test_nothing_covers_nothing() -> None:
    assert LEXICON.compare(LEXICON.read(""), LEXICON.read("the of")).most == 0.0


def test_a_minister_may_stand_for_the_country_in_a_topic_but_not_in_a_fact() -> None:
    person, land = LEXICON.read("Orlov agreed to share data"), LEXICON.read("Moscow agreed to share data")
    assert LEXICON.compare_topics(person, land).least > LEXICON.compare(person, land).least
    assert not LEXICON.have_names_apart(person, land)


def test_names_apart_are_those_nobody_on_the_other_side_stands_for() -> None:
    one, other = LEXICON.read("Hallby was quiet while Orlov slept"), LEXICON.read("Paris was quiet while Berg slept")
    assert LEXICON.have_names_apart(one, other)
    assert not LEXICON.have_names_apart(one, LEXICON.read("the town was quiet"))


def test_the_country_before_a_title_is_the_persons() -> None:
    assert LEXICON.affiliations["orlov"] == {"russia"}
    assert "berg" not in LEXICON.affiliations


def test_words_can_be_taken_out_and_picked_by_place() -> None:
    text = "The union called a strike in Hallby"
    content = LEXICON.read(text, offset=10)
    start = 10 + text.index("strike")
    assert content.within(start, start + 6).stems == {"strike"}
    assert "strike" not in content.without(start, start + 6).keys


def test_the_order_of_the_articles_does_not_matter() -> None:
    assert Lexicon.learn([COURIER, HERALD]) == Lexicon.learn([HERALD, COURIER])

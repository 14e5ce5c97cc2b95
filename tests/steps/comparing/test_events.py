"""Articles of one event are told from look-alikes, in any order."""

from datetime import date

import pytest

from service.models import ReadArticle
from service.steps.comparing.events import group, is_one_event
from tests.papers import paper

BRIDGE = paper(
    "Courier",
    "Twelve people were killed when the Astrid Bridge in Velmora collapsed on Monday.",
    "Mayor Ines Tallow said the bridge had been inspected.",
    "Divers searched the river in Velmora for survivors.",
)
SAME_BRIDGE = paper(
    "Herald",
    "Fourteen people died in the collapse of a bridge in Velmora.",
    "The mayor, Ines Tallow, called for an inquiry into the Astrid Bridge.",
)
ASHFORD = paper(
    "Post",
    "Four people were killed in a fire at a block of flats in Ashford on Monday, Kent Fire and Rescue Service said.",
    "About 60 residents of the flats were led to safety by Kent firefighters.",
)
DOVER = paper(
    "Echo",
    "Six people died in a fire at a block of flats in Dover on Sunday, Kent Fire and Rescue Service said.",
    "Some 40 residents of the flats were led to safety by Kent firefighters.",
)
FOOTBALL = paper("Globe", "The striker scored twice for Norland at the stadium in Hallby.", "Hallby lost the match.")


def test_two_tellings_of_one_event_are_one() -> None:
    assert is_one_event([BRIDGE, SAME_BRIDGE])
    assert is_one_event([SAME_BRIDGE, BRIDGE])


def test_an_article_and_itself_tell_one_event() -> None:
    again = BRIDGE.model_copy(update={"article": BRIDGE.article.model_copy(update={"id": "again"})})
    assert is_one_event([BRIDGE, again])


@pytest.mark.parametrize(
    ("one", "other"), [(ASHFORD, DOVER), (BRIDGE, FOOTBALL), (BRIDGE, ASHFORD), (DOVER, SAME_BRIDGE)]
)
def test_look_alikes_and_strangers_are_not(one: ReadArticle, other: ReadArticle) -> None:
    assert not is_one_event([one, other])
    assert not is_one_event([other, one])


def test_two_tolls_of_one_kind_in_two_countries_are_two_events() -> None:
    one = paper(
        "A", "An earthquake in Norland killed 120 people.", "President Lena Strom declared mourning in Norland."
    )
    other = paper(
        "B", "An earthquake in Sudmark killed 300 people.", "President Karl Voss declared mourning in Sudmark."
    )
    assert not is_one_event([one, other])


def test_stories_far_apart_in_time_are_two_events() -> None:
    def told(name: str, day: date) -> ReadArticle:
        return paper(
            name, "The Astrid Bridge in Velmora fell, mayor Ines Tallow said.", f"So {name} tells.", published_at=day
        )

    first = told("Courier", date(2026, 3, 2))
    assert is_one_event([first, told("Herald", date(2026, 3, 6))])
    assert not is_one_event([first, told("Herald", date(2027, 3, 6))])


def test_a_third_article_may_link_two() -> None:
    assert is_one_event(
        [BRIDGE, SAME_BRIDGE, paper("C", "Ines Tallow wept as the Astrid Bridge collapsed in Velmora.")]
    )
    assert group([BRIDGE, ASHFORD, SAME_BRIDGE]) == (frozenset({"courier", "herald"}), frozenset({"post"}))


def test_without_any_names_only_much_the_same_words_make_one_event() -> None:
    one = paper("A", "two trains collided in heavy fog near the old harbour")
    other = paper("B", "in heavy fog two trains collided near the harbour")
    stranger = paper("C", "the council raised the price of bread")
    assert is_one_event([one, other])
    assert not is_one_event([one, stranger])


def test_fewer_than_two_articles_are_one_event() -> None:
    assert is_one_event([])
    assert is_one_event([BRIDGE])


def test_one_shared_name_will_do_where_the_leads_tell_the_same_in_their_other_words() -> None:
    one = paper(
        "Courier",
        "A rowing boat overturned below the old weir at Telm and eleven pupils were pulled from the river by anglers.",
        "Marta Quil and Oskar Vint teach there.",
    )
    told = "Eleven pupils were pulled from the river at Telm by anglers when a rowing boat overturned below the weir."
    beside = "Lady Harrow, Corin Pell and Ada Wick spoke for Lowmere."
    assert is_one_event([one, paper("Herald", told, beside)])
    apart = "Thieves broke into a bakery at Telm and took its till, three ovens and the wedding cakes of the week."
    assert not is_one_event([one, paper("Herald", apart, beside)])


LOOK_ALIKES = [
    (
        "A fire gutted a warehouse on Dock Street in Marlow on Tuesday, killing two workers.",
        "A fire tore through a school in Hill Road in Marlow on Tuesday, and four pupils were hurt.",
    ),
    (
        "An earthquake of 6.1 struck Lorn province in Norland on Friday, Pia Sand said.",
        "An earthquake of 5.8 struck Marn province in Norland on Friday, Pia Sand said.",
    ),
    (
        "Flood water cut roads across Kell county in Norland, Governor Leo Fisk said.",
        "Flood water cut roads across Tarn county in Norland, Governor Leo Fisk said.",
    ),
    (
        "Five hundred people met in Velmora to remember the 40 who died when the Astrid Bridge fell.",
        "The Astrid Bridge in Velmora fell on Monday, killing 40 people.",
    ),
    (
        "Mourners marked the fifth anniversary of the Tarn mine disaster in Tarn on Sunday.",
        "An explosion in the Tarn mine in Tarn killed 29 miners on Sunday.",
    ),
    (
        "A coach crashed on the Sorn pass on 3 March 2025, killing nine tourists, Sorn police said.",
        "A coach crashed on the Sorn pass on 9 July 2023, killing four tourists, Sorn police said.",
    ),
    (
        "Voters in Dunmore rejected a plan for a wind farm on Sunday, Mayor Tom Ray said.",
        "Voters in Ardle backed a plan for a wind farm on Sunday, Mayor Eva Moss said.",
    ),
    (
        "Hallby beat Norton 3-1 at Hallby on Saturday; Jan Roe scored twice.",
        "Hallby lost 2-0 to Weston at Weston on Saturday.",
    ),
]


@pytest.mark.parametrize(("one", "other"), LOOK_ALIKES)
def test_look_alikes_of_one_day_one_kind_or_one_place_are_two_events(one: str, other: str) -> None:
    assert not is_one_event([paper("A", one), paper("B", other)])
    assert not is_one_event([paper("B", other), paper("A", one)])


RETOLD = [
    (
        "Twelve people were killed when the Astrid Bridge in Velmora collapsed. Mayor Ines Tallow promised an inquiry.",
        "A span over the Orva gave way, and a dozen drowned; the mayor of Velmora, Ines Tallow, wept near Astrid pier.",
    ),
    (
        "Norland beat Sudmark 2-1 in Hallby on Sunday. Lena Brandt scored the winner in stoppage time.",
        "A late goal by Lena Brandt gave the hosts victory over Sudmark. The crowd in Hallby sang until midnight.",
    ),
    (
        "Dockers in Kest ended a nine-week strike on Friday. Union head Jo Marsh called the deal a victory.",
        "Cranes will move again in Kest after dockers voted to accept an offer. Jo Marsh, for the union, signed.",
    ),
    (
        "A lorry hit a school bus near Dunmore on Thursday; six children were hurt.",
        "Six pupils are in hospital after their bus was struck by a lorry outside Dunmore.",
    ),
    (
        "Five hundred people met in Velmora to remember the 40 who died when the Astrid Bridge fell ten years ago.",
        "Velmora marked the tenth anniversary of the fall of the Astrid Bridge with a march of hundreds of people.",
    ),
    (
        "A fire gutted a warehouse on Dock Street in Marlow on Tuesday, killing two workers.",
        "Two workers were killed on Tuesday when fire gutted a warehouse in Hill Road in Marlow.",
    ),
    (
        "A coach crashed on the Sorn pass on 3 March 2025, killing nine tourists.",
        "Nine tourists died in March 2025 when a coach crashed on the Sorn pass, the worst accident there since 1998.",
    ),
]


@pytest.mark.parametrize(("one", "other"), RETOLD)
def test_one_event_in_few_common_words_or_with_another_street_stays_one(one: str, other: str) -> None:
    assert is_one_event([paper("A", *one.split(". ")), paper("B", *other.split(". "))])
    assert is_one_event([paper("B", *other.split(". ")), paper("A", *one.split(". "))])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Snow closed Storr Pass on Tuesday.", "Traffic was moving again over Storr Pass."),
        ("The utility in Brampton Falls lost power.", "Hackers got into a Brampton Falls utility."),
        ("The central bank of Merovia made no cut.", "A cut was what Merovia got."),
    ],
)
def test_short_reports_need_share_few_words_beside_their_names(one: str, other: str) -> None:
    assert is_one_event([paper("A", one), paper("B", other)])


def test_one_name_without_a_word_beside_makes_no_event() -> None:
    assert not is_one_event([paper("A", "The central bank of Merovia met."), paper("B", "A ferry left for Merovia.")])

"""Conflicts between what single sentences commit two papers to, each beside near misses that must stay silent."""

from datetime import UTC, datetime

import pytest

from service.models import ConflictType
from tests.papers import Said, judged, paper, verdict

CONFLICTS: list[tuple[ConflictType, str, str]] = [
    (
        "cause",
        "A faulty heater sparked the blaze on the third floor.",
        "The fire was caused by a cigarette left in a bin.",
    ),
    (
        "cause",
        "Gales brought about the collapse of the stand.",
        "The collapse of the stand was put down to rusted bolts.",
    ),
    (
        "cause",
        "The explosion happened when a gas main ruptured.",
        "A stored firework triggered the blast in Mill Lane.",
    ),
    ("cause", "Engineers blamed frost for the crash.", "The crash was due to a signal failure near Hallby."),
    (
        "identity",
        "At the wheel was Orla Finch, who has driven the route for years.",
        "Its driver, Tomas Berg, was unhurt.",
    ),
    ("identity", "The pilot was identified as Ines Marr.", "The pilot was named by police as Joost Lund."),
    (
        "identity",
        "The first to reach the hut was a shepherd from Oxley.",
        "A mountain rescue team was first on the scene.",
    ),
    ("identity", "Monks from Hallby built the mill in 1720.", "The mill was built in 1720 by the salt company."),
    ("identity", "The Sexton Tower collapsed at noon.", "The Miller Tower fell at noon, to a cheer."),
    ("other", "The north gate was open all evening.", "Fans found that the north gate was locked."),
    ("other", "The alarm never sounded, guests said.", "The alarm sounded within seconds and woke the guests."),
    ("other", "The pumps failed to come on.", "The pumps kicked in as the water rose."),
    ("other", "The hall was packed on the night.", "The hall was almost empty on the night."),
    (
        "other",
        "The captain of the tug was among the living: the captain of the tug was questioned on shore.",
        "One of the dead was the captain of the tug, who stayed aboard.",
    ),
    ("other", "The pilot died in the wreck.", "The pilot walked away from the wreck."),
    ("other", "Its driver broke his leg and two ribs.", "The driver escaped with scratches."),
    ("negation", "Not a single flight was cancelled.", "Eleven flights were cancelled on Sunday."),
    ("negation", "No ballots were rejected.", "Some towns were slow, and forty ballots were declared invalid."),
    ("negation", "None of the shops was looted.", "Six shops were looted in the High Street."),
    ("negation", "No shots were fired, the army says.", "Several shots were fired over the crowd."),
    ("negation", "All the matches went ahead.", "Three matches were postponed by frost."),
    (
        "place",
        "The mill at Orby, on the west side of the lake, burned.",
        "On the eastern shore, the hamlet of Orby smelt of smoke.",
    ),
    ("place", "Velmora, on the left bank, was flooded.", "Velmora lies on the right bank and was flooded."),
    (
        "place",
        "The camp is at Tull, on the northern edge of the desert.",
        "Tull, on the southern edge of the desert, has a camp.",
    ),
]


@pytest.mark.parametrize(("type_", "one", "other"), CONFLICTS)
def test_two_papers_committed_to_what_excludes_each_other_contradict(type_: str, one: str, other: str) -> None:
    found = judged(one, other)
    assert (found.relation, found.type) == ("contradicts", type_)
    assert one.rstrip(".")[:20] in found.explanation
    assert other.rstrip(".")[:20] in found.explanation


NEAR_MISSES = [
    # Cause: the same in part, another event, only supposed, denied, somebody to blame, a place of origin, a name.
    ("A faulty heater sparked the blaze.", "The fire was caused by an electric heater."),
    ("A burst pipe caused the flood.", "The crash was caused by fog."),
    ("A faulty heater sparked the blaze.", "A cigarette may have sparked the blaze."),
    ("A faulty heater sparked the blaze.", "The fire was not caused by a cigarette."),
    ("Frost caused the crash.", "The union blamed the government for the crash."),
    ("A cigarette sparked the blaze.", "The fire began in the kitchen of the hotel."),
    ("Human error caused the crash.", "The crash was caused by fog."),
    # Identity: one person in two spellings or by surname, another vehicle, several in the part, not quite first.
    ("Its driver, Tomas Berg, was hurt.", "At the wheel was Mr Tomas Bergh, a father of two."),
    ("The driver of the car, Tomas Berg, was hurt.", "The driver of the bus, Orla Finch, was hurt."),
    ("One of the drivers, Tomas Berg, was hurt.", "At the wheel was Orla Finch."),
    ("The first ambulance to arrive was from Oxley.", "A shepherd was first on the scene."),
    ("Monks built the mill in 1720.", "The bridge was built in 1720 by the salt company."),
    ("The Sexton Tower collapsed at noon.", "The Sexton Tower, known as the Old Lady, collapsed at noon."),
    # States: another thing, one of several, part of it, supposed.
    ("The road to the airport was closed.", "The airport remained open."),
    ("The north gate was open.", "The south gate was locked."),
    ("Some of the shops were closed.", "The shops were open."),
    ("The sirens did not sound in the annex of the hotel.", "On the terrace every alarm sounded at once."),
    ("The driver of the car was killed.", "The driver of the lorry was questioned."),
    ("Her driver escaped unhurt, and another driver died.", "The driver was killed."),
    ("The driver was in a critical condition.", "The driver died in hospital."),
    ("The mayor survived a vote of no confidence.", "The mayor died on Sunday."),
    ("The captain walked away from talks.", "The captain died in his cabin."),
    ("Schools were closed.", "The schools were open."),
    ("The school in Hallby was closed.", "The school in Oxley was open."),
    ("Hallby school was closed.", "The school was open."),
    # None and some: another kind, another deed, so far, on another day.
    ("No flights were cancelled.", "Eleven trains were cancelled."),
    ("No shops were looted.", "Six shops were closed."),
    ("No homes have been damaged so far.", "Six homes were damaged."),
    ("No flights were cancelled on Monday.", "Eleven flights were cancelled on Sunday."),
    # Place: a side of something else, no opposite side.
    ("Velmora, on the left bank, was flooded.", "Oxley, on the right bank, was flooded."),
    ("Tull, on the northern edge, has a camp.", "Tull, on the western edge, has a camp."),
]


@pytest.mark.parametrize(("one", "other"), NEAR_MISSES)
def test_what_may_both_hold_is_no_conflict(one: str, other: str) -> None:
    assert judged(one, other).relation in ("unrelated", "agrees")


@pytest.mark.parametrize(("day", "relation"), [(12, "contradicts"), (13, "updates")])
def test_a_state_may_be_another_the_day_after(day: int, relation: str) -> None:
    one = paper("Courier", "The pass was closed.", published_at=datetime(2024, 5, 12, tzinfo=UTC))
    other = paper("Herald", "The pass was open.", published_at=datetime(2024, 5, day, tzinfo=UTC))
    assert verdict(one, other).relation == relation


def test_a_dateline_is_no_name_of_what_follows() -> None:
    one = paper("Courier", "OXLEY, Oct 9 - Spare pumps at the Astrid yard kicked in at once.")
    assert verdict(one, paper("Herald", "The old pumps in the yard never started.")).relation == "unrelated"
    assert verdict(one, paper("Herald", "The pumps in the yard never started.")).relation == "contradicts"


def test_a_check_long_ago_clashes_with_one_lately_in_papers_of_a_later_year() -> None:
    def checked(year: int) -> str:
        day = datetime(year, 5, 12, tzinfo=UTC)
        one = paper("Courier", "The lift was last inspected two weeks ago.", published_at=day)
        other = paper("Herald", "The lift has gone without an inspection since 2019.", published_at=day)
        return verdict(one, other).relation

    assert (checked(2024), checked(2019)) == ("contradicts", "agrees")


@pytest.mark.parametrize(("found_at", "missing_at", "relation"), [(9, 15, "contradicts"), (15, 9, "updates")])
def test_what_is_still_missing_clashes_with_an_earlier_find_and_not_with_a_later_one(
    found_at: int, missing_at: int, relation: str
) -> None:
    day = datetime(2024, 5, 12, tzinfo=UTC)
    found = paper("Courier", "Frogmen recovered the ship's bell at dawn.", published_at=day.replace(hour=found_at))
    missing = paper("Herald", "The bell has not been recovered.", published_at=day.replace(hour=missing_at))
    assert verdict(found, missing).relation == relation


def test_a_paper_that_gives_both_versions_contradicts_nobody() -> None:
    one = paper("Courier", "A faulty heater sparked the blaze.")
    other = paper("Herald", "The fire was caused by a cigarette.", "A heater caused the fire, others hold.")
    assert verdict(one, other).relation == "unrelated"


def test_between_speakers_it_is_a_dispute_where_a_paper_gives_both_versions() -> None:
    heater = Said("a faulty heater sparked the blaze", "Ana Orr", "said")
    bin_ = Said("the fire was caused by a cigarette", "Tom Hale", "said")
    one = paper("Courier", ("Ana Orr said a faulty heater sparked the blaze.", [heater]))
    lines = (
        ("Tom Hale said the fire was caused by a cigarette.", [bin_]),
        ("Ana Orr said a faulty heater sparked the blaze.", [heater]),
    )
    assert verdict(one, paper("Herald", *lines)).relation == "disputes"
    assert verdict(one, paper("Herald", lines[0])).relation == "contradicts"


@pytest.mark.parametrize(
    ("type_", "one", "other"),
    [
        (
            "cause",
            "Lightning hit the silo, and the fire that followed lasted hours.",
            "A welder’s torch set fire to the silo.",
        ),
        ("cause", "A barge rammed the pier, setting off the collapse.", "Rust brought about the collapse of the pier."),
        (
            "cause",
            "Lightning struck the barn by the mill, and the blaze that followed lasted hours.",
            "The blaze was caused by a lamp in the barn.",
        ),
        ("cause", "Fireworks set the old barn ablaze.", "The blaze was caused by a broken lamp."),
        (
            "place",
            "The skiers fell on the western slope of the Hornspitz.",
            "Guides met the skiers on the eastern slope.",
        ),
        ("place", "They climbed up the south face of the Mittag.", "The four were seen on the northern wall."),
        ("other", "No inspector had looked at the boiler since 2009.", "A mechanic serviced the boiler last month."),
        ("other", "Nobody had checked the cables since 2011.", "An engineer examined the cables last spring."),
    ],
)
def test_more_word_orders_of_causes_sides_and_checks(type_: str, one: str, other: str) -> None:
    day = datetime(2024, 5, 6, tzinfo=UTC)
    found = verdict(paper("Courier", one, published_at=day), paper("Herald", other, published_at=day))
    assert (found.relation, found.type) == ("contradicts", type_)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lightning may have hit the silo, and the fire that followed lasted hours.", "A torch set fire to the silo."),
        ("The skiers fell on the western slope of the Hornspitz.", "Snow lies on the eastern slope of the Mittag."),
        ("The shop is on the north side of the square.", "The bank is on the south side of the square."),
        ("Nobody had checked the cables since 2011.", "An engineer examined the brakes last spring."),
        ("A barge rammed the pier, causing a delay.", "Rust brought about the collapse of the pier."),
    ],
)
def test_more_word_orders_that_exclude_nothing(one: str, other: str) -> None:
    day = datetime(2024, 5, 6, tzinfo=UTC)
    found = verdict(paper("Courier", one, published_at=day), paper("Herald", other, published_at=day))
    assert found.relation != "contradicts"

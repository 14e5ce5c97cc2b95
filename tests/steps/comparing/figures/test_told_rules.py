"""Told rules: values of what a story has only one of are held against each other, however worded; two of it are not."""

from datetime import UTC, datetime

import pytest

from tests.papers import paper, verdict

MORNING, EVENING = datetime(2025, 3, 4, 8, tzinfo=UTC), datetime(2025, 3, 4, 20, tzinfo=UTC)
HEAD = "Officials were at work near Port Arden on Tuesday."


def relation(one: str, other: str, *, first: datetime = MORNING, second: datetime = MORNING) -> str:
    a = paper("Courier", HEAD, one, published_at=first)
    b = paper("Herald", HEAD, other, published_at=second)
    found = verdict(a, b, 1, 1).relation
    assert found == verdict(b, a, 1, 1).relation
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The senate passed the bill by 31 votes to 19.", "Senators backed the bill 28-22."),
        ("The board threw out the plan, nine in favour and four against.", "By 8 to 5 the board rejected it."),
        ("Parliament voted 61-58 for the motion.", "The motion was carried in parliament by 64 votes to 55."),
        ("The match was abandoned in the 71st minute.", "The referee stopped play 12 minutes into the second half."),
        ("Play was halted in the 12th minute.", "The match was suspended five minutes before the interval."),
        ("Some 600 tonnes of crude oil leaked from the wreck.", "She spilled 80,000 litres of oil into the bay."),
        ("About 20,000 litres of diesel escaped into the river.", "Two tonnes of diesel were lost from the depot."),
        ("The bridge was built in 1931.", "The viaduct by the mill was torn down; the bridge dates from 1954."),
        ("The library was put up in 1902.", "The library was built in 1926."),
        ("The blaze was put out at 3 a.m.", "The flames were not extinguished until 9 a.m."),
        ("The fire burned until midnight.", "The fire was doused by four in the afternoon."),
        ("Five passengers were treated for burns.", "The only person hurt was a steward."),
        ("Eight people were injured.", "Only one person was injured."),
        ("Kelm beat Tolva 3-1.", "Tolva lost to Kelm 2-1."),
        ("Kelm won 4-0 at Tolva.", "A 3-0 victory took Kelm to the final."),
        ("Kelm drew 2-2 with Tolva.", "Kelm finished 1-1 against Tolva."),
        ("A party of five was found on the ridge.", "Three hikers found on the ridge were flown home."),
        ("Three miners were brought up.", "All five miners were brought up."),
        ("The crew spent three nights adrift.", "After one night at sea they were found."),
    ],
)
def test_two_values_of_what_there_is_one_of_contradict_each_other(one: str, other: str) -> None:
    assert relation(one, other) == "contradicts"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The senate passed the bill by 31 votes to 19.", "Senators backed the bill 31-19."),
        ("The senate passed the bill by 31 votes to 19.", "The committee may back it by 9 to 4."),
        ("Kelm beat Tolva 3-1.", "Kelm were leading Tolva 2-1 at half-time."),
        ("Kelm beat Tolva 3-1.", "Kelm lost the previous match with Tolva 2-1."),
        ("Kelm beat Tolva 3-1.", "Orrick defeated Sevrin 2-1."),
        ("Kelm beat Port Arden 3-1.", "The council voted 13-10 to close the ground."),
        ("The match was abandoned in the 71st minute.", "The match was stopped 26 minutes into the second half."),
        ("The match was abandoned in the 71st minute.", "Ravi scored in the 12th minute."),
        ("Some 600 tonnes of crude oil leaked from the wreck.", "She was carrying 80,000 litres of oil."),
        ("Some 600 tonnes of crude oil leaked from the wreck.", "She spilled 690,000 litres of oil."),
        ("Two tonnes of diesel were lost.", "Forty tonnes of sewage poured into the bay."),
        ("The bridge was built in 1931.", "The church was built in 1954."),
        ("The bridge was built in 1931.", "The bridge opened in 1933."),
        ("The blaze was put out at 3 a.m.", "The second blaze was put out at 9 a.m."),
        ("The blaze was under control at 3 a.m.", "The flames were extinguished at 9 a.m."),
        ("Eight people were injured last year.", "Only one person was injured."),
        ("Five horses were treated for burns.", "Two stewards were treated for burns."),
        ("A party of five was found on the ridge.", "Two of the hikers were flown home."),
        ("Five hikers were found on the ridge.", "Two hikers died."),
        ("The crew spent three nights adrift.", "It was closed after one night of rioting."),
    ],
)
def test_values_that_fit_or_are_of_other_things_are_left_alone(one: str, other: str) -> None:
    assert relation(one, other) not in ("contradicts", "updates", "disputes")


def test_a_paper_that_tells_of_two_ballots_is_held_against_none() -> None:
    a = paper("Courier", HEAD, "The council voted 13-10 to sell.", "It voted 15-8 to close.", published_at=MORNING)
    b = paper("Herald", HEAD, "The council backed the sale by 12 votes to 11.", published_at=MORNING)
    assert verdict(a, b, 1, 1).relation != "contradicts"


def test_more_hurt_in_a_later_paper_are_an_update() -> None:
    one, other = "The only person hurt was a steward.", "Five passengers were treated for burns."
    assert relation(one, other, second=EVENING) == "updates"
    assert relation(other, one, second=EVENING) == "contradicts"

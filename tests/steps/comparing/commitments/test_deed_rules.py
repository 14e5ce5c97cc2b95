"""Who did what one alone can have done, each beside near misses that must stay silent."""

import pytest

from tests.papers import paper, verdict


def judged(one: str, other: str) -> tuple[str, str | None]:
    found = verdict(paper("Courier", one), paper("Herald", other))
    back = verdict(paper("Herald", other), paper("Courier", one))
    assert (found.relation, found.type) == (back.relation, back.type)
    return found.relation, found.type


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The trawler is owned by Selwyn Fisheries.", "The vessel belongs to Baltic Catch, of Rohde."),
        ("The yacht was the property of Ines Cole.", "The boat is owned by Hugo Marr."),
        ("The umpire stopped the match.", "The match was called off by the stadium's owner, Vera Lind."),
        ("The mayor, Jan Voss, waited and then cancelled the concert.", "The concert was abandoned by the police."),
        ("A shepherd found the missing boys at dawn.", "The boys were located by a helicopter."),
        ("The barking of a dog led Ole Brandt to the stranded hikers.", "Soldiers spotted the hikers at noon."),
        ("The closure was ordered by the bank.", "The closure is the brainchild of Ines Cole."),
        ("The board drew up the plan.", "The plan was devised by Hugo Marr."),
        ("The ministry knew nothing until Vera Lind, a midwife, rang.", "It was Odra Foods that first warned it."),
        (
            "The senator, Jan Voss, stormed out on Monday.",
            "It was the governor, and not Jan Voss, who stormed out on Monday.",
        ),
        ("Hugo Marr quit the table over fish.", "Hugo Marr never left the talks."),
    ],
)
def test_two_doers_of_one_deed_conflict(one: str, other: str) -> None:
    assert judged(one, other) == ("contradicts", "identity")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The trawler is owned by Selwyn Fisheries.", "The vessel was chartered by Baltic Catch."),
        ("The trawler is owned by Selwyn Fisheries.", "The trawler belongs to the Selwyn company."),
        ("The umpire could have stopped the match.", "The match was called off by the police."),
        ("A shepherd found the missing boys at dawn.", "The rope was found by a helicopter crew."),
        ("The closure may be ordered by the bank.", "The closure is the brainchild of Ines Cole."),
        ("Hugo Marr quit the table over fish.", "Vera Lind walked out as well."),
        ("The board drew up the plan.", "The plan was read by Hugo Marr."),
    ],
)
def test_what_two_may_do_is_no_conflict(one: str, other: str) -> None:
    assert judged(one, other)[0] != "contradicts"

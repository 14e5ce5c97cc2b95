"""Claims are candidates for what they share and for their place in the story, and worth less the less that is."""

import pytest

from service.models import ReadArticle
from service.steps.comparing import candidates
from service.steps.comparing.tellings import Tellings
from tests.papers import Said, paper

EVENT = "The Corvin volcano above Telm erupted on Monday, said the mayor of Telm, Ines Marr."


def worth(articles: list[ReadArticle]) -> dict[frozenset[str], float]:
    """How much each pair of claims is worth, by the words of both."""
    entries = candidates.read(articles, Tellings(articles))
    found = candidates.find(entries)
    return {frozenset((entries[a].claim.quote, entries[b].claim.quote)): score for (a, b), score in found.items()}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("No bus ran.", "Schools were shut."),
        ("Ash lay everywhere.", "Nobody slept."),
        ("It was dark by noon.", "Shops stayed closed."),
    ],
)
def test_claims_at_one_place_of_the_story_are_candidates_whatever_they_share(one: str, other: str) -> None:
    assert 0 < worth([paper("Courier", EVENT, one), paper("Herald", EVENT, other)])[frozenset((one, other))] < 0.1


def test_of_two_equal_sentences_the_one_at_the_same_place_is_worth_more() -> None:
    line, filler = "Ash fell on the vineyards of Telm.", ["It was cold.", "Dogs barked.", "Nobody slept."]
    early = worth([paper("Courier", EVENT, line, *filler), paper("Herald", EVENT, f"{line[:-1]} too.", *filler)])
    late = worth([paper("Courier", EVENT, line, *filler), paper("Herald", EVENT, *filler, f"{line[:-1]} too.")])
    pair = frozenset((line, f"{line[:-1]} too."))
    assert early[pair] > late[pair] > 0


def test_parts_of_one_sentence_are_never_candidates() -> None:
    line = "Twelve people died in Telm and forty were hurt in Telm."
    read = paper("Courier", line, parts={0: ["Twelve people died in Telm", "forty were hurt in Telm"]})
    assert not worth([read])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Twelve people died in Telm.", "By night the dead in Telm were 19."),
        ("The fire killed three people.", "Police put the number of the dead at five."),
        ("Forty people were hurt in the town.", "Hospitals had counted 62 hurt people by noon."),
    ],
)
def test_inside_an_article_figures_of_one_measure_are_candidates(one: str, other: str) -> None:
    assert frozenset((one, other)) in worth([paper("Courier", EVENT, one, other)])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Twelve people died in Telm.", "The volcano of Telm is 1,900 metres high."),
        ("Ash fell on the vineyards of Telm.", "Ash covered the vineyards of Telm."),
    ],
)
def test_inside_an_article_other_claims_are_not(one: str, other: str) -> None:
    assert frozenset((one, other)) not in worth([paper("Courier", EVENT, one, other)])


def test_inside_an_article_a_denial_is_a_candidate_with_what_it_denies() -> None:
    said = (
        "Paul Marsh said the council had hidden the map.",
        [Said("the council had hidden the map", "Paul Marsh", "said")],
    )
    denied = (
        "The council denied that it had hidden the map.",
        [Said("it had hidden the map", "The council", "denied", "denies")],
    )
    assert worth([paper("Courier", EVENT, said, denied)])

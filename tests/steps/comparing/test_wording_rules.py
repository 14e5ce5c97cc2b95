"""Conflicts in the words themselves, each beside near misses that must stay what they are."""

from datetime import date

import pytest

from service.models import ConflictType
from tests.papers import Said, judged, paper, verdict

CONFLICTS: list[tuple[ConflictType, str, str]] = [
    (
        "negation",
        "The mayor of Oxley did not attend the meeting on the dam.",
        "The mayor of Oxley attended the meeting on the dam.",
    ),
    ("negation", "The ferry failed to warn the harbour of Velmora.", "The ferry warned the harbour of Velmora."),
    ("negation", "None of the passengers of the Hallby train was hurt.", "Passengers of the Hallby train were hurt."),
    (
        "negation",
        "The Velmora bridge was never inspected by engineers.",
        "The Velmora bridge was inspected by engineers.",
    ),
    (
        "other",
        "The council approved the plan for the dam at Oxley.",
        "The council rejected the plan for the dam at Oxley.",
    ),
    ("other", "Shares in Astrid Line rose after the report.", "Shares in Astrid Line fell after the report."),
    (
        "other",
        "Minister Ola Brandt resigned over the masks.",
        "Minister Ola Brandt was dismissed over the masks.",
    ),
    ("other", "The road between Hallby and Oxley was closed.", "The road between Hallby and Oxley was reopened."),
    (
        "identity",
        "The attacker in Hallby was identified as John Smith.",
        "The attacker in Hallby was identified as Peter Brown.",
    ),
    (
        "identity",
        "The man shot in Oxley was named by police as Ali Reza.",
        "The man shot in Oxley was named by police as Tom Hale.",
    ),
    (
        "identity",
        "In the final in Oxley Norland defeated Sudmark easily.",
        "In the final in Oxley Sudmark defeated Norland easily.",
    ),
    ("identity", "Here Astrid acquired Gerant for its ships.", "Here Astrid was acquired by Gerant for its ships."),
    (
        "cause",
        "The fire at the Hallby mill was caused by an electrical fault.",
        "The fire at the Hallby mill was caused by arson.",
    ),
    ("cause", "The collapse of the bridge was due to rusty cables.", "The collapse of the bridge was due to flooding."),
    ("cause", "The cause of the crash was fog.", "The crash was caused by speeding."),
    (
        "place",
        "The talks between unions and railway were held in Oxley.",
        "The talks between unions and railway were held in Velmora.",
    ),
    ("place", "The gunman was captured by police near Hallby.", "The gunman was captured by police near Velmora."),
    (
        "place",
        "The stolen paintings were found by police in Oxley.",
        "The stolen paintings were found by police in Hallby.",
    ),
]


@pytest.mark.parametrize(("type_", "one", "other"), CONFLICTS)
def test_claims_that_cannot_both_be_right_contradict(type_: ConflictType, one: str, other: str) -> None:
    found = judged(one, other)
    assert (found.relation, found.type) == ("contradicts", type_)
    assert found.confidence == ("possible" if type_ in ("cause", "place") else "likely")
    assert f"“{one.rstrip('.')}" in found.explanation
    assert f"“{other.rstrip('.')}" in found.explanation


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Another word negated, another subject, another time, a plan against a deed.
        ("The mayor did not attend the meeting on the dam.", "The engineer attended the opening of the dam."),
        ("Flooding in Oxley did not damage the mill.", "Flooding in Hallby damaged the mill."),
        ("The mayor did not attend the meeting on Monday.", "The mayor attended the meeting on Tuesday."),
        ("The mayor will not attend the meeting on the dam.", "The mayor attended the meeting on the dam."),
        ("The mayor may not attend the meeting on the dam.", "The mayor will attend the meeting on the dam."),
        ("Not only the mayor attended the meeting on the dam.", "The mayor attended the meeting on the dam."),
        ("If the mayor does not attend the meeting on the dam, it ends.", "The mayor attended the meeting on the dam."),
        # One after the other, or each of its own thing.
        ("The driver of the Hallby bus was arrested.", "The driver of the Hallby bus was released."),
        ("Shares in Astrid Line rose in Hallby.", "Shares in Gerant fell in Oxley."),
        ("The second truck was not stopped by police.", "The truck was stopped by police."),
        # The same place in other words, or two places of one route.
        ("The summit was held in Paris.", "The summit was held in France."),
        ("The ferry sailed in fog from Oxley to Hallby.", "The ferry sailed in fog from Velmora to Hallby."),
        # Two spellings of a name; two causes that share a word.
        ("The attacker was identified as Sergey Ivanov.", "The attacker was identified as Sergei Ivanov."),
        ("The fire was caused by a gas leak.", "The fire was caused by leaking gas pipes."),
    ],
)
def test_near_misses_do_not(one: str, other: str) -> None:
    assert judged(one, other).relation not in ("contradicts", "disputes")


def test_a_place_the_other_article_also_names_is_no_conflict() -> None:
    one = "The talks between unions and railway were held in Oxley."
    other = "The talks between unions and railway were held in Velmora."
    assert judged(one, other, "Velmora is a part of Oxley.").relation != "contradicts"


def test_an_article_that_gives_both_versions_contradicts_nobody() -> None:
    one, other = CONFLICTS[0][1:]
    assert judged(one, other, one).relation != "contradicts"


@pytest.mark.parametrize("stance", ["unclear", "denies"])
def test_words_that_are_not_asserted_are_not_held_against_anybody(stance: str) -> None:
    one, other = (text.rstrip(".") for text in CONFLICTS[0][1:])
    unsure = (f"Somebody muttered {other}.", [Said(other, "Somebody", "muttered", stance)])  # type: ignore[arg-type]
    assert verdict(paper("Courier", one), paper("Herald", unsure, parts={0: [other]})).relation != "contradicts"


def test_an_opinion_is_no_side_of_a_contradiction() -> None:
    one = "The mayor of Oxley must not attend the meeting on the dam."
    assert judged(one, "The mayor of Oxley attended the meeting on the dam.").relation == "unrelated"


def test_a_negated_clause_is_held_against_its_like() -> None:
    one = "The bridge had been inspected and was safe for lorries of every weight."
    other = "The bridge, built in 1964, had not been inspected, the engineers of Oxley wrote to Gerant."
    found = judged(one, other)
    assert (found.relation, found.type, found.confidence) == ("contradicts", "negation", "possible")


def test_a_state_told_otherwise_on_another_day_may_have_changed() -> None:
    earlier = paper("Courier", "Mia Lund did not concede defeat.", published_at=date(2026, 3, 2))
    later = paper("Herald", "Mia Lund conceded defeat.", published_at=date(2026, 3, 3))
    found = verdict(earlier, later)
    assert (found.relation, found.type, found.confidence) == ("updates", "negation", "possible")
    same_day = paper("Herald", "Mia Lund conceded defeat.", published_at=date(2026, 3, 2))
    assert verdict(earlier, same_day).relation == "contradicts"

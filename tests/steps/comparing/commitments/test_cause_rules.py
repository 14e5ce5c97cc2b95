"""What sentences name as the cause of an event, in whatever construction."""

import pytest

from service.steps.comparing.commitments.cause_rules import read
from service.steps.vocabulary.content_words import Lexicon
from tests.papers import judged


def causes(text: str) -> list[tuple[str, str]]:
    return [(mark.matter, mark.words) for mark in read(text, Lexicon())]


@pytest.mark.parametrize(
    ("text", "kind", "cause"),
    [
        ("A squirrel blacked out half of the town.", "outage", "A squirrel"),
        ("Raw chicken made forty guests ill.", "outbreak", "Raw chicken"),
        ("Inspectors traced the sickness to the ice cubes.", "outbreak", "the ice cubes"),
        ("Doctors put the poisoning down to bad oysters.", "outbreak", "bad oysters"),
        ("The tram derailed because of a bent rail.", "crash", "a bent rail"),
        ("The collapse came about because of wet snow.", "collapse", "wet snow"),
        ("The singer died of a stroke.", "death", "a stroke"),
        ("The examiner said that the singer was killed by an overdose of pills.", "death", "an overdose of pills"),
        ("A cornice that broke away released the avalanche.", "avalanche", "A cornice that broke away"),
    ],
)
def test_a_cause_is_read_from_many_constructions(text: str, kind: str, cause: str) -> None:
    assert (kind, cause) in causes(text)


@pytest.mark.parametrize(
    "text",
    [
        "A squirrel may have blacked out half of the town.",
        "Inspectors could not trace the sickness to the ice cubes.",
        "The singer died of an unknown cause.",
        "Raw chicken was served to forty guests.",
        "The tram left because of the crowd.",
    ],
)
def test_what_is_supposed_denied_or_no_event_is_no_cause(text: str) -> None:
    assert causes(text) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A squirrel blacked out Brampton.", "Hackers were responsible for the outage in Brampton."),
        ("Raw chicken made guests at the Harlow wedding ill.", "Ice cubes caused the illness at the Harlow wedding."),
        ("Dale Hutchins died of a stroke.", "Hutchins was killed by an overdose of pills."),
    ],
)
def test_two_causes_of_one_event_conflict(one: str, other: str) -> None:
    found = judged(one, other)
    assert (found.relation, found.type) == ("contradicts", "cause")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A squirrel blacked out Brampton.", "A squirrel caused the outage in Brampton."),
        ("Dale Hutchins died of a stroke.", "Hugo Lanz was killed by an overdose of pills."),
        ("Raw chicken made guests at the Harlow wedding ill.", "Ice caused a crash near Harlow."),
    ],
)
def test_one_cause_or_two_events_do_not(one: str, other: str) -> None:
    assert judged(one, other).relation != "contradicts"

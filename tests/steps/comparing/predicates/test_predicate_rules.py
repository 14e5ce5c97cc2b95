"""Predicates that exclude each other, in whatever words, beside near misses that must stay silent."""

from datetime import UTC, datetime

import pytest

from service.steps.comparing.predicates import predicate_rules
from service.steps.comparing.tellings import Tellings
from tests.papers import Said, judged, paper, verdict


def at(hour: int) -> datetime:
    return datetime(2026, 3, 1, hour, tzinfo=UTC)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Councillors threw out plans for a mosque in Hexley.",
            "The plans for the mosque in Hexley were waved through by the council.",
        ),
        (
            "The senate ratified the fishing treaty with Norland.",
            "Norland's fishing treaty was voted down by the senate.",
        ),
        (
            "The Harlow Bridge stayed shut to lorries all morning.",
            "Lorries were flowing over the Harlow Bridge again by morning.",
        ),
        (
            "The roof of the Astoria cinema was fully insured.",
            "The Astoria cinema had let the insurance on its roof lapse.",
        ),
        (
            "Anders Holm performed at the Riverside Arena on Saturday.",
            "Anders Holm never appeared on stage at the Riverside Arena.",
        ),
        ("The jury found banker Ola Strand guilty of fraud.", "Banker Ola Strand was cleared of fraud by the jury."),
    ],
)
def test_opposite_predicates_of_one_thing_conflict(one: str, other: str) -> None:
    assert judged(one, other).relation == "contradicts"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Players turned down the club's first pay offer at Hexley.",
            "Players at Hexley accepted an improved pay offer from the club.",
        ),
        ("Councillors threw out plans for a mosque in Hexley.", "The council in Hexley approved a budget for roads."),
        ("Lodestar won the cup final in Hexley.", "Harrow lost the cup final in Hexley."),
        (
            "Councillors may throw out the plans for a mosque in Hexley.",
            "The plans for the mosque in Hexley were waved through by the council.",
        ),
        ("Anders Holm performed at the Riverside Arena.", "Britta Lind never appeared at the Riverside Arena."),
    ],
)
def test_other_things_stages_subjects_and_suppositions_do_not(one: str, other: str) -> None:
    assert judged(one, other).relation != "contradicts"


def test_a_later_paper_may_tell_a_later_state() -> None:
    early = paper("Courier", "The Harlow Bridge stayed shut to lorries.", published_at=at(8))
    late = paper("Herald", "Lorries were flowing over the Harlow Bridge.", published_at=at(20))
    assert verdict(early, late).relation == "updates"


def test_a_paper_that_gives_both_speakers_reports_a_dispute() -> None:
    out = Said("the plans for the mosque in Hexley were thrown out", "Ola Strand", "said")
    through = Said("the plans for the mosque in Hexley were waved through", "Britta Lind", "said")
    one = paper("Courier", (f"Ola Strand said {out.words}.", [out]))
    both = paper("Herald", (f"Britta Lind said {through.words}.", [through]), (f"Ola Strand said {out.words}.", [out]))
    assert verdict(one, both).relation == "disputes"


def test_claims_that_clash_are_sought_whatever_they_share() -> None:
    reads = [
        paper("Courier", "Councillors threw out plans for a mosque in Hexley."),
        paper("Herald", "Rain fell.", "The plans for the mosque in Hexley were waved through."),
    ]
    tellings = Tellings(reads)
    assert set(predicate_rules.clashing(reads, tellings)) == {(reads[0].claims[0].id, reads[1].claims[1].id)}

"""What one paper tells and another denies, beside near misses that must stay silent."""

from datetime import UTC, datetime

import pytest

from tests.papers import Said, judged, paper, verdict


def at(hour: int) -> datetime:
    return datetime(2026, 3, 1, hour, tzinfo=UTC)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Norvia and Teleport have been in merger talks since May.",
            "There are no merger negotiations between Norvia and Teleport.",
        ),
        (
            "Patient files were copied from the Larkhill clinic.",
            "Not one patient file was copied from the Larkhill clinic.",
        ),
        ("Lead was found in the Harlow water supply.", "The Harlow water supply is free of lead."),
    ],
)
def test_what_is_told_and_what_is_denied_conflict(one: str, other: str) -> None:
    assert judged(one, other).relation == "contradicts"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Three passengers on the Harlow ferry missed their flights.",
            "No passengers on the Harlow ferry were hurt.",
        ),
        (
            "Patient files were copied from the Larkhill clinic.",
            "No other patient files were copied from the Larkhill clinic.",
        ),
        (
            "The Skarn Tunnel was closed after the fire.",
            "The Skarn Tunnel will not reopen before May after the fire.",
        ),
        ("Salmonella was found in the Dalebury hummus.", "Nobody has fallen ill from the Dalebury hummus."),
    ],
)
def test_other_things_denied_do_not(one: str, other: str) -> None:
    assert judged(one, other).relation != "contradicts"


MISSED = Said("Colbert missed three tests this spring", "The agency", "said")
NEVER = Said("I have not missed one", "Colbert", "told")


def test_a_pronoun_takes_its_meaning_from_the_sentence_before() -> None:
    one = paper("Courier", ("The agency said Colbert missed three tests this spring.", [MISSED]))
    other = paper(
        "Herald", "Colbert was there for every test.", ("Colbert told reporters I have not missed one.", [NEVER])
    )
    assert verdict(one, other, 0, 1).relation == "contradicts"


def test_a_state_of_another_hour_may_have_changed() -> None:
    early = paper("Courier", "The Harlow water supply is free of lead.", published_at=at(8))
    late = paper("Herald", "Lead was found in the Harlow water supply.", published_at=at(20))
    assert verdict(early, late).relation == "updates"


def test_a_paper_that_gives_both_speakers_reports_a_dispute() -> None:
    found = Said("lead was found in the Harlow water supply", "Ola Strand", "said")
    free = Said("the Harlow water supply is free of lead", "Britta Lind", "said")
    one = paper("Courier", (f"Ola Strand said {found.words}.", [found]))
    both = paper("Herald", (f"Britta Lind said {free.words}.", [free]), (f"Ola Strand said {found.words}.", [found]))
    assert verdict(one, both).relation == "disputes"

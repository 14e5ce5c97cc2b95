"""What speakers hold: one answer told in two ways, two speakers opposed, and what is neither."""

from datetime import date

import pytest

from service.models import ReadArticle, Stance, Verdict
from tests.papers import Line, Said, paper, verdict

DENIALS = [
    ("Norland has refuted media reports that its army sold tanks to Sudmark.", "Norland", "has refuted"),
    (
        "The Norland government rejected reports that its army sold tanks to Sudmark.",
        "The Norland government",
        "rejected",
    ),
    ("A Norland spokesman denied that its army sold tanks to Sudmark.", "A Norland spokesman", "denied"),
    ("Norland dismissed claims that its army sold tanks to Sudmark.", "Norland", "dismissed"),
]
OPEN = [
    (
        "Norland neither confirmed nor denied that its army had sold tanks to Sudmark.",
        "Norland",
        "neither confirmed nor denied",
    ),
    (
        "Norland stopped short of denying that its army had sold tanks to Sudmark.",
        "Norland",
        "stopped short of denying",
    ),
    ("Without denying that its army had sold tanks to Sudmark, Norland asked for time.", "Norland", "Without denying"),
    (
        "Norland called for clarification of reports that its army had sold tanks to Sudmark.",
        "Norland",
        "called for clarification",
    ),
]
SOLD = "its army sold tanks to Sudmark"
HAD_SOLD = "its army had sold tanks to Sudmark"
LAND = "Norland and Sudmark met in Hallby, and Norland left."


def denial(text: str, speaker: str, cue: str, stance: Stance = "denies") -> Line:
    return text, [Said(SOLD if SOLD in text else HAD_SOLD, speaker, cue, stance)]


def judged(one: Line, other: Line, *more: Line) -> Verdict:
    return verdict(paper("Courier", one, LAND), paper("Herald", other, LAND, *more))


@pytest.mark.parametrize("denied", DENIALS)
@pytest.mark.parametrize("left_open", OPEN)
def test_one_answer_told_as_a_denial_and_as_none_is_a_contradiction(
    denied: tuple[str, str, str], left_open: tuple[str, str, str]
) -> None:
    found = judged(denial(*denied), denial(*left_open, "does_not_confirm"))
    assert (found.relation, found.type, found.confidence) == ("contradicts", "denial", "likely")
    assert denied[0].rstrip(".") in found.explanation
    assert left_open[0].rstrip(".") in found.explanation


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Norland played down reports that its army had sold tanks to Sudmark.", "played down"),
        ("Norland declined to comment on reports that its army had sold tanks to Sudmark.", "declined to comment on"),
    ],
)
def test_a_lesser_refusal_to_confirm_makes_it_only_possible(text: str, cue: str) -> None:
    found = judged(denial(*DENIALS[0]), denial(text, "Norland", cue, "does_not_confirm"))
    assert (found.relation, found.confidence) == ("contradicts", "possible")


def test_a_plainer_answer_in_a_later_paper_is_an_update() -> None:
    early = paper("Courier", denial(*OPEN[0], "does_not_confirm"), LAND, published_at=date(2026, 3, 2))
    late = paper("Herald", denial(*DENIALS[0]), LAND, published_at=date(2026, 3, 3))
    assert verdict(early, late).relation == "updates"
    turned = paper("Courier", denial(*OPEN[0], "does_not_confirm"), LAND, published_at=date(2026, 3, 4))
    assert verdict(turned, late).relation == "contradicts"


@pytest.mark.parametrize(
    "other",
    [
        denial(
            "Sudmark neither confirmed nor denied that its army had sold tanks to Sudmark.",
            "Sudmark",
            "neither confirmed",
            "does_not_confirm",
        ),
        (
            "Norland neither confirmed nor denied that a ferry sank off Velmora.",
            [Said("a ferry sank off Velmora", "Norland", "neither confirmed nor denied", "does_not_confirm")],
        ),
        denial("Reports said its army sold tanks to Sudmark.", "Reports", "said", "alleges"),
        "Tanks of Sudmark were seen in Hallby.",
    ],
)
def test_other_speakers_other_matters_and_mere_reports_are_no_conflict(other: Line) -> None:
    assert judged(denial(*DENIALS[0]), other).relation == "unrelated"


@pytest.mark.parametrize("denied", DENIALS)
def test_two_speakers_opposed_contradict_where_neither_paper_gives_the_other_side(denied: tuple[str, str, str]) -> None:
    other = ("Sudmark said its army sold tanks to Sudmark.", [Said(SOLD, "Sudmark", "said")])
    found = judged(denial(*denied), other)
    assert (found.relation, found.confidence) == ("contradicts", "possible")


def test_two_speakers_opposed_are_a_dispute_where_a_paper_gives_both_sides() -> None:
    said = ("Sudmark said its army sold tanks to Sudmark.", [Said(SOLD, "Sudmark", "said")])
    assert judged(denial(*DENIALS[0]), said, denial(*DENIALS[1])).relation == "disputes"
    assert judged(denial(*DENIALS[0]), said, denial(*OPEN[0], "does_not_confirm")).relation == "disputes"


def test_a_dispute_may_stand_inside_one_article() -> None:
    said = ("Sudmark said its army sold tanks to Sudmark.", [Said(SOLD, "Sudmark", "said")])
    read = paper("Courier", denial(*DENIALS[0]), said)
    assert verdict(read, read, 0, 1).relation == "disputes"
    again = paper("Courier", denial(*DENIALS[0]), denial(*OPEN[0], "does_not_confirm"))
    assert verdict(again, again, 0, 1).relation == "unrelated"


def test_not_confirming_what_another_says_is_no_dispute_unless_it_is_denied_somewhere() -> None:
    said = ("Sudmark said its army sold tanks to Sudmark.", [Said(SOLD, "Sudmark", "said")])
    silent = denial(*OPEN[0], "does_not_confirm")
    assert judged(silent, said).relation == "unrelated"
    assert judged(silent, said, denial(*DENIALS[1])).relation == "disputes"


def test_an_outlets_own_word_against_a_denial_is_weighed_as_its_side() -> None:
    own = "Norland sold tanks of its army to Sudmark."
    assert judged(denial(*DENIALS[0]), own).relation == "contradicts"
    assert judged(denial(*DENIALS[0]), own, denial(*DENIALS[1])).relation == "disputes"


def test_one_speaker_said_to_say_and_to_deny_it_is_a_contradiction() -> None:
    said = ("Norland said its army sold tanks to Sudmark.", [Said(SOLD, "Norland", "said")])
    found = judged(denial(*DENIALS[0]), said)
    assert (found.relation, found.type) == ("contradicts", "denial")


def test_denying_that_it_did_not_is_not_denying_that_it_did() -> None:
    one = (
        "Norland denied that its army did not sell tanks to Sudmark.",
        [Said("its army did not sell tanks to Sudmark", "Norland", "denied", "denies")],
    )
    said = ("Sudmark said its army sell tanks to Sudmark.", [Said("its army sell tanks to Sudmark", "Sudmark", "said")])
    assert judged(one, said).relation == "unrelated"


def test_the_same_denial_in_both_papers_agrees() -> None:
    assert judged(denial(*DENIALS[0]), denial(*DENIALS[2])).relation == "agrees"
    assert judged(denial(*OPEN[0], "does_not_confirm"), denial(*OPEN[1], "does_not_confirm")).relation == "agrees"


def test_what_is_only_denied_is_nobodys_claim() -> None:
    def read(name: str) -> ReadArticle:
        text = "Norland has refuted media reports that its army sold tanks to Sudmark."
        chain = [
            Said(f"media reports that {SOLD}", "Norland", "has refuted", "denies"),
            Said(SOLD, "media reports", "reports", "alleges"),
        ]
        return paper(name, (text, chain), LAND, parts={0: [text, SOLD]})

    assert verdict(read("Courier"), read("Herald"), 1, 1).relation == "unrelated"
    assert verdict(read("Courier"), read("Herald"), 0, 0).relation == "agrees"


@pytest.mark.parametrize("denied", DENIALS[:2])
@pytest.mark.parametrize("left_open", OPEN[:2])
def test_swapping_the_papers_changes_nothing(denied: tuple[str, str, str], left_open: tuple[str, str, str]) -> None:
    one = paper("Courier", denial(*denied), LAND)
    other = paper("Herald", denial(*left_open, "does_not_confirm"), LAND)
    there, back = verdict(one, other), verdict(other, one)
    assert (there.relation, there.type, there.confidence) == (back.relation, back.type, back.confidence)

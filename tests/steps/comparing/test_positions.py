"""Restatements of one conflict are one finding; its positions never hold claims that conflict."""

from collections.abc import Sequence
from itertools import permutations

from service.models import Confidence, ConflictType, ReadArticle, Verdict
from service.steps.comparing.positions import Links, Merged, merge
from service.steps.comparing.tellings import Tellings
from tests.papers import Said, paper


def conflict(a: str, b: str, type_: ConflictType = "number", confidence: Confidence = "likely") -> Verdict:
    return Verdict(a=a, b=b, relation="contradicts", type=type_, decided_by="rules", confidence=confidence)


def merged(
    reads: Sequence[ReadArticle],
    verdicts: Sequence[Verdict],
    agreeing: Sequence[tuple[str, str]] = (),
    opposed: Sequence[tuple[str, str]] = (),
) -> tuple[Merged, ...]:
    tellings = Tellings(reads)
    by_id = {claim.id: tellings.of(claim) for read in reads for claim in read.claims}
    links = Links(tuple(agreeing), frozenset(map(frozenset, opposed)))
    return merge(verdicts, links, by_id, tellings)


def toll(name: str, *numbers: str) -> ReadArticle:
    return paper(name, *(f"{number} people died in the Velmora collapse." for number in numbers))


TWELVE, FOURTEEN, FIFTEEN = toll("A", "12", "Twelve"), toll("B", "14"), toll("C", "15")
A1, A2 = (claim.id for claim in TWELVE.claims)
B, C = FOURTEEN.claims[0].id, FIFTEEN.claims[0].id
READS = [TWELVE, FOURTEEN, FIFTEEN]


def test_headline_and_body_restating_a_toll_are_one_position_of_one_conflict() -> None:
    (one,) = merged(READS, [conflict(A1, B), conflict(A2, B)])
    assert {frozenset(position) for position in one.positions} == {frozenset({A1, A2}), frozenset({B})}
    assert len(one.verdicts) == 2


def test_three_tolls_are_three_positions() -> None:
    (one,) = merged(READS, [conflict(A1, B), conflict(B, C), conflict(A1, C)])
    assert len(one.positions) == 3
    (chained,) = merged(READS, [conflict(A1, B), conflict(B, C)])
    assert len(chained.positions) == 3


def test_claims_in_another_conflict_with_each_other_are_two_positions() -> None:
    (one,) = merged(READS, [conflict(A1, B), conflict(A2, B)], opposed=[(A1, A2)])
    assert {frozenset(position) for position in one.positions} == {frozenset({A1}), frozenset({A2}), frozenset({B})}


def test_conflicts_of_two_types_are_two_findings() -> None:
    assert len(merged(READS, [conflict(A1, B), conflict(A2, B, "negation")])) == 2


def test_conflicts_without_a_claim_in_common_are_two_findings() -> None:
    one, other = paper("A", "Red ships sank.", "Oxen were sold."), paper("B", "Blue ships sank.", "No oxen were sold.")
    pairs = zip(one.claims, other.claims, strict=True)
    assert len(merged([one, other], [conflict(a.id, b.id, "other") for a, b in pairs])) == 2


def test_the_surest_verdict_tells_the_conflict() -> None:
    (one,) = merged(READS, [conflict(A1, B, confidence="possible"), conflict(A2, B, confidence="certain")])
    assert one.verdicts[0].a == A2


def test_a_claim_that_agrees_with_one_position_joins_it_and_one_that_agrees_with_two_does_not() -> None:
    fourth = toll("D", "12")
    joining = fourth.claims[0].id
    (one,) = merged([*READS, fourth], [conflict(A1, B)], [(A1, joining)])
    assert (A1, joining) in one.positions
    (torn,) = merged([*READS, fourth], [conflict(A1, B)], [(A1, joining), (B, joining)])
    assert all(joining not in position for position in torn.positions)


def test_claims_in_conflict_never_share_a_position_whatever_agrees() -> None:
    (one,) = merged(READS, [conflict(A1, B), conflict(A2, B)], [(A1, B), (A2, A1)])
    assert all(not {A1, B} <= set(position) for position in one.positions)


def test_of_a_sentence_the_claim_that_tells_the_answer_speaks_for_its_parts() -> None:
    text = "Norland denied that tanks were sold to Sudmark."
    said = [Said("tanks were sold to Sudmark", "Norland", "denied", "denies")]
    one = paper("A", (text, said), parts={0: [text, "tanks were sold to Sudmark"]})
    other = paper(
        "B",
        (
            "Norland left open whether tanks were sold to Sudmark.",
            [Said("tanks were sold to Sudmark", "Norland", "left open", "does_not_confirm")],
        ),
    )
    whole, part, answer = one.claims[0].id, one.claims[1].id, other.claims[0].id
    (found,) = merged([one, other], [conflict(whole, answer, "denial"), conflict(part, answer, "denial")])
    assert set(found.positions) == {(whole,), (answer,)}


def test_two_answers_of_one_speaker_against_one_denial_are_one_position() -> None:
    def line(text: str, cue: str, stance: str) -> tuple[str, list[Said]]:
        return text, [Said("tanks were sold to Sudmark", "Norland", cue, stance)]  # type: ignore[arg-type]

    denied = paper("A", line("Norland denied that tanks were sold to Sudmark.", "denied", "denies"))
    left_open = paper(
        "B",
        line("Norland left open whether tanks were sold to Sudmark.", "left open", "does_not_confirm"),
        line("Norland played down that tanks were sold to Sudmark.", "played down", "does_not_confirm"),
    )
    (a,), (b, c) = ([claim.id for claim in read.claims] for read in (denied, left_open))
    (found,) = merged([denied, left_open], [conflict(a, b, "denial"), conflict(a, c, "denial")])
    assert {frozenset(position) for position in found.positions} == {frozenset({a}), frozenset({b, c})}


def test_the_order_of_the_verdicts_changes_nothing() -> None:
    verdicts = [conflict(A1, B), conflict(A2, B), conflict(B, C)]
    assert len({merged(READS, list(turned)) for turned in permutations(verdicts)}) == 1

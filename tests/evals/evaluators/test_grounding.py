from typing import Any

import pytest

from evals.evaluators import grounding
from service.models import Claim, Span
from service.report_models import Variant
from tests.evals.made_outcomes import Story, agreement, at, sentence

STORY = Story(
    echo="Four people died when a barge sank off Ostwick on Tuesday. The mayor, Anna Holm, said no alarm was raised.",
    gazette="A barge sank near Ostwick and 4 people were killed. Nobody raised the alarm.",
)
DIED = STORY.claim("echo", "Four people died when a barge sank")
SILENT = STORY.claim("echo", "no alarm was raised", speaker="Anna Holm")
KILLED = STORY.claim("gazette", "4 people were killed")


def faults(evaluator: Any, **findings: Any) -> list[str]:
    """What is wrong by `evaluator` with a report of `findings`; grounding needs no expectation."""
    return [one.why for one in evaluator(STORY.outcome({}, **{"claims": [DIED, SILENT, KILLED], **findings}))]


def reworded(claim: Claim, text: str) -> Claim:
    return claim.model_copy(update={"text": text})


def test_words_the_article_does_not_have_there_are_found() -> None:
    span = DIED.spans[0]
    invented = DIED.model_copy(
        update={"spans": (span.model_copy(update={"quote": "Nine people died when a barge sank"}),)}
    )
    shifted = DIED.model_copy(update={"spans": (Span(start=1, end=span.end + 1, quote=span.quote),)})
    assert faults(grounding.ungrounded_span) == []
    assert len(faults(grounding.ungrounded_span, claims=[invented])) == 1
    assert len(faults(grounding.ungrounded_span, claims=[shifted])) == 1


def test_every_span_of_a_claim_is_looked_at() -> None:
    both = STORY.claim("echo", "Four people died", "off Ostwick")
    second = both.spans[1].model_copy(update={"quote": "off Marlhaven"})
    wrong = both.model_copy(update={"spans": (both.spans[0], second)})
    assert faults(grounding.ungrounded_span, claims=[both]) == []
    assert len(faults(grounding.ungrounded_span, claims=[wrong])) == 1


def test_another_articles_words_are_not_the_articles_own() -> None:
    foreign = KILLED.model_copy(update={"article_id": "echo"})
    assert len(faults(grounding.ungrounded_span, claims=[foreign])) == 1


def test_a_side_of_a_quote_change_has_to_stand_in_its_article() -> None:
    right = STORY.change(at("echo", "no alarm was raised"), at("gazette", "Nobody raised the alarm"), "reworded")
    side = right.spans[1].model_copy(update={"quote": "Somebody raised an alarm"})
    wrong = right.model_copy(update={"spans": (right.spans[0], side)})
    assert faults(grounding.ungrounded_span, quote_changes=[right]) == []
    assert len(faults(grounding.ungrounded_span, quote_changes=[wrong])) == 1


def test_a_wording_of_an_agreement_has_to_be_its_claims() -> None:
    right = agreement(DIED, KILLED)
    improved = Variant(claim_id=KILLED.id, quote="four people were killed")
    wrong = right.model_copy(update={"variants": (right.variants[0], improved)})
    assert faults(grounding.ungrounded_span, agreements=[right]) == []
    assert len(faults(grounding.ungrounded_span, agreements=[wrong])) == 1


def test_a_number_that_its_sentence_does_not_hold_is_found() -> None:
    assert faults(grounding.invented_number) == []
    assert faults(grounding.invented_number, claims=[reworded(DIED, "5 people died when a barge sank")]) == [
        "5 is not in the words it rests on"
    ]


def test_a_number_word_and_its_digits_are_one_number() -> None:
    assert (
        faults(grounding.invented_number, claims=[reworded(DIED, "4 people died"), reworded(KILLED, "Four died")]) == []
    )


@pytest.mark.parametrize(
    ("text", "count"), [("Four died.", 0), ("Four died on the 14th.", 1), ("Four of nine died.", 1)]
)
def test_a_number_of_the_summary_stands_in_what_it_cites(text: str, count: int) -> None:
    assert len(faults(grounding.invented_number, summary=[sentence(text, DIED)])) == count


def test_a_number_in_an_outlets_name_is_not_invented() -> None:
    story = Story(radio7="Four people died.", radio9="Four people died.")
    died = story.claim("radio7", "Four people died")
    for outlet, count in (("Radio7", 0), ("Radio9", 1)):
        told = [sentence(f"Four died, {outlet} says.", died)]
        assert len(grounding.invented_number(story.outcome({}, claims=[died], summary=told))) == count


def test_a_number_of_a_claim_nobody_cites_does_not_help() -> None:
    assert len(faults(grounding.invented_number, summary=[sentence("Four died.", SILENT)])) == 1


def test_a_name_that_stands_nowhere_in_its_article_is_found() -> None:
    assert faults(grounding.invented_name) == []
    assert faults(grounding.invented_name, claims=[reworded(DIED, "Four people died in Marlhaven")]) == [
        "marlhaven stands nowhere in the articles it rests on"
    ]


def test_a_name_may_stand_anywhere_in_the_article_but_not_in_another() -> None:
    assert faults(grounding.invented_name, claims=[reworded(DIED, "Four people died, says Holm")]) == []
    assert len(faults(grounding.invented_name, claims=[reworded(KILLED, "Four people died, says Holm")])) == 1


def test_the_summary_may_name_the_outlets_it_cites_and_no_others() -> None:
    assert faults(grounding.invented_name, summary=[sentence("The toll in the Echo is four.", DIED)]) == []
    assert len(faults(grounding.invented_name, summary=[sentence("The toll in the Gazette is four.", DIED)])) == 1


def test_a_claim_that_says_what_its_words_deny_is_found() -> None:
    assert faults(grounding.lost_negation) == []
    assert len(faults(grounding.lost_negation, claims=[reworded(SILENT, "an alarm was raised")])) == 1
    assert len(faults(grounding.lost_negation, claims=[reworded(DIED, "Four people did not die")])) == 1


def test_a_negation_in_other_words_is_kept() -> None:
    assert faults(grounding.lost_negation, claims=[reworded(SILENT, "nobody raised an alarm")]) == []


def test_a_summary_that_says_what_its_words_deny_is_found() -> None:
    assert faults(grounding.lost_negation, summary=[sentence("Anna Holm says no alarm was raised.", SILENT)]) == []
    assert len(faults(grounding.lost_negation, summary=[sentence("Anna Holm says an alarm was raised.", SILENT)])) == 1


def test_a_sentence_on_several_claims_may_follow_either_of_them() -> None:
    mixed = sentence("Four people died.", DIED, SILENT)
    assert faults(grounding.lost_negation, summary=[mixed]) == []


def test_a_sentence_that_cites_what_is_not_there_rests_on_no_words() -> None:
    loose = sentence("No alarm was raised for Kerry and 12 others.").model_copy(update={"claim_ids": ("nobody",)})
    assert faults(grounding.lost_negation, summary=[loose]) == []
    assert len(faults(grounding.invented_number, summary=[loose])) == 1
    assert len(faults(grounding.invented_name, summary=[loose])) == 1


@pytest.mark.parametrize(
    ("text", "is_invented"),
    [
        ("Echo reports: “Four people died when a barge sank”.", False),
        ("Echo reports: “four people died … off Ostwick”.", False),
        ("Echo reports: “Five people died when a barge sank”.", True),
        ("Echo reports: “Four people died … in tears”.", True),
        ("Echo reports that many died.", False),
    ],
)
def test_words_in_quotation_marks_must_stand_in_an_article_the_sentence_rests_on(text: str, is_invented: bool) -> None:
    assert bool(faults(grounding.invented_quote, summary=[sentence(text, DIED)])) is is_invented


def test_a_quotation_of_an_article_the_sentence_does_not_cite_is_invented() -> None:
    cited = sentence("They report: “Nobody raised the alarm”.", DIED)
    assert len(faults(grounding.invented_quote, summary=[cited])) == 1

from typing import Any

import pytest

from evals import scores
from evals.evaluators import claims
from evals.results import Counts
from service.models import Claim
from tests.evals.made_outcomes import Fields, Story, at, may, must, must_not

STORY = Story(
    echo=(
        "The old bridge at Ostwick fell into the river on Monday. Mayor Anna Holm said the bridge had been inspected "
        "in May. She denied that it was overloaded. READ MORE: Ten bridges to see before you die."
    ),
    gazette="The bridge at Ostwick collapsed.",
)
FELL = at("echo", "The old bridge at Ostwick fell into the river on Monday")
INSPECTED = at("echo", "the bridge had been inspected in May")
OVERLOADED = at("echo", "it was overloaded")
TEASER = at("echo", "Ten bridges to see before you die")


def claim(place: Fields, **fields: Any) -> Claim:
    return STORY.claim(place["article"], place["quote"], **fields)


def expecting(*expected: Fields) -> Fields:
    return {"claims": expected}


SAID = must(**INSPECTED, voice="source", speaker=["Mayor Anna Holm", "the mayor"], why="the inspection")
DENIED = must(**OVERLOADED, stance="denies", why="a denial")
HOLMS = claim(INSPECTED, speaker="Anna Holm")


def test_a_claim_that_is_not_there_is_missed() -> None:
    expected = expecting(must(**FELL, why="the lead"), SAID)
    missed = claims.missed_claim(STORY.outcome(expected, claims=[HOLMS]))
    assert [(one.expected, one.why) for one in missed] == [(f"echo: {FELL['quote']}", "the lead")]
    assert claims.missed_claim(STORY.outcome(expected, claims=[HOLMS, claim(FELL)])) == []


def test_one_claim_does_not_stand_for_two() -> None:
    fall, day = must(**FELL), must(**at("echo", "fell into the river on Monday"))
    assert len(claims.missed_claim(STORY.outcome(expecting(fall, day), claims=[claim(FELL)]))) == 1


def test_a_must_is_served_before_a_may_on_the_same_words() -> None:
    outcome = STORY.outcome(expecting(may(**FELL), must(**FELL)), claims=[claim(FELL)])
    assert claims.missed_claim(outcome) == []
    assert claims.count(outcome) == Counts(tp=1)


def test_what_may_be_claimed_and_what_must_not_is_not_missed() -> None:
    assert claims.missed_claim(STORY.outcome(expecting(may(**FELL), must_not(**TEASER)))) == []


def test_the_same_words_told_quite_otherwise_are_another_claim() -> None:
    other = claim(FELL, text="Traffic stopped for hours")
    outcome = STORY.outcome(expecting(must(**FELL)), claims=[other])
    assert len(claims.missed_claim(outcome)) == 1
    assert claims.invented_claim(outcome) == []
    assert claims.count(outcome) == Counts(fp=1, fn=1)


def test_an_expected_text_stands_in_for_the_quote() -> None:
    expected = must(**at("echo", "fell into the river"), text="The old bridge at Ostwick collapsed")
    told = claim(FELL, text="The old bridge at Ostwick collapsed")
    assert claims.missed_claim(STORY.outcome(expecting(expected), claims=[told])) == []


@pytest.mark.parametrize("words", ["The old bridge at Ostwick fell", "on Monday", "fell into"])
def test_part_of_the_words_is_enough_where_they_are_told_alike(words: str) -> None:
    part = claim(at("echo", words), text=FELL["quote"])
    assert claims.missed_claim(STORY.outcome(expecting(must(**FELL)), claims=[part])) == []


def test_words_that_barely_touch_are_others() -> None:
    beside = claim(at("echo", "on Monday. Mayor Anna Holm said the bridge"), text=FELL["quote"])
    assert len(claims.missed_claim(STORY.outcome(expecting(must(**FELL)), claims=[beside]))) == 1


def test_a_claim_on_words_no_one_lists_is_invented() -> None:
    expected = expecting(must(**FELL), may(**INSPECTED))
    invented = claims.invented_claim(STORY.outcome(expected, claims=[claim(FELL), HOLMS, claim(TEASER)]))
    assert [(one.got, one.why) for one in invented] == [
        (f"echo: {TEASER['quote']}", "no expectation lists these words"),
    ]
    assert claims.invented_claim(STORY.outcome(expected, claims=[claim(FELL), HOLMS])) == []


def test_a_claim_on_words_that_must_not_be_one_says_why() -> None:
    expected = expecting(must(**FELL), must_not(**TEASER, why="a teaser"))
    assert [one.why for one in claims.invented_claim(STORY.outcome(expected, claims=[claim(TEASER)]))] == ["a teaser"]


def test_the_same_words_in_another_article_are_invented_there() -> None:
    elsewhere = STORY.claim("gazette", "The bridge at Ostwick collapsed")
    assert len(claims.invented_claim(STORY.outcome(expecting(must(**FELL)), claims=[elsewhere]))) == 1


@pytest.mark.parametrize(
    "name", ["Mayor Anna Holm", "Anna Holm", "Holm", "Ms. Holm", "the mayor", "Anna Holm, the mayor", "Holm, Anna"]
)
def test_a_speaker_may_be_named_shorter_or_longer(name: str) -> None:
    outcome = STORY.outcome(expecting(SAID), claims=[claim(INSPECTED, speaker=name)])
    assert claims.wrong_speaker(outcome) == []


def test_the_fullest_name_fits_a_shorter_one_that_is_listed() -> None:
    shorter = must(**INSPECTED, voice="source", speaker="Holm")
    outcome = STORY.outcome(expecting(shorter), claims=[claim(INSPECTED, speaker="Mayor Anna Holm")])
    assert claims.wrong_speaker(outcome) == []


@pytest.mark.parametrize("name", ["Piet Holm", "The minister", "Anna Berg", "Anna Holm's deputy Jan Roos"])
def test_words_given_to_somebody_else_are_found(name: str) -> None:
    outcome = STORY.outcome(expecting(SAID), claims=[claim(INSPECTED, speaker=name)])
    (fault,) = claims.wrong_speaker(outcome)
    assert fault.expected == "Mayor Anna Holm, the mayor"
    assert fault.got == f"echo: {INSPECTED['quote']} ({name} asserts)"
    assert fault.why == "the inspection"


def test_words_given_to_nobody_are_found() -> None:
    nobodys = claim(INSPECTED, voice="source")
    assert len(claims.wrong_speaker(STORY.outcome(expecting(SAID), claims=[nobodys]))) == 1


def test_no_speaker_is_wrong_where_none_is_listed() -> None:
    assert claims.wrong_speaker(STORY.outcome(expecting(must(**INSPECTED, voice="source")), claims=[HOLMS])) == []


def test_a_wrong_voice_is_found_once_and_is_no_wrong_speaker() -> None:
    outcome = STORY.outcome(expecting(SAID), claims=[claim(INSPECTED)])
    assert [one.why for one in claims.outlet_voice_confused(outcome)] == ["the inspection"]
    assert claims.wrong_speaker(outcome) == []


def test_the_outlets_own_words_given_to_a_source_are_found() -> None:
    outlets, nobodys = must(**FELL, voice="outlet"), must(**FELL)
    wrong = claim(FELL, speaker="Anna Holm")
    assert len(claims.outlet_voice_confused(STORY.outcome(expecting(outlets), claims=[wrong]))) == 1
    assert claims.outlet_voice_confused(STORY.outcome(expecting(nobodys), claims=[wrong])) == []
    assert claims.outlet_voice_confused(STORY.outcome(expecting(outlets, SAID), claims=[claim(FELL), HOLMS])) == []


def test_a_denial_taken_for_an_assertion_is_found() -> None:
    assertion = claim(OVERLOADED, speaker="Anna Holm")
    (fault,) = claims.wrong_stance(STORY.outcome(expecting(DENIED), claims=[assertion]))
    assert (fault.expected, fault.why) == ("denies", "a denial")
    denial = claim(OVERLOADED, speaker="Anna Holm", stance="denies")
    assert claims.wrong_stance(STORY.outcome(expecting(DENIED), claims=[denial])) == []


def test_any_accepted_stance_is_right_and_none_listed_accepts_all() -> None:
    unsure = claim(OVERLOADED, speaker="Anna Holm", stance="does_not_confirm")
    either = {**DENIED, "stance": ["denies", "does_not_confirm"]}
    assert claims.wrong_stance(STORY.outcome(expecting(either), claims=[unsure])) == []
    assert claims.wrong_stance(STORY.outcome(expecting(must(**OVERLOADED)), claims=[unsure])) == []


def test_what_may_be_claimed_has_to_be_claimed_rightly() -> None:
    allowed = may(**OVERLOADED, voice="source", speaker="Anna Holm", stance="denies")
    outcome = STORY.outcome(expecting(allowed), claims=[claim(OVERLOADED, speaker="Jan Roos", stance="denies")])
    assert len(claims.wrong_speaker(outcome)) == 1
    assert claims.count(outcome) == Counts()


def test_claims_are_counted_one_to_one() -> None:
    expected = expecting(must(**FELL), SAID, DENIED, may(**at("gazette", "The bridge at Ostwick collapsed")))
    found = [claim(FELL), claim(FELL, text="The old bridge fell into the river"), HOLMS, claim(TEASER)]
    found.append(STORY.claim("gazette", "The bridge at Ostwick collapsed"))
    assert claims.count(STORY.outcome(expected, claims=found)) == Counts(tp=2, fp=2, fn=1)


def test_an_attributes_f1_is_the_share_of_claims_that_have_it_right() -> None:
    for right, wrong in ((3, 1), (0, 2), (5, 0)):
        counts = claims._accuracy(right + wrong, wrong)
        assert scores.f1(counts) == scores.precision(counts) == right / (right + wrong)

"""A small model's cuts count only where they are the sentence's own words, and nothing that matters is lost."""

import pytest

from service.models import Claim, ReadArticle
from service.steps.extracting import restatements
from service.steps.extracting.restatements import read_cuts
from tests.told import said, told

PLAIN = "The ferry struck a sandbank at noon, 12 passengers were hurt, the captain has not commented."


def cut(read: ReadArticle, *claims: str) -> list[Claim]:
    found, _ = read_cuts(read, 0, claims)
    return list(found)


def test_cuts_in_the_sentences_own_words_become_claims_with_their_spans() -> None:
    read = told(PLAIN)
    found = cut(
        read,
        "The ferry struck a sandbank at noon",
        "12 passengers were hurt",
        "the captain has not commented",
    )
    assert [one.text for one in found] == [
        "The ferry struck a sandbank at noon",
        "12 passengers were hurt",
        "the captain has not commented",
    ]
    assert all(PLAIN[one.spans[0].start : one.spans[0].end] == one.spans[0].quote for one in found)


@pytest.mark.parametrize(
    "wrong",
    [
        "the captain has commented",
        "The ferry struck a rock at noon",
        "21 passengers were hurt",
        "the captain resigned in tears",
    ],
)
def test_a_cut_that_loses_a_not_or_invents_words_is_refused(wrong: str) -> None:
    found, refusals = read_cuts(told(PLAIN), 0, [wrong])
    assert [one.text for one in found] == [PLAIN.rstrip(".")]
    assert [refusal.reason for refusal in refusals] == ["quote_in_no_article"]
    assert wrong in refusals[0].detail


def test_a_hedge_may_not_be_dropped() -> None:
    read = told("The dam could burst, and the town may flood.")
    assert "The dam burst" not in [one.text for one in cut(read, "The dam burst", "the town may flood")]


def test_cuts_that_leave_out_much_of_the_sentence_give_way_to_it() -> None:
    assert [one.text for one in cut(told(PLAIN), "12 passengers were hurt")] == [PLAIN.rstrip(".")]


def test_a_name_may_stand_for_a_pronoun_and_only_for_one() -> None:
    text = "She said the pier was safe, but he closed it."
    speech = said(text, "the pier was safe", cue="said", speaker="She")
    named = speech.model_copy(
        update={"speaker": speech.speaker and speech.speaker.model_copy(update={"name": "Ines Tallow"})}
    )
    read = told(text, [named])
    assert "the pier was safe" in [one.text for one in cut(read, "Ines Tallow said the pier was safe")]
    plain = told("They closed the pier, and the harbour stayed open.", [])
    assert [one.text for one in cut(plain, "Ines Tallow closed the pier", "the harbour stayed open")] != [
        "Ines Tallow closed the pier",
        "the harbour stayed open",
    ]


def test_who_says_it_is_cut_away_and_kept_as_speaker() -> None:
    text = "The mayor said the pier was safe."
    read = told(text, [said(text, "the pier was safe", cue="said", speaker="The mayor")])
    (only,) = cut(read, "The mayor said the pier was safe")
    assert (only.text, only.voice) == ("the pier was safe", "source")
    assert only.speaker is not None
    assert only.speaker.name == "The mayor"


def test_what_is_reported_is_a_claim_even_where_the_model_leaves_it_out() -> None:
    text = "The pier closed after the mayor said the planks were rotten."
    read = told(text, [said(text, "the planks were rotten", cue="said", speaker="the mayor")])
    assert "the planks were rotten" in [one.text for one in cut(read, "The pier closed")]


def test_a_denial_gives_the_telling_and_what_is_denied() -> None:
    text = "The mayor rejected reports that the planks were rotten."
    speech = said(text, "the planks were rotten", cue="rejected", speaker="The mayor", stance="denies")
    found = restatements.whole(told(text, [speech]), 0)
    assert {(one.text, one.voice) for one in found} == {
        (text.rstrip("."), "outlet"),
        ("the planks were rotten", "source"),
    }


def test_words_copied_from_the_line_before_are_refused() -> None:
    found, refusals = read_cuts(told(PLAIN), 0, ["The ferry was built in 1998", "the captain has not commented"])
    assert len(refusals) == 1
    assert all("1998" not in one.text for one in found)


def test_only_a_sentence_with_a_part_that_may_say_two_things_is_worth_asking_about() -> None:
    assert restatements.needs_cutting(told(PLAIN), 0)
    assert not restatements.needs_cutting(
        told("Tensions between the two towns have increased since the flood of May."), 0
    )
    assert not restatements.needs_cutting(told("The pier closed, and he left."), 0)
    assert not restatements.needs_cutting(told("word, " * 1_000), 0)
    text = (
        "After the long meeting in the old town hall, which lasted until late, the mayor said that the pier was safe."
    )
    assert not restatements.needs_cutting(
        told(text, [said(text, "the pier was safe", cue="said", speaker="the mayor")]), 0
    )


def test_a_fragment_that_only_holds_a_cue_is_no_claim() -> None:
    text = "The pier was safe for the summer season, the mayor said on Monday."
    speech = said(text, "The pier was safe for the summer season", cue="said", speaker="the mayor")
    found, refusals = read_cuts(told(text, [speech]), 0, ["the mayor said on Monday"])
    assert [one.text for one in found] == ["The pier was safe for the summer season"]
    assert len(refusals) == 1


def test_one_cut_alone_does_not_take_the_subject_from_its_part() -> None:
    text = "Moscow refuses to be part of coalitions that breach the law, it said."
    speech = said(text, "Moscow refuses to be part of coalitions that breach the law", cue="said", speaker="it")
    found = cut(told(text, [speech]), "refuses to be part of coalitions that breach the law")
    assert [one.text for one in found] == ["Moscow refuses to be part of coalitions that breach the law"]


def test_a_jump_over_other_words_is_not_a_restatement() -> None:
    text = "The mayor blamed the driver of the bus, the driver fled."
    assert [one.text for one in cut(told(text), "The mayor fled", "the driver fled")] == [text.rstrip(".")]


def test_initials_may_be_written_apart() -> None:
    text = "Envoys of the U.S. State Department came to the town, and 12 of them left."
    found = cut(told(text), "Envoys of the U. S. State Department came to the town", "12 of them left")
    assert [one.text for one in found] == ["Envoys of the U.S. State Department came to the town", "12 of them left"]


def test_code_cuts_what_the_model_leaves_whole() -> None:
    text = "The pilot got out through a window and was taken to a clinic."
    found = cut(told(text), text)
    assert [one.text for one in found] == ["The pilot got out through a window", "The pilot was taken to a clinic"]
    assert [span.quote for span in found[1].spans] == ["The pilot", "was taken to a clinic"]


def test_what_the_outlet_tells_beside_a_report_is_its_own_claim() -> None:
    text = "The lorry weighed 38 tonnes, police said; the limit on the pier is 30."
    read = told(text, [said(text, "The lorry weighed 38 tonnes", cue="said", speaker="police")])
    assert [(one.text, one.voice) for one in restatements.whole(read, 0)] == [
        ("The lorry weighed 38 tonnes", "source"),
        ("the limit on the pier is 30", "outlet"),
    ]


def test_a_reason_after_the_speaker_is_not_the_outlets() -> None:
    text = "Nobody had left, said the mayor, because the slope was safe."
    read = told(text, [said(text, "Nobody had left", cue="said", speaker="the mayor")])
    assert "the slope was safe" not in [one.text for one in restatements.whole(read, 0)]


def test_what_is_denied_stays_whole() -> None:
    text = "The firm denied that the dam had cracked and the valley was at risk."
    speech = said(
        text, "the dam had cracked and the valley was at risk", cue="denied", speaker="The firm", stance="denies"
    )
    found = [one.text for one in restatements.whole(told(text, [speech]), 0)]
    assert "the valley was at risk" not in found


def test_a_claim_begins_after_its_date_line() -> None:
    (only,) = restatements.whole(told("SUND, March 3 - Two men have been freed."), 0)
    assert (only.text, only.quote) == ("Two men have been freed", "Two men have been freed.")

"""A capable model proposes; grounding, wording and voice are decided in code."""

import pytest

from service.models import ReadArticle
from service.steps.extracting import windows
from service.steps.extracting.windows import Placed, ProposedClaim, place
from tests.told import said, told

TEXT = (
    "The ferry struck a sandbank at noon with 212 aboard.\n"
    "The mayor, Ines Tallow, said nobody was hurt.\n"
    "The radar had failed, the union believes."
)
OTHER = "Another paper says the captain was asleep."


def proposed(**fields: object) -> ProposedClaim:
    usual = {"sentence": 0, "text": "", "speaker": None, "stance": "asserts", "kind": "fact"}
    return ProposedClaim.model_validate({**usual, **fields})


def placed(read: ReadArticle, **fields: object) -> Placed:
    return place(read, (0, 1, 2), proposed(**fields), [OTHER])


def test_a_grounded_claim_keeps_the_models_wording() -> None:
    found = placed(told(TEXT), quote="The ferry struck a sandbank", text="The ferry hit a sandbank")
    assert found.claim is not None
    assert found.claim.text == "The ferry hit a sandbank"
    assert found.claim.spans[0].quote == "The ferry struck a sandbank"
    assert found.doubts == ()


@pytest.mark.parametrize(
    ("quote", "reason"),
    [
        ("The ferry sank in minutes", "quote_in_no_article"),
        ("the captain was asleep", "quote_in_other_article"),
    ],
)
def test_a_quote_missing_from_the_article_is_refused_and_told_where_it_is(quote: str, reason: str) -> None:
    found = placed(told(TEXT), quote=quote, text=quote)
    assert found.claim is None
    assert [doubt.reason for doubt in found.doubts] == [reason]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The ferry carried 221 people", "number_mismatch"),
        ("The ferry did not strike a sandbank", "negation_mismatch"),
        ("The Astrid struck a sandbank", "name_mismatch"),
        ("", "reply_invalid"),
    ],
)
def test_an_unfaithful_wording_gives_way_to_the_articles_own_words(text: str, reason: str) -> None:
    found = placed(told(TEXT), quote="The ferry struck a sandbank at noon with 212 aboard", text=text)
    assert found.claim is not None
    assert found.claim.text == "The ferry struck a sandbank at noon with 212 aboard"
    assert [doubt.reason for doubt in found.doubts] == [reason]


def test_speech_that_code_found_is_never_the_outlets_own_whatever_the_model_says() -> None:
    read = told(TEXT, [said(TEXT, "nobody was hurt", cue="said", speaker="Ines Tallow")])
    found = placed(read, sentence=1, quote="nobody was hurt", text="nobody was hurt", speaker=None)
    assert found.claim is not None
    assert found.claim.voice == "source"
    assert found.claim.speaker is not None
    assert found.claim.speaker.name == "Ines Tallow"


def test_a_speaker_only_the_model_saw_counts_where_the_article_names_it_near() -> None:
    quote = "The radar had failed"
    found = placed(told(TEXT), sentence=2, quote=quote, text=quote, speaker="the union", stance="alleges")
    assert found.claim is not None
    assert (found.claim.voice, found.claim.stance, found.claim.kind) == ("source", "alleges", "statement")
    assert found.claim.attribution[-1].speaker == "the union"


def test_a_speaker_the_article_does_not_name_is_refused_and_the_claim_is_still_not_the_outlets() -> None:
    quote = "The radar had failed"
    found = placed(told(TEXT), sentence=2, quote=quote, text=quote, speaker="Professor Quill")
    assert found.claim is not None
    assert (found.claim.voice, found.claim.speaker) == ("source", None)
    assert [doubt.reason for doubt in found.doubts] == ["speaker_missing"]


def test_the_sentence_number_decides_which_of_two_equal_quotes_is_meant() -> None:
    text = "The pier is closed.\nOn Friday the harbour said: The pier is closed."
    found = place(told(text), (0, 1), proposed(sentence=1, quote="The pier is closed", text="The pier is closed"), [])
    assert found.claim is not None
    assert found.claim.spans[0].start == text.rindex("The pier")


def test_a_wrong_sentence_number_does_not_lose_the_claim() -> None:
    found = placed(told(TEXT), sentence=2, quote="with 212 aboard", text="212 were aboard")
    assert found.claim is not None
    assert found.claim.sentence == 0


def test_windows_hold_at_most_so_many_sentences_and_characters() -> None:
    read = told("\n".join(f"Sentence number {number} stands here." for number in range(7)))
    assert windows.cut_windows(read, range(7), 3) == [(0, 1, 2), (3, 4, 5), (6,)]
    long = told("\n".join("x" * 7_000 for _ in range(3)))
    assert windows.cut_windows(long, range(3), 60) == [(0,), (1,), (2,)]

"""A claim is read with its whole sentence: who holds what, whatever part of it the claim is."""

from datetime import UTC, date, datetime

from service.steps.comparing.tellings import Tellings
from tests.papers import Said, find_claim, paper

SENTENCE = (
    "Without denying that a deal existed, the Norland ministry said clarification was needed on reports of tanks."
)
SPEECHES = [
    Said("a deal existed", None, "Without denying", "does_not_confirm"),
    Said("clarification was needed on reports of tanks", "the Norland ministry", "said"),
]
DENIED = ("The ministry denied that tanks were sold.", [Said("tanks were sold", "The ministry", "denied", "denies")])


def test_a_cue_without_a_subject_takes_the_speaker_of_its_sentence() -> None:
    read = paper("Courier", (SENTENCE, SPEECHES), parts={0: [SENTENCE]})
    (answer,) = Tellings([read]).of(read.claims[0]).answers
    assert (answer.name, answer.stance, answer.cue) == ("the Norland ministry", "does_not_confirm", "Without denying")
    assert answer.is_named


def test_not_confirming_is_about_all_the_sentence_says_less_who_says_it() -> None:
    read = paper("Courier", (SENTENCE, SPEECHES), parts={0: [SENTENCE]})
    topic = Tellings([read]).of(read.claims[0]).answers[0].topic
    assert {"agree", "tank", "clarificat"} <= topic.keys
    assert not {"ministri", "deni"} & topic.keys


def test_a_part_of_the_sentence_stands_under_its_answer_where_no_claim_tells_it_whole() -> None:
    part = "clarification was needed on reports of tanks"
    alone = paper("Courier", (SENTENCE, SPEECHES), parts={0: [part]})
    assert Tellings([alone]).of(alone.claims[0]).answers
    beside = paper("Courier", (SENTENCE, SPEECHES), parts={0: [SENTENCE, part]})
    tellings = Tellings([beside])
    whole, short = (tellings.of(claim) for claim in beside.claims)
    assert whole.tells_answer
    assert whole.answers
    assert short.answers == ()
    assert [stand.stance for stand in short.stands] == ["asserts"]


def test_what_is_denied_defers_to_the_claim_that_tells_the_denial() -> None:
    read = paper("Courier", DENIED, parts={0: [DENIED[0], "tanks were sold"]})
    tellings = Tellings([read])
    whole, denied = (tellings.of(claim) for claim in read.claims)
    assert [stand.stance for stand in whole.stands] == ["denies"]
    assert denied.stands == ()
    alone = paper("Courier", DENIED, parts={0: ["tanks were sold"]})
    assert [stand.stance for stand in Tellings([alone]).of(alone.claims[0]).stands] == ["denies"]


def test_a_claim_beside_a_denial_is_not_denied() -> None:
    text = "The ministry denied the charge, and the budget grew."
    read = paper(
        "Courier", (text, [Said("the charge", "The ministry", "denied", "denies")]), parts={0: ["the budget grew"]}
    )
    assert Tellings([read]).of(read.claims[0]).answers == ()


def test_the_outlets_own_word_has_no_holder_and_hearsay_an_unnamed_one() -> None:
    text = "Reports said the officials agreed that tanks were sold."
    hearsay = (
        text,
        [
            Said("the officials agreed that tanks were sold", "Reports", "said", "alleges"),
            Said("tanks were sold", "the officials", "agreed"),
        ],
    )
    read = paper("Courier", "Tanks were sold in Hallby.", hearsay, parts={1: ["tanks were sold"]})
    tellings = Tellings([read])
    own, heard = (tellings.of(claim) for claim in read.claims)
    assert own.stand.holder is None
    assert not own.stand.is_named
    assert heard.stand.holder is not None
    assert not heard.stand.is_named


def test_everything_held_in_an_article_is_found_once() -> None:
    read = paper("Courier", DENIED, "Tanks rolled.")
    tellings = Tellings([read])
    assert [stand.stance for stand in tellings.stands_in("courier")] == ["denies"]
    assert tellings.stands_in("courier") is tellings.stands_in("courier")
    assert len(tellings.contents_in("courier")) == 2


def test_the_day_of_publication_is_that_of_the_time() -> None:
    time = datetime(2026, 3, 2, 23, tzinfo=UTC)
    read = paper("Courier", "Tanks rolled.", published_at=time)
    assert Tellings([read]).of(find_claim(read, "Tanks")).published == date(2026, 3, 2)


def test_two_offices_in_common_make_no_matter() -> None:
    one = paper(
        "A",
        (
            "Norland denied the foreign minister met the president.",
            [Said("the foreign minister met the president", "Norland", "denied", "denies")],
        ),
    )
    other = paper(
        "B",
        (
            "Norland denied the foreign minister owed the president money.",
            [Said("the foreign minister owed the president money", "Norland", "denied", "denies")],
        ),
    )
    tellings = Tellings([one, other])
    a, b = tellings.of(one.claims[0]).stands[0], tellings.of(other.claims[0]).stands[0]
    assert not tellings.is_one_matter(a, b)

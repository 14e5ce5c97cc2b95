from typing import Any

import pytest

from evals.evaluators import coverage
from evals.outcomes import Outcome
from evals.results import Counts
from tests.evals.made_outcomes import Fields, Story, agreement, at, may, must, must_not, omission

STORY = Story(
    echo="Four people died in the fire. The roof fell in at dawn. The hotel had no sprinklers.",
    gazette="The fire killed four. The roof came down at sunrise. The owner is in custody.",
    herald="There were four dead. A second fire was put out at noon.",
)
DIED, ROOF = STORY.claim("echo", "Four people died in the fire"), STORY.claim("echo", "The roof fell in at dawn")
KILLED, CAME = STORY.claim("gazette", "The fire killed four"), STORY.claim("gazette", "The roof came down at sunrise")
DEAD, SECOND = STORY.claim("herald", "There were four dead"), STORY.claim("herald", "A second fire was put out at noon")
DRY, OWNER = STORY.claim("echo", "The hotel had no sprinklers"), STORY.claim("gazette", "The owner is in custody")
CLAIMS = (DIED, ROOF, KILLED, CAME, DEAD, SECOND, DRY, OWNER)

TOLL: Fields = {"quotes": [at("echo", "Four people died"), at("gazette", "The fire killed four")], "why": "the toll"}
FELL: Fields = {"quotes": [at("echo", "The roof fell in"), at("gazette", "The roof came down")], "why": "the roof"}
ANOTHER: Fields = {"quotes": [at("echo", "Four people died"), at("herald", "A second fire")], "why": "two fires"}
SPRINKLERS: Fields = {"article": "gazette", "quotes": at("echo", "no sprinklers"), "why": "the sprinklers"}
CUSTODY: Fields = {"article": "echo", "quotes": [at("gazette", "The owner is in custody")], "why": "the arrest"}


def outcome(expected: Fields, **found: Any) -> Outcome:
    return STORY.outcome(expected, claims=CLAIMS, **found)


def agreeing(*expected: Fields, found: Any = ()) -> Outcome:
    return outcome({"agreements": expected}, agreements=found)


def lacking(*expected: Fields, found: Any = ()) -> Outcome:
    return outcome({"omissions": expected}, omissions=found)


def test_a_shared_fact_the_report_does_not_name_is_missed() -> None:
    (fault,) = coverage.missed_agreement(agreeing(must(**TOLL), must(**FELL), found=[agreement(ROOF, CAME)]))
    assert (fault.expected, fault.why) == ("echo: Four people died | gazette: The fire killed four", "the toll")
    both = [agreement(ROOF, CAME), agreement(DIED, KILLED)]
    assert coverage.missed_agreement(agreeing(must(**TOLL), must(**FELL), found=both)) == []


def test_an_agreement_that_may_be_there_is_never_missed_and_never_false() -> None:
    assert coverage.missed_agreement(agreeing(may(**TOLL))) == []
    assert coverage.false_agreement(agreeing(may(**TOLL), found=[agreement(DIED, KILLED)])) == []


def test_one_articles_words_alone_are_no_agreement() -> None:
    assert len(coverage.missed_agreement(agreeing(must(**TOLL), found=[agreement(DIED, CAME)]))) == 1


def test_two_of_three_articles_are_enough_and_so_are_all() -> None:
    three = must(quotes=[*TOLL["quotes"], at("herald", "There were four dead")])
    for found in (agreement(DIED, KILLED), agreement(KILLED, DEAD), agreement(DIED, KILLED, DEAD)):
        assert coverage.missed_agreement(agreeing(three, found=[found])) == []
        assert coverage.false_agreement(agreeing(three, found=[found])) == []


def test_statements_joined_that_no_expectation_joins_are_false() -> None:
    (fault,) = coverage.false_agreement(agreeing(must(**TOLL), found=[agreement(DIED, KILLED), agreement(ROOF, OWNER)]))
    assert fault.got == "echo: The roof fell in at dawn AND gazette: The owner is in custody"
    assert fault.why == "no expectation lists it"


def test_statements_that_must_not_be_joined_say_why() -> None:
    found = [agreement(DIED, SECOND)]
    assert [one.why for one in coverage.false_agreement(agreeing(must_not(**ANOTHER), found=found))] == ["two fires"]
    assert coverage.false_agreement(agreeing(must_not(**ANOTHER))) == []


def test_a_stranger_joined_to_what_does_agree_is_false_and_the_rest_is_found() -> None:
    held = agreeing(must(**TOLL), must_not(**ANOTHER), found=[agreement(DIED, KILLED, SECOND)])
    assert [one.why for one in coverage.false_agreement(held)] == ["two fires"]
    assert coverage.missed_agreement(held) == []
    assert coverage.count_agreements(held) == Counts(tp=1, fp=1)


def test_words_that_two_expectations_join_are_no_strangers() -> None:
    apart = must_not(quotes=[at("echo", "Four people died"), at("herald", "four dead")], why="never said so")
    chain = may(quotes=[at("gazette", "The fire killed four"), at("herald", "There were four dead")])
    held = agreeing(must(**TOLL), chain, apart, found=[agreement(DIED, KILLED, DEAD)])
    assert coverage.false_agreement(held) == []


def test_an_agreement_on_a_claim_nobody_knows_is_false() -> None:
    broken = agreement(DIED, KILLED).model_copy(update={"claim_ids": (DIED.id, "nobody")})
    held = agreeing(must(**TOLL), found=[broken])
    assert [one.got for one in coverage.false_agreement(held)] == ["echo: Four people died in the fire"]
    assert len(coverage.missed_agreement(held)) == 1


def test_agreements_are_counted_by_fact() -> None:
    found = [agreement(DIED, KILLED), agreement(KILLED, DIED), agreement(ROOF, OWNER)]
    assert coverage.count_agreements(agreeing(must(**TOLL), must(**FELL), found=found)) == Counts(tp=1, fp=1, fn=1)


def test_a_fact_an_article_lacks_that_the_report_does_not_name_is_missed() -> None:
    found = [omission("gazette", DRY)]
    (fault,) = coverage.missed_omission(lacking(must(**SPRINKLERS), must(**CUSTODY), found=found))
    assert (fault.expected, fault.why) == ("echo lacks gazette: The owner is in custody", "the arrest")
    both = [*found, omission("echo", OWNER)]
    assert coverage.missed_omission(lacking(must(**SPRINKLERS), must(**CUSTODY), found=both)) == []


def test_an_omission_of_another_article_does_not_stand_for_it() -> None:
    assert len(coverage.missed_omission(lacking(must(**SPRINKLERS), found=[omission("herald", DRY)]))) == 1


def test_one_omission_does_not_stand_for_two_and_the_must_is_served_first() -> None:
    twice = [must(**SPRINKLERS), must(**{**SPRINKLERS, "quotes": at("echo", "The hotel had")})]
    assert len(coverage.missed_omission(lacking(*twice, found=[omission("gazette", DRY)]))) == 1
    allowed = [may(**SPRINKLERS), must(**SPRINKLERS)]
    assert coverage.missed_omission(lacking(*allowed, found=[omission("gazette", DRY)])) == []


def test_an_omission_the_case_does_not_list_counts_neither_way() -> None:
    held = lacking(must(**SPRINKLERS), found=[omission("gazette", DRY), omission("herald", ROOF)])
    assert coverage.false_omission(held) == []
    assert coverage.count_omissions(held) == Counts(tp=1)


def test_an_article_that_could_not_know_says_why() -> None:
    found = [omission("echo", OWNER)]
    held = lacking(must_not(**{**CUSTODY, "why": "filed before the arrest"}), found=found)
    (fault,) = coverage.false_omission(held)
    assert (fault.got, fault.why) == ("echo lacks The owner is in custody", "filed before the arrest")
    assert coverage.false_omission(lacking(may(**CUSTODY), found=found)) == []


@pytest.mark.parametrize(("article", "claim"), [("gazette", DIED), ("echo", KILLED)])
def test_an_article_that_says_so_by_an_agreement_of_the_case_lacks_nothing(article: str, claim: Any) -> None:
    held = outcome({"agreements": [must(**TOLL)]}, omissions=[omission(article, claim)])
    (fault,) = coverage.false_omission(held)
    assert fault.why == "it says so: echo: Four people died | gazette: The fire killed four"
    assert coverage.count_omissions(held) == Counts(fp=1)


def test_an_article_outside_the_agreement_may_lack_what_the_others_share() -> None:
    assert coverage.false_omission(outcome({"agreements": [must(**TOLL)]}, omissions=[omission("herald", DIED)])) == []


@pytest.mark.parametrize("expect", [may, must_not])
def test_only_a_certain_agreement_speaks_against_an_omission(expect: Any) -> None:
    assert (
        coverage.false_omission(outcome({"agreements": [expect(**TOLL)]}, omissions=[omission("gazette", DIED)])) == []
    )


def test_omissions_found_and_missed_are_counted() -> None:
    held = lacking(must(**SPRINKLERS), must(**CUSTODY), found=[omission("gazette", DRY)])
    assert coverage.count_omissions(held) == Counts(tp=1, fn=1)

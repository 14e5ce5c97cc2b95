"""Sentences built by code say only who writes what, in the papers' own words."""

from datetime import date

from service.steps import citations, wording
from service.steps.citations import Cited, Side
from tests.steps.test_citations import ABOARD, ASLEEP, RADAR, STRUCK
from tests.told import claim, told


def test_an_agreement_names_both_papers_and_whose_words_it_quotes() -> None:
    text = wording.sentence("agreement", STRUCK.sides)
    assert text == (
        "Velmora Courier and The Island Post report, in Velmora Courier’s words: "
        "“The Astrid ferry struck a sandbank off Velmora”."
    )


def test_a_conflict_gives_every_side() -> None:
    text = wording.sentence("contradiction", ABOARD.sides)
    assert text == (
        "Velmora Courier reports: “with 212 passengers aboard”; The Island Post reports: “carrying 184 passengers”."
    )


def test_an_update_gives_the_older_state_first_whatever_the_order() -> None:
    older, newer = ABOARD.sides
    days = ((older, date(2026, 3, 2)), (newer, date(2026, 3, 3)))
    sides = [_published(side, day) for side, day in days]
    text = wording.sentence("update", sides)
    assert text.startswith(
        "Velmora Courier reports: “with 212 passengers aboard”; later, The Island Post reports: “carry"
    )
    assert wording.sentence("update", sides[::-1]) == text


def test_reported_speech_names_its_speaker() -> None:
    text = wording.sentence("only in one paper", ASLEEP.sides)
    assert text == "Only The Island Post reports the union as saying: “The captain was asleep”."


def test_sentences_built_by_code_pass_the_checks_they_stand_in_for() -> None:
    for kind, cited in [
        ("agreement", STRUCK),
        ("contradiction", ABOARD),
        ("only in one paper", ASLEEP),
        ("only in one paper", RADAR),
    ]:
        assert citations.check(wording.sentence(kind, cited.sides), [cited]) is None


def test_a_quotation_inside_a_quotation_changes_only_its_marks() -> None:
    read = told("The mayor wants “no more ‘talks’ about the pier” this year.")
    cited = Cited((Side(((claim(read, read.article.text), read),)),))
    text = wording.sentence("only in one paper", cited.sides)
    assert "‘no more ‘talks’ about the pier’" in text
    assert citations.check(text, [cited]) is None


def test_a_quotation_that_ends_the_words_keeps_both_its_marks() -> None:
    read = told('The mayor wants no part in what she calls "theatre."')
    assert "calls ‘theatre’”" in wording.sentence(
        "only in one paper", (Side(((claim(read, read.article.text), read),)),)
    )


def test_nobody_is_given_another_papers_words() -> None:
    both = Side((*STRUCK.sides[0].claims, *STRUCK.sides[1].claims))
    text = wording.sentence("dispute", (both, ASLEEP.sides[0]))
    assert text.startswith("Velmora Courier and, in other words, The Island Post report: “The Astrid ferry struck")


def test_a_long_quotation_is_cut_at_a_word_with_an_ellipsis() -> None:
    cut = wording.one_line("word " * 100, longest=42)
    assert cut == "word word word word word word word word …"


def _published(side: Side, day: date) -> Side:
    (told_claim, read), *_ = side.claims
    article = read.article.model_copy(update={"published_at": day})
    return Side(((told_claim, read.model_copy(update={"article": article})),))

"""A model's judgement is held against arithmetic, grammar and the rules' own verdict."""

from datetime import date

import pytest

from service.models import ConflictType, DecidedBy, ReadArticle, Relation, Verdict
from service.steps.comparing.judgements import describe, weigh
from service.steps.comparing.tellings import Tellings
from tests.papers import Line, Said, paper, verdict

DAY = date(2026, 3, 2)
TWELVE, FOURTEEN = "12 people died in the Velmora collapse.", "14 people died in the Velmora collapse."
ALSO_TWELVE = "Twelve people were killed in the Velmora collapse."


def weighed(
    one: Line, other: Line, relation: Relation, type_: ConflictType | None = None, why: str = "They part."
) -> Verdict:
    first, second = paper("Courier", one, published_at=DAY), paper("Herald", other, published_at=DAY)
    return on(first, second, relation, type_, why)


def on(first: ReadArticle, second: ReadArticle, relation: Relation, type_: ConflictType | None, why: str) -> Verdict:
    a, b = first.claims[0], second.claims[-1]
    proposed = Verdict(
        a=a.id, b=b.id, relation=relation, type=type_, explanation=why, decided_by="model", confidence="possible"
    )
    tellings = Tellings({first.article.id: first, second.article.id: second}.values())
    ruled = verdict(first, second, 0, len(second.claims) - 1)
    return weigh(proposed, ruled, tellings, (tellings.of(a), tellings.of(b)))


@pytest.mark.parametrize(
    ("one", "other", "relation", "type_", "expected", "decided_by"),
    [
        # Both see it.
        (TWELVE, FOURTEEN, "contradicts", "number", "contradicts", "both"),
        (TWELVE, ALSO_TWELVE, "agrees", None, "agrees", "both"),
        (TWELVE, "The mayor opened a school in Hallby.", "unrelated", None, "unrelated", "both"),
        # Arithmetic and grammar refute the model.
        (TWELVE, ALSO_TWELVE, "contradicts", "number", "agrees", "rules"),
        (TWELVE, FOURTEEN, "agrees", None, "contradicts", "rules"),
        (
            "At least 12 people died in Velmora.",
            "Fourteen people died in Velmora.",
            "contradicts",
            "number",
            "unrelated",
            "rules",
        ),
        (
            "The ferry did not sink off Velmora.",
            "The old ferry of Astrid Line, long laid up, did sink under tow.",
            "agrees",
            None,
            "unrelated",
            "rules",
        ),
        # They part over a conflict.
        (TWELVE, FOURTEEN, "unrelated", None, "contradicts", "contested"),
        (TWELVE, FOURTEEN, "updates", "number", "contradicts", "contested"),
        (TWELVE, ALSO_TWELVE, "contradicts", "cause", "contradicts", "contested"),
        # Only the model sees anything.
        ("The dam was sound.", "Cracks ran through the dam.", "contradicts", "other", "contradicts", "model"),
        ("The dam was sound.", "The barrage had no fault.", "agrees", None, "agrees", "model"),
    ],
)
def test_what_stands_and_on_whose_word(
    one: str, other: str, relation: Relation, type_: ConflictType, expected: Relation, decided_by: DecidedBy
) -> None:
    found = weighed(one, other, relation, type_)
    assert (found.relation, found.decided_by) == (expected, decided_by)
    assert (found.type is not None) == (expected not in ("agrees", "unrelated"))


def test_what_is_contested_is_no_more_than_possible() -> None:
    assert weighed(TWELVE, FOURTEEN, "contradicts", "number").confidence == "certain"
    assert weighed(TWELVE, FOURTEEN, "agrees").confidence == "certain"
    assert weighed(TWELVE, FOURTEEN, "unrelated").confidence == "possible"
    assert weighed(TWELVE, ALSO_TWELVE, "contradicts", "cause").confidence == "possible"


def test_the_model_alone_is_believed_more_where_both_rest_on_one_word() -> None:
    said = ("Paul Marsh said cracks ran through the dam.", [Said("cracks ran through the dam", "Paul Marsh", "said")])
    assert weighed("The dam was sound.", "Cracks ran through the dam.", "contradicts", "other").confidence == "likely"
    assert weighed("The dam was sound.", said, "contradicts", "other").confidence == "possible"


def test_speakers_opposed_are_a_dispute_where_a_paper_gives_both_sides() -> None:
    denied: Line = (
        "The ministry denied that the dam was cracked by frost.",
        [Said("the dam was cracked by frost", "The ministry", "denied", "denies")],
    )
    said: Line = (
        "Paul Marsh said the dam was cracked by frost.",
        [Said("the dam was cracked by frost", "Paul Marsh", "said")],
    )
    first, second = paper("Courier", denied), paper("Herald", denied, said)
    assert on(first, second, "contradicts", "denial", "They part.").relation == "disputes"


def test_inside_one_article_there_are_only_disputes() -> None:
    said: Line = (
        "Paul Marsh said cracks ran through the dam.",
        [Said("cracks ran through the dam", "Paul Marsh", "said")],
    )
    read = paper("Courier", "The dam was sound.", said)
    assert on(read, read, "contradicts", "other", "They part.").relation == "disputes"
    own = paper("Courier", "The dam was sound.", "Cracks ran through the dam.")
    assert on(own, own, "contradicts", "other", "They part.").relation == "unrelated"
    assert on(own, own, "agrees", None, "").relation == "unrelated"


@pytest.mark.parametrize(
    ("why", "kept"),
    [
        ("One has it sound, the other cracked.", True),
        ("The Courier has the dam sound.", True),
        ("In 1987 it was cracked.", False),
        ("Ines Tallow says otherwise.", False),
    ],
)
def test_a_reason_that_brings_in_numbers_or_names_of_its_own_is_not_shown(why: str, kept: bool) -> None:
    found = weighed("The dam was sound.", "Cracks ran through the dam.", "contradicts", "other", why)
    assert (why in found.explanation) is kept
    assert "Courier: “The dam was sound.”" in found.explanation


def test_the_rules_own_reason_is_kept_where_both_see_the_conflict() -> None:
    assert "cannot both be right" in weighed(TWELVE, FOURTEEN, "contradicts", "number", "Because.").explanation


def test_what_code_computed_is_told() -> None:
    said: Line = (f"Police said {FOURTEEN[:-1]}.", [Said(FOURTEEN[:-1], "Police", "said")])
    first, second, third = paper("Courier", TWELVE), paper("Herald", FOURTEEN), paper("Post", said)
    tellings = Tellings([first, second, third])
    a, b, c = (tellings.of(read.claims[0]) for read in (first, second, third))
    assert describe(a, b) == ("figures: 12 is not 14", "both in the papers' own voice")
    assert describe(a, c)[-1] == "not of one speaker"
    assert describe(c, c)[-1] == "both may be of one speaker"


def test_papers_that_both_have_a_sentence_are_not_parted_over_it() -> None:
    twelve, later = "Twelve people died in Velmora.", "A count of 14 was given at night by the Velmora registrar."
    first, second = paper("Courier", twelve), paper("Herald", twelve, later)
    assert on(first, second, "contradicts", "number", "They part.").relation == "unrelated"
    assert on(first, paper("Herald", later), "contradicts", "number", "They part.").relation == "contradicts"
    assert on(first, paper("Herald", twelve), "agrees", None, "").relation == "agrees"

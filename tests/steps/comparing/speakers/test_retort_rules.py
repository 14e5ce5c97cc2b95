"""Speakers whom one article sets against each other, beside speakers who merely follow each other."""

import pytest

from service.steps.comparing.speakers import retort_rules
from service.steps.comparing.tellings import Tellings
from tests.papers import Line, Said, paper, verdict


def retorts(*lines: Line, parts: dict[int, list[str]] | None = None) -> list[str]:
    read = paper("Courier", *lines, parts=parts)
    return [retort.type for retort in retort_rules.find(read, Tellings([read]))]


def orr(words: str) -> Line:
    return (f"Ana Orr said {words}.", [Said(words, "Ana Orr", "said")])


POINTING_BACK = [
    "Tom Hale denied that.",
    "Tom Hale rejected the claim.",
    "Tom Hale disputed her account.",
    "Tom Hale dismissed the allegations as a slur.",
    "Tom Hale denied it outright.",
]


@pytest.mark.parametrize("answer", POINTING_BACK)
def test_a_denial_that_points_back_is_opposed_to_what_stands_before(answer: str) -> None:
    cue = answer.split()[2]
    rest = answer.split(cue + " ")[1].rstrip(".")
    told: Line = (answer, [Said(rest, "Tom Hale", cue, "denies")])
    assert retorts(orr("the brakes had been worn for weeks"), told) == ["denial"]


def test_what_the_denier_holds_instead_is_the_other_side() -> None:
    line: Line = (
        "Tom Hale denied that, saying new pads were fitted in June.",
        [
            Said("that", "Tom Hale", "denied", "denies"),
            Said("new pads were fitted in June", "Tom Hale", "saying"),
        ],
    )
    parts = {1: ["new pads were fitted in June"]}
    read = paper("Courier", orr("the brakes had been worn for weeks"), line, parts=parts)
    found = verdict(read, read, 0, 1)
    assert (found.relation, found.confidence) == ("disputes", "likely")
    assert "new pads" in found.explanation
    assert "worn" in found.explanation


def test_a_denial_of_what_the_sentence_before_reports_is_opposed_to_it() -> None:
    told: Line = (
        "Tom Hale denied that his staff had hidden papers.",
        [Said("his staff had hidden papers", "Tom Hale", "denied", "denies")],
    )
    assert retorts(orr("the town had hidden two files"), told) == ["denial"]
    assert retorts(orr("the town had raised its taxes"), told) == []


@pytest.mark.parametrize(
    ("type_", "first", "answer", "instead"),
    [
        ("denial", "the gate was locked", "rejected that and said", "every gate stood open"),
        ("denial", "no call was logged", "disputed her account, insisting", "two calls were on the tape"),
        (
            "cause",
            "the blast had begun in the boiler",
            "dismissed the claim and blamed",
            "a leaking main in the street",
        ),
    ],
)
def test_a_denial_that_leads_over_to_what_is_held_instead(type_: str, first: str, answer: str, instead: str) -> None:
    cue = answer.split()[-1]
    told: Line = (f"Tom Hale {answer} {instead}.", [Said(instead, "Tom Hale", cue)])
    assert retorts(orr(first), told) == [type_]
    assert retorts(orr(first), (f"Tom Hale {cue} {instead}.", [Said(instead, "Tom Hale", cue)])) == []


@pytest.mark.parametrize(
    "between",
    ["Ana Orr denied that.", "It was a wet day."],
)
def test_nobody_answers_himself_or_from_afar(between: str) -> None:
    own: Line = (between, [Said("that", "Ana Orr", "denied", "denies")] if "denied" in between else [])
    late: Line = ("Tom Hale denied that.", [Said("that", "Tom Hale", "denied", "denies")])
    lines = [orr("the brakes were worn"), own] + ([late] if "denied" not in between else [])
    assert retorts(*lines) == []


def contrast(first: str, joiner: str, cue: str, second: str) -> list[str]:
    line: Line = (
        f"Ana Orr said {first}{joiner} Tom Hale {cue} {second}.",
        [Said(first, "Ana Orr", "said"), Said(second, "Tom Hale", cue)],
    )
    return retorts(line)


@pytest.mark.parametrize(
    ("type_", "first", "joiner", "cue", "second"),
    [
        ("number", "rents had risen 12 percent", ", but", "said", "they had risen 4 percent"),
        ("number", "the queue had lasted three hours", ", while", "insisted", "it had lasted twenty minutes"),
        ("number", "the letter came two weeks late", ";", "replied", "the letter came three days late"),
        ("other", "the crew stood idle for an hour", ", although", "maintained", "they had acted immediately"),
        ("other", "nobody answered for the first 30 minutes", ", whereas", "countered", "his staff answered at once"),
    ],
)
def test_two_speakers_in_contrast_are_opposed_where_both_cannot_hold(
    type_: str, first: str, joiner: str, cue: str, second: str
) -> None:
    assert contrast(first, joiner, cue, second) == [type_]


@pytest.mark.parametrize(
    ("first", "joiner", "cue", "second"),
    [
        ("the crew were brave", ", but", "said", "he never saw them"),
        ("rents had risen 12 percent", ", while", "said", "wages would rise 4 percent"),
        ("rents had risen 12 percent", ", and", "said", "rents had risen 4 percent"),
        ("rents had risen 12 percent", ", while", "said", "the park was lovely"),
        ("the queue had lasted three hours", ", while", "insisted", "it was a success"),
    ],
)
def test_a_contrast_alone_is_emphasis(first: str, joiner: str, cue: str, second: str) -> None:
    assert contrast(first, joiner, cue, second) == []


def test_two_articles_are_no_matter_of_retorts() -> None:
    one, other = paper("Courier", orr("the brakes were worn")), paper("Herald", orr("the brakes were new"))
    tellings = Tellings([one, other])
    a, b = (tellings.of(read.claims[0]) for read in (one, other))
    assert retort_rules.judge(a, b, tellings) is None


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("nobody had consulted the traders", "there had been three public hearings"),
        ("the ward had no doctor on duty", "a doctor was on duty all night"),
        ("the umpire stopped the match", "the match was called off by the police"),
    ],
)
def test_two_who_commit_themselves_to_what_excludes_each_other_are_opposed(said: str, answer: str) -> None:
    told: Line = (f"Tom Hale replied that {answer}.", [Said(answer, "Tom Hale", "replied")])
    assert len(retorts(orr(said), told)) == 1


@pytest.mark.parametrize(
    "answer", ["there would be coffee", "a nurse was on duty all night", "the ward had a doctor who was on leave"]
)
def test_an_answer_that_excludes_nothing_is_no_dispute(answer: str) -> None:
    told: Line = (f"Tom Hale replied that {answer}.", [Said(answer, "Tom Hale", "replied")])
    assert retorts(orr("the ward had no doctor on duty"), told) == []


@pytest.mark.parametrize(
    "words",
    ["called a lie", "called pure invention", "described as baseless", "dismissed as talk"],
)
def test_a_charge_that_another_rejects_is_disputed(words: str) -> None:
    cue, rest = words.split(" ", 1)
    line: Line = (
        f"Ana Orr accused the mill of dumping waste, a charge that its owner, Tom Hale, {words}.",
        [Said("the mill of dumping waste", "Ana Orr", "accused", "alleges"), Said(rest, "Tom Hale", cue)],
    )
    assert retorts(line, parts={0: ["the mill of dumping waste", rest]}) == ["denial"]


def test_what_somebody_calls_welcome_is_not_denied() -> None:
    line: Line = (
        "Ana Orr offered the mill a loan, an idea that its owner, Tom Hale, called welcome news.",
        [Said("the mill a loan", "Ana Orr", "offered"), Said("welcome news", "Tom Hale", "called")],
    )
    assert retorts(line, parts={0: ["the mill a loan", "welcome news"]}) == []

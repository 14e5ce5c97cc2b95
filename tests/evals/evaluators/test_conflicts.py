from collections.abc import Callable
from typing import Any

import pytest

from evals.evaluators import conflicts
from evals.expected import ConflictSection
from evals.outcomes import Outcome
from evals.results import Counts, Fault
from tests.evals.made_outcomes import Fields, Story, at, conflict, may, must, must_not

STORY = Story(
    echo="Four people died in the fire. It began in the kitchen. The hotel had 90 rooms. Rain fell all night.",
    gazette="Seven people died in the fire. It began in the cellar. The two hotels had 140 rooms.",
    herald="The fire killed seven. It started in the cellar. By noon the toll was nine.",
)
FOUR, KITCHEN = STORY.claim("echo", "Four people died in the fire"), STORY.claim("echo", "It began in the kitchen")
SEVEN, CELLAR = (
    STORY.claim("gazette", "Seven people died in the fire"),
    STORY.claim("gazette", "It began in the cellar"),
)
KILLED, STARTED = STORY.claim("herald", "The fire killed seven"), STORY.claim("herald", "It started in the cellar")
NINE, RAIN = STORY.claim("herald", "By noon the toll was nine"), STORY.claim("echo", "Rain fell all night")
NINETY, MORE = STORY.claim("echo", "The hotel had 90 rooms"), STORY.claim("gazette", "The two hotels had 140 rooms")
CLAIMS = (FOUR, KITCHEN, SEVEN, CELLAR, KILLED, STARTED, NINE, RAIN, NINETY, MORE)

TOLL = {
    "positions": [
        at("echo", "Four people died"),
        [at("gazette", "Seven people died"), at("herald", "The fire killed seven")],
    ],
    "why": "four or seven",
}
LATER = {
    "positions": [at("gazette", "Seven people died"), at("herald", "By noon the toll was nine")],
    "why": "a newer toll",
}
ROOMS = {
    "positions": [at("echo", "The hotel had 90 rooms"), at("gazette", "The two hotels had 140 rooms")],
    "why": "one hotel and two",
}
ORIGIN = {
    "positions": [
        at("echo", "in the kitchen"),
        [at("gazette", "in the cellar"), at("herald", "started in the cellar")],
    ],
    "why": "kitchen or cellar",
}
EVERY = (
    conflicts.false_contradiction,
    conflicts.missed_contradiction,
    conflicts.wrong_type,
    conflicts.update_called_contradiction,
    conflicts.missed_update,
    conflicts.false_update,
)
EVALUATORS: dict[str, Callable[[Outcome], list[Fault]]] = {one.__name__: one for one in EVERY}


def outcome(expected: Fields, **found: Any) -> Outcome:
    return STORY.outcome(expected, claims=CLAIMS, **found)


def named(expected: Fields, **found: Any) -> dict[str, list[str]]:
    """The faults of all six evaluators: why, by the name of the error. What finds nothing is left out."""
    held = outcome(expected, **found)
    faults = {name: [one.why for one in evaluator(held)] for name, evaluator in EVALUATORS.items()}
    return {name: whys for name, whys in faults.items() if whys}


def test_what_is_found_where_it_must_be_is_no_fault_at_all() -> None:
    expected = {"contradictions": [must(**TOLL)], "updates": [must(**LATER)], "scope_differences": [must(**ROOMS)]}
    found = {"contradictions": [conflict(FOUR, SEVEN)], "updates": [conflict(SEVEN, NINE)]}
    assert named(expected, **found, scope_differences=[conflict(NINETY, MORE)]) == {}


def test_a_contradiction_nobody_expects_is_false() -> None:
    assert named({}, contradictions=[conflict(KITCHEN, RAIN)]) == {"false_contradiction": ["no expectation lists it"]}
    assert named({}, disputes=[conflict(KITCHEN, RAIN)]) == {"false_contradiction": ["no expectation lists it"]}


def test_a_false_contradiction_shows_both_sides_as_they_stand() -> None:
    (fault,) = conflicts.false_contradiction(outcome({}, contradictions=[conflict(FOUR, [SEVEN, KILLED])]))
    assert fault.got == (
        "number, likely: Four people died in the fire AGAINST Seven people died in the fire + The fire killed seven"
    )


def test_a_near_miss_says_itself_why_it_is_none() -> None:
    near = must_not(positions=[at("echo", "in the kitchen"), at("echo", "Rain fell")], why="rain is no cause")
    other = must_not(**TOLL)
    expected = {"contradictions": [other, near]}
    assert named(expected, contradictions=[conflict(RAIN, KITCHEN)]) == {"false_contradiction": ["rain is no cause"]}
    assert named(expected) == {}


def test_a_near_miss_of_another_section_does_not_speak_for_this_one() -> None:
    assert named({"disputes": [must_not(**TOLL)]}, contradictions=[conflict(FOUR, SEVEN)]) == {
        "false_contradiction": ["no expectation lists it"]
    }


def test_what_may_be_found_costs_nothing_either_way() -> None:
    expected = {section: [may(**TOLL)] for section in ("contradictions", "disputes", "updates")}
    assert named(expected) == {}
    assert named(expected, contradictions=[conflict(FOUR, SEVEN)]) == {}
    assert conflicts.count(outcome(expected, contradictions=[conflict(FOUR, SEVEN)]), "contradictions") == Counts()


@pytest.mark.parametrize("expect", [must, may])
def test_one_matter_found_twice_is_false_the_second_time(expect: Callable[..., Fields]) -> None:
    twice = [conflict(FOUR, SEVEN), conflict(FOUR, KILLED)]
    assert named({"contradictions": [expect(**TOLL)]}, contradictions=twice) == {
        "false_contradiction": ["the same matter is found already"]
    }


def test_a_must_is_served_before_a_may_that_wants_the_same_finding() -> None:
    expected = {"contradictions": [may(**TOLL), must(**TOLL)]}
    held = outcome(expected, contradictions=[conflict(FOUR, SEVEN)])
    assert conflicts.count(held, "contradictions") == Counts(tp=1)


def test_a_contradiction_that_is_nowhere_is_missed() -> None:
    assert named({"contradictions": [must(**TOLL)]}) == {"missed_contradiction": ["four or seven"]}
    assert named({"disputes": [must(**TOLL)]}) == {"missed_contradiction": ["four or seven"]}


def test_a_missed_contradiction_shows_every_place_of_every_position() -> None:
    (fault,) = conflicts.missed_contradiction(outcome({"contradictions": [must(**TOLL)]}))
    assert fault.expected == (
        "echo: Four people died AGAINST gazette: Seven people died | herald: The fire killed seven"
    )


@pytest.mark.parametrize("other", [SEVEN, KILLED, [SEVEN, KILLED], [RAIN, KILLED]])
def test_any_place_of_a_position_stands_for_it(other: Any) -> None:
    assert named({"contradictions": [must(**TOLL)]}, contradictions=[conflict(FOUR, other)]) == {}


@pytest.mark.parametrize("sides", [(SEVEN, KILLED), ([FOUR, SEVEN], RAIN), (FOUR, RAIN)])
def test_a_conflict_that_does_not_part_the_two_positions_is_not_theirs(sides: Any) -> None:
    assert named({"contradictions": [must(**TOLL)]}, contradictions=[conflict(*sides)]) == {
        "false_contradiction": ["no expectation lists it"],
        "missed_contradiction": ["four or seven"],
    }


def test_words_that_barely_touch_a_place_are_not_its_position() -> None:
    beside = STORY.claim("gazette", "fire. It began in the cellar")
    near = must(positions=[at("echo", "in the kitchen"), at("gazette", "Seven people died in the fire")], why="near")
    held = STORY.outcome({"disputes": [near]}, claims=[KITCHEN, beside], disputes=[conflict(KITCHEN, beside)])
    assert [one.why for one in conflicts.missed_contradiction(held)] == ["near"]


def test_of_three_positions_two_are_enough() -> None:
    three = must(positions=[*TOLL["positions"], at("herald", "By noon the toll was nine")])
    assert named({"contradictions": [three]}, contradictions=[conflict(FOUR, NINE)]) == {}
    assert named({"contradictions": [three]}, contradictions=[conflict(NINE, SEVEN, FOUR)]) == {}


def test_a_claim_id_nobody_knows_rests_on_nothing() -> None:
    found = conflict(FOUR, SEVEN)
    lost = found.positions[1].model_copy(update={"claim_ids": ("nobody",)})
    broken = found.model_copy(update={"positions": (found.positions[0], lost)})
    assert set(named({"contradictions": [must(**TOLL)]}, contradictions=[broken])) == {
        "false_contradiction",
        "missed_contradiction",
    }


@pytest.mark.parametrize(("expected", "found"), [("contradictions", "disputes"), ("disputes", "contradictions")])
def test_a_conflict_in_the_other_section_is_a_wrong_type_and_nothing_else(expected: str, found: str) -> None:
    assert named({expected: [must(**TOLL)]}, **{found: [conflict(FOUR, SEVEN)]}) == {"wrong_type": ["four or seven"]}


@pytest.mark.parametrize("section", ["updates", "scope_differences"])
def test_a_contradiction_called_an_update_is_a_wrong_type_and_not_missed(section: str) -> None:
    found = {section: [conflict(FOUR, SEVEN)]}
    assert named({"contradictions": [must(**TOLL)]}, **found) == {"wrong_type": ["four or seven"]}
    (fault,) = conflicts.wrong_type(outcome({"contradictions": [must(**TOLL)]}, **found))
    assert (fault.expected, fault.got.split(":")[0]) == ("contradictions", section)


def test_a_type_that_is_not_accepted_is_wrong() -> None:
    expected = {"contradictions": [must(**ORIGIN, types=["place", "cause"])]}
    assert named(expected, contradictions=[conflict(KITCHEN, CELLAR, type="place")]) == {}
    assert named(expected, contradictions=[conflict(KITCHEN, CELLAR, type="date")]) == {
        "wrong_type": ["kitchen or cellar"]
    }
    (fault,) = conflicts.wrong_type(outcome(expected, contradictions=[conflict(KITCHEN, CELLAR, type="date")]))
    assert fault.expected == "place, cause"


def test_any_type_is_right_where_none_is_listed() -> None:
    found = [conflict(KITCHEN, CELLAR, type="date")]
    assert named({"contradictions": [must(**ORIGIN)]}, contradictions=found) == {}


@pytest.mark.parametrize("expect", [must, may])
def test_an_update_called_a_contradiction_has_its_own_name(expect: Callable[..., Fields]) -> None:
    expected = {"updates": [expect(**LATER)], "contradictions": [must_not(**LATER)]}
    assert named(expected, contradictions=[conflict(SEVEN, NINE)]) == {"update_called_contradiction": ["a newer toll"]}


def test_an_update_called_a_dispute_is_a_wrong_type() -> None:
    assert named({"updates": [must(**LATER)]}, disputes=[conflict(SEVEN, NINE)]) == {"wrong_type": ["a newer toll"]}


@pytest.mark.parametrize("section", conflicts.HARMFUL)
def test_a_difference_in_scope_called_a_contradiction_is_a_false_one(section: str) -> None:
    found = {section: [conflict(NINETY, MORE)]}
    assert named({"scope_differences": [must(**ROOMS)]}, **found) == {"false_contradiction": ["one hotel and two"]}
    near = {"scope_differences": [may(**ROOMS)], section: [must_not(**{**ROOMS, "why": "two hotels"})]}
    assert named(near, **found) == {"false_contradiction": ["two hotels"]}


@pytest.mark.parametrize("section", ["updates", "scope_differences"])
def test_an_update_that_is_nowhere_is_missed(section: str) -> None:
    assert named({section: [must(**LATER)]}) == {"missed_update": ["a newer toll"]}
    assert named({section: [may(**LATER)]}) == {}


@pytest.mark.parametrize("section", ["updates", "scope_differences"])
def test_an_update_nobody_expects_is_false(section: str) -> None:
    found = {section: [conflict(FOUR, RAIN)]}
    assert named({}, **found) == {"false_update": ["no expectation lists it"]}
    near = must_not(positions=[at("echo", "Four people died"), at("echo", "Rain fell")], why="two matters")
    assert named({section: [near]}, **found) == {"false_update": ["two matters"]}


def test_an_update_called_a_difference_in_scope_is_a_wrong_type_alone() -> None:
    assert named({"updates": [must(**LATER)]}, scope_differences=[conflict(SEVEN, NINE)]) == {
        "wrong_type": ["a newer toll"]
    }


@pytest.mark.parametrize(("confidence", "is_fault"), [("possible", False), ("likely", True), ("certain", True)])
def test_a_finding_surer_than_it_may_be_is_false_and_says_so(confidence: str, is_fault: bool) -> None:
    expected = {"contradictions": [may(**TOLL, at_most="possible")]}
    found = [conflict(FOUR, SEVEN, confidence=confidence)]
    why = {"false_contradiction": ["at most possible: four or seven"]}
    assert named(expected, contradictions=found) == (why if is_fault else {})


def test_a_finding_that_is_too_sure_is_not_missed_as_well() -> None:
    expected = {"contradictions": [must(**TOLL, at_most="likely")]}
    assert named(expected, contradictions=[conflict(FOUR, SEVEN, confidence="certain")]) == {
        "false_contradiction": ["at most likely: four or seven"]
    }


def test_what_stands_in_the_wrong_section_counts_as_wrong_in_both() -> None:
    held = outcome({"contradictions": [must(**TOLL)], "updates": [must(**LATER)]}, updates=[conflict(FOUR, SEVEN)])
    counts: dict[ConflictSection, Counts] = {
        "contradictions": Counts(fn=1),
        "updates": Counts(fp=1, fn=1),
        "disputes": Counts(),
    }
    assert {section: conflicts.count(held, section) for section in counts} == counts


def test_counts_hold_what_is_found_false_and_missed() -> None:
    expected = {"contradictions": [must(**TOLL), must(**ORIGIN), may(**LATER), must_not(**ROOMS)]}
    found = [conflict(FOUR, SEVEN), conflict(FOUR, KILLED), conflict(SEVEN, NINE), conflict(NINETY, MORE)]
    assert conflicts.count(outcome(expected, contradictions=found), "contradictions") == Counts(tp=1, fp=2, fn=1)

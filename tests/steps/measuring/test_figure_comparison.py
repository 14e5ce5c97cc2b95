"""Whether two figures can both be right: doubt must never come out as a contradiction."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.models import Figure
from service.steps import figures

PUBLISHED = date(2014, 10, 17)


def figure(text: str) -> Figure:
    (found,) = figures.find(text, published_at=PUBLISHED)
    return found


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        ("26 people", "twenty-six people", "26 is twenty-six"),
        ("26 people", "26 persons", "both give 26"),
        ("killed 26", "26 dead", "both give 26"),
        ("25 miles", "40 km", "25 miles is 40.2 km, within rounding of 40 km"),
        ("6ft", "1.83 metres", "1.83 metres is within rounding of 6ft"),
        ("half an hour", "30 minutes", "30 minutes is half an hour"),
        ("for a year", "12 months", "12 months is a year"),
        ("three weeks", "20 days", "three weeks is 21 days, within rounding of 20 days"),
        ("$1.1bn", "1.1 billion dollars", "$1.1bn is 1.1 billion dollars"),
        ("$1.1bn", "$1.14 billion", "$1.14 billion is within rounding of $1.1bn"),
        ("400,000 people", "410,000 people", "410,000 is within rounding of 400,000"),
        ("1,400 people", "1,412 people", "1,412 is within rounding of 1,400"),
        ("5%", "5.3 percent", "5.3 percent is within rounding of 5%"),
        ("at least 40 people", "43 people", "at least 40 allows 43"),
        ("up to 50 people", "45 people", "up to 50 allows 45"),
        ("more than 400 people", "430 people", "more than 400 allows 430"),
        ("10 to 12 people", "11 people", "10 to 12 allows 11"),
        ("10 to 12 people", "12 to 15 people", "12 to 15 allows 10 to 12"),
        ("dozens of people", "30 people", "dozens allows 30"),
        ("about 40 people", "42 people", "42 is near enough to about 40"),
        ("a dozen people", "13 people", "13 is within rounding of a dozen"),
        ("in 1994-96", "in 1995", "1994-96 allows 1995"),
        ("the third attack", "the 3rd attack", "3rd is third"),
        ("14 October 2014", "Tuesday", "14 October 2014 was a Tuesday"),
        ("14 October 2014", "Oct. 14", "14 October 2014 is Oct. 14"),
        ("14 October 2014", "2014-10-14", "14 October 2014 is 2014-10-14"),
        ("October 2014", "October 14", "October 2014 includes October 14"),
        ("14-16 October", "15 October", "15 October is 14-16 October"),
        ("on Wednesday", "Wednesday's talks", "both give Wednesday"),
        ("7 p.m.", "19:00", "19:00 is 7 p.m."),
        ("7:00", "19:00", "19:00 is 7:00"),
        ("about 7 p.m.", "7:10 p.m.", "7:10 p.m. and about 7 p.m. are 10 minutes apart, near enough for about"),
        ("the toll rose to 26", "the toll rose to 26", "both give 26"),
    ],
)
def test_compatible(a: str, b: str, reason: str) -> None:
    assert figures.compare(figure(a), figure(b)) == figures.Comparison("compatible", reason)


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        ("26 people", "28 people", "26 is not 28"),
        ("20 people", "23 people", "20 is not 23"),
        ("killing 26", "31 dead", "26 is not 31"),
        ("400 people", "600 people", "400 is not 600"),
        ("3 million people", "4 million people", "3 million is not 4 million"),
        ("40 km", "60 miles", "40 km is 24.9 miles, not 60 miles"),
        ("$1.1bn", "$1.3bn", "$1.1bn is not $1.3bn"),
        ("5%", "6 percent", "5% is not 6 percent"),
        ("5.2%", "5.4%", "5.2% is not 5.4%"),
        ("at least 40 people", "35 people", "at least 40 rules out 35"),
        ("up to 50 people", "60 people", "up to 50 rules out 60"),
        ("at least 40 people", "at most 30 people", "at most 30 rules out at least 40"),
        ("10 to 12 people", "15 people", "10 to 12 rules out 15"),
        ("dozens of people", "5 people", "dozens rules out 5"),
        ("about 40 people", "80 people", "about 40 rules out 80"),
        ("a 28-year-old", "an 82-year-old", "28-year-old is not 82-year-old"),
        ("in 2013", "in 2014", "2013 is not 2014"),
        ("the third attack", "the fourth attack", "fourth is not third"),
        ("14 October 2014", "Wednesday", "14 October 2014 was a Tuesday, not a Wednesday"),
        ("October 14", "Wednesday", "14 October 2014 was a Tuesday, not a Wednesday"),
        ("October 14", "October 15", "October 15 is not October 14"),
        ("14 October 2014", "14 October 2013", "14 October 2014 is not 14 October 2013"),
        ("in October 2014", "in September 2014", "September 2014 is not October 2014"),
        ("on Tuesday", "on Wednesday", "Tuesday is not Wednesday"),
        ("7 p.m.", "9 p.m.", "9 p.m. is not 7 p.m."),
        ("10:30", "10:50", "10:50 is not 10:30"),
    ],
)
def test_conflicting(a: str, b: str, reason: str) -> None:
    assert figures.compare(figure(a), figure(b)) == figures.Comparison("conflicting", reason)


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        ("26 people", "28 soldiers", "different things: people and soldier"),
        ("26 people", "another 28 people", "different things: people and other people"),
        ("26 people", "the toll rose to 28", "may count different things"),
        ("the toll rose to 26", "it rose to 28", "may count different things"),
        ("26 people", "26 km", "different kinds: count and length"),
        ("5 percent", "5 percentage points", "different kinds: percent and points"),
        ("$5m", "€5m", "different currencies"),
        ("30 francs", "40 francs", "different currencies"),
        ("60 km", "80 km/h", "different things: a total and per hour"),
        ("400 people", "430 people", "may differ by rounding alone"),
        ("1 billion dollars", "$1.2bn", "may differ by rounding alone"),
        ("for a week", "10 days", "may differ by rounding alone"),
        ("about 40 people", "48 people", "may differ by rounding alone"),
        ("more than 43 people", "43 people", "leaves out 43 itself, but only just"),
        ("at least 12 people", "200 people", "at least 12 allows 200, but is far from it"),
        ("dozens of people", "900 people", "dozens allows 900, but is far from it"),
        ("1.200 people", "1,200 people", "the value of at least one is not sure"),
        ("11/10/2014", "October 11", "the day of at least one is not sure"),
        ("October 2014", "Tuesday", "is not one day of a known year"),
        ("7 October 2014", "Tuesday", "7 October 2014 was a Tuesday, but Tuesday may be of another week"),
        ("October 14", "October 2013", "may be of different years"),
        ("next Monday", "on Monday", "both give Monday, but perhaps of different weeks"),
        ("10 a.m. GMT", "10 a.m. EST", "may be in different time zones"),
        ("10 a.m. GMT", "11 a.m.", "may be in different time zones"),
        ("7 p.m.", "7:20 p.m.", "may differ by rounding alone"),
        ("10:30", "10:34", "may differ by rounding alone"),
        ("in 2014", "14 October 2014", "different kinds: year and date"),
    ],
)
def test_incomparable(a: str, b: str, reason: str) -> None:
    comparison = figures.compare(figure(a), figure(b))
    assert comparison.outcome == "incomparable"
    assert reason in comparison.reason


def test_without_dates_of_publication_days_are_compared_by_their_words() -> None:
    (fourteenth,), (fifteenth,) = figures.find("on October 14"), figures.find("on October 15")
    (tuesday,) = figures.find("on Tuesday")
    assert figures.compare(fourteenth, fifteenth).outcome == "conflicting"
    assert figures.compare(fourteenth, tuesday).outcome == "incomparable"


TEXT = """26 people, 28 people, at least 40 people, up to 50 people, dozens of people, about 40 people, 10 to 12
people, more than 43 people; 26 dead; the toll rose to 26; 1.200 people; 25 miles, 40 km, 60 km/h, $5m, $1.1bn, 5%,
6%, 5 percentage points, half an hour, 30 minutes, in 2014, 1994-96, the third attack; 14 October 2014, on Tuesday, on
Wednesday, in October 2014, on 11/10/2014, 7 p.m., 10:30, 10 a.m. GMT, about 7 p.m., a 28-year-old"""
FIGURES = figures.find(TEXT, published_at=PUBLISHED)


def test_the_order_of_two_figures_does_not_matter() -> None:
    for a, b in product(FIGURES, repeat=2):
        assert figures.compare(a, b) == figures.compare(b, a)


@pytest.mark.parametrize("same", [figure for figure in FIGURES if figure.low is not None or figure.high is not None])
def test_a_figure_never_conflicts_with_itself(same: Figure) -> None:
    assert figures.compare(same, same).outcome == "compatible"


NUMBERS = st.integers(min_value=0, max_value=10**7)


@settings(max_examples=200, deadline=None)
@given(NUMBERS, NUMBERS, st.sampled_from(["people", "km", "percent", "hours", "million dollars"]))
def test_any_two_numbers_compare_alike_in_either_order(one: int, other: int, unit: str) -> None:
    found = [*figures.find(f"{one} {unit}"), *figures.find(f"{other} {unit}")]
    assert len(found) == 2
    outcome = figures.compare(*found)
    assert outcome == figures.compare(*reversed(found))
    assert outcome.outcome == "compatible" or one != other
    assert outcome.outcome == "conflicting" or abs(one - other) <= max(one, other) / 2

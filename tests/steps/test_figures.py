"""Figures in news English: what is found, with which value, and what is rightly passed over."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.models import Figure
from service.steps import figures

PUBLISHED = date(2014, 10, 17)
MINUTE, HOUR, DAY, WEEK = 60.0, 3600.0, 86400.0, 604800.0
YEAR = 365.25 * DAY
OPEN = None


def find(text: str) -> list[Figure]:
    return list(figures.find(text, published_at=PUBLISHED))


def only(text: str) -> Figure:
    (figure,) = find(text)
    return figure


@pytest.mark.parametrize(
    ("text", "written", "low", "high", "noun", "bound"),
    [
        ("26 people were killed", "26", 26, 26, "people", "exact"),
        ("twenty-six people", "twenty-six", 26, 26, "people", "exact"),
        ("Twenty six persons left", "Twenty six", 26, 26, "people", "exact"),
        ("three hundred soldiers", "three hundred", 300, 300, "soldier", "exact"),
        ("three hundred and five cases", "three hundred and five", 305, 305, "case", "exact"),
        ("two thousand four hundred and one houses", "two thousand four hundred and one", 2401, 2401, "house", "exact"),
        ("1,200 families", "1,200", 1200, 1200, "family", "exact"),
        ("12,34,567 voters", "12,34,567", 1234567, 1234567, "voter", "exact"),
        ("1'200 boxes", "1'200", 1200, 1200, "box", "exact"),
        ("400,000 refugees", "400,000", 400000, 400000, "refugee", "exact"),
        ("some 1.1 million children", "some 1.1 million", 1.1e6, 1.1e6, "child", "about"),
        ("2.5mn tonnes", "2.5mn", 2.5e6, 2.5e6, "tonne", "exact"),
        ("half a million homes", "half a million", 5e5, 5e5, "home", "exact"),
        ("two and a half million votes", "two and a half million", 2.5e6, 2.5e6, "vote", "exact"),
        ("a million and a half votes", "a million and a half", 1.5e6, 1.5e6, "vote", "exact"),
        ("a dozen boats", "a dozen", 12, 12, "boat", "exact"),
        ("two dozen boats", "two dozen", 24, 24, "boat", "exact"),
        ("half a dozen boats", "half a dozen", 6, 6, "boat", "exact"),
        ("dozens of women", "dozens", 24, OPEN, "woman", "at_least"),
        ("tens of thousands of fans", "tens of thousands", 20000, OPEN, "fan", "at_least"),
        ("hundreds of thousands of fans", "hundreds of thousands", 200000, OPEN, "fan", "at_least"),
        ("several hundred men", "several hundred", 200, OPEN, "man", "at_least"),
        ("a few thousand men", "a few thousand", 2000, OPEN, "man", "at_least"),
        ("a couple of shops", "a couple of", 2, 2, "shop", "about"),
        ("40 lakh ballots", "40 lakh", 4e6, 4e6, "ballot", "exact"),
        ("at least 40 miners", "at least 40", 40, OPEN, "miner", "at_least"),
        ("more than 40 miners", "more than 40", 40, OPEN, "miner", "at_least"),
        ("over 40 miners", "over 40", 40, OPEN, "miner", "at_least"),
        ("no fewer than forty miners", "no fewer than forty", 40, OPEN, "miner", "at_least"),
        ("at least another 40 miners", "at least another 40", 40, OPEN, "other miner", "at_least"),
        ("40 or more miners", "40 or more", 40, OPEN, "miner", "at_least"),
        ("40-plus miners", "40-plus", 40, OPEN, "miner", "at_least"),
        ("up to 40 miners", "up to 40", OPEN, 40, "miner", "at_most"),
        ("fewer than 40 miners", "fewer than 40", OPEN, 40, "miner", "at_most"),
        ("no more than 40 miners", "no more than 40", OPEN, 40, "miner", "at_most"),
        ("over two seasons", "over two", 2, 2, "season", "about"),
        ("nearly 40 miners", "nearly 40", 40, 40, "miner", "about"),
        ("almost forty miners", "almost forty", 40, 40, "miner", "about"),
        ("about 40 miners", "about 40", 40, 40, "miner", "about"),
        ("an estimated 40 miners", "an estimated 40", 40, 40, "miner", "about"),
        ("40 or so miners", "40 or so", 40, 40, "miner", "about"),
        ("up to dozens of miners", "up to dozens", OPEN, OPEN, "miner", "at_most"),
        ("10 to 12 miners", "10 to 12", 10, 12, "miner", "exact"),
        ("10-12 miners", "10-12", 10, 12, "miner", "exact"),
        ("between 10 and 12 miners", "between 10 and 12", 10, 12, "miner", "exact"),
        ("ten or twelve miners", "ten or twelve", 10, 12, "miner", "exact"),
        ("5 to 10 million votes", "5 to 10 million", 5e6, 1e7, "vote", "exact"),
        ("two to three hundred votes", "two to three hundred", 200, 300, "vote", "exact"),
        ("26 heavily armed Iraqi soldiers", "26", 26, 26, "soldier", "exact"),
        ("40 square kilometres burned", "40", 40, 40, "square kilometre", "exact"),
        ("a 26-member commission", "26", 26, 26, "member", "exact"),
        ("12 others", "12", 12, 12, "others", "exact"),
        ("40 more ships", "40", 40, 40, "other ship", "exact"),
        ("a blast killing 26", "26", 26, 26, "dead", "exact"),
        ("it killed at least 26", "at least 26", 26, OPEN, "dead", "at_least"),
        ("26 were wounded", "26", 26, 26, "injured", "exact"),
        ("26 had been arrested", "26", 26, 26, "arrested", "exact"),
        ("the toll rose to 26", "26", 26, 26, "", "exact"),
        ("one soldier was hurt", "one", 1, 1, "soldier", "exact"),
        ("at least one Turkish officer", "at least one", 1, OPEN, "officer", "at_least"),
        ("a 28-year-old man", "28-year-old", 28, 28, "age", "exact"),
        ("he is 28 years old", "28 years old", 28, 28, "age", "exact"),
        ("aged 28, he left", "28", 28, 28, "age", "exact"),
        ("٢٦ people", "٢٦", 26, 26, "people", "exact"),
        ("26人が死亡", "26", 26, 26, "人", "exact"),
        ("1.200.000 Stimmen", "1.200.000", 1.2e6, 1.2e6, "", "exact"),
        # One country's thousand is another's one and a fifth: no value is better than a wrong one.
        ("1.200 personas", "1.200", OPEN, OPEN, "persona", "exact"),
        ("1 200 personnes", "1 200", OPEN, OPEN, "personne", "exact"),
    ],
)
def test_counts(text: str, written: str, low: float | None, high: float | None, noun: str, bound: str) -> None:
    figure = only(text)
    assert (figure.kind, figure.text) == ("count", written)
    assert (figure.low, figure.high) == (low, high)
    assert (figure.noun, figure.bound) == (noun, bound)


@pytest.mark.parametrize(
    ("text", "written", "kind", "value", "unit"),
    [
        ("$1.1bn was spent", "$1.1bn", "money", 1.1e9, "USD"),
        ("1.1 billion dollars", "1.1 billion dollars", "money", 1.1e9, "USD"),
        ("US$5 million", "US$5 million", "money", 5e6, "USD"),
        ("a $40-million bridge", "$40-million", "money", 4e7, "USD"),
        ("5 million US dollars", "5 million US dollars", "money", 5e6, "USD"),
        ("A$5m", "A$5m", "money", 5e6, "AUD"),
        ("30 Hong Kong dollars", "30 Hong Kong dollars", "money", 30, "HKD"),
        ("€40 million", "€40 million", "money", 4e7, "EUR"),
        ("40m euros", "40m euros", "money", 4e7, "EUR"),
        ("£5k", "£5k", "money", 5000, "GBP"),
        ("40 million pounds", "40 million pounds", "money", 4e7, "GBP"),
        ("Rs 500", "Rs 500", "money", 500, "INR"),
        ("Rs. 500 crore", "Rs. 500 crore", "money", 5e9, "INR"),
        ("EUR 30", "EUR 30", "money", 30, "EUR"),
        ("30 francs", "30 francs", "money", 30, ""),
        ("25 miles", "25 miles", "length", 40233.6, "m"),
        ("40 km", "40 km", "length", 40000, "m"),
        ("40km", "40km", "length", 40000, "m"),
        ("300 metres", "300 metres", "length", 300, "m"),
        ("30 feet", "30 feet", "length", 9.144, "m"),
        ("a 10-mile queue", "10-mile", "length", 16093.44, "m"),
        ("half a mile", "half a mile", "length", 804.672, "m"),
        ("five nautical miles", "five nautical miles", "length", 9260, "m"),
        ("48 hours", "48 hours", "duration", 48 * HOUR, "s"),
        ("half an hour", "half an hour", "duration", 30 * MINUTE, "s"),
        ("a three-week war", "three-week", "duration", 3 * WEEK, "s"),
        ("two and a half years", "two and a half years", "duration", 2.5 * YEAR, "s"),
        ("it lasted a week", "a week", "duration", WEEK, "s"),
        ("a 10-second delay", "10-second", "duration", 10, "s"),
        ("5 percent", "5 percent", "percent", 5, "%"),
        ("5 per cent", "5 per cent", "percent", 5, "%"),
        ("5.5%", "5.5%", "percent", 5.5, "%"),
        ("2.5 percentage points", "2.5 percentage points", "points", 2.5, "points"),
        ("$3.575 billion", "$3.575 billion", "money", 3.575e9, "USD"),
        ("$1.07 per diluted share", "$1.07 per diluted share", "money", 1.07, "USD"),
        ("800 basis points", "800 basis points", "points", 8, "points"),
        ("in fiscal 2020", "2020", "year", 2020, ""),
        ("a two-percentage-point rise", "two-percentage-point", "points", 2, "points"),
        ("at 10:35", "10:35", "time", 635, ""),
        ("at 7 p.m.", "7 p.m.", "time", 1140, ""),
        ("at 7.15pm", "7.15pm", "time", 1155, ""),
        ("at 12:30 a.m. EST", "12:30 a.m. EST", "time", 30, "EST"),
        ("at 1035 GMT", "1035 GMT", "time", 635, "GMT"),
        ("at noon", "noon", "time", 720, ""),
        ("at seven o'clock", "seven o'clock", "time", 420, ""),
        ("in 2014", "2014", "year", 2014, ""),
        ("in 1850", "1850", "year", 1850, ""),
        ("the 2014 elections", "2014", "year", 2014, ""),
        ("the third attack", "third", "ordinal", 3, ""),
        ("the 21st century", "21st", "ordinal", 21, ""),
        ("the twenty-first day", "twenty-first", "ordinal", 21, ""),
    ],
)
def test_measures(text: str, written: str, kind: str, value: float, unit: str) -> None:
    figure = only(text)
    assert (figure.text, figure.kind, figure.unit) == (written, kind, unit)
    assert figure.low == figure.high == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "written", "kind", "low", "high"),
    [
        ("$5-7 million", "$5-7 million", "money", 5e6, 7e6),
        ("$10m to $12m", "$10m to $12m", "money", 1e7, 1.2e7),
        ("between 20 and 30 km", "between 20 and 30 km", "length", 20000, 30000),
        ("10-12%", "10-12%", "percent", 10, 12),
        ("two to three hours", "two to three hours", "duration", 2 * HOUR, 3 * HOUR),
        ("in 1994-96", "1994-96", "year", 1994, 1996),
        ("1999-2000", "1999-2000", "year", 1999, 2000),
        ("the 1990s", "1990s", "year", 1990, 1999),
        ("more than $5m", "more than $5m", "money", 5e6, OPEN),
        ("less than 5 percent", "less than 5 percent", "percent", OPEN, 5),
    ],
)
def test_ranges_and_bounds_of_measures(
    text: str, written: str, kind: str, low: float | None, high: float | None
) -> None:
    figure = only(text)
    assert (figure.text, figure.kind, figure.low, figure.high) == (written, kind, low, high)


@pytest.mark.parametrize(
    ("text", "written", "first", "last"),
    [
        ("on 14 October 2014", "14 October 2014", date(2014, 10, 14), date(2014, 10, 14)),
        ("on Oct. 14, 2014", "Oct. 14, 2014", date(2014, 10, 14), date(2014, 10, 14)),
        ("on October 14th", "October 14th", date(2014, 10, 14), date(2014, 10, 14)),
        ("on the 3rd of January", "3rd of January", date(2015, 1, 3), date(2015, 1, 3)),
        ("on December 30", "December 30", date(2014, 12, 30), date(2014, 12, 30)),
        ("on 14-16 October", "14-16 October", date(2014, 10, 14), date(2014, 10, 16)),
        ("in October 2013", "October 2013", date(2013, 10, 1), date(2013, 10, 31)),
        ("in September", "September", date(2014, 9, 1), date(2014, 9, 30)),
        ("in December", "December", date(2013, 12, 1), date(2013, 12, 31)),
        ("dated 2014-10-13", "2014-10-13", date(2014, 10, 13), date(2014, 10, 13)),
        ("dated 13.10.2014", "13.10.2014", date(2014, 10, 13), date(2014, 10, 13)),
        ("dated 10/13/2014", "10/13/2014", date(2014, 10, 13), date(2014, 10, 13)),
        ("on Friday", "Friday", date(2014, 10, 17), date(2014, 10, 17)),
        ("on Wednesday", "Wednesday", date(2014, 10, 15), date(2014, 10, 15)),
        ("next Wednesday", "Wednesday", date(2014, 10, 22), date(2014, 10, 22)),
        ("Monday's vote", "Monday's", date(2014, 10, 13), date(2014, 10, 13)),
        ("they will meet on Monday", "Monday", None, None),
        ("dated 11/10/2014", "11/10/2014", None, None),
        ("on February 30, 2014", "February 30, 2014", None, None),
    ],
)
def test_days_are_resolved_from_the_date_of_publication(
    text: str, written: str, first: date | None, last: date | None
) -> None:
    figure = only(text)
    assert figure.text == written
    assert (figure.low, figure.high) == (first and first.toordinal(), last and last.toordinal())


def test_without_a_date_of_publication_a_weekday_has_no_value() -> None:
    (weekday, day) = figures.find("on Friday or on October 14")
    assert weekday.low is weekday.high is day.low is day.high is None


def test_a_moment_of_publication_counts_as_its_day() -> None:
    (figure,) = figures.find("on Thursday", published_at=datetime(2014, 10, 17, 23, 59, tzinfo=UTC))
    assert figure.low == date(2014, 10, 16).toordinal()


def test_a_weekday_beside_a_date_is_that_date() -> None:
    weekday, day = find("on Monday, 6 October 2014")
    assert (weekday.kind, weekday.low) == ("weekday", day.low)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("prices rose from 10 to 12 percent", ["10", "12 percent"]),
        ("In October 14 people died", ["October", "14"]),
        ("26 dead, 40 wounded", ["26", "40"]),
        ("60 km/h for 40 km", ["60 km/h", "40 km"]),
        ("$85 a barrel", ["$85 a barrel"]),
        ("On Tuesday, Oct. 14, 2014, at 10:35 GMT", ["Tuesday", "Oct. 14, 2014", "10:35 GMT"]),
    ],
)
def test_several_figures_keep_apart(text: str, found: list[str]) -> None:
    assert [figure.text for figure in find(text)] == found


def test_a_rate_says_what_it_is_counted_per() -> None:
    assert [figure.noun for figure in find("60 km/h, 60 km an hour, $85 a barrel")] == [
        "per hour",
        "per hour",
        "per barrel",
    ]


def test_offsets_are_moved_by_where_the_text_stands() -> None:
    (figure,) = figures.find("some 26 men", offset=100)
    assert (figure.start, figure.end, figure.text) == (100, 107, "some 26")


PIECES = st.one_of(
    st.sampled_from(
        [
            *"1 26 1,200 1.200 2014 10:35 14 October Oct. , . - – to and from between at least more than".split(),
            *"a half an million bn % percent $ € Rs km miles hour week-old people killed Friday next in p.m.".split(),
            *"GMT third one of Seven ½ ( ) / : m euros".split(),
            "\n",
        ]
    ),
    st.text(max_size=4),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=20).flatmap(lambda pieces: st.sampled_from([" ".join(pieces), "".join(pieces)])))
def test_any_text_gives_figures_that_stand_in_it(text: str) -> None:
    end = 0
    for figure in figures.find(text, published_at=PUBLISHED):
        assert text[figure.start : figure.end] == figure.text != ""
        assert figure.start >= end
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        end = figure.end


@settings(max_examples=100, deadline=None)
@given(st.dates())
def test_any_date_of_publication_will_do(published_at: date) -> None:
    text = "on Friday, next Friday, on Oct. 14, in March, 14-16 December"
    assert len(figures.find(text, published_at=published_at)) == 5

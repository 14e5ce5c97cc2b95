from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from service import dates


def test_a_day_is_a_date() -> None:
    assert dates.parse("2014-10-17") == date(2014, 10, 17)


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("2014-10-17T10:30:00Z", timedelta()),
        ("2014-10-17t10:30:00z", timedelta()),
        ("2014-10-17 10:30", timedelta()),
        ("2014-10-17T10:30:00.250000+02:00", timedelta(hours=2)),
        ("2014-10-17T10:30:00-0500", timedelta(hours=-5)),
    ],
)
def test_a_moment_keeps_its_offset(text: str, offset: timedelta) -> None:
    moment = dates.parse(text)
    assert isinstance(moment, datetime)
    assert (moment.hour, moment.minute, moment.utcoffset()) == (10, 30, offset)


def test_a_time_without_an_offset_is_taken_as_utc() -> None:
    assert dates.parse("2014-10-17T10:00:00") == datetime(2014, 10, 17, 10, tzinfo=UTC)
    assert dates.parse("2014-10-17T10:00:00") != datetime(2014, 10, 17, 10, tzinfo=timezone(timedelta(hours=1)))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "17 October 2014",
        "2014-02-30",
        "20141017",
        "2014-W42-5",
        "2014",
        "1413504000",
        "2014-10-17T25:00",
        "٢٠١٤-١٠-١٧",
    ],
)
def test_whatever_else_is_no_date(text: str) -> None:
    assert dates.parse(text) is None

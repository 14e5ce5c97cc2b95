"""Onset rules: one beginning has one hour and one day; several beginnings, and one night, are left alone."""

from datetime import UTC, datetime

import pytest

from tests.papers import paper, verdict

WHEN = datetime(2025, 9, 16, 8, tzinfo=UTC)


def relation(one: str, other: str) -> tuple[str, str | None]:
    a, b = paper("Courier", one, published_at=WHEN), paper("Herald", other, published_at=WHEN)
    found, swapped = verdict(a, b), verdict(b, a)
    assert found.relation == swapped.relation
    return found.relation, found.type


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The fire broke out at 4.50 a.m. in the hold.", "The blaze took hold at about half past six."),
        (
            "The snow broke away shortly before eleven in the morning.",
            "An avalanche came at half past two in the afternoon.",
        ),
        ("A road bridge gave way at 9.40 p.m. on Saturday.", "The span broke at about twenty to ten on Sunday night."),
        ("The express came off the rails late on Friday.", "All nine coaches jumped the track on Thursday night."),
        ("The accident happened at ten to midnight on Friday.", "The train derailed on Thursday night."),
        ("The quake struck at 6.10 a.m. on Monday.", "The earthquake hit at 9.30 a.m. on Monday."),
    ],
)
def test_two_hours_or_days_of_one_onset_contradict_each_other(one: str, other: str) -> None:
    assert relation(one, other) == ("contradicts", "date")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The fire broke out at 4.50 a.m.", "The blaze began at about ten to five."),
        ("The fire broke out at 4.50 a.m.", "An explosion occurred at 6 a.m."),
        ("The express derailed late on Friday.", "The train left the rails early on Saturday."),
        ("The bridge fell at 19:40 UTC on Saturday.", "The span broke at 9.40 p.m. on Saturday."),
        ("The building caught light; the fire began at 3 p.m.", "The building collapsed at 6 p.m."),
        ("The fire broke out at 7 p.m.", "The fire started at seven in the evening."),
        ("The quake hit Carrow at 6.10 a.m. on Monday.", "The quake hit Ketter at 9.30 a.m. on Monday."),
        ("The strike began on Monday.", "The strike committee met on Tuesday."),
    ],
)
def test_what_fits_or_is_of_something_else_is_left_alone(one: str, other: str) -> None:
    assert relation(one, other)[0] not in ("contradicts", "disputes", "updates")


def test_a_paper_that_tells_of_two_onsets_is_held_against_nobody() -> None:
    a = paper("Courier", "The fire broke out at 4.50 a.m. in the hold.", published_at=WHEN)
    b = paper("Herald", "The blaze took hold at half past six.", "The fire began at 9 a.m. astern.", published_at=WHEN)
    assert verdict(a, b).relation == "unrelated"

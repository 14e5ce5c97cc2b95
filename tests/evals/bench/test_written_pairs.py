from collections import Counter
from datetime import UTC, datetime
from typing import Any

import pytest

from evals.bench import rows, written_pairs
from evals.bench.rows import WrittenRow

BERTHS, MORE_BERTHS = "The quay of Sorrel has 12 berths.", "The quay of Sorrel has 19 berths."
TOLL = "Twelve people died when the ferry Marlin sank off Port Sorrel, police said."
LATER_TOLL = "The death toll from the sinking of the ferry Marlin off Port Sorrel has risen to 15, police said."


def row(one: str, other: str, **fields: Any) -> WrittenRow:
    given = {"id": "1", "topic": "quay", "label": "contradicts", "type": None, "why": "berths"}
    times = {"published_a": None, "published_b": None}
    return WrittenRow.model_validate({**given, **times, "text_a": one, "text_b": other, **fields})


def silent(done: int, total: int) -> None:
    """Progress nobody watches."""


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (BERTHS, MORE_BERTHS, "contradicts"),
        (BERTHS, "The quay of Sorrel has twelve berths.", "agrees"),
        (BERTHS, "Bakers in Tolme raised the price of rye bread.", "nothing"),
    ],
)
def test_the_strongest_finding_is_the_rows(one: str, other: str, expected: str) -> None:
    found, confidence = written_pairs.strongest(row(one, other))
    assert found == expected
    assert (confidence is not None) is (expected == "contradicts")


def test_times_of_publication_are_the_papers_own() -> None:
    morning, evening = datetime(2026, 3, 2, 9, tzinfo=UTC), datetime(2026, 3, 2, 18, tzinfo=UTC)
    later = row(TOLL, LATER_TOLL, published_a=morning, published_b=evening)
    assert written_pairs.strongest(later)[0] == "updates"


def test_every_label_and_type_has_its_figure() -> None:
    rows_of_one = (
        row(BERTHS, MORE_BERTHS, id="1", type="number"),
        row(BERTHS, "Bakers in Tolme raised the price of rye bread.", id="2", type="place", topic="bread"),
        row(BERTHS, MORE_BERTHS, id="3", label="compatible", topic="other"),
    )
    figures = {one.name: one for one in written_pairs.measure("open", rows_of_one, silent)}
    assert figures["precision"].value == 0.5
    assert figures["recall"].value == 0.5
    assert figures["precision, surer"].rows <= figures["precision"].rows == 2
    assert figures["recall, number"].value == 1.0
    assert figures["recall, place"].value == 0.0
    assert figures["false conflicts"].value == 1.0
    assert figures["agrees"].value is None
    assert figures["precision"].used == "open file, all 3 rows"


def test_the_two_files_that_come_along_share_no_topic_and_no_text() -> None:
    opened, unseen = (rows.read(written_pairs.shipped_folder(), half, WrittenRow) for half in written_pairs.HALVES)
    assert not {one.text_a for one in opened} & {one.text_a for one in unseen}
    for half in (opened, unseen):
        assert len(half) >= 200
        assert Counter(one.label for one in half)["contradicts"] >= 80
        assert all((one.type is not None) == (one.label == "contradicts") for one in half if one.label != "disputes")

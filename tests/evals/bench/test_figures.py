from dataclasses import dataclass

import pytest

from evals.bench.figures import Measured, Published, balanced_accuracy, f1, share


@dataclass(frozen=True)
class Guess:
    gold: bool
    found: bool


def is_gold(one: Guess) -> bool:
    return one.gold


def is_found(one: Guess) -> bool:
    return one.found


RIGHT, MISSED, FALSE, QUIET = Guess(True, True), Guess(True, False), Guess(False, True), Guess(False, False)


def measured(*documents: tuple[Guess, ...]) -> Measured[Guess]:
    return Measured("harbours", "all rows", "rules", documents)


def test_balanced_accuracy_gives_both_classes_one_weight() -> None:
    outcomes = [RIGHT, MISSED, *[QUIET] * 8]
    assert balanced_accuracy(is_gold, is_found)(outcomes) == pytest.approx(0.75)


@pytest.mark.parametrize("outcomes", [[RIGHT, MISSED], [FALSE, QUIET], []])
def test_balanced_accuracy_needs_both_classes(outcomes: list[Guess]) -> None:
    assert balanced_accuracy(is_gold, is_found)(outcomes) is None


def test_f1_weighs_missed_and_false_alike() -> None:
    assert f1(is_gold, is_found)([RIGHT, MISSED, FALSE, QUIET]) == pytest.approx(0.5)


def test_a_share_of_nothing_is_unknown() -> None:
    assert share(is_gold)([]) is None


def test_a_figure_counts_its_rows_and_documents() -> None:
    published = (Published("people", 0.9),)
    figure = measured((RIGHT, MISSED), (QUIET,)).figure("gold", share(is_gold), "rows that are gold", published)
    assert (figure.rows, figure.documents, figure.published) == (3, 2, published)
    assert figure.value == pytest.approx(2 / 3)


def test_rows_of_one_document_are_drawn_together() -> None:
    apart = measured(*[(RIGHT,), (MISSED,)] * 20).figure("", share(is_found), "")
    together = measured((RIGHT,) * 20, (MISSED,) * 20).figure("", share(is_found), "")
    assert apart.value == together.value
    assert (together.low, together.high) == (0.0, 1.0)
    assert apart.low is not None
    assert 0.2 < apart.low < 0.5


def test_a_part_drops_the_documents_it_leaves_empty() -> None:
    part = measured((RIGHT, QUIET), (QUIET,)).where(is_gold)
    assert part.documents == ((RIGHT,),)
    assert part.figure("", share(is_found), "").rows == 1


def test_a_figure_without_rows_has_no_value_and_no_interval() -> None:
    figure = measured((QUIET,)).where(is_gold).figure("", share(is_found), "")
    assert (figure.value, figure.low, figure.high, figure.rows) == (None, None, None, 0)

"""Tables are made of cross-fitted heads for what was fitted on, and of the whole head for the rest."""

import numpy as np

from evals.judge import fitting, measures, tables
from evals.judge.labelled import LabelledPair
from tests.evals.judge.made_rows import features, made_rows, pairs


def cells(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[2:]]


def test_every_set_is_scored_and_labels_are_told_apart() -> None:
    scored = tables.score(made_rows(), 1.0)
    assert {name: len(listed) for name, listed in scored.items()} == {"one": 90, "two": 60, "three": 60}
    for listed in scored.values():
        assert (measures.auc(listed, ("agrees", "not_stated")) or 0) > 0.8
        assert all(0 <= one.agrees + one.contradicts <= 1 for one in listed)


def test_a_row_a_set_and_kind_of_features() -> None:
    rows = made_rows()
    shown = cells(tables.beside_baselines({"good": (rows, 1.0), "words": (rows, 1e-4)}))
    assert [(row[0], row[2]) for row in shown] == [
        (name, kind) for kind in ("good", "words") for name in ("one", "two", "three")
    ]
    assert all(float(row[3].split()[0]) > 0.5 for row in shown)


def test_a_learning_curve_ends_with_all_pairs() -> None:
    shown = cells(tables.learning_curve(made_rows(), 1.0))
    assert [row[0] for row in shown] == ["100", "150"]


def test_the_best_strength_is_one_of_those_shown() -> None:
    rows = made_rows()
    assert f"{tables.best_strength(rows):g}" in [row[0] for row in cells(tables.strengths(rows))]


def test_a_group_has_a_head_that_saw_nothing_of_it_and_all_have_one() -> None:
    rows = made_rows()
    heads = tables.calibrated_without(rows, 1.0)
    assert heads.keys() == {pair.group for pair in rows.pairs()} | {tables.ALL}
    assert not np.allclose(heads["one-0"].weights, heads[tables.ALL].weights)
    assert np.allclose(heads[tables.ALL].weights, tables.calibrated(rows, 1.0).weights)


def test_shared_words_are_told_numbers_and_negations_apart() -> None:
    figures = LabelledPair("14 died", "17 died", "contradicts", "t", "g")
    told = tables.words([figures, LabelledPair("It fell", "It did not", "agrees", "t", "g")])
    assert told[0].tolist() == [0.5, 0.5, 1 / 3, 1.0, 0.0, 0.0]
    assert told[1][5] == 1.0


def test_features_of_the_made_rows_do_tell() -> None:
    listed = pairs(40, "more")
    fitted = fitting.fit(features(listed), [pair.label for pair in listed], 1.0)
    assert (fitted.scores(features(listed)).argmax(axis=1) == [0, 1, 2] * 40).mean() > 0.7

"""A tiny head is rebuilt from stored states and gets the numbers it got before."""

import json
from pathlib import Path

import numpy as np
import pytest

from evals.judge import fitting
from evals.judge.labelled import LABELS, Label

STORED = Path(__file__).with_name("stored_states.json")


def stored() -> tuple[fitting.Array, list[Label], list[str]]:
    kept = json.loads(STORED.read_text("utf-8"))
    return np.array(kept["states"]), kept["labels"], kept["groups"]


def test_the_head_is_rebuilt_to_the_number() -> None:
    states, labels, _ = stored()
    fitted = fitting.fit(states, labels, 0.01)
    expected = json.loads(STORED.read_text("utf-8"))["fitted"]
    assert fitted.weights == pytest.approx(np.array(expected["weights"]), abs=1e-4)
    assert fitted.bias == pytest.approx(np.array(expected["bias"]), abs=1e-4)


def test_cross_fitted_scores_come_from_heads_that_saw_no_row_of_the_group() -> None:
    states, labels, groups = stored()
    crossed = fitting.cross_fit(states, labels, groups, 0.01)
    group = groups[0]
    kept = [place for place, one in enumerate(groups) if one != group]
    # The folds hold several groups, so the head that left them all out is another than one that left out this alone;
    # what must not matter is the label of the row itself.
    flipped: list[Label] = list(labels)
    for place, one in enumerate(groups):
        if one == group:
            flipped[place] = LABELS[(LABELS.index(labels[place]) + 1) % 3]
    again = fitting.cross_fit(states, flipped, groups, 0.01)
    own = [place for place, one in enumerate(groups) if one == group]
    assert again[own] == pytest.approx(crossed[own])
    assert not np.allclose(again[kept], crossed[kept])


def test_calibration_makes_said_and_seen_alike() -> None:
    chance = np.random.default_rng(3)
    true = chance.normal(size=(3000, 3))
    labels: list[Label] = [LABELS[int(chance.choice(3, p=one))] for one in fitting.probabilities(true)]
    centred = true - true.mean(axis=1, keepdims=True)
    slope, shift = fitting.calibration(true * 3 + np.array([1.0, 0.0, -1.0]), labels)
    said = fitting.probabilities((centred * 3 + np.array([1.0, 0.0, -1.0])) * slope + shift)
    assert said.mean(axis=0) == pytest.approx([labels.count(one) / 3000 for one in LABELS], abs=0.01)
    assert slope == pytest.approx(1 / 3, abs=0.05)

"""Fits the head on states: a multinomial logistic regression, cross-fitted by group, calibrated by Platt's method.

Knows nothing of texts or of how states come about. Rows are pairs; a state is as long as the model is wide.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import StandardScaler

from evals.judge.labelled import LABELS, Label

Array = NDArray[np.float64]
FOLDS = 10
ITERATIONS = 500


@dataclass(frozen=True)
class Fitted:
    """`weights` has a row a label, `bias` one number; they are for states as they are, not scaled."""

    weights: Array
    bias: Array

    def scores(self, states: Array) -> Array:
        """The logits, a row a state and a column a label."""
        return states @ self.weights.T + self.bias

    def centred(self) -> "Fitted":
        """The same head with scores that add up to 0, which changes no probability."""
        return Fitted(self.weights - self.weights.mean(axis=0), self.bias - self.bias.mean())

    def scaled(self, slope: float, shift: Array) -> "Fitted":
        """The same head with every score times `slope` plus `shift`."""
        return Fitted(self.weights * slope, self.bias * slope + shift)


def fit(states: Array, labels: Sequence[Label], strength: float) -> Fitted:
    """The head; a larger `strength` (scikit-learn's C) trusts the states more. Labels weigh alike however rare."""
    scaler = StandardScaler().fit(states)
    model = LogisticRegression(C=strength, class_weight="balanced", max_iter=ITERATIONS)
    model.fit(scaler.transform(states), [LABELS.index(one) for one in labels])
    weights = model.coef_ / scaler.scale_
    return Fitted(weights, model.intercept_ - weights @ scaler.mean_)


def fit_without(states: Array, labels: Sequence[Label], groups: Sequence[str], strength: float) -> dict[str, Fitted]:
    """For every group a head that saw no row of it; groups that share a fold share a head."""
    told, found = np.array(labels), {}
    for kept, left in GroupKFold(FOLDS).split(states, groups=groups):
        head = fit(states[kept], list(told[kept]), strength)
        found.update(dict.fromkeys((groups[place] for place in left), head))
    return found


def cross_fit(states: Array, labels: Sequence[Label], groups: Sequence[str], strength: float) -> Array:
    """The logits of every row from a head that saw no row of its group."""
    heads = fit_without(states, labels, groups, strength)
    return np.stack([heads[group].scores(row) for group, row in zip(groups, states, strict=True)])


def calibration(scores: Array, labels: Sequence[Label]) -> tuple[float, Array]:
    """Slope and shifts that make cross-fitted `scores` probabilities (Platt 1999, for several labels)."""
    centred = scores - scores.mean(axis=1, keepdims=True)
    told = np.eye(len(LABELS))[[LABELS.index(one) for one in labels]]
    slope, shift = 1.0, np.zeros(len(LABELS))
    for _ in range(ITERATIONS):
        wrong = probabilities(centred * slope + shift) - told
        slope -= 0.5 * float((wrong * centred).sum(axis=1).mean()) / max(1e-9, float((centred**2).mean()))
        shift -= 0.5 * wrong.mean(axis=0)
    return slope, shift


def probabilities(scores: Array) -> Array:
    """Softmax of every row."""
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(shares / shares.sum(axis=1, keepdims=True))

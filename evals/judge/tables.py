"""The tables of README.md beside this file: what the head is worth, beside baselines. Knows no file and no model."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from evals.judge import fitting, measures, overlap
from evals.judge.fitting import Array, Fitted
from evals.judge.labelled import LABELS, LabelledPair
from evals.judge.measures import Scored

AGREES, CONTRADICTS = LABELS.index("agrees"), LABELS.index("contradicts")
# Names no group: the head that saw all of them.
ALL = ""
STRENGTHS = (1e-4, 1e-3, 1e-2, 1e-1)
SIZES = (100, 200, 400, 800)
OVERLAP_STRENGTH = 1.0


@dataclass(frozen=True)
class Rows:
    """Pairs with a row of features each, set by set; `trained` are the sets that may be fitted on."""

    trained: Mapping[str, tuple[LabelledPair, ...]]
    reported: Mapping[str, tuple[LabelledPair, ...]]
    features: Callable[[Sequence[LabelledPair]], Array]

    def pairs(self) -> list[LabelledPair]:
        """All pairs to fit on."""
        return [pair for listed in self.trained.values() for pair in listed]


def strengths(rows: Rows) -> str:
    """Cross-fitted over all pairs to fit on: how well the head tells contradictions, by the strength of its fit."""
    pairs = rows.pairs()
    states = rows.features(pairs)
    lines = ["| strength | against all | against agreeing | against not stated |", f"|{' --- |' * 4}"]
    for strength in STRENGTHS:
        scored = _cross_fitted(pairs, states, strength)
        cells = [measures.interval(scored, _auc(*against)) for against in _AGAINST]
        lines.append(f"| {strength:g} | {' | '.join(map(str, cells))} |")
    return "\n".join(lines)


_AGAINST = (("agrees", "not_stated"), ("agrees",), ("not_stated",))


def best_strength(rows: Rows) -> float:
    """The strength of the best cross-fitted head against all others."""
    pairs = rows.pairs()
    states = rows.features(pairs)
    return max(STRENGTHS, key=lambda one: _auc(*_AGAINST[0])(_cross_fitted(pairs, states, one)) or 0.0)


def beside_baselines(kinds: Mapping[str, tuple[Rows, float]]) -> str:
    """A row a set and a kind of features: AUCs, and recall at the point with at most one false call in a hundred.

    The sets fitted on are cross-fitted; the others are scored by the head fitted on all of those. The point is chosen
    on the cross-fitted pairs, so that what the other sets show at it is what a user would see.
    """
    heads = ["set", "pairs", "features", "against agreeing", "against not stated", "recall", "false of 100 not stated"]
    lines = [f"| {' | '.join(heads)} |", f"|{' --- |' * len(heads)}"]
    for name, (rows, strength) in kinds.items():
        scored = score(rows, strength)
        chosen = measures.point([one for part in rows.trained for one in scored[part]])
        for part, listed in scored.items():
            shares = [measures.interval(listed, measure) for measure in _measures(chosen)]
            lines.append(f"| {part} | {len(listed)} | {name} | {' | '.join(map(str, shares))} |")
    return "\n".join(lines)


def _measures(from_point: float) -> tuple[measures.Measure, ...]:
    """What stands in a row, at the point `from_point`."""
    return (
        _auc("agrees"),
        _auc("not_stated"),
        lambda drawn: measures.called(drawn, "contradicts", from_point),
        lambda drawn: _hundred(measures.called(drawn, "not_stated", from_point)),
    )


def learning_curve(rows: Rows, strength: float) -> str:
    """AUC against all on the reported sets together, by the number of pairs fitted on (the first by text's hash)."""
    pairs = sorted(rows.pairs(), key=lambda pair: pair.digest)
    reported = [pair for listed in rows.reported.values() for pair in listed]
    states, theirs = rows.features(pairs), rows.features(reported)
    lines = ["| pairs fitted on | AUC on the reported sets |", "| --- | --- |"]
    for size in (*[one for one in SIZES if one < len(pairs)], len(pairs)):
        fitted = fitting.fit(states[:size], [pair.label for pair in pairs[:size]], strength)
        scored = _scored(reported, fitting.probabilities(fitted.scores(theirs)))
        lines.append(f"| {size} | {measures.interval(scored, _auc(*_AGAINST[0]))} |")
    return "\n".join(lines)


def reliability(scored: Sequence[Scored]) -> str:
    """Said and seen, in steps of probability."""
    lines = ["| said | seen | pairs |", "| --- | --- | --- |"]
    lines += [f"| {said:.2f} | {seen:.2f} | {count} |" for said, seen, count in measures.reliability(scored)]
    return "\n".join(lines)


def score(rows: Rows, strength: float) -> dict[str, list[Scored]]:
    """Every set's pairs with calibrated probabilities."""
    pairs = rows.pairs()
    states = rows.features(pairs)
    crossed = fitting.cross_fit(states, [pair.label for pair in pairs], [pair.group for pair in pairs], strength)
    slope, shift = fitting.calibration(crossed, [pair.label for pair in pairs])
    found = _by_set(rows.trained, _scored(pairs, fitting.probabilities(_centred(crossed) * slope + shift)))
    fitted = fitting.fit(states, [pair.label for pair in pairs], strength)
    for part, listed in rows.reported.items():
        scores = _centred(fitted.scores(rows.features(listed))) * slope + shift
        found[part] = _scored(listed, fitting.probabilities(scores))
    return found


def calibrated(rows: Rows, strength: float) -> Fitted:
    """The head fitted on all pairs to fit on, its scores set right on cross-fitted ones."""
    pairs = rows.pairs()
    states, labels = rows.features(pairs), [pair.label for pair in pairs]
    crossed = fitting.cross_fit(states, labels, [pair.group for pair in pairs], strength)
    slope, shift = fitting.calibration(crossed, labels)
    return fitting.fit(states, labels, strength).centred().scaled(slope, shift)


def calibrated_without(rows: Rows, strength: float) -> dict[str, Fitted]:
    """For every group a calibrated head that saw no pair of it, and under ALL the one that saw everything."""
    pairs = rows.pairs()
    states, labels, groups = rows.features(pairs), [pair.label for pair in pairs], [pair.group for pair in pairs]
    heads = fitting.fit_without(states, labels, groups, strength)
    crossed = np.stack([heads[group].scores(row) for group, row in zip(groups, states, strict=True)])
    slope, shift = fitting.calibration(crossed, labels)
    told = {group: head.centred().scaled(slope, shift) for group, head in heads.items()}
    return {**told, ALL: fitting.fit(states, labels, strength).centred().scaled(slope, shift)}


def words(pairs: Sequence[LabelledPair]) -> Array:
    """The baseline's features."""
    return overlap.features(pairs)


def _by_set(sets: Mapping[str, Sequence[LabelledPair]], scored: Sequence[Scored]) -> dict[str, list[Scored]]:
    found, start = {}, 0
    for name, listed in sets.items():
        found[name] = list(scored[start : start + len(listed)])
        start += len(listed)
    return found


def _cross_fitted(pairs: Sequence[LabelledPair], states: Array, strength: float) -> list[Scored]:
    labels, groups = [pair.label for pair in pairs], [pair.group for pair in pairs]
    return _scored(pairs, fitting.probabilities(fitting.cross_fit(states, labels, groups, strength)))


def _centred(scores: Array) -> Array:
    return np.asarray(scores - scores.mean(axis=1, keepdims=True))


def _scored(pairs: Sequence[LabelledPair], probabilities: Array) -> list[Scored]:
    return [
        Scored(pair.label, pair.group, float(row[CONTRADICTS]), float(row[AGREES]))
        for pair, row in zip(pairs, np.asarray(probabilities), strict=True)
    ]


def _auc(*against: str) -> measures.Measure:
    wanted = [label for label in LABELS if label in against]
    return lambda drawn: measures.auc(drawn, wanted)


def _hundred(share: float | None) -> float | None:
    return None if share is None else 100 * share

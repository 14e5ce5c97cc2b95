"""The head as it is shipped, and the report on it. Knows nothing of where states come from."""

import json
from collections.abc import Mapping

from evals.judge import fitting, measures, tables
from evals.judge.labelled import LABELS, LabelledPair
from evals.judge.tables import Rows
from service.llm.heads import Head, Numbers

# The question first, so that the model reads both statements with it in mind: on 52 pairs of the cases the last state
# told contradictions with AUC 0.78, and with 0.68 (106 pairs) where the question followed them.
PROMPT = (
    "<|im_start|>user\nTwo newspapers tell one event. Can both statements be true?\nFirst: {a}\nSecond: {b}<|im_end|>\n"
    "<|im_start|>assistant\n"
)
DIGITS = 5
# Agreement is claimed from the score on that no more than this share of other pairs reach.
FALSE_AGREEMENTS = 0.02


def question(pair: LabelledPair) -> str:
    """The text whose state is read for `pair`."""
    return Head("", Numbers(model_sha256="", prompt=PROMPT, weights=(), bias=(), points={})).question(pair.a, pair.b)


def write(rows: Rows, model_sha256: str) -> str:
    """The head fitted on all pairs to fit on, calibrated and with its points, as the JSON that is shipped."""
    strength = tables.best_strength(rows)
    pairs = rows.pairs()
    labels, states = [pair.label for pair in pairs], rows.features(pairs)
    crossed = fitting.cross_fit(states, labels, [pair.group for pair in pairs], strength)
    slope, shift = fitting.calibration(crossed, labels)
    # Centring the scores changes no probability, and is part of the fit: see fitting.calibration.
    fitted = fitting.fit(states, labels, strength)
    centred = fitting.Fitted(fitted.weights - fitted.weights.mean(axis=0), fitted.bias - fitted.bias.mean())
    head = centred.scaled(slope, shift)
    scored = tables.score(rows, strength)
    content = {
        "model_sha256": model_sha256,
        "prompt": PROMPT,
        "weights": [[float(f"{one:.{DIGITS}g}") for one in row] for row in head.weights],
        "bias": [float(f"{one:.{DIGITS}g}") for one in head.bias],
        "points": {"contradicts": round(measures.point([one for part in rows.trained for one in scored[part]]), 4)},
    }
    return json.dumps(content, separators=(",", ":")) + "\n"


def report(kinds: Mapping[str, Rows]) -> str:
    """All tables in Markdown; the first kind of features is the head's, the others are baselines."""
    rows = next(iter(kinds.values()))
    strengths = {name: tables.best_strength(one) for name, one in kinds.items()}
    strength = next(iter(strengths.values()))
    scored = tables.score(rows, strength)
    reported = [one for part in rows.reported for one in scored[part]]
    parts = (
        ("Strength of the fit", tables.strengths(rows)),
        ("Beside baselines", tables.beside_baselines({name: (kinds[name], strengths[name]) for name in kinds})),
        ("Learning curve", tables.learning_curve(rows, strength)),
        ("Reliability on the reported sets", tables.reliability(reported)),
    )
    return "".join(f"### {title}\n\n{table}\n\n" for title, table in parts) + f"Labels: {', '.join(LABELS)}.\n"

"""The head as it is shipped, and the report on it. Knows nothing of where states come from."""

import json
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from evals.cases import Case
from evals.judge import fitting, measures, suite, tables
from evals.judge.fitting import Fitted
from evals.judge.labelled import LabelledPair
from evals.judge.tables import Rows
from evals.recordings import Recordings
from service.llm.heads import Head, Likelihood, Numbers
from service.services import Judge

# The question first, so that the model reads both statements with it in mind: on 52 pairs of the cases the last state
# told contradictions with AUC 0.78, and with 0.68 (106 pairs) where the question followed them.
PROMPT = (
    "<|im_start|>user\nTwo newspapers tell one event. Can both statements be true?\nFirst: {a}\nSecond: {b}<|im_end|>\n"
    "<|im_start|>assistant\n"
)
DIGITS = 5


def question(pair: LabelledPair) -> str:
    """The text whose state is read for `pair`."""
    return unfitted().question(pair.a, pair.b)


def unfitted() -> Head:
    """A head that knows the prompt and nothing else."""
    nothing = {"contradicts": 1.0, "agrees": 1.0}
    return Head("unfitted", Numbers(model_sha256="", prompt=PROMPT, weights=(), bias=(), points=nothing))


def write(rows: Rows, model_sha256: str) -> str:
    """The head fitted on all pairs to fit on, calibrated and with its points, as the JSON that is shipped."""
    strength = tables.best_strength(rows)
    head = tables.calibrated(rows, strength)
    content = {
        "model_sha256": model_sha256,
        "prompt": PROMPT,
        "weights": [[_short(one) for one in row] for row in head.weights],
        "bias": [_short(one) for one in head.bias],
        "points": {name: round(one, 4) for name, one in _points(rows, strength).items()},
    }
    return json.dumps(content, separators=(",", ":")) + "\n"


def _points(rows: Rows, strength: float) -> dict[str, float]:
    """From which probability on a finding is made, chosen on cross-fitted pairs."""
    scored = tables.score(rows, strength)
    fitted_on = [one for part in rows.trained for one in scored[part]]
    return {"contradicts": measures.point(fitted_on), "agrees": measures.agreement_point(fitted_on)}


def _short(number: float) -> float:
    return float(f"{number:.{DIGITS}g}")


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
    return "".join(f"### {title}\n\n{table}\n\n" for title, table in parts)


def before_and_after(
    rows: Rows, cases: Sequence[Case], kept: Recordings, state: Callable[[str], Sequence[float]], most: int
) -> str:
    """The eval cases by rules alone and with the judge on the `most` nearest pairs of each."""
    strength = tables.best_strength(rows)
    points = _points(rows, strength)
    heads = tables.calibrated_without(rows, strength)
    said = {
        text: _likelihood(heads.get(name, heads[tables.ALL]), state(text))
        for name, listed in suite.asked(cases, kept, unfitted(), most).items()
        for text in listed
    }
    head = Head("fitted", unfitted().numbers.model_copy(update={"points": points}))
    runs = {
        "rules alone": suite.run(cases, kept, None),
        f"with the judge, {most} pairs a story": suite.run(cases, kept, Judge(suite.LookedUp(said), head, most)),
    }
    title = f"### The eval cases, before and after (points {points['contradicts']:.2f} and {points['agrees']:.2f})"
    return f"\n{title}\n\n{suite.table(runs)}\n"


def _likelihood(head: Fitted, state: Sequence[float]) -> Likelihood:
    (row,) = fitting.probabilities(head.scores(np.array([state], dtype=np.float64)))
    agrees, contradicts, not_stated = (round(float(one), 4) for one in row)
    return Likelihood(agrees=agrees, contradicts=contradicts, not_stated=not_stated)

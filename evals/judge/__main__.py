"""Trains the head and prints what it is worth. See README.md beside this file.

python -m evals.judge collect --data DIR --states FILE    # computes what is missing, about 1.5 s a pair on 2 cores
python -m evals.judge tables  --data DIR --states FILE [--minilm DIR]
python -m evals.judge train   --data DIR --states FILE    # writes service/llm/judge_head.json
"""

import argparse
import asyncio
import os
import sys
from array import array
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import numpy as np

from evals import recordings, runs, subjects
from evals.cases import load_all, shipped_folder
from evals.judge import card, sets, stories, suite, tables
from evals.judge.fitting import Array
from evals.judge.labelled import LabelledPair
from evals.judge.minilm import MiniLM
from evals.judge.sets import Sets
from evals.judge.states import States
from evals.judge.tables import Rows
from evals.outcomes import Outcome
from evals.recordings import Recording, Recordings
from service import settings, wiring
from service.llm import cores, heads
from service.llm.llama import Llama, Room
from service.llm.weights import Weights

# Of each story so many candidates, the likeliest first, beside every conflicting one.
FOREMOST = 24
# Pairs the judge reads in a story: about half a minute on two cores where sentences are long.
MOST = 12
TEXT_TOKENS = 2048


def main() -> None:
    asked = _arguments()
    pairs = _read(asked.data)
    chosen = settings.load(os.environ, Path.cwd())
    weights = wiring.find_weights(chosen)
    states = States(asked.states, weights.identity())
    cases, kept = load_all(shipped_folder()), _recordings()
    if asked.command == "collect":
        load = partial(_load, weights)
        in_cases = suite.asked(cases, kept, card.unfitted(), MOST)
        texts = [card.question(pair) for pair in pairs.all()]
        states.compute([*texts, *(text for listed in in_cases.values() for text in listed)], load, _tell)
        return
    rows = Rows(pairs.trained_on, pairs.reported_on, partial(_features, states))
    if asked.command == "train":
        heads.SHIPPED.write_text(card.write(rows, weights.identity()), "utf-8")
        return
    kinds = {"hidden state": rows, "shared words": Rows(rows.trained, rows.reported, tables.words)}
    if asked.minilm:
        kinds["all-MiniLM-L6-v2"] = Rows(rows.trained, rows.reported, MiniLM(asked.minilm).features)
    sys.stdout.write(card.report(kinds))
    sys.stdout.write(card.before_and_after(rows, cases, kept, partial(_state_of, states), MOST))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.judge", description="Trains and measures the judge's head.")
    parser.add_argument("command", choices=("collect", "tables", "train"))
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="folder of the public benchmark files")
    parser.add_argument("--states", type=Path, required=True, metavar="FILE", help="where states are kept")
    parser.add_argument("--minilm", type=Path, metavar="DIR", help="folder of all-MiniLM-L6-v2, to compare with")
    return parser.parse_args()


def _read(data: Path) -> Sets:
    cases = load_all(shipped_folder())
    kept = _recordings()
    outcomes: list[Outcome] = []
    subject = subjects.replay(kept, None)
    result = asyncio.run(runs.run(cases, subject, Recording(subject.services.llm), keep=outcomes))
    held_out = {case.name for case in result.cases if case.is_held_out}

    def of(*, held: bool) -> tuple[LabelledPair, ...]:
        chosen = [one for one in outcomes if (one.case.name in held_out) is held]
        return tuple(pair for one in chosen for pair, _ in stories.candidates(one, FOREMOST))

    return sets.read(data, of(held=False), of(held=True))


def _recordings() -> Recordings:
    return recordings.read(next((shipped_folder().parent / "recordings").glob("embedded-*.jsonl")))


def _features(states: States, pairs: Sequence[LabelledPair]) -> Array:
    return np.array([_state(states, pair) for pair in pairs], dtype=np.float64)


def _state(states: States, pair: LabelledPair) -> "array[float]":
    return _state_of(states, card.question(pair))


def _state_of(states: States, text: str) -> "array[float]":
    state = states.get(text)
    if state is None:
        raise SystemExit("some states are missing; run: python -m evals.judge collect")
    return state


def _load(weights: Weights) -> Llama:
    return Llama(weights.locate(), Room(1, cores.usable(), TEXT_TOKENS), reads_states=True)


def _tell(done: int, total: int) -> None:
    if done % 20 == 0 or done == total:
        sys.stderr.write(f"{done} of {total} states\n")


if __name__ == "__main__":
    main()

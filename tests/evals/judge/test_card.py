"""What is shipped reads as what was fitted; what is asked is what was trained on."""

import json
from pathlib import Path

import numpy as np
import pytest

from evals.judge import card, fitting, tables
from evals.judge.labelled import LabelledPair
from service.llm import heads
from tests.evals.judge.made_rows import features, made_rows, pairs


def test_the_stored_head_says_what_the_fitted_one_says(tmp_path: Path) -> None:
    rows = made_rows()
    (tmp_path / "head.json").write_text(card.write(rows, "f" * 64))
    head = heads.load(tmp_path / "head.json")
    fitted = tables.calibrated(rows, tables.best_strength(rows))
    for state in features(pairs(5, "new")):
        (expected,) = fitting.probabilities(fitted.scores(np.array([state])))
        said = head.read(list(state))
        assert [said.agrees, said.contradicts, said.not_stated] == pytest.approx(list(expected), abs=2e-3)
    assert head.numbers.model_sha256 == "f" * 64
    assert 0 < head.numbers.points["contradicts"] <= 1
    assert 0 < head.numbers.points["agrees"] <= 1


def test_the_shipped_head_was_trained_on_this_prompt() -> None:
    assert heads.load().numbers.prompt == card.PROMPT
    pair = LabelledPair("It fell.", "It stands.", "contradicts", "t", "g")
    assert card.question(pair) == heads.load().question(pair.a, pair.b)


def test_what_is_stored_is_short() -> None:
    content = json.loads(card.write(made_rows(), ""))
    assert all(len(repr(abs(number))) <= 12 for row in content["weights"] for number in row)

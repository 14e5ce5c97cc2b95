import json
from io import StringIO

from rich.console import Console

from evals.bench import table
from evals.bench.figures import Figure, Published

KNOWN = Figure(
    benchmark="harbours",
    name="accuracy",
    value=0.61728,
    low=0.5,
    high=0.7,
    rows=120,
    documents=12,
    used="test file, all 120 rows",
    decided_by="rules",
    meaning="quays called [closed]",
    published=(Published("people", 0.9), Published("a larger model", 0.825)),
)
UNKNOWN = Figure("harbours", "recall", None, None, None, 0, 0, "test file, none", "rules", "of closed quays")


def written(*figures: Figure) -> str:
    console = Console(file=StringIO(), width=150)
    table.write(figures, console)
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def test_our_figure_stands_beside_the_published_ones() -> None:
    lines = written(KNOWN).splitlines()
    (ours,) = [line for line in lines if line.startswith("accuracy")]
    assert ours.split()[:6] == ["accuracy", "61.7", "50.0", "to", "70.0", "120"]
    assert "90.0 people" in ours
    assert any("82.5 a larger model" in line for line in lines)


def test_what_was_measured_and_by_whom_stands_above() -> None:
    text = written(KNOWN, UNKNOWN)
    assert "harbours, decided by rules" in text
    assert "measured on: test file, all 120 rows" in text
    assert "measured on: test file, none" in text


def test_words_in_brackets_are_no_markup() -> None:
    assert "quays called [closed]" in written(KNOWN)


def test_a_figure_that_could_not_be_had_is_no_zero() -> None:
    (line,) = [line for line in written(UNKNOWN).splitlines() if line.startswith("recall")]
    assert line.split()[1:4] == ["-", "-", "0"]


def test_the_same_benchmark_by_rules_and_by_a_model_are_two_tables() -> None:
    by_model = Figure("harbours", "accuracy", 0.7, 0.6, 0.8, 100, 90, "a sample", "openai/desk", "")
    text = written(KNOWN, by_model)
    assert "harbours, decided by rules" in text
    assert "harbours, decided by openai/desk" in text


def test_json_holds_everything_rounded() -> None:
    known, unknown = json.loads(json.dumps(table.to_json([KNOWN, UNKNOWN])))["figures"]
    assert known["value"] == 0.6173
    assert known["published"][0] == {"who": "people", "value": 0.9}
    assert (known["rows"], known["documents"], known["used"]) == (120, 12, "test file, all 120 rows")
    assert unknown["value"] is None

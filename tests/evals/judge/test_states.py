"""States are kept as they come: a run cut short goes on where it stopped; other weights have their own."""

from pathlib import Path

import pytest

from evals.judge.states import States
from service.llm.llama import Llama, Room
from tests.llm import tiny_gguf

TEXTS = ["First: a Second: b", "First: a Second: c", "First: a Second: b"]


@pytest.fixture
def llama(tmp_path: Path) -> Llama:
    return Llama(tiny_gguf.write(tmp_path / "tiny.gguf"), Room(1, 1, 2048), reads_states=True)


def test_each_text_is_computed_once_and_found_again(tmp_path: Path, llama: Llama) -> None:
    told: list[tuple[int, int]] = []
    states = States(tmp_path / "far" / "states.db", "weights")
    states.compute(TEXTS, lambda: llama, lambda *progress: told.append(progress))
    assert told == [(1, 2), (2, 2)]
    kept = states.get(TEXTS[0])
    assert kept is not None
    assert list(kept) == pytest.approx(llama.state(TEXTS[0])[0], rel=1e-6)
    states.close()
    llama.close()

    def never() -> Llama:
        raise AssertionError("nothing was missing")

    again = States(tmp_path / "far" / "states.db", "weights")
    again.compute(TEXTS, never, lambda *progress: told.append(progress))
    assert len(told) == 2
    assert States(tmp_path / "far" / "states.db", "others").get(TEXTS[0]) is None
    again.close()

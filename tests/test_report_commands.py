"""`rashomon report`, in process."""

import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from service import cli
from tests.made_reports import made

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def stored(tmp_path: Path) -> Path:
    """A report as `rashomon analyze -o` writes it."""
    path = tmp_path / "report.json"
    path.write_text(made().model_dump_json(indent=2), "utf-8")
    return path


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*argv: object) -> tuple[int, str, str]:
        code = cli.run(["report", *map(str, argv)], {"RASHOMON_DATA_DIR": str(tmp_path / "data")}, tmp_path)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


@pytest.mark.parametrize(
    ("name", "begins"),
    [("r.html", "<!doctype"), ("r.HTML", "<!doctype"), ("r.md", "# Two"), ("r.csv", "\ufeffsection")],
)
def test_the_suffix_says_as_what_it_is_written(run: Run, stored: Path, name: str, begins: str) -> None:
    assert run(stored, "-o", stored.parent / name) == (0, "", "")
    assert (stored.parent / name).read_text("utf-8").startswith(begins)


def test_a_format_asked_for_counts_for_more(run: Run, stored: Path) -> None:
    assert run(stored, "-o", stored.parent / "r.txt", "--format", "md")[0] == 0
    assert (stored.parent / "r.txt").read_text("utf-8").startswith("# Two")


def test_without_a_place_it_goes_to_standard_output(run: Run, stored: Path) -> None:
    assert run(stored)[1].startswith("<!doctype html>")
    assert run(stored, "-o", "-", "--format", "csv")[1].startswith("\ufeffsection")


def test_a_report_may_come_from_standard_input(run: Run, stored: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stored.read_bytes())))
    assert run("-", "--format", "md")[1].startswith("# Two tellings")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"{")))
    code, _, told = run("-")
    assert code == 2
    assert told.startswith("rashomon: standard input is not JSON")


@pytest.mark.parametrize("name", ["r.pdf", "r", "r.json"])
def test_a_suffix_that_says_nothing_is_refused(run: Run, stored: Path, name: str) -> None:
    code, _, told = run(stored, "-o", stored.parent / name)
    assert code == 2
    assert "--format" in told
    assert not (stored.parent / name).exists()


def test_what_cannot_be_read_is_told_by_its_name(run: Run, stored: Path) -> None:
    code, _, told = run(stored.parent / "none.json", "-o", stored.parent / "r.html")
    assert (code, told) == (2, f"rashomon: {stored.parent / 'none.json'}: cannot be read: no such file or directory\n")
    stored.write_text(made().model_dump_json().replace('"quote":"Twelve', '"quote":"Eleven'), "utf-8")
    code, _, told = run(stored, "-o", stored.parent / "r.html")
    assert code == 2
    assert "claims[0].spans[0]: does not stand in its article" in told


def test_a_place_that_cannot_be_written_is_refused_before_the_work(run: Run, stored: Path) -> None:
    code, _, told = run(stored, "-o", stored.parent / "nowhere" / "r.html")
    assert code == 2
    assert "make it first" in told


def test_what_is_there_stays_until_all_is_written(run: Run, stored: Path) -> None:
    target = stored.parent / "r.md"
    target.write_text("before", "utf-8")
    assert run(stored, "-o", target)[0] == 0
    assert target.read_text("utf-8") != "before"
    assert [path for path in os.listdir(stored.parent) if path.startswith(".r.md")] == []

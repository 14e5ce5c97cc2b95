"""What the distribution carries: the package with its data, the prompts, the evals, the licence; no test."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def carried(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The paths inside the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    built = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert built.returncode == 0, built.stderr[-1000:]
    (wheel,) = folder.glob("rashomon-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_wheel_carries_every_prompt_and_example_where_they_are_looked_for(carried: set[str]) -> None:
    prompts = [path for path in (ROOT / "prompts").rglob("*") if path.is_file()]
    assert prompts
    assert {f"service/_prompts/{path.relative_to(ROOT / 'prompts').as_posix()}" for path in prompts} <= carried


def test_the_wheel_carries_every_file_of_the_package(carried: set[str]) -> None:
    files = {path.relative_to(ROOT).as_posix() for path in (ROOT / "service").rglob("*") if path.is_file()}
    assert {path for path in files if "__pycache__" not in path} <= carried


def test_the_wheel_carries_the_evals_with_cases_receipts_and_recordings(carried: set[str]) -> None:
    assert {"evals/commands.py", "evals/page.html", "evals/evaluators/conflicts.py", "evals/bench/suite.py"} <= carried
    cases = [path for path in (ROOT / "evals" / "cases").rglob("*") if path.is_file()]
    kept = [path for folder in ("receipts", "recordings") for path in (ROOT / "evals" / folder).iterdir()]
    assert {path.relative_to(ROOT).as_posix() for path in (*cases, *kept)} <= carried


def test_the_wheel_carries_no_tool_of_those_who_build_it(carried: set[str]) -> None:
    assert not [path for path in carried if path.startswith(("evals/benchmarks", "evals/container", "evals/check_"))]


def test_the_wheel_carries_the_licence_and_no_other_package(carried: set[str]) -> None:
    assert {path.rpartition("/")[2] for path in carried} >= {"LICENSE", "NOTICE", "entry_points.txt"}
    assert {path.partition("/")[0].partition("-")[0] for path in carried} == {"service", "evals", "rashomon"}

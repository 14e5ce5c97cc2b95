"""The build context: what .dockerignore lets through, and the refusal of patterns that are not understood."""

from pathlib import Path

import pytest

from evals.container.stages import gather_context

CHECKOUT = Path(__file__).parents[3]


def checkout(folder: Path, ignore: str) -> Path:
    """A checkout with code, its compiled form, and a secret."""
    (folder / "service/__pycache__").mkdir(parents=True)
    (folder / "service/app.py").write_text("app")
    (folder / "service/__pycache__/app.pyc").write_text("compiled")
    (folder / "Makefile").write_text("all:")
    (folder / ".env").write_text("RASHOMON_API_KEY=secret")
    (folder / ".dockerignore").write_text(ignore)
    return folder


def test_only_what_is_named_reaches_the_build(tmp_path: Path) -> None:
    gather_context(checkout(tmp_path / "a", "*\n!Makefile\n!service\n**/__pycache__\n"), tmp_path / "context")
    files = {str(path.relative_to(tmp_path / "context")) for path in (tmp_path / "context").rglob("*.*")}
    assert files | {"Makefile"} == {"Makefile", "service/app.py"}
    assert (tmp_path / "context/Makefile").exists()


@pytest.mark.parametrize("ignore", ["service\n", "!service\n*\n", "*\n!service/*.py\nservice/x\n"])
def test_a_pattern_that_is_not_understood_is_refused(tmp_path: Path, ignore: str) -> None:
    with pytest.raises(ValueError, match="not understood"):
        gather_context(checkout(tmp_path / "a", ignore), tmp_path / "context")


def test_our_own_list_is_understood_and_leaves_settings_files_out() -> None:
    lines = (CHECKOUT / ".dockerignore").read_text(encoding="utf-8").split()
    assert lines[0] == "*"
    assert not any("env" in line for line in lines)

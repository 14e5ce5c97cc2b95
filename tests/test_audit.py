"""`.ci/audit` with a stand-in for pip-audit: what passes, what fails, and what is told where nobody can be asked."""

import subprocess
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("told", "status", "expected", "said"),
    [
        ("No known vulnerabilities found", 0, 0, "No known"),
        ("Found 1 known vulnerability in 1 package", 1, 1, "Found 1"),
        ("requests.exceptions.ConnectionError: Max retries exceeded", 1, 0, "not run: "),
    ],
)
def test_an_audit_fails_for_what_it_finds_and_says_when_it_could_not_look(
    repository: Path, tmp_path: Path, told: str, status: int, expected: int, said: str
) -> None:
    auditor = tmp_path / "pip-audit"
    auditor.write_text(f"#!/bin/sh\necho '{told}' >&2\nexit {status}\n")
    auditor.chmod(0o755)
    ran = subprocess.run(
        [repository / ".ci/audit", auditor, "base.txt"], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert ran.returncode == expected
    assert said in ran.stdout + ran.stderr


def test_an_audit_without_its_tool_was_not_run(repository: Path, tmp_path: Path) -> None:
    ran = subprocess.run([repository / ".ci/audit", tmp_path / "none", "x"], capture_output=True, text=True, check=True)
    assert ran.stdout == "not run: pip-audit could not be installed\n"

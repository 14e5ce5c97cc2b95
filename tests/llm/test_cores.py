from pathlib import Path

import pytest

from service.llm import cores


@pytest.fixture
def limit(tmp_path: Path) -> Path:
    return tmp_path / "cpu.max"


def test_without_a_quota_every_core_is_usable(limit: Path) -> None:
    free = cores.usable(limit)
    limit.write_text("max 100000\n")
    assert cores.usable(limit) == free >= 1


@pytest.mark.parametrize(("told", "worth"), [("100000 100000", 1), ("50000 100000", 1), ("0 100000", 1)])
def test_a_containers_quota_caps_the_cores(limit: Path, told: str, worth: int) -> None:
    limit.write_text(told)
    assert cores.usable(limit) == worth


def test_a_quota_above_the_machine_adds_no_cores(limit: Path) -> None:
    limit.write_text("99900000 100000")
    assert cores.usable(limit) == cores.usable(limit.with_name("none"))


@pytest.mark.parametrize("told", ["", "a b", "1 0", "100000"])
def test_a_limit_that_cannot_be_read_is_none(limit: Path, told: str) -> None:
    limit.write_text(told)
    assert cores.usable(limit) == cores.usable(limit.with_name("none"))

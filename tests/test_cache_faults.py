"""The cache's disk goes wrong under a running service: it keeps answering, says so once, and recovers by itself."""

import os
import pickle
import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from service import wiring
from service.app import create_app
from service.deployment import Deployment
from service.llm.profiles import EMBEDDED
from service.llm.scripted import Scripted
from service.llm.store import DATABASE
from service.settings import Settings
from tests.asked import STORY, at_once
from tests.llm.cache_folder import execute
from tests.test_wiring import restate


class Desk:
    """A service on a scripted model that answers at once, with its cache on disk in `folder`."""

    def __init__(self, client: TestClient, llm: Scripted, folder: Path) -> None:
        self._client = client
        self._llm = llm
        self.folder = folder

    def calls(self) -> int:
        """How many model calls the story takes now; it is answered in any case."""
        before = len(self._llm.calls)
        answer = self._client.post("/analyze", json=STORY)
        assert answer.status_code == 200
        return len(self._llm.calls) - before


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    settings = Settings.from_mapping({"RASHOMON_DATA_DIR": str(tmp_path)})
    llm, store = Scripted(restate), wiring.open_store(settings)
    services = wiring.surround(llm, settings, store, EMBEDDED, is_local=True)
    with TestClient(create_app(Deployment(services, at_once, 60.0))) as client:
        yield Desk(client, llm, tmp_path / "cache")
    store.close()


def warnings(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if "the cache in" in record.getMessage()]


def test_a_cache_folder_that_cannot_be_used(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    desk.folder.write_text("in the folder's place")
    asked = desk.calls()
    assert asked > 0
    assert desk.calls() == asked
    assert len(warnings(caplog)) == 1
    desk.folder.unlink()
    assert desk.calls() == asked
    assert desk.calls() == 0


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_data_folder_that_is_read_only(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    desk.folder.parent.chmod(0o500)
    asked = desk.calls()
    assert desk.calls() == asked > 0
    assert len(warnings(caplog)) == 1
    desk.folder.parent.chmod(0o700)
    desk.calls()
    assert desk.calls() == 0


@contextmanager
def full_disk() -> Iterator[None]:
    """No file grows any more: the system says so as it does when a disk is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_disk_that_is_full(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    with full_disk():
        asked = desk.calls()
        assert desk.calls() == asked > 0
        assert 1 <= len(warnings(caplog)) <= 2
    desk.calls()
    assert desk.calls() == 0


def corrupt(folder: Path) -> None:
    (folder / DATABASE).write_bytes(b"not a database at all " * 1000)


def truncate(folder: Path) -> None:
    os.truncate(folder / DATABASE, 5000)


def poison(folder: Path) -> None:
    trap = pickle.dumps(Trap(folder / "sprung"))
    execute(folder, "UPDATE Cache SET mode = 4, value = ?", trap)


class Trap:
    """Leaves a file behind when it is unpickled."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return Path.touch, (self._path,)


@pytest.mark.parametrize("harm", [corrupt, truncate, poison])
def test_a_database_that_is_harmed_under_a_running_service(
    desk: Desk, harm: Callable[[Path], None], caplog: pytest.LogCaptureFixture
) -> None:
    asked = desk.calls()
    assert desk.calls() == 0
    harm(desk.folder)
    assert desk.calls() <= asked
    desk.calls()
    assert desk.calls() == 0
    assert not (desk.folder / "sprung").exists()
    assert len(warnings(caplog)) <= 1

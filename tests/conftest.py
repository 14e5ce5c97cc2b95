"""What every test gets: an empty environment and data folder of its own, and no network beyond this machine."""

import ipaddress
import os
import secrets
import socket
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from service.llm.port import LanguageModel
from service.llm.profiles import EMBEDDED, Profile
from service.prompts import Prompts, shipped_folder

if TYPE_CHECKING:
    from service.services import Services
    from tests.postgresql import PostgreSQL


@pytest.fixture(autouse=True)
def _empty_environment(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No setting of the machine the tests run on reaches a test, and nothing is kept in the user's folders."""
    for name in list(os.environ):
        if name.startswith(("RASHOMON_", "OTEL_")) or name.endswith("_API_KEY"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("RASHOMON_DATA_DIR", str(tmp_path_factory.mktemp("data")))


@pytest.fixture(autouse=True, scope="session")
def _loopback_only() -> Iterator[None]:
    """Reaching for another machine is an error, at once and with its address."""
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex

    def guarded(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(self: socket.socket, address: Any) -> Any:
            if self.family in (socket.AF_INET, socket.AF_INET6) and not _is_here(address[0]):
                raise AssertionError(f"a test reached out to {address[0]}")
            return real(self, address)

        return call

    socket.socket.connect = guarded(connect)  # type: ignore[method-assign]
    socket.socket.connect_ex = guarded(connect_ex)  # type: ignore[method-assign]
    yield
    socket.socket.connect = connect  # type: ignore[method-assign]
    socket.socket.connect_ex = connect_ex  # type: ignore[method-assign]


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@pytest.fixture
def anyio_backend() -> str:
    """Asynchronous tests run on asyncio, as the product does."""
    return "asyncio"


@pytest.fixture(scope="session")
def prompts() -> Prompts:
    """The prompts as shipped."""
    return Prompts.load(shipped_folder())


@pytest.fixture
def services_on(prompts: Prompts) -> "Callable[..., Services]":
    """Builds Services on a model such as Scripted: `services_on(Scripted(script))`."""
    from service.services import Services

    def build(llm: LanguageModel, profile: Profile = EMBEDDED) -> Services:
        return Services(llm=llm, profile=profile, prompts=prompts, model="scripted", is_local=True, parallel_calls=4)

    return build


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder that holds service/, prompts/ and evals/."""
    return Path(__file__).parent.parent


@pytest.fixture(scope="session")
def postgresql_server(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[PostgreSQL]":
    """A PostgreSQL that runs. Where its programs are missing the test is skipped, unless they must be there."""
    from tests.postgresql import PostgreSQL, find_programs

    programs = find_programs()
    if programs is None:
        reason = "no PostgreSQL here; .ci/postgresql installs its programs"
        if os.environ.get("TESTS_NEED_POSTGRESQL"):
            pytest.fail(reason)
        pytest.skip(reason)
    # Not below pytest's folders, which nobody else may enter.
    folder = Path(tempfile.mkdtemp(prefix="rashomon-postgresql-"))
    folder.chmod(0o755)
    server = PostgreSQL(programs, folder / "server")
    try:
        server.create()
        server.start()
        yield server
    finally:
        server.remove()
        folder.rmdir()


@pytest.fixture
def database_url(postgresql_server: "PostgreSQL") -> str:
    """The address of a database of the test's own."""
    import psycopg

    name = f"test_{secrets.token_hex(4)}"
    with psycopg.connect(postgresql_server.url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    return postgresql_server.url.rpartition("/")[0] + f"/{name}"

"""Starts what a benchmark needs as processes of their own, and ends every one of them. Talks to loopback only.

Knows nothing of what is measured. Children see this process's environment without the desk's own RASHOMON_ settings
and keys, in a folder of their own, so that no .env file reaches them.
"""

import contextlib
import http.client
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.benchmarks.measurements import NotMeasured

CHECKOUT = Path(__file__).resolve().parents[2]
HOST = "127.0.0.1"
MODEL = "openai/stand-in"
START_S = 60.0
END_S = 10.0
POLL_S = 0.005


@dataclass(frozen=True)
class Server:
    """A server that answers: its port, its process, and the seconds from its start to the first answer."""

    port: int
    pid: int
    start_s: float


def command() -> list[str]:
    """How `rashomon` is run here: the installed script, else the package of this checkout."""
    script = Path(sys.executable).with_name("rashomon")
    return [str(script)] if script.exists() else [sys.executable, "-m", "service"]


def environment(settings: Mapping[str, str]) -> dict[str, str]:
    """The environment of a child: `settings` in place of the desk's own."""
    own = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("RASHOMON_") and not name.endswith("_API_KEY")
    }
    return {**own, "PYTHONPATH": str(CHECKOUT), **settings}


@contextlib.contextmanager
def folder() -> Iterator[Path]:
    """An empty folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="rashomon-benchmark-") as made:
        yield Path(made)


@contextlib.contextmanager
def stub_model(seconds: float, places: int) -> Iterator[str]:
    """The address of a stand-in model: see stub_model.py."""
    run = [sys.executable, "-m", "evals.benchmarks.stub_model", str(seconds), str(places)]
    with folder() as where, _running(run, where, {}, stdout=subprocess.PIPE) as child:
        assert child.stdout
        address = child.stdout.readline().decode().strip()
        if not address:
            raise NotMeasured(f"the stand-in model did not start: {_last_line(where)}")
        yield address


@contextlib.contextmanager
def rashomon(settings: Mapping[str, str], data: Path) -> Iterator[Server]:
    """`rashomon serve` with `settings`, keeping its data in `data`, answering /healthz."""
    port = free_port()
    run = [*command(), "serve", "--port", str(port)]
    with _serving(run, port, "/healthz", {"RASHOMON_DATA_DIR": str(data), **settings}) as server:
        yield server


@contextlib.contextmanager
def bare_route(body: Path) -> Iterator[Server]:
    """A FastAPI application that answers with the bytes of `body` and does nothing else: see bare_route.py."""
    port = free_port()
    run = [sys.executable, "-m", "evals.benchmarks.bare_route", str(port), str(body)]
    with _serving(run, port, "/healthz", {}) as server:
        yield server


@contextlib.contextmanager
def rashomon_on_stub(seconds: float, places: int) -> Iterator[Server]:
    """`rashomon serve` asking a stand-in model, both ready, with an empty cache."""
    with stub_model(seconds, places) as address, folder() as data, rashomon(asking(address), data) as server:
        wait_ready(server)
        yield server


def asking(address: str) -> dict[str, str]:
    """The settings that ask the stand-in model at `address`."""
    return {"RASHOMON_MODEL": MODEL, "RASHOMON_API_BASE": address}


def free_port() -> int:
    """A port nobody listens on just now."""
    with socket.socket() as listener:
        listener.bind((HOST, 0))
        return int(listener.getsockname()[1])


def get(port: int, path: str, timeout_s: float = 10.0) -> int | None:
    """The status that GET `path` answers; None where nobody listens."""
    connection = http.client.HTTPConnection(HOST, port, timeout=timeout_s)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()


def wait_ready(server: Server) -> None:
    """Returns once /readyz answers 200: the gateway is loaded and the model answers. Raises NotMeasured."""
    deadline = time.monotonic() + START_S
    while get(server.port, "/readyz", START_S) != 200:
        if time.monotonic() > deadline:
            raise NotMeasured(f"the service was not ready within {START_S:g} s")
        time.sleep(0.1)


@contextlib.contextmanager
def _serving(run: Sequence[str], port: int, path: str, settings: Mapping[str, str]) -> Iterator[Server]:
    started = time.monotonic()
    with folder() as where, _running(run, where, settings) as child:
        while get(port, path) != 200:
            if child.poll() is not None or time.monotonic() - started > START_S:
                raise NotMeasured(f"{' '.join(run[:3])} did not start: {_last_line(where)}")
            time.sleep(POLL_S)
        yield Server(port, child.pid, time.monotonic() - started)


@contextlib.contextmanager
def _running(
    run: Sequence[str], where: Path, settings: Mapping[str, str], stdout: int = subprocess.DEVNULL
) -> Iterator["subprocess.Popen[bytes]"]:
    with (where / "stderr").open("wb") as log:
        child = subprocess.Popen(
            run, cwd=where, env=environment(settings), stdin=subprocess.PIPE, stdout=stdout, stderr=log
        )
        try:
            yield child
        finally:
            _end(child)


def _end(child: "subprocess.Popen[bytes]") -> None:
    """First asked by the end of its input and by a signal, then made to."""
    for pipe in (child.stdin, child.stdout):
        if pipe:
            pipe.close()
    child.terminate()
    try:
        child.wait(END_S)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


def _last_line(where: Path) -> str:
    lines = (where / "stderr").read_text("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else "it said nothing"

"""`rashomon serve` as a program of its own, the way others start it; every test ends the one it started."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from dataclasses import dataclass
from types import TracebackType
from typing import Any

UNREACHABLE = {"RASHOMON_MODEL": "openai/any", "RASHOMON_API_BASE": "http://127.0.0.1:9"}


@dataclass(frozen=True)
class Answer:
    status: int
    body: dict[str, Any]
    headers: dict[str, str]


def program(*argv: str, **variables: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "service", *argv]
    environ = {**os.environ, **variables}
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environ)


class Served:
    """Runs while entered; `log` fills with its standard error. Left running at the end, it is interrupted."""

    def __init__(self, *options: str, **variables: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self._start = ("serve", "--port", str(self.port), *options), {**UNREACHABLE, **variables}
        self.log: list[str] = []

    def __enter__(self) -> "Served":
        self.process = program(*self._start[0], **self._start[1])
        is_up = threading.Event()

        def read() -> None:
            assert self.process.stderr
            for line in self.process.stderr:
                self.log.append(line)
                if "running on" in line:
                    is_up.set()
            is_up.set()

        self._reading = threading.Thread(target=read)
        self._reading.start()
        assert is_up.wait(60)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        self.end()

    def end(self) -> int:
        """Waits for the end; the exit code."""
        try:
            code = self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise
        finally:
            self._reading.join()
            for pipe in (self.process.stdout, self.process.stderr):
                if pipe:
                    pipe.close()
        assert not [line for line in self.log if "Traceback" in line]
        return code

    def ask(self, path: str, body: Any = None, **headers: str) -> Answer:
        """GET `path`, or POST `body` as JSON to it; an underscore in a header's name stands for a hyphen."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        data = None if body is None else json.dumps(body).encode()
        asked = urllib.request.Request(self.address + path, data, {"Content-Type": "application/json", **named})
        try:
            with urllib.request.urlopen(asked, timeout=60) as response:
                return Answer(response.status, json.load(response), _lower(response.headers))
        except urllib.error.HTTPError as error:
            with error:
                return Answer(error.code, json.load(error), _lower(error.headers))


def _lower(headers: Any) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}

"""A real PostgreSQL of the tests' own: made in a folder, on a free port of this machine, run by a user without rights.

Knows nothing of jobs. Debian's packages put its programs under /usr/lib/postgresql; .ci/postgresql installs them.
"""

import os
import pwd
import shutil
import socket
import subprocess
from pathlib import Path

NAMES = ("postgres", "nobody")


def find_programs() -> Path | None:
    """The folder of the newest PostgreSQL here, None where there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"), key=lambda path: int(path.parts[4]))
    return found[-1].parent if found else None


class PostgreSQL:
    """A server whose data lie in `folder`, which is made and removed by it. Started and stopped as often as wanted."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self._programs = programs
        self._folder = folder
        self._data = folder / "data"
        self._user = _without_rights()
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self._port = probe.getsockname()[1]
        self.url = f"postgresql://tests@127.0.0.1:{self._port}/postgres"

    def create(self) -> None:
        """Makes the database."""
        self._folder.mkdir(parents=True)
        if self._user:
            shutil.chown(self._folder, self._user)
        self._run("initdb", "-D", str(self._data), "-U", "tests", "--auth=trust", "--no-sync", "--locale=C.UTF-8")

    def start(self) -> None:
        """Returns when it answers."""
        options = f"-p {self._port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
        log = str(self._folder / "log")
        self._run("pg_ctl", "-D", str(self._data), "-w", "-l", log, "-o", options, "start")

    def stop(self, mode: str = "immediate") -> None:
        """Ends it; `immediate` as a crash would."""
        self._run("pg_ctl", "-D", str(self._data), "-w", "-m", mode, "stop")

    def remove(self) -> None:
        """Stops it and deletes what it kept."""
        if (self._data / "postmaster.pid").exists():
            self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._programs / program), *arguments]
        if self._user:
            command = ["runuser", "-u", self._user, "--", *command]
        # A server that goes on would keep a pipe open for ever.
        with (self._folder / "commands").open("ab") as told:
            subprocess.run(command, check=True, stdout=told, stderr=told, stdin=subprocess.DEVNULL, cwd="/")


def _without_rights() -> str | None:
    """Whom to run it as: PostgreSQL refuses to be root. None: as whoever runs the tests."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in NAMES if name in known)

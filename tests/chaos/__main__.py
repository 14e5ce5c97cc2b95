"""The whole run: `make chaos`, or python -m tests.chaos JOBS SECONDS. Exit code 1 if a job is lost."""

import asyncio
import sys
import tempfile
from pathlib import Path

from tests.chaos.chaos import WORKERS, run
from tests.postgresql import PostgreSQL, find_programs


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(jobs: int = 500, at_most_s: float = 1800.0) -> int:
    programs = find_programs()
    if programs is None:
        sys.stderr.write("no PostgreSQL here; .ci/postgresql installs its programs\n")
        return 1
    with tempfile.TemporaryDirectory(prefix="rashomon-chaos-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        server = PostgreSQL(programs, folder / "server")
        try:
            server.create()
            server.start()
            told = asyncio.run(run(server.url, folder, jobs, at_most_s, say))
        finally:
            server.remove()
    say(f"{jobs} jobs, {WORKERS} workers, {told.kills} of them killed, {told.seconds:.0f} s: {told.states}")
    say(f"the question asked most often was asked {told.most_asked} times")
    return 0 if told.states == {"succeeded": jobs} else 1


if __name__ == "__main__":
    sys.exit(main(*(int(argument) for argument in sys.argv[1:])))

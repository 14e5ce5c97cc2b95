"""How soon command line and service answer, and the memory the service takes without the embedded model."""

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from evals.benchmarks import made_stories, posting, processes
from evals.benchmarks.measurements import Aim, NotMeasured, Row, median

RUNS = 5
MEGABYTE = 10**6


def measure() -> Iterator[Row]:
    """Medians over RUNS starts, files in the system's cache; then memory as it grows."""
    yield Row("rashomon --help", median([_time_help() for _ in range(RUNS)]), "s", Aim("at most", 0.4))
    with processes.stub_model(seconds=0, places=1_000) as address:
        settings = processes.asking(address)
        starts = [_time_start(settings) for _ in range(RUNS)]
        healthy, ready = ([start[index] for start in starts] for index in (0, 1))
        yield Row("rashomon serve until /healthz answers", median(healthy), "s", Aim("at most", 1.5))
        yield Row("rashomon serve until /readyz answers, litellm imported", median(ready), "s")
        yield from _measure_memory(address)


def _time_help() -> float:
    started = time.perf_counter()
    subprocess.run(
        [*processes.command(), "--help"], check=True, stdout=subprocess.DEVNULL, env=processes.environment({})
    )
    return time.perf_counter() - started


def _time_start(settings: dict[str, str]) -> tuple[float, float]:
    """Seconds from the start to the first answer of /healthz and of /readyz."""
    with processes.folder() as data, processes.rashomon(settings, data) as server:
        healthy = time.monotonic()
        processes.wait_ready(server)
        return server.start_s, server.start_s + time.monotonic() - healthy


def _measure_memory(address: str) -> Iterator[Row]:
    with processes.folder() as data:
        # With the embedded model chosen and never asked nothing heavy is loaded; a named file is only hashed.
        named = data / "never-loaded.gguf"
        named.write_bytes(b"GGUF")
        with processes.rashomon({"RASHOMON_EMBEDDED_MODEL": str(named)}, data) as server:
            processes.wait_ready(server)
            yield Row("resident, before litellm is imported", resident_megabytes(server.pid), "MB")
        with processes.rashomon(processes.asking(address), data) as server:
            processes.wait_ready(server)
            most = Aim("at most", 300)
            yield Row("resident, litellm imported", resident_megabytes(server.pid), "MB", most)
            for articles in (2, 10):
                posting.post(server.port, made_stories.make(7, articles))
                what = f"resident, after an analysis of {articles} articles"
                yield Row(what, resident_megabytes(server.pid), "MB", most)


def resident_megabytes(pid: int) -> float:
    """Resident memory of process `pid`, as Linux tells it. Raises NotMeasured elsewhere."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text("utf-8").splitlines()
    except FileNotFoundError:
        raise NotMeasured("this system does not tell a process's memory in /proc") from None
    kibibytes = next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))
    return kibibytes * 1024 / MEGABYTE

"""The OpenMP runtime lent to llama.cpp, with the library of the package that requirements/openmp.txt names."""

import subprocess
import sys
from pathlib import Path

from service.llm import openmp

IS_NEEDED = sys.platform == "linux"
ASK = """
import ctypes, sys
from service.llm import openmp
loaded = openmp.load_bundled(sys.path)
found = loaded and ctypes.CDLL(openmp.NAME).omp_get_max_threads() > 0
maps = open("/proc/self/maps").read().splitlines() if loaded else []
sys.stdout.write(f"{loaded} {found} {len({line.split()[5] for line in maps if 'gomp' in line})}")
"""


def test_a_library_calls_itself_what_is_looked_for_and_nothing_moves() -> None:
    before = b"\x7fELF...libgomp-870cb1d0.so.1.0.0\0GOMP_4.0\0"
    after = openmp.rename(before, "libgomp-870cb1d0.so.1.0.0")
    assert len(after) == len(before)
    assert after.startswith(b"\x7fELF...libgomp.so.1\0")
    assert after.index(b"GOMP_4.0") == before.index(b"GOMP_4.0")


def test_the_linker_takes_the_runtime_of_another_package_for_the_systems() -> None:
    answer = subprocess.run([sys.executable, "-c", ASK], check=False, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout == ("True True 1" if IS_NEEDED else "False False 0")


def test_a_damaged_library_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "other.libs").mkdir()
    (tmp_path / "other.libs/libgomp-0.so.1.0.0").write_bytes(b"not a library")
    assert openmp.load_bundled([str(tmp_path), str(tmp_path / "missing")]) is False


def test_the_systems_own_runtime_is_enough() -> None:
    code = "import sys; from service.llm import openmp; sys.stdout.write(str(openmp.load([])))"
    answer = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    system = subprocess.run(
        [sys.executable, "-c", f"import ctypes; ctypes.CDLL('{openmp.NAME}')"], check=False, capture_output=True
    )
    assert answer.stdout == str(IS_NEEDED and system.returncode == 0)

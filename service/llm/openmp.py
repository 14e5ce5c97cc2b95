"""Lends llama.cpp an OpenMP runtime where the system has none. Knows nothing of models.

The wheel of llama.cpp takes GCC's runtime, libgomp.so.1, from the system, and a small Linux comes without it. Other
wheels bring it along under a name of their own (auditwheel's `libgomp-<hash>.so.1.0.0`); `requirements/openmp.txt`
names a small one. The dynamic linker asks only what a loaded library calls itself (ld.so(8), DT_SONAME), so a copy that
has its own name again is what it looks for.
"""

import ctypes
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

NAME = "libgomp.so.1"


def load(folders: Sequence[str] | None = None) -> bool:
    """Loads the system's OpenMP runtime, else one that a package in `folders` brings (None: where Python looks).

    Says whether one is loaded; where none is needed (not Linux) or none is found, importing llama.cpp will tell.
    """
    if sys.platform != "linux":
        return False
    try:
        ctypes.CDLL(NAME, ctypes.RTLD_GLOBAL)
    except OSError:
        return load_bundled(sys.path if folders is None else folders)
    return True


def load_bundled(folders: Sequence[str]) -> bool:
    """Loads the first runtime that a package in `folders` brings along. Says whether there was one that could be."""
    for library in sorted(path for folder in folders for path in Path(folder).glob("*.libs/libgomp-*.so.*")):
        with tempfile.TemporaryDirectory(prefix="rashomon-") as folder:
            copy = Path(folder, NAME)
            copy.write_bytes(rename(library.read_bytes(), library.name))
            try:
                # What is loaded stays loaded when its file goes.
                ctypes.CDLL(str(copy), ctypes.RTLD_GLOBAL)
            except OSError:
                continue
        return True
    return False


def rename(library: bytes, name: str) -> bytes:
    """The library, calling itself NAME instead of `name`, which must not be shorter; every offset stays as it is."""
    old = name.encode() + b"\0"
    return library.replace(old, NAME.encode().ljust(len(old), b"\0"))

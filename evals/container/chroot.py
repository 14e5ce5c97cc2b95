"""Runs commands inside a folder that holds a Debian system. Knows nothing of Dockerfiles.

Every command gets namespaces of its own (unshare(1)): its mounts and processes vanish with it whatever happens, so
that the folder can always be deleted safely. Needs root, and Debian's debootstrap to make the first system.
"""

import os
import shlex
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

MIRROR = "http://deb.debian.org/debian"
# What python:3.11-slim-bookworm has that Debian's smallest system has not.
PACKAGES = "ca-certificates,python3,python3-venv"
UNSHARE = ("unshare", "--mount", "--pid", "--fork", "--kill-child")


@dataclass(frozen=True)
class Account:
    """A user of the system inside, as its /etc/passwd has them."""

    uid: int
    gid: int
    home: str


def debootstrap(root: Path) -> None:
    """Makes a small Debian bookworm in `root` with Python 3.11, named as the official image names it."""
    command = ["debootstrap", "--variant=minbase", f"--include={PACKAGES}", "bookworm", str(root), MIRROR]
    subprocess.run([*UNSHARE, *command], check=True, stdout=subprocess.DEVNULL)
    for name in ("python", "python3"):
        (root / "usr/local/bin" / name).symlink_to("/usr/bin/python3.11")


def account(root: Path, name: str) -> Account:
    """The user `name` inside. Raises LookupError."""
    for line in (root / "etc/passwd").read_text().splitlines():
        user, _, uid, gid, _, home, _ = line.split(":")
        if user == name:
            return Account(int(uid), int(gid), home)
    raise LookupError(f"no user {name} in the image")


def enter(root: Path, user: Account, workdir: str, environment: Mapping[str, str]) -> list[str]:
    """The beginning of a command line that runs the rest inside `root` as `user`, with that environment alone."""
    pairs = [f"{name}={value}" for name, value in environment.items()]
    return [
        *("chroot", f"--userspec={user.uid}:{user.gid}", "--groups=", str(root)),
        *("/usr/bin/env", "--ignore-environment", f"--chdir={workdir}", *pairs),
    ]


def run(root: Path, inside: Sequence[str], borrowed: Sequence[str]) -> None:
    """Runs `inside` (made with `enter`), the files `borrowed` visible. Raises CalledProcessError."""
    subprocess.run([*UNSHARE, "sh", "-c", _script(root, inside, borrowed)], check=True, stdin=subprocess.DEVNULL)


@contextmanager
def running(root: Path, inside: Sequence[str]) -> Iterator[int]:
    """Runs `inside` in the background with no network but loopback; gives the id of the process it is a child of."""
    script = f"ip link set lo up\n{_script(root, inside, ())}"
    launcher = subprocess.Popen([*UNSHARE, "--net", "sh", "-c", script], stdin=subprocess.DEVNULL)
    try:
        while not (found := children(launcher.pid)):
            if launcher.poll() is not None:
                raise RuntimeError(f"the service ended with status {launcher.returncode}")
            time.sleep(0.01)
        yield found[0]
    finally:
        launcher.kill()
        launcher.wait()


def join(pid: int) -> list[str]:
    """The beginning of a command line that runs the rest in the namespaces of the process `pid`."""
    return ["nsenter", f"--target={pid}", "--mount", "--pid", "--net"]


def copy(source: Path, target: Path, owner: Account, staging: Path) -> None:
    """Copies as COPY does: a folder's contents into the folder `target`, a file to the path `target`, to `owner`."""
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir()
    subprocess.run(["cp", "-a", f"{source}/." if source.is_dir() else str(source), str(staging)], check=True)
    subprocess.run(["chown", "-hR", f"{owner.uid}:{owner.gid}", str(staging)], check=True)
    if source.is_dir():
        make_folder(target, owner)
        subprocess.run(["cp", "-aT", str(staging), str(target)], check=True)
    else:
        make_folder(target.parent, owner)
        subprocess.run(["cp", "-aT", str(staging / source.name), str(target)], check=True)


def make_folder(folder: Path, owner: Account) -> None:
    """Makes `folder` and the parents it lacks, owned by `owner`; one that stands is left as it is."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    for path in reversed(missing):
        path.mkdir()
        os.chown(path, owner.uid, owner.gid)


def children(pid: int) -> list[int]:
    """The processes that `pid` started and that still run."""
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except FileNotFoundError:
        return []


def _script(root: Path, inside: Sequence[str], borrowed: Sequence[str]) -> str:
    """A shell script that mounts /proc, /dev and the `borrowed` files, the latter read-only, and runs `inside`.

    The shell stays above what it runs: a process that has given up root would outlive its launcher (prctl(2)).
    """
    folder = shlex.quote(str(root))
    steps = ["set -e", f"mount -t proc proc {folder}/proc", f"mount --rbind /dev {folder}/dev"]
    for path in borrowed:
        target = shlex.quote(str(root) + path)
        steps += [f"mkdir -p $(dirname {target})", f"test -e {target} || touch {target}"]
        steps += [f"mount --bind -o ro {shlex.quote(path)} {target}"]
    return "\n".join([*steps, shlex.join(inside), "exit 0"])

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


def mounts(root: Path, borrowed: Sequence[str]) -> str:
    """Shell lines that mount /proc, /dev and the `borrowed` files of this machine, the latter read-only."""
    inside = shlex.quote(str(root))
    lines = [f"mount -t proc proc {inside}/proc", f"mount --rbind /dev {inside}/dev"]
    for path in borrowed:
        target = shlex.quote(str(root) + path)
        lines += [
            f"mkdir -p $(dirname {target})",
            f"test -e {target} || touch {target}",
            f"mount --bind -o ro {shlex.quote(path)} {target}",
        ]
    return "\n".join(["set -e", *lines])


def enter(root: Path, user: Account, workdir: str, environment: Mapping[str, str]) -> list[str]:
    """The beginning of a command line that runs the rest inside `root` as `user`, with that environment alone."""
    pairs = [f"{name}={value}" for name, value in environment.items()]
    return [
        *("chroot", f"--userspec={user.uid}:{user.gid}", "--groups=", str(root)),
        *("/usr/bin/env", "--ignore-environment", f"--chdir={workdir}", *pairs),
    ]


def run(root: Path, inside: Sequence[str], borrowed: Sequence[str]) -> None:
    """Runs `inside` (made with `enter`), the files `borrowed` visible. Raises CalledProcessError."""
    script = f"{mounts(root, borrowed)}\nexec {shlex.join(inside)}"
    subprocess.run([*UNSHARE, "sh", "-c", script], check=True, stdin=subprocess.DEVNULL)


@contextmanager
def running(root: Path, inside: Sequence[str]) -> Iterator[int]:
    """Runs `inside` in the background with no network but loopback; gives the id of its first process."""
    script = f"{mounts(root, ())}\nip link set lo up\nexec {shlex.join(inside)}"
    service = subprocess.Popen([*UNSHARE, "--net", "sh", "-c", script], stdin=subprocess.DEVNULL)
    try:
        yield _only_child(service)
    finally:
        service.kill()
        service.wait()


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


def _only_child(launcher: subprocess.Popen[bytes]) -> int:
    """The process that `launcher` starts inside. Raises RuntimeError where it ends before that."""
    children = Path(f"/proc/{launcher.pid}/task/{launcher.pid}/children")
    while launcher.poll() is None:
        if found := children.read_text().split():
            return int(found[0])
        time.sleep(0.01)
    raise RuntimeError(f"the service ended with status {launcher.returncode}")

"""Builds the Dockerfile in clean Debian roots, starts the service there and asks for its health. Needs root.

    python -m evals.container [WEIGHTS=none]

What this does not prove: the official Python image itself (Debian's own Python 3.11 stands in for it), layers and
their sizes, and an engine's own isolation.
"""

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from evals.container import chroot
from evals.container.dockerfile import parse
from evals.container.stages import Builder, Host, Image, gather_context

CHECKOUT = Path(__file__).resolve().parents[2]
PIP_OPTIONS = ("index-url", "extra-index-url", "trusted-host", "proxy", "cert", "default-timeout", "timeout")
STORY = {
    "articles": [
        {"id": "a", "outlet": "Paper A", "text": "The mayor opened the new bridge in Lyon on Friday."},
        {"id": "b", "outlet": "Paper B", "text": "On Friday the mayor of Lyon opened the new bridge."},
    ]
}
KEY = "of the proof"
KEYS = f"proof:{hashlib.sha256(KEY.encode()).hexdigest()}"
PROXIES = ("http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY")


def borrow_network() -> Host:
    """How this machine reaches package indexes: pip's options, proxies, certificates, name servers.

    Indexes on this machine's own disk are left out: the locks must be met without them.
    """
    listed = subprocess.run([sys.executable, "-m", "pip", "config", "list"], check=True, capture_output=True, text=True)
    options = dict(line.partition(".")[2].split("=", 1) for line in listed.stdout.splitlines() if "=" in line)
    environment = {name: os.environ[name] for name in PROXIES if name in os.environ}
    for name in PIP_OPTIONS:
        words = [word for word in options.get(name, "").strip("'").split() if not word.startswith("file:")]
        if words:
            environment["PIP_" + name.upper().replace("-", "_")] = " ".join(words)
    files = [environment["PIP_CERT"]] if "PIP_CERT" in environment else []
    return Host(environment, ["/etc/resolv.conf", *files])


def prove(image: Image, deadline_s: float = 60) -> list[str]:
    """Starts the image's command, waits for its health check, and says what was seen. Raises RuntimeError."""
    seen = [f"no writing outside {', '.join(image.volumes)} and its home: {refuse_writing(image)}"]
    seen.append(f"without a key: {refuse_keyless(image)}")
    started = time.monotonic()
    with chroot.running(image.root, [*image.enter(), f"RASHOMON_API_KEYS={KEYS}", *image.command]) as pid:
        check = [*chroot.join(pid), *image.enter(), *image.health_command]
        while subprocess.run(check, stderr=subprocess.DEVNULL, check=False).returncode:
            if time.monotonic() - started > deadline_s or not Path(f"/proc/{pid}").exists():
                raise RuntimeError("the health check never passed")
            time.sleep(0.2)
        seen.append(f"HEALTHCHECK passes {time.monotonic() - started:.1f} s after the start, without a network")
        (service,) = chroot.children(pid)
        uid = Path(f"/proc/{service}/status").read_text().partition("Uid:")[2].split()[0]
        if uid != str(image.account.uid) or uid == "0":
            raise RuntimeError(f"the service runs as user {uid}")
        seen.append(f"the service runs as {image.user} ({uid})")
        seen.append(f"GET /healthz: {ask(image, pid, '/healthz')}")
        if "RASHOMON_EMBEDDED_MODEL" in image.environment:
            seen.append(f"GET /readyz: {ask(image, pid, '/readyz')}")
            report = json.loads(ask(image, pid, "/analyze", json.dumps(STORY)))
            seen.append(f"POST /analyze: {len(report['claims'])} claims, {len(report['agreements'])} agreement")
    return seen


def refuse_keyless(image: Image) -> str:
    """What the command says when it is started as it stands: it listens beyond the container and wants a key."""
    started = subprocess.run([*image.enter(), *image.command], check=False, capture_output=True, text=True, timeout=60)
    told = started.stderr.strip()
    if started.returncode != 2 or "RASHOMON_API_KEYS" not in told:
        raise RuntimeError(f"without a key the command ended with {started.returncode}: {told[-200:]}")
    return told.splitlines()[-1]


def refuse_writing(image: Image) -> str:
    """Looks for folders the service's user may write to beyond volumes, home and the usual temporary ones."""
    may = (*image.volumes, image.account.home, "/tmp", "/var/tmp", "/dev", "/proc", "/run/lock", "/var/lock")
    command = [*image.enter(), "find", "/", "-xdev", "-writable", "-type", "d", "-not", "-path", "/proc/*"]
    listed = subprocess.run(command, check=False, capture_output=True, text=True).stdout.split()
    if wrong := [path for path in listed if not path.startswith(may)]:
        raise RuntimeError(f"the service's user can write to {' '.join(wrong[:5])}")
    return "right"


def ask(image: Image, pid: int, path: str, body: str = "", deadline_s: float = 120) -> str:
    """What the running service answers to GET `path`, or to POST of `body`, asked until it is a 200.

    Raises RuntimeError with the last failure.
    """
    code = (
        "import sys, urllib.error as e, urllib.request as u\nbody = sys.stdin.buffer.read() or None\n"
        f"headers = {{'Content-Type': 'application/json', 'X-API-Key': {KEY!r}}}\n"
        f"request = u.Request('http://127.0.0.1:8000{path}', body, headers)\n"
        "try:\n    sys.stdout.write(u.urlopen(request).read().decode())\n"
        "except e.HTTPError as error:\n    sys.exit(error.read().decode())"
    )
    command = [*chroot.join(pid), *image.enter(), "python", "-c", code]
    started = time.monotonic()
    while time.monotonic() - started < deadline_s:
        answer = subprocess.run(command, input=body, check=False, capture_output=True, text=True)
        if answer.returncode == 0:
            return answer.stdout.strip()
        time.sleep(0.5)
    raise RuntimeError(f"{path}: {answer.stderr.strip().splitlines()[-1]}")


def build(folder: Path, arguments: Mapping[str, str]) -> Image:
    """The Dockerfile's last stage, built in `folder`."""
    stages = parse((CHECKOUT / "Dockerfile").read_text(encoding="utf-8"), arguments)
    gather_context(CHECKOUT, folder / "context")
    sys.stdout.write("Debian bookworm in place of the official Python image\n")
    chroot.debootstrap(folder / "base")
    return Builder(stages, folder / "base", folder / "context", folder, borrow_network()).build(list(stages)[-1])


def main(arguments: list[str]) -> str | None:
    """None where everything was proven, else the message to fail with."""
    if os.geteuid() != 0 or not shutil.which("debootstrap"):
        return "make image-check needs root and debootstrap (Debian: apt-get install debootstrap)"
    # Being told to end cleans up as well.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    folder = Path(tempfile.mkdtemp(prefix="rashomon-image-"))
    folder.chmod(0o755)
    try:
        seen = prove(build(folder, dict(argument.split("=", 1) for argument in arguments)))
    except (subprocess.CalledProcessError, RuntimeError) as error:
        return f"Not proven: {error}"
    except KeyboardInterrupt:
        return "Not proven: stopped"
    finally:
        shutil.rmtree(folder)
    sys.stdout.write("\n".join(["Proven:", *seen, "Not proven: see evals/container/__main__.py"]) + "\n")
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

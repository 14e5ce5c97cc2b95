"""Builds a Dockerfile's stages as folders and remembers what an image remembers. Knows nothing of what they contain."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from evals.container import chroot
from evals.container.dockerfile import Instruction, Stage, expand

ROOT_USER = chroot.Account(0, 0, "/root")
PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"


@dataclass(frozen=True)
class Image:
    """A root folder and the settings a container started from it would have."""

    root: Path
    environment: Mapping[str, str] = field(default_factory=lambda: {"PATH": PATH})
    user: str = "root"
    workdir: str = "/"
    command: tuple[str, ...] = ()
    health_command: tuple[str, ...] = ()
    volumes: tuple[str, ...] = ()

    @property
    def account(self) -> chroot.Account:
        """The user as the root folder knows them."""
        return ROOT_USER if self.user == "root" else chroot.account(self.root, self.user)

    def enter(self, borrowed_environment: Mapping[str, str] | None = None) -> list[str]:
        """The beginning of a command line that runs the rest as a container of this image would."""
        account = self.account
        environment = {"HOME": account.home, **self.environment, **(borrowed_environment or {})}
        return chroot.enter(self.root, account, self.workdir, environment)


@dataclass(frozen=True)
class Host:
    """What the building machine lends to RUN steps: how to reach package indexes. Nothing of it stays in an image."""

    environment: Mapping[str, str]
    files: Sequence[str]


class Builder:
    """Builds stages on demand, each once. `base` is the root that stands for every image that is no stage."""

    def __init__(self, stages: Mapping[str, Stage], base: Path, context: Path, folder: Path, host: Host) -> None:
        self._stages = stages
        self._base = base
        self._context = context
        self._folder = folder
        self._host = host
        self._built: dict[str, Image] = {}

    def build(self, name: str) -> Image:
        """The image of the stage `name`. Raises CalledProcessError where a step fails."""
        if name not in self._built:
            stage = self._stages[name]
            below = self.build(stage.base) if stage.base in self._stages else Image(self._base)
            root = self._folder / f"stage-{name}"
            subprocess.run(["cp", "-a", str(below.root), str(root)], check=True)
            image = replace(below, root=root)
            for instruction in stage.instructions:
                sys.stdout.write(f"{name}: {instruction.word} {instruction.rest}\n")
                sys.stdout.flush()
                image = self._apply(image, instruction)
            self._built[name] = image
        return self._built[name]

    def _apply(self, image: Image, instruction: Instruction) -> Image:
        """The image after one instruction."""
        rest = expand(instruction.rest, image.environment)
        match instruction.word:
            case "RUN":
                inside = [*image.enter(self._host.environment), "/bin/sh", "-c", instruction.rest]
                chroot.run(image.root, inside, self._host.files)
            case "COPY":
                self._copy(image, instruction)
            case "ENV":
                pairs = dict(item.split("=", 1) for item in replace(instruction, rest=rest).items)
                return replace(image, environment={**image.environment, **pairs})
            case "WORKDIR":
                chroot.make_folder(image.root / rest.lstrip("/"), ROOT_USER)
                return replace(image, workdir=rest)
            case "USER":
                return replace(image, user=rest)
            case "VOLUME":
                return replace(image, volumes=(*image.volumes, rest))
            case "CMD":
                return replace(image, command=tuple(instruction.items))
            case "HEALTHCHECK":
                health = replace(instruction, rest=instruction.rest.removeprefix("CMD").strip())
                return replace(image, health_command=tuple(health.items))
        return image

    def _copy(self, image: Image, instruction: Instruction) -> None:
        """COPY [--from=stage] [--chown=user:group] source... target."""
        *sources, target = instruction.items
        source_stage = instruction.options.get("from")
        top = self.build(source_stage).root if source_stage else self._context
        user = instruction.options.get("chown", "root").partition(":")[0]
        owner = ROOT_USER if user == "root" else chroot.account(image.root, user)
        inside = Path(os.path.normpath(image.root / image.workdir.lstrip("/") / target.removeprefix("./")))
        if target.startswith("/"):
            inside = image.root / target.lstrip("/")
        for source in sources:
            path = top / source.lstrip("/")
            is_into_folder = target.endswith("/") and not path.is_dir()
            chroot.copy(path, inside / path.name if is_into_folder else inside, owner, self._folder / "staging")


def gather_context(checkout: Path, folder: Path) -> None:
    """Copies what .dockerignore lets through. Understands `*`, `!path` and `**/name` only, else ValueError."""
    patterns = (checkout / ".dockerignore").read_text(encoding="utf-8").split()
    let_through = [pattern[1:] for pattern in patterns if pattern.startswith("!")]
    left_out = [pattern[3:] for pattern in patterns if pattern.startswith("**/")]
    if patterns != ["*", *(f"!{path}" for path in let_through), *(f"**/{name}" for name in left_out)]:
        raise ValueError(".dockerignore holds a pattern that is not understood")
    folder.mkdir()
    for path in let_through:
        if (checkout / path).is_dir():
            shutil.copytree(checkout / path, folder / path, ignore=shutil.ignore_patterns(*left_out))
        else:
            shutil.copy2(checkout / path, folder / path)

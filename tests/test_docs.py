"""README names every route, command, option and setting that the code has, and none that it has not."""

import argparse
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from service.app import create_app
from service.cli import parser
from service.deployment import Deployment
from service.llm.scripted import Scripted
from service.settings import SETTINGS, Setting

if TYPE_CHECKING:
    from service.services import Services

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def readme() -> str:
    """README as it stands."""
    return (ROOT / "README.md").read_text(encoding="utf-8")


def commands(top: argparse.ArgumentParser, path: str = "rashomon") -> Iterator[tuple[str, list[list[str]]]]:
    """Each command that can be called, with its options' spellings: ("rashomon cache purge", [["--article"]])."""
    below = [action for action in top._actions if isinstance(action, argparse._SubParsersAction)]
    if not below:
        spellings = [list(action.option_strings) for action in top._actions if action.dest != "help"]
        yield path, [spelling for spelling in spellings if spelling]
    for action in below:
        for name, parser_below in action.choices.items():
            yield from commands(parser_below, f"{path} {name}")


def test_every_route_is_documented(readme: str, services_on: "Callable[..., Services]") -> None:
    async def ready() -> None:
        """Nothing to wait for."""

    document: dict[str, Any] = create_app(Deployment(services_on(Scripted(lambda call: "{}")), ready, 60)).openapi()
    routes = {f"{method.upper()} {path}" for path, methods in document["paths"].items() for method in methods}
    assert {"POST /analyze", "GET /healthz"} <= routes
    assert sorted(route for route in (*routes, "GET /docs") if f"{route.partition(' ')[2]}`" not in readme) == []


@pytest.mark.parametrize(("command", "options"), [*commands(parser())], ids=str)
def test_every_command_and_option_is_documented(readme: str, command: str, options: list[list[str]]) -> None:
    program, name, *action = command.split()
    lines = [line for line in readme.splitlines() if f"{program} {name}" in line]
    assert lines, f"README does not name `{program} {name}`"
    words = re.findall(r"[\w-]+", " ".join(lines))
    assert [word for word in action if word not in words] == []
    assert [spellings for spellings in options if not any(spelling in readme for spelling in spellings)] == []


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_setting_is_listed_with_its_default(readme: str, setting: Setting) -> None:
    rows = [line for line in readme.splitlines() if line.startswith(f"| `{setting.name}` |")]
    wanted = f"README's table of settings needs a row: | `{setting.name}` | {setting.default} | {setting.meaning} |"
    assert any(setting.default in row for row in rows), wanted


def test_no_setting_is_named_that_there_is_not(readme: str) -> None:
    known = {setting.name for setting in SETTINGS}
    assert set(re.findall(r"RASHOMON_[A-Z_]*[A-Z]", readme)) - known == set()


def test_every_make_command_that_is_named_exists(readme: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    named = set(re.findall(r"(?:`|^|\n)(?:\w+=\S+ )*make ([a-z][a-z-]+)", readme))
    assert {"demo", "test"} <= named
    assert named - targets == set()


def test_every_file_that_is_linked_exists(readme: str) -> None:
    links = [link for link in re.findall(r"\]\(([^)#\s]+)", readme) if "://" not in link]
    assert [link for link in links if not (ROOT / link).exists()] == []

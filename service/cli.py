"""The `rashomon` command: arguments in, exit code out. Imports nothing heavy before it must: `--help` is at once.

Exit codes: 0 done, 1 the model or the service failed, 2 the input or a setting cannot be used, 130 interrupted.
"""

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from service import __version__, eval_arguments, job_arguments, report_arguments
from service.argument_types import Commands, whole_number
from service.errors import BadInput, BadSettings, RashomonError
from service.visible import one_line

if TYPE_CHECKING:
    from service.deployment import Deployment
    from service.settings import Settings

FAILED, UNUSABLE, INTERRUPTED = 1, 2, 130


def main() -> int:
    """Runs this process's command line, in its environment and folder."""
    # A terminal that cannot show a letter shows its number; a report is never lost for one.
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    return run(sys.argv[1:], os.environ, Path.cwd())


def run(
    argv: Sequence[str],
    environ: Mapping[str, str],
    folder: Path,
    build: "Callable[[Settings], Deployment] | None" = None,
) -> int:
    """Runs one command with the settings of `environ` and of the .env file in `folder`; gives the exit code.

    `build` makes what the settings ask for; by default the real thing.
    """
    arguments = parser().parse_args(argv)
    try:
        from service import commands, settings

        invocation = commands.Invocation(arguments, settings.load(environ, folder), build)
        return commands.BY_NAME[arguments.command](invocation)
    except RashomonError as error:
        _say(one_line(str(error)))
        return UNUSABLE if isinstance(error, BadInput | BadSettings) else FAILED
    except KeyboardInterrupt:
        _say("interrupted; finished replies are kept")
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has seen enough; Python would complain once more while closing it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED


def parser() -> argparse.ArgumentParser:
    """Every command and option."""
    top = argparse.ArgumentParser(
        prog="rashomon",
        description="Compares several articles about one event: what they agree on, where they contradict each other, "
        "what each leaves out. Settings are environment variables that begin with RASHOMON_; README lists them.",
    )
    top.add_argument("--version", action="version", version=f"rashomon {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_analyze(commands)
    report_arguments.add(commands)
    _add_serve(commands)
    _add_cache(commands)
    _add_model(commands)
    _add_key(commands)
    commands.add_parser("openapi", help="print the OpenAPI document of the service")
    job_arguments.add(commands)
    eval_arguments.add(commands)
    return top


def _add_analyze(commands: Commands) -> None:
    about = "compare articles and report"
    analyze = commands.add_parser("analyze", help=about, description=f"{about.capitalize()}.")
    paths = "one story.json (a POST /analyze body whose articles may name a file), or two or more .txt and .html files"
    analyze.add_argument("paths", nargs="+", type=Path, metavar="PATH", help=paths)
    analyze.add_argument("--json", action="store_true", help="print the report as JSON, and nothing else")
    analyze.add_argument("-o", "--output", type=Path, metavar="FILE", help="also write the report as JSON into FILE")
    partial = "go on without articles the model fails on, and say so, instead of failing"
    elsewhere = "let the service at URL analyse, with the key in RASHOMON_CLIENT_KEY or in FILE"
    analyze.add_argument("--url", metavar="URL", help=elsewhere)
    analyze.add_argument("--key-file", type=Path, metavar="FILE", help="a file that holds the key for --url alone")
    analyze.add_argument("--allow-partial", action="store_true", help=partial)


def _add_serve(commands: Commands) -> None:
    about = "answer POST /analyze over HTTP"
    serve = commands.add_parser("serve", help=about, description=f"{about.capitalize()}.")
    serve.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1: this machine only)")
    serve.add_argument("--port", type=whole_number(0, 65_535), default=8000, help="port to listen on (8000)")


def _add_cache(commands: Commands) -> None:
    about = "show or empty the cache of model replies"
    cache = commands.add_parser("cache", help=about, description=f"{about.capitalize()}.")
    actions = cache.add_subparsers(dest="action", required=True, metavar="ACTION")
    actions.add_parser("stats", help="how much is kept, and where")
    actions.add_parser("clear", help="forget every reply")
    purge = actions.add_parser("purge", help="forget every reply that saw an article")
    files = "the article's .txt or .html file, or a story.json for all its articles"
    purge.add_argument("--article", type=Path, required=True, metavar="FILE", help=files)


def _add_model(commands: Commands) -> None:
    about = "get or check the embedded model's weights"
    model = commands.add_parser("model", help=about, description=f"{about.capitalize()}.")
    actions = model.add_subparsers(dest="action", required=True, metavar="ACTION")
    actions.add_parser("pull", help="assemble or fetch the weights, and check them")
    actions.add_parser("status", help="where the weights are, and whether they are right")


def _add_key(commands: Commands) -> None:
    about = "make a key for the service"
    key = commands.add_parser("key", help=about, description=f"{about.capitalize()}.")
    actions = key.add_subparsers(dest="action", required=True, metavar="ACTION")
    new = actions.add_parser("new", help="print a fresh key once, and the line to set in RASHOMON_API_KEYS")
    new.add_argument("name", metavar="NAME", help="whose key it is, as logs and limits name it")


def _say(message: str) -> None:
    sys.stderr.write(f"rashomon: {message}\n")

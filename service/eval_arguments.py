"""The arguments of `rashomon eval`. Imports nothing of the evals: they are an extra, and `--help` is at once."""

import argparse
from pathlib import Path

from service.argument_types import Commands, whole_number


def add(commands: Commands) -> None:
    """Adds `eval` with its actions."""
    about = "measure prompts, code and models on hand-written cases"
    parser = commands.add_parser("eval", help=about, description=f"{about.capitalize()}. Needs rashomon[evals].")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    _add_run(actions)
    _add_diff(actions)
    _add_gate(actions)
    _add_accept(actions)
    _add_bench(actions)


def _add_run(actions: Commands) -> None:
    run = actions.add_parser("run", help="run the cases; print, and write JSON and an HTML page")
    _add_what(run)
    _add_models(run)
    _add_replay(run)
    run.set_defaults(recorded=None)
    run.add_argument("--baseline", type=Path, metavar="FILE", help="a result or receipt to show the change against")
    run.add_argument("-o", "--output", type=Path, default=Path("eval-results"), metavar="DIR", help="(eval-results)")


def _add_diff(actions: Commands) -> None:
    diff = actions.add_parser("diff", help="what changed from one result to another")
    diff.add_argument("before", type=Path, metavar="A", help="a result or receipt")
    diff.add_argument("after", type=Path, metavar="B", help="a result or receipt")


def _add_gate(actions: Commands) -> None:
    gate = actions.add_parser("gate", help="exit 1 on a drop beyond noise, or on any case that failed")
    gate.add_argument("--baseline", type=Path, required=True, metavar="B", help="a result or receipt")
    gate.add_argument("--candidate", type=Path, metavar="FILE", help="a result to judge, instead of running the cases")
    _add_what(gate, is_whole=True)
    _add_replay(gate)
    gate.set_defaults(models=[], recorded=None)


def _add_accept(actions: Commands) -> None:
    accept = actions.add_parser("accept", help="run, and keep receipt and recorded replies beside the code")
    _add_what(accept, is_whole=True)
    accept.set_defaults(models=[], replay=None)
    recorded = "ask the model only what this file of recorded replies does not hold"
    accept.add_argument("--recorded", type=Path, metavar="FILE", help=recorded)
    accept.add_argument("--into", type=Path, metavar="DIR", help="where receipts/ and recordings/ are (the evals)")


def _add_bench(actions: Commands) -> None:
    bench = actions.add_parser("bench", help="the pipeline's own steps on public data, beside published figures")
    bench.add_argument("--data", type=Path, required=True, metavar="DIR", help="the folder of JSON Lines files")
    pairs = "the folder of written pairs, open.jsonl and unseen.jsonl (those that come along)"
    bench.add_argument("--pairs", type=Path, metavar="DIR", help=pairs)
    bench.add_argument("-o", "--output", type=Path, metavar="FILE", help="also write the figures as JSON into FILE")


def _add_what(parser: argparse.ArgumentParser, *, is_whole: bool = False) -> None:
    """`is_whole`: every case takes part, whatever is asked."""
    parser.add_argument("--cases", type=Path, metavar="DIR", help="the folder of cases (those that come along)")
    if is_whole:
        parser.set_defaults(only=[])
    else:
        parser.add_argument(
            "--only", action="append", default=[], metavar="NAME", help="only this case; may be repeated"
        )
    repeats = "run K times, each asking anew (1)"
    parser.add_argument("--repeat", type=whole_number(1, 20), default=1, metavar="K", help=repeats)
    parser.add_argument("--fresh", action="store_true", help="ask the model even where its reply is kept")


def _add_models(parser: argparse.ArgumentParser) -> None:
    models = "a model as RASHOMON_MODEL names it; repeat it for several side by side"
    parser.add_argument("--model", action="append", default=[], dest="models", metavar="M", help=models)


def _add_replay(parser: argparse.ArgumentParser) -> None:
    replays = "answer from this file of recorded replies alone; no model is loaded or asked"
    parser.add_argument("--replay", type=Path, metavar="FILE", help=replays)

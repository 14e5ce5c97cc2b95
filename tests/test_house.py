"""The rules of the house that a machine can check: sizes, names, layers, what importing may touch, what locks say."""

import ast
import io
import re
import subprocess
import sys
import tokenize
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
PYTHON_FILES = sorted(path for top in ("service", "evals", "tests") for path in (ROOT / top).rglob("*.py"))
SOURCES = [path for path in PYTHON_FILES if path.relative_to(ROOT).parts[0] != "tests"]
OUR_FOLDERS = ("service", "prompts", "evals", "tests")
PROSE = [
    *(ROOT / name for name in ("README.md", "CHANGELOG.md", "NOTICE", "Makefile", "Dockerfile")),
    *(path for top in OUR_FOLDERS for path in (ROOT / top).rglob("*.md")),
]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
BANNED_NAMES = {"utils", "util", "helpers", "helper", "common", "base", "core", "manager", "handler", "misc", "service"}
BANNED_FUNCTIONS = {"process", "handle", "do", "run_step"}
EM_DASH = "\N{EM DASH}"
# What each entry point must not load before it is needed.
HEAVY = {
    "service.cli": {"fastapi", "litellm", "pydantic", "rich", "trafilatura", "uvicorn", "xllamacpp"},
    "service.app": {"litellm", "trafilatura", "xllamacpp"},
    "service.wiring": {"litellm", "xllamacpp"},
}

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def tree(path: Path) -> ast.Module:
    """The file, parsed."""
    return ast.parse(path.read_text(encoding="utf-8"))


def functions() -> Iterator[tuple[str, Function]]:
    """Every function of the product and of its evaluation, with the place to look at."""
    for path in SOURCES:
        for node in ast.walk(tree(path)):
            if isinstance(node, Function):
                yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", node


def pins(lock: Path) -> dict[str, str]:
    """Name to version, as locked."""
    return dict(re.findall(r"^([a-z0-9-]+)==([^ ;\\]+)", lock.read_text(encoding="utf-8"), re.MULTILINE))


def test_imports_point_one_way() -> None:
    # In a process of its own: it sets up logging, and with that silences every logger that is there already.
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    answer = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stdout[-2000:]


def test_no_file_is_longer_than_300_lines() -> None:
    lengths = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in PYTHON_FILES}
    assert {path: length for path, length in lengths.items() if length > 300} == {}


def test_no_function_is_longer_than_60_lines() -> None:
    assert [place for place, function in functions() if (function.end_lineno or 0) - function.lineno >= 60] == []


def test_no_function_takes_more_than_5_parameters() -> None:
    def count(function: Function) -> int:
        taken = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
        return sum(argument.arg not in ("self", "cls") for argument in taken)

    assert [place for place, function in functions() if count(function) > 5] == []


def test_every_module_says_what_it_is() -> None:
    assert [str(path.relative_to(ROOT)) for path in SOURCES if not ast.get_docstring(tree(path))] == []


def test_nothing_is_named_after_its_being_of_use() -> None:
    classes = [node.name for path in SOURCES for node in ast.walk(tree(path)) if isinstance(node, ast.ClassDef)]
    assert sorted({path.stem for path in PYTHON_FILES} & BANNED_NAMES) == []
    assert [name for name in classes if name.lower() in BANNED_NAMES] == []
    assert [place for place, function in functions() if function.name in BANNED_FUNCTIONS] == []


def test_nothing_is_printed_past_the_streams_handed_in() -> None:
    assert [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in SOURCES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ] == []


def test_the_environment_is_read_in_one_place_and_never_by_an_import() -> None:
    readers = {
        str(path.relative_to(ROOT))
        for path in SOURCES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and node.attr in ("environ", "getenv")
        if path.is_relative_to(ROOT / "service")
    }
    # remote.py sets what litellm reads when it is imported.
    assert readers <= {"service/cli.py", "service/llm/remote.py"}


def test_prose_comments_and_docstrings_hold_no_em_dash() -> None:
    found = [path for path in PROSE if EM_DASH in path.read_text(encoding="utf-8")]
    for path in PYTHON_FILES:
        if EM_DASH in path.read_text(encoding="utf-8"):
            tokens = tokenize.generate_tokens(io.StringIO(path.read_text(encoding="utf-8")).readline)
            comments = [token.string for token in tokens if token.type == tokenize.COMMENT]
            documented = (ast.Module, ast.ClassDef, *Function.__args__)
            docstrings = [
                ast.get_docstring(node) or "" for node in ast.walk(tree(path)) if isinstance(node, documented)
            ]
            found += [path] if any(EM_DASH in text for text in (*comments, *docstrings)) else []
    assert [str(path.relative_to(ROOT)) for path in found] == []


@pytest.mark.parametrize("module", sorted(HEAVY))
def test_an_entry_point_loads_nothing_heavy_until_it_is_needed(module: str) -> None:
    assert loaded_by(module) & HEAVY[module] == set()


def loaded_by(module: str) -> set[str]:
    """The top-level packages in memory after importing `module` in a fresh interpreter."""
    code = f"import sys, {module}; sys.stdout.write(' '.join(name for name in sys.modules if '.' not in name))"
    return set(told_by(code).split())


def told_by(code: str) -> str:
    """What `code` writes to standard output in a fresh interpreter."""
    answer = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stderr[-1000:]
    return answer.stdout


def test_importing_any_module_writes_no_file_and_opens_no_connection() -> None:
    modules = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in SOURCES
        if path.is_relative_to(ROOT / "service") and path.name not in ("__init__.py", "__main__.py")
    ]
    code = f"""
import importlib, os, sys
def watch(event, arguments):
    writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    if writes or event in ("socket.connect", "socket.bind", "subprocess.Popen", "os.mkdir", "os.remove", "os.rename"):
        sys.stdout.write(f"{{event}} {{arguments}}\\n")
sys.dont_write_bytecode = True
sys.addaudithook(watch)
for module in {modules!r}:
    importlib.import_module(module)
"""
    assert told_by(code) == ""


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_pins_every_package_by_hash_and_names_no_address(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", text.partition("\n#    make lock\n")[2])
    assert re.findall(r"\w+://|^-|find-links|index-url|file:|\.whl|@", text, re.MULTILINE) == []
    assert [entry for entry in entries if not re.match(r"[a-z0-9-]+==\S+ (;.*)?\\\n    --hash=sha256:", entry)] == []
    # A package may be pinned twice, each time for other versions of Python.
    assert {entry.partition("==")[0] for entry in entries} == set(pins(lock))


def test_the_locks_agree_on_every_version() -> None:
    everything = pins(ROOT / "requirements/dev.txt")
    for name in ("base", "embedded", "build"):
        assert pins(ROOT / f"requirements/{name}.txt").items() <= everything.items()


def test_the_locks_meet_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    asked = {
        "base": project["project"]["dependencies"],
        "embedded": project["project"]["optional-dependencies"]["embedded"],
        "build": [*groups["build"], *project["build-system"]["requires"]],
        "dev": groups["dev"],
        "weights": groups["weights"],
    }
    for lock, requirements in asked.items():
        locked = pins(ROOT / f"requirements/{lock}.txt")
        for requirement in map(Requirement, requirements):
            assert requirement.specifier.contains(locked[requirement.name]), f"{lock}: {requirement}; run make lock"

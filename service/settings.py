"""Every setting: its name, default and meaning, read once from a mapping into one frozen Settings.

Knows nothing of what the settings are for, and reads neither the environment nor a file: the edges hand them in.
"""

import difflib
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from service.doors import keys
from service.doors.keys import Key
from service.errors import BadSettings
from service.llm.profiles import Structured
from service.setting_values import (
    EMBEDDED,
    address,
    database,
    dollars,
    model,
    origins,
    path,
    seconds,
    structured,
    text,
    whole,
    yes_or_no,
)

PREFIX = "RASHOMON_"
_ENV_LINE = re.compile(r"(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*)", re.ASCII)


@dataclass(frozen=True)
class Settings:
    """All settings, checked. `None` means: not set, so the product chooses. `api_key` is never shown."""

    model: str
    api_key: str | None = field(repr=False)
    api_base: str | None
    structured_output: Structured | None
    parallel_calls: int
    call_timeout_s: float
    deadline_s: float
    retry_attempts: int
    retry_total_s: float
    data_dir: Path
    cache_max_mb: int
    cache_max_age_days: int
    prompts_dir: Path | None
    embedded_model: Path | None
    embedded_slots: int | None
    embedded_threads: int | None
    judge_pairs: int
    database_url: str | None = field(repr=False)
    jobs_parallel: int
    jobs_attempts: int
    worker_dead_after_s: float
    jobs_max_age_days: int
    jobs_max_mb: int
    api_keys: tuple[Key, ...] | None = field(repr=False)
    key_rate: str
    key_parallel: int
    cors_origins: tuple[str, ...] | None
    analyses_parallel: int
    analyses_waiting: int
    stop_s: float
    max_cost_usd: float | None
    log_content: bool
    otel_exporter_otlp_endpoint: str | None
    client_key: str | None = field(repr=False)

    @property
    def is_embedded(self) -> bool:
        """Whether the model that comes along is used."""
        return self.model == EMBEDDED

    @classmethod
    def from_mapping(cls, mapping: Mapping[str, str]) -> "Settings":
        """The settings in `mapping` (an environment); an empty value counts as not set.

        Raises BadSettings naming the variable for a value that cannot be used and for a RASHOMON_ name that is none.
        """
        _refuse_unknown(mapping)
        taken = {setting.field: setting.take(mapping.get(setting.name, "").strip()) for setting in SETTINGS}
        taken["data_dir"] = taken["data_dir"] or data_folder(mapping)
        return cls(**taken)


@dataclass(frozen=True)
class Setting:
    """One row of the table in README. `default` is what an unset variable reads as; "" stands for not set.

    A secret's value is never shown; an address counts as one, since a password may stand in it.
    """

    name: str
    default: str
    meaning: str
    read: Callable[[str], Any]
    is_secret: bool = False

    @property
    def field(self) -> str:
        """Its name in Settings."""
        return self.name.removeprefix(PREFIX).lower()

    def take(self, value: str) -> Any:
        """What `value` stands for. Raises BadSettings naming the variable, the allowed form and the value."""
        if not (value or self.default):
            return None
        try:
            return self.read(value or self.default)
        except ValueError as error:
            shown = "" if self.is_secret else f", not {value[:80]!r}"
            raise BadSettings(f"{self.name} must be {error}{shown}") from None


def load(environ: Mapping[str, str], folder: Path) -> Settings:
    """The settings of `environ` over those of the file `.env` in `folder`. Raises BadSettings."""
    return Settings.from_mapping({**read_env_file(folder / ".env"), **environ})


def read_env_file(path: Path) -> dict[str, str]:
    """The RASHOMON_ lines of a .env file (`NAME=value`, quotes and `export` allowed); none where there is no file.

    Other names are left alone: a .env file is often shared with other programs. Raises BadSettings naming the line.
    """
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise BadSettings(f"{path} cannot be read: {error}") from None
    found = {}
    for number, line in enumerate(lines, start=1):
        stripped = line.strip()
        parts = _ENV_LINE.fullmatch(stripped)
        if parts and parts[1].startswith(PREFIX):
            found[parts[1]] = _unquoted(parts[2])
        elif PREFIX in stripped and not stripped.startswith("#") and not parts:
            raise BadSettings(f"{path}, line {number}: write it as {PREFIX}NAME=value")
    return found


def data_folder(mapping: Mapping[str, str]) -> Path:
    """Where the platform keeps a program's data, by the variables in `mapping`."""
    home = mapping.get("HOME") or mapping.get("USERPROFILE") or ""
    parents = {
        "win32": mapping.get("LOCALAPPDATA") or (home and f"{home}/AppData/Local"),
        "darwin": home and f"{home}/Library/Application Support",
    }
    parent = parents.get(sys.platform, mapping.get("XDG_DATA_HOME") or (home and f"{home}/.local/share"))
    if not parent:
        raise BadSettings(f"{PREFIX}DATA_DIR must be set: there is no home folder to keep data in")
    return Path(parent) / "rashomon"


def _refuse_unknown(mapping: Mapping[str, str]) -> None:
    known = [setting.name for setting in SETTINGS]
    for name in sorted(mapping):
        if name.startswith(PREFIX) and name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            hint = f"did you mean {near[0]}?" if near else "remove it; README lists all settings"
            raise BadSettings(f"{name} is not a setting; {hint}")


def _unquoted(value: str) -> str:
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "'\"":
        return value[1:-1]
    return re.split(r"\s#", value, maxsplit=1)[0].strip()


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "RASHOMON_MODEL",
        EMBEDDED,
        "The model: `embedded`, or litellm's name for another, such as `openai/gpt-4o`.",
        model,
    ),
    Setting("RASHOMON_API_KEY", "", "Its key. Unset: the provider's own variable, such as OPENAI_API_KEY.", text, True),
    Setting("RASHOMON_API_BASE", "", "Its address, for a server of one's own. Unset: the provider's.", address, True),
    Setting(
        "RASHOMON_STRUCTURED_OUTPUT",
        "",
        "How answers are given a shape: json_schema, json_object or prompt. Unset: by our table of models.",
        structured,
    ),
    Setting("RASHOMON_PARALLEL_CALLS", "16", "How many model calls one analysis makes at once.", whole(1, 1000)),
    Setting("RASHOMON_CALL_TIMEOUT_S", "300", "Seconds one model call may take.", seconds),
    Setting("RASHOMON_DEADLINE_S", "3600", "Seconds a whole analysis may take.", seconds),
    Setting("RASHOMON_RETRY_ATTEMPTS", "4", "How often a call is tried when the failure can pass.", whole(1, 20)),
    Setting("RASHOMON_RETRY_TOTAL_S", "600", "Seconds all tries of one call may take together.", seconds),
    Setting("RASHOMON_DATA_DIR", "", "Cache and weights. Unset: ~/.local/share/rashomon, or the system's way.", path),
    Setting("RASHOMON_CACHE_MAX_MB", "1024", "Megabytes of replies kept; the oldest go first.", whole(1, 1_000_000)),
    Setting("RASHOMON_CACHE_MAX_AGE_DAYS", "30", "Days a reply is kept.", whole(1, 3650)),
    Setting("RASHOMON_PROMPTS_DIR", "", "A desk's own copy of the prompts. Unset: the ones shipped.", path),
    Setting("RASHOMON_EMBEDDED_MODEL", "", "Another GGUF file to embed. Unset: the one shipped.", path),
    Setting(
        "RASHOMON_EMBEDDED_SLOTS",
        "",
        "Calls the embedded model works on at once. Unset: 1, measured best on 2 cores.",
        whole(1, 64),
    ),
    Setting("RASHOMON_EMBEDDED_THREADS", "", "Processor threads it uses. Unset: all cores.", whole(1, 1024)),
    Setting(
        "RASHOMON_JUDGE_PAIRS",
        "0",
        "Pairs of claims the trained judge reads in an analysis, one to three seconds each on 2 cores; 0: it is off.",
        whole(0, 1000),
    ),
    Setting(
        "RASHOMON_DATABASE_URL",
        "",
        "PostgreSQL that keeps the jobs of several machines. Unset: SQLite in the data folder.",
        database,
        True,
    ),
    Setting(
        "RASHOMON_JOBS_PARALLEL", "4", "Jobs one process works on at once; 0: it only takes them in.", whole(0, 1000)
    ),
    Setting("RASHOMON_JOBS_ATTEMPTS", "3", "How often a job is tried when the failure can pass.", whole(1, 20)),
    Setting(
        "RASHOMON_WORKER_DEAD_AFTER_S",
        "20",
        "Seconds without a sign of life until a process is dead and others take over its jobs.",
        seconds,
    ),
    Setting("RASHOMON_JOBS_MAX_AGE_DAYS", "30", "Days a finished job and its report are kept.", whole(1, 3650)),
    Setting("RASHOMON_JOBS_MAX_MB", "1024", "Megabytes of jobs and reports kept; the oldest go.", whole(1, 1_000_000)),
    Setting(
        "RASHOMON_API_KEYS",
        "",
        "Who may ask, as lines of `rashomon key new NAME` with commas between them. Unset: everyone on this machine.",
        keys.parse,
        True,
    ),
    Setting("RASHOMON_KEY_RATE", "600/minute", "How often a key may ask, unless its line says so.", keys.read_rate),
    Setting("RASHOMON_KEY_PARALLEL", "16", "Requests a key may have under way, likewise.", whole(1, 9999)),
    Setting("RASHOMON_ANALYSES_PARALLEL", "16", "Analyses under way at once, of POST /analyze.", whole(1, 1000)),
    Setting("RASHOMON_ANALYSES_WAITING", "64", "Analyses that may wait for that; the next gets 503.", whole(0, 9999)),
    Setting("RASHOMON_STOP_S", "25", "Seconds that running analyses may take to finish after SIGTERM.", seconds),
    Setting(
        "RASHOMON_MAX_COST_USD",
        "",
        "US dollars one analysis may cost; what could pass it is not asked. Unset: no cap.",
        dollars,
    ),
    Setting("RASHOMON_LOG_CONTENT", "0", "1: logs hold articles, prompts and replies. 0: never.", yes_or_no),
    Setting(
        "OTEL_EXPORTER_OTLP_ENDPOINT",
        "",
        "A collector that gets traces, by OTLP over HTTP. Unset: none.",
        address,
        True,
    ),
    Setting("RASHOMON_CLIENT_KEY", "", "The key that `rashomon analyze --url` sends.", text, True),
    Setting("RASHOMON_CORS_ORIGINS", "", "Web pages that may ask, by origin, with commas. Unset: none.", origins),
)

"""Has a service elsewhere analyse what the command line was given. Knows the client, and nothing of HTTP or models."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from service import client, setting_values
from service.analyze import Options
from service.asking import Progress
from service.client import Rashomon
from service.errors import BadInput, BadSettings, ServiceFailed
from service.models import Article
from service.report_models import Report

KEY_ADVICE = "set RASHOMON_CLIENT_KEY, or name a file that holds the key with --key-file"
SENT = ("id", "outlet", "publisher", "language", "url", "truncated", "text")


def analyze(rashomon: Rashomon, story: dict[str, Any], tell: Callable[[Progress], None]) -> Report:
    """The report of the service that `rashomon` reaches. Raises RashomonError."""
    try:
        return rashomon.analyze(story, lambda now: tell(Progress(**asdict(now))))
    except client.StoryRefused as refused:
        raise BadInput(str(refused)) from None
    except client.KeyRefused as refused:
        raise BadSettings(f"{refused} ({KEY_ADVICE})") from None
    except client.RashomonFailed as failed:
        request = f" (request {failed.request_id})" if isinstance(failed, client.Refused) else ""
        raise ServiceFailed(f"{failed}{request}") from None


def read_address(url: str) -> str:
    """Where the service is. Raises BadSettings for what is no address."""
    try:
        urlsplit(url)
        return setting_values.address(url)
    except ValueError:
        raise BadSettings("--url must be an address such as http://desk.example:8000") from None


def to_story(articles: Sequence[Article], options: Options) -> dict[str, Any]:
    """The body that asks for these articles; what was read from their texts is left for the service to read."""
    return {"articles": [_given(article) for article in articles], "options": options.model_dump(exclude_none=True)}


def _given(article: Article) -> dict[str, Any]:
    known = article.model_dump(mode="json", exclude_none=True)
    given = [*SENT, *([] if article.title_read else ["title"]), *([] if article.date_read else ["published_at"])]
    return {name: known[name] for name in given if name in known}


def read_key(path: Path | None, setting: str | None) -> str | None:
    """The key to send: what the file holds, else the setting. A command line never holds it: others can read that."""
    if path is None:
        return setting
    try:
        key = path.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        raise BadSettings(f"--key-file {path} cannot be read") from None
    if not key.isprintable() or not key.isascii() or not key or " " in key:
        raise BadSettings(f"--key-file {path} must hold one key and nothing else")
    return key

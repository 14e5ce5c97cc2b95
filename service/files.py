"""Reads a story from disk: a story.json whose articles may name files, or the articles' files themselves.

Knows nothing of what makes a story good; stories.py says that, and the problems are given back under file names.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from service import stories, strict_json
from service.analyze import Options
from service.errors import Invalid, Problem
from service.field_problems import explain
from service.models import Article

MAX_FILE_BYTES = 8 * 1024 * 1024
_FIELD_BY_SUFFIX = {".txt": "text", ".text": "text", ".md": "text", ".html": "html", ".htm": "html", ".xhtml": "html"}


@dataclass(frozen=True)
class Loaded:
    """What the files hold, ready for analysis."""

    articles: tuple[Article, ...]
    options: Options


def load(paths: Sequence[Path]) -> Loaded:
    """The story in one `.json` file, or in two or more text and HTML files, whose stems become the ids.

    A `file` in a story is relative to the story's folder and stays inside it. Raises Malformed or Invalid.
    """
    stored = [path for path in paths if path.suffix == ".json"]
    if not stored:
        return _load_articles(paths)
    if len(paths) > 1:
        raise Invalid([Problem(str(stored[0]), "is a whole story; give it alone", "bad-file")])
    return _load_story(stored[0])


def load_article(path: Path) -> Article:
    """One article from a text or HTML file, which by itself is no story. Raises Invalid."""
    try:
        return stories.to_article(stories.StoryArticle.model_validate(_words(path, str(path))))
    except ValidationError as error:
        raise Invalid([_renamed(one, str(path)) for one in explain(error)]) from None
    except Invalid as error:
        raise Invalid([_renamed(one, str(path)) for one in error.problems]) from None


def _load_story(path: Path) -> Loaded:
    document = strict_json.decode(_read(path, str(path)), what=str(path))
    try:
        return _to_loaded(_with_words(document, path.parent))
    except Invalid as error:
        raise Invalid(
            [_renamed(one, f"{path}: {one.field}" if one.field else str(path)) for one in error.problems]
        ) from None


def _load_articles(paths: Sequence[Path]) -> Loaded:
    names = _ids([path.stem for path in paths])
    document = {"articles": [{"id": name, **_words(path, str(path))} for name, path in zip(names, paths, strict=True)]}
    try:
        return _to_loaded(document)
    except Invalid as error:
        raise Invalid([_renamed(one, _on_disk(one.field, paths)) for one in error.problems]) from None


def _to_loaded(document: Any) -> Loaded:
    story = stories.read(document)
    return Loaded(stories.to_articles(story), story.options)


def _with_words(document: Any, folder: Path) -> Any:
    """`document` with the words of every article that names a `file` in its place; what else is wrong stays."""
    articles = document.get("articles") if isinstance(document, dict) else None
    if not isinstance(articles, list):
        return document
    filled = [
        _filled(article, folder, f"articles[{position}].file") if _names_a_file(article) else article
        for position, article in enumerate(articles[: stories.MAX_ARTICLES + 1])
    ]
    return {**document, "articles": filled + articles[len(filled) :]}


def _names_a_file(article: Any) -> bool:
    return isinstance(article, dict) and "file" in article


def _filled(article: Mapping[str, Any], folder: Path, field: str) -> dict[str, Any]:
    name = article["file"]
    if not isinstance(name, str) or not name or "\0" in name:
        raise Invalid([Problem(field, "must be the name of a .txt or .html file beside the story", "wrong-type")])
    if article.get("text") is not None or article.get("html") is not None:
        raise Invalid([Problem(field, "stands beside `text` or `html`; keep one of them", "text-or-html")])
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()):
        raise Invalid([Problem(field, "leads out of the story's folder; put the file inside it", "bad-file")])
    return {**{key: value for key, value in article.items() if key != "file"}, **_words(path, field)}


def _words(path: Path, field: str) -> dict[str, str]:
    """The file's words under the field they belong in: `text` or `html`."""
    kind = _FIELD_BY_SUFFIX.get(path.suffix.lower())
    if kind is None:
        raise Invalid([Problem(field, "has neither the suffix .txt nor .html; rename it to say which", "bad-file")])
    content = _read(path, field)
    try:
        return {kind: content.decode("utf-8-sig")}
    except UnicodeDecodeError as error:
        byte = f"byte 0x{error.object[error.start]:02x} at offset {error.start:,}"
        raise Invalid([Problem(field, f"is not UTF-8: {byte}; save it as UTF-8", "bad-file")]) from None


def _read(path: Path, field: str) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise Invalid(
            [Problem(field, f"cannot be read: {(error.strerror or 'unknown error').lower()}", "bad-file")]
        ) from None
    if len(content) > MAX_FILE_BYTES:
        raise Invalid([Problem(field, "is over the limit of 8 MiB; send less", "bad-file")])
    return content


def _ids(stems: Sequence[str]) -> list[str]:
    """The stems, told apart: a second "a" becomes "a-2"."""
    ids: list[str] = []
    for stem in stems:
        ids.append(stories.free_name(stem, set(ids) | (set(stems) - {stem})))
    return ids


def _on_disk(field: str, paths: Sequence[Path]) -> str:
    """`articles[1].text` by the name of the file it came from."""
    found = re.fullmatch(r"articles\[(\d+)\](\..*)?", field)
    if not found:
        return field
    rest = (found[2] or "").removeprefix(".")
    return str(paths[int(found[1])]) + (f" ({rest})" if rest not in ("", "text", "html") else "")


def _renamed(problem: Problem, field: str) -> Problem:
    return Problem(field, problem.detail, problem.kind)

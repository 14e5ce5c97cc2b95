"""Reads eval cases from disk and checks them: every quote must be in its article. Knows nothing of models or scores.

A case is a folder with story.json, the articles it names, and expected.yaml. A quote that stands nowhere, or twice,
names the case, the field and what to do.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from evals.expected import CONFLICT_SECTIONS, Expected, Place
from service import files
from service.analyze import Options
from service.errors import Invalid, Malformed, Problem
from service.field_problems import explain
from service.models import Article

HELD_OUT_MODULO = 3


@dataclass(frozen=True)
class Stretch:
    """Where a place's words stand: code points `start:end` of the article's text."""

    article_id: str
    start: int
    end: int


@dataclass(frozen=True)
class Case:
    """One story with what a good report on it must, may and must not say. `stretches` holds every place of it."""

    name: str
    articles: tuple[Article, ...]
    options: Options
    expected: Expected
    stretches: Mapping[Place, Stretch]

    @property
    def is_held_out(self) -> bool:
        """Whether nobody may tune on it: the SHA-256 of the name is 0 modulo 3."""
        return int(hashlib.sha256(self.name.encode()).hexdigest(), 16) % HELD_OUT_MODULO == 0


def shipped_folder() -> Path:
    """The cases that come along."""
    return Path(__file__).parent / "cases"


def load_all(folder: Path) -> tuple[Case, ...]:
    """Every case in `folder`, by name. Raises Invalid naming every problem of every case, or that there is none."""
    found = sorted(path for path in folder.iterdir() if (path / "story.json").exists()) if folder.is_dir() else []
    if not found:
        raise Invalid([Problem(f"--cases {folder}", "holds no folder with a story.json; add one", "bad-file")])
    loaded: list[Case] = []
    problems: list[Problem] = []
    for path in found:
        try:
            loaded.append(load(path))
        except Invalid as error:
            problems += error.problems
        except Malformed as error:
            problems.append(Problem(path.name, str(error), "bad-file"))
    if problems:
        raise Invalid(problems)
    return tuple(loaded)


def load(folder: Path) -> Case:
    """The case in `folder`. Raises Invalid or Malformed."""
    story = files.load([folder / "story.json"])
    expected = _expected(folder / "expected.yaml")
    texts = {article.id: article.text for article in story.articles}
    stretches: dict[Place, Stretch] = {}
    problems: list[Problem] = []
    for field, place in places(expected):
        try:
            stretches[place] = locate(place, texts)
        except ValueError as error:
            problems.append(Problem(f"{folder.name}/expected.yaml: {field}", str(error), "bad-file"))
    if problems:
        raise Invalid(problems)
    return Case(folder.name, story.articles, story.options, expected, stretches)


def locate(place: Place, texts: Mapping[str, str]) -> Stretch:
    """Where the words of `place` stand. Raises ValueError saying what is wrong and what to do."""
    if place.article not in texts:
        raise ValueError(f"no article {place.article!r} in story.json; it has {', '.join(sorted(texts))}")
    pattern = r"\s+".join(map(re.escape, place.quote.split()))
    found = list(re.finditer(pattern, texts[place.article]))
    if len(found) != 1:
        times = f"stands {len(found)} times in" if found else "is not in"
        raise ValueError(f"{place.quote!r} {times} article {place.article!r}; quote words that stand there once")
    return Stretch(place.article, found[0].start(), found[0].end())


def places(expected: Expected) -> Iterator[tuple[str, Place]]:
    """Every place an expectation names, with the field that names it."""
    for at, claim in enumerate(expected.claims):
        yield f"claims[{at}]", claim.place
    for section in CONFLICT_SECTIONS:
        for at, conflict in enumerate(expected.conflicts(section)):
            for position in conflict.positions:
                yield from ((f"{section}[{at}].positions", place) for place in position)
    quoting: dict[str, Sequence[Any]] = {
        "agreements": expected.agreements,
        "quote_changes": expected.quote_changes,
        "omissions": expected.omissions,
        "summary": expected.summary,
    }
    for section_name, expectations in quoting.items():
        for at, one in enumerate(expectations):
            yield from ((f"{section_name}[{at}].quotes", place) for place in one.quotes)


class _Strict(yaml.SafeLoader):
    """Refuses a key given twice: YAML keeps the last and says nothing."""


def _construct_mapping(loader: _Strict, node: yaml.MappingNode) -> dict[Any, Any]:
    loader.flatten_mapping(node)
    keys = [loader.construct_object(key) for key, _ in node.value]
    twice = [key for key in keys if keys.count(key) > 1]
    if twice:
        raise yaml.constructor.ConstructorError(None, None, f"{twice[0]!r} is given twice", node.start_mark)
    return loader.construct_mapping(node, deep=True)


_Strict.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _construct_mapping)


def _expected(path: Path) -> Expected:
    name = f"{path.parent.name}/{path.name}"
    try:
        return Expected.model_validate(yaml.load(path.read_text("utf-8"), _Strict) or {})
    except FileNotFoundError:
        raise Invalid([Problem(name, "is missing; write what a good report says", "bad-file")]) from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise Invalid([Problem(name, f"is not YAML: {' '.join(str(error).split())}", "bad-file")]) from None
    except ValidationError as error:
        found = [Problem(f"{name}: {one.field}", one.detail, "bad-file") for one in explain(error)]
        raise Invalid(found) from None

"""Reads the benchmark files: JSON Lines, a row a line, checked. Knows nothing of what is measured on them.

A file that is missing, or a line that is not what its model says, is an Invalid naming file and line. Fields that no
benchmark uses are passed over.
"""

import hashlib
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Literal, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from service.errors import Invalid, Problem
from service.models import ConflictType

MAX_PROBLEMS = 10
Offsets = tuple[Annotated[int, Field(ge=0)], Annotated[int, Field(ge=0)]]
Text = Annotated[str, Field(min_length=1)]


class Row(BaseModel):
    """Base of every row."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: Text


class PairRow(Row):
    """Two texts and how they relate."""

    text_a: Text
    text_b: Text
    label: Literal["agrees", "contradicts", "compatible"]


class GoldClaim(BaseModel):
    """One claim of a sentence: spans of code points into it, half open."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    spans: Annotated[tuple[Offsets, ...], Field(min_length=1)]


class ClaimsRow(Row):
    """A sentence and the claims people cut it into."""

    sentence: Text
    claims: Annotated[tuple[GoldClaim, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _spans_are_inside(self) -> Self:
        for claim in self.claims:
            _check_spans(claim.spans, self.sentence)
        return self


class AgreementRow(Row):
    """One claim of a sentence, held against another article on the same event."""

    claim_sentence: Text
    claim_spans: Annotated[tuple[Offsets, ...], Field(min_length=1)]
    claim_text: Text
    article_text: Text
    label: Literal["agrees", "not_stated", "contradicts"]

    @model_validator(mode="after")
    def _spans_are_inside(self) -> Self:
        _check_spans(self.claim_spans, self.claim_sentence)
        return self


class WrittenRow(Row):
    """What two outlets write about one event, each with the time it came out, and how the two relate.

    `type` is the contradiction's; `topic` names the story, `why` the reason for the label.
    """

    topic: Text
    text_a: Text
    text_b: Text
    published_a: datetime | date | None
    published_b: datetime | date | None
    label: Literal["contradicts", "agrees", "compatible", "updates", "differs_in_scope", "disputes"]
    type: ConflictType | None
    why: Text


class SummaryRow(Row):
    """A summary, and the document it is of."""

    summary: Text
    document_text: Text
    label: Literal["consistent", "inconsistent"]


AnyRow = TypeVar("AnyRow", bound=Row)


def read(data: Path, name: str, row: type[AnyRow]) -> tuple[AnyRow, ...]:
    """The rows of `data/name.jsonl`, in order. Raises Invalid naming the file, and every broken line up to ten."""
    path = data / f"{name}.jsonl"
    rows: list[AnyRow] = []
    problems: list[Problem] = []
    seen: set[str] = set()
    for number, line in enumerate(_lines(path), 1):
        try:
            rows.append(_distinct(row.model_validate_json(line), seen))
        except ValueError as error:
            problems.append(Problem(f"{path.name} line {number}", _explain(error), "bad-file"))
            if len(problems) == MAX_PROBLEMS:
                break
    if not rows and not problems:
        problems.append(Problem(path.name, "holds no row", "bad-file"))
    if problems:
        raise Invalid(problems)
    return tuple(rows)


def by_document(rows: Sequence[AnyRow], document: Callable[[AnyRow], str]) -> tuple[tuple[AnyRow, ...], ...]:
    """The rows of each document together, documents in the order they first appear."""
    groups: dict[str, list[AnyRow]] = {}
    for row in rows:
        groups.setdefault(document(row), []).append(row)
    return tuple(map(tuple, groups.values()))


def reporting_half(rows: Sequence[AnyRow], document: Callable[[AnyRow], str]) -> tuple[tuple[AnyRow, ...], ...]:
    """The rows of the documents nobody may tune on: the second half of them, in the order they first appear."""
    groups = by_document(rows, document)
    return groups[len(groups) // 2 :]


def by_shared_text(rows: Sequence[PairRow]) -> tuple[tuple[PairRow, ...], ...]:
    """Rows that share a text, directly or by way of others, together: each text stands in two rows or more."""
    leader: dict[str, str] = {}

    def find(text: str) -> str:
        while leader.setdefault(text, text) != text:
            text = leader[text]
        return text

    for row in rows:
        leader[find(row.text_a)] = find(row.text_b)
    return by_document(rows, lambda row: find(row.text_a))


def sample(rows: Sequence[AnyRow], text: Callable[[AnyRow], str], size: int) -> tuple[AnyRow, ...]:
    """The `size` rows whose text has the smallest SHA-256: fixed by the data alone, whatever its order."""
    return tuple(sorted(rows, key=lambda row: hashlib.sha256(text(row).encode()).hexdigest())[:size])


def _lines(path: Path) -> list[str]:
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        detail = f"cannot be read in {path.parent} ({error.strerror}); give the folder of the files as --data DIR"
        raise Invalid([Problem(path.name, detail, "bad-file")]) from None
    except UnicodeDecodeError:
        raise Invalid([Problem(path.name, "is not UTF-8", "bad-file")]) from None
    # Not splitlines: a text may hold other line separators.
    return text.removesuffix("\n").split("\n") if text else []


def _distinct(row: AnyRow, seen: set[str]) -> AnyRow:
    if row.id in seen:
        raise ValueError(f"id: {row.id!r} stands on a line before")
    seen.add(row.id)
    return row


def _explain(error: ValueError) -> str:
    if not isinstance(error, ValidationError):
        return str(error)
    first = error.errors(include_url=False)[0]
    field = ".".join(map(str, first["loc"]))
    return f"{field}: {first['msg']}" if field else first["msg"]


def _check_spans(spans: Sequence[Offsets], text: str) -> None:
    for start, end in spans:
        if not start < end <= len(text):
            raise ValueError(f"span {start} to {end} is not in the {len(text)} code points of its sentence")

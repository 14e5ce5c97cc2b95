"""A receipt: what was measured, on which prompts and model, kept beside the code. Knows nothing of how it was run.

It holds the whole result, so that a gate can show both outputs. Prompts that no model at hand was asked with are
listed as unmeasured, by their current ids.
"""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import ValidationError

from evals import scores
from evals.recordings import slug
from evals.results import CaseResult, Result
from evals.splits import PARTS
from service.errors import Invalid, Problem
from service.models import Model

UNMEASURED = "unmeasured"


class Receipt(Model):
    """`prompts`: every prompt's id that was measured; `unmeasured`: of every other. `recordings_sha256` names the
    replies the scores rest on. `scores`: every metric over all cases, the open ones and those held out."""

    measured_on: str
    prompts: dict[str, str]
    unmeasured: dict[str, str]
    recordings_sha256: str
    scores: dict[str, dict[str, float]]
    result: Result


def make(result: Result, prompts: Mapping[str, str], recordings: Path, measured_on: str) -> Receipt:
    """The receipt of `result`; `prompts` are the current ids of all prompts, `measured_on` a day."""
    return Receipt(
        measured_on=measured_on,
        prompts=result.prompts,
        unmeasured={name: one for name, one in prompts.items() if name not in result.prompts},
        recordings_sha256=hashlib.sha256(recordings.read_bytes()).hexdigest(),
        scores={split: _rounded(scores.metrics(cases)) for split, cases in splits(result).items()},
        result=result,
    )


def splits(result: Result) -> dict[str, Sequence[CaseResult]]:
    """The cases of each part of the suite, by the part's name without its hyphen."""
    return {part.name.replace("-", " "): part.of(result) for part in PARTS}


def path_for(folder: Path, model: str) -> Path:
    """Where the receipt of `model` is kept in `folder`."""
    return folder / f"{slug(model)}.json"


def read_result(path: Path) -> Result:
    """The result in a file `eval run` wrote, or in a receipt. Raises Invalid naming the file."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Invalid([Problem(str(path), f"cannot be read: {error}", "bad-file")]) from None
    try:
        return Receipt.model_validate_json(text).result if '"measured_on"' in text else Result.model_validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        detail = f"is no result of the evals: {'.'.join(map(str, first['loc']))}: {first['msg']}"
        raise Invalid([Problem(str(path), detail, "bad-file")]) from None


def read(path: Path) -> Receipt:
    """The receipt in a file. Raises Invalid naming the file."""
    try:
        return Receipt.model_validate_json(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, ValidationError) as error:
        detail = f"is no receipt: {str(error).splitlines()[0]}; `rashomon eval accept` makes one"
        raise Invalid([Problem(str(path), detail, "bad-file")]) from None


def _rounded(metrics: Mapping[str, float]) -> dict[str, float]:
    return {name: round(value, 4) for name, value in metrics.items()}

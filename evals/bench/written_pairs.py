"""Findings on short pairs of news texts written for this purpose: does each pair yield what it should, and no more?

Two files, by different hands, written without sight of the rules: `open` is for tuning, `unseen` only for reporting.
Two of three pairs hold no contradiction: they agree, are near misses (other things counted, part and whole, plan and
outcome), are newer figures, differ in scope, or give both sides. A pair goes through the whole comparison as two
articles; its strongest finding is the row's. Pairs on one topic are resampled together.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from evals.bench import told
from evals.bench.figures import Figure, Measured, f1, share
from evals.bench.rows import WrittenRow, by_document
from service.models import Confidence, ConflictType
from service.steps import findings, origins, pairs, rules
from service.steps.comparing.tellings import Tellings

BENCHMARK = "written_pairs"
HALVES = ("open", "unseen")
_CONFLICTS = ("contradicts", "disputes", "updates", "differs_in_scope")
_SECTIONS = ("contradictions", "disputes", "updates", "scope_differences")


@dataclass(frozen=True)
class Told:
    """A row's label and the type of its contradiction, beside the strongest finding and how sure it is."""

    label: str
    type: ConflictType | None
    found: str
    confidence: Confidence | None


def shipped_folder() -> Path:
    """Where the files are."""
    return Path(__file__).parent.parent / "pairs"


def measure(half: str, rows: Sequence[WrittenRow], tell: Callable[[int, int], None]) -> tuple[Figure, ...]:
    """The figures on one half's `rows`."""
    by_id: dict[str, Told] = {}
    for row in rows:
        by_id[row.id] = Told(row.label, row.type, *strongest(row))
        tell(len(by_id), len(rows))
    documents = tuple(tuple(by_id[row.id] for row in group) for group in by_document(rows, lambda row: row.topic))
    return _figures(Measured(f"{BENCHMARK}, {half}", f"{half} file, all {len(rows)} rows", "rules", documents))


def strongest(row: WrittenRow) -> tuple[str, Confidence | None]:
    """The strongest finding on a row: a conflict and how sure it is, else "agrees", else "nothing"."""
    reads = [
        told.document("Courier", row.text_a, row.published_a),
        told.document("Herald", row.text_b, row.published_b),
    ]
    tellings = Tellings(reads)
    chosen = pairs.choose(reads, tellings=tellings).pairs
    verdicts = rules.judge_all(chosen, tellings.articles, tellings)
    found = findings.group(verdicts, reads, origins.find(reads), tellings)
    conflicts = (
        (relation, one.confidence)
        for relation, section in zip(_CONFLICTS, _SECTIONS, strict=True)
        for one in getattr(found, section)
    )
    return next(conflicts, ("agrees" if found.agreements else "nothing", None))


def _is_contradiction(one: Told) -> bool:
    return one.label == "contradicts"


def _is_called_one(one: Told) -> bool:
    return one.found == "contradicts"


def _is_sure(one: Told) -> bool:
    return one.confidence != "possible"


def _is_found(one: Told) -> bool:
    return one.found == one.label


def _figures(measured: Measured[Told]) -> tuple[Figure, ...]:
    called = measured.where(_is_called_one)
    contradicting, others = measured.where(_is_contradiction), measured.where(lambda one: not _is_contradiction(one))
    harmless = measured.where(lambda one: one.label in ("agrees", "compatible"))
    return (
        called.figure("precision", share(_is_contradiction), "of contradictions found, those that are"),
        called.where(_is_sure).figure("precision, surer", share(_is_contradiction), "of those certain or likely"),
        contradicting.figure("recall", share(_is_called_one), "of contradictions, those found"),
        measured.figure("F1", f1(_is_contradiction, _is_called_one), "of contradictions"),
        others.figure("false contradictions", share(_is_called_one), "rows without one that got one"),
        harmless.figure("false conflicts", share(lambda one: one.found in _CONFLICTS), "rows at peace that got any"),
        *(_recall_of(measured, label) for label in (*_CONFLICTS[1:], "agrees")),
        *(_recall_of_type(contradicting, one) for one in get_args(ConflictType)),
    )


def _recall_of(measured: Measured[Told], label: str) -> Figure:
    listed = measured.where(lambda one: one.label == label)
    return listed.figure(label.replace("_", " "), share(_is_found), f"of rows labelled {label}, those found as such")


def _recall_of_type(measured: Measured[Told], wanted: ConflictType) -> Figure:
    listed = measured.where(lambda one: one.type == wanted)
    return listed.figure(f"recall, {wanted}", share(_is_called_one), f"of contradictions of type {wanted}, those found")

"""Writes the receipts' scores into README.md, between its two marks. Run after `rashomon eval accept`.

python -m evals.write_scores
"""

from collections.abc import Sequence
from pathlib import Path

from evals import receipts, scores
from evals.gate import FEARED
from evals.receipts import UNMEASURED, Receipt
from evals.results import FAMILIES, CaseResult, Family
from evals.scores import Score

ROOT = Path(__file__).parent.parent
START, END = "<!-- scores -->", "<!-- /scores -->"


def main() -> None:
    readme = ROOT / "README.md"
    kept = [receipts.read(path) for path in sorted((ROOT / "evals" / "receipts").glob("*.json"))]
    readme.write_text(fill(readme.read_text("utf-8"), kept), "utf-8")


def fill(readme: str, kept: Sequence[Receipt]) -> str:
    """`readme` with today's scores between the marks."""
    before, after = readme.split(START)[0], readme.split(END)[1]
    told = "\n".join(map(build, kept)).strip()
    return f"{before}{START}\n{told}\n{END}{after}"


def build(receipt: Receipt) -> str:
    """What a receipt says, as Markdown."""
    result, gold = receipt.result, receipt.result.gold
    repeats = f", {result.repeats} runs" if result.repeats > 1 else ""
    missing = ", ".join(f"`{name}`" for name in receipt.unmeasured)
    return "\n".join(
        [
            f"`rashomon eval accept` on `{result.model}`, {receipt.measured_on}{repeats}: {gold.cases} cases, "
            f"{gold.held_out} of them held out; {gold.conflicts} gold contradictions and disputes, "
            f"{gold.near_misses} near-misses.",
            "",
            "| section | expected | right | false | precision | recall | F1 (95 %) | F1, open | F1, held out |",
            "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
            *(_row(receipt, family) for family in FAMILIES),
            "",
            f"Feared faults, all cases: {_feared(result.cases)}.",
            f"Prompts {UNMEASURED}, as no model that judges was at hand: {missing}." if missing else "",
            "",
        ]
    )


def _row(receipt: Receipt, family: Family) -> str:
    split = {name: scores.family(cases, family) for name, cases in receipts.splits(receipt.result).items()}
    whole = split["all"]
    cells = [
        family.replace("_", " "),
        str(whole.counts.tp + whole.counts.fn),
        str(whole.counts.tp),
        str(whole.counts.fp),
        _share(whole.precision),
        _share(whole.recall),
        _bounded(whole),
        _share(split["open"].f1),
        _share(split["held out"].f1),
    ]
    return f"| {' | '.join(cells)} |"


def _feared(cases: Sequence[CaseResult]) -> str:
    found = {name: count for name, count in scores.faults(cases).items() if name in FEARED}
    named = [f"{name.replace('_', ' ')} {count}" for name, count in found.items() if count]
    none = [name.replace("_", " ") for name, count in found.items() if not count]
    return f"{', '.join(named) or 'none'}; none of {', '.join(none)}"


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def _bounded(score: Score) -> str:
    return "" if score.f1 is None else f"{score.f1:.2f} ({_share(score.low)} to {_share(score.high)})"


if __name__ == "__main__":
    main()

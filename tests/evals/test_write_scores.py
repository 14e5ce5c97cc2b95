"""README shows the scores of the receipts as they are."""

from pathlib import Path

from evals import receipts, write_scores

ROOT = Path(__file__).parents[2]


def test_readme_shows_the_receipts_as_they_are() -> None:
    kept = [receipts.read(path) for path in sorted((ROOT / "evals" / "receipts").glob("*.json"))]
    readme = (ROOT / "README.md").read_text("utf-8")
    assert kept
    assert write_scores.fill(readme, kept) == readme, "run: python -m evals.write_scores"
    assert all(f"`{name}`" in write_scores.build(one) for one in kept for name in one.unmeasured)

"""The check on branch coverage, on reports small enough to count by hand."""

from tests.branches import measure


def report(**missing_of_four: int) -> dict[str, object]:
    """Coverage's JSON for files of four branches each, named without their folder."""
    summary = {
        f"service/steps/{name}.py": {"summary": {"num_branches": 4, "missing_branches": missing}}
        for name, missing in missing_of_four.items()
    }
    return {"files": summary | {"service/app.py": {"summary": {"num_branches": 8, "missing_branches": 8}}}}


def test_branches_are_counted_over_the_folder_and_not_file_by_file() -> None:
    assert measure(report(claims=1, pairs=0), "service/steps/") == (87.5, ["service/steps/claims.py: 1 not run"])


def test_a_folder_without_branches_is_not_taken_for_a_covered_one() -> None:
    assert measure(report(), "service/steps/") == (0.0, [])

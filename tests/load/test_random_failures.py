"""The chaos of `make chaos`, shortened."""

import pytest

from tests.load import random_failures


@pytest.mark.parametrize("as_jobs", [False, True], ids=["asked for", "left as jobs"])
def test_every_story_gets_its_report_once_while_one_call_in_five_fails(as_jobs: bool) -> None:
    outcome = random_failures.run(20, as_jobs=as_jobs)
    assert outcome.wrong() == []
    assert outcome.calls_failed > 0

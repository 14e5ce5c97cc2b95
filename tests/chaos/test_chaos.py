"""A short run of it; the whole one is `make chaos`."""

from pathlib import Path

import pytest

from tests.chaos.chaos import run

JOBS, AT_MOST_S = 60, 180.0


@pytest.mark.anyio
@pytest.mark.postgresql
async def test_no_job_is_lost_or_doubled_while_workers_are_killed(tmp_path: Path, database_url: str) -> None:
    told = await run(database_url, tmp_path, JOBS, AT_MOST_S, lambda _: None)
    assert told.states == {"succeeded": JOBS}
    assert told.kills > 0
    assert told.most_asked <= 1 + told.kills

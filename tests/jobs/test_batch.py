"""A batch on a real engine and real files: each line once, whole, or its reason; what was written stays."""

import asyncio
import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from service.asking import Progress
from service.errors import Invalid
from service.jobs.batch import MAX_STORY_BYTES, Batch, Counts
from service.jobs.batch_files import Reports, Stories
from service.jobs.job import Asked, Outcome
from service.jobs.port import Work
from tests.jobs.engines import running
from tests.jobs.stub import story

pytestmark = pytest.mark.anyio


async def echo(asked: Asked, progress: Callable[[Progress], None]) -> Outcome:
    await asyncio.sleep(0)
    return Outcome("report", json.dumps({"about": json.loads(asked.story)["articles"][0]["text"]}))


async def picky(asked: Asked, progress: Callable[[Progress], None]) -> Outcome:
    if "Astrid 3 " in asked.story:
        return Outcome("problem", '{"type": "/problems/model-down"}')
    return await echo(asked, progress)


async def run(folder: Path, source: Path, work: Work = echo, window: int = 3) -> Counts:
    async with running(folder / "jobs", work, parallel=3) as engine:
        with Stories(source) as stories, Reports(folder / "reports.jsonl") as reports:
            counts = await Batch(engine, reports, "here", window).run(stories, lambda _: None)
        assert await engine.all() == []
        return counts


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "stories.jsonl"
    path.write_text("".join(json.dumps(story(number)) + "\n" for number in range(1, 8)))
    return path


async def test_every_line_gets_its_report_and_a_second_run_does_nothing(tmp_path: Path, source: Path) -> None:
    assert await run(tmp_path, source) == Counts(done=7)
    written = lines(tmp_path / "reports.jsonl")
    assert sorted(one["line"] for one in written) == list(range(1, 8))
    assert all(f"Astrid {one['line']} " in one["report"]["about"] for one in written)
    before = (tmp_path / "reports.jsonl").read_bytes()
    assert await run(tmp_path, source) == Counts(skipped=7)
    assert (tmp_path / "reports.jsonl").read_bytes() == before


async def test_a_half_line_is_cut_off_and_its_story_analysed_again(tmp_path: Path, source: Path) -> None:
    await run(tmp_path, source)
    reports = tmp_path / "reports.jsonl"
    reports.write_bytes(reports.read_bytes()[:-40])
    assert await run(tmp_path, source) == Counts(done=1, skipped=6)
    assert sorted(one["line"] for one in lines(reports)) == list(range(1, 8))


async def test_lines_that_fail_stand_apart_with_their_reason_and_are_tried_again(tmp_path: Path, source: Path) -> None:
    with source.open("a") as file:
        file.write('\nno json\n{"articles": []}\n')
    assert await run(tmp_path, source, picky) == Counts(done=6, failed=3)
    failed = {one["line"]: one["problem"]["type"] for one in lines(tmp_path / "reports.failed.jsonl")}
    kinds = {3: "model-down", 9: "malformed-body", 10: "too-few-articles"}
    assert failed == {line: f"/problems/{kind}" for line, kind in kinds.items()}
    assert await run(tmp_path, source, echo) == Counts(done=1, failed=2, skipped=6)


async def test_a_packed_file_is_read_as_it_is(tmp_path: Path, source: Path) -> None:
    packed = tmp_path / "stories.jsonl.gz"
    packed.write_bytes(gzip.compress(source.read_bytes()))
    assert await run(tmp_path, packed) == Counts(done=7)


async def test_a_line_over_the_limit_fails_and_the_next_is_read(tmp_path: Path, source: Path) -> None:
    source.write_bytes(b"x" * (2 * MAX_STORY_BYTES + 5) + b"\n" + json.dumps(story(1)).encode())
    assert await run(tmp_path, source) == Counts(done=1, failed=1)
    assert lines(tmp_path / "reports.failed.jsonl")[0]["problem"]["type"] == "/problems/body-too-large"


async def test_no_more_jobs_are_in_flight_than_the_window_allows(tmp_path: Path, source: Path) -> None:
    most = under_way = 0

    async def counted(asked: Asked, progress: Callable[[Progress], None]) -> Outcome:
        nonlocal most, under_way
        under_way += 1
        most = max(most, under_way)
        await asyncio.sleep(0.2)
        under_way -= 1
        return await echo(asked, progress)

    await run(tmp_path, source, counted, window=2)
    assert most == 2


async def test_an_output_of_other_stories_is_left_alone(tmp_path: Path, source: Path) -> None:
    await run(tmp_path, source)
    before = (tmp_path / "reports.jsonl").read_bytes()
    source.write_text("".join(json.dumps(story(number)) + "\n" for number in range(11, 18)))
    with pytest.raises(Invalid, match="another story"):
        await run(tmp_path, source)
    assert (tmp_path / "reports.jsonl").read_bytes() == before


@pytest.mark.parametrize("content", ["a note\n", '{"line": "x"}\n'])
def test_a_file_that_no_batch_wrote_is_left_alone(tmp_path: Path, content: str) -> None:
    path = tmp_path / "notes.jsonl"
    path.write_text(content)
    with pytest.raises(Invalid, match="no batch wrote"), Reports(path):
        pass
    assert path.read_text() == content


def test_two_batches_do_not_write_one_file(tmp_path: Path) -> None:
    with (
        Reports(tmp_path / "reports.jsonl"),
        pytest.raises(Invalid, match="another batch"),
        Reports(tmp_path / "reports.jsonl"),
    ):
        pass


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Invalid, match="cannot be read"), Stories(tmp_path / "none.jsonl"):
        pass

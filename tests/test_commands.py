"""Every command, in process, on a scripted model."""

import asyncio
import gc
import json
import os
import signal
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from service import cli
from service.deployment import Deployment
from service.errors import BadReply, KeyRefused, ModelDown
from service.llm.port import Call, LanguageModel, Reply
from service.llm.scripted import Scripted
from service.report_models import Report
from service.services import Services
from service.settings import Settings
from service.stories import StoryArticle, to_article
from service.wiring import open_store

# Each tells two things in one sentence, so that a model is asked about it.
POST = "The ferry sank off Port Ansel on Monday evening and twelve of those aboard died in the cold water.\n"
ECHO = "The ferry went down near the harbour late on Monday and nine people died before help could reach them.\n"
Run = Callable[..., tuple[int, str, str]]


def unable(call: Call) -> str:
    """A model whose replies never validate: code stands in for all of them."""
    raise BadReply("no reply validated")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with two articles, and a story that names them."""
    (tmp_path / "post.txt").write_text(POST, "utf-8")
    (tmp_path / "echo.txt").write_text(ECHO, "utf-8")
    story = {"articles": [{"file": "post.txt", "outlet": "The Post"}, {"file": "echo.txt"}]}
    (tmp_path / "story.json").write_text(json.dumps(story), "utf-8")
    return tmp_path


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """The settings of a desk that keeps everything in a folder of its own."""
    return {"RASHOMON_DATA_DIR": str(tmp_path / "data")}


@pytest.fixture
def run(
    desk: Path, environ: dict[str, str], services_on: Callable[..., Services], capsys: pytest.CaptureFixture[str]
) -> Run:
    """Runs a command: `run("analyze", path, llm=Scripted(...))` gives exit code, standard output, standard error."""

    def call(*argv: object, llm: LanguageModel | None = None, **variables: str) -> tuple[int, str, str]:
        def build(settings: Settings) -> Deployment:
            async def ready() -> None:
                """At once."""

            return Deployment(services_on(llm or Scripted(unable)), ready, settings.deadline_s)

        code = cli.run([str(word) for word in argv], {**environ, **variables}, desk, build)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


def test_a_story_becomes_a_report_to_read(run: Run, desk: Path) -> None:
    code, printed, told = run("analyze", desk / "story.json")
    assert code == 0
    headings = ("2 ARTICLES", "SUMMARY", "CONTRADICTIONS", "DISPUTES", "AGREEMENTS", "OMISSIONS", "REFUSED", "COST")
    assert [heading for heading in headings if heading not in printed] == []
    assert "Reading what each article claims: 2 of 2" in told


def test_plain_files_are_analysed_under_their_stems(run: Run, desk: Path) -> None:
    code, printed, _ = run("analyze", desk / "post.txt", desk / "echo.txt")
    assert code == 0
    assert "post: unnamed outlet, no date" in printed


def test_json_is_the_report_alone_and_the_file_holds_the_same(run: Run, desk: Path) -> None:
    code, printed, _ = run("analyze", desk / "story.json", "--json", "-o", desk / "report.json")
    assert code == 0
    report = Report.model_validate_json(printed)
    assert {article.text for article in report.articles} == {POST, ECHO}
    assert (desk / "report.json").read_text("utf-8") == printed
    assert sorted(path.name for path in desk.iterdir()) == ["echo.txt", "post.txt", "report.json", "story.json"]


def test_a_report_already_there_is_replaced_whole(run: Run, desk: Path) -> None:
    (desk / "report.json").write_text("x" * 1_000_000)
    run("analyze", desk / "story.json", "-o", desk / "report.json")
    Report.model_validate_json((desk / "report.json").read_text("utf-8"))


def test_a_report_that_cannot_be_kept_is_printed_all_the_same(run: Run, desk: Path) -> None:
    code, printed, told = run("analyze", desk / "story.json", "--json", "-o", "/dev/full")
    assert code == 1
    assert "/dev/full could not be written: No space left on device" in told
    Report.model_validate_json(printed)


@pytest.mark.parametrize(
    ("target", "reason"), [("", "is a folder"), ("missing/report.json", "is in a folder that does not exist")]
)
def test_a_place_that_cannot_take_the_report_is_refused_before_any_work(
    run: Run, desk: Path, target: str, reason: str
) -> None:
    llm = Scripted(unable)
    code, printed, told = run("analyze", desk / "story.json", "-o", desk / target, llm=llm)
    assert (code, printed, llm.calls) == (2, "", [])
    assert reason in told


@pytest.mark.parametrize(
    ("argv", "reason"),
    [
        (["missing.json"], "cannot be read: no such file or directory"),
        (["post.txt"], "has 1, the fewest is 2"),
        (["post.txt", "blank.txt"], "blank.txt: has no words in it"),
        (["broken.json"], "broken.json is not JSON"),
    ],
)
def test_bad_input_is_one_line_and_exit_code_2(run: Run, desk: Path, argv: list[str], reason: str) -> None:
    (desk / "blank.txt").write_text("\n")
    (desk / "broken.json").write_text('{"articles":\n\n')
    code, printed, told = run("analyze", *[desk / name for name in argv])
    assert (code, printed) == (2, "")
    assert told.startswith("rashomon: ")
    assert told.count("\n") == 1
    assert reason in told


@pytest.mark.parametrize(
    ("variables", "reason"),
    [
        ({"RASHOMON_DEADLINE_S": "soon"}, "RASHOMON_DEADLINE_S must be a number of seconds"),
        ({"RASHOMON_MODLE": "x"}, "did you mean RASHOMON_MODEL?"),
    ],
)
def test_a_wrong_setting_is_one_line_and_exit_code_2(
    run: Run, desk: Path, variables: dict[str, str], reason: str
) -> None:
    code, printed, told = run("analyze", desk / "story.json", **variables)
    assert (code, printed) == (2, "")
    assert reason in told
    assert told.count("\n") == 1


def test_the_env_file_of_the_folder_is_read(run: Run, desk: Path) -> None:
    (desk / ".env").write_text("RASHOMON_DEADLINE_S=soon\n")
    assert run("analyze", desk / "story.json")[0] == 2
    assert run("analyze", desk / "story.json", RASHOMON_DEADLINE_S="60")[0] == 0


@pytest.mark.parametrize("error", [ModelDown("nobody answers at that address"), KeyRefused("the key was refused")])
def test_a_model_that_fails_is_one_line_with_step_and_article_and_exit_code_1(
    run: Run, desk: Path, error: Exception
) -> None:
    def script(call: Call) -> str:
        raise error

    code, printed, told = run("analyze", desk / "story.json", llm=Scripted(script))
    assert (code, printed) == (1, "")
    assert told.startswith("rashomon: step claims, article ")
    assert str(error) in told


def test_a_deadline_that_passes_is_told_in_one_line(run: Run, desk: Path) -> None:
    class Hanging:
        async def complete(self, call: Call) -> Reply:
            await asyncio.sleep(60)
            raise AssertionError("nobody waited")

    code, _, told = run("analyze", desk / "story.json", llm=Hanging(), RASHOMON_DEADLINE_S="0.2")
    assert code == 1
    assert "the deadline of 0.2 s passed in step claims, 0 of 2 done" in told


def test_an_interruption_ends_with_130(run: Run, desk: Path) -> None:
    def script(call: Call) -> str:
        os.kill(os.getpid(), signal.SIGINT)
        return "{}"

    code, printed, told = run("analyze", desk / "story.json", llm=Scripted(script))
    # asyncio reports the interrupted task once it is collected, with a traceback, for which CPython 3.11 parses source.
    # That must not happen while something else is being parsed, such as an import under pytest.
    gc.collect()
    assert (code, printed) == (130, "")
    assert told.endswith("rashomon: interrupted; finished replies are kept\n")
    assert "Traceback" not in told


def test_the_models_connections_are_closed_even_when_it_fails(
    desk: Path, environ: Mapping[str, str], services_on: Callable[..., Services]
) -> None:
    closed = []

    async def ready() -> None:
        """At once."""

    async def close() -> None:
        closed.append(True)

    def script(call: Call) -> str:
        raise ModelDown("nobody answers")

    def build(settings: Settings) -> Deployment:
        return Deployment(services_on(Scripted(script)), ready, 60.0, close)

    assert cli.run(["analyze", str(desk / "story.json")], environ, desk, build) == 1
    assert closed == [True]


def test_partial_reports_are_asked_for_by_option_or_by_the_story(run: Run, desk: Path) -> None:
    (desk / "third.txt").write_text(
        "A third ferry is said to have sunk on Tuesday and nobody knows how many people were aboard it then."
    )

    def script(call: Call) -> str:
        if "third" in call.messages[-1].content:
            raise ModelDown("nobody answers")
        raise BadReply("no reply validated")

    paths = [desk / name for name in ("post.txt", "echo.txt", "third.txt")]
    assert run("analyze", *paths, llm=Scripted(script))[0] == 1
    code, printed, _ = run("analyze", "--allow-partial", *paths, llm=Scripted(script))
    assert code == 0
    assert "third: unnamed outlet, no date, NOT READ" in printed


def put_replies(environ: Mapping[str, str]) -> None:
    store = open_store(Settings.from_mapping(environ))
    post, echo = (to_article(StoryArticle(text=text)).text_sha256 for text in (POST, ECHO))
    store.put("1", "one", [post])
    store.put("2", "both", [post, echo])
    store.put("3", "other", [echo])
    store.close()


def test_the_cache_is_shown_and_emptied(run: Run, environ: Mapping[str, str]) -> None:
    put_replies(environ)
    code, printed, _ = run("cache", "stats")
    assert code == 0
    assert printed.startswith(f"3 replies in {environ['RASHOMON_DATA_DIR']}/cache, ")
    assert run("cache", "clear")[1] == "3 replies removed\n"
    assert run("cache", "stats")[1].startswith("0 replies")


@pytest.mark.parametrize(("name", "removed"), [("post.txt", 2), ("echo.txt", 2), ("story.json", 3)])
def test_an_article_is_purged_by_its_file_or_its_story(
    run: Run, environ: Mapping[str, str], desk: Path, name: str, removed: int
) -> None:
    put_replies(environ)
    assert run("cache", "purge", "--article", desk / name)[1] == f"{removed} replies removed\n"
    assert run("cache", "stats")[1].startswith(f"{3 - removed} replies")


def test_purging_a_file_that_is_no_article_is_refused(run: Run, desk: Path) -> None:
    (desk / "blank.txt").write_text(" ")
    assert run("cache", "purge", "--article", desk / "blank.txt")[0] == 2
    assert run("cache", "purge", "--article", desk / "missing.txt")[0] == 2


def test_the_weights_state_is_told(run: Run, desk: Path) -> None:
    missing = desk / "missing.gguf"
    code, printed, _ = run("model", "status", RASHOMON_EMBEDDED_MODEL=str(missing))
    assert code == 1
    assert f"names {missing}, which is not there" in printed
    code, _, told = run("model", "pull", RASHOMON_EMBEDDED_MODEL=str(missing))
    assert code == 1
    assert str(missing) in told

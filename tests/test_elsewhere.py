"""`rashomon analyze --url`: the command line against a service of its own, and what it makes of refusals."""

import os
from pathlib import Path

import pytest

from service import cli, elsewhere, files
from service.analyze import Options
from service.errors import BadSettings
from service.stories import read
from tests.test_client import REPORT, problem, serving

POST = "Ferry sinks off Port Ansel\n\n5 March 2024\n\nThe ferry sank off Port Ansel on Monday. Twelve people died."
ECHO = "The ferry went down on Monday. Nine people died."


@pytest.fixture
def paths(tmp_path: Path) -> list[str]:
    for name, text in (("post", POST), ("echo", ECHO)):
        (tmp_path / f"{name}.txt").write_text(text)
    return [str(tmp_path / "post.txt"), str(tmp_path / "echo.txt")]


def run(*argv: str, **variables: str) -> int:
    return cli.run(["analyze", *argv], {**os.environ, **variables}, Path("/nowhere"))


def test_the_service_gets_the_articles_and_the_key_and_its_report_is_printed(
    paths: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with serving((200, {}, REPORT)) as (address, script):
        assert run(*paths, "--url", address, "--allow-partial", RASHOMON_CLIENT_KEY="k-1") == 0
    ((_, path, headers, body),) = script.seen
    assert (path, headers["x-api-key"]) == ("/analyze", "k-1")
    assert [article["text"] for article in body["articles"]] in ([POST, ECHO], [ECHO, POST])
    assert body["options"]["allow_partial"] is True
    assert "SUMMARY" in capsys.readouterr().out


def test_a_story_sent_on_is_the_story_that_was_read(paths: list[str]) -> None:
    loaded = files.load([Path(path) for path in paths])
    sent = elsewhere.to_story(loaded.articles, Options(deadline_s=5))
    assert {article.text for article in read(sent).articles} == {POST, ECHO}
    assert read(sent).options == Options(deadline_s=5)
    assert not any("title" in article or "published_at" in article for article in sent["articles"])


@pytest.mark.parametrize(
    ("status", "kind", "code", "said"),
    [
        (422, "no-text", 2, "what to do"),
        (401, "key-needed", 2, "RASHOMON_CLIENT_KEY"),
        (504, "deadline-passed", 1, "what to do (request r-1)"),
    ],
)
def test_a_refusal_is_said_in_one_line_with_its_exit_code(
    paths: list[str], capsys: pytest.CaptureFixture[str], status: int, kind: str, code: int, said: str
) -> None:
    with serving((status, {}, problem(status, kind))) as (address, _):
        assert run(*paths, "--url", address) == code
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("url", ["localhost:8000", "ftp://desk", "http://", "http://["])
def test_what_is_no_address_is_said_so(paths: list[str], capsys: pytest.CaptureFixture[str], url: str) -> None:
    assert run(*paths, "--url", url) == 2
    assert "--url must be an address such as" in capsys.readouterr().err


def test_nobody_at_the_address_is_a_failure(paths: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*paths, "--url", "http://127.0.0.1:9") == 1
    assert "does not answer" in capsys.readouterr().err


def test_a_key_may_lie_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("rsh_abc\n")
    assert elsewhere.read_key(tmp_path / "key", "from the settings") == "rsh_abc"
    assert elsewhere.read_key(None, "from the settings") == "from the settings"


@pytest.mark.parametrize("content", [b"", b"two words", b"\xff\xfe", b"a\nb", None])
def test_a_file_that_holds_no_key_is_said_so_and_not_repeated(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "key").write_bytes(content)
    with pytest.raises(BadSettings, match="--key-file") as raised:
        elsewhere.read_key(tmp_path / "key", None)
    assert "two words" not in str(raised.value)

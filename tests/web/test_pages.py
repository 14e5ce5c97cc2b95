"""How the page and its files are served: types, policy, caching, and what is public behind keys."""

import re
from collections.abc import Callable, Iterator

import pytest
from fastapi.testclient import TestClient

from service.app import create_app
from service.deployment import Deployment
from service.doors import keys
from service.doors.doors import Doors
from service.llm.scripted import Scripted
from service.services import Services
from service.web import pages
from tests.asked import STORY, at_once, problem, unable

KEY, LINE = keys.new("desk")


@pytest.fixture
def client(services_on: Callable[..., Services]) -> Iterator[TestClient]:
    """A client of an application behind keys, which has none."""
    doors = Doors(keys.parse(LINE))
    with TestClient(create_app(Deployment(services_on(Scripted(unable)), at_once, 60.0, doors=doors))) as client:
        yield client


@pytest.mark.parametrize("path", sorted(pages.assets()))
def test_every_file_is_public_and_says_what_it_is(client: TestClient, path: str) -> None:
    told = client.get(path)
    assert told.status_code == 200
    ending = path.rpartition(".")[2] if "." in path else "html"
    named = {"html": "text/html", "css": "text/css", "js": "text/javascript", "json": "application/json"}
    assert told.headers["content-type"].partition(";")[0] == named[ending]
    assert told.headers["x-content-type-options"] == "nosniff"
    assert told.headers["content-security-policy"] == pages.POLICY
    assert told.headers["cache-control"] == "no-cache"


def test_the_policy_lets_nothing_in_but_the_pages_own_files() -> None:
    rules = dict(rule.split(" ", 1) for rule in pages.POLICY.split("; "))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == rules["frame-ancestors"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == rules["connect-src"] == "'self'"
    assert rules["require-trusted-types-for"] == "'script'"
    assert "unsafe" not in pages.POLICY
    assert "http" not in pages.POLICY


def test_what_a_browser_has_is_not_sent_again(client: TestClient) -> None:
    etag = client.get("/").headers["etag"]
    for sent in (etag, f"W/{etag}", f'"other", {etag}'):
        again = client.get("/", headers={"If-None-Match": sent})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == etag
    assert client.get("/", headers={"If-None-Match": '"other"'}).status_code == 200
    assert client.get("/web/app.js").headers["etag"] != etag


@pytest.mark.parametrize("path", ["/web/nothing.js", "/web/", "/web/index.html", "/web/..%2fpages.py", "//web/app.js"])
def test_nothing_else_is_let_out_from_behind_the_keys(client: TestClient, path: str) -> None:
    problem(client.get(path, follow_redirects=False), 401, "key-needed")


def test_a_file_that_is_not_there_is_a_problem_like_any_other(client: TestClient) -> None:
    problem(client.get("/web/nothing.js", headers={"X-API-Key": KEY}), 404, "not-found")


def test_the_page_is_public_and_what_it_asks_for_is_not(client: TestClient) -> None:
    assert client.get("/").status_code == 200
    problem(client.post("/analyze", json=STORY), 401, "key-needed")


def test_the_example_is_a_story_with_the_report_it_got(client: TestClient) -> None:
    example = client.get("/web/example.json").json()
    assert len(example["request"]["articles"]) >= 2
    assert example["answer"]["report_version"] == "1"


def test_the_page_names_no_file_that_is_not_served_and_no_other_address() -> None:
    served = pages.assets()
    for path, asset in served.items():
        text = asset.content.decode()
        folder = "/" if path == "/" else "/web/"
        named = re.findall(r"""(?:src|href)="((?:web/)?[\w.]+\.(?:js|css))"|(?:from|import\()\s*"\./([\w.]+)""", text)
        wanted = {folder + (linked or module) for linked, module in named}
        assert wanted <= served.keys(), path
        if not path.endswith(".json"):
            assert "://" not in text, path


def test_no_file_of_the_page_makes_markup_of_a_string_or_is_long() -> None:
    forbidden = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "DOMParser", "eval(", "style=")
    for path, asset in pages.assets().items():
        text = asset.content.decode()
        assert [name for name in forbidden if name in text] == [], path
        if not path.endswith(".json"):
            assert len(text.splitlines()) <= 300, path

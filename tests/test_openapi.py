import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from fastapi.testclient import TestClient

from service import openapi, stories
from service.app import create_app
from service.deployment import Deployment
from service.errors import BadReply
from service.llm.scripted import Scripted
from service.problems import ProblemDetails
from service.report_models import Report
from service.services import Services


@pytest.fixture
def client(services_on: Callable[..., Services]) -> TestClient:
    """A client that only reads the documentation."""

    def unable(_: object) -> str:
        raise BadReply("no reply validated")

    async def ready() -> None:
        """At once."""

    return TestClient(create_app(Deployment(services_on(Scripted(unable)), ready, 60.0)))


@pytest.fixture
def document(client: TestClient) -> dict[str, Any]:
    """The document as a client gets it."""
    served: dict[str, Any] = client.get("/openapi.json").json()
    return served


def references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        yield from ([node["$ref"]] if isinstance(node.get("$ref"), str) else [])
        for value in node.values():
            yield from references(value)
    elif isinstance(node, list):
        for value in node:
            yield from references(value)


def test_every_reference_leads_somewhere(document: dict[str, Any]) -> None:
    schemas = {f"#/components/schemas/{name}" for name in document["components"]["schemas"]}
    assert set(references(document)) <= schemas


def test_the_body_is_described_with_its_true_limits(document: dict[str, Any]) -> None:
    schemas = document["components"]["schemas"]
    listed = schemas["Story"]["properties"]["articles"]
    assert (listed["minItems"], listed["maxItems"]) == (stories.MIN_ARTICLES, stories.MAX_ARTICLES)
    article = schemas["StoryArticle"]
    assert article["additionalProperties"] is False
    assert stories.MAX_TEXT in [choice.get("maxLength") for choice in article["properties"]["text"]["anyOf"]]


def test_every_failure_is_described_as_a_problem(document: dict[str, Any]) -> None:
    responses = document["paths"]["/analyze"]["post"]["responses"]
    assert set(responses) == {"200", *"400 402 413 415 422 500 502 503 504".split()}
    for status, response in responses.items():
        if status != "200":
            schema = response["content"]["application/problem+json"]["schema"]
            assert schema == {"$ref": "#/components/schemas/ProblemDetails"}


def test_the_examples_are_what_they_claim_to_be() -> None:
    example = openapi.read_example()
    articles = stories.to_articles(stories.parse(json.dumps(example["request"]).encode()))
    report = Report.model_validate(example["answer"])
    assert {article.id: article.text for article in articles} == {one.id: one.text for one in report.articles}
    texts = {one.id: one.text for one in report.articles}
    assert report.claims
    assert all(texts[one.article_id][s.start : s.end] == s.quote for one in report.claims for s in one.spans)
    ProblemDetails.model_validate(example["refusal"])


class Links(HTMLParser):
    """Collects what a page would load or lead to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.found += [value or "" for name, value in attrs if name in ("src", "href", "action")]


def test_the_documentation_loads_nothing_from_anywhere(client: TestClient) -> None:
    response = client.get("/docs")
    links = Links()
    links.feed(response.text)
    assert links.found == ["openapi.json"]
    assert not links.tags & {"script", "link", "img", "iframe"}
    assert response.headers["content-security-policy"].startswith("default-src 'none'")
    assert not re.search(r"url\(|@import", response.text)


def test_the_documentation_shows_routes_fields_examples_and_problems(client: TestClient) -> None:
    page = client.get("/docs").text
    assert "POST /analyze" in page
    assert "published_at" in page
    assert "/problems/text-too-long" in page
    assert "&quot;articles&quot;" in page
    assert "independent_origins" in page

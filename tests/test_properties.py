"""What must hold whatever the story: on the suite's own articles, with the embedded model's recorded replies and with a
judging model whose verdicts are arbitrary.

A recorded model has no answer to a question nobody asked before (a summary of other findings); code stands in for it.
"""

import asyncio
import hashlib
import json
from collections.abc import Callable, Iterator
from itertools import islice, permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evals import recordings
from evals.cases import load_all, shipped_folder
from evals.recordings import NotRecorded, Replay
from service.analyze import analyze
from service.errors import BadReply
from service.llm.port import Call, LanguageModel, Reply
from service.llm.profiles import EMBEDDED, Profile
from service.llm.scripted import Scripted
from service.models import Article
from service.report_models import Report
from service.services import Services

FEW = settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
CAPABLE = Profile(structured="json_schema", sentences_per_window=60, judges=True)
RELATIONS = ("unrelated", "agrees", "contradicts", "updates", "differs_in_scope", "disputes")
CASES = {case.name: case for case in load_all(shipped_folder()) if sum(len(one.text) for one in case.articles) < 8_000}
STORIES = st.sampled_from(sorted(CASES))
CHOICES = st.integers(0, 719)

ServicesOn = Callable[..., Services]
Model = Callable[[], tuple[LanguageModel, Profile]]


class Recorded:
    """The embedded model as it was recorded."""

    def __init__(self) -> None:
        folder = shipped_folder().parent / "recordings"
        self._replay = Replay(recordings.read(next(iter(sorted(folder.glob("embedded-*.jsonl"))))))

    async def complete(self, call: Call) -> Reply:
        """The recorded reply; BadReply where there is none."""
        try:
            return await self._replay.complete(call)
        except NotRecorded as error:
            raise BadReply(error.message) from None


def judge_anyhow(call: Call) -> str:
    """Every sentence a claim, and verdicts that follow from nothing but the words of a pair."""
    shown = call.messages[-1].content
    if call.step == "claims":
        numbered = [line.split(": ", 1) for line in shown.splitlines() if line.split(":")[0].isdigit()]
        rest = {"speaker": None, "stance": "asserts", "kind": "fact"}
        told = [(int(number), text.strip("⟦⟧")) for number, text in numbered]
        return json.dumps({"claims": [{"sentence": n, "quote": text, "text": text, **rest} for n, text in told]})
    if call.step == "verdicts":
        parts = shown.split("Pair ")[1:]
        return json.dumps({"judgements": [_judgement(n, part) for n, part in enumerate(parts, 1)]})
    return json.dumps({"sentences": []})


def _judgement(number: int, words: str) -> dict[str, object]:
    draw = hashlib.sha256(words.split("\n", 1)[1].encode()).digest()[0]
    return {"pair": number, "relation": RELATIONS[draw % len(RELATIONS)], "type": "other", "explanation": "So."}


MODELS: dict[str, Model] = {
    "embedded": lambda: (Recorded(), EMBEDDED),
    "judging": lambda: (Scripted(judge_anyhow), CAPABLE),
}


@pytest.fixture(params=MODELS)
def services(request: pytest.FixtureRequest, services_on: ServicesOn) -> Services:
    model, profile = MODELS[request.param]()
    return services_on(model, profile)


def report_on(articles: list[Article], services: Services) -> Report:
    return asyncio.run(analyze(articles, services, request_id="r"))


def copy(article: Article) -> Article:
    """The same words in another paper."""
    return article.model_copy(update={"id": f"{article.id}-copy", "outlet": "The Copy", "publisher": None, "url": None})


def slices(report: Report) -> Iterator[tuple[str, int, int, str]]:
    """Every place of a report: article, start, end, and the words it gives for them."""
    for claim in report.claims:
        yield from ((claim.article_id, one.start, one.end, one.quote) for one in claim.spans)
    for change in report.quote_changes:
        yield from ((one.article_id, one.start, one.end, one.quote) for one in change.spans)


@given(name=STORIES)
@FEW
def test_spans_slice_to_their_quotes(services: Services, name: str) -> None:
    report = report_on(list(CASES[name].articles), services)
    texts = {article.id: article.text for article in report.articles}
    assert report.claims
    assert [place for place in slices(report) if texts[place[0]][place[1] : place[2]] != place[3]] == []


@given(name=STORIES, choice=CHOICES)
@FEW
def test_the_order_of_the_articles_changes_nothing(services: Services, name: str, choice: int) -> None:
    articles = list(CASES[name].articles)
    orders = list(islice(permutations(articles), 1, 720))
    one, other = report_on(articles, services), report_on(list(orders[choice % len(orders)]), services)
    without_run = {"provenance": {"run"}}
    assert one.model_dump_json(exclude=without_run) == other.model_dump_json(exclude=without_run)


@given(name=STORIES, choice=CHOICES)
@FEW
def test_a_copy_of_an_article_adds_an_origin_and_no_contradiction(
    services_on: ServicesOn, name: str, choice: int
) -> None:
    services = services_on(Recorded())
    articles = list(CASES[name].articles)
    twin = articles[choice % len(articles)]
    before, after = report_on(articles, services), report_on([*articles, copy(twin)], services)
    assert any({twin.id, copy(twin).id} <= set(group.article_ids) for group in after.same_origin)
    assert len(after.contradictions) <= len(before.contradictions)


@given(name=STORIES, choice=CHOICES)
@FEW
def test_an_article_does_not_contradict_itself(services: Services, name: str, choice: int) -> None:
    articles = CASES[name].articles
    article = articles[choice % len(articles)]
    report = report_on([article, copy(article)], services)
    assert report.contradictions == ()
    assert report.quote_changes == ()
    assert report.omissions == ()

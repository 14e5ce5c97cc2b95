"""Few-shot examples pass the same checks as a model's answers: an example that invents teaches inventing."""

from typing import Any

import pytest

from service.models import Article, ReadArticle
from service.prompts import Prompts, shipped_folder
from service.steps import citations, sentences, speech
from service.steps.citations import Cited, Side
from service.steps.extracting import restatements, windows
from tests.told import claim, told

PROMPTS = Prompts.load(shipped_folder())


def read_example(lines: list[str]) -> ReadArticle:
    text = "\n".join(lines)
    split = sentences.split(text)
    return ReadArticle(article=Article(id="e", text=text), sentences=split, speeches=speech.find(text, split))


@pytest.mark.parametrize("example", PROMPTS.examples_of("claims.sentence"))
def test_the_cuts_of_an_example_are_not_refused(example: Any) -> None:
    read = read_example([example["before"], "", example["sentence"]])
    index = len(read.sentences) - 1
    found, refusals = restatements.read_cuts(read, index, example["claims"])
    assert found
    assert refusals == ()


@pytest.mark.parametrize("example", PROMPTS.examples_of("claims.window"))
def test_the_claims_of_an_example_are_grounded_faithful_and_rightly_voiced(example: Any) -> None:
    read = read_example([sentence["text"] for sentence in example["sentences"]])
    numbers = {sentence["number"]: index for index, sentence in enumerate(example["sentences"])}
    for given in example["claims"]:
        proposed = windows.ProposedClaim.model_validate({**given, "sentence": numbers[given["sentence"]]})
        placed = windows.place(read, range(len(read.sentences)), proposed, [])
        assert placed.claim is not None, given["quote"]
        assert placed.doubts == (), given["quote"]
        assert (placed.claim.voice == "source") == (given["speaker"] is not None), given["quote"]


def side(by: str, words: str) -> Side:
    outlet, _, speaker = by.partition(", ")
    read = told(f"{words}.", outlet=outlet)
    made = claim(read, words)
    if speaker:
        named = {"name": speaker, "start": 0, "end": 0}
        made = type(made).model_validate({**made.model_dump(), "voice": "source", "speaker": named})
    return Side(((made, read),))


@pytest.mark.parametrize("example", PROMPTS.examples_of("summary"))
def test_the_sentences_of_a_summary_example_are_carried_by_what_they_cite(example: Any) -> None:
    cited = {
        finding["number"]: Cited(
            tuple(side(one["by"], one["words"]) for one in finding["sides"]), finding["kind"] == "contradiction"
        )
        for finding in example["findings"]
    }
    for sentence in example["sentences"]:
        assert citations.check(sentence["text"], [cited[number] for number in sentence["cites"]]) is None


@pytest.mark.parametrize("example", PROMPTS.examples_of("summary.sentence"))
def test_a_restated_finding_is_carried_by_it(example: Any) -> None:
    cited = Cited(tuple(side(one["by"], one["words"]) for one in example["sides"]))
    assert citations.check(example["text"], [cited]) is None

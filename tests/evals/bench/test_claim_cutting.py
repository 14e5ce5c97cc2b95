import json
from collections.abc import Callable

import pytest

from evals.bench import claim_cutting
from evals.bench.claim_cutting import count, jaccard
from evals.bench.figures import Figure
from evals.bench.rows import ClaimsRow
from evals.results import Counts
from service.asking import Asking
from service.errors import BadReply
from service.llm.port import Call
from service.llm.profiles import EMBEDDED, Profile, remote
from service.llm.scripted import Scripted
from service.services import Services

LONG = "The harbour master closed the northern quay on Monday, and the owner of the ferry paid 400 crowns."
CUTS = ("The harbour master closed the northern quay on Monday", "the owner of the ferry paid 400 crowns")
SHORT = "The quay is closed."
FILLER = ClaimsRow.model_validate({"id": "0", "sentence": "Not reported.", "claims": [{"spans": [[0, 12]]}]})


def row(sentence: str, *claims: str) -> ClaimsRow:
    spans = [[[sentence.index(words), sentence.index(words) + len(words)]] for words in claims]
    return ClaimsRow.model_validate({"id": sentence, "sentence": sentence, "claims": [{"spans": one} for one in spans]})


async def measure(services: Services, *rows: ClaimsRow) -> dict[str, Figure]:
    asking = Asking(services.llm, services.parallel_calls, lambda _: None)
    # The first half is for tuning.
    fillers = [FILLER.model_copy(update={"sentence": f"Not reported {at}."}) for at in range(len(rows))]
    return {figure.name: figure for figure in await claim_cutting.measure([*fillers, *rows], services, asking)}


def answering(*claims: str) -> Callable[[Call], str]:
    return lambda call: json.dumps({"claims": list(claims)})


def refuse(call: Call) -> str:
    raise BadReply("not JSON")


def test_claims_match_from_four_fifths_of_their_words_on() -> None:
    gold = frozenset(range(5))
    assert count([gold], [frozenset(range(4))]) == Counts(tp=1)
    assert count([gold], [frozenset(range(3))]) == Counts(fp=1, fn=1)


def test_one_prediction_serves_one_gold_claim() -> None:
    words = frozenset(range(5))
    assert count([words, words | {5}], [words]) == Counts(tp=1, fn=1)


def test_as_many_claims_are_matched_as_can_be() -> None:
    narrow, middle, wide = frozenset(range(8)), frozenset(range(9)), frozenset(range(10))
    # The middle prediction fits both; taking it for the wide claim first would leave one out.
    assert count([middle, wide], [middle, frozenset(range(8))]) == Counts(tp=2)
    assert jaccard(narrow, wide) == pytest.approx(0.8)


def test_a_prediction_made_twice_counts_once() -> None:
    words = frozenset({1, 2, 3})
    assert count([words], [words, words]) == Counts(tp=1)


def test_two_claims_without_words_have_nothing_in_common() -> None:
    assert jaccard(frozenset(), frozenset()) == 0.0


@pytest.mark.anyio
async def test_cuts_as_people_made_them_score_full(services_on: Callable[..., Services]) -> None:
    figures = await measure(services_on(Scripted(answering(*CUTS))), row(LONG, *CUTS))
    assert figures["F1 by spans"].value == 1.0
    assert figures["F1 by wording"].value == 1.0
    assert figures["F1 of whole sentences"].value == 0.0
    assert figures["F1 by spans"].decided_by == "scripted"
    assert figures["F1 of whole sentences"].decided_by == "code alone"


@pytest.mark.anyio
async def test_words_a_cut_leaves_out_are_in_neither_its_wording_nor_its_spans(
    services_on: Callable[..., Services],
) -> None:
    sentence = "The harbour master, who was tired, closed the long northern quay on Monday, and bakers sang aloud."
    shorter = "The harbour master closed the long northern quay on Monday"
    claims = [{"spans": [[0, 18], [35, 74]]}, {"spans": [[0, 18], [24, 33]]}, {"spans": [[80, 97]]}]
    gold = ClaimsRow.model_validate({"id": "x", "sentence": sentence, "claims": claims})
    assert (sentence[35:74], sentence[80:97]) == (shorter[19:], "bakers sang aloud")
    figures = await measure(services_on(Scripted(answering(shorter, "bakers sang aloud"))), gold)
    assert figures["F1 by wording"].value == 1.0
    assert figures["F1 by spans"].value == 1.0


@pytest.mark.anyio
async def test_without_a_valid_reply_code_cuts_alone(services_on: Callable[..., Services]) -> None:
    figures = await measure(services_on(Scripted(refuse)), row(LONG, *CUTS))
    assert figures["no valid reply"].value == 1.0
    assert (figures["F1 by spans"].value, figures["F1 of whole sentences"].value) == (1.0, 0.0)


@pytest.mark.anyio
async def test_a_sentence_that_says_one_thing_is_not_asked_about(services_on: Callable[..., Services]) -> None:
    llm = Scripted(refuse)
    figures = await measure(services_on(llm), row(SHORT, SHORT))
    assert llm.calls == []
    assert figures["code sufficed"].value == 1.0
    assert figures["F1 by spans"].value == figures["F1 of whole sentences"].value == 1.0
    assert figures["no valid reply"].value is None


@pytest.mark.anyio
@pytest.mark.parametrize("profile", [EMBEDDED, remote("openai/desk")])
async def test_each_profile_is_asked_in_its_own_way(services_on: Callable[..., Services], profile: Profile) -> None:
    proposed = [
        {"sentence": 0, "quote": words, "text": words, "speaker": None, "stance": "asserts", "kind": "fact"}
        for words in CUTS
    ]
    replies = {True: json.dumps({"claims": list(CUTS)}), False: json.dumps({"claims": proposed})}
    llm = Scripted(lambda call: replies[profile.only_restates])
    figures = await measure(services_on(llm, profile), row(LONG, *CUTS))
    assert figures["F1 by spans"].value == 1.0


def test_the_sample_is_of_the_second_half_and_no_larger_than_a_hundred() -> None:
    rows = [row(f"Quay {number} is closed.", f"Quay {number}") for number in range(300)]
    chosen = claim_cutting.choose(rows)
    assert len(set(chosen)) == claim_cutting.SAMPLE
    assert set(chosen) <= set(rows[150:])

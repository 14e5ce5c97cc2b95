"""A claim's voice, chain and stance come from where its words stand, never from what a model says."""

from service.models import Span
from service.steps.extracting import attribution
from tests.told import claim, said, told

TEXT = "The agency said police believe the bridge was mined.\nThe mayor has rejected reports that the bridge was mined."


def test_words_outside_all_speech_are_the_outlets_own() -> None:
    read = told("The bridge was mined on Monday.")
    own = claim(read, "The bridge was mined")
    assert (own.voice, own.speaker, own.attribution, own.stance, own.kind) == ("outlet", None, (), "asserts", "fact")


def test_a_chain_runs_from_the_outermost_voice_to_the_innermost() -> None:
    outer = said(TEXT, "police believe the bridge was mined", cue="said", speaker="The agency")
    inner = said(TEXT, "the bridge was mined", cue="believe", speaker="police", stance="alleges")
    found = claim(told(TEXT, [inner, outer]), "the bridge was mined")
    assert [link.speaker for link in found.attribution] == ["The agency", "police"]
    assert found.voice == "source"
    assert found.speaker is not None
    assert found.speaker.name == "police"
    assert (found.stance, found.kind) == ("alleges", "statement")


def test_the_telling_of_a_denial_is_the_outlets_claim_and_what_is_denied_the_speakers() -> None:
    text = TEXT.splitlines()[1]
    denial = said(text, "the bridge was mined", cue="has rejected", speaker="The mayor", stance="denies")
    read = told(text, [denial])
    assert claim(read, text).voice == "outlet"
    assert claim(read, "the bridge was mined").stance == "denies"
    assert attribution.acts(read, 0, len(text))


def test_a_scope_that_only_introduces_a_smaller_one_gives_way_to_it() -> None:
    outer = said(TEXT, "police believe the bridge was mined", cue="said", speaker="The agency")
    inner = said(TEXT, "the bridge was mined", cue="believe", speaker="police")
    start = TEXT.index("the bridge was mined")
    assert attribution.contents([outer, inner], 0, len(TEXT)) == ((start, start + len("the bridge was mined")),)


def test_a_scope_with_words_of_its_own_stays_beside_the_smaller_one() -> None:
    text = "The ministry said clarification was needed on reports that the two sides had agreed."
    outer = said(
        text,
        "clarification was needed on reports that the two sides had agreed",
        cue="said",
        speaker="The ministry",
    )
    inner = said(text, "the two sides had agreed", cue="that", speaker="reports")
    assert len(attribution.contents([outer, inner], 0, len(text))) == 2


def test_forecast_and_opinion_are_told_by_their_modal_words() -> None:
    assert attribution.kind_of("the bridge will reopen", is_reported=True) == "forecast"
    assert attribution.kind_of("the mayor should resign", is_reported=True) == "opinion"
    assert attribution.kind_of("the bridge reopened", is_reported=True) == "statement"
    assert attribution.kind_of("the bridge reopened", is_reported=False) == "fact"


def test_equal_words_at_the_same_place_give_equal_ids() -> None:
    read = told("The bridge was mined on Monday.")
    assert claim(read, "The bridge was mined").id == claim(read, "The bridge was mined").id
    assert claim(read, "The bridge was mined").id != claim(read, "was mined on Monday").id


def test_of_two_over_the_same_words_the_one_who_denies_is_the_inner_one() -> None:
    text = TEXT.splitlines()[1]
    denial = said(text, "the bridge was mined", cue="has rejected", speaker="The mayor", stance="denies")
    reports = said(text, "the bridge was mined", cue="reports", speaker="reports", stance="alleges")
    found = claim(told(text, [denial, reports]), "the bridge was mined")
    assert [link.stance for link in found.attribution] == ["alleges", "denies"]
    assert found.speaker is not None
    assert found.speaker.name == "The mayor"


def test_figures_are_those_of_the_spans_alone() -> None:
    text = "The pilot saved 12 people and was fined 300 crowns."
    spans = tuple(Span(start=a, end=b, quote=text[a:b]) for a, b in ((0, 9), (30, len(text))))
    found = attribution.build_claim(told(text), "The pilot was fined 300 crowns", spans)
    assert [figure.text for figure in found.figures] == ["300"]


def test_the_speeches_near_words_are_all_that_reach_into_their_sentences() -> None:
    text = (
        "“It held,” said Lee. “It moved.”\nRain fell all night.\nAmes said the bridge was closed, and that it leaned."
    )
    long = said(text, "It held,” said Lee. “It moved", cue="said", speaker="Lee")
    last = said(text, "the bridge was closed", cue="said", speaker="Ames")
    read = told(text, [long, last])
    for at in range(len(text)):
        near = read.speeches_near(at, at + 1)
        assert all(speech in near for speech in read.speeches if speech.start <= at < speech.end)
    rain = text.index("Rain")
    assert read.speeches_near(rain, rain + 4) == ()

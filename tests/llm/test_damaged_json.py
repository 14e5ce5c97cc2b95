"""Every kind of damage and the rung of the ladder that copes with it; what must never look whole; any text at all."""

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from service.llm.damaged_json import NotJson, Repaired, repair
from service.llm.port import FinishReason

WHOLE = {"items": [{"text": "The bridge closed."}, {"text": 'She said "never".'}, {"text": "Rain fell."}]}
TEXT = json.dumps(WHOLE)


def read(reply: str, finish_reason: FinishReason = "stop") -> tuple[object, str]:
    repaired = repair(reply, finish_reason)
    return json.loads(repaired.text), repaired.how


def test_a_sound_reply_comes_back_as_it_is() -> None:
    assert repair(TEXT) == Repaired(TEXT, "strict")


def test_white_space_around_a_sound_reply_is_no_damage() -> None:
    assert read(f"\n\n {TEXT}\n") == (WHOLE, "strict")


@pytest.mark.parametrize(
    "reply",
    [
        f"```json\n{TEXT}\n```",
        f"```\n{TEXT}\n```\nI hope this helps!",
        f"Here is the JSON you asked for:\n\n{TEXT}",
        f"{TEXT}\nNote: the third {{item}} is short.",
        f"<think>Three items. Perhaps {{'items': []}}?</think>\n{TEXT}",
        f"<thinking>\n{{}}\n</thinking>```json\n{TEXT}```",
        f"the template opened the thought.</think>{TEXT}",
        f"In the shape {{items}} as asked: ```json\n{TEXT}\n```",
        f"{TEXT}\n{TEXT}",
    ],
)
def test_what_stands_around_the_answer_is_stripped(reply: str) -> None:
    assert read(reply) == (WHOLE, "stripped")


@pytest.mark.parametrize(
    "reply",
    [
        TEXT.replace("}]", "},]"),
        TEXT.replace('\\"', "").replace('"', "'").replace("never", '"never"'),
        TEXT.replace('\\"', '"'),
        TEXT.replace("}, {", "} {"),
        TEXT.replace("[", "[ // three of them\n"),
        TEXT.removesuffix("}"),
        f"```json\n{TEXT.replace('}]', '},]')}\n```\nI hope this helps!",
    ],
    ids=["trailing comma", "single quotes", "inner quotes", "missing comma", "comment", "no last brace", "fenced"],
)
def test_damage_inside_the_answer_is_repaired_with_every_item_kept(reply: str) -> None:
    assert read(reply) == (WHOLE, "repaired")


def test_a_raw_line_break_in_a_string_is_repaired() -> None:
    (found, how) = read('{"text": "One line\nand another."}')
    assert (found, how) == ({"text": "One line\nand another."}, "repaired")


CUTS = [
    ('{"items": [{"text": "a"}, {"text": "b', {"items": [{"text": "a"}]}),
    ('{"items": [{"text": "a"}, {"text": "b"}', {"items": [{"text": "a"}, {"text": "b"}]}),
    ('{"items": [{"text": "a"}, {"text": "b", "pages": [1, 2', {"items": [{"text": "a"}]}),
    ('{"items": [{"text": "a \\"b\\" }, c"}, {"te', {"items": [{"text": 'a "b" }, c'}]}),
    ('{"items": [{"text": "a"}], "note": "and th', {"items": [{"text": "a"}]}),
    ('{"items": [1, 2, 3', {"items": [1, 2]}),
    ('{"items": ["a", "b", "c \\', {"items": ["a", "b"]}),
    ('```json\n{"items": [{"text": "a"}, {', {"items": [{"text": "a"}]}),
    ('<think>short</think>{"deep": {"items": [[1], [2], [3', {"deep": {"items": [[1], [2]]}}),
]


@pytest.mark.parametrize(("reply", "kept"), CUTS)
def test_a_reply_cut_off_keeps_its_whole_items_and_no_other(reply: str, kept: object) -> None:
    assert read(reply, "length") == (kept, "partial")


def test_a_reply_that_ran_to_its_limit_but_is_whole_stays_whole() -> None:
    assert read(TEXT, "length") == (WHOLE, "strict")


@pytest.mark.parametrize("at", range(1, len(TEXT)))
def test_wherever_a_reply_is_cut_each_item_left_is_one_the_model_finished(at: int) -> None:
    try:
        found = json.loads(repair(TEXT[:at], "length").text)
    except NotJson:
        return
    assert found.get("items", []) == WHOLE["items"][: len(found.get("items", []))]


@pytest.mark.parametrize(
    "reply",
    [
        "{'items': [{'text': 'The minister sai",
        '{"items": [{"text": "a"]}, {"te',
        "",
        "I was about to sa",
        '{"te',
        '{"items": [{"te',
    ],
)
def test_a_damaged_reply_that_was_cut_is_never_completed_by_guessing(reply: str) -> None:
    with pytest.raises(NotJson, match="cut off before anything is complete"):
        repair(reply, "length")


def test_the_unfinished_end_of_a_reply_said_to_be_complete_is_not_kept() -> None:
    found, how = read('{"items": [{"text": "a"}, {"text": "The minister sai')
    assert (found, how) == ({"items": [{"text": "a"}]}, "repaired")


@pytest.mark.parametrize(
    "reply",
    [
        "",
        "   ",
        "I cannot help with that request.",
        "null",
        "[1, 2]",
        "<html><body>Bad gateway</body></html>",
        "<think>I never came to an end {",
        "}{",
        '{"a": "\\ud800"}',
    ],
)
def test_what_holds_no_object_is_refused_without_its_words_in_the_message(reply: str) -> None:
    with pytest.raises(NotJson, match=r"^the reply is not a JSON object$"):
        repair(reply)


@pytest.mark.parametrize(
    "reply",
    [
        "{" * 50_000,
        '{"a":[' * 20_000,
        "{[}]" * 12_000,
        "{'a'" * 12_000,
        '{"a":[' + '[{\n":"":",' * 5_000 + '"]}',
        "{" + "x" * 70_000 + "}",
    ],
    ids=["braces", "nested", "crossed", "unclosed", "containers in text", "too long"],
)
def test_nonsense_that_would_keep_the_repairer_busy_is_given_up(reply: str) -> None:
    with pytest.raises(NotJson):
        repair(reply)


def test_a_long_damaged_answer_is_within_the_ration() -> None:
    many = json.dumps({"items": [{"text": f"Sentence {n} of the article, with a quotation."} for n in range(500)]})
    found, how = read(many.replace("}, {", "} {").replace('"', "“", 1).replace("“", '"'))
    assert how == "repaired"
    assert found == json.loads(many)


SHARDS = st.sampled_from(
    ["{", "}", "[", "]", '"', "'", ":", ",", "\\", "```", "json\n", "<think>", "</think>", "//", "/*", "#", "\ud800"]
    + ['{"a":', "null", "1e9", "-", "NaN", "“", "\n", "\x00", "а", "😀", "(", '"text": "b"']
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(), st.lists(SHARDS, max_size=40).map("".join)), st.sampled_from(["stop", "length"]))
@example("{" * 2_000, "stop")
@example("9" * 5_000, "stop")
@example('{"a":' + "9" * 5_000 + ",}", "stop")
def test_any_text_gives_one_strict_object_or_not_json(reply: str, finish_reason: FinishReason) -> None:
    try:
        repaired = repair(reply, finish_reason)
    except NotJson:
        return
    assert isinstance(json.loads(repaired.text), dict)

"""The Markdown a desk takes away, as a renderer of CommonMark and of GitHub's dialect reads it."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from service.takeaway import markdown
from service.visible import one_line
from tests.made_reports import HOSTILE, made

READ = MarkdownIt("commonmark").enable(["table", "strikethrough"])
OURS = {
    *("heading_open", "paragraph_open", "bullet_list_open", "ordered_list_open", "list_item_open", "inline", "text"),
    *("strong_open", "em_open", "table_open", "thead_open", "tbody_open", "tr_open", "th_open", "td_open"),
    *("softbreak", "hardbreak"),
}


def tokens(text: str) -> list[Token]:
    found = []
    for token in READ.parse(text):
        found += [token, *(token.children or [])]
    return [token for token in found if not token.type.endswith("_close")]


def bones(text: str) -> list[str]:
    return [token.type for token in tokens(text) if token.type not in ("text", "softbreak")]


def words_of(text: str) -> str:
    return " ".join(" ".join(token.content for token in tokens(text) if token.type == "text").split())


def test_every_part_of_the_report_is_there() -> None:
    text = markdown.render(made())
    for words in (
        "# Two tellings of one event",
        "**Disputed.** They differ (1, 2)",
        "## Contradictions",
        "### ≠1 number (certain, decided by rules)",
        "## Changed quotations",
        "“we did **all that** we could for them”",
        "“we did **what** we could for **all of** them”",
        "### =1 2 outlets, 1 origin",
        "### Not in Outlet of post",
        "| It burned | says it | silent |",
        "Refused: the words it rests on do not say so.",
        "## The articles, in full",
        "- Money: price unknown",
        "- Step claims: 2 calls, 1 cached, 3,000 ms",
    ):
        assert words in text, words


@pytest.mark.parametrize("words", HOSTILE)
def test_strangers_words_in_every_field_become_no_markup(words: str) -> None:
    text = markdown.render(made(words))
    assert {token.type for token in tokens(text)} <= OURS
    assert one_line(words) in words_of(text)
    # Renderers that link bare addresses find none.
    assert "http://" not in text
    assert "www.evil" not in text
    assert " a@evil" not in text


@given(words=st.text("#*_-+=>|`~[]()<>!&.:$@\\{}^ \t1a", max_size=30))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_marks_in_any_order_become_no_markup(words: str) -> None:
    assert bones(markdown.render(made(f"x {words} x"))) == bones(markdown.render(made("x x")))


@given(words=st.text(max_size=60))
@settings(max_examples=200, deadline=None, derandomize=True)
def test_what_is_escaped_reads_as_it_was_written(words: str) -> None:
    read: Any = READ.renderInline(markdown.escape(words))
    escaped = one_line(words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    assert read == escaped


@pytest.mark.parametrize("words", ["- item", "+ item", "= under", "12. item", "1) item", "# head", "> said"])
def test_the_first_mark_of_a_line_starts_nothing(words: str) -> None:
    assert [token.type for token in tokens(markdown.escape(words))] == ["paragraph_open", "inline", "text"]

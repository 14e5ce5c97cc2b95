"""The page a desk takes away: it needs nothing else, runs nothing, and shows strangers' words as words."""

import base64
import hashlib
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.takeaway import html
from service.visible import one_line
from tests.made_reports import HOSTILE, NINE, PIER, TWELVE, made

ATTRIBUTES = {
    *("id", "class", "dir", "lang", "href", "charset", "content", "name", "http-equiv", "scope", "role", "tabindex"),
    *("aria-label", "aria-labelledby", "aria-hidden"),
}
TAGS = set(
    "html head meta title style body a header p span h1 h2 h3 h4 ol ul li cite nav b main aside section sup article "
    "div blockquote q mark i table thead tbody tr th td dl dt dd code footer".split()
)
VOID = {"meta"}


class Page(HTMLParser):
    """What a browser would make of the page: its elements, its ids, its text, and every quotation in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: list[str] = []
        self.quotations: list[str] = []
        self.style = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        if tag == "q":
            self.quotations.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "style":
            self.style += data
            return
        self.texts.append(data)
        if "q" in self.open:
            self.quotations[-1] += data

    @property
    def text(self) -> str:
        """All that can be read, on one line."""
        return " ".join("".join(self.texts).split())

    def values(self, name: str) -> list[str]:
        """Every value of one attribute."""
        return [attrs[name] or "" for _, attrs in self.elements if name in attrs]


def page(words: str = "", **fields: Any) -> Page:
    return Page(html.render(made(words, **fields)))


def test_every_part_of_the_report_is_there() -> None:
    shown = page().text
    for words in (
        "Two tellings of one event",
        "By rules",
        "⇄ Disputed They differ",
        "Refused: the words it rests on do not say so.",
        "number certain, decided by rules",
        "2 outlets, 1 origin",
        "Not in Outlet of post",
        "says it",
        "silent",
        "“all that” / “what”",
        "nothing / “all of”",
        "some/model",
        "price unknown",
        "1 live call, 1 answer from the cache",
        "3,000 ms",
        "a name is not one of those",
        "One voice (one publisher)",
    ):
        assert words in shown, words


def test_a_side_says_whose_voice_it_is_and_when() -> None:
    (first, second) = made().contradictions[0].positions
    told = (first.model_copy(update={"speaker": "Ms Tallow", "as_of": "2026-03-02"}), second)
    shown = page(contradictions=(made().contradictions[0].model_copy(update={"positions": told}),)).text
    assert "Ms Tallow, as of 2 March 2026" in shown
    assert "in its own voice" in shown


def test_the_page_asks_nothing_of_anybody() -> None:
    text = html.render(made())
    assert re.findall(r"(?i)https?:|src=|url\(|@import|<script|<link|<iframe|javascript:", text) == []
    seen = Page(text)
    assert {tag for tag, _ in seen.elements} <= TAGS
    assert all(to.startswith("#") for to in seen.values("href"))


def test_its_own_policy_allows_its_own_style_and_nothing_else() -> None:
    seen = page()
    digest = base64.b64encode(hashlib.sha256(seen.style.encode()).digest()).decode()
    (policy,) = [attrs["content"] for _, attrs in seen.elements if attrs.get("http-equiv")]
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_every_link_leads_somewhere_and_every_place_has_one_name() -> None:
    seen = page()
    ids = seen.values("id")
    assert len(ids) == len(set(ids))
    assert {to.removeprefix("#") for to in seen.values("href")} <= set(ids)
    assert {f"c{number}" for number in range(1, 6)} | {"q1-1", "q1-2", "note-1", "contradictions-1"} <= set(ids)


@pytest.mark.parametrize("words", HOSTILE)
def test_strangers_words_in_every_field_stay_words(words: str) -> None:
    seen = page(words)
    assert {tag for tag, _ in seen.elements} <= TAGS
    assert {name for _, attrs in seen.elements for name in attrs} <= ATTRIBUTES
    assert all(re.fullmatch(r"#[a-z_]+(-?\d+)*", to) or to == "#main" for to in seen.values("href"))
    assert all(re.fullmatch(r"[a-z_]+(-?\d+)*", name) for name in seen.values("id"))
    assert set(seen.values("lang")) == {"en"}
    assert seen.text.count(one_line(words)) > 25
    assert not re.search("[\0\a\x1b\u202e\u2066\u200b]", html.render(made(words)))


@given(words=st.text(max_size=40).filter(lambda words: words.isascii() or max(words) < "\ud800"))
@settings(max_examples=40, deadline=None, derandomize=True)
def test_any_words_leave_the_page_as_it_is_built(words: str) -> None:
    def bones(seen: Page) -> list[str]:
        return [tag for tag, _ in seen.elements if tag not in ("p", "span", "mark", "cite", "i")]

    assert bones(page(f"x{words}x")) == bones(page("xx"))


@pytest.mark.parametrize("words", ["", *HOSTILE])
def test_every_quotation_shown_is_a_slice_of_an_article(words: str) -> None:
    report = made(words)
    sliced = {
        one_line(article.text[span.start : span.end])
        for article in report.articles
        for claim in report.claims
        for span in claim.spans
        if claim.article_id == article.id
    }
    texts = {one.id: one.text for one in report.articles}
    sliced |= {one_line(texts[side.article_id][side.start : side.end]) for side in report.quote_changes[0].spans}
    shown = [one_line(quotation)[1:-1] for quotation in page(words).quotations]
    assert len(shown) >= 15
    assert set(shown) <= sliced


def test_words_in_the_article_lead_to_what_rests_on_them() -> None:
    text = html.render(made())
    assert re.search(rf'<a id="c1" class="place"></a><mark class="m m-contradictions">{TWELVE}', text)
    assert '<a href="#contradictions-1" aria-label="contradiction 1">≠1</a>' in text
    assert re.search(rf'<mark class="m m-agreements">{re.escape(PIER)}</mark>', text)
    assert f'<mark class="m m-contradictions">{NINE}' in text


def test_article_text_carries_its_language_and_finds_its_own_direction() -> None:
    text = html.render(made())
    assert '<div class="text" lang="en">' in text
    assert text.count('dir="auto"') > 40
    assert 'class="b-headline" dir="auto"' in text


def test_a_report_of_nothing_is_a_page_as_well() -> None:
    nothing: dict[str, Any] = dict.fromkeys(
        "notices claims agreements contradictions disputes updates scope_differences quote_changes omissions "
        "same_origin facts refusals".split(),
        (),
    )
    summary = made().summary.model_copy(update={"sentences": (), "refused": ()})
    assert "nothing was found" in page(**nothing, summary=summary).text


@pytest.mark.parametrize("number", [10**400, -1])
def test_absurd_figures_do_not_break_it(number: int) -> None:
    provenance = made().provenance
    totals = provenance.run.totals.model_copy(update={"ms": number, "prompt_tokens": number, "cost_usd": 1e308})
    run = provenance.run.model_copy(update={"totals": totals})
    assert page(provenance=provenance.model_copy(update={"run": run})).text
    omission = made().omissions[0].model_copy(update={"salience": float("inf")})
    assert "weight inf" in page(omissions=(omission,)).text

import io
from datetime import date
from typing import Any

import pytest
from rich.console import Console

from service import terminal
from service.models import Claim, Span, Speaker
from service.report_models import (
    Agreement,
    Conflict,
    Difference,
    Notice,
    Omission,
    Position,
    Provenance,
    QuoteChange,
    QuoteSide,
    Refusal,
    RefusedSentence,
    Report,
    ReportArticle,
    Run,
    SameOrigin,
    Summary,
    SummarySentence,
    Totals,
    Variant,
)

POST = "The ferry sank on Monday. Twelve people died, the harbour office said."
ECHO = 'Nine died when a ferry sank, officials said. "We did all we could," the captain said.'


def article(article_id: str, text: str, **fields: Any) -> ReportArticle:
    known = dict.fromkeys(("outlet", "publisher", "title", "published_at", "language", "url"))
    marks = {"title_read": False, "date_read": False, "truncated": False, "sentences": (), "status": "ok"}
    return ReportArticle.model_validate({"id": article_id, "text": text, **known, **marks, **fields})


def claim(claim_id: str, article_id: str, text: str, quote: str, speaker: str | None = None) -> Claim:
    start = text.index(quote)
    named = Speaker(name=speaker, start=0, end=1) if speaker else None
    spans = (Span(start=start, end=start + len(quote), quote=quote),)
    return Claim(id=claim_id, article_id=article_id, text=quote, spans=spans, sentence=0, voice="outlet", speaker=named)


def conflict(text: str, **fields: Any) -> Conflict:
    positions = (
        Position(text="Twelve died", claim_ids=("c1",), article_ids=("post",), speaker="the harbour office"),
        Position(text="Nine died", claim_ids=("c2",), article_ids=("echo",), as_of="2021-03-04T18:30:00+00:00"),
    )
    known = {
        "id": "x",
        "type": "number",
        "explanation": "Two tolls.",
        "evidence": ("12 is not 9", "both tell of one ferry"),
    }
    judged = {"decided_by": "rules", "confidence": "certain"}
    return Conflict.model_validate({"text": text, "positions": positions, **known, **judged, **fields})


def totals(**fields: Any) -> Totals:
    counts = {"calls": 3, "cached_calls": 1, "prompt_tokens": 900, "completion_tokens": 90}
    live = {"live_prompt_tokens": 1600, "live_completion_tokens": 60, "cost_usd": None, "ms": 4200}
    return Totals.model_validate({**counts, **live, **fields})


def provenance(*, local: bool = True, **fields: Any) -> Provenance:
    run = Run(request_id="r", calls=(), totals=totals(**fields))
    return Provenance(model="scripted", local=local, prompts={}, service_version="0", inputs={}, run=run)


def report(**fields: Any) -> Report:
    empty: dict[str, Any] = dict.fromkeys(
        ("notices", "agreements", "contradictions", "disputes", "updates", "scope_differences", "quote_changes"), ()
    )
    known: dict[str, Any] = {
        **empty,
        **dict.fromkeys(("omissions", "same_origin", "facts", "refusals"), ()),
        "articles": (
            article("post", POST, outlet="The Post", published_at=date(2021, 3, 4), title="Ferry lost", date_read=True),
            article("echo", ECHO),
        ),
        "claims": (
            claim("c1", "post", POST, "Twelve people died, the harbour office said."),
            claim("c2", "echo", ECHO, "Nine died when a ferry sank, officials said."),
        ),
        "summary": Summary(),
        "provenance": provenance(),
    }
    return Report.model_validate({**known, **fields})


def written(shown: Report, width: int = 100, *, is_terminal: bool = False) -> str:
    console = Console(file=io.StringIO(), width=width, force_terminal=is_terminal, highlight=False)
    terminal.write(shown, console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def flat(shown: Report) -> str:
    """The report with its lines joined, so that a test need not know where they break."""
    return " ".join(written(shown, 400).split())


def test_articles_are_listed_with_what_is_known_of_them() -> None:
    printed = flat(report())
    assert "2 ARTICLES post: The Post, 2021-03-04 (date line), “Ferry lost” echo: unnamed outlet, no date" in printed


def test_an_article_that_failed_says_so() -> None:
    failed = (article("post", POST, outlet="The Post"), article("echo", ECHO, status="failed"))
    assert "unnamed outlet, no date, NOT READ" in flat(report(articles=failed))


def test_every_summary_sentence_leads_to_the_words_it_rests_on() -> None:
    sentences = (
        SummarySentence(text="A ferry sank.", claim_ids=("c2",), support="single", origin="model"),
        SummarySentence(text="Tolls differ.", claim_ids=("c1", "c2"), support="disputed", origin="model"),
    )
    printed = flat(report(summary=Summary(sentences=sentences)))
    assert "A ferry sank. [1] Tolls differ. [2][1] (disputed)" in printed
    assert "[1] echo: “Nine died when a ferry sank, officials said.”" in printed
    assert "[2] The Post: “Twelve people died, the harbour office said.”" in printed


def test_a_summary_built_by_code_says_so() -> None:
    sentence = SummarySentence(text="A ferry sank.", claim_ids=("c2",), support="single", origin="extractive")
    assert "not written by the model" in flat(report(summary=Summary(sentences=(sentence,))))


def test_a_report_that_found_nothing_says_so_under_each_heading() -> None:
    printed = flat(report())
    headings = ("CONTRADICTIONS", "DISPUTES", "AGREEMENTS", "UPDATES", "CHANGED QUOTATIONS", "OMISSIONS", "REFUSED")
    assert all(f"{heading} (none)" in printed for heading in headings)
    assert "None: nothing was found that could be summed up." in printed


@pytest.mark.parametrize("kind", ["contradictions", "disputes", "updates", "scope_differences"])
def test_both_sides_of_a_conflict_are_quoted_with_the_reasons(kind: str) -> None:
    printed = flat(report(**{kind: (conflict("The tolls differ: twelve or nine"),)}))
    assert f"{kind.replace('_', ' ').upper()} (1) 1. number (certain, decided by rules)" in printed
    assert "- The Post, the harbour office: “Twelve people died, the harbour office said.”" in printed
    assert "- echo, 2021-03-04 18:30 UTC: “Nine died when a ferry sank, officials said.” Two tolls." in printed
    assert "Evidence: 12 is not 9; both tell of one ferry" in printed


def test_a_reason_that_quotes_is_shown_whole() -> None:
    reason = "The Post and echo tell states that exclude each other: “died” and “lived”."
    explanation = f"The Post: “Twelve people died” echo: “All lived” {reason}"
    assert reason in flat(report(updates=(conflict("", explanation=explanation),)))


def test_quotes_that_open_an_explanation_are_not_shown_twice() -> None:
    explanation = "The Post: “Twelve people died” echo: “Nine ‘or ten’ died” The Post has twelve: echo has “nine”."
    assert "The Post has twelve: echo has “nine”." in flat(report(updates=(conflict("", explanation=explanation),)))
    assert "Nine ‘or ten’ died" not in flat(report(updates=(conflict("", explanation=explanation),)))


def test_an_agreement_gives_each_wording_and_whether_the_voices_are_independent() -> None:
    variants = (Variant(claim_id="c1", quote="The ferry sank"), Variant(claim_id="c2", quote="a ferry sank"))
    known = {"id": "g", "text": "A ferry sank", "claim_ids": ("c1", "c2"), "article_ids": ("post", "echo")}
    one_voice = Agreement(**known, independent_origins=1, variants=variants)
    printed = flat(report(agreements=(one_voice,)))
    assert "1. A ferry sank (independent origins: 1)" in printed
    assert "The Post: “The ferry sank” - echo: “a ferry sank”" in printed
    two_voices = one_voice.model_copy(update={"independent_origins": 2})
    assert "independent" not in flat(report(agreements=(two_voices,)))


def test_a_changed_quotation_shows_the_words_that_differ() -> None:
    sides = (
        QuoteSide(article_id="post", start=0, end=3, quote="We did what we could"),
        QuoteSide(article_id="echo", start=0, end=3, quote="We did all we could"),
    )
    change = QuoteChange(
        id="q",
        text="The captain is quoted in two ways",
        spans=sides,
        speakers=("the captain", None),
        kinds=("altered", "reassigned"),
        differences=(Difference(a="what", b="all"), Difference(a="", b="today")),
    )
    printed = flat(report(quote_changes=(change,)))
    assert "1. The captain is quoted in two ways (altered, reassigned)" in printed
    assert "The Post, the captain: “We did what we could” - echo: “We did all we could”" in printed
    assert "Differs in: “what” / “all”; nothing / “today”" in printed


def test_omissions_are_told_article_by_article_weightiest_first() -> None:
    lacking = [("echo", "No toll", 0.2), ("post", "No captain", 0.5), ("echo", "No cause", 0.9)]
    omissions = tuple(
        Omission(id=text, text=text, article_id=lacks, claim_ids=("c1",), reported_by=("post",), salience=salience)
        for lacks, text, salience in lacking
    )
    assert "OMISSIONS (3) 1. No cause 2. No toll 3. No captain" in flat(report(omissions=omissions))


def test_notices_and_shared_origins_are_told_before_any_finding() -> None:
    notices = (Notice(code="date_unknown", text="echo has no date.", article_id="echo"),)
    same = (SameOrigin(id="s", text="Both carry the same wire story", article_ids=("post", "echo"), why="wire_credit"),)
    printed = flat(report(notices=notices, same_origin=same))
    assert printed.index("Both carry the same") < printed.index("! echo has no date.") < printed.index("SUMMARY")


def test_refusals_are_counted_by_reason_and_the_first_few_shown() -> None:
    refusals = tuple(
        Refusal(step="claims", article_id="post", detail=f"quote {number}", reason="quote_in_no_article")
        for number in range(6)
    )
    refused = Summary(refused=(RefusedSentence(text="It was a tragedy.", reason="loaded_wording"),))
    printed = flat(report(refusals=refusals, summary=refused))
    assert "REFUSED (7)" in printed
    assert "quote in no article: 6, loaded wording: 1." in printed
    assert "summary, loaded wording: “It was a tragedy.”" in printed
    assert "claims, The Post, quote in no article: quote 3" in printed
    assert "quote 4" not in printed
    assert "and 2 more; --json has them all" in printed


@pytest.mark.parametrize(
    ("origin", "told"),
    [
        (provenance(), "2 model calls, 1 more answered from the cache. Tokens: 1,600 read, 60 written. No charge."),
        (provenance(local=False), "Price unknown."),
        (provenance(local=False, cost_usd=0.01234), "Price: $0.0123."),
        (provenance(calls=3, cached_calls=3), "No model call was made: all 3 replies came from the cache."),
    ],
)
def test_the_cost_is_told_and_an_unknown_price_is_not_called_free(origin: Provenance, told: str) -> None:
    assert told in flat(report(provenance=origin))


HOSTILE = "\x1b[2J\x1b]0;owned\x07 [red]danger[/red] \u202egnp.exe\u202c\r\nnew line"


def test_hostile_words_reach_the_terminal_as_harmless_signs() -> None:
    shown = report(
        articles=(article("post", HOSTILE, outlet=HOSTILE, title=HOSTILE), article("echo", ECHO)),
        claims=(claim("c1", "post", HOSTILE, HOSTILE), claim("c2", "echo", ECHO, ECHO)),
        contradictions=(conflict(HOSTILE, explanation=HOSTILE, evidence=(HOSTILE,)),),
        notices=(Notice(code="date_unknown", text=HOSTILE),),
        refusals=(Refusal(step="claims", article_id="post", detail=HOSTILE, reason="uncited"),),
    )
    printed = written(shown)
    assert not set(printed) & set("\x1b\x07\r\u202e\u202c")
    assert "␛[2J␛]0;owned␇ [red]danger[/red] gnp.exe new line" in " ".join(written(shown, 400).split())


@pytest.mark.parametrize("width", [80, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    words = "A long word" + "-" * 200 + " 東京で船が沈み、港は閉鎖された。" * 20
    sentence = SummarySentence(text=words, claim_ids=("c1",), support="single", origin="model")
    shown = report(summary=Summary(sentences=(sentence,)), contradictions=(conflict(words),))
    assert max(len(line) for line in written(shown, width).splitlines()) <= width
    assert words.replace(" ", "")[:150] in "".join(written(shown, width).split())


def test_nothing_is_coloured_when_it_goes_to_a_file() -> None:
    assert "\x1b" not in written(report())
    assert "\x1b[1m" in written(report(), is_terminal=True)


def test_the_time_the_model_took_is_told() -> None:
    assert "61.0 s of model time" in flat(report(provenance=provenance(ms=61_000)))

"""A report with something in every part of it, written by hand; strangers' words may stand in every field."""

from datetime import date
from typing import Any

from service.models import Attribution, Claim, Sentence, Span, Speaker
from service.report_models import (
    Agreement,
    CallRecord,
    Conflict,
    Difference,
    Fact,
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

PIER, HEAD = "The pier burned down on Monday.", "Fire at the pier"
TWELVE, NINE = "Twelve people died", "Nine people died"
SAID, TOLD = "we did all that we could for them", "we did what we could for all of them"
# What a hostile sender may write, each meant for another reader of it.
HOSTILE = (
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "</title></head><base href=//evil.example>",
    '" onmouseover="alert(1)" x=\'',
    "=cmd|'/C calc'!A0",
    "@SUM(1+1)*cmd",
    "[click](javascript:alert(1)) ![x](http://evil.example/x.png) <http://evil.example>",
    "http://evil.example www.evil.example mailto:a@evil.example",
    "# heading\n\n---\n\n- list\n\n    code\n\n| a | b |\n| - | - |",
    "1. one **strong** _em_ `code` ~~gone~~ $x$ &lt;b&gt; \\",
    "safe \u202eevil\u2066 \u200bhidden",
    "nul \0 bell \a escape \x1b[2J",
    "{{ 7 * 7 }} {% raw %}",
    "عربي שלום",
)


def made(words: str = "", **fields: Any) -> Report:
    """The report, with `words` in every field that is free text, ids and the articles themselves included."""
    a, b = f"courier{words}", f"post{words}"
    papers = (_paper(a, words, TWELVE, SAID), _paper(b, words, NINE, TOLD))
    twelve, nine = (
        _claim("c1", papers[0], f"{TWELVE} {words}", words),
        _claim("c2", papers[1], f"{NINE} {words}", words),
    )
    burned, too = _claim("c3", papers[0], PIER, words), _claim("c4", papers[1], PIER, words)
    alone = _claim("c5", papers[0], f"Only here {words}", words)
    sides = tuple(
        Position(text=f"{words} a toll", claim_ids=(one.id,), article_ids=(one.article_id,), speaker=words, as_of=words)
        for one in (twelve, nine)
    )
    conflict = Conflict(
        id=f"x{words}",
        text=words,
        type="number",
        positions=sides,
        explanation=f"Two tolls {words}",
        evidence=(words,),
        decided_by="rules",
        confidence="certain",
    )
    known: dict[str, Any] = {
        "notices": (Notice(code="judged_by_rules", text=f"By rules {words}"),),
        "articles": papers,
        "claims": (twelve, nine, burned, too, alone),
        "agreements": (
            Agreement(
                id=f"g{words}",
                text=f"It burned {words}",
                claim_ids=(burned.id, too.id),
                article_ids=(a, b),
                independent_origins=1,
                variants=(Variant(claim_id=burned.id, quote=words),),
            ),
        ),
        **dict.fromkeys(("contradictions", "disputes", "updates", "scope_differences"), (conflict,)),
        "quote_changes": (_change(papers, words),),
        "omissions": (
            Omission(id=f"o{words}", text=words, article_id=b, claim_ids=(alone.id,), reported_by=(a,), salience=0.5),
        ),
        "same_origin": (SameOrigin(id="s", text=f"One voice {words}", article_ids=(a, b), why="publisher"),),
        "facts": (
            Fact(id="f", text=f"It burned {words}", claim_ids=(burned.id,), by_article={a: "says", b: "silent"}),
        ),
        "summary": Summary(
            sentences=(
                SummarySentence(
                    text=f"They differ {words}", claim_ids=(twelve.id, nine.id), support="disputed", origin="model"
                ),
            ),
            refused=(RefusedSentence(text=f"It was arson {words}", reason="unsupported"),),
        ),
        "refusals": (Refusal(step=f"claims{words}", article_id=a, detail=f"no {words}", reason="name_mismatch"),),
        "provenance": _provenance(words),
    }
    return Report(**{**known, **fields})


def _paper(article_id: str, words: str, toll: str, said: str) -> ReportArticle:
    text = f'{HEAD}\n\n{PIER} {toll} {words} there.\nOnly here {words} is this. "{said}," {words} said.'
    return ReportArticle(
        id=article_id,
        status="ok",
        outlet=f"Outlet of {article_id}",
        publisher=words or None,
        title=f"{HEAD} {words}",
        title_read=False,
        published_at=date(2026, 3, 2),
        date_read=False,
        language=words or "en",
        url=words or None,
        truncated=False,
        text=text,
        sentences=(
            Sentence(start=0, end=len(HEAD), role="headline"),
            Sentence(start=len(HEAD) + 2, end=len(text), role="body"),
        ),
    )


def _claim(name: str, paper: ReportArticle, quote: str, words: str) -> Claim:
    start = paper.text.index(quote)
    end = start + len(quote)
    return Claim(
        id=f"{name}{words}",
        article_id=paper.id,
        text=f"{quote} {words}",
        spans=(Span(start=start, end=end, quote=quote),),
        sentence=1,
        voice="source",
        speaker=Speaker(name=f"the mayor {words}", start=0, end=1),
        attribution=(Attribution(speaker=words, cue=words, start=start, end=end, mode="direct", stance="asserts"),),
    )


def _change(papers: tuple[ReportArticle, ReportArticle], words: str) -> QuoteChange:
    one, other = (
        QuoteSide(article_id=paper.id, start=paper.text.index(said), end=paper.text.index(said) + len(said), quote=said)
        for paper, said in zip(papers, (SAID, TOLD), strict=True)
    )
    differences = (Difference(a="all that", b="what"), Difference(a="", b="all of"), Difference(a=words, b=words))
    return QuoteChange(
        id=f"q{words}",
        text=f"Quoted otherwise {words}",
        spans=(one, other),
        speakers=(f"the mayor {words}", None),
        kinds=("altered",),
        differences=differences,
    )


def _provenance(words: str) -> Provenance:
    calls = tuple(
        CallRecord(step=f"claims{words}", cached=cached, prompt_tokens=10, completion_tokens=5, cost_usd=None, ms=1500)
        for cached in (True, False)
    )
    totals = Totals(
        calls=2,
        cached_calls=1,
        prompt_tokens=20,
        completion_tokens=10,
        live_prompt_tokens=10,
        live_completion_tokens=5,
        cost_usd=None,
        ms=3000,
    )
    return Provenance(
        model=f"some/model{words}",
        local=False,
        prompts={f"claims{words}": f"abc{words}"},
        service_version=f"1{words}",
        inputs={f"courier{words}": f"def{words}"},
        run=Run(request_id=f"r{words}", calls=calls, totals=totals),
    )

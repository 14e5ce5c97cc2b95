"""Writes a Report for a person at a terminal. Knows the report, and nothing of how it was made.

Everything is quoted as the articles have it, on one line and harmless (visible.py); nothing is cut but lists of
refusals. Numbers in square brackets lead from a summary sentence to the words it rests on.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from service.explanations import without_quotations
from service.models import Claim
from service.report_models import Agreement, Conflict, Omission, QuoteChange, Report, ReportArticle
from service.visible import one_line, quoted

MAX_REFUSALS = 5
NARROWEST = 20
_SUPPORT = {"single": "", "multiple": "", "disputed": " (disputed)"}


@dataclass(frozen=True)
class Line:
    """One paragraph: how deep it stands, what stands before it, and its words."""

    text: str
    marker: str = ""
    depth: int = 1
    style: str = ""


def write(report: Report, console: Console) -> None:
    """Prints the whole report, as wide as the console is."""
    words = _Words(report)
    for heading, lines in _sections(report, words):
        console.print(Text(heading, style="bold"))
        for line in lines:
            for row in _laid_out(line, console):
                console.print(row, soft_wrap=True)
        console.print()


def _laid_out(line: Line, console: Console) -> Iterator[Text]:
    """The paragraph in lines, its marker beside the first and the others clear of it."""
    indent = "  " * line.depth
    marker = f"{line.marker} " if line.marker else ""
    room = max(console.width - cell_len(indent + marker), NARROWEST)
    for number, wrapped in enumerate(Text(line.text).wrap(console, room)):
        wrapped.rstrip()
        before = marker if number == 0 else " " * cell_len(marker)
        yield Text(f"{indent}{before}{wrapped.plain}", style=line.style)


class _Words:
    """Looks up what ids stand for, in harmless words."""

    def __init__(self, report: Report) -> None:
        self._names = {article.id: one_line(article.outlet or article.id) for article in report.articles}
        self._claims = {claim.id: claim for claim in report.claims}

    def name(self, article_id: str) -> str:
        return self._names[article_id]

    def claim(self, claim_id: str) -> Claim:
        return self._claims[claim_id]

    def quotes(self, claim_ids: Iterable[str], *about: str | None) -> Iterator[str]:
        """`RT, Kerry: “the words”` for each claim; `about` is what else to say of who says it, where known."""
        for claim in map(self.claim, claim_ids):
            who = [self.name(claim.article_id), *(one_line(known) for known in about if known)]
            yield f"{', '.join(who)}: {quoted(claim.quote)}"


def _sections(report: Report, words: _Words) -> Iterator[tuple[str, list[Line]]]:
    yield f"{len(report.articles)} ARTICLES", [*_articles(report.articles), *_same_origin(report)]
    if report.notices:
        yield "NOTE", [Line(one_line(notice.text), "!") for notice in report.notices]
    yield "SUMMARY", list(_summary(report, words))
    yield _counted("CONTRADICTIONS", report.contradictions), list(_conflicts(report.contradictions, words))
    yield _counted("DISPUTES", report.disputes), list(_conflicts(report.disputes, words))
    yield _counted("AGREEMENTS", report.agreements), list(_agreements(report.agreements, words))
    yield _counted("UPDATES", report.updates), list(_conflicts(report.updates, words))
    yield _counted("SCOPE DIFFERENCES", report.scope_differences), list(_conflicts(report.scope_differences, words))
    yield _counted("CHANGED QUOTATIONS", report.quote_changes), list(_quote_changes(report.quote_changes, words))
    yield _counted("OMISSIONS", report.omissions), list(_omissions(report.omissions))
    yield _counted("REFUSED", [*report.refusals, *report.summary.refused]), list(_refusals(report, words))
    yield "COST", list(_cost(report))


def _counted(heading: str, found: Sequence[object]) -> str:
    return f"{heading} ({len(found) or 'none'})"


def _articles(articles: Iterable[ReportArticle]) -> Iterator[Line]:
    for article in articles:
        title = f", {quoted(article.title)}" if article.title else ""
        read = " (date line)" if article.date_read else ""
        failed = ", NOT READ" if article.status == "failed" else ""
        outlet = one_line(article.outlet or "unnamed outlet")
        yield Line(f"{outlet}, {_day(article.published_at)}{read}{title}{failed}", f"{one_line(article.id)}:")


def _day(moment: date | None) -> str:
    return _readable(moment.isoformat()) if moment else "no date"


def _readable(moment: str) -> str:
    """An ISO 8601 date or time for people: `2026-03-02`, `2026-03-02 18:30 UTC`."""
    if "T" not in moment:
        return moment
    time = datetime.fromisoformat(moment)
    return f"{time:%Y-%m-%d %H:%M} {time.tzname() or ''}".rstrip()


def _same_origin(report: Report) -> Iterator[Line]:
    for group in report.same_origin:
        yield Line(one_line(group.text), "=", style="dim")


def _summary(report: Report, words: _Words) -> Iterator[Line]:
    sentences = report.summary.sentences
    numbers: dict[str, int] = {}
    for sentence in sentences:
        cited = "".join(f"[{numbers.setdefault(claim_id, len(numbers) + 1)}]" for claim_id in sentence.claim_ids)
        yield Line(f"{one_line(sentence.text)} {cited}{_SUPPORT[sentence.support]}")
    if not sentences:
        yield Line("None: nothing was found that could be summed up.")
    elif all(sentence.origin == "extractive" for sentence in sentences):
        yield Line("Built by code from the findings, not written by the model.", style="dim")
    for claim_id, number in numbers.items():
        for quote in words.quotes([claim_id]):
            yield Line(quote, f"[{number}]", style="dim")


def _conflicts(conflicts: Iterable[Conflict], words: _Words) -> Iterator[Line]:
    for number, conflict in enumerate(conflicts, start=1):
        yield Line(f"{conflict.type} ({conflict.confidence}, decided by {conflict.decided_by})", f"{number}.")
        for position in conflict.positions:
            as_of = position.as_of and _readable(position.as_of)
            for quote in words.quotes(position.claim_ids, position.speaker, as_of):
                yield Line(quote, "-", 2)
        yield Line(without_quotations(one_line(conflict.explanation)), depth=2)
        if conflict.evidence:
            yield Line(f"Evidence: {'; '.join(map(one_line, conflict.evidence))}", depth=2, style="dim")


def _agreements(agreements: Iterable[Agreement], words: _Words) -> Iterator[Line]:
    for number, agreement in enumerate(agreements, start=1):
        voices = agreement.independent_origins
        one_voice = "" if voices == len(agreement.article_ids) else f" (independent origins: {voices})"
        yield Line(one_line(agreement.text) + one_voice, f"{number}.")
        for variant in agreement.variants:
            article_id = words.claim(variant.claim_id).article_id
            yield Line(f"{words.name(article_id)}: {quoted(variant.quote)}", "-", 2, "dim")


def _quote_changes(changes: Iterable[QuoteChange], words: _Words) -> Iterator[Line]:
    for number, change in enumerate(changes, start=1):
        yield Line(f"{one_line(change.text)} ({', '.join(change.kinds)})", f"{number}.")
        for side, speaker in zip(change.spans, change.speakers, strict=True):
            said = f", {one_line(speaker)}" if speaker else ""
            yield Line(f"{words.name(side.article_id)}{said}: {quoted(side.quote)}", "-", 2)
        swaps = [f"{_or_nothing(one.a)} / {_or_nothing(one.b)}" for one in change.differences]
        if swaps:
            yield Line(f"Differs in: {'; '.join(swaps)}", depth=2, style="dim")


def _or_nothing(words: str) -> str:
    return quoted(words) if words.strip() else "nothing"


def _omissions(omissions: Iterable[Omission]) -> Iterator[Line]:
    weightiest = sorted(omissions, key=lambda omission: (omission.article_id, -omission.salience))
    for number, omission in enumerate(weightiest, start=1):
        yield Line(one_line(omission.text), f"{number}.")


def _refusals(report: Report, words: _Words) -> Iterator[Line]:
    reasons = Counter([one.reason for one in report.refusals] + [one.reason for one in report.summary.refused])
    if reasons:
        counts = ", ".join(f"{_plain(reason)}: {count}" for reason, count in reasons.most_common())
        yield Line(f"What the model wrote and code did not accept. {counts}.")
    shown = [
        *(f"summary, {_plain(one.reason)}: {quoted(one.text)}" for one in report.summary.refused),
        *(
            f"{one.step}{f', {words.name(one.article_id)}' if one.article_id else ''}, {_plain(one.reason)}: "
            f"{one_line(one.detail)}"
            for one in report.refusals
        ),
    ]
    for line in shown[:MAX_REFUSALS]:
        yield Line(line, "-", style="dim")
    if len(shown) > MAX_REFUSALS:
        yield Line(f"and {len(shown) - MAX_REFUSALS} more; --json has them all", style="dim")


def _plain(code: str) -> str:
    return code.replace("_", " ")


def _cost(report: Report) -> Iterator[Line]:
    provenance, totals = report.provenance, report.provenance.run.totals
    place = "on this machine" if provenance.local else "over the network"
    yield Line(f"Model {one_line(provenance.model)}, {place}; {totals.ms / 1000:.1f} s of model time.")
    live = totals.calls - totals.cached_calls
    if totals.calls and not live:
        yield Line(f"No model call was made: all {totals.calls} replies came from the cache.")
    else:
        yield Line(f"{live} model calls, {totals.cached_calls} more answered from the cache.")
    yield Line(
        f"Tokens: {totals.live_prompt_tokens:,} read, {totals.live_completion_tokens:,} written. {_money(report)}"
    )


def _money(report: Report) -> str:
    if report.provenance.local:
        return "No charge."
    cost = report.provenance.run.totals.cost_usd
    return "Price unknown." if cost is None else f"Price: ${cost:.4f}."

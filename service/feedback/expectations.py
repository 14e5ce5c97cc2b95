"""Turns what a desk says of findings into what a case of the evals expects. Knows nothing of files.

Right findings must be there again, wrong ones must not; what nobody judged may be, because the lists of a case are
closed and would count it as false.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from service.errors import Problem
from service.feedback.asked import EvalCaseAsked, Feedback, Missed, MissedPosition
from service.feedback.places import MAX_QUOTE, Quotable
from service.models import Claim
from service.report_models import Agreement, Conflict, Omission, QuoteChange, Report

# In the order in which a case has them. A summary that nobody judged binds nobody.
SECTIONS = (
    "claims agreements contradictions disputes updates scope_differences quote_changes omissions summary"
).split()
# Each is looked for in its article, perhaps with words around it.
MAX_CLAIMS = 5_000
_CONFLICTS = ("contradictions", "disputes", "updates", "scope_differences")
_EXPECT = {"right": "must", "wrong": "must_not"}
_WHY = {"right": "The desk marked this finding right.", "wrong": "The desk marked this finding wrong."}
_MISSED = "The desk missed this finding."
_UNJUDGED = "The report said so; nobody has judged it."
_TWICE = (
    f"cannot be quoted so that they stand in their article once, within {MAX_QUOTE} code points; choose other words, "
    "or leave this out"
)

Place = dict[str, str]
Finding = Conflict | Agreement | Omission | QuoteChange
Judged = tuple[int, Feedback] | None


class Unplaceable(Exception):
    """Words cannot be quoted so that they stand once, or too few of a finding can."""


@dataclass
class Expectations:
    """What the case expects, by section; what was asked for and cannot be; and what was left out unasked."""

    sections: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: {section: [] for section in SECTIONS})
    problems: list[Problem] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def build(asked: EvalCaseAsked) -> Expectations:
    """The expectations of a case. Its report is one that reports.py has checked."""
    built, quotes = Expectations(), _Quotes(asked.report)
    if not asked.feedback and not asked.missed:
        built.problems.append(Problem("feedback", "is empty, and nothing is missed; judge a finding or add one"))
    if len(asked.report.claims) > MAX_CLAIMS:
        detail = f"has {len(asked.report.claims):,}, the most a case takes is {MAX_CLAIMS:,}"
        built.problems.append(Problem("report.claims", detail))
        return built
    said = _said(asked, built)
    for number, claim in enumerate(asked.report.claims, 1):
        _add(built, "claims", number, partial(quotes.claim, claim), None)
    for section in (*_CONFLICTS, "agreements", "omissions", "quote_changes"):
        for number, finding in enumerate(getattr(asked.report, section), 1):
            judged = said.get((section, finding.id))
            _add(built, section, number, partial(quotes.finding, finding, judged), judged)
    for at, missed in enumerate(asked.missed):
        _add_missed(built, quotes, at, missed)
    return built


Said = Mapping[tuple[str, str], tuple[int, Feedback]]


def _said(asked: EvalCaseAsked, built: Expectations) -> Said:
    """The verdicts by finding. What names no finding, or one twice, becomes a problem."""
    known = {(section, one.id) for section in SECTIONS[1:-1] for one in getattr(asked.report, section)}
    said: dict[tuple[str, str], tuple[int, Feedback]] = {}
    for at, one in enumerate(asked.feedback):
        key = (one.section, one.finding_id)
        if key not in known:
            built.problems.append(Problem(f"feedback[{at}].finding_id", f"is no finding of the report's {one.section}"))
        elif key in said:
            detail = f"is judged by feedback[{said[key][0]}] already; keep one of them"
            built.problems.append(Problem(f"feedback[{at}].finding_id", detail))
        else:
            said[key] = (at, one)
    return said


def _add(built: Expectations, section: str, number: int, words: Callable[[], dict[str, Any]], judged: Judged) -> None:
    expect, why = "may", _UNJUDGED
    if judged:
        expect, why = _EXPECT[judged[1].verdict], _line(judged[1].why) or _WHY[judged[1].verdict]
    try:
        built.sections[section].append({"expect": expect, **words(), "why": why})
    except Unplaceable as error:
        if judged:
            built.problems.append(Problem(f"feedback[{judged[0]}]", str(error)))
        else:
            built.left_out.append(f"{section} {number}, which nobody judged: {error}")


def _add_missed(built: Expectations, quotes: "_Quotes", at: int, missed: Missed) -> None:
    found: list[Place] = []
    for number, position in enumerate(missed.positions):
        try:
            found.append(quotes.position(position))
        except Unplaceable as error:
            built.problems.append(Problem(f"missed[{at}].positions[{number}]", str(error)))
    why = _line(missed.why) or _MISSED
    if missed.section == "agreements":
        if len({position.article_id for position in missed.positions}) < 2:
            built.problems.append(Problem(f"missed[{at}].positions", "must come from two articles: they agree"))
        built.sections["agreements"].append({"expect": "must", "quotes": found, "why": why})
        return
    types = {"types": [missed.type]} if missed.type else {}
    positions = [[place] for place in found]
    built.sections[missed.section].append({"expect": "must", **types, "positions": positions, "why": why})


def _line(why: str) -> str:
    return " ".join(why.split())


class _Quotes:
    """Findings by the words they rest on. What cannot be placed raises Unplaceable once it is asked for."""

    def __init__(self, report: Report) -> None:
        self._texts = {article.id: Quotable(article.text) for article in report.articles}
        self._lengths = {article.id: len(article.text) for article in report.articles}
        self._numbers = {article.id: number for number, article in enumerate(report.articles)}
        self._claims = {claim.id: claim for claim in report.claims}

    def claim(self, claim: Claim) -> dict[str, Any]:
        """A claim by its words, with its content where that is another."""
        place = self._longest(claim)
        told = {} if claim.text == place["quote"] or not 0 < len(claim.text) <= MAX_QUOTE else {"text": claim.text}
        return {**place, **told}

    def finding(self, finding: Finding, judged: Judged) -> dict[str, Any]:
        """A finding by the words its claims rest on; one that is right keeps its type."""
        is_right = bool(judged and judged[1].verdict == "right")
        if isinstance(finding, Conflict):
            types = {"types": [finding.type]} if is_right else {}
            return {**types, "positions": [self._any(side.claim_ids) for side in finding.positions]}
        if isinstance(finding, QuoteChange):
            sides = [self._place(side.article_id, side.start, side.end) for side in finding.spans]
            return {"quotes": sides, **({"kinds": list(finding.kinds)} if is_right and finding.kinds else {})}
        if isinstance(finding, Omission):
            return {"article": finding.article_id, "quotes": self._any(finding.claim_ids)}
        places = self._any(finding.claim_ids)
        if len({place["article"] for place in places}) < 2:
            raise Unplaceable("rests on words of fewer than two articles that can be quoted so that they stand once")
        return {"quotes": places}

    def position(self, position: MissedPosition) -> Place:
        """The words of a missed finding's side."""
        length = self._lengths.get(position.article_id)
        if length is None:
            raise Unplaceable("names an article that the report does not hold")
        if not position.start < position.end <= length:
            raise Unplaceable(f"is no stretch of its article, which has {length:,} code points")
        return self._place(position.article_id, position.start, position.end)

    def _any(self, claim_ids: Sequence[str]) -> list[Place]:
        """The claims' words, as far as they can be placed; one at least."""
        places = []
        trouble = Unplaceable("rests on no claim")
        for claim_id in claim_ids:
            try:
                places.append(self._longest(self._claims[claim_id]))
            except Unplaceable as error:
                trouble = error
        if not places:
            raise trouble
        return places

    def _longest(self, claim: Claim) -> Place:
        """A claim's longest words that can be placed."""
        trouble = Unplaceable("rests on no words")
        for span in sorted(claim.spans, key=lambda span: span.start - span.end):
            try:
                return self._place(claim.article_id, span.start, span.end)
            except Unplaceable as error:
                trouble = error
        raise trouble

    def _place(self, article_id: str, start: int, end: int) -> Place:
        quote = self._texts[article_id].quote(start, end)
        if quote is None:
            raise Unplaceable(f"the words {start:,} to {end:,} of articles[{self._numbers[article_id]}] {_TWICE}")
        return {"article": article_id, "quote": quote}

"""What a report's codes, dates and sums are called for a reader. Knows nothing of any format."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from service import dates
from service.report_models import CellState, Provenance, RefusalReason, SummarySentence
from service.visible import one_line

Section = Literal[
    "contradictions", "disputes", "updates", "scope_differences", "quote_changes", "agreements", "omissions"
]


@dataclass(frozen=True)
class Kind:
    """A kind of finding: what it and several of it are called, its sign beside its colour, and what it means."""

    one: str
    many: str
    sign: str
    meaning: str


KINDS: Mapping[Section, Kind] = {
    "contradictions": Kind(
        "contradiction", "Contradictions", "≠", "Two articles, as they tell it, cannot both be right."
    ),
    "disputes": Kind("dispute", "Disputes", "⇄", "Speakers contradict each other, and the articles report both sides."),
    "updates": Kind("update", "Updates", "↗", "A newer figure or state replaces an older one."),
    "scope_differences": Kind(
        "difference in scope", "Differences in scope", "◇", "Other people, place or period: both can hold."
    ),
    "quote_changes": Kind(
        "changed quotation", "Changed quotations", "Δ", "One quotation, in other words or from another speaker."
    ),
    "agreements": Kind("agreement", "Agreements", "=", "The same fact in two or more articles."),
    "omissions": Kind("omission", "Left out", "○", "What an article lacks and could have known when it was published."),
}
LEDGER: tuple[Section, ...] = ("contradictions", "disputes", "updates", "scope_differences")
CELLS: Mapping[CellState, tuple[str, str]] = {
    "says": ("●", "says it"),
    "disputes": ("≠", "disputes it"),
    "silent": ("–", "silent"),
    "filed_earlier": ("◷", "filed earlier, could not know"),
    "cut_off": ("…", "cut off: only the beginning was read"),
}
REASONS: Mapping[RefusalReason, str] = {
    "quote_in_no_article": "its words stand in no article",
    "quote_in_other_article": "its words stand in another article",
    "number_mismatch": "a number is not the one in the words it rests on",
    "name_mismatch": "a name is not one of those in the words it rests on",
    "negation_mismatch": "a “not” was lost or added",
    "loaded_wording": "it judges where the articles do not",
    "uncited": "it names no words that it rests on",
    "bad_citation": "it names words that do not bear it out",
    "speaker_missing": "it does not say whose words these are",
    "one_sided": "it gives one side of a conflict alone",
    "unsupported": "the words it rests on do not say so",
    "reply_invalid": "the model's reply could not be read",
    "truncated": "the model's reply was cut off",
}
CONFIDENCE = {"certain": "certain", "likely": "likely", "possible": "possible: read both"}
DECIDED_BY = {
    "model": "decided by the model",
    "rules": "decided by rules",
    "both": "decided by model and rules alike",
    "contested": "model and rules differ",
}
SAME_ORIGIN = {"wire_credit": "one wire story", "near_duplicate": "nearly the same text", "publisher": "one publisher"}
ROLES = ("headline", "dateline", "caption", "teaser", "address")
_NUMBERS = (
    "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()


def count(number: int, one: str, many: str | None = None) -> str:
    """`3 outlets`, `1 origin`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def in_words(number: int) -> str:
    """`two`; digits beyond twenty."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else f"{number:,}"


def moment(when: str | datetime | date | None) -> str:
    """`17 October 2014`, `2 March 2026, 18:30 UTC`; what is no date stays as it is, "" where there is none."""
    known = dates.parse(when) if isinstance(when, str) else when
    if known is None:
        return one_line(str(when or ""))
    day = f"{known.day} {known:%B} {known.year}"
    if not isinstance(known, datetime):
        return day
    return f"{day}, {known:%H:%M} {known.tzname() or ''}".rstrip()


def plain(code: str) -> str:
    """A code that is a word or two already."""
    return code.replace("_", " ")


def built(sentences: tuple[SummarySentence, ...]) -> str:
    """Who wrote the summary."""
    if not sentences:
        return "None: nothing was found that could be summed up."
    if all(sentence.origin == "extractive" for sentence in sentences):
        return "Built by code from the findings, not written by the model."
    return "Written by the model and checked against the words it rests on; what failed stands below."


def money(provenance: Provenance) -> str:
    """What the run cost."""
    cost = provenance.run.totals.cost_usd
    if provenance.local:
        return "no charge"
    return "price unknown" if cost is None else f"${cost:.4f}"


def seconds(ms: int) -> str:
    """`4.2 s`, in whole numbers all the way: a stranger's may be too long for a float."""
    return f"{ms // 1000:,}.{ms % 1000 // 100} s"

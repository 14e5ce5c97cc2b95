"""Finds a quote in an article: exactly, then with typography folded, then nearly. Knows nothing of claims.

Near matches are taken from 90 of 100 (rapidfuzz's partial ratio; invented text scores up to 48 and a paraphrase up to
60, dependencies.md §8), and never when a number or a negation differs: no string distance notices a lost "not".
"""

import re

from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import partial_ratio_alignment

from service.models import Match, Span
from service.steps.extracting import fidelity
from service.steps.vocabulary.folding import Folded, fold

NEAR_ENOUGH = 90
SHORTEST_NEAR_MATCH = 12
# How far a near match's edge may lie from the library's window, and what run of equal characters makes an edge.
REACH = 12
SHORTEST_BLOCK = 3
_ELLIPSIS = re.compile(r"\s*(?:\[\s*)?(?:\.\s*){3}(?:\]\s*)?|\s*(?:\[\s*)?…(?:\s*\])?\s*")


def locate(quote: str, text: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    """The spans of `text[start:end]` that `quote` stands for, in order; empty when it does not stand there.

    A quote cut by ellipses gives one span a part, each after the one before. Every span's `quote` is the text's own
    words, and its offsets count code points of `text`.
    """
    stop = len(text) if end is None else end
    whole = _locate_part(quote, text, start, stop)
    if whole:
        return (whole,)
    spans: list[Span] = []
    for part in _ELLIPSIS.split(quote):
        span = _locate_part(part, text, spans[-1].end if spans else start, stop) if part.strip() else None
        if span is None:
            return ()
        spans.append(span)
    return tuple(spans)


def _locate_part(quote: str, text: str, start: int, end: int) -> Span | None:
    wanted = quote.strip()
    if not wanted:
        return None
    at = _find_words(wanted, text, start, end)
    if at >= 0:
        return _span(text, at, at + len(wanted), "exact")
    return _locate_folded(wanted, text, start, end)


def _locate_folded(wanted: str, text: str, start: int, end: int) -> Span | None:
    folded = fold(text)
    needle = fold(wanted).text.strip().strip('"').strip()
    low, high = folded.folded_index(start), folded.folded_index(end)
    if not needle:
        return None
    at = _find_words(needle, folded.text, low, high)
    if at >= 0:
        return _span(text, *folded.original_span(at, at + len(needle)), "normalised")
    return _locate_near(needle, text, folded, (low, high))


def _find_words(wanted: str, text: str, start: int, end: int) -> int:
    """Like `str.find`, but never inside a word of a script that separates words: "aid" is not in "said"."""
    at = text.find(wanted, start, end)
    while at >= 0 and (_cuts_word(text, at) or _cuts_word(text, at + len(wanted))):
        at = text.find(wanted, at + 1, end)
    return at


def _cuts_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and _is_cased(text[at - 1]) and _is_cased(text[at])


def _is_cased(character: str) -> bool:
    return character.lower() != character.upper()


def _locate_near(needle: str, text: str, folded: Folded, bounds: tuple[int, int]) -> Span | None:
    low, high = bounds
    if not SHORTEST_NEAR_MATCH <= len(needle) <= high - low:
        return None
    found = partial_ratio_alignment(needle, folded.text[low:high], score_cutoff=NEAR_ENOUGH)
    if found is None or found.dest_start == found.dest_end:
        return None
    start, end = _sharpen(needle, folded.text, low + found.dest_start, low + found.dest_end)
    span = _span(text, *_whole_words(text, *folded.original_span(start, end)), "fuzzy")
    keeps_numbers = fidelity.numbers(span.quote) == fidelity.numbers(needle)
    keeps_negations = fidelity.negations(span.quote) == fidelity.negations(needle)
    return span if keeps_numbers and keeps_negations else None


def _sharpen(needle: str, text: str, start: int, end: int) -> tuple[int, int]:
    """The near match with its true edges: the library's window is as long as the needle, so it is off by the edits."""
    start, end = max(0, start - REACH), min(len(text), end + REACH)
    operations = Indel.opcodes(needle, text[start:end])
    blocks = [op for op in operations if op.tag == "equal" and op.dest_end - op.dest_start >= SHORTEST_BLOCK]
    return (start + blocks[0].dest_start, start + blocks[-1].dest_end) if blocks else (start, end)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Moves both edges outwards to the ends of the words they cut."""
    while 0 < start < len(text) and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _span(text: str, start: int, end: int, match: Match) -> Span:
    return Span(start=start, end=end, quote=text[start:end], match=match)
